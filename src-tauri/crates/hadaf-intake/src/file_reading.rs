//! One file with the answers that there are: its tables as they were read, and the questions that it puts.

use std::collections::BTreeSet;

use hadaf_core::{SeriesId, SourceDraft, Unit};
use hadaf_error::{AppError, Code, Result, check_known, refusal};
use hadaf_import::sheet::Workbook;
use hadaf_import::table::{
    ImportQuestion, QuestionKind, SeriesReading, SheetPlace, TableContext, TableReading, WorkbookReading, is_unit_text,
    read_tables, read_unit,
};
use hadaf_import::{Context, ImportError, Imported, read_long, read_long_sheets};
use hadaf_model::Book;
use jiff::civil::Date;

use crate::answers::Answers;
use crate::opened::{FileContent, IntakeFile, is_guarded};
use crate::origin;
use crate::publication::Publication;
use crate::wire::IntakeRequest;

/// How often a file is read anew because an answer opens another question.
const ROUNDS: usize = 4;

/// What a person said, and when they said it.
#[derive(Debug, Clone, Copy)]
pub struct IntakeContext<'a> {
    /// Answers and mapping.
    pub request: &'a IntakeRequest,
    /// The series of everything that no name names.
    pub series: Option<&'a SeriesId>,
    /// The day.
    pub today: Date,
}

/// One file.
#[derive(Debug)]
pub(crate) struct FileReading {
    pub(crate) name: String,
    pub(crate) content: ReadContent,
    pub(crate) source: SourceDraft,
    /// What its source was taken from, where nobody said it.
    pub(crate) source_from: Option<&'static str>,
    pub(crate) publication: Option<Publication>,
    /// The layout that was remembered for it, by its place in the book.
    pub(crate) layout: Option<usize>,
    /// Kinds of the questions that the layout answered.
    pub(crate) by_layout: Vec<&'static str>,
    /// Values that were left out by hand.
    pub(crate) by_hand: usize,
}

/// What was read of a file.
#[derive(Debug)]
pub(crate) enum ReadContent {
    /// Why it cannot be read.
    Failed(AppError),
    /// Our own rows.
    Long(Imported),
    /// Tables.
    Tables(WorkbookReading),
}

/// A question, put to a person.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) file: usize,
    /// As it is answered.
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) place: Option<SheetPlace>,
    pub(crate) choices: Vec<String>,
    /// A text that is none of the choices can be answered too.
    pub(crate) is_free: bool,
    /// What was answered, or by what values are read for now.
    pub(crate) answer: String,
    /// The name that it is about.
    pub(crate) about: String,
    /// What was answered and is no answer.
    pub(crate) wrong: Option<AppError>,
}

impl FileReading {
    pub(crate) fn tables(&self) -> &[TableReading] {
        match &self.content {
            ReadContent::Tables(reading) => &reading.tables,
            ReadContent::Failed(_) | ReadContent::Long(_) => &[],
        }
    }
}

/// Reads one file, and takes down what it asks.
pub(crate) struct FileReader<'a, 'b> {
    pub(crate) index: usize,
    pub(crate) book: &'a Book,
    pub(crate) answers: Answers<'a>,
    pub(crate) context: IntakeContext<'a>,
    pub(crate) open: &'b mut Vec<Asked>,
    pub(crate) answered: &'b mut Vec<Asked>,
}

impl FileReader<'_, '_> {
    /// Reads it.
    pub(crate) fn read(&mut self, file: &IntakeFile) -> FileReading {
        let mut reading = FileReading {
            name: file.name.clone(),
            content: ReadContent::Tables(WorkbookReading::default()),
            source: SourceDraft {
                title: String::new(),
                publisher: String::new(),
                address: String::new(),
            },
            source_from: None,
            publication: self.publication().and_then(std::result::Result::ok),
            layout: None,
            by_layout: Vec::new(),
            by_hand: 0,
        };
        match &file.content {
            Err(failure) => reading.content = ReadContent::Failed(failure.clone()),
            Ok(FileContent::Long(bytes, _)) => {
                reading.content = rows_of_ours(read_long(bytes, &self.long_context()));
            }
            Ok(FileContent::Rows(book)) => {
                let rows = read_long_sheets(&book.sheets, is_guarded(book.kind), &self.long_context());
                reading.content = rows_of_ours(rows);
            }
            Ok(FileContent::Tables(_)) => {
                if let Err(failure) = self.tables(file, &mut reading) {
                    reading.content = ReadContent::Failed(failure);
                }
            }
        }
        reading
    }

