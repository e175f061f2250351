//! Documents as files: read within bounds, told by their hash, found again, and held against it whenever they are read
//! back.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use hadaf_core::{DocumentContent, SourceDocument};
use hadaf_error::{AppError, Code, Result, file_name, refusal};
use hadaf_model::Book;
use hadaf_store::Reader;
use sha2::{Digest, Sha256};

use crate::typed::source;

/// Bytes of the largest document that is kept inside a workspace. It stands there twice, once for undo, and once more in
/// each of the copies beside it.
pub const MOST_INSIDE: u64 = 32 * 1024 * 1024;

/// Bytes of the largest document that is kept at all.
pub const MOST_BESIDE: u64 = 256 * 1024 * 1024;

/// Bytes that are read at a time.
const CHUNK: usize = 64 * 1024;

/// How a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// Its bytes are in the workspace.
    Inside,
    /// It lies beside the workspace.
    Beside,
    /// It should lie beside the workspace, and is not there.
    Missing,
    /// Another file stands where it should lie.
    Changed,
    /// The bytes in the workspace are not those that were put there, or the file beside it cannot be read.
    Damaged,
}

impl DocumentState {
    /// The word for messages and programs.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::Beside => "beside",
            Self::Missing => "missing",
            Self::Changed => "changed",
            Self::Damaged => "damaged",
        }
    }

    /// It can be read as it was attached.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Inside | Self::Beside)
    }
}

/// How closely a document is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentLook {
    /// Whether it is there, and of its size.
    Quick,
    /// Every byte, by its hash.
    Whole,
}

/// A file that was read to be attached.
pub(crate) struct FileRead {
    pub(crate) size: u64,
    pub(crate) hash: String,
    /// Its bytes, where they were asked for.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// The size of a file that can be read.
///
/// # Errors
/// [`Code::NotFound`], [`Code::Io`]; [`Code::Refused`] for what is no file, such as a device.
pub(crate) fn size_of(path: &Path) -> Result<u64> {
    let meta = path.metadata().map_err(|error| AppError::io(path, &error))?;
    if meta.is_dir() {
        return Err(AppError::io(path, &ErrorKind::IsADirectory.into()));
    }
    // A pipe or a device has no end.
    if !meta.is_file() {
        return Err(refusal!(
            Code::Refused,
            "document-no-file",
            path = path.display().to_string()
        ));
    }
    Ok(meta.len())
}

/// Reads a file for its hash, and for its bytes where they are to be kept inside.
///
/// # Errors
/// As [`size_of`]; [`Code::Refused`] for one that is too large.
pub(crate) fn read(path: &Path, inside: bool) -> Result<FileRead> {
    let most = if inside { MOST_INSIDE } else { MOST_BESIDE };
    if size_of(path)? > most {
        return Err(too_large(path, inside));
    }
    let mut file = File::open(path).map_err(|error| AppError::io(path, &error))?;
    let (mut hasher, mut size, mut bytes) = (Sha256::new(), 0_u64, Vec::new());
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => &chunk[..read],
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(AppError::io(path, &error)),
        };
        size += read.len() as u64;
        // It may have grown since its size was asked.
        if size > most {
            return Err(too_large(path, inside));
        }
        hasher.update(read);
        if inside {
            bytes.extend_from_slice(read);
        }
    }
    Ok(FileRead {
        size,
        hash: hexadecimal(&hasher.finalize()),
        bytes: inside.then_some(bytes),
    })
}

/// The failure that a file is too large to be kept.
pub(crate) fn too_large(path: &Path, inside: bool) -> AppError {
    let most = if inside { MOST_INSIDE } else { MOST_BESIDE };
    refusal!(
        Code::Refused,
        "document-too-large",
        name = file_name(path),
        most = (most / (1024 * 1024)).to_string(),
        inside = if inside { "yes" } else { "no" }
    )
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The way to a file from the folder of the workspace, where it lies in it or below.
///
/// # Errors
/// [`Code::Refused`] for one that lies elsewhere: the two would not travel together.
pub(crate) fn way_to(path: &Path, folder: &Path) -> Result<String> {
    let elsewhere = || {
        refusal!(
            Code::Refused,
            "document-elsewhere",
            path = path.display().to_string(),
            folder = folder.display().to_string()
        )
    };
    let real = |path: &Path| path.canonicalize().map_err(|error| AppError::io(path, &error));
    let (file, folder) = (real(path)?, real(folder)?);
    let below = file.strip_prefix(&folder).map_err(|_| elsewhere())?;
    let part = |part: Component<'_>| match part {
        Component::Normal(name) => name.to_str().map(str::to_owned),
        _ => None,
    };
    let parts: Option<Vec<String>> = below.components().map(part).collect();
    let way = parts.ok_or_else(elsewhere)?.join("/");
    match place(&folder, &way) {
        Some(_) => Ok(way),
        None => Err(elsewhere()),
    }
}

