//! Entering, amending and removing scenarios: each one change, one undo.

use hadaf_core::{Scenario, ScenarioId};

use super::assumptions;
use crate::app::App;
use crate::error::{AppError, Code, Result};
use crate::wire::{Changed, ScenarioSet};
use crate::words::say;

impl App {
    /// Enters a scenario, or gives the one of its id a new content.
    ///
    /// # Errors
    /// [`Code::Word`] for an id that is none or a title that is missing, and what [`App::scenario_run`] says of
    /// assumptions; [`Code::ReadOnly`].
    pub fn scenario_set(&self, set: &ScenarioSet) -> Result<Changed> {
        let format = self.format();
        let book = self.book()?;
        let id: ScenarioId = set.id.trim().parse()?;
        let before = book.scenarios.iter().find(|scenario| scenario.id == id);
        let last = book.scenarios.iter().map(|scenario| scenario.position).max();
        let mut scenario = Scenario {
            position: before.map_or_else(|| last.map_or(0, |last| last + 1), |before| before.position),
            id,
            title: set.title.trim().to_owned(),
            note: set.note.trim().to_owned(),
            assumptions: assumptions::read(&set.assumptions)?,
            entered_by: String::new(),
            entered_at: String::new(),
        };
        scenario.check()?;
        let what = if before.is_some() { "amended" } else { "entered" };
        let entry = say!(format.words, "entry-scenarios");
        let label = say!(
            format.words,
            "label-register",
            entry = entry,
            what = what,
            name = scenario.title.clone()
        );
        self.change(&label, |change, author| {
            scenario.entered_by.clone_from(&author.name);
            scenario.entered_at.clone_from(&author.at);
            Ok(change.put(&scenario)?)
        })
    }

    /// Takes a scenario out.
    ///
    /// # Errors
    /// [`Code::Refused`] for one that is not there, [`Code::ReadOnly`].
    pub fn scenario_remove(&self, id: &str) -> Result<Changed> {
        let format = self.format();
        let book = self.book()?;
        let found = book.scenarios.iter().find(|scenario| scenario.id.as_str() == id.trim());
        let Some(scenario) = found else {
            return Err(unknown(&book.scenarios, id));
        };
        let entry = say!(format.words, "entry-scenarios");
        let label = say!(
            format.words,
            "label-register",
            entry = entry,
            what = "removed",
            name = scenario.title.clone()
        );
        self.change(&label, |change, _| Ok(change.remove::<Scenario>(&scenario.id)?))
    }
}

/// There is no such scenario; these there are.
pub(super) fn unknown(scenarios: &[Scenario], id: &str) -> AppError {
    let known: Vec<&str> = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    AppError::of(
        Code::Refused,
        "scenario-unknown",
        &[("id", id.trim()), ("known", &known.join(", "))],
    )
}
