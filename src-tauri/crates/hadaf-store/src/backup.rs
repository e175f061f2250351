//! Copies of a workspace: the rotated ones beside it, and the one that a person asks for.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::error::{Result, StoreError};
use crate::files::{self, Existing};

/// Copies that are kept beside a workspace; the oldest goes.
const KEPT: usize = 3;

/// What became of this session's backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupState {
    /// No change was made yet, so none was needed.
    NotYet,
    /// The workspace as it was before this session's first change.
    Taken(PathBuf),
    /// It could not be written, for the reason given. The change was made all the same: it is
    /// one transaction with a way back, and a number must be correctable on a drive that is
    /// nearly full. The next change tries again.
    Failed(String),
}

/// Copies the workspace to `NAME.bak-1` beside it, after moving the earlier ones on by one.
pub(crate) fn take(conn: &Connection, workspace: &Path) -> Result<PathBuf> {
    let newest = nth(workspace, 1);
    files::write_database(&newest, Existing::Replace, |part| {
        copy(conn, part)?;
        // Only now, so that a copy which fails leaves the earlier ones as they are.
        move_on(workspace)
    })?;
    Ok(newest)
}

fn move_on(workspace: &Path) -> Result<()> {
    for n in (1..KEPT).rev() {
        match fs::rename(nth(workspace, n), nth(workspace, n + 1)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error.into());
            }
            _ => {}
        }
    }
    Ok(())
}

fn nth(workspace: &Path, n: usize) -> PathBuf {
    files::sibling(workspace, &format!(".bak-{n}"))
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
