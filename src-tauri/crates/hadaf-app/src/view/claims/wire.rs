//! The register of claims: what was said, what became of it, and the record of those who said it.

use hadaf_core::{ClaimKind, Outcome};
use hadaf_model::ClaimGroup;
use hadaf_words::ChanceView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::chart::ChartTable;
use crate::keyword::Keyword;
use crate::session::HistoryRequest;
use crate::view::HistoryView;

/// Asks for the claims about a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimsRequest {
    /// Series id; empty: the first.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// What a claim is to others that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClaimMark {
    /// The first of several.
    First,
    /// It says again what an earlier one said.
    Again,
    /// Another took its place.
    Replaced,
    /// None says the same.
    Alone,
}

/// One claim with what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimItem {
    /// Claim id.
    pub id: String,
    /// The group that it is listed in.
    pub group: Keyword<ClaimGroup>,
    /// "FY2026"; empty when none was given.
    pub fiscal_year: String,
    /// "5,200", in the series' unit; a range with both ends.
    pub amount: String,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// "Target" and the like.
    pub kind_words: String,
    /// Who said it.
    pub maker: String,
    /// The office that answers for it; may be empty.
    pub office: String,
    /// Said by or for a government office.
    pub official: bool,
    /// When, in words.
    pub said: String,
    /// The first total known of its year, formatted; empty while the year is not known whole.
    pub first_release: String,
    /// The current total; empty as `first_release`.
    pub latest: String,
    /// The first total against the claim, "−9.5 %"; may be empty.
    pub off_first: String,
    /// The current total against the claim; may be empty.
    pub off_latest: String,
    /// What became of it, under the current total.
    pub outcome: Keyword<Outcome>,
    /// The same under the first total.
    pub outcome_first: Keyword<Outcome>,
    /// Stands before the word, so that it does not rest on colour: "✓".
    pub sign: String,
    /// "missed"; for what says an earlier claim again "counted with T02".
    pub outcome_words: String,
    /// Why, in a sentence.
    pub reason: String,
    /// How many claims of the register say it.
    pub times_said: u32,
    /// "said 3×"; empty when it was said once.
    pub times_words: String,
    /// The mark in the margin.
    pub mark: ClaimMark,
    /// The claim with which it counts, or that took its place.
    pub tied_to: Option<String>,
    /// On which conditions; may be empty.
    pub conditions: String,
    /// While it is open: how likely it is. Null where no forecast reaches its year.
    pub chance: Option<ChanceView>,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// A group of claims, for the tabs.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimGroupView {
    /// As [`ClaimItem::group`], or all.
    pub group: Keyword<Option<ClaimGroup>>,
    /// "Due".
    pub title: String,
    /// How many.
    pub count: u32,
}

/// A dot of the strip "outturn against the claim".
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StripPoint {
    /// Claim id.
    pub id: String,
    /// 0 to 1 of the strip's width.
    pub at: f64,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// One line: claim, outturn, difference.
    pub readout: String,
}

/// The dots of claims that were made equally far ahead.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StripLane {
    /// "said within the year".
    pub label: String,
    /// By claim.
    pub points: Vec<StripPoint>,
}

/// A tick of the strip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StripTick {
    /// 0 to 1 of the strip's width.
    pub at: f64,
    /// "−40".
    pub label: String,
    /// The outturn was what was claimed.
    pub zero: bool,
}

/// How official claims went.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimRecord {
    /// "1 of 5"; empty when none is decided.
    pub value: String,
    /// "official claims met".
    pub label: String,
    /// Claims met.
    pub met: u32,
    /// Claims met or missed.
    pub of: u32,
    /// "With so few, the true rate could be anything from 4 to 62 in 100".
    pub interval: String,
    /// What is not in it: "1 too close to call; 8 open, ...".
    pub left_out: String,
    /// What the record rests on and how far off claims were, in sentences.
    pub sentences: Vec<String>,
    /// "Outturn against the claim, %".
    pub strip_title: String,
    /// The strip's lanes, the longest way ahead first.
    pub strip: Vec<StripLane>,
    /// The strip's ticks.
    pub ticks: Vec<StripTick>,
    /// A maker a row: claims, met, missed, too close, hit rate with counts, bias, mean error; the last says who is
    /// ranked.
    pub makers: ChartTable,
    /// From how many claims on a maker is ranked.
    pub makers_note: String,
    /// By how far ahead they were made: how many, bias, mean error.
    pub horizons: ChartTable,
    /// Against "the same as last year" and "last year's growth": Theil's U2 and its count.
    pub naive: ChartTable,
    /// What the naive comparison says, in a sentence.
    pub naive_note: String,
}

/// A year for which more than one number was said officially.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DisagreementView {
    /// "FY2025".
    pub fiscal_year: String,
    /// "For FY2025 4,200, 3,800 and 3,500 were said".
    pub title: String,
    /// The largest number first, of one number the earliest.
    pub claims: Vec<DisagreementRow>,
}

