//! What is odd in a series, and what the methods are given instead.

use crate::average::Prepared;
use crate::combine;
use crate::numeric::{exp, mean};
use crate::outliers;
use crate::pulses::{self, Pulse};
use crate::shifts::{self, LevelShift};
use crate::transform::Transform;

/// Values are the same where they differ by less than this share of their mean size.
const SAME: f64 = 1e-9;

/// What was found odd, with positions in the whole series.
pub(crate) struct Oddities {
    pub pulses: Vec<Pulse>,
    pub outliers: Vec<usize>,
    pub level_shifts: Vec<LevelShift>,
    /// Standard deviation of what nobody can tell yet: whether an odd span at the end is the first of a new level. As
    /// a share of the mean size of the series.
    pub doubt: f64,
    /// Root mean square over all values of what was taken out of them, as a share of the mean size of the series: what
    /// happened once may happen again.
    pub odd: f64,
}

/// Takes what is odd out of a series, `dropped` values of which were left out before, in units of `unit`.
pub(crate) fn clean(series: &mut Prepared, season: usize, unit: f64, dropped: usize) -> Oddities {
    let before = series.values.clone();
    let (pulses, doubt) = take_out_pulses(series, season, unit, dropped);
    let moved = before
        .iter()
        .zip(&series.values)
        .map(|(before, after)| (before - after) * (before - after));
    let odd = f64::sqrt(mean(moved));
    let outliers = damp(series, season);
    let complete = combine::filled(&series.values, &series.observed, season);
    Oddities {
        pulses,
        outliers: outliers.iter().map(|t| t + dropped).collect(),
        level_shifts: level_shifts(&complete, season, series.smallest, unit, dropped),
        doubt,
        odd,
    }
}

/// The logarithmic scale where the series allows it.
fn scale_of(series: &Prepared) -> (bool, Transform) {
    match Transform::Log.allows(series.smallest) {
        true => (true, Transform::Log),
        false => (false, Transform::Raw),
    }
}

/// Replaces pulses by the pattern. The doubt about the last of them comes second: its distance, as it is kept with the
/// chance that it lasts and taken out with that it does not.
fn take_out_pulses(series: &mut Prepared, season: usize, unit: f64, dropped: usize) -> (Vec<Pulse>, f64) {
    let (log, scale) = scale_of(series);
    let complete = combine::filled(&series.values, &series.observed, season);
    let mut on_scale: Vec<f64> = complete.iter().map(|value| scale.apply(*value)).collect();
    let found = pulses::take_out(&mut on_scale, &series.observed, season);
    let mut doubt = 0.0;
    for span in &found {
        let places = span.first..span.first + span.length;
        for (t, usual) in places.clone().zip(&on_scale[places]) {
            if !series.observed[t] {
                continue;
            }
            let usual = scale.invert(*usual);
            if span.kept > 0.0 {
                let away = (series.values[t] - usual) / (1.0 - span.kept);
                doubt = away.abs() * f64::sqrt(span.kept * (1.0 - span.kept));
            }
            series.values[t] = usual;
        }
    }
    let pulse = |span: &pulses::OddSpan| Pulse {
        position: span.first + dropped,
        length: span.length,
        ratio: log.then(|| exp(span.away)),
        step: (!log).then_some(span.away * unit),
        kept: span.kept,
    };
    (found.iter().map(pulse).collect(), doubt)
}

/// Pulls in outliers.
fn damp(series: &mut Prepared, season: usize) -> Vec<usize> {
    let (_, scale) = scale_of(series);
    let mut on_scale: Vec<f64> = series
        .values
        .iter()
        .zip(&series.observed)
        .map(|(v, seen)| if *seen { scale.apply(*v) } else { 0.0 })
        .collect();
    let moved = outliers::pull_in(&mut on_scale, &series.observed, season);
    for &t in &moved {
        let value = scale.invert(on_scale[t]);
        series.values[t] = if series.smallest >= 0.0 {
            value.max(series.smallest)
        } else {
            value
        };
    }
    moved
}

/// Steps of complete values in units of `unit`.
fn level_shifts(values: &[f64], season: usize, smallest: f64, unit: f64, dropped: usize) -> Vec<LevelShift> {
    let log = Transform::Log.allows(smallest);
    let scale = if log { Transform::Log } else { Transform::Raw };
    let on_scale: Vec<f64> = values.iter().map(|value| scale.apply(*value)).collect();
    let level_shift = |(t, step): (usize, f64)| LevelShift {
        position: t + dropped,
        ratio: log.then(|| exp(step)),
        step: (!log).then_some(step * unit),
    };
    shifts::find(&on_scale, season).into_iter().map(level_shift).collect()
}

/// How many of the last values are the same as the one before them or the one of the season before: as long as nothing
/// has changed.
pub(crate) fn unchanged(series: &Prepared, season: usize) -> usize {
    let seen: Vec<usize> = (0..series.values.len()).filter(|t| series.observed[*t]).collect();
    let same = |one: usize, other: usize| (series.values[one] - series.values[other]).abs() < SAME;
    let repeats = |pair: &&[usize]| {
        let (before, t) = (pair[0], pair[1]);
        let last_season = t
            .checked_sub(season)
            .filter(|last| season > 1 && series.observed[*last]);
        same(t, before) || last_season.is_some_and(|last| same(t, last))
    };
    seen.windows(2).rev().take_while(repeats).count()
}

/// Whether nothing is in it but its first value.
pub(crate) fn is_constant(series: &Prepared) -> bool {
    let first = series.values.first().copied().unwrap_or(0.0);
    let seen = series.values.iter().zip(&series.observed).filter(|(_, seen)| **seen);
    seen.map(|(value, _)| value).all(|value| (value - first).abs() < SAME)
}
