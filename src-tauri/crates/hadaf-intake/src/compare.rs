//! Every value of the files beside what the workspace has: the plan of what would be entered, series by series, so that
//! a file of a million values is never planned at once.

use std::collections::HashMap;

use hadaf_core::{Basis, Decimal, Draft, Period, Sector, Series, SeriesId};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_import::Mark;
use hadaf_import::table::CellAt;
use hadaf_model::{Book, Effect, Plan, Refused, SourceBy, Step};
use hadaf_words::DoubtView;
use jiff::civil::Date;

use crate::file_reading::{FileReading, ReadContent};
use crate::namesakes;
use crate::reading::IntakeReading;
use crate::targets::{Mapped, Target, scaled};
use crate::wire::IntakeOutcome;

/// Whatever judges figures that are about to be entered.
pub type Doubter<'a> = &'a dyn Fn(&Book, &[Step]) -> Result<Vec<Vec<DoubtView>>>;

/// So many values are judged together; more are judged series by series, where whole and parts are then unseen.
const TOGETHER: usize = 50_000;
/// Things of one kind that are listed.
pub(crate) const LISTED: usize = 1_000;

/// Where a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ValueAt {
    pub(crate) file: u32,
    pub(crate) sheet: u32,
    pub(crate) at: CellAt,
}

/// A value beside the workspace's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compared {
    /// Its series, by its place among the mapped ones.
    pub(crate) series: u32,
    pub(crate) period: Period,
    pub(crate) basis: Basis,
    /// In the unit of the series that takes it.
    pub(crate) value: Decimal,
    /// What the workspace has.
    pub(crate) before: Option<Decimal>,
    pub(crate) outcome: IntakeOutcome,
    pub(crate) place: ValueAt,
}

/// A value that cannot be entered, and why.
#[derive(Debug, Clone)]
pub(crate) struct NotEntered {
    pub(crate) place: ValueAt,
    pub(crate) what: String,
    /// None where its digits do not fit the unit of the series.
    pub(crate) why: Option<Refused>,
}

/// A file of ours, row by row.
#[derive(Debug)]
pub(crate) struct LongSteps {
    pub(crate) file: usize,
    pub(crate) steps: Vec<Step>,
    pub(crate) doubts: Vec<Vec<DoubtView>>,
    /// Titles of its documents that the workspace has of another one.
    pub(crate) namesakes: Vec<String>,
}

