//! A plain table as CSV or as a sheet of Excel, such that it reads back as it is.

use std::borrow::Cow;

use hadaf_core::{PlainCell, PlainTable, guarded, storable};

use crate::worksheet::{Datum, Worksheet, name_apart};
use crate::{ExportedFile, Result, xlsx};

/// A format that a plain table can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlainFormat {
    /// Text: every cell but a number stands in quotes, so that nobody can take what is in one for a separator.
    Csv,
    /// A workbook of Excel with one sheet.
    Xlsx,
}

impl PlainFormat {
    /// Both, the plainer first.
    pub const ALL: &'static [Self] = &[Self::Csv, Self::Xlsx];

    /// The word by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// What it is, in a few words, for whoever asks for it by its word.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Csv => "A table of text",
            Self::Xlsx => "A workbook of Excel",
        }
    }

    /// The format of a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == word)
    }
}

/// Width of a column, in characters: as wide as its content, within these bounds.
const WIDTHS: (usize, usize) = (8, 48);
/// Rows by which the width of a column is told.
const MEASURED: usize = 200;

/// Writes a plain table.
///
/// # Errors
/// [`crate::ExportError::Writer`].
pub fn write_plain(table: &PlainTable, format: PlainFormat, right_to_left: bool) -> Result<ExportedFile> {
    let texts = table.rows.iter().flatten().filter_map(|cell| match cell {
        PlainCell::Text(text) => Some(text),
        PlainCell::Number(_) | PlainCell::Day(_) => None,
    });
    let cleaned = texts.filter(|text| matches!(storable(text), Cow::Owned(_))).count();
    let written = match format {
        PlainFormat::Csv => ExportedFile::whole(csv_of(table)?),
        PlainFormat::Xlsx => {
            let mut sheets = vec![worksheet(table)];
            name_apart(&mut sheets);
            xlsx::write_sheets(sheets, &xlsx::properties(&table.name, table.day)?, right_to_left)?
        }
    };
    Ok(ExportedFile { cleaned, ..written })
}

fn csv_of(table: &PlainTable) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::NonNumeric)
        .from_writer(Vec::new());
    writer.write_record(&table.heads)?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            PlainCell::Text(text) => guarded(&storable(text)).into_owned(),
            PlainCell::Number(value) => value.to_string(),
            PlainCell::Day(day) => day.to_string(),
        });
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn worksheet(table: &PlainTable) -> Worksheet<'_> {
    Worksheet {
        name: table.name.clone(),
        heads: vec![table.heads.iter().map(|head| head.as_str().into()).collect()],
        widths: (0..table.heads.len()).map(|column| width(table, column)).collect(),
        frozen_columns: 1,
        rows: Box::new(table.rows.iter().map(|row| row.iter().map(datum).collect())),
        drawn_by: None,
        charts: Vec::new(),
    }
}

fn datum(cell: &PlainCell) -> Datum<'_> {
    match cell {
        PlainCell::Text(text) => Datum::text(storable(text)),
        PlainCell::Number(value) => Datum::number(*value),
        PlainCell::Day(day) => Datum::Day(*day),
    }
}

fn width(table: &PlainTable, column: usize) -> u8 {
    let length = |row: &Vec<PlainCell>| match row.get(column) {
        Some(PlainCell::Text(text)) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Some(PlainCell::Number(value)) => value.to_string().len() + 2,
        Some(PlainCell::Day(_)) => 11,
        None => 0,
    };
    let rows = table.rows.iter().take(MEASURED).map(length).max().unwrap_or(0);
    let needed = rows.max(table.heads[column].chars().count()) + 1;
    u8::try_from(needed.clamp(WIDTHS.0, WIDTHS.1)).expect("clamped to fewer than 256")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use hadaf_core::Decimal;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn csv_holds_every_cell_apart() {
        let table = PlainTable {
            name: "Costs".into(),
            day: date(2026, 4, 1),
            heads: vec!["what".into(), "amount".into(), "day".into()],
            rows: vec![vec![
                PlainCell::Text("=1;2, \"so\"\r\nand".into()),
                PlainCell::Number(Decimal::parse("1620.50").unwrap()),
                PlainCell::Day(date(2026, 3, 9)),
            ]],
        };
        let file = write_plain(&table, PlainFormat::Csv, false).unwrap();
        assert_eq!(file.cleaned, 1);
        assert_eq!(
            String::from_utf8(file.bytes).unwrap(),
            "\"what\",\"amount\",\"day\"\n\"'=1;2, \"\"so\"\"\nand\",1620.50,\"2026-03-09\"\n"
        );
    }
}
