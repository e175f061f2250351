//! Files that leave the program: whole or absent, as the store writes them.

use std::collections::BTreeSet;
use std::path::Path;

use hadaf_error::{AppError, Code, Result, file_name, refusal};
use hadaf_store::{Existing, StoreError};
use hadaf_words::say;

use crate::session::{App, Exported, FileKind};

/// Writes a whole file.
///
/// # Errors
/// [`Code::Exists`] when a file stands there that is to be kept, [`Code::NotFound`] without its
/// folder, [`Code::ReadOnly`], [`Code::DiskFull`]; what stood there is untouched then.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], existing: Existing) -> Result<Exported> {
    hadaf_store::write_whole(path, bytes, existing).map_err(|error| unwritten(error, path))?;
    Ok(Exported {
        path: path.display().to_string(),
        bytes: u32::try_from(bytes.len()).ok().unwrap_or(u32::MAX),
        replaced: None,
        remarks: Vec::new(),
    })
}

/// Why a file was not written, with its place.
pub(crate) fn unwritten(error: StoreError, path: &Path) -> AppError {
    match error {
        _ if path.is_dir() => is_folder(path),
        StoreError::NoFolder(folder) => AppError::no_folder(&folder),
        StoreError::Io(error) => match lacking_folder(path) {
            Some(folder) => AppError::no_folder(folder),
            None => AppError::io(path, &error),
        },
        StoreError::DiskFull => AppError::io(path, &std::io::ErrorKind::StorageFull.into()),
        StoreError::ReadOnly(reason) => refusal!(
            Code::ReadOnly,
            "not-created",
            path = path.display().to_string(),
            why = reason.as_str(),
            detail = reason.detail()
        ),
        other => other.into(),
    }
}

/// The folder of a path, where it is not there.
fn lacking_folder(path: &Path) -> Option<&Path> {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty() && !folder.exists())
}

/// A folder stands where a file should be.
fn is_folder(path: &Path) -> AppError {
    refusal!(Code::Io, "is-folder", path = path.display().to_string())
}

/// Why a new workspace was not built: its place, or what should be in it.
pub(crate) enum Unbuilt {
    /// The store could not make it.
    Place(StoreError),
    /// What should be in it is refused.
    Content(AppError),
}

impl From<StoreError> for Unbuilt {
    fn from(error: StoreError) -> Self {
        Self::Place(error)
    }
}

impl Unbuilt {
    /// What is told of it.
    pub(crate) fn at(self, path: &Path) -> AppError {
        match self {
            Self::Place(error) => unwritten(error, path),
            Self::Content(error) => error,
        }
    }
}

/// Whether a file may be written, for those who ask before long work.
///
/// # Errors
/// [`Code::Exists`] when a file stands there that is to be kept, [`Code::Io`] for a folder.
pub(crate) fn to_be_written(path: &Path, existing: Existing) -> Result<()> {
    if path.is_dir() {
        return Err(is_folder(path));
    }
    if existing == Existing::Keep && path.symlink_metadata().is_ok() {
        let path = path.display().to_string();
        return Err(refusal!(Code::Exists, "exists", path = path));
    }
    Ok(())
}

/// Most characters that are named.
const MOST_NAMED: usize = 12;

/// The characters that no font has, for who is told of them; none where there are none.
pub(crate) fn replaced(letters: &BTreeSet<char>) -> Option<String> {
    let more = if letters.len() > MOST_NAMED { " \u{2026}" } else { "" };
    let named: Vec<String> = letters.iter().take(MOST_NAMED).map(char::to_string).collect();
    (!named.is_empty()).then(|| named.join(" ") + more)
}

impl App {
    /// What of a file no font could draw, in words; none where all was drawn.
    pub fn replaced_told(&self, exported: &Exported) -> Option<String> {
        let letters = exported.replaced.as_deref()?;
        Some(say!(self.format().words, "replaced-told", letters = letters))
    }
}

/// Two names of one place, also where nothing stands yet.
pub(crate) fn same_place(left: &Path, right: &Path) -> bool {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole(left) == whole(right)
}

/// The failure that a file of this ending, or without one, cannot be written; `known` are those that can.
pub(crate) fn unknown_ending(path: &Path, known: &[FileKind]) -> AppError {
    let name = path.display().to_string();
    let endings: Vec<&str> = known.iter().map(|kind| kind.ending()).collect();
    let endings = endings.join(", ");
    match (path.extension(), known) {
        (None, [first, ..]) => {
            let example = first.complete(Path::new(&file_name(path))).display().to_string();
            refusal!(
                Code::Format,
                "no-ending",
                path = name,
                known = endings,
                example = example
            )
        }
        _ => refusal!(Code::Format, "unknown-ending", path = name, known = endings),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use hadaf_words::Format;

    use super::*;

    #[test]
    fn a_file_is_whole_or_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("brief.pdf");
        write_whole(&path, b"first", Existing::Keep).unwrap();
        let error = write_whole(&path, b"second", Existing::Keep).unwrap_err();
        assert_eq!(error.code, Code::Exists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        write_whole(&path, b"second", Existing::Replace).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let error = write_whole(&folder.path().join("none").join("x"), b"", Existing::Keep).unwrap_err();
        assert_eq!((error.code, error.message()), (Code::NotFound, "error-no-folder"));
    }

    #[test]
    fn a_name_without_an_ending_is_told_which_there_are() {
        let told = |name: &str| {
            let view = unknown_ending(Path::new(name), &[FileKind::Svg, FileKind::Png]).view(Format::of("en"));
            (view.message, view.hint.unwrap())
        };
        assert_eq!(
            told("out/chart"),
            (
                "The name out/chart has no ending, and the ending says what is written.".into(),
                "Put one of these behind it: svg, png; for example chart.svg.".into()
            )
        );
        assert_eq!(told("chart.gif").1, "Use svg, png.");
    }
}
