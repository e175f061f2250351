//! Asking the person for a file.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tauri::WebviewWindow;
use tauri_plugin_dialog::DialogExt;

/// What a file to be saved is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A workspace.
    Hadaf,
    /// A briefing or a chart as a document.
    Pdf,
    /// A chart as a drawing.
    Svg,
    /// A chart as pixels.
    Png,
}

impl FileKind {
    /// The ending of the file's name, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Hadaf => "hadaf",
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// `path` with this kind's ending. The kind of an export is read from its ending, and some systems'
    /// dialogs leave it off.
    #[must_use]
    pub fn complete(self, path: &Path) -> PathBuf {
        let has_it = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case(self.ending()));
        if has_it {
            return path.to_owned();
        }
        let mut whole = path.as_os_str().to_owned();
        whole.push(".");
        whole.push(self.ending());
        PathBuf::from(whole)
    }
}

/// Asks for the name of a file. `None` is an answer: the person changed their mind.
pub trait Dialogs: Send + Sync + 'static {
    /// A workspace to open.
    fn open(&self, window: &WebviewWindow) -> Option<PathBuf>;

    /// A place for a new file of `kind`, with `name` as a proposal.
    fn save(&self, window: &WebviewWindow, name: &str, kind: FileKind) -> Option<PathBuf>;
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

    fn save(&self, window: &WebviewWindow, name: &str, kind: FileKind) -> Option<PathBuf> {
        let ending = kind.ending();
        let dialog = window
            .dialog()
            .file()
            .set_parent(window)
            .set_file_name(name)
            .add_filter(ending, &[ending]);
        let chosen = dialog.blocking_save_file()?.into_path().ok()?;
        Some(kind.complete(&chosen))
    }
}
