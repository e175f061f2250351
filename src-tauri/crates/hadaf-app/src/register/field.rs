//! The fields of a register: what a form asks for, and how what was typed is read.

use std::collections::BTreeMap;
use std::str::FromStr;

use hadaf_core::{CoreError, Decimal, PartialDate};
use hadaf_words::{Family, Format, say};
use jiff::civil::Date;

use crate::register::RegisterField;
use crate::session::{AppError, Code, Result, number, parse_day, refusal};

const LABEL: Family = Family::of("field-{}");
const HINT: Family = Family::of("hint-{}");

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    /// Anything.
    Text,
    /// A number with a point for decimals.
    Number,
    /// A day, or only its month or year.
    PartialDate,
    /// A day.
    Day,
    /// Nothing is written: the program works it out, as text or as a number.
    Computed { numeric: bool },
    /// One of these words.
    Word(&'static [&'static str]),
    /// A fiscal year, a month, a unit, the number of another entry.
    Of(&'static str),
}

/// One field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) input: Input,
    pub(crate) required: bool,
}

/// A field that may be empty.
pub(crate) const fn may(name: &'static str, input: Input) -> Field {
    field(name, input, false)
}

/// A field that must not be empty.
pub(crate) const fn must(name: &'static str, input: Input) -> Field {
    field(name, input, true)
}

/// A field has a name in words and, where it is another entry's or a unit, a hint: else it does not compile.
const fn field(name: &'static str, input: Input, required: bool) -> Field {
    LABEL.message(name).takes(&[], 0);
    if let Input::Of(what) = input {
        HINT.message(what).takes(&[], 0);
    }
    Field { name, input, required }
}

/// A number that the program works out.
pub(crate) const fn worked_out(name: &'static str) -> Field {
    may(name, Input::Computed { numeric: true })
}

impl Field {
    pub(crate) fn is_computed(&self) -> bool {
        matches!(self.input, Input::Computed { .. })
    }

    pub(crate) fn view(&self, format: Format) -> RegisterField {
        let words = format.words;
        let optional = (!self.required).then(String::new);
        RegisterField {
            name: self.name.to_owned(),
            label: label(format, self.name),
            hint: match self.input {
                Input::Text | Input::Word(_) | Input::Computed { .. } => String::new(),
                Input::Number => say!(words, "hint-number"),
                Input::PartialDate => say!(words, "hint-partial-date"),
                Input::Day => say!(words, "hint-day"),
                Input::Of(what) => words.say(HINT.message(what), &[]),
            },
            choices: match self.input {
                Input::Word(choices) => optional
                    .into_iter()
                    .chain(choices.iter().map(|it| (*it).to_owned()))
                    .collect(),
                _ => Vec::new(),
            },
            required: self.required,
            computed: self.is_computed(),
            numeric: matches!(self.input, Input::Number | Input::Computed { numeric: true }),
        }
    }
}

/// The head of a field.
pub(crate) fn label(format: Format, name: &str) -> String {
    format.words.say(LABEL.message(name), &[])
}

/// What was typed into a form.
pub(crate) struct Values<'a> {
    pub(crate) typed: &'a BTreeMap<String, String>,
}

impl Values<'_> {
    /// Without blanks around it; empty for a field that was left out.
    pub(crate) fn text(&self, name: &str) -> String {
        self.typed
            .get(name)
            .map_or_else(String::new, |text| text.trim().to_owned())
    }

    /// # Errors
    /// [`Code::Word`] when it is empty.
    pub(crate) fn required(&self, name: &str) -> Result<String> {
        match self.text(name) {
            text if text.is_empty() => Err(self.missing(name)),
            text => Ok(text),
        }
    }

    /// A word, year, month, unit, date; none when it is empty.
    ///
    /// # Errors
    /// [`Code::Word`] or [`Code::Period`] for what is none.
    pub(crate) fn parsed<T: FromStr<Err = CoreError>>(&self, name: &str) -> Result<Option<T>> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        Ok(Some(text.parse()?))
    }

    /// # Errors
    /// As [`Values::parsed`]; [`Code::Word`] when it is empty.
    pub(crate) fn parsed_required<T: FromStr<Err = CoreError>>(&self, name: &str) -> Result<T> {
        self.parsed(name)?.ok_or_else(|| self.missing(name))
    }

    /// # Errors
    /// [`Code::Number`] for what is none, or below zero.
    pub(crate) fn amount(&self, name: &str) -> Result<Option<Decimal>> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        let (value, _) = number(&text)?;
        if value.mantissa() < 0 {
            return Err(refusal!(
                Code::Number,
                "field-negative",
                field = LABEL.message(name),
                text = text
            ));
        }
        Ok(Some(value))
    }

    /// # Errors
    /// As [`Values::amount`]; [`Code::Word`] when it is empty.
    pub(crate) fn amount_required(&self, name: &str) -> Result<Decimal> {
        self.amount(name)?.ok_or_else(|| self.missing(name))
    }

    /// # Errors
    /// [`Code::Date`].
    pub(crate) fn day(&self, name: &str) -> Result<Option<Date>> {
        let text = self.text(name);
        if text.is_empty() {
            Ok(None)
        } else {
            parse_day(&text).map(Some)
        }
    }

    /// Two dates in their order.
    ///
    /// # Errors
    /// [`Code::Date`] when the second can only lie before the first, or one is no date.
    pub(crate) fn in_order(&self, first: &str, second: &str) -> Result<(Option<PartialDate>, Option<PartialDate>)> {
        let (from, to): (Option<PartialDate>, Option<PartialDate>) = (self.parsed(first)?, self.parsed(second)?);
        if from.zip(to).is_some_and(|(from, to)| to.latest() < from.earliest()) {
            return Err(refusal!(
                Code::Date,
                "field-order",
                first = LABEL.message(first),
                from = self.text(first),
                second = LABEL.message(second),
                to = self.text(second)
            ));
        }
        Ok((from, to))
    }

    fn missing(&self, name: &str) -> AppError {
        refusal!(Code::Word, "field-missing", field = LABEL.message(name))
    }
}
