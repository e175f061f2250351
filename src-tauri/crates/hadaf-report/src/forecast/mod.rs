//! `hadaf forecast`: the months ahead, the years that they complete, and the chance of each open claim.

mod ahead;
mod of;
mod record;
mod sectors;
mod text;

use hadaf_core::{
    Chance, ClaimId, ClaimKind, Decimal, DisruptionId, FiscalYear, Month, OutcomeChances, SeriesId, Unit,
};
use hadaf_forecast::Tested;
use jiff::civil::Date;
use serde::Serialize;

use crate::number::{as_text, chance, six_digits};
use crate::year_range::YearRange;

pub use ahead::Ahead;
pub use record::{ForecastRecord, RecordChances, RecordCoverage, RecordMethod};
pub use sectors::{ForecastSector, ForecastSectorRange, ForecastSectors};

/// `hadaf forecast --json`. Values are numbers in the series' unit, to six digits
/// in JSON.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesForecast {
    /// Series id.
    pub series: SeriesId,
    /// Its title.
    pub title: String,
    /// What its numbers count, e.g. `USD million`.
    pub unit: Unit,
    /// What made the forecast.
    pub method: String,
    /// Id of the scenario that is laid over it; null: none. Then `mean` is the median of the paths.
    pub scenario: Option<String>,
    /// The day as of which it was made; null: all that is known.
    pub as_of: Option<Date>,
    /// The last month known.
    pub known_to: Month,
    /// How many months are known.
    pub known_months: usize,
    /// Number of joint paths.
    pub paths: usize,
    /// Seed of the paths, made from the series' id: the same question has the same answer.
    #[serde(serialize_with = "as_text")]
    pub seed: u64,
    /// The months after the last one known.
    pub horizon: Vec<ForecastMonth>,
    /// Each year that the horizon reaches and whose total is not known, to its end.
    pub fiscal_years: Vec<ForecastYear>,
    /// The claims that stand about these years and can be scored, the highest-ranked first.
    pub claims: Vec<ForecastClaim>,
    /// The chance of each amount that was asked for, by year.
    pub reach: Vec<ForecastReach>,
    /// Months far outside the pattern: they are left out of it, and not expected again.
    pub unusual_months: Vec<ForecastUnusual>,
    /// Lasting steps to another level, oldest first: the forecast follows them.
    pub level_shifts: Vec<ForecastShift>,
    /// What of the holidays that the workspace counts the series carries, and what it does not.
    pub holidays: Vec<ForecastHoliday>,
    /// The same in words.
    #[serde(skip)]
    pub holiday_words: Vec<String>,
    /// Unusual months and lasting steps in words.
    #[serde(skip)]
    pub unusual_words: Vec<String>,
    /// What ranges held on public series with a history of this length, year by year ahead.
    pub tested: Vec<ForecastTested>,
    /// The same in words.
    #[serde(skip)]
    pub tested_words: Option<String>,
    /// It is a part of a total, and drawn so that with its other parts it adds up to it.
    pub beside_total: bool,
    /// The same in words.
    #[serde(skip)]
    pub beside_words: Option<String>,
    /// Its parts in the current year; null where it has none, and under a scenario, which says nothing about them.
    pub sectors: Option<ForecastSectors>,
    /// The record of past chances on this series in one sentence, or why there is none: no chance stands without it.
    pub record: String,
    /// The record of the method; only when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backtest: Option<ForecastRecord>,
}

/// One month ahead. An interval of 80 % leaves 10 % below and 10 % above.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastMonth {
    /// Which month.
    pub period: Month,
    /// The middle of what may come, which is the centre of the intervals.
    #[serde(serialize_with = "six_digits")]
    pub mean: f64,
    /// Lower end of 50 %.
    #[serde(serialize_with = "six_digits")]
    pub lo50: f64,
    /// Upper end of 50 %.
    #[serde(serialize_with = "six_digits")]
    pub hi50: f64,
    /// Lower end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub lo80: f64,
    /// Upper end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub hi80: f64,
    /// Lower end of 95 %.
    #[serde(serialize_with = "six_digits")]
    pub lo95: f64,
    /// Upper end of 95 %.
    #[serde(serialize_with = "six_digits")]
    pub hi95: f64,
}

/// The total of one year: what is known of it, and the rest from joint paths.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastYear {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// What its total may come to.
    #[serde(flatten)]
    pub range: YearRange,
    /// The year so far, exact: of its first months without a hole, as every verb tells it.
    pub known: Decimal,
    /// Within so many percent of a claim its total is too close to call: eight of ten revisions of a year are no larger.
    #[serde(serialize_with = "six_digits")]
    pub close_percent: f64,
    /// How many months that covers.
    pub months_known: u8,
    /// Months after it that are known though one before them is missing; they count in the total.
    pub months_beyond: Vec<Month>,
    /// What lacks before them, in words.
    #[serde(skip)]
    pub hole: Option<String>,
    /// How many are forecast.
    pub months_forecast: u8,
    /// The year was over on the day of reading: its missing months are unknown here, not still to come.
    pub year_over: bool,
}

