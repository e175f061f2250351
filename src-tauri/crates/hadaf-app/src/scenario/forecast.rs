//! `hadaf forecast --scenario`: the same answer as without one, read from the paths of the scenario.

use hadaf_core::Chance;
use hadaf_forecast::Paths;

use super::setup::{Setup, Totals};
use crate::app::App;
use crate::error::Result;
use crate::forecast::{ForecastMonth, ForecastRequest, SeriesForecast, six_digits};
use crate::wire::ScenarioRun;

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
        series: plain.series.clone(),
        as_of: request.as_of.clone(),
        scenario: Some(id.to_owned()),
        fiscal_year,
        ..ScenarioRun::default()
    };
    let mut years = Vec::new();
    for year in &plain.fiscal_years {
        let told = Setup::of(app, &run(Some(year.fiscal_year.clone())), |setup| {
            if !setup.is_within_paths() {
                return Ok(None);
            }
            let outcome = setup.run(&setup.assumptions)?;
            Ok(Some((setup.totals(outcome.paths()), outcome)))
        })?;
        years.extend(told.map(|told| (year.clone(), told)));
    }
    if let Some((_, (_, outcome))) = years.first() {
        let paths = outcome.paths();
        plain.horizon.truncate(paths.horizon());
        for (place, month) in plain.horizon.iter_mut().enumerate() {
            *month = read(paths, place, &month.period);
        }
    }
    let totals = |year: &str| {
        years
            .iter()
            .find(|(told, _)| told.fiscal_year == year)
            .map(|(_, (totals, _))| totals)
    };
    plain.claims.retain_mut(|claim| {
        let chance = totals(&claim.fiscal_year).map(|totals| probability(totals, &claim.value));
        claim.probability = chance.unwrap_or_default();
        chance.is_some()
    });
    plain.reach.retain_mut(|reach| {
        let chance = totals(&reach.fiscal_year).map(|totals| probability(totals, &reach.amount));
        reach.probability = chance.unwrap_or_default();
        chance.is_some()
    });
    plain.fiscal_years = years
        .iter()
        .map(|(year, (totals, _))| {
            let at = |share| six_digits(totals.quantile(share));
            let mut year = year.clone();
            (year.median, year.lo80, year.hi80) = (at(0.5), at(0.1), at(0.9));
            (year.lo95, year.hi95) = (at(0.025), at(0.975));
            year
        })
        .collect();
    plain.scenario = Some(id.to_owned());
    Ok(plain)
}

fn read(paths: &Paths, place: usize, period: &str) -> ForecastMonth {
    let values = Totals::of(paths.rows().map(|path| path[place]).collect());
    let at = |share| six_digits(values.quantile(share));
    ForecastMonth {
        period: period.to_owned(),
        mean: at(0.5),
        lo50: at(0.25),
        hi50: at(0.75),
        lo80: at(0.1),
        hi80: at(0.9),
        lo95: at(0.025),
        hi95: at(0.975),
    }
}

/// To four digits, as without a scenario.
fn probability(totals: &Totals, amount: &str) -> f64 {
    let amount = amount.parse().unwrap_or(f64::INFINITY);
    let chance = totals.chance(amount).map_or(Chance::LOWEST, Chance::value);
    (chance * 10_000.0).round() / 10_000.0
}
