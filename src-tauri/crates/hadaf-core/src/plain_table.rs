//! A table that leaves for a spreadsheet and comes back: heads, and rows of plain values.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::Decimal;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlainCell {
    /// A text; empty for nothing.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Day(Date),
}

/// A table: the heads, and rows of as many cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainTable {
    /// What it is called.
    pub name: String,
    /// Day that the file bears.
    pub day: Date,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<PlainCell>>,
}

/// A text as every kind of file holds it: line ends are LF, and controls but tab and line feed, and what Unicode keeps
/// for itself, are left away.
pub fn storable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c != '\r' && !is_forbidden(c)) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(lines.chars().filter(|c| !is_forbidden(*c)).collect())
}

/// No text of a document: XML knows none of these, and a NUL ends a text in many programs.
fn is_forbidden(character: char) -> bool {
    (character.is_control() && !matches!(character, '\t' | '\n' | '\r')) || matches!(character, '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_file_holds_is_left_away() {
        for (text, kept) in [
            ("plain\ttext\n", "plain\ttext\n"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("nu\0ll\u{7}\u{FFFE}", "null"),
            ("\u{85}", ""),
        ] {
            assert_eq!(storable(text), kept, "{text:?}");
        }
    }
}
