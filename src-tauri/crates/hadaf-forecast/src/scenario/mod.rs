//! Scenarios: what a set of assumptions does to the paths of a forecast.
//!
//! An outage `d` of `L` days cuts off, of the work of a group of people in month `m`,
//! `share = w × c × n`: `w` weighted days hit over weighted days of the month (Saturday and Sunday
//! count `weekend_weight`), `c` capacity cut off, `n` work that needs the line live.
//! Several outages: `1 − Π(1 − share)`; two entries of one outage are one. Outages that are drawn from the register
//! lie on a forecast of months that had them: what they usually take is given back first. Of what one outage alone cuts off, `u = u₀·exp(−(L−1)/τ)` is
//! recovered, evenly over `r` weeks from its end; what two cut off at once is not. Receipts follow work:
//! `p₀` in the month, at most 40 % a month later, the rest after two. Beyond three days
//! `q` of the clients behind the capacity cut off go each day, and half of them are back after `h`
//! months. Groups of sectors differ in `c`, `n` and `p₀`, and are computed apart. Money that is not
//! released lowers receipts by `β` over the twelve months after a lag; a measure adds its uplift along a
//! logistic ramp, if it is delivered; growth and the exchange rate multiply. A month that is known is a
//! fact and is never changed, but what it deferred and what is paid late arrives in the months ahead.
//!
//! Where this differs from the usual cost of a shutdown (gross product × share online × days, as in
//! West 2016), it is since receipts of exports are wanted: capacity instead of users, work recovered
//! later (Allcott, Collard-Wexler and O'Connell 2016), and payment after the work.
//!
//! Factors in doubt are drawn once per path by their 10, 50 and 90 % points; the same factor has the
//! same draws in every scenario of a seed, so that two scenarios differ by what they assume alone.
//!
//! The coefficients are those of the country's table ([`hadaf_core::Coefficient`]); what each of them
//! does is said in `formula.rs`. Start at [`Simulation`].

mod calendar;
mod draws;
mod effect;
mod experiment;
mod explain;
mod formula;
mod past_cost;
mod past_outages;
mod simulation;
mod solve;
#[cfg(test)]
mod tests;

use hadaf_core::{CoreError, FactorId};

pub use explain::{Explanation, HitMonth};
pub use formula::growth_shift;
pub use past_cost::PastCost;
pub use past_outages::{PastOutage, PastOutages};
pub use simulation::{Base, Simulation, TotalSpan};
pub use solve::{BreakEven, End, Swing, Swings, TwoWay};

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
    /// The forecast has no paths.
    #[error("the forecast has no paths")]
    NoPaths,
}
