//! Entering, amending and removing scenarios: each one change, one undo.

use hadaf_core::{Scenario, ScenarioId};
use hadaf_error::Result;
use hadaf_model::Need;
use hadaf_words::{Format, say};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, Changed, scenario_of as found};
use crate::view::AssumptionsText;
use crate::view::scenario::assumptions;

/// Enters a scenario, or gives the one of this id its new content: one change, one undo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioSet {
    /// Its id: a letter, then small letters, digits and underscores.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Anything to know about it.
    pub note: String,
    /// What it assumes.
    pub assumptions: AssumptionsText,
}

impl App {
    /// Enters a scenario, or gives the one of its id a new content.
    ///
    /// # Errors
    /// [`Code::Word`] for an id that is none or a title that is missing, and what [`App::scenario_run`] says of
    /// assumptions; [`Code::ReadOnly`].
    pub fn scenario_set(&self, set: &ScenarioSet) -> Result<Changed> {
        let book = self.book_for(Need::Registers)?;
        let id: ScenarioId = set.id.trim().parse()?;
        let before = book.scenarios.iter().find(|scenario| scenario.id == id);
        let last = book.scenarios.iter().map(|scenario| scenario.position).max();
        let scenario = Scenario {
            position: before.map_or_else(|| last.map_or(0, |last| last + 1), |before| before.position),
            id,
            title: set.title.trim().to_owned(),
            note: set.note.trim().to_owned(),
            assumptions: assumptions::read(&set.assumptions)?,
            entered_by: String::new(),
            entered_at: Timestamp::UNIX_EPOCH,
        };
        scenario.check()?;
        let what = if before.is_some() { "amended" } else { "entered" };
        self.scenario_put(scenario, what)
    }

    /// Enters a copy of a scenario behind all others. Its id and its title end in the first number, from 2, that
    /// is free.
    ///
    /// # Errors
    /// [`Code::Refused`] for one that is not there, [`Code::Word`] when its id is too long for a number to follow,
    /// [`Code::ReadOnly`].
    pub fn scenario_duplicate(&self, id: &str) -> Result<Changed> {
        let format = self.format();
        let book = self.book_for(Need::Registers)?;
        let original = found(&book.scenarios, id)?;
        let is_free = |number: &usize| {
            let id = numbered(original, *number);
            book.scenarios.iter().all(|scenario| scenario.id.as_str() != id)
        };
        // One more than there are scenarios.
        let number = (2..=book.scenarios.len() + 2)
            .find(is_free)
            .expect("one of them is free");
        let last = book.scenarios.iter().map(|scenario| scenario.position).max();
        let copy = Scenario {
            id: numbered(original, number).parse()?,
            title: say!(
                format.words,
                "scenario-copy",
                title = original.title.clone(),
                number = number.to_string()
            ),
            position: last.map_or(0, |last| last + 1),
            ..original.clone()
        };
        self.scenario_put(copy, "entered")
    }

    fn scenario_put(&self, mut scenario: Scenario, what: &str) -> Result<Changed> {
        let label = label(self.format(), what, &scenario.title);
        self.change(&label, |change, author| {
            scenario.entered_by.clone_from(&author.name);
            scenario.entered_at = author.at;
            Ok(change.put(&scenario)?)
        })
    }

    /// Takes a scenario out.
    ///
    /// # Errors
    /// [`Code::Refused`] for one that is not there, [`Code::ReadOnly`].
    pub fn scenario_remove(&self, id: &str) -> Result<Changed> {
        let book = self.book_for(Need::Registers)?;
        let scenario = found(&book.scenarios, id)?;
        let label = label(self.format(), "removed", &scenario.title);
        self.change(&label, |change, _| Ok(change.remove::<Scenario>(&scenario.id)?))
    }
}

/// "Scenario entered: a week offline".
fn label(format: Format, what: &str, title: &str) -> String {
    let entry = say!(format.words, "entry-scenarios");
    say!(format.words, "label-register", entry = entry, what = what, name = title)
}

/// The id of a copy.
fn numbered(original: &Scenario, number: usize) -> String {
    format!("{}_{number}", original.id)
}
