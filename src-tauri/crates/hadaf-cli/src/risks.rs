//! `hadaf risks`

use std::collections::BTreeMap;
use std::process::ExitCode;

use hadaf_app::wire::{
    PlainFormat, RegisterEdit, RegisterExport, RegisterKind, RegisterOutcome, RegisterRemove, RegisterRequest,
    RegisterRows,
};
use hadaf_app::{Access, App, AppError, Risks, plan_text};
use serde_json::json;

use crate::args::{RegisterCall, RegisterExportArgs, RegisterImportArgs, RegisterWhat, RisksArgs};
use crate::outline::told;
use crate::output::Output;

/// Code 1 where rows of a file cannot be read.
pub(crate) fn run(app: &App, args: RisksArgs, output: &Output) -> Result<ExitCode, AppError> {
    let RisksArgs {
        file,
        register,
        series,
        as_of,
        what,
    } = args;
    let request = |register| RegisterRequest {
        register,
        series: series.clone().unwrap_or_default(),
        as_of: as_of.clone(),
    };
    let (kind, what) = match what {
        None => (None, RegisterWhat::List),
        Some(RegisterCall { register, what }) => (Some(register), what),
    };
    let Some(kind) = kind.or(register) else {
        app.open(&file, Access::Read)?;
        return listed(app, RegisterKind::ALL.iter().map(|kind| request(*kind)), output);
    };
    let changed = match what {
        RegisterWhat::List => {
            app.open(&file, Access::Read)?;
            return listed(app, [request(kind)].into_iter(), output);
        }
        RegisterWhat::Export(args) => {
            app.open(&file, Access::Read)?;
            return exported(app, request(kind), args, output);
        }
        RegisterWhat::Import(args) => {
            match args.dry_run {
                true => app.open(&file, Access::Read)?,
                false => app.open_to_change(&file)?,
            }
            return imported(app, kind, args, output);
        }
        RegisterWhat::Add(values) => {
            app.open_to_change(&file)?;
            app.register_set(&filled(blank(kind), values))?
        }
        RegisterWhat::Edit { id, values, corrects } => {
            app.open_to_change(&file)?;
            let entry = app.register_entry(kind, &id)?;
            app.register_set(&RegisterEdit {
                corrects,
                ..filled(entry, values)
            })?
        }
        RegisterWhat::Remove(id) => {
            app.open_to_change(&file)?;
            app.register_remove(&RegisterRemove { register: kind, id })?
        }
    };
    told(&changed, output);
    Ok(ExitCode::SUCCESS)
}

fn listed(app: &App, requests: impl Iterator<Item = RegisterRequest>, output: &Output) -> Result<ExitCode, AppError> {
    let mut as_of = None;
    let mut registers = Vec::new();
    for request in requests {
        registers.push(app.register(&request)?);
        as_of = request.as_of.filter(|day| !day.trim().is_empty());
    }
    let risks = Risks::new(as_of, registers);
    output.result(&risks, &risks.to_text(app.format()));
    Ok(ExitCode::SUCCESS)
}

/// An entry that says nothing yet.
fn blank(register: RegisterKind) -> RegisterEdit {
    RegisterEdit {
        register,
        id: None,
        values: BTreeMap::new(),
        source: String::new(),
        corrects: false,
    }
}

/// An entry with what was named.
fn filled(mut edit: RegisterEdit, mut values: BTreeMap<String, String>) -> RegisterEdit {
    if let Some(source) = values.remove("source") {
        edit.source = source;
    }
    edit.values.extend(values);
    edit
}

fn imported(
    app: &App,
    register: RegisterKind,
    args: RegisterImportArgs,
    output: &Output,
) -> Result<ExitCode, AppError> {
    let rows = RegisterRows {
        register,
        text: None,
        path: Some(args.table),
        onto: Vec::new(),
        fields: Vec::new(),
        source: args.source.unwrap_or_default(),
        corrects: args.corrects,
    };
    let plan = app.register_plan(&rows)?;
    let is_broken = plan.rows.iter().any(|row| row.outcome == RegisterOutcome::Invalid);
    // A file that says nothing new is no failure.
    let is_entered = !args.dry_run && (is_broken || plan.changes > 0);
    let changed = is_entered.then(|| app.register_enter(&rows)).transpose()?;
    let text = changed
        .as_ref()
        .map_or_else(|| plan_text(&plan, app.format()), |done| done.label.clone());
    output.result(&json!({ "plan": plan, "changed": changed }), &text);
    Ok(if is_broken {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn exported(
    app: &App,
    request: RegisterRequest,
    args: RegisterExportArgs,
    output: &Output,
) -> Result<ExitCode, AppError> {
    let named = || {
        let ending = args.out.extension()?.to_str()?.to_lowercase();
        PlainFormat::named(&ending)
    };
    let format = args.format.or_else(named).unwrap_or(PlainFormat::Csv);
    let export = RegisterExport {
        request,
        format: format.as_str().to_owned(),
        path: args.out,
    };
    let exported = app.register_export(&export, crate::existing::existing(args.force))?;
    output.notes(&exported.remarks);
    output.exported(app, &exported);
    Ok(ExitCode::SUCCESS)
}
