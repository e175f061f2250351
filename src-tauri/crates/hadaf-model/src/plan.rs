//! What an entering would do, before it is done. A cell, a pasted block and a file all end in a [`Plan`]: the preview
//! shows it, and writing it is one change.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_core::{
    AsOf, Basis, Decimal, Draft, FiscalCalendar, Judged, Observation, ObservationId, Period, Published, Reading,
    SeriesId, Source, SourceDraft, SourceId, Status, Vintage, VintageRole, is_to_come,
};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::book::Book;

/// What becomes of one draft.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Nobody has given a figure for its period; a calculated one is nobody's.
    New,
    /// It takes the place of another current figure.
    Differs(Decimal),
    /// It takes the place of the current figure, as it is said to revise it, though that was published later.
    RevisesLater(Standing),
    /// It is another figure, and the current one stays: it was published before that one, or beside it.
    Beside(Standing),
    /// The same source said another thing on the same day: one of the two was mistyped, and the one entered later
    /// stands. None where that was a withdrawal.
    Corrects(Option<Decimal>),
    /// It says that there is no figure, and takes away what its source published.
    Withdraws(Withdraws),
    /// It says that there is no figure where none was known.
    WithdrawsNothing,
    /// It is the current figure.
    Repeats,
    /// The very same observation, from the same page, is there already, or stands further up among the drafts.
    Known,
    /// It cannot be entered.
    Refused(Refused),
}

/// Why a draft cannot be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such series.
    UnknownSeries {
        /// What it names.
        name: SeriesId,
        /// The ids that there are, in the order of the tree.
        known: Vec<SeriesId>,
    },
    /// Its series is worked out from others, and has no figures of its own.
    Derived {
        /// Title of the series.
        series: String,
        /// As it is worked out.
        formula: String,
    },
    /// Its day of publication is still to come.
    ToCome {
        /// That day.
        day: Date,
        /// The day of entry.
        today: Date,
    },
    /// Its day of publication is before the period began.
    TooEarly {
        /// That day.
        day: Date,
        /// The period.
        period: Period,
    },
    /// It withdraws a figure that its source never published.
    NotItsOwn {
        /// Title of the series.
        series: String,
        /// The period.
        period: Period,
        /// Who withdraws.
        source: String,
        /// Who published what stands on that day.
        publishers: Vec<String>,
    },
}

/// What a withdrawal takes away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Withdraws {
    /// The figure.
    pub figure: Decimal,
    /// The source that published it, whose withdrawal it is.
    pub source: SourceId,
    /// What somebody else published, and stays.
    pub stays: Option<Standing>,
}

/// The figure that stays current.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Its value.
    pub value: Decimal,
    /// When it was published.
    pub published: Published,
    /// It was published on a later day than what is entered; otherwise on the same one, elsewhere.
    pub is_later: bool,
}

/// One draft and what becomes of it.
#[derive(Debug)]
pub struct Step {
    /// What is to be entered.
    pub draft: Draft,
    /// What becomes of it.
    pub effect: Effect,
}

/// How the source of a draft is found among those of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceBy {
    /// A person named it: the newest one of this title.
    Title,
    /// A file described it: the one of this title and address.
    Document,
}

/// What an entering would do, step by step in the order of the drafts.
#[derive(Debug)]
pub struct Plan {
    /// One for each draft.
    pub steps: Vec<Step>,
}

impl Plan {
    /// Holds drafts against what the workspace says. Each draft costs a look-up, however many observations there are.
    pub fn of(book: &Book, drafts: impl IntoIterator<Item = Draft>, by: SourceBy, today: Date) -> Self {
        let mut known = KnownFigures::new(book, by, today);
        let step = |draft: Draft| {
            let effect = known.effect(&draft).unwrap_or_else(Effect::Refused);
            Step { draft, effect }
        };
        Self {
            steps: drafts.into_iter().map(step).collect(),
        }
    }

    /// A plan of which every draft can be entered.
    ///
    /// # Errors
    /// Why the first one that cannot be cannot.
    pub fn enterable(self) -> Result<Self, Refused> {
        let refused = self.steps.iter().find_map(|step| match &step.effect {
            Effect::Refused(refused) => Some(refused.clone()),
            _ => None,
        });
        refused.map_or(Ok(self), Err)
    }
}

/// A history of this many periods was not published in one day.
const HISTORY: usize = 6;