/// What ranges held where they were tried.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastTested {
    /// In which year ahead, from 1.
    pub year_ahead: usize,
    /// Months of history that they were tried with.
    pub history_months: usize,
    /// Share of outturns that ranges of 80 % held, 0 to 1.
    #[serde(serialize_with = "six_digits")]
    pub held80: f64,
    /// The same of 95 %.
    #[serde(serialize_with = "six_digits")]
    pub held95: f64,
}

impl ForecastTested {
    pub(super) fn of(tested: &Tested) -> Self {
        Self {
            year_ahead: tested.year,
            history_months: tested.history,
            held80: tested.held80 / 100.0,
            held95: tested.held95 / 100.0,
        }
    }
}

/// The chance of one claim.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastClaim {
    /// Claim id.
    pub id: ClaimId,
    /// Chance that the year's total meets it, by the rule that scores claims: that it ends above it by more than years are
    /// revised. Held within 0.001 and 0.999: 0.001 says "less than 1 in 1,000",
    /// 0.999 "more than 999 in 1,000", and no chance is told as 0 or 1.
    #[serde(serialize_with = "chance")]
    pub probability: Chance,
    /// This chance beside those of the other outcomes.
    pub outcomes: ForecastOutcomes,
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// What was said.
    pub kind: ClaimKind,
    /// What has to be reached, in the series' unit; of a range the low end.
    pub value: Decimal,
    /// The high end of a range, in the series' unit; null where one number was named.
    pub value_high: Option<Decimal>,
    /// The year so far has reached it; never of a range that was projected.
    pub is_reached: bool,
    /// The month in which it had; null while it has not, and where the figures do not tell.
    pub reached: Option<Month>,
}

/// The chances of what may become of a claim, by the rule that will score it; they sum to 1.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastOutcomes {
    /// The total ends above the number by more than years are revised.
    #[serde(serialize_with = "chance")]
    pub met: Chance,
    /// The total ends so near to the number that a revision may decide.
    #[serde(serialize_with = "chance")]
    pub too_close: Chance,
    /// The total ends below the number by more than years are revised.
    #[serde(serialize_with = "chance")]
    pub missed: Chance,
    /// The same for the eye.
    #[serde(skip)]
    pub parts: OutcomeChances,
}

impl ForecastOutcomes {
    pub(super) fn of(parts: OutcomeChances) -> Self {
        Self {
            met: parts.met,
            too_close: parts.too_close,
            missed: parts.missed,
            parts,
        }
    }
}

/// Months far outside the pattern.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastUnusual {
    /// The first of them.
    pub first: Month,
    /// The last of them.
    pub last: Month,
    /// The figure over the pattern; null for a series that is not always positive.
    #[serde(serialize_with = "six_digits")]
    pub ratio: Option<f64>,
    /// The figure less the pattern, a month; null where there is a ratio.
    #[serde(serialize_with = "six_digits")]
    pub step: Option<f64>,
    /// They are the newest months: a one-off or a new level, nobody can tell yet.
    pub may_last: bool,
    /// The share of their distance from the pattern that is taken as lasting, 0 to 1.
    pub taken_as_lasting: f64,
    /// What the register of disruptions has about these months.
    pub disruptions: Vec<DisruptionId>,
}

/// What a day more of something moves a month by.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastHoliday {
    /// Ids of the feasts whose days these are; empty for working days.
    pub feasts: Vec<&'static str>,
    /// The forecast counts it; else the history does not carry it, and the numbers are what was tried.
    pub counted: bool,
    /// A factor; null for a series that is not always positive.
    #[serde(serialize_with = "six_digits")]
    pub ratio: Option<f64>,
    /// A step in the series' unit; null where there is a ratio.
    #[serde(serialize_with = "six_digits")]
    pub step: Option<f64>,
    /// Standard error of the ratio or the step.
    #[serde(serialize_with = "six_digits")]
    pub standard_error: f64,
}

/// A lasting step to another level.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastShift {
    /// The first month on the new level.
    pub from: Month,
    /// The new level over the old one; null for a series that is not always positive.
    #[serde(serialize_with = "six_digits")]
    pub ratio: Option<f64>,
    /// The step in the series' unit; null where there is a ratio.
    #[serde(serialize_with = "six_digits")]
    pub step: Option<f64>,
    /// What the register of disruptions has about this month and the one before it.
    pub disruptions: Vec<DisruptionId>,
}

/// The chance of an amount that nobody need have claimed.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastReach {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// What has to be reached, in the series' unit.
    pub amount: Decimal,
    /// As [`ForecastClaim::probability`].
    #[serde(serialize_with = "chance")]
    pub probability: Chance,
    /// As [`ForecastClaim::is_reached`].
    pub is_reached: bool,
    /// As [`ForecastClaim::reached`].
    pub reached: Option<Month>,
    /// As [`ForecastClaim::outcomes`].
    pub outcomes: ForecastOutcomes,
}
