//! Writes our long CSV.

use hadaf_core::Status;

use crate::{Column, Draft};

/// Writes values as our long CSV, all columns, lines ending in LF. [`crate::read_long`] gives them back.
///
/// A free text that a spreadsheet would calculate gets an apostrophe in front, which is taken off on
/// reading. Spaces around a text are not kept.
pub fn write_long<'a>(drafts: impl IntoIterator<Item = &'a Draft>) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let mut write = |row: [String; Column::ALL.len()]| {
        let written = writer.write_record(row);
        written.expect("memory takes every row, and each has as many cells as the header");
    };
    write(Column::ALL.map(|column| column.as_str().into()));
    for draft in drafts {
        write(Column::ALL.map(|column| cell(draft, column)));
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("cells are text")
}

fn cell(draft: &Draft, column: Column) -> String {
    match column {
        Column::Series => draft.series.to_string(),
        Column::Period => draft.period.to_string(),
        Column::Through => if draft.basis.is_to_date() { "yes" } else { "" }.into(),
        Column::Value if draft.status == Some(Status::Withdrawn) => String::new(),
        Column::Value => draft.value.to_string(),
        Column::Status => draft.status.map_or("", Status::as_str).into(),
        Column::Published => draft.published.date.map(|date| date.to_string()).unwrap_or_default(),
        Column::Dated => if draft.published.approximate { "about" } else { "" }.into(),
        Column::Seen => draft.published.seen.to_string(),
        Column::Source => guarded(&draft.source.title),
        Column::Publisher => guarded(&draft.source.publisher),
        Column::Address => guarded(&draft.source.address),
        Column::Note => guarded(&draft.note),
    }
}

/// With an apostrophe in front when a spreadsheet would calculate the text: the guard of every table that is written
/// for other programs.
pub fn guarded(text: &str) -> String {
    if calculated(text) {
        format!("'{text}")
    } else {
        text.into()
    }
}

/// The text behind the apostrophe that [`guarded`] put in front.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| calculated(rest)).unwrap_or(text)
}

/// Starts like a formula, behind any apostrophes.
fn calculated(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}
