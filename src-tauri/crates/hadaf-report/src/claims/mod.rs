//! `hadaf claims`: what was claimed about a series and what became of it.

mod of;
mod record;
mod text;

use hadaf_core::{Chance, ClaimId, ClaimKind, Decimal, FiscalYear, Month, Outcome, Period, SeriesId, Unit};
use hadaf_model::{ClaimGroup, ScoredClaim};
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::number::{held_chance, two_places};

pub use record::{ListedHorizon, ListedRecord};
pub use text::claims_text;

/// Which claims are listed; the default lists all.
#[derive(Debug, Clone, Default)]
pub struct ClaimsFilter {
    /// Only those whose maker or office contains this, in letters of any size.
    pub maker: String,
    /// Only those whose year is not known whole.
    pub open: bool,
    /// Only those that were held against a total, or were replaced.
    pub due: bool,
}

impl ClaimsFilter {
    fn takes(&self, entry: &ScoredClaim<'_>) -> bool {
        let (claim, score) = (entry.claim, entry.score);
        let maker = self.maker.trim().to_lowercase();
        let is_due = score.latest.outturn.is_some() || score.replaced_by.is_some();
        [&claim.maker, &claim.office]
            .iter()
            .any(|name| name.to_lowercase().contains(&maker))
            && (!self.open || score.outcome() == Outcome::Open)
            && (!self.due || (is_due && entry.group() != ClaimGroup::NotScorable))
    }
}

/// `hadaf claims --json`. Amounts are exact, in the series' unit; errors are percent of the claim, to two places
/// in JSON.
/// Record, makers and disagreements are those of all claims about the series, whatever is listed.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimsList {
    /// Series id.
    pub series: SeriesId,
    /// Its title.
    pub title: String,
    /// Canonical unit, e.g. `USD million`.
    pub unit: Unit,
    /// The day as of which it was read; null: all that is known.
    pub as_of: Option<Date>,
    /// The finding, in words.
    pub finding: String,
    /// Newest year first, of one year the highest-ranked first.
    pub claims: Vec<ListedClaim>,
    /// Of all official claims.
    pub record: ListedRecord,
    /// Of every maker: official ones first, then by claims scored.
    pub makers: Vec<ListedMaker>,
    /// The years for which officials named more than one number, the newest first.
    pub disagreements: Vec<ListedDisagreement>,
    /// What is too close to call, and by how much it is told.
    pub too_close: ListedCloseness,
    /// How much of the record hangs on readings.
    pub hanging: ListedHanging,
}

/// What is too close to call.
#[derive(Debug, Clone, Serialize)]
pub struct ListedCloseness {
    /// As near as this, percent of what decides: eight of ten revisions of a year's total are no larger. 0 while none
    /// was revised.
    #[serde(serialize_with = "two_places")]
    pub percent: f64,
    /// By how many years that is judged.
    pub years: usize,
    /// The largest revision so far.
    #[serde(serialize_with = "two_places")]
    pub largest_percent: f64,
}

/// How much of a record hangs on readings.
#[derive(Debug, Clone, Serialize)]
pub struct ListedHanging {
    /// Claims that were met or missed though the page tells no day, or the first total decides otherwise.
    pub claims: Vec<ClaimId>,
    /// Met without them.
    pub met: usize,
    /// Met or missed without them.
    pub of: usize,
}

