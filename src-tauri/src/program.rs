//! What the commands share while the window stands.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hadaf_app::{App, Environment};

use crate::clipboard::Pictures;
use crate::dialogs::Dialogs;

/// The app, and what the window adds to it.
pub(crate) struct Program {
    pub(crate) app: App,
    pub(crate) dialogs: Box<dyn Dialogs>,
    pictures: Mutex<Pictures>,
    asked: Mutex<Option<PathBuf>>,
}

impl Program {
    /// A program on this machine that is asked to open the workspace `asked`.
    pub(crate) fn new(asked: Option<PathBuf>, dialogs: Box<dyn Dialogs>) -> Self {
        Self {
            app: App::new(Environment::of_this_machine()),
            dialogs,
            pictures: Mutex::default(),
            asked: Mutex::new(asked),
        }
    }

    /// The clipboard, for one command at a time.
    pub(crate) fn pictures(&self) -> MutexGuard<'_, Pictures> {
        lock(&self.pictures)
    }

    /// The workspace that the command line named, once.
    pub(crate) fn take_asked(&self) -> Option<PathBuf> {
        lock(&self.asked).take()
    }
}

/// Neither value can be left half changed by a command that panicked.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
