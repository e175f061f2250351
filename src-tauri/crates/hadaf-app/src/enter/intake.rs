//! The conversation of an import, in the session: what was read is kept until it is applied or let go.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_intake::wire::{
    IntakeCells, IntakeCellsRequest, IntakeOpen, IntakePaste, IntakeProgress, IntakeRequest, IntakeStage, IntakeValues,
    IntakeValuesRequest, IntakeView,
};
use hadaf_intake::{IntakeContext, IntakeFile};

use super::import::opened;
use crate::session::{App, Changed, IntakeDesk};

impl App {
    /// Reads files that are to be imported, and keeps them for the session.
    ///
    /// # Errors
    /// [`Code::NothingOpen`]; [`Code::Refused`] when it was cancelled meanwhile. What is wrong with a file stands beside
    /// it.
    pub fn intake_open(&self, request: &IntakeOpen) -> Result<IntakeView> {
        let turn = self.intake.begin(request.paths.len());
        let mut files = Vec::new();
        for path in &request.paths {
            self.intake.at(IntakeStage::Reading, files.len());
            files.push(opened(path, &[]));
            self.intake.check(turn)?;
        }
        self.intake_files(files, turn)
    }

    /// Reads what was pasted, and keeps it for the session.
    ///
    /// # Errors
    /// As [`App::intake_open`].
    pub fn intake_paste(&self, request: &IntakePaste) -> Result<IntakeView> {
        let turn = self.intake.begin(1);
        self.intake_files(vec![IntakeFile::pasted(request)], turn)
    }

    fn intake_files(&self, files: Vec<IntakeFile>, turn: u64) -> Result<IntakeView> {
        self.intake.at(IntakeStage::Finding, files.len());
        let view = self.intake_keep(Arc::new(files), &IntakeRequest::default(), turn);
        self.intake.at(IntakeStage::Idle, 0);
        view
    }

    /// Makes a draft of files and keeps both, unless it was cancelled meanwhile.
    fn intake_keep(&self, files: Arc<Vec<IntakeFile>>, request: &IntakeRequest, turn: u64) -> Result<IntakeView> {
        let context = IntakeContext {
            request,
            series: None,
            today: self.today(),
        };
        let (book, draft) = self.drafted(&files, context)?;
        self.intake.check(turn)?;
        let view = draft.view(&files, &book, self.format());
        *self.intake.kept() = Some((files, Arc::new(draft)));
        Ok(view)
    }

    /// What would be entered, with these answers.
    ///
    /// # Errors
    /// [`Code::Refused`] when nothing was read; a series that is not there, a unit that is none.
    pub fn intake_draft(&self, request: &IntakeRequest) -> Result<IntakeView> {
        let (files, turn) = (self.intake_kept()?.0, self.intake.turn.load(Ordering::SeqCst));
        self.intake_keep(files, request, turn)
    }

    fn intake_kept(&self) -> Result<IntakeDesk> {
        let kept = self.intake.kept().clone();
        kept.ok_or_else(nothing_read)
    }

    /// Cells of a sheet that is to be imported.
    ///
    /// # Errors
    /// [`Code::Refused`] when nothing was read, or there is no such sheet.
    pub fn intake_cells(&self, request: &IntakeCellsRequest) -> Result<IntakeCells> {
        let (files, draft) = self.intake_kept()?;
        draft.cells(&files, request).ok_or_else(nothing_read)
    }

    /// Values that are to be imported, beside the workspace's.
    ///
    /// # Errors
    /// [`Code::Refused`] when nothing was read.
    pub fn intake_values(&self, request: &IntakeValuesRequest) -> Result<IntakeValues> {
        let (_, draft) = self.intake_kept()?;
        Ok(draft.values(request, self.format()))
    }

    /// Enters them, as one change.
    ///
    /// # Errors
    /// [`Code::Questions`] while something is to be answered, [`Code::Refused`] when nothing would change, and those of
    /// changing the workspace.
    pub fn intake_apply(&self, request: &IntakeRequest) -> Result<Changed> {
        let (files, _) = self.intake_kept()?;
        let context = IntakeContext {
            request,
            series: None,
            today: self.today(),
        };
        let (book, draft) = self.drafted(&files, context)?;
        if let (_, Some(failure)) = draft.reports(&book, self.format(), false) {
            return Err(failure);
        }
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let changed = self.enter_draft(&draft, &book, &names.join(", "), true)?;
        let changed = changed.ok_or_else(|| refusal!(Code::Refused, "import-nothing"))?;
        *self.intake.kept() = None;
        Ok(changed)
    }

    /// Lets go of what was read, and stops reading.
    ///
    /// # Errors
    /// None so far.
    pub fn intake_cancel(&self) -> Result<()> {
        self.intake.turn.fetch_add(1, Ordering::SeqCst);
        self.intake.at(IntakeStage::Idle, 0);
        *self.intake.kept() = None;
        Ok(())
    }

    /// How far reading has come.
    ///
    /// # Errors
    /// None so far.
    pub fn intake_progress(&self) -> Result<IntakeProgress> {
        Ok(self.intake.progress())
    }
}

fn nothing_read() -> AppError {
    refusal!(Code::Refused, "import-none-read")
}
