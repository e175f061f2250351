//! Unusual periods: one or two values far outside the pattern, with the pattern going on after them.
//!
//! The pattern is a trend (centred mean over a season) and a season (median of each place over the years), so that a
//! single year with a dip does not make a season of it. A pulse is replaced by the pattern before anything is fitted:
//! otherwise the season remembers it and expects it again a year later. Bounds are wide on purpose, since what is taken
//! for a pulse and is none costs more than one that is left in, which [`crate::outliers`] still pulls in: on the public
//! monthly series (BENCHMARKS.md) six deviations and 15 % raise the error by 0.4 %, these bounds lower it by 0.02 %.

use crate::numeric::median;

/// How far a value must stand out, in robust standard deviations.
const THRESHOLD: f64 = 8.0;
/// And how far at least: on the logarithmic scale about a share of the value, else of the mean size.
const LEAST: f64 = 0.3;
/// Noise is taken as this at least, so that in a series without any not everything stands out.
const LEAST_NOISE: f64 = 0.02;
/// Within so many standard deviations a value belongs to the pattern.
const USUAL: f64 = 3.0;
/// So many times as far as the farthest of the other values: a series that often goes astray has no pulses.
const CLEAR: f64 = 2.5;
/// Longest pulse, in periods.
const LONGEST: usize = 2;
/// So many usual values must follow: before that nobody can tell a pulse from a step.
const SETTLED: usize = 2;
/// Seasons that must be known, so that a median tells the season from the pulse.
const SEASONS: usize = 3;

/// Unusual periods in a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pulse {
    /// Position of the first value.
    pub position: usize,
    /// How many there are.
    pub length: usize,
    /// The figure over the pattern, for a series that is always positive.
    pub ratio: Option<f64>,
    /// The figure less the pattern, a period, in units of the series; `None` where there is a ratio.
    pub step: Option<f64>,
}

/// Replaces pulses in complete values on the scale of the model by the pattern, and tells each: its position, its
/// length, and the mean distance of its values from the pattern.
pub(crate) fn take_out(values: &mut [f64], observed: &[bool], season: usize) -> Vec<(usize, usize, f64)> {
    let length = values.len();
    if season < 2 || length < SEASONS * season {
        return Vec::new();
    }
    let mut work = values.to_vec();
    let mut is_out = vec![false; length];
    // One at a time, the farthest first, since each bends the pattern for the others.
    for _ in 0..=length / season {
        let pattern = pattern(&work, season);
        let noise = noise(&work, &pattern, observed, &is_out);
        let away = |t: &usize| (values[*t] - pattern[*t]).abs();
        let candidates = (0..length).filter(|t| observed[*t] && !is_out[*t]);
        let farthest = candidates.max_by(|a, b| away(a).total_cmp(&away(b)));
        let Some(t) = farthest.filter(|t| away(t) > (THRESHOLD * noise).max(LEAST)) else {
            break;
        };
        is_out[t] = true;
        work[t] = pattern[t];
    }
    let pattern = pattern(&work, season);
    let noise = noise(&work, &pattern, observed, &is_out);
    let usual = (0..length).filter(|t| observed[*t] && !is_out[*t]);
    let largest = usual.map(|t| (values[t] - pattern[t]).abs()).fold(0.0, f64::max);
    let is_usual = |t: usize| observed[t] && !is_out[t] && (values[t] - pattern[t]).abs() <= USUAL * noise;
    let mut found = Vec::new();
    let mut t = 0;
    while t < length {
        let run = is_out[t..].iter().take_while(|out| **out).count();
        if run == 0 {
            t += 1;
            continue;
        }
        let (first, after) = (t, t + run);
        t = after;
        let settled = after + SETTLED <= length && (after..after + SETTLED).all(is_usual);
        if run > LONGEST || first == 0 || !is_usual(first - 1) || !settled {
            continue;
        }
        let away = (first..after).map(|t| values[t] - pattern[t]).sum::<f64>() / run as f64;
        if away.abs() < CLEAR * largest {
            continue;
        }
        found.push((first, run, away));
    }
    for &(first, run, _) in &found {
        values[first..first + run].copy_from_slice(&pattern[first..first + run]);
    }
    found
}

/// Robust standard deviation of what is left of the pattern.
fn noise(values: &[f64], pattern: &[f64], observed: &[bool], is_out: &[bool]) -> f64 {
    let seen = (0..values.len()).filter(|t| observed[*t] && !is_out[*t]);
    let sizes: Vec<f64> = seen.map(|t| (values[t] - pattern[t]).abs()).collect();
    if sizes.is_empty() {
        return LEAST_NOISE;
    }
    (1.4826 * median(sizes)).max(LEAST_NOISE)
}

/// Trend and season of complete values.
fn pattern(values: &[f64], season: usize) -> Vec<f64> {
    let trend = trend(values, season);
    let effects: Vec<f64> = (0..season)
        .map(|place| {
            let years = (place..values.len()).step_by(season);
            median(years.map(|t| values[t] - trend[t]).collect())
        })
        .collect();
    (0..values.len()).map(|t| trend[t] + effects[t % season]).collect()
}

