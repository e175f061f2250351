//! Names beside a workspace file, and writing a file whole or not at all.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Result, StoreError};

/// What to do when a file stands at the path of a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Refuse with [`StoreError::Exists`].
    Keep,
    /// Replace it, once the new one is complete.
    Replace,
}

/// `.NAME.suffix` in the same folder: hidden, and on the same drive, so that it can be renamed.
pub(crate) fn hidden_sibling(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(named(path));
    name.push(".");
    name.push(suffix);
    path.with_file_name(name)
}

/// The name of a file. Whoever asks has been through [`absolute`] or has looked.
fn named(path: &Path) -> &OsStr {
    path.file_name().expect("a path to a file has a name")
}

/// `NAMEtail` in the same folder.
pub(crate) fn sibling(path: &Path, tail: &str) -> PathBuf {
    let mut name = named(path).to_os_string();
    name.push(tail);
    path.with_file_name(name)
}

/// Which file stands at a path, whatever its name; nothing where the system does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity {
    #[cfg(unix)]
    place: (u64, u64),
}

impl Identity {
    /// Of the file at `path`; `None` when there is none.
    #[cfg(unix)]
    pub(crate) fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let meta = fs::metadata(path).ok()?;
        Some(Self {
            place: (meta.dev(), meta.ino()),
        })
    }

    /// Of the file at `path`; `None` when there is none. Elsewhere than on Unix an open file cannot
    /// be replaced, so that all that stand there are the same.
    #[cfg(not(unix))]
    pub(crate) fn of(path: &Path) -> Option<Self> {
        path.is_file().then_some(Self {})
    }
}

/// The one spelling of a path whose folder exists, so that two ways to write it are one file.
///
/// # Errors
/// [`StoreError::NoFolder`] when the folder is not there, [`StoreError::NotFound`] when the path names no file.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf> {
    if let Ok(real) = real(path)
        && real.file_name().is_some()
    {
        return Ok(real);
    }
    let Some(name) = path.file_name() else {
        return Err(StoreError::NotFound(path.to_owned()));
    };
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match real(folder) {
        Ok(folder) => Ok(folder.join(name)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::NoFolder(folder.to_owned())),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(windows))]
fn real(path: &Path) -> std::io::Result<PathBuf> {
    path.canonicalize()
}

/// Windows answers `canonicalize` with `\\?\C:\...`, which nobody should have to read.
#[cfg(windows)]
fn real(path: &Path) -> std::io::Result<PathBuf> {
    path.metadata()?;
    std::path::absolute(path)
}

/// Writes a whole file: beside its place first, and renamed once it is on the disk, so that `path`
/// is whole or absent (or, with [`Existing::Replace`], as it was).
///
/// # Errors
/// [`StoreError::Exists`] when a file stands there and `existing` says to keep it,
/// [`StoreError::NotFound`] when `path` names no file, [`StoreError::DiskFull`],
/// [`StoreError::Io`].
pub fn write_whole(path: &Path, bytes: &[u8], existing: Existing) -> Result<()> {
    if path.file_name().is_none() {
        return Err(StoreError::NotFound(path.to_owned()));
    }
    // Of this process, since no lock keeps another one from writing the same file.
    let part = hidden_sibling(path, &format!("{}.part", std::process::id()));
    through_part(
        path,
        &part,
        existing,
        remove_if_there,
        || Ok(()),
        |part| {
            let mut file = File::create(part)?;
            file.write_all(bytes)?;
            Ok(file.sync_all()?)
        },
    )
}

/// Lets `write` fill a database beside `path` and then renames it there, so that `path` is whole or
/// absent (or, with [`Existing::Replace`], as it was).
pub(crate) fn write_database<T, E: From<StoreError>>(
    path: &Path,
    existing: Existing,
    write: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<T, E> {
    // Whoever else may write here is kept away by the workspace's lock.
    let part = hidden_sibling(path, "part");
    // A rollback journal that an earlier file left at the place would be played into the new one.
    let clear = || remove_companions(path);
    through_part(path, &part, existing, remove_database, clear, write)
}

/// Lets `write` fill `part`, and renames it to `path` after `clear` has made room there. `remove`
/// takes away what a crash or a failure left of `part`.
fn through_part<T, E: From<StoreError>>(
    path: &Path,
    part: &Path,
    existing: Existing,
    remove: impl Fn(&Path) -> Result<()>,
    clear: impl FnOnce() -> Result<()>,
    write: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<T, E> {
    refuse_existing(path, existing)?;
    remove(part)?;
    let written = write(part).and_then(|value| {
        refuse_existing(path, existing)?;
        clear()?;
        fs::rename(part, path).map_err(StoreError::from)?;
        Ok(value)
    });
    if written.is_err() {
        // The failure is what the caller has to know; the rest is removed at the next attempt.
        let _ = remove(part);
    }
    written
}

fn remove_database(path: &Path) -> Result<()> {
    remove_if_there(path)?;
    remove_companions(path)
}

/// Removes what SQLite keeps beside a database while it is in use.
fn remove_companions(path: &Path) -> Result<()> {
    ["-journal", "-wal", "-shm"]
        .iter()
        .try_for_each(|tail| remove_if_there(&sibling(path, tail)))
}

fn refuse_existing(path: &Path, existing: Existing) -> Result<()> {
    if existing == Existing::Keep && path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists(path.to_owned()));
    }
    Ok(())
}

fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
