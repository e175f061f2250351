use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::backup::{self, BackupState};
use crate::change::Change;
use crate::error::{ReadOnlyReason, Result, StoreError};
use crate::files::{self, Existing, Identity};
use crate::info::WorkspaceInfo;
use crate::journal::{self, JournalEntry, Signature};
use crate::lock::WriteLock;
use crate::open::{self, Mode};
use crate::reader::Reader;
use crate::schema;
use crate::version::{DataVersion, Opening};

/// What the caller of [`Workspace::open`] means to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only read. Takes no lock and writes nothing, not even beside the file; unless a crash cut a
    /// change short, which is taken back first where the file can be written.
    Read,
    /// Read and change, if nobody else does and the file allows it.
    Write,
}

/// An open workspace file.
///
/// Reading goes through [`Workspace::read`], every change through [`Workspace::change`].
#[derive(Debug)]
pub struct Workspace {
    // Before `mode`, so that the connection is closed when the lock ends.
    conn: Connection,
    mode: Mode,
    path: PathBuf,
    /// The file that was opened.
    identity: Option<Identity>,
    backup: BackupState,
    /// The day whose backup `backup` tells of.
    backup_day: Option<Date>,
    opening: Opening,
}

impl Workspace {
    /// Creates an empty workspace at `path` and opens it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when a file stands there and `existing` says to keep it,
    /// [`StoreError::NoFolder`] when its folder is not there, [`StoreError::ReadOnly`] when the
    /// folder cannot be written or somebody has the file to be replaced open,
    /// [`StoreError::DiskFull`]. A failure leaves no file, or the earlier one.
    pub fn create(path: &Path, new: &WorkspaceInfo, existing: Existing) -> Result<Self> {
        Self::build::<StoreError>(path, new, existing, |_| Ok(()))
    }

    /// Creates a workspace that `fill` gives its first content, and opens it. This content is not
    /// in the journal: it is the state that undo ends at, and there is nobody who typed it in.
    ///
    /// # Errors
    /// As [`Workspace::create`], and whatever `fill` returns.
    pub fn build<E: From<StoreError>>(
        path: &Path,
        new: &WorkspaceInfo,
        existing: Existing,
        fill: impl FnOnce(&Change<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        let path = files::absolute(path)?;
        let lock = WriteLock::take(&path).map_err(StoreError::ReadOnly)?;
        files::write_database(&path, existing, |part| {
            let conn = open::create(part)?;
            schema::migrate(&conn, 0, schema::VERSION)?;
            let tx = conn.unchecked_transaction().map_err(StoreError::from)?;
            fill_new(&conn, new, fill)?;
            tx.commit().map_err(StoreError::from)?;
            conn.close().map_err(|(_, error)| StoreError::from(error))?;
            Ok::<(), E>(())
        })?;
        Ok(Self::open_locked(path, Ok(lock))?)
    }

    /// Opens the workspace at `path`. With [`Access::Write`] on a file that cannot be written now,
    /// it is opened for reading, and [`Workspace::read_only`] says why.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::NotADatabase`], [`StoreError::OtherDatabase`],
    /// [`StoreError::Newer`], [`StoreError::Damaged`] or [`StoreError::Altered`], each with the
    /// file's bytes untouched; [`StoreError::Unfinished`]; [`StoreError::Locked`].
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        let path = files::absolute(path)?;
        let lock = match access {
            Access::Write if path.is_file() => WriteLock::take(&path),
            Access::Read | Access::Write => Err(ReadOnlyReason::Asked),
        };
        Self::open_locked(path, lock)
    }

    fn open_locked(path: PathBuf, lock: Result<WriteLock, ReadOnlyReason>) -> Result<Self> {
        let (conn, mode) = open::open(&path, lock)?;
        let mut workspace = Self {
            conn,
            mode,
            identity: Identity::of(&path),
            path,
            backup: BackupState::NotYet,
            backup_day: None,
            opening: Opening::next(),
        };
        workspace.upgrade()?;
        Ok(workspace)
    }

