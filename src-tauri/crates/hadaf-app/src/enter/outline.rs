//! Sectors, series and settings of the open workspace: read, and changed by what `hadaf-outline` makes of what is typed.

use hadaf_error::Result;
use hadaf_model::{Book, Need};
use hadaf_outline::{
    ArchiveSeries, FormulaView, MergeSectors, MergeSeries, Outline, ReadFormula, Redraft, RemoveNamed, SetSector,
    SetSeries, SetWorkspace, WorkspaceSettings, archive_series, merge_sectors, merge_series, read_formula,
    remove_sector, remove_series, set_sector, set_series, set_workspace,
};
use hadaf_words::Format;

use crate::session::{App, Changed};

impl App {
    /// All sectors and series, with what rests on each.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn outline(&self) -> Result<Outline> {
        let counts = self.read(|workspace| Ok(workspace.read()?.observation_counts()?))?;
        Ok(Outline::of(&*self.book_for(Need::Registers)?, &counts, self.format()))
    }

    /// Makes a series, or changes one.
    ///
    /// # Errors
    /// As [`set_series`], [`crate::Code::ReadOnly`].
    pub fn series_set(&self, request: &SetSeries) -> Result<Changed> {
        let need = request.id.as_deref().map_or(Need::Registers, Need::Series);
        self.redraft(need, |book, format| set_series(book, request, format))
    }

    /// What a formula gives, while it is typed.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn formula_read(&self, request: &ReadFormula) -> Result<FormulaView> {
        Ok(read_formula(&*self.book_for(Need::Registers)?, request, self.format()))
    }

    /// Puts a series away, or takes it out again.
    ///
    /// # Errors
    /// As [`archive_series`], [`crate::Code::ReadOnly`].
    pub fn series_archive(&self, request: &ArchiveSeries) -> Result<Changed> {
        self.redraft(Need::Registers, |book, format| archive_series(book, request, format))
    }

    /// Removes a series on which nothing rests.
    ///
    /// # Errors
    /// As [`remove_series`], [`crate::Code::ReadOnly`].
    pub fn series_remove(&self, request: &RemoveNamed) -> Result<Changed> {
        let need = Need::Series(&request.id);
        self.redraft(need, |book, format| remove_series(book, &request.id, format))
    }

    /// Lets one series take in another.
    ///
    /// # Errors
    /// As [`merge_series`], [`crate::Code::ReadOnly`].
    pub fn series_merge(&self, request: &MergeSeries) -> Result<Changed> {
        self.redraft(Need::All, |book, format| merge_series(book, request, format))
    }

    /// Makes a sector, or changes one.
    ///
    /// # Errors
    /// As [`set_sector`], [`crate::Code::ReadOnly`].
    pub fn sector_set(&self, request: &SetSector) -> Result<Changed> {
        self.redraft(Need::Registers, |book, format| set_sector(book, request, format))
    }

    /// Removes a sector to which nothing belongs.
    ///
    /// # Errors
    /// As [`remove_sector`], [`crate::Code::ReadOnly`].
    pub fn sector_remove(&self, request: &RemoveNamed) -> Result<Changed> {
        self.redraft(Need::Registers, |book, format| remove_sector(book, &request.id, format))
    }

    /// Lets one sector take in another.
    ///
    /// # Errors
    /// As [`merge_sectors`], [`crate::Code::ReadOnly`].
    pub fn sector_merge(&self, request: &MergeSectors) -> Result<Changed> {
        self.redraft(Need::Registers, |book, format| merge_sectors(book, request, format))
    }

    /// What the workspace knows about itself, and what of it can be changed.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn workspace_settings(&self) -> Result<WorkspaceSettings> {
        Ok(WorkspaceSettings::of(&*self.book()?, self.format()))
    }

    /// Changes what the workspace knows about itself.
    ///
    /// # Errors
    /// As [`set_workspace`], [`crate::Code::ReadOnly`].
    pub fn workspace_set(&self, request: &SetWorkspace) -> Result<Changed> {
        self.redraft(Need::All, |book, format| set_workspace(book, request, format))
    }

    /// One change of what the workspace is made of.
    fn redraft(&self, need: Need<'_>, plan: impl FnOnce(&Book, Format) -> Result<Redraft>) -> Result<Changed> {
        let redraft = plan(&*self.book_for(need)?, self.format())?;
        let changed = self.change(&redraft.label, |change, _| Ok(redraft.write(change)?))?;
        Ok(Changed {
            notes: redraft.notes,
            made: redraft.made,
            ..changed
        })
    }
}
