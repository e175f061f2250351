//! Documents that will stand beside another one of their title.

use std::collections::BTreeSet;

use hadaf_core::SourceDraft;
use hadaf_model::Book;
use hadaf_words::{Format, say};

use crate::import_report::ImportIssue;

/// The titles of those documents of what is entered that are new to the workspace, though it has one of that title.
pub(crate) fn of(book: &Book, drafts: &BTreeSet<SourceDraft>) -> Vec<String> {
    let is_twin = |draft: &&SourceDraft| {
        let titled = || book.sources.values().filter(|source| source.title == draft.title);
        let is_there = titled().any(|it| it.address == draft.address && it.page.is_empty());
        titled().next().is_some() && !is_there
    };
    let twins = drafts.iter().filter(is_twin);
    twins.map(|draft| draft.title.clone()).collect()
}

/// That there will be two of a title.
pub(crate) fn issue(title: &str, format: Format) -> ImportIssue {
    ImportIssue {
        column: Some("source".into()),
        ..ImportIssue::note(
            "source_namesake",
            None,
            say!(format.words, "source-namesake", title = title),
        )
    }
}
