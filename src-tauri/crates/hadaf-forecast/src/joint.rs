//! Several series together: which path of one goes with which path of another.
//!
//! Each series keeps its own paths, so that its margins and its dependence over time do not change by a
//! bit; only their order does. Paths are ranked by their total and matched so that the ranks correlate as
//! the errors of past forecasts do (Iman and Conover 1982).

use std::ops::{Range, RangeInclusive};

use crate::forecast::Forecast;
use crate::numeric::rank_correlation;
use crate::paths::Paths;
use crate::rng::Rng;

/// Rank correlation of the errors of two series of which nothing is known: an assumption. Series of one
/// country share demand, prices and the exchange rate.
pub const USUAL_CORRELATION: f64 = 0.3;
/// The usual correlation weighs as much as so many pairs of errors. The error of a rank correlation
/// of 24 pairs is about 0.2, which is as far as the usual one may be off.
const USUAL_PAIRS: f64 = 24.0;
/// Below so many pairs the record is not asked.
const LEAST_PAIRS: usize = 12;

/// How two series were taken to move together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairCorrelation {
    /// Rank correlation of their totals.
    pub correlation: f64,
    /// Errors of the same periods that it rests on; 0: assumed ([`USUAL_CORRELATION`]).
    pub pairs: usize,
}

/// Joint draws of several series: path `k` of each belongs together.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    paths: Vec<Paths>,
    pairs: Vec<PairCorrelation>,
}

impl Joint {
    /// The paths of each series, matched.
    pub fn paths(&self) -> &[Paths] {
        &self.paths
    }

    /// How two series move together. `None` for a series with itself, or one that is not there.
    pub fn correlation(&self, a: usize, b: usize) -> Option<PairCorrelation> {
        let (a, b) = (a.min(b), a.max(b));
        (a < b && b < self.paths.len()).then(|| self.pairs[b * (b - 1) / 2 + a])
    }

    /// The sum over series and horizons (from 1, both ends in) in every draw; `None` where a series does
    /// not reach so far.
    pub fn totals(&self, range: RangeInclusive<usize>) -> Option<Vec<f64>> {
        let mut all = self.paths.iter().map(|paths| paths.totals(range.clone()));
        let mut sum = all.next()??;
        for totals in all {
            for (sum, total) in sum.iter_mut().zip(totals?) {
                *sum += total;
            }
        }
        Some(sum)
    }
}

/// Matches the paths of forecasts that begin at the same period. Where their numbers differ, as many
/// as the fewest are kept.
pub fn joint(forecasts: &[&Forecast], seed: u64) -> Joint {
    let members: Vec<JointMember<'_>> = forecasts.iter().map(|forecast| JointMember { forecast, after: 0 }).collect();
    matched(&members, seed)
}

/// One of several forecasts: it begins so many periods after the earliest of them could.
#[derive(Clone, Copy)]
pub(crate) struct JointMember<'a> {
    pub(crate) forecast: &'a Forecast,
    pub(crate) after: usize,
}

impl JointMember<'_> {
    /// The sum over the periods that all of them reach, in every path; over its own where there are none.
    fn totals(&self, shared: &Range<usize>, count: usize) -> Vec<f64> {
        let own = if shared.is_empty() {
            0..self.forecast.horizon()
        } else {
            shared.start - self.after..shared.end - self.after
        };
        let rows = self.forecast.paths().rows().take(count);
        rows.map(|row| row[own.clone()].iter().sum()).collect()
    }
}

