//! Why a package cannot be written.

use thiserror::Error;

/// The result of writing.
pub type Result<T> = std::result::Result<T, ExportError>;

/// Why a package cannot be written in a format.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A table is wider than a spreadsheet may be.
    #[error("{series} series stand side by side, and a sheet takes {limit}")]
    TooManySeries {
        /// How many there are.
        series: usize,
        /// How many a sheet takes.
        limit: usize,
    },
    /// A library could not write what it was given: a fault of this crate.
    #[error("the file could not be written: {0}")]
    Writer(String),
}

impl From<rust_xlsxwriter::XlsxError> for ExportError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Writer(error.to_string())
    }
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Writer(error.to_string())
    }
}

impl From<csv::Error> for ExportError {
    fn from(error: csv::Error) -> Self {
        Self::Writer(error.to_string())
    }
}

impl From<std::io::Error> for ExportError {
    fn from(error: std::io::Error) -> Self {
        Self::Writer(error.to_string())
    }
}
