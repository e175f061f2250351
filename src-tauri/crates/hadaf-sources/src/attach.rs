//! The document that a source was read in: attached, told beforehand, and let go of.

use std::path::{Path, PathBuf};

use hadaf_core::{DocumentContent, Source, SourceDocument};
use hadaf_error::{AppError, Result};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::SourceChange;
use crate::document::{MOST_BESIDE, MOST_INSIDE, document_of, read, size_of, too_large, way_to};
use crate::list::size_words;
use crate::names::kept_name;
use crate::typed::source;

/// Attaches a file to a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AttachDocument {
    /// Which source, by its number or its title.
    pub id: String,
    /// The file.
    pub path: PathBuf,
    /// Its bytes are kept inside the workspace; otherwise it stays where it is, beside the workspace.
    pub inside: bool,
}

/// Writes a copy of the document of a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveDocument {
    /// Which source, by its number or its title.
    pub id: String,
    /// Where to.
    pub path: PathBuf,
}

/// A file that could be attached, and what that would mean.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DocumentOffer {
    /// The file.
    pub path: String,
    /// The name that it would have.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u32,
    /// "2.4 MB".
    pub size: String,
    /// What keeping it inside means, with by how much the workspace grows.
    pub inside: String,
    /// It can be kept inside.
    pub can_be_inside: bool,
    /// What leaving it beside the workspace means.
    pub beside: String,
    /// It can be left beside the workspace.
    pub can_be_beside: bool,
}

/// What attaching a file would mean; it is not read yet. `folder` is that of the workspace.
///
/// # Errors
/// [`hadaf_error::Code::NotFound`], [`hadaf_error::Code::Io`], [`hadaf_error::Code::Refused`] for what is no file, or is too
/// large to be kept at all.
pub fn offer_document(path: &Path, folder: &Path, format: Format) -> Result<DocumentOffer> {
    let size = size_of(path)?;
    if size > MOST_BESIDE {
        return Err(too_large(path, false));
    }
    let why_not = |error: AppError| error.view(format).message;
    let (inside, can_be_inside) = match size <= MOST_INSIDE {
        // The bytes, and the change that undo takes back.
        true => (
            say!(
                format.words,
                "document-offer-inside",
                size = size_words(format, size * 2)
            ),
            true,
        ),
        false => (why_not(too_large(path, true)), false),
    };
    let (beside, can_be_beside) = match way_to(path, folder) {
        Ok(way) => (say!(format.words, "document-offer-beside", place = way), true),
        Err(error) => (why_not(error), false),
    };
    Ok(DocumentOffer {
        path: path.display().to_string(),
        name: kept_name(path),
        bytes: u32::try_from(size).ok().unwrap_or(u32::MAX),
        size: size_words(format, size),
        inside,
        can_be_inside,
        beside,
        can_be_beside,
    })
}

/// What attaching a file does: the source has this document and no other one. `folder` is that of the workspace.
///
/// # Errors
/// As [`offer_document`]; [`hadaf_error::Code::Refused`] for a source that is not there, for a file that is too large, and for
/// one that cannot stay beside the workspace.
pub fn attach_document(book: &Book, asked: &AttachDocument, folder: &Path, format: Format) -> Result<SourceChange> {
    let before = source(book, &asked.id)?;
    let way = match asked.inside {
        true => None,
        false => Some(way_to(&asked.path, folder)?),
    };
    let file = read(&asked.path, asked.inside)?;
    let was_inside = book
        .documents
        .iter()
        .any(|known| known.hash == file.hash && known.beside.is_none());
    let is_shared = is_shared(book, before, &file.hash);
    // What is inside for another source stays there.
    let beside = way.filter(|_| !(was_inside && is_shared));
    let size = i64::try_from(file.size).map_err(|_| too_large(&asked.path, asked.inside))?;
    let document = SourceDocument {
        hash: file.hash.clone(),
        name: kept_name(&asked.path),
        size,
        beside,
        attached_by: String::new(),
        attached_at: Timestamp::UNIX_EPOCH,
    };
    let (mut emptied, gone_documents) = match before.file_hash.as_ref() == Some(&file.hash) {
        true => (Vec::new(), Vec::new()),
        false => left_alone(book, before),
    };
    if was_inside && document.beside.is_some() {
        emptied.push(file.hash.clone());
    }
    let contents = file.bytes.map(|bytes| DocumentContent {
        hash: file.hash.clone(),
        bytes,
    });
    let words = format.words;
    Ok(SourceChange {
        label: say!(
            words,
            "label-document",
            what = "attached",
            name = &document.name,
            source = &before.title
        ),
        notes: vec![say!(
            words,
            "note-document-hash",
            size = size_words(format, file.size),
            hash = short(&file.hash)
        )],
        sources: vec![Source {
            file_hash: Some(file.hash),
            ..before.clone()
        }],
        documents: vec![document],
        contents: contents.into_iter().collect(),
        emptied,
        gone_documents,
        ..SourceChange::default()
    })
}

/// What detaching the document of a source does. A file beside the workspace stays where it is.
///
/// # Errors
/// [`hadaf_error::Code::Refused`] for a source that is not there, or has none.
pub fn detach_document(book: &Book, id: &str, format: Format) -> Result<SourceChange> {
    let before = source(book, id)?;
    let document = document_of(book, id)?;
    let (emptied, gone_documents) = left_alone(book, before);
    let words = format.words;
    let notes = match (gone_documents.is_empty(), &document.beside) {
        (true, _) => vec![say!(words, "note-document-shared")],
        (false, None) => vec![say!(words, "note-document-undo")],
        (false, Some(place)) => vec![say!(words, "note-document-stays", place = place)],
    };
    Ok(SourceChange {
        label: say!(
            words,
            "label-document",
            what = "detached",
            name = &document.name,
            source = &before.title
        ),
        notes,
        sources: vec![Source {
            file_hash: None,
            ..before.clone()
        }],
        emptied,
        gone_documents,
        ..SourceChange::default()
    })
}

/// The document of a source, where no other source was read in it: whose bytes go, and which goes.
pub(crate) fn left_alone(book: &Book, source: &Source) -> (Vec<String>, Vec<String>) {
    let Some(document) = book.document(source) else {
        return (Vec::new(), Vec::new());
    };
    if is_shared(book, source, &document.hash) {
        return (Vec::new(), Vec::new());
    }
    let emptied = document.beside.is_none().then(|| document.hash.clone());
    (emptied.into_iter().collect(), vec![document.hash.clone()])
}

/// Whether another source was read in the document of a hash too.
fn is_shared(book: &Book, source: &Source, hash: &str) -> bool {
    let mut others = book.sources.values().filter(|other| other.id != source.id);
    others.any(|other| other.file_hash.as_deref() == Some(hash))
}

/// As many digits of a hash as people compare.
fn short(hash: &str) -> String {
    hash.get(..12).unwrap_or(hash).to_owned()
}
