//! Undo, redo, and the log of all changes.

use hadaf_store::JournalEntry;
use hadaf_words::Format;
use jiff::tz::TimeZone;

use crate::session::{
    App, Changed, LogEntry, LogView, Result, moment_long, nothing_open, number_on_the_wire, workspace_view as view,
};

impl App {
    /// Takes the newest change back, of this session or an earlier one.
    ///
    /// # Errors
    /// [`crate::Code::NothingToUndo`], [`crate::Code::Conflict`], [`crate::Code::ReadOnly`].
    pub fn undo(&self) -> Result<Changed> {
        self.step(|workspace| Ok(workspace.undo()?))
    }

    /// Makes the change again that was taken back last.
    ///
    /// # Errors
    /// [`crate::Code::NothingToRedo`], [`crate::Code::Conflict`], [`crate::Code::ReadOnly`].
    pub fn redo(&self) -> Result<Changed> {
        self.step(|workspace| Ok(workspace.redo()?))
    }

    /// Every change, newest first; one that was taken back for good is listed as undone.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn log(&self) -> Result<LogView> {
        let (format, zone) = (self.format(), self.now().time_zone().clone());
        self.read(|workspace| {
            let log = workspace.read()?.log()?.into_iter();
            let entries = log.map(|entry| view_of(entry, format, &zone)).collect();
            Ok(LogView { entries })
        })
    }

    fn step(&self, act: impl FnOnce(&mut hadaf_store::Workspace) -> Result<JournalEntry>) -> Result<Changed> {
        let now = self.now();
        let mut state = self.state();
        let workspace = state.open.as_mut().ok_or_else(nothing_open)?;
        let entry = act(workspace)?;
        Ok(Changed {
            notes: Vec::new(),
            label: entry.label,
            workspace: view(&mut state, &now)?,
        })
    }
}

fn view_of(entry: JournalEntry, format: Format, zone: &TimeZone) -> LogEntry {
    LogEntry {
        id: number_on_the_wire(entry.id.0),
        label: entry.label,
        at: entry.at.to_string(),
        when: moment_long(format, &entry.at.to_zoned_datetime(zone.clone())),
        by: entry.by,
        undone: entry.undone,
    }
}
