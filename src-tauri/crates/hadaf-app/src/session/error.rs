//! What can go wrong, folded into one shape: a code to decide by, a message to read, a hint to act on.

use std::path::Path;

use hadaf_brief::BriefError;
use hadaf_chart::ChartError;
use hadaf_core::{CoreError, PeriodError};
use hadaf_forecast::ForecastError;
use hadaf_forecast::scenario::ScenarioError;
use hadaf_import::{ImportError, NumberError, PasteError};
use hadaf_model::{FitError, ModelError};
use hadaf_store::StoreError;
use hadaf_words::{Format, Words};
use serde::Serialize;
use ts_rs::TS;

/// Result with [`AppError`].
pub type Result<T, E = AppError> = std::result::Result<T, E>;

/// The stable word of a failure. The window and scripts decide by it, never by reading the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// No workspace is open.
    NothingOpen,
    /// There is no such file, or its folder is not there.
    NotFound,
    /// A file stands where a new one should be written.
    Exists,
    /// The file is no workspace: no database, or the database of another program.
    NotAWorkspace,
    /// The file was written by a newer version of the program.
    NewerVersion,
    /// The file is damaged, or holds what Hadaf did not put there.
    Damaged,
    /// The workspace or its folder cannot be written.
    ReadOnly,
    /// Another program is using the file at this moment.
    Busy,
    /// No room left on the disk.
    DiskFull,
    /// The operating system refused a file operation.
    Io,
    /// The change breaks a rule of the workspace.
    Refused,
    /// Nothing to undo or redo.
    NothingToUndo,
    /// See [`Code::NothingToUndo`].
    NothingToRedo,
    /// An old change no longer fits the data.
    Conflict,
    /// There is no series of this name.
    UnknownSeries,
    /// There is no sample of this name.
    UnknownSample,
    /// The text cannot be read as a period.
    Period,
    /// The text cannot be read as a number.
    Number,
    /// The text cannot be read as a day, or the day cannot be right.
    Date,
    /// A text that must be given is missing, or is not one of the words allowed.
    Word,
    /// There is nothing to show yet.
    NoData,
    /// The file to be written ends in something that cannot be written.
    Format,
    /// The file to be imported cannot be read.
    Import,
    /// The chart cannot be drawn.
    Chart,
    /// The briefing cannot be set.
    Brief,
    /// The series cannot be forecast: too little is known of it.
    Forecast,
    /// A fault of the program.
    Internal,
}

impl Code {
    /// The word as it is sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NothingOpen => "nothing_open",
            Self::NotFound => "not_found",
            Self::Exists => "exists",
            Self::NotAWorkspace => "not_a_workspace",
            Self::NewerVersion => "newer_version",
            Self::Damaged => "damaged",
            Self::ReadOnly => "read_only",
            Self::Busy => "busy",
            Self::DiskFull => "disk_full",
            Self::Io => "io",
            Self::Refused => "refused",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToRedo => "nothing_to_redo",
            Self::Conflict => "conflict",
            Self::UnknownSeries => "unknown_series",
            Self::UnknownSample => "unknown_sample",
            Self::Period => "period",
            Self::Number => "number",
            Self::Date => "date",
            Self::Word => "word",
            Self::NoData => "no_data",
            Self::Format => "format",
            Self::Import => "import",
            Self::Chart => "chart",
            Self::Brief => "brief",
            Self::Forecast => "forecast",
            Self::Internal => "internal",
        }
    }

    /// The words of the call are wrong (exit code 2), rather than the data or a file (1).
    pub fn is_usage(self) -> bool {
        matches!(
            self,
            Self::UnknownSample | Self::Period | Self::Number | Self::Date | Self::Word | Self::Format
        )
    }
}

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[error("{message}")]
pub struct AppError {
    /// To decide by.
    pub code: Code,
    /// What happened and where.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl AppError {
    /// A failure with the message and hint that the catalogue keeps for it under `error-NAME` and
    /// `error-NAME-hint`.
    pub(crate) fn of(code: Code, name: &str, args: &[(&str, &str)]) -> Self {
        let words = Words::of("en");
        let args: Vec<_> = args.iter().map(|(key, value)| (*key, (*value).into())).collect();
        let hint = format!("error-{name}-hint");
        Self {
            code,
            message: words.say(&format!("error-{name}"), &args),
            hint: words.has(&hint).then(|| words.say(&hint, &args)),
        }
    }

