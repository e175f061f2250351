//! Sources, their documents, and whose word is read: each planned by `hadaf-sources`, and one change.

use std::path::Path;

use hadaf_error::Result;
use hadaf_model::{Book, Need};
use hadaf_outline::RemoveNamed;
use hadaf_sources::{
    AttachDocument, DocumentOffer, MergeSources, SaveDocument, SetPreference, SetSource, SourceChange,
    WithdrawPreference, attach_document, detach_document, document_bytes, document_of, merge_sources, offer_document,
    remove_source, set_preference, set_source, withdraw_preference,
};
use hadaf_store::{Existing, StoreError};
use hadaf_words::Format;

use crate::session::{App, Changed, Exported, same_file, to_be_written, write_whole};

impl App {
    /// Enters a source, or amends one.
    ///
    /// # Errors
    /// As [`set_source`], [`crate::Code::ReadOnly`].
    pub fn source_set(&self, request: &SetSource) -> Result<Changed> {
        let today = self.today();
        self.source_change(Need::Registers, |book, format, _| {
            set_source(book, request, today, format)
        })
    }

    /// Lets one source take in another.
    ///
    /// # Errors
    /// As [`merge_sources`], [`crate::Code::ReadOnly`].
    pub fn source_merge(&self, request: &MergeSources) -> Result<Changed> {
        self.source_change(Need::All, |book, format, _| merge_sources(book, request, format))
    }

    /// Removes a source on which nothing rests.
    ///
    /// # Errors
    /// As [`remove_source`], [`crate::Code::ReadOnly`].
    pub fn source_remove(&self, request: &RemoveNamed) -> Result<Changed> {
        self.source_change(Need::All, |book, format, _| remove_source(book, &request.id, format))
    }

    /// What attaching a file to a source would mean.
    ///
    /// # Errors
    /// As [`offer_document`].
    pub fn document_offer(&self, path: &Path) -> Result<DocumentOffer> {
        let format = self.format();
        self.read(|workspace| offer_document(path, workspace.folder(), format))
    }

    /// Attaches a file to a source.
    ///
    /// # Errors
    /// As [`attach_document`], [`crate::Code::ReadOnly`].
    pub fn document_attach(&self, request: &AttachDocument) -> Result<Changed> {
        self.source_change(Need::Registers, |book, format, folder| {
            attach_document(book, request, folder, format)
        })
    }

    /// Lets go of the document of a source.
    ///
    /// # Errors
    /// As [`detach_document`], [`crate::Code::ReadOnly`].
    pub fn document_detach(&self, request: &RemoveNamed) -> Result<Changed> {
        self.source_change(Need::Registers, |book, format, _| {
            detach_document(book, &request.id, format)
        })
    }

    /// Writes a copy of the document of a source, once it is known to be the one that was attached.
    ///
    /// # Errors
    /// As [`document_of`] and [`document_bytes`], and those of writing a file; never over the workspace itself.
    pub fn document_save(&self, request: &SaveDocument, existing: Existing) -> Result<Exported> {
        to_be_written(&request.path, existing)?;
        let book = self.book_for(Need::Registers)?;
        let document = document_of(&book, &request.id)?;
        let bytes = self.read(|workspace| {
            if same_file(workspace.path(), &request.path) {
                return Err(StoreError::Exists(request.path.clone()).into());
            }
            document_bytes(&workspace.read()?, workspace.folder(), document)
        })?;
        write_whole(&request.path, &bytes, existing)
    }

    /// Decides which of several sources is read for a period.
    ///
    /// # Errors
    /// As [`set_preference`], [`crate::Code::ReadOnly`].
    pub fn preference_set(&self, request: &SetPreference) -> Result<Changed> {
        self.source_change(Need::Series(&request.series), |book, format, _| {
            set_preference(book, request, format)
        })
    }

    /// Takes such a decision back.
    ///
    /// # Errors
    /// As [`withdraw_preference`], [`crate::Code::ReadOnly`].
    pub fn preference_withdraw(&self, request: &WithdrawPreference) -> Result<Changed> {
        self.source_change(Need::Series(&request.series), |book, format, _| {
            withdraw_preference(book, request, format)
        })
    }

    /// One change of what the workspace rests on. The plan is given the folder in which the workspace is.
    fn source_change(
        &self,
        need: Need<'_>,
        plan: impl FnOnce(&Book, Format, &Path) -> Result<SourceChange>,
    ) -> Result<Changed> {
        let folder = self.read(|workspace| Ok(workspace.folder().to_owned()))?;
        let planned = plan(&*self.book_for(need)?, self.format(), &folder)?;
        let mut made = None;
        let changed = self.change(&planned.label, |change, author| {
            made = planned.write(change, &author.name, author.at)?;
            Ok(())
        })?;
        Ok(Changed {
            made: made.map(|id| id.to_string()),
            notes: planned.notes,
            ..changed
        })
    }
}
