//! The registers: what could throw the sector off course, and what was promised about it. One mechanism for all:
//! a register says its fields, how an entry is shown and how it is read; listing, entering, amending and
//! removing are then the same for each.

mod budget;
mod concern;
mod cost;
mod disruption;
mod field;
mod initiative;
mod undertaking;
mod wire;

use std::collections::BTreeMap;

use hadaf_core::{
    BudgetLine, Concern, CostClaim, Disruption, Initiative, PartialDate, Published, SourceId, Undertaking,
};
use hadaf_model::{Book, Situation};
use hadaf_store::Numbered;
use hadaf_words::{Format, say, say_of};
use jiff::civil::Date;

use crate::session::Result;

pub(crate) use cost::Told;
pub(crate) use disruption::SoFar;
pub(crate) use field::{Field, Values};
pub use wire::*;

/// What the entries of a register are read beside.
pub(crate) struct Desk<'a> {
    pub(crate) book: &'a Book,
    pub(crate) situation: &'a Situation<'a>,
    pub(crate) format: Format,
}

impl Desk<'_> {
    /// The day of reading.
    pub(crate) fn day(&self) -> Date {
        self.situation.as_of.day()
    }

    /// A date as far as it is known.
    pub(crate) fn date(&self, date: Option<PartialDate>) -> String {
        match date {
            None => String::new(),
            Some(PartialDate::Year(year)) => year.to_string(),
            Some(PartialDate::Month(month)) => self.format.month_short(month),
            Some(PartialDate::Day(day)) => self.format.day_short(day),
        }
    }

    /// A number in the program's style, empty without one.
    fn percent(&self, value: Option<f64>) -> String {
        value.map_or_else(String::new, |value| self.format.percent(value, 0))
    }
}

/// What the program says about an entry.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    /// In words.
    pub(crate) texts: Vec<String>,
    /// Something is wrong.
    pub(crate) is_bad: bool,
    /// It was done, answered, kept.
    pub(crate) is_good: bool,
}

