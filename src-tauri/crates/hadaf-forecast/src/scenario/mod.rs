//! Scenarios: what a set of assumptions does to the paths of a forecast.
//!
//! An outage `d` of `L` days cuts off, of the work of a group of people in month `m`,
//! `share = w × c × n`: `w` weighted days hit over weighted days of the month (Saturday and Sunday
//! count [`hadaf_core::Coefficient::WeekendWeight`]), `c` capacity cut off, `n` work that needs the line live.
//! Several outages: `1 − Π(1 − share)`. Of what one outage alone cuts off, `u = u₀·exp(−(L−1)/τ)` is
//! made up, evenly over `r` weeks from its end; what two cut off at once is not. Receipts follow work:
//! `p₀` in the month, at most 40 % a month later, the rest after two. Beyond three days
//! `q` of the clients behind the capacity cut off go each day, and half of them are back after `h`
//! months. Firms (call centres, software) and freelancers differ in `c`, `n` and `p₀`, and are
//! computed apart. Money that is not released lowers receipts by `β` over the twelve months after a
//! lag; a measure adds its uplift along a logistic ramp, if it is delivered; growth and the exchange
//! rate multiply. A month that is known is a fact and is never changed, but what it deferred and what
//! is paid late arrives in the months ahead.
//!
//! Where this differs from the usual cost of a shutdown (gross product × share online × days, as in
//! West 2016), it is since receipts of exports are wanted: capacity instead of users, work made up
//! later (Allcott, Collard-Wexler and O'Connell 2016), and payment after the work.
//!
//! Factors in doubt are drawn once per path by their 10, 50 and 90 % points; the same factor has the
//! same draws in every scenario of a seed, so that two scenarios differ by what they assume alone.

mod calendar;
mod draws;
mod effect;
mod explain;
mod plan;
mod register;
mod solve;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use hadaf_core::{Assumptions, CoreError, FactorId, Month};

use crate::paths::Paths;
use plan::{Plan, Take};

pub use explain::{Explanation, HitMonth, explain};
pub use register::{PastOutage, Register};
pub use solve::{BreakEven, Swing, Tornado, TwoWay, break_even, tornado, two_way};

/// What a scenario is laid over.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// The forecast's paths, of months.
    pub paths: &'a Paths,
    /// The month of horizon 1.
    pub first: Month,
    /// Facts before it, for events that have begun already; other months are left out.
    pub known: &'a [(Month, f64)],
}

/// A year, or any other run of months, and what it is to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its horizons, from 1, both ends in.
    pub range: RangeInclusive<usize>,
    /// What is known of it already, in units of the series.
    pub known: f64,
    /// What its total is to reach.
    pub target: Option<f64>,
}

/// Why a scenario cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScenarioError {
    /// The assumptions are not sound.
    #[error(transparent)]
    Assumptions(#[from] CoreError),
    /// A factor that these assumptions do not have.
    #[error("this scenario has no factor {0}")]
    Factor(FactorId),
    /// The months are not all ahead and within reach.
    #[error("months {first} to {last} are not within the {horizon} months ahead")]
    Range {
        /// First one asked for.
        first: usize,
        /// Last one asked for.
        last: usize,
        /// How many there are.
        horizon: usize,
    },
    /// A chance was asked for without a target, or a median without paths.
    #[error("{0} is missing")]
    Missing(&'static str),
}

/// What became of the paths.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    paths: Paths,
    effect: Vec<f64>,
}

impl Outcome {
    /// The paths under the assumptions, in the order of the base's.
    pub fn paths(&self) -> &Paths {
        &self.paths
    }

    /// Mean difference from the base for each month ahead, in units of the series.
    pub fn effect(&self) -> &[f64] {
        &self.effect
    }
}

/// Lays a scenario over a forecast. The empty scenario returns the same paths, to the last digit.
///
/// # Errors
/// [`ScenarioError::Assumptions`] names the factor.
pub fn run(
    base: &Base<'_>,
    assumptions: &Assumptions,
    register: &Register,
    seed: u64,
) -> Result<Outcome, ScenarioError> {
    let plan = Plan::new(base, assumptions, register, seed, Take::Draws, base.paths.horizon())?;
    let paths = plan.paths();
    let count = paths.count().max(1) as f64;
    let mut effect = vec![0.0; paths.horizon()];
    for (new, old) in paths.rows().zip(base.paths.rows()) {
        for ((sum, new), old) in effect.iter_mut().zip(new).zip(old) {
            *sum += new - old;
        }
    }
    effect.iter_mut().for_each(|sum| *sum /= count);
    Ok(Outcome { paths, effect })
}
