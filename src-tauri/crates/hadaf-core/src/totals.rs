//! Totals of fiscal years and their growth; parts against a total.
//!
//! A running total needs every month from the year's first one on, or somebody who published it. What some months
//! bring with others missing between them is no total of anything: such a year is a [`PartialYear`], which has no value.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Adding, Decimal, FiscalCalendar, FiscalYear, Month, ObservationId, Period, Reading, Readings, Result};

/// How a fiscal year's total came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum TotalBasis {
    /// Somebody published the annual figure.
    Published,
    /// The sum of twelve months.
    Sum,
    /// The sum of all months from the year's first one to the last one known.
    ToDate,
    /// Somebody published the total to a month; months after it, if any are known, are added.
    PublishedToDate,
    /// The last figure of the year: of a stock, which does not sum.
    Last,
    /// A formula gives it of the years of its inputs.
    Derived,
}

crate::text::words!(TotalBasis, {
    Published => "published", Sum => "sum", ToDate => "to_date", PublishedToDate => "published_to_date",
    Last => "last", Derived => "derived",
});

/// The total of one fiscal year as of a day: of the whole year, or of its months so far without a hole.
#[derive(Debug, Clone, PartialEq)]
pub struct FiscalYearTotal {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// The total in the series' unit.
    pub value: Decimal,
    /// How it came about.
    pub basis: TotalBasis,
    /// How many months it covers, from the year's first one on: 12 when the annual figure was published.
    pub months: u8,
    /// The last month it covers.
    pub last_month: Month,
    /// Months of the sum that nobody published: calculated from published totals.
    pub derived: Vec<Month>,
    /// Months after the last one covered that lack, though a later one is known.
    pub lacking: Vec<Month>,
    /// Known months after those that lack. They are in no total.
    pub beyond: Vec<Month>,
    /// Change on the same months a year before, percent; none when these are not all known.
    pub growth_percent: Option<f64>,
    /// The same months a year before.
    pub year_before: Option<Decimal>,
    /// It rests on a first release that nothing has confirmed.
    pub provisional: bool,
    /// The observations that it rests on.
    pub observations: Vec<ObservationId>,
}

/// A fiscal year of which months are known, but neither its first ones without a hole nor any published total: it has
/// no total so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartialYear {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// The months that are known, in order; at least one.
    pub known: Vec<Month>,
    /// The months that lack, in order, at least one: up to the last known one, or of the whole year once it is over.
    pub lacking: Vec<Month>,
}

impl PartialYear {
    /// The last month known.
    pub fn last_month(&self) -> Option<Month> {
        self.known.last().copied()
    }
}

/// The total from a fiscal year's first month to the end of one of its months.
#[derive(Debug, Clone, PartialEq)]
pub struct YearSoFar {
    /// In the series' unit.
    pub value: Decimal,
    /// It rests on a published total to date.
    pub published: bool,
    /// It rests on a first release that nothing has confirmed.
    pub provisional: bool,
    /// It ends with a month that was calculated, so that it tells nothing new.
    pub ends_derived: bool,
    /// Calculated months in it.
    pub derived: Vec<Month>,
    /// The observations that it rests on.
    pub observations: Vec<ObservationId>,
}

impl YearSoFar {
    /// Before the year's first month.
    fn nothing() -> Self {
        Self {
            value: Decimal::ZERO,
            published: false,
            provisional: false,
            ends_derived: false,
            derived: Vec::new(),
            observations: Vec::new(),
        }
    }

    /// As somebody published it.
    fn published(reading: &Reading) -> Self {
        Self {
            value: reading.value,
            published: true,
            provisional: reading.provisional,
            observations: vec![reading.observation],
            ..Self::nothing()
        }
    }

