//! Files into the workspace: many values, one undoable change. Nothing is taken when a row cannot be read.

use std::collections::BTreeSet;
use std::path::Path;

use hadaf_core::{Published, SourceDraft};
use hadaf_error::{AppError, Code, ErrorView, Result, file_name, refusal};
use hadaf_import::{Context, FileFormat, Imported, Severity};
use hadaf_model::{Book, Effect, Plan, SourceBy, Step};
use hadaf_words::{DoubtView, Format, label_with_corrections, say};
use jiff::civil::Date;
use serde::Serialize;

use super::doubt::doubts_of;
use super::effect::effect_in_words;
use super::publication::Publication;
use super::writer::ObservationWriter;
use crate::session::App;

/// What to import.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// Series of rows that name none.
    pub series: Option<String>,
    /// When rows were published that give no day: a day, "after-each-period", or "unknown".
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
    /// Values that differ from the current figure.
    pub differ: usize,
    /// Values that repeat it.
    pub same: usize,
    /// Rows left out because the very same observation is there already.
    pub known: usize,
    /// Figures that may not have been meant; why, is among the issues.
    pub doubted: usize,
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
    /// error, warning or note.
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

/// What became of the files of one call. They are one change: either all of them are in, or none.
#[derive(Debug)]
pub struct Imports {
    /// File by file, as far as each could be read.
    pub files: Vec<ImportReport>,
    /// Why nothing was written, if something kept it.
    pub failure: Option<AppError>,
}

impl App {
    /// Imports one file.
    ///
    /// # Errors
    /// [`Code::Import`] when the file cannot be read, [`Code::Refused`] when a row cannot (with
    /// `dry_run` the report lists them), [`Code::ReadOnly`].
    pub fn import(&self, path: &Path, request: &ImportRequest) -> Result<ImportReport> {
        let Imports { mut files, failure } = self.import_files(&[path], request)?;
        failure.map_or_else(|| Ok(files.pop().expect("one report for each file")), Err)
    }

    /// Imports files as one change, with one way back. The report of each stands, also when another one keeps all of
    /// them out.
    ///
    /// # Errors
    /// Those of reading and of changing the workspace; what is wrong with a file is [`Imports::failure`].
    pub fn import_files(&self, paths: &[impl AsRef<Path>], request: &ImportRequest) -> Result<Imports> {
        let (book, today, format) = (self.book()?, self.today(), self.format());
        let context = context(&book, request, today)?;
        let publication = request.published.as_deref().map(Publication::read).transpose()?;
        let dated = |mut imported: Imported| {
            for draft in imported
                .drafts
                .iter_mut()
                .filter(|draft| draft.published.date.is_none())
            {
                if let Some(publication) = publication {
                    let seen = draft.published.seen;
                    let published = publication.of(draft.period, book.calendar(), seen);
                    draft.published = Published { seen, ..published };
                }
            }
            imported
        };
        let read: Vec<Result<Imported>> = paths
            .iter()
            .map(|path| read(path.as_ref(), &context).map(dated))
            .collect();
        let drafts = read.iter().flatten().flat_map(|file| file.drafts.iter().cloned());
        let plan = Plan::of(&book, drafts, SourceBy::Document, today);
        // A file that gives its days itself means them.
        let one_day = plan.one_day(book.calendar()).filter(|_| publication.is_some());
        let doubts = doubts_of(&book, &plan.steps, format)?;
        let mut rest = (plan.steps.as_slice(), doubts.as_slice());
        let (mut files, mut failure) = (Vec::new(), None);
        for (path, read) in paths.iter().zip(read) {
            let path = path.as_ref();
            let report = match &read {
                Ok(imported) => {
                    let (steps, other_steps) = rest.0.split_at(imported.drafts.len());
                    let (doubts, other_doubts) = rest.1.split_at(imported.drafts.len());
                    rest = (other_steps, other_doubts);
                    let mut report = report(path, imported, (steps, doubts), context.limits.issues, format);
                    report.issues.extend(namesakes(&book, steps, format));
                    report
                }
                Err(error) => unread(path, &error.view(format)),
            };
            let wrong = match read {
                Err(error) => Some(error),
                Ok(_) if request.dry_run => None,
                Ok(_) => self.rows_refused(&report),
            };
            let mut report = report;
            report.issues.extend(one_day.map(|day| one_dated(day, format)));
            failure = failure.or(wrong.map(|error| if paths.len() > 1 { error.about(path) } else { error }));
            files.push(report);
        }
        let fresh: Vec<&Step> = plan.steps.iter().filter(|step| is_fresh(step)).collect();
        let is_written = !request.dry_run && failure.is_none();
        if is_written && !fresh.is_empty() {
            let names: Vec<&str> = files.iter().map(|report| report.file.as_str()).collect();
            let file = names.join(", ");
            let label = say!(format.words, "label-import", count = fresh.len(), file = file);
            let label = label_with_corrections(format, label, fresh.iter().copied());
            self.change(&label, |change, author| {
                let mut writer = ObservationWriter::new(change, author, SourceBy::Document);
                fresh.iter().try_for_each(|step| writer.write(step))
            })?;
        }
        for report in &mut files {
            report.dry_run = !is_written;
        }
        Ok(Imports { files, failure })
    }

    /// Why the rows of a file keep it out, if they do.
    fn rows_refused(&self, report: &ImportReport) -> Option<AppError> {
        let is_error = |issue: &&ImportIssue| issue.severity == "error";
        let errors = report.issues.iter().filter(is_error).count() + report.issues_left_off;
        if errors == 0 {
            return None;
        }
        let first = report.issues.iter().find(is_error);
        let first = first.map_or_else(String::new, |issue| match issue.line {
            Some(line) => say!(
                self.format().words,
                "import-line",
                line = line,
                message = issue.message.clone()
            ),
            None => issue.message.clone(),
        });
        Some(refusal!(Code::Refused, "import-rows", count = errors, first = first))
    }
}

