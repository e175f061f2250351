//! The words of a text that names a period, read from left to right.

use jiff::civil::Date;

use crate::Mark;
use crate::mark::strip_marks;

use super::month_words::month_of;
use super::part::{Head, HeadSpan, HeadYear, full_year, year_number};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word<'a> {
    Letters(&'a str),
    Digits(&'a str),
    Dash,
    Slash,
    Quote,
}

/// The words of a text, read from left to right.
pub(crate) struct HeadWords<'a> {
    words: Vec<Word<'a>>,
    months: Vec<u8>,
    years: Vec<i16>,
    /// The month's number in the words when a year of two digits was read before it.
    day_before_month: bool,
    fiscal: bool,
    quarter: Option<u8>,
    /// A place in an order, which is that of a quarter where the word stands too.
    ordinal: Option<u8>,
    says_quarter: bool,
    day: Option<Date>,
    half: Option<u8>,
    first_months: Option<u8>,
    to_date: bool,
    mark: Option<Mark>,
    /// A fiscal year named by both of its years.
    pair: Option<i16>,
}

impl<'a> HeadWords<'a> {
    pub(crate) fn of(text: &'a str) -> Option<Self> {
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
                _ if Mark::named(&rest[..first.len_utf8()]) == Some(Mark::Footnote) => (None, first.len_utf8()),
                _ => return None,
            };
            words.extend(word);
            rest = &rest[length..];
            if words.len() > 16 {
                return None;
            }
        }
        let mark = strip_marks(text).1.filter(|mark| *mark == Mark::Footnote);
        Some(Self {
            words,
            months: Vec::new(),
            years: Vec::new(),
            day_before_month: false,
            fiscal: false,
            quarter: None,
            ordinal: None,
            says_quarter: false,
            day: None,
            half: None,
            first_months: None,
            to_date: false,
            mark,
            pair: None,
        })
    }

    pub(crate) fn read(&mut self) -> Option<()> {
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
            "i" | "first" => self.ordinal = Some(1),
            "ii" | "second" => self.ordinal = Some(2),
            "iii" | "third" => self.ordinal = Some(3),
            "iv" | "fourth" => self.ordinal = Some(4),
            "quarter" | "qtr" | "q" => self.says_quarter = true,
            "cumulative" | "cum" | "ytd" | "progressive" | "cumm" => self.to_date = true,
            "m" if is_last || self.years.is_empty() => return None,
            "to" | "of" | "the" | "month" | "months" | "year" | "years" | "ended" | "ending" | "end" | "for"
            | "period" | "during" | "up" | "upto" | "till" | "date" | "total" | "annual" | "cy" | "calendar" | "m"
            | "st" | "nd" | "rd" | "th" | "as" | "at" | "on" | "actual" | "actuals" => {}
            _ => {
                // "FY26 BE" is an estimate, and "May be" is none.
                let is_behind_year = !self.years.is_empty() || self.pair.is_some();
                let is_mark = |mark: &Mark| *mark != Mark::About && (letters.len() != 2 || is_behind_year);
                self.mark = Some(Mark::named(letters).filter(is_mark).filter(|_| !self.is_silent())?);
            }
        }
        Some(1)
    }

    fn is_silent(&self) -> bool {
        self.months.is_empty()
            && self.years.is_empty()
            && self.pair.is_none()
            && self.quarter.or(self.ordinal).is_none()
    }

    fn digits(&mut self, digits: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
        let (before, next, after) = (
            at.checked_sub(1).map(|at| words[at]),
            words.get(at + 1),
            words.get(at + 2),
        );
        match (digits.len(), next) {
            // 3QFY25
            (1, Some(Word::Letters("q" | "qfy"))) => {
                self.quarter = digits.parse().ok().filter(|quarter| (1..=4).contains(quarter));
                self.fiscal |= next == Some(&Word::Letters("qfy"));
                self.quarter.map(|_| 2)
            }
            // 9MFY25
            (1 | 2, Some(Word::Letters("m" | "mfy" | "months" | "mths"))) if self.is_silent() => {
                self.first_months = digits.parse().ok().filter(|months| (1..=12).contains(months));
                self.fiscal |= next == Some(&Word::Letters("mfy"));
                self.first_months.map(|_| 2)
            }
            (1, Some(Word::Letters("st" | "nd" | "rd" | "th"))) => {
                self.ordinal = digits.parse().ok().filter(|quarter| (1..=4).contains(quarter));
                self.ordinal.map(|_| 2)
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
                self.number_before_month(digits, words)
            }
            (2, _) if self.fiscal || !self.months.is_empty() || self.quarter.is_some() => {
                self.years.push(full_year(digits)?);
                Some(1)
            }
            (1, _) if at == 0 && matches!(next, Some(Word::Dash | Word::Letters(_))) => {
                self.number_before_month(digits, words)
            }
            _ => None,
        }
    }

    /// `25-Jul`, or `30-Jun-2022`, where a day stands before its month.
    fn number_before_month(&mut self, digits: &str, words: &[Word<'_>]) -> Option<usize> {
        let month = words[1..].iter().take(2).find_map(|word| match word {
            Word::Letters(letters) => month_of(letters),
            _ => None,
        })?;
        let year = match (words.last(), words.len()) {
            (Some(Word::Digits(year)), 3..) => Some(full_year(year)?),
            _ => None,
        };
        match (year, words.len()) {
            (Some(year), 3..=5) => {
                let day = Date::new(year, i8::try_from(month).ok()?, digits.parse().ok()?).ok()?;
                self.months = vec![month];
                self.day = Some(day);
                Some(words.len())
            }
            (None, 2..=4) if digits.len() == 2 => {
                self.day_before_month = true;
                self.years.push(full_year(digits)?);
                Some(1)
            }
            _ => None,
        }
    }

    pub(crate) fn head(&self) -> Option<Head> {
        if self.ordinal.is_some() && !self.says_quarter {
            return None;
        }
        if let Some(day) = self.day {
            return Some(Head {
                span: Some(HeadSpan::Day(day)),
                mark: self.mark,
                ..Head::default()
            });
        }
        let quarter = self.quarter.or(self.ordinal);
        if let Some(months) = self.first_months {
            let named = || self.years.first().copied().filter(|_| self.fiscal).map(HeadYear::Named);
            return Some(Head {
                year: Some(self.pair.map(HeadYear::Fiscal).or_else(named)?),
                span: Some(HeadSpan::First(months)),
                mark: self.mark,
                ..Head::default()
            });
        }
        let year = match (self.pair, self.years.as_slice()) {
            (Some(year), []) => Some(HeadYear::Fiscal(year)),
            (Some(year), [..]) if self.months.is_empty() => Some(HeadYear::Fiscal(year)),
            (None, [year, ..]) if self.fiscal => Some(HeadYear::Named(*year)),
            (None, [year, ..]) => Some(HeadYear::Bare(*year)),
            (None, []) if self.fiscal && quarter.is_none() && self.months.is_empty() => return None,
            (None, []) => None,
            (Some(_), _) => return None,
        };
        if self.years.len() > 2 || (self.years.len() == 2 && self.months.len() != 2) {
            return None;
        }
        let span = match (self.months.as_slice(), quarter, self.half) {
            ([month], None, None) => Some(HeadSpan::Month(*month)),
            ([first, last], _, None) => Some(HeadSpan::Months(*first, *last)),
            ([], Some(quarter), None) => Some(HeadSpan::Quarter(quarter)),
            ([], None, Some(half)) => Some(HeadSpan::Half(half)),
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