impl Plan {
    /// The one day that a whole history is dated by, which then no earlier day of reading knows; none where its
    /// figures bear days of their own, or are few or new.
    pub fn one_day(&self, calendar: &FiscalCalendar) -> Option<Date> {
        let periods: BTreeSet<Period> = self.steps.iter().map(|step| step.draft.period).collect();
        let mut days = self.steps.iter().map(|step| step.draft.published.date);
        let day = days.next().flatten()?;
        let oldest = periods.iter().map(|period| calendar.end_of(*period)).min()?;
        let is_old = oldest.checked_add(1.year()).is_ok_and(|a_year_on| a_year_on < day);
        (is_old && periods.len() >= HISTORY && days.all(|other| other == Some(day))).then_some(day)
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
    /// The sources that drafts name, as far as there are such.
    sources: BTreeMap<SourceDraft, Option<SourceId>>,
    /// Those that stand further up among the drafts, with value, day and page.
    before: BTreeSet<(Place, String, Option<Date>, String, String)>,
    /// What those say that could be corrected, by place, day and page.
    said: BTreeMap<(Place, Published, SourceDraft), Decimal>,
    /// Of what they are, and who says it.
    above: BTreeSet<(Place, String)>,
}

impl<'a> KnownFigures<'a> {
    fn new(book: &'a Book, by: SourceBy, today: Date) -> Self {
        Self {
            book,
            by,
            today,
            indexed: BTreeSet::new(),
            observations: BTreeMap::new(),
            sources: BTreeMap::new(),
            before: BTreeSet::new(),
            said: BTreeMap::new(),
            above: BTreeSet::new(),
        }
    }

    fn effect(&mut self, draft: &Draft) -> Result<Effect, Refused> {
        if !self.indexed.contains(&draft.series) && self.book.series(draft.series.as_str()).is_err() {
            return Err(Refused::UnknownSeries {
                name: draft.series.clone(),
                known: self.book.series.iter().map(|series| series.id.clone()).collect(),
            });
        }
        check_entered(self.book, &draft.series)?;
        check_day(self.book, draft.period, draft.published.date, self.today)?;
        let place = (draft.series.clone(), draft.period, draft.basis);
        if self.by == SourceBy::Document && self.is_known(&place, draft) {
            return Ok(Effect::Known);
        }
        if draft.is_withdrawn() {
            return self.withdraws(&place, draft);
        }
        self.above.insert((place.clone(), draft.source.title.clone()));
        if let Some(corrects) = self.corrects(&place, draft) {
            return Ok(corrects);
        }
        let source = self.source(&draft.source);
        let (book, now) = (self.book, self.book.now());
        let there = self.at(&place);
        let read = |observations: &[&Observation]| Vintage::read(observations.iter().copied(), book.calendar(), now);
        let current = read(there).filter(|reading| !reading.derived);
        let Some(reading) = current else {
            return Ok(Effect::New);
        };
        if reading.value.same_value(draft.value) {
            return Ok(Effect::Repeats);
        }
        let entered = observation(book, draft, source);
        let with: Vec<&Observation> = there.iter().copied().chain([&entered]).collect();
        Ok(match read(&with) {
            Some(after) if after.observation != entered.id => Effect::Beside(standing(&after, draft)),
            Some(_) if draft.status == Some(Status::Revised) && standing(&reading, draft).is_later => {
                Effect::RevisesLater(standing(&reading, draft))
            }
            _ => Effect::Differs(reading.value),
        })
    }

