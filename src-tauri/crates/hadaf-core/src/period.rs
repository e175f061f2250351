//! Months, fiscal quarters and fiscal years: what a value is about.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CoreError, FiscalCalendar, Frequency, PeriodError, RangeKind, Result};

/// Smallest and largest year of any period.
pub(crate) const YEARS: RangeInclusive<i16> = 1..=9999;

/// A calendar month. Canonical form `2024-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month(i32);

impl Month {
    /// The first month there is, January of year 1.
    pub const MIN: Self = Self(12);
    /// The last month there is, December of year 9999.
    pub const MAX: Self = Self(9999 * 12 + 11);

    /// The month `month` (1 to 12) of `year` (1 to 9999).
    ///
    /// # Errors
    /// [`CoreError::Range`] outside these.
    pub fn new(year: i16, month: u8) -> Result<Self> {
        check(
            RangeKind::Year,
            i64::from(year),
            i64::from(*YEARS.start()),
            i64::from(*YEARS.end()),
        )?;
        check(RangeKind::Month, i64::from(month), 1, 12)?;
        Ok(Self::at(i32::from(year) * 12 + i32::from(month) - 1))
    }

    /// The month in which a day falls. Days before year 1 fall into the first month there is.
    pub fn of(date: Date) -> Self {
        Self::at(i32::from(date.year()) * 12 + i32::from(date.month()) - 1)
    }

    /// Month by index, held within the months there are.
    fn at(index: i32) -> Self {
        Self(index.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Calendar year.
    pub fn year(self) -> i16 {
        i16::try_from(self.0 / 12).expect("at most 9999 by construction")
    }

    /// Month of the year, 1 to 12.
    pub fn month(self) -> u8 {
        u8::try_from(self.0 % 12 + 1).expect("the remainder of twelve")
    }

    /// The month after; the last month there is stays where it is.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The month before; the first month there is stays where it is.
    #[must_use]
    pub fn prev(self) -> Self {
        self.plus(-1)
    }

    /// `count` months later (earlier when negative), held within the months there are.
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        Self::at(self.0.saturating_add(count))
    }

    /// As [`Month::plus`], by as many as are counted in memory.
    #[must_use]
    pub fn ahead(self, count: usize) -> Self {
        self.plus(i32::try_from(count).ok().unwrap_or(i32::MAX))
    }

    /// Months from `earlier` to this one; negative when `earlier` is later.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// All months of a range, in order.
    pub fn range(range: RangeInclusive<Self>) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        let (first, last) = (range.start().0, range.end().0);
        // Not the inclusive range of numbers, which does not know its length.
        (first..last + 1).map(Self)
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        Date::constant(self.year(), self.month() as i8, 1)
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }

    /// How many days it has.
    pub fn days(self) -> u8 {
        u8::try_from(self.first_day().days_in_month()).expect("at most 31")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = CoreError;

    /// Reads the canonical form only.
    fn from_str(text: &str) -> Result<Self> {
        text.split_once('-')
            .filter(|(year, month)| year.len() == 4 && month.len() == 2)
            .and_then(|(year, month)| Self::new(digits(year)?, digits(month)?).ok())
            .ok_or_else(|| unknown(text))
    }
}

/// A fiscal year by its name: the calendar year in which it ends, or in which it begins where the
/// [`FiscalCalendar`] names years so. Canonical form `FY2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// The fiscal year that calendar year `year` (1 to 9999) names.
    ///
    /// # Errors
    /// [`CoreError::Range`] outside these.
    pub fn new(year: i16) -> Result<Self> {
        check(
            RangeKind::FiscalYear,
            i64::from(year),
            i64::from(*YEARS.start()),
            i64::from(*YEARS.end()),
        )?;
        Ok(Self(year))
    }

    /// Held within the years there are.
    pub(crate) fn at(year: i32) -> Self {
        Self(i16::try_from(year.clamp(1, 9999)).expect("held within the years"))
    }

    /// The calendar year that names it.
    pub fn year(self) -> i16 {
        self.0
    }

    /// The fiscal year after; the last one there is stays where it is.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The fiscal year before; the first one there is stays where it is.
    #[must_use]
    pub fn prev(self) -> Self {
        self.plus(-1)
    }

    /// `count` years later (earlier when negative), held within the years there are.
    #[must_use]
    pub fn plus(self, count: i16) -> Self {
        Self::at(i32::from(self.0) + i32::from(count))
    }

    /// All years of a range, in order.
    pub fn range(range: RangeInclusive<Self>) -> impl DoubleEndedIterator<Item = Self> {
        (range.start().0..=range.end().0).map(Self)
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FY{:04}", self.0)
    }
}

impl FromStr for FiscalYear {
    type Err = CoreError;

    /// Reads the canonical form only.
    fn from_str(text: &str) -> Result<Self> {
        text.strip_prefix("FY")
            .filter(|year| year.len() == 4)
            .and_then(|year| Self::new(digits(year)?).ok())
            .ok_or_else(|| unknown(text))
    }
}

/// A quarter of a FISCAL year. Canonical form `2026-Q1`, the first quarter of FY2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    fiscal_year: FiscalYear,
    number: u8,
}

