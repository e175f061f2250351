//! The registers: what could throw the sector off course, and what was promised about it. One mechanism for all: the core
//! has the list of them ([`hadaf_core::registers!`]), a register declares its fields in one list (`register!`) and says
//! what the program remarks; listing, entering, amending and removing are then the same for each.

mod budget;
mod concern;
mod cost;
mod disruption;
mod field;
mod initiative;
mod input;
mod kind;
mod table;
mod undertaking;
mod wire;

use hadaf_core::PartialDate;
use hadaf_error::Result;
use hadaf_model::{Book, Situation};
use hadaf_words::{Format, say, say_of};
use jiff::civil::Date;

pub use concern::is_answered;
pub use cost::{cost_words, percent_of_day};
pub use disruption::so_far;
pub(crate) use field::unknown_entry;
pub use field::{Field, FieldName, Typed};
pub use input::{Entered, Input};
pub use kind::{RegisterKind, matched, of_kind};
pub use table::Fields;
pub(crate) use table::{Sourced, field, name, register};
pub use wire::*;

use table::needs_source;

/// What the entries of a register are read beside.
pub struct Desk<'a> {
    /// The workspace, for the entries that one refers to.
    pub book: &'a Book,
    /// The series that costs are held against, with the day of reading.
    pub situation: &'a Situation<'a>,
    /// How it is written.
    pub format: Format,
}

impl Desk<'_> {
    /// The day of reading.
    pub fn day(&self) -> Date {
        self.situation.as_of.day()
    }

    /// A date as far as it is known.
    pub fn date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(month) => self.format.month_short(month),
            PartialDate::Day(day) => self.format.day_short(day),
        }
    }

    /// Whether a date was known to have passed on the day of reading, or nobody knows the date.
    fn has_passed(&self, date: Option<PartialDate>) -> bool {
        date.is_none_or(|date| date.latest() <= self.day())
    }
}

/// What the program says about an entry.
#[derive(Debug, Default)]
pub struct Remarks {
    /// In words.
    pub texts: Vec<String>,
    /// Whether that is good or bad.
    pub tone: Option<RegisterTone>,
}

impl Remarks {
    fn bad(text: String) -> Self {
        Self {
            texts: vec![text],
            tone: Some(RegisterTone::Bad),
        }
    }

    fn good() -> Self {
        Self {
            texts: Vec::new(),
            tone: Some(RegisterTone::Good),
        }
    }
}

/// An entry of a register, beside its fields.
pub trait Entry: Fields {
    /// What it is called in the log of changes, and where another entry refers to it.
    fn name(&self) -> String;
    /// Since when it has been known; none: nobody knows, so always.
    fn known_from(&self) -> Option<Date>;
    /// What the program says about it.
    fn remarks(&self, desk: &Desk<'_>) -> Remarks;
    /// The finding over all entries that are known.
    fn finding(entries: &[Self], desk: &Desk<'_>) -> String;
    /// What holds for the whole register.
    fn note(_format: Format) -> String {
        String::new()
    }
}

/// The entry of a number.
///
/// # Errors
/// [`Code::Refused`](hadaf_error::Code::Refused) when there is none.
pub fn entry_of<'a, E: Entry>(book: &'a Book, id: &str) -> Result<&'a E> {
    let found = E::all(book).iter().find(|entry| entry.key().to_string() == id.trim());
    found.ok_or_else(|| unknown_entry(E::KIND, id.trim()))
}

/// The entries known on the day as of which the desk reads; all of them without one.
pub fn known<E: Entry>(desk: &Desk<'_>) -> Vec<E> {
    let past = desk.situation.as_of.past();
    let is_known = |entry: &&E| {
        let known = past.zip(entry.known_from());
        known.is_none_or(|(past, from)| from <= past)
    };
    E::all(desk.book).iter().filter(is_known).cloned().collect()
}

/// A register as known on the desk's day.
pub fn view(kind: RegisterKind, desk: &Desk<'_>) -> RegisterView {
    of_kind!(kind, view_of(desk))
}

fn view_of<E: Entry>(desk: &Desk<'_>) -> RegisterView {
    let entries = known::<E>(desk);
    let words = desk.format.words;
    let (title, empty) = if entries.is_empty() {
        (String::new(), Some(say_of!(words, "empty-{}", RegisterKind, E::KIND)))
    } else {
        (E::finding(&entries, desk), None)
    };
    RegisterView {
        register: E::KIND,
        title,
        note: note::<E>(desk),
        fields: E::FIELDS.iter().map(|field| field.view(desk.format)).collect(),
        rows: entries.iter().map(|entry| row(entry, desk)).collect(),
        empty,
    }
}

/// What holds for the register, and on a past day that words without a date of their own are those of today.
fn note<E: Entry>(desk: &Desk<'_>) -> String {
    let undated = desk.situation.as_of.past().is_some() && E::FIELDS.iter().any(Field::is_undated);
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
    let entered = |field: &Field<E>| Some((field.name.word.to_owned(), field.text(entry)?));
    let computed = |field: &Field<E>| (field.name.word.to_owned(), field.value(entry, desk));
    RegisterRow {
        id: entry.key().to_string(),
        cells: E::FIELDS.iter().map(|field| field.cell(entry, desk)).collect(),
        values: E::FIELDS.iter().filter_map(entered).collect(),
        computed: E::FIELDS
            .iter()
            .filter(|field| field.is_computed())
            .map(computed)
            .collect(),
        remarks: remarks.texts,
        tone: remarks.tone,
        source: source.map_or_else(String::new, |source| source.title.clone()),
        address: source.map_or_else(String::new, |source| source.address.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_entered_as_its_type_is() {
        let format = Format::of("en");
        let views = hadaf_core::Disruption::FIELDS.iter().map(|field| field.view(format));
        let views: Vec<RegisterField> = views.collect();
        let names = |is_so: fn(&RegisterField) -> bool| -> Vec<&str> {
            let found = views.iter().filter(|view| is_so(view));
            found.map(|view| view.name.as_str()).collect()
        };
        assert_eq!(names(|view| view.required), ["start", "scope", "kind"]);
        assert_eq!(names(|view| view.computed), ["days", "costs"]);
        assert_eq!(names(|view| view.numeric), ["region_share", "days"]);
        assert_eq!(
            names(|view| view.hint == "2021, 2021-02 or 2021-02-03"),
            ["start", "end"]
        );
        assert_eq!(names(|view| !view.choices.is_empty()), ["outage"]);
        let outages = ["", "national", "mobile", "throttled", "cable", "ban", "region"];
        assert_eq!(views[4].choices, outages);
    }
}
