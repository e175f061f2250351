//! Scenarios: what a set of assumptions does to a year, laid over the same paths as the forecast, so that two
//! scenarios differ by what they assume alone. The formulas are those of [`hadaf_forecast::scenario`].
//!
//! [`App::scenario_run`] answers while a slider is dragged: the fit is remembered, so that only the draws are made
//! anew. What takes longer ([`App::scenario_detail`]) is asked for when the slider rests.

pub(crate) mod assumptions;
mod detail;
mod factors;
mod told;

use hadaf_core::{Assumptions, Scenario};
use hadaf_error::{Result, parse_period};
use hadaf_model::{Book, Need, Question, ScenarioCase};
use hadaf_picture::ScenarioChart;
use hadaf_words::say;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, scenario_case, scenario_of};

pub use assumptions::{AssumptionsText, BudgetText, FactorChange, InitiativeText, OutageText, SettingText};
pub use detail::ScenarioDetail;
pub use factors::FactorView;
pub(crate) use told::published_costs;
pub use told::{FormulaLine, ScenarioClaim, ScenarioView, YearView};

/// One scenario of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioItem {
    /// Its id, such as `week_offline`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Anything to know about it.
    pub note: String,
    /// What it assumes.
    pub assumptions: AssumptionsText,
}

/// The scenarios of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenariosView {
    /// In their order.
    pub scenarios: Vec<ScenarioItem>,
    /// What to do next when there is none.
    pub empty: Option<String>,
}

/// Asks what a scenario does to a year.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioRun {
    /// Series id; empty: the first.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// A scenario of the workspace; null: `assumptions`.
    pub scenario: Option<String>,
    /// A draft, which takes precedence.
    pub assumptions: Option<AssumptionsText>,
    /// Set on top of these: what a slider is at.
    pub changes: Vec<FactorChange>,
    /// Which year; null: the current one.
    pub fiscal_year: Option<String>,
    /// Which claim break-even, tornado and two-way table ask about; null: the highest-ranked target.
    pub claim: Option<String>,
    /// Draws the fan with the baseline behind it; null: no picture.
    pub chart: Option<ScenarioChart>,
}

/// Reads what was asked for, and acts on it.
///
/// # Errors
/// As [`App::scenario_run`].
pub(crate) fn case<T>(app: &App, run: &ScenarioRun, act: impl FnOnce(&ScenarioCase<'_>) -> Result<T>) -> Result<T> {
    scenario_case(app, &run.series, run.as_of.as_deref(), |book| question(book, run), act)
}

fn question(book: &Book, run: &ScenarioRun) -> Result<Question> {
    let given = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let saved = given(&run.scenario)
        .map(|id| scenario_of(&book.scenarios, &id))
        .transpose()?;
    let mut assumed = match (&run.assumptions, saved) {
        (Some(draft), _) => assumptions::read(draft)?,
        (None, Some(saved)) => saved.assumptions.clone(),
        (None, None) => Assumptions::default(),
    };
    assumptions::change(&mut assumed, &run.changes)?;
    let (id, title) = saved.map_or_else(Default::default, |it: &Scenario| (it.id.to_string(), it.title.clone()));
    let year = |text: String| -> Result<_> {
        let period = parse_period(&text, book.calendar())?;
        Ok(period
            .as_fiscal_year()
            .unwrap_or_else(|| book.calendar().fiscal_year_of(period)))
    };
    Ok(Question {
        id,
        title,
        assumptions: assumed,
        fiscal_year: given(&run.fiscal_year).map(year).transpose()?,
        claim: given(&run.claim),
    })
}

impl App {
    /// The scenarios of the open workspace, in their order.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn scenarios(&self) -> Result<ScenariosView> {
        let book = self.book_for(Need::Registers)?;
        let item = |scenario: &Scenario| ScenarioItem {
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
        case(self, run, |setup| told::view(setup, format, run.chart.as_ref()))
    }

    /// What takes longer: break-even, tornado, two-way table, scenarios side by side.
    ///
    /// # Errors
    /// As [`App::scenario_run`].
    pub fn scenario_detail(&self, run: &ScenarioRun) -> Result<ScenarioDetail> {
        let format = self.format();
        case(self, run, |setup| detail::view(setup, format, run.chart.as_ref()))
    }
}
