//! What stands in a cell where a number should.

use hadaf_core::{Decimal, plain_text};

use crate::mark::strip_marks;
use crate::number::is_no_figure;
use crate::sheet::{CellKind, Sheet, SheetCell};
use crate::{Cell, Mark, read_number};

/// The content of a cell among figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    Nothing,
    /// A sign that nothing is known.
    Missing,
    Number {
        value: Decimal,
        mark: Option<Mark>,
        rounded: bool,
    },
    /// An error of a formula.
    Error,
    /// Anything else.
    Other,
}

/// Reads a cell. With decimal commas, points and spaces stand between thousands.
pub(crate) fn figure(cell: SheetCell<'_>, decimal_comma: bool) -> Figure {
    match cell.kind {
        CellKind::Empty => Figure::Nothing,
        CellKind::Error => Figure::Error,
        CellKind::Date | CellKind::Bool => Figure::Other,
        CellKind::Number => exact(cell.text),
        CellKind::Text => text(cell.text, decimal_comma),
    }
}

/// It looks like a number, whatever its commas mean.
pub(crate) fn is_number(cell: SheetCell<'_>) -> bool {
    match cell.kind {
        CellKind::Number => true,
        CellKind::Text => {
            cell.text.len() < 40
                && cell.text.contains(|c: char| c.is_numeric())
                && (matches!(text(cell.text, false), Figure::Number { .. })
                    || matches!(text(cell.text, true), Figure::Number { .. }))
        }
        _ => false,
    }
}

fn exact(text: &str) -> Figure {
    match Decimal::parse(text) {
        Ok(value) => Figure::Number {
            value,
            mark: None,
            rounded: false,
        },
        Err(_) => match text.parse().ok().and_then(|value| Decimal::rounded_from(value, 9)) {
            Some(value) => Figure::Number {
                value,
                mark: None,
                rounded: true,
            },
            None => Figure::Other,
        },
    }
}

fn text(text: &str, decimal_comma: bool) -> Figure {
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    if is_plain
        && !decimal_comma
        && text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && let Ok(value) = Decimal::parse(text)
    {
        return Figure::Number {
            value,
            mark: None,
            rounded: false,
        };
    }
    if text.len() > 60 {
        return Figure::Other;
    }
    if is_missing(text) {
        return Figure::Missing;
    }
    let bare = without_signs(text);
    // Words hold no number, whatever digits stand among them, but for marks.
    if strip_marks(bare).0.chars().filter(|c| c.is_alphabetic()).count() > 4 {
        return Figure::Other;
    }
    let turned = decimal_comma.then(|| turned(bare)).flatten();
    match read_number(turned.as_deref().unwrap_or(bare)) {
        Ok(Cell::Empty) => Figure::Missing,
        Ok(Cell::Number { value, mark, rounded }) => Figure::Number { value, mark, rounded },
        Err(_) => Figure::Other,
    }
}

fn is_missing(text: &str) -> bool {
    matches!(text.to_ascii_lowercase().as_str(), "nil" | "-do-") || is_no_figure(&plain_text(text))
}

/// A sign of money before the number, a footnote's number behind it.
fn without_signs(text: &str) -> &str {
    let signs = ["US$", "US $", "Rs.", "Rs", "$", "€", "£", "₨", "₹"];
    let text = signs
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .map_or(text, str::trim_start);
    let text = text.trim_end_matches([
        '\u{B9}', '\u{B2}', '\u{B3}', '\u{2070}', '\u{2074}', '\u{2075}', '\u{2020}', '\u{2021}',
    ]);
    match text.strip_suffix('/').and_then(|text| text.rsplit_once(' ')) {
        Some((number, note)) if note.len() <= 2 && !number.is_empty() => number,
        _ => text.trim_end(),
    }
}

/// `1.234,5` as `1234.5`.
fn turned(text: &str) -> Option<String> {
    if !text.contains([',', '.']) {
        return None;
    }
    let (whole, fraction) = match text.split_once(',') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    // Points between thousands stand in threes.
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let digits = first.trim_start_matches(['-', '(', '\u{2212}', '+', ' ']);
    let in_threes = groups.clone().all(|group| group.len() == 3) && (whole == first || digits.len() <= 3);
    if !in_threes {
        return None;
    }
    let whole = whole.replace('.', "");
    Some(match fraction {
        Some(fraction) => format!("{whole}.{fraction}"),
        None => whole,
    })
}

/// What the commas of a sheet's numbers mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CommaUse {
    /// Some number proves that a comma stands before decimals.
    pub(crate) decimal: bool,
    /// Some number proves that a comma stands between thousands, or a point before decimals.
    pub(crate) thousands: bool,
    /// Some number could be either.
    pub(crate) either: bool,
}

impl CommaUse {
    /// Looks at the numbers that are texts.
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let mut found = Self::default();
        let mut looked = 0;
        for row in 0..sheet.rows() {
            for column in 0..sheet.width_of(row) {
                let cell = sheet.cell(row, column);
                if cell.kind == CellKind::Text && cell.text.len() < 30 && cell.text.contains([',', '.']) {
                    found.look(cell.text);
                    looked += 1;
                }
            }
            if looked > 5_000 {
                break;
            }
        }
        found
    }

    fn look(&mut self, text: &str) {
        let bare = without_signs(text).trim_matches(|c: char| !c.is_numeric());
        let is_number = bare
            .chars()
            .all(|c| c.is_numeric() || matches!(c, ',' | '.' | ' ' | '\u{A0}' | '\u{202F}'));
        if !is_number || bare.is_empty() {
            return;
        }
        let parts: Vec<&str> = bare.split([',', '.']).collect();
        let marks: Vec<char> = bare.chars().filter(|c| matches!(c, ',' | '.')).collect();
        let behind = parts.last().map_or(0, |part| part.chars().count());
        match marks[..] {
            [','] if behind == 3 && parts[0].chars().count() <= 3 && parts[0] != "0" => self.either = true,
            [','] => self.decimal = true,
            ['.'] if behind == 3 => {}
            ['.'] => self.thousands = true,
            // Three numbers with points are a day.
            ['.', '.'] if behind != 3 => {}
            [.., '.'] if marks.contains(&',') => self.thousands = true,
            [.., ','] if marks.contains(&'.') => self.decimal = true,
            [',', ..] => self.thousands = true,
            _ => {}
        }
    }
}