/// An entry of a register.
pub(crate) trait Entry: Numbered + Clone + 'static {
    const FIELDS: &'static [Field];

    fn all(book: &Book) -> &[Self];
    fn id(&self) -> i64;
    /// What it is called in the log of changes.
    fn name(&self) -> String;
    fn source(&self) -> Option<SourceId>;
    fn with_source(self, source: Option<SourceId>) -> Self;
    /// Whether it must name a source.
    fn needs_source() -> bool {
        true
    }
    fn is_known(&self, on: Date) -> bool;
    /// What a form begins with, one per field that is entered, in order.
    fn values(&self) -> Vec<String>;
    /// What is worked out, one per computed field, in order; none where it cannot be.
    fn computed(&self, desk: &Desk<'_>) -> Vec<Option<f64>>;
    /// One text per field, in order.
    fn cells(&self, desk: &Desk<'_>) -> Vec<String>;
    fn remarks(&self, desk: &Desk<'_>) -> Remarks;
    /// Reads what was typed.
    fn entered(id: i64, values: &Values<'_>, book: &Book) -> Result<Self>;
    /// The finding over all entries that are known.
    fn finding(entries: &[Self], desk: &Desk<'_>) -> String;
    /// What holds for the whole register.
    fn note(_format: Format) -> String {
        String::new()
    }
}

/// Calls a function with the type of a register's entries.
macro_rules! of_kind {
    ($kind:expr, $call:ident ( $($argument:expr),* )) => {
        match $kind {
            RegisterKind::Disruptions => $call::<Disruption>($($argument),*),
            RegisterKind::Costs => $call::<CostClaim>($($argument),*),
            RegisterKind::Budget => $call::<BudgetLine>($($argument),*),
            RegisterKind::Initiatives => $call::<Initiative>($($argument),*),
            RegisterKind::Concerns => $call::<Concern>($($argument),*),
            RegisterKind::Undertakings => $call::<Undertaking>($($argument),*),
        }
    };
}

pub(crate) use of_kind;

impl RegisterKind {
    /// All, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::Disruptions,
        Self::Costs,
        Self::Budget,
        Self::Initiatives,
        Self::Concerns,
        Self::Undertakings,
    ];

    /// The word for programs and for the catalogue.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Disruptions => "disruptions",
            Self::Costs => "costs",
            Self::Budget => "budget",
            Self::Initiatives => "initiatives",
            Self::Concerns => "concerns",
            Self::Undertakings => "undertakings",
        }
    }
}

/// When an entry became known: as it was, unless another day was typed; without a day, when it was seen first.
fn published(before: Option<&Published>, day: Option<Date>, today: Date) -> Published {
    match (before, day) {
        (Some(before), day) if before.date == day => *before,
        (_, Some(day)) => Published::on(day),
        (Some(before), None) => Published::undated(before.seen),
        (None, None) => Published::undated(today),
    }
}

/// A register as known on the desk's day.
pub(crate) fn view(kind: RegisterKind, desk: &Desk<'_>) -> RegisterView {
    of_kind!(kind, list(kind, desk))
}

/// The entries known on the day as of which the desk reads; all of them without one.
pub(crate) fn known<E: Entry>(desk: &Desk<'_>) -> Vec<E> {
    let past = desk.situation.as_of.past();
    let is_known = |entry: &&E| past.is_none_or(|day| entry.is_known(day));
    E::all(desk.book).iter().filter(is_known).cloned().collect()
}

fn list<E: Entry>(kind: RegisterKind, desk: &Desk<'_>) -> RegisterView {
    let entries = known::<E>(desk);
    let format = desk.format;
    let is_empty = entries.is_empty();
    RegisterView {
        register: kind,
        title: if is_empty {
            String::new()
        } else {
            E::finding(&entries, desk)
        },
        note: note::<E>(desk),
        fields: E::FIELDS.iter().map(|field| field.view(format)).collect(),
        rows: entries.iter().map(|entry| row(entry, desk)).collect(),
        empty: is_empty.then(|| say_of!(format.words, "empty-{}", RegisterKind, kind)),
    }
}

/// What holds for the register, and on a past day that words without a date of their own are those of today.
fn note<E: Entry>(desk: &Desk<'_>) -> String {
    let is_told = |field: &Field| field.name == "status" || field.name == "answer";
    let undated = desk.situation.as_of.past().is_some() && E::FIELDS.iter().any(is_told);
    let today = undated.then(|| say!(desk.format.words, "note-status-today"));
    let notes = [E::note(desk.format)]
        .into_iter()
        .chain(today)
        .filter(|note| !note.is_empty());
    notes.collect::<Vec<_>>().join(" ")
}

fn row<E: Entry>(entry: &E, desk: &Desk<'_>) -> RegisterRow {
    let remarks = entry.remarks(desk);
    let source = entry.source().and_then(|id| desk.book.source(id));
    let entered = E::FIELDS.iter().filter(|field| !field.is_computed());
    let computed = E::FIELDS.iter().filter(|field| field.is_computed());
    let plain =
        |value: Option<f64>| value.map_or_else(String::new, |value| format!("{}", (value * 10.0).round() / 10.0));
    RegisterRow {
        id: entry.id().to_string(),
        cells: entry.cells(desk),
        values: named(entered, entry.values()),
        computed: named(computed, entry.computed(desk).into_iter().map(plain).collect()),
        remarks: remarks.texts,
        tone: match (remarks.is_bad, remarks.is_good) {
            (true, _) => "bad".to_owned(),
            (false, true) => "good".to_owned(),
            (false, false) => String::new(),
        },
        source: source.map_or_else(String::new, |source| source.title.clone()),
        address: source.map_or_else(String::new, |source| source.address.clone()),
    }
}

fn named<'a>(fields: impl Iterator<Item = &'a Field>, values: Vec<String>) -> BTreeMap<String, String> {
    fields.map(|field| field.name.to_owned()).zip(values).collect()
}
