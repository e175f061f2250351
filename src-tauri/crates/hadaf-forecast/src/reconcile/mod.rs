//! Parts of a total beside the total: draws that add up to it, period by period and path by path.
//!
//! The total's draws stay as they are, so that it is forecast alike whether anybody asks about its parts or not. The
//! draws of the parts, and of what no part covers, are matched with each other as the errors of their past forecasts went
//! together ([`crate::joint`]), and each is moved by its share of what lacks to the total: `b + g (y - 1'b)` with
//! `g = W1 / (1'W1)`, where `W` is their covariance in that period. That is the least-variance combination of forecasts
//! under the constraint, with the total immutable (Hollyman, Petropoulos and Tipping 2021; Zhang, Kang, Panagiotelis and
//! Li 2023), applied to each draw (Panagiotelis and others 2023). Where draws are normal and the parts' are made apart from
//! the total's, it gives the draws of the parts given the total. What is wide gives way, and what is narrow stays.
//!
//! `W` takes its correlations from errors of past forecasts one period ahead, shrunk towards the usual one, and its widths
//! from the calibrated draws: `minimum trace` with the plain covariance of one-step errors (Wickramasuriya, Athanasopoulos
//! and Hyndman 2019) has one width for all periods ahead, and none for a part whose history is too short or has holes.
//!
//! No part that never was below zero falls below it: it stops there, and the others bear the rest (Wickramasuriya,
//! Turlach and Hyndman 2020 solve for that; stopping differs from it in so few draws that no quantile shows it).

use crate::forecast::{Forecast, Moved};
use crate::joint::{JointMember, matched};
use crate::numeric::mean;
use crate::paths::Paths;
use crate::rng::Rng;

/// A series over periods that several share: its figures, then its draws.
#[derive(Debug, Clone, Copy)]
pub struct Strand<'a> {
    /// The figures before the draws, from the first shared period on; none where there is none.
    pub known: &'a [Option<f64>],
    /// What is drawn after them.
    pub forecast: &'a Forecast,
}

/// What is known of what no part covers.
#[derive(Debug, Clone, Copy)]
pub enum Rest<'a> {
    /// It is forecast as a part is.
    Forecast(Strand<'a>),
    /// The shares of the total that it has had, too few for a forecast: one of them is drawn for each path.
    Shares(&'a [f64]),
    /// Nothing: it takes what the parts leave.
    Unknown,
}

/// What a series is in a period.
enum PartFigure {
    /// A figure.
    Known(f64),
    /// Drawn, so many periods after the last figure, from 0.
    Drawn(usize),
}

impl Strand<'_> {
    /// None where there is neither a figure nor a draw.
    fn at(&self, period: usize) -> Option<PartFigure> {
        match self.known.get(period) {
            Some(figure) => figure.map(PartFigure::Known),
            None => Some(period - self.known.len())
                .filter(|place| *place < self.forecast.horizon())
                .map(PartFigure::Drawn),
        }
    }

    fn end(&self) -> usize {
        self.known.len() + self.forecast.horizon()
    }
}

/// The forecasts of the parts, given the total: with the rest, their draws add up to its draws in every period in which all of
/// them have a figure or a draw. In other periods, and without any part, they are as they were. The same seed gives the
/// same draws.
pub fn reconcile(total: &Strand<'_>, parts: &[Strand<'_>], rest: &Rest<'_>, seed: u64) -> Vec<Forecast> {
    let mut nodes = Nodes::drawn(total, parts, rest, seed);
    if nodes.count == 0 {
        return parts.iter().map(|part| part.forecast.clone()).collect();
    }
    let mut moved: Vec<Vec<Moved>> = parts.iter().map(|part| still(part.forecast.horizon())).collect();
    for period in 0..total.end() {
        nodes.share_out(period, &mut moved);
    }
    let found = parts.iter().zip(nodes.paths).zip(moved);
    found
        .map(|((part, values), moved)| {
            let paths = Paths::of(values, part.forecast.horizon());
            part.forecast.with_paths(paths, moved)
        })
        .collect()
}

fn still(horizon: usize) -> Vec<Moved> {
    let still = Moved { shift: 0.0, scale: 1.0 };
    vec![still; horizon]
}

/// Of the variance of a total over many draws the share that goes with each of its parts: they and that of what is in no
/// part sum to 1. None where the total does not vary.
pub fn shares_of_spread(totals: &[f64], parts: &[Vec<f64>]) -> Option<Vec<f64>> {
    let middle = mean(totals.iter().copied());
    let with = |values: &[f64]| {
        let own = mean(values.iter().copied());
        let pairs = values.iter().zip(totals);
        pairs
            .map(|(value, total)| (value - own) * (total - middle))
            .sum::<f64>()
    };
    let all = with(totals);
    (all > 0.0).then(|| parts.iter().map(|values| with(values) / all).collect())
}

