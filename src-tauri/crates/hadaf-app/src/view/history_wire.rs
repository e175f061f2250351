//! The history of a number: every observation of it.

use hadaf_core::VintageRole;
use serde::Serialize;
use ts_rs::TS;

use crate::keyword::Keyword;

/// One observation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ObservationView {
    /// Formatted.
    pub value: String,
    /// Exact value.
    pub exact: String,
    /// Against the observation before; empty for the first.
    pub change: String,
    /// What it is to the current figure.
    pub role: Keyword<VintageRole>,
    /// The same in words.
    pub role_label: String,
    /// In words: "18 Dec 2024", "about 31 Jan 2025", "no date on the page".
    pub published: String,
    /// Who said it; empty for a number, which its source says.
    pub maker: String,
    /// Publisher and title.
    pub source: String,
    /// Its address; may be empty.
    pub address: String,
    /// Who entered it.
    pub entered_by: String,
    /// When, in words.
    pub entered_at: String,
    /// May be empty.
    pub note: String,
}

/// A number's history.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryView {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// "IT exports, November 2024".
    pub title: String,
    /// "US$ million".
    pub unit: String,
    /// What is current, formatted; empty when nothing is.
    pub value: String,
    /// Current and superseded, newest first.
    pub vintages: Vec<ObservationView>,
    /// Kept, but not used.
    pub others: Vec<ObservationView>,
    /// "As of 1 Jan 2025 this reads 324; from 31 Jan 2025 310".
    pub sentences: Vec<String>,
    /// "2 vintages, 2 other observations".
    pub summary: String,
}
