//! Doubts about what is to be entered. They are told once, before or beside the entry, and never keep it out.

use hadaf_error::Result;
use hadaf_model::Need;
use hadaf_words::{DoubtView, period_span};
use serde::Serialize;

use super::meant::{doubts_of, entering, read_as};
use super::observation::{Planned, SetObservation};
use crate::session::{App, Changed};

/// What became of one value that was entered, with what is remarked of it.
#[derive(Debug, Clone, Serialize)]
pub struct EnteredFigure {
    /// The change.
    #[serde(flatten)]
    pub changed: Changed,
    /// Why it may not have been meant.
    pub doubts: Vec<DoubtView>,
    /// The months of a quarter or year: "FY2026: July 2025 to June 2026"; null for a month.
    pub span: Option<String>,
}

impl App {
    /// Enters one value as [`App::observation_set`] does, and tells the doubts about it. What stands already is not doubted
    /// again.
    ///
    /// # Errors
    /// Those of [`App::observation_set`].
    pub fn observation_enter(&self, request: &SetObservation) -> Result<EnteredFigure> {
        self.observation_enter_meant(request, false)
    }

    /// The same, where `anyway` with the word that the figure is meant: its doubts then count as accepted.
    ///
    /// # Errors
    /// Those of [`App::observation_set`].
    pub fn observation_enter_meant(&self, request: &SetObservation, anyway: bool) -> Result<EnteredFigure> {
        let book = self.book_for(Need::Series(&request.series))?;
        let format = self.format();
        let planned = Planned::of(&book, request, self.today())?;
        let steps = &planned.plan.steps;
        let step = steps.first().expect("one step for each draft");
        let of_period = entering(&book, step).and_then(|figure| read_as(&book, format, &request.period, &figure));
        let doubts = doubts_of(&book, steps, format)?.into_iter().flatten();
        Ok(EnteredFigure {
            doubts: of_period.into_iter().chain(doubts).collect(),
            span: period_span(format, book.calendar(), step.draft.period),
            changed: self.enter_planned(&book, planned, anyway)?,
        })
    }
}
