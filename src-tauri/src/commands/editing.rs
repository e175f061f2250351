//! Commands that change the open workspace, each one entry of its journal.

use hadaf_app::Result;
use hadaf_app::wire::{
    Changed, JudgeCondition, PastePreview, PasteRequest, RegisterEdit, RegisterRemove, RemoveClaim, RemoveFinding,
    ScenarioSet, SetClaim, SetLineage, SetObservation,
};
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

/// Enters or amends a scenario.
#[tauri::command(async)]
pub(crate) fn scenario_set(program: State<'_, Program>, request: ScenarioSet) -> Result<Changed> {
    program.app.scenario_set(&request)
}

/// Enters a copy of a scenario.
#[tauri::command(async)]
pub(crate) fn scenario_duplicate(program: State<'_, Program>, id: String) -> Result<Changed> {
    program.app.scenario_duplicate(&id)
}

/// Takes a scenario out.
#[tauri::command(async)]
pub(crate) fn scenario_remove(program: State<'_, Program>, id: String) -> Result<Changed> {
    program.app.scenario_remove(&id)
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

/// Enters or amends a claim.
#[tauri::command(async)]
pub(crate) fn claim_set(program: State<'_, Program>, request: SetClaim) -> Result<Changed> {
    program.app.claim_set(&request)
}

/// Removes a claim with its links and findings.
#[tauri::command(async)]
pub(crate) fn claim_remove(program: State<'_, Program>, request: RemoveClaim) -> Result<Changed> {
    program.app.claim_remove(&request)
}

/// Says how a later claim hangs on an earlier one.
#[tauri::command(async)]
pub(crate) fn lineage_set(program: State<'_, Program>, request: SetLineage) -> Result<Changed> {
    program.app.lineage_set(&request)
}

/// Takes a link between two claims away.
#[tauri::command(async)]
pub(crate) fn lineage_remove(program: State<'_, Program>, request: SetLineage) -> Result<Changed> {
    program.app.lineage_remove(&request)
}

/// Says whether a condition of a claim held.
#[tauri::command(async)]
pub(crate) fn condition_judge(program: State<'_, Program>, request: JudgeCondition) -> Result<Changed> {
    program.app.condition_judge(&request)
}

/// Takes back what was found about a condition.
#[tauri::command(async)]
pub(crate) fn condition_remove(program: State<'_, Program>, request: RemoveFinding) -> Result<Changed> {
    program.app.condition_remove(&request)
}
