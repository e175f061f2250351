//! `hadaf import`

use std::process::ExitCode;

use hadaf_app::{Access, App, AppError, ImportReport, ImportRequest, Imports, IntakeReport, with_hint};
use serde_json::{Value, json};

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
        map: args.map.clone(),
        dry_run: args.dry_run,
        anyway: args.anyway,
    };
    let Imports { files, report, failure } = app.import_files(&args.input, &request)?;
    let mut text: Vec<String> = files.iter().map(text).collect();
    text.extend(conversation(&report));
    output.result(&json_of(&files, &report), &text.join("\n"));
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

/// The files one by one, and beside them all of them as one conversation.
fn json_of(files: &[ImportReport], report: &IntakeReport) -> Value {
    let mut json = json!(report);
    json["files"] = json!(files);
    json
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

/// How tables were read, which series are made, what was assumed and left out, and what is to be answered.
fn conversation(report: &IntakeReport) -> Vec<String> {
    let mut lines = Vec::new();
    let at = |place: &str| {
        if place.is_empty() {
            String::new()
        } else {
            format!("{place}: ")
        }
    };
    for table in report.tables.iter().filter(|table| !table.sentence.is_empty()) {
        let file = if report.tables.len() > 1 {
            format!("{} ", table.file)
        } else {
            String::new()
        };
        lines.push(format!("{file}{}{}", at(&table.place), table.sentence));
        for series in &table.series {
            let becomes = match (&series.series, series.new) {
                (None, _) => "left out".to_owned(),
                (Some(id), true) => format!("{id} (new)"),
                (Some(id), false) => id.clone(),
            };
            let unit = series.unit.as_deref().unwrap_or("no unit");
            let figures = match series.values {
                1 => "one figure".to_owned(),
                values => format!("{values} figures"),
            };
            lines.push(format!("  {} -> {becomes}, {unit}, {figures}", series.label));
        }
    }
    for check in report.checks.iter().filter(|check| !check.agrees) {
        lines.push(format!("  {}{}", at(&check.place), check.text));
    }
    for assumed in &report.assumed {
        lines.push(format!("  {}{}", at(&assumed.place), assumed.why));
    }
    for left_out in &report.left_out {
        let what = if left_out.what.is_empty() {
            String::new()
        } else {
            format!("{}: ", left_out.what)
        };
        lines.push(format!("  {}{what}{}", at(&left_out.place), left_out.why));
    }
    if report.left_out_more > 0 {
        lines.push(format!("  and {} more", report.left_out_more));
    }
    for question in &report.questions {
        let choices = question.choices.join(", ");
        lines.push(format!("  ? {} [{}] ({choices})", question.text, question.id));
    }
    lines
}
