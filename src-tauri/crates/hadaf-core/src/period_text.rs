//! Periods as people write them.

use jiff::civil::Date;

use crate::period::digits;
use crate::period_tokens::{Token, strip_mark, strip_mark_end, strip_space, tokens};
use crate::plain_text::{plain_text, without_weekday};
use crate::{FiscalCalendar, FiscalYear, Month, NoPeriod, Period, PeriodError, PeriodOption, Quarter};

pub(crate) type PeriodResult = Result<Period, PeriodError>;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// See [`Period::parse`].
pub(crate) fn parse(text: &str, calendar: &FiscalCalendar) -> PeriodResult {
    let written = text.trim();
    if written.is_empty() {
        return Err(PeriodError::Empty);
    }
    if let Ok(period) = written.to_ascii_uppercase().parse() {
        return Ok(period);
    }
    let plain = plain(written);
    PeriodReader { written, calendar }.read(&tokens(without_time(without_weekday(&plain).0)))
}

/// See [`Period::to_date`].
pub(crate) fn to_date(text: &str, calendar: &FiscalCalendar) -> Option<Month> {
    let (written, plain) = (text.trim(), plain(text.trim()));
    let reader = PeriodReader { written, calendar };
    let span = reader.month_span(&tokens(&plain))?.ok()?;
    let is_of_one_year = calendar.year_of(span.first) == calendar.year_of(span.last);
    (calendar.position(span.first) == 0 && is_of_one_year).then_some(span.last)
}

/// In small letters, with one kind of dash, space, apostrophe and digit.
fn plain(written: &str) -> String {
    plain_text(written).to_lowercase()
}

/// Takes off a time of day behind a day, as spreadsheets write cells that hold days: `2025-09-01 00:00:00`. In small letters.
pub(crate) fn without_time(plain: &str) -> &str {
    let Some(colon) = plain.find(':') else { return plain };
    let hour = plain[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let is_time = plain[colon..]
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ' ' | 'a' | 'p' | 'm' | 'z' | '+' | '-'));
    match hour.strip_suffix(['t', ' ']) {
        Some(day) if is_time && day.len() < colon => day.trim_end(),
        _ => plain,
    }
}

/// Reads one text under a calendar.
pub(crate) struct PeriodReader<'a> {
    written: &'a str,
    pub(crate) calendar: &'a FiscalCalendar,
}