/// As [`joint`], of forecasts that begin at different periods.
pub(crate) fn matched(members: &[JointMember<'_>], seed: u64) -> Joint {
    let count = members
        .iter()
        .map(|one| one.forecast.paths().count())
        .min()
        .unwrap_or(0);
    let from = members.iter().map(|one| one.after).max().unwrap_or(0);
    let to = members
        .iter()
        .map(|one| one.after + one.forecast.horizon())
        .min()
        .unwrap_or(0);
    let pairs: Vec<PairCorrelation> = (0..members.len())
        .flat_map(|b| (0..b).map(move |a| (a, b)))
        .map(|(a, b)| pair(members[a], members[b]))
        .collect();
    let factor = factor(members.len(), &pairs);
    let mut rng = Rng::new(seed);
    let mut scores = vec![vec![0.0; count]; members.len()];
    let mut shocks = vec![0.0; members.len()];
    for draw in 0..count {
        shocks.iter_mut().for_each(|shock| *shock = rng.normal());
        for (scores, row) in scores.iter_mut().zip(factor.chunks(members.len().max(1))) {
            scores[draw] = row.iter().zip(&shocks).map(|(load, shock)| load * shock).sum();
        }
    }
    let paths = members.iter().zip(&scores).map(|(member, scores)| {
        let (by_total, by_score) = (ascending(&member.totals(&(from..to), count)), ascending(scores));
        let mut partner = vec![0; count];
        for (path, draw) in by_total.into_iter().zip(by_score) {
            partner[draw] = path;
        }
        let own = member.forecast.horizon();
        let rows: Vec<&[f64]> = member.forecast.paths().rows().collect();
        Paths::of(partner.into_iter().flat_map(|path| rows[path]).copied().collect(), own)
    });
    Joint {
        paths: paths.collect(),
        pairs,
    }
}

fn ascending(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    order
}

/// Correlation of errors of the same periods, drawn towards the usual one.
fn pair(a: JointMember<'_>, b: JointMember<'_>) -> PairCorrelation {
    // Counted from the end; what one knows longer than the other has no counterpart.
    let errors = |one: JointMember<'_>, other: JointMember<'_>| {
        let later = one.after.saturating_sub(other.after);
        let errors: Vec<Option<f64>> = one.forecast.past_errors().iter().rev().skip(later).copied().collect();
        errors
    };
    let both = errors(a, b).into_iter().zip(errors(b, a)).filter_map(|(a, b)| a.zip(b));
    let (a, b): (Vec<f64>, Vec<f64>) = both.unzip();
    if a.len() < LEAST_PAIRS {
        return PairCorrelation {
            correlation: USUAL_CORRELATION,
            pairs: 0,
        };
    }
    let pairs = a.len() as f64;
    PairCorrelation {
        correlation: (pairs * rank_correlation(&a, &b) + USUAL_PAIRS * USUAL_CORRELATION) / (pairs + USUAL_PAIRS),
        pairs: a.len(),
    }
}

/// The triangular factor of the normal correlations; all of them are drawn towards 0 until there is one.
fn factor(series: usize, pairs: &[PairCorrelation]) -> Vec<f64> {
    let mut kept = 1.0;
    loop {
        let at = |row: usize, column: usize| {
            // The normal correlation of a rank correlation (Kruskal 1958).
            let rank = pairs[row * (row - 1) / 2 + column].correlation;
            kept * 2.0 * libm::sin(rank * std::f64::consts::PI / 6.0)
        };
        if let Some(factor) = cholesky(series, at) {
            return factor;
        }
        kept *= 0.9;
    }
}

/// The factor of a matrix of ones on the diagonal and `at` below it; `None` where it is not positive.
fn cholesky(size: usize, at: impl Fn(usize, usize) -> f64) -> Option<Vec<f64>> {
    let mut factor = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..=row {
            let known: f64 = (0..column)
                .map(|k| factor[row * size + k] * factor[column * size + k])
                .sum();
            if row == column {
                let rest = 1.0 - known;
                if rest <= 1e-9 {
                    return None;
                }
                factor[row * size + row] = rest.sqrt();
            } else {
                factor[row * size + column] = (at(row, column) - known) / factor[column * size + column];
            }
        }
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, TimeSeries};

    /// Series whose irregular is shared to a degree.
    fn fit(which: u64, shared: f64, length: usize) -> Forecast {
        let (mut common, mut own) = (Rng::new(1), Rng::new(100 + which));
        let noise = move || shared * common.normal() + (1.0 - shared * shared).sqrt() * own.normal();
        let irregular: Vec<f64> = std::iter::repeat_with(noise).take(144).collect();
        // Aligned at the end, whatever the length.
        let value = |t: usize| 200.0 + t as f64 + 10.0 * (t % 12) as f64 + 8.0 * irregular[t];
        let values: Vec<Option<f64>> = (144 - length..144).map(|t| Some(value(t))).collect();
        let options = Options {
            horizon: 12,
            paths: 4_000,
            seed: which,
        };
        let series = TimeSeries::of(&values, 12);
        Forecast::fit(&series, &options).expect("long enough")
    }

    fn width(mut totals: Vec<f64>) -> f64 {
        totals.sort_by(f64::total_cmp);
        totals[totals.len() * 9 / 10] - totals[totals.len() / 10]
    }

    #[test]
    fn a_sum_is_wider_than_under_independence_and_margins_are_untouched() {
        let (a, b) = (fit(1, 0.95, 144), fit(2, 0.95, 144));
        let joint = joint(&[&a, &b], 7);
        let pair = joint.correlation(1, 0).expect("two of them");
        assert!(pair.correlation > 0.5 && pair.pairs > 40, "{pair:?}");
        let totals = |one: &Forecast| one.paths().totals(1..=12).expect("inside");
        let apart: Vec<f64> = totals(&a).iter().zip(totals(&b)).map(|(a, b)| a + b).collect();
        let together = joint.totals(1..=12).expect("inside");
        assert!(width(together) > 1.15 * width(apart));
        let matched = joint
            .paths()
            .iter()
            .map(|paths| paths.totals(1..=12).expect("inside"))
            .collect::<Vec<_>>();
        let found = rank_correlation(&matched[0], &matched[1]);
        assert!((found - pair.correlation).abs() < 0.03, "{found} {pair:?}");
        for (forecast, paths) in [&a, &b].into_iter().zip(joint.paths()) {
            for h in 0..12 {
                let column = |paths: &Paths| {
                    let mut column: Vec<u64> = paths.rows().map(|row| row[h].to_bits()).collect();
                    column.sort_unstable();
                    column
                };
                assert_eq!(column(forecast.paths()), column(paths));
            }
        }
    }

    #[test]
    fn what_is_not_known_is_assumed_and_said() {
        let (long, short) = (fit(1, 0.0, 144), fit(2, 0.0, 16));
        let joint = joint(&[&long, &short, &long], 7);
        let usual = joint.correlation(0, 1).expect("two of them");
        assert_eq!((usual.correlation, usual.pairs), (USUAL_CORRELATION, 0));
        // The same series twice: as nearly one as the weight of the usual correlation allows.
        assert!(joint.correlation(0, 2).is_some_and(|pair| pair.correlation > 0.8));
        assert_eq!(joint.correlation(1, 1), None);
        assert_eq!(joint.correlation(0, 3), None);
        assert_eq!(super::joint(&[], 1).totals(1..=1), None);
    }

    #[test]
    fn correlations_that_contradict_each_other_are_weakened() {
        let correlation = |correlation| PairCorrelation { correlation, pairs: 50 };
        // One goes with two and two with three, but one goes against three.
        let factor = factor(3, &[correlation(0.95), correlation(-0.95), correlation(0.95)]);
        assert!(factor.iter().all(|load| load.is_finite()));
    }
}
