//! The pace that a claim still needs, beside what has been.

use crate::totals::{bare_total, total_after, total_through};
use crate::{
    Adding, ClaimId, Decimal, FiscalCalendar, FiscalYear, FiscalYearTotal, Month, Readings, Result, growth_percent,
    running_totals, sum_of, total,
};

/// Growth of some months in a row on the same months a year before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// First of the months.
    pub first: Month,
    /// Last of the months.
    pub last: Month,
    /// The sum of these months, in the unit of the series.
    pub sum: Decimal,
    /// Average a month, in the unit of the series.
    pub average: f64,
    /// Change on the same months a year before, percent, when these are all known.
    pub growth_percent: Option<f64>,
}

/// Every `count` months in a row that all have a number, oldest first.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn stretches(readings: &Readings, count: u8) -> Result<Vec<Stretch>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let mut stretches = Vec::new();
    for (first, _) in readings.months() {
        let last = first.plus(i32::from(count) - 1);
        let Some(sum) = sum_of(readings, Month::range(first..=last))? else {
            continue;
        };
        let before = sum_of(readings, Month::range(first.plus(-12)..=last.plus(-12)))?;
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
    /// The month in which it had; none where neither months nor totals to date tell, as of a year whose total alone is
    /// known.
    pub month: Option<Month>,
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
        // In which month, only a total short of it to the month before can tell.
        let mut before = Some(Decimal::ZERO);
        for (total, month) in totals.into_iter().zip(calendar.months_of(to_date.fiscal_year)) {
            if total.is_some_and(is_enough) {
                let month = before.is_some_and(|before| !is_enough(before)).then_some(month);
                return Ok(Some(Self { month }));
            }
            before = total;
        }
        Ok(Some(Self { month: None }))
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
    /// Target less total so far; below zero when it is passed.
    pub remaining: Decimal,
    /// That the year so far has reached it, and when; none while it has not.
    pub reached: Option<Reached>,
    /// Average a month that is still needed; none when it is reached, no month is left or months do not sum.
    pub needed_per_month: Option<f64>,
    /// Change that the months left need on the same months a year before, percent; none when it is reached.
    pub needed_growth_percent: Option<f64>,
    /// What the months left brought a year before.
    pub left_a_year_before: Option<Decimal>,
    /// Change that the whole year needs on the year before, percent.
    pub year_growth_percent: Option<f64>,
    /// Change of the months so far on the same months a year before, percent.
    pub growth_to_date_percent: Option<f64>,
    /// The best single month ever (the newest of equals).
    pub best_month: Option<Stretch>,
    /// The best average of as many months in a row as are left.
    pub best_stretch: Option<Stretch>,
    /// The best growth ever of as many months in a row as are left.
    pub best_growth: Option<Stretch>,
    /// How the same months grew in each past year where that is known, oldest first.
    pub past_growth: Vec<PastGrowth>,
    /// The best of [`Pace::past_growth`].
    pub best_past_growth: Option<PastGrowth>,
    /// When as many months in a row last grew as fast as is needed now.
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
        let is_published = |run: &Stretch| readings.get(run.first).is_some_and(|reading| !reading.derived);
        let mut singles = stretches(readings, 1)?;
        singles.retain(is_published);
        let runs = stretches(readings, months_left)?;
        let past_growth = past_growth(readings, calendar, fiscal_year, &left)?;
        let as_fast = |run: &&Stretch| {
            run.growth_percent
                .zip(needed_growth_percent)
                .is_some_and(|(growth, needed)| growth >= needed)
        };
        Ok(Some(Self {
            needed_per_month: is_open.then(|| remaining.to_f64() / f64::from(months_left)),
            year_growth_percent: year_before.and_then(|before| growth_percent(before.to_f64(), target.to_f64())),
            growth_to_date_percent: to_date.growth_percent,
            best_month: best(&singles, |run| Some(run.average)),
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
            remaining,
            reached,
            needed_growth_percent,
            left_a_year_before,
        }))
    }

    /// Average a month of the same months a year before, where these are known.
    pub fn left_average_a_year_before(&self) -> Option<f64> {
        let before = self.left_a_year_before.filter(|_| self.months_left > 0)?;
        Some(before.to_f64() / f64::from(self.months_left))
    }
}

/// Growth of the same months in every year before `year`.
fn past_growth(
    readings: &Readings,
    calendar: &FiscalCalendar,
    year: FiscalYear,
    left: &[Month],
) -> Result<Vec<PastGrowth>> {
    let Some((oldest, _)) = readings.months().next().filter(|_| !left.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut past = Vec::new();
    for back in 1..=year.year() - calendar.year_of(oldest).year() {
        let shifted = |years: i16| left.iter().map(move |month| month.plus(-12 * i32::from(years)));
        let (then, before) = (sum_of(readings, shifted(back))?, sum_of(readings, shifted(back + 1))?);
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