    /// The failure of a file operation at a path.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Self {
        let (path, reason) = (path.display().to_string(), error.to_string());
        let args = [("path", path.as_str()), ("reason", reason.as_str())];
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::of(Code::NotFound, "no-file", &args),
            std::io::ErrorKind::StorageFull => Self::of(Code::DiskFull, "disk-full", &args),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::of(Code::ReadOnly, "no-permission", &args)
            }
            _ => Self::of(Code::Io, "io", &args),
        }
    }

    /// Names the file that it is about, unless the message does so already.
    pub(crate) fn about(mut self, path: &Path) -> Self {
        let name = crate::session::file_name(path);
        if !self.message.contains(&name) {
            self.message = format!("{name}: {}", self.message);
        }
        self
    }

    /// A failure in the words of the crate that found it.
    fn told(code: Code, message: &str, hint: &str) -> Self {
        Self {
            code,
            message: sentence(message),
            hint: (!hint.is_empty()).then(|| sentence(hint)),
        }
    }

    fn with_hint(code: Code, message: String, hint: &str) -> Self {
        let words = Words::of("en");
        Self {
            code,
            message: sentence(&message),
            hint: words.has(hint).then(|| words.say(hint, &[])),
        }
    }
}

/// Begins with a capital letter.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        let (code, hint) = match &error {
            StoreError::NotFound(_) => (Code::NotFound, "error-no-file-hint"),
            StoreError::Exists(_) => (Code::Exists, "error-exists-hint"),
            StoreError::NotADatabase(_) | StoreError::OtherDatabase => {
                (Code::NotAWorkspace, "error-not-a-workspace-hint")
            }
            StoreError::Newer { .. } => (Code::NewerVersion, "error-newer-hint"),
            StoreError::Damaged(_) | StoreError::Altered(_) => (Code::Damaged, "error-damaged-hint"),
            StoreError::Unfinished | StoreError::ReadOnly(_) => (Code::ReadOnly, "error-read-only-hint"),
            StoreError::Locked => (Code::Busy, "error-busy-hint"),
            StoreError::DiskFull => (Code::DiskFull, "error-disk-full-hint"),
            StoreError::Constraint(_) | StoreError::Unknown { .. } => (Code::Refused, ""),
            StoreError::NothingToUndo => (Code::NothingToUndo, ""),
            StoreError::NothingToRedo => (Code::NothingToRedo, ""),
            StoreError::Conflict(_) => (Code::Conflict, "error-conflict-hint"),
            StoreError::Io(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                (Code::ReadOnly, "error-no-permission-hint")
            }
            StoreError::Io(_) => (Code::Io, ""),
            StoreError::Engine(_) => (Code::Internal, ""),
            _ => (Code::Internal, ""),
        };
        Self::with_hint(code, error.to_string(), hint)
    }
}

impl From<CoreError> for AppError {
    fn from(error: CoreError) -> Self {
        let code = match &error {
            CoreError::Period(_) => Code::Period,
            CoreError::Number { .. } | CoreError::Overflow { .. } | CoreError::Inexact { .. } => Code::Number,
            _ => Code::Word,
        };
        Self::told(code, &error.to_string(), &error.hint())
    }
}

impl From<PeriodError> for AppError {
    fn from(error: PeriodError) -> Self {
        CoreError::from(error).into()
    }
}

impl From<ChartError> for AppError {
    fn from(error: ChartError) -> Self {
        Self::with_hint(Code::Chart, error.to_string(), "")
    }
}

impl From<BriefError> for AppError {
    fn from(error: BriefError) -> Self {
        // A text of the workspace that cannot be set is for the reader to change; the rest is our fault.
        let hint = match &error {
            BriefError::Empty { .. } => "error-brief-empty-hint",
            BriefError::NoGlyph { .. } => "error-brief-glyph-hint",
            _ => "error-brief-fault-hint",
        };
        Self::with_hint(Code::Brief, error.to_string(), hint)
    }
}

