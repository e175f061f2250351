//! Our own long CSV into the workspace: many values, one undoable change. Nothing is taken when a
//! row cannot be read.

use std::path::Path;

use hadaf_core::{Observation, Source, SourceId, Status, Vintage};
use hadaf_import::{Context, Draft, Imported, Severity, read_long};
use hadaf_model::Book;
use jiff::civil::Date;
use serde::Serialize;

use crate::enter::{published_on, status_for};
use crate::session::{App, AppError, Author, Code, Result, file_name, parse_day};
use crate::words::say;

/// What to import.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// Series of rows that name none.
    pub series: Option<String>,
    /// ISO day of rows that give none.
    pub published: Option<String>,
    /// Title of the source of rows that name none.
    pub source: Option<String>,
    /// Only say what would happen.
    pub dry_run: bool,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Serialize)]
pub struct ImportReport {
    /// The file.
    pub file: String,
    /// Rows with anything in them.
    pub rows: usize,
    /// Values that are new.
    pub new: usize,
    /// Values that differ from the number in force.
    pub differ: usize,
    /// Values that repeat it.
    pub same: usize,
    /// Rows left out because the very same print is there already.
    pub known: usize,
    /// What is wrong or worth knowing, in the order of the file.
    pub issues: Vec<ImportIssue>,
    /// Issues beyond those listed.
    pub issues_left_off: usize,
    /// Nothing was written.
    pub dry_run: bool,
}

