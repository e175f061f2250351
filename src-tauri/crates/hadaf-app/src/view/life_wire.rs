//! The life of a number: every print of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One print.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PrintView {
    /// Formatted.
    pub value: String,
    /// Exact value.
    pub exact: String,
    /// Against the print before; empty for the first.
    pub change: String,
    /// "in_force", "superseded", "confirms", "rounded", "disagrees", "derived" or "not_yet_known".
    pub role: String,
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

/// A number's life.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LifeView {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// "IT exports, November 2024".
    pub title: String,
    /// "US$ million".
    pub unit: String,
    /// What is in force, formatted; empty when nothing is.
    pub value: String,
    /// In force and superseded, newest first.
    pub vintages: Vec<PrintView>,
    /// Kept, but not in force.
    pub others: Vec<PrintView>,
    /// "As of 1 Jan 2025 this reads 324; from 31 Jan 2025 310".
    pub sentences: Vec<String>,
    /// "2 vintages, 2 other prints".
    pub summary: String,
}
