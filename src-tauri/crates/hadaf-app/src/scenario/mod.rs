//! Scenarios: what a set of assumptions does to a year, laid over the same paths as the forecast, so that two
//! scenarios differ by what they assume alone. The formulas are those of [`hadaf_forecast::scenario`].
//!
//! [`App::scenario_run`] answers while a slider is dragged: the fit is remembered, so that only the draws are made
//! anew. What takes longer ([`App::scenario_detail`]) is asked for when the slider rests.

mod assumptions;
mod detail;
mod edit;
mod factors;
mod forecast;
mod formula;
mod setup;
mod text;
mod told;

pub use text::{ScenarioFactor, ScenarioReport, ScenarioSwing};

use crate::app::App;
use crate::error::Result;
use crate::format::Format;
use crate::outlook::{Record, record_note};
use crate::wire::{ScenarioDetail, ScenarioItem, ScenarioRun, ScenarioView, ScenariosView};
use crate::words::say;

pub(crate) use detail::{Column, SwingWords, columns};
pub(crate) use forecast::under;
pub(crate) use setup::{Setup, assumed_note};
pub(crate) use told::{Fans, told_fan};

impl App {
    /// The scenarios of the open workspace, in their order.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn scenarios(&self) -> Result<ScenariosView> {
        let book = self.book()?;
        let item = |scenario: &hadaf_core::Scenario| ScenarioItem {
            id: scenario.id.to_string(),
            title: scenario.title.clone(),
            note: scenario.note.clone(),
            assumptions: assumptions::written(&scenario.assumptions),
        };
        let scenarios: Vec<ScenarioItem> = book.scenarios.iter().map(item).collect();
        let is_empty = scenarios.is_empty();
        Ok(ScenariosView {
            scenarios,
            empty: is_empty.then(|| say!(self.format().words, "empty-scenarios")),
        })
    }

    /// What a scenario does to a year.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`], [`crate::Code::Forecast`] when the series cannot be forecast or the
    /// year is known, [`crate::Code::Word`] or [`crate::Code::Number`] for assumptions that cannot be computed with.
    pub fn scenario_run(&self, run: &ScenarioRun) -> Result<ScenarioView> {
        let format = self.format();
        Setup::of(self, run, |setup| told::view(setup, format, run.chart.as_ref()))
    }

    /// What takes longer: break-even, tornado, two-way table, scenarios side by side.
    ///
    /// # Errors
    /// As [`App::scenario_run`].
    pub fn scenario_detail(&self, run: &ScenarioRun) -> Result<ScenarioDetail> {
        let format = self.format();
        Setup::of(self, run, |setup| detail::view(setup, format, run.chart.as_ref()))
    }

    /// Both at once, as numbers: `hadaf scenario --json`.
    ///
    /// # Errors
    /// As [`App::scenario_run`].
    pub fn scenario_report(&self, run: &ScenarioRun) -> Result<ScenarioReport> {
        let format = Format::of("en");
        Setup::of(self, run, |setup| {
            let record = match Record::of(self, setup.situation) {
                Ok(record) => record_note(&record, format),
                Err(reason) => reason.message,
            };
            text::report(setup, format, record)
        })
    }
}
