//! Entering, amending and taking out entries of registers.

use hadaf_model::Need;

use crate::register::{Entry, Field, RegisterEdit, RegisterRemove, Typed, entry_of, of_kind};
use crate::session::{App, AppError, Changed, Code, Result};
use crate::words::{Format, say};

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
    let is_known = |name: &str| entered().any(|field| field.name == name);
    if let Some(name) = edit.values.keys().find(|name| !is_known(name)) {
        let known = entered()
            .map(|field: &Field<E>| field.name)
            .collect::<Vec<_>>()
            .join(", ");
        let args = [("field", name.as_str()), ("known", &known)];
        return Err(AppError::of(Code::Word, "field-unknown", &args));
    }
    let typed = Typed {
        values: &edit.values,
        book: &book,
        format,
    };
    let mut entry = E::entered(&typed, before)?;
    let source = edit.source.trim();
    if source.is_empty() && E::NEEDS_SOURCE {
        return Err(AppError::of(Code::Word, "source-missing", &[]));
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
    let register = format.words.say(&format!("entry-{}", E::KIND.as_str()), &[]);
    say!(
        format.words,
        "label-register",
        entry = register,
        what = what,
        name = entry.name()
    )
}
