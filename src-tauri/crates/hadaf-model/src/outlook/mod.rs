//! The outlook of a series on a day: its forecast as joint paths, and the total of each year that they complete.
//! Forecast, charts, overview, claims and scenarios all read from one [`Outlook`], so that they cannot disagree.
//!
//! Months that are known are fact, calculated ones too; a month that nobody gave a number is missing
//! and is no zero. Years and chances are read off joint paths, since bounds of months do not add up.

mod family;
mod fits;
mod holidays;
mod margin;
mod record;
mod sectors;
mod unusual;
mod year;

use std::sync::Arc;

use hadaf_core::{
    Adding, Chance, Claim, Decimal, FiscalCalendar, FiscalYear, Frequency, Holidays, Intervals, Month, Readings, Series,
};
use hadaf_forecast::{Forecast, ForecastError, MAX_HORIZON, Options, Paths, Regressor, TimeSeries};
use sha2::{Digest, Sha256};

use crate::book::Book;
use crate::error::FitError;
use crate::memo::Key;
use crate::situation::Situation;

pub(crate) use family::SectorFamily;
pub use fits::Fits;
pub use holidays::{HolidayCause, HolidayEffect};
pub use record::{AHEAD, ChanceBand, PastYear, Record};
pub use sectors::{SectorOutlook, SectorOutlooks, SectorRange, SectorState};
pub use unusual::{Deviation, LastingStep, UnusualMonths};
pub use year::YearAhead;

/// Months in a season.
pub const SEASON: usize = 12;
/// Paths that chances and totals of years are read from.
pub const PATHS: usize = 10_000;
/// Claims about years that end later than this many after the current year have no chance shown: a fan so wide
/// says nothing.
pub const YEARS_AHEAD: i16 = 5;

/// A fitted series, and the years that it completes.
#[derive(Debug)]
pub struct Outlook {
    /// The first month ahead.
    pub first: Month,
    /// How many months are known.
    pub known_months: usize,
    /// Seed of the paths, made from the series' id.
    pub seed: u64,
    /// It is drawn jointly with the total of which it is a part, so that its draws add up with those of the other parts.
    pub is_beside_total: bool,
    /// Of all that it rests on.
    key: Key,
    /// One per month from the first known to the last; none where a month has no number.
    pub values: Vec<Option<f64>>,
    /// Reaches to the end of the year after the current one.
    pub forecast: Forecast,
    /// What the workspace counts as holidays.
    pub holidays: Holidays,
    /// Days that may move a month, from the first known one on.
    regressors: Vec<Regressor>,
    /// Reaches further, where somebody claims or asks something about it. Widths rest on past errors over all
    /// months reached, so that what is asked about far years must not be what near ones are read from.
    far: Option<Arc<Forecast>>,
    years: Vec<YearAhead>,
}

impl Outlook {
    /// The outlook of a series on a day, fitted once and then shared. It reaches to the end of the year after the
    /// current one, or further where a claim can be scored up to [`YEARS_AHEAD`] years ahead, or where `horizon`
    /// asks for more months.
    ///
    /// # Errors
    /// [`FitError`] when the series is not monthly, fewer months are known than it takes, or the horizon is not 1 to
    /// 120.
    pub fn of(fits: &Fits, situation: &Situation<'_>, horizon: Option<usize>) -> Result<Arc<Self>, FitError> {
        let mut known = FitInput::read(situation)?;
        known.close_percent = fits.margin(situation);
        let family = SectorFamily::of_part(fits, situation);
        let beside = family
            .as_deref()
            .and_then(|family| Some((family, family.forecast(&situation.series.id)?)));
        let reach = known.reach(situation, horizon, beside.map(|(_, forecast)| forecast))?;
        let key = known.key(reach, beside.map(|(family, _)| family));
        let joint = beside.map(|(_, forecast)| forecast);
        fits.outlooks.get(key, || known.fit(reach, key, joint).map(Arc::new))
    }

    /// The forecast that a month ahead is read from, from 1.
    ///
    /// # Panics
    /// Where `ahead` lies beyond what the outlook was asked for.
    pub fn at(&self, ahead: usize) -> &Forecast {
        match &self.far {
            Some(far) if ahead > self.forecast.horizon() => far,
            _ => &self.forecast,
        }
    }

    /// The last month of [`Outlook::paths`]. Parts of a total are drawn with it up to here.
    pub fn last_near(&self) -> Month {
        self.first.ahead(self.forecast.horizon() - 1)
    }

    /// How many months ahead it reaches.
    pub fn reach(&self) -> usize {
        self.far.as_deref().unwrap_or(&self.forecast).horizon()
    }

