//! Commands that open and close workspaces. The window's title follows.

use std::path::{Path, PathBuf};

use hadaf_app::Result;
use hadaf_app::wire::{Exported, NewWorkspace, Settings, StartView, WorkspaceView};
use tauri::{State, WebviewWindow};

use crate::program::Program;

/// What the first screen shows.
#[tauri::command(async)]
pub(crate) fn start(program: State<'_, Program>) -> StartView {
    program.app.start()
}

/// Remembers choices.
#[tauri::command(async)]
pub(crate) fn settings_set(program: State<'_, Program>, settings: Settings) -> Result<Settings> {
    program.app.settings_set(settings)
}

/// Opens a workspace.
#[tauri::command(async)]
pub(crate) fn workspace_open(
    program: State<'_, Program>,
    window: WebviewWindow,
    path: PathBuf,
) -> Result<WorkspaceView> {
    open(&program, &window, &path)
}

/// Opens the sample, which is built in the data folder when it is not there.
#[tauri::command(async)]
pub(crate) fn workspace_sample(program: State<'_, Program>, window: WebviewWindow) -> Result<WorkspaceView> {
    titled(&window, program.app.workspace_sample()?)
}

/// Creates a workspace and opens it.
#[tauri::command(async)]
pub(crate) fn workspace_new(
    program: State<'_, Program>,
    window: WebviewWindow,
    new: NewWorkspace,
) -> Result<WorkspaceView> {
    program.check_chosen(&new.path)?;
    titled(&window, program.app.workspace_new(&new)?)
}

/// Writes a copy of the open workspace.
#[tauri::command(async)]
pub(crate) fn workspace_save_copy(program: State<'_, Program>, path: String) -> Result<Exported> {
    program.check_chosen(&path)?;
    program.app.workspace_save_copy(Path::new(&path))
}

/// Closes the open workspace.
#[tauri::command(async)]
pub(crate) fn workspace_close(program: State<'_, Program>, window: WebviewWindow) -> StartView {
    set_title(&window, "Hadaf");
    program.app.workspace_close()
}

/// What is open now. The first call opens the workspace that the command line named, so that a failure is
/// told on the page like any other.
#[tauri::command(async)]
pub(crate) fn workspace_view(program: State<'_, Program>, window: WebviewWindow) -> Result<Option<WorkspaceView>> {
    match program.take_asked() {
        Some(path) => open(&program, &window, &path).map(Some),
        None => program.app.workspace_view(),
    }
}

fn open(program: &Program, window: &WebviewWindow, path: &Path) -> Result<WorkspaceView> {
    titled(window, program.app.workspace_open(path)?)
}

/// Puts the workspace's file name into the window's title.
fn titled(window: &WebviewWindow, workspace: WorkspaceView) -> Result<WorkspaceView> {
    set_title(window, &format!("{} · Hadaf", workspace.file_name));
    Ok(workspace)
}

/// A title that cannot be set (the window is closing) is no reason to refuse what was asked.
fn set_title(window: &WebviewWindow, title: &str) {
    let _closing = window.set_title(title);
}