    fn publication(&self) -> Option<Result<Publication>> {
        let given = self.answers.to("published", "published")?;
        Some(Publication::read(given).and_then(|publication| match publication {
            Publication::On(day) => check_known(day, self.context.today).map(|()| publication),
            Publication::Today | Publication::AfterEachPeriod | Publication::Unknown => Ok(publication),
        }))
    }

    fn long_context(&self) -> Context {
        let book = self.book;
        let mut context = Context::new(*book.calendar(), self.context.today);
        let yearly = book.series.iter().filter(|series| book.is_yearly(series));
        context.yearly = yearly.map(|series| series.id.clone()).collect();
        context.series = self.context.series.cloned();
        context.source = self.answers.to("source", "source").map(str::to_owned);
        context
    }

    fn tables(&mut self, file: &IntakeFile, reading: &mut FileReading) -> Result<()> {
        let Some(book) = file.workbook() else { return Ok(()) };
        let mut context = TableContext::new(*self.book.calendar(), self.context.today);
        context.currency = Some(self.book.info.currency);
        let mut read = read_tables(book, &context)?;
        reading.layout = self.layout(&read, &file.name);
        let remembered = reading.layout.and_then(|index| self.book.import_layouts.get(index));
        for _ in 0..ROUNDS {
            let before = context.answers.len();
            for question in &read.questions {
                let kind = question.kind.as_str();
                let given = self.answers.to(&question.id, kind);
                let known = remembered
                    .and_then(|layout| layout.mapping.answers.get(kind))
                    .map(String::as_str);
                let Some(answer) = given.or(known) else { continue };
                let answer = match question.kind {
                    QuestionKind::Published => continue,
                    QuestionKind::Unit => unit_answer(answer, self.book),
                    _ => Some(answer.to_owned()).filter(|answer| question.choices.contains(answer)),
                };
                let Some(answer) = answer else { continue };
                if given.is_none() && !reading.by_layout.contains(&kind) {
                    reading.by_layout.push(kind);
                }
                context.answers.insert(question.id.clone(), answer.clone());
                let asked = self.asked(question, answer);
                self.answered.push(asked);
            }
            if context.answers.len() == before {
                break;
            }
            read = read_tables(book, &context)?;
        }
        if is_no_table(&read) {
            return Err(refusal!(
                Code::Import,
                "import-no-header",
                missing = "series, period, value"
            ));
        }
        self.ask(&read, book);
        (reading.source, reading.source_from) = origin::source(&file.name, book, &read, self.answers);
        if reading.source.title.is_empty() {
            self.ask_source();
        }
        reading.by_hand = self.leave_out(&mut read);
        reading.content = ReadContent::Tables(read);
        Ok(())
    }

    fn asked(&self, question: &ImportQuestion, answer: String) -> Asked {
        let is_unit = question.kind == QuestionKind::Unit;
        Asked {
            file: self.index,
            id: self.answers.id(&question.id),
            kind: question.kind.as_str(),
            place: Some(question.place.clone()),
            choices: if is_unit {
                unit_choices(self.book)
            } else {
                question.choices.clone()
            },
            is_free: is_unit,
            answer,
            about: String::new(),
            wrong: None,
        }
    }

    /// Puts the questions that nobody answered yet.
    fn ask(&mut self, read: &WorkbookReading, book: &Workbook) {
        for question in &read.questions {
            let mut asked = self.asked(
                question,
                question.choices.get(question.picked).cloned().unwrap_or_default(),
            );
            if question.kind != QuestionKind::Published {
                asked.wrong = (question.kind == QuestionKind::Unit)
                    .then(|| self.answers.to(&question.id, "unit"))
                    .flatten()
                    .and_then(|given| given.parse::<Unit>().err())
                    .map(AppError::from);
                self.open.push(asked);
                continue;
            }
            let found = origin::day_in_text(book, self.context.today).map(|day| day.to_string());
            asked.choices = found
                .into_iter()
                .chain(["after-each-period".to_owned(), "unknown".to_owned()])
                .collect();
            asked.is_free = true;
            asked.id = self.answers.id("published");
            match self.publication() {
                Some(Ok(_)) => {
                    asked.answer = self.answers.to("published", "published").unwrap_or_default().to_owned();
                    self.answered.push(asked);
                }
                Some(Err(wrong)) => {
                    asked.wrong = Some(wrong);
                    self.open.push(asked);
                }
                None => {
                    asked.answer.clear();
                    self.open.push(asked);
                }
            }
        }
    }

