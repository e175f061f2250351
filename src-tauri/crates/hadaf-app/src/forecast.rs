//! The months ahead, the years that they complete, and the chance of each open claim: the JSON that
//! design calls an interface. Additions only.
//!
//! Months that are known are fact, calculated ones too; a month that nobody gave a number is missing
//! and is no zero. Years and chances are read off joint paths, since bounds of months do not add up.

use hadaf_core::{Decimal, FiscalYear, Frequency, Measure, Month, Period, total};
use hadaf_forecast::{Forecast, ForecastError, MAX_HORIZON, Options, Series};
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::error::{AppError, Code, Result};
use crate::situation::Situation;

/// Months in a season.
const SEASON: usize = 12;
/// Paths that chances and totals of years are read from.
pub(crate) const PATHS: usize = 10_000;
/// No chance is told as nearer to 0 than this, or nearer to 1: a model of a short history cannot know more.
pub(crate) const LEAST_CHANCE: f64 = 0.001;

/// What to forecast.
#[derive(Debug, Clone, Default)]
pub struct ForecastRequest {
    /// Which series; none: the first.
    pub series: Option<String>,
    /// Know only what was known on this day; none: all that is known.
    pub as_of: Option<String>,
    /// Months after the last one known, 1 to 120; none: to the end of the fiscal year after the one in hand.
    pub horizon: Option<usize>,
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

impl App {
    /// Forecasts one series of the open workspace, and the chance of each claim about the years reached.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], [`Code::Number`] for a horizon that is not 1 to 120,
    /// [`Code::Forecast`] when the series is not monthly or fewer months are known than it takes.
    pub fn forecast(&self, request: &ForecastRequest) -> Result<SeriesForecast> {
        let as_of = crate::app::parse_as_of(request.as_of.as_deref())?;
        let book = self.book()?;
        let series = book.series(request.series.as_deref().unwrap_or_default())?;
        if series.frequency != Frequency::Month {
            return Err(AppError::of(
                Code::Forecast,
                "forecast-monthly",
                &[("series", &series.title)],
            ));
        }
        let situation = Situation::read(&book, series, as_of)?;
        let outlook = Outlook::read(&situation, request.horizon)?;
        let years = outlook.years()?;
        Ok(SeriesForecast {
            series: series.id.to_string(),
            title: series.title.clone(),
            unit: series.unit.to_string(),
            method: outlook.forecast.method().into(),
            as_of,
            known_to: outlook.first.prev().to_string(),
            known_months: outlook.values.iter().flatten().count(),
            paths: PATHS,
            seed: outlook.seed.to_string(),
            horizon: (1..=outlook.shown).map(|ahead| outlook.month(ahead)).collect(),
            claims: years.iter().flat_map(|year| claims(&situation, year)).collect(),
            fiscal_years: years.iter().map(|year| year.told(&situation)).collect(),
        })
    }
}

/// A fitted series.
struct Outlook<'a> {
    situation: &'a Situation<'a>,
    /// One per month up to the last one known; none where a month has no number.
    values: Vec<Option<f64>>,
    /// The first month ahead.
    first: Month,
    /// Months that were asked for.
    shown: usize,
    seed: u64,
    /// Reaches to the end of the last year that these months fall in.
    forecast: Forecast,
}

impl<'a> Outlook<'a> {
    fn read(situation: &'a Situation<'a>, horizon: Option<usize>) -> Result<Self> {
        let refused = |reason| refused(&situation.series.title, &reason);
        let calendar = situation.calendar();
        let known: Vec<Month> = situation.readings.months().map(|(month, _)| month).collect();
        let (Some(&oldest), Some(&newest)) = (known.first(), known.last()) else {
            return Err(refused(ForecastError::TooShort {
                have: 0,
                need: SEASON + 1,
            }));
        };
        let value = |month| situation.readings.get(month).map(|reading| reading.value.to_f64());
        let values: Vec<Option<f64>> = Month::range(oldest..=newest).map(value).collect();
        let first = newest.next();
        let to_end = |year: FiscalYear| months_to(first, calendar.last_month(year));
        // A year that is closed is no year in hand any more.
        let usual = to_end(calendar.year_of(first).next());
        let shown = horizon.unwrap_or(usual);
        if !(1..=MAX_HORIZON).contains(&shown) {
            return Err(refused(ForecastError::Horizon {
                horizon: shown,
                max: MAX_HORIZON,
            }));
        }
        let last = first.plus(i32::try_from(shown - 1).unwrap_or(0));
        // Never less than the usual reach: a short horizon then shows fewer months of the same forecast.
        let reach = to_end(calendar.year_of(last)).max(usual).min(MAX_HORIZON);
        let seed = seed(situation.series.id.as_str());
        let forecast = fit(&values, reach, seed).map_err(refused)?;
        Ok(Self {
            situation,
            values,
            first,
            shown,
            seed,
            forecast,
        })
    }

