//! Days as the page shows them, and those worth reading as of.

use hadaf_core::{FiscalCalendar, Month};
use hadaf_model::is_to_come;
use hadaf_words::Format;
use jiff::civil::Date;

use super::{App, Code, DayView, Result, parse_day};
use crate::session::refusal;

/// How many days are proposed beside today.
const PROPOSED: usize = 5;

impl App {
    /// A day that was typed, to read everything as of it.
    ///
    /// # Errors
    /// [`Code::Date`] for what is no day, or one that is still to come.
    pub fn day(&self, text: &str) -> Result<DayView> {
        let (day, format) = (parse_day(text)?, self.format());
        let today = self.today();
        if is_to_come(day, today) {
            return Err(refusal!(Code::Date, "date-to-come", day = day, today = today));
        }
        Ok(day_view(day, format))
    }
}

pub(crate) fn day_view(day: Date, format: Format) -> DayView {
    DayView {
        date: day.to_string(),
        text: format.day(day),
        short: format.day_short(day),
    }
}

/// Today, then the days before it that are worth reading as of, newest first: the day of the latest publication, and
/// the starts of calendar and fiscal years.
pub(crate) fn days(today: Date, latest: Option<Date>, calendar: FiscalCalendar, format: Format) -> Vec<DayView> {
    let starts = (0..3).flat_map(|back| {
        let year = today.year() - back;
        let months = [calendar.start_month(), 1].map(|month| Month::new(year, month));
        months.into_iter().flatten().map(Month::first_day)
    });
    let mut starts: Vec<Date> = starts.filter(|day| Some(*day) != latest).collect();
    starts.sort_unstable_by(|left, right| right.cmp(left));
    starts.dedup();
    let past = latest
        .into_iter()
        .chain(starts)
        .filter(|day| *day < today)
        .take(PROPOSED);
    [today]
        .into_iter()
        .chain(past)
        .map(|day| day_view(day, format))
        .collect()
}

/// The names of January to December.
pub(crate) fn month_names(format: Format) -> Vec<String> {
    (1..=12)
        .filter_map(|month| Month::new(2000, month).ok())
        .map(|month| format.month_name(month))
        .collect()
}
