//! The months ahead, the years that they complete, and the chance of each open claim: the JSON that
//! design calls an interface. Additions only.
//!
//! [`Outlook`] makes it.

mod record;
mod table;
mod text;
mod under_scenario;

use hadaf_core::{Chance, ClaimId, ClaimKind, Decimal, FiscalYear, Intervals, Month, Period, SeriesId, Unit};
use hadaf_model::{Need, Outlook, Record, Situation, YearAhead, open_claims};
use hadaf_words::record_note;
use jiff::civil::Date;
use serde::Serialize;

use super::number::{as_text, chance, six_digits};
use crate::session::{App, AppError, Result, number};

pub use record::{ForecastRecord, RecordChances, RecordCoverage, RecordMethod};
pub use table::{TableForecast, TableForecastRequest};

/// What to forecast.
#[derive(Debug, Clone, Default)]
pub struct ForecastRequest {
    /// Which series; none: the first.
    pub series: Option<String>,
    /// Know only what was known on this day; none: all that is known.
    pub as_of: Option<String>,
    /// Months after the last one known, 1 to 120; none: to the end of the fiscal year after the current one.
    pub horizon: Option<usize>,
    /// Amounts as people write them, in the series' unit: the chance of each is told for every year.
    pub reach: Vec<String>,
    /// Id of a scenario that is laid over it; none: the forecast as it stands.
    pub scenario: Option<String>,
    /// Tell the record of the method on this series too.
    pub backtest: bool,
}

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
    /// Half of the paths end above.
    #[serde(serialize_with = "six_digits")]
    pub median: f64,
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
    /// Exact sum of the months that are known.
    pub known: Decimal,
    /// How many these are.
    pub months_known: u8,
    /// How many are forecast.
    pub months_forecast: u8,
    /// The year was over on the day of reading: its missing months are unknown here, not still to come.
    pub year_over: bool,
}

/// The chance of one claim.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastClaim {
    /// Claim id.
    pub id: ClaimId,
    /// Chance that the year's total reaches it, held within 0.001 and 0.999: 0.001 says "less than 1 in 1,000",
    /// 0.999 "more than 999 in 1,000", and no chance is told as 0 or 1.
    #[serde(serialize_with = "chance")]
    pub probability: Chance,
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// What was said.
    pub kind: ClaimKind,
    /// What has to be reached, in the series' unit; of a range the low end.
    pub value: Decimal,
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
}

impl App {
    /// Forecasts one series of the open workspace, and the chance of each claim about the years reached.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], [`Code::Number`] for a horizon that is not 1 to 120 and an
    /// amount that is none, [`Code::Forecast`] when the series is not monthly or fewer months are known than it takes.
    pub fn forecast(&self, request: &ForecastRequest) -> Result<SeriesForecast> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(request.series.as_deref().unwrap_or_default()))?;
        let series = book.series(request.series.as_deref().unwrap_or_default())?;
        let situation = Situation::read(&book, series, as_of)?;
        let outlook = Outlook::of(&self.fits, &situation, request.horizon)?;
        let calendar = situation.calendar();
        let shown = request.horizon.unwrap_or_else(|| {
            let next = calendar.year_of(outlook.first).next();
            hadaf_model::outlook::months_to(outlook.first, calendar.last_month(next))
        });
        let last = calendar.year_of(outlook.first.plus(months(shown) - 1));
        // A year further on is told where somebody claimed something about it.
        let is_told = |year: &&YearAhead| year.year <= last || !open_claims(&situation, year.year).is_empty();
        let years: Vec<&YearAhead> = outlook.years().iter().filter(is_told).collect();
        let record = Record::of(&self.fits, &situation).map_err(AppError::from);
        let plain = SeriesForecast {
            scenario: None,
            series: series.id.clone(),
            title: series.title.clone(),
            unit: series.unit,
            method: outlook.forecast.method().into(),
            as_of: as_of.past(),
            known_to: outlook.first.prev(),
            known_months: outlook.known_months,
            paths: outlook.paths().count(),
            seed: outlook.seed,
            horizon: (1..=shown).map(|ahead| month(&outlook, ahead)).collect(),
            claims: years.iter().flat_map(|year| claims(&situation, year)).collect(),
            reach: reach(&request.reach, &years)?,
            fiscal_years: years.iter().map(|year| told(&situation, year)).collect(),
            backtest: match (request.backtest, &record) {
                (true, Ok(record)) => Some(ForecastRecord::of(record, series.unit)),
                (true, Err(_)) | (false, _) => None,
            },
            record: match &record {
                Ok(record) => record_note(record, self.format()),
                Err(reason) => reason.view(self.format()).message,
            },
        };
        match &request.scenario {
            Some(id) => under_scenario::under(self, request, plain, id),
            None => Ok(plain),
        }
    }
}

/// The chance of each amount in each year.
fn reach(amounts: &[String], years: &[&YearAhead]) -> Result<Vec<ForecastReach>> {
    let amounts: Vec<Decimal> = amounts.iter().map(|text| Ok(number(text)?.0)).collect::<Result<_>>()?;
    let chances = years.iter().flat_map(|year| {
        amounts.iter().map(|amount| ForecastReach {
            fiscal_year: year.year,
            amount: *amount,
            probability: probability(year, *amount),
        })
    });
    Ok(chances.collect())
}

fn month(outlook: &Outlook, ahead: usize) -> ForecastMonth {
    let forecast = outlook.at(ahead);
    let at = Intervals::of(|share| forecast.quantile(ahead, share));
    let month = outlook.first.plus(months(ahead) - 1);
    ForecastMonth {
        period: month,
        mean: forecast.mean(ahead),
        lo50: at.p50.low,
        hi50: at.p50.high,
        lo80: at.p80.low,
        hi80: at.p80.high,
        lo95: at.p95.low,
        hi95: at.p95.high,
    }
}

fn told(situation: &Situation<'_>, year: &YearAhead) -> ForecastYear {
    let at = year.totals.intervals();
    let end = situation.calendar().end_of(Period::FiscalYear(year.year));
    let missing = u8::try_from(year.missing.len()).expect("a year has twelve months");
    ForecastYear {
        fiscal_year: year.year,
        median: at.median,
        lo80: at.p80.low,
        hi80: at.p80.high,
        lo95: at.p95.low,
        hi95: at.p95.high,
        known: year.known,
        months_known: 12 - missing,
        months_forecast: missing,
        year_over: situation.as_of.day() > end,
    }
}

/// The chance of each claim that stands about a year and counts in the series' money.
fn claims(situation: &Situation<'_>, year: &YearAhead) -> Vec<ForecastClaim> {
    let open = open_claims(situation, year.year).into_iter();
    open.map(|(claim, value)| ForecastClaim {
        id: claim.id.clone(),
        probability: probability(year, value),
        fiscal_year: year.year,
        kind: claim.kind,
        value,
    })
    .collect()
}

fn probability(year: &YearAhead, amount: Decimal) -> Chance {
    year.chance(amount.to_f64())
}

fn months(count: usize) -> i32 {
    i32::try_from(count).expect("a horizon is at most 120 months, or ends with the next year")
}
