//! From the words of a header to a period of the workspace's calendar.

use hadaf_core::{Basis, FiscalCalendar, FiscalYear, Frequency, Month, Period, Quarter};
use jiff::civil::Date;

use super::head::{Head, HeadSpan, HeadYear};
use super::reading::WhyLeftOut;

/// What a year stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum YearMeaning {
    Ends,
    Begins,
    Calendar,
}

/// For what days stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spacing {
    Month,
    Quarter,
    Year,
}

/// What was found or decided of the periods of one table.
#[derive(Debug, Clone)]
pub(crate) struct Resolver {
    pub(crate) calendar: FiscalCalendar,
    /// The fiscal calendar of the file.
    pub(crate) file: FiscalCalendar,
    pub(crate) day_first: bool,
    pub(crate) pair_is_month: bool,
    pub(crate) year: YearMeaning,
    /// What a bare year over months that pass New Year is, and the first of these months.
    pub(crate) month_year: Option<(YearMeaning, u8)>,
    pub(crate) quarter_is_fiscal: bool,
    pub(crate) spacing: Spacing,
    /// The number of a day is the month, by a machine of the other order.
    pub(crate) swapped: bool,
    /// The number of a day is the year, by a machine that took `Jul-25` for a day.
    pub(crate) day_is_year: bool,
    /// Spans from the fiscal year's start are to-date totals.
    pub(crate) to_date_spans: bool,
    /// The one kind of period that is taken.
    pub(crate) only: Option<Frequency>,
}

type Resolved = Result<(Period, Basis), WhyLeftOut>;

impl Resolver {
    pub(crate) fn new(calendar: FiscalCalendar) -> Self {
        Self {
            calendar,
            file: calendar,
            day_first: true,
            pair_is_month: true,
            year: YearMeaning::Ends,
            month_year: None,
            quarter_is_fiscal: false,
            spacing: Spacing::Month,
            swapped: false,
            day_is_year: false,
            to_date_spans: false,
            only: None,
        }
    }

    /// The period that a head names.
    pub(crate) fn period(&self, head: Head) -> Resolved {
        let (period, basis) = self.any_period(head)?;
        match self.only {
            Some(only) if only != period.frequency() => Err(WhyLeftOut::OtherKind),
            _ => Ok((period, basis)),
        }
    }

    fn any_period(&self, head: Head) -> Resolved {
        let alone = |period| Ok((period, Basis::Period));
        let head = head.ended(&self.calendar);
        match head.span {
            None => alone(self.whole_year(head.year.ok_or(WhyLeftOut::NoPeriod)?)?),
            Some(HeadSpan::Day(day)) => self.day(day),
            Some(HeadSpan::EitherDay(first, second, year)) => {
                let (day, month) = if self.day_first {
                    (first, second)
                } else {
                    (second, first)
                };
                self.day(date(year, month, day)?)
            }
            Some(HeadSpan::Pair(year, month)) if self.pair_is_month => alone(Period::Month(month_in(year, month)?)),
            Some(HeadSpan::Pair(year, _)) => alone(self.whole_year(HeadYear::Fiscal(year + 1))?),
            Some(HeadSpan::Month(month)) => {
                let month = self.month(month, head.year.ok_or(WhyLeftOut::NoPeriod)?)?;
                Ok((Period::Month(month), Basis::to_date_if(head.to_date)))
            }
            Some(HeadSpan::Months(first, last)) => self.months(first, last, head),
            Some(HeadSpan::Quarter(number)) => alone(self.quarter(number, head.year.ok_or(WhyLeftOut::NoPeriod)?)?),
            Some(HeadSpan::Half(1)) => self.first_months(6, head),
            Some(HeadSpan::Half(_)) => Err(WhyLeftOut::OtherPeriod),
            Some(HeadSpan::First(months)) => self.first_months(months, head),
        }
    }

    /// The first months of a fiscal year, up to all twelve.
    fn first_months(&self, months: u8, head: Head) -> Resolved {
        if self.file != self.calendar {
            return Err(WhyLeftOut::OtherPeriod);
        }
        let year = self.fiscal_year(head.year.ok_or(WhyLeftOut::NoPeriod)?)?;
        match months {
            12 => Ok((Period::FiscalYear(year), Basis::Period)),
            _ => {
                let last = self.calendar.first_month(year).plus(i32::from(months) - 1);
                Ok((Period::Month(last), Basis::ToDate))
            }
        }
    }

    fn day(&self, day: Date) -> Resolved {
        let month = if self.swapped {
            let month = u8::try_from(day.day()).ok().filter(|month| *month <= 12);
            month_in(day.year(), month.ok_or(WhyLeftOut::NoPeriod)?)?
        } else if self.day_is_year {
            month_in(2000 + i16::from(day.day()), u8::try_from(day.month()).ok().unwrap_or(1))?
        } else {
            Month::of(day)
        };
        let period = match self.spacing {
            Spacing::Month => Period::Month(month),
            Spacing::Quarter => Period::Quarter(self.calendar.quarter_of(month)),
            Spacing::Year => {
                let year = self.calendar.year_of(month);
                let is_end = self.calendar.last_month(year) == month || self.calendar.first_month(year) == month;
                if !is_end {
                    return Err(WhyLeftOut::OtherPeriod);
                }
                Period::FiscalYear(year)
            }
        };
        Ok((period, Basis::Period))
    }

    fn whole_year(&self, year: HeadYear) -> Result<Period, WhyLeftOut> {
        if self.file != self.calendar && matches!(year, HeadYear::Fiscal(_) | HeadYear::Named(_)) {
            return Err(WhyLeftOut::OtherPeriod);
        }
        Ok(Period::FiscalYear(self.fiscal_year(year)?))
    }

