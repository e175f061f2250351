//! What an entering would do, before it is done. A cell, a pasted block and a file all end in a [`Plan`]: the preview
//! shows it, and writing it is one change.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_core::{
    Basis, Decimal, Frequency, Observation, ObservationId, Period, Series, SeriesId, Source, SourceId, Status, Vintage,
};
use hadaf_import::{Draft, Mark, SourceDraft, read_period, read_year};
use hadaf_model::Book;
use hadaf_store::Change;

use jiff::civil::Date;

use crate::session::{AppError, Author, Code, Result, check_known, refusal};

/// What becomes of one draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Effect {
    /// Nobody has given a figure for its period; a calculated one is nobody's.
    New,
    /// The current figure is another one.
    Differs(Decimal),
    /// It is the current figure.
    Repeats,
    /// The very same observation, from the same page, is there already, or stands further up among the drafts.
    Known,
    /// It cannot be entered.
    Refused(AppError),
}

/// One draft and what becomes of it.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) draft: Draft,
    /// What the draft says it is; else a first release where there is none yet, and a revision where there is one.
    pub(crate) status: Status,
    pub(crate) effect: Effect,
}

/// How the source of a draft is found among those of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceBy {
    /// A person named it: the newest one of this title.
    Title,
    /// A file described it: the one of this title and address.
    Document,
}

/// What an entering would do, step by step in the order of the drafts.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) steps: Vec<Step>,
}

impl Plan {
    /// Holds drafts against what the workspace says. Each draft costs a look-up, however many observations there are.
    pub(crate) fn of(book: &Book, drafts: impl IntoIterator<Item = Draft>, by: SourceBy, today: Date) -> Self {
        let mut known = KnownFigures::new(book, by, today);
        let step = |draft: Draft| {
            let effect = known.effect(&draft).unwrap_or_else(Effect::Refused);
            let status = draft.status.unwrap_or_else(|| known.status(&draft));
            Step { draft, status, effect }
        };
        Self {
            steps: drafts.into_iter().map(step).collect(),
        }
    }

    /// Why the first draft that cannot be entered cannot.
    ///
    /// # Errors
    /// That.
    pub(crate) fn enterable(self) -> Result<Self> {
        let refused = self.steps.iter().find_map(|step| match &step.effect {
            Effect::Refused(error) => Some(error.clone()),
            _ => None,
        });
        refused.map_or(Ok(self), Err)
    }
}

/// Writes steps as observations.
pub(crate) struct ObservationWriter<'a> {
    change: &'a Change<'a>,
    author: &'a Author,
    by: SourceBy,
    /// Those that were found or added by this change.
    sources: BTreeMap<SourceDraft, SourceId>,
}

impl<'a> ObservationWriter<'a> {
    pub(crate) fn new(change: &'a Change<'a>, author: &'a Author, by: SourceBy) -> Self {
        Self {
            change,
            author,
            by,
            sources: BTreeMap::new(),
        }
    }

    /// Adds one observation.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn write(&mut self, step: &Step) -> Result<()> {
        let draft = &step.draft;
        let source = self.source(&draft.source)?;
        self.change.add(&Observation {
            id: ObservationId::NEW,
            series: draft.series.clone(),
            period: draft.period,
            basis: draft.basis,
            value: draft.value,
            status: step.status,
            published: draft.published,
            source,
            note: draft.note.clone(),
            entered_by: self.author.name.clone(),
            entered_at: self.author.at,
        })?;
        Ok(())
    }

    fn source(&mut self, named: &SourceDraft) -> Result<SourceId> {
        if let Some(found) = self.sources.get(named) {
            return Ok(*found);
        }
        let found = match self.by {
            SourceBy::Title => self.change.source_named(&named.title)?,
            SourceBy::Document => self.change.source_for(&Source {
                id: SourceId::NEW,
                title: named.title.clone(),
                publisher: named.publisher.clone(),
                address: named.address.clone(),
                page: String::new(),
                retrieved: None,
                file_hash: None,
                note: String::new(),
            })?,
        };
        self.sources.insert(named.clone(), found);
        Ok(found)
    }
}

/// What one observation is of.
type Place = (SeriesId, Period, Basis);

