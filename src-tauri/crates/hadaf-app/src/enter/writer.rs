//! Writing steps of a [`Plan`](super::plan::Plan) as observations, and putting right what was mistyped.

use std::collections::BTreeMap;

use hadaf_core::{Correction, CorrectionId, Observation, ObservationId, Source, SourceId};
use hadaf_import::SourceDraft;
use hadaf_store::Change;

use super::plan::{Effect, SourceBy, Step, is_corrected_by};
use crate::session::{Author, Result};

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

    /// Adds one observation, or puts right the one that it corrects.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn write(&mut self, step: &Step) -> Result<()> {
        let draft = &step.draft;
        let source = self.source(&draft.source)?;
        if matches!(step.effect, Effect::Corrects(_)) {
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
                return correct(self.change, self.author, &wrong, &right);
            }
        }
        self.change.add(&Observation {
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

/// Puts an observation right, and keeps what it said for its history.
///
/// # Errors
/// Those of the store.
pub(super) fn correct(change: &Change<'_>, author: &Author, wrong: &Observation, right: &Observation) -> Result<()> {
    change.amend(right)?;
    change.add(&Correction {
        id: CorrectionId::NEW,
        observation: wrong.id,
        value: (!wrong.is_withdrawn()).then_some(wrong.value),
        published: wrong.published,
        source: wrong.source,
        corrected_by: author.name.clone(),
        corrected_at: author.at,
    })?;
    Ok(())
}

/// Takes an observation out, with what was put right in it.
///
/// # Errors
/// Those of the store.
pub(super) fn remove(change: &Change<'_>, wrong: ObservationId) -> Result<()> {
    for correction in change.list::<Correction>()? {
        if correction.observation == wrong {
            change.remove::<Correction>(&correction.id)?;
        }
    }
    Ok(change.remove::<Observation>(&wrong)?)
}
