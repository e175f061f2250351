//! Files of ours beside what the workspace has. They say themselves what each value is; they too are planned series by
//! series, all files together, so that what two of them say of one figure is told.

use std::collections::HashMap;

use hadaf_core::{Draft, Published, SeriesId};
use hadaf_error::Result;
use hadaf_import::table::CellAt;
use hadaf_import::{Dating, Imported};
use hadaf_model::{Book, OneDay, Plan, SourceBy, Step};

use crate::compare::IntakeDraft;
use crate::compared::{Doubter, LISTED, NotEntered, TOGETHER, ValueAt, compared, is_fresh, outcome, place};
use crate::file_reading::ReadContent;
use crate::long_file::{LongFile, LongFileSeries};
use crate::namesakes;
use crate::targets::{scaled, shift};

/// Steps, each with the file of ours that it is of.
type LongSteps = (Vec<Step>, Vec<usize>);

impl IntakeDraft {
    /// Holds the values of files of ours against the book, which has the series that are made.
    ///
    /// # Errors
    /// Those of the judge.
    pub(crate) fn compare_long(&mut self, book: &Book, doubter: Doubter<'_>) -> Result<()> {
        self.find_long(book);
        let is_small = self.long_series.iter().map(|series| series.values.len()).sum::<usize>() <= TOGETHER;
        let mut day = OneDay::default();
        let (mut all_steps, mut all_files) = (Vec::new(), Vec::new());
        for number in 0..self.long_series.len() {
            let (steps, files, lost) = self.plan_long(&self.long_series[number], book);
            self.lose(lost);
            for (step, long) in steps.iter().zip(&files) {
                day.take(&step.draft);
                self.take_long(number, step, *long, book);
            }
            if is_small {
                all_steps.extend(steps);
                all_files.extend(files);
            } else {
                self.judge_long(book, (steps, files), doubter)?;
            }
        }
        self.judge_long(book, (all_steps, all_files), doubter)?;
        let day = day.day(book.calendar());
        for long in &mut self.long {
            self.one_day[long.file] = day.filter(|_| self.reading.files[long.file].publication.is_some());
            long.namesakes = namesakes::of(book, &long.sources);
        }
        Ok(())
    }

    /// The files of ours, and their series in the order in which they come up.
    fn find_long(&mut self, book: &Book) {
        let mut known: HashMap<SeriesId, usize> = HashMap::new();
        for (file, reading) in self.reading.files.iter().enumerate() {
            let ReadContent::Long(imported) = &reading.content else {
                continue;
            };
            let long = u32::try_from(self.long.len()).ok().unwrap_or(u32::MAX);
            self.long.push(LongFile {
                file,
                ..LongFile::default()
            });
            for (id, places) in imported.figures.series().iter().zip(imported.figures.by_series()) {
                let index = *known.entry(id.clone()).or_insert_with(|| {
                    self.long_series.push(LongFileSeries {
                        id: id.clone(),
                        series: book.series(id.as_str()).ok().cloned(),
                        shift: 0,
                        wrong: None,
                        values: Vec::new(),
                    });
                    self.long_series.len() - 1
                });
                let series = &mut self.long_series[index];
                let unit = imported.described.get(id).and_then(|described| described.unit);
                let entered = series.series.as_ref().filter(|series| series.formula.is_none());
                match entered.map(|series| shift(unit, series.unit)) {
                    Some(Ok(shift)) => series.shift = shift,
                    Some(Err(error)) => series.wrong = Some(error),
                    None => {}
                }
                series.values.extend(places.into_iter().map(|place| (long, place)));
            }
        }
    }

    fn imported(&self, long: usize) -> Option<&Imported> {
        match &self.reading.files[self.long[long].file].content {
            ReadContent::Long(imported) => Some(imported),
            ReadContent::Failed(_) | ReadContent::Tables(_) => None,
        }
    }

    /// What would become of the values of one series, each with its file, and those that do not fit its unit.
    fn plan_long(&self, series: &LongFileSeries, book: &Book) -> (Vec<Step>, Vec<usize>, Vec<NotEntered>) {
        let (mut drafts, mut files, mut lost) = (Vec::new(), Vec::new(), Vec::new());
        for (long, at) in series.values.iter().filter(|_| series.wrong.is_none()) {
            let long = *long as usize;
            let Some(imported) = self.imported(long) else { continue };
            let mut draft = imported.figures.draft(*at as usize);
            draft.published = self.published_long(imported, *at as usize, &draft, long, book);
            match scaled(draft.value, series.shift) {
                Some(value) => {
                    draft.value = value;
                    drafts.push(draft);
                    files.push(long);
                }
                None => lost.push(NotEntered {
                    place: self.place_long(long, &draft),
                    what: draft.value.to_string(),
                    why: None,
                }),
            }
        }
        let steps = Plan::of(book, drafts, SourceBy::Document, self.today).steps;
        (steps, files, lost)
    }

    /// When a value became known: what its row says, else what was answered.
    fn published_long(&self, imported: &Imported, at: usize, draft: &Draft, long: usize, book: &Book) -> Published {
        let publication = self.reading.files[self.long[long].file].publication;
        match (draft.published.date, publication) {
            (None, Some(publication)) if imported.figures.dating(at) != Dating::Unknown => {
                let seen = draft.published.seen;
                let published = publication.of(draft.period, book.calendar(), seen);
                Published { seen, ..published }
            }
            _ => draft.published,
        }
    }

    fn place_long(&self, long: usize, draft: &Draft) -> ValueAt {
        let row = u32::try_from(draft.line.saturating_sub(1)).ok().unwrap_or(u32::MAX);
        let file = self.long[long].file;
        let column = self.value_column(file);
        place(file, 0, CellAt { row, column })
    }

    fn take_long(&mut self, number: usize, step: &Step, long: usize, book: &Book) {
        let index = self.reading.mapped.len() + number;
        let at = self.place_long(long, &step.draft);
        self.figures
            .push(compared(index, step, outcome(&step.effect, step.draft.value), at));
        self.fresh += usize::from(is_fresh(step));
        self.note_correction(step);
        self.long[long].take(step, book);
    }

    fn judge_long(&mut self, book: &Book, (steps, files): LongSteps, doubter: Doubter<'_>) -> Result<()> {
        if steps.is_empty() {
            return Ok(());
        }
        for ((doubts, step), long) in doubter(book, &steps)?.into_iter().zip(&steps).zip(files) {
            let long = &mut self.long[long];
            self.doubted += usize::from(!doubts.is_empty());
            long.doubted += usize::from(!doubts.is_empty());
            let room = LISTED.saturating_sub(long.doubts.len());
            let doubts = doubts.into_iter().take(room);
            long.doubts.extend(doubts.map(|doubt| (step.draft.line, doubt)));
        }
        Ok(())
    }

    /// Gives every step of files of ours that is to be written to `write`, series by series.
    ///
    /// # Errors
    /// Those of `write`.
    pub(crate) fn each_fresh_long(&self, book: &Book, mut write: impl FnMut(&Step) -> Result<()>) -> Result<()> {
        for series in &self.long_series {
            let (steps, ..) = self.plan_long(series, book);
            steps.iter().filter(|step| is_fresh(step)).try_for_each(&mut write)?;
        }
        Ok(())
    }
}