    /// What a withdrawal takes away: a publisher withdraws its own. Further up among the drafts may stand what it is of.
    fn withdraws(&mut self, place: &Place, draft: &Draft) -> Result<Effect, Refused> {
        let is_above = self.above.contains(&(place.clone(), draft.source.title.clone()));
        let book = self.book;
        let there = self.at(place);
        let day = AsOf::Day(draft.published.known_from());
        let history = Vintage::history(there.iter().copied(), book.calendar(), day);
        let figures = || {
            let known = history.iter().filter(|it| it.role != VintageRole::NotYetKnown);
            known.filter(|it| !matches!(it.status, Status::Derived | Status::Withdrawn))
        };
        let is_its_own = |it: &&Judged<'_>| {
            let source = book.source(it.observation.source);
            source.is_some_and(|source| is_named(source, &draft.source))
        };
        let own = figures()
            .find(is_its_own)
            .filter(|it| it.role != VintageRole::Withdrawn);
        if let Some(own) = own.map(|it| it.observation) {
            let entered = observation(book, draft, Some(own.source));
            let with = there.iter().copied().chain([&entered]);
            let stays = Vintage::read(with, book.calendar(), book.now()).filter(|reading| !reading.derived);
            return Ok(Effect::Withdraws(Withdraws {
                figure: own.value,
                source: own.source,
                stays: stays.map(|reading| standing(&reading, draft)),
            }));
        }
        let standing = figures().filter(|it| !matches!(it.role, VintageRole::Withdrawn | VintageRole::Superseded));
        let mut publishers: Vec<String> = Vec::new();
        for source in standing.filter_map(|it| book.source(it.observation.source)) {
            let name = match source.publisher.trim() {
                "" => source.title.as_str(),
                publisher => publisher,
            };
            if !publishers.iter().any(|known| known.as_str() == name) {
                publishers.push(name.to_owned());
            }
        }
        match (is_above, publishers.is_empty()) {
            (true, _) => Ok(Effect::New),
            (false, true) => Ok(Effect::WithdrawsNothing),
            (false, false) => Err(Refused::NotItsOwn {
                series: book
                    .series(place.0.as_str())
                    .map_or_else(|_| place.0.to_string(), |it| it.title.clone()),
                period: draft.period,
                source: draft.source.title.clone(),
                publishers,
            }),
        }
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

    /// What the draft corrects: another thing that its source said on its day. A file that is imported again does not
    /// bring back what was put right since.
    fn corrects(&mut self, place: &Place, draft: &Draft) -> Option<Effect> {
        let source = self.source(&draft.source);
        let (book, by) = (self.book, self.by);
        let mut there = self.at(place).iter();
        let there = there.rfind(|there| is_corrected_by(there, draft, source)).copied();
        let was_wrong = |there: &Observation| {
            let mut corrections = book.corrections.iter().filter(|it| it.observation == there.id);
            corrections.any(|it| it.value.is_some_and(|value| value.same_value(draft.value)))
        };
        if by == SourceBy::Document && there.is_some_and(was_wrong) {
            return Some(Effect::Known);
        }
        let there = there.map(|there| (!there.is_withdrawn()).then_some(there.value));
        let key = (place.clone(), draft.published, draft.source.clone());
        let above = match draft.status {
            None => self.said.insert(key, draft.value),
            Some(_) => None,
        };
        let above = above.filter(|value| !value.same_value(draft.value)).map(Some);
        above.or(there).map(Effect::Corrects)
    }

    /// The source that a draft names, if it is there.
    fn source(&mut self, named: &SourceDraft) -> Option<SourceId> {
        if let Some(found) = self.sources.get(named) {
            return *found;
        }
        let fits = |source: &&Source| {
            let is_document = source.address == named.address && source.page.is_empty();
            source.title == named.title && (self.by == SourceBy::Title || is_document)
        };
        let found = self.book.sources.values().rfind(fits).map(|source| source.id);
        self.sources.insert(named.clone(), found);
        found
    }

