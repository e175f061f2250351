//! The words of a header or a row that name a period, or a part of one: a month, a year, a quarter, a span.

use hadaf_core::FiscalCalendar;
use jiff::civil::Date;

use super::month_words::{month_of, plain};
use crate::Mark;

/// A year, as far as its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HeadYear {
    /// The fiscal year that ends in this year.
    Fiscal(i16),
    /// A year without more.
    Bare(i16),
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    Month(u8),
    /// First and last month.
    Months(u8, u8),
    Quarter(u8),
    Half(u8),
    Day(Date),
    /// Two numbers of which one is the day: 03/04/2026.
    EitherDay(u8, u8, i16),
    /// `2010-11`: a month, or the year that begins in 2010.
    Pair(i16, u8),
}

/// What a text says of a period. Parts that it does not say may stand elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) year: Option<HeadYear>,
    pub(crate) span: Option<Span>,
    /// The year of the last month, where a span names two.
    pub(crate) last_year: Option<i16>,
    pub(crate) to_date: bool,
    /// `25-Jul`: the number may be a day.
    pub(crate) maybe_day: bool,
    pub(crate) mark: Option<Mark>,
}

impl Head {
    /// What is missing here is taken from there.
    pub(crate) fn with(self, other: Self) -> Self {
        let has_own_year = matches!(self.span, Some(Span::Day(_) | Span::EitherDay(..) | Span::Pair(..)));
        Self {
            year: if has_own_year { None } else { self.year.or(other.year) },
            span: self.span.or(other.span),
            last_year: self.last_year.or(other.last_year),
            to_date: self.to_date || other.to_date,
            maybe_day: self.maybe_day || other.maybe_day,
            mark: self.mark.or(other.mark),
        }
    }

    pub(crate) fn is_whole(self) -> bool {
        match self.span {
            Some(Span::Day(_) | Span::EitherDay(..) | Span::Pair(..)) => true,
            _ => self.year.is_some(),
        }
    }

    fn says_something(self) -> bool {
        self.year.is_some() || self.span.is_some()
    }
}

/// A year of four digits that a table of our day can be about.
pub(crate) fn year_number(text: &str) -> Option<i16> {
    if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|year| (1900..=2100).contains(year))
}

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
    let mut reader = Words::of(plain)?;
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
            of_span(Span::Day(date))
        }
        [first, second, year] if year.len() == 4 || year.len() == 2 => {
            let year = full_year(year)?;
            let (first, second) = (small(first)?, small(second)?);
            let date = |day: u8, month: u8| Date::new(year, month as i8, day as i8).ok();
            match (date(first, second), date(second, first)) {
                (Some(one), Some(other)) if one != other => of_span(Span::EitherDay(first, second, year)),
                (Some(date), _) | (None, Some(date)) => of_span(Span::Day(date)),
                (None, None) => None,
            }
        }
        [year, month] if year_number(year).is_some() && month.len() == 2 => {
            let (year, month) = (year_number(year)?, small(month)?);
            let follows = i16::from(month) == (year + 1) % 100;
            match ((1..=12).contains(&month), follows) {
                (true, true) if text.contains('-') || text.contains('/') => of_span(Span::Pair(year, month)),
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
            of_span(Span::Day(date.ok()?))
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
        span: Some(Span::Month(month)),
        ..Head::default()
    }
}

fn year_head(year: HeadYear) -> Head {
    Head {
        year: Some(year),
        ..Head::default()
    }
}

