//! The fiscal calendar: which months make a fiscal year.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CoreError, FiscalYear, Month, Period, Quarter, Result};

/// A fiscal year's first month. With 7, FY2026 is July 2025 to June 2026; with 1 it is the calendar
/// year 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct FiscalCalendar {
    start_month: u8,
}

impl FiscalCalendar {
    /// A calendar whose years start in `start_month` (1 to 12).
    ///
    /// # Errors
    /// [`CoreError::Range`] for another month.
    pub fn new(start_month: u8) -> Result<Self> {
        if (1..=12).contains(&start_month) {
            Ok(Self { start_month })
        } else {
            Err(CoreError::Range {
                what: "first month of the fiscal year",
                value: i64::from(start_month),
                low: 1,
                high: 12,
            })
        }
    }

    /// The first month of each fiscal year, 1 to 12.
    pub fn start_month(&self) -> u8 {
        self.start_month
    }

    /// Fiscal years are calendar years.
    pub fn is_calendar_year(&self) -> bool {
        self.start_month == 1
    }

    /// The fiscal year of a month.
    pub fn year_of(&self, month: Month) -> FiscalYear {
        let ends_next_year = !self.is_calendar_year() && month.month() >= self.start_month;
        FiscalYear::at(i32::from(month.year()) + i32::from(ends_next_year))
    }

    /// Place of a month within its fiscal year, 0 to 11.
    pub fn position(&self, month: Month) -> u8 {
        (month.month() + 12 - self.start_month) % 12
    }

    /// The quarter of a month.
    pub fn quarter_of(&self, month: Month) -> Quarter {
        Quarter::at(self.year_of(month), self.position(month))
    }

    /// First month of a fiscal year.
    pub fn first_month(&self, year: FiscalYear) -> Month {
        let january = Month::new(year.year(), 1).expect("every fiscal year is a year of months too");
        let back = if self.is_calendar_year() { 0 } else { 12 };
        january.plus(i32::from(self.start_month) - 1 - back)
    }

    /// Last month of a fiscal year.
    pub fn last_month(&self, year: FiscalYear) -> Month {
        self.first_month(year).plus(11)
    }

    /// The twelve months of a fiscal year, in order.
    pub fn months_of(&self, year: FiscalYear) -> [Month; 12] {
        let first = self.first_month(year);
        let mut months = [first; 12];
        for (month, later) in months.iter_mut().zip(0..) {
            *month = first.plus(later);
        }
        months
    }

    /// The months of a period, in order: one, three or twelve.
    pub fn months_in(&self, period: Period) -> Vec<Month> {
        match period {
            Period::Month(month) => vec![month],
            Period::Quarter(quarter) => {
                let first = self
                    .first_month(quarter.fiscal_year())
                    .plus(3 * (i32::from(quarter.number()) - 1));
                (0..3).map(|index| first.plus(index)).collect()
            }
            Period::FiscalYear(year) => self.months_of(year).to_vec(),
        }
    }

    /// The fiscal year in which a period lies.
    pub fn fiscal_year_of(&self, period: Period) -> FiscalYear {
        match period {
            Period::Month(month) => self.year_of(month),
            Period::Quarter(quarter) => quarter.fiscal_year(),
            Period::FiscalYear(year) => year,
        }
    }

    /// First month of a period.
    pub fn start_of(&self, period: Period) -> Month {
        match period {
            Period::Month(month) => month,
            Period::Quarter(quarter) => self
                .first_month(quarter.fiscal_year())
                .plus(3 * (i32::from(quarter.number()) - 1)),
            Period::FiscalYear(year) => self.first_month(year),
        }
    }

    /// Last day of a period.
    pub fn end_of(&self, period: Period) -> Date {
        let length = match period {
            Period::Month(_) => 1,
            Period::Quarter(_) => 3,
            Period::FiscalYear(_) => 12,
        };
        self.start_of(period).plus(length - 1).last_day()
    }

    /// At most `most` days before `today` that are worth reading as of, newest first: `latest`, the day of the newest
    /// observation, however long ago it was, and the starts of calendar and fiscal years.
    pub fn days_worth_reading(&self, today: Date, latest: Option<Date>, most: usize) -> Vec<Date> {
        let starts = (0..3).flat_map(|back| {
            let months = [self.start_month, 1].map(|month| Month::new(today.year() - back, month));
            months.into_iter().flatten().map(Month::first_day)
        });
        let mut past: Vec<Date> = starts.chain(latest).filter(|day| *day < today).collect();
        past.sort_unstable_by(|left, right| right.cmp(left));
        past.dedup();
        let last = latest.filter(|day| past.iter().skip(most).any(|other| other == day));
        past.truncate(most - usize::from(last.is_some()));
        past.extend(last);
        past
    }

    /// Orders periods in time: by first month, a shorter one before a longer one.
    pub fn compare(&self, left: Period, right: Period) -> Ordering {
        let key = |period| (self.start_of(period), self.end_of(period), period);
        key(left).cmp(&key(right))
    }
}

impl TryFrom<u8> for FiscalCalendar {
    type Error = CoreError;

    fn try_from(start_month: u8) -> Result<Self> {
        Self::new(start_month)
    }
}

impl From<FiscalCalendar> for u8 {
    fn from(calendar: FiscalCalendar) -> Self {
        calendar.start_month
    }
}
