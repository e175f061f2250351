//! EntryDraft, amending and taking out entries of registers.

use hadaf_error::Result;
use hadaf_model::Need;
use hadaf_register::{Entry, EntryDraft, RegisterEdit, RegisterKind, RegisterRemove, entry_of, of_kind};
use hadaf_words::{Format, say, say_of};

use crate::session::{App, Changed};

impl App {
    /// Enters one entry, or amends it.
    ///
    /// # Errors
    /// Those of [`EntryDraft::read`], and [`Code::ReadOnly`](hadaf_error::Code::ReadOnly).
    pub fn register_set(&self, edit: &RegisterEdit) -> Result<Changed> {
        of_kind!(edit.register, set(self, edit))
    }

    /// Takes one entry out.
    ///
    /// # Errors
    /// [`Code::Refused`](hadaf_error::Code::Refused) for an entry that is not there or that another one refers to,
    /// [`Code::ReadOnly`](hadaf_error::Code::ReadOnly).
    pub fn register_remove(&self, remove: &RegisterRemove) -> Result<Changed> {
        of_kind!(remove.register, take_out(self, remove))
    }
}

fn set<E: Entry>(app: &App, edit: &RegisterEdit) -> Result<Changed> {
    let book = app.book_for(Need::Registers)?;
    let entering = EntryDraft::<E>::read(edit, &book)?;
    let what = if entering.amends { "amended" } else { "entered" };
    app.change(&label(app.format(), what, &entering.entry), |change, _| {
        let source = match edit.source.trim() {
            "" => None,
            title => Some(change.source_named(title)?),
        };
        Ok(entering.write(change, source)?)
    })
}

fn take_out<E: Entry>(app: &App, remove: &RegisterRemove) -> Result<Changed> {
    let book = app.book_for(Need::Registers)?;
    let entry = entry_of::<E>(&book, &remove.id)?;
    app.change(&label(app.format(), "removed", entry), |change, _| {
        Ok(hadaf_register::take_out(entry, &book, change)?)
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
