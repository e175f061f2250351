//! Periods as tables write them: with marks behind them, and of one kind in one column.

use std::collections::{BTreeSet, HashMap};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ColumnPeriod {
    pub(crate) period: Period,
    pub(crate) mark: Option<Mark>,
    /// It is the last month of a total from the fiscal year's start.
    pub(crate) to_date: bool,
}

/// Texts that are remembered with what they are: the same periods come again and again.
const REMEMBERED: usize = 10_000;

/// Of what kind the periods of each series of a file are, where that decides how one is read: a column does not change
/// from months to years half way. Series are told by their number.
#[derive(Debug, Default)]
pub(crate) struct ColumnKinds {
    of: Vec<Kinds>,
    texts: HashMap<String, PeriodText>,
    /// All rows were seen.
    is_whole: bool,
}

/// A text, and what it is read as.
#[derive(Debug, Clone)]
struct PeriodText {
    look: PeriodLook,
    /// By [`ColumnReading`].
    read: [Option<Result<ColumnPeriod, PeriodError>>; 4],
}

/// What a text can be.
#[derive(Debug, Clone, Copy)]
enum PeriodLook {
    /// A month, and the fiscal year of the same digits.
    Open(FiscalYear),
    Year,
    Month,
    ToDate,
    Other,
}

impl PeriodLook {
    fn of(text: &str, calendar: &FiscalCalendar) -> Self {
        match (as_years(text, calendar), read_period(text, calendar)) {
            (Some((year, _)), Ok((Period::Month(_), _)) | Err(PeriodError::Ambiguous { .. })) => Self::Open(year),
            (Some(_), _) => Self::Year,
            (None, Ok((Period::Month(_), _))) => Self::Month,
            (None, Err(_)) if as_to_date(text, calendar).is_some() => Self::ToDate,
            (None, _) => Self::Other,
        }
    }
}

/// As what the periods of a series are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnReading {
    /// As they stand.
    Plain,
    Years,
    /// As they stand, but for totals from the year's start.
    ToDate,
    YearsToDate,
}

/// What was found among the periods of one series.
#[derive(Debug, Default)]
struct Kinds {
    /// What can be a month and a fiscal year, by the year: 2008-09. The first text and its line.
    open: BTreeSet<FiscalYear>,
    first_open: Option<(u64, String)>,
    /// What can be nothing but a fiscal year, and nothing but a month.
    year: Option<String>,
    month: bool,
    /// What can be nothing but a total from the year's start.
    to_date: Option<(u64, String)>,
    /// The series is known to be one of years.
    yearly: bool,
    /// As what its periods were read so far.
    used: Option<ColumnReading>,
}

impl Kinds {
    fn are_years(&self) -> bool {
        if self.yearly {
            return true;
        }
        let (first, last) = (self.open.first(), self.open.last());
        let span = first.zip(last).map_or(0, |(first, last)| last.year() - first.year());
        let one_after_the_other = usize::try_from(span).is_ok_and(|span| span + 1 == self.open.len());
        !self.month && (self.year.is_some() || self.open.len() > 1 && one_after_the_other)
    }

    /// As what a period is read now. What was used first is used throughout, and held against the whole at the end.
    fn used_reading(&mut self) -> ColumnReading {
        match self.used {
            Some(used) => used,
            None => *self.used.insert(self.reading()),
        }
    }

    fn reading(&self) -> ColumnReading {
        match (self.are_years(), self.to_date.is_some()) {
            (false, false) => ColumnReading::Plain,
            (true, false) => ColumnReading::Years,
            (false, true) => ColumnReading::ToDate,
            (true, true) => ColumnReading::YearsToDate,
        }
    }
}

