//! The fiscal calendar: which months make a fiscal year.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CoreError, FiscalYear, Frequency, Month, Period, Quarter, RangeKind, Result};

/// Which of its two calendar years names a fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum YearNames {
    /// The one in which it ends: with July, FY2026 is July 2025 to June 2026.
    #[default]
    Last,
    /// The one in which it begins: with April, FY2025 is April 2025 to March 2026.
    First,
}

crate::text::words!(YearNames, { Last => "last", First => "first" });

/// A fiscal year's first month, and how years are named. With 7, FY2026 is July 2025 to June 2026; with 1 it is the
/// calendar year 2026. Where years are named by their first year, FY2026 is July 2026 to June 2027.
///
/// The name is what a [`FiscalYear`] holds: periods are stored, sent and shown as the workspace names them, and this
/// calendar alone knows which months they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FiscalCalendar {
    start_month: u8,
    names: YearNames,
}

impl FiscalCalendar {
    /// A calendar whose years start in `start_month` (1 to 12), and are named by the year in which they end.
    ///
    /// # Errors
    /// [`CoreError::Range`] for another month.
    pub fn new(start_month: u8) -> Result<Self> {
        if (1..=12).contains(&start_month) {
            Ok(Self {
                start_month,
                names: YearNames::Last,
            })
        } else {
            Err(CoreError::Range {
                what: RangeKind::FirstMonth,
                value: i64::from(start_month),
                low: 1,
                high: 12,
            })
        }
    }

    /// The same calendar with its years named so.
    #[must_use]
    pub fn named(self, names: YearNames) -> Self {
        Self { names, ..self }
    }

    /// Which calendar year names a fiscal year. The two are one where fiscal years are calendar years.
    pub fn names(&self) -> YearNames {
        self.names
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
        let began_last_year = month.month() < self.start_month;
        let begins = i32::from(month.year()) - i32::from(began_last_year);
        FiscalYear::at(begins + self.name_after_begin())
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
        january.plus(i32::from(self.start_month) - 1 - 12 * self.name_after_begin())
    }

    /// How many years after the one in which it begins a fiscal year is named: none or one.
    fn name_after_begin(&self) -> i32 {
        match self.names {
            YearNames::Last if !self.is_calendar_year() => 1,
            YearNames::Last | YearNames::First => 0,
        }
    }

    /// The fiscal year that ends in a calendar year.
    pub fn year_ending(&self, year: i16) -> FiscalYear {
        let begins = i32::from(year) - i32::from(!self.is_calendar_year());
        FiscalYear::at(begins + self.name_after_begin())
    }

    /// The fiscal year that begins in a calendar year.
    pub fn year_beginning(&self, year: i16) -> FiscalYear {
        FiscalYear::at(i32::from(year) + self.name_after_begin())
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

    /// The period of a frequency in which a month lies.
    pub fn period_of(&self, month: Month, every: Frequency) -> Period {
        match every {
            Frequency::Month => month.into(),
            Frequency::Quarter => self.quarter_of(month).into(),
            Frequency::FiscalYear => self.year_of(month).into(),
        }
    }

    /// The period of a frequency that a month ends; none where it ends none.
    pub fn period_ending(&self, month: Month, every: Frequency) -> Option<Period> {
        let months = self.position(month) + 1;
        months
            .is_multiple_of(every.months())
            .then(|| self.period_of(month, every))
    }

    /// Months in order as whole periods of a frequency; none where some of them make no whole one.
    pub fn whole(&self, months: &[Month], every: Frequency) -> Option<Vec<Period>> {
        let runs = months.chunks(every.months().into());
        let whole = |run: &[Month]| {
            let period = self.period_of(*run.first()?, every);
            (self.months_in(period) == run).then_some(period)
        };
        runs.map(whole).collect()
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
