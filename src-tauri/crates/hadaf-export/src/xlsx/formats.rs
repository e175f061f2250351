//! How cells look.

use hadaf_core::Decimal;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// Every format of a workbook, made once.
pub(super) struct Formats {
    pub(super) head: Format,
    pub(super) day: Format,
    pub(super) month: Format,
    pub(super) link: Format,
    pub(super) quoted: Format,
    final_numbers: Vec<Format>,
    provisional_numbers: Vec<Format>,
}

impl Formats {
    pub(super) fn new() -> Self {
        let numbers = |base: &Format| (0..=Decimal::MAX_PLACES).map(|places| number(base, places)).collect();
        let plain = Format::new();
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin),
            day: Format::new()
                .set_num_format("yyyy\\-mm\\-dd")
                .set_align(FormatAlign::Left),
            month: Format::new().set_num_format("mmm yyyy").set_align(FormatAlign::Left),
            link: Format::new()
                .set_font_color("0A46A2")
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            quoted: Format::new().set_quote_prefix(),
            final_numbers: numbers(&plain),
            provisional_numbers: numbers(&plain.clone().set_italic()),
        }
    }

    /// Thousands apart, with so many places; what is not final in italics.
    pub(super) fn number(&self, places: u8, provisional: bool) -> &Format {
        let formats = if provisional {
            &self.provisional_numbers
        } else {
            &self.final_numbers
        };
        &formats[usize::from(places.min(Decimal::MAX_PLACES))]
    }
}

fn number(base: &Format, places: u8) -> Format {
    let decimals = if places == 0 {
        String::new()
    } else {
        format!(".{}", "0".repeat(usize::from(places)))
    };
    base.clone().set_num_format(format!("#,##0{decimals}"))
}
