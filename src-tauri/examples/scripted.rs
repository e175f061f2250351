//! The desktop program with dialogs that are answered from the environment, for the end-to-end suite:
//! native dialogs cannot be driven. Everything else is the shipped program.
//!
//! `HADAF_OPEN` is the file that an open dialog gives; `HADAF_SAVE_IN` the folder in which a save dialog
//! accepts the proposed name; `HADAF_IMPORT` the files that a dialog of files gives, parted as in `PATH`. Without its variable a dialog is answered with "cancel".

use std::path::PathBuf;

use hadaf_window::{Dialogs, FileKind};
use tauri::WebviewWindow;

struct Scripted;

impl Dialogs for Scripted {
    fn open(&self, _: &WebviewWindow) -> Option<PathBuf> {
        std::env::var_os("HADAF_OPEN").map(PathBuf::from)
    }

    fn files(&self, _: &WebviewWindow) -> Vec<PathBuf> {
        let paths = std::env::var_os("HADAF_IMPORT");
        paths.map_or_else(Vec::new, |paths| std::env::split_paths(&paths).collect())
    }

    fn save(&self, _: &WebviewWindow, name: &str, kind: FileKind) -> Option<PathBuf> {
        let folder = std::env::var_os("HADAF_SAVE_IN").map(PathBuf::from)?;
        Some(kind.complete(&folder.join(name)))
    }
}

fn main() -> hadaf_window::Result {
    hadaf_window::webkit::relaunch_with_safe_renderer();
    hadaf_window::run(Box::new(Scripted))
}