    /// A month ahead, from 1, with the intervals of its value. The middle is the point forecast, which is their centre.
    ///
    /// # Panics
    /// Where `ahead` lies beyond what the outlook was asked for.
    pub fn month(&self, ahead: usize) -> (Month, Intervals) {
        let forecast = self.at(ahead);
        let after_first = i32::try_from(ahead).expect("a horizon is a number of months") - 1;
        let intervals = Intervals {
            median: forecast.mean(ahead),
            ..Intervals::of(|share| forecast.quantile(ahead, share))
        };
        (self.first.plus(after_first), intervals)
    }

    /// The first of its months, with what is known beside them.
    fn series(&self, known: usize) -> TimeSeries<'_> {
        TimeSeries {
            values: &self.values[..known],
            season: SEASON,
            regressors: &self.regressors,
        }
    }

    /// The month of one of [`Outlook::values`].
    pub fn month_at(&self, place: usize) -> Month {
        let back = i32::try_from(self.values.len() - place).expect("no series is so long");
        self.first.plus(-back)
    }

    /// The joint draws of the months from [`Outlook::first`] to the end of the year after the current one.
    pub fn paths(&self) -> &Paths {
        self.forecast.paths()
    }

    /// The years reached whose total is not known, from the current one on. None for what does not sum, which has no totals.
    pub fn years(&self) -> &[YearAhead] {
        &self.years
    }

    /// One of [`Outlook::years`].
    pub fn year(&self, year: FiscalYear) -> Option<&YearAhead> {
        self.years.iter().find(|ahead| ahead.year == year)
    }

    /// Chance that the total of a year meets an amount in the series' unit, see [`YearAhead::chance`]; none where
    /// the year is known already or beyond reach.
    pub fn chance(&self, year: FiscalYear, amount: f64) -> Option<Chance> {
        Some(self.year(year)?.chance(amount))
    }
}

/// How many months ahead.
#[derive(Debug, Clone, Copy)]
struct Reach {
    near: usize,
    far: Option<usize>,
}

/// What a fit rests on, and nothing else.
struct FitInput<'a> {
    title: &'a str,
    id: &'a str,
    calendar: FiscalCalendar,
    holidays: Holidays,
    readings: &'a Readings,
    oldest: Month,
    newest: Month,
    /// As [`YearAhead::close_percent`].
    close_percent: f64,
}

impl<'a> FitInput<'a> {
    fn read(situation: &'a Situation<'_>) -> Result<Self, FitError> {
        Self::of(situation.book, situation.series, &situation.readings)
    }

    fn of(book: &Book, series: &'a Series, readings: &'a Readings) -> Result<Self, FitError> {
        if series.frequency != Frequency::Month {
            return Err(FitError::NotMonthly {
                series: series.title.clone(),
                every: series.frequency,
            });
        }
        let mut months = readings.months().map(|(month, _)| month);
        let oldest = months.next();
        let Some((oldest, newest)) = oldest.map(|oldest| (oldest, months.next_back().unwrap_or(oldest))) else {
            let (have, need) = (0, SEASON + 1);
            return Err(FitError::refused(&series.title, ForecastError::TooShort { have, need }));
        };
        Ok(Self {
            title: &series.title,
            id: series.id.as_str(),
            calendar: *book.calendar(),
            // What stands at the end of a month is not made by its days.
            holidays: match readings.adding() {
                Adding::Sum => book.info.holidays,
                Adding::Last | Adding::Nothing => Holidays::NONE,
            },
            readings,
            oldest,
            newest,
            close_percent: 0.0,
        })
    }

    /// A short horizon shows fewer months of the same forecast. One that is drawn jointly reaches as far as its total does.
    fn reach(
        &self,
        situation: &Situation<'_>,
        horizon: Option<usize>,
        joint: Option<&Forecast>,
    ) -> Result<Reach, FitError> {
        let first = self.newest.next();
        let to_end = |year: FiscalYear| months_to(first, self.calendar.last_month(year));
        let current = self.calendar.year_of(first);
        let claimed = (2..=YEARS_AHEAD)
            .map(|years| current.plus(years))
            .rfind(|year| !open_claims(situation, *year).is_empty());
        let near = to_end(current.next());
        let shown = horizon.unwrap_or(near);
        if !(1..=MAX_HORIZON).contains(&shown) {
            let (horizon, max) = (shown, MAX_HORIZON);
            return Err(FitError::refused(self.title, ForecastError::Horizon { horizon, max }));
        }
        let last = first.ahead(shown - 1);
        let asked = to_end(self.calendar.year_of(last));
        let far = claimed.map_or(asked, |year| to_end(year).max(asked)).min(MAX_HORIZON);
        let near = joint.map_or(near, Forecast::horizon);
        Ok(Reach {
            near,
            far: (far > near).then_some(far),
        })
    }

