//! The outlook screen: how likely is it, what drives it, what it rests on.

use hadaf_core::ClaimKind;
use hadaf_words::ChanceView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::chart::ChartTable;
use crate::keyword::Keyword;
use crate::session::HistoryRequest;
use crate::view::{HeadlineView, SourceMark};

/// Asks for the outlook of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OutlookRequest {
    /// Series id.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// One open claim and its chance.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimChance {
    /// Claim id.
    pub id: String,
    /// "5,200", in the series' unit.
    pub amount: String,
    /// "FY2026".
    pub fiscal_year: String,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// "Target" and the like.
    pub kind_words: String,
    /// Who said it.
    pub maker: String,
    /// When, in words.
    pub said: String,
    /// Said by or for a government office.
    pub official: bool,
    /// How likely it is.
    pub chance: ChanceView,
    /// What it needs, and how often that has happened: "March to June +15 %: reached in 28 of 53 windows".
    pub evidence: String,
    /// On which conditions it was said; may be empty.
    pub conditions: String,
    /// Another number was said for the same year, in words; may be empty.
    pub disagrees: String,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// One thing that moves the year's total. An 80 % range of each, the others as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DriverRow {
    /// "What the months may bring".
    pub factor: String,
    /// "1 in 10 to 9 in 10".
    pub range: String,
    /// "4,315 – 4,863".
    pub lands: String,
    /// Left end of the bar, 0 to 1 of the column.
    pub low: f64,
    /// Right end of the bar, 0 to 1 of the column.
    pub high: f64,
    /// What it rests on.
    pub evidence: String,
    /// An assumption, not a measurement.
    pub assumed: bool,
}

/// What made the forecast, in a few words; the rest is [`BacktestView`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MethodView {
    /// "Method: averaged structural model with ETS, theta and seasonal naive".
    pub title: String,
    /// One or two sentences on how it works and on how many months it rests.
    pub text: String,
    /// What the data did that a reader should know: months missing, outliers pulled in, a level shift.
    pub remarks: Vec<String>,
}

/// The outlook of a series.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OutlookView {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// "FY2026".
    pub fiscal_year: String,
    /// "Chance of each open claim".
    pub claims_title: String,
    /// "Of 100 years that start like these eight months".
    pub claims_note: String,
    /// The largest amount first.
    pub claims: Vec<ClaimChance>,
    /// Pace: needed per month and per day, growth needed and when it was last reached.
    pub pace: Vec<HeadlineView>,
    /// "What drives it", the year named.
    pub drivers_title: String,
    /// "around 4,566": the middle of the bars.
    pub drivers_centre: String,
    /// Where the middle stands, 0 to 1 of the column.
    pub drivers_at: f64,
    /// The widest first.
    pub drivers: Vec<DriverRow>,
    /// "Who makes the growth", the months named.
    pub sectors_title: String,
    /// Contribution of each sector to growth and to the gap, residual shown; no rows where no sector is known.
    pub sectors: ChartTable,
    /// What made the forecast.
    pub method: Option<MethodView>,
    /// Why there is no forecast, and what it would need; the pace still stands. Null when there is one.
    pub refused: Option<String>,
    /// Notes in order.
    pub sources: Vec<SourceMark>,
    /// What to do next when there is nothing at all to show.
    pub empty: Option<String>,
}

/// The record of the method on the user's own series, from past days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BacktestView {
    /// The finding: "Its 80 % band held 36 of 45 past outturns".
    pub title: String,
    /// From how many past months it was tried again, and what each knew.
    pub note: String,
    /// A method a row: mean error, bias, error of a year's total.
    pub methods: ChartTable,
    /// An interval a row: promised, held, of how many.
    pub coverage: ChartTable,
    /// Past chances beside what happened, a band a row: said, happened, of how many, Brier score.
    pub chances: ChartTable,
    /// The record of past chances in one sentence, to stand beside every chance.
    pub chances_note: String,
    /// How the same method did on public series, with its source.
    pub public_record: String,
    /// Why there is no record yet; null when there is one.
    pub refused: Option<String>,
}
