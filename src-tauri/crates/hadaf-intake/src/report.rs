//! What the command line tells of an import: the files one by one, and all of them as one conversation that can be
//! answered.

use hadaf_error::{AppError, Code, refusal};
use hadaf_model::Book;
use hadaf_words::Format;
use serde::Serialize;

use crate::compare::IntakeDraft;
use crate::file_reading::{Asked, ReadContent};
use crate::import_report::{ImportIssue, ImportReport};
use crate::long;
use crate::reading::frequency_word;
use crate::sentence::{sentence, series_of};
use crate::targets::Target;
use crate::wire::{IntakeCheck, IntakeOutcome, IntakeRemark};

/// All files of a call as one conversation.
#[derive(Debug, Clone, Default, Serialize)]
pub struct IntakeReport {
    /// The files, by their names.
    pub file: String,
    /// Their tables.
    pub tables: Vec<TableReport>,
    /// Values that are new.
    pub new: usize,
    /// Values that the workspace has.
    pub same: usize,
    /// Values that take the place of others.
    pub revises: usize,
    /// Values beside which others stay.
    pub conflicts: usize,
    /// What was not taken.
    pub left_out: Vec<RemarkReport>,
    /// How much more was not taken than is listed.
    pub left_out_more: u32,
    /// What was assumed.
    pub assumed: Vec<RemarkReport>,
    /// What is to be answered.
    pub questions: Vec<QuestionReport>,
    /// What was answered.
    pub answered: Vec<QuestionReport>,
    /// Totals beside their parts.
    pub checks: Vec<TotalReport>,
    /// What is wrong or worth knowing.
    pub issues: Vec<RemarkReport>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct TableReport {
    /// Its file.
    pub file: String,
    /// Where it is.
    pub place: String,
    /// long, `periods_in_columns`, `periods_in_rows`, matrix.
    pub layout: String,
    /// How it was read.
    pub sentence: String,
    /// Its series.
    pub series: Vec<SeriesReport>,
}

/// A series of a table, and the one that takes its values.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesReport {
    /// Its name in the file.
    pub label: String,
    /// The id of the series that takes its values; null where it is left out.
    pub series: Option<String>,
    /// That series is made.
    pub new: bool,
    /// Its title.
    pub title: String,
    /// Its unit; null where nobody says it yet.
    pub unit: Option<String>,
    /// Unit of the file.
    pub unit_in_file: Option<String>,
    /// month, quarter, `fiscal_year`.
    pub frequency: String,
    /// How many values.
    pub values: usize,
}

/// Something about a place.
#[derive(Debug, Clone, Serialize)]
pub struct RemarkReport {
    /// Where; may be empty.
    pub place: String,
    /// What stands there; may be empty.
    pub what: String,
    /// In words.
    pub why: String,
    /// A stable word.
    pub code: String,
}

/// A question.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionReport {
    /// Its name.
    pub id: String,
    /// What it is about.
    pub kind: String,
    /// Where.
    pub place: String,
    /// The question.
    pub text: String,
    /// What can be answered.
    pub choices: Vec<String>,
    /// What was answered; null where nothing was.
    pub answer: Option<String>,
}

/// A total beside its parts.
#[derive(Debug, Clone, Serialize)]
pub struct TotalReport {
    /// Where it stands.
    pub place: String,
    /// In words.
    pub text: String,
    /// It is as it should be, but for rounding.
    pub agrees: bool,
}

