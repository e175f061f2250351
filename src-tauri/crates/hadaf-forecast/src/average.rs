//! The averaged structural model: every parameter set on every scale, weighted by how well it has done.
//!
//! A weight is likelihood^0.3 × (error of its forecasts from past origins)^-15. The exponents were
//! chosen on training parts of public competition series (M1, M3, tourism); they move the error by
//! less than half a percent when halved or doubled.

use crate::filter::{BANDS, Pass, Scaled, band, first_origin, pass, retrace};
use crate::grid::SetTable;
use crate::numeric::{exp, ln};
use crate::transform::{TRANSFORMS, Transform};

const LIKELIHOOD_POWER: f64 = 0.3;
const ERROR_POWER: f64 = 15.0;
/// Share of the band's own error in the error that a weight rests on; the rest is of all horizons.
const BAND_SHARE: f64 = 0.5;
/// Members lighter than this are left out when past forecasts of the whole are made.
const LIGHT: f64 = 0.002;
/// Relative errors are taken as if of a forecast of at least this share of the series' mean size.
const LEAST_FORECAST: f64 = 0.05;

/// A prepared series: observed values in units of their mean size.
pub(crate) struct Prepared {
    /// Outliers pulled in; what is missing is 0.
    pub values: Vec<f64>,
    pub observed: Vec<bool>,
    pub smallest: f64,
}

/// Forecasts of the average and what is known about their errors.
pub(crate) struct Average {
    /// Forecast by horizon, from 1.
    pub point: Vec<f64>,
    /// Weight of each scale, in the order of [`TRANSFORMS`].
    pub shares: [f64; 3],
    /// What a shock of one adds to the value `h` periods on; `response[0]` is 1.
    pub response: Vec<f64>,
    /// Standard deviation of one-step errors, relative to the value where errors are.
    pub one_step: f64,
    /// Errors of past forecasts of the whole: (horizon, error, forecast).
    pub past: Vec<(usize, f64, f64)>,
    /// Errors one period ahead, relative to the forecast, of the last periods; none where a value is missing.
    pub next: Vec<Option<f64>>,
    /// Number of members that carry weight: the inverse of the sum of squared weights.
    pub members: f64,
}

struct Member {
    transform: usize,
    set: usize,
    weight: f64,
}

/// Runs the model on every scale that the series allows, and averages.
pub(crate) fn average(table: &SetTable, series: &Prepared, horizon: usize) -> Average {
    let runs: Vec<ScaleRun> = TRANSFORMS
        .iter()
        .enumerate()
        .filter(|(_, transform)| transform.allows(series.smallest))
        .map(|(index, &transform)| ScaleRun::new(table, series, index, transform, horizon))
        .collect();
    let weights: Vec<Vec<f64>> = (0..BANDS).map(|b| weigh(&runs, b)).collect();
    let count = table.sets.len();
    let point = (1..=horizon)
        .map(|h| {
            let weights = weights[band(h)].chunks(count);
            runs.iter()
                .zip(weights)
                .map(|(run, weights)| run.blend(h, weights))
                .sum()
        })
        .collect();
    let mean_weight = |i: usize| weights.iter().map(|w| w[i]).sum::<f64>() / BANDS as f64;
    let mut members: Vec<Member> = (0..runs.len() * count)
        .map(|i| Member {
            transform: i / count,
            set: i % count,
            weight: mean_weight(i),
        })
        .filter(|member| member.weight > LIGHT)
        .collect();
    if members.is_empty() {
        // So many equals that none is heavy: all of them.
        members = (0..runs.len() * count)
            .map(|i| Member {
                transform: i / count,
                set: i % count,
                weight: mean_weight(i),
            })
            .collect();
    }
    let total: f64 = members.iter().map(|member| member.weight).sum();
    members.iter_mut().for_each(|member| member.weight /= total);
    look_back(table, series, &runs, &members, point)
}

/// One scale's run.
struct ScaleRun {
    index: usize,
    transform: Transform,
    first: f64,
    values: Vec<f64>,
    log_slopes: f64,
    pass: Pass,
}

