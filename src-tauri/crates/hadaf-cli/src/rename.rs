//! `hadaf rename`

use hadaf_app::wire::{NamedKind, Rename};
use hadaf_app::{App, AppError};

use crate::args::{RenameArgs, RenameWhat};
use crate::output::Output;

pub(crate) fn run(app: &App, args: RenameArgs, output: &Output) -> Result<(), AppError> {
    app.open_to_change(&args.file)?;
    let rename = |what, id, title, publisher, address| Rename {
        what,
        id,
        title,
        publisher,
        address,
    };
    let changed = app.rename(&match args.what {
        RenameWhat::Workspace { title } => rename(NamedKind::Workspace, String::new(), title, None, None),
        RenameWhat::Series { id, title, origin } => rename(NamedKind::Series, id, title, origin, None),
        RenameWhat::Source {
            id,
            title,
            publisher,
            address,
        } => rename(NamedKind::Source, id, title, publisher, address),
    })?;
    output.result(&changed, &changed.label);
    output.notes(&changed.notes);
    Ok(())
}
