//! What is wrong with a file or with one place in it.

use std::fmt;

use crate::Column;

/// The file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// More bytes than we read.
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// What we read at most.
        limit: usize,
    },
    /// Not a text in UTF-8.
    #[error("the file is no text in UTF-8: byte {offset} does not fit")]
    NotUtf8 {
        /// Where the first wrong byte stands, from 0.
        offset: usize,
    },
    /// A line of more than a megabyte.
    #[error("line {line} is longer than any line of a table")]
    LineTooLong {
        /// Which, from 1.
        line: u64,
    },
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The first row does not name the columns that are needed.
    #[error("the first row names no column {missing}")]
    NoHeader {
        /// The columns that are missing, in words.
        missing: String,
    },
    /// The first row names a column twice.
    #[error("the first row names the column {column} twice")]
    TwiceInHeader {
        /// Which.
        column: Column,
    },
}

impl ImportError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "import_too_large",
            Self::NotUtf8 { .. } => "import_not_utf8",
            Self::LineTooLong { .. } => "import_line_too_long",
            Self::Empty => "import_empty",
            Self::NoHeader { .. } => "import_no_header",
            Self::TwiceInHeader { .. } => "import_header_twice",
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "split it into smaller files",
            Self::NotUtf8 { .. } => "save it again as \"CSV UTF-8\"",
            Self::LineTooLong { .. } => "check that it is a table of comma-separated values",
            Self::Empty => "choose a file with a header and rows",
            Self::NoHeader { .. } => {
                "name the columns in the first row: series, period, value, published, status, source, note"
            }
            Self::TwiceInHeader { .. } => "rename or remove one of the two columns",
        }
    }
}

/// How bad an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing was left out.
    Note,
    /// The row was left out.
    Error,
}

/// Something about one place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// How bad it is.
    pub severity: Severity,
    /// A stable word for programs.
    pub code: &'static str,
    /// Line of the file, from 1; none when it is about the whole.
    pub line: Option<u64>,
    /// Name of the column as the file writes it.
    pub column: Option<String>,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl Issue {
    pub(crate) fn error(code: &'static str, line: u64, column: Option<&str>, message: String, hint: String) -> Self {
        Self {
            severity: Severity::Error,
            code,
            line: Some(line),
            column: column.map(Into::into),
            message,
            hint,
        }
    }

    pub(crate) fn note(code: &'static str, line: Option<u64>, column: Option<&str>, message: String) -> Self {
        Self {
            severity: Severity::Note,
            code,
            line,
            column: column.map(Into::into),
            message,
            hint: String::new(),
        }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}")?;
            if let Some(column) = &self.column {
                write!(f, ", column {column}")?;
            }
            write!(f, ": ")?;
        }
        write!(f, "{}", self.message)?;
        if !self.hint.is_empty() {
            write!(f, "; {}", self.hint)?;
        }
        Ok(())
    }
}
