//! What can go wrong, folded into one shape: a code to decide by, and what is to be said, which becomes text in the
//! language of the session where a command answers or the command line prints.

mod foreign;
mod formula;
mod period;

use std::fmt;
use std::path::Path;

use hadaf_words::{Format, Sentence};
use serde::Serialize;
use ts_rs::TS;

pub use foreign::no_forecast;

/// A failure with the message and hint that the catalogue keeps under `error-NAME` and `error-NAME-hint`, and their
/// values: `refusal!(Code::Date, "no-date", text = text)`.
#[macro_export]
macro_rules! refusal {
    ($code:expr, $name:literal $(, $key:ident = $value:expr)* $(,)?) => {
        $crate::AppError::new($code, ::hadaf_words::sentence!("error-", $name $(, $key = $value)*))
    };
}

/// Result with [`AppError`].
pub type Result<T, E = AppError> = std::result::Result<T, E>;

/// Declares the codes, each with its word: the type, the list of all and the words are one.
macro_rules! codes {
    ($($(#[$about:meta])* $name:ident = $word:literal,)+) => {
        /// The stable word of a failure. The window and scripts decide by it, never by reading the text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$about])* $name,)+
        }

        impl Code {
            /// Every one, for whoever must know what is to be done about each.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word as it is sent.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

codes! {
    /// No workspace is open.
    NothingOpen = "nothing_open",
    /// There is no such file, or its folder is not there.
    NotFound = "not_found",
    /// A file stands where a new one should be written.
    Exists = "exists",
    /// The file is no workspace: no database, or the database of another program.
    NotAWorkspace = "not_a_workspace",
    /// The file was written by a newer version of the program.
    NewerVersion = "newer_version",
    /// The file is damaged, or holds what Hadaf did not put there.
    Damaged = "damaged",
    /// The workspace or its folder cannot be written.
    ReadOnly = "read_only",
    /// Another file stands where the open workspace was.
    Replaced = "replaced",
    /// Another program is using the file at this moment.
    Busy = "busy",
    /// No room left on the disk.
    DiskFull = "disk_full",
    /// The operating system refused a file operation.
    Io = "io",
    /// The change breaks a rule of the workspace.
    Refused = "refused",
    /// Nothing to undo or redo.
    NothingToUndo = "nothing_to_undo",
    /// See [`Code::NothingToUndo`].
    NothingToRedo = "nothing_to_redo",
    /// An old change no longer fits the data.
    Conflict = "conflict",
    /// There is no series of this name.
    UnknownSeries = "unknown_series",
    /// There is no sample of this name.
    UnknownSample = "unknown_sample",
    /// The text cannot be read as a period.
    Period = "period",
    /// The text cannot be read as a number.
    Number = "number",
    /// The text cannot be read as a day, or the day cannot be right.
    Date = "date",
    /// A text that must be given is missing, or is not one of the words allowed.
    Word = "word",
    /// There is nothing to show yet.
    NoData = "no_data",
    /// The file to be written ends in something that cannot be written.
    Format = "format",
    /// The file to be imported cannot be read.
    Import = "import",
    /// Something is to be answered before the files can be imported.
    Questions = "questions",
    /// The chart cannot be drawn.
    Chart = "chart",
    /// The briefing cannot be set.
    Brief = "brief",
    /// The series cannot be forecast: too little is known of it.
    Forecast = "forecast",
    /// A fault of the program.
    Internal = "internal",
}

impl Code {
    /// The words of the call are wrong (exit code 2), rather than the data or a file (1).
    pub fn is_usage(self) -> bool {
        matches!(
            self,
            Self::UnknownSample | Self::Period | Self::Number | Self::Date | Self::Word | Self::Format
        )
    }
}

/// Why something could not be done, not yet in words.
#[derive(Debug, Clone, PartialEq)]
pub struct AppError {
    /// To decide by.
    pub code: Code,
    sentence: Sentence,
    /// The file that it is about, where the sentence may not name it.
    file: Option<String>,
}

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AppError")]
pub struct ErrorView {
    /// To decide by.
    pub code: Code,
    /// What happened and where.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl AppError {
    /// A failure of which the catalogue says something; by `refusal!`.
    pub fn new(code: Code, sentence: Sentence) -> Self {
        Self {
            code,
            sentence,
            file: None,
        }
    }

    /// The failure of reading at a path.
    pub fn io(path: &Path, error: &std::io::Error) -> Self {
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty() && !it.exists());
        let (path, reason) = (path.display().to_string(), system_words(error));
        match (error.kind(), folder) {
            (std::io::ErrorKind::NotFound, Some(folder)) => Self::no_folder_there(folder),
            (std::io::ErrorKind::NotFound, None) => refusal!(Code::NotFound, "no-file", path = path),
            (std::io::ErrorKind::IsADirectory, _) => refusal!(Code::Io, "is-folder", path = path),
            (std::io::ErrorKind::StorageFull, _) => refusal!(Code::DiskFull, "disk-full", path = path),
            (std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem, _) => {
                refusal!(Code::ReadOnly, "no-permission", path = path, reason = reason)
            }
            _ => refusal!(Code::Io, "io", path = path, reason = reason),
        }
    }

    /// The failure that a folder is not there in which something is to be written.
    pub fn no_folder(folder: &Path) -> Self {
        refusal!(Code::NotFound, "no-folder", path = folder.display().to_string())
    }

    /// The failure that a folder is not there from which something is to be read.
    pub(crate) fn no_folder_there(folder: &Path) -> Self {
        refusal!(Code::NotFound, "no-folder-there", path = folder.display().to_string())
    }

    /// The failure of something outside, in its own words.
    pub fn system(reason: impl fmt::Display) -> Self {
        refusal!(Code::Io, "system", reason = reason.to_string())
    }

    /// The failure that the answer could not be written out.
    pub fn output(error: &std::io::Error) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => Code::DiskFull,
            _ => Code::Io,
        };
        refusal!(code, "output", reason = system_words(error))
    }

    /// The failure that nobody chose this place in a dialog.
    pub fn not_chosen(path: &Path) -> Self {
        refusal!(Code::Refused, "not-chosen", path = path.display().to_string())
    }

    /// Names the file that it is about, unless the message does so already.
    pub fn about(mut self, path: &Path) -> Self {
        self.file = Some(file_name(path));
        self
    }

    /// The id of the message that it says.
    pub fn message(&self) -> &'static str {
        self.sentence.id()
    }

    /// In the words of a language.
    pub fn view(&self, format: Format) -> ErrorView {
        let message = self.sentence.text(format);
        ErrorView {
            code: self.code,
            message: match &self.file {
                Some(file) if !message.contains(file.as_str()) => format!("{file}: {message}"),
                _ => message,
            },
            hint: self.sentence.hint(format),
        }
    }
}

/// What the operating system says, without the number that it has for it.
pub(crate) fn system_words(error: &std::io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" (os error ") {
        Some((words, _)) => words.to_owned(),
        None => words,
    }
}

/// The name of a file, as it is told where its folder need not be.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// For those who write programs; people read [`AppError::view`].
impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.sentence.id())
    }
}

impl std::error::Error for AppError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_sent_as_its_word() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }

    #[test]
    fn a_briefing_that_cannot_be_set_says_what_to_do() {
        let faults = [
            hadaf_brief::BriefError::Empty { place: "title".into() },
            hadaf_brief::BriefError::Typesetting("a template".into()),
        ];
        let hints: Vec<String> = faults
            .into_iter()
            .map(|fault| {
                let error = AppError::from(fault);
                assert_eq!(error.code, Code::Brief);
                error.view(Format::of("en")).hint.unwrap()
            })
            .collect();
        assert!(hints[0].contains("names"), "{hints:?}");
        assert!(hints[1].contains("fault of Hadaf"), "{hints:?}");
    }
}
