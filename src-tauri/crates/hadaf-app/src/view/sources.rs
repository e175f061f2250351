//! The documents that a workspace rests on, as known on a day.

use hadaf_error::Result;
use hadaf_model::{Known, Need};
use hadaf_sources::{DocumentItem, DocumentLook, SourcesView, document_item, document_of, document_state};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, WorkspaceCounts, count};

/// Asks for what was known on a day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct KnownRequest {
    /// ISO date or null.
    pub as_of: Option<String>,
}

impl App {
    /// The sources that were known, by publisher and title, with what rested on each, and whether its document is there.
    ///
    /// # Errors
    /// [`crate::Code::Date`], and those of reading the workspace.
    pub fn sources(&self, request: &KnownRequest) -> Result<SourcesView> {
        self.sources_seen(request, DocumentLook::Quick)
    }

    /// All sources, each document held against its hash.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn documents_check(&self) -> Result<SourcesView> {
        self.sources_seen(&KnownRequest::default(), DocumentLook::Whole)
    }

    /// The document of a source, held against its hash.
    ///
    /// # Errors
    /// As [`document_of`], and those of reading the workspace.
    pub fn document_item(&self, source: &str) -> Result<DocumentItem> {
        let (book, format) = (self.book_for(Need::Registers)?, self.format());
        let document = document_of(&book, source)?;
        self.read(|workspace| {
            let state = document_state(&workspace.read()?, workspace.folder(), document, DocumentLook::Whole)?;
            Ok(document_item(document, state, format))
        })
    }

    fn sources_seen(&self, request: &KnownRequest, look: DocumentLook) -> Result<SourcesView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let (book, format) = (self.book()?, self.format());
        self.read(|workspace| {
            let reader = workspace.read()?;
            SourcesView::of(&book, as_of, format, |document| {
                document_state(&reader, workspace.folder(), document, look)
            })
        })
    }

    /// How much of everything was known.
    ///
    /// # Errors
    /// As [`App::sources`].
    pub fn counts(&self, request: &KnownRequest) -> Result<WorkspaceCounts> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        Ok(counted(&self.book()?.known(as_of)))
    }
}

fn counted(known: &Known) -> WorkspaceCounts {
    WorkspaceCounts {
        observations: count(known.observations),
        claims: count(known.claims),
        disruptions: count(known.disruptions),
        budget_lines: count(known.budget_lines),
        initiatives: count(known.initiatives),
        concerns: count(known.concerns),
        sources: count(known.sources.len()),
    }
}
