//! What an edit makes of an entry and of what it said before.

use hadaf_core::{Published, SourceId};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::Book;
use hadaf_store::{Change, StoreError};

use super::{Entry, RegisterEdit, Typed, entered, entry_of};

/// An edit that was read.
pub struct EntryDraft<E> {
    /// What was typed.
    pub entry: E,
    /// The entry was there before.
    pub amends: bool,
    does: Does<E>,
}

enum Does<E> {
    /// A new entry, or one more thing that an entry said before.
    Add,
    /// The entry of the same number gets this content.
    Amend,
    /// The same, and what it said until now is kept.
    Change { before: E },
}

impl<E: Entry> EntryDraft<E> {
    /// Reads an edit. An entry that has changed keeps what it said; one that is corrected does not. A day before that of
    /// what it says now makes what is typed something that it said before. Who names no day learned of it today.
    ///
    /// # Errors
    /// Those of [`Fields::entered`](super::Fields::entered), [`Code::Word`] for a field that there is none of or without
    /// a source, [`Code::Refused`] for an entry that is not there.
    pub fn read(edit: &RegisterEdit, book: &Book) -> Result<Self> {
        let before = edit.id.as_deref().map(|id| entry_of::<E>(book, id)).transpose()?;
        let is_known = |name: &str| entered::<E>().any(|field| field.name.word == name);
        if let Some(name) = edit.values.keys().find(|name| !is_known(name)) {
            let known: Vec<&str> = entered::<E>().map(|field| field.name.word).collect();
            let known = known.join(", ");
            return Err(refusal!(Code::Word, "field-unknown", field = name, known = known));
        }
        let typed = Typed {
            values: &edit.values,
            book,
        };
        let entry = E::entered(&typed, before)?;
        if edit.source.trim().is_empty() && E::NEEDS_SOURCE {
            return Err(refusal!(Code::Word, "source-missing"));
        }
        let amends = before.is_some();
        let (entry, does) = match before {
            None => (entry, Does::Add),
            Some(before) => {
                let titled = |id: SourceId| book.source(id).map_or("", |source| source.title.as_str());
                let is_same = entry.clone().known_since(before.published()) == *before
                    && before.source().map_or("", titled) == edit.source.trim();
                if edit.corrects || is_same || before.earlier_of().is_some() {
                    (entry, Does::Amend)
                } else {
                    changed(entry, before, book)
                }
            }
        };
        Ok(Self { entry, amends, does })
    }

    /// Does it, with the number of the source that was named. Answers with the number of what was made.
    ///
    /// # Errors
    /// Those of the store.
    pub fn write(
        mut self,
        change: &Change<'_>,
        source: Option<SourceId>,
    ) -> std::result::Result<Option<String>, StoreError> {
        self.entry.set_source(source);
        match self.does {
            Does::Add => return Ok(Some(change.add(&self.entry)?.to_string())),
            Does::Amend => change.amend(&self.entry)?,
            Does::Change { before } => {
                let entry = before.number();
                change.amend(&self.entry)?;
                change.add(&before.placed(0.into(), Some(entry)))?;
            }
        }
        Ok(None)
    }
}

fn changed<E: Entry>(entry: E, before: &E, book: &Book) -> (E, Does<E>) {
    let (number, was) = (before.number(), before.published());
    let named = entry.published();
    let since = match named.date.filter(|_| named != was) {
        Some(_) => named,
        // Nobody learns of a change before what it changes.
        None => Published::undated(book.today.max(was.known_from())),
    };
    let entry = entry.known_since(since);
    if since == was && was.known_from() == book.today {
        // What was entered today without a day is still being entered: nobody has read it on another day.
        return (entry, Does::Amend);
    }
    if since.known_from() < was.known_from() {
        return (entry.placed(0.into(), Some(number)), Does::Add);
    }
    let before = before.clone();
    (entry, Does::Change { before })
}

/// Takes an entry out with all that it said, or one thing that it said before.
///
/// # Errors
/// Those of the store: another entry refers to it.
pub fn take_out<E: Entry>(entry: &E, book: &Book, change: &Change<'_>) -> std::result::Result<(), StoreError> {
    let earlier = E::register(book)
        .rows()
        .filter(|row| row.earlier_of() == Some(entry.number()));
    for state in earlier {
        change.remove::<E>(&state.key())?;
    }
    change.remove::<E>(&entry.key())
}
