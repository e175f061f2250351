//! Entering, amending and taking out entries of registers.

use hadaf_error::{Code, Result, refusal};
use hadaf_model::Need;
use hadaf_register::{Entry, Field, RegisterEdit, RegisterKind, RegisterRemove, Typed, entry_of, of_kind};
use hadaf_words::{Format, say, say_of};

use crate::session::{App, Changed};

impl App {
    /// Enters one entry, or amends it.
    ///
    /// # Errors
    /// [`Code::Word`], [`Code::Number`], [`Code::Date`] or [`Code::Period`] for a field that cannot be read, [`Code::Word`]
    /// without a source, [`Code::Refused`] for an entry that is not there, [`Code::ReadOnly`].
    pub fn register_set(&self, edit: &RegisterEdit) -> Result<Changed> {
        of_kind!(edit.register, set(self, edit))
    }

    /// Takes one entry out.
    ///
    /// # Errors
    /// [`Code::Refused`] for an entry that is not there or that another one refers to, [`Code::ReadOnly`].
    pub fn register_remove(&self, remove: &RegisterRemove) -> Result<Changed> {
        of_kind!(remove.register, take_out(self, remove))
    }
}

fn set<E: Entry>(app: &App, edit: &RegisterEdit) -> Result<Changed> {
    let book = app.book_for(Need::Registers)?;
    let format = app.format();
    let before = edit.id.as_deref().map(|id| entry_of::<E>(&book, id)).transpose()?;
    let entered = || E::FIELDS.iter().filter(|field| !field.is_computed());
    let is_known = |name: &str| entered().any(|field| field.name.word == name);
    if let Some(name) = edit.values.keys().find(|name| !is_known(name)) {
        let known = entered()
            .map(|field: &Field<E>| field.name.word)
            .collect::<Vec<_>>()
            .join(", ");
        return Err(refusal!(Code::Word, "field-unknown", field = name, known = known));
    }
    let typed = Typed {
        values: &edit.values,
        book: &book,
    };
    let mut entry = E::entered(&typed, before)?;
    let source = edit.source.trim();
    if source.is_empty() && E::NEEDS_SOURCE {
        return Err(refusal!(Code::Word, "source-missing"));
    }
    let what = if before.is_some() { "amended" } else { "entered" };
    app.change(&label(format, what, &entry), |change, _| {
        entry.set_source(match source {
            "" => None,
            title => Some(change.source_named(title)?),
        });
        match before {
            Some(_) => change.amend(&entry)?,
            None => {
                change.add(&entry)?;
            }
        }
        Ok(())
    })
}

fn take_out<E: Entry>(app: &App, remove: &RegisterRemove) -> Result<Changed> {
    let book = app.book_for(Need::Registers)?;
    let entry = entry_of::<E>(&book, &remove.id)?;
    app.change(&label(app.format(), "removed", entry), |change, _| {
        Ok(change.remove::<E>(&entry.key())?)
    })
}

/// "Disruption entered: submarine cable, 6 Sep 2025".
fn label<E: Entry>(format: Format, what: &str, entry: &E) -> String {
    let register = say_of!(format.words, "entry-{}", RegisterKind, E::KIND);
    say!(
        format.words,
        "label-register",
        entry = register,
        what = what,
        name = entry.name()
    )
}
