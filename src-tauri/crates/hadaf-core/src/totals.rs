//! Totals of fiscal years and their growth; parts against a total.

use serde::{Deserialize, Serialize};

use crate::{Decimal, FiscalCalendar, FiscalYear, Month, ObservationId, Readings, Result};

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
    /// Months of the sum that nobody published: calculated from published totals.
    pub derived: Vec<Month>,
    /// Months before the last one that have no number at all.
    pub missing: Vec<Month>,
    /// Change on the same months a year before, percent; none when these are not all known.
    pub growth_percent: Option<f64>,
    /// The same months a year before.
    pub year_before: Option<Decimal>,
    /// It rests on a first release that nothing has confirmed.
    pub provisional: bool,
    /// The observations that it rests on.
    pub observations: Vec<ObservationId>,
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
pub(crate) fn bare_total(
    readings: &Readings,
    calendar: &FiscalCalendar,
    year: FiscalYear,
) -> Result<Option<FiscalYearTotal>> {
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
    let published = |month: &Month| readings.get(*month).is_some_and(|reading| !reading.derived);
    let Some(last) = months.into_iter().rfind(published) else {
        return Ok(None);
    };
    // A calculated month after the last published one extends nothing, unless it completes the year.
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
        months: u8::try_from(parts.len()).expect("a year has twelve months"),
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

/// Parts of a total against the total itself, for one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartsCheck {
    /// Sum of the parts.
    pub parts: Decimal,
    /// The total as published.
    pub total: Decimal,
    /// The sum of the parts less the total, in its unit.
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
