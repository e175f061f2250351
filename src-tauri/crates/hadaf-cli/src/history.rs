//! `hadaf log`, `hadaf undo`, `hadaf redo`

use std::path::Path;

use hadaf_app::{Access, App, AppError};

use crate::output::Output;

pub(crate) fn log(app: &App, file: &Path, output: &Output) -> Result<(), AppError> {
    app.open(file, Access::Read)?;
    let log = app.log()?;
    let line = |entry: &hadaf_app::wire::LogEntry| {
        let since = match (&entry.since, entry.undone) {
            (Some(since), _) => format!("  ({since})"),
            (None, true) => "  (undone)".into(),
            (None, false) => String::new(),
        };
        format!("{:>4}  {}  {}  {}{since}", entry.id, entry.when, entry.by, entry.label)
    };
    let lines: Vec<String> = log.entries.iter().map(line).collect();
    let text = if lines.is_empty() {
        "No change was made yet.".into()
    } else {
        lines.join("\n")
    };
    output.result(&log, &text);
    Ok(())
}

pub(crate) fn undo(app: &App, file: &Path, output: &Output) -> Result<(), AppError> {
    app.open_to_change(file)?;
    let changed = app.undo()?;
    output.result(&changed, &format!("Undone: {}", changed.label));
    Ok(())
}

pub(crate) fn redo(app: &App, file: &Path, output: &Output) -> Result<(), AppError> {
    app.open_to_change(file)?;
    let changed = app.redo()?;
    output.result(&changed, &format!("Done again: {}", changed.label));
    Ok(())
}
