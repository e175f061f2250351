//! Totals of fiscal years, growth, and the pace that a claim still needs.

use serde::{Deserialize, Serialize};

use crate::{ClaimId, Decimal, FiscalCalendar, FiscalYear, Month, Readings, Result};

/// How a fiscal year's total came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum TotalBasis {
    /// Somebody published the annual figure.
    Published,
    /// The sum of twelve months.
    Sum,
    /// The sum of the months there are.
    ToDate,
}

crate::text::words!(TotalBasis, "basis of a total", { Published => "published", Sum => "sum", ToDate => "to_date" });

/// The total of one fiscal year as of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct FiscalYearTotal {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// The total in the series' unit.
    pub value: Decimal,
    /// How it came about.
    pub basis: TotalBasis,
    /// How many months it covers: 12 when published.
    pub months: u8,
    /// The last month it covers.
    pub last_month: Month,
    /// Months of the sum that nobody printed: calculated from printed totals.
    pub derived: Vec<Month>,
    /// Months before the last one that have no number at all.
    pub missing: Vec<Month>,
    /// Change on the same months a year before, percent; none when these are not all known.
    pub growth_percent: Option<f64>,
    /// The same months a year before.
    pub year_before: Option<Decimal>,
    /// It rests on a first print that nothing has confirmed.
    pub provisional: bool,
    /// The prints that it rests on.
    pub observations: Vec<i64>,
}

/// Change from one value to another, percent. None when the first is not above zero.
pub fn growth_percent(from: f64, to: f64) -> Option<f64> {
    (from > 0.0).then(|| (to - from) / from * 100.0)
}

/// The totals of all fiscal years of a flow series for which something is known, oldest first: the
/// published annual figure, else the sum of twelve months, else a to-date sum. Calculated months
/// fill gaps and are listed in [`FiscalYearTotal::derived`].
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn totals(readings: &Readings, calendar: &FiscalCalendar) -> Result<Vec<FiscalYearTotal>> {
    let years: std::collections::BTreeSet<FiscalYear> = readings
        .iter()
        .filter(|(period, _)| period.as_month().is_some() || period.as_fiscal_year().is_some())
        .map(|(period, _)| calendar.fiscal_year_of(period))
        .collect();
    years
        .into_iter()
        .filter_map(|year| total(readings, calendar, year).transpose())
        .collect()
}

/// The total of one fiscal year, as in [`totals`]; none when nothing is known.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn total(readings: &Readings, calendar: &FiscalCalendar, year: FiscalYear) -> Result<Option<FiscalYearTotal>> {
    let Some(mut total) = bare_total(readings, calendar, year)? else {
        return Ok(None);
    };
    let before = match total.months {
        12 => bare_total(readings, calendar, year.prev())?
            .filter(|before| before.months == 12)
            .map(|before| before.value),
        _ => {
            let covered = calendar
                .months_of(year)
                .into_iter()
                .filter(|month| *month <= total.last_month && !total.missing.contains(month));
            sum_of(readings, covered.map(|month| month.plus(-12)))?
        }
    };
    total.growth_percent = before.and_then(|before| growth_percent(before.to_f64(), total.value.to_f64()));
    total.year_before = before;
    Ok(Some(total))
}

/// The total without its growth.
fn bare_total(readings: &Readings, calendar: &FiscalCalendar, year: FiscalYear) -> Result<Option<FiscalYearTotal>> {
    let months = calendar.months_of(year);
    if let Some(annual) = readings.get(year).filter(|annual| !annual.derived) {
        return Ok(Some(FiscalYearTotal {
            fiscal_year: year,
            value: annual.value,
            basis: TotalBasis::Published,
            months: 12,
            last_month: months[11],
            derived: Vec::new(),
            missing: Vec::new(),
            growth_percent: None,
            year_before: None,
            provisional: annual.provisional,
            observations: vec![annual.observation],
        }));
    }
    let printed = |month: &Month| readings.get(*month).is_some_and(|reading| !reading.derived);
    let Some(last) = months.into_iter().filter(printed).next_back() else {
        return Ok(None);
    };
    // A calculated month after the last printed one extends nothing, unless it completes the year.
    let complete = months.iter().all(|month| readings.get(*month).is_some());
    let last = if complete { months[11] } else { last };
    let (known, missing): (Vec<Month>, Vec<Month>) = months
        .into_iter()
        .filter(|month| *month <= last)
        .partition(|month| readings.get(*month).is_some());
    let parts: Vec<_> = known
        .iter()
        .filter_map(|month| Some((*month, readings.get(*month)?)))
        .collect();
    Ok(Some(FiscalYearTotal {
        fiscal_year: year,
        value: Decimal::sum(parts.iter().map(|(_, reading)| reading.value))?,
        basis: if complete { TotalBasis::Sum } else { TotalBasis::ToDate },
        months: u8::try_from(parts.len()).unwrap_or(12),
        last_month: last,
        derived: parts
            .iter()
            .filter(|(_, reading)| reading.derived)
            .map(|(month, _)| *month)
            .collect(),
        missing,
        growth_percent: None,
        year_before: None,
        provisional: parts.iter().any(|(_, reading)| reading.provisional),
        observations: parts.iter().map(|(_, reading)| reading.observation).collect(),
    }))
}

