//! The months ahead, the years that they complete, and the chance of each open claim: the JSON that
//! design calls an interface. Additions only.
//!
//! [`Outlook`] makes it.

use hadaf_core::{Chance, Decimal, Intervals, Period};
use hadaf_model::{Need, Outlook, Record, Situation, YearAhead, open_claims};
use jiff::civil::Date;
use serde::Serialize;

use crate::report::ForecastRecord;
use crate::session::{App, AppError, Result, number};
use crate::words::{Format, record_note};

/// What to forecast.
#[derive(Debug, Clone, Default)]
pub struct ForecastRequest {
    /// Which series; none: the first.
    pub series: Option<String>,
    /// Know only what was known on this day; none: all that is known.
    pub as_of: Option<String>,
    /// Months after the last one known, 1 to 120; none: to the end of the fiscal year after the one in hand.
    pub horizon: Option<usize>,
    /// Amounts as people write them, in the series' unit: the chance of each is told for every year.
    pub reach: Vec<String>,
    /// Id of a scenario that is laid over it; none: the forecast as it stands.
    pub scenario: Option<String>,
    /// Tell the record of the method on this series too.
    pub backtest: bool,
}

/// `hadaf forecast --json`. Values are numbers in the series' unit, to six digits.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesForecast {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// Canonical unit, e.g. `USD million`.
    pub unit: String,
    /// What made the forecast.
    pub method: String,
    /// Id of the scenario that is laid over it; null: none. Then `mean` is the median of the paths.
    pub scenario: Option<String>,
    /// The day as of which it was made; null: all that is known.
    pub as_of: Option<Date>,
    /// The last month known.
    pub known_to: String,
    /// How many months are known.
    pub known_months: usize,
    /// Number of joint paths.
    pub paths: usize,
    /// Seed of the paths, made from the series' id: the same question has the same answer.
    pub seed: String,
    /// The months after the last one known.
    pub horizon: Vec<ForecastMonth>,
    /// Each year that the horizon reaches and whose total is not known, to its end.
    pub fiscal_years: Vec<ForecastYear>,
    /// The claims that stand about these years and can be scored, the weightiest first.
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
    /// Canonical.
    pub period: String,
    /// The middle of what may come, which is the centre of the intervals.
    pub mean: f64,
    /// Lower end of 50 %.
    pub lo50: f64,
    /// Upper end of 50 %.
    pub hi50: f64,
    /// Lower end of 80 %.
    pub lo80: f64,
    /// Upper end of 80 %.
    pub hi80: f64,
    /// Lower end of 95 %.
    pub lo95: f64,
    /// Upper end of 95 %.
    pub hi95: f64,
}

/// The total of one year: what is known of it, and the rest from joint paths.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastYear {
    /// Canonical.
    pub fiscal_year: String,
    /// Half of the paths end above.
    pub median: f64,
    /// Lower end of 80 %.
    pub lo80: f64,
    /// Upper end of 80 %.
    pub hi80: f64,
    /// Lower end of 95 %.
    pub lo95: f64,
    /// Upper end of 95 %.
    pub hi95: f64,
    /// Exact sum of the months that are known.
    pub known: String,
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
    pub id: String,
    /// Chance that the year's total reaches it, held within 0.001 and 0.999: 0.001 says "less than 1 in 1,000",
    /// 0.999 "more than 999 in 1,000", and no chance is told as 0 or 1.
    pub probability: f64,
    /// Canonical.
    pub fiscal_year: String,
    /// target, projection or commitment.
    pub kind: String,
    /// What has to be reached, in the series' unit; of a range the low end.
    pub value: String,
}

