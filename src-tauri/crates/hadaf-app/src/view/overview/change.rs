//! One line of what changed.

use std::collections::BTreeSet;

use hadaf_core::{Month, Readings};
use hadaf_picture::HistoryRequest;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One line of what changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChangeRow {
    /// "Feb 2026".
    pub what: String,
    /// "365, new" or "324 → 310".
    pub change: String,
    /// "+19.7 % on a year".
    pub note: String,
    /// Source notes.
    pub marks: Vec<u32>,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// How many months that changed are listed.
pub(super) const CHANGES: usize = 4;

/// Months whose current figure differs, newest first.
pub(super) fn changed(before: &Readings, after: &Readings) -> Vec<Month> {
    let differs = |month: &Month| match (before.get(*month), after.get(*month)) {
        (Some(old), Some(new)) => !old.value.same_value(new.value),
        (old, new) => old.is_some() != new.is_some(),
    };
    // One that is there no more was withdrawn.
    let months: BTreeSet<Month> = before.months().chain(after.months()).map(|(month, _)| month).collect();
    months.into_iter().rev().filter(differs).collect()
}

pub(super) fn arrow(old: &str, new: &str) -> String {
    format!("{old} \u{2192} {new}")
}
