//! The numbers behind a chart, for other programs.

use csv::{Terminator, WriterBuilder};

use crate::chart::ChartTable;
use crate::session::{Code, Result, refusal};

/// As RFC 4180 in UTF-8. Cells are as shown but for what stops a program from reading them: thousands have no comma,
/// and a minus is the one of the keyboard.
///
/// # Errors
/// [`Code::Internal`] when a row has not as many cells as there are columns.
pub(super) fn csv(table: &ChartTable) -> Result<Vec<u8>> {
    let fault = |reason: String| refusal!(Code::Internal, "system", reason = reason);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in std::iter::once(&table.columns).chain(&table.rows) {
        let cells = row.iter().map(|cell| plain(cell));
        writer.write_record(cells).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}

/// A number without its thousands commas. Any other text as it is, but for one that a spreadsheet would run as a
/// formula: that begins with an apostrophe.
fn plain(cell: &str) -> String {
    let number = cell.replace(',', "").replace('\u{2212}', "-");
    match number.parse::<f64>() {
        Ok(_) => number,
        Err(_) if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{cell}"),
        Err(_) => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_numbers_and_texts_stay_texts() {
        let cells = [
            "1,234.5",
            "\u{2212}14",
            "+3",
            "",
            "378 to 423",
            "a, \"b\"",
            "=SUM(A1)",
            "68\u{a0}%",
        ];
        let table = ChartTable {
            columns: vec!["Month".to_owned(); 8],
            rows: vec![cells.map(Into::into).to_vec()],
            histories: vec![vec![None; cells.len()]],
        };
        let expected = "Month,Month,Month,Month,Month,Month,Month,Month\r\n1234.5,-14,+3,,378 to 423,\"a, \"\"b\"\"\",'=SUM(A1),68\u{a0}%\r\n";
        assert_eq!(String::from_utf8(csv(&table).unwrap()).unwrap(), expected);
    }
}
