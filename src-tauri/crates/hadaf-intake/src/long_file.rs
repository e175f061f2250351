//! Files of ours and their series, with what is told of their rows.

use std::collections::BTreeSet;

use hadaf_core::{Series, SeriesId, SourceDraft};
use hadaf_error::AppError;
use hadaf_model::{Book, Effect, Refused, Step};
use hadaf_words::DoubtView;

use crate::compared::{LISTED, is_fresh};

/// A series of files of ours.
#[derive(Debug)]
pub(crate) struct LongFileSeries {
    pub(crate) id: SeriesId,
    /// The series that takes its values; none where there is no such.
    pub(crate) series: Option<Series>,
    /// By how many places its numbers move to be counted in the unit of that series.
    pub(crate) shift: i32,
    /// Why its values cannot be taken so.
    pub(crate) wrong: Option<AppError>,
    /// Its values: which of the files of ours, and the place in it.
    pub(crate) values: Vec<(u32, u32)>,
}

impl LongFileSeries {
    /// How many values it has in one of the files of ours, or in all of them.
    pub(crate) fn count(&self, long: Option<usize>) -> usize {
        let is_of = |of: u32| long.is_none_or(|long| of as usize == long);
        self.values.iter().filter(|(of, _)| is_of(*of)).count()
    }
}

/// A file of ours, and what is told of its rows.
#[derive(Debug, Default)]
pub(crate) struct LongFile {
    pub(crate) file: usize,
    /// Values that were held against the workspace's.
    pub(crate) values: usize,
    pub(crate) new: usize,
    pub(crate) differ: usize,
    pub(crate) same: usize,
    pub(crate) known: usize,
    pub(crate) doubted: usize,
    /// Steps that cannot be entered.
    pub(crate) refused: Vec<Step>,
    pub(crate) refused_more: usize,
    /// One step of each series that is worked out from others, of which none can be entered.
    pub(crate) derived: Vec<Step>,
    /// Steps of which something is worth knowing.
    pub(crate) told: Vec<Step>,
    pub(crate) told_more: usize,
    /// Doubts, each with the line of its row.
    pub(crate) doubts: Vec<(u64, DoubtView)>,
    /// Titles of its documents that the workspace has of another one.
    pub(crate) namesakes: Vec<String>,
    /// The documents of what is entered.
    pub(crate) sources: BTreeSet<SourceDraft>,
}

impl LongFile {
    /// Counts a step, and keeps it where something of it is to be told.
    pub(crate) fn take(&mut self, step: &Step, book: &Book) {
        self.values += 1;
        let is_told = match &step.effect {
            Effect::New => {
                self.new += 1;
                false
            }
            Effect::Repeats => {
                self.same += 1;
                false
            }
            Effect::Known => {
                self.known += 1;
                return;
            }
            Effect::Differs(_) => {
                self.differ += 1;
                false
            }
            Effect::RevisesLater(_) | Effect::Beside(_) | Effect::Corrects(_) | Effect::Withdraws(_) => {
                self.differ += 1;
                true
            }
            Effect::WithdrawsNothing => true,
            Effect::Refused(Refused::Derived { .. }) => {
                if self.derived.iter().all(|known| known.draft.series != step.draft.series) {
                    self.derived.push(copy(step));
                }
                return;
            }
            Effect::Refused(_) => {
                keep(&mut self.refused, &mut self.refused_more, step);
                return;
            }
        };
        if is_fresh(step) && !self.sources.contains(&step.draft.source) {
            self.sources.insert(step.draft.source.clone());
        }
        let is_estimate = || !step.draft.is_withdrawn() && step.draft.is_estimate(book.calendar());
        if is_told || is_estimate() {
            keep(&mut self.told, &mut self.told_more, step);
        }
    }
}

fn keep(kept: &mut Vec<Step>, more: &mut usize, step: &Step) {
    if kept.len() < LISTED {
        kept.push(copy(step));
    } else {
        *more += 1;
    }
}

fn copy(step: &Step) -> Step {
    Step {
        draft: step.draft.clone(),
        effect: step.effect.clone(),
    }
}