/// The centred mean over a season; towards the ends it goes on with the growth of the season next to them.
fn trend(values: &[f64], season: usize) -> Vec<f64> {
    let half = season / 2;
    let centred = |t: usize| {
        let inner: f64 = values[t + 1 - half..t + half].iter().sum();
        let ends = match season % 2 {
            0 => 0.5 * (values[t - half] + values[t + half]),
            _ => values[t - half] + values[t + half],
        };
        (inner + ends) / season as f64
    };
    let (first, last) = (half, values.len() - 1 - half);
    let mut trend: Vec<f64> = (0..values.len())
        .map(|t| if (first..=last).contains(&t) { centred(t) } else { 0.0 })
        .collect();
    let reach = season.min(last - first).max(1);
    let rise = |from: usize, to: usize| (trend[to] - trend[from]) / reach as f64;
    let (early, late) = (rise(first, first + reach), rise(last - reach, last));
    let (at_first, at_last) = (trend[first], trend[last]);
    for (t, value) in trend.iter_mut().enumerate() {
        if t < first {
            *value = at_first - early * (first - t) as f64;
        } else if t > last {
            *value = at_last + late * (t - last) as f64;
        }
    }
    trend
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::ln;
    use crate::reference::AIR_PASSENGERS;
    use crate::rng::Rng;
    use crate::{Forecast, Options, TimeSeries};

    /// Growth of 1.2 % a month with a season, and some noise.
    fn series(noise: f64) -> Vec<f64> {
        let mut rng = Rng::new(5);
        let mut level = 100.0;
        (0..51)
            .map(|t| {
                level *= 1.012;
                let place = [0.0, 0.05, 0.09, 0.1, 0.09, 0.05, 0.0, -0.05, -0.09, -0.1, -0.09, -0.05];
                level * (1.0 + place[t % 12]) * (1.0 + noise * rng.normal())
            })
            .collect()
    }

    fn fit(values: &[f64]) -> Forecast {
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        let options = Options {
            horizon: 12,
            paths: 0,
            seed: 1,
        };
        let series = TimeSeries {
            values: &values,
            season: 12,
        };
        Forecast::fit(&series, &options).expect("long enough")
    }

    #[test]
    fn a_dip_is_told_and_not_expected_again() {
        for noise in [0.0, 0.02] {
            let usual = series(noise);
            let expected = fit(&usual);
            // Two years ago, and last year.
            for at in [27, 40] {
                let mut dipped = usual.clone();
                dipped[at] *= 0.5;
                let forecast = fit(&dipped);
                let [pulse] = forecast.pulses() else {
                    panic!("{noise} {at}: {:?}", forecast.pulses());
                };
                assert_eq!((pulse.position, pulse.length), (at, 1));
                assert!(pulse.ratio.is_some_and(|ratio| (ratio - 0.5).abs() < 0.06), "{pulse:?}");
                for h in 1..=12 {
                    let moved = forecast.mean(h) / expected.mean(h) - 1.0;
                    assert!(moved.abs() < 0.03, "{noise} {at} {h}: {moved}");
                }
            }
        }
    }

    #[test]
    fn two_months_in_a_row_are_one_pulse_and_four_are_none() {
        let mut two = series(0.02);
        two[30] *= 1.6;
        two[31] *= 1.5;
        assert_eq!(fit(&two).pulses().len(), 1);
        assert_eq!(fit(&two).pulses()[0].length, 2);
        let mut four = series(0.02);
        four[30..34].iter_mut().for_each(|value| *value *= 0.5);
        assert!(fit(&four).pulses().is_empty(), "{:?}", fit(&four).pulses());
    }

    #[test]
    fn what_is_usual_is_no_pulse() {
        assert!(fit(&AIR_PASSENGERS).pulses().is_empty());
        assert!(fit(&series(0.0)).pulses().is_empty());
        assert!(fit(&series(0.05)).pulses().is_empty());
        // The end tells nothing yet, nor does a step.
        let mut late = series(0.02);
        late[50] *= 0.5;
        assert!(fit(&late).pulses().is_empty());
        let mut step = series(0.02);
        step[30..].iter_mut().for_each(|value| *value *= 1.5);
        assert!(fit(&step).pulses().is_empty(), "{:?}", fit(&step).pulses());
        // A dip of every year is a season.
        let mut season = series(0.02);
        season.iter_mut().skip(3).step_by(12).for_each(|value| *value *= 0.5);
        assert!(fit(&season).pulses().is_empty(), "{:?}", fit(&season).pulses());
    }

    #[test]
    fn what_is_taken_out_is_the_distance_from_the_pattern() {
        let mut values: Vec<f64> = series(0.0).into_iter().map(ln).collect();
        let usual = values[20];
        values[20] -= 0.4;
        let found = take_out(&mut values, &[true; 51], 12);
        assert_eq!(found.len(), 1);
        assert!(
            (found[0].2 + 0.4).abs() < 0.03 && (values[20] - usual).abs() < 0.03,
            "{found:?}"
        );
    }
}
