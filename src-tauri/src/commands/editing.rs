//! Commands that change the open workspace, each one entry of its journal.

use hadaf_app::Result;
use hadaf_app::wire::{Changed, PastePreview, PasteRequest, RegisterEdit, RegisterRemove, SetObservation};
use tauri::State;

use crate::program::Program;

/// Enters one value as a new print.
#[tauri::command(async)]
pub(crate) fn observation_set(program: State<'_, Program>, request: SetObservation) -> Result<Changed> {
    program.app.observation_set(&request)
}

/// What a paste would do.
#[tauri::command(async)]
pub(crate) fn paste_preview(program: State<'_, Program>, request: PasteRequest) -> Result<PastePreview> {
    program.app.paste_preview(&request)
}

/// Does it.
#[tauri::command(async)]
pub(crate) fn paste_apply(program: State<'_, Program>, request: PasteRequest) -> Result<Changed> {
    program.app.paste_apply(&request)
}

/// Enters or amends one entry of a register.
#[tauri::command(async)]
pub(crate) fn register_set(program: State<'_, Program>, request: RegisterEdit) -> Result<Changed> {
    program.app.register_set(&request)
}

/// Takes one entry out of a register.
#[tauri::command(async)]
pub(crate) fn register_remove(program: State<'_, Program>, request: RegisterRemove) -> Result<Changed> {
    program.app.register_remove(&request)
}

/// Takes the last change back.
#[tauri::command(async)]
pub(crate) fn undo(program: State<'_, Program>) -> Result<Changed> {
    program.app.undo()
}

/// Does it again.
#[tauri::command(async)]
pub(crate) fn redo(program: State<'_, Program>) -> Result<Changed> {
    program.app.redo()
}
