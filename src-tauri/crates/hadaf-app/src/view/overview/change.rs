//! One line of what changed.

use std::collections::BTreeSet;

use hadaf_core::{Period, Readings};
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

/// How many figures that changed are listed.
pub(super) const CHANGES: usize = 4;

/// Periods of the series, months or quarters, whose current figure differs, newest first.
pub(super) fn changed(before: &Readings, after: &Readings) -> Vec<Period> {
    let differs = |period: &Period| match (before.get(*period), after.get(*period)) {
        (Some(old), Some(new)) => !old.value.same_value(new.value),
        (old, new) => old.is_some() != new.is_some(),
    };
    // One that is there no more was withdrawn. Before the first month was known, years alone were.
    let of = |period: &Period| period.frequency() == before.every().min(after.every());
    let periods = before.iter().chain(after.iter()).map(|(period, _)| period);
    let periods: BTreeSet<Period> = periods.filter(of).collect();
    periods.into_iter().rev().filter(differs).collect()
}

pub(super) fn arrow(old: &str, new: &str) -> String {
    format!("{old} \u{2192} {new}")
}