    /// Of a stock, as it was at the end of a month.
    fn last(readings: &Readings, calendar: &FiscalCalendar, month: Month) -> Option<Self> {
        let quarter = || {
            readings
                .get(calendar.quarter_of(month))
                .filter(|_| ends_quarter(calendar, month))
        };
        let reading = readings.get(month).or_else(quarter)?;
        Some(Self {
            published: false,
            ..Self::published(reading)
        })
    }

    /// With the month after.
    fn and(&self, month: Month, reading: &Reading) -> Result<Self> {
        let mut more = self.clone();
        more.value = self.value.checked_add(reading.value)?;
        more.provisional |= reading.provisional;
        more.ends_derived = reading.derived;
        more.derived.extend(reading.derived.then_some(month));
        more.observations.push(reading.observation);
        Ok(more)
    }
}

/// The totals of a year to the end of each of its months; none where nobody can know. All readers of a year so far
/// read it here: the sum of the months while all were published, else what was published as the total to that month,
/// else the total to the month before with the month itself, which may be a calculated one, or to the quarter before with
/// the quarter; to the end of the twelfth month the year as it was published. Of a stock, the figure of the month or of
/// the quarter that it ends.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn running_totals(
    readings: &Readings,
    calendar: &FiscalCalendar,
    year: FiscalYear,
) -> Result<[Option<YearSoFar>; 12]> {
    let mut totals = [const { None }; 12];
    match readings.adding() {
        Adding::Sum => {}
        Adding::Nothing => return Ok(totals),
        Adding::Last => {
            return Ok(calendar
                .months_of(year)
                .map(|month| YearSoFar::last(readings, calendar, month)));
        }
    }
    let mut before = Some(YearSoFar::nothing());
    // As it was when the quarter began.
    let mut quarter = before.clone();
    // Of the months alone, while somebody published each of them.
    let mut sum = before.clone();
    let months = calendar.months_of(year);
    for (place, month) in totals.iter_mut().zip(months) {
        let (alone, through) = (readings.get(month), readings.through(month));
        let and = |so_far: Option<YearSoFar>| -> Result<Option<YearSoFar>> {
            let both = so_far.zip(alone);
            both.map(|(so_far, alone)| so_far.and(month, alone)).transpose()
        };
        sum = and(sum)?.filter(|sum| !sum.ends_derived);
        let annual = readings
            .get(year)
            .filter(|annual| month == months[11] && !annual.derived);
        let total = match (&sum, through) {
            _ if annual.is_some() => annual.map(YearSoFar::published),
            (Some(sum), _) => Some(sum.clone()),
            (None, Some(through)) => Some(YearSoFar::published(through)),
            (None, None) => match (and(before)?, ends_quarter(calendar, month)) {
                (None, true) => with_quarter(quarter.as_ref(), readings, calendar, month)?,
                (total, _) => total,
            },
        };
        place.clone_from(&total);
        if ends_quarter(calendar, month) {
            quarter.clone_from(&total);
        }
        before = total;
    }
    Ok(totals)
}

fn ends_quarter(calendar: &FiscalCalendar, month: Month) -> bool {
    calendar.position(month) % 3 == 2
}

/// The total to the quarter before with the quarter that a month ends.
fn with_quarter(
    before: Option<&YearSoFar>,
    readings: &Readings,
    calendar: &FiscalCalendar,
    month: Month,
) -> Result<Option<YearSoFar>> {
    let both = before.zip(readings.get(calendar.quarter_of(month)));
    both.map(|(before, quarter)| before.and(month, quarter)).transpose()
}

/// Change from one value to another, percent. None when the first is not above zero.
pub fn growth_percent(from: f64, to: f64) -> Option<f64> {
    (from > 0.0).then(|| (to - from) / from * 100.0)
}

/// The totals of all fiscal years of a flow series that have one, oldest first: the published annual figure, else the
/// sum of twelve months, else the year so far. Calculated months fill gaps and are listed in
/// [`FiscalYearTotal::derived`].
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn totals(readings: &Readings, calendar: &FiscalCalendar) -> Result<Vec<FiscalYearTotal>> {
    years_of(readings, calendar)
        .into_iter()
        .filter_map(|year| total(readings, calendar, year).transpose())
        .collect()
}

