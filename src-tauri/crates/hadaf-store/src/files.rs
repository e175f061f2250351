//! Names beside a workspace file, and writing a file whole or not at all.

use std::ffi::OsString;
use std::fs;
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
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    name.push(suffix);
    path.with_file_name(name)
}

/// `NAMEtail` in the same folder.
pub(crate) fn sibling(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(tail);
    path.with_file_name(name)
}

/// The one spelling of a path whose folder exists, so that two ways to write it are one file.
///
/// # Errors
/// [`StoreError::NotFound`] when the folder is not there or the path names no file.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf> {
    if let Ok(real) = real(path) {
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
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::NotFound(folder.to_owned())),
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

/// Lets `write` fill a file beside `path` and then renames it there, so that `path` is whole or
/// absent (or, with [`Existing::Replace`], as it was).
pub(crate) fn write_whole<T, E: From<StoreError>>(
    path: &Path,
    existing: Existing,
    write: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<T, E> {
    refuse_existing(path, existing)?;
    let part = hidden_sibling(path, "part");
    // Left by a crash; whoever else may write here is kept away by the workspace's lock.
    remove_database(&part)?;
    let written = write(&part).and_then(|value| {
        refuse_existing(path, existing)?;
        // A rollback journal that an earlier file left here would be played into the new one.
        remove_companions(path)?;
        fs::rename(&part, path).map_err(StoreError::from)?;
        Ok(value)
    });
    if written.is_err() {
        let _ = remove_database(&part);
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