impl PeriodReader<'_> {
    pub(crate) fn read(&self, tokens: &[Token<'_>]) -> PeriodResult {
        use Token::{Digits, Mark, Word};
        if let Some(span) = self.month_span(tokens) {
            return self.of_span(span?);
        }
        match *tokens {
            [Word("fy"), ref rest @ ..] => self.fiscal(strip_space(rest)),
            [Word("fye"), ref rest @ ..] => self.year_ending(strip_mark(rest)),
            [Word("h"), ..] | [Digits(_), Word("h" | "hfy"), ..] | [Digits(_), Mark(' '), Word("h"), ..] => {
                Err(self.impossible(NoPeriod::HalfYear))
            }
            [Digits(n), Word(suffix), ref rest @ ..] if n.len() == 1 && suffix.starts_with('q') => {
                // 3QFY25, 3Q 2025
                match suffix {
                    "q" => self.quarter(n, strip_mark(rest)),
                    "qfy" => self.quarter_of(n, self.fiscal(strip_space(rest))?),
                    _ => self.unknown(),
                }
            }
            [Digits(n), Mark(' '), Word("q"), ref rest @ ..] if n.len() == 1 => self.quarter(n, strip_mark(rest)),
            [Word("q"), Mark(' '), Digits(n), ref rest @ ..] if n.len() == 1 => self.quarter(n, strip_mark(rest)),
            [Word("q"), Digits(n), ref rest @ ..] => self.quarter(n, strip_mark(rest)),
            [ref year @ .., Word("q"), Digits(n)] => self.quarter(n, strip_mark_end(year)),
            [Digits(year), Word("m"), Digits(month)] | [Digits(year), Mark(_), Word("m"), Digits(month)]
                if year.len() == 4 =>
            {
                self.month(year, month)
            }
            [Word("m"), Digits(month), Mark(_), Digits(year)] if year.len() == 4 => self.month(year, month),
            [Digits(year)] => self.bare_number(year),
            [Digits(left), Mark(mark @ ('-' | '/' | '.' | ' ')), Digits(right)] => self.two_numbers(left, mark, right),
            [
                Digits(a),
                Mark('-' | '/' | '.'),
                Digits(b),
                Mark('-' | '/' | '.'),
                Digits(c),
            ] => self.date(a, b, c),
            [Word(name), Digits(year)] | [Word(name), Mark(_), Digits(year)] => self.named(name, year),
            [Digits(year), Word(name)] | [Digits(year), Mark(_), Word(name)] => self.named_after(year, name),
            [Digits(day), Mark(_), Word(name), Mark(_), Digits(year)]
            | [Word(name), Mark(' '), Digits(day), Mark(_), Digits(year)] => self.named_day(day, name, year),
            _ => self.unknown(),
        }
    }

    /// What stands behind "FY".
    fn fiscal(&self, tokens: &[Token<'_>]) -> PeriodResult {
        use Token::{Digits, Mark, Word};
        match *tokens {
            [Digits(year)] => self.fiscal_year(self.year(year)?),
            [Digits(first), Mark('-' | '/'), Digits(last)] => self.span(first, last),
            [ref year @ .., Word("q"), Digits(n)] => self.quarter_of(n, self.fiscal(strip_mark_end(year))?),
            _ => self.unknown(),
        }
    }

    /// The fiscal year that ends with the month, or in the calendar year, behind "year ended".
    fn year_ending(&self, tokens: &[Token<'_>]) -> PeriodResult {
        let ends = match *tokens {
            [Token::Digits(year)] => return Ok(Period::FiscalYear(self.calendar.year_ending(self.year(year)?))),
            _ => self.read(tokens)?.as_month(),
        };
        let year = ends.map(|month| (month, self.calendar.year_of(month)));
        match year.filter(|(month, year)| self.calendar.last_month(*year) == *month) {
            Some((_, year)) => Ok(Period::FiscalYear(year)),
            None => Err(self.impossible(NoPeriod::YearEnd)),
        }
    }

    /// Quarter `n` of the year written in `tokens`.
    fn quarter(&self, n: &str, tokens: &[Token<'_>]) -> PeriodResult {
        use Token::{Digits, Mark, Word};
        match *tokens {
            [Word("fy"), ref rest @ ..] => self.quarter_of(n, self.fiscal(strip_space(rest))?),
            [Digits(first), Mark('-' | '/'), Digits(last)] => self.quarter_of(n, self.span(first, last)?),
            [Digits(year)] if matches!(year.len(), 2 | 4) => {
                let read = self.quarter_of(n, self.fiscal_year(self.year(year)?)?)?;
                let fiscal = match read {
                    Period::Quarter(quarter) if !self.calendar.is_calendar_year() => quarter,
                    read => return Ok(read),
                };
                let number: u8 = digits(n).expect("read as the number of a quarter above");
                let month =
                    Month::new(self.year(year)?, number * 3 - 2).map_err(|_| self.impossible(NoPeriod::Year))?;
                let quarter = self.calendar.quarter_of(month);
                let other = match self.calendar.start_of(quarter.into()) == month {
                    true => PeriodOption::CalendarQuarter(quarter),
                    false => PeriodOption::CalendarMonths(month),
                };
                Err(self.ambiguous(vec![PeriodOption::FiscalQuarter(fiscal), other]))
            }
            _ => self.unknown(),
        }
    }

    fn quarter_of(&self, n: &str, year: Period) -> PeriodResult {
        let (Some(number), Period::FiscalYear(year)) = (digits(n), year) else {
            return self.unknown();
        };
        let quarter = Quarter::new(year, number).map_err(|_| self.impossible(NoPeriod::Quarter))?;
        Ok(Period::Quarter(quarter))
    }

    /// Nothing but digits.
    fn bare_number(&self, number: &str) -> PeriodResult {
        match number.len() {
            4 if self.calendar.is_calendar_year() => self.fiscal_year(self.year(number)?),
            4 => {
                let year = self.year(number)?;
                let option = |year: FiscalYear| PeriodOption::Year {
                    year,
                    first: self.calendar.first_month(year),
                    last: self.calendar.last_month(year),
                };
                let (ends, begins) = (self.calendar.year_ending(year), self.calendar.year_beginning(year));
                Err(self.ambiguous(vec![option(ends), option(begins)]))
            }
            6 => self.month(&number[..4], &number[4..]),
            _ => self.unknown(),
        }
    }

    fn two_numbers(&self, left: &str, mark: char, right: &str) -> PeriodResult {
        match (left.len(), right.len()) {
            (4, 4) if mark != '.' => self.span(left, right),
            (4, 1) => self.month(left, right),
            (4, 2) => {
                let is_month = digits(right).is_some_and(|month: u8| (1..=12).contains(&month));
                let is_span = mark != '.' && self.follows(left, right);
                match (is_month, is_span) {
                    // With a hyphen this is the canonical month and was read as such.
                    (true, true) => Err(self.ambiguous(vec![
                        PeriodOption::Period(self.month(left, right)?),
                        PeriodOption::Period(self.calendar.year_beginning(self.year(left)?).into()),
                    ])),
                    (true, false) => self.month(left, right),
                    (false, true) => self.span(left, right),
                    (false, false) => Err(self.impossible(NoPeriod::SecondNumber)),
                }
            }
            (1 | 2, 4) => self.month(right, left),
            (1 | 2, 1 | 2) => match self.short_options(left, right) {
                options if options.is_empty() => self.unknown(),
                options => Err(self.ambiguous(options)),
            },
            _ => self.unknown(),
        }
    }

    /// What two short numbers can mean.
    fn short_options(&self, left: &str, right: &str) -> Vec<PeriodOption> {
        let mut periods: Vec<Period> = Vec::new();
        let mut month = |month: &str, year: &str| {
            let year = if year.len() == 2 { self.year(year).ok() } else { None };
            if let (Some(year), Some(month)) = (year, digits(month)) {
                periods.extend(Month::new(year, month).map(Period::Month));
            }
        };
        month(left, right);
        month(right, left);
        if left.len() == 2 && self.follows(left, right) {
            periods.extend(self.span(left, right));
        }
        let is_alone = periods.len() == 1;
        let days = [(left, right), (right, left)]
            .into_iter()
            .filter_map(|(day, month)| day_of(day, digits(month)?));
        // As a month it could only be one, yet it may be a day of that month.
        let day = days.take(usize::from(is_alone));
        periods.into_iter().map(PeriodOption::Period).chain(day).collect()
    }

    /// The fiscal year that begins in one calendar year and ends in the next.
    pub(crate) fn span(&self, first: &str, last: &str) -> PeriodResult {
        if !self.follows(first, last) {
            return Err(self.impossible(NoPeriod::YearsApart));
        }
        if self.calendar.is_calendar_year() {
            return Err(self.impossible(NoPeriod::OneYear));
        }
        Ok(Period::FiscalYear(self.calendar.year_beginning(self.year(first)?)))
    }

    /// `last` names the year after `first`.
    fn follows(&self, first: &str, last: &str) -> bool {
        let (Ok(first), Some(last_number)) = (self.year(first), digits::<i16>(last)) else {
            return false;
        };
        let next = first.saturating_add(1);
        match last.len() {
            4 => next == last_number,
            2 => next % 100 == last_number,
            _ => false,
        }
    }

    /// Three numbers: a day.
    fn date(&self, a: &str, b: &str, c: &str) -> PeriodResult {
        let day = |year: &str, month: &str, day: &str| {
            let date = Date::new(self.year(year).ok()?, digits(month)?, digits(day)?).ok()?;
            Some(self.day(date))
        };
        match (a.len(), b.len(), c.len()) {
            (4, 1 | 2, 1 | 2) => day(a, b, c).unwrap_or_else(|| Err(self.impossible(NoPeriod::Day))),
            (1 | 2, 1 | 2, 2 | 4) => match (day(c, b, a), day(c, a, b)) {
                (Some(day_first), Some(month_first)) if day_first != month_first => {
                    let months = [self.month(c, b)?, self.month(c, a)?];
                    Err(self.ambiguous(months.map(PeriodOption::Period).into()))
                }
                (Some(read), _) | (None, Some(read)) => read,
                (None, None) => Err(self.impossible(NoPeriod::Day)),
            },
            _ => self.unknown(),
        }
    }

    /// The month that a first or last day stands for.
    fn day(&self, date: Date) -> PeriodResult {
        if date.day() == 1 || date == date.last_of_month() {
            Ok(Period::Month(Month::of(date)))
        } else {
            Err(self.impossible(NoPeriod::DayInside))
        }
    }

    fn named(&self, name: &str, year: &str) -> PeriodResult {
        match month_number(name) {
            Some(month) if matches!(year.len(), 2 | 4) => self.numbered(self.year(year)?, month),
            Some(_) => Err(self.impossible(NoPeriod::YearDigits)),
            None if name == "cy" && year.len() == 4 && self.calendar.is_calendar_year() => {
                self.fiscal_year(self.year(year)?)
            }
            None if name == "cy" => Err(self.impossible(NoPeriod::CalendarYear)),
            None => self.unknown(),
        }
    }

    fn named_after(&self, year: &str, name: &str) -> PeriodResult {
        match month_number(name) {
            Some(month) if year.len() == 4 => self.numbered(self.year(year)?, month),
            Some(month) => {
                // "25-Jul": spreadsheets write days so.
                let month_of = self.year(year).ok().and_then(|year| Month::new(year, month).ok());
                let month_of = month_of.map(|month| PeriodOption::Period(month.into()));
                let options: Vec<PeriodOption> = month_of.into_iter().chain(day_of(year, month)).collect();
                match options.is_empty() {
                    true => Err(self.impossible(NoPeriod::YearDigits)),
                    false => Err(self.ambiguous(options)),
                }
            }
            None => self.unknown(),
        }
    }

    fn named_day(&self, day: &str, name: &str, year: &str) -> PeriodResult {
        let Some(month) = month_number(name) else {
            return self.unknown();
        };
        let day = digits(day).and_then(|day| Date::new(self.year(year).ok()?, i8::try_from(month).ok()?, day).ok());
        self.day(day.ok_or_else(|| self.impossible(NoPeriod::Day))?)
    }

    fn month(&self, year: &str, month: &str) -> PeriodResult {
        match digits(month) {
            Some(month) => self.numbered(self.year(year)?, month),
            None => self.unknown(),
        }
    }

    fn numbered(&self, year: i16, month: u8) -> PeriodResult {
        Month::new(year, month)
            .map(Period::Month)
            .map_err(|_| self.impossible(NoPeriod::Month(month)))
    }

    fn fiscal_year(&self, year: i16) -> PeriodResult {
        FiscalYear::new(year)
            .map(Period::FiscalYear)
            .map_err(|_| self.impossible(NoPeriod::Year))
    }

    /// A year of four digits, or of two in 1970 to 2069.
    pub(crate) fn year(&self, text: &str) -> Result<i16, PeriodError> {
        match (text.len(), digits::<i16>(text)) {
            (4, Some(year)) if year > 0 => Ok(year),
            (2, Some(year)) => Ok(if year < 70 { 2000 + year } else { 1900 + year }),
            _ => Err(self.impossible(NoPeriod::YearDigits)),
        }
    }

    fn ambiguous(&self, options: Vec<PeriodOption>) -> PeriodError {
        PeriodError::Ambiguous {
            text: self.written.into(),
            options,
        }
    }

    pub(crate) fn impossible(&self, reason: NoPeriod) -> PeriodError {
        PeriodError::Impossible {
            text: self.written.into(),
            reason,
        }
    }

    fn unknown(&self) -> PeriodResult {
        Err(PeriodError::Unknown {
            text: self.written.into(),
        })
    }
}

/// A day of a month, of some year.
fn day_of(day: &str, month: u8) -> Option<PeriodOption> {
    let day = digits(day).filter(|day| (1..=31).contains(day))?;
    (1..=12).contains(&month).then_some(PeriodOption::Day { day, month })
}

/// The number of a month by its English name in small letters, or by its first three or more.
pub fn month_number(name: &str) -> Option<u8> {
    let index = MONTHS
        .iter()
        .position(|month| name.len() >= 3 && month.starts_with(name))?;
    u8::try_from(index + 1).ok()
}
