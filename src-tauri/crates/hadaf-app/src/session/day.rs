//! Days as the page shows them, and those worth reading as of.

use hadaf_core::FiscalCalendar;
use hadaf_error::{Result, check_known, parse_day};
use hadaf_words::Format;
use jiff::civil::Date;

use super::{App, DayView};

/// How many days are proposed beside today.
const PROPOSED: usize = 5;

/// How many days of publication are listed; who wants an older one types it.
const LISTED: u32 = 400;

impl App {
    /// A day that was typed, to read everything as of it.
    ///
    /// # Errors
    /// [`crate::Code::Date`] for what is no day, or one that is still to come.
    pub fn day(&self, text: &str) -> Result<DayView> {
        let (day, format) = (parse_day(text)?, self.format());
        check_known(day, self.today())?;
        Ok(day_view(day, format))
    }

    /// The days on which figures were published, to read everything as of one of them; the newest first.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn publication_days(&self) -> Result<Vec<DayView>> {
        let (today, format) = (self.today(), self.format());
        let days = self.read(|workspace| Ok(workspace.read()?.known_days(LISTED)?))?;
        let past = days.into_iter().filter(|day| *day <= today);
        Ok(past.map(|day| day_view(day, format)).collect())
    }
}

pub(crate) fn day_view(day: Date, format: Format) -> DayView {
    DayView {
        date: day.to_string(),
        text: format.day(day),
        short: format.day_short(day),
    }
}

/// Today, then the newest of the days before it that are worth reading as of.
pub(crate) fn days(today: Date, latest: Option<Date>, calendar: FiscalCalendar, format: Format) -> Vec<DayView> {
    let past = calendar.days_worth_reading(today, latest, PROPOSED);
    let proposed = std::iter::once(today).chain(past);
    proposed.map(|day| day_view(day, format)).collect()
}
