//! Files into the workspace: many values, one undoable change. Nothing is taken when a row cannot be read, or a question
//! is open.

use std::path::{Path, PathBuf};

use hadaf_core::ImportLayoutId;
use hadaf_error::{AppError, Result, file_name};
use hadaf_import::Column;
use hadaf_intake::wire::IntakeRequest;
use hadaf_intake::{ImportReport, IntakeContext, IntakeDraft, IntakeFile, IntakeReading, IntakeReport, Publication};
use hadaf_model::{Book, Need, SourceBy, Step};
use hadaf_words::{label_with_corrections, say};

use super::meant::{accept_doubted, doubts_of};
use super::writer::ObservationWriter;
use crate::session::{App, Changed};

/// So many series are read one by one.
const MANY: usize = 16;

/// What to import.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// Series of rows that name none.
    pub series: Option<String>,
    /// When rows were published that give no day: a day, "after-each-period", or "unknown".
    pub published: Option<String>,
    /// Title of the source of rows that name none.
    pub source: Option<String>,
    /// Answers and mapping, as a dry run gave them, edited.
    pub map: Option<PathBuf>,
    /// Only say what would happen.
    pub dry_run: bool,
    /// The figures are meant: what is doubted of them counts as accepted.
    pub anyway: bool,
}

/// What became of the files of one call. They are one change: either all of them are in, or none.
#[derive(Debug)]
pub struct Imports {
    /// File by file, as far as each could be read.
    pub files: Vec<ImportReport>,
    /// All of them as one conversation.
    pub report: IntakeReport,
    /// Why nothing was written, if something kept it.
    pub failure: Option<AppError>,
}

impl App {
    /// Imports one file.
    ///
    /// # Errors
    /// [`crate::Code::Import`] when the file cannot be read, [`crate::Code::Refused`] when a row cannot (with
    /// `dry_run` the report lists them), [`crate::Code::Questions`] while something is to be answered,
    /// [`crate::Code::ReadOnly`].
    pub fn import(&self, path: &Path, request: &ImportRequest) -> Result<ImportReport> {
        let Imports { mut files, failure, .. } = self.import_files(&[path], request)?;
        failure.map_or_else(|| Ok(files.pop().expect("one report for each file")), Err)
    }

    /// Imports files as one change, with one way back. The report of each stands, also when another one keeps all of
    /// them out.
    ///
    /// # Errors
    /// Those of reading and of changing the workspace; what is wrong with a file is [`Imports::failure`].
    pub fn import_files(&self, paths: &[impl AsRef<Path>], request: &ImportRequest) -> Result<Imports> {
        let said = said(request)?;
        let series = request.series.as_deref().filter(|id| !id.trim().is_empty());
        let book = self.book_for(Need::Registers)?;
        let series = series
            .map(|id| book.series(id).map(|series| series.id.clone()))
            .transpose()?;
        let given = [
            series.as_ref().map(|_| Column::Series),
            said.answers.get("source").map(|_| Column::Source),
        ];
        let given: Vec<Column> = given.into_iter().flatten().collect();
        let files: Vec<IntakeFile> = paths.iter().map(|path| opened(path.as_ref(), &given)).collect();
        let context = IntakeContext {
            request: &said,
            series: series.as_ref(),
            today: self.today(),
        };
        let (book, draft) = self.drafted(&files, context)?;
        let format = self.format();
        let (mut reports, failure) = draft.reports(&book, format, request.dry_run);
        let report = draft.report(&book, format);
        let is_written = !request.dry_run && failure.is_none();
        if is_written {
            self.enter_draft(&draft, &book, &report.file, request.anyway)?;
        }
        for report in &mut reports {
            report.dry_run = !is_written;
        }
        Ok(Imports {
            files: reports,
            report,
            failure,
        })
    }

