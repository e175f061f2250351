//! Documents that will stand beside another one of their title.

use std::collections::BTreeSet;

use hadaf_core::SourceDraft;
use hadaf_model::{Book, Step};
use hadaf_words::{Format, say};

use crate::import_report::ImportIssue;

/// The titles of documents that are new to the workspace with what is entered, though it has one of that title.
pub(crate) fn of<'a>(book: &Book, entered: impl Iterator<Item = &'a Step>) -> Vec<String> {
    let drafts: BTreeSet<_> = entered.map(|step| &step.draft.source).collect();
    let is_twin = |draft: &&SourceDraft| {
        let titled = || book.sources.values().filter(|source| source.title == draft.title);
        let is_there = titled().any(|it| it.address == draft.address && it.page.is_empty());
        titled().next().is_some() && !is_there
    };
    let twins = drafts.into_iter().filter(is_twin);
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
