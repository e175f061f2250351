//! Figures that were written in another unit than the rest of their series, one or a run of them: put right, they say what
//! is usual, and hide no other one.

use super::line::{FEWEST, GROSS, NEAR, NEIGHBOURS, UNIT_NEAR, apart, factor, middle, place, reach};
use crate::{Month, Period};

/// Where more than one in so many figures begins a run of another unit, the series jumps by itself.
const JUMPS: usize = 10;
/// A season of a series of months is at most this long.
const SHORT: usize = 3;
/// In so many years it has come before it is one.
const YEARS: usize = 3;
/// So many runs may be in any series.
const RUNS: usize = 2;

/// By which power of ten each figure is more than most of its series are; nothing but zeros where none is.
pub(super) fn powers(figures: &[(Period, f64)]) -> Vec<i32> {
    let mut powers = vec![0; figures.len()];
    let mut recent: Vec<(i32, f64)> = Vec::new();
    for (at, (period, value)) in figures.iter().enumerate() {
        if *value <= 0.0 {
            // It is of the unit of those before.
            powers[at] = at.checked_sub(1).map_or(0, |before| powers[before]);
            continue;
        }
        let here = place(*period);
        recent.retain(|(other, _)| here - other <= reach(*period));
        if recent.len() > NEIGHBOURS {
            recent.remove(0);
        }
        let power = foreign(*value, &recent).unwrap_or(0);
        powers[at] = power;
        recent.push((here, shifted(*value, -power)));
    }
    let usual = most_common(&powers);
    for power in &mut powers {
        *power -= usual;
    }
    take_out_seasons(figures, &mut powers);
    let runs = powers.chunk_by(|left, right| left == right);
    if runs.filter(|run| run[0] != 0).count() > RUNS.max(figures.len() / JUMPS) {
        powers.fill(0);
    }
    powers
}

/// What comes in the same month of three years, and is soon over, is a harvest and no unit.
fn take_out_seasons(figures: &[(Period, f64)], powers: &mut [i32]) {
    let month = |at: usize| figures[at].0.as_month().map(Month::month);
    let (mut short, mut start) = (Vec::new(), 0);
    for run in powers.chunk_by(|left, right| left == right) {
        if run[0] != 0 && run.len() <= SHORT {
            short.extend((start..start + run.len()).filter_map(|at| Some((at, month(at)?, run[0]))));
        }
        start += run.len();
    }
    for (at, month, power) in &short {
        let alike = short.iter().filter(|other| (other.1, other.2) == (*month, *power));
        if alike.count() >= YEARS {
            powers[*at] = 0;
        }
    }
}

/// The figures with their units put right.
pub(super) fn put_right(figures: &[(Period, f64)]) -> Vec<(Period, f64)> {
    let powers = powers(figures);
    let pairs = figures.iter().zip(powers);
    pairs
        .map(|((period, value), power)| (*period, shifted(*value, -power)))
        .collect()
}

/// The power of ten by which a figure is of another unit than those before it, if it is.
fn foreign(value: f64, recent: &[(i32, f64)]) -> Option<i32> {
    let (_, last) = *recent.last()?;
    let middle_of = |of: &[(i32, f64)]| {
        let mut values: Vec<f64> = of.iter().map(|(_, value)| *value).collect();
        values.sort_by(f64::total_cmp);
        middle(&values)
    };
    // Of a series that grows fast, the last ones say more than those before.
    let near = middle_of(&recent[recent.len().saturating_sub(FEWEST)..]);
    let usual = [middle_of(recent), near, last];
    let times = usual
        .into_iter()
        .map(|usual| value / usual)
        .min_by(|left, right| apart(*left).total_cmp(&apart(*right)))?;
    let (power, rest) = factor(times);
    let is_gross = power.abs() >= GROSS && apart(rest) <= UNIT_NEAR;
    let is_moved = power != 0 && recent.len() >= FEWEST && apart(rest) <= NEAR;
    (is_gross || is_moved).then_some(power)
}

/// The power that most figures have; of two, the one that came first.
fn most_common(powers: &[i32]) -> i32 {
    let count = |power: i32| powers.iter().filter(|other| **other == power).count();
    let mut best = (0, 0);
    let mut seen: Vec<i32> = Vec::new();
    for power in powers {
        if !seen.contains(power) {
            seen.push(*power);
            let count = count(*power);
            if count > best.1 {
                best = (*power, count);
            }
        }
    }
    best.0
}

/// Times a power of ten, by multiplying, which is the same on every platform.
fn shifted(value: f64, power: i32) -> f64 {
    let up = (0..power).fold(value, |value, _| value * 10.0);
    (power..0).fold(up, |value, _| value / 10.0)
}