/// The years of which months are known and no total is, oldest first, as of a day.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn partial_years(readings: &Readings, calendar: &FiscalCalendar, day: Date) -> Result<Vec<PartialYear>> {
    let mut partial = Vec::new();
    if readings.adding() != Adding::Sum {
        return Ok(partial);
    }
    for year in years_of(readings, calendar) {
        if bare_total(readings, calendar, year)?.is_some() {
            continue;
        }
        let months = calendar.months_of(year);
        let Some(last) = months
            .into_iter()
            .rfind(|month| is_observed(readings, calendar, *month))
        else {
            continue;
        };
        let is_over = day > calendar.end_of(Period::FiscalYear(year));
        let (known, lacking) = months
            .into_iter()
            .filter(|month| is_over || *month <= last)
            .partition(|month| readings.month_or_quarter(*month, calendar).is_some());
        partial.push(PartialYear {
            fiscal_year: year,
            known,
            lacking,
        });
    }
    Ok(partial)
}

fn years_of(readings: &Readings, calendar: &FiscalCalendar) -> std::collections::BTreeSet<FiscalYear> {
    let periods = readings.iter().map(|(period, _)| calendar.fiscal_year_of(period));
    let to_date = readings.to_date().map(|(month, _)| calendar.year_of(month));
    periods.chain(to_date).collect()
}

fn is_observed(readings: &Readings, calendar: &FiscalCalendar, month: Month) -> bool {
    let reading = readings.month_or_quarter(month, calendar);
    reading.is_some_and(|reading| !reading.derived)
}

/// The total of one fiscal year, as in [`totals`]; none when it has none.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn total(readings: &Readings, calendar: &FiscalCalendar, year: FiscalYear) -> Result<Option<FiscalYearTotal>> {
    let Some(mut total) = bare_total(readings, calendar, year)? else {
        return Ok(None);
    };
    let before = total_through(readings, calendar, year.prev(), total.months)?;
    total.growth_percent = before.and_then(|before| growth_percent(before.to_f64(), total.value.to_f64()));
    total.year_before = before;
    Ok(Some(total))
}

/// What the first so many months (1 to 12) of a year brought; of all twelve, the published annual figure first.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub(crate) fn total_through(
    readings: &Readings,
    calendar: &FiscalCalendar,
    year: FiscalYear,
    months: u8,
) -> Result<Option<Decimal>> {
    if months == 12 {
        return Ok(bare_total(readings, calendar, year)?
            .filter(|total| total.months == 12)
            .map(|total| total.value));
    }
    let totals = running_totals(readings, calendar, year)?;
    Ok(usize::from(months)
        .checked_sub(1)
        .and_then(|place| totals.into_iter().nth(place)?)
        .map(|total| total.value))
}

