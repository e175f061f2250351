//! Periods as tables write them: with marks behind them, and of one kind in one column.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_core::{FiscalCalendar, FiscalYear, Month, Period, PeriodError};

use crate::issue::{RowNote, YearsSince};
use crate::mark::{Mark, strip_marks};

/// Reads a period with the mark that some tables put beside it: `Jul-25P`, `Jul-25 [R]`, `FY25/R`, `FY26 (BE)`, `2025-07*`.
///
/// # Errors
/// [`PeriodError`] as [`Period::parse`].
pub fn read_period(text: &str, calendar: &FiscalCalendar) -> Result<(Period, Option<Mark>), PeriodError> {
    Period::parse(text, calendar)
        .map(|period| (period, None))
        .or_else(|error| {
            let (rest, mark) = strip_marks(text.trim());
            // No period is there about.
            match mark.filter(|mark| *mark != Mark::About) {
                Some(_) => match Period::parse(rest, calendar) {
                    Ok(period) => Ok((period, mark)),
                    // The last letter of a month is no mark: what was written is told as it was written.
                    Err(PeriodError::Unknown { .. } | PeriodError::Empty) => Err(error),
                    Err(of_the_rest) => Err(of_the_rest),
                },
                None => Err(error),
            }
        })
}

/// The same where years are written: `2008-09` is the fiscal year that begins in 2008, and no month.
///
/// # Errors
/// As [`read_period`].
pub fn read_year(text: &str, calendar: &FiscalCalendar) -> Result<(Period, Option<Mark>), PeriodError> {
    match as_years(text, calendar) {
        Some((year, mark)) => Ok((year.into(), mark)),
        None => read_period(text, calendar),
    }
}

/// A fiscal year written as its two calendar years.
fn as_years(text: &str, calendar: &FiscalCalendar) -> Option<(FiscalYear, Option<Mark>)> {
    let text = text.trim();
    let begins = text.starts_with(|c: char| c.is_numeric());
    // One number alone does not say which of its two years it is.
    let is_two = text.contains(['-', '/', '\u{2013}', '\u{2012}', '\u{2014}', '\u{2010}', '\u{2011}']);
    match read_period(&format!("FY{text}"), calendar).ok()? {
        (Period::FiscalYear(year), mark) if begins && is_two => Some((year, mark)),
        _ => None,
    }
}

/// The last month of a total from the fiscal year's start, with the mark behind it.
fn as_to_date(text: &str, calendar: &FiscalCalendar) -> Option<(Month, Option<Mark>)> {
    let unmarked = || {
        let (rest, mark) = strip_marks(text.trim());
        Some((Period::to_date(rest, calendar)?, Some(mark?)))
    };
    Period::to_date(text, calendar)
        .map(|month| (month, None))
        .or_else(unmarked)
}

/// A period of a column.
pub(crate) struct ColumnPeriod {
    pub(crate) period: Period,
    pub(crate) mark: Option<Mark>,
    /// It is the last month of a total from the fiscal year's start.
    pub(crate) to_date: bool,
}

/// Of what kind the periods of each series of a file are, where that decides how one is read: a column does not change
/// from months to years half way.
#[derive(Debug, Default)]
pub(crate) struct ColumnKinds<'a> {
    of: BTreeMap<&'a str, Kinds<'a>>,
}

/// What was found among the periods of one series.
#[derive(Debug, Default)]
struct Kinds<'a> {
    /// What can be a month and a fiscal year, by the year: 2008-09. The first text and its line.
    open: BTreeSet<FiscalYear>,
    first_open: Option<(u64, &'a str)>,
    /// What can be nothing but a fiscal year, and nothing but a month.
    year: Option<&'a str>,
    month: bool,
    /// What can be nothing but a total from the year's start.
    to_date: Option<(u64, &'a str)>,
    /// The series is known to be one of years.
    yearly: bool,
}

impl Kinds<'_> {
    fn are_years(&self) -> bool {
        if self.yearly {
            return true;
        }
        let (first, last) = (self.open.first(), self.open.last());
        let span = first.zip(last).map_or(0, |(first, last)| last.year() - first.year());
        let one_after_the_other = usize::try_from(span).is_ok_and(|span| span + 1 == self.open.len());
        !self.month && (self.year.is_some() || self.open.len() > 1 && one_after_the_other)
    }
}

impl<'a> ColumnKinds<'a> {
    /// Takes in the period of a row; `yearly` says that its series has figures for years alone.
    pub(crate) fn see(&mut self, series: &'a str, text: &'a str, line: u64, yearly: bool, calendar: &FiscalCalendar) {
        let kinds = self.of.entry(series).or_default();
        kinds.yearly |= yearly;
        let read = read_period(text, calendar);
        match (as_years(text, calendar), read) {
            (Some((year, _)), Ok((Period::Month(_), _)) | Err(PeriodError::Ambiguous { .. })) => {
                kinds.open.insert(year);
                kinds.first_open.get_or_insert((line, text));
            }
            (Some(_), _) => kinds.year = kinds.year.or(Some(text)),
            (None, Ok((Period::Month(_), _))) => kinds.month = true,
            (None, Err(_)) if as_to_date(text, calendar).is_some() => {
                kinds.to_date.get_or_insert((line, text));
            }
            (None, _) => {}
        }
    }

    /// Reads the period of a row.
    ///
    /// # Errors
    /// As [`read_period`].
    pub(crate) fn read(
        &self,
        series: &str,
        text: &str,
        calendar: &FiscalCalendar,
    ) -> Result<ColumnPeriod, PeriodError> {
        let kinds = self.of.get(series);
        let to_date = kinds
            .and_then(|kinds| kinds.to_date)
            .and_then(|_| as_to_date(text, calendar));
        if let Some((month, mark)) = to_date {
            return Ok(ColumnPeriod {
                period: month.into(),
                mark,
                to_date: true,
            });
        }
        let (period, mark) = match kinds.is_some_and(Kinds::are_years) {
            true => read_year(text, calendar)?,
            false => read_period(text, calendar)?,
        };
        Ok(ColumnPeriod {
            period,
            mark,
            to_date: false,
        })
    }

    /// What is to be said of how a column was read, with the line.
    pub(crate) fn remarks(&self) -> Vec<(u64, RowNote)> {
        let years = |kinds: &Kinds<'_>| {
            let (line, text) = kinds.first_open.filter(|_| kinds.are_years())?;
            let since = match kinds.year {
                Some(year) => YearsSince::NoMonth(year.into()),
                None if kinds.yearly => YearsSince::Yearly,
                None => YearsSince::InOrder,
            };
            let text = text.into();
            Some((line, RowNote::ReadAsYears { text, since }))
        };
        let to_date = |kinds: &Kinds<'_>| {
            let (line, text) = kinds.to_date?;
            Some((line, RowNote::ReadAsToDate { text: text.into() }))
        };
        let found = self.of.values().flat_map(|kinds| [years(kinds), to_date(kinds)]);
        found.flatten().collect()
    }
}
