//! What became of one file of an import.

use hadaf_error::AppError;
use hadaf_words::Format;
use serde::Serialize;

/// What an import did, or would do, with one file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportReport {
    /// The file.
    pub file: String,
    /// Rows with anything in them; of tables the values.
    pub rows: usize,
    /// Values that are new.
    pub new: usize,
    /// Values that differ from the current figure.
    pub differ: usize,
    /// Values that repeat it.
    pub same: usize,
    /// Rows left out because the very same observation is there already.
    pub known: usize,
    /// Figures that may not have been meant; why, is among the issues.
    pub doubted: usize,
    /// What is wrong or worth knowing, in the order of the file.
    pub issues: Vec<ImportIssue>,
    /// Issues beyond those listed.
    pub issues_left_off: usize,
    /// Nothing was written.
    pub dry_run: bool,
}

/// Something about one row.
#[derive(Debug, Clone, Serialize)]
pub struct ImportIssue {
    /// error, warning or note.
    pub severity: String,
    /// A stable word.
    pub code: String,
    /// From 1; null when it is about the whole file.
    pub line: Option<u64>,
    /// The column's name.
    pub column: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl ImportIssue {
    pub(crate) fn note(code: &str, line: Option<u64>, message: String) -> Self {
        Self {
            severity: "note".into(),
            code: code.into(),
            line,
            column: None,
            message,
            hint: String::new(),
        }
    }
}

impl ImportReport {
    /// Of a file of which nothing is known yet.
    pub(crate) fn of(name: &str) -> Self {
        Self {
            file: name.to_owned(),
            dry_run: true,
            ..Self::default()
        }
    }

    /// Of a file that cannot be read at all.
    pub(crate) fn unread(name: &str, error: &AppError, format: Format) -> Self {
        let error = error.view(format);
        Self {
            issues: vec![ImportIssue {
                severity: "error".into(),
                hint: error.hint.unwrap_or_default(),
                ..ImportIssue::note(error.code.as_str(), None, error.message)
            }],
            ..Self::of(name)
        }
    }
}