impl From<ImportError> for AppError {
    fn from(error: ImportError) -> Self {
        Self::told(Code::Import, &error.to_string(), error.hint())
    }
}

impl From<NumberError> for AppError {
    fn from(error: NumberError) -> Self {
        Self::told(Code::Number, &error.to_string(), &error.hint())
    }
}

impl From<PasteError> for AppError {
    fn from(error: PasteError) -> Self {
        Self::told(Code::Import, &error.to_string(), error.hint())
    }
}

impl From<ModelError> for AppError {
    fn from(error: ModelError) -> Self {
        match error {
            ModelError::Store(error) => error.into(),
            ModelError::Core(error) => error.into(),
            ModelError::Fit(error) => error.into(),
            ModelError::Scenario(error) => error.into(),
            ModelError::UnknownSeries { name, known } => Self::of(
                Code::UnknownSeries,
                "unknown-series",
                &[("name", &name), ("known", &known.join(", "))],
            ),
            ModelError::YearNotAhead { series, known } => {
                let known: Vec<String> = known.iter().map(ToString::to_string).collect();
                let args = [("series", series.as_str()), ("known", &known.join(", "))];
                Self::of(Code::Forecast, "scenario-year", &args)
            }
            ModelError::Gap { series, month } => {
                let month = Format::of("en").month_short(month);
                Self::of(
                    Code::Forecast,
                    "scenario-gap",
                    &[("series", &series), ("month", &month)],
                )
            }
            ModelError::ClaimNotOpen { id, known } => Self::of(
                Code::Word,
                "scenario-claim",
                &[("id", &id), ("known", &known.join(", "))],
            ),
        }
    }
}

impl From<FitError> for AppError {
    fn from(error: FitError) -> Self {
        match error {
            FitError::Core(error) => error.into(),
            FitError::NotMonthly { series } => Self::of(Code::Forecast, "forecast-monthly", &[("series", &series)]),
            FitError::Refused { series, reason } => no_forecast(&series, &reason),
        }
    }
}

impl From<ScenarioError> for AppError {
    fn from(error: ScenarioError) -> Self {
        match error {
            ScenarioError::Assumptions(error) => error.into(),
            other => Self {
                code: Code::Word,
                message: other.to_string(),
                hint: None,
            },
        }
    }
}

/// Why a series is not forecast.
pub(crate) fn no_forecast(series: &str, reason: &ForecastError) -> AppError {
    match reason {
        ForecastError::TooShort { have, need } => {
            let (have, need) = (have.to_string(), need.to_string());
            AppError::of(
                Code::Forecast,
                "forecast-short",
                &[("series", series), ("have", &have), ("need", &need)],
            )
        }
        ForecastError::Horizon { horizon, max } => {
            let (given, most) = (horizon.to_string(), max.to_string());
            AppError::of(Code::Number, "forecast-horizon", &[("given", &given), ("most", &most)])
        }
        ForecastError::Season { season, max } => {
            let (given, most) = (season.to_string(), max.to_string());
            AppError::of(Code::Number, "forecast-season", &[("given", &given), ("most", &most)])
        }
        ForecastError::NotFinite { .. } => AppError::of(
            Code::Forecast,
            "forecast-number",
            &[("series", series), ("reason", &reason.to_string())],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_briefing_that_cannot_be_set_says_what_to_do() {
        let faults = [
            hadaf_brief::BriefError::Empty { place: "title".into() },
            hadaf_brief::BriefError::NoGlyph {
                character: '\u{4e2d}',
                place: "title".into(),
            },
            hadaf_brief::BriefError::Typesetting("a template".into()),
        ];
        let hints: Vec<String> = faults
            .into_iter()
            .map(|fault| {
                let error = AppError::from(fault);
                assert_eq!(error.code, Code::Brief);
                error.hint.unwrap()
            })
            .collect();
        assert!(hints[0].contains("names"), "{hints:?}");
        assert!(hints[1].contains("character"), "{hints:?}");
        assert!(hints[2].contains("fault of Hadaf"), "{hints:?}");
    }
}
