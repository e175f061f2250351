//! Every value of the files beside what the workspace has: the plan of what would be entered, series by series, so that
//! a file of a million values is never planned at once.

use std::collections::HashMap;

use hadaf_core::{Basis, Decimal, Draft, Period, Sector, Series, SeriesId};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_import::Mark;
use hadaf_model::{Book, Effect, OneDay, Plan, SourceBy, Step};
use hadaf_words::DoubtView;
use jiff::civil::Date;

use crate::compared::{Compared, Doubter, LISTED, NotEntered, TOGETHER, ValueAt, compared, is_fresh, outcome, place};
use crate::file_reading::{FileReading, ReadContent};
use crate::long_file::{LongFile, LongFileSeries};
use crate::reading::IntakeReading;
use crate::targets::{Mapped, Target, scaled};

/// Files with what would be entered of them.
#[derive(Debug)]
pub struct IntakeDraft {
    pub(crate) reading: IntakeReading,
    /// The series of the tables, then those of files of ours.
    pub(crate) figures: Vec<Compared>,
    /// The series of files of ours, which [`Compared::series`] counts beyond the mapped ones.
    pub(crate) long_series: Vec<LongFileSeries>,
    /// The files of ours.
    pub(crate) long: Vec<LongFile>,
    pub(crate) not_entered: Vec<NotEntered>,
    pub(crate) not_entered_more: usize,
    /// Doubts about values of tables, each with where its value stands.
    pub(crate) doubts: Vec<(ValueAt, DoubtView)>,
    pub(crate) doubted: usize,
    /// Values of tables that are kept as estimates, series by series.
    pub(crate) estimates: Vec<Compared>,
    /// Whole histories that bear one day, by file.
    pub(crate) one_day: Vec<Option<Date>>,
    /// Steps that put something right, for the label of the change.
    pub(crate) corrections: Vec<Step>,
    /// How many steps would be written.
    pub(crate) fresh: usize,
    pub(crate) today: Date,
}

impl IntakeDraft {
    /// Holds all values against the book, which has the observations of every series that takes some.
    ///
    /// # Errors
    /// Those of the judge.
    pub fn of(reading: IntakeReading, book: &Book, today: Date, doubter: Doubter<'_>) -> Result<Self> {
        let files = reading.files.len();
        let mut draft = Self {
            reading,
            figures: Vec::new(),
            long_series: Vec::new(),
            long: Vec::new(),
            not_entered: Vec::new(),
            not_entered_more: 0,
            doubts: Vec::new(),
            doubted: 0,
            estimates: Vec::new(),
            one_day: vec![None; files],
            corrections: Vec::new(),
            fresh: 0,
            today,
        };
        let with_new = draft.with_new(book);
        let mut days: Vec<OneDay> = (0..files).map(|_| OneDay::default()).collect();
        let is_small = draft.count() <= TOGETHER;
        let (mut all_steps, mut all_places) = (Vec::new(), Vec::new());
        for series in 0..draft.reading.mapped.len() {
            let (steps, places) = draft.plan(series, &with_new);
            draft.compare(series, &steps, &places, &with_new);
            for (step, place) in steps.iter().zip(&places) {
                days[place.file as usize].take(&step.draft);
            }
            if is_small {
                all_steps.extend(steps);
                all_places.extend(places);
            } else {
                draft.judge(&with_new, &steps, &places, doubter)?;
            }
        }
        draft.judge(&with_new, &all_steps, &all_places, doubter)?;
        for (place, day) in days.iter().enumerate() {
            let is_answered = draft.reading.files[place].publication.is_some();
            draft.one_day[place] = day.day(book.calendar()).filter(|_| is_answered);
        }
        draft.compare_long(&with_new, doubter)?;
        Ok(draft)
    }

    /// The sectors and series that are made, in the order of the files.
    pub fn made(&self) -> impl Iterator<Item = &(Sector, Series)> {
        let mapped = self.reading.mapped.iter().filter_map(|mapped| match &mapped.target {
            Target::New(made) if self.has_values(mapped) => Some(&**made),
            Target::New(_) | Target::Existing(_) | Target::LeftOut => None,
        });
        mapped.chain(&self.reading.described)
    }

    fn has_values(&self, mapped: &Mapped) -> bool {
        let mut parts = mapped.group.parts.iter();
        parts.any(|part| !self.reading.series_of(*part).figures.is_empty())
    }