    /// What was pasted bears no name of a document.
    fn ask_source(&mut self) {
        self.open.push(Asked {
            file: self.index,
            id: self.answers.id("source"),
            kind: "source",
            place: None,
            choices: Vec::new(),
            is_free: true,
            answer: String::new(),
            about: String::new(),
            wrong: None,
        });
    }

    /// The remembered layout that a file is of, if it is of one.
    fn layout(&self, read: &WorkbookReading, name: &str) -> Option<usize> {
        let labels: BTreeSet<String> = read
            .tables
            .iter()
            .flat_map(|table| {
                table
                    .series
                    .iter()
                    .map(|series| label_of(series, table, name, self.book))
            })
            .collect();
        let layouts = self.book.import_layouts.iter().enumerate();
        let likest = layouts
            .map(|(index, layout)| (layout.mapping.likeness(labels.iter().map(String::as_str)), index))
            .max();
        likest.filter(|(likeness, _)| *likeness >= 50).map(|(_, index)| index)
    }

    /// Takes out what was left out by hand.
    fn leave_out(&self, read: &mut WorkbookReading) -> usize {
        let regions = self.context.request.left_out.iter();
        let regions: Vec<_> = regions.filter(|region| region.file as usize == self.index).collect();
        if regions.is_empty() {
            return 0;
        }
        let mut count = 0;
        for table in &mut read.tables {
            let sheet = table.place.sheet;
            for series in &mut table.series {
                let before = series.figures.len();
                series.figures.retain(|figure| {
                    let (row, column) = (figure.at.row, figure.at.column);
                    !regions.iter().any(|region| {
                        region.sheet as usize == sheet
                            && (region.top..=region.bottom).contains(&row)
                            && (region.left..=region.right).contains(&column)
                    })
                });
                count += before - series.figures.len();
            }
        }
        count
    }
}

fn rows_of_ours(read: std::result::Result<Imported, ImportError>) -> ReadContent {
    match read {
        Ok(imported) => ReadContent::Long(imported),
        Err(error) => ReadContent::Failed(error.into()),
    }
}

/// One number without a name, a unit or a header above it is no table.
fn is_no_table(read: &WorkbookReading) -> bool {
    let mut series = read.tables.iter().flat_map(|table| &table.series);
    let (Some(one), None) = (series.next(), series.next()) else {
        return false;
    };
    let is_bare = read
        .tables
        .iter()
        .all(|table| table.header.is_none() && table.title.is_empty());
    is_bare && one.label.is_empty() && one.unit.is_none() && one.figures.len() == 1
}

/// The unit that was answered, in its canonical form.
fn unit_answer(answer: &str, book: &Book) -> Option<String> {
    let read = answer
        .parse()
        .ok()
        .or_else(|| read_unit(answer, Some(book.info.currency)));
    read.map(|unit: Unit| unit.to_string())
}

/// Units to choose from: those of the workspace first.
fn unit_choices(book: &Book) -> Vec<String> {
    let own = book.series.iter().map(|series| series.unit.to_string());
    let currency = book.info.currency;
    let usual = ["million", "thousand", "billion"].map(|scale| format!("{currency} {scale}"));
    let plain = [currency.to_string(), "percent".into(), "count".into()];
    let mut choices: Vec<String> = Vec::new();
    for choice in own.chain(usual).chain(plain) {
        if !choices.contains(&choice) {
            choices.push(choice);
        }
    }
    choices
}

fn label_of(series: &SeriesReading, table: &TableReading, name: &str, book: &Book) -> String {
    match series.label.as_str() {
        "" => fallback(table, name, book),
        label => label.to_owned(),
    }
}

/// What a series is called that its table does not name: by the title, the sheet, the file, the workspace.
pub(crate) fn fallback(table: &TableReading, name: &str, book: &Book) -> String {
    let has_words = |text: &&str| text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let is_title = |text: &&str| has_words(text) && !is_unit_text(text);
    let title = table.title.iter().map(String::as_str).find(is_title);
    let sheet = Some(table.place.name.as_str()).filter(has_words);
    let is_plain = |name: &&str| !name.to_lowercase().starts_with("sheet");
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = Some(stem).filter(|stem| !stem.is_empty());
    let found = title.or(sheet.filter(is_plain)).or(stem).unwrap_or(&book.info.name);
    found.trim().chars().take(200).collect()
}