    /// Files with the answers that there are, held against the workspace, of which only what they are about is read.
    pub(super) fn drafted(
        &self,
        files: &[IntakeFile],
        context: IntakeContext<'_>,
    ) -> Result<(std::sync::Arc<Book>, IntakeDraft)> {
        let need = if IntakeReading::needs_all(files) {
            Need::All
        } else {
            Need::Registers
        };
        let mut book = self.book_for(need)?;
        let reading = IntakeReading::of(files, &book, context)?;
        let needs = reading.needs();
        // One walk through the table is shorter than many look-ups.
        let needs = if needs.len() > MANY { vec![Need::All] } else { needs };
        for need in needs {
            book = self.book_for(need)?;
        }
        let format = self.format();
        let doubter = |book: &Book, steps: &[Step]| doubts_of(book, steps, format);
        let draft = IntakeDraft::of(reading, &book, context.today, &doubter)?;
        Ok((book, draft))
    }

    /// Writes what is new: series that are made, observations, and what is remembered of the layout; one change, none
    /// where there is nothing.
    ///
    /// What is doubted of it counts as accepted where it is entered `anyway`.
    pub(super) fn enter_draft(
        &self,
        draft: &IntakeDraft,
        book: &Book,
        file: &str,
        anyway: bool,
    ) -> Result<Option<Changed>> {
        let (format, layouts) = (self.format(), draft.layouts(book));
        if draft.fresh() == 0 && layouts.is_empty() {
            return Ok(None);
        }
        let label = match file {
            "" => say!(format.words, "label-paste", count = draft.fresh()),
            file => say!(format.words, "label-import", count = draft.fresh(), file = file),
        };
        let label = label_with_corrections(format, label, draft.corrections());
        let series = draft.doubted_series();
        let doubted = match anyway && !series.is_empty() {
            true => Some((self.book()?, series)),
            false => None,
        };
        let changed = self.change(&label, |change, author| {
            for (sector, series) in draft.made() {
                change.put(sector)?;
                change.put(series)?;
            }
            let mut writer = ObservationWriter::new(change, author, SourceBy::Document);
            draft.each_fresh(book, |step| writer.write(step))?;
            writer.finish()?;
            for layout in &layouts {
                if layout.id == ImportLayoutId::NEW {
                    change.add(layout)?;
                } else {
                    change.amend(layout)?;
                }
            }
            accept_doubted(change, author, doubted.as_ref())
        })?;
        Ok(Some(changed))
    }
}

/// A file with its bytes, or why there are none.
pub(super) fn opened(path: &Path, given: &[Column]) -> IntakeFile {
    let name = file_name(path);
    if path.is_dir() {
        return IntakeFile::folder(&name, &folder_files(path, ""));
    }
    match std::fs::read(path) {
        Ok(bytes) => IntakeFile::read(&name, bytes, given),
        Err(error) => IntakeFile::unread(&name, AppError::io(path, &error)),
    }
}

/// What was said on the command line: the file of answers, and above it what its options say.
fn said(request: &ImportRequest) -> Result<IntakeRequest> {
    let mut said = match &request.map {
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| AppError::io(path, &error))?;
            IntakeRequest::from_json(&text).map_err(|error| error.about(path))?
        }
        None => IntakeRequest::default(),
    };
    if let Some(published) = &request.published {
        Publication::read(published)?;
        said.answers.insert("published".into(), published.clone());
    }
    if let Some(source) = request
        .source
        .as_deref()
        .map(str::trim)
        .filter(|title| !title.is_empty())
    {
        said.answers.insert("source".into(), source.to_owned());
    }
    Ok(said)
}

/// The files of a folder that is a data package, with their names in it, and those of the folders right below.
fn folder_files(path: &Path, within: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten().take(1_000) {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() && within.is_empty() {
            files.extend(folder_files(&path, &format!("{name}/")));
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if matches!(ending, "json" | "csv" | "tsv" | "txt")
            && let Ok(bytes) = std::fs::read(&path)
        {
            files.push((format!("{within}{name}"), bytes));
        }
    }
    files
}
