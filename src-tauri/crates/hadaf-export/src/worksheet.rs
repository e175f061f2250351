//! A sheet before it is a sheet of Excel or of OpenDocument: both write the same ones.

use std::borrow::Cow;

use hadaf_core::{Decimal, Month, Period};
use jiff::civil::{Date, date};

use crate::chart::{NativeChart, NativeKind};

/// Rows of a sheet, in Excel and in LibreOffice.
pub(crate) const ROWS: usize = 1_048_576;
/// Columns of a sheet.
pub(crate) const COLUMNS: usize = 16_384;
/// Characters in the name of a sheet.
const NAME: usize = 31;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Datum<'a> {
    /// Nothing.
    Empty,
    /// A text, which is never calculated.
    Text(Cow<'a, str>),
    /// An address; opened by a click where it is one of the web.
    Link(&'a str),
    /// A number, shown with `places` decimal places.
    Number {
        value: Decimal,
        places: u8,
        provisional: bool,
    },
    /// A day.
    Day(Date),
    /// A month, as its first day.
    Month(Month),
}

impl<'a> Datum<'a> {
    /// A text; nothing where it is empty.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number, shown as it is.
    pub(crate) fn number(value: Decimal) -> Self {
        Self::shown(value, value.places())
    }

    /// A number, shown with so many places.
    pub(crate) fn shown(value: Decimal, places: u8) -> Self {
        Self::Number {
            value,
            places,
            provisional: false,
        }
    }

    /// A month is a day to a spreadsheet, so that it can be charted and filtered; it knows no fiscal periods.
    pub(crate) fn period(period: Period) -> Self {
        match period {
            Period::Month(month) => Self::Month(month),
            Period::Quarter(_) | Period::FiscalYear(_) => Self::text(period.to_string()),
        }
    }

    /// What there is, or nothing.
    pub(crate) fn maybe<T>(value: Option<T>, datum: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, datum)
    }

    /// As a cell of a spreadsheet keeps it. A number of more digits than a spreadsheet has would change, and a day
    /// before those that all programs count alike would be another: both stand as texts.
    pub(crate) fn kept(self) -> Self {
        match self {
            Self::Number { value, .. } if !is_exact(value) => Self::Text(value.to_string().into()),
            Self::Day(day) if day < FIRST_DAY => Self::Text(day.to_string().into()),
            Self::Month(month) if month.first_day() < FIRST_DAY => Self::Text(month.to_string().into()),
            kept => kept,
        }
    }
}

/// Excel takes 1900 for a leap year, so that days before March 1900 differ between programs.
const FIRST_DAY: Date = date(1900, 3, 1);

/// Spreadsheets count in binary: what has at most fifteen digits comes back as it was.
fn is_exact(value: Decimal) -> bool {
    let mut digits = value.mantissa().unsigned_abs();
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits < 10_u64.pow(15)
}

/// A table on a sheet of its own.
pub(crate) struct Worksheet<'a> {
    /// As its tab says.
    pub(crate) name: String,
    /// Lines of headings; they stay when the rows scroll.
    pub(crate) heads: Vec<Vec<Cow<'a, str>>>,
    /// Width of each column, in characters.
    pub(crate) widths: Vec<u8>,
    /// Columns at the start that stay when the others scroll.
    pub(crate) frozen_columns: u16,
    /// The rows, each made when it is written.
    pub(crate) rows: Box<dyn Iterator<Item = Vec<Datum<'a>>> + 'a>,
    /// Charts of which kind draw its cells.
    pub(crate) drawn_by: Option<NativeKind>,
    /// The charts that stand on it, one below the other; OpenDocument goes without such a sheet.
    pub(crate) charts: Vec<NativeChart>,
}

impl Worksheet<'_> {
    /// How many lines of headings it has.
    pub(crate) fn head_rows(&self) -> u32 {
        u32::try_from(self.heads.len()).expect("one line or two")
    }
}

/// Names that spreadsheets take, each another one: no more than 31 characters, none of `[]:*?/\`.
pub(crate) fn name_apart(worksheets: &mut [Worksheet<'_>]) {
    let mut taken: Vec<String> = Vec::new();
    for worksheet in worksheets {
        let plain = plain_name(&worksheet.name);
        let mut name = plain.clone();
        let mut number = 1;
        while taken.contains(&name.to_lowercase()) {
            number += 1;
            let suffix = format!(" {number}");
            name = shortened(&plain, NAME - suffix.len()) + &suffix;
        }
        taken.push(name.to_lowercase());
        worksheet.name = name;
    }
}

fn plain_name(name: &str) -> String {
    let allowed = |character: char| {
        if character.is_control() || "[]:*?/\\".contains(character) {
            ' '
        } else {
            character
        }
    };
    let spaced: String = name.chars().map(allowed).collect();
    let plain = shortened(
        spaced.trim_matches(|edge: char| edge.is_whitespace() || edge == '\''),
        NAME,
    );
    // Excel keeps "History" for itself, and a name there must be.
    match plain.to_lowercase().as_str() {
        "" => "-".into(),
        "history" => plain + " 1",
        _ => plain,
    }
}

fn shortened(text: &str, units: usize) -> String {
    let mut length = 0;
    let fits = |character: &char| {
        length += character.len_utf16();
        length <= units
    };
    let kept: String = text.chars().take_while(fits).collect();
    kept.trim_end_matches(|edge: char| edge.is_whitespace() || edge == '\'')
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_ones_that_a_spreadsheet_takes() {
        let named = |name: &str| Worksheet {
            name: name.into(),
            heads: Vec::new(),
            widths: Vec::new(),
            frozen_columns: 0,
            rows: Box::new(std::iter::empty()),
            drawn_by: None,
            charts: Vec::new(),
        };
        let mut sheets: Vec<Worksheet<'_>> = [
            "Months",
            "MONTHS",
            "a/b:c",
            "'quoted'",
            "",
            "History",
            "برآمدات کے اعداد و شمار جو شائع ہوئے اور پھر بدلے",
            "A name that is much longer than a tab takes",
            "A name that is much longer than a tab takes",
        ]
        .map(named)
        .into();
        name_apart(&mut sheets);
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Months",
                "MONTHS 2",
                "a b c",
                "quoted",
                "-",
                "History 1",
                "برآمدات کے اعداد و شمار جو شائع",
                "A name that is much longer than",
                "A name that is much longer th 2",
            ]
        );
    }

    #[test]
    fn what_a_spreadsheet_would_change_stands_as_text() {
        let long = Decimal::parse("1234567890123456.7").unwrap();
        assert_eq!(Datum::number(long).kept(), Datum::text("1234567890123456.7"));
        let short = Datum::number(Decimal::parse("123456789012345.000").unwrap());
        assert_eq!(short.clone().kept(), short);
        assert_eq!(Datum::Day(date(1900, 2, 28)).kept(), Datum::text("1900-02-28"));
        assert_eq!(Datum::Day(date(1900, 3, 1)).kept(), Datum::Day(date(1900, 3, 1)));
    }
}
