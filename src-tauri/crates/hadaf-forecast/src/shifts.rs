//! Lasting steps to another level.
//!
//! The mean of a window after each period is set against that of the window before it; windows are
//! whole seasons, so that a season does not matter, nor does a steady trend, which is in all of them. A step is one that
//! stands out from the differences elsewhere and is made within a few periods. Steps are shown, not taken
//! out: the averaged model follows them by itself, since its fast levels are the ones that a step makes
//! heavy (measured in the test below).

use crate::numeric::{mean, median};

/// How far a difference of windows must stand out from the others, in robust standard deviations.
const THRESHOLD: f64 = 4.0;
/// Shortest window, in periods.
const LEAST_WINDOW: usize = 10;
/// Periods on either side within which the step must be made.
const SUDDEN: usize = 3;
/// At least this share of the step is made there.
const SUDDEN_SHARE: f64 = 0.5;

/// A lasting step to another level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LevelShift {
    /// Position of the first value on the new level.
    pub position: usize,
    /// The new level over the old one, for a series that is always positive.
    pub ratio: Option<f64>,
    /// The step in units of the series; `None` where there is a ratio.
    pub step: Option<f64>,
}

/// (position, step) of complete values on the scale of the model, in order of time.
pub(crate) fn find(values: &[f64], season: usize) -> Vec<(usize, f64)> {
    let window = season * LEAST_WINDOW.div_ceil(season);
    if values.len() < 4 * window {
        return Vec::new();
    }
    let average = |from: usize, to: usize| mean(values[from..to].iter().copied());
    let positions = window..=values.len() - window;
    let differences: Vec<f64> = positions
        .clone()
        .map(|t| average(t, t + window) - average(t - window, t))
        .collect();
    let usual = median(differences.clone());
    let spread = 1.4826 * median(differences.iter().map(|d| (d - usual).abs()).collect());
    // One-step noise keeps the measure away from 0 where little else happens.
    let steps = values
        .windows(season + 1)
        .map(|pair| (pair[season] - pair[0]).abs())
        .collect();
    let noise = spread.max(1.4826 * median(steps) / (window as f64).sqrt()).max(1e-9);
    let mut excess: Vec<f64> = differences.iter().map(|d| d - usual).collect();
    let mut found = Vec::new();
    loop {
        let largest = (0..excess.len()).max_by(|a, b| excess[*a].abs().total_cmp(&excess[*b].abs()));
        let Some(place) = largest.filter(|place| excess[*place].abs() > THRESHOLD * noise) else {
            break;
        };
        let (position, step) = (place + window, excess[place]);
        let made = sudden(values, position, season) - usual * SUDDEN as f64 / window as f64;
        if made * step.signum() > SUDDEN_SHARE * step.abs() {
            found.push((position, step));
        }
        // What one step explains of its neighbourhood is no step of its own.
        let near = place.saturating_sub(window)..(place + window).min(excess.len());
        excess[near].fill(0.0);
    }
    found.sort_by_key(|(position, _)| *position);
    found
}

/// How far the values right after a position stand from those right before it, each against its place
/// in the season before.
fn sudden(values: &[f64], position: usize, season: usize) -> f64 {
    let change = |from: usize, against: usize| {
        let pairs = (from..from + SUDDEN).map(|t| values[t] - if season > 1 { values[t - against] } else { 0.0 });
        mean(pairs)
    };
    // The windows reach further than this on both sides, but not to the season before them.
    if position < season + SUDDEN {
        return 0.0;
    }
    change(position, season) - change(position - SUDDEN, season)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{AIR_PASSENGERS, NILE};
    use crate::rng::Rng;
    use crate::{Forecast, Options, TimeSeries};

    fn fit(values: &[f64], season: usize) -> Forecast {
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        let options = Options {
            horizon: 12,
            paths: 0,
            seed: 1,
        };
        let series = TimeSeries::of(&values, season);
        Forecast::fit(&series, &options).expect("long enough")
    }

    fn noisy(seed: u64, step: f64, at: usize, length: usize) -> Vec<f64> {
        let mut rng = Rng::new(seed);
        (0..length)
            .map(|t| {
                let level = 200.0 + t as f64 + 15.0 * ((t * 5) % 12) as f64 / 12.0;
                let level = level * if t >= at { 1.0 + step } else { 1.0 };
                level * (1.0 + 0.03 * rng.normal())
            })
            .collect()
    }

    /// Cobb (1978), "The problem of the Nile", Biometrika 65: the flow fell by about 250 in 1899, the 29th
    /// year of the series (mean 1098 before, 850 after).
    #[test]
    fn the_nile_fell_in_1899() {
        let shifts = find(&NILE, 1);
        assert_eq!(shifts.len(), 1, "{shifts:?}");
        assert!(
            (27..=29).contains(&shifts[0].0) && (-330.0..-180.0).contains(&shifts[0].1),
            "{shifts:?}"
        );
    }

    #[test]
    fn growth_and_season_are_no_steps() {
        assert_eq!(fit(&AIR_PASSENGERS, 12).level_shifts(), []);
        assert_eq!(fit(&noisy(3, 0.0, 0, 96), 12).level_shifts(), []);
        // A level that wanders makes one in fewer than one series of ten.
        let wandering = (0..200).filter(|seed| {
            let mut rng = Rng::new(*seed);
            let mut level = 100.0;
            let walk: Vec<f64> = std::iter::repeat_with(|| {
                level += rng.normal();
                level + rng.normal()
            })
            .take(96)
            .collect();
            !find(&walk, 12).is_empty()
        });
        assert!(wandering.count() < 20);
    }

    #[test]
    fn a_step_is_found_where_it_is_and_as_large_as_it_is() {
        for (seed, step, at) in [(1, 0.4, 60), (2, -0.3, 40), (3, 0.4, 80)] {
            let values = noisy(seed, step, at, 96);
            let forecast = fit(&values, 12);
            let [shift] = forecast.level_shifts() else {
                panic!("{step}: {:?}", forecast.level_shifts());
            };
            assert!(shift.position.abs_diff(at) <= 1, "{shift:?}");
            assert!(
                shift
                    .ratio
                    .is_some_and(|ratio| (ratio / (1.0 + step) - 1.0).abs() < 0.06),
                "{shift:?}"
            );
            assert_eq!(shift.step, None);
        }
    }

    /// The model copes by itself: a step of +40, -30 or +15 % a year and a half ago raises the error of
    /// the year after by 2, 13 and 5 % of itself, in the mean of twelve series, over that without a step.
    #[test]
    fn a_step_does_not_drag_the_forecast() {
        let error = |step: f64| {
            mean((0..12).map(|seed| {
                let all = noisy(seed, step, 78, 108);
                let forecast = fit(&all[..96], 12);
                mean((1..=12).map(|h| (forecast.mean(h) / all[95 + h] - 1.0).abs()))
            }))
        };
        let without = error(0.0);
        for step in [0.4, -0.3, 0.15] {
            let with = error(step);
            assert!(with < 1.15 * without, "{step}: {with} {without}");
        }
    }

    #[test]
    fn a_gap_is_shown() {
        let mut values: Vec<Option<f64>> = noisy(1, 0.0, 0, 60).into_iter().map(Some).collect();
        values[0] = None;
        values[30..33].fill(None);
        let series = TimeSeries::of(&values, 12);
        let forecast = Forecast::fit(&series, &Options::default()).expect("long enough");
        assert_eq!(forecast.missing(), [30, 31, 32]);
    }
}
