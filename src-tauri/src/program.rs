//! What the commands share while the window stands.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use hadaf_app::{App, AppError, Environment, Result};

use crate::clipboard::Copies;
use crate::dialogs::Dialogs;

/// The app, and what the window adds to it.
pub(crate) struct Program {
    pub(crate) app: App,
    pub(crate) dialogs: Box<dyn Dialogs>,
    copies: Mutex<Copies>,
    asked: Mutex<Option<PathBuf>>,
    chosen: Mutex<BTreeSet<PathBuf>>,
    documents: Mutex<BTreeSet<PathBuf>>,
}

impl Program {
    /// A program on this machine that is asked to open the workspace `asked`.
    pub(crate) fn new(asked: Option<PathBuf>, dialogs: Box<dyn Dialogs>) -> Self {
        Self {
            app: App::new(Environment::of_this_machine()),
            dialogs,
            copies: Mutex::default(),
            asked: Mutex::new(asked),
            chosen: Mutex::default(),
            documents: Mutex::default(),
        }
    }

    /// The clipboard, for one command at a time.
    pub(crate) fn copies(&self) -> MutexGuard<'_, Copies> {
        lock(&self.copies)
    }

    /// The workspace that the command line named, once.
    pub(crate) fn take_asked(&self) -> Option<PathBuf> {
        lock(&self.asked).take()
    }

    /// Takes note of a place that the person chose in a dialog.
    pub(crate) fn choose(&self, path: PathBuf) -> PathBuf {
        lock(&self.chosen).insert(path.clone());
        path
    }

    /// Takes note of a file that the person chose to be attached. It may be read, and not written.
    pub(crate) fn choose_document(&self, path: PathBuf) -> PathBuf {
        lock(&self.documents).insert(path.clone());
        path
    }

    /// What the workspace takes in whole is what the person chose since the program was started.
    ///
    /// # Errors
    /// [`Code::Refused`] for any other file.
    pub(crate) fn check_document(&self, path: &Path) -> Result<()> {
        if lock(&self.documents).contains(path) {
            return Ok(());
        }
        Err(AppError::not_chosen(path))
    }

    /// Writing and showing files is for places that the person chose since the program was started: whatever
    /// got into the page could otherwise write over anything.
    ///
    /// # Errors
    /// [`Code::Refused`] for any other place.
    pub(crate) fn check_chosen(&self, path: &Path) -> Result<()> {
        if lock(&self.chosen).contains(path) {
            return Ok(());
        }
        Err(AppError::not_chosen(path))
    }
}

/// None of the values can be left half changed by a command that panicked.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
