//! Where and when the values of a file were published, as far as its own texts say.

use hadaf_core::{SourceDraft, read_day};
use hadaf_import::sheet::Sheet;
use hadaf_import::sheet::Workbook;
use hadaf_import::table::WorkbookReading;
use jiff::civil::Date;

use crate::answers::Answers;

/// Rows at the head and at the foot of a sheet that are searched.
const SEARCHED: usize = 40;
/// Columns that are searched.
const COLUMNS: usize = 30;
/// Words after which a text names who published it.
const SOURCE: [&str; 4] = ["source", "sources", "ماخذ", "ذریعہ"];
/// Words after which a text names the day of publication.
const RELEASED: [&str; 9] = [
    "released",
    "release date",
    "published",
    "publication date",
    "date of publication",
    "date of release",
    "issued",
    "last updated",
    "updated",
];

/// The texts at the head and the foot of the sheets.
fn texts(book: &Workbook) -> impl Iterator<Item = &str> {
    let of = |sheet: &'_ Sheet| {
        let rows = sheet.rows();
        let foot = rows.saturating_sub(SEARCHED).max(SEARCHED.min(rows));
        (0..rows.min(SEARCHED)).chain(foot..rows)
    };
    book.sheets.iter().flat_map(move |sheet| {
        of(sheet).flat_map(move |row| {
            let width = sheet.width_of(row).min(COLUMNS);
            (0..width).map(move |column| sheet.cell(row, column).text)
        })
    })
}

/// What stands behind one of these words and a colon, dash or blank.
fn behind<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let lower = text.to_lowercase();
    // Where letters change their length in small letters, places do not fit.
    let fits = lower.len() == text.len();
    words.iter().filter(|_| fits).find_map(|word| {
        let rest = text.get(lower.strip_prefix(word).map(|_| word.len())?..)?;
        let bare = rest.trim_start_matches([' ', ':', '-', '\u{2013}', '.']);
        let is_word = rest.starts_with([' ', ':', '-', '\u{2013}', '.']);
        is_word.then(|| bare.trim())
    })
}

/// The day of publication that a text of the file names.
pub(crate) fn day_in_text(book: &Workbook, today: Date) -> Option<Date> {
    let day = |text: &str| {
        let rest = behind(text, &RELEASED)?;
        let rest = rest.strip_prefix("on ").or(rest.strip_prefix("On ")).unwrap_or(rest);
        read_day(rest.trim_end_matches('.')).ok()
    };
    let beside = |sheet: &Sheet| {
        (0..sheet.rows().min(SEARCHED)).find_map(|row| {
            let name = sheet.cell(row, 0).text.trim_end_matches(':').to_lowercase();
            let is_name = RELEASED.contains(&name.as_str());
            is_name.then(|| read_day(sheet.cell(row, 1).text).ok()).flatten()
        })
    };
    texts(book)
        .find_map(day)
        .or_else(|| book.sheets.iter().find_map(beside))
        .filter(|day| *day <= today)
}

/// Where the values were read, and whether the file itself says so.
pub(crate) fn source(
    name: &str,
    book: &Workbook,
    reading: &WorkbookReading,
    answers: Answers<'_>,
) -> (SourceDraft, Option<&'static str>) {
    let line = texts(book)
        .find_map(|text| behind(text, &SOURCE))
        .filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() >= 2);
    let title = || {
        let titles = reading.tables.iter().flat_map(|table| &table.title);
        titles
            .map(String::as_str)
            .find(|title| title.contains(char::is_alphabetic))
    };
    let given = answers.to("source", "source");
    let (found, assumed) = match (given, line, name) {
        (Some(given), ..) => (given.to_owned(), None),
        (None, Some(line), _) => (line.to_owned(), Some("source_line")),
        (None, None, "") => (title().unwrap_or_default().to_owned(), Some("source_pasted")),
        (None, None, name) => (name.to_owned(), Some("source_file")),
    };
    let text = |id: &str| answers.to(id, id).unwrap_or_default().to_owned();
    let cut = |text: String| text.chars().take(300).collect::<String>();
    let draft = SourceDraft {
        title: cut(found),
        publisher: cut(text("publisher")),
        address: cut(text("address")),
    };
    (draft, assumed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_word() {
        assert_eq!(behind("Source: State Bank", &SOURCE), Some("State Bank"));
        assert_eq!(behind("SOURCES - PBS", &SOURCE), Some("PBS"));
        assert_eq!(behind("Sourced elsewhere", &SOURCE), None);
        assert_eq!(
            behind("Released on 20 January 2026", &RELEASED),
            Some("on 20 January 2026")
        );
    }
}