    fn month(&self, ahead: usize) -> ForecastMonth {
        let at = |chance| six_digits(self.forecast.quantile(ahead, chance));
        let month = self.first.plus(i32::try_from(ahead - 1).unwrap_or(0));
        ForecastMonth {
            period: month.to_string(),
            mean: six_digits(self.forecast.mean(ahead)),
            lo50: at(0.25),
            hi50: at(0.75),
            lo80: at(0.1),
            hi80: at(0.9),
            lo95: at(0.025),
            hi95: at(0.975),
        }
    }

    /// The years from that of the last month known to that of the last month shown, those apart whose total is known.
    fn years(&self) -> Result<Vec<YearAhead>> {
        if self.situation.series.measure == Measure::Stock {
            return Ok(Vec::new());
        }
        let calendar = self.situation.calendar();
        let last = calendar.year_of(self.first.plus(i32::try_from(self.shown - 1).unwrap_or(0)));
        let mut year = calendar.year_of(self.first.prev());
        let mut years = Vec::new();
        while year <= last {
            years.extend(self.year(year)?);
            // The last year there is has no next one.
            if year == year.next() {
                break;
            }
            year = year.next();
        }
        Ok(years)
    }

    /// None when the total is known already, or the year ends beyond the longest horizon.
    fn year(&self, year: FiscalYear) -> Result<Option<YearAhead>> {
        let (readings, calendar) = (&self.situation.readings, self.situation.calendar());
        if total(readings, calendar, year)?.is_some_and(|total| total.months == 12) {
            return Ok(None);
        }
        let months = calendar.months_of(year);
        let is_missing = |month: &Month| readings.get(*month).is_none();
        let missing: Vec<Month> = months.into_iter().filter(is_missing).collect();
        let Some(&gap) = missing.first() else { return Ok(None) };
        let known = Decimal::sum(
            months
                .into_iter()
                .filter_map(|month| readings.get(month))
                .map(|reading| reading.value),
        )?;
        let earlier;
        let (forecast, first) = if gap >= self.first {
            (&self.forecast, self.first)
        } else {
            // A month amid the known ones is missing: forecast from there, so that it is one of the joint months.
            // What came after it is fact in the sum, and is left out of the fit: wider, never too sure.
            let before = self.values.len() - months_to(gap, self.first.prev());
            let reach = months_to(gap, months[11]);
            earlier = fit(&self.values[..before], reach, self.seed)
                .map_err(|reason| refused(&self.situation.series.title, &reason))?;
            (&earlier, gap)
        };
        let ahead: Vec<usize> = missing.iter().map(|month| months_to(first, *month)).collect();
        if ahead.iter().any(|ahead| *ahead > forecast.horizon()) {
            return Ok(None);
        }
        let rest = |path: &[f64]| ahead.iter().map(|ahead| path[ahead - 1]).sum::<f64>();
        let mut totals: Vec<f64> = forecast
            .paths()
            .rows()
            .map(|path| known.to_f64() + rest(path))
            .collect();
        totals.sort_by(f64::total_cmp);
        Ok(Some(YearAhead {
            year,
            known,
            missing: missing.len(),
            totals,
        }))
    }
}

/// The total of a year in every path, ascending.
struct YearAhead {
    year: FiscalYear,
    known: Decimal,
    missing: usize,
    totals: Vec<f64>,
}

