//! Briefings: preview and export.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a briefing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BriefRequest {
    /// Series id.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// "en" or "ur".
    pub lang: String,
    /// The notes of the workspace go with the data; they stay in when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub with_notes: bool,
}

/// A check before it leaves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BriefCheck {
    /// Passed.
    pub ok: bool,
    /// What was checked, in words.
    pub text: String,
}

/// A briefing as pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BriefView {
    /// Its title: the finding.
    pub title: String,
    /// One SVG a page.
    pub pages: Vec<String>,
    /// Digest of the data, as in the footer.
    pub digest: String,
    /// Before it leaves.
    pub checks: Vec<BriefCheck>,
    /// What the file holds, line by line.
    pub contains: Vec<String>,
}

/// Asks to write a briefing to a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BriefExport {
    /// Which.
    pub brief: BriefRequest,
    /// Where to; ends in .pdf.
    pub path: std::path::PathBuf,
}
