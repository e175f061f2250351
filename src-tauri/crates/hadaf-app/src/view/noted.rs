//! A page whose figures carry the numbers of their source notes.

use hadaf_model::Situation;
use hadaf_words::{Backing, Format, Note, Notes, Page, back};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A numbered source note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SourceMark {
    /// From 1.
    pub number: u32,
    /// Publisher and date.
    pub text: String,
    /// Its address; may be empty.
    pub address: String,
}

/// A page, and the notes that its figures rest on, numbered in the order in which they are used.
pub(super) struct NotedPage<'a> {
    pub(super) page: Page<'a>,
    pub(super) notes: Notes<'a>,
}

impl<'a> NotedPage<'a> {
    pub(super) fn new(situation: &'a Situation<'a>, format: Format) -> Self {
        Self {
            page: Page::new(situation, format),
            notes: Notes::new(situation.book, format),
        }
    }

    /// The number of the note that backs a figure, if there is one.
    pub(super) fn marks(&mut self, backing: &Backing<'_>) -> Vec<u32> {
        back(&mut self.notes, self.page.situation, backing)
            .into_iter()
            .collect()
    }

    /// The notes used, from number 1.
    pub(super) fn sources(self) -> Vec<SourceMark> {
        let notes = (1..).zip(self.notes.into_vec());
        let mark = |(number, note): (u32, Note)| SourceMark {
            number,
            text: note.text,
            address: note.address,
        };
        notes.map(mark).collect()
    }
}