impl YearAhead {
    fn told(&self, situation: &Situation<'_>) -> ForecastYear {
        let at = |chance| six_digits(quantile(&self.totals, chance));
        let end = situation.calendar().end_of(Period::FiscalYear(self.year));
        let missing = u8::try_from(self.missing).unwrap_or(12);
        ForecastYear {
            fiscal_year: self.year.to_string(),
            median: at(0.5),
            lo80: at(0.1),
            hi80: at(0.9),
            lo95: at(0.025),
            hi95: at(0.975),
            known: self.known.to_string(),
            months_known: 12 - missing,
            months_forecast: missing,
            year_over: situation.as_of.unwrap_or(situation.book.today) > end,
        }
    }

    /// Chance of reaching an amount, told no more surely than [`LEAST_CHANCE`] allows.
    fn chance(&self, amount: f64) -> f64 {
        let below = self.totals.partition_point(|total| *total < amount);
        let share = (self.totals.len() - below) as f64 / self.totals.len() as f64;
        ((share * 10_000.0).round() / 10_000.0).clamp(LEAST_CHANCE, 1.0 - LEAST_CHANCE)
    }
}

/// The chance of each claim that stands about a year and counts in the series' money.
fn claims(situation: &Situation<'_>, year: &YearAhead) -> Vec<ForecastClaim> {
    let in_force = situation.claims_of(year.year);
    let open = in_force.claims.into_iter().filter(|claim| claim.not_scorable.is_none());
    open.filter_map(|claim| {
        let value = situation.amount(claim)?;
        Some(ForecastClaim {
            id: claim.id.to_string(),
            probability: year.chance(value.to_f64()),
            fiscal_year: year.year.to_string(),
            kind: claim.kind.to_string(),
            value: value.to_string(),
        })
    })
    .collect()
}

fn fit(values: &[Option<f64>], horizon: usize, seed: u64) -> Result<Forecast, ForecastError> {
    let series = Series { values, season: SEASON };
    let options = Options {
        horizon,
        paths: PATHS,
        seed,
    };
    Forecast::fit(&series, &options)
}

/// The first eight bytes of the SHA-256 of the id, the least first: each series has shocks of its own, and
/// the same ones on every machine.
fn seed(id: &str) -> u64 {
    let digest = Sha256::digest(id.as_bytes());
    digest
        .iter()
        .take(8)
        .rev()
        .fold(0, |seed, byte| (seed << 8) | u64::from(*byte))
}

/// How many months from the first to the last, both counted.
fn months_to(first: Month, last: Month) -> usize {
    usize::try_from(last.since(first) + 1).unwrap_or(0)
}

/// The value below which a share of ascending ones lies, between two by interpolation.
fn quantile(ascending: &[f64], share: f64) -> f64 {
    let place = share * (ascending.len() - 1) as f64;
    let (low, high) = (place.floor() as usize, place.ceil() as usize);
    ascending[low] + (place - low as f64) * (ascending[high] - ascending[low])
}

/// More digits than any forecast has, fewer than would look exact.
fn six_digits(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

/// Why a series is not forecast, in the words of the catalogue.
pub(crate) fn refused(series: &str, reason: &ForecastError) -> AppError {
    match reason {
        ForecastError::TooShort { have, need } => {
            let (have, need) = (have.to_string(), need.to_string());
            AppError::of(
                Code::Forecast,
                "forecast-short",
                &[("series", series), ("have", &have), ("need", &need)],
            )
        }
        ForecastError::Horizon { horizon, max } => {
            let (given, most) = (horizon.to_string(), max.to_string());
            AppError::of(Code::Number, "forecast-horizon", &[("given", &given), ("most", &most)])
        }
        ForecastError::Season { season, max } => {
            let (given, most) = (season.to_string(), max.to_string());
            AppError::of(Code::Number, "forecast-season", &[("given", &given), ("most", &most)])
        }
        ForecastError::NotFinite { .. } => AppError::of(
            Code::Forecast,
            "forecast-number",
            &[("series", series), ("reason", &reason.to_string())],
        ),
    }
}
