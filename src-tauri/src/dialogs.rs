//! Asking the person for a file.

use std::path::PathBuf;

use hadaf_app::wire::FileKind;
use tauri::WebviewWindow;
use tauri_plugin_dialog::DialogExt;

/// Asks for the name of a file. `None` is an answer: the person changed their mind.
pub trait Dialogs: Send + Sync + 'static {
    /// A workspace to open.
    fn open(&self, window: &WebviewWindow) -> Option<PathBuf>;

    /// Files to import; none when the person changed their mind.
    fn files(&self, window: &WebviewWindow) -> Vec<PathBuf>;

    /// A document to attach.
    fn document(&self, window: &WebviewWindow) -> Option<PathBuf>;

    /// A place for a new file of `kind`, with `name` as a proposal.
    fn save(&self, window: &WebviewWindow, name: &str, kind: FileKind) -> Option<PathBuf>;

    /// The window stands: from now on files may come without being asked for, by a way that the system does not know.
    fn stands(&self, _window: &WebviewWindow) {}
}

/// The system's own dialogs. They block, so they are asked from a command's thread, never from the window's.
#[derive(Debug, Clone, Copy)]
pub struct NativeDialogs;

impl Dialogs for NativeDialogs {
    fn open(&self, window: &WebviewWindow) -> Option<PathBuf> {
        let ending = FileKind::Hadaf.ending();
        let dialog = window.dialog().file().set_parent(window).add_filter(ending, &[ending]);
        dialog.blocking_pick_file()?.into_path().ok()
    }

    fn files(&self, window: &WebviewWindow) -> Vec<PathBuf> {
        let chosen = window.dialog().file().set_parent(window).blocking_pick_files();
        let paths = chosen.into_iter().flatten();
        paths.filter_map(|path| path.into_path().ok()).collect()
    }

    fn document(&self, window: &WebviewWindow) -> Option<PathBuf> {
        let dialog = window.dialog().file().set_parent(window);
        dialog.blocking_pick_file()?.into_path().ok()
    }

    fn save(&self, window: &WebviewWindow, name: &str, kind: FileKind) -> Option<PathBuf> {
        let dialog = window.dialog().file().set_parent(window).set_file_name(name);
        // A document keeps whatever ending it has.
        let dialog = match kind.ending() {
            "" => dialog,
            ending => dialog.add_filter(ending, &[ending]),
        };
        let chosen = dialog.blocking_save_file()?.into_path().ok()?;
        Some(kind.complete(&chosen))
    }
}
