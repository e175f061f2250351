//! One writer at a time, for as long as the workspace is open.
//!
//! SQLite's own locks last only for a transaction, so they cannot tell a second person that the
//! first has the file open. We hold an operating-system lock on an empty hidden file beside the
//! workspace. Such a lock ends with the process, so a crash leaves none behind; the file itself
//! means nothing. Locking the workspace file would collide with SQLite's byte ranges on Windows
//! (where locks bind every handle), on BSD and macOS (where both kinds of lock are one list) and
//! on NFS (where a whole-file lock is a byte range); and closing our handle to it would drop
//! SQLite's POSIX locks.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::error::ReadOnlyReason;
use crate::files;

/// The locks that this process holds. Some systems (NFS) grant a second one to the same process.
static HELD: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn held() -> MutexGuard<'static, Vec<PathBuf>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The right to write to a workspace, until it is dropped.
#[derive(Debug)]
pub(crate) struct WriteLock {
    path: PathBuf,
    // Held, not read: closing it ends the lock.
    _file: File,
}

impl WriteLock {
    /// Takes the lock of `workspace`, without waiting.
    pub(crate) fn take(workspace: &Path) -> Result<Self, ReadOnlyReason> {
        let path = files::hidden_sibling(workspace, "lock");
        let mut held = held();
        if held.contains(&path) {
            return Err(ReadOnlyReason::InUse);
        }
        let file = lock(&path)?;
        held.push(path.clone());
        Ok(Self { path, _file: file })
    }

    /// Whether this process has `workspace` open for writing.
    pub(crate) fn is_held_here(workspace: &Path) -> bool {
        held().contains(&files::hidden_sibling(workspace, "lock"))
    }
}

impl Drop for WriteLock {
    fn drop(&mut self) {
        // Tidiness only, so a failure does not matter. Removed while still held: see `stands_at`.
        let _ = fs::remove_file(&self.path);
        held().retain(|path| *path != self.path);
    }
}

fn lock(path: &Path) -> Result<File, ReadOnlyReason> {
    loop {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(refusal)?;
        match file.try_lock() {
            Ok(()) if stands_at(&file, path) => return Ok(file),
            // Its last holder removed the file between our opening and our locking.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(ReadOnlyReason::InUse),
            Err(TryLockError::Error(error)) => return Err(no_lock(&error)),
        }
    }
}

fn refusal(error: std::io::Error) -> ReadOnlyReason {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => ReadOnlyReason::FolderProtected,
        _ => no_lock(&error),
    }
}

/// What the system says of it, without the number that it has for it.
fn no_lock(error: &std::io::Error) -> ReadOnlyReason {
    let words = error.to_string();
    let told = words.split_once(" (os error ").map(|(words, _)| words.to_owned());
    ReadOnlyReason::NoLock(told.unwrap_or(words))
}

/// Whether the file that we hold is still the one that others will find at `path`.
#[cfg(unix)]
fn stands_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(found)) => held.dev() == found.dev() && held.ino() == found.ino(),
        _ => false,
    }
}

/// Whether the file that we hold is still the one that others will find at `path`. The standard
/// library cannot compare two files here; a third program would have to create the file anew
/// within the same microsecond, and SQLite's own locks would still keep the data whole.
#[cfg(not(unix))]
fn stands_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_refused_and_the_lock_ends_with_its_holder() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("a.hadaf");
        let first = WriteLock::take(&workspace).unwrap();
        assert_eq!(WriteLock::take(&workspace).unwrap_err(), ReadOnlyReason::InUse);
        drop(first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        WriteLock::take(&workspace).unwrap();
    }

    #[test]
    fn a_lock_file_left_by_a_crash_is_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("a.hadaf");
        fs::write(files::hidden_sibling(&workspace, "lock"), "").unwrap();
        WriteLock::take(&workspace).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_on_a_file_that_was_removed_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = File::create(&path).unwrap();
        assert!(stands_at(&first, &path));
        fs::remove_file(&path).unwrap();
        assert!(!stands_at(&first, &path));
        let second = File::create(&path).unwrap();
        assert!(!stands_at(&first, &path) && stands_at(&second, &path));
    }
}