    /// Gives every step that is to be written to `write`, series by series.
    ///
    /// # Errors
    /// Those of `write`.
    pub fn each_fresh(&self, book: &Book, mut write: impl FnMut(&Step) -> Result<()>) -> Result<()> {
        let with_new = self.with_new(book);
        for series in 0..self.reading.mapped.len() {
            let (steps, _) = self.plan(series, &with_new);
            let target = self.reading.mapped[series]
                .target
                .series()
                .filter(|_| !steps.is_empty());
            let earlier = Earlier::of(&with_new, target);
            for step in steps.iter().filter(|step| earlier.is_fresh(step)) {
                write(step)?;
            }
        }
        self.each_fresh_long(&with_new, write)
    }

    /// How many steps are to be written.
    pub fn fresh(&self) -> usize {
        self.fresh
    }

    /// Those of them that put something right.
    pub fn corrections(&self) -> &[Step] {
        &self.corrections
    }

    /// The series into which something doubted is about to be entered; none where nothing is doubted.
    pub fn doubted_series(&self) -> Vec<SeriesId> {
        if self.doubted == 0 {
            return Vec::new();
        }
        let mapped = self.reading.mapped.iter().filter_map(|mapped| mapped.target.series());
        let long = self.long_series.iter().filter_map(|long| long.series.as_ref());
        mapped.chain(long).map(|series| series.id.clone()).collect()
    }

    fn with_new(&self, book: &Book) -> Book {
        book.with_new(self.made().cloned())
    }

    fn count(&self) -> usize {
        let tables = self.reading.files.iter().flat_map(FileReading::tables);
        tables
            .flat_map(|table| &table.series)
            .map(|series| series.figures.len())
            .sum()
    }

    /// What would become of the values of one series of the tables, with where each stands.
    fn plan(&self, series: usize, book: &Book) -> (Vec<Step>, Vec<ValueAt>) {
        let mapped = &self.reading.mapped[series];
        let (Some(target), None) = (mapped.target.series(), &mapped.wrong) else {
            return (Vec::new(), Vec::new());
        };
        if !self.has_values(mapped) {
            return (Vec::new(), Vec::new());
        }
        let (mut drafts, mut places) = (Vec::new(), Vec::new());
        for part in &mapped.group.parts {
            let file = &self.reading.files[part.file];
            let sheet = file.tables()[part.table].place.sheet;
            let read = self.reading.series_of(*part);
            for figure in &read.figures {
                let Some(value) = scaled(figure.value, mapped.shift) else {
                    continue;
                };
                drafts.push(Draft {
                    line: u64::from(figure.at.row) + 1,
                    series: target.id.clone(),
                    period: figure.period,
                    basis: read.basis,
                    value,
                    status: figure.mark.and_then(Mark::status),
                    published: self.reading.published(part.file, figure, book, self.today),
                    source: file.source.clone(),
                    note: String::new(),
                });
                places.push(place(part.file, sheet, figure.at));
            }
        }
        (Plan::of(book, drafts, SourceBy::Document, self.today).steps, places)
    }

    fn compare(&mut self, series: usize, steps: &[Step], places: &[ValueAt], book: &Book) {
        let mapped = &self.reading.mapped[series];
        let earlier = Earlier::of(book, mapped.target.series().filter(|_| !steps.is_empty()));
        let mut lost = Vec::new();
        for part in mapped
            .group
            .parts
            .iter()
            .filter(|_| mapped.shift != 0 && mapped.wrong.is_none())
        {
            let sheet = self.reading.files[part.file].tables()[part.table].place.sheet;
            let figures = self.reading.series_of(*part).figures.iter();
            for figure in figures.filter(|figure| scaled(figure.value, mapped.shift).is_none()) {
                lost.push(NotEntered {
                    place: place(part.file, sheet, figure.at),
                    what: figure.value.to_string(),
                    why: None,
                });
            }
        }
        for (step, place) in steps.iter().zip(places) {
            let (outcome, before) = outcome(&step.effect, step.draft.value);
            if let Effect::Refused(why) = &step.effect {
                lost.push(NotEntered {
                    place: *place,
                    what: step.draft.value.to_string(),
                    why: Some(why.clone()),
                });
            }
            self.fresh += usize::from(earlier.is_fresh(step));
            self.note_correction(step);
            let compared = compared(series, step, (outcome, before), *place);
            if is_fresh(step) && step.draft.is_estimate(book.calendar()) {
                self.estimates.push(compared);
            }
            self.figures.push(compared);
        }
        self.lose(lost);
    }