    /// Brings an older file to today's format. One that may only be read is upgraded in memory.
    fn upgrade(&mut self) -> Result<()> {
        let version = schema::version(&self.conn)?;
        if version == schema::VERSION {
            return Ok(());
        }
        match self.mode {
            Mode::Writing { .. } => self.backup = outcome(backup::take_format(&self.conn, &self.path, version)),
            Mode::Reading(_) => {
                let mut memory = Connection::open_in_memory()?;
                backup::copy_into(&self.conn, &mut memory)?;
                self.conn = memory;
            }
        }
        schema::migrate(&self.conn, version, schema::VERSION)
    }

    /// Where the file is: absolute, with symbolic links resolved.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that it is in, from which documents beside it are found.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// Why the workspace cannot be changed, if it cannot.
    pub fn read_only(&self) -> Option<&ReadOnlyReason> {
        match &self.mode {
            Mode::Reading(reason) => Some(reason),
            Mode::Writing { .. } => None,
        }
    }

    /// Whether the file that was opened is still the one at its path.
    ///
    /// # Errors
    /// [`StoreError::Replaced`] when another one stands there, [`StoreError::Gone`] when none does. What was
    /// opened can still be read and copied.
    pub fn in_place(&self) -> Result<()> {
        match Identity::of(&self.path) {
            now if now == self.identity => Ok(()),
            Some(_) => Err(StoreError::Replaced),
            None => Err(StoreError::Gone),
        }
    }

    /// What became of the latest backup.
    pub fn backup(&self) -> &BackupState {
        &self.backup
    }

    /// Begins to read. All that is read through one [`Reader`] belongs to one moment; drop it
    /// soon, since another program cannot finish a change meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Engine`] only; the file is first touched by the first read.
    pub fn read(&self) -> Result<Reader<'_>> {
        // A reader inside another one belongs to the outer one's moment.
        let snapshot = match self.conn.is_autocommit() {
            true => Some(Transaction::new_unchecked(&self.conn, TransactionBehavior::Deferred)?),
            false => None,
        };
        Ok(Reader::of(&self.conn, snapshot))
    }

    /// Makes one change: all that `act` does, or nothing when it fails. It gets one entry in the
    /// journal, unless it changed nothing; what could be redone until now no longer can.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::Locked`], [`StoreError::DiskFull`],
    /// [`StoreError::Replaced`], [`StoreError::Gone`], and whatever `act` returns.
    pub fn change<T, E: From<StoreError>>(
        &mut self,
        label: &str,
        at: Timestamp,
        by: &str,
        act: impl FnOnce(&Change<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.before_writing(at)?;
        let author = Signature { at, by: by.to_owned() };
        journal::record(&self.conn, label, &author, act)
    }

    /// Takes the newest change back, of this session or an earlier one. The entry says who did.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`], [`StoreError::Conflict`], and those of
    /// [`Workspace::change`].
    pub fn undo(&mut self, at: Timestamp, by: &str) -> Result<JournalEntry> {
        self.before_writing(at)?;
        journal::undo(&self.conn, Signature { at, by: by.to_owned() })
    }

    /// Makes the change again that was undone last. The entry says who did.
    ///
    /// # Errors
    /// [`StoreError::NothingToRedo`], [`StoreError::Conflict`], and those of
    /// [`Workspace::change`].
    pub fn redo(&mut self, at: Timestamp, by: &str) -> Result<JournalEntry> {
        self.before_writing(at)?;
        journal::redo(&self.conn, Signature { at, by: by.to_owned() })
    }

    /// Writes a copy of the whole workspace, with its journal, to `path`.
    ///
    /// # Errors
    /// As [`Workspace::create`]; [`StoreError::Exists`] always when `path` is this workspace.
    pub fn save_copy(&self, path: &Path, existing: Existing) -> Result<()> {
        let path = files::absolute(path)?;
        if path == self.path {
            return Err(StoreError::Exists(path));
        }
        let _lock = WriteLock::take(&path).map_err(StoreError::ReadOnly)?;
        files::write_database(&path, existing, |part| backup::copy(&self.conn, part))
    }

    /// The version of the data now; while a [`Reader`] of this workspace is open, that of the moment
    /// which it reads. It costs one look at the file's first page.
    ///
    /// Ask before reading: what is read then is of this version or a newer one, and a newer one is
    /// noticed at the next asking.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn data_version(&self) -> Result<DataVersion> {
        let reader = Reader::within(&self.conn);
        let others = reader.first("PRAGMA data_version", [], crate::codec::Stored::read)?;
        Ok(DataVersion {
            opening: self.opening,
            others: others.expect("the pragma has a row"),
            ours: self.conn.total_changes(),
        })
    }

    /// What a full check of the open file finds; nothing when it is whole. Opening has made the
    /// same check, so a finding means that the file was damaged since.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when not even the check can read the file.
    pub fn integrity(&self) -> Result<Vec<String>> {
        open::integrity(&self.conn)
    }

    fn before_writing(&mut self, at: Timestamp) -> Result<()> {
        if let Mode::Reading(reason) = &self.mode {
            return Err(StoreError::ReadOnly(reason.clone()));
        }
        self.in_place()?;
        // The day of no country: whoever works past midnight gets one copy more, nobody one less.
        let day = at.to_zoned_datetime(TimeZone::UTC).date();
        if self.backup_day != Some(day) || matches!(self.backup, BackupState::Failed(_)) {
            self.backup = outcome(backup::take(&self.conn, &self.path, day));
            self.backup_day = Some(day);
        }
        Ok(())
    }
}