impl ScaleRun {
    fn new(table: &SetTable, series: &Prepared, index: usize, transform: Transform, horizon: usize) -> Self {
        let seen = || series.values.iter().zip(&series.observed).filter(|(_, seen)| **seen);
        let first = seen().next().map_or(0.0, |(value, _)| transform.apply(*value));
        let values: Vec<f64> = series
            .values
            .iter()
            .zip(&series.observed)
            .map(|(value, seen)| if *seen { transform.apply(*value) - first } else { 0.0 })
            .collect();
        let scaled = Scaled {
            transform,
            values: &values,
            original: &series.values,
            observed: &series.observed,
        };
        let pass = pass(table, &scaled, horizon);
        Self {
            index,
            transform,
            first,
            log_slopes: seen().skip(1).map(|(value, _)| transform.log_slope(*value)).sum(),
            pass,
            values,
        }
    }

    fn scaled<'a>(&'a self, series: &'a Prepared) -> Scaled<'a> {
        Scaled {
            transform: self.transform,
            values: &self.values,
            original: &series.values,
            observed: &series.observed,
        }
    }

    /// This scale's part of the forecast at a horizon.
    fn blend(&self, h: usize, weights: &[f64]) -> f64 {
        self.pass.forecasts[h - 1]
            .iter()
            .zip(weights)
            .filter(|(_, weight)| **weight > 1e-5)
            .map(|(forecast, weight)| weight * self.transform.invert(forecast + self.first))
            .sum()
    }
}

/// Weights of all sets of all runs for one band of horizons; they sum to 1.
fn weigh(runs: &[ScaleRun], band: usize) -> Vec<f64> {
    let mut logs: Vec<f64> = Vec::new();
    for run in runs {
        let errors = run.pass.error.iter().zip(&run.pass.band_error[band]);
        for (likelihood, (all, own)) in run.pass.likelihood.iter().zip(errors) {
            let error = (1.0 - BAND_SHARE) * ln(all + 1e-9) + BAND_SHARE * ln(own + 1e-9);
            logs.push(LIKELIHOOD_POWER * (likelihood + run.log_slopes) - ERROR_POWER * error);
        }
    }
    // Relative to the best, since the powers themselves leave the range of a float.
    let best = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut weights: Vec<f64> = logs
        .iter()
        .map(|log| if log - best < -14.0 { 0.0 } else { exp(log - best) })
        .collect();
    let total: f64 = weights.iter().sum();
    weights.iter_mut().for_each(|weight| *weight /= total);
    weights
}

/// Makes the past forecasts of the whole, from the members that carry weight.
fn look_back(table: &SetTable, series: &Prepared, runs: &[ScaleRun], members: &[Member], point: Vec<f64>) -> Average {
    let (length, longest) = (series.values.len(), point.len());
    let start = first_origin(length);
    let mut shares = [0.0; 3];
    let mut past_on_scale = Vec::with_capacity(runs.len());
    let mut response = vec![0.0; longest];
    let mut one_step = 0.0;
    for (number, run) in runs.iter().enumerate() {
        let own: Vec<&Member> = members.iter().filter(|member| member.transform == number).collect();
        let sets: Vec<usize> = own.iter().map(|member| member.set).collect();
        let weights: Vec<f64> = own.iter().map(|member| member.weight).collect();
        shares[run.index] = weights.iter().sum();
        // On the square root a unit of error counts double at a mean size of 1.
        let unit = if run.transform == Transform::Root { 2.0 } else { 1.0 };
        let back = retrace(
            &table.only(&sets, length),
            &run.scaled(series),
            &weights,
            start,
            longest,
        );
        one_step += unit * back.one_step;
        for (sum, own) in response.iter_mut().zip(&back.response) {
            *sum += own;
        }
        past_on_scale.push(back.past);
    }
    let squared: f64 = members.iter().map(|member| member.weight * member.weight).sum();
    let (mut past, mut next) = (Vec::new(), vec![None; length - start]);
    for t in start - 1..length {
        for h in 1..=longest.min(length - 1 - t) {
            if series.observed[t + h] {
                let forecast: f64 = runs
                    .iter()
                    .zip(&past_on_scale)
                    .filter(|(run, _)| shares[run.index] > 0.0)
                    .map(|(run, past)| {
                        let share = shares[run.index];
                        share
                            * run
                                .transform
                                .invert(past[(t + 1 - start) * longest + h - 1] / share + run.first)
                    })
                    .sum();
                let error = series.values[t + h] - forecast;
                past.push((h, error, forecast));
                if h == 1 {
                    next[t + 1 - start] = Some(error / forecast.abs().max(LEAST_FORECAST));
                }
            }
        }
    }
    Average {
        point,
        shares,
        response,
        one_step,
        past,
        next,
        members: 1.0 / squared,
    }
}
