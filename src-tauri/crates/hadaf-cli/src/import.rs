//! `hadaf import`

use std::process::ExitCode;

use hadaf_app::{Access, App, AppError, ImportReport, ImportRequest, Imports};
use serde_json::json;

use crate::args::ImportArgs;
use crate::output::Output;

pub(crate) fn run(app: &App, args: &ImportArgs, output: &Output) -> Result<ExitCode, AppError> {
    match args.dry_run {
        true => app.open(&args.file, Access::Read)?,
        false => app.open_to_change(&args.file)?,
    }
    let request = ImportRequest {
        series: args.series.clone(),
        published: args.published.clone(),
        source: args.source.clone(),
        dry_run: args.dry_run,
        anyway: args.anyway,
    };
    let Imports { files, failure } = app.import_files(&args.input, &request)?;
    let text: Vec<String> = files.iter().map(text).collect();
    output.result(&json!({ "files": files }), &text.join("\n"));
    if let Some(error) = failure {
        return Err(error);
    }
    let unread = |report: &ImportReport| report.issues.iter().any(|issue| issue.severity == "error");
    Ok(if files.iter().any(unread) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn text(report: &ImportReport) -> String {
    let mut lines = vec![format!(
        "{}: {} rows, {} new, {} differ from the current figure, {} repeat it, {} already there{}{}",
        report.file,
        report.rows,
        report.new,
        report.differ,
        report.same,
        report.known,
        match report.doubted {
            0 => String::new(),
            doubted => format!(", {doubted} doubtful"),
        },
        if report.dry_run { " (nothing written)" } else { "" }
    )];
    for issue in &report.issues {
        let place = issue.line.map_or_else(String::new, |line| format!("line {line}: "));
        let hint = if issue.hint.is_empty() {
            String::new()
        } else {
            format!("; {}", issue.hint)
        };
        lines.push(format!("  {}: {place}{}{hint}", issue.severity, issue.message));
    }
    if report.issues_left_off > 0 {
        lines.push(format!("  and {} more", report.issues_left_off));
    }
    lines.join("\n")
}
