//! Two sources that are one, and a source on which nothing rests.

use hadaf_core::{PreferenceId, Source};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::attach::left_alone;
use crate::change::SourceChange;
use crate::rests::{MovedRests, is_of_one_place, rests_words};
use crate::typed::source;

/// Lets one source take in another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MergeSources {
    /// The one that goes, by its number or its title.
    pub from: String,
    /// The one that takes it in.
    pub into: String,
}

/// What merging two sources does: all that rests on the one rests on the other, what both say stays once, and what the
/// one knows of itself fills what the other lacks. The book has the observations of all series.
///
/// # Errors
/// [`Code::Refused`] for a source that is not there, for one source twice, and while each has a document of its own.
pub fn merge_sources(book: &Book, asked: &MergeSources, format: Format) -> Result<SourceChange> {
    let (from, into) = (source(book, &asked.from)?, source(book, &asked.into)?);
    if from.id == into.id {
        return Err(refusal!(Code::Refused, "merge-itself", title = &from.title));
    }
    if from.file_hash.is_some() && into.file_hash.is_some() && from.file_hash != into.file_hash {
        return Err(refusal!(
            Code::Refused,
            "merge-documents",
            from = &from.title,
            into = &into.title
        ));
    }
    let moved = MovedRests::of(book, from.id, into.id);
    let words = format.words;
    let mut notes = vec![say!(
        words,
        "note-sources-merged",
        moved = moved.observations.len(),
        repeats = moved.repeats.len(),
        claims = moved.claims.len(),
        entries = moved.entries()
    )];
    let clashes = clashes(book, into, &moved);
    if clashes > 0 {
        notes.push(say!(words, "note-sources-clash", count = clashes));
    }
    let filled = |own: &String, other: &String| if own.is_empty() { other.clone() } else { own.clone() };
    let taken = Source {
        publisher: filled(&into.publisher, &from.publisher),
        address: filled(&into.address, &from.address),
        page: filled(&into.page, &from.page),
        note: filled(&into.note, &from.note),
        retrieved: into.retrieved.or(from.retrieved),
        file_hash: into.file_hash.clone().or_else(|| from.file_hash.clone()),
        ..into.clone()
    };
    Ok(SourceChange {
        label: say!(words, "label-sources-merged", from = &from.title, into = &into.title),
        notes,
        sources: if taken == *into { Vec::new() } else { vec![taken] },
        moved,
        gone: vec![from.id],
        ..SourceChange::default()
    })
}

/// Figures of the one that differ from what the other says of the same period on the same day.
fn clashes(book: &Book, into: &Source, moved: &MovedRests) -> usize {
    let differs = |one: &&hadaf_core::Observation| {
        let mut there = book.all_observations().filter(|it| it.source == into.id);
        there.any(|other| is_of_one_place(one, other) && !one.value.same_value(other.value))
    };
    moved.observations.iter().filter(differs).count()
}

/// What removing a source does. Its document goes with it, unless another source was read in it too. The book has the
/// observations of all series.
///
/// # Errors
/// [`Code::Refused`] for one that is not there, and while something rests on it, with what does.
pub fn remove_source(book: &Book, id: &str, format: Format) -> Result<SourceChange> {
    let gone = source(book, id)?;
    let known = book.known(book.now());
    let words = format.words;
    let mut uses = match known.sources.get(&gone.id) {
        Some(on) => rests_words(book, on, format),
        None => Vec::new(),
    };
    let corrections = book.corrections.iter().filter(|it| it.source == gone.id).count();
    if corrections > 0 {
        uses.push(say!(words, "rests-corrections", count = corrections));
    }
    if !uses.is_empty() {
        return Err(refusal!(
            Code::Refused,
            "source-in-use",
            source = &gone.title,
            uses = uses.join(", ")
        ));
    }
    // A decision to read a source that says nothing says nothing.
    let idle = book.preferences.iter().filter(|it| it.source == gone.id);
    let idle: Vec<PreferenceId> = idle.map(|it| it.id).collect();
    let (emptied, gone_documents) = left_alone(book, gone);
    Ok(SourceChange {
        label: say!(words, "label-source", what = "removed", title = &gone.title),
        gone_preferences: idle,
        gone: vec![gone.id],
        emptied,
        gone_documents,
        ..SourceChange::default()
    })
}
