//! `hadaf forecast --scenario`: the same answer as without one, read from the paths of the scenario.

use hadaf_core::FiscalYear;
use hadaf_forecast::Paths;
use hadaf_model::Totals;

use super::{ForecastMonth, ForecastRequest, SeriesForecast};
use crate::session::{App, AppError, Code, Result};
use crate::view::ScenarioRun;
use crate::view::scenario::case;

/// Reads months, years and chances from the scenario's paths. What lies beyond these paths, in years further on, is
/// left out: no scenario says anything about it.
///
/// # Errors
/// As [`App::scenario_run`].
pub(crate) fn under(
    app: &App,
    request: &ForecastRequest,
    mut plain: SeriesForecast,
    id: &str,
) -> Result<SeriesForecast> {
    let run = |fiscal_year: Option<String>| ScenarioRun {
        series: plain.series.to_string(),
        as_of: request.as_of.clone(),
        scenario: Some(id.to_owned()),
        fiscal_year,
        ..ScenarioRun::default()
    };
    let mut years = Vec::new();
    for year in &plain.fiscal_years {
        let told = case(app, &run(Some(year.fiscal_year.to_string())), |setup| {
            if !setup.is_within_paths() {
                return Ok(None);
            }
            let outcome = setup.run(&setup.assumptions)?;
            if years.is_empty() {
                plain.horizon.truncate(outcome.paths().horizon());
                for (place, month) in plain.horizon.iter_mut().enumerate() {
                    let values = |paths: &Paths| Totals::of(paths.rows().map(|path| path[place]).collect());
                    move_month(month, &values(setup.outlook.paths()), &values(outcome.paths()));
                }
            }
            Ok(Some(setup.totals(outcome.paths())))
        })?;
        years.extend(told.map(|told| (year.clone(), told)));
    }
    if years.is_empty() {
        let known = [("series", plain.title.as_str()), ("known", "")];
        return Err(AppError::of(Code::Forecast, "scenario-year", &known));
    }
    let totals = |year: FiscalYear| {
        years
            .iter()
            .find(|(told, _)| told.fiscal_year == year)
            .map(|(_, totals)| totals)
    };
    // What no path reaches is said nothing about.
    plain.claims.retain_mut(|claim| {
        let chance = totals(claim.fiscal_year).and_then(|totals| totals.chance(claim.value.to_f64()));
        chance.map(|chance| claim.probability = chance).is_some()
    });
    plain.reach.retain_mut(|reach| {
        let chance = totals(reach.fiscal_year).and_then(|totals| totals.chance(reach.amount.to_f64()));
        chance.map(|chance| reach.probability = chance).is_some()
    });
    plain.fiscal_years = years
        .iter()
        .map(|(year, totals)| {
            let at = |share| totals.quantile(share);
            let mut year = year.clone();
            (year.median, year.lo80, year.hi80) = (at(0.5), at(0.1), at(0.9));
            (year.lo95, year.hi95) = (at(0.025), at(0.975));
            year
        })
        .collect();
    plain.scenario = Some(id.to_owned());
    Ok(plain)
}

/// Moves what is told of a month as far as the scenario moves the same quantile of the paths: a month that it leaves
/// alone stays as it is told without it, to the last digit, since what is told is no sample.
fn move_month(month: &mut ForecastMonth, base: &Totals, under: &Totals) {
    let told = [
        (&mut month.mean, 0.5),
        (&mut month.lo50, 0.25),
        (&mut month.hi50, 0.75),
        (&mut month.lo80, 0.1),
        (&mut month.hi80, 0.9),
        (&mut month.lo95, 0.025),
        (&mut month.hi95, 0.975),
    ];
    for (value, share) in told {
        let (before, after) = (base.quantile(share), under.quantile(share));
        // As a multiple, so that bounds stay in order where little is left of the month.
        *value = if before > 0.0 && *value > 0.0 {
            *value * (after / before)
        } else {
            *value + (after - before)
        };
    }
}
