//! A period in parts, as tables name it: a year here, a month there.

use hadaf_core::{FiscalCalendar, YearNames};
use jiff::civil::Date;

use crate::Mark;

/// A year, as far as its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HeadYear {
    /// The fiscal year that ends in this year.
    Fiscal(i16),
    /// The fiscal year of this name, FY2025: which one that is depends on how the workspace names them.
    Named(i16),
    /// A year without more.
    Bare(i16),
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadSpan {
    Month(u8),
    /// First and last month.
    Months(u8, u8),
    Quarter(u8),
    Half(u8),
    /// So many months from the fiscal year's start.
    First(u8),
    Day(Date),
    /// Two numbers of which one is the day: 03/04/2026.
    EitherDay(u8, u8, i16),
    /// `2010-11`: a month, or the year that begins in 2010.
    Pair(i16, u8),
}

/// What a text says of a period. Parts that it does not say may stand elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) year: Option<HeadYear>,
    pub(crate) span: Option<HeadSpan>,
    /// The year of the last month, where a span names two.
    pub(crate) last_year: Option<i16>,
    pub(crate) to_date: bool,
    /// `25-Jul`: the number may be a day.
    pub(crate) maybe_day: bool,
    pub(crate) mark: Option<Mark>,
}

impl Head {
    /// What is missing here is taken from there.
    pub(crate) fn with(self, other: Self) -> Self {
        let has_own_year = matches!(
            self.span,
            Some(HeadSpan::Day(_) | HeadSpan::EitherDay(..) | HeadSpan::Pair(..))
        );
        Self {
            year: if has_own_year { None } else { self.year.or(other.year) },
            span: self.span.or(other.span),
            last_year: self.last_year.or(other.last_year),
            to_date: self.to_date || other.to_date,
            maybe_day: self.maybe_day || other.maybe_day,
            mark: self.mark.or(other.mark),
        }
    }

    /// A fiscal year that is named by its number, as the year in which it ends. Where years are calendar years it stays
    /// what it is: one that has a name of two years is none of them.
    pub(crate) fn ended(self, calendar: &FiscalCalendar) -> Self {
        if calendar.is_calendar_year() {
            return self;
        }
        let is_later = calendar.names() == YearNames::First;
        let year = self.year.map(|year| match year {
            HeadYear::Named(year) => HeadYear::Fiscal(year + i16::from(is_later)),
            other => other,
        });
        Self { year, ..self }
    }

    pub(crate) fn is_whole(self) -> bool {
        match self.span {
            Some(HeadSpan::Day(_) | HeadSpan::EitherDay(..) | HeadSpan::Pair(..)) => true,
            _ => self.year.is_some(),
        }
    }

    pub(crate) fn says_something(self) -> bool {
        self.year.is_some() || self.span.is_some()
    }
}

/// A year of four digits that a table of our day can be about.
pub(crate) fn year_number(text: &str) -> Option<i16> {
    if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// A year of two or four digits; two lie in 1970 to 2069.
pub(crate) fn full_year(text: &str) -> Option<i16> {
    match text.len() {
        4 => year_number(text),
        2 => {
            let year: i16 = text.parse().ok()?;
            Some(if year < 70 { 2000 + year } else { 1900 + year })
        }
        _ => None,
    }
}
