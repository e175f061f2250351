//! The registers: disruptions and what they are said to cost, budget lines, initiatives, concerns, undertakings.
//! All six have one shape, so that one table and one form serve them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RegisterKind;

/// Asks for one register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterRequest {
    /// Which one.
    pub register: RegisterKind,
    /// Series whose exports a cost is held against.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// One column of a register, and one field of its form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterField {
    /// Its name in [`RegisterRow::values`] and [`RegisterEdit::values`].
    pub name: String,
    /// Its head.
    pub label: String,
    /// How it is written: "2021, 2021-02 or 2021-02-03"; may be empty.
    pub hint: String,
    /// How it is entered.
    pub input: RegisterInput,
    /// The register of the entries that it takes; null where it takes none.
    pub refers: Option<RegisterKind>,
    /// The words or entries that it takes, the empty one among them where it may be empty; none: free.
    pub choices: Vec<RegisterChoice>,
    /// It must not be empty.
    pub required: bool,
    /// Worked out by the program: shown, never entered.
    pub computed: bool,
    /// A number: set flush right.
    pub numeric: bool,
}

/// One thing that a field takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterChoice {
    /// For programs: a word, or the number of an entry.
    pub value: String,
    /// For people.
    pub label: String,
}

/// How a field is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterInput {
    /// Anything.
    Text,
    /// A number with a point for decimals.
    Number,
    /// A day, or only its month or year.
    PartialDate,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A fiscal year.
    Year,
    /// A unit.
    Unit,
    /// One of some words.
    Word,
    /// The number of an entry of a register.
    Entry,
}

/// One entry of a register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterRow {
    /// Its number.
    pub id: String,
    /// One text per field, ready to show.
    pub cells: Vec<String>,
    /// What a form begins with, by field; computed fields are not in it.
    pub values: BTreeMap<String, String>,
    /// What the program worked out, by field; null where it could not.
    pub computed: BTreeMap<String, Option<f64>>,
    /// What the program remarks: "overdue by 91 days".
    pub remarks: Vec<String>,
    /// Whether that is good or bad; a remark always says the same in words.
    pub tone: Option<RegisterTone>,
    /// Title of its source; may be empty.
    pub source: String,
    /// Address of its source; may be empty.
    pub address: String,
    /// What it says and said before, the newest first, as far as it was known on the day.
    pub states: Vec<RegisterState>,
}

/// What an entry has said from a day on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterState {
    /// Its number, by which it is amended or taken out: that of the entry, for what it says now.
    pub id: String,
    /// From when on it was known: the day of its page, else that on which it was first seen.
    pub known_from: String,
    /// As [`RegisterRow::values`].
    pub values: BTreeMap<String, String>,
    /// Title of its source; may be empty.
    pub source: String,
}

/// How an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterTone {
    /// It was done, answered, kept.
    Good,
    /// Something is wrong.
    Bad,
}

/// A register by its name, as one of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterTab {
    /// Which one.
    pub register: RegisterKind,
    /// Its name.
    pub title: String,
    /// How many entries are known.
    pub count: u32,
}

/// A register as known on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterView {
    /// Which one.
    pub register: RegisterKind,
    /// All of them.
    pub tabs: Vec<RegisterTab>,
    /// The finding: "4 of 23 initiatives are overdue".
    pub title: String,
    /// What holds for the whole register, such as that costs of another concept are not receipts; may be empty.
    pub note: String,
    /// The columns.
    pub fields: Vec<RegisterField>,
    /// The column of sources.
    pub source: RegisterField,
    /// The entries, in order of time.
    pub rows: Vec<RegisterRow>,
    /// The places of the rows as a screen lists them: what is overdue first, the longest before the others.
    pub order: Vec<u32>,
    /// What to do next when there is none.
    pub empty: Option<String>,
}

/// Enters or amends one entry: one change, one undo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterEdit {
    /// Which register.
    pub register: RegisterKind,
    /// Which entry; null: a new one.
    pub id: Option<String>,
    /// As people write them, by field; a field left out is empty.
    pub values: BTreeMap<String, String>,
    /// Title of the source; one that is not known yet is added.
    pub source: String,
    /// An entry that is amended: what stood there was a mistake and was never so. Otherwise it has changed, and what it
    /// said until then is kept.
    #[serde(default)]
    pub corrects: bool,
}

/// Takes one entry out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterRemove {
    /// Which register.
    pub register: RegisterKind,
    /// Which entry.
    pub id: String,
}

/// Rows of a spreadsheet for a register: pasted, or of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterRows {
    /// Which register.
    pub register: RegisterKind,
    /// What was pasted; null: the rows of a file.
    pub text: Option<String>,
    /// The file; null: what was pasted.
    pub path: Option<std::path::PathBuf>,
    /// A paste without heads: the entries on which its rows fall, from the first on.
    #[serde(default)]
    pub onto: Vec<String>,
    /// A paste without heads: the fields on which its columns fall; none: all that are entered, in order.
    #[serde(default)]
    pub fields: Vec<String>,
    /// Title of the source of rows that name none; may be empty.
    #[serde(default)]
    pub source: String,
    /// As [`RegisterEdit::corrects`].
    #[serde(default)]
    pub corrects: bool,
}

/// What would become of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterOutcome {
    /// An entry more.
    New,
    /// An entry says something else than before.
    Changed,
    /// Nothing: the entry says it already.
    Same,
    /// It cannot be read.
    Invalid,
}

impl RegisterOutcome {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::New, Self::Changed, Self::Same, Self::Invalid];

    /// Its word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Invalid => "invalid",
        }
    }
}

/// What would become of one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterPlanRow {
    /// Its place in the sheet, from 1.
    pub row: u32,
    /// What would become of it.
    pub outcome: RegisterOutcome,
    /// The entry that it is about; null for a new one.
    pub id: Option<String>,
    /// What that is called; may be empty.
    pub name: String,
    /// What differs, or why it cannot be read.
    pub message: String,
}

/// What would become of rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterPlan {
    /// One sentence.
    pub summary: String,
    /// Row by row.
    pub rows: Vec<RegisterPlanRow>,
    /// Heads of columns of which nothing is taken.
    pub left_out: Vec<String>,
    /// How many entries would be entered or amended.
    pub changes: u32,
    /// Every row can be read, and something changes.
    pub ready: bool,
}

/// Gives one field of several entries the same value: one change, one undo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterFill {
    /// Which register.
    pub register: RegisterKind,
    /// Which field, or "source".
    pub field: String,
    /// As people write it.
    pub value: String,
    /// Which entries.
    pub ids: Vec<String>,
    /// As [`RegisterEdit::corrects`].
    #[serde(default)]
    pub corrects: bool,
}

/// Asks for a register to be written to a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterExport {
    /// Which register, on which day.
    pub request: RegisterRequest,
    /// "csv" or "xlsx".
    pub format: String,
    /// Where to.
    pub path: std::path::PathBuf,
}
