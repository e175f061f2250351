//! The desktop program with dialogs that are answered from the environment, for the end-to-end suite:
//! native dialogs cannot be driven. Everything else is the shipped program.
//!
//! `HADAF_OPEN` is the file that an open dialog gives; `HADAF_SAVE_IN` the folder in which a save dialog
//! accepts the proposed name; `HADAF_IMPORT` the files that a dialog of files gives, parted as in `PATH`; `HADAF_DOCUMENT`
//! the file that a dialog for a document gives. Without its variable a dialog is answered with "cancel". `HADAF_DROP` is a
//! file that comes to be: the files that it names, one a line, are dropped onto the window as the system drops them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hadaf_window::{Dialogs, FileKind};
use serde_json::json;
use tauri::{Emitter, EventTarget, WebviewWindow};

struct Scripted;

impl Dialogs for Scripted {
    fn open(&self, _: &WebviewWindow) -> Option<PathBuf> {
        std::env::var_os("HADAF_OPEN").map(PathBuf::from)
    }

    fn files(&self, _: &WebviewWindow) -> Vec<PathBuf> {
        let paths = std::env::var_os("HADAF_IMPORT");
        paths.map_or_else(Vec::new, |paths| std::env::split_paths(&paths).collect())
    }

    fn document(&self, _: &WebviewWindow) -> Option<PathBuf> {
        std::env::var_os("HADAF_DOCUMENT").map(PathBuf::from)
    }

    fn save(&self, _: &WebviewWindow, name: &str, kind: FileKind) -> Option<PathBuf> {
        let folder = std::env::var_os("HADAF_SAVE_IN").map(PathBuf::from)?;
        Some(kind.complete(&folder.join(name)))
    }

    fn stands(&self, window: &WebviewWindow) {
        let Some(list) = std::env::var_os("HADAF_DROP").map(PathBuf::from) else {
            return;
        };
        let window = window.clone();
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_millis(50));
                drop_files(&window, &list);
            }
        });
    }
}

/// Drops the files that `list` names, once.
fn drop_files(window: &WebviewWindow, list: &Path) {
    let Ok(names) = std::fs::read_to_string(list) else {
        return;
    };
    if !names.ends_with('\n') || std::fs::remove_file(list).is_err() {
        return;
    }
    let paths: Vec<&str> = names.lines().collect();
    let dropped = json!({ "paths": paths, "position": { "x": 400, "y": 300 } });
    for event in ["tauri://drag-enter", "tauri://drag-drop"] {
        let _closing = window.emit_to(EventTarget::webview(window.label()), event, dropped.clone());
    }
}

fn main() -> hadaf_window::Result {
    hadaf_window::webkit::relaunch_with_safe_renderer();
    hadaf_window::run(Box::new(Scripted))
}
