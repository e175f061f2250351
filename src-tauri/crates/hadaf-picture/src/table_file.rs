//! The numbers behind a chart, for other programs.

use csv::{Terminator, WriterBuilder};
use hadaf_core::{Decimal, guarded, without_isolates};
use hadaf_error::{Code, Result, refusal};
use hadaf_words::{Words, say};

use crate::table::{ChartTable, TableCell};

/// As RFC 4180 in UTF-8: numbers with a decimal point and nothing else, periods and days in their canonical form,
/// and text where a cell is text. What lies between two numbers has a column for each, and one for the words. Notes stay
/// in unless they are asked for.
///
/// # Errors
/// [`Code::Internal`] when a row has not as many cells as there are columns.
pub(crate) fn csv(table: &ChartTable, with_notes: bool, words: &Words) -> Result<Vec<u8>> {
    let fault = |reason: String| refusal!(Code::Internal, "system", reason = reason);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let has_ends = |place: usize| table.rows.iter().any(|row| row[place].ends.is_some());
    let has_ends: Vec<bool> = (0..table.columns.len()).map(has_ends).collect();
    let heads = |(column, has_ends): (&String, &bool)| {
        let ends = has_ends.then(|| {
            [
                say!(words, "column-from-end", column = column),
                say!(words, "column-to-end", column = column),
            ]
        });
        let ends = ends.into_iter().flatten().map(|head| text(&head));
        ends.chain([text(column)]).collect::<Vec<_>>()
    };
    let head = table.columns.iter().zip(&has_ends).flat_map(heads).collect();
    let written = |(cell, has_ends): (&TableCell, &bool)| {
        let number = |end: Option<Decimal>| end.map_or_else(String::new, |end| end.to_string());
        // One number is both ends of itself.
        let (low, high) = cell.ends.or(cell.value.zip(cell.value)).unzip();
        let ends = has_ends.then(|| [number(low), number(high)]).into_iter().flatten();
        let own = match (cell.is_note && !with_notes, has_ends) {
            (true, _) => String::new(),
            (false, true) => text(&cell.text),
            (false, false) => plain(cell),
        };
        ends.chain([own]).collect::<Vec<_>>()
    };
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().zip(&has_ends).flat_map(written).collect());
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
    use hadaf_core::Month;
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
        let text = csv(&ChartTable::new(columns, vec![row]), false, f.words).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), expected);

        let noted = ChartTable::new(["Note".to_owned()], vec![vec![TableCell::note("off the record")]]);
        assert_eq!(csv(&noted, true, f.words).unwrap(), b"Note\r\noff the record\r\n");
    }

    #[test]
    fn what_lies_between_two_numbers_has_a_column_for_each() {
        let f = Format::of("en");
        let stored = Decimal::parse("4500").unwrap();
        let rows = [
            TableCell::range(f, (4424.2, 4704.4), 0),
            TableCell::number(stored, f.number(stored, 0)),
            TableCell::text("not known"),
        ];
        let table = ChartTable::new(["Amount".to_owned()], rows.map(|cell| vec![cell]).into());
        let text = String::from_utf8(csv(&table, false, f.words).unwrap()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "\"Amount, from\",\"Amount, to\",Amount",
                "4424,4704,\"4,424 to 4,704\"",
                "4500,4500,\"4,500\"",
                ",,not known"
            ]
        );
    }
}