    fn fiscal_year(&self, year: HeadYear) -> Result<FiscalYear, WhyLeftOut> {
        Self::is_ours(year, &self.calendar)?;
        let number = match year {
            HeadYear::Fiscal(year) | HeadYear::Named(year) => year,
            HeadYear::Bare(year) if self.calendar.is_calendar_year() => year,
            HeadYear::Bare(year) => match self.year {
                YearMeaning::Ends => year,
                YearMeaning::Begins => year + 1,
                YearMeaning::Calendar => return Err(WhyLeftOut::OtherPeriod),
            },
        };
        ending(&self.calendar, number)
    }

    /// A year with the name of two, 2024-25, is no calendar year.
    fn is_ours(year: HeadYear, calendar: &FiscalCalendar) -> Result<(), WhyLeftOut> {
        match year {
            HeadYear::Fiscal(_) if calendar.is_calendar_year() => Err(WhyLeftOut::OtherPeriod),
            _ => Ok(()),
        }
    }

    fn month(&self, month: u8, year: HeadYear) -> Result<Month, WhyLeftOut> {
        Self::is_ours(year, &self.file)?;
        match (year, self.month_year) {
            (HeadYear::Fiscal(year) | HeadYear::Named(year), _) => {
                Ok(in_year(&self.file, ending(&self.file, year)?, month))
            }
            (HeadYear::Bare(year), Some((meaning, first))) => {
                let is_first_part = month >= first;
                month_in(
                    match (meaning, is_first_part) {
                        (YearMeaning::Ends, true) => year - 1,
                        (YearMeaning::Begins, false) => year + 1,
                        _ => year,
                    },
                    month,
                )
            }
            (HeadYear::Bare(year), None) => month_in(year, month),
        }
    }

    fn months(&self, first: u8, last: u8, head: Head) -> Resolved {
        let year = head.year.ok_or(WhyLeftOut::NoPeriod)?;
        Self::is_ours(year, &self.file)?;
        let (start, end) = match (year, head.last_year) {
            (HeadYear::Fiscal(year) | HeadYear::Named(year), _) => {
                let year = ending(&self.file, year)?;
                (in_year(&self.file, year, first), in_year(&self.file, year, last))
            }
            (HeadYear::Bare(year), Some(last_year)) => (month_in(year, first)?, month_in(last_year, last)?),
            (HeadYear::Bare(year), None) if first > last => (month_in(year - 1, first)?, month_in(year, last)?),
            (HeadYear::Bare(year), None) => (month_in(year, first)?, month_in(year, last)?),
        };
        let length = end.since(start) + 1;
        let is_from_start = start.month() == self.calendar.start_month();
        let is_quarter = length == 3 && self.calendar.position(start).is_multiple_of(3);
        match length {
            12 if is_from_start => Ok((Period::FiscalYear(self.calendar.year_of(start)), Basis::Period)),
            1 if !is_from_start || !self.to_date_spans => Ok((Period::Month(start), Basis::Period)),
            3 if is_quarter && !(is_from_start && (self.to_date_spans || head.to_date)) => {
                Ok((Period::Quarter(self.calendar.quarter_of(start)), Basis::Period))
            }
            1..=11 if is_from_start => Ok((Period::Month(end), Basis::ToDate)),
            _ => Err(WhyLeftOut::OtherPeriod),
        }
    }

    fn quarter(&self, number: u8, year: HeadYear) -> Result<Period, WhyLeftOut> {
        Self::is_ours(year, &self.file)?;
        let fiscal = match year {
            HeadYear::Fiscal(year) | HeadYear::Named(year) => Some(year),
            HeadYear::Bare(year) if self.quarter_is_fiscal => Some(year),
            HeadYear::Bare(_) => None,
        };
        match (fiscal, year) {
            (Some(year), _) => {
                if self.file != self.calendar {
                    let month = self
                        .file
                        .first_month(ending(&self.file, year)?)
                        .plus(i32::from(number - 1) * 3);
                    return self.calendar_quarter(month);
                }
                let year = ending(&self.calendar, year)?;
                let quarter = Quarter::new(year, number).map_err(|_| WhyLeftOut::NoPeriod)?;
                Ok(Period::Quarter(quarter))
            }
            (None, HeadYear::Bare(year) | HeadYear::Fiscal(year) | HeadYear::Named(year)) => {
                self.calendar_quarter(month_in(year, number * 3 - 2)?)
            }
        }
    }

    /// The quarter that begins with this month, where the calendar has one that does.
    fn calendar_quarter(&self, month: Month) -> Result<Period, WhyLeftOut> {
        match self.calendar.position(month).is_multiple_of(3) {
            true => Ok(Period::Quarter(self.calendar.quarter_of(month))),
            false => Err(WhyLeftOut::OtherPeriod),
        }
    }
}

/// The fiscal year that ends in a calendar year.
fn ending(calendar: &FiscalCalendar, year: i16) -> Result<FiscalYear, WhyLeftOut> {
    // What no year can be named is no year of the calendar either.
    FiscalYear::new(year).map_err(|_| WhyLeftOut::NoPeriod)?;
    Ok(calendar.year_ending(year))
}

fn month_in(year: i16, month: u8) -> Result<Month, WhyLeftOut> {
    Month::new(year, month).map_err(|_| WhyLeftOut::NoPeriod)
}

fn date(year: i16, month: u8, day: u8) -> Result<Date, WhyLeftOut> {
    Date::new(year, month as i8, day as i8).map_err(|_| WhyLeftOut::NoPeriod)
}

fn in_year(calendar: &FiscalCalendar, year: FiscalYear, month: u8) -> Month {
    let first = calendar.first_month(year);
    first.plus(i32::from((month + 12 - first.month()) % 12))
}
