//! Every published value, a row each: the long form that imports back.

use hadaf_core::LongRow;

use crate::worksheet::{Datum, ROWS, Worksheet};
use crate::{ExportLabels, Label, Package};

/// One sheet, or more where there are more values than rows.
pub(super) fn sheets<'a>(package: &'a Package, labels: &'a ExportLabels) -> impl Iterator<Item = Worksheet<'a>> {
    let count = package.series.iter().map(|series| series.values.len()).sum();
    parts(count, ROWS - 1).map(move |(first, rows)| Worksheet {
        name: labels.get(Label::SheetPublished).into(),
        // Programs read these columns, so that they have the same names in every language.
        heads: vec![LongRow::COLUMNS.map(Into::into).into()],
        widths: vec![24, 10, 9, 14, 12, 12, 8, 12, 40, 24, 40, 40, 32, 14, 10],
        frozen_columns: 2,
        rows: Box::new(package.rows().skip(first).take(rows).map(cells)),
        drawn_by: None,
        charts: Vec::new(),
    })
}

/// So many rows in parts of at most `room`: where each starts, and how many it has. No rows are one empty part.
fn parts(rows: usize, room: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..rows.div_ceil(room).max(1)).map(move |part| (part * room, room.min(rows - part * room)))
}

fn cells(row: LongRow<'_>) -> Vec<Datum<'_>> {
    vec![
        Datum::text(row.series.as_str()),
        Datum::text(row.period.to_string()),
        Datum::text(row.through()),
        Datum::maybe(row.value, Datum::number),
        Datum::maybe(row.status, |status| Datum::text(status.as_str())),
        Datum::maybe(row.published.date, Datum::Day),
        Datum::text(row.dated()),
        Datum::Day(row.published.seen),
        Datum::text(row.source),
        Datum::text(row.publisher),
        Datum::Link(row.address),
        Datum::text(row.note),
        Datum::maybe(row.about, |about| Datum::text(about.title)),
        Datum::maybe(row.about, |about| Datum::text(about.unit.to_string())),
        Datum::maybe(row.about, |about| Datum::text(about.measure.as_str())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_values_than_rows_go_on_in_a_further_sheet() {
        let cases: [(usize, &[(usize, usize)]); 4] = [
            (0, &[(0, 0)]),
            (3, &[(0, 3)]),
            (4, &[(0, 4)]),
            (9, &[(0, 4), (4, 4), (8, 1)]),
        ];
        for (rows, expected) in cases {
            assert_eq!(parts(rows, 4).collect::<Vec<_>>(), expected);
        }
    }
}
