//! The combination: the averaged structural model, unlike voices beside it, and a prior for growth.
//!
//! Constants were chosen on training parts of 570 monthly series (M1, M3, tourism), from up to four
//! origins each; every group of origins and every collection gained or stood still.

use crate::methods::{Ets, Theta, seasonal_naive};
use crate::numeric::{exp, ln, median};

/// Share of the unlike voices where the history is long.
const VOICES: f64 = 0.25;
/// Up to so many seasons of history the voices are not heard: their season tests fail on less.
const SILENT_SEASONS: f64 = 2.5;
/// From so many seasons on they have their full share.
const HEARD_SEASONS: f64 = 5.0;
/// Growth per season, at most, beyond what damped trends say. Damping keeps forecasts from overshooting, and
/// makes them a little low on average where series grow, as counts and amounts of economies do.
const GROWTH: f64 = 0.01;
/// Of the median growth of a series, its standard error counts as no growth by this share. A series that shows none gets
/// none: what is usual of economies is no news of a series that stands still.
const DOUBTED: f64 = 0.5;

/// Points of the voices, for a complete series; the share of the combination is theirs.
pub(crate) struct Voices {
    share: f64,
    points: Vec<f64>,
}

impl Voices {
    /// Median of averaged ETS, theta and seasonal naive.
    pub(crate) fn of(values: &[f64], season: usize, horizon: usize) -> Self {
        let seasons = values.len() as f64 / season.max(1) as f64;
        let heard = (seasons - SILENT_SEASONS) / (HEARD_SEASONS - SILENT_SEASONS);
        let silent = Self {
            share: 0.0,
            points: vec![0.0; horizon],
        };
        if heard <= 0.0 || season < 2 {
            return silent;
        }
        let fits = (smoothing(values, season, horizon), Theta::fit(values, season));
        let (Some(ets), Some(theta)) = fits else { return silent };
        let naive = seasonal_naive(values, season, horizon);
        let points: Vec<f64> = ets
            .into_iter()
            .zip(theta.forecast(horizon))
            .zip(naive)
            .map(|((a, b), c)| a.min(b).max(a.max(b).min(c)))
            .collect();
        if points.iter().any(|point| !point.is_finite()) {
            return silent;
        }
        Self {
            share: VOICES * heard.min(1.0),
            points,
        }
    }

    /// Share of the voices in the combination.
    pub(crate) fn share(&self) -> f64 {
        self.share
    }

    /// The combination with the average's points, and growth per season beyond them.
    pub(crate) fn join(&self, average: &[f64], season: usize, growth: f64) -> Vec<f64> {
        average
            .iter()
            .zip(&self.points)
            .zip(1..)
            .map(|((average, voice), h)| {
                let point = (1.0 - self.share) * average + self.share * voice;
                let seasons = f64::from(h) / season as f64;
                point * (1.0 + growth * seasons)
            })
            .collect()
    }
}

/// Growth per season to add to damped trends: no more than complete values, in units of their mean size, have shown. That
/// is the median growth on the season before, less a share of its standard error; there are as many independent growths
/// as seasons, since neighbouring ones share most of their months.
pub(crate) fn lasting_growth(values: &[f64], season: usize, amounts: bool) -> f64 {
    if !amounts || season < 2 || values.len() <= season {
        return 0.0;
    }
    let positive = values.iter().all(|value| *value > 0.0);
    let growth = |(before, now): (&f64, &f64)| if positive { ln(now / before) } else { now - before };
    let growths: Vec<f64> = values.iter().zip(&values[season..]).map(growth).collect();
    let usual = median(growths.clone());
    let spread = 1.4826 * median(growths.iter().map(|it| (it - usual).abs()).collect());
    let error = spread / (growths.len() as f64 / season as f64).max(1.0).sqrt();
    (usual - DOUBTED * error).clamp(0.0, GROWTH)
}

/// All suitable models of the ETS family, weighted by their criterion as if it counted a fifth:
/// averaging loses less by a wrong choice than it gains by a sharp one.
fn smoothing(values: &[f64], season: usize, horizon: usize) -> Option<Vec<f64>> {
    let family = Ets::family(values, season);
    let best = family.iter().map(Ets::criterion).fold(f64::INFINITY, f64::min);
    let weight = |ets: &Ets| exp(-0.1 * (ets.criterion() - best));
    let total: f64 = family.iter().map(weight).sum();
    let mut points = vec![0.0; horizon];
    for ets in &family {
        for (sum, point) in points.iter_mut().zip(ets.forecast(horizon)) {
            *sum += weight(ets) / total * point;
        }
    }
    (!family.is_empty()).then_some(points)
}

/// Fills what is missing: the same place of the nearest season that has it, else the last value seen.
pub(crate) fn filled(values: &[f64], observed: &[bool], season: usize) -> Vec<f64> {
    let mut last = 0.0;
    (0..values.len())
        .map(|t| {
            if observed[t] {
                last = values[t];
                return last;
            }
            let seasons = values.len() / season + 1;
            let nearby = (1..=seasons).flat_map(|k| [t.checked_sub(k * season), Some(t + k * season)]);
            let found = nearby.flatten().find(|s| observed.get(*s).copied().unwrap_or(false));
            found.map_or(last, |s| values[s])
        })
        .collect()
}
