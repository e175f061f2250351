//! What was read of files that are to be imported, until it is entered or let go, and how far reading has come.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hadaf_error::{Code, Result, refusal};
use hadaf_intake::wire::{IntakeProgress, IntakeStage};
use hadaf_intake::{IntakeDraft, IntakeFile};

/// Files and their draft.
pub(crate) type IntakeDesk = (Arc<Vec<IntakeFile>>, Arc<IntakeDraft>);

/// What is being imported. It has a lock of its own: while a file is read, the session answers.
#[derive(Debug, Default)]
pub(crate) struct IntakeState {
    kept: Mutex<Option<IntakeDesk>>,
    progress: Mutex<(IntakeStage, usize, usize)>,
    /// Counts up with each reading and each time that one is cancelled.
    pub(crate) turn: AtomicU64,
}

impl IntakeState {
    /// What is kept. Whatever panicked left it whole.
    pub(crate) fn kept(&self) -> MutexGuard<'_, Option<IntakeDesk>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins to read so many files: the number of this reading.
    pub(crate) fn begin(&self, files: usize) -> u64 {
        *self.told() = (IntakeStage::Reading, 0, files);
        self.turn.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Notes what is being done, and how many files are done.
    pub(crate) fn at(&self, stage: IntakeStage, done: usize) {
        let mut told = self.told();
        *told = (stage, done, if stage == IntakeStage::Idle { 0 } else { told.2 });
    }

    /// Refuses to go on with a reading that was cancelled, or followed by another.
    pub(crate) fn check(&self, turn: u64) -> Result<()> {
        match self.turn.load(Ordering::SeqCst) == turn {
            true => Ok(()),
            false => Err(refusal!(Code::Refused, "import-cancelled")),
        }
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> IntakeProgress {
        let (stage, done, of) = *self.told();
        let narrow = |number: usize| u32::try_from(number).ok().unwrap_or(u32::MAX);
        IntakeProgress {
            done: narrow(done),
            of: narrow(of),
            stage,
        }
    }

    fn told(&self) -> MutexGuard<'_, (IntakeStage, usize, usize)> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
