//! `hadaf scenario`: what a scenario does to a year.

mod assumptions;
mod of;
mod text;

use hadaf_core::{Assumptions, Chance, ClaimId, Decimal, FactorId, FactorUnit, FiscalYear, Month, SeriesId, Setting};
use jiff::civil::Date;
use serde::Serialize;

use crate::number::{as_text, held_chance, six_digits};
use crate::year_range::YearRange;

pub use text::scenario_text;

/// `hadaf scenario --json`. Values are numbers in the series' unit, to six digits in JSON; additions only.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioReport {
    /// Its id; empty for a draft.
    pub scenario: String,
    /// Its title; empty for a draft.
    pub title: String,
    /// Series id.
    pub series: SeriesId,
    /// The day as of which it was computed; null: all that is known.
    pub as_of: Option<Date>,
    /// Canonical.
    pub fiscal_year: FiscalYear,
    /// Number of joint paths.
    pub paths: usize,
    /// Seed of the draws.
    #[serde(serialize_with = "as_text")]
    pub seed: u64,
    /// Always true: coefficients and events are assumed unless a factor says otherwise.
    pub assumed: bool,
    /// What was run.
    #[serde(serialize_with = "assumptions::written")]
    pub assumptions: Assumptions,
    /// Everything that can be set.
    pub factors: Vec<ScenarioFactor>,
    /// The year without the scenario.
    pub baseline: YearRange,
    /// The year with it.
    pub year: YearRange,
    /// The open claims about the year.
    pub claims: Vec<ScenarioChance>,
    /// The record of past chances on this series in one sentence, or why there is none.
    pub record: String,
    /// The claim that the tornado asks about; null without one.
    pub claim: Option<ClaimId>,
    /// Where the chance of the claim passes one half.
    pub break_even: Vec<ScenarioBreakEven>,
    /// One factor at a time, the widest first.
    pub tornado: Vec<ScenarioSwing>,
    /// All factors at their lows and at their highs.
    pub together: ScenarioSwing,
}

/// A factor.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioFactor {
    /// Its id.
    pub id: FactorId,
    /// What it is set to.
    pub setting: Setting,
    /// Its default; null for a part of an event.
    pub default: Option<Setting>,
    /// The smallest value allowed.
    pub least: Decimal,
    /// The largest value allowed.
    pub most: Decimal,
    /// share, share_per_day, days, weeks, months, per_unit, points, percent or number.
    #[serde(serialize_with = "as_text")]
    pub unit: FactorUnit,
    /// Key of where the default comes from.
    pub source: &'static str,
    /// An assumption, not a measurement.
    pub assumed: bool,
}

/// The chance of a claim, held within 0.001 and 0.999.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioChance {
    /// Claim id.
    pub id: ClaimId,
    /// What has to be reached; of a range the low end.
    pub value: Decimal,
    /// The high end of a range that was projected: the chance is that of lying in it. Null otherwise.
    pub value_high: Option<Decimal>,
    /// Without the scenario.
    #[serde(serialize_with = "held_chance")]
    pub baseline_probability: Chance,
    /// With it.
    #[serde(serialize_with = "held_chance")]
    pub probability: Chance,
    /// The year so far has reached it: no assumption moves it.
    pub is_reached: bool,
    /// The month in which it had; null while it has not, and where the figures do not tell.
    pub reached: Option<Month>,
}

/// Where the chance passes one half.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioBreakEven {
    /// Claim id.
    pub claim: ClaimId,
    /// What has to be reached; of a range that was projected the low end alone.
    pub reaches: Decimal,
    /// Id of the factor.
    pub factor: FactorId,
    /// Whether and where it passes.
    pub outcome: BreakEvenOutcome,
    /// The factor's value; null unless `at`.
    #[serde(serialize_with = "six_digits")]
    pub value: Option<f64>,
}

/// Whether the chance passes one half within the factor's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BreakEvenOutcome {
    /// At a value of the factor.
    At,
    /// It is below at both ends.
    LostWithout,
    /// It is above at both ends.
    SafeWithAll,
}

/// What one factor does, the others central.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioSwing {
    /// Id of the factor; null for all together.
    pub factor: Option<FactorId>,
    /// Median of the total where it costs least.
    #[serde(serialize_with = "six_digits")]
    pub total_low: f64,
    /// Median of the total where it costs most.
    #[serde(serialize_with = "six_digits")]
    pub total_high: f64,
    /// Chance of the claim where it costs least; null without a claim.
    #[serde(serialize_with = "held_chance")]
    pub probability_low: Option<Chance>,
    /// Chance of the claim where it costs most.
    #[serde(serialize_with = "held_chance")]
    pub probability_high: Option<Chance>,
}
