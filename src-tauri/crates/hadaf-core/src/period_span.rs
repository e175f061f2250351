//! Periods written as their first and last month: `Jul-Sep 2025`, `July 2025 to June 2026`, `July-March FY26`.

use crate::period_text::{PeriodReader, PeriodResult, month_number};
use crate::period_tokens::{
    Token::{self, Digits, Mark, Word},
    strip_mark,
};
use crate::{Month, NoPeriod, Period, PeriodError};

/// From one month to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MonthSpan {
    pub(crate) first: Month,
    pub(crate) last: Month,
}

impl PeriodReader<'_> {
    /// The months of a text that names a first and a last one; none when it does not.
    pub(crate) fn month_span(&self, tokens: &[Token<'_>]) -> Option<Result<MonthSpan, PeriodError>> {
        match *tokens {
            [Word(first), Mark('-' | '/'), Word(last), ref year @ ..] => {
                let (first, last) = (month_number(first)?, month_number(last)?);
                Some(self.within(first, last, strip_mark(year)))
            }
            [Word(first), ref year @ .., Mark('-'), Word(last), Mark(_), Digits(end)]
            | [Word(first), ref year @ .., Mark('-'), Word(last), Digits(end)] => {
                let (first, last) = (month_number(first)?, month_number(last)?);
                let [Digits(begin)] = *strip_mark(year) else {
                    return None;
                };
                Some(self.between((first, begin), (last, end)))
            }
            _ => None,
        }
    }

    /// From one month to another, each with its calendar year.
    fn between(&self, first: (u8, &str), last: (u8, &str)) -> Result<MonthSpan, PeriodError> {
        let month = |(number, year): (u8, &str)| {
            let year = self.year(year)?;
            Month::new(year, number).map_err(|_| self.impossible(NoPeriod::Year))
        };
        self.rising(month(first)?, month(last)?)
    }

    /// Two months of the year behind them: of a fiscal year, or with the second in a calendar year.
    fn within(&self, first: u8, last: u8, year: &[Token<'_>]) -> Result<MonthSpan, PeriodError> {
        let fiscal = match *year {
            [Word("fy"), ..] => self.read(year)?,
            [Digits(begin), Mark('-' | '/'), Digits(end)] => self.span(begin, end)?,
            [Digits(calendar_year)] => {
                let year = self.year(calendar_year)?;
                let before = if first > last { year.saturating_sub(1) } else { year };
                let month = |year, number| Month::new(year, number).map_err(|_| self.impossible(NoPeriod::Year));
                return self.rising(month(before, first)?, month(year, last)?);
            }
            _ => return Err(self.impossible(NoPeriod::WithoutYear)),
        };
        let Period::FiscalYear(year) = fiscal else {
            return Err(self.impossible(NoPeriod::WithoutYear));
        };
        let months = self.calendar.months_of(year);
        let of = |number: u8| {
            let found = months.into_iter().find(|month| month.month() == number);
            found.expect("a fiscal year has every month")
        };
        self.rising(of(first), of(last))
    }

    fn rising(&self, first: Month, last: Month) -> Result<MonthSpan, PeriodError> {
        match first <= last {
            true => Ok(MonthSpan { first, last }),
            false => Err(self.impossible(NoPeriod::Backwards)),
        }
    }

    /// The period that these months are.
    pub(crate) fn of_span(&self, span: MonthSpan) -> PeriodResult {
        let MonthSpan { first, last } = span;
        let quarter = Period::Quarter(self.calendar.quarter_of(first));
        let year = Period::FiscalYear(self.calendar.year_of(first));
        match last.since(first) + 1 {
            1 => Ok(Period::Month(first)),
            3 if self.calendar.start_of(quarter) == first => Ok(quarter),
            12 if self.calendar.position(first) == 0 => Ok(year),
            count if self.calendar.position(first) == 0 && count < 12 => {
                Err(self.impossible(NoPeriod::SoFar { count, first, last }))
            }
            count => Err(self.impossible(NoPeriod::Months(count))),
        }
    }
}
