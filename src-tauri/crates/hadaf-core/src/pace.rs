//! The pace that a claim still needs, beside what has been.

use std::collections::BTreeSet;

use crate::totals::{bare_total, total_after, total_through};
use crate::{
    Adding, ClaimId, Decimal, FiscalCalendar, FiscalYear, FiscalYearTotal, Frequency, Month, Period, Readings, Result,
    growth_percent, running_totals, sum_of, total,
};

/// Growth of some months, or quarters, in a row on the same ones a year before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// First of the months.
    pub first: Month,
    /// Last of the months.
    pub last: Month,
    /// The sum of these months, in the unit of the series.
    pub sum: Decimal,
    /// Average a period, a month or a quarter, in the unit of the series.
    pub average: f64,
    /// Change on the same months a year before, percent, when these are all known.
    pub growth_percent: Option<f64>,
}

/// Every `count` periods in a row, months or quarters, that all have a number, oldest first.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn stretches(readings: &Readings, calendar: &FiscalCalendar, every: Frequency, count: u8) -> Result<Vec<Stretch>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let months = i32::from(count) * i32::from(every.months());
    let figures = readings.iter().filter(|(period, _)| period.frequency() <= every);
    let begins = |month: Month| calendar.start_of(calendar.period_of(month, every));
    let starts: BTreeSet<Month> = figures.map(|(period, _)| begins(calendar.start_of(period))).collect();
    let mut stretches = Vec::new();
    for first in starts {
        let last = first.plus(months - 1);
        let Some(sum) = sum_of(readings, calendar, Month::range(first..=last))? else {
            continue;
        };
        let before = sum_of(readings, calendar, Month::range(first.plus(-12)..=last.plus(-12)))?;
        stretches.push(Stretch {
            first,
            last,
            sum,
            average: sum.to_f64() / f64::from(count),
            growth_percent: before.and_then(|before| growth_percent(before.to_f64(), sum.to_f64())),
        });
    }
    Ok(stretches)
}

/// How the months that are left now grew in a past year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastGrowth {
    /// That year.
    pub fiscal_year: FiscalYear,
    /// Its change of these months on the year before, percent.
    pub growth_percent: f64,
}

/// That the year so far has reached what a claim names: a state, beside which nothing is needed and no pace stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The month, or the quarter, in which it had; none where neither figures nor totals to date tell, as of a year whose
    /// total alone is known.
    pub period: Option<Period>,
}

impl Reached {
    /// Whether a year so far has reached an amount in the series' unit; none while it has not.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a sum does not fit.
    pub fn read(
        readings: &Readings,
        calendar: &FiscalCalendar,
        year: FiscalYear,
        amount: Decimal,
    ) -> Result<Option<Self>> {
        match bare_total(readings, calendar, year)? {
            Some(to_date) => Self::of(readings, calendar, &to_date, amount),
            None => Ok(None),
        }
    }

    fn of(
        readings: &Readings,
        calendar: &FiscalCalendar,
        to_date: &FiscalYearTotal,
        amount: Decimal,
    ) -> Result<Option<Self>> {
        let is_enough = |value: Decimal| value.cmp_value(amount).is_ge();
        if !is_enough(to_date.value) {
            return Ok(None);
        }
        let mut totals = running_totals(readings, calendar, to_date.fiscal_year)?.map(|total| total.map(|it| it.value));
        if let Some(last) = totals.get_mut(usize::from(to_date.months) - 1) {
            *last = Some(to_date.value);
        }
        for (place, month) in calendar.months_of(to_date.fiscal_year).into_iter().enumerate() {
            if !totals[place].is_some_and(is_enough) {
                continue;
            }
            // In which period, only a total short of it to the period before can tell.
            let every = readings.every().min(Frequency::Quarter);
            let period = calendar.period_ending(month, every).unwrap_or(month.into());
            let before = match (place + 1).checked_sub(period.frequency().months().into()) {
                Some(0) | None => Some(Decimal::ZERO),
                Some(months) => totals[months - 1],
            };
            let is_told = before.is_some_and(|before| !is_enough(before));
            return Ok(Some(Self {
                period: is_told.then_some(period),
            }));
        }
        Ok(Some(Self { period: None }))
    }
}

/// What a claim still needs, and how that compares with what has been.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// Which claim; no "needed" stands without it.
    pub claim: ClaimId,
    /// For which year.
    pub fiscal_year: FiscalYear,
    /// The claim's number in the series' unit.
    pub target: Decimal,
    /// The year's total so far.
    pub to_date: FiscalYearTotal,
    /// Months of the year after those of the total so far.
    pub months_left: u8,
    /// The months that are left, in order.
    pub left: Vec<Month>,
    /// In what they are counted: the periods of the series, or months where they make no whole ones.
    pub every: Frequency,
    /// How many of these are left.
    pub periods_left: u8,
    /// Target less total so far; below zero when it is passed.
    pub remaining: Decimal,
    /// That the year so far has reached it, and when; none while it has not.
    pub reached: Option<Reached>,
    /// Average a period, as these are counted, that is still needed; none when it is reached, no month is left or months
    /// do not sum.
    pub needed: Option<f64>,
    /// The same a month, whatever is counted.
    pub needed_per_month: Option<f64>,
    /// Change that the months left need on the same months a year before, percent; none when it is reached.
    pub needed_growth_percent: Option<f64>,
    /// What the months left brought a year before.
    pub left_a_year_before: Option<Decimal>,
    /// Change that the whole year needs on the year before, percent.
    pub year_growth_percent: Option<f64>,
    /// Change of the months so far on the same months a year before, percent.
    pub growth_to_date_percent: Option<f64>,
    /// The best single period ever, a month or a quarter (the newest of equals).
    pub best: Option<Stretch>,
    /// The best average of as many periods in a row as are left.
    pub best_stretch: Option<Stretch>,
    /// The best growth ever of as many periods in a row as are left.
    pub best_growth: Option<Stretch>,
    /// How the same months grew in each past year where that is known, oldest first.
    pub past_growth: Vec<PastGrowth>,
    /// The best of [`Pace::past_growth`].
    pub best_past_growth: Option<PastGrowth>,
    /// When as many periods in a row last grew as fast as is needed now.
    pub last_reached: Option<Stretch>,
}