/// What a year brought after its first so many months: their sum, else the whole year less the months before them.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub(crate) fn total_after(
    readings: &Readings,
    calendar: &FiscalCalendar,
    year: FiscalYear,
    months: u8,
) -> Result<Option<Decimal>> {
    let rest = calendar.months_of(year).into_iter().skip(usize::from(months));
    if let Some(sum) = sum_of(readings, calendar, rest)? {
        return Ok(Some(sum));
    }
    let whole = total_through(readings, calendar, year, 12)?;
    let before = total_through(readings, calendar, year, months)?;
    let rest = whole.zip(before).map(|(whole, before)| whole.checked_sub(before));
    rest.transpose()
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
            basis: match annual.observation.is_calculated() {
                true => TotalBasis::Derived,
                false => TotalBasis::Published,
            },
            months: 12,
            last_month: months[11],
            derived: Vec::new(),
            lacking: Vec::new(),
            beyond: Vec::new(),
            growth_percent: None,
            year_before: None,
            provisional: annual.provisional,
            observations: vec![annual.observation],
        }));
    }
    let mut running = running_totals(readings, calendar, year)?;
    // A calculated month after the last published one extends nothing, unless it completes the year.
    let told = |total: &Option<YearSoFar>| total.as_ref().is_some_and(|total| !total.ends_derived);
    let end = match running[11] {
        Some(_) => Some(11),
        None => running.iter().rposition(told),
    };
    let Some((end, so_far)) = end.and_then(|end| Some((end, running[end].take()?))) else {
        return Ok(None);
    };
    let after = || months.into_iter().skip(end + 1);
    let beyond: Vec<Month> = after()
        .filter(|month| is_observed(readings, calendar, *month))
        .collect();
    let is_known = |month: Month| readings.month_or_quarter(month, calendar).is_some();
    let lacks = |month: &Month| beyond.last().is_some_and(|last| month < last) && !is_known(*month);
    Ok(Some(FiscalYearTotal {
        fiscal_year: year,
        value: so_far.value,
        basis: match (readings.adding(), so_far.published, end) {
            (Adding::Last, ..) => TotalBasis::Last,
            (_, true, _) => TotalBasis::PublishedToDate,
            (_, false, 11) => TotalBasis::Sum,
            (_, false, _) => TotalBasis::ToDate,
        },
        months: u8::try_from(end + 1).expect("a year has twelve months"),
        last_month: months[end],
        derived: so_far.derived,
        lacking: after().filter(lacks).collect(),
        beyond,
        growth_percent: None,
        year_before: None,
        provisional: so_far.provisional,
        observations: so_far.observations,
    }))
}

/// The exact sum of months in order, calculated ones included: of those of a quarter whose months are not all known, the
/// figure of the quarter. None when one of them has no number, and of several that do not sum.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when it does not fit.
pub fn sum_of(
    readings: &Readings,
    calendar: &FiscalCalendar,
    months: impl IntoIterator<Item = Month>,
) -> Result<Option<Decimal>> {
    let months: Vec<Month> = months.into_iter().collect();
    let mut rest = months.as_slice();
    let mut values = Vec::new();
    while let [month, after @ ..] = rest {
        let quarter = calendar.months_in(calendar.quarter_of(*month).into());
        let is_whole = rest.starts_with(&quarter) && quarter.iter().any(|month| readings.get(*month).is_none());
        let of_quarter = readings.get(calendar.quarter_of(*month)).filter(|_| is_whole);
        let Some(reading) = of_quarter.or_else(|| readings.get(*month)) else {
            return Ok(None);
        };
        values.push(reading.value);
        rest = if of_quarter.is_some() {
            &rest[quarter.len()..]
        } else {
            after
        };
    }
    let sums = readings.adding() == Adding::Sum || values.len() == 1;
    sums.then(|| Decimal::sum(values)).transpose()
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

/// Parts of another vintage than their total may differ from it by so much of it: a month is revised by up to that.
const REVISED: f64 = 0.05;

impl PartsCheck {
    /// Checks the parts of a total as they are read. Where they were published in another source and on another day
    /// than the total, one of them may be revised and another not: then only what no revision explains is off.
    ///
    /// # Errors
    /// As [`PartsCheck::new`].
    pub fn of_readings(total: &Reading, parts: &[&Reading]) -> Result<Self> {
        let values: Vec<Decimal> = parts.iter().map(|part| part.value).collect();
        let check = Self::new(total.value, &values)?;
        let is_one = |part: &&Reading| {
            part.source == total.source || part.published.date.is_some() && part.published == total.published
        };
        let explained = REVISED * total.value.to_f64().abs();
        let off = check.off && (parts.iter().all(is_one) || check.difference.to_f64().abs() > explained);
        Ok(Self { off, ..check })
    }

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
