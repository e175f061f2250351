//! The words of a header or a row that name a period, or a part of one: a month, a year, a quarter, a span.

use hadaf_core::FiscalCalendar;
use jiff::civil::Date;

use super::head_words::HeadWords;
use super::month_words::plain;
use super::part::full_year;
pub(crate) use super::part::{Head, HeadSpan, HeadYear, year_number};

/// Reads a text; none when it says anything beside a period.
pub(crate) fn head(text: &str) -> Option<Head> {
    if text.len() > 60 {
        return None;
    }
    let plain = plain(text);
    let plain = without_code(plain.trim());
    if let Some(head) = numbers_alone(plain) {
        return Some(head);
    }
    let mut reader = HeadWords::of(plain)?;
    reader.read()?;
    reader.head()
}

/// `2014 [YR2014]` of the World Bank.
fn without_code(text: &str) -> &str {
    match text.split_once('[') {
        Some((year, code)) if code.starts_with("yr") => year.trim_end(),
        _ => text,
    }
}

/// Days, and years or months of digits only.
fn numbers_alone(text: &str) -> Option<Head> {
    let day = without_time(text);
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let number = |text: &str| {
        let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<i16>().ok()).flatten()
    };
    let small = |text: &str| number(text).and_then(|number| u8::try_from(number).ok());
    let of_span = |span| {
        Some(Head {
            span: Some(span),
            ..Head::default()
        })
    };
    match parts[..] {
        [year, month, last] if year.len() == 4 => {
            let date = Date::new(number(year)?, number(month)? as i8, number(last)? as i8).ok()?;
            of_span(HeadSpan::Day(date))
        }
        [first, second, year] if year.len() == 4 || year.len() == 2 => {
            let year = full_year(year)?;
            let (first, second) = (small(first)?, small(second)?);
            let date = |day: u8, month: u8| Date::new(year, month as i8, day as i8).ok();
            match (date(first, second), date(second, first)) {
                (Some(one), Some(other)) if one != other => of_span(HeadSpan::EitherDay(first, second, year)),
                (Some(date), _) | (None, Some(date)) => of_span(HeadSpan::Day(date)),
                (None, None) => None,
            }
        }
        // 2024.25 is a number.
        [_, _] if day.contains('.') => None,
        [year, month] if year_number(year).is_some() && month.len() == 2 => {
            let (year, month) = (year_number(year)?, small(month)?);
            let follows = i16::from(month) == (year + 1) % 100;
            match ((1..=12).contains(&month), follows) {
                (true, true) if text.contains('-') || text.contains('/') => of_span(HeadSpan::Pair(year, month)),
                (true, _) => Some(month_in(year, month)),
                (false, true) => Some(year_head(HeadYear::Fiscal(year + 1))),
                (false, false) => None,
            }
        }
        [month, year] if year_number(year).is_some() && month.len() <= 2 => {
            let month = small(month).filter(|month| (1..=12).contains(month))?;
            Some(month_in(year_number(year)?, month))
        }
        [digits] if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let (year, month) = (year_number(&digits[..4])?, small(&digits[4..])?);
            (1..=12).contains(&month).then(|| month_in(year, month))
        }
        [digits] if digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let date = Date::new(
                year_number(&digits[..4])?,
                number(&digits[4..6])? as i8,
                number(&digits[6..])? as i8,
            );
            of_span(HeadSpan::Day(date.ok()?))
        }
        [year] => year_number(year).map(|year| year_head(HeadYear::Bare(year))),
        _ => None,
    }
}

/// Takes off the time of day behind a day.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 't']) {
        Some((day, time)) if time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit()) => day,
        _ => text,
    }
}

fn month_in(year: i16, month: u8) -> Head {
    Head {
        year: Some(HeadYear::Bare(year)),
        span: Some(HeadSpan::Month(month)),
        ..Head::default()
    }
}

fn year_head(year: HeadYear) -> Head {
    Head {
        year: Some(year),
        ..Head::default()
    }
}

