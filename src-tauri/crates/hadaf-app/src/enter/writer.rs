//! Writing the steps of a plan as observations.

use std::collections::BTreeMap;

use hadaf_core::{Observation, ObservationId, SeriesId, Source, SourceDraft, SourceId};
use hadaf_error::Result;
use hadaf_model::{Book, Effect, Need, SourceBy, Step, entered_anyway, is_corrected_by};
use hadaf_store::Change;

use crate::session::Author;

/// Writes steps as observations.
pub(crate) struct ObservationWriter<'a> {
    change: &'a Change<'a>,
    author: &'a Author,
    by: SourceBy,
    /// Those that were found or added by this change.
    sources: BTreeMap<SourceDraft, SourceId>,
    /// Those that are to be added next, all at once.
    waiting: Vec<Observation>,
}

/// So many observations wait at most.
const WAITING: usize = 10_000;

impl<'a> ObservationWriter<'a> {
    pub(crate) fn new(change: &'a Change<'a>, author: &'a Author, by: SourceBy) -> Self {
        Self {
            change,
            author,
            by,
            sources: BTreeMap::new(),
            waiting: Vec::new(),
        }
    }

    /// Adds one observation, or puts right the one that it corrects. It is written by [`Self::finish`] at the latest.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn write(&mut self, step: &Step) -> Result<()> {
        let draft = &step.draft;
        let source = match &step.effect {
            // It is of the source that published the figure, by whichever name that was given.
            Effect::Withdraws(withdraws) => withdraws.source,
            _ => self.source(&draft.source)?,
        };
        if matches!(step.effect, Effect::Corrects(_)) {
            self.write_waiting()?;
            let there = self.change.observations_for(&draft.series, draft.period, draft.basis)?;
            let wrong = there.into_iter().rfind(|it| is_corrected_by(it, draft, Some(source)));
            if let Some(wrong) = wrong {
                let note = match draft.note.as_str() {
                    "" => wrong.note.clone(),
                    note => note.to_owned(),
                };
                let right = Observation {
                    value: draft.value,
                    status: wrong.status.filter(|_| !wrong.is_withdrawn()),
                    note,
                    ..wrong.clone()
                };
                let Author { name, at } = self.author;
                return Ok(self.change.correct(&wrong, &right, name, *at)?);
            }
        }
        self.waiting.push(Observation {
            id: ObservationId::NEW,
            series: draft.series.clone(),
            period: draft.period,
            basis: draft.basis,
            value: draft.value,
            status: draft.status,
            published: draft.published,
            source,
            note: draft.note.clone(),
            entered_by: self.author.name.clone(),
            entered_at: self.author.at,
            preferred: false,
        });
        if self.waiting.len() >= WAITING {
            self.write_waiting()?;
        }
        Ok(())
    }

    /// Writes what waits.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.write_waiting()
    }

    fn write_waiting(&mut self) -> Result<()> {
        self.change.add_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }

    /// Counts what is doubted of what was written, in some series, as accepted by who entered it anyway. `before` has all
    /// that stood.
    ///
    /// # Errors
    /// Those of the store, and sums that do not fit.
    pub(crate) fn accept(change: &Change<'_>, author: &Author, before: &Book, entered: &[SeriesId]) -> Result<()> {
        let after = Book::read(change, before.today, Need::All)?;
        let Author { name, at } = author;
        for acceptance in entered_anyway(before, &after, entered, name, *at)? {
            change.add(&acceptance)?;
        }
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
