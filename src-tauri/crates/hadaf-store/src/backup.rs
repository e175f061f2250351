//! Copies of a workspace: those beside it, one for each day of work, and the one that a person asks for.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::error::{Result, StoreError};
use crate::files::{self, Existing};

/// Days of work whose copies are kept beside a workspace; the oldest goes.
const KEPT: usize = 3;

/// What the name of a copy begins with, after the workspace's own.
const TAIL: &str = ".bak-";

/// What became of the backup before the latest change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupState {
    /// No change was made yet, so none was needed.
    NotYet,
    /// The workspace as it was before the first change of that day, by whatever program and session.
    Taken(PathBuf),
    /// It could not be written, for the reason given. The change was made all the same: it is
    /// one transaction with a way back, and a number must be correctable on a drive that is
    /// nearly full. The next change tries again.
    Failed(String),
}

/// Copies the workspace to `NAME.bak-DAY` beside it, unless that day has its copy. Kept by the day
/// and not by the session: on the command line a session is one call, and four of them would
/// otherwise push out what was there the day before.
pub(crate) fn take(conn: &Connection, workspace: &Path, day: Date) -> Result<PathBuf> {
    let place = beside(workspace, &day.to_string());
    if !place.is_file() {
        files::write_database(&place, Existing::Replace, |part| copy(conn, part))?;
        prune(workspace, &place);
    }
    Ok(place)
}

/// Copies the workspace to `NAME.bak-format-N` beside it, as it was in that format.
pub(crate) fn take_format(conn: &Connection, workspace: &Path, version: i64) -> Result<PathBuf> {
    let place = beside(workspace, &format!("format-{version}"));
    files::write_database(&place, Existing::Replace, |part| copy(conn, part))?;
    Ok(place)
}

/// The newest of the copies that stand beside a workspace, whether it can be opened itself or not.
pub fn newest_backup(workspace: &Path) -> Option<PathBuf> {
    days(workspace).pop().map(|(_, path)| path)
}

fn beside(workspace: &Path, what: &str) -> PathBuf {
    files::sibling(workspace, &format!("{TAIL}{what}"))
}

/// Takes the copies of the oldest days away, never the one just made: a clock that was wrong for a
/// day would otherwise cost it.
fn prune(workspace: &Path, made: &Path) {
    let mut others = days(workspace);
    others.retain(|(_, path)| path != made);
    let spare = (others.len() + 1).saturating_sub(KEPT);
    for (_, path) in others.drain(..spare) {
        // One copy too many does no harm, and the next day tries again.
        let _ = fs::remove_file(path);
    }
}

/// The copies of days beside a workspace, oldest first. Other files are none of ours.
fn days(workspace: &Path) -> Vec<(Date, PathBuf)> {
    let start = beside(workspace, "");
    let Some(start) = start.file_name().map(std::ffi::OsStr::as_encoded_bytes) else {
        return Vec::new();
    };
    let folder = match workspace.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<(Date, PathBuf)> = entries
        .filter_map(|entry| {
            let name = entry.file_name();
            let day = name.as_encoded_bytes().strip_prefix(start)?;
            let day: Date = std::str::from_utf8(day).ok()?.parse().ok()?;
            Some((day, entry.path()))
        })
        .collect();
    found.sort();
    found
}

/// Copies the whole database to `path`, as it stands in one moment.
pub(crate) fn copy(conn: &Connection, path: &Path) -> Result<()> {
    let mut target = Connection::open(path)?;
    copy_into(conn, &mut target)?;
    target.close().map_err(|(_, error)| error.into())
}

/// Copies the whole database into another one.
pub(crate) fn copy_into(conn: &Connection, target: &mut Connection) -> Result<()> {
    match Backup::new(conn, target)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Locked),
    }
}
