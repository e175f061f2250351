//! What is reported of a file of ours, row by row.

use hadaf_core::SeriesId;
use hadaf_error::{AppError, Code, refusal};
use hadaf_import::{Imported, Limits};
use hadaf_model::{Book, Effect, Refused, Step};
use hadaf_words::{DoubtView, Format, entry_notes, say};
use jiff::civil::Date;

use crate::compare::LongSteps;
use crate::import_report::{ImportIssue, ImportReport};
use crate::namesakes;
use crate::row_issue::row_issue;

/// The report of a file, of which nothing was written yet.
pub(crate) fn report(name: &str, imported: &Imported, long: &LongSteps, book: &Book, format: Format) -> ImportReport {
    let (steps, most) = (&long.steps, Limits::default().issues);
    let count = |is: fn(&Effect) -> bool| steps.iter().filter(|step| is(&step.effect)).count();
    let mut issues: Vec<ImportIssue> = imported.issues.iter().map(|found| row_issue(found, format)).collect();
    issues.extend(steps.iter().filter_map(|step| refused(step, format)));
    issues.extend(derived(steps, format));
    let told = steps.iter().zip(&long.doubts);
    issues.extend(told.flat_map(|(step, doubts)| doubts.iter().map(|doubt| doubted(step, doubt))));
    // Of a row that is refused nothing else is worth knowing.
    let entered = steps.iter().filter(|step| !matches!(step.effect, Effect::Refused(_)));
    issues.extend(entered.flat_map(|step| remarked(step, book, format)));
    // What keeps the file out comes first, then what may not have been meant: so it is not what is left off.
    issues.sort_by_key(|issue| match issue.severity.as_str() {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    });
    let left_off = issues.len().saturating_sub(most);
    issues.truncate(most);
    issues.sort_by_key(|issue| issue.line);
    issues.extend(long.namesakes.iter().map(|title| namesakes::issue(title, format)));
    ImportReport {
        rows: imported.rows,
        new: count(|effect| *effect == Effect::New),
        differ: count(is_another),
        same: count(|effect| *effect == Effect::Repeats),
        known: count(|effect| *effect == Effect::Known),
        doubted: long.doubts.iter().filter(|doubts| !doubts.is_empty()).count(),
        issues,
        issues_left_off: imported.issues_left_off + left_off,
        ..ImportReport::of(name)
    }
}

/// That a whole history bears one day.
pub(crate) fn one_dated(day: Date, format: Format) -> ImportIssue {
    ImportIssue {
        column: Some("published".into()),
        ..ImportIssue::note(
            "one_day",
            None,
            say!(format.words, "paste-one-day", day = format.day(day)),
        )
    }
}

/// What was assumed of rows that do not say when they were published.
pub(crate) fn dateless(imported: &Imported, today: Date, format: Format) -> Option<ImportIssue> {
    let count = imported.dateless.len();
    (count > 0).then(|| ImportIssue {
        column: Some("published".into()),
        ..ImportIssue::note(
            "undated",
            None,
            say!(format.words, "import-dateless", count = count, day = format.day(today)),
        )
    })
}

/// Why the rows of a file keep it out, if they do; so many issues of its reading are not listed.
pub(crate) fn rows_refused(report: &ImportReport, unlisted: usize, format: Format) -> Option<AppError> {
    let is_error = |issue: &&ImportIssue| issue.severity == "error";
    let listed = report.issues.iter().filter(is_error).count();
    // Errors are listed first: where there is room for another issue, there are no more of them.
    let errors = match report.issues.iter().all(|issue| issue.severity == "error") {
        true => listed + report.issues_left_off,
        false => listed + unlisted,
    };
    if errors == 0 {
        return None;
    }
    let first = report.issues.iter().find(is_error);
    let first = first.map_or_else(String::new, |issue| match issue.line {
        Some(line) => say!(
            format.words,
            "import-line",
            line = line,
            message = issue.message.clone()
        ),
        None => issue.message.clone(),
    });
    Some(refusal!(Code::Refused, "import-rows", count = errors, first = first))
}

/// Another figure than the current one.
fn is_another(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Differs(_) | Effect::RevisesLater(_) | Effect::Beside(_) | Effect::Corrects(_) | Effect::Withdraws(_)
    )
}

/// The rows of derived series, which a file of ours holds for others: they are left out, and keep nothing else out.
fn derived(steps: &[Step], format: Format) -> Vec<ImportIssue> {
    let mut told: Vec<(&SeriesId, ImportIssue)> = Vec::new();
    for step in steps {
        let (series, Effect::Refused(refused @ Refused::Derived { .. })) = (&step.draft.series, &step.effect) else {
            continue;
        };
        if !told.iter().any(|(known, _)| *known == series) {
            let message = AppError::from(refused.clone()).view(format).message;
            told.push((series, ImportIssue::note("derived", Some(step.draft.line), message)));
        }
    }
    told.into_iter().map(|(_, issue)| issue).collect()
}

/// A row that cannot be entered, and keeps the file out.
fn refused(step: &Step, format: Format) -> Option<ImportIssue> {
    let refused = match &step.effect {
        Effect::Refused(Refused::Derived { .. }) => return None,
        Effect::Refused(refused) => refused,
        _ => return None,
    };
    let error = AppError::from(refused.clone());
    let column = match error.code {
        Code::UnknownSeries => "series",
        _ => "published",
    };
    let error = error.view(format);
    Some(ImportIssue {
        severity: "error".into(),
        code: error.code.as_str().into(),
        line: Some(step.draft.line),
        column: Some(column.into()),
        message: error.message,
        hint: error.hint.unwrap_or_default(),
    })
}

/// What is worth knowing of a row that can be entered.
fn remarked(step: &Step, book: &Book, format: Format) -> impl Iterator<Item = ImportIssue> {
    let line = step.draft.line;
    entry_notes(book, format, step)
        .into_iter()
        .map(move |note| ImportIssue {
            column: Some(if note.code == "estimate" { "published" } else { "value" }.into()),
            ..ImportIssue::note(note.code, Some(line), note.text)
        })
}

/// Why a figure may not have been meant. It is entered all the same.
fn doubted(step: &Step, doubt: &DoubtView) -> ImportIssue {
    ImportIssue {
        severity: "warning".into(),
        column: Some("value".into()),
        ..ImportIssue::note(&doubt.kind, Some(step.draft.line), doubt.message.clone())
    }
}