    fn at(&mut self, place: &Place) -> &[&'a Observation] {
        let series = &place.0;
        if !self.indexed.contains(series) && self.book.series(series.as_str()).is_ok() {
            self.indexed.insert(series.clone());
            for observation in self.book.observations(series) {
                let place = (series.clone(), observation.period, observation.basis);
                self.observations.entry(place).or_default().push(observation);
            }
        }
        self.observations.get(place).map_or(&[], Vec::as_slice)
    }
}

/// Whether somebody who withdraws a figure means this source: by its title, or by the name of its publisher.
fn is_named(source: &Source, named: &SourceDraft) -> bool {
    let is_same =
        |known: &str| !known.trim().is_empty() && known.trim().to_lowercase() == named.title.trim().to_lowercase();
    is_same(&source.title) || is_same(&source.publisher)
}

/// A draft as the observation that it would be: entered after all others.
fn observation(book: &Book, draft: &Draft, source: Option<SourceId>) -> Observation {
    let entered = Observation {
        id: ObservationId(i64::MAX),
        series: draft.series.clone(),
        period: draft.period,
        basis: draft.basis,
        value: draft.value,
        status: draft.status,
        published: draft.published,
        source: source.unwrap_or(SourceId::NEW),
        note: String::new(),
        entered_by: String::new(),
        entered_at: jiff::Timestamp::UNIX_EPOCH,
        preferred: false,
    };
    with_mark(book, entered)
}

/// With a mark where somebody preferred what its source says.
fn with_mark(book: &Book, observation: Observation) -> Observation {
    let decided = book.preference(&observation.series, observation.period);
    let preferred = decided.is_some_and(|it| it.is_for(&observation));
    Observation {
        preferred,
        ..observation
    }
}

fn standing(reading: &Reading, draft: &Draft) -> Standing {
    Standing {
        value: reading.value,
        published: reading.published,
        is_later: reading.published.known_from() > draft.published.known_from(),
    }
}

/// The same value, published on the same day on the same page: importing a file twice adds nothing, nor does a spreadsheet
/// that lost the zeros at its end.
fn is_same(book: &Book, there: &Observation, draft: &Draft) -> bool {
    let page = book.source(there.source);
    there.value.same_value(draft.value)
        && there.is_withdrawn() == draft.is_withdrawn()
        && there.published.date == draft.published.date
        && page.is_some_and(|page| page.title == draft.source.title && page.address == draft.source.address)
}

/// What becomes of an entry that is put right, as the step that would have entered it so.
///
/// # Panics
/// Where the book was read without the observations of its series.
pub fn correction_effect(book: &Book, wrong: &Observation, right: &Observation) -> Step {
    let right = &with_mark(book, right.clone());
    let of_place = |it: &&Observation| it.period == right.period && it.basis == right.basis;
    let others: Vec<&Observation> = (book.observations(&right.series).iter())
        .filter(of_place)
        .filter(|it| it.id != wrong.id)
        .collect();
    let read =
        |of: Vec<&Observation>| Vintage::read(of, book.calendar(), book.now()).filter(|reading| !reading.derived);
    let source = book.source(right.source).or_else(|| book.source(wrong.source));
    let draft = Draft {
        line: 1,
        series: right.series.clone(),
        period: right.period,
        basis: right.basis,
        value: right.value,
        status: right.status,
        published: right.published,
        source: SourceDraft {
            title: source.map_or_else(String::new, |source| source.title.clone()),
            publisher: String::new(),
            address: String::new(),
        },
        note: right.note.clone(),
    };
    let effect = match (read(others.clone()), read(others.into_iter().chain([right]).collect())) {
        (_, Some(after)) if after.observation != right.id && !after.value.same_value(right.value) => {
            Effect::Beside(standing(&after, &draft))
        }
        (Some(before), Some(after)) if after.observation == right.id && !before.value.same_value(right.value) => {
            Effect::Differs(before.value)
        }
        _ => Effect::Corrects((!wrong.is_withdrawn()).then_some(wrong.value)),
    };
    Step { draft, effect }
}

/// Whether a draft corrects an observation: the same source, on the same day, gave another figure, and the draft does not
/// say that it is anything else. What a file says about its figures is taken at its word.
pub fn is_corrected_by(there: &Observation, draft: &Draft, source: Option<SourceId>) -> bool {
    let is_figure = !matches!(there.status, Some(Status::Comparator | Status::Derived));
    let differs = there.is_withdrawn() || !there.value.same_value(draft.value);
    is_figure
        && differs
        && (draft.status.is_none() || draft.status == there.status && !there.is_withdrawn())
        && Some(there.source) == source
        && there.published.date == draft.published.date
        && there.published.known_from() == draft.published.known_from()
}

/// Refuses a series that is worked out from others, so that nothing can be entered into it or put right in it.
///
/// # Errors
/// [`Refused::Derived`].
pub fn check_entered(book: &Book, series: &SeriesId) -> Result<(), Refused> {
    let series = book.series.iter().find(|it| it.id == *series);
    match series.and_then(|series| Some((series, series.formula.as_ref()?))) {
        Some((series, formula)) => Err(Refused::Derived {
            series: series.title.clone(),
            formula: formula.to_string(),
        }),
        None => Ok(()),
    }
}

/// Refuses a day of publication that is still to come, or before the period has begun.
///
/// # Errors
/// [`Refused`].
pub fn check_day(book: &Book, period: Period, day: Option<Date>, today: Date) -> Result<(), Refused> {
    match day {
        Some(day) if is_to_come(day, today) => Err(Refused::ToCome { day, today }),
        Some(day) if day < book.calendar().start_of(period).first_day() => Err(Refused::TooEarly { day, period }),
        _ => Ok(()),
    }
}
