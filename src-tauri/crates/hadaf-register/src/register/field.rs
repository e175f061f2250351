//! One field of a register, with all that is done with it: its head, how it is entered, what a form begins with, how it
//! is shown.

use std::collections::BTreeMap;

use hadaf_core::PartialDate;
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::Book;
use hadaf_words::{Family, Format, Message};

use super::{Desk, Entered, Input, RegisterChoice, RegisterField, RegisterKind};

const LABEL: Family = Family::of("field-{}");

/// What a field is called.
#[derive(Clone, Copy)]
pub struct FieldName {
    /// By programs.
    pub word: &'static str,
    /// By people: its head.
    pub label: Message,
}

impl FieldName {
    /// The name of a field, in a constant: without its head it does not compile.
    pub(crate) const fn of(word: &'static str) -> Self {
        Self {
            word,
            label: LABEL.message(word).takes(&[], 0),
        }
    }
}

/// One field. It is entered with its type's [`Input`], must not be empty unless its type may be, and is shown as its
/// type is; what follows in a `register!` changes that.
pub struct Field<E> {
    /// What it is called.
    pub name: FieldName,
    value: Value<E>,
    shown: Shown<E>,
    input: Input,
    required: bool,
    is_key: bool,
    canonical: fn(&Typed<'_>, FieldName) -> Result<String>,
    is_known: fn(&E, &Desk<'_>) -> bool,
    not_before: Option<FieldName>,
    check: fn(&Typed<'_>, FieldName) -> Result<()>,
}

/// Where the value of a field comes from.
enum Value<E> {
    /// Entered: as a form and programs have it, exact.
    Entered(fn(&E) -> String),
    /// Worked out; none where it cannot be.
    Computed(fn(&E, &Desk<'_>) -> Option<f64>),
}

/// How the value of a field is shown.
enum Shown<E> {
    /// As this text.
    Text(fn(&E, &Desk<'_>) -> String),
    /// A computed number, whole.
    Whole,
    /// A computed number, in percent.
    Percent,
}

impl<E> Field<E> {
    /// A field that is entered. Written by `register!` only.
    pub(super) const fn entered<T: Entered>(
        name: &'static str,
        _of: fn(&E) -> &T,
        text: fn(&E) -> String,
        shown: fn(&E, &Desk<'_>) -> String,
    ) -> Self {
        Self {
            value: Value::Entered(text),
            shown: Shown::Text(shown),
            input: T::INPUT,
            required: !T::MAY_BE_EMPTY,
            canonical: |typed, name| Ok(T::read(typed, name, None)?.text()),
            ..Self::plain(name)
        }
    }

    /// A number that the program works out, shown whole.
    pub(super) const fn computed(name: &'static str, value: fn(&E, &Desk<'_>) -> Option<f64>) -> Self {
        Self {
            value: Value::Computed(value),
            ..Self::plain(name)
        }
    }

    const fn plain(name: &'static str) -> Self {
        Self {
            name: FieldName::of(name),
            value: Value::Computed(|_, _| None),
            shown: Shown::Whole,
            input: Input::Text,
            required: false,
            is_key: false,
            canonical: |_, _| Ok(String::new()),
            is_known: |_, _| true,
            not_before: None,
            check: |_, _| Ok(()),
        }
    }

    /// It may be empty.
    pub(super) const fn optional(self) -> Self {
        Self {
            required: false,
            ..self
        }
    }

    /// By it, with the other keys, a row of a sheet is known to be about an entry that is there.
    pub(super) const fn key(self) -> Self {
        Self { is_key: true, ..self }
    }

    /// What is typed has to pass this.
    pub(super) const fn checked(self, check: fn(&Typed<'_>, FieldName) -> Result<()>) -> Self {
        Self { check, ..self }
    }

    /// It is a date that cannot lie before that of another field.
    pub(super) const fn not_before(self, first: &'static str) -> Self {
        Self {
            not_before: Some(FieldName::of(first)),
            ..self
        }
    }

    /// It is shown when this was known on the day of reading only.
    pub(super) const fn known(self, is_known: fn(&E, &Desk<'_>) -> bool) -> Self {
        Self { is_known, ..self }
    }

    /// It is shown as this text.
    pub(super) const fn shown(self, text: fn(&E, &Desk<'_>) -> String) -> Self {
        Self {
            shown: Shown::Text(text),
            ..self
        }
    }

    /// What is computed is shown in percent.
    pub(super) const fn percent(self) -> Self {
        Self {
            shown: Shown::Percent,
            ..self
        }
    }

    /// Whether it tells entries apart.
    pub(super) fn is_key(&self) -> bool {
        self.is_key
    }

    /// How it is entered.
    pub(super) fn input(&self) -> Input {
        self.input
    }

    /// What was typed, as the entry would have it.
    ///
    /// # Errors
    /// What cannot be read.
    pub(super) fn canonical(&self, typed: &Typed<'_>) -> Result<String> {
        match typed.text(self.name) {
            "" => Ok(String::new()),
            _ => (self.canonical)(typed, self.name),
        }
    }

    /// Whether it was known on the day of reading.
    pub(super) fn is_known(&self, entry: &E, desk: &Desk<'_>) -> bool {
        (self.is_known)(entry, desk)
    }

    /// Its head in a language.
    pub(super) fn label(&self, format: Format) -> String {
        format.words.say(self.name.label, &[])
    }

    /// Whether the program works it out; else it is entered.
    pub fn is_computed(&self) -> bool {
        matches!(self.value, Value::Computed(_))
    }

    /// What was entered, as a form begins with it; none for what is computed.
    pub(super) fn text(&self, entry: &E) -> Option<String> {
        match self.value {
            Value::Entered(text) => Some(text(entry)),
            Value::Computed(_) => None,
        }
    }

    /// What is worked out; none for what is entered, or where it cannot be.
    pub(super) fn value(&self, entry: &E, desk: &Desk<'_>) -> Option<f64> {
        match self.value {
            Value::Entered(_) => None,
            Value::Computed(value) => value(entry, desk),
        }
    }

    /// The cell of an entry in the table, empty without a value.
    pub(crate) fn cell(&self, entry: &E, desk: &Desk<'_>) -> String {
        let number = || self.value(entry, desk);
        match &self.shown {
            _ if !(self.is_known)(entry, desk) => String::new(),
            Shown::Text(text) => text(entry, desk),
            Shown::Whole => number().map_or_else(String::new, |value| desk.format.rounded(value, 0)),
            Shown::Percent => number().map_or_else(String::new, |value| desk.format.percent(value, 0)),
        }
    }

    /// Reads nothing yet, but says what is wrong with the text that was typed.
    fn check(&self, typed: &Typed<'_>) -> Result<()> {
        let text = typed.text(self.name);
        if text.is_empty() {
            return match self.required {
                true => Err(refusal!(Code::Word, "field-missing", field = self.name.label)),
                false => Ok(()),
            };
        }
        if let Input::Entry(register) = self.input
            && !register.has_entry(typed.book, text)
        {
            return Err(unknown_entry(register, text));
        }
        if let Some(first) = self.not_before {
            typed.in_order(first, self.name)?;
        }
        (self.check)(typed, self.name)
    }

    /// The column of the table, and the field of the form; `desk` has the entries that it may refer to.
    pub(super) fn view(&self, format: Format, desk: Option<&Desk<'_>>) -> RegisterField {
        let mut choices = match (self.input, desk) {
            (Input::Entry(register), Some(desk)) => register.choices(desk),
            (input, _) => input.choices(format),
        };
        let is_chosen = !choices.is_empty() || matches!(self.input, Input::Entry(_));
        if !self.required && is_chosen {
            choices.insert(0, RegisterChoice::default());
        }
        RegisterField {
            name: self.name.word.to_owned(),
            label: self.label(format),
            hint: self.input.hint(format),
            input: self.input.kind(),
            refers: match self.input {
                Input::Entry(register) => Some(register),
                _ => None,
            },
            choices,
            required: self.required,
            computed: self.is_computed(),
            numeric: match self.shown {
                Shown::Text(_) => !self.is_computed() && matches!(self.input, Input::Number),
                Shown::Whole | Shown::Percent => true,
            },
        }
    }
}

/// That a register has no entry of this number.
pub(crate) fn unknown_entry(register: RegisterKind, id: &str) -> AppError {
    refusal!(Code::Refused, "entry-unknown", register = register.as_str(), id = id)
}

/// What was typed into a form, or stands in a row of a file.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// As people write it, by field; a field left out is empty.
    pub values: &'a BTreeMap<String, String>,
    /// The entries that it may refer to.
    pub book: &'a Book,
}

impl Typed<'_> {
    /// Without blanks around it.
    pub(super) fn text(&self, name: FieldName) -> &str {
        self.values.get(name.word).map_or("", |text| text.trim())
    }

    /// # Errors
    /// [`Code::Word`] for a field that must not be empty, [`Code::Refused`] for an entry that is not there, and those of
    /// what a field demands beside.
    pub(super) fn check<E>(&self, fields: &[Field<E>]) -> Result<()> {
        fields
            .iter()
            .filter(|field| !field.is_computed())
            .try_for_each(|field| field.check(self))
    }

    /// # Errors
    /// [`Code::Word`], [`Code::Number`], [`Code::Date`] or [`Code::Period`] for what cannot be read.
    pub(super) fn read<T: Entered>(&self, name: FieldName, before: Option<&T>) -> Result<T> {
        T::read(self, name, before)
    }

    /// # Errors
    /// [`Code::Date`] when the second date can only lie before the first, [`Code::Word`] when one is no date.
    pub(super) fn in_order(&self, first: FieldName, second: FieldName) -> Result<()> {
        let (from, to): (Option<PartialDate>, Option<PartialDate>) =
            (self.read(first, None)?, self.read(second, None)?);
        if from.zip(to).is_none_or(|(from, to)| to.latest() >= from.earliest()) {
            return Ok(());
        }
        Err(refusal!(
            Code::Date,
            "field-order",
            first = first.label,
            from = self.text(first),
            second = second.label,
            to = self.text(second)
        ))
    }
}
