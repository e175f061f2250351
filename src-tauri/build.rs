//! Declares the window's commands, so that Tauri makes one permission of each and refuses every other.

use tauri_build::{AppManifest, Attributes};

/// Every command of `src/commands`, granted one by one in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "start",
    "settings_set",
    "workspace_open",
    "workspace_sample",
    "workspace_new",
    "workspace_save_copy",
    "workspace_close",
    "workspace_view",
    "overview",
    "outlook",
    "backtest",
    "claims",
    "claim_detail",
    "claim_set",
    "claim_remove",
    "lineage_set",
    "lineage_remove",
    "condition_judge",
    "condition_remove",
    "chart",
    "chart_export",
    "chart_copy",
    "grid",
    "observation_set",
    "paste_preview",
    "paste_apply",
    "register",
    "register_set",
    "register_remove",
    "scenarios",
    "scenario_run",
    "scenario_detail",
    "scenario_set",
    "scenario_duplicate",
    "scenario_remove",
    "life",
    "sources",
    "undo",
    "redo",
    "log",
    "brief",
    "brief_export",
    "open_path",
    "pick_open",
    "pick_save",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The page is compiled into the program: a new page is a new program.
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest = AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(Attributes::new().app_manifest(manifest))?;
    Ok(())
}