/// A file of any format that is known.
fn read(path: &Path, context: &Context) -> Result<Imported> {
    let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
    Ok(FileFormat::of(&bytes).read(&bytes, context)?)
}

/// That a whole history bears one day.
fn one_dated(day: Date, format: Format) -> ImportIssue {
    ImportIssue {
        severity: "note".into(),
        code: "one_day".into(),
        line: None,
        column: Some("published".into()),
        message: say!(format.words, "paste-one-day", day = format.day(day)),
        hint: String::new(),
    }
}

/// That a document will stand beside another one of its title.
fn namesakes(book: &Book, steps: &[Step], format: Format) -> Vec<ImportIssue> {
    let entered = steps.iter().filter(|step| is_fresh(step));
    let drafts: BTreeSet<_> = entered.map(|step| &step.draft.source).collect();
    let is_twin = |draft: &&SourceDraft| {
        let titled = || book.sources.values().filter(|source| source.title == draft.title);
        let is_there = titled().any(|it| it.address == draft.address && it.page.is_empty());
        titled().next().is_some() && !is_there
    };
    let note = |draft: &SourceDraft| ImportIssue {
        severity: "note".into(),
        code: "source_namesake".into(),
        line: None,
        column: Some("source".into()),
        message: say!(format.words, "source-namesake", title = &draft.title),
        hint: String::new(),
    };
    drafts.into_iter().filter(is_twin).map(note).collect()
}

/// Another figure than the current one.
fn is_another(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Differs(_) | Effect::RevisesLater(_) | Effect::Beside(_) | Effect::Corrects(_) | Effect::Withdraws(_)
    )
}

/// Neither there already nor refused.
fn is_fresh(step: &Step) -> bool {
    !matches!(step.effect, Effect::Known | Effect::Refused(_))
}

fn context(book: &Book, request: &ImportRequest, today: Date) -> Result<Context> {
    let mut context = Context::new(*book.calendar(), today);
    let yearly = book.series.iter().filter(|series| book.is_yearly(series));
    context.yearly = yearly.map(|series| series.id.clone()).collect();
    context.series = request
        .series
        .as_deref()
        .map(|id| book.series(id).map(|series| series.id.clone()))
        .transpose()?;
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

/// A row that cannot be entered.
fn refused(step: &Step, format: Format) -> Option<ImportIssue> {
    let Effect::Refused(refused) = &step.effect else {
        return None;
    };
    let error = AppError::from(refused.clone());
    let column = if error.code == Code::UnknownSeries {
        "series"
    } else {
        "published"
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
fn remarked(step: &Step, format: Format) -> Option<ImportIssue> {
    let code = match step.effect {
        Effect::Corrects(_) => "corrects",
        Effect::RevisesLater(_) => "dated_before",
        Effect::Beside(standing) if standing.is_later => "dated_before",
        Effect::Beside(_) => "another_source",
        _ => return None,
    };
    Some(ImportIssue {
        severity: "note".into(),
        code: code.into(),
        line: Some(step.draft.line),
        column: Some("value".into()),
        message: effect_in_words(step, format),
        hint: String::new(),
    })
}

/// Why a figure may not have been meant. It is entered all the same.
fn doubted(step: &Step, doubt: &DoubtView) -> ImportIssue {
    ImportIssue {
        severity: "warning".into(),
        code: doubt.kind.clone(),
        line: Some(step.draft.line),
        column: Some("value".into()),
        message: doubt.message.clone(),
        hint: String::new(),
    }
}

fn report(
    path: &Path,
    imported: &Imported,
    (steps, doubts): (&[Step], &[Vec<DoubtView>]),
    most: usize,
    format: Format,
) -> ImportReport {
    let count = |is: fn(&Effect) -> bool| steps.iter().filter(|step| is(&step.effect)).count();
    let mut issues: Vec<ImportIssue> = imported.issues.iter().map(issue).collect();
    issues.extend(
        steps
            .iter()
            .filter_map(|step| refused(step, format).or_else(|| remarked(step, format))),
    );
    issues.sort_by_key(|issue| issue.line);
    let left_off = issues.len().saturating_sub(most);
    issues.truncate(most);
    // Doubts take the room that is left: they keep no row out, so they count among none that are left off.
    let told = steps.iter().zip(doubts);
    let told = told.flat_map(|(step, doubts)| doubts.iter().map(|doubt| doubted(step, doubt)));
    issues.extend(told.take(most - issues.len()));
    issues.sort_by_key(|issue| issue.line);
    ImportReport {
        file: file_name(path),
        rows: imported.rows,
        new: count(|effect| *effect == Effect::New),
        differ: count(is_another),
        same: count(|effect| *effect == Effect::Repeats),
        known: count(|effect| *effect == Effect::Known),
        doubted: doubts.iter().filter(|doubts| !doubts.is_empty()).count(),
        issues,
        issues_left_off: imported.issues_left_off + left_off,
        dry_run: true,
    }
}

/// Of a file that cannot be read at all.
fn unread(path: &Path, error: &ErrorView) -> ImportReport {
    ImportReport {
        file: file_name(path),
        rows: 0,
        new: 0,
        differ: 0,
        same: 0,
        known: 0,
        doubted: 0,
        issues: vec![ImportIssue {
            severity: "error".into(),
            code: error.code.as_str().into(),
            line: None,
            column: None,
            message: error.message.clone(),
            hint: error.hint.clone().unwrap_or_default(),
        }],
        issues_left_off: 0,
        dry_run: true,
    }
}
