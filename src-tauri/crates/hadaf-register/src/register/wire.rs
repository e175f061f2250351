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
    /// The words that it takes, the empty one among them where it may be empty; none: free.
    pub choices: Vec<String>,
    /// It must not be empty.
    pub required: bool,
    /// Worked out by the program: shown, never entered.
    pub computed: bool,
    /// A number: set flush right.
    pub numeric: bool,
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

/// A register as known on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterView {
    /// Which one.
    pub register: RegisterKind,
    /// The finding: "4 of 23 initiatives are overdue".
    pub title: String,
    /// What holds for the whole register, such as that costs of another concept are not receipts; may be empty.
    pub note: String,
    /// The columns.
    pub fields: Vec<RegisterField>,
    /// The entries, in order of time.
    pub rows: Vec<RegisterRow>,
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