impl Pace {
    /// The pace of `claim`, whose number in the series' unit is `target`, for a year of which
    /// something, but not the whole, may be known.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a sum does not fit.
    pub fn read(
        readings: &Readings,
        calendar: &FiscalCalendar,
        claim: ClaimId,
        target: Decimal,
        fiscal_year: FiscalYear,
    ) -> Result<Option<Self>> {
        let Some(to_date) = total(readings, calendar, fiscal_year)? else {
            return Ok(None);
        };
        let left: Vec<Month> = calendar
            .months_of(fiscal_year)
            .into_iter()
            .skip(usize::from(to_date.months))
            .collect();
        let months_left = u8::try_from(left.len()).expect("a year has twelve months");
        let every = match calendar.whole(&left, readings.every()) {
            Some(_) => readings.every(),
            None => Frequency::Month,
        };
        let periods_left = months_left / every.months();
        let remaining = target.checked_sub(to_date.value)?;
        let reached = Reached::of(readings, calendar, &to_date, target)?;
        // What does not sum asks for no average of its months.
        let is_open = reached.is_none() && months_left > 0 && readings.adding() == Adding::Sum;
        let left_a_year_before = match months_left {
            0 => None,
            _ => total_after(readings, calendar, fiscal_year.prev(), to_date.months)?,
        };
        let needed_growth_percent = left_a_year_before
            .filter(|_| is_open)
            .and_then(|before| growth_percent(before.to_f64(), remaining.to_f64()));
        let year_before = total_through(readings, calendar, fiscal_year.prev(), 12)?;
        // What rounding leaves of a calculated month would make a best one that nobody published.
        let is_derived = |month: Month| readings.get(month).is_some_and(|reading| reading.derived);
        let mut singles = stretches(readings, calendar, every, 1)?;
        singles.retain(|run| !Month::range(run.first..=run.last).any(is_derived));
        let runs = stretches(readings, calendar, every, periods_left)?;
        let past_growth = past_growth(readings, calendar, fiscal_year, &left)?;
        let as_fast = |run: &&Stretch| {
            run.growth_percent
                .zip(needed_growth_percent)
                .is_some_and(|(growth, needed)| growth >= needed)
        };
        Ok(Some(Self {
            needed: is_open.then(|| remaining.to_f64() / f64::from(periods_left)),
            needed_per_month: is_open.then(|| remaining.to_f64() / f64::from(months_left)),
            year_growth_percent: year_before.and_then(|before| growth_percent(before.to_f64(), target.to_f64())),
            growth_to_date_percent: to_date.growth_percent,
            best: best(&singles, |run| Some(run.average)),
            best_stretch: best(&runs, |run| Some(run.average)),
            best_growth: best(&runs, |run| run.growth_percent),
            best_past_growth: past_growth
                .iter()
                .copied()
                .max_by(|left, right| left.growth_percent.total_cmp(&right.growth_percent)),
            past_growth,
            last_reached: runs.iter().rfind(as_fast).copied(),
            claim,
            fiscal_year,
            target,
            to_date,
            months_left,
            left,
            every,
            periods_left,
            remaining,
            reached,
            needed_growth_percent,
            left_a_year_before,
        }))
    }

    /// Average a period of the same periods a year before, where these are known.
    pub fn left_average_a_year_before(&self) -> Option<f64> {
        let before = self.left_a_year_before.filter(|_| self.periods_left > 0)?;
        Some(before.to_f64() / f64::from(self.periods_left))
    }
}

/// Growth of the same months in every year before `year`.
fn past_growth(
    readings: &Readings,
    calendar: &FiscalCalendar,
    year: FiscalYear,
    left: &[Month],
) -> Result<Vec<PastGrowth>> {
    let starts = readings.iter().map(|(period, _)| calendar.start_of(period));
    let Some(oldest) = starts.min().filter(|_| !left.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut past = Vec::new();
    for back in 1..=year.year() - calendar.year_of(oldest).year() {
        let shifted = |years: i16| left.iter().map(move |month| month.plus(-12 * i32::from(years)));
        let (then, before) = (
            sum_of(readings, calendar, shifted(back))?,
            sum_of(readings, calendar, shifted(back + 1))?,
        );
        let growth = then
            .zip(before)
            .and_then(|(then, before)| growth_percent(before.to_f64(), then.to_f64()));
        past.extend(growth.map(|growth_percent| PastGrowth {
            fiscal_year: year.plus(-back),
            growth_percent,
        }));
    }
    past.reverse();
    Ok(past)
}

/// The stretch with the highest measure; of equals the newest.
fn best(runs: &[Stretch], measure: impl Fn(&Stretch) -> Option<f64>) -> Option<Stretch> {
    let measured = runs.iter().filter_map(|run| Some((measure(run)?, run)));
    measured
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, run)| *run)
}