/// Who said which number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DisagreementRow {
    /// Claim id.
    pub id: String,
    /// "4,200".
    pub amount: String,
    /// "Target".
    pub kind_words: String,
    /// Who said it.
    pub maker: String,
    /// When, in words.
    pub said: String,
    /// What became of it, in words.
    pub outcome_words: String,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// The register of one series.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimsView {
    /// Series id.
    pub series: String,
    /// The finding.
    pub title: String,
    /// What is listed, in which unit, as of when.
    pub subtitle: String,
    /// All first, then each group.
    pub groups: Vec<ClaimGroupView>,
    /// Newest year first, of one year the highest-ranked first; those without a year last.
    pub claims: Vec<ClaimItem>,
    /// How official claims went.
    pub record: ClaimRecord,
    /// How the chances told here did in the past; empty without open claims that have one.
    pub chances_note: String,
    /// The newest year first.
    pub disagreements: Vec<DisagreementView>,
    /// What to do next when there is no claim.
    pub empty: Option<String>,
}

/// Asks for one claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimRequest {
    /// Claim id.
    pub id: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// A labelled fact of the inspector.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimFact {
    /// "Outturn".
    pub label: String,
    /// One or more lines.
    pub lines: Vec<String>,
}

/// What was found about a condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingView {
    /// Its number.
    pub id: u32,
    /// Which condition.
    pub condition: String,
    /// It held.
    pub met: bool,
    /// "held" or "did not hold".
    pub words: String,
    /// What shows it.
    pub evidence: String,
    /// Publisher and title.
    pub source: String,
    /// Its address; may be empty.
    pub address: String,
    /// From which day on it counts, in words.
    pub judged: String,
    /// As it would be entered, to amend it.
    pub entry: JudgeCondition,
}

/// A claim that another one hangs on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LineageView {
    /// The link as it would be entered, to amend or remove it.
    pub link: SetLineage,
    /// The other claim's id.
    pub other: String,
    /// "replaces $3.5 bn target for FY2025, Ministry of IT, about August 2024", seen from this claim.
    pub words: String,
}

/// One claim, for the inspector.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimDetail {
    /// As it is listed.
    pub claim: ClaimItem,
    /// "Projection for FY2025: 3,800".
    pub title: String,
    /// A few words of the source; may be empty.
    pub quote: String,
    /// What else is to be known; may be empty.
    pub note: String,
    /// Maker, conditions, outturn, verdict, restated, chance, in order.
    pub facts: Vec<ClaimFact>,
    /// What was found about its conditions.
    pub findings: Vec<FindingView>,
    /// How it hangs together with others.
    pub lineage: Vec<LineageView>,
    /// Publisher and title, page.
    pub source: String,
    /// The source's address; may be empty.
    pub address: String,
    /// All that was said before and after it, and how its pace is worked out.
    pub history: HistoryView,
    /// As it would be entered, to amend it.
    pub entry: SetClaim,
}

/// Enters a claim, or gives one its new content.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SetClaim {
    /// Which claim to amend; null: a new one.
    pub id: Option<String>,
    /// Series id.
    pub series: String,
    /// "target", "projection" or "commitment".
    pub kind: String,
    /// As people write it; empty when none was given.
    pub fiscal_year: String,
    /// As people write it: "5.2 bn", "$365 m", "10 to 20 bn", a bare number in the series' unit.
    pub amount: String,
    /// When it was said: "2025-08-20", "20 Aug 2025", "August 2025", "before July 2025", "in 2017", "during FY2025";
    /// empty when nothing tells. With `said_by`, any words.
    pub said: String,
    /// The last day on which it can have been said, ISO, when `said` is no exact day; empty: worked out from it.
    pub said_by: String,
    /// Who said it.
    pub maker: String,
    /// The office that answers for it; may be empty.
    pub office: String,
    /// On which conditions, only those that the page states; may be empty.
    pub conditions: String,
    /// Anything else; may be empty.
    pub note: String,
    /// Title of the document.
    pub source: String,
    /// Its address; may be empty.
    pub address: String,
    /// Page or paragraph; may be empty.
    pub page: String,
    /// A few words of it; may be empty.
    pub quote: String,
    /// Said by or for a government office.
    pub official: bool,
    /// Weight of the maker, 0 to 255: the higher one stands first.
    pub standing: u32,
    /// Why it cannot be scored though it has a number and a year; empty when it can.
    pub not_scorable: String,
}

/// Removes a claim, with its links and findings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RemoveClaim {
    /// Claim id.
    pub id: String,
}

/// Says how a later claim hangs on an earlier one. To remove a link, its kind is not read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SetLineage {
    /// The later claim.
    pub from: String,
    /// The earlier claim.
    pub to: String,
    /// "restates", "narrows" or "replaces".
    pub kind: String,
}

/// Says whether a condition of a claim held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JudgeCondition {
    /// Which finding to amend; null: a new one.
    pub id: Option<u32>,
    /// Claim id.
    pub claim: String,
    /// Which of its conditions, in a few words.
    pub condition: String,
    /// It held.
    pub met: bool,
    /// What shows it.
    pub evidence: String,
    /// Title of the document that shows it.
    pub source: String,
    /// The day from which it counts, ISO: when the evidence was complete.
    pub judged: String,
}

/// Takes a finding back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RemoveFinding {
    /// Its number.
    pub id: u32,
}
