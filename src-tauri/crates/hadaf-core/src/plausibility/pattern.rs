//! A figure against the same month, quarter or year before, and against how much the series has moved from the pattern.

use super::line::{apart, middle, multiplied, place};
use crate::Period;

/// How many growth rates before and after a figure say how the series grows there.
const GROWTHS: usize = 6;
/// With fewer it is not known.
const FEWEST_GROWTHS: usize = 4;
/// So many figures tell how far the series moves by itself.
const FEWEST_MOVES: usize = 8;
/// A figure within one and a half times what the pattern says is never surprising.
const SURPRISING: f64 = 1.5;
/// How many times, one upon the other, the usual distance from the pattern is no surprise: about four standard deviations,
/// as 1.48 median distances are one.
const USUAL_MOVES: u8 = 6;
/// A figure that its neighbours are as near to is none either: it is the one a year before that was unusual.
const BESIDE: f64 = 1.25;
/// How often what was found is left out, and the rest looked at again.
const ROUNDS: usize = 8;

/// How a series grows from year to year, and how far it moves from that.
#[derive(Debug)]
pub(super) struct YearPattern {
    /// How many times the figure of a year before each is, where both are above zero.
    growth: Vec<Option<f64>>,
    /// Those that lie far from the pattern.
    pub(super) odd: Vec<bool>,
    /// How many times what the pattern says, or the inverse, a figure may be.
    limit: Option<f64>,
}

impl YearPattern {
    /// Of the figures of one kind of period in order of time; `beside` gives what is usual
    /// around each, but for those that are odd.
    pub(super) fn of(figures: &[(Period, f64)], beside: impl Fn(&[bool]) -> Vec<Option<f64>>) -> Self {
        let growth = figures.iter().map(|(period, value)| {
            let before = earlier(figures, *period)?;
            (*value > 0.0).then(|| value / before)
        });
        let mut pattern = Self {
            growth: growth.collect(),
            odd: vec![false; figures.len()],
            limit: None,
        };
        for _ in 0..ROUNDS {
            let moves: Vec<Option<f64>> = (0..figures.len())
                .map(|at| {
                    let (period, value) = figures[at];
                    let expected = pattern.expected(figures, period, Ok(at)).filter(|_| value > 0.0)?;
                    Some(apart(value / expected))
                })
                .collect();
            let mut usual: Vec<f64> = (moves.iter().zip(&pattern.odd))
                .filter(|(_, odd)| !**odd)
                .filter_map(|(moved, _)| *moved)
                .collect();
            if usual.len() < FEWEST_MOVES {
                break;
            }
            usual.sort_by(f64::total_cmp);
            let limit = multiplied(middle(&usual), USUAL_MOVES).max(SURPRISING);
            pattern.limit = Some(limit);
            let beside = beside(&pattern.odd);
            let is_beside = |at: usize| beside[at].is_some_and(|usual| apart(figures[at].1 / usual) <= BESIDE);
            let odd: Vec<bool> = (moves.iter().enumerate())
                .map(|(at, moved)| moved.is_some_and(|moved| moved > limit) && !is_beside(at))
                .collect();
            let is_settled = odd == pattern.odd;
            // What was found once stays found: it may be near to what is left when it is out.
            for (kept, new) in pattern.odd.iter_mut().zip(odd) {
                *kept |= new;
            }
            if is_settled {
                break;
            }
        }
        pattern
    }

    /// What the pattern says of a period, where a value there is far from it.
    pub(super) fn broken(&self, figures: &[(Period, f64)], period: Period, (value, beside): (f64, f64)) -> Option<f64> {
        let limit = self.limit?;
        let place = figures.binary_search_by_key(&period, |(other, _)| *other);
        let expected = self.expected(figures, period, place)?;
        (apart(value / expected) > limit && apart(value / beside) > BESIDE).then_some(expected)
    }

    /// The figure of a year before, and what the series grew by around there.
    fn expected(&self, figures: &[(Period, f64)], period: Period, at: Result<usize, usize>) -> Option<f64> {
        let before = earlier(figures, period)?;
        let (start, end) = match at {
            Ok(at) => (at, at + 1),
            Err(at) => (at, at),
        };
        let here = place(period);
        let is_near = |at: &usize| place(figures[*at].0).abs_diff(here) <= a_year(period).max(GROWTHS as u32);
        let growth = |at: usize| self.growth[at].filter(|_| !self.odd[at]);
        let left = (0..start).rev().take_while(is_near).filter_map(growth).take(GROWTHS);
        let right = (end..figures.len())
            .take_while(is_near)
            .filter_map(growth)
            .take(GROWTHS);
        let mut all: Vec<f64> = left.chain(right).collect();
        all.sort_by(f64::total_cmp);
        (all.len() >= FEWEST_GROWTHS).then(|| before * middle(&all))
    }
}

/// The figure of a year before, above zero.
fn earlier(figures: &[(Period, f64)], period: Period) -> Option<f64> {
    let there = place(period) - i32::try_from(a_year(period)).ok()?;
    let found = figures.binary_search_by_key(&there, |(other, _)| place(*other)).ok()?;
    Some(figures[found].1).filter(|value| *value > 0.0)
}

/// How many periods of its kind a year has.
fn a_year(period: Period) -> u32 {
    match period {
        Period::Month(_) => 12,
        Period::Quarter(_) => 4,
        Period::FiscalYear(_) => 1,
    }
}
