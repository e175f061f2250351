//! `hadaf import`

use std::process::ExitCode;

use hadaf_app::{Access, App, AppError, ImportReport, ImportRequest, Imports, with_hint};
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
        "{}: {}, {} new, {} differ from the current figure, {} repeat it, {} already there{}{}",
        report.file,
        match report.rows {
            1 => "one row".to_owned(),
            rows => format!("{rows} rows"),
        },
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
        let told = with_hint(&issue.message, &issue.hint);
        lines.push(format!("  {}: {place}{told}", issue.severity));
    }
    if report.issues_left_off > 0 {
        lines.push(format!("  and {} more", report.issues_left_off));
    }
    lines.join("\n")
}
