//! What a file is, and who reads it.

use crate::{Context, ImportError, Imported, read_long};

/// The formats of files that are read. A new one is a variant, its bytes in [`FileFormat::of`] and its reader in
/// [`FileFormat::read`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// Our own long CSV: one row, one value.
    LongCsv,
}

impl FileFormat {
    /// The format of a file, by its bytes: what is nothing else is a text.
    #[must_use]
    pub fn of(_bytes: &[u8]) -> Self {
        Self::LongCsv
    }

    /// Reads a file of this format.
    ///
    /// # Errors
    /// [`ImportError`] only when the file as a whole cannot be read.
    pub fn read(self, bytes: &[u8], context: &Context) -> Result<Imported, ImportError> {
        match self {
            Self::LongCsv => read_long(bytes, context),
        }
    }
}
