//! The conversation of an import, in the session: what was read is kept until it is applied or let go.

use hadaf_error::{Code, Result, refusal};
use hadaf_intake::wire::{
    IntakeCells, IntakeCellsRequest, IntakeOpen, IntakePaste, IntakeProgress, IntakeRequest, IntakeStage, IntakeValues,
    IntakeValuesRequest, IntakeView,
};

use crate::session::{App, Changed};

fn nothing_read() -> hadaf_error::AppError {
    refusal!(Code::NothingOpen, "nothing-open")
}

impl App {
    /// Reads files that are to be imported, and keeps them for the session.
    ///
    /// # Errors
    /// [`Code::NothingOpen`].
    pub fn intake_open(&self, _request: &IntakeOpen) -> Result<IntakeView> {
        Err(nothing_read())
    }

    /// Reads what was pasted, and keeps it for the session.
    ///
    /// # Errors
    /// As [`App::intake_open`].
    pub fn intake_paste(&self, _request: &IntakePaste) -> Result<IntakeView> {
        Err(nothing_read())
    }

    /// What would be entered, with these answers.
    ///
    /// # Errors
    /// As [`App::intake_open`].
    pub fn intake_draft(&self, _request: &IntakeRequest) -> Result<IntakeView> {
        Err(nothing_read())
    }

    /// Cells of a sheet that is to be imported.
    ///
    /// # Errors
    /// As [`App::intake_open`].
    pub fn intake_cells(&self, _request: &IntakeCellsRequest) -> Result<IntakeCells> {
        Err(nothing_read())
    }

    /// Values that are to be imported, beside the workspace's.
    ///
    /// # Errors
    /// As [`App::intake_open`].
    pub fn intake_values(&self, _request: &IntakeValuesRequest) -> Result<IntakeValues> {
        Err(nothing_read())
    }

    /// Enters them, as one change.
    ///
    /// # Errors
    /// As [`App::intake_open`].
    pub fn intake_apply(&self, _request: &IntakeRequest) -> Result<Changed> {
        Err(nothing_read())
    }

    /// Lets go of what was read, and stops reading.
    ///
    /// # Errors
    /// None so far.
    pub fn intake_cancel(&self) -> Result<()> {
        Ok(())
    }

    /// How far reading has come.
    ///
    /// # Errors
    /// None so far.
    pub fn intake_progress(&self) -> Result<IntakeProgress> {
        Ok(IntakeProgress {
            done: 0,
            of: 0,
            stage: IntakeStage::Idle,
        })
    }
}