/// What the workspace says, by place; grown series by series as drafts ask for them.
struct KnownFigures<'a> {
    book: &'a Book,
    by: SourceBy,
    today: Date,
    indexed: BTreeSet<SeriesId>,
    observations: BTreeMap<Place, Vec<&'a Observation>>,
    /// Those that stand further up among the drafts, with value, day and page.
    before: BTreeSet<(Place, String, Option<Date>, String, String)>,
}

impl<'a> KnownFigures<'a> {
    fn new(book: &'a Book, by: SourceBy, today: Date) -> Self {
        Self {
            book,
            by,
            today,
            indexed: BTreeSet::new(),
            observations: BTreeMap::new(),
            before: BTreeSet::new(),
        }
    }

    fn effect(&mut self, draft: &Draft) -> Result<Effect> {
        self.book.series(draft.series.as_str())?;
        if let Some(day) = draft.published.date {
            check_day(self.book, draft.period, day, self.today)?;
        }
        let place = (draft.series.clone(), draft.period, draft.basis);
        if self.by == SourceBy::Document && self.is_known(&place, draft) {
            return Ok(Effect::Known);
        }
        let now = self.book.now();
        let there = self.at(&place);
        let current = Vintage::read(there.iter().copied(), now).filter(|reading| !reading.derived);
        Ok(match current {
            None => Effect::New,
            Some(reading) if reading.value.same_value(draft.value) => Effect::Repeats,
            Some(reading) => Effect::Differs(reading.value),
        })
    }

    fn is_known(&mut self, place: &Place, draft: &Draft) -> bool {
        let page = (
            place.clone(),
            draft.value.to_string(),
            draft.published.date,
            draft.source.title.clone(),
            draft.source.address.clone(),
        );
        let book = self.book;
        !self.before.insert(page) || self.at(place).iter().any(|there| is_same(book, there, draft))
    }

    /// A first release where there is none yet, a revision where there is one; a total to date is always a first one.
    fn status(&mut self, draft: &Draft) -> Status {
        let is_release = |there: &&Observation| matches!(there.status, Status::First | Status::Revised);
        let place = (draft.series.clone(), draft.period, Basis::Period);
        if draft.basis == Basis::Period && self.at(&place).iter().any(is_release) {
            Status::Revised
        } else {
            Status::First
        }
    }

    fn at(&mut self, place: &Place) -> &[&'a Observation] {
        let series = &place.0;
        if self.book.series(series.as_str()).is_ok() && self.indexed.insert(series.clone()) {
            for observation in self.book.observations(series) {
                let place = (series.clone(), observation.period, observation.basis);
                self.observations.entry(place).or_default().push(observation);
            }
        }
        self.observations.get(place).map_or(&[], Vec::as_slice)
    }
}

/// The same value, published on the same day on the same page: importing a file twice adds nothing.
fn is_same(book: &Book, there: &Observation, draft: &Draft) -> bool {
    let page = book.source(there.source);
    there.value == draft.value
        && there.published.date == draft.published.date
        && page.is_some_and(|page| page.title == draft.source.title && page.address == draft.source.address)
}

/// The period, if the series has values for such a one: its own kind, or a fiscal year; with the mark that stands behind it.
///
/// # Errors
/// [`Code::Period`].
pub(crate) fn period_for(book: &Book, series: &Series, text: &str) -> Result<(Period, Option<Mark>)> {
    let (period, mark) = match series.frequency {
        Frequency::FiscalYear => read_year(text, book.calendar()),
        Frequency::Month | Frequency::Quarter => read_period(text, book.calendar()),
    }?;
    let fits = match (period, series.frequency) {
        (Period::Month(_), Frequency::Month)
        | (Period::Quarter(_), Frequency::Quarter)
        | (Period::FiscalYear(_), _) => true,
        (Period::Month(_) | Period::Quarter(_), _) => false,
    };
    if fits {
        return Ok((period, mark));
    }
    Err(refusal!(
        Code::Period,
        "period-kind",
        period = period,
        series = &series.title
    ))
}

/// Refuses a day of publication that is still to come, or before the period has begun.
///
/// # Errors
/// [`Code::Date`].
fn check_day(book: &Book, period: Period, day: Date, today: Date) -> Result<()> {
    check_known(day, today)?;
    if day < book.calendar().start_of(period).first_day() {
        return Err(refusal!(Code::Date, "date-too-early", day = day, period = period));
    }
    Ok(())
}
