//! The types that a field of a register may have: how each is entered, read and shown.

use std::fmt::Display;
use std::str::FromStr;

use hadaf_core::{
    ConcernId, CoreError, CostConcept, Decimal, DisruptionId, FiscalYear, Month, OutageKind, PartialDate, Published,
    State, Unit, storable,
};
use hadaf_error::{Code, Result, check_known, number, parse_day, parse_partial_date, parse_period, refusal};
use hadaf_words::{Family, Format, Words, say, say_of};
use jiff::civil::Date;

use super::{Desk, FieldName, RegisterChoice, RegisterInput, RegisterKind, Typed};

const HINT: Family = Family::of("hint-{}");

/// How a field is entered.
#[derive(Clone, Copy)]
pub enum Input {
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
    /// One of these words, each as people read it.
    Word(fn(&Words) -> Vec<(&'static str, String)>),
    /// The number of an entry of a register.
    Entry(RegisterKind),
}

impl Input {
    /// The number of an entry of a register, which has a hint: else it does not compile.
    const fn entry(register: RegisterKind) -> Self {
        HINT.message(register.as_str()).takes(&[], 0);
        Self::Entry(register)
    }

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
            Self::Entry(register) => words.say(HINT.message(register.as_str()), &[]),
        }
    }

    /// The words that it takes, as people read them; none: free.
    pub(super) fn choices(self, format: Format) -> Vec<RegisterChoice> {
        let Self::Word(words) = self else {
            return Vec::new();
        };
        let choice = |(value, label): (&'static str, String)| RegisterChoice {
            value: value.to_owned(),
            label,
        };
        words(format.words).into_iter().map(choice).collect()
    }

    /// The same for the page.
    pub(super) fn kind(self) -> RegisterInput {
        match self {
            Self::Text => RegisterInput::Text,
            Self::Number => RegisterInput::Number,
            Self::PartialDate => RegisterInput::PartialDate,
            Self::Day => RegisterInput::Day,
            Self::Month => RegisterInput::Month,
            Self::Year => RegisterInput::Year,
            Self::Unit => RegisterInput::Unit,
            Self::Word(_) => RegisterInput::Word,
            Self::Entry(_) => RegisterInput::Entry,
        }
    }

    /// A text of this type such that two of the same meaning are the same: as any file holds it, and a number without
    /// zeros at its end.
    pub(super) fn plain(self, text: &str) -> String {
        let text = storable(text.trim());
        match self {
            Self::Number if text.contains('.') => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
            _ => text.into_owned(),
        }
    }
}

