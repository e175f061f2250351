//! Tables of the text of a verb.

use hadaf_core::without_isolates;

/// Columns two spaces apart: what begins with a digit or a sign stands to the right.
pub fn table(rows: &[Vec<String>]) -> String {
    // Isolates take no room, so they must not be counted.
    let plain = |row: &Vec<String>| row.iter().map(|cell| without_isolates(cell).into_owned()).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(plain).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let is_number =
        |cell: &str| cell.starts_with(|first: char| first.is_ascii_digit() || "+-\u{2212}\u{2013}".contains(first));
    let numeric = |column: usize| {
        let mut cells = rows
            .iter()
            .skip(1)
            .filter_map(|row| row.get(column))
            .filter(|cell| !cell.is_empty());
        column > 0 && cells.next().is_some_and(|cell| is_number(cell))
    };
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let pad = " ".repeat(widths[column] - cell.chars().count());
            if numeric(column) && !cell.contains(' ') {
                format!("{pad}{cell}")
            } else {
                format!("{cell}{pad}")
            }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_to_the_right_and_words_to_the_left() {
        let rows = [
            ["Year", "Exports", ""],
            ["FY2024", "3,223", "sum"],
            ["FY2025", "\u{2013}", ""],
        ];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            table(&rows),
            "Year    Exports\nFY2024    3,223  sum\nFY2025        \u{2013}"
        );
        assert_eq!(table(&[]), "");
    }
}