/// The total, its parts and the rest while draws are moved.
struct Nodes<'a> {
    total: Strand<'a>,
    /// The parts, then the rest where it is forecast.
    strands: Vec<Strand<'a>>,
    /// Their draws, matched, path after path.
    paths: Vec<Vec<f64>>,
    parts: usize,
    count: usize,
    /// What share of the total the rest is in each path, where no more is known of it.
    shares: Vec<f64>,
    is_rest_unknown: bool,
    is_share_floored: bool,
}

impl<'a> Nodes<'a> {
    fn drawn(total: &Strand<'a>, parts: &[Strand<'a>], rest: &Rest<'a>, seed: u64) -> Self {
        let mut strands = parts.to_vec();
        if let Rest::Forecast(strand) = rest {
            strands.push(*strand);
        }
        let members: Vec<JointMember<'_>> = strands
            .iter()
            .map(|strand| JointMember {
                forecast: strand.forecast,
                after: strand.known.len(),
            })
            .collect();
        let joint = matched(&members, seed);
        let drawn = joint.paths().iter().map(Paths::count).min().unwrap_or(0);
        let count = drawn.min(total.forecast.paths().count());
        let values = |paths: &Paths| paths.rows().take(count).flatten().copied().collect();
        let had: &[f64] = match rest {
            Rest::Shares(shares) => shares,
            _ => &[],
        };
        let mut rng = Rng::new(seed ^ SHARES);
        let shares = (0..count).filter_map(|_| {
            let place = (rng.uniform() * had.len() as f64) as usize;
            had.get(place).copied()
        });
        Self {
            total: *total,
            strands,
            paths: joint.paths().iter().map(values).collect(),
            parts: parts.len(),
            count,
            shares: shares.collect(),
            is_rest_unknown: matches!(rest, Rest::Unknown) || matches!(rest, Rest::Shares(shares) if shares.is_empty()),
            is_share_floored: had.iter().all(|share| *share >= 0.0),
        }
    }

    /// Moves the draws of a period to the total.
    fn share_out(&mut self, period: usize, moved: &mut [Vec<Moved>]) {
        let Some(whole) = self.whole(period) else { return };
        let Some(cells) = self
            .strands
            .iter()
            .map(|strand| strand.at(period))
            .collect::<Option<Vec<PartFigure>>>()
        else {
            return;
        };
        let fact: f64 = cells
            .iter()
            .map(|cell| if let PartFigure::Known(value) = cell { *value } else { 0.0 })
            .sum();
        let drawn: Vec<(usize, usize)> = cells
            .iter()
            .enumerate()
            .filter_map(|(node, cell)| {
                if let PartFigure::Drawn(place) = cell {
                    Some((node, *place))
                } else {
                    None
                }
            })
            .collect();
        let mut columns: Vec<Vec<f64>> = drawn.iter().map(|at| self.column(*at)).collect();
        let mut floors: Vec<bool> = drawn
            .iter()
            .map(|(node, _)| self.strands[*node].forecast.is_never_negative())
            .collect();
        if !self.shares.is_empty() {
            columns.push(
                self.shares
                    .iter()
                    .zip(&whole)
                    .map(|(share, whole)| share * whole)
                    .collect(),
            );
            floors.push(self.is_share_floored);
        }
        if columns.is_empty() {
            return;
        }
        let weights = Weights::of(&columns);
        let is_total_floored = self.total.forecast.is_never_negative();
        let mut values = vec![0.0; columns.len()];
        let mut after = columns.clone();
        for draw in 0..self.count {
            values
                .iter_mut()
                .zip(&columns)
                .for_each(|(value, column)| *value = column[draw]);
            let left = whole[draw] - fact;
            // A rest of which nothing is known has any size, but not one below zero where the total has none.
            let fits = self.is_rest_unknown && (!is_total_floored || values.iter().sum::<f64>() <= left);
            if !fits {
                weights.share_out(&mut values, left, &floors);
            }
            after
                .iter_mut()
                .zip(&values)
                .for_each(|(column, value)| column[draw] = *value);
        }
        for (((node, place), before), after) in drawn.into_iter().zip(&columns).zip(&after) {
            let horizon = self.strands[node].forecast.horizon();
            for (row, value) in self.paths[node].chunks_exact_mut(horizon).zip(after) {
                row[place] = *value;
            }
            if node < self.parts {
                moved[node][place] = move_of(before, after);
            }
        }
    }

    /// The total of a period in every path.
    fn whole(&self, period: usize) -> Option<Vec<f64>> {
        Some(match self.total.at(period)? {
            PartFigure::Known(figure) => vec![figure; self.count],
            PartFigure::Drawn(place) => {
                let rows = self.total.forecast.paths().rows().take(self.count);
                rows.map(|row| row[place]).collect()
            }
        })
    }

    fn column(&self, (node, place): (usize, usize)) -> Vec<f64> {
        let horizon = self.strands[node].forecast.horizon();
        let rows = self.paths[node].chunks_exact(horizon);
        rows.map(|row| row[place]).collect()
    }
}

