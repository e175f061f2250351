//! Undo, redo, and the log of all changes.

use hadaf_error::Result;
use hadaf_store::{JournalEntry, Signature};
use hadaf_words::{Format, say};
use jiff::tz::TimeZone;

use crate::session::{
    App, Author, Changed, LogEntry, LogView, nothing_open, number_on_the_wire, workspace_view as view,
};

impl App {
    /// Takes the newest change back, of this session or an earlier one.
    ///
    /// # Errors
    /// [`crate::Code::NothingToUndo`], [`crate::Code::Conflict`], [`crate::Code::ReadOnly`].
    pub fn undo(&self) -> Result<Changed> {
        self.step(|workspace, author| Ok(workspace.undo(author.at, &author.name)?))
    }

    /// Makes the change again that was taken back last.
    ///
    /// # Errors
    /// [`crate::Code::NothingToRedo`], [`crate::Code::Conflict`], [`crate::Code::ReadOnly`].
    pub fn redo(&self) -> Result<Changed> {
        self.step(|workspace, author| Ok(workspace.redo(author.at, &author.name)?))
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

    fn step(&self, act: impl FnOnce(&mut hadaf_store::Workspace, &Author) -> Result<JournalEntry>) -> Result<Changed> {
        let now = self.now();
        let mut state = self.state();
        let author = state.author(self.environment(), &now);
        let workspace = state.open.as_mut().ok_or_else(nothing_open)?;
        let entry = act(workspace, &author)?;
        Ok(Changed {
            notes: Vec::new(),
            made: None,
            label: entry.label,
            workspace: view(&mut state, &now)?,
        })
    }
}

fn view_of(entry: JournalEntry, format: Format, zone: &TimeZone) -> LogEntry {
    let when = |at: jiff::Timestamp| format.moment_long(&at.to_zoned_datetime(zone.clone()));
    let by = |signed: &Option<Signature>| signed.as_ref().map(|it| it.by.clone());
    let at = |signed: &Option<Signature>| signed.as_ref().map(|it| it.at.to_string());
    let undone = entry.undone_as.as_ref().map(|it| ("undone", it));
    let redone = entry.redone_as.as_ref().map(|it| ("redone", it));
    // What became of it last stands last.
    let mut steps: Vec<(&str, &Signature)> = undone.into_iter().chain(redone).collect();
    if entry.undone {
        steps.reverse();
    }
    let told = |(what, it): (&str, &Signature)| {
        say!(
            format.words,
            "log-since",
            what = what,
            by = it.by.clone(),
            when = when(it.at)
        )
    };
    let since: Vec<String> = steps.into_iter().map(told).collect();
    // The fields say what holds: who took it back while it is, who made it again while it stands since.
    let (undone, redone) = match entry.undone {
        true => (entry.undone_as, None),
        false => (None, entry.redone_as),
    };
    LogEntry {
        id: number_on_the_wire(entry.id.0),
        label: entry.label,
        at: entry.at.to_string(),
        when: when(entry.at),
        by: entry.by,
        undone: entry.undone,
        undone_by: by(&undone),
        undone_at: at(&undone),
        redone_by: by(&redone),
        redone_at: at(&redone),
        since: (!since.is_empty()).then(|| since.join("; ")),
    }
}