/// Where a document lies that is kept beside the workspace. A workspace comes from elsewhere: nothing but plain names
/// leads from its folder to a document.
fn place(folder: &Path, way: &str) -> Option<PathBuf> {
    let is_plain = |part: &&str| !matches!(*part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    let parts: Vec<&str> = way.split('/').collect();
    let whole = parts.iter().all(is_plain);
    whole.then(|| parts.iter().fold(folder.to_owned(), |path, part| path.join(part)))
}

/// How a document stands; `folder` is that of the workspace.
///
/// # Errors
/// Those of the store.
pub fn document_state(
    reader: &Reader<'_>,
    folder: &Path,
    document: &SourceDocument,
    look: DocumentLook,
) -> Result<DocumentState> {
    let Some(way) = &document.beside else {
        return Ok(match look {
            DocumentLook::Quick => DocumentState::Inside,
            DocumentLook::Whole => match reader.get::<DocumentContent>(&document.hash)? {
                Some(content) if digest(&content.bytes) == document.hash => DocumentState::Inside,
                _ => DocumentState::Damaged,
            },
        });
    };
    let Some(path) = place(folder, way) else {
        return Ok(DocumentState::Missing);
    };
    let size = match path.metadata() {
        Ok(meta) if meta.is_file() => i64::try_from(meta.len()).ok(),
        Ok(_) => return Ok(DocumentState::Changed),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(DocumentState::Missing),
        Err(_) => return Ok(DocumentState::Damaged),
    };
    if size != Some(document.size) {
        return Ok(DocumentState::Changed);
    }
    Ok(match look {
        DocumentLook::Quick => DocumentState::Beside,
        DocumentLook::Whole => match read(&path, false) {
            Ok(file) if file.hash == document.hash => DocumentState::Beside,
            Ok(_) => DocumentState::Changed,
            Err(_) => DocumentState::Damaged,
        },
    })
}

/// The document of a source, by its number or its title.
///
/// # Errors
/// [`Code::Refused`] for a source that is not there, or has none.
pub fn document_of<'a>(book: &'a Book, id: &str) -> Result<&'a SourceDocument> {
    let source = source(book, id)?;
    book.document(source)
        .ok_or_else(|| refusal!(Code::Refused, "document-none", source = &source.title))
}

/// The bytes of a document, once they are known to be those that were attached.
///
/// # Errors
/// [`Code::NotFound`] where it is not beside the workspace any more, [`Code::Refused`] where another file stands there,
/// [`Code::Damaged`], and those of the store.
pub fn document_bytes(reader: &Reader<'_>, folder: &Path, document: &SourceDocument) -> Result<Vec<u8>> {
    let name = &document.name;
    let damaged = || refusal!(Code::Damaged, "document-damaged", name = name);
    let Some(way) = &document.beside else {
        let content = reader.get::<DocumentContent>(&document.hash)?;
        let whole = content.filter(|content| digest(&content.bytes) == document.hash);
        return whole.map(|content| content.bytes).ok_or_else(damaged);
    };
    match document_state(reader, folder, document, DocumentLook::Quick)? {
        DocumentState::Inside | DocumentState::Beside => {}
        DocumentState::Missing => return Err(refusal!(Code::NotFound, "document-missing", name = name, place = way)),
        DocumentState::Changed => return Err(refusal!(Code::Refused, "document-changed", name = name, place = way)),
        DocumentState::Damaged => return Err(damaged()),
    }
    let path = place(folder, way).ok_or_else(damaged)?;
    let file = File::open(&path).map_err(|error| AppError::io(&path, &error))?;
    let mut bytes = Vec::new();
    file.take(MOST_BESIDE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| AppError::io(&path, &error))?;
    match digest(&bytes) == document.hash {
        true => Ok(bytes),
        false => Err(refusal!(Code::Refused, "document-changed", name = name, place = way)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_nowhere_but_below_the_folder() {
        let folder = Path::new("papers");
        assert_eq!(
            place(folder, "a/b.pdf"),
            Some(Path::new("papers").join("a").join("b.pdf"))
        );
        for way in [
            "",
            "../a",
            "a/../../b",
            "/etc/passwd",
            "C:/a",
            "a\\b",
            "a//b",
            ".",
            "a/\0",
        ] {
            assert_eq!(place(folder, way), None, "{way:?}");
        }
    }

    #[test]
    fn a_file_is_known_by_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("abc.txt");
        std::fs::write(&path, "abc").unwrap();
        // The first example of FIPS 180-2.
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let (inside, beside) = (read(&path, true).unwrap(), read(&path, false).unwrap());
        assert_eq!((inside.hash.as_str(), beside.hash.as_str()), (hash, hash));
        assert_eq!(
            (inside.size, inside.bytes, beside.bytes),
            (3, Some(b"abc".to_vec()), None)
        );
        assert_eq!(way_to(&path, folder.path()).unwrap(), "abc.txt");
        let other = tempfile::tempdir().unwrap();
        assert_eq!(way_to(&path, other.path()).unwrap_err().code, Code::Refused);
        assert_eq!(read(folder.path(), true).err().unwrap().code, Code::Io);
        assert_eq!(
            read(&folder.path().join("none"), true).err().unwrap().code,
            Code::NotFound
        );
    }
}
