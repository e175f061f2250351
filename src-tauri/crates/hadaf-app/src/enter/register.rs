//! Entering, amending and taking out entries of registers.

use hadaf_error::{Code, Result, refusal};
use hadaf_model::Need;
use hadaf_register::{
    Entry, EntryDraft, RegisterEdit, RegisterFill, RegisterKind, RegisterRemove, edit_of, entry_of, of_kind,
};
use hadaf_words::{Format, say, say_of};

use crate::session::{App, Changed};

impl App {
    /// Enters one entry, or amends it.
    ///
    /// # Errors
    /// Those of [`EntryDraft::read`], and [`Code::ReadOnly`].
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

    /// Gives a field of several entries the same value.
    ///
    /// # Errors
    /// As [`App::register_set`]; [`Code::Refused`] without entries.
    pub fn register_fill(&self, fill: &RegisterFill) -> Result<Changed> {
        of_kind!(fill.register, fill_in(self, fill))
    }

    /// What an entry says, to be amended: all that is not changed stays.
    ///
    /// # Errors
    /// [`Code::Refused`] for an entry that is not there.
    pub fn register_entry(&self, register: RegisterKind, id: &str) -> Result<RegisterEdit> {
        let book = self.book_for(Need::Registers)?;
        of_kind!(register, edit_of(&book, id))
    }
}

fn set<E: Entry>(app: &App, edit: &RegisterEdit) -> Result<Changed> {
    let book = app.book_for(Need::Registers)?;
    let entering = EntryDraft::<E>::read(edit, &book)?;
    let what = if entering.amends { "amended" } else { "entered" };
    let mut made = None;
    let changed = app.change(&label(app.format(), what, &entering.entry), |change, _| {
        let source = match edit.source.trim() {
            "" => None,
            title => Some(change.source_named(title)?),
        };
        made = entering.write(change, source)?;
        Ok(())
    })?;
    Ok(Changed {
        made: made.filter(|_| edit.id.is_none()),
        ..changed
    })
}

fn take_out<E: Entry>(app: &App, remove: &RegisterRemove) -> Result<Changed> {
    let book = app.book_for(Need::Registers)?;
    let entry = entry_of::<E>(&book, &remove.id)?;
    app.change(&label(app.format(), "removed", entry), |change, _| {
        Ok(hadaf_register::take_out(entry, &book, change)?)
    })
}

fn fill_in<E: Entry>(app: &App, fill: &RegisterFill) -> Result<Changed> {
    let book = app.book_for(Need::Registers)?;
    let mut drafts = Vec::new();
    for id in &fill.ids {
        let mut edit = edit_of::<E>(&book, id)?;
        edit.corrects = fill.corrects;
        match fill.field.as_str() {
            "source" => edit.source.clone_from(&fill.value),
            field => {
                edit.values.insert(field.to_owned(), fill.value.clone());
            }
        }
        drafts.push((EntryDraft::<E>::read(&edit, &book)?, edit.source));
    }
    let Some((first, _)) = drafts.first() else {
        return Err(refusal!(Code::Refused, "register-no-rows"));
    };
    let format = app.format();
    let label = match drafts.len() {
        1 => label(format, "amended", &first.entry),
        count => say!(
            format.words,
            "label-register-fill",
            register = hadaf_register::register_name(E::KIND, format),
            count = count
        ),
    };
    app.change(&label, |change, _| {
        for (draft, title) in drafts {
            let source = match title.trim() {
                "" => None,
                title => Some(change.source_named(title)?),
            };
            draft.write(change, source)?;
        }
        Ok(())
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
