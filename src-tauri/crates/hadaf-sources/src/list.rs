//! Sources as they are listed, with what rests on each, and how its document stands.

use hadaf_core::{AsOf, Source, SourceDocument};
use hadaf_model::{Book, Resting};
use hadaf_words::{Format, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::document::DocumentState;
use crate::names::{file_name_of, is_shown};
use crate::rests::rests_words;

/// A source as the Sources screen lists it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SourceItem {
    /// Its number in the workspace.
    pub id: u32,
    /// Title of the document.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address; may be empty.
    pub address: String,
    /// Page, table or cell; may be empty.
    pub page: String,
    /// ISO day on which it was read; empty where it is not known.
    pub retrieved: String,
    /// What there is to know about it; may be empty.
    pub note: String,
    /// First to last publication date of what it gave.
    pub dates: String,
    /// How many observations rest on it.
    pub observations: u32,
    /// How many claims rest on it.
    pub claims: u32,
    /// How many entries of registers, and findings about conditions.
    pub entries: u32,
    /// "138 figures (IT exports 120, Telecom 18), 2 targets and projections"; empty where nothing does.
    pub uses: String,
    /// The file that it was read in; null where none is kept.
    pub document: Option<DocumentItem>,
}

/// The file that a source was read in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentItem {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u32,
    /// "2.4 MB".
    pub size: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// The way to it from the folder of the workspace; null: inside the workspace.
    pub beside: Option<String>,
    /// How it stands.
    pub state: DocumentState,
    /// The same in words.
    pub told: String,
    /// The system may show a copy of it: it is nothing that could run.
    pub shown: bool,
}

/// All sources.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SourcesView {
    /// By publisher, then title.
    pub sources: Vec<SourceItem>,
}

impl SourcesView {
    /// The sources that were known on a day, by publisher and title, with what rested on each. How its document stands is
    /// asked of whoever can look.
    ///
    /// # Errors
    /// Those of looking.
    pub fn of<E>(
        book: &Book,
        as_of: AsOf,
        format: Format,
        state: impl Fn(&SourceDocument) -> Result<DocumentState, E>,
    ) -> Result<Self, E> {
        let known = book.known(as_of);
        let mut sources = Vec::new();
        for source in book.sources.values() {
            let Some(on) = known.sources.get(&source.id) else {
                continue;
            };
            let document = match book.document(source) {
                Some(document) => Some(document_item(document, state(document)?, format)),
                None => None,
            };
            let mut listed = item(book, source, on, document, format);
            // That it was read later is no news of that day.
            if source.retrieved.is_some_and(|day| !as_of.has(day)) {
                listed.retrieved.clear();
            }
            sources.push(listed);
        }
        let key = |source: &SourceItem| (source.publisher.to_lowercase(), source.title.to_lowercase(), source.id);
        sources.sort_by_cached_key(key);
        Ok(Self { sources })
    }

    /// The documents that cannot be read as they were attached, in words; each with its source.
    #[must_use]
    pub fn broken(&self) -> Vec<String> {
        let documents = self.sources.iter().filter_map(|it| Some((it, it.document.as_ref()?)));
        documents
            .filter(|(_, document)| !document.state.is_whole())
            .map(|(source, document)| format!("{}: {}", source.title, document.told))
            .collect()
    }

    /// What a check of the documents found, in words.
    #[must_use]
    pub fn checked(&self, format: Format) -> String {
        let (words, broken) = (format.words, self.broken());
        let documents = self.sources.iter().filter(|it| it.document.is_some()).count();
        match broken.is_empty() {
            true => say!(words, "documents-whole", count = documents),
            false => {
                let head = say!(words, "documents-broken", count = broken.len());
                format!("{head}\n{}", broken.join("\n"))
            }
        }
    }

    /// The list as the rows of a table with a head: numbers by which sources are named, and what rested on each.
    #[must_use]
    pub fn rows(&self, format: Format) -> Vec<Vec<String>> {
        let words = format.words;
        let head = vec![
            say!(words, "sources-head-id"),
            say!(words, "sources-head-title"),
            say!(words, "sources-head-publisher"),
            say!(words, "sources-head-dates"),
            say!(words, "sources-head-observations"),
            say!(words, "sources-head-claims"),
            say!(words, "sources-head-document"),
        ];
        let row = |source: &SourceItem| {
            vec![
                source.id.to_string(),
                source.title.clone(),
                source.publisher.clone(),
                source.dates.clone(),
                source.observations.to_string(),
                source.claims.to_string(),
                source.document.as_ref().map_or_else(String::new, |it| it.told.clone()),
            ]
        };
        std::iter::once(head).chain(self.sources.iter().map(row)).collect()
    }
}

fn item(book: &Book, source: &Source, on: &Resting, document: Option<DocumentItem>, format: Format) -> SourceItem {
    SourceItem {
        // One beyond what the wire holds is in files made by hand alone; the page then names none that there is.
        id: u32::try_from(source.id.0).ok().unwrap_or(u32::MAX),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        address: source.address.clone(),
        page: source.page.clone(),
        retrieved: source.retrieved.map_or_else(String::new, |day| day.to_string()),
        note: source.note.clone(),
        dates: dates(on, format),
        observations: count(on.observations),
        claims: count(on.claims),
        entries: count(on.entries),
        uses: rests_words(book, on, format).join(", "),
        document,
    }
}

/// A document as it is listed.
#[must_use]
pub fn document_item(document: &SourceDocument, state: DocumentState, format: Format) -> DocumentItem {
    let size = u64::try_from(document.size).ok().unwrap_or(0);
    let (words, name) = (size_words(format, size), file_name_of(&document.name));
    DocumentItem {
        told: say!(
            format.words,
            "document-told",
            state = state.as_str(),
            name = &name,
            size = words.clone(),
            place = document.beside.clone().unwrap_or_default()
        ),
        shown: is_shown(&name),
        name,
        bytes: u32::try_from(size).ok().unwrap_or(u32::MAX),
        size: words,
        hash: document.hash.clone(),
        beside: document.beside.clone(),
        state,
    }
}

/// "2.4 MB", "12 kB", "300 bytes".
pub(crate) fn size_words(format: Format, bytes: u64) -> String {
    let tenths = |unit: f64| {
        let size = bytes as f64 / unit;
        format.rounded(size, if size < 10.0 { 1 } else { 0 })
    };
    match bytes {
        0..1_000 => say!(format.words, "size-bytes", count = bytes),
        1_000..1_000_000 => say!(format.words, "size-kilobytes", size = tenths(1e3)),
        _ => say!(format.words, "size-megabytes", size = tenths(1e6)),
    }
}

/// First to last day on which a source gave something.
fn dates(on: &Resting, format: Format) -> String {
    match on.days {
        Some((first, last)) if first == last => format.day_short(first),
        Some((first, last)) => format.range(format.day_short(first), format.day_short(last)),
        None => say!(format.words, "day-none"),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).ok().unwrap_or(u32::MAX)
}
