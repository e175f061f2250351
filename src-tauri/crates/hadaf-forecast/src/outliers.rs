//! Outliers, seen from both sides.

use crate::grid::{Params, Trend};
use crate::innovations::innovations;
use crate::numeric::median;

/// How far a value may stand out before it is pulled in, in robust standard deviations.
const THRESHOLD: f64 = 3.0;

/// The set whose errors tell outliers: a level that moves, a damped slope, a season that is learnt fast.
const WATCH: Params = Params {
    trend: Trend::Slope,
    level: 0.2,
    slope: 0.0,
    damping: 0.97,
    slope_prior: 0.03,
    season_prior: 10.0,
    season: 0.01,
};

/// Pulls in values that stand out from the values before *and* from those after by more than
/// three robust standard deviations, to that distance, and tells their positions. A step to a new
/// level stands out from one side only and is left; so are the last three values, where nobody can
/// tell one from the other yet.
pub(crate) fn pull_in(values: &mut [f64], observed: &[bool], season: usize) -> Vec<usize> {
    let length = values.len();
    let mut moved = Vec::new();
    if length < 12 {
        return moved;
    }
    let errors = |values: &[f64], observed: &[bool]| innovations(&WATCH, observed, season, &[values]).columns.remove(0);
    let forward = errors(values, observed);
    let backwards = |from: &[bool]| -> Vec<bool> { from.iter().rev().copied().collect() };
    let mut backward = errors(
        &values.iter().rev().copied().collect::<Vec<f64>>(),
        &backwards(observed),
    );
    backward.reverse();
    let sizes = forward.iter().zip(&backward).zip(observed).filter(|(_, seen)| **seen);
    let spread = 1.4826 * median(sizes.map(|((a, b), _)| 0.5 * (a.abs() + b.abs())).collect());
    if spread <= 0.0 {
        return moved;
    }
    for t in 6..length - 3 {
        let (before, after) = (forward[t], backward[t]);
        if !observed[t] || before * after <= 0.0 {
            continue;
        }
        let both = if before.abs() < after.abs() { before } else { after };
        let excess = both.abs() - THRESHOLD * spread;
        if excess > 0.0 {
            values[t] -= excess * both.signum();
            moved.push(t);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(n: usize) -> Vec<f64> {
        (0..n)
            .map(|t| 10.0 + ((t * 7919) % 13) as f64 / 13.0 + (t % 12) as f64 / 6.0)
            .collect()
    }

    #[test]
    fn a_spike_is_pulled_in_and_a_step_is_not() {
        let mut spiked = wave(60);
        spiked[30] += 40.0;
        let before = spiked[30];
        let moved = pull_in(&mut spiked, &[true; 60], 12);
        assert!(
            moved.contains(&30) && spiked[30] < before - 20.0,
            "{moved:?} {}",
            spiked[30]
        );

        let mut stepped = wave(60);
        stepped[30..].iter_mut().for_each(|v| *v += 40.0);
        let kept = stepped[35];
        pull_in(&mut stepped, &[true; 60], 12);
        assert_eq!(stepped[35], kept);
    }
}
