//! Files into the workspace: many values, one undoable change. Nothing is taken when a row cannot be read.

use std::path::Path;

use hadaf_core::Published;
use hadaf_error::{AppError, Code, ErrorView, Result, file_name, refusal};
use hadaf_import::{Context, FileFormat, Imported, Limits, Severity};
use hadaf_model::{Book, Effect, Plan, SourceBy, Step};
use hadaf_words::{DoubtView, EntryNote, Format, entry_notes, label_with_corrections, say};
use jiff::civil::Date;
use serde::Serialize;

use super::meant::{accept_doubted, doubts_of};
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
    /// The figures are meant: what is doubted of them counts as accepted.
    pub anyway: bool,
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
            let unknown = &imported.unknown;
            let drafts = imported.drafts.iter_mut();
            for draft in drafts.filter(|draft| draft.published.date.is_none() && !unknown.contains(&draft.line)) {
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
                    let dateless = publication
                        .is_none()
                        .then(|| dateless(imported, today, format))
                        .flatten();
                    let report = report(path, imported, (steps, doubts), &book, format);
                    (report, dateless, imported.issues_left_off)
                }
                Err(error) => (unread(path, &error.view(format)), None, 0),
            };
            let (mut report, dateless, unlisted) = report;
            let wrong = match read {
                Err(error) => Some(error),
                Ok(_) if request.dry_run => None,
                Ok(_) => self.rows_refused(&report, unlisted),
            };
            report.issues.extend(dateless);
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
            let before = self.doubted_before(&book, &plan.steps, request.anyway)?;
            self.change(&label, |change, author| {
                let mut writer = ObservationWriter::new(change, author, SourceBy::Document);
                fresh.iter().try_for_each(|step| writer.write(step))?;
                accept_doubted(change, author, before.as_ref())
            })?;
        }
        for report in &mut files {
            report.dry_run = !is_written;
        }
        Ok(Imports { files, failure })
    }

    /// Why the rows of a file keep it out, if they do; so many issues of its reading are not listed.
    fn rows_refused(&self, report: &ImportReport, unlisted: usize) -> Option<AppError> {
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

/// What was assumed of rows that do not say when they were published.
fn dateless(imported: &Imported, today: Date, format: Format) -> Option<ImportIssue> {
    let count = imported.dateless.len();
    (count > 0).then(|| ImportIssue {
        severity: "note".into(),
        code: "undated".into(),
        line: None,
        column: Some("published".into()),
        message: say!(format.words, "import-dateless", count = count, day = format.day(today)),
        hint: String::new(),
    })
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
fn remarked(step: &Step, book: &Book, format: Format) -> Vec<ImportIssue> {
    let issue = |note: EntryNote| ImportIssue {
        severity: "note".into(),
        code: note.code.into(),
        line: Some(step.draft.line),
        column: Some(if note.code == "estimate" { "published" } else { "value" }.into()),
        message: note.text,
        hint: String::new(),
    };
    entry_notes(book, format, step).into_iter().map(issue).collect()
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
    book: &Book,
    format: Format,
) -> ImportReport {
    let most = Limits::default().issues;
    let count = |is: fn(&Effect) -> bool| steps.iter().filter(|step| is(&step.effect)).count();
    let mut issues: Vec<ImportIssue> = imported.issues.iter().map(issue).collect();
    issues.extend(steps.iter().filter_map(|step| refused(step, format)));
    let told = steps.iter().zip(doubts);
    issues.extend(told.flat_map(|(step, doubts)| doubts.iter().map(|doubt| doubted(step, doubt))));
    issues.extend(steps.iter().flat_map(|step| remarked(step, book, format)));
    // What keeps the file out comes first, then what may not have been meant: so it is not what is left off.
    issues.sort_by_key(|issue| match issue.severity.as_str() {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    });
    let left_off = issues.len().saturating_sub(most);
    issues.truncate(most);
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
