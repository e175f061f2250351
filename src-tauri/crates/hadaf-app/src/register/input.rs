//! The types that a field of a register may have: how each is entered, read and shown.

use hadaf_core::{CostConcept, Decimal, FiscalYear, Month, OutageKind, PartialDate, Period, Published, State, Unit};
use jiff::civil::Date;

use super::field::label;
use super::{Desk, RegisterKind, Typed};
use crate::session::{AppError, Code, Result, number, parse_day};
use crate::words::{Format, say};

/// How a field is entered.
#[derive(Clone, Copy)]
pub(crate) enum Input {
    /// Anything.
    Text,
    /// A number with a point for decimals.
    Number,
    /// A day, or only its month or year.
    PartialDate,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A fiscal year.
    Year,
    /// A unit.
    Unit,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// The number of an entry of a register.
    Entry(RegisterKind),
}

impl Input {
    /// How it is written, by example; empty where that needs no saying.
    pub(super) fn hint(self, format: Format) -> String {
        let words = format.words;
        match self {
            Self::Text | Self::Word(_) => String::new(),
            Self::Number => say!(words, "hint-number"),
            Self::PartialDate => say!(words, "hint-partial-date"),
            Self::Day => say!(words, "hint-day"),
            Self::Month => say!(words, "hint-month"),
            Self::Year => say!(words, "hint-year"),
            Self::Unit => say!(words, "hint-unit"),
            Self::Entry(register) => words.say(&format!("hint-{}", register.as_str()), &[]),
        }
    }

    /// The words that it takes; none: free.
    pub(super) fn choices(self) -> Vec<&'static str> {
        match self {
            Self::Word(words) => words(),
            _ => Vec::new(),
        }
    }
}

/// A type that a field of a register may have.
pub(crate) trait Entered: Sized {
    /// How it is entered.
    const INPUT: Input;
    /// Whether nothing is one of its values.
    const MAY_BE_EMPTY: bool = false;

    /// As forms and programs have it, exact; it is read back as the same.
    fn text(&self) -> String;

    /// As people read it.
    fn shown(&self, desk: &Desk<'_>) -> String;

    /// Reads the field of a name, which may be empty only where the type may be. `before` is what the entry that is
    /// amended had.
    ///
    /// # Errors
    /// [`Code::Word`], [`Code::Number`], [`Code::Date`] or [`Code::Period`] for what cannot be read.
    fn read(typed: &Typed<'_>, name: &'static str, before: Option<&Self>) -> Result<Self>;
}

impl<T: Entered> Entered for Option<T> {
    const INPUT: Input = T::INPUT;
    const MAY_BE_EMPTY: bool = true;

    fn text(&self) -> String {
        self.as_ref().map_or_else(String::new, T::text)
    }

    fn shown(&self, desk: &Desk<'_>) -> String {
        self.as_ref().map_or_else(String::new, |value| value.shown(desk))
    }

    fn read(typed: &Typed<'_>, name: &'static str, before: Option<&Self>) -> Result<Self> {
        if typed.text(name).is_empty() {
            return Ok(None);
        }
        T::read(typed, name, before.and_then(Option::as_ref)).map(Some)
    }
}

impl Entered for String {
    const INPUT: Input = Input::Text;
    const MAY_BE_EMPTY: bool = true;

    fn text(&self) -> String {
        self.clone()
    }

    fn shown(&self, _desk: &Desk<'_>) -> String {
        self.clone()
    }

    fn read(typed: &Typed<'_>, name: &'static str, _before: Option<&Self>) -> Result<Self> {
        Ok(typed.text(name).to_owned())
    }
}

/// Amounts and shares: no register counts below zero.
impl Entered for Decimal {
    const INPUT: Input = Input::Number;

    fn text(&self) -> String {
        self.to_string()
    }

    fn shown(&self, desk: &Desk<'_>) -> String {
        desk.format.exact(*self)
    }

