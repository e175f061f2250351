//! What is reported of a file of ours, row by row.

use hadaf_error::{AppError, Code, refusal};
use hadaf_import::{Imported, Limits};
use hadaf_model::{Book, Effect, Step};
use hadaf_words::{DoubtView, Format, entry_notes, say};
use jiff::civil::Date;

use crate::import_report::{ImportIssue, ImportReport};
use crate::long_file::LongFile;
use crate::namesakes;
use crate::row_issue::row_issue;

/// The report of a file, of which nothing was written yet.
pub(crate) fn report(name: &str, imported: &Imported, long: &LongFile, book: &Book, format: Format) -> ImportReport {
    let most = Limits::default().issues;
    let mut issues: Vec<ImportIssue> = imported.issues.iter().map(|found| row_issue(found, format)).collect();
    issues.extend(long.refused.iter().filter_map(|step| refused(step, format)));
    issues.extend(long.derived.iter().filter_map(|step| derived(step, format)));
    issues.extend(long.doubts.iter().map(|(line, doubt)| doubted(*line, doubt)));
    issues.extend(long.told.iter().flat_map(|step| remarked(step, book, format)));
    // What keeps the file out comes first, then what may not have been meant: so it is not what is left off.
    issues.sort_by_key(|issue| match issue.severity.as_str() {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    });
    let left_off = issues.len().saturating_sub(most) + long.refused_more + long.told_more;
    issues.truncate(most);
    issues.sort_by_key(|issue| issue.line);
    issues.extend(long.namesakes.iter().map(|title| namesakes::issue(title, format)));
    ImportReport {
        rows: imported.rows,
        new: long.new,
        differ: long.differ,
        same: long.same,
        known: long.known,
        doubted: long.doubted,
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
    let count = imported.figures.unsaid();
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

/// The rows of a derived series, which a file of ours holds for others: they are left out, and keep nothing else out.
fn derived(step: &Step, format: Format) -> Option<ImportIssue> {
    let Effect::Refused(refused) = &step.effect else {
        return None;
    };
    let message = AppError::from(refused.clone()).view(format).message;
    Some(ImportIssue::note("derived", Some(step.draft.line), message))
}

/// A row that cannot be entered, and keeps the file out.
fn refused(step: &Step, format: Format) -> Option<ImportIssue> {
    let Effect::Refused(refused) = &step.effect else {
        return None;
    };
    let error = AppError::from(refused.clone());
    let column = match error.code {
        Code::UnknownSeries => "series",
        Code::Period => "period",
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
fn doubted(line: u64, doubt: &DoubtView) -> ImportIssue {
    ImportIssue {
        severity: "warning".into(),
        column: Some("value".into()),
        ..ImportIssue::note(&doubt.kind, Some(line), doubt.message.clone())
    }
}
