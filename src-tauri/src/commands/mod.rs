//! The commands of the page: typed arguments in, the app's answer out. `build.rs` declares them and
//! `capabilities/main.json` grants them, each by name; a test in `tests/` keeps the lists equal.
//!
//! All run off the window's thread, so that the page stays alive while one works.

mod editing;
mod files;
mod reading;
mod workspace;

use tauri::ipc::Invoke;

/// Answers the page.
pub(crate) fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        workspace::start,
        workspace::settings_set,
        workspace::workspace_open,
        workspace::workspace_sample,
        workspace::workspace_new,
        workspace::workspace_save_copy,
        workspace::workspace_close,
        workspace::workspace_view,
        reading::overview,
        reading::outlook,
        reading::backtest,
        reading::claims,
        reading::claim_detail,
        reading::chart,
        reading::grid,
        reading::life,
        reading::sources,
        reading::log,
        reading::brief,
        reading::register,
        reading::scenarios,
        reading::scenario_run,
        reading::scenario_detail,
        editing::observation_set,
        editing::claim_set,
        editing::claim_remove,
        editing::lineage_set,
        editing::lineage_remove,
        editing::condition_judge,
        editing::condition_remove,
        editing::paste_preview,
        editing::paste_apply,
        editing::register_set,
        editing::register_remove,
        editing::scenario_set,
        editing::scenario_duplicate,
        editing::scenario_remove,
        editing::undo,
        editing::redo,
        files::chart_export,
        files::chart_copy,
        files::brief_export,
        files::open_path,
        files::pick_open,
        files::pick_save,
    ]
}
