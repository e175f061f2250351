//! What a file is, and who reads it.

use crate::Column;
use crate::long::is_long;

/// The formats of files that are read. Our own long CSV says of each value what we keep of it, so it is read row by row;
/// everything else is a workbook of tables, read by [`crate::sheet`] and [`crate::table`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// Our own long CSV: one row, one value.
    LongCsv,
    /// Tables of any make and layout.
    Tables,
}

impl FileFormat {
    /// The format of a file, by its bytes. What the caller says of all rows need not be among its columns.
    #[must_use]
    pub fn of(bytes: &[u8], given: &[Column]) -> Self {
        match is_long(bytes, given) {
            true => Self::LongCsv,
            false => Self::Tables,
        }
    }
}