    /// Lists values that cannot be entered.
    pub(crate) fn lose(&mut self, lost: Vec<NotEntered>) {
        for one in lost {
            if self.not_entered.len() < LISTED {
                self.not_entered.push(one);
            } else {
                self.not_entered_more += 1;
            }
        }
    }

    pub(crate) fn note_correction(&mut self, step: &Step) {
        if matches!(step.effect, Effect::Corrects(_)) && self.corrections.len() < 20 {
            self.corrections.push(Step {
                draft: step.draft.clone(),
                effect: step.effect.clone(),
            });
        }
    }

    fn judge(&mut self, book: &Book, steps: &[Step], places: &[ValueAt], doubter: Doubter<'_>) -> Result<()> {
        if steps.is_empty() {
            return Ok(());
        }
        for (doubts, place) in doubter(book, steps)?.into_iter().zip(places) {
            self.doubted += usize::from(!doubts.is_empty());
            let room = LISTED.saturating_sub(self.doubts.len());
            self.doubts
                .extend(doubts.into_iter().take(room).map(|doubt| (*place, doubt)));
        }
        Ok(())
    }

    /// The column of values of a file of ours.
    pub(crate) fn value_column(&self, file: usize) -> u32 {
        let ReadContent::Long(imported) = &self.reading.files[file].content else {
            return 0;
        };
        let mut columns = imported.columns.iter();
        let found = columns.position(|used| used.column == Some(hadaf_import::Column::Value));
        found.and_then(|column| u32::try_from(column).ok()).unwrap_or(0)
    }

    /// Why nothing can be applied, if something keeps it out: that a file cannot be read, or a series cannot be taken so.
    pub fn failure(&self) -> Option<AppError> {
        let mut files = self.reading.files.iter();
        let failed = files.find_map(|file| match &file.content {
            ReadContent::Failed(error) => Some(error.clone().about(std::path::Path::new(&file.name))),
            _ => None,
        });
        let nothing = || (0..self.reading.files.len()).find_map(|file| self.nothing_in(file));
        failed.or_else(nothing).or_else(|| self.wrong().next().cloned())
    }

    /// Why series cannot take the values that they are to take.
    pub(crate) fn wrong(&self) -> impl Iterator<Item = &AppError> {
        let mapped = self.reading.mapped.iter().filter_map(|mapped| mapped.wrong.as_ref());
        mapped.chain(self.long_series.iter().filter_map(|long| long.wrong.as_ref()))
    }

    /// That no figure could be taken of a file, though nothing is left to ask about it.
    pub(crate) fn nothing_in(&self, file: usize) -> Option<AppError> {
        let reading = &self.reading.files[file];
        let is_table = matches!(reading.content, ReadContent::Tables(_)) && reading.by_hand == 0;
        let mut series = reading.tables().iter().flat_map(|table| &table.series);
        let is_empty = is_table && series.all(|series| series.figures.is_empty());
        let is_asked = self.reading.open.iter().any(|asked| asked.file == file);
        (is_empty && !is_asked).then(|| refusal!(Code::Import, "import-no-figures"))
    }

    /// How many questions nobody answered.
    pub fn open_questions(&self) -> usize {
        self.reading.open.len()
    }
}

/// Since when a series is known to say what it says. A table that repeats a figure adds nothing, unless it shows that the
/// figure was known earlier.
struct Earlier(HashMap<(Period, Basis), Vec<(Decimal, Date)>>);

impl Earlier {
    fn of(book: &Book, series: Option<&Series>) -> Self {
        let mut known: HashMap<(Period, Basis), Vec<(Decimal, Date)>> = HashMap::new();
        for observation in series.map_or(&[][..], |series| book.observations(&series.id)) {
            let of = known.entry((observation.period, observation.basis)).or_default();
            of.push((observation.value, observation.published.known_from()));
        }
        Self(known)
    }

    fn is_fresh(&self, step: &Step) -> bool {
        if step.effect != Effect::Repeats {
            return is_fresh(step);
        }
        let draft = &step.draft;
        let day = draft.published.known_from();
        let known = self.0.get(&(draft.period, draft.basis));
        !known
            .into_iter()
            .flatten()
            .any(|(value, since)| value.same_value(draft.value) && *since <= day)
    }
}
