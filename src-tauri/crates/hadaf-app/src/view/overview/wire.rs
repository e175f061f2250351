//! The first screen: are we on course?

use hadaf_core::ClaimKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::keyword::Keyword;
use crate::session::HistoryRequest;

/// Asks for the overview of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverviewRequest {
    /// Series id.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// One of the big figures on top.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HeadlineView {
    /// "FY2026 to date".
    pub label: String,
    /// "2,975", formatted.
    pub value: String,
    /// "US$ m".
    pub unit: String,
    /// "July to February, +19.9 % on a year before".
    pub note: String,
    /// Numbers of the source notes.
    pub marks: Vec<u32>,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
    /// The outlook works it out: a click leads to that screen.
    pub outlook: bool,
}

/// A current claim for the current year.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimRow {
    /// Claim id.
    pub id: String,
    /// "5,200".
    pub amount: String,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// "Target, the pace uses it" and the like.
    pub title: String,
    /// Who said it.
    pub maker: String,
    /// When, in words.
    pub said: String,
    /// Needed a month, formatted; empty where it makes no sense.
    pub needed: String,
    /// On which conditions it was said, in our words; may be empty.
    pub conditions: String,
    /// What else is to be known about it; may be empty.
    pub note: String,
    /// The pace uses this claim.
    pub in_use: bool,
    /// Whose history F2 opens: the claim's own.
    pub history: Option<HistoryRequest>,
}

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

/// A question worth asking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// Fact and ask.
    pub text: String,
    /// The office it goes to.
    pub to: String,
    /// What a good answer contains.
    pub good_answer: String,
}

/// A numbered source note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SourceMark {
    /// From 1.
    pub number: u32,
    /// Publisher and date.
    pub text: String,
    /// Its address; may be empty.
    pub address: String,
}

/// The overview.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OverviewView {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// Three or four.
    pub headlines: Vec<HeadlineView>,
    /// "Current claims for FY2026".
    pub claims_title: String,
    /// Highest standing first.
    pub claims: Vec<ClaimRow>,
    /// "Changed since last observation", or "Since that day".
    pub changes_title: String,
    /// What changed.
    pub changes: Vec<ChangeRow>,
    /// Best first.
    pub questions: Vec<QuestionView>,
    /// Notes in order.
    pub sources: Vec<SourceMark>,
    /// What to do next when there is nothing to show.
    pub empty: Option<String>,
}
