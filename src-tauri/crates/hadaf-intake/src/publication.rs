//! When figures became known, as the person who enters them knows it.

use hadaf_core::{FiscalCalendar, Period, Published};
use hadaf_error::{Result, parse_day};
use jiff::civil::Date;

/// When one or more figures were published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// All of them on one day.
    On(Date),
    /// Each about a month after its period ended, as statistics are.
    AfterEachPeriod,
    /// Nobody knows: they count from the day on which they are entered.
    Unknown,
}

impl Publication {
    /// Reads a day as people write it, `after-each-period`, or `unknown`.
    ///
    /// # Errors
    /// [`hadaf_error::Code::Date`].
    pub fn read(text: &str) -> Result<Self> {
        match text.trim().to_lowercase().replace(['_', ' '], "-").as_str() {
            "after-each-period" => Ok(Self::AfterEachPeriod),
            "unknown" => Ok(Self::Unknown),
            _ => parse_day(text).map(Self::On),
        }
    }

    /// When the figure of a period became known, entered on `today`.
    pub fn of(self, period: Period, calendar: &FiscalCalendar, today: Date) -> Published {
        match self {
            Self::On(day) => Published::on(day),
            Self::AfterEachPeriod => Published::after(period, calendar, today),
            Self::Unknown => Published::undated(today),
        }
    }
}
