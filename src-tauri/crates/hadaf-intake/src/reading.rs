//! Files with the answers that there are: tables as they were read, the series that take their values, and what is still
//! to be asked.

use hadaf_core::{Decimal, Frequency, ImportMapping, PartialDate, Period, Published, SeriesId, SourceDraft, Unit};
use hadaf_error::{AppError, Result};
use hadaf_import::table::{
    QuestionKind, ReadFigure, SeriesReading, SheetPlace, TableContext, TableReading, WorkbookReading,
    is_unit_text, read_tables, read_unit,
};
use hadaf_import::{Context, Imported, read_long};
use hadaf_model::{Book, Need};
use jiff::civil::Date;

use crate::answers::Answers;
use crate::groups::{GroupPart, NamedTable, SeriesGroup, groups};
use crate::opened::{FileContent, IntakeFile};
use crate::origin;
use crate::publication::Publication;
use crate::targets::{Mapped, Renamed, Target, Wishes};
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

/// Files, read with the answers that there are.
#[derive(Debug)]
pub struct IntakeReading {
    pub(crate) files: Vec<FileReading>,
    pub(crate) mapped: Vec<Mapped>,
    /// What is to be answered.
    pub(crate) open: Vec<Asked>,
    /// What was answered.
    pub(crate) answered: Vec<Asked>,
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
    /// Our own long CSV.
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

impl IntakeReading {
    /// Reads files with the answers that there are. The book need hold no observations yet.
    ///
    /// # Errors
    /// A mapping to a series that is not there, a unit or a measure that is none.
    ///
    /// # Panics
    /// Where our own long CSV is among the files and the book was read without the observations of all series.
    pub fn of(files: &[IntakeFile], book: &Book, context: IntakeContext<'_>) -> Result<Self> {
        let (mut open, mut answered) = (Vec::new(), Vec::new());
        let several = files.len() > 1;
        let mut read = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let answers = Answers {
                all: &context.request.answers,
                file: if several { &file.name } else { "" },
            };
            let mut reader = FileReader {
                index,
                book,
                answers,
                context,
                open: &mut open,
                answered: &mut answered,
            };
            read.push(reader.read(file));
        }
        let named = named_tables(&read, book);
        let found = groups(&named);
        let mut remembered = ImportMapping::default();
        let layouts = read.iter().filter_map(|file| book.import_layouts.get(file.layout?));
        for layout in layouts {
            remembered.series.extend(layout.mapping.series.clone());
        }
        let places = |group: &SeriesGroup| places(group, &read);
        let wishes = Wishes {
            book,
            mapping: &context.request.mapping,
            series: context.series,
            remembered: (!remembered.series.is_empty()).then_some(&remembered),
            places: &places,
        };
        let (mapped, renamed) = wishes.targets(found)?;
        let mut reading = Self {
            files: read,
            mapped,
            open,
            answered,
        };
        for one in renamed {
            reading.ask_series(&one, book, context, several)?;
        }
        // When it was published is asked first.
        reading.open.sort_by_key(|asked| asked.kind != "published");
        Ok(reading)
    }

    /// A name that may be that of a series which the layout had under another name.
    fn ask_series(&mut self, renamed: &Renamed, book: &Book, context: IntakeContext<'_>, several: bool) -> Result<()> {
        let mapped = &mut self.mapped[renamed.group];
        let label = mapped.group.label.clone();
        if context.request.mapping.iter().any(|wish| wish.label == label) {
            return Ok(());
        }
        let part = mapped.group.parts.first().copied();
        let file = part.map_or(0, |part| part.file);
        let answers = Answers {
            all: &context.request.answers,
            file: if several { &self.files[file].name } else { "" },
        };
        let id = format!("series@{label}");
        let ids = renamed.lacking.iter().map(ToString::to_string);
        let choices: Vec<String> = ids.chain(["new".to_owned(), "leave_out".to_owned()]).collect();
        let given = answers.to(&id, &id).filter(|given| choices.iter().any(|choice| choice == given));
        let mut asked = Asked {
            file,
            id: answers.id(&id),
            kind: "series",
            place: part.map(|part| self.files[part.file].tables()[part.table].place.clone()),
            answer: given.map_or_else(|| choices[0].clone(), str::to_owned),
            choices,
            is_free: false,
            about: label,
            wrong: None,
        };
        match asked.answer.as_str() {
            "new" => {}
            "leave_out" => mapped.target = Target::LeftOut,
            id => {
                let series = book.series(id)?.clone();
                match crate::targets::shift(mapped.group.unit, series.unit) {
                    Ok(shift) => mapped.shift = shift,
                    Err(error) => mapped.wrong = Some(error),
                }
                mapped.target = Target::Existing(series);
            }
        }
        match given {
            Some(given) => {
                asked.answer = given.to_owned();
                self.answered.push(asked);
            }
            None => self.open.push(asked),
        }
        Ok(())
    }

    /// The series whose observations it takes to compare, as a book is asked for them.
    pub fn needs(&self) -> Vec<Need<'_>> {
        let existing = self.mapped.iter().filter_map(|mapped| match &mapped.target {
            Target::Existing(series) => Some(Need::Kin(series.id.as_str())),
            Target::New(_) | Target::LeftOut => None,
        });
        existing.collect()
    }

    /// Whether a file of ours is among them, which is read with all that the workspace has.
    pub fn needs_all(files: &[IntakeFile]) -> bool {
        files.iter().any(|file| matches!(file.content, Ok(FileContent::Long(..))))
    }

    pub(crate) fn series_of(&self, part: GroupPart) -> &SeriesReading {
        &self.files[part.file].tables()[part.table].series[part.series]
    }

    /// When a value of a file became known.
    pub(crate) fn published(
        &self,
        file: usize,
        figure: &ReadFigure,
        book: &Book,
        today: Date,
    ) -> Published {
        match figure.published {
            Some(PartialDate::Day(day)) => Published {
                seen: today,
                ..Published::on(day)
            },
            Some(PartialDate::Month(month)) => Published::about(month, today),
            Some(PartialDate::Year(_)) | None => {
                let publication = self.files[file].publication.unwrap_or(Publication::Unknown);
                let published = publication.of(figure.period, book.calendar(), today);
                Published {
                    seen: today,
                    ..published
                }
            }
        }
    }
}

