//! From the text of a formula to its tree. Sums are read from the left; functions bind closer.

use std::str::Chars;

use super::{FormulaError, SeriesFormula};
use crate::{Currency, SeriesId};

/// The most characters of a formula; it also bounds how deep one can be.
const LONGEST: usize = 500;
/// The most brackets inside one another.
const DEEPEST: usize = 24;

type Read<T> = Result<T, FormulaError>;

/// Reads a formula.
pub(super) fn read(text: &str) -> Read<SeriesFormula> {
    if text.trim().is_empty() {
        return Err(FormulaError::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(FormulaError::TooLong { limit: LONGEST });
    }
    let mut reader = FormulaReader {
        rest: text.chars(),
        at: 1,
        depth: 0,
    };
    let formula = reader.sum()?;
    match reader.peek() {
        None => Ok(formula),
        Some(_) => Err(reader.misplaced()),
    }
}

/// What is left to be read.
struct FormulaReader<'a> {
    rest: Chars<'a>,
    /// Of its first character, counted from 1.
    at: usize,
    depth: usize,
}

impl FormulaReader<'_> {
    /// Terms with signs between them.
    fn sum(&mut self) -> Read<SeriesFormula> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.misplaced());
        }
        let mut sum = self.term()?;
        loop {
            let make = match self.peek() {
                Some('+') => SeriesFormula::Sum,
                // What word processors make of a minus.
                Some('-' | '\u{2212}' | '\u{2013}') => SeriesFormula::Difference,
                _ => break,
            };
            self.take();
            sum = make(Box::new(sum), Box::new(self.term()?));
        }
        self.depth -= 1;
        Ok(sum)
    }

    /// A series, a function of something, or a sum in brackets.
    fn term(&mut self) -> Read<SeriesFormula> {
        match self.peek() {
            Some('(') => {
                self.take();
                let inside = self.sum()?;
                self.close()?;
                Ok(inside)
            }
            Some('a'..='z') => {
                let at = self.at;
                let name = self.word();
                match self.peek() {
                    Some('(') => self.function(&name),
                    _ => SeriesId::new(&name)
                        .map(SeriesFormula::Series)
                        .map_err(|_| FormulaError::Misplaced { found: name, at }),
                }
            }
            _ => Err(self.misplaced()),
        }
    }

    fn function(&mut self, name: &str) -> Read<SeriesFormula> {
        type Of = fn(Box<SeriesFormula>) -> SeriesFormula;
        let one: (&'static str, &'static str, Of) = match name {
            "growth" => ("growth", "growth(total)", SeriesFormula::Growth),
            "rolling" => ("rolling", "rolling(total)", SeriesFormula::Rolling),
            "per_day" => ("per_day", "per_day(total)", SeriesFormula::PerDay),
            "per_working_day" => (
                "per_working_day",
                "per_working_day(total)",
                SeriesFormula::PerWorkingDay,
            ),
            "quarterly" => ("quarterly", "quarterly(total)", SeriesFormula::Quarterly),
            "yearly" => ("yearly", "yearly(total)", SeriesFormula::Yearly),
            "share" => return self.share(),
            "convert" => return self.convert(),
            _ => return Err(FormulaError::UnknownFunction { name: name.to_owned() }),
        };
        let (function, takes, make) = one;
        self.take();
        let of = self.sum()?;
        self.closes(function, takes)?;
        Ok(make(Box::new(of)))
    }

    fn share(&mut self) -> Read<SeriesFormula> {
        let (part, whole) = self.pair("share", "share(part, total)")?;
        self.closes("share", "share(part, total)")?;
        Ok(SeriesFormula::Share(part, whole))
    }

    fn convert(&mut self) -> Read<SeriesFormula> {
        const TAKES: &str = "convert(total, rate)";
        let (amount, rate) = self.pair("convert", TAKES)?;
        let mut into = None;
        if self.peek() == Some(',') {
            self.take();
            let at = {
                self.peek();
                self.at
            };
            let mut letters = String::new();
            while let Some(letter) = self.rest.clone().next().filter(char::is_ascii_alphabetic) {
                letters.push(letter.to_ascii_uppercase());
                self.take();
            }
            let currency: Result<Currency, _> = letters.parse();
            into = Some(currency.map_err(|_| FormulaError::Misplaced { found: letters, at })?);
        }
        self.closes("convert", TAKES)?;
        Ok(SeriesFormula::Convert { amount, rate, into })
    }

    /// An opened bracket and the two things at its beginning.
    fn pair(&mut self, function: &'static str, takes: &'static str) -> Read<(Box<SeriesFormula>, Box<SeriesFormula>)> {
        self.take();
        let first = self.sum()?;
        if self.peek() != Some(',') {
            return Err(FormulaError::Takes { function, takes });
        }
        self.take();
        Ok((Box::new(first), Box::new(self.sum()?)))
    }

    /// The bracket that ends what a function is given.
    fn closes(&mut self, function: &'static str, takes: &'static str) -> Read<()> {
        match self.peek() {
            Some(',') => Err(FormulaError::Takes { function, takes }),
            _ => self.close(),
        }
    }

    fn close(&mut self) -> Read<()> {
        if self.peek() != Some(')') {
            return Err(self.misplaced());
        }
        self.take();
        Ok(())
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        let is_of_word = |letter: &char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || *letter == '_';
        while let Some(letter) = self.rest.clone().next().filter(is_of_word) {
            word.push(letter);
            self.take();
        }
        word
    }

    /// The next character that is no blank.
    fn peek(&mut self) -> Option<char> {
        loop {
            let next = self.rest.clone().next()?;
            if !next.is_whitespace() {
                return Some(next);
            }
            self.take();
        }
    }

    fn take(&mut self) {
        if self.rest.next().is_some() {
            self.at += 1;
        }
    }

    fn misplaced(&mut self) -> FormulaError {
        let found = self.peek().map_or_else(String::new, String::from);
        FormulaError::Misplaced { found, at: self.at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_in_one_way() {
        let cases = [
            ("a-b", "a - b"),
            (" it_exports \u{2212} it_imports ", "it_exports - it_imports"),
            ("a-b-c+d", "a - b - c + d"),
            ("a-(b-c)", "a - (b - c)"),
            ("(a-b)-c", "a - b - c"),
            ("((a))", "a"),
            ("share( freelance ,total )", "share(freelance, total)"),
            ("share(a+b, (c))", "share(a + b, c)"),
            ("growth(rolling(total))", "growth(rolling(total))"),
            ("growth - per_day", "growth - per_day"),
            ("per_working_day(a)-per_day(a)", "per_working_day(a) - per_day(a)"),
            ("convert(total,usd_pkr)", "convert(total, usd_pkr)"),
            ("convert(total,usd_pkr, usd)", "convert(total, usd_pkr, USD)"),
            ("yearly(quarterly(a) - b)", "yearly(quarterly(a) - b)"),
        ];
        for (text, written) in cases {
            let formula: SeriesFormula = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(formula.to_string(), written);
            assert_eq!(written.parse(), Ok(formula), "{written}");
        }
    }

    #[test]
    fn what_is_no_formula_is_told_by_its_place() {
        let misplaced = |found: &str, at| FormulaError::Misplaced {
            found: found.to_owned(),
            at,
        };
        let cases = [
            ("  ", FormulaError::Empty),
            ("a b", misplaced("b", 3)),
            ("a -", misplaced("", 4)),
            ("- a", misplaced("-", 1)),
            ("a * 2", misplaced("*", 3)),
            ("(a", misplaced("", 3)),
            ("a)", misplaced(")", 2)),
            ("Total", misplaced("T", 1)),
            ("growth()", misplaced(")", 8)),
            ("convert(a, b, us)", misplaced("US", 15)),
            ("mean(a)", FormulaError::UnknownFunction { name: "mean".into() }),
            (
                "share(a)",
                FormulaError::Takes {
                    function: "share",
                    takes: "share(part, total)",
                },
            ),
            (
                "growth(a, b)",
                FormulaError::Takes {
                    function: "growth",
                    takes: "growth(total)",
                },
            ),
        ];
        for (text, error) in cases {
            assert_eq!(text.parse::<SeriesFormula>(), Err(error), "{text}");
        }
        let long = "a+".repeat(400) + "a";
        assert_eq!(
            long.parse::<SeriesFormula>(),
            Err(FormulaError::TooLong { limit: LONGEST })
        );
        let deep = "(".repeat(30) + "a" + &")".repeat(30);
        assert!(deep.parse::<SeriesFormula>().is_err());
    }

    #[test]
    fn inputs_are_named_once_and_renamed_everywhere() {
        let formula: SeriesFormula = "share(a - b, a) + growth(c)".parse().unwrap();
        let inputs: Vec<&str> = formula.inputs().into_iter().map(SeriesId::as_str).collect();
        assert_eq!(inputs, ["a", "b", "c"]);
        let [from, to] = ["a", "exports"].map(|id| SeriesId::new(id).unwrap());
        assert_eq!(
            formula.renamed(&from, &to).to_string(),
            "share(exports - b, exports) + growth(c)"
        );
    }
}