fn outcome(backup: Result<PathBuf>) -> BackupState {
    match backup {
        Ok(path) => BackupState::Taken(path),
        Err(error) => BackupState::Failed(error.to_string()),
    }
}

fn fill_new<E: From<StoreError>>(
    conn: &Connection,
    info: &WorkspaceInfo,
    fill: impl FnOnce(&Change<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let change = Change::new(conn);
    change.set_info(info)?;
    fill(&change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hadaf_core::{FiscalCalendar, Holidays, Source, SourceId};

    fn info() -> WorkspaceInfo {
        WorkspaceInfo {
            name: "Test".into(),
            currency: "USD".parse().unwrap(),
            calendar: FiscalCalendar::new(7).unwrap(),
            created: Timestamp::UNIX_EPOCH,
            holidays: Holidays::NONE,
        }
    }

    fn large() -> Source {
        Source {
            id: SourceId::NEW,
            title: "Large".into(),
            publisher: String::new(),
            address: String::new(),
            page: String::new(),
            retrieved: None,
            file_hash: None,
            note: "x".repeat(100_000),
        }
    }

    /// The engine answers a full disk and a page limit alike.
    fn fill_disk(conn: &Connection) {
        let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    }

    #[test]
    fn a_full_disk_leaves_the_workspace_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.hadaf");
        let mut workspace = Workspace::create(&path, &info(), Existing::Keep).unwrap();
        workspace
            .change("First", Timestamp::UNIX_EPOCH, "A", |change| change.add(&large()))
            .unwrap();
        let before = std::fs::read(&path).unwrap();
        fill_disk(&workspace.conn);
        let full = workspace.change("Second", Timestamp::UNIX_EPOCH, "A", |change| change.add(&large()));
        assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
        assert_eq!(std::fs::read(&path).unwrap(), before);
        // The entry itself can be what no longer fits: that it was undone, and made again, is kept in it.
        workspace
            .conn
            .pragma_update_and_check(None, "max_page_count", 1_000_000, |_| Ok(()))
            .unwrap();
        workspace.undo(Timestamp::UNIX_EPOCH, "A").unwrap();
        workspace.redo(Timestamp::UNIX_EPOCH, "A").unwrap();
        assert_eq!(workspace.read().unwrap().log().unwrap().len(), 1);
    }

    #[test]
    fn a_disk_that_fills_while_a_workspace_is_built_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.hadaf");
        let full = Workspace::build(&path, &info(), Existing::Keep, |change| {
            fill_disk(change.conn());
            change.add(&large()).map(|_| ())
        });
        assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
