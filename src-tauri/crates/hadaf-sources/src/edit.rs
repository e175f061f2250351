//! Entering a source, and amending one.

use hadaf_core::{Source, SourceId};
use hadaf_error::{Code, Result, check_known, parse_day, refusal, required};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::SourceChange;
use crate::typed::{is_same, or_before, source};

/// Enters a source, or amends one. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SetSource {
    /// Which one to amend, by its number or its title; null: a new one.
    pub id: Option<String>,
    /// Title of the document.
    pub title: Option<String>,
    /// Who published it; empty: nobody is known.
    pub publisher: Option<String>,
    /// Its address; empty: none.
    pub address: Option<String>,
    /// Page, table or cell; empty: the whole of it.
    pub page: Option<String>,
    /// The day on which it was read, as people write it; empty: not known.
    pub retrieved: Option<String>,
    /// What there is to know about it.
    pub note: Option<String>,
}

/// What entering or amending a source does.
///
/// # Errors
/// [`Code::Word`] without a title; [`Code::Refused`] for a source that is not there, for one that cannot be told from
/// another, and for a text that is too long; [`Code::Date`].
pub fn set_source(book: &Book, typed: &SetSource, today: Date, format: Format) -> Result<SourceChange> {
    let before = typed.id.as_deref().map(|id| source(book, id)).transpose()?;
    let empty = Source {
        id: SourceId::NEW,
        title: String::new(),
        publisher: String::new(),
        address: String::new(),
        page: String::new(),
        retrieved: None,
        file_hash: None,
        note: String::new(),
    };
    let base = before.unwrap_or(&empty);
    let title = or_before(typed.title.as_ref(), &base.title)?;
    let after = Source {
        title: required(&title, || refusal!(Code::Word, "name-missing"))?,
        publisher: or_before(typed.publisher.as_ref(), &base.publisher)?,
        address: or_before(typed.address.as_ref(), &base.address)?,
        page: or_before(typed.page.as_ref(), &base.page)?,
        note: or_before(typed.note.as_ref(), &base.note)?,
        retrieved: match typed.retrieved.as_deref().map(str::trim) {
            None => base.retrieved,
            Some("") => None,
            Some(text) => Some(read_on(text, today)?),
        },
        ..base.clone()
    };
    let namesake = namesake(book, &after);
    let was_named_so = before
        .is_some_and(|before| is_same(&before.title, &after.title) && is_same(&before.publisher, &after.publisher));
    if namesake.is_some_and(|other| is_same(&other.publisher, &after.publisher)) && !was_named_so {
        return Err(refusal!(Code::Refused, "source-taken", title = &after.title));
    }
    let words = format.words;
    let label = match before {
        None => say!(words, "label-source", what = "added", title = &after.title),
        Some(before) if before.title == after.title => {
            say!(words, "label-amended", what = "source", title = &after.title)
        }
        Some(before) => say!(
            words,
            "label-renamed",
            what = "source",
            before = &before.title,
            after = &after.title
        ),
    };
    Ok(SourceChange {
        label,
        notes: namesake
            .map(|other| say!(words, "source-namesake", title = &other.title))
            .into_iter()
            .collect(),
        sources: vec![after],
        ..SourceChange::default()
    })
}

/// A day on which a document was read, which is not to come.
fn read_on(text: &str, today: Date) -> Result<Date> {
    let day = parse_day(text)?;
    check_known(day, today)?;
    Ok(day)
}

/// Another source of the same title and page.
fn namesake<'a>(book: &'a Book, source: &Source) -> Option<&'a Source> {
    let mut others = book.sources.values().filter(|other| other.id != source.id);
    others.find(|other| is_same(&other.title, &source.title) && is_same(&other.page, &source.page))
}
