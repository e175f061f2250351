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
    if let Ok(real) = path.canonicalize() {
        return Ok(real);
    }
    let Some(name) = path.file_name() else {
        return Err(StoreError::NotFound(path.to_owned()));
    };
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match folder.canonicalize() {
        Ok(real) => Ok(real.join(name)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::NotFound(folder.to_owned())),
        Err(error) => Err(error.into()),
    }
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
    remove_if_there(&part)?;
    let written = write(&part).and_then(|value| {
        refuse_existing(path, existing)?;
        fs::rename(&part, path).map_err(StoreError::from)?;
        Ok(value)
    });
    if written.is_err() {
        let _ = remove_if_there(&part);
        let _ = remove_if_there(&sibling(&part, "-journal"));
    }
    written
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
