//! When something was said, as people write it: a day, or as far as the page tells.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::{DayError, FiscalCalendar, Month, Period, is_to_come, read_day};

/// Words before a time that say how near it is meant.
const BEFORE: &str = "before";
const ABOUT: [&str; 6] = ["about", "around", "in", "during", "by", "c."];

/// When something was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The day.
    pub day: Option<Date>,
    /// As far as the page tells, where it tells no day.
    pub about: Option<SaidAbout>,
    /// The last day on which it can have been said then.
    pub latest: Option<Date>,
}

/// A time that is no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidAbout {
    /// About a month, which was named alone.
    Month(Month),
    /// In the words that were written.
    Words(String),
}

/// Why a text does not tell when something was said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaidError {
    /// It is a day that cannot be read.
    #[error(transparent)]
    Day(#[from] DayError),
    /// It is no day, month or year.
    #[error("{text:?} does not tell when it was said")]
    Unread {
        /// As it was written.
        text: String,
    },
    /// It is still to come.
    #[error("{day} is after {today}")]
    ToCome {
        /// The day that was written.
        day: Date,
        /// The day on which it was read.
        today: Date,
    },
}

impl Said {
    /// Reads a day as [`read_day`] does, and `August 2025`, `before July 2025`, `in 2017`, `during FY2025`; with a
    /// last day in `by` any words; nothing at all when nothing tells.
    ///
    /// # Errors
    /// [`SaidError`] for what cannot be read, for what can be read as two days, and for a day after `today`.
    pub fn read(text: &str, by: &str, calendar: &FiscalCalendar, today: Date) -> Result<Self, SaidError> {
        let (text, by) = (text.trim(), by.trim());
        let said = match (text, by) {
            ("", "") => Self::default(),
            (text, "") => Self::worked_out(text, calendar)?,
            (text, by) => Self {
                day: None,
                about: (!text.is_empty()).then(|| SaidAbout::Words(text.to_owned())),
                latest: Some(read_day(by)?),
            },
        };
        match said.day.or(said.latest) {
            // The month or year that is running ends later, and what was said in it was said by today.
            Some(day) if day > today && said.day.is_none() && by.is_empty() => Ok(Self {
                latest: Some(today),
                ..said
            }),
            Some(day) if is_to_come(day, today) => Err(SaidError::ToCome { day, today }),
            _ => Ok(said),
        }
    }

    fn worked_out(text: &str, calendar: &FiscalCalendar) -> Result<Self, SaidError> {
        let (word, rest) = split_word(text);
        let span = Span::read(rest, calendar).map_err(|error| match error {
            DayError::Unknown { .. } => unread(text),
            error => error.into(),
        })?;
        if let (None, Span::Day(day)) = (word, span) {
            return Ok(Self {
                day: Some(day),
                ..Self::default()
            });
        }
        let latest = match word {
            Some(BEFORE) => span.first().checked_sub(1.day()).map_err(|_| unread(text))?,
            _ => span.last(),
        };
        let about = match (word, span) {
            (None, Span::Month(month)) => SaidAbout::Month(month),
            _ => SaidAbout::Words(text.to_owned()),
        };
        Ok(Self {
            day: None,
            about: Some(about),
            latest: Some(latest),
        })
    }
}

/// The time that was named.
#[derive(Clone, Copy)]
enum Span {
    Day(Date),
    Month(Month),
    Days(Date, Date),
}

impl Span {
    /// A day, a month, a fiscal year or quarter, a calendar year.
    fn read(text: &str, calendar: &FiscalCalendar) -> Result<Self, DayError> {
        let no_day = match read_day(text) {
            Ok(day) => return Ok(Self::Day(day)),
            Err(error @ DayError::Ambiguous { .. }) => return Err(error),
            // "July 2024-25" has the form of a day too, and is a month.
            Err(error) => error,
        };
        if let Some(year) = calendar_year(text) {
            return Ok(year);
        }
        match Period::parse(text, calendar) {
            Ok(Period::Month(month)) => Ok(Self::Month(month)),
            Ok(period) => Ok(Self::Days(
                calendar.start_of(period).first_day(),
                calendar.end_of(period),
            )),
            Err(_) => Err(no_day),
        }
    }

    fn first(self) -> Date {
        match self {
            Self::Day(day) | Self::Days(day, _) => day,
            Self::Month(month) => month.first_day(),
        }
    }

