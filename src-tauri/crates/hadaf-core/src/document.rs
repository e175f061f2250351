//! The file that a source was read in, kept with the workspace.

use jiff::Timestamp;

/// A document that belongs to the sources whose `file_hash` names it. The bytes stand inside the workspace
/// ([`DocumentContent`]), or in a file beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceDocument {
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// Its name, without a folder.
    pub name: String,
    /// Its size in bytes.
    pub size: i64,
    /// Where it lies, from the folder of the workspace, parted by `/`; none: inside the workspace.
    pub beside: Option<String>,
    /// Who attached it.
    pub attached_by: String,
    /// When.
    pub attached_at: Timestamp,
}

/// The bytes of a document that is kept inside the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentContent {
    /// SHA-256 of the bytes, in hexadecimal.
    pub hash: String,
    /// They.
    pub bytes: Vec<u8>,
}
