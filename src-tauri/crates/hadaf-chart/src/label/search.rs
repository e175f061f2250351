//! Choosing one place for each of several labels, so that none conflict and the whole costs least.

use super::options::{LabelOptions, PlacedLabel};
use crate::geometry::Rect;

/// Steps of the exhaustive search; its first descent alone is the greedy arrangement.
const STEPS: usize = 10_000;
/// Rounds in which what it found is improved label by label.
const ROUNDS: usize = 8;

/// Which place each label has, by its number in the label's options; `None`: left out.
pub(super) type Arrangement = Vec<Option<usize>>;

/// The arrangement of least cost, or near it where there are too many to try.
pub(super) fn arrange(labels: &[LabelOptions], gap: f64) -> Arrangement {
    let mut search = ArrangementSearch {
        labels,
        conflicts: conflicts(labels, gap),
        chosen: Vec::with_capacity(labels.len()),
        best: (f64::INFINITY, vec![None; labels.len()]),
        steps: 0,
        ruled_out: vec![vec![0; labels.len()]; labels.len() + 1],
    };
    search.descend(0.0);
    if search.steps > STEPS {
        search.improve();
    }
    search.best.1
}

/// For each label and option, which options of each label it rules out, as bits.
type Conflicts = Vec<Vec<Vec<u64>>>;

fn conflicts(labels: &[LabelOptions], gap: f64) -> Conflicts {
    let mut table: Conflicts = labels
        .iter()
        .map(|label| vec![vec![0; labels.len()]; label.options.len()])
        .collect();
    // What is far apart needs no closer look: most labels, and most places of the others.
    let hulls: Vec<Option<Rect>> = labels.iter().map(|label| hull(label, gap)).collect();
    for (one, label) in labels.iter().enumerate() {
        for (other, later) in labels.iter().enumerate().skip(one + 1) {
            let (Some(around), Some(Some(around_later))) = (hulls[one], hulls.get(other)) else {
                continue;
            };
            if !around.intersects(around_later) {
                continue;
            }
            for (place, option) in label.options.iter().enumerate() {
                if !option.reach().grown(gap).intersects(around_later) {
                    continue;
                }
                for (other_place, other_option) in later.options.iter().enumerate() {
                    if option.conflicts(other_option, gap) {
                        table[one][place][other] |= 1 << other_place;
                        table[other][other_place][one] |= 1 << place;
                    }
                }
            }
        }
    }
    table
}

/// The rectangle round all places of a label and a gap; `None`: it has no place.
fn hull(label: &LabelOptions, gap: f64) -> Option<Rect> {
    let reaches = label.options.iter().map(PlacedLabel::reach);
    reaches
        .reduce(|one, other| one.joined(&other))
        .map(|hull| hull.grown(gap + 1.0))
}

struct ArrangementSearch<'a> {
    labels: &'a [LabelOptions],
    conflicts: Conflicts,
    chosen: Arrangement,
    best: (f64, Arrangement),
    steps: usize,
    /// For each depth, the places of each later label that the labels before it rule out, as bits: one
    /// allocation for the whole search.
    ruled_out: Vec<Vec<u64>>,
}

impl ArrangementSearch<'_> {
    /// Tries the places of the next label, given what the row of this depth rules out.
    fn descend(&mut self, cost: f64) {
        let depth = self.chosen.len();
        let labels = self.labels;
        self.steps += 1;
        if self.steps > STEPS || !self.can_improve(cost, depth) {
            return;
        }
        let Some(label) = labels.get(depth) else {
            self.best = (cost, self.chosen.clone());
            return;
        };
        for (index, option) in label.options.iter().enumerate() {
            let (above, below) = self.ruled_out.split_at_mut(depth + 1);
            if above[depth][depth] >> index & 1 == 1 {
                continue;
            }
            let more = &self.conflicts[depth][index];
            for (other, bits) in below[0].iter_mut().enumerate().skip(depth + 1) {
                *bits = above[depth][other] | more[other];
            }
            self.chosen.push(Some(index));
            self.descend(cost + option.cost);
            self.chosen.pop();
        }
        let (above, below) = self.ruled_out.split_at_mut(depth + 1);
        below[0].copy_from_slice(&above[depth]);
        self.chosen.push(None);
        self.descend(cost + label.out);
        self.chosen.pop();
    }

    /// Whether the least that the labels from `depth` on can cost leaves the whole below the best so far.
    fn can_improve(&self, cost: f64, depth: usize) -> bool {
        let mut least = 0.0;
        for (label, bits) in self.labels.iter().zip(&self.ruled_out[depth]).skip(depth) {
            least += label.least(*bits);
            // No cost is negative, so it only grows.
            if cost + least >= self.best.0 {
                return false;
            }
        }
        cost + least < self.best.0
    }

    /// Gives each label each of its places, and those in the way their next best, while that helps.
    fn improve(&mut self) {
        for _ in 0..ROUNDS {
            let before = self.best.0;
            for label in 0..self.labels.len() {
                for place in 0..self.labels[label].options.len() {
                    let tried = self.with(label, place);
                    let cost = self.cost(&tried);
                    if cost < self.best.0 {
                        self.best = (cost, tried);
                    }
                }
            }
            if self.best.0 >= before {
                return;
            }
        }
    }

    /// The best arrangement with a label at a place: labels in its way, and those left out before, take
    /// the cheapest place that is free, the dearest label first.
    fn with(&self, label: usize, place: usize) -> Arrangement {
        let ruled_out = &self.conflicts[label][place];
        let mut tried = self.best.1.clone();
        tried[label] = Some(place);
        for (other, choice) in tried.iter_mut().enumerate() {
            if other != label && choice.is_some_and(|choice| ruled_out[other] >> choice & 1 == 1) {
                *choice = None;
            }
        }
        for other in 0..tried.len() {
            if tried[other].is_none() {
                tried[other] = self.cheapest_free(other, &tried);
            }
        }
        tried
    }

    fn cheapest_free(&self, label: usize, arrangement: &Arrangement) -> Option<usize> {
        let ruled_out = arrangement
            .iter()
            .enumerate()
            .filter_map(|(other, choice)| Some(self.conflicts[other][(*choice)?][label]))
            .fold(0, |bits, more| bits | more);
        (0..self.labels[label].options.len()).find(|place| ruled_out >> place & 1 == 0)
    }

    fn cost(&self, arrangement: &Arrangement) -> f64 {
        let of = |(label, choice): (&LabelOptions, &Option<usize>)| match choice {
            Some(place) => label.options[*place].cost,
            None => label.out,
        };
        self.labels.iter().zip(arrangement).map(of).sum()
    }
}
