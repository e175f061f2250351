//! A register as a table that leaves: number, fields, source. What leaves can be read back by [`super::plan_rows`].

use hadaf_core::{Decimal, PlainCell, PlainTable};
use hadaf_words::{Format, say, say_of};

use super::matching::whole_day;
use super::{Desk, Entry, Field, Input, RegisterKind, SOURCE, entered, known, of_kind};

/// What stands over the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heads {
    /// The words of programs, the same in every language.
    Words,
    /// What people read.
    Labels,
}

/// A register as known on the desk's day, as a table.
pub fn register_table(kind: RegisterKind, desk: &Desk<'_>, heads: Heads) -> PlainTable {
    of_kind!(kind, table_of(desk, heads))
}

fn table_of<E: Entry>(desk: &Desk<'_>, heads: Heads) -> PlainTable {
    let fields = entered::<E>;
    let format = desk.format;
    let head = |field: &Field<E>| match heads {
        Heads::Words => field.name.word.to_owned(),
        Heads::Labels => field.label(format),
    };
    let (number, source) = match heads {
        Heads::Words => ("id".to_owned(), SOURCE.to_owned()),
        Heads::Labels => (say!(format.words, "column-entry"), say!(format.words, "column-from")),
    };
    let row = |entry: E| {
        let title = entry.source().and_then(|id| desk.book.source(id));
        let title = title.map_or_else(String::new, |source| source.title.clone());
        let cells = fields().map(|field| cell(field, &entry, desk));
        let number = PlainCell::Text(entry.key().to_string());
        [number]
            .into_iter()
            .chain(cells)
            .chain([PlainCell::Text(title)])
            .collect()
    };
    PlainTable {
        name: register_name(E::KIND, format),
        day: desk.day(),
        heads: [number].into_iter().chain(fields().map(head)).chain([source]).collect(),
        rows: known::<E>(desk).into_iter().map(row).collect(),
    }
}

/// What a register is called.
pub fn register_name(kind: RegisterKind, format: Format) -> String {
    say_of!(format.words, "register-name-{}", RegisterKind, kind)
}

fn cell<E: Entry>(field: &Field<E>, entry: &E, desk: &Desk<'_>) -> PlainCell {
    // On a past day nobody knew what lay ahead; today it is kept, since what leaves may come back.
    if desk.situation.as_of.past().is_some() && !field.is_known(entry, desk) {
        return PlainCell::Text(String::new());
    }
    let text = field.text(entry).unwrap_or_default();
    let read = match field.input() {
        Input::Number => Decimal::parse(&text).ok().map(PlainCell::Number),
        Input::Day | Input::PartialDate => whole_day(&text).map(PlainCell::Day),
        _ => None,
    };
    read.unwrap_or(PlainCell::Text(text))
}
