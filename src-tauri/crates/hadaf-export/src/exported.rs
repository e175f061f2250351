//! What was written, and what of it is not as it stands in the workspace.

/// A file, and what is not in it as it stands in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many texts lost characters that no document may hold, such as NUL.
    pub cleaned: usize,
    /// Texts that a cell of this format could not take whole.
    pub shortened: Vec<Shortened>,
}

impl ExportedFile {
    /// A file that holds everything.
    pub(crate) fn whole(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            cleaned: 0,
            shortened: Vec::new(),
        }
    }
}

/// A text that was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortened {
    /// Name of the sheet.
    pub sheet: String,
    /// The cell, such as `L7`.
    pub cell: String,
    /// How many characters it has in the workspace.
    pub characters: usize,
}