/// Files with what would be entered of them.
#[derive(Debug)]
pub struct IntakeDraft {
    pub(crate) reading: IntakeReading,
    /// The series of the tables, then those of files of ours.
    pub(crate) figures: Vec<Compared>,
    /// Titles of the series that [`Compared::series`] counts, beyond the mapped ones.
    pub(crate) long_series: Vec<(String, Option<Series>)>,
    pub(crate) long: Vec<LongSteps>,
    pub(crate) not_entered: Vec<NotEntered>,
    pub(crate) not_entered_more: usize,
    /// Doubts about values of tables, each with where its value stands.
    pub(crate) doubts: Vec<(ValueAt, DoubtView)>,
    pub(crate) doubted: usize,
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
            one_day: vec![None; files],
            corrections: Vec::new(),
            fresh: 0,
            today,
        };
        let with_new = draft.with_new(book);
        let is_small = draft.count() <= TOGETHER;
        let (mut all_steps, mut all_places) = (Vec::new(), Vec::new());
        for series in 0..draft.reading.mapped.len() {
            let (steps, places) = draft.plan(series, &with_new);
            draft.compare(series, &steps, &places, &with_new);
            if is_small {
                all_steps.extend(steps);
                all_places.extend(places);
            } else {
                draft.judge(&with_new, &steps, &places, doubter)?;
            }
        }
        draft.judge(&with_new, &all_steps, &all_places, doubter)?;
        draft.note_one_day(book, &all_steps, &all_places);
        draft.compare_long(book, doubter)?;
        Ok(draft)
    }

    /// The sectors and series that are made, in the order of the files.
    pub fn made(&self) -> impl Iterator<Item = &(Sector, Series)> {
        self.reading.mapped.iter().filter_map(|mapped| match &mapped.target {
            Target::New(made) if self.has_values(mapped) => Some(&**made),
            Target::New(_) | Target::Existing(_) | Target::LeftOut => None,
        })
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
        let long = self.long.iter().flat_map(|long| &long.steps);
        long.filter(|step| is_fresh(step)).try_for_each(write)
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
        let long = self.long_series.iter().filter_map(|(_, series)| series.as_ref());
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
            self.figures.push(compared(series, step, (outcome, before), *place));
        }
        for one in lost {
            if self.not_entered.len() < LISTED {
                self.not_entered.push(one);
            } else {
                self.not_entered_more += 1;
            }
        }
    }

    fn note_correction(&mut self, step: &Step) {
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

    /// Whether a whole history bears the one day that was answered.
    fn note_one_day(&mut self, book: &Book, steps: &[Step], places: &[ValueAt]) {
        for (index, file) in self.reading.files.iter().enumerate() {
            if file.publication.is_none() {
                continue;
            }
            let own = steps
                .iter()
                .zip(places)
                .filter(|(_, place)| place.file as usize == index);
            let steps = own.map(|(step, _)| Step {
                draft: step.draft.clone(),
                effect: Effect::New,
            });
            let plan = Plan { steps: steps.collect() };
            self.one_day[index] = plan.one_day(book.calendar());
        }
    }

    /// Files of ours say themselves what each value is.
    fn compare_long(&mut self, book: &Book, doubter: Doubter<'_>) -> Result<()> {
        let mut drafts = Vec::new();
        let mut counts = Vec::new();
        for (index, file) in self.reading.files.iter().enumerate() {
            let ReadContent::Long(imported) = &file.content else {
                continue;
            };
            let dated = imported.drafts.iter().cloned().map(|mut draft| {
                let is_unknown = imported.unknown.contains(&draft.line);
                if let (None, Some(publication), false) = (draft.published.date, file.publication, is_unknown) {
                    let seen = draft.published.seen;
                    let published = publication.of(draft.period, book.calendar(), seen);
                    draft.published = hadaf_core::Published { seen, ..published };
                }
                draft
            });
            drafts.extend(dated);
            counts.push((index, imported.drafts.len()));
        }
        if counts.is_empty() {
            return Ok(());
        }
        // All of them at once: what two files say of one figure is then told.
        let plan = Plan::of(book, drafts, SourceBy::Document, self.today);
        let one_day = plan.one_day(book.calendar());
        let mut doubts = doubter(book, &plan.steps)?.into_iter();
        let mut steps = plan.steps.into_iter();
        for (file, count) in counts {
            self.one_day[file] = one_day.filter(|_| self.reading.files[file].publication.is_some());
            let steps: Vec<Step> = steps.by_ref().take(count).collect();
            let long = LongSteps {
                file,
                namesakes: namesakes::of(book, steps.iter().filter(|step| is_fresh(step))),
                steps,
                doubts: doubts.by_ref().take(count).collect(),
            };
            self.take_long(&long, book);
            self.long.push(long);
        }
        Ok(())
    }

    fn take_long(&mut self, long: &LongSteps, book: &Book) {
        let mut known: HashMap<String, usize> = HashMap::new();
        for step in &long.steps {
            let id = step.draft.series.as_str();
            let index = known.get(id).copied().unwrap_or_else(|| {
                let series = book.series(id).ok().cloned();
                self.long_series.push((id.to_owned(), series));
                let index = self.reading.mapped.len() + self.long_series.len() - 1;
                known.insert(id.to_owned(), index);
                index
            });
            let row = u32::try_from(step.draft.line.saturating_sub(1))
                .ok()
                .unwrap_or(u32::MAX);
            let column = self.value_column(long.file);
            let place = place(long.file, 0, CellAt { row, column });
            let compared = compared(index, step, outcome(&step.effect, step.draft.value), place);
            self.fresh += usize::from(is_fresh(step));
            self.note_correction(step);
            self.figures.push(compared);
        }
        self.doubted += long.doubts.iter().filter(|doubts| !doubts.is_empty()).count();
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
        let wrong = || self.reading.mapped.iter().find_map(|mapped| mapped.wrong.clone());
        failed.or_else(nothing).or_else(wrong)
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

fn place(file: usize, sheet: usize, at: CellAt) -> ValueAt {
    let narrow = |number: usize| u32::try_from(number).ok().unwrap_or(u32::MAX);
    ValueAt {
        file: narrow(file),
        sheet: narrow(sheet),
        at,
    }
}

fn compared(series: usize, step: &Step, what: (IntakeOutcome, Option<Decimal>), place: ValueAt) -> Compared {
    Compared {
        series: u32::try_from(series).ok().unwrap_or(u32::MAX),
        period: step.draft.period,
        basis: step.draft.basis,
        value: step.draft.value,
        before: what.1,
        outcome: what.0,
        place,
    }
}

/// What it is to a person, and what the workspace has.
fn outcome(effect: &Effect, value: Decimal) -> (IntakeOutcome, Option<Decimal>) {
    match effect {
        Effect::New | Effect::WithdrawsNothing => (IntakeOutcome::New, None),
        Effect::Differs(before) => (IntakeOutcome::Revises, Some(*before)),
        Effect::Withdraws(withdraws) => (IntakeOutcome::Revises, Some(withdraws.figure)),
        Effect::RevisesLater(standing) => (IntakeOutcome::Revises, Some(standing.value)),
        Effect::Corrects(before) => (IntakeOutcome::Revises, *before),
        Effect::Beside(standing) => (IntakeOutcome::Conflicts, Some(standing.value)),
        Effect::Repeats | Effect::Known => (IntakeOutcome::Same, Some(value)),
        Effect::Refused(_) => (IntakeOutcome::Refused, None),
    }
}

/// Neither there already nor refused.
pub(crate) fn is_fresh(step: &Step) -> bool {
    !matches!(step.effect, Effect::Known | Effect::Refused(_))
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
