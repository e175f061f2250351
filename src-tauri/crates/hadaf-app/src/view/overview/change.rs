//! One line of what changed.

use hadaf_core::{Month, Readings};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::HistoryRequest;

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
    let differs = |month: &Month| {
        let (old, new) = (before.get(*month), after.get(*month));
        new.is_some_and(|new| old.is_none_or(|old| !old.value.same_value(new.value)))
    };
    after.months().rev().map(|(month, _)| month).filter(differs).collect()
}

pub(super) fn arrow(old: &str, new: &str) -> String {
    format!("{old} \u{2192} {new}")
}