impl IntakeDraft {
    /// The report of each file, and why the files are kept out, if something keeps them out. Who only asks what would
    /// happen is told of rows and questions without a failure.
    pub fn reports(&self, book: &Book, format: Format, dry_run: bool) -> (Vec<ImportReport>, Option<AppError>) {
        let several = self.reading.files.len() > 1;
        let mut failure = None;
        let mut reports = Vec::new();
        for (index, file) in self.reading.files.iter().enumerate() {
            let (mut report, wrong) = match &file.content {
                ReadContent::Failed(error) => (ImportReport::unread(&file.name, error, format), Some(error.clone())),
                ReadContent::Long(imported) => {
                    let long = self.long.iter().find(|long| long.file == index);
                    let mut report = long.map_or_else(
                        || ImportReport::of(&file.name),
                        |long| long::report(&file.name, imported, long, book, format),
                    );
                    let wrong = long::rows_refused(&report, imported.issues_left_off, format).filter(|_| !dry_run);
                    if file.publication.is_none() {
                        report.issues.extend(long::dateless(imported, self.today, format));
                    }
                    (report, wrong)
                }
                ReadContent::Tables(_) => {
                    let nothing = self.nothing_in(index).filter(|_| !dry_run);
                    (self.report_tables(index, format), nothing)
                }
            };
            report
                .issues
                .extend(self.one_day[index].map(|day| long::one_dated(day, format)));
            let path = std::path::Path::new(&file.name);
            failure = failure.or(wrong.map(|error| if several { error.about(path) } else { error }));
            reports.push(report);
        }
        let of_all = || {
            self.wrong()
                .next()
                .cloned()
                .or_else(|| self.questions_refused(format))
                .filter(|_| !dry_run)
        };
        (reports, failure.or_else(of_all))
    }

    /// That questions are open.
    fn questions_refused(&self, format: Format) -> Option<AppError> {
        let open = self.open_questions();
        let first = self.reading.open.first()?;
        let (text, _) = crate::spoken::question(format, first);
        Some(refusal!(
            Code::Questions,
            "import-questions",
            count = open,
            first = text,
            id = &first.id
        ))
    }

    fn report_tables(&self, file: usize, format: Format) -> ImportReport {
        let own = self.figures.iter().filter(|figure| figure.place.file as usize == file);
        let count = |outcomes: &[IntakeOutcome]| own.clone().filter(|it| outcomes.contains(&it.outcome)).count();
        let mut issues = Vec::new();
        for (at, doubt) in self.doubts.iter().filter(|(at, _)| at.file as usize == file) {
            issues.push(ImportIssue {
                severity: "warning".into(),
                column: Some(self.value_place(*at)),
                ..ImportIssue::note(&doubt.kind, Some(u64::from(at.at.row) + 1), doubt.message.clone())
            });
        }
        let wrong = self.reading.mapped.iter().filter_map(|mapped| mapped.wrong.clone());
        issues.extend(self.nothing_in(file).into_iter().chain(wrong).map(|wrong| {
            let view = wrong.view(format);
            ImportIssue {
                severity: "error".into(),
                hint: view.hint.unwrap_or_default(),
                ..ImportIssue::note(view.code.as_str(), None, view.message)
            }
        }));
        ImportReport {
            rows: own.clone().count(),
            new: count(&[IntakeOutcome::New]),
            differ: count(&[IntakeOutcome::Revises, IntakeOutcome::Conflicts]),
            same: 0,
            known: count(&[IntakeOutcome::Same]),
            doubted: self.doubts.iter().filter(|(at, _)| at.file as usize == file).count(),
            issues,
            ..ImportReport::of(&self.reading.files[file].name)
        }
    }

    /// All files as one conversation.
    pub fn report(&self, book: &Book, format: Format) -> IntakeReport {
        let counts = self.counts();
        let (left_out, left_out_more) = self.left_out(format);
        let names: Vec<&str> = self.reading.files.iter().map(|file| file.name.as_str()).collect();
        let remarks = |remarks: Vec<IntakeRemark>| remarks.into_iter().map(remark_report).collect();
        let question = |asked: &Asked, is_answered: bool| {
            let view = self.question(asked, book, format);
            QuestionReport {
                id: view.id,
                kind: view.kind,
                place: view.place,
                text: view.text,
                choices: view.choices.into_iter().map(|choice| choice.value).collect(),
                answer: Some(view.answer).filter(|_| is_answered),
            }
        };
        let checks = self
            .checks(book, format)
            .into_iter()
            .filter(|check| check.kind == "total");
        IntakeReport {
            file: names.join(", "),
            tables: self.table_reports(format),
            new: counts.new as usize,
            same: counts.same as usize,
            revises: counts.revises as usize,
            conflicts: counts.conflicts as usize,
            left_out: remarks(left_out),
            left_out_more,
            assumed: remarks(self.assumed(book, format)),
            questions: self.reading.open.iter().map(|asked| question(asked, false)).collect(),
            answered: self
                .reading
                .answered
                .iter()
                .map(|asked| question(asked, true))
                .collect(),
            checks: checks.map(total_report).collect(),
            issues: remarks(self.all_issues(book, format)),
        }
    }

