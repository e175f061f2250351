//! Commands that leave the window: exports, the clipboard, dialogs, the system's viewer.

use std::path::PathBuf;

use hadaf_app::wire::{BriefExport, ChartExport, ChartRequest, Exported};
use hadaf_app::{AppError, Code, Existing, Result};
use tauri::{State, WebviewWindow};
use tauri_plugin_opener::OpenerExt;

use crate::dialogs::FileKind;
use crate::program::Program;

/// Writes a chart to a file. The save dialog has asked before it named a file that exists.
#[tauri::command(async)]
pub(crate) fn chart_export(program: State<'_, Program>, request: ChartExport) -> Result<Exported> {
    program.check_chosen(&request.path)?;
    program.app.chart_export(&request, Existing::Replace)
}

/// Puts a chart onto the clipboard as pixels.
#[tauri::command(async)]
pub(crate) fn chart_copy(program: State<'_, Program>, request: ChartRequest) -> Result<()> {
    let png = program.app.chart_png(&request)?;
    program.pictures().copy(&png).map_err(system)
}

/// Writes a briefing to a file.
#[tauri::command(async)]
pub(crate) fn brief_export(program: State<'_, Program>, request: BriefExport) -> Result<Exported> {
    program.check_chosen(&request.path)?;
    program.app.brief_export(&request, Existing::Replace)
}

/// Shows a file in the system's viewer.
#[tauri::command(async)]
pub(crate) fn open_path(program: State<'_, Program>, window: WebviewWindow, path: String) -> Result<()> {
    program.check_chosen(&path)?;
    window.opener().open_path(path, None::<&str>).map_err(system)
}

/// Asks for a workspace to open.
#[tauri::command(async)]
pub(crate) fn pick_open(program: State<'_, Program>, window: WebviewWindow) -> Option<PathBuf> {
    program.dialogs.open(&window)
}

/// Asks where to save a file.
#[tauri::command(async)]
pub(crate) fn pick_save(
    program: State<'_, Program>,
    window: WebviewWindow,
    name: String,
    kind: FileKind,
) -> Option<PathBuf> {
    program
        .dialogs
        .save(&window, &name, kind)
        .map(|path| program.choose(path))
}

/// A refusal of the operating system, in its own words.
fn system(error: impl std::fmt::Display) -> AppError {
    AppError {
        code: Code::Io,
        message: error.to_string(),
        hint: None,
    }
}
