//! The life of a number: every print of it.

use hadaf_core::VintageRole;
use serde::Serialize;
use ts_rs::TS;

use crate::keyword::Keyword;

/// One print.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PrintView {
    /// Formatted.
    pub value: String,
    /// Exact value.
    pub exact: String,
    /// Against the print before; empty for the first.
    pub change: String,
    /// What it is to the number in force.
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

/// A number's life.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
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