/// The year that a title or the name of a sheet is about, when it names one alone.
pub(crate) fn year_in(text: &str) -> Option<HeadYear> {
    let plain = plain(text);
    let mut found = Vec::new();
    let words: Vec<&str> = plain
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ':' | ';' | '_'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut at = 0;
    while at < words.len() {
        let pair = words.get(at + 1).map(|next| format!("{} {next}", words[at]));
        let joined = pair.filter(|pair| pair.starts_with("fy ")).and_then(|pair| head(&pair));
        at += 1 + usize::from(joined.is_some());
        let one = joined.or_else(|| head(words[at - 1]));
        if let Some(Head {
            year: Some(year),
            span: None,
            ..
        }) = one
        {
            found.push(year);
        }
    }
    found.dedup();
    match found[..] {
        [year] => Some(year),
        _ => None,
    }
}

/// The first month of the fiscal year that a text names by both ends: `April-March`.
pub(crate) fn year_span_in(text: &str) -> Option<FiscalCalendar> {
    let plain = plain(text);
    let words: Vec<&str> = plain.split(|c: char| !(c.is_alphabetic() || c == '-')).collect();
    words.into_iter().find_map(|word| match head(word)?.span? {
        HeadSpan::Months(first, last) if first == last % 12 + 1 => FiscalCalendar::new(first).ok(),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_periods() {
        let fiscal = |year| Some(HeadYear::Fiscal(year));
        let named = |year| Some(HeadYear::Named(year));
        let bare = |year| Some(HeadYear::Bare(year));
        let month = |month| Some(HeadSpan::Month(month));
        for (text, year, span) in [
            ("Jul-25", bare(2025), month(7)),
            ("Sept-24", bare(2024), month(9)),
            ("Jul-25P", bare(2025), month(7)),
            ("July 2025 (P)", bare(2025), month(7)),
            ("FY25", named(2025), None),
            ("FY 2024-25", fiscal(2025), None),
            ("2024-25", fiscal(2025), None),
            ("2024/2025", fiscal(2025), None),
            ("2014 [YR2014]", bare(2014), None),
            ("2025M07", bare(2025), month(7)),
            ("2025-07", bare(2025), month(7)),
            ("202507", bare(2025), month(7)),
            ("07/2025", bare(2025), month(7)),
            ("Jul", None, month(7)),
            ("جولائی 2025", bare(2025), month(7)),
            ("Jul-Feb", None, Some(HeadSpan::Months(7, 2))),
            ("Jul-Feb FY25", named(2025), Some(HeadSpan::Months(7, 2))),
            ("July-June 2024-25", fiscal(2025), Some(HeadSpan::Months(7, 6))),
            ("Q1 FY25", named(2025), Some(HeadSpan::Quarter(1))),
            ("2025-Q1", bare(2025), Some(HeadSpan::Quarter(1))),
            ("3QFY25", named(2025), Some(HeadSpan::Quarter(3))),
            ("H1 FY25", named(2025), Some(HeadSpan::Half(1))),
            ("30-Jun-2022", None, Some(HeadSpan::Day(Date::constant(2022, 6, 30)))),
            ("2010-11", None, Some(HeadSpan::Pair(2010, 11))),
            ("03/04/2026", None, Some(HeadSpan::EitherDay(3, 4, 2026))),
            ("30/06/2022", None, Some(HeadSpan::Day(Date::constant(2022, 6, 30)))),
        ] {
            let read = head(text).map(|head| (head.year, head.span));
            assert_eq!(read, Some((year, span)), "{text}");
        }
        for text in [
            "Exports",
            "Computer services",
            "Total",
            "R",
            "May be",
            "1,234",
            "286",
            "",
            "Growth 2025",
        ] {
            assert_eq!(head(text), None, "{text}");
        }
        assert!(head("25-Jul").is_some_and(|head| head.maybe_day));
        assert_eq!(year_in("IT exports, FY 2024-25"), fiscal(2025));
        assert_eq!(
            year_span_in("Fiscal year (April-March)").map(|c| c.start_month()),
            Some(4)
        );
    }
}
