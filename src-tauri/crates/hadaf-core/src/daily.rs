//! Months differ in days: values a day. February is short by a tenth, and a leap year has one day
//! more, which a growth rate of months shows as growth.

use crate::{Decimal, FiscalCalendar, FiscalYear, Month, Pace, Readings, TotalBasis, growth_percent};

/// A month's value a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DailyMonth {
    /// Which month.
    pub month: Month,
    /// How many days it has.
    pub days: u8,
    /// Its value a day, in the series' unit.
    pub per_day: f64,
    /// Change of that on the same month a year before, percent. It differs from the growth of the
    /// months only in Februaries.
    pub growth_percent: Option<f64>,
}

/// The months of a fiscal year that have a number, a day.
pub fn daily_months(readings: &Readings, calendar: &FiscalCalendar, year: FiscalYear) -> Vec<DailyMonth> {
    let daily = |month: Month| {
        let value = readings.get(month)?.value;
        Some(per_day(value.to_f64(), month.days().into())).flatten()
    };
    let months = calendar.months_of(year).into_iter();
    months
        .filter_map(|month| {
            let per_day = daily(month)?;
            Some(DailyMonth {
                month,
                days: month.days(),
                per_day,
                growth_percent: daily(month.plus(-12)).and_then(|before| growth_percent(before, per_day)),
            })
        })
        .collect()
}

/// The pace of a claim, a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DailyPace {
    /// Days of the months so far.
    pub days_so_far: u32,
    /// The year so far, a day; none of a stock, which no day brings.
    pub so_far: Option<f64>,
    /// Days of the months that are left.
    pub days_left: u32,
    /// What is still needed, a day; none when the claim is reached, and of what does not sum.
    pub needed: Option<f64>,
    /// Needed over so far, percent more.
    pub more_percent: Option<f64>,
    /// The whole year as the claim has it, a day.
    pub year: f64,
}

impl DailyPace {
    /// From the pace in months.
    pub fn of(pace: &Pace, calendar: &FiscalCalendar) -> Self {
        let months = calendar.months_of(pace.fiscal_year);
        let days = |left: bool| -> u32 {
            let counted = months.iter().filter(|month| pace.left.contains(month) == left);
            counted.map(|month| u32::from(month.days())).sum()
        };
        let (days_so_far, days_left) = (days(false), days(true));
        let is_flow = pace.to_date.basis != TotalBasis::Last;
        let so_far = per_day(pace.to_date.value.to_f64(), days_so_far).filter(|_| is_flow);
        let needed = per_day(pace.remaining.to_f64(), days_left).filter(|_| pace.needed.is_some());
        Self {
            days_so_far,
            so_far,
            days_left,
            needed,
            more_percent: so_far
                .zip(needed)
                .and_then(|(so_far, needed)| growth_percent(so_far, needed)),
            year: pace.target.to_f64() / f64::from(days_so_far + days_left),
        }
    }
}

/// A value a day over some months in a row; none over no month.
pub fn daily_average(value: Decimal, months: impl IntoIterator<Item = Month>) -> Option<f64> {
    let days = months.into_iter().map(|month| u32::from(month.days())).sum();
    per_day(value.to_f64(), days)
}

fn per_day(value: f64, days: u32) -> Option<f64> {
    (days > 0).then(|| value / f64::from(days))
}