/// Keeps the draws of shares apart from those that match paths.
const SHARES: u64 = 0x5ec7_0125;

/// From one set of draws to another.
fn move_of(before: &[f64], after: &[f64]) -> Moved {
    let (was, is) = (mean(before.iter().copied()), mean(after.iter().copied()));
    let square = |values: &[f64], middle: f64| {
        values
            .iter()
            .map(|value| (value - middle) * (value - middle))
            .sum::<f64>()
    };
    let (wide, now) = (square(before, was), square(after, is));
    Moved {
        shift: is - was,
        scale: if wide > 0.0 { (now / wide).sqrt() } else { 1.0 },
    }
}

/// The covariance of several columns, from which it follows what each bears of what lacks.
struct Weights {
    covariance: Vec<f64>,
    sizes: Vec<f64>,
    /// With all of them.
    whole: Vec<f64>,
}

impl Weights {
    fn of(columns: &[Vec<f64>]) -> Self {
        let means: Vec<f64> = columns.iter().map(|column| mean(column.iter().copied())).collect();
        let size = columns.len();
        let mut covariance = vec![0.0; size * size];
        for row in 0..size {
            for other in 0..=row {
                let pairs = columns[row].iter().zip(&columns[other]);
                let sum: f64 = pairs.map(|(a, b)| (a - means[row]) * (b - means[other])).sum();
                covariance[row * size + other] = sum / columns[row].len().max(1) as f64;
                covariance[other * size + row] = covariance[row * size + other];
            }
        }
        let mut weights = Self {
            covariance,
            sizes: means.into_iter().map(f64::abs).collect(),
            whole: Vec::new(),
        };
        weights.whole = weights.among(&(0..size).collect::<Vec<_>>());
        weights
    }

    /// What each of some bears: they sum to 1. Where none of them varies they bear it by their size, or evenly.
    fn among(&self, free: &[usize]) -> Vec<f64> {
        let size = self.sizes.len();
        let row = |at: &usize| free.iter().map(|other| self.covariance[at * size + other]).sum::<f64>();
        let rows: Vec<f64> = free.iter().map(row).collect();
        let (all, widest) = (
            rows.iter().sum::<f64>(),
            free.iter()
                .map(|at| self.covariance[at * size + at])
                .fold(0.0, f64::max),
        );
        if all > 1e-9 * widest && all > 0.0 {
            return rows.into_iter().map(|row| row / all).collect();
        }
        let sizes = free.iter().map(|at| self.sizes[*at]).sum::<f64>();
        let share = |at: &usize| {
            if sizes > 0.0 {
                self.sizes[*at] / sizes
            } else {
                1.0 / free.len() as f64
            }
        };
        free.iter().map(share).collect()
    }

    /// Moves values so that they sum to what is left, those that may not fall below zero no further than there: unless what is left
    /// lies below it itself.
    fn share_out(&self, values: &mut [f64], left: f64, floors: &[bool]) {
        let lacks = left - values.iter().sum::<f64>();
        let mut own = values.iter().zip(&self.whole).zip(floors);
        if own.all(|((value, weight), floor)| !floor || value + weight * lacks >= 0.0) {
            values
                .iter_mut()
                .zip(&self.whole)
                .for_each(|(value, weight)| *value += weight * lacks);
            return;
        }
        let mut free: Vec<usize> = (0..values.len()).collect();
        loop {
            let lacks = left - free.iter().map(|at| values[*at]).sum::<f64>();
            let weights = self.among(&free);
            let moved: Vec<f64> = free
                .iter()
                .zip(&weights)
                .map(|(at, weight)| values[*at] + weight * lacks)
                .collect();
            let stays = |(at, moved): &(&usize, &f64)| !floors[**at] || **moved >= 0.0;
            let above: Vec<usize> = free.iter().zip(&moved).filter(stays).map(|(at, _)| *at).collect();
            if above.is_empty() || above.len() == free.len() {
                for (at, moved) in free.iter().zip(moved) {
                    values[*at] = moved;
                }
                return;
            }
            for at in free.iter().filter(|at| !above.contains(at)) {
                values[*at] = 0.0;
            }
            free = above;
        }
    }
}

#[cfg(test)]
mod tests;