/// A year of two or four digits; two lie in 1970 to 2069.
fn full_year(text: &str) -> Option<i16> {
    match text.len() {
        4 => year_number(text),
        2 => {
            let year: i16 = text.parse().ok()?;
            Some(if year < 70 { 2000 + year } else { 1900 + year })
        }
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word<'a> {
    Letters(&'a str),
    Digits(&'a str),
    Dash,
    Slash,
    Quote,
}

/// The words of a text, read from left to right.
struct Words<'a> {
    words: Vec<Word<'a>>,
    months: Vec<u8>,
    years: Vec<i16>,
    /// The month's number in the words when a year of two digits was read before it.
    day_before_month: bool,
    fiscal: bool,
    quarter: Option<u8>,
    half: Option<u8>,
    to_date: bool,
    mark: Option<Mark>,
    /// A fiscal year named by both of its years.
    pair: Option<i16>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let mut words = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let run = |alike: fn(char) -> bool| rest.find(|c| !alike(c)).unwrap_or(rest.len());
            let (word, length) = match first {
                '0'..='9' => {
                    let length = run(|c| c.is_ascii_digit());
                    (Some(Word::Digits(&rest[..length])), length)
                }
                _ if first.is_alphabetic() => {
                    let length = run(|c| c.is_alphabetic() || ('\u{64B}'..='\u{65F}').contains(&c));
                    (Some(Word::Letters(&rest[..length])), length)
                }
                '-' => (Some(Word::Dash), 1),
                '/' => (Some(Word::Slash), 1),
                '\'' => (Some(Word::Quote), 1),
                ' ' | '.' | ',' | '(' | ')' | ':' | '*' | '#' | '[' | ']' => (None, 1),
                _ => return None,
            };
            words.extend(word);
            rest = &rest[length..];
            if words.len() > 16 {
                return None;
            }
        }
        let mark = text.ends_with('*').then_some(Mark::Footnote);
        Some(Self {
            words,
            months: Vec::new(),
            years: Vec::new(),
            day_before_month: false,
            fiscal: false,
            quarter: None,
            half: None,
            to_date: false,
            mark,
            pair: None,
        })
    }

    fn read(&mut self) -> Option<()> {
        let words = std::mem::take(&mut self.words);
        let mut at = 0;
        while at < words.len() {
            let next = words.get(at + 1).copied();
            at += match words[at] {
                Word::Dash | Word::Slash | Word::Quote => 1,
                Word::Letters(letters) => self.letters(letters, next, at + 1 == words.len())?,
                Word::Digits(digits) => self.digits(digits, &words, at)?,
            };
        }
        Some(())
    }

    /// How many words were read.
    fn letters(&mut self, letters: &str, next: Option<Word<'_>>, is_last: bool) -> Option<usize> {
        if let Some(month) = month_of(letters) {
            self.months.push(month);
            return (self.months.len() <= 2).then_some(1);
        }
        let next_number = match next {
            Some(Word::Digits(digits)) if digits.len() == 1 => digits.parse::<u8>().ok(),
            _ => None,
        };
        match (letters, next_number) {
            ("q", Some(quarter @ 1..=4)) => {
                self.quarter = Some(quarter);
                return Some(2);
            }
            ("h", Some(half @ 1..=2)) => {
                self.half = Some(half);
                return Some(2);
            }
            _ => {}
        }
        match letters {
            "fy" | "fiscal" | "financial" => self.fiscal = true,
            "i" | "first" => self.quarter = Some(1),
            "ii" | "second" => self.quarter = Some(2),
            "iii" | "third" => self.quarter = Some(3),
            "iv" | "fourth" => self.quarter = Some(4),
            "cumulative" | "cum" | "ytd" | "progressive" | "cumm" => self.to_date = true,
            "p" | "provisional" | "prov" if !self.is_silent() => self.mark = Some(Mark::Provisional),
            "r" | "revised" | "rev" if !self.is_silent() => self.mark = Some(Mark::Revised),
            "e" | "estimate" | "est" | "estimated" if !self.is_silent() => self.mark = Some(Mark::Estimated),
            "m" if is_last || self.years.is_empty() => return None,
            "to" | "of" | "the" | "month" | "months" | "year" | "years" | "ended" | "ending" | "end" | "for"
            | "period" | "during" | "up" | "upto" | "till" | "date" | "quarter" | "qtr" | "total" | "annual" | "cy"
            | "calendar" | "m" | "st" | "nd" | "rd" | "th" | "as" | "at" | "on" => {}
            _ => return None,
        }
        Some(1)
    }

    fn is_silent(&self) -> bool {
        self.months.is_empty() && self.years.is_empty() && self.quarter.is_none()
    }

    fn digits(&mut self, digits: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
        let (before, next, after) = (
            at.checked_sub(1).map(|at| words[at]),
            words.get(at + 1),
            words.get(at + 2),
        );
        match (digits.len(), next) {
            // 1st quarter, 3QFY25
            (1, Some(Word::Letters("q" | "qfy" | "st" | "nd" | "rd" | "th"))) => {
                self.quarter = digits.parse().ok().filter(|quarter| (1..=4).contains(quarter));
                self.fiscal |= next == Some(&Word::Letters("qfy"));
                self.quarter.map(|_| 2)
            }
            (1 | 2, _) if matches!(before, Some(Word::Letters("m"))) && self.years.len() == 1 => {
                let month = digits.parse().ok().filter(|month| (1..=12).contains(month))?;
                self.months.push(month);
                Some(1)
            }
            (4, Some(Word::Dash | Word::Slash)) => {
                let year = year_number(digits)?;
                // 2024-25: a fiscal year, unless what follows is another year of a span.
                if let Some(Word::Digits(last)) = after
                    && (last.len() == 2 || last.len() == 4)
                    && full_year(last) == Some(year + 1)
                    && self.pair.is_none()
                {
                    self.pair = Some(year + 1);
                    return Some(3);
                }
                self.years.push(year);
                Some(1)
            }
            (4, _) => {
                self.years.push(year_number(digits)?);
                Some(1)
            }
            (2, Some(Word::Dash | Word::Slash)) if self.fiscal || !self.months.is_empty() => {
                let year = full_year(digits)?;
                if let Some(Word::Digits(last)) = after
                    && last.len() == 2
                    && full_year(last) == Some(year + 1)
                {
                    self.pair = Some(year + 1);
                    return Some(3);
                }
                self.years.push(year);
                Some(1)
            }
            (2, Some(Word::Dash | Word::Letters(_))) if self.months.is_empty() && at == 0 => {
                // 25-Jul, or 30-Jun-2022, where a day stands before its month.
                let month = words[1..].iter().take(2).find_map(|word| match word {
                    Word::Letters(letters) => month_of(letters),
                    _ => None,
                })?;
                let year = words.iter().rev().find_map(|word| match word {
                    Word::Digits(year) if *year != digits => full_year(year),
                    _ => None,
                });
                match (year, words.len()) {
                    (Some(year), 4..=5) => {
                        let day = Date::new(year, month as i8, digits.parse().ok()?).ok()?;
                        self.quarter = None;
                        self.months = vec![month];
                        self.years = vec![day.year()];
                        self.day_before_month = false;
                        Some(words.len())
                    }
                    (None, 2..=4) => {
                        self.day_before_month = true;
                        self.years.push(full_year(digits)?);
                        Some(1)
                    }
                    _ => None,
                }
            }
            (2, _) if self.fiscal || !self.months.is_empty() || self.quarter.is_some() => {
                self.years.push(full_year(digits)?);
                Some(1)
            }
            (1, _) if at == 0 && matches!(next, Some(Word::Dash | Word::Letters(_))) => {
                // 1-Jul-2025
                let padded = match words.last() {
                    Some(Word::Digits(year)) if words.len() >= 3 => full_year(year)?,
                    _ => return None,
                };
                let month = words.iter().find_map(|word| match word {
                    Word::Letters(letters) => month_of(letters),
                    _ => None,
                })?;
                self.months = vec![month];
                self.years = vec![padded];
                Some(words.len())
            }
            _ => None,
        }
    }

    fn head(&self) -> Option<Head> {
        let year = match (self.pair, self.years.as_slice()) {
            (Some(year), []) => Some(HeadYear::Fiscal(year)),
            (Some(year), [..]) if self.months.is_empty() => Some(HeadYear::Fiscal(year)),
            (None, [year, ..]) if self.fiscal => Some(HeadYear::Fiscal(*year)),
            (None, [year, ..]) => Some(HeadYear::Bare(*year)),
            (None, []) if self.fiscal && self.quarter.is_none() && self.months.is_empty() => return None,
            (None, []) => None,
            (Some(_), _) => return None,
        };
        if self.years.len() > 2 || (self.years.len() == 2 && self.months.len() != 2) {
            return None;
        }
        let span = match (self.months.as_slice(), self.quarter, self.half) {
            ([month], None, None) => Some(Span::Month(*month)),
            ([first, last], _, None) => Some(Span::Months(*first, *last)),
            ([], Some(quarter), None) => Some(Span::Quarter(quarter)),
            ([], None, Some(half)) => Some(Span::Half(half)),
            ([], None, None) => None,
            _ => return None,
        };
        let head = Head {
            year,
            span,
            last_year: self.years.get(1).copied(),
            to_date: self.to_date,
            maybe_day: self.day_before_month,
            mark: self.mark,
        };
        head.says_something().then_some(head)
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
        Span::Months(first, last) if first == last % 12 + 1 => FiscalCalendar::new(first).ok(),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_periods() {
        let fiscal = |year| Some(HeadYear::Fiscal(year));
        let bare = |year| Some(HeadYear::Bare(year));
        let month = |month| Some(Span::Month(month));
        for (text, year, span) in [
            ("Jul-25", bare(2025), month(7)),
            ("Sept-24", bare(2024), month(9)),
            ("Jul-25P", bare(2025), month(7)),
            ("July 2025 (P)", bare(2025), month(7)),
            ("FY25", fiscal(2025), None),
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
            ("Jul-Feb", None, Some(Span::Months(7, 2))),
            ("Jul-Feb FY25", fiscal(2025), Some(Span::Months(7, 2))),
            ("July-June 2024-25", fiscal(2025), Some(Span::Months(7, 6))),
            ("Q1 FY25", fiscal(2025), Some(Span::Quarter(1))),
            ("2025-Q1", bare(2025), Some(Span::Quarter(1))),
            ("3QFY25", fiscal(2025), Some(Span::Quarter(3))),
            ("H1 FY25", fiscal(2025), Some(Span::Half(1))),
            ("30-Jun-2022", bare(2022), month(6)),
            ("2010-11", None, Some(Span::Pair(2010, 11))),
            ("03/04/2026", None, Some(Span::EitherDay(3, 4, 2026))),
            ("30/06/2022", None, Some(Span::Day(Date::constant(2022, 6, 30)))),
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
