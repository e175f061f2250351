//! The pattern of a series: a trend that follows steps and is not moved by a few odd values, and a season.
//!
//! The trend is a running median of nine values, so that three odd ones in a row leave it where it is while a step goes
//! straight through; at the ends it is a robust line (Siegel's repeated medians, 1982) through the twelve values next to
//! them. The season is the median of each place over the years, so that one year with a dip does not make a season of it.

use crate::numeric::{mean, median};

/// Values that the trend is the median of.
const WINDOW: usize = 9;
/// Values on either side of the middle of a window.
pub(crate) const HALF: usize = WINDOW / 2;
/// Values that a line is laid through at the ends.
pub(crate) const END: usize = 12;
/// Seasons that must be known, so that a median tells the season from what is odd.
pub(crate) const SEASONS: usize = 3;
/// Times that trend and season are told apart, each from what the other leaves.
const ROUNDS: usize = 3;

/// Trend and season of complete values.
pub(crate) struct Pattern {
    /// Both together.
    pub expected: Vec<f64>,
    /// The season alone, by place counted from the first value; zeros where too few seasons are known.
    pub effects: Vec<f64>,
}

impl Pattern {
    /// Of at least [`END`] values.
    pub(crate) fn of(values: &[f64], season: usize) -> Self {
        let mut effects = vec![0.0; season];
        if season > 1 && values.len() >= SEASONS * season {
            effects = season_of(values, &centred(values, season), season);
            for _ in 0..ROUNDS {
                effects = season_of(values, &trend(&less(values, &effects)), season);
            }
        }
        let trend = trend(&less(values, &effects));
        let expected = trend.iter().zip(effects.iter().cycle()).map(|(t, e)| t + e).collect();
        Self { expected, effects }
    }
}

/// Values less the season.
pub(crate) fn less(values: &[f64], effects: &[f64]) -> Vec<f64> {
    let pairs = values.iter().zip(effects.iter().cycle());
    pairs.map(|(value, effect)| value - effect).collect()
}

/// The median of each place, all of them about zero.
fn season_of(values: &[f64], trend: &[f64], season: usize) -> Vec<f64> {
    let of_place = |place: usize| {
        let years = (place..values.len()).step_by(season);
        median(years.map(|t| values[t] - trend[t]).collect())
    };
    let mut effects: Vec<f64> = (0..season).map(of_place).collect();
    let centre = mean(effects.iter().copied());
    effects.iter_mut().for_each(|effect| *effect -= centre);
    effects
}

/// The centred mean over a season, going on as a line towards the ends: only to begin with.
fn centred(values: &[f64], season: usize) -> Vec<f64> {
    let half = season / 2;
    let (first, last) = (half, values.len() - 1 - half);
    let at = |t: usize| {
        let inner: f64 = values[t + 1 - half..t + half].iter().sum();
        match season % 2 {
            0 => (inner + 0.5 * (values[t - half] + values[t + half])) / season as f64,
            _ => (inner + values[t - half] + values[t + half]) / season as f64,
        }
    };
    let slope = (at(last) - at(first)) / (last - first).max(1) as f64;
    let beyond = |t: usize, inner: usize| slope * (t as f64 - inner as f64);
    (0..values.len())
        .map(|t| {
            let inner = t.clamp(first, last);
            at(inner) + beyond(t, inner)
        })
        .collect()
}

/// Running medians, and robust lines at the ends.
fn trend(values: &[f64]) -> Vec<f64> {
    let length = values.len();
    let (early, late) = (
        TrendLine::through(&values[..END]),
        TrendLine::through(&values[length - END..]),
    );
    (0..length)
        .map(|t| {
            if t < HALF {
                early.at(t)
            } else if t + HALF >= length {
                late.at(t + END - length)
            } else {
                median(values[t - HALF..=t + HALF].to_vec())
            }
        })
        .collect()
}

/// A straight line through values at 0, 1, 2, ...
pub(crate) struct TrendLine {
    base: f64,
    slope: f64,
}

impl TrendLine {
    /// By repeated medians: nearly half of the values may be odd.
    pub(crate) fn through(values: &[f64]) -> Self {
        let count = values.len();
        let slope_at = |i: usize| {
            let others = (0..count).filter(|j| *j != i);
            median(
                others
                    .map(|j| (values[j] - values[i]) / (j as f64 - i as f64))
                    .collect(),
            )
        };
        let slope = median((0..count).map(slope_at).collect());
        let places = values.iter().enumerate();
        let base = median(places.map(|(t, value)| value - slope * t as f64).collect());
        Self { base, slope }
    }

    pub(crate) fn at(&self, t: usize) -> f64 {
        self.base + self.slope * t as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 with a season and 1 more each month; the step and the odd values are found again where they were put.
    #[test]
    fn a_step_goes_through_and_odd_values_do_not() {
        let season = |t: usize| [0.0, 4.0, -2.0, 5.0, 1.0, -3.0, 2.0, 0.0, -6.0, 3.0, -1.0, -3.0][t % 12];
        let usual = |t: usize| 100.0 + t as f64 + season(t) + if t >= 30 { 40.0 } else { 0.0 };
        let mut values: Vec<f64> = (0..60).map(usual).collect();
        for t in [20, 21, 22, 45, 59] {
            values[t] -= 50.0;
        }
        let pattern = Pattern::of(&values, 12);
        for t in 0..60 {
            let away = pattern.expected[t] - usual(t);
            assert!(away.abs() < 8.0, "{t}: {away}");
        }
    }

    /// Five of twelve are odd and the line stays: 2 + 3 t.
    #[test]
    fn a_line_is_not_moved_by_odd_values() {
        let mut values: Vec<f64> = (0..12).map(|t| 2.0 + 3.0 * f64::from(t)).collect();
        values[7..].iter_mut().for_each(|value| *value += 500.0);
        let line = TrendLine::through(&values);
        assert!((line.at(0) - 2.0).abs() < 1e-9 && (line.at(3) - 11.0).abs() < 1e-9);
    }
}
