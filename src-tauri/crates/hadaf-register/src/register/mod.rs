//! The registers: what could throw the sector off course, and what was promised about it. One mechanism for all: the core
//! has the list of them ([`hadaf_core::registers!`]), a register declares its fields in one list (`register!`) and says
//! what the program remarks; listing, entering, amending and removing are then the same for each.

mod budget;
mod concern;
mod cost;
mod disruption;
mod entering;
mod field;
mod initiative;
mod input;
mod kind;
mod matching;
mod rows;
mod rows_read;
mod sheet;
mod table;
mod undertaking;
mod wire;

use hadaf_core::{Dated, PartialDate};
use hadaf_error::Result;
use hadaf_model::{Book, Situation};
use hadaf_words::{Format, say, say_of};
use jiff::civil::Date;

pub use concern::is_answered;
pub use cost::{cost_words, percent_of_day};
pub use disruption::{disruption_numbered, so_far};
pub use entering::{EntryDraft, take_out};
pub(crate) use field::unknown_entry;
pub use field::{Field, FieldName, Typed};
pub use input::{Entered, Input};
pub use kind::{RegisterKind, matched, of_kind};
pub use rows::{RowsPlan, plan_rows};
pub use rows_read::{GivenRows, has_heads};
pub use sheet::{Heads, register_name, register_table};
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
pub trait Entry: Fields + Dated {
    /// What it is called in the log of changes, and where another entry refers to it.
    fn name(&self) -> String;
    /// What the program says about it.
    fn remarks(&self, desk: &Desk<'_>) -> Remarks;
    /// The finding over all entries that are known.
    fn finding(entries: &[Self], desk: &Desk<'_>) -> String;
    /// How much it presses, such as the days by which it is overdue.
    fn pressing(&self, _desk: &Desk<'_>) -> u32 {
        0
    }
    /// What holds for the whole register.
    fn note(_format: Format) -> String {
        String::new()
    }
}

/// The entry of a number, or what one said before.
///
/// # Errors
/// [`Code::Refused`](hadaf_error::Code::Refused) when there is none.
pub fn entry_of<'a, E: Entry>(book: &'a Book, id: &str) -> Result<&'a E> {
    let found = E::register(book)
        .rows()
        .find(|entry| entry.key().to_string() == id.trim());
    found.ok_or_else(|| unknown_entry(E::KIND, id.trim()))
}

/// What an entry says, or what one said before, as an edit that changes nothing.
///
/// # Errors
/// [`Code::Refused`](hadaf_error::Code::Refused) when there is none.
pub fn edit_of<E: Entry>(book: &Book, id: &str) -> Result<RegisterEdit> {
    let entry = entry_of::<E>(book, id)?;
    let source = entry.source().and_then(|id| book.source(id));
    let value = |field: &Field<E>| Some((field.name.word.to_owned(), field.text(entry)?));
    Ok(RegisterEdit {
        register: E::KIND,
        id: Some(entry.key().to_string()),
        values: E::FIELDS.iter().filter_map(value).collect(),
        source: source.map_or_else(String::new, |source| source.title.clone()),
        corrects: false,
    })
}

/// The entries as known on the day as of which the desk reads; as they stand without one.
pub fn known<E: Entry>(desk: &Desk<'_>) -> Vec<E> {
    E::register(desk.book).known(desk.situation.as_of)
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
        tabs: RegisterKind::ALL.iter().map(|kind| kind.tab(desk)).collect(),
        title,
        note: E::note(desk.format),
        fields: E::FIELDS
            .iter()
            .map(|field| field.view(desk.format, Some(desk)))
            .collect(),
        source: source_field::<E>(desk.format),
        rows: entries.iter().map(|entry| row(entry, desk)).collect(),
        order: order(&entries, desk),
        empty,
    }
}

/// The fields of a register that are entered, and its source: what a row of a sheet and the flags of a call have.
pub fn entered_fields(kind: RegisterKind, format: Format) -> Vec<RegisterField> {
    of_kind!(kind, entered_fields_of(format))
}

fn entered_fields_of<E: Entry>(format: Format) -> Vec<RegisterField> {
    let fields = entered::<E>().map(|field| field.view(format, None));
    fields.chain([source_field::<E>(format)]).collect()
}

/// The fields that are entered, in the order of the table.
fn entered<E: Entry>() -> impl Iterator<Item = &'static Field<E>> {
    E::FIELDS.iter().filter(|field| !field.is_computed())
}

/// The word of the column of sources.
pub(crate) const SOURCE: &str = "source";

fn source_field<E: Entry>(format: Format) -> RegisterField {
    RegisterField {
        name: SOURCE.into(),
        label: say!(format.words, "column-from"),
        hint: say!(format.words, "hint-source"),
        input: RegisterInput::Text,
        refers: None,
        choices: Vec::new(),
        required: E::NEEDS_SOURCE,
        computed: false,
        numeric: false,
    }
}

/// What presses most first, else by time.
fn order<E: Entry>(entries: &[E], desk: &Desk<'_>) -> Vec<u32> {
    let mut places: Vec<u32> = (0..).take(entries.len()).collect();
    let pressing: Vec<u32> = entries.iter().map(|entry| entry.pressing(desk)).collect();
    places.sort_by_key(|place| std::cmp::Reverse(pressing[*place as usize]));
    places
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
        states: states(entry, desk),
    }
}

/// What the entry says and said, as far as its days were known.
fn states<E: Entry>(entry: &E, desk: &Desk<'_>) -> Vec<RegisterState> {
    let states = E::register(desk.book).states(entry.number(), desk.situation.as_of);
    let state = |state: &&E| {
        let source = state.source().and_then(|id| desk.book.source(id));
        let entered = |field: &Field<E>| Some((field.name.word.to_owned(), field.text(state)?));
        RegisterState {
            id: state.key().to_string(),
            known_from: state.published().known_from().to_string(),
            values: E::FIELDS.iter().filter_map(entered).collect(),
            source: source.map_or_else(String::new, |source| source.title.clone()),
        }
    };
    states.iter().map(state).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_entered_as_its_type_is() {
        let format = Format::of("en");
        let views = hadaf_core::Disruption::FIELDS
            .iter()
            .map(|field| field.view(format, None));
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
        let choices: Vec<&str> = views[4].choices.iter().map(|choice| choice.value.as_str()).collect();
        assert_eq!(choices, outages);
        assert_eq!(views[4].choices[6].label, "all lines of a region");
    }
}
