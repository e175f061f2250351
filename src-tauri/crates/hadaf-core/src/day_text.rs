//! Days as people write them.

use jiff::civil::Date;

use crate::period_text::{month_number, without_time};
use crate::plain_text::{plain_text, weekday_number, without_weekday};
use crate::{FiscalCalendar, PartialDate, Period};

/// Why a text is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// It can be read as two days, such as 03/04/2026.
    #[error("{text:?} can be {first} or {second}")]
    Ambiguous {
        /// As it was written.
        text: String,
        /// With the day first.
        first: Date,
        /// With the month first.
        second: Date,
    },
    /// It has the form of a day, and no calendar has it.
    #[error("{text:?}: there is no such day")]
    Impossible {
        /// As it was written.
        text: String,
    },
    /// It has no form of a day.
    #[error("{text:?} is no day")]
    Unknown {
        /// As it was written.
        text: String,
    },
}

/// Reads a day as people write it: `2026-11-16`, `16 Nov 2026`, `16-Nov-26`, `November 16, 2026`, `16/11/2026`,
/// `16.11.2026`, with or without a time of day behind it or a day of the week beside it, which must be that day's. Which of two numbers is the day is never guessed. A year of two
/// digits lies in 1970 to 2069.
///
/// # Errors
/// [`DayError`] says what the text could mean, if anything.
pub fn read_day(text: &str) -> Result<Date, DayError> {
    let written = text.trim();
    if let Ok(day) = written.parse() {
        return Ok(day);
    }
    let plain = plain_text(written).to_lowercase();
    let (plain, weekday) = without_weekday(&plain);
    let day = day_of(written, without_time(plain))?;
    let is_another = |name| weekday_number(name) != Some(day.weekday().to_monday_one_offset());
    match weekday.is_some_and(is_another) {
        true => Err(DayError::Impossible { text: written.into() }),
        false => Ok(day),
    }
}

/// The day of a plain text.
fn day_of(written: &str, plain: &str) -> Result<Date, DayError> {
    let parts: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let impossible = || DayError::Impossible { text: written.into() };
    let is_of_a_day = |part: &&str| month_number(part).is_some() || is_number(ordinal(part));
    let ([a, b, c], true) = (&parts[..], parts.iter().all(is_of_a_day)) else {
        return Err(DayError::Unknown { text: written.into() });
    };
    let is_day = |part: &str| is_number(ordinal(part));
    match (month_number(a), month_number(b)) {
        (Some(_), None) if !is_day(b) => Err(DayError::Unknown { text: written.into() }),
        (None, Some(_)) if !is_day(a) => Err(DayError::Unknown { text: written.into() }),
        (Some(month), None) => date(c, month, ordinal(b)).ok_or_else(impossible),
        (None, Some(month)) if a.len() == 4 && is_number(a) => date(a, month, ordinal(c)).ok_or_else(impossible),
        (None, Some(month)) => date(c, month, ordinal(a)).ok_or_else(impossible),
        (Some(_), Some(_)) => Err(DayError::Unknown { text: written.into() }),
        (None, None) if !parts.iter().all(|part| is_number(part)) => Err(DayError::Unknown { text: written.into() }),
        (None, None) if a.len() == 4 => number(b).and_then(|month| date(a, month, c)).ok_or_else(impossible),
        (None, None) => {
            let read = |day: &str, month: &str| number(month).and_then(|month| date(c, month, day));
            match (read(a, b), read(b, a)) {
                (Some(first), Some(second)) if first != second => Err(DayError::Ambiguous {
                    text: written.into(),
                    first,
                    second,
                }),
                (Some(day), _) | (None, Some(day)) => Ok(day),
                (None, None) => Err(impossible()),
            }
        }
    }
}

/// Reads a day as [`read_day`] does, a month as [`Period::parse`] does, or a calendar year of four digits.
///
/// # Errors
/// [`DayError`] says what the text could mean, if anything.
pub fn read_partial_date(text: &str, calendar: &FiscalCalendar) -> Result<PartialDate, DayError> {
    if let Ok(date) = text.trim().parse() {
        return Ok(date);
    }
    let unknown = match read_day(text) {
        Err(error @ DayError::Unknown { .. }) => error,
        read => return read.map(PartialDate::Day),
    };
    let month = Period::parse(text, calendar).ok().and_then(Period::as_month);
    month.map(PartialDate::Month).ok_or(unknown)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(text: &str) -> Option<u8> {
    crate::period::digits(text)
}

/// `16th` is 16.
fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .map_or(text, |digits| digits)
}

fn date(year: &str, month: u8, day: &str) -> Option<Date> {
    let year: i16 = match (year.len(), crate::period::digits(year)?) {
        (4, year) => year,
        (2, year @ 0..70) => 2000 + year,
        (2, year) => 1900 + year,
        _ => return None,
    };
    let day = number(day).filter(|_| day.len() <= 2)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-11-16",
            "16 Nov 2026",
            "16 November 2026",
            "16-Nov-26",
            "16-NOV-2026",
            "Nov 16, 2026",
            "November 16 2026",
            "16th November, 2026",
            "16/11/2026",
            "11/16/2026",
            "16.11.2026",
            "16.11.26",
            "2026/11/16",
            "2026 Nov 16",
            "Mon, 16 Nov 2026",
            "Monday 16 November 2026",
            "16-Nov-2026 (Mon)",
            "Mon Nov 16 2026 00:00:00",
            "16\u{A0}Nov\u{202F}2026",
            "2026-11-16T00:00:00+05:00",
            "2026-11-16 00:00:00",
            "2026-11-16T09:30:00Z",
            "16/11/2026 12:00 AM",
            " 16 Nov 2026 ",
            "\u{6F1}\u{6F6}/\u{6F1}\u{6F1}/\u{6F2}\u{6F0}\u{6F2}\u{6F6}",
        ] {
            assert_eq!(read_day(text), Ok(Date::constant(2026, 11, 16)), "{text}");
        }
        assert_eq!(
            read_day("05/05/2026"),
            Ok(Date::constant(2026, 5, 5)),
            "either way round"
        );
        assert_eq!(read_day("1 Jan 70"), Ok(Date::constant(1970, 1, 1)));
    }

    #[test]
    fn which_number_is_the_day_is_not_guessed() {
        let error = read_day("03/04/2026").unwrap_err();
        assert_eq!(error.to_string(), "\"03/04/2026\" can be 2026-04-03 or 2026-03-04");
    }

    #[test]
    fn what_is_no_day_says_so() {
        for text in [
            "31/02/2026",
            "30 Feb 2026",
            "Tue, 16 Nov 2026",
            "2026-13-01",
            "32.13.2026",
        ] {
            assert!(matches!(read_day(text), Err(DayError::Impossible { .. })), "{text}");
        }
        for text in [
            "",
            "Nov 2026",
            "2026",
            "next week",
            "16 of Nov 2026",
            "early Nov 2026",
            "Nov of 2026",
            "about November 2021",
            "Nov about 2021",
            "a/b/c",
            "May Jun 2026",
        ] {
            assert!(matches!(read_day(text), Err(DayError::Unknown { .. })), "{text}");
        }
    }
}