/// A type that a field of a register may have.
pub trait Entered: Sized {
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
    fn read(typed: &Typed<'_>, name: FieldName, before: Option<&Self>) -> Result<Self>;
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

    fn read(typed: &Typed<'_>, name: FieldName, before: Option<&Self>) -> Result<Self> {
        if typed.text(name).is_empty() {
            return Ok(None);
        }
        T::read(typed, name, before.and_then(Option::as_ref)).map(Some)
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

    fn read(typed: &Typed<'_>, name: FieldName, before: Option<&Self>) -> Result<Self> {
        let text = typed.text(name);
        let day: Option<Date> = (!text.is_empty()).then(|| parse_day(text)).transpose()?;
        if let Some(day) = day {
            check_known(day, typed.book.today)?;
        }
        Ok(match (before, day) {
            (Some(before), day) if before.date == day => *before,
            (_, Some(day)) => Self::on(day),
            (Some(before), None) => Self::undated(before.seen),
            (None, None) => Self::undated(typed.book.today),
        })
    }
}

/// Types whose text is their own: how each is entered, shown and read.
macro_rules! entered {
    ($($type:ty: $input:expr, $shown:expr, $read:expr;)+) => {$(
        impl Entered for $type {
            const INPUT: Input = $input;

            fn text(&self) -> String {
                self.to_string()
            }

            fn shown(&self, desk: &Desk<'_>) -> String {
                let shown: fn(&Self, &Desk<'_>) -> String = $shown;
                shown(self, desk)
            }

            fn read(typed: &Typed<'_>, name: FieldName, _before: Option<&Self>) -> Result<Self> {
                $read(typed, name)
            }
        }
    )+};
}

entered! {
    String: Input::Text, |text, _| text.clone(), text;
    Decimal: Input::Number, |value, desk| desk.format.exact(*value), amount;
    PartialDate: Input::PartialDate, |date, desk| desk.date(*date), partial_date;
    Month: Input::Month, |month, desk| desk.format.month_short(*month), month;
    FiscalYear: Input::Year, |year, desk| desk.format.year(*year), fiscal_year;
    Unit: Input::Unit, |unit, desk| desk.format.unit(*unit), parsed;
    OutageKind: Input::Word(|words| said(Self::ALL, Self::as_str, |it| say_of!(words, "outage-{}", OutageKind, it))),
        |kind, desk| say_of!(desk.format.words, "outage-{}", OutageKind, *kind), parsed;
    State: Input::Word(|words| said(Self::ALL, Self::as_str, |it| say_of!(words, "state-{}", State, it))),
        |state, desk| say_of!(desk.format.words, "state-{}", State, *state), parsed;
    CostConcept: Input::Word(|words| said(Self::ALL, Self::as_str, |it| say_of!(words, "concept-{}", CostConcept, it))),
        |concept, desk| say_of!(desk.format.words, "concept-{}", CostConcept, *concept), parsed;
    DisruptionId: Input::entry(RegisterKind::Disruptions),
        |id, desk| entry_name(desk, RegisterKind::Disruptions, id), entry;
    ConcernId: Input::entry(RegisterKind::Concerns), |id, desk| entry_name(desk, RegisterKind::Concerns, id), entry;
}

/// The words of a set, each as people read it.
fn said<T: Copy>(all: &[T], word: fn(T) -> &'static str, label: impl Fn(T) -> String) -> Vec<(&'static str, String)> {
    all.iter().map(|one| (word(*one), label(*one))).collect()
}

fn text(typed: &Typed<'_>, name: FieldName) -> Result<String> {
    Ok(typed.text(name).to_owned())
}

fn parsed<T: FromStr<Err = CoreError>>(typed: &Typed<'_>, name: FieldName) -> Result<T> {
    Ok(typed.text(name).parse()?)
}

fn partial_date(typed: &Typed<'_>, name: FieldName) -> Result<PartialDate> {
    parse_partial_date(typed.text(name), typed.book.calendar())
}

/// No register counts below zero.
fn amount(typed: &Typed<'_>, name: FieldName) -> Result<Decimal> {
    let (value, _) = number(typed.text(name))?;
    if value.mantissa() < 0 {
        return Err(refusal!(
            Code::Number,
            "field-negative",
            field = name.label,
            text = typed.text(name)
        ));
    }
    Ok(value)
}

fn month(typed: &Typed<'_>, name: FieldName) -> Result<Month> {
    let text = typed.text(name);
    let month = parse_period(text, typed.book.calendar())?.as_month();
    month.ok_or_else(|| refusal!(Code::Period, "field-month", text = text))
}

fn fiscal_year(typed: &Typed<'_>, name: FieldName) -> Result<FiscalYear> {
    let calendar = typed.book.calendar();
    let period = parse_period(typed.text(name), calendar)?;
    let year = period.as_fiscal_year();
    Ok(year.unwrap_or_else(|| calendar.fiscal_year_of(period)))
}

/// The field has found it among the entries of its register, so it is written as they are.
fn entry<T: From<i64>>(typed: &Typed<'_>, name: FieldName) -> Result<T> {
    let (number, _) = number(typed.text(name))?;
    Ok(number.mantissa().into())
}

/// Another entry is shown by what it is called.
fn entry_name(desk: &Desk<'_>, register: RegisterKind, id: impl Display) -> String {
    register.entry_name(desk, &id.to_string()).unwrap_or_default()
}
