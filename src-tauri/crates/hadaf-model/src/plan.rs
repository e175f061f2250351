//! What an entering would do, before it is done. A cell, a pasted block and a file all end in a [`Plan`]: the preview
//! shows it, and writing it is one change.

use std::collections::BTreeSet;

use hadaf_core::{Draft, FiscalCalendar, Observation, Period, SourceDraft, Vintage};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::book::Book;
use crate::effect::{Effect, Refused, SourceBy, Step, standing, with_mark};
use crate::known_figures::KnownFigures;

/// What an entering would do, step by step in the order of the drafts.
#[derive(Debug)]
pub struct Plan {
    /// One for each draft.
    pub steps: Vec<Step>,
}

impl Plan {
    /// Holds drafts against what the workspace says. Each draft costs a look-up, however many observations there are.
    pub fn of(book: &Book, drafts: impl IntoIterator<Item = Draft>, by: SourceBy, today: Date) -> Self {
        let drafts: Vec<Draft> = drafts.into_iter().collect();
        let withdraws = drafts.iter().any(Draft::is_withdrawn);
        let mut known = KnownFigures::new(book, by, today, withdraws);
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
        let mut one = OneDay::default();
        for step in &self.steps {
            one.take(&step.draft);
        }
        one.day(calendar)
    }
}

/// Whether a whole history is dated by one day, told while its drafts go by.
#[derive(Debug, Default)]
pub struct OneDay {
    periods: BTreeSet<Period>,
    /// That of the first draft.
    first: Option<Option<Date>>,
    has_others: bool,
}

impl OneDay {
    /// Takes in a draft.
    pub fn take(&mut self, draft: &Draft) {
        let day = draft.published.date;
        self.has_others |= *self.first.get_or_insert(day) != day;
        if !self.has_others {
            self.periods.insert(draft.period);
        }
    }

    /// The one day, as [`Plan::one_day`].
    pub fn day(&self, calendar: &FiscalCalendar) -> Option<Date> {
        let day = self.first.flatten().filter(|_| !self.has_others)?;
        let oldest = self.periods.iter().map(|period| calendar.end_of(*period)).min()?;
        let is_old = oldest.checked_add(1.year()).is_ok_and(|a_year_on| a_year_on < day);
        (is_old && self.periods.len() >= HISTORY).then_some(day)
    }
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
