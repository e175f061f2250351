//! The rows of a sheet as fields of a register: which column is which, with heads or without.

use std::collections::BTreeMap;

use hadaf_error::{Code, Result, refusal};
use hadaf_model::Book;
use hadaf_words::{Format, Words, say};

use super::{Entry, Field, Input, RegisterKind, SOURCE, entered, of_kind};

/// Rows that were pasted, or stand in a file.
#[derive(Debug, Clone, Copy)]
pub struct GivenRows<'a> {
    /// Every row of the sheet, from its first.
    pub cells: &'a [Vec<String>],
    /// Whether the first row must be heads: in a file nothing else says what a column is.
    pub needs_heads: bool,
    /// Without heads: the entries on which the rows fall, from the first on; what is beyond them is new or found.
    pub onto: &'a [String],
    /// Without heads: the fields on which the columns fall; none: all that are entered, in order.
    pub fields: &'a [String],
    /// Title of the source of rows that name none.
    pub source: &'a str,
    /// What differs was a mistake and was never so; else it has changed.
    pub corrects: bool,
}

/// What a column of a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SheetColumn {
    /// Numbers of entries.
    Id,
    /// A field, by its place.
    Field(usize),
    /// Titles of sources.
    Source,
    /// What the program works out itself.
    Computed,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct SheetRow {
    /// Its place in the sheet, from 1.
    pub(super) line: u32,
    /// The number that it names.
    pub(super) id: Option<String>,
    /// The entry on which it falls.
    pub(super) onto: Option<String>,
    /// What it says of each field that has a column.
    pub(super) values: BTreeMap<String, String>,
    /// Title of its source.
    pub(super) source: Option<String>,
}

/// The rows of a sheet, and the columns of which nothing was taken.
#[derive(Debug)]
pub(super) struct SheetRows {
    pub(super) rows: Vec<SheetRow>,
    pub(super) left_out: Vec<String>,
}

impl SheetRows {
    /// Reads a sheet.
    ///
    /// # Errors
    /// [`Code::Import`] for a file whose first row names no field.
    pub(super) fn read<E: Entry>(given: &GivenRows<'_>, book: &Book) -> Result<Self> {
        let first = given.cells.iter().find(|row| is_filled(row));
        let heads = first.and_then(|row| heads::<E>(row));
        if heads.is_none() && given.needs_heads {
            let known: Vec<&str> = entered::<E>().map(|field| field.name.word).collect();
            let (register, known) = (E::KIND.as_str(), known.join(", "));
            return Err(refusal!(
                Code::Import,
                "register-heads",
                register = register,
                known = known
            ));
        }
        let has_heads = heads.is_some();
        let columns = heads.unwrap_or_else(|| placed::<E>(given.fields));
        let mut rows = Vec::new();
        let lines = (1_u32..).zip(given.cells).filter(|(_, row)| is_filled(row));
        for (line, cells) in lines.skip(usize::from(has_heads)) {
            let onto = if has_heads { None } else { given.onto.get(rows.len()) };
            rows.push(read_row::<E>(line, cells, &columns, onto, book));
        }
        let unknown = |(place, column): (usize, &Option<SheetColumn>)| {
            let head = first.and_then(|row| row.get(place)).map_or("", |head| head.trim());
            (column.is_none() && has_heads && !head.is_empty()).then(|| head.to_owned())
        };
        Ok(Self {
            rows,
            left_out: columns.iter().enumerate().filter_map(unknown).collect(),
        })
    }
}

fn read_row<E: Entry>(
    line: u32,
    cells: &[String],
    columns: &[Option<SheetColumn>],
    onto: Option<&String>,
    book: &Book,
) -> SheetRow {
    let mut row = SheetRow {
        line,
        onto: onto.cloned(),
        ..SheetRow::default()
    };
    for (place, column) in columns.iter().enumerate() {
        let cell = cells.get(place).map_or("", |cell| cell.trim());
        match column {
            Some(SheetColumn::Id) => row.id = Some(cell.to_owned()).filter(|id| !id.is_empty()),
            Some(SheetColumn::Source) => row.source = Some(cell.to_owned()).filter(|title| !title.is_empty()),
            Some(SheetColumn::Field(place)) => {
                let field = &E::FIELDS[*place];
                row.values.insert(field.name.word.to_owned(), meant(field, cell, book));
            }
            Some(SheetColumn::Computed) | None => {}
        }
    }
    row
}

/// What people write for a word or an entry, as programs have it: its label stands for the word, a name for the number.
fn meant<E>(field: &Field<E>, cell: &str, book: &Book) -> String {
    let is_it = |text: &str| text.to_lowercase() == cell.to_lowercase();
    let found = match field.input() {
        _ if cell.is_empty() => None,
        Input::Word(_) => formats()
            .flat_map(|format| field.input().choices(format))
            .find(|choice| is_it(&choice.value) || is_it(&choice.label))
            .map(|choice| choice.value),
        Input::Entry(register) => register.entry_called(book, cell),
        _ => None,
    };
    found.unwrap_or_else(|| cell.to_owned())
}

/// Whether the first row of a sheet names fields of a register.
pub fn has_heads(kind: RegisterKind, cells: &[Vec<String>]) -> bool {
    of_kind!(kind, has_heads_of(cells))
}

fn has_heads_of<E: Entry>(cells: &[Vec<String>]) -> bool {
    cells
        .iter()
        .find(|row| is_filled(row))
        .is_some_and(|row| heads::<E>(row).is_some())
}

/// Whether anything stands in a row.
fn is_filled(row: &[String]) -> bool {
    row.iter().any(|cell| !cell.trim().is_empty())
}

fn formats() -> impl Iterator<Item = Format> {
    Words::languages().map(Format::of)
}

/// What the columns hold, where at least half of a row are heads.
fn heads<E: Entry>(row: &[String]) -> Option<Vec<Option<SheetColumn>>> {
    let columns: Vec<Option<SheetColumn>> = row.iter().map(|head| named::<E>(head)).collect();
    let known = columns.iter().flatten().count();
    let written = row.iter().filter(|head| !head.trim().is_empty()).count();
    (known > 0 && known * 2 >= written).then_some(columns)
}

/// Columns without heads.
fn placed<E: Entry>(fields: &[String]) -> Vec<Option<SheetColumn>> {
    if fields.is_empty() {
        let places = (0..E::FIELDS.len()).filter(|place| !E::FIELDS[*place].is_computed());
        let all = places.map(SheetColumn::Field).chain([SheetColumn::Source]);
        return all.map(Some).collect();
    }
    fields.iter().map(|field| named::<E>(field)).collect()
}

/// The column of a head: the word of a field, or its label in any language.
fn named<E: Entry>(head: &str) -> Option<SheetColumn> {
    let head = plain_head(head);
    let is_it = |text: &str| plain_head(text) == head;
    let says = |label: &dyn Fn(Format) -> String| formats().any(|format| is_it(&label(format)));
    if head.is_empty() {
        return None;
    }
    if is_it("id") || says(&|format| say!(format.words, "column-entry")) {
        return Some(SheetColumn::Id);
    }
    if is_it(SOURCE) || says(&|format| say!(format.words, "column-from")) {
        return Some(SheetColumn::Source);
    }
    let is_field = |field: &Field<E>| is_it(field.name.word) || says(&|format| field.label(format));
    let place = E::FIELDS.iter().position(is_field)?;
    Some(match E::FIELDS[place].is_computed() {
        true => SheetColumn::Computed,
        false => SheetColumn::Field(place),
    })
}

fn plain_head(head: &str) -> String {
    let spaced = head.to_lowercase().replace(['_', '-'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
