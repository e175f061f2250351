//! The averaged structural model: every parameter set on every scale, weighted by how well it has done.
//!
//! A weight is likelihood^0.3 × (error of its forecasts from past origins)^-15. The exponents were
//! chosen on training parts of public competition series (M1, M3, tourism); they move the error by
//! less than half a percent when halved or doubled.

use crate::filter::{BANDS, Pass, Scaled, band, first_origin, pass, slope_ahead};
use crate::grid::{Params, Table, Trend};
use crate::numeric::{exp, ln};
use crate::transform::{TRANSFORMS, Transform};

const LIKELIHOOD_POWER: f64 = 0.3;
const ERROR_POWER: f64 = 15.0;
/// Share of the band's own error in the error that a weight rests on; the rest is of all horizons.
const BAND_SHARE: f64 = 0.5;
/// Members lighter than this are left out when past forecasts of the whole are made.
const LIGHT: f64 = 0.002;

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
    /// Number of members that carry weight: the inverse of the sum of squared weights.
    pub members: f64,
}

struct Member {
    transform: usize,
    set: usize,
    weight: f64,
}

/// Runs the model on every scale that the series allows, and averages.
pub(crate) fn average(table: &Table, series: &Prepared, horizon: usize) -> Average {
    let runs: Vec<Run> = TRANSFORMS
        .iter()
        .enumerate()
        .filter(|(_, transform)| transform.allows(series.smallest))
        .map(|(index, &transform)| Run::new(table, series, index, transform, horizon))
        .collect();
    let weights: Vec<Vec<f64>> = (0..BANDS).map(|b| weigh(&runs, b)).collect();
    let count = table.sets.len();
    let point = (1..=horizon)
        .map(|h| {
            let weights = weights[band(h)].chunks(count);
            runs.iter().zip(weights).map(|(run, weights)| run.blend(h, weights)).sum()
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
        // so many equals that none is heavy: all of them
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
struct Run {
    index: usize,
    transform: Transform,
    first: f64,
    values: Vec<f64>,
    log_slopes: f64,
    pass: Pass,
}

impl Run {
    fn new(table: &Table, series: &Prepared, index: usize, transform: Transform, horizon: usize) -> Run {
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
        Run {
            index,
            transform,
            first,
            log_slopes: seen().skip(1).map(|(value, _)| transform.log_slope(*value)).sum(),
            pass,
            values,
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
fn weigh(runs: &[Run], band: usize) -> Vec<f64> {
    let mut logs: Vec<f64> = Vec::new();
    for run in runs {
        let errors = run.pass.error.iter().zip(&run.pass.band_error[band]);
        for (likelihood, (all, own)) in run.pass.likelihood.iter().zip(errors) {
            let error = (1.0 - BAND_SHARE) * ln(all + 1e-9) + BAND_SHARE * ln(own + 1e-9);
            logs.push(LIKELIHOOD_POWER * (likelihood + run.log_slopes) - ERROR_POWER * error);
        }
    }
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
fn look_back(table: &Table, series: &Prepared, runs: &[Run], members: &[Member], point: Vec<f64>) -> Average {
    let (length, horizon) = (series.values.len(), point.len());
    let start = first_origin(length);
    let longest = horizon;
    let last_seen = series.observed.iter().rposition(|seen| *seen).unwrap_or(length - 1);
    let mut shares = [0.0; 3];
    let mut past_on_scale = vec![vec![0.0; (length + 1 - start) * longest]; runs.len()];
    let mut response = vec![0.0; horizon];
    let mut one_step = 0.0;
    let mut squared = 0.0;
    for member in members {
        let run = &runs[member.transform];
        shares[run.index] += member.weight;
        squared += member.weight * member.weight;
        let mut states = Single::new(table, member.set, longest);
        let mut step_errors = (0.0, 0.0);
        let past = &mut past_on_scale[member.transform];
        for t in 0..length {
            if t > 0 {
                states.step();
            }
            if series.observed[t] {
                let (error, variance) = states.observe(t, run.values[t]);
                if t + 1 >= start {
                    step_errors = (step_errors.0 + error * error / variance, step_errors.1 + 1.0);
                }
            }
            if t + 1 >= start {
                let row = &mut past[(t + 1 - start) * longest..][..longest];
                for (h, cell) in (1..=longest.min(length - 1 - t)).zip(row) {
                    *cell += member.weight * (states.forecast(t, h) + run.first);
                }
            }
        }
        let typical = match run.transform {
            Transform::Raw => 1.0,
            Transform::Root => 2.0, // the slope of the square at a mean size of 1
            Transform::Log => 1.0,
        };
        let last = table.variances(last_seen)[member.set];
        one_step += member.weight * typical * (step_errors.0 / f64::max(step_errors.1, 1.0) * last).sqrt();
        for (h, sum) in response.iter_mut().enumerate() {
            *sum += member.weight * states.response(last_seen, h);
        }
    }
    let mut past = Vec::new();
    for t in start - 1..length {
        for h in 1..=longest.min(length - 1 - t) {
            if series.observed[t + h] {
                let forecast: f64 = runs
                    .iter()
                    .zip(&past_on_scale)
                    .filter(|(run, _)| shares[run.index] > 0.0)
                    .map(|(run, past)| {
                        let share = shares[run.index];
                        share * run.transform.invert(past[(t + 1 - start) * longest + h - 1] / share)
                    })
                    .sum();
                past.push((h, series.values[t + h] - forecast, forecast));
            }
        }
    }
    Average {
        point,
        shares,
        response,
        one_step,
        past,
        members: 1.0 / squared,
    }
}

/// The filter of one set.
struct Single<'a> {
    table: &'a Table,
    index: usize,
    set: Params,
    level: f64,
    slope: f64,
    season: Vec<f64>,
    ahead: Vec<f64>,
}

impl<'a> Single<'a> {
    fn new(table: &'a Table, index: usize, longest: usize) -> Single<'a> {
        let set = table.sets[index];
        Single {
            table,
            index,
            set,
            level: 0.0,
            slope: 0.0,
            season: vec![0.0; table.season],
            ahead: (0..=longest).map(|h| slope_ahead(set.trend, set.damping, h)).collect(),
        }
    }

    fn step(&mut self) {
        if self.set.trend == Trend::Slope {
            self.level += self.set.damping * self.slope;
        }
        self.slope *= self.set.damping;
    }

    fn observe(&mut self, t: usize, value: f64) -> (f64, f64) {
        let place = t % self.table.season;
        let cycle = if self.set.trend == Trend::Cycle { self.slope } else { 0.0 };
        let error = value - self.level - cycle - self.season[place];
        let gain = |d: usize| self.table.gains(t, d)[self.index];
        self.level += gain(0) * error;
        self.slope += gain(1) * error;
        for k in 0..self.table.season {
            self.season[(place + k) % self.table.season] += gain(2 + k) * error;
        }
        (error, self.table.variances(t)[self.index])
    }

    fn forecast(&self, t: usize, h: usize) -> f64 {
        self.level + self.ahead[h] * self.slope + self.season[(t + h) % self.table.season]
    }

    /// What an error of one at step `t` adds to the value `h` periods later.
    fn response(&self, t: usize, h: usize) -> f64 {
        if h == 0 {
            return 1.0;
        }
        let gain = |d: usize| self.table.gains(t, d)[self.index];
        gain(0) + self.ahead[h] * gain(1) + gain(2 + h % self.table.season)
    }
}
