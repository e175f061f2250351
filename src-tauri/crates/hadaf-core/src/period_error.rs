//! Why a text is no period: kinds with their values, which are said where somebody reads them.

use std::fmt;

use crate::{FiscalYear, Month, Period, Quarter};

/// A text that cannot be read as a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodError {
    /// Nothing was written.
    Empty,
    /// It could mean more than one period.
    Ambiguous {
        /// As it was written.
        text: String,
        /// What it could mean.
        options: Vec<PeriodOption>,
    },
    /// It has the shape of a period, but there is none such.
    Impossible {
        /// As it was written.
        text: String,
        /// Why there is none.
        reason: NoPeriod,
    },
    /// It has no known shape.
    Unknown {
        /// As it was written.
        text: String,
    },
}

/// What a text could mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodOption {
    /// A period.
    Period(Period),
    /// A fiscal year, known by its months.
    Year {
        /// Which.
        year: FiscalYear,
        /// Its first month.
        first: Month,
        /// Its last month.
        last: Month,
    },
    /// A quarter, counted in the fiscal year.
    FiscalQuarter(Quarter),
    /// The quarter of the fiscal year that is the one meant of the calendar year.
    CalendarQuarter(Quarter),
    /// A quarter of the calendar year that is none of the fiscal year: three months from this one.
    CalendarMonths(Month),
    /// A day of a month, in a year that is not written.
    Day {
        /// 1 to 31.
        day: u8,
        /// 1 to 12.
        month: u8,
    },
}

/// Why there is no such period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPeriod {
    /// Half years are not kept.
    HalfYear,
    /// No fiscal year ends there.
    YearEnd,
    /// No such year.
    Year,
    /// A year has two or four digits.
    YearDigits,
    /// It names no year.
    WithoutYear,
    /// A year has quarters 1 to 4.
    Quarter,
    /// There is no month of this number.
    Month(u8),
    /// The second number is neither a month nor the next year.
    SecondNumber,
    /// A fiscal year spans two calendar years, one after the other.
    YearsApart,
    /// The fiscal year is the calendar year here, and spans no two.
    OneYear,
    /// It is a calendar year, and the fiscal year is another.
    CalendarYear,
    /// There is no such day.
    Day,
    /// It is a day that stands for no month.
    DayInside,
    /// Its last month is before its first.
    Backwards,
    /// A total of some months from the start of the fiscal year.
    SoFar {
        /// How many months.
        count: i32,
        /// The first.
        first: Month,
        /// The last.
        last: Month,
    },
    /// It runs over so many months, which are no period.
    Months(i32),
}

impl PeriodError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "period_empty",
            Self::Ambiguous { .. } => "period_ambiguous",
            Self::Impossible { .. } => "period_impossible",
            Self::Unknown { .. } => "period_unknown",
        }
    }
}

/// For those who write programs.
impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(self.code()),
            Self::Ambiguous { text, .. } | Self::Impossible { text, .. } | Self::Unknown { text } => {
                write!(f, "{}: {text:?}", self.code())
            }
        }
    }
}

impl std::error::Error for PeriodError {}
