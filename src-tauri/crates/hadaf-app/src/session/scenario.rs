//! The way from a request about a scenario to the case that answers it.

use hadaf_core::Scenario;
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Book, Need, Outlook, Question, ScenarioCase, Situation};

use super::App;

/// Reads what was asked for, and acts on it.
///
/// # Errors
/// [`Code::UnknownSeries`], [`Code::Date`], [`Code::Forecast`] when the series cannot be forecast or the year is known,
/// and those of `question` and `act`.
pub(crate) fn scenario_case<T>(
    app: &App,
    series: &str,
    as_of: Option<&str>,
    question: impl FnOnce(&Book) -> Result<Question>,
    act: impl FnOnce(&ScenarioCase<'_>) -> Result<T>,
) -> Result<T> {
    let as_of = app.as_of(as_of)?;
    let book = app.book_for(Need::Series(series))?;
    let series = book.series(series)?;
    let situation = Situation::read(&book, series, as_of)?;
    let outlook = Outlook::of(&app.fits, &situation, None)?;
    act(&ScenarioCase::read(&situation, &outlook, question(&book)?)?)
}

/// The scenario of an id.
///
/// # Errors
/// [`Code::Refused`] with the ids that there are.
pub(crate) fn scenario_of<'a>(scenarios: &'a [Scenario], id: &str) -> Result<&'a Scenario> {
    let found = scenarios.iter().find(|scenario| scenario.id.as_str() == id.trim());
    found.ok_or_else(|| unknown(scenarios, id))
}

/// There is no such scenario; these there are.
fn unknown(scenarios: &[Scenario], id: &str) -> AppError {
    let known: Vec<&str> = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    refusal!(
        Code::Refused,
        "scenario-unknown",
        id = id.trim(),
        count = known.len(),
        known = known.join(", ")
    )
}