impl ColumnKinds {
    /// Takes in the period of a row, unless all of them were; `yearly` says whether its series has figures for years alone.
    pub(crate) fn see(
        &mut self,
        (series, text, line): (u32, &str, u64),
        yearly: impl FnOnce() -> bool,
        calendar: &FiscalCalendar,
    ) {
        if self.is_whole {
            return;
        }
        let look = match self.texts.get(text) {
            Some(known) => known.look,
            None => self.remembered(text, calendar).look,
        };
        let series = series as usize;
        if self.of.len() <= series {
            self.of.resize_with(series + 1, Kinds::default);
            self.of[series].yearly = yearly();
        }
        let kinds = &mut self.of[series];
        match look {
            PeriodLook::Open(year) => {
                kinds.open.insert(year);
                kinds.first_open.get_or_insert_with(|| (line, text.to_owned()));
            }
            PeriodLook::Year => {
                kinds.year.get_or_insert_with(|| text.to_owned());
            }
            PeriodLook::Month => kinds.month = true,
            PeriodLook::ToDate => {
                kinds.to_date.get_or_insert_with(|| (line, text.to_owned()));
            }
            PeriodLook::Other => {}
        }
    }

    fn remembered(&mut self, text: &str, calendar: &FiscalCalendar) -> PeriodText {
        let read = PeriodText {
            look: PeriodLook::of(text, calendar),
            read: [const { None }; 4],
        };
        if self.texts.len() < REMEMBERED {
            self.texts.insert(text.to_owned(), read.clone());
        }
        read
    }

    /// Reads the period of a row, as what is known of the periods of its series so far.
    ///
    /// # Errors
    /// As [`read_period`].
    pub(crate) fn read(
        &mut self,
        series: u32,
        text: &str,
        calendar: &FiscalCalendar,
    ) -> Result<ColumnPeriod, PeriodError> {
        let reading = match self.of.get_mut(series as usize) {
            Some(kinds) => kinds.used_reading(),
            None => ColumnReading::Plain,
        };
        let Some(known) = self.texts.get_mut(text) else {
            return read_as(reading, text, calendar);
        };
        known.read[reading as usize]
            .get_or_insert_with(|| read_as(reading, text, calendar))
            .clone()
    }

    /// Whether every period was read as what all of its series tell; otherwise all rows are to be read once more, by what
    /// is known now.
    pub(crate) fn settled(mut self) -> Result<Self, Self> {
        self.is_whole = true;
        let is_settled = |kinds: &Kinds| kinds.used.is_none_or(|used| used == kinds.reading());
        if self.of.iter().all(is_settled) {
            return Ok(self);
        }
        for kinds in &mut self.of {
            kinds.used = None;
        }
        Err(self)
    }

    /// What is to be said of how a column was read, with the line.
    pub(crate) fn remarks(&self) -> Vec<(u64, RowNote)> {
        let years = |kinds: &Kinds| {
            let (line, text) = kinds.first_open.as_ref().filter(|_| kinds.are_years())?;
            let since = match &kinds.year {
                Some(year) => YearsSince::NoMonth(year.clone()),
                None if kinds.yearly => YearsSince::Yearly,
                None => YearsSince::InOrder,
            };
            let text = text.clone();
            Some((*line, RowNote::ReadAsYears { text, since }))
        };
        let to_date = |kinds: &Kinds| {
            let (line, text) = kinds.to_date.as_ref()?;
            Some((*line, RowNote::ReadAsToDate { text: text.clone() }))
        };
        let found = self.of.iter().flat_map(|kinds| [years(kinds), to_date(kinds)]);
        found.flatten().collect()
    }
}

fn read_as(reading: ColumnReading, text: &str, calendar: &FiscalCalendar) -> Result<ColumnPeriod, PeriodError> {
    let has_totals = matches!(reading, ColumnReading::ToDate | ColumnReading::YearsToDate);
    if let Some((month, mark)) = has_totals.then(|| as_to_date(text, calendar)).flatten() {
        return Ok(ColumnPeriod {
            period: month.into(),
            mark,
            to_date: true,
        });
    }
    let (period, mark) = match reading {
        ColumnReading::Years | ColumnReading::YearsToDate => read_year(text, calendar)?,
        ColumnReading::Plain | ColumnReading::ToDate => read_period(text, calendar)?,
    };
    Ok(ColumnPeriod {
        period,
        mark,
        to_date: false,
    })
}