    fn read(typed: &Typed<'_>, name: &'static str, _before: Option<&Self>) -> Result<Self> {
        let (value, _) = number(typed.text(name))?;
        if value.mantissa() < 0 {
            let args = [("field", &*label(typed.format, name)), ("text", typed.text(name))];
            return Err(AppError::of(Code::Number, "field-negative", &args));
        }
        Ok(value)
    }
}

/// A day, kept with when it was seen: an entry whose day stays the same does not become newer.
impl Entered for Published {
    const INPUT: Input = Input::Day;
    const MAY_BE_EMPTY: bool = true;

    fn text(&self) -> String {
        self.date.map_or_else(String::new, |day| day.to_string())
    }

    fn shown(&self, desk: &Desk<'_>) -> String {
        self.date.map_or_else(String::new, |day| desk.format.day_short(day))
    }

    fn read(typed: &Typed<'_>, name: &'static str, before: Option<&Self>) -> Result<Self> {
        let text = typed.text(name);
        let day: Option<Date> = (!text.is_empty()).then(|| parse_day(text)).transpose()?;
        Ok(match (before, day) {
            (Some(before), day) if before.date == day => *before,
            (_, Some(day)) => Self::on(day),
            (Some(before), None) => Self::undated(before.seen),
            (None, None) => Self::undated(typed.book.today),
        })
    }
}

impl Entered for FiscalYear {
    const INPUT: Input = Input::Year;

    fn text(&self) -> String {
        self.to_string()
    }

    fn shown(&self, desk: &Desk<'_>) -> String {
        desk.format.year(*self)
    }

    fn read(typed: &Typed<'_>, name: &'static str, _before: Option<&Self>) -> Result<Self> {
        let calendar = typed.book.calendar();
        let period = Period::parse(typed.text(name), calendar)?;
        Ok(period
            .as_fiscal_year()
            .unwrap_or_else(|| calendar.fiscal_year_of(period)))
    }
}

impl Entered for Month {
    const INPUT: Input = Input::Month;

    fn text(&self) -> String {
        self.to_string()
    }

    fn shown(&self, desk: &Desk<'_>) -> String {
        desk.format.month_short(*self)
    }

    fn read(typed: &Typed<'_>, name: &'static str, _before: Option<&Self>) -> Result<Self> {
        let text = typed.text(name);
        let month = Period::parse(text, typed.book.calendar())?.as_month();
        month.ok_or_else(|| AppError::of(Code::Period, "field-month", &[("text", text)]))
    }
}

/// Types that are written in one way, and shown in another.
macro_rules! parsed {
    ($($type:ty: $input:expr, $shown:expr;)+) => {$(
        impl Entered for $type {
            const INPUT: Input = $input;

            fn text(&self) -> String {
                self.to_string()
            }

            fn shown(&self, desk: &Desk<'_>) -> String {
                let shown: fn(Self, &Desk<'_>) -> String = $shown;
                shown(*self, desk)
            }

            fn read(typed: &Typed<'_>, name: &'static str, _before: Option<&Self>) -> Result<Self> {
                Ok(typed.text(name).parse()?)
            }
        }
    )+};
}

parsed! {
    PartialDate: Input::PartialDate, |date, desk| desk.date(date);
    Unit: Input::Unit, |unit, desk| desk.format.unit(unit);
    OutageKind: Input::Word(|| Self::ALL.iter().map(|word| word.as_str()).collect()),
        |kind, desk| desk.format.words.say(&format!("outage-{kind}"), &[]);
    State: Input::Word(|| Self::ALL.iter().map(|word| word.as_str()).collect()),
        |state, desk| desk.format.words.say(&format!("state-{state}"), &[]);
    CostConcept: Input::Word(|| Self::ALL.iter().map(|word| word.as_str()).collect()),
        |concept, desk| desk.format.words.say(&format!("concept-{concept}"), &[]);
}

/// The number of an entry, whose register the field names.
impl Entered for i64 {
    const INPUT: Input = Input::Number;

    fn text(&self) -> String {
        self.to_string()
    }

    fn shown(&self, _desk: &Desk<'_>) -> String {
        self.to_string()
    }

    fn read(typed: &Typed<'_>, name: &'static str, _before: Option<&Self>) -> Result<Self> {
        // The field has found it among the entries, so it is written as they are.
        let (number, _) = number(typed.text(name))?;
        Ok(number.mantissa())
    }
}
