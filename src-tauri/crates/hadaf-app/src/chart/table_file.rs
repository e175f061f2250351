//! The numbers behind a chart, for other programs.

use csv::{Terminator, WriterBuilder};
use hadaf_core::{guarded, without_isolates};
use hadaf_error::{Code, Result, refusal};

use super::table::{ChartTable, TableCell};

/// As RFC 4180 in UTF-8: numbers with a decimal point and nothing else, periods and days in their canonical form,
/// and text where a cell is text. Notes stay in unless they are asked for.
///
/// # Errors
/// [`Code::Internal`] when a row has not as many cells as there are columns.
pub(super) fn csv(table: &ChartTable, with_notes: bool) -> Result<Vec<u8>> {
    let fault = |reason: String| refusal!(Code::Internal, "system", reason = reason);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let head = table.columns.iter().map(|column| text(column)).collect();
    let written = |cell: &TableCell| match cell.is_note && !with_notes {
        true => String::new(),
        false => plain(cell),
    };
    let rows = table.rows.iter().map(|row| row.iter().map(written).collect());
    for record in std::iter::once(head).chain(rows) {
        let record: Vec<String> = record;
        writer.write_record(record).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}

/// What a program reads of a cell.
fn plain(cell: &TableCell) -> String {
    match (cell.value, &cell.date) {
        (Some(value), _) => value.to_string(),
        (None, Some(date)) => date.clone(),
        (None, None) => text(&cell.text),
    }
}

/// A text without the spaces of typesetting, guarded against spreadsheets that would run it as a formula.
fn text(text: &str) -> String {
    guarded(&without_isolates(text).replace('\u{a0}', " ")).into_owned()
}

#[cfg(test)]
mod tests {
    use hadaf_core::{Decimal, Month};
    use hadaf_words::Format;

    use super::*;

    #[test]
    fn numbers_are_numbers_and_texts_stay_texts() {
        let f = Format::of("en");
        let stored = Decimal::parse("1234.50").unwrap();
        let cells = [
            (TableCell::number(stored, f.number(stored, 0)), "1234.50"),
            (TableCell::signed(f, -14.04, 1), "-14.0"),
            (TableCell::signed(f, 3.0, 0), "3"),
            (TableCell::percent(f, 68.4, 0), "68"),
            (
                TableCell::month(Month::new(2025, 7).unwrap(), "July 2025".into()),
                "2025-07",
            ),
            (TableCell::dated("2024-12-18", "18 December 2024".into()), "2024-12-18"),
            (TableCell::default(), ""),
            (TableCell::note("off the record"), ""),
            (TableCell::text("378 to 423"), "378 to 423"),
            (TableCell::text("< 1\u{a0}%"), "< 1 %"),
            (TableCell::text("\u{2068}برآمدات\u{2069} 5"), "برآمدات 5"),
            (TableCell::text("1,234"), "\"1,234\""),
            (TableCell::text("a, \"b\""), "\"a, \"\"b\"\"\""),
            (TableCell::text("=SUM(A1)"), "'=SUM(A1)"),
            (TableCell::text("\t=A1"), "'\t=A1"),
        ];
        let columns = vec!["Month".to_owned(); cells.len()];
        let (row, written): (Vec<TableCell>, Vec<&str>) = cells.into_iter().unzip();
        let expected = format!("{}\r\n{}\r\n", columns.join(","), written.join(","));
        let text = csv(&ChartTable::new(columns, vec![row]), false).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), expected);

        let noted = ChartTable::new(["Note".to_owned()], vec![vec![TableCell::note("off the record")]]);
        assert_eq!(csv(&noted, true).unwrap(), b"Note\r\noff the record\r\n");
    }
}
