//! What leaves the window: exports, the clipboard, dialogs, the system's viewer.

use std::path::{Path, PathBuf};

use hadaf_app::wire::{
    AttachDocument, BriefExport, Changed, ChartExport, ChartRequest, DataExport, DocumentOffer, Exported, FileKind,
    GridCopy, RegisterExport, SaveDocument,
};
use hadaf_app::{AppError, Existing, Result};
use tauri_plugin_opener::OpenerExt;

use super::Host;

impl Host<'_> {
    /// The save dialog has asked before it named a file that exists.
    pub(super) fn chart_export(&self, request: &ChartExport) -> Result<Exported> {
        self.program.check_chosen(&request.path)?;
        self.program.app.chart_export(request, Existing::Replace)
    }

    pub(super) fn chart_copy(&self, request: &ChartRequest) -> Result<()> {
        let png = self.program.app.chart_png(request)?;
        self.program.copies().copy(&png).map_err(AppError::system)
    }

    pub(super) fn grid_copy(&self, request: &GridCopy) -> Result<()> {
        let block = self.program.app.grid_copied(request)?;
        let mut copies = self.program.copies();
        copies.copy_table(&block.html, &block.text).map_err(AppError::system)
    }

    pub(super) fn brief_export(&self, request: &BriefExport) -> Result<Exported> {
        self.program.check_chosen(&request.path)?;
        self.program.app.brief_export(request, Existing::Replace)
    }

    pub(super) fn data_export(&self, request: &DataExport) -> Result<Exported> {
        self.program.check_chosen(&request.path)?;
        self.program.app.data_export(request, Existing::Replace)
    }

    pub(super) fn register_export(&self, request: &RegisterExport) -> Result<Exported> {
        self.program.check_chosen(&request.path)?;
        self.program.app.register_export(request, Existing::Replace)
    }

    pub(super) fn pick_open(&self) -> Result<Option<PathBuf>> {
        Ok(self.program.dialogs.open(&self.window))
    }

    pub(super) fn pick_files(&self) -> Result<Vec<PathBuf>> {
        Ok(self.program.dialogs.files(&self.window))
    }

    pub(super) fn pick_save(&self, name: &str, kind: &FileKind) -> Result<Option<PathBuf>> {
        let place = self.program.dialogs.save(&self.window, name, *kind);
        Ok(place.map(|path| self.program.choose(path)))
    }

    pub(super) fn pick_document(&self) -> Result<Option<DocumentOffer>> {
        let chosen = self.program.dialogs.document(&self.window);
        let chosen = chosen.map(|path| self.program.choose_document(path));
        chosen.map(|path| self.program.app.document_offer(&path)).transpose()
    }

    pub(super) fn document_attach(&self, request: &AttachDocument) -> Result<Changed> {
        self.program.check_document(&request.path)?;
        self.program.app.document_attach(request)
    }

    pub(super) fn document_save(&self, request: &SaveDocument) -> Result<Exported> {
        self.program.check_chosen(&request.path)?;
        self.program.app.document_save(request, Existing::Replace)
    }

    pub(super) fn open_path(&self, path: &Path) -> Result<()> {
        self.program.check_chosen(path)?;
        let path = path.to_string_lossy();
        self.window
            .opener()
            .open_path(path, None::<&str>)
            .map_err(AppError::system)
    }
}
