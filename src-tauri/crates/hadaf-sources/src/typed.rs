//! What is typed of sources: which one is meant, and texts within bounds.

use hadaf_core::{Source, SourceId};
use hadaf_error::{Code, Result, refusal};
use hadaf_fonts::on_one_line;
use hadaf_model::Book;

/// Characters of one text of a source; an address may be long, a book is no title.
const LONGEST: usize = 2_000;

/// The source of a number; else the one of a title, which may be a number too.
///
/// # Errors
/// [`Code::Refused`] where there is none.
pub(crate) fn source<'a>(book: &'a Book, id: &str) -> Result<&'a Source> {
    let id = id.trim();
    let of_number = id.parse().ok().map(SourceId).and_then(|number| book.source(number));
    let titled = || book.sources.values().rev().find(|source| source.title.trim() == id);
    of_number
        .or_else(titled)
        .ok_or_else(|| refusal!(Code::Refused, "unknown-source", name = id))
}

/// A text on one line, without blanks around it.
///
/// # Errors
/// [`Code::Refused`] for one that is too long.
pub(crate) fn line(text: &str) -> Result<String> {
    let line = on_one_line(text).trim().to_owned();
    match line.chars().count() {
        length if length > LONGEST => Err(refusal!(
            Code::Refused,
            "source-text-long",
            length = length,
            most = LONGEST
        )),
        _ => Ok(line),
    }
}

/// What was typed, or what stood before where nothing was.
///
/// # Errors
/// As [`line`].
pub(crate) fn or_before(typed: Option<&String>, before: &str) -> Result<String> {
    typed.map_or_else(|| Ok(before.to_owned()), |text| line(text))
}

/// Two names that a reader takes for one.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
