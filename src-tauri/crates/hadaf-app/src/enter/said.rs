//! When something was said, as people write it: a day, or as far as the page tells.

use hadaf_core::{DayError, FiscalCalendar, Month, read_day, read_days};
use hadaf_words::{Format, say};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::session::{Code, Result, parse_day, refusal};

/// When a claim was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// The day.
    pub(super) day: Option<Date>,
    /// As far as the page tells, when it tells no day.
    pub(super) approx: Option<String>,
    /// The last day on which it can have been said then.
    pub(super) latest: Option<Date>,
}

impl Said {
    /// Reads `2025-08-20`, `20 August 2025`, `August 2025`, `before July 2025`, `in 2017`, `during FY2025`; with a
    /// last day any words; nothing at all when nothing tells.
    ///
    /// # Errors
    /// [`Code::Date`] for what cannot be read, and for a day that is still to come.
    pub(super) fn read(text: &str, by: &str, calendar: &FiscalCalendar, today: Date, format: Format) -> Result<Self> {
        let (text, by) = (text.trim(), by.trim());
        let said = match (text, by) {
            ("", "") => Self::default(),
            (text, "") => Self::worked_out(text, calendar, format)?,
            (text, by) => Self {
                day: None,
                approx: (!text.is_empty()).then(|| text.to_owned()),
                latest: Some(parse_day(by)?),
            },
        };
        match said.day.or(said.latest) {
            // The month or year that is running ends later, and what was said in it was said by today.
            Some(day) if day > today && said.day.is_none() && by.is_empty() => Ok(Self {
                latest: Some(today),
                ..said
            }),
            Some(day) if day > today => Err(refusal!(Code::Date, "said-to-come", day = day, today = today)),
            _ => Ok(said),
        }
    }

    fn worked_out(text: &str, calendar: &FiscalCalendar, format: Format) -> Result<Self> {
        let unread = || refusal!(Code::Date, "said-unread", text = text);
        if !matches!(read_day(text), Err(DayError::Unknown { .. })) {
            return Ok(Self {
                day: Some(parse_day(text)?),
                ..Self::default()
            });
        }
        let (before, rest) = match split_word(text) {
            ("before", rest) => (true, rest),
            ("about" | "around" | "in" | "during" | "by" | "c.", rest) => (false, rest),
            _ => (false, text),
        };
        let (first, last) = read_days(rest, calendar).ok_or_else(unread)?;
        let latest = if before {
            first.checked_sub(1.day()).map_err(|_| unread())?
        } else {
            last
        };
        let is_bare_month = rest == text && Month::of(first) == Month::of(last);
        let approx = match is_bare_month {
            true => say!(format.words, "when-about", month = format.month(Month::of(first))),
            false => text.to_owned(),
        };
        Ok(Self {
            day: None,
            approx: Some(approx),
            latest: Some(latest),
        })
    }
}

/// The first word in small letters, and the rest.
fn split_word(text: &str) -> (&str, &str) {
    let (word, rest) = text.split_once(' ').unwrap_or(("", text));
    let known = ["before", "about", "around", "in", "during", "by", "c."];
    let plain = known.into_iter().find(|known| known.eq_ignore_ascii_case(word));
    (plain.unwrap_or(""), rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, by: &str) -> Result<(String, String, String)> {
        let calendar = FiscalCalendar::new(7).unwrap();
        let said = Said::read(text, by, &calendar, "2026-04-01".parse().unwrap(), Format::of("en"))?;
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        Ok((day(said.day), said.approx.unwrap_or_default(), day(said.latest)))
    }

    /// The register of the sample writes its days in these ways.
    #[test]
    fn days_as_pages_tell_them() {
        for (text, by, day, approx, latest) in [
            ("2025-08-20", "", "2025-08-20", "", ""),
            ("20 August 2025", "", "2025-08-20", "", ""),
            ("Aug 20, 2025", "", "2025-08-20", "", ""),
            ("20/8/2025", "", "2025-08-20", "", ""),
            ("20-Aug-25", "", "2025-08-20", "", ""),
            ("Aug-25", "", "", "about August 2025", "2025-08-31"),
            ("August 2025", "", "", "about August 2025", "2025-08-31"),
            ("about November 2021", "", "", "about November 2021", "2021-11-30"),
            ("before July 2025", "", "", "before July 2025", "2025-06-30"),
            ("Before 8 May 2025", "", "", "Before 8 May 2025", "2025-05-07"),
            ("in 2017", "", "", "in 2017", "2017-12-31"),
            ("during FY2025", "", "", "during FY2025", "2025-06-30"),
            (
                "about the middle of 2023",
                "2023-06-30",
                "",
                "about the middle of 2023",
                "2023-06-30",
            ),
            ("in FY2026", "", "", "in FY2026", "2026-04-01"),
            ("", "", "", "", ""),
        ] {
            let expected = (day.to_owned(), approx.to_owned(), latest.to_owned());
            assert_eq!(read(text, by).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for (text, by) in [
            ("last week", ""),
            ("2026-04-02", ""),
            ("soon", "2026-04-02"),
            ("2025-13", ""),
            ("03/04/2025", ""),
            ("31/02/2025", ""),
        ] {
            assert_eq!(read(text, by).unwrap_err().code, Code::Date, "{text}");
        }
    }
}
