//! What is open. The window's title follows.

use std::path::Path;

use hadaf_app::Result;
use hadaf_app::wire::{Exported, NewWorkspace, StartView, WorkspaceView};

use super::Host;

impl Host<'_> {
    pub(super) fn start(&self) -> Result<StartView> {
        Ok(self.program.app.start())
    }

    /// The workspace that the command line named is opened here, so that a failure is told on the page like any other.
    pub(super) fn workspace_view(&self) -> Result<Option<WorkspaceView>> {
        match self.program.take_asked() {
            Some(path) => self.workspace_open(&path).map(Some),
            None => self.program.app.workspace_view(),
        }
    }

    pub(super) fn workspace_open(&self, path: &Path) -> Result<WorkspaceView> {
        self.titled(self.program.app.workspace_open(path)?)
    }

    pub(super) fn workspace_sample(&self, name: &str) -> Result<WorkspaceView> {
        self.titled(self.program.app.workspace_sample(name)?)
    }

    pub(super) fn workspace_sample_afresh(&self) -> Result<WorkspaceView> {
        self.titled(self.program.app.workspace_sample_afresh()?)
    }

    pub(super) fn workspace_new(&self, request: &NewWorkspace) -> Result<WorkspaceView> {
        self.program.check_chosen(&request.path)?;
        self.titled(self.program.app.workspace_new(request)?)
    }

    pub(super) fn workspace_save_copy(&self, path: &Path) -> Result<Exported> {
        self.program.check_chosen(path)?;
        self.program.app.workspace_save_copy(path)
    }

    pub(super) fn workspace_close(&self) -> Result<StartView> {
        self.set_title("Hadaf");
        Ok(self.program.app.workspace_close())
    }

    /// Puts the workspace's file name into the window's title.
    fn titled(&self, workspace: WorkspaceView) -> Result<WorkspaceView> {
        self.set_title(&format!("{} · Hadaf", workspace.file_name));
        Ok(workspace)
    }

    /// A title that cannot be set (the window is closing) is no reason to refuse what was asked.
    fn set_title(&self, title: &str) {
        let _closing = self.window.set_title(title);
    }
}