impl Quarter {
    /// Quarter `number` (1 to 4) of a fiscal year.
    ///
    /// # Errors
    /// [`CoreError::Range`] for another number.
    pub fn new(fiscal_year: FiscalYear, number: u8) -> Result<Self> {
        check(RangeKind::Quarter, i64::from(number), 1, 4)?;
        Ok(Self { fiscal_year, number })
    }

    /// The quarter in which the month at `position` (0 to 11) of a fiscal year falls.
    pub(crate) fn at(fiscal_year: FiscalYear, position: u8) -> Self {
        Self {
            fiscal_year,
            number: position.min(11) / 3 + 1,
        }
    }

    /// Its fiscal year.
    pub fn fiscal_year(self) -> FiscalYear {
        self.fiscal_year
    }

    /// Which quarter of the fiscal year, 1 to 4.
    pub fn number(self) -> u8 {
        self.number
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.fiscal_year.0, self.number)
    }
}

impl FromStr for Quarter {
    type Err = CoreError;

    /// Reads the canonical form only.
    fn from_str(text: &str) -> Result<Self> {
        text.split_once("-Q")
            .filter(|(year, number)| year.len() == 4 && number.len() == 1)
            .and_then(|(year, number)| Self::new(FiscalYear::new(digits(year)?).ok()?, digits(number)?).ok())
            .ok_or_else(|| unknown(text))
    }
}

/// What a value is about: a month, a quarter of the fiscal year, or a fiscal year.
///
/// The derived order puts months before quarters before years and serves maps;
/// [`FiscalCalendar::compare`] orders periods in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// A calendar month.
    Month(Month),
    /// A quarter of a fiscal year.
    Quarter(Quarter),
    /// A fiscal year.
    FiscalYear(FiscalYear),
}

impl Period {
    /// Reads a period as people write it: `2025-07`, `Jul-25`, `July 2025`, `2025M07`, `FY26`,
    /// `FY2025-26`, `2024-25`, `2025-Q3`, `Q3 FY2025`, a month's last day, and their like.
    ///
    /// The canonical form always wins: `2010-11` is November 2010, and FY2011 must be written as
    /// such. A year of two digits lies in 1970 to 2069.
    ///
    /// # Errors
    /// [`PeriodError`] says whether the text is ambiguous (and what it could mean), impossible or
    /// of no known shape.
    pub fn parse(text: &str, calendar: &FiscalCalendar) -> Result<Self, PeriodError> {
        crate::period_text::parse(text, calendar)
    }

    /// The last month of a total that runs from the fiscal year's start: March 2026 of `July-March FY26`. One of a
    /// quarter or of the whole year is such a total too.
    pub fn to_date(text: &str, calendar: &FiscalCalendar) -> Option<Month> {
        crate::period_text::to_date(text, calendar)
    }

    /// How often there is such a period.
    pub fn frequency(self) -> Frequency {
        match self {
            Self::Month(_) => Frequency::Month,
            Self::Quarter(_) => Frequency::Quarter,
            Self::FiscalYear(_) => Frequency::FiscalYear,
        }
    }

    /// The same period of the year before; in the first year there is, the period itself.
    #[must_use]
    pub fn a_year_before(self) -> Self {
        match self {
            Self::Month(month) => Self::Month(month.plus(-12)),
            Self::Quarter(Quarter { fiscal_year, number }) => Self::Quarter(Quarter {
                fiscal_year: fiscal_year.prev(),
                number,
            }),
            Self::FiscalYear(year) => Self::FiscalYear(year.prev()),
        }
    }

    /// The month, when it is one.
    pub fn as_month(self) -> Option<Month> {
        match self {
            Self::Month(month) => Some(month),
            _ => None,
        }
    }

    /// The fiscal year, when it is one.
    pub fn as_fiscal_year(self) -> Option<FiscalYear> {
        match self {
            Self::FiscalYear(year) => Some(year),
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::FiscalYear(year) => year.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = CoreError;

    /// Reads the canonical form only.
    fn from_str(text: &str) -> Result<Self> {
        text.parse()
            .map(Self::Month)
            .or_else(|_| text.parse().map(Self::Quarter))
            .or_else(|_: CoreError| text.parse().map(Self::FiscalYear))
    }
}

impl From<Month> for Period {
    fn from(month: Month) -> Self {
        Self::Month(month)
    }
}

impl From<Quarter> for Period {
    fn from(quarter: Quarter) -> Self {
        Self::Quarter(quarter)
    }
}

impl From<FiscalYear> for Period {
    fn from(year: FiscalYear) -> Self {
        Self::FiscalYear(year)
    }
}

crate::text::as_text!(Month, FiscalYear, Quarter, Period);

/// Only digits, read as a number that fits.
pub(crate) fn digits<T: FromStr>(text: &str) -> Option<T> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn unknown(text: &str) -> CoreError {
    PeriodError::Unknown { text: text.into() }.into()
}

fn check(what: RangeKind, value: i64, low: i64, high: i64) -> Result<()> {
    if (low..=high).contains(&value) {
        Ok(())
    } else {
        Err(CoreError::Range { what, value, low, high })
    }
}
