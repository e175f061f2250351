//! The open workspace, its history, what the program remembers.

use std::path::PathBuf;

use hadaf_core::{Frequency, YearNames};
use hadaf_words::Keyword;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

/// A series as the navigation and the grid name it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SeriesItem {
    /// Word with underscores, e.g. `ict_total`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The series of the sector above, if any.
    pub parent: Option<String>,
    /// 0 for the total.
    pub depth: u32,
    /// "US$ million".
    pub unit: String,
    /// Who makes the statistic; may be empty.
    pub origin: String,
    /// How often it has a value.
    pub frequency: Keyword<Frequency>,
    /// It was put away: screens do not offer it.
    pub archived: bool,
    /// How many observations it has.
    pub observations: u32,
}

/// A day as the page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DayView {
    /// ISO.
    pub date: String,
    /// "1 April 2026".
    pub text: String,
    /// "1 Apr 2026".
    pub short: String,
}

/// The open workspace as the shell shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WorkspaceView {
    /// Where the file is.
    pub path: String,
    /// Its last part.
    pub file_name: String,
    /// The workspace's own name.
    pub name: String,
    /// Three letters.
    pub currency: String,
    /// 1 to 12.
    pub fiscal_year_start_month: u32,
    /// Which of its two calendar years names a fiscal year.
    pub fiscal_year_names: Keyword<YearNames>,
    /// Local time of the last change, "14:02" or a date.
    pub saved_at: String,
    /// Why nothing can be changed, in words; null when it can.
    pub read_only: Option<String>,
    /// Another file stands at the place of the one that is shown: it can be opened anew.
    pub replaced: bool,
    /// This is the program's own sample with changes made since, in words; null for any other workspace.
    pub sample: Option<String>,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// The day that "today" is, ISO.
    pub today: String,
    /// The newest date on which anything was published, ISO.
    pub latest: Option<String>,
    /// Today, then days worth reading as of, newest first.
    pub days: Vec<DayView>,
    /// All series in the order of the sector tree.
    pub series: Vec<SeriesItem>,
    /// How much there is of what.
    pub counts: WorkspaceCounts,
}

/// How much a workspace holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkspaceCounts {
    /// Observations.
    pub observations: u32,
    /// Claims.
    pub claims: u32,
    /// Disruptions.
    pub disruptions: u32,
    /// Budget lines.
    pub budget_lines: u32,
    /// Initiatives.
    pub initiatives: u32,
    /// Concerns.
    pub concerns: u32,
    /// Sources.
    pub sources: u32,
}

/// Asks for a new, empty workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NewWorkspace {
    /// Where to create it; an existing file is refused.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// Three letters.
    pub currency: String,
    /// 1 to 12.
    pub fiscal_year_start_month: u32,
    /// Title of the first series (the total).
    pub series_title: String,
    /// Who makes its statistic; may be absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub origin: Option<String>,
    /// Which of its two calendar years names a fiscal year, "last" or "first"; absent: the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub year_names: Option<String>,
}

/// A workspace opened before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RecentFile {
    /// Where it is.
    pub path: String,
    /// Its last part.
    pub file_name: String,
    /// The workspace's own name.
    pub name: String,
    /// Local date and time.
    pub opened_at: String,
    /// The file is not there now.
    pub missing: bool,
}

/// A sample as it is offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SampleItem {
    /// The name under which it is asked for.
    pub name: String,
    /// What it is about.
    pub title: String,
}

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StartView {
    /// Program version.
    pub version: String,
    /// The samples that can be opened.
    pub samples: Vec<SampleItem>,
    /// Newest first.
    pub recent: Vec<RecentFile>,
    /// Remembered choices.
    pub settings: Settings,
    /// The names of January to December.
    pub months: Vec<String>,
}

/// Which colours the window has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system has them.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl From<&str> for ThemeChoice {
    /// A word that is none of ours is the system's choice: settings may come from another version.
    fn from(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}

impl<'de> Deserialize<'de> for ThemeChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Ok(word.as_str().into())
    }
}

/// Choices that outlive the session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Colours.
    pub theme: ThemeChoice,
    /// 1 is 100 %.
    pub zoom: f64,
    /// "en" or "ur".
    pub lang: String,
    /// Who enters: written into the journal.
    pub author: String,
}

/// After a change.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Changed {
    /// What was done, for the toast and the undo button.
    pub label: String,
    /// What is worth knowing of it: "318; 325 stays current, published later (18 June 2025)".
    pub notes: Vec<String>,
    /// Id of what was made; absent where nothing new was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub made: Option<String>,
    /// The shell's new state.
    pub workspace: WorkspaceView,
}

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LogEntry {
    /// Its number.
    pub id: u32,
    /// What was done.
    pub label: String,
    /// When, RFC 3339.
    pub at: String,
    /// The same in words, by the local clock: "1 Apr 2026, 14:02".
    pub when: String,
    /// Who.
    pub by: String,
    /// Taken back.
    pub undone: bool,
    /// Who took it back last; null where nobody did, or an earlier version of the program did so.
    pub undone_by: Option<String>,
    /// When, RFC 3339.
    pub undone_at: Option<String>,
    /// Who made it again last; null where nobody did.
    pub redone_by: Option<String>,
    /// When, RFC 3339.
    pub redone_at: Option<String>,
    /// What became of it since, in words: "undone by Bilal, 1 Apr 2026, 14:02; done again by Aisha, 2 Apr 2026, 09:30".
    pub since: Option<String>,
}

/// The journal, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LogView {
    /// The entries.
    pub entries: Vec<LogEntry>,
}

/// Where a file was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// The file.
    pub path: String,
    /// Its size.
    pub bytes: u32,
    /// Characters of it that no font of the program has, each drawn as an empty square; null where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub replaced: Option<String>,
    /// What of it is not as it stands in the workspace, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}
