//! `hadaf forecast --scenario`: the same answer as without one, read from the paths of the scenario.

use hadaf_core::{FiscalYear, Sample};
use hadaf_forecast::Paths;

use super::{ForecastMonth, ForecastRequest, SeriesForecast};
use crate::session::{App, Code, Result, refusal};
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
            if years.is_empty() {
                plain.horizon.truncate(setup.paths().horizon());
                for (place, month) in plain.horizon.iter_mut().enumerate() {
                    let values = |paths: &Paths| Sample::of(paths.rows().map(|path| path[place]).collect());
                    let (base, under) = (values(setup.outlook.paths()), values(setup.paths()));
                    let both = base.as_ref().zip(under.as_ref());
                    both.into_iter()
                        .for_each(|(base, under)| move_month(month, base, under));
                }
            }
            Ok(Some(setup.totals().clone()))
        })?;
        years.extend(told.map(|told| (year.clone(), told)));
    }
    if years.is_empty() {
        return Err(refusal!(
            Code::Forecast,
            "scenario-year",
            series = &plain.title,
            known = ""
        ));
    }
    let totals = |year: FiscalYear| {
        years
            .iter()
            .find(|(told, _)| told.fiscal_year == year)
            .map(|(_, totals)| totals)
    };
    // What no path reaches is said nothing about.
    plain.claims.retain_mut(|claim| {
        let chance = totals(claim.fiscal_year).map(|totals| totals.chance(claim.value.to_f64()));
        chance.map(|chance| claim.probability = chance).is_some()
    });
    plain.reach.retain_mut(|reach| {
        let chance = totals(reach.fiscal_year).map(|totals| totals.chance(reach.amount.to_f64()));
        chance.map(|chance| reach.probability = chance).is_some()
    });
    plain.fiscal_years = years
        .iter()
        .map(|(year, totals)| {
            let at = totals.intervals();
            let mut year = year.clone();
            (year.median, year.lo80, year.hi80) = (at.median, at.p80.low, at.p80.high);
            (year.lo95, year.hi95) = (at.p95.low, at.p95.high);
            year
        })
        .collect();
    plain.scenario = Some(id.to_owned());
    Ok(plain)
}

/// Moves what is told of a month as far as the scenario moves the same quantile of the paths: a month that it leaves
/// alone stays as it is told without it, to the last digit, since what is told is no sample.
fn move_month(month: &mut ForecastMonth, base: &Sample, under: &Sample) {
    let (base, under) = (base.intervals(), under.intervals());
    let moved = [
        (&mut month.mean, base.median, under.median),
        (&mut month.lo50, base.p50.low, under.p50.low),
        (&mut month.hi50, base.p50.high, under.p50.high),
        (&mut month.lo80, base.p80.low, under.p80.low),
        (&mut month.hi80, base.p80.high, under.p80.high),
        (&mut month.lo95, base.p95.low, under.p95.low),
        (&mut month.hi95, base.p95.high, under.p95.high),
    ];
    for (value, before, after) in moved {
        // As a multiple, so that bounds stay in order where little is left of the month.
        *value = if before > 0.0 && *value > 0.0 {
            *value * (after / before)
        } else {
            *value + (after - before)
        };
    }
}