    fn last(self) -> Date {
        match self {
            Self::Day(day) | Self::Days(_, day) => day,
            Self::Month(month) => month.last_day(),
        }
    }
}

/// Four digits are the calendar year, since people say "in 2017" of days.
fn calendar_year(text: &str) -> Option<Span> {
    let year = crate::period::digits(text).filter(|_| text.len() == 4)?;
    Some(Span::Days(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}

fn unread(text: &str) -> SaidError {
    SaidError::Unread { text: text.to_owned() }
}

/// The word before a time, in small letters, and the time.
fn split_word(text: &str) -> (Option<&'static str>, &str) {
    let known = text.split_once(' ').and_then(|(word, rest)| {
        let mut known = ABOUT.into_iter().chain([BEFORE]);
        Some((known.find(|known| known.eq_ignore_ascii_case(word))?, rest.trim()))
    });
    known.map_or((None, text), |(word, rest)| (Some(word), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, by: &str) -> Result<(String, String, String), SaidError> {
        let calendar = FiscalCalendar::new(7).unwrap();
        let said = Said::read(text, by, &calendar, "2026-04-01".parse().unwrap())?;
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let about = said.about.map_or_else(String::new, |about| match about {
            SaidAbout::Month(month) => format!("month {month}"),
            SaidAbout::Words(words) => words,
        });
        Ok((day(said.day), about, day(said.latest)))
    }

    /// The register of the sample writes its days in these ways.
    #[test]
    fn days_as_pages_tell_them() {
        for (text, by, day, about, latest) in [
            ("2025-08-20", "", "2025-08-20", "", ""),
            ("20 August 2025", "", "2025-08-20", "", ""),
            ("20th Aug 2025", "", "2025-08-20", "", ""),
            ("Aug 20, 2025", "", "2025-08-20", "", ""),
            ("20/08/2025", "", "2025-08-20", "", ""),
            ("20.08.25", "", "2025-08-20", "", ""),
            ("August 2025", "", "", "month 2025-08", "2025-08-31"),
            ("about November 2021", "", "", "about November 2021", "2021-11-30"),
            ("c. August 2025", "", "", "c. August 2025", "2025-08-31"),
            ("about 20/08/2025", "", "", "about 20/08/2025", "2025-08-20"),
            ("before July 2025", "", "", "before July 2025", "2025-06-30"),
            ("Before 8 May 2025", "", "", "Before 8 May 2025", "2025-05-07"),
            ("2017", "", "", "2017", "2017-12-31"),
            ("in 2017", "", "", "in 2017", "2017-12-31"),
            ("during FY2025", "", "", "during FY2025", "2025-06-30"),
            (
                "about the middle of 2023",
                "2023-06-30",
                "",
                "about the middle of 2023",
                "2023-06-30",
            ),
            (
                "about the middle of 2023",
                "30 Jun 2023",
                "",
                "about the middle of 2023",
                "2023-06-30",
            ),
            ("in FY2026", "", "", "in FY2026", "2026-04-01"),
            ("", "", "", "", ""),
        ] {
            let expected = (day.to_owned(), about.to_owned(), latest.to_owned());
            assert_eq!(read(text, by).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for (text, by, why) in [
            ("last week", "", "\"last week\" does not tell when it was said"),
            (
                "early May 2025",
                "",
                "\"early May 2025\" does not tell when it was said",
            ),
            ("in the spring", "", "\"in the spring\" does not tell when it was said"),
            ("2025-13", "", "\"2025-13\" does not tell when it was said"),
            ("31/02/2025", "", "\"31/02/2025\": there is no such day"),
            ("before 31 Feb 2025", "", "\"31 Feb 2025\": there is no such day"),
            ("2026-04-03", "", "2026-04-03 is after 2026-04-01"),
            ("soon", "2026-04-03", "2026-04-03 is after 2026-04-01"),
            ("in spring", "May", "\"May\" is no day"),
        ] {
            assert_eq!(read(text, by).unwrap_err().to_string(), why, "{text}");
        }
    }

    /// Also behind a word, and as the last day.
    #[test]
    fn which_number_is_the_day_is_not_guessed() {
        for (text, by) in [
            ("03/04/2025", ""),
            ("about 03/04/2025", ""),
            ("before 03/04/2025", ""),
            ("in spring", "03/04/2025"),
        ] {
            let error = read(text, by).unwrap_err();
            let why = "\"03/04/2025\" can be 2025-04-03 or 2025-03-04";
            assert_eq!(error.to_string(), why, "{text}");
        }
    }
}