    fn months(&self) -> impl Iterator<Item = Option<Decimal>> {
        Month::range(self.oldest..=self.newest).map(|month| self.readings.get(month).map(|reading| reading.value))
    }

    fn key(&self, reach: Reach, family: Option<&SectorFamily>) -> Key {
        let family = family.map(|family| family.key);
        self.digest(&format!("{reach:?} {} {family:?}", self.close_percent))
    }

    /// Of all that a fit rests on, and what is made of it.
    fn digest(&self, what: &str) -> Key {
        let mut digest = Sha256::new();
        let head = format!(
            "{}\n{}\n{}\n{:?}\n{}\n{}\n{what}\n",
            self.id,
            self.title,
            self.oldest,
            self.readings.adding(),
            self.calendar.start_month(),
            self.holidays
        );
        digest.update(head);
        for value in self.months() {
            digest.update(value.map_or_else(|| "\n".to_owned(), |value| format!("{value}\n")));
        }
        // Totals that were published say which years are known without their months.
        for (period, reading) in self.readings.iter().filter(|(period, _)| period.as_month().is_none()) {
            digest.update(format!("{period} {}\n", reading.value));
        }
        for (month, reading) in self.readings.to_date() {
            digest.update(format!("to {month} {}\n", reading.value));
        }
        digest.finalize().into()
    }

    fn values(&self) -> Vec<Option<f64>> {
        self.months().map(|value| value.map(Decimal::to_f64)).collect()
    }

    fn fit(&self, reach: Reach, key: Key, joint: Option<&Forecast>) -> Result<Outlook, FitError> {
        let values = self.values();
        let seed = seed(self.id);
        let reached = reach.far.unwrap_or(reach.near).max(reach.near);
        let regressors = holidays::regressors(self.holidays, self.oldest, values.len() + reached);
        let series = TimeSeries {
            values: &values,
            season: SEASON,
            regressors: &regressors,
        };
        let fitted = |months| fit(&series, months, seed).map_err(|reason| FitError::refused(self.title, reason));
        let forecast = joint.map_or_else(|| fitted(reach.near), |joint| Ok(joint.clone()))?;
        let far = reach.far.map(fitted).transpose()?.map(Arc::new);
        let mut outlook = Outlook {
            first: self.newest.next(),
            known_months: values.iter().flatten().count(),
            seed,
            is_beside_total: joint.is_some(),
            key,
            values,
            holidays: self.holidays,
            regressors,
            forecast,
            far,
            years: Vec::new(),
        };
        if self.readings.adding() == Adding::Sum {
            outlook.years = self.years(&outlook)?;
        }
        Ok(outlook)
    }

    /// From the year of the last month known to that of the last month reached, those apart whose total is known.
    fn years(&self, outlook: &Outlook) -> Result<Vec<YearAhead>, FitError> {
        let last = self.calendar.year_of(self.newest.ahead(outlook.reach()));
        let mut year = self.calendar.year_of(self.newest);
        let mut years = Vec::new();
        while year <= last {
            years.extend(YearAhead::read(
                outlook,
                self.readings,
                &self.calendar,
                year,
                self.close_percent,
            )?);
            // The last year there is has no next one.
            if year == year.next() {
                break;
            }
            year = year.next();
        }
        Ok(years)
    }
}

/// The claims that stand about a year, can be scored and count in the series' money, the highest-ranked first, each
/// with what has to be reached; of a range the low end.
pub fn open_claims<'a>(situation: &Situation<'a>, year: FiscalYear) -> Vec<(&'a Claim, Decimal)> {
    let standing = situation.claims_of(year).claims.into_iter();
    standing
        // As the scoring rule has it: a claim of no known day is scored by nobody.
        .filter(|claim| claim.not_scorable.is_none() && claim.announced.or(claim.announced_latest).is_some())
        .filter_map(|claim| Some((claim, situation.amount(claim)?)))
        .collect()
}

/// Fits the methods to months of a series.
///
/// # Errors
/// [`ForecastError`] where too little is known or the horizon is out of bounds.
pub fn fit(series: &TimeSeries<'_>, horizon: usize, seed: u64) -> Result<Forecast, ForecastError> {
    let options = Options {
        horizon,
        paths: PATHS,
        seed,
    };
    Forecast::fit(series, &options)
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

/// How many months from the first to the last, both counted; none where the last comes before the first.
pub fn months_to(first: Month, last: Month) -> usize {
    Month::range(first..=last).len()
}
