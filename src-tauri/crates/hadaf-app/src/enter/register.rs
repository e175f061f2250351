//! Entering, amending and taking out entries of registers.

use hadaf_core::{BudgetLine, Concern, CostClaim, Disruption, Initiative, Undertaking};
use hadaf_model::{Book, Need};
use hadaf_words::{Format, say, say_of};

use crate::register::{Entry, RegisterEdit, RegisterKind, RegisterRemove, Values, of_kind};
use crate::session::{App, Changed, Code, Result, refusal};

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
    let id = edit
        .id
        .as_deref()
        .map(|id| number::<E>(&book, edit.register, id))
        .transpose()?;
    let values = Values { typed: &edit.values };
    if let Some(name) = edit.values.keys().find(|name| !is_field::<E>(name)) {
        let known: Vec<&str> = E::FIELDS
            .iter()
            .filter(|it| !it.is_computed())
            .map(|it| it.name)
            .collect();
        return Err(refusal!(
            Code::Word,
            "field-unknown",
            field = name,
            known = known.join(", ")
        ));
    }
    let entry = E::entered(id.unwrap_or_default(), &values, &book)?;
    let source = edit.source.trim();
    if source.is_empty() && E::needs_source() {
        return Err(refusal!(Code::Word, "source-missing"));
    }
    let label = label(
        format,
        edit.register,
        if id.is_some() { "amended" } else { "entered" },
        &entry.name(),
    );
    app.change(&label, |change, _| {
        let source = if source.is_empty() {
            None
        } else {
            Some(change.source_named(source)?)
        };
        let entry = entry.with_source(source);
        match id {
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
    let id = number::<E>(&book, remove.register, &remove.id)?;
    let name = E::all(&book)
        .iter()
        .find(|entry| entry.id() == id)
        .map(Entry::name)
        .unwrap_or_default();
    let label = label(app.format(), remove.register, "removed", &name);
    app.change(&label, |change, _| Ok(change.remove::<E>(&E::numbered(id))?))
}

fn is_field<E: Entry>(name: &str) -> bool {
    E::FIELDS.iter().any(|field| field.name == name && !field.is_computed())
}

/// The number of an entry that is there.
fn number<E: Entry>(book: &Book, kind: RegisterKind, id: &str) -> Result<i64> {
    let found = E::all(book)
        .iter()
        .map(Entry::id)
        .find(|known| known.to_string() == id.trim());
    found.ok_or_else(|| refusal!(Code::Refused, "entry-unknown", register = kind.as_str(), id = id.trim()))
}

/// "Disruption entered: submarine cable, 6 Sep 2025".
fn label(format: Format, kind: RegisterKind, what: &str, name: &str) -> String {
    let entry = say_of!(format.words, "entry-{}", RegisterKind, kind);
    say!(format.words, "label-register", entry = entry, what = what, name = name)
}