/// One claim.
#[derive(Debug, Clone, Serialize)]
pub struct ListedClaim {
    /// Its id.
    pub id: ClaimId,
    /// Canonical; null when none was given.
    pub fiscal_year: Option<FiscalYear>,
    /// target, projection or commitment.
    pub kind: ClaimKind,
    /// In the series' unit, the low end of a range; null where it counts something else.
    pub value: Option<Decimal>,
    /// The high end of a range.
    pub value_high: Option<Decimal>,
    /// Who said it.
    pub maker: String,
    /// The office that answers for it; may be empty.
    pub office: String,
    /// Said by or for a government office.
    pub official: bool,
    /// The day; null where the page tells none.
    pub said: Option<Date>,
    /// When it was said as far as the page tells, where it tells no day.
    pub said_approx: Option<String>,
    /// The last day on which it can have been said then.
    pub said_latest: Option<Date>,
    /// On which conditions; may be empty.
    pub conditions: String,
    /// met, missed, too_close, condition_not_met, open, replaced or not_scorable, under the current total.
    #[serde(serialize_with = "outcome")]
    pub outcome: Outcome,
    /// The same under the first total known.
    #[serde(serialize_with = "outcome")]
    pub outcome_first: Outcome,
    /// Why, in words.
    pub reason: String,
    /// below, within or above its number or range, under the current total; null while the year is not known whole.
    pub side: Option<&'static str>,
    /// What was found about its conditions by the day, in the order of entry.
    pub findings: Vec<ListedFinding>,
    /// One of its conditions was found not to hold.
    pub condition_broken: bool,
    /// What that cost its year, by the central coefficients of the scenarios or the middle one of the costs in receipts that
    /// were entered; null where its worth is not known.
    #[serde(serialize_with = "two_places")]
    pub condition_cost: Option<f64>,
    /// The same at worst: a miss is excused as far as this goes.
    #[serde(serialize_with = "two_places")]
    pub condition_cost_worst: Option<f64>,
    /// Where that is from: coefficients, stated or both; `unknown` for a broken condition whose worth is not known, null where
    /// none is broken.
    pub condition_cost_basis: Option<&'static str>,
    /// It counts in the record; false for what says an earlier claim again.
    pub counted: bool,
    /// The claim with which it counts.
    pub counts_with: Option<ClaimId>,
    /// The claim that took its place.
    pub replaced_by: Option<ClaimId>,
    /// The first total known of its year; null while the year is not known whole.
    #[serde(rename = "first_print")]
    pub first_release: Option<Decimal>,
    /// The current total.
    pub latest: Option<Decimal>,
    /// First total less claim, percent of the claim.
    #[serde(serialize_with = "two_places")]
    pub error_first_percent: Option<f64>,
    /// Current total less claim, percent of the claim.
    #[serde(serialize_with = "two_places")]
    pub error_latest_percent: Option<f64>,
    /// From the month in which it was first said to the last of its year.
    pub months_to_go: Option<i32>,
    /// How many claims say it.
    pub times_said: usize,
    /// Chance that its year reaches it, held within 0.001 and 0.999; null unless it is open and within reach.
    #[serde(serialize_with = "held_chance")]
    pub probability: Option<Chance>,
    /// It is open, and the year so far has reached it.
    pub is_reached: bool,
    /// The month in which it had; null while it has not, and where the figures do not tell.
    pub reached: Option<Month>,
    /// The month, or the quarter of a series of quarters, in which it had; null as `reached` is.
    pub reached_in: Option<Period>,
}

/// What was found about a condition.
#[derive(Debug, Clone, Serialize)]
pub struct ListedFinding {
    /// Its number, by which it is changed.
    pub id: i64,
    /// Which condition.
    pub condition: String,
    /// It held.
    pub held: bool,
    /// What shows it.
    pub evidence: String,
    /// The day from which it counts.
    pub judged: Date,
}

/// One maker.
#[derive(Debug, Clone, Serialize)]
pub struct ListedMaker {
    /// The office where one is given, else who said it.
    pub maker: String,
    /// Said by or for a government office.
    pub official: bool,
    /// How its claims went.
    #[serde(flatten)]
    pub record: ListedRecord,
    /// Its claims.
    pub claims: Vec<ClaimId>,
}

/// A year with more than one official number.
#[derive(Debug, Clone, Serialize)]
pub struct ListedDisagreement {
    /// Canonical.
    pub fiscal_year: FiscalYear,
    /// The numbers, the largest first.
    pub values: Vec<Decimal>,
    /// Who said which.
    pub claims: Vec<ListedSaying>,
}

/// Who said a number.
#[derive(Debug, Clone, Serialize)]
pub struct ListedSaying {
    /// Claim id.
    pub id: ClaimId,
    /// In the series' unit, the low end of a range.
    pub value: Option<Decimal>,
    /// The high end of a range.
    pub value_high: Option<Decimal>,
    /// target, projection or commitment.
    pub kind: ClaimKind,
    /// Who.
    pub maker: String,
    /// When, in words.
    pub said: String,
}

fn outcome<S: Serializer>(outcome: &Outcome, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(outcome.as_str())
}