/// The exact sum of months, calculated ones included; none when one of them has no number.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when it does not fit.
pub fn sum_of(readings: &Readings, months: impl IntoIterator<Item = Month>) -> Result<Option<Decimal>> {
    let values: Option<Vec<Decimal>> = months
        .into_iter()
        .map(|month| readings.get(month).map(|reading| reading.value))
        .collect();
    values.map(Decimal::sum).transpose()
}

/// Growth of some months in a row on the same months a year before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// First of the months.
    pub first: Month,
    /// Last of the months.
    pub last: Month,
    /// Their sum.
    pub sum: Decimal,
    /// Average a month.
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
    /// Months of the year after the last printed one, and those missing before it.
    pub months_left: u8,
    /// The months that are left, in order.
    pub left: Vec<Month>,
    /// Target less total so far; below zero when it is passed.
    pub remaining: Decimal,
    /// Average a month that is still needed; none when no month is left.
    pub needed_per_month: Option<f64>,
    /// Change that the months left need on the same months a year before, percent.
    pub needed_growth_percent: Option<f64>,
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
        let covered =
            |month: &Month| to_date.months == 12 || *month <= to_date.last_month && !to_date.missing.contains(month);
        let left: Vec<Month> = calendar
            .months_of(fiscal_year)
            .into_iter()
            .filter(|month| !covered(month))
            .collect();
        let months_left = u8::try_from(left.len()).unwrap_or(12);
        let remaining = target.checked_sub(to_date.value)?;
        let same_months = sum_of(readings, left.iter().map(|month| month.plus(-12)))?.filter(|_| months_left > 0);
        let needed_growth_percent = same_months.and_then(|before| growth_percent(before.to_f64(), remaining.to_f64()));
        let year_before = bare_total(readings, calendar, fiscal_year.prev())?.filter(|before| before.months == 12);
        let singles = stretches(readings, 1)?;
        let runs = stretches(readings, months_left)?;
        let reached = |run: &&Stretch| {
            run.growth_percent
                .zip(needed_growth_percent)
                .is_some_and(|(growth, needed)| growth >= needed)
        };
        Ok(Some(Self {
            needed_per_month: (months_left > 0).then(|| remaining.to_f64() / f64::from(months_left)),
            year_growth_percent: year_before.and_then(|before| growth_percent(before.value.to_f64(), target.to_f64())),
            growth_to_date_percent: to_date.growth_percent,
            best_month: best(&singles, |run| Some(run.average)),
            best_stretch: best(&runs, |run| Some(run.average)),
            best_growth: best(&runs, |run| run.growth_percent),
            last_reached: runs.iter().rfind(reached).copied(),
            claim,
            fiscal_year,
            target,
            to_date,
            months_left,
            left,
            remaining,
            needed_growth_percent,
        }))
    }
}

/// The stretch with the highest measure; of equals the newest.
fn best(runs: &[Stretch], measure: impl Fn(&Stretch) -> Option<f64>) -> Option<Stretch> {
    let measured = runs.iter().filter_map(|run| Some((measure(run)?, run)));
    measured
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, run)| *run)
}

/// Parts of a total against the total itself, for one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartsCheck {
    /// Sum of the parts.
    pub parts: Decimal,
    /// The total as printed.
    pub total: Decimal,
    /// Parts less total.
    pub difference: Decimal,
    /// The difference is larger than the rounding of the numbers can explain.
    pub off: bool,
}

impl PartsCheck {
    /// Checks the parts of a total. Each number may be off by half a unit of its last decimal place.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a sum does not fit.
    pub fn new(total: Decimal, parts: &[Decimal]) -> Result<Self> {
        let sum = Decimal::sum(parts.iter().copied())?;
        let difference = sum.checked_sub(total)?;
        // In units of 10^-9 / 2, the finest half place there is.
        let half = |value: &Decimal| 10_i128.pow(u32::from(Decimal::MAX_PLACES - value.places()));
        let allowed: i128 = parts.iter().chain([&total]).map(half).sum();
        let found = i128::from(difference.mantissa()).abs()
            * 10_i128.pow(u32::from(Decimal::MAX_PLACES - difference.places()))
            * 2;
        Ok(Self {
            parts: sum,
            total,
            difference,
            off: found > allowed,
        })
    }
}