/// The chance of an amount that nobody need have claimed.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastReach {
    /// Canonical.
    pub fiscal_year: String,
    /// What has to be reached, in the series' unit.
    pub amount: String,
    /// As [`ForecastClaim::probability`].
    pub probability: f64,
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
        let last = calendar.year_of(outlook.first.plus(i32::try_from(shown).unwrap_or(1) - 1));
        // A year further on is told where somebody claimed something about it.
        let is_told = |year: &&YearAhead| year.year <= last || !open_claims(&situation, year.year).is_empty();
        let years: Vec<&YearAhead> = outlook.years().iter().filter(is_told).collect();
        let record = Record::of(&self.fits, &situation).map_err(AppError::from);
        let plain = SeriesForecast {
            scenario: None,
            series: series.id.to_string(),
            title: series.title.clone(),
            unit: series.unit.to_string(),
            method: outlook.forecast.method().into(),
            as_of: as_of.past(),
            known_to: outlook.first.prev().to_string(),
            known_months: outlook.known_months,
            paths: outlook.paths().count(),
            seed: outlook.seed.to_string(),
            horizon: (1..=shown).map(|ahead| month(&outlook, ahead)).collect(),
            claims: years.iter().flat_map(|year| claims(&situation, year)).collect(),
            reach: reach(&request.reach, &years)?,
            fiscal_years: years.iter().map(|year| told(&situation, year)).collect(),
            backtest: match (request.backtest, &record) {
                (true, Ok(record)) => Some(ForecastRecord::of(record, series.unit)),
                (true, Err(_)) | (false, _) => None,
            },
            record: match &record {
                Ok(record) => record_note(record, Format::of("en")),
                Err(reason) => reason.message.clone(),
            },
        };
        match &request.scenario {
            Some(id) => crate::report::under(self, request, plain, id),
            None => Ok(plain),
        }
    }
}

/// The chance of each amount in each year.
fn reach(amounts: &[String], years: &[&YearAhead]) -> Result<Vec<ForecastReach>> {
    let amounts: Vec<Decimal> = amounts.iter().map(|text| Ok(number(text)?.0)).collect::<Result<_>>()?;
    let chances = years.iter().flat_map(|year| {
        amounts.iter().map(|amount| ForecastReach {
            fiscal_year: year.year.to_string(),
            amount: amount.to_string(),
            probability: probability(year, *amount),
        })
    });
    Ok(chances.collect())
}

fn month(outlook: &Outlook, ahead: usize) -> ForecastMonth {
    let forecast = outlook.at(ahead);
    let at = Intervals::of(|share| six_digits(forecast.quantile(ahead, share)));
    let month = outlook.first.plus(i32::try_from(ahead).unwrap_or(1) - 1);
    ForecastMonth {
        period: month.to_string(),
        mean: six_digits(forecast.mean(ahead)),
        lo50: at.p50.low,
        hi50: at.p50.high,
        lo80: at.p80.low,
        hi80: at.p80.high,
        lo95: at.p95.low,
        hi95: at.p95.high,
    }
}

fn told(situation: &Situation<'_>, year: &YearAhead) -> ForecastYear {
    let at = year.totals.intervals().map(six_digits);
    let end = situation.calendar().end_of(Period::FiscalYear(year.year));
    let missing = u8::try_from(year.missing.len()).unwrap_or(12);
    ForecastYear {
        fiscal_year: year.year.to_string(),
        median: at.median,
        lo80: at.p80.low,
        hi80: at.p80.high,
        lo95: at.p95.low,
        hi95: at.p95.high,
        known: year.known.to_string(),
        months_known: 12 - missing,
        months_forecast: missing,
        year_over: situation.as_of.day() > end,
    }
}

/// The chance of each claim that stands about a year and counts in the series' money.
fn claims(situation: &Situation<'_>, year: &YearAhead) -> Vec<ForecastClaim> {
    let open = open_claims(situation, year.year).into_iter();
    open.map(|(claim, value)| ForecastClaim {
        id: claim.id.to_string(),
        probability: probability(year, value),
        fiscal_year: year.year.to_string(),
        kind: claim.kind.to_string(),
        value: value.to_string(),
    })
    .collect()
}

/// To four digits, within the ends that a chance is told in.
fn probability(year: &YearAhead, amount: Decimal) -> f64 {
    four_digits(year.chance(amount.to_f64()).value())
}

/// To four digits, on the same side of the ends where other words begin.
pub(crate) fn four_digits(share: f64) -> f64 {
    let rounded = (share * 10_000.0).round() / 10_000.0;
    match share {
        it if it <= Chance::LOWEST || it >= Chance::HIGHEST => rounded,
        it if it < 0.01 => rounded.clamp(0.0011, 0.0099),
        it if it > 0.99 => rounded.clamp(0.9901, 0.9989),
        _ => rounded,
    }
}

/// More digits than any forecast has, fewer than would look exact.
pub(crate) fn six_digits(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}