/// Something about one row.
#[derive(Debug, Clone, Serialize)]
pub struct ImportIssue {
    /// error or note.
    pub severity: String,
    /// A stable word.
    pub code: String,
    /// From 1; null when it is about the whole file.
    pub line: Option<u64>,
    /// The column's name.
    pub column: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl App {
    /// Imports a long CSV file.
    ///
    /// # Errors
    /// [`Code::Import`] when the file cannot be read, [`Code::Refused`] when a row cannot (with
    /// `dry_run` the report lists them), [`Code::ReadOnly`].
    pub fn import(&self, path: &Path, request: &ImportRequest) -> Result<ImportReport> {
        let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
        let book = self.book()?;
        let imported = read_long(&bytes, &context(&book, request, self.today())?)?;
        let mut issues: Vec<ImportIssue> = imported.issues.iter().map(issue).collect();
        issues.extend(unknown_series(&book, &imported));
        issues.extend(still_to_come(&book, &imported, self.today()));
        let fresh: Vec<&Draft> = imported.drafts.iter().filter(|draft| !is_known(&book, draft)).collect();
        let name = file_name(path);
        let report = report(&book, &imported, &fresh, issues, name.clone(), request.dry_run);
        if request.dry_run {
            return Ok(report);
        }
        let errors = report.issues.iter().filter(|issue| issue.severity == "error").count() + report.issues_left_off;
        if errors > 0 {
            let first = report.issues.iter().find(|issue| issue.severity == "error");
            let first = first.map_or_else(String::new, |issue| match issue.line {
                Some(line) => say!(
                    self.format().words,
                    "import-line",
                    line = line,
                    message = issue.message.clone()
                ),
                None => issue.message.clone(),
            });
            return Err(AppError::of(
                Code::Refused,
                "import-rows",
                &[("count", &errors.to_string()), ("first", &first)],
            ));
        }
        if !fresh.is_empty() {
            let label = say!(self.format().words, "label-import", count = fresh.len(), file = name);
            self.change(&label, |change, author| {
                fresh.iter().try_for_each(|draft| add(change, &book, draft, author))
            })?;
        }
        Ok(report)
    }
}

fn context(book: &Book, request: &ImportRequest, today: Date) -> Result<Context> {
    let mut context = Context::new(*book.calendar(), today);
    context.series = request
        .series
        .as_deref()
        .map(|id| book.series(id).map(|series| series.id.clone()))
        .transpose()?;
    context.published = request.published.as_deref().map(parse_day).transpose()?;
    context.source = request
        .source
        .as_deref()
        .map(str::trim)
        .filter(|title| !title.is_empty())
        .map(str::to_owned);
    Ok(context)
}

fn issue(found: &hadaf_import::Issue) -> ImportIssue {
    ImportIssue {
        severity: match found.severity {
            Severity::Error => "error".into(),
            Severity::Note => "note".into(),
        },
        code: found.code.into(),
        line: found.line,
        column: found.column.clone(),
        message: found.message.clone(),
        hint: found.hint.clone(),
    }
}

/// Rows that were published on a day that is still to come, or before their period began.
fn still_to_come(book: &Book, imported: &Imported, today: Date) -> Vec<ImportIssue> {
    let check = |draft: &Draft| {
        let day = draft.published.date?;
        let error = published_on(book, draft.period, &day.to_string(), today).err()?;
        Some(ImportIssue {
            severity: "error".into(),
            code: error.code.as_str().into(),
            line: Some(draft.line),
            column: Some("published".into()),
            message: error.message,
            hint: error.hint.unwrap_or_default(),
        })
    };
    imported.drafts.iter().filter_map(check).collect()
}

/// Rows whose series the workspace does not have.
fn unknown_series(book: &Book, imported: &Imported) -> Vec<ImportIssue> {
    let check = |draft: &Draft| {
        let error = AppError::from(book.series(draft.series.as_str()).err()?);
        Some(ImportIssue {
            severity: "error".into(),
            code: error.code.as_str().into(),
            line: Some(draft.line),
            column: Some("series".into()),
            message: error.message,
            hint: error.hint.unwrap_or_default(),
        })
    };
    imported.drafts.iter().filter_map(check).collect()
}

/// The same print, from the same page, is there already: importing a file twice adds nothing.
fn is_known(book: &Book, draft: &Draft) -> bool {
    book.prints(&draft.series).iter().any(|print| {
        let source = book.source(print.source);
        print.period == draft.period
            && print.through == draft.through
            && print.value == draft.value
            && print.published.date == draft.published.date
            && source.is_some_and(|it| it.title == draft.source.title && it.address == draft.source.address)
    })
}

fn report(
    book: &Book,
    imported: &Imported,
    fresh: &[&Draft],
    issues: Vec<ImportIssue>,
    file: String,
    dry_run: bool,
) -> ImportReport {
    let in_force = |draft: &Draft| {
        let prints = book.prints(&draft.series).iter();
        Vintage::read(
            prints.filter(|print| print.period == draft.period && print.through == draft.through),
            None,
        )
    };
    let (mut new, mut differ, mut same) = (0, 0, 0);
    for draft in fresh {
        match in_force(draft) {
            None => new += 1,
            Some(reading) if reading.value.same_value(draft.value) => same += 1,
            Some(_) => differ += 1,
        }
    }
    ImportReport {
        file,
        rows: imported.rows,
        new,
        differ,
        same,
        known: imported.drafts.len() - fresh.len(),
        issues,
        issues_left_off: imported.issues_left_off,
        dry_run,
    }
}

fn add(change: &hadaf_store::Change<'_>, book: &Book, draft: &Draft, author: &Author) -> Result<()> {
    let series = book.series(draft.series.as_str())?;
    let source = change.source_for(&Source {
        id: SourceId(0),
        title: draft.source.title.clone(),
        publisher: draft.source.publisher.clone(),
        address: draft.source.address.clone(),
        page: String::new(),
        retrieved: None,
        file_hash: None,
        note: String::new(),
    })?;
    let status = draft.status.unwrap_or_else(|| match draft.through {
        true => Status::First,
        false => status_for(book, series, draft.period),
    });
    change.add(&Observation {
        id: 0,
        series: draft.series.clone(),
        period: draft.period,
        through: draft.through,
        value: draft.value,
        status,
        published: draft.published,
        source,
        note: draft.note.clone(),
        entered_by: author.name.clone(),
        entered_at: author.at.clone(),
    })?;
    Ok(())
}