    /// Also doubts and totals that are off.
    fn all_issues(&self, book: &Book, format: Format) -> Vec<IntakeRemark> {
        let mut issues = self.issues(book, format);
        let checks = self.checks(book, format).into_iter().filter(|check| !check.agrees);
        issues.extend(checks.map(|check| IntakeRemark {
            code: if check.kind == "total" {
                "total_differs".into()
            } else {
                check.kind
            },
            place: check.place,
            region: check.region,
            what: check.label,
            text: check.message,
            blocks: false,
        }));
        issues
    }

    fn table_reports(&self, format: Format) -> Vec<TableReport> {
        let mut reports = Vec::new();
        for (file, reading) in self.reading.files.iter().enumerate() {
            for (table, of) in reading.tables().iter().enumerate() {
                let parts = sentence(self, format, file, table);
                let series = series_of(self, file, table).into_iter();
                reports.push(TableReport {
                    file: reading.name.clone(),
                    place: of.place.to_string(),
                    layout: of.layout.as_str().into(),
                    sentence: parts.into_iter().map(|part| part.text).collect(),
                    series: series
                        .map(|index| self.series_report(index as usize, file, table))
                        .collect(),
                });
            }
            reports.extend(self.long_report(file, format));
        }
        reports
    }

    fn series_report(&self, index: usize, file: usize, table: usize) -> SeriesReport {
        let mapped = &self.reading.mapped[index];
        let series = mapped.target.series();
        let own = mapped
            .group
            .parts
            .iter()
            .filter(|part| (part.file, part.table) == (file, table));
        let is_known = mapped.group.unit.is_some() || matches!(mapped.target, Target::Existing(_));
        SeriesReport {
            label: mapped.group.label.clone(),
            series: series.map(|series| series.id.to_string()),
            new: matches!(mapped.target, Target::New(_)),
            title: self.title(index),
            unit: series.filter(|_| is_known).map(|series| series.unit.to_string()),
            unit_in_file: mapped.group.unit.map(|unit| unit.to_string()),
            frequency: frequency_word(mapped.group.frequency).into(),
            values: own.map(|part| self.reading.series_of(*part).figures.len()).sum(),
        }
    }

    /// A file of ours as one table.
    fn long_report(&self, file: usize, format: Format) -> Option<TableReport> {
        let place = self.long.iter().position(|long| long.file == file)?;
        let long = &self.long[place];
        let first = self.reading.mapped.len();
        let series = self.long_series.iter().enumerate().map(|(index, of)| {
            let series = of.series.as_ref();
            SeriesReport {
                label: of.id.to_string(),
                series: series.map(|series| series.id.to_string()),
                new: self.reading.described.iter().any(|(_, series)| series.id == of.id),
                title: self.title(first + index),
                unit: series.map(|series| series.unit.to_string()),
                unit_in_file: None,
                frequency: series.map_or("", |series| frequency_word(series.frequency)).into(),
                values: of.count(Some(place)),
            }
        });
        let series: Vec<SeriesReport> = series.filter(|series| series.values > 0).collect();
        let words = format.words;
        Some(TableReport {
            file: self.reading.files[file].name.clone(),
            place: "A1".into(),
            layout: "long".into(),
            sentence: hadaf_words::say!(words, "intake-read-own", count = long.values),
            series,
        })
    }
}

fn remark_report(remark: IntakeRemark) -> RemarkReport {
    RemarkReport {
        place: remark.place,
        what: remark.what,
        why: remark.text,
        code: remark.code,
    }
}

fn total_report(check: IntakeCheck) -> TotalReport {
    TotalReport {
        place: check.place,
        text: check.message,
        agrees: check.agrees,
    }
}