struct FileReader<'a, 'b> {
    index: usize,
    book: &'a Book,
    answers: Answers<'a>,
    context: IntakeContext<'a>,
    open: &'b mut Vec<Asked>,
    answered: &'b mut Vec<Asked>,
}

impl FileReader<'_, '_> {
    fn read(&mut self, file: &IntakeFile) -> FileReading {
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
                reading.content = match read_long(bytes, &self.long_context()) {
                    Ok(imported) => ReadContent::Long(imported),
                    Err(error) => ReadContent::Failed(error.into()),
                };
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
            Publication::On(day) => hadaf_error::check_known(day, self.context.today).map(|()| publication),
            Publication::AfterEachPeriod | Publication::Unknown => Ok(publication),
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
                let known = remembered.and_then(|layout| layout.mapping.answers.get(kind)).map(String::as_str);
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
            return Err(hadaf_error::refusal!(
                hadaf_error::Code::Import,
                "import-no-header",
                missing = "series, period, value"
            ));
        }
        self.ask(&read, book);
        (reading.source, reading.source_from) = origin::source(&file.name, book, &read, self.answers);
        reading.by_hand = self.leave_out(&mut read);
        reading.content = ReadContent::Tables(read);
        Ok(())
    }

    fn asked(&self, question: &hadaf_import::table::ImportQuestion, answer: String) -> Asked {
        let is_unit = question.kind == QuestionKind::Unit;
        Asked {
            file: self.index,
            id: self.answers.id(&question.id),
            kind: question.kind.as_str(),
            place: Some(question.place.clone()),
            choices: if is_unit { unit_choices(self.book) } else { question.choices.clone() },
            is_free: is_unit,
            answer,
            about: String::new(),
            wrong: None,
        }
    }

    /// Puts the questions that nobody answered yet.
    fn ask(&mut self, read: &WorkbookReading, book: &hadaf_import::sheet::Workbook) {
        for question in &read.questions {
            let mut asked = self.asked(question, question.choices.get(question.picked).cloned().unwrap_or_default());
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

    /// The remembered layout that a file is of, if it is of one.
    fn layout(&self, read: &WorkbookReading, name: &str) -> Option<usize> {
        let labels: std::collections::BTreeSet<String> = read
            .tables
            .iter()
            .flat_map(|table| table.series.iter().map(|series| label_of(series, table, name, self.book)))
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

/// One number without a name, a unit or a header above it is no table.
fn is_no_table(read: &WorkbookReading) -> bool {
    let mut series = read.tables.iter().flat_map(|table| &table.series);
    let (Some(one), None) = (series.next(), series.next()) else {
        return false;
    };
    let is_bare = read.tables.iter().all(|table| table.header.is_none() && table.title.is_empty());
    is_bare && one.label.is_empty() && one.unit.is_none() && one.figures.len() == 1
}

/// The unit that was answered, in its canonical form.
fn unit_answer(answer: &str, book: &Book) -> Option<String> {
    let read = answer.parse().ok().or_else(|| read_unit(answer, Some(book.info.currency)));
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

fn named_tables<'a>(files: &'a [FileReading], book: &Book) -> Vec<NamedTable<'a>> {
    let of = |(file, reading): (usize, &'a FileReading)| {
        let name = reading.name.as_str();
        let tables = reading.tables().iter().enumerate();
        let named = tables.map(move |(table, reading)| NamedTable {
            file,
            table,
            reading,
            fallback: fallback(reading, name, book),
        });
        named.collect::<Vec<_>>()
    };
    files.iter().enumerate().flat_map(of).collect()
}

fn label_of(series: &SeriesReading, table: &TableReading, name: &str, book: &Book) -> String {
    match series.label.as_str() {
        "" => fallback(table, name, book),
        label => label.to_owned(),
    }
}

/// What a series is called that its table does not name: by the title, the sheet, the file, the workspace.
fn fallback(table: &TableReading, name: &str, book: &Book) -> String {
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

/// The most decimal places among the values of a series, within what is shown.
fn places(group: &SeriesGroup, files: &[FileReading]) -> u8 {
    let figures = group
        .parts
        .iter()
        .flat_map(|part| &files[part.file].tables()[part.table].series[part.series].figures);
    figures.map(|figure| Decimal::places(figure.value)).max().unwrap_or(0).min(3)
}

/// The first and the last period of a series of the files, and how many values it has.
pub(crate) fn extent(reading: &IntakeReading, group: &SeriesGroup, book: &Book) -> Option<(Period, Period, usize)> {
    let figures = || {
        let parts = group.parts.iter();
        parts.flat_map(|part| reading.series_of(*part).figures.iter().map(|figure| figure.period))
    };
    let calendar = book.calendar();
    let first = figures().min_by(|left, right| calendar.compare(*left, *right))?;
    let last = figures().max_by(|left, right| calendar.compare(*left, *right))?;
    Some((first, last, figures().count()))
}

/// The word of a frequency.
pub(crate) fn frequency_word(frequency: Frequency) -> &'static str {
    frequency.as_str()
}
