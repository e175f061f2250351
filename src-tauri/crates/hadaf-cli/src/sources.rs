//! `hadaf sources`: what figures and claims were read in.

use std::process::ExitCode;

use hadaf_app::wire::{AttachDocument, KnownRequest, MergeSources, RemoveNamed, SaveDocument, SetSource, SourcesView};
use hadaf_app::{Access, App, AppError, text_table};

use crate::args::{SourceFields, SourcesArgs, SourcesWhat};
use crate::existing::existing;
use crate::outline::told;
use crate::output::Output;

/// Code 1 when a document is not as it was attached.
pub(crate) fn run(app: &App, args: SourcesArgs, output: &Output) -> Result<ExitCode, AppError> {
    match args.what {
        None | Some(SourcesWhat::List) => {
            app.open(&args.file, Access::Read)?;
            let sources = app.sources(&KnownRequest { as_of: args.as_of })?;
            output.result(&sources, &text_table::table(&sources.rows(app.format())));
            return Ok(ExitCode::SUCCESS);
        }
        Some(SourcesWhat::Check) => {
            app.open(&args.file, Access::Read)?;
            return Ok(checked(app, &app.documents_check()?, output));
        }
        Some(SourcesWhat::Open { source, out, force }) => {
            app.open(&args.file, Access::Read)?;
            return opened(app, source, out, force, output);
        }
        Some(SourcesWhat::Attach {
            document,
            dry_run: true,
            ..
        }) => {
            app.open(&args.file, Access::Read)?;
            let offer = app.document_offer(&document)?;
            let text = format!("{}, {}\n{}\n{}", offer.name, offer.size, offer.inside, offer.beside);
            output.result(&offer, &text);
            return Ok(ExitCode::SUCCESS);
        }
        Some(what) => {
            app.open_to_change(&args.file)?;
            change(app, what, output)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn change(app: &App, what: SourcesWhat, output: &Output) -> Result<(), AppError> {
    let changed = match what {
        SourcesWhat::Add { title, fields } => app.source_set(&set(None, Some(title), fields)),
        SourcesWhat::Edit { source, title, fields } => app.source_set(&set(Some(source), title, fields)),
        SourcesWhat::Merge { from, into } => app.source_merge(&MergeSources { from, into }),
        SourcesWhat::Remove { source } => app.source_remove(&RemoveNamed { id: source }),
        SourcesWhat::Attach {
            source,
            document,
            beside,
            ..
        } => app.document_attach(&AttachDocument {
            id: source,
            path: document,
            inside: !beside,
        }),
        SourcesWhat::Detach { source } => app.document_detach(&RemoveNamed { id: source }),
        SourcesWhat::List | SourcesWhat::Check | SourcesWhat::Open { .. } => return Ok(()),
    }?;
    told(&changed, output);
    Ok(())
}

fn set(id: Option<String>, title: Option<String>, fields: SourceFields) -> SetSource {
    SetSource {
        id,
        title,
        publisher: fields.publisher,
        address: fields.address,
        page: fields.page,
        retrieved: fields.retrieved,
        note: fields.note,
    }
}

/// Says which documents are not as they were attached.
fn checked(app: &App, sources: &SourcesView, output: &Output) -> ExitCode {
    let broken = sources.broken();
    output.result(sources, &sources.checked(app.format()));
    if broken.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Writes a copy of a document, or says how it stands.
fn opened(
    app: &App,
    source: String,
    out: Option<std::path::PathBuf>,
    force: bool,
    output: &Output,
) -> Result<ExitCode, AppError> {
    let Some(path) = out else {
        let document = app.document_item(&source)?;
        output.result(&document, &document.told);
        let whole = document.state.is_whole();
        return Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    };
    let exported = app.document_save(&SaveDocument { id: source, path }, existing(force))?;
    output.exported(app, &exported);
    Ok(ExitCode::SUCCESS)
}
