//! Files with the answers that there are: tables as they were read, the series that take their values, and what is still
//! to be asked.

use hadaf_core::{Decimal, Frequency, ImportMapping, PartialDate, Period, Published, Sector, Series};
use hadaf_error::Result;
use hadaf_import::table::{ReadFigure, SeriesReading};
use hadaf_model::{Book, Need};
use jiff::civil::Date;

use crate::answers::Answers;
use crate::described::described;
use crate::file_reading::{Asked, FileReader, FileReading, IntakeContext, fallback};
use crate::groups::{GroupPart, NamedTable, SeriesGroup, groups};
use crate::opened::{FileContent, IntakeFile};
use crate::publication::Publication;
use crate::targets::{Mapped, Renamed, Target, Wishes};

/// Files, read with the answers that there are.
#[derive(Debug)]
pub struct IntakeReading {
    pub(crate) files: Vec<FileReading>,
    pub(crate) mapped: Vec<Mapped>,
    /// Series that rows of ours describe and the workspace does not have, each with the sector that is made for it.
    pub(crate) described: Vec<(Sector, Series)>,
    /// What is to be answered.
    pub(crate) open: Vec<Asked>,
    /// What was answered.
    pub(crate) answered: Vec<Asked>,
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
        let described = described(&read, book, &mapped)?;
        let mut reading = Self {
            files: read,
            mapped,
            described,
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
        let given = answers
            .to(&id, &id)
            .filter(|given| choices.iter().any(|choice| choice == given));
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
            Target::Existing(series) => Some(Need::Series(series.id.as_str())),
            Target::New(_) | Target::LeftOut => None,
        });
        existing.collect()
    }

    /// Whether a file of ours is among them, which is read with all that the workspace has.
    pub fn needs_all(files: &[IntakeFile]) -> bool {
        files
            .iter()
            .any(|file| matches!(file.content, Ok(FileContent::Long(..) | FileContent::Rows(_))))
    }

    pub(crate) fn series_of(&self, part: GroupPart) -> &SeriesReading {
        &self.files[part.file].tables()[part.table].series[part.series]
    }

    /// When a value of a file became known.
    pub(crate) fn published(&self, file: usize, figure: &ReadFigure, book: &Book, today: Date) -> Published {
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

/// The most decimal places among the values of a series, within what is shown.
fn places(group: &SeriesGroup, files: &[FileReading]) -> u8 {
    let figures = group
        .parts
        .iter()
        .flat_map(|part| &files[part.file].tables()[part.table].series[part.series].figures);
    figures
        .map(|figure| Decimal::places(figure.value))
        .max()
        .unwrap_or(0)
        .min(3)
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
