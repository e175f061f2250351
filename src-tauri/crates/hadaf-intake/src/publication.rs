//! When figures became known, as the person who enters them knows it.

use hadaf_core::{DayError, FiscalCalendar, Period, Published, read_day};
use hadaf_error::{Code, Result, parse_day, refusal};
use jiff::civil::Date;

/// When one or more figures were published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// All of them on one day.
    On(Date),
    /// All of them on the day on which they are entered.
    Today,
    /// Each about a month after its period ended, as statistics are.
    AfterEachPeriod,
    /// Nobody knows: they count from the day on which they are entered.
    Unknown,
}

impl Publication {
    /// Reads a day as people write it, `today`, `after-each-period`, or `unknown`.
    ///
    /// # Errors
    /// [`hadaf_error::Code::Date`].
    pub fn read(text: &str) -> Result<Self> {
        match text.trim().to_lowercase().replace(['_', ' '], "-").as_str() {
            "after-each-period" => Ok(Self::AfterEachPeriod),
            "unknown" => Ok(Self::Unknown),
            "today" => Ok(Self::Today),
            "" => parse_day(text).map(Self::On),
            _ => match read_day(text) {
                Ok(day) => Ok(Self::On(day)),
                Err(DayError::Unknown { text }) => Err(refusal!(Code::Date, "no-publication", text = text)),
                Err(other) => Err(other.into()),
            },
        }
    }

    /// When the figure of a period became known, entered on `today`.
    pub fn of(self, period: Period, calendar: &FiscalCalendar, today: Date) -> Published {
        match self {
            Self::On(day) => Published::on(day),
            Self::Today => Published::on(today),
            Self::AfterEachPeriod => Published::after(period, calendar, today),
            Self::Unknown => Published::undated(today),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_the_words_for_days_are_read_and_what_is_neither_names_them() {
        let today: Date = "2026-11-28".parse().unwrap();
        let calendar = FiscalCalendar::new(7).unwrap();
        let day = |text: &str| {
            let published = Publication::read(text)?.of("2026-10".parse().unwrap(), &calendar, today);
            Ok::<_, hadaf_error::AppError>(published.date.map(|day| day.to_string()))
        };
        assert_eq!(day("2026-11-20").unwrap().as_deref(), Some("2026-11-20"));
        assert_eq!(day("20 Nov 2026").unwrap().as_deref(), Some("2026-11-20"));
        assert_eq!(day("today").unwrap().as_deref(), Some("2026-11-28"));
        assert_eq!(day(" Today ").unwrap().as_deref(), Some("2026-11-28"));
        assert_eq!(day("unknown").unwrap(), None);
        assert!(day("after each period").unwrap().is_some());
        for text in ["Nov 2026", "soon", "2026"] {
            assert_eq!(day(text).unwrap_err().code, Code::Date, "{text}");
        }
    }
}
