//! Writes our long CSV.

use hadaf_core::{LongRow, Status, long_csv};

use crate::Draft;

/// Writes values as our long CSV, lines ending in LF, without what their series are. [`crate::read_long`] gives them back.
///
/// A free text that a spreadsheet would calculate gets an apostrophe in front, which is taken off on
/// reading. Spaces around a text are not kept.
pub fn write_long<'a>(drafts: impl IntoIterator<Item = &'a Draft>) -> String {
    let bytes = long_csv(drafts.into_iter().map(row));
    String::from_utf8(bytes).expect("cells are text")
}

fn row(draft: &Draft) -> LongRow<'_> {
    LongRow {
        series: &draft.series,
        period: draft.period,
        basis: draft.basis,
        value: (draft.status != Some(Status::Withdrawn)).then_some(draft.value),
        status: draft.status,
        published: draft.published,
        source: &draft.source.title,
        publisher: &draft.source.publisher,
        address: &draft.source.address,
        note: &draft.note,
        about: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Column;

    #[test]
    fn every_column_that_is_written_is_read() {
        assert_eq!(LongRow::COLUMNS, Column::ALL.map(Column::as_str));
    }
}
