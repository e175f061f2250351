//! What matters and where it tips: tornado, break-even, two-way table.

use hadaf_core::{Assumptions, FactorId};

use super::plan::{Plan, Take};
use super::register::Register;
use super::{Base, ScenarioError, Span};
use crate::numeric::median;

/// What one factor does, from its low to its high, with every other one central.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// Which one; none for all together.
    pub factor: Option<FactorId>,
    /// Its value where it costs least (10 % point of cost); not a number for all together.
    pub low: f64,
    /// Its value where it costs most (90 % point of cost); not a number for all together.
    pub high: f64,
    /// Median of the total with it at its low, in units of the series.
    pub total_low: f64,
    /// Median of the total with it at its high.
    pub total_high: f64,
    /// Chance of the target with it at its low; none without a target.
    pub chance_low: Option<f64>,
    /// Chance of the target with it at its high.
    pub chance_high: Option<f64>,
}

/// Every factor one at a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// Median of the total with every factor central.
    pub total: f64,
    /// Chance of the target there.
    pub chance: Option<f64>,
    /// The factors that are in doubt, the one that moves the total most first.
    pub swings: Vec<Swing>,
    /// All at their lows, all at their highs.
    pub together: Swing,
}

/// Where the chance of the target passes the one asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BreakEven {
    /// At this value of the factor.
    At(f64),
    /// It is below at both ends: the target is lost without any of it.
    LostWithout,
    /// It is reached at both ends: the target is safe with all of it.
    SafeWithAll,
}

/// Medians and chances for two factors; rows are the first one's values.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoWay {
    /// Median of the total, in units of the series.
    pub totals: Vec<Vec<f64>>,
    /// Chance of the target; none without one.
    pub chances: Vec<Vec<Option<f64>>>,
}

/// Median, and chance of the target.
struct Summary {
    median: f64,
    chance: Option<f64>,
}

fn summary(plan: &Plan<'_>, span: &Span) -> Result<Summary, ScenarioError> {
    let totals = plan.totals(span)?;
    if totals.is_empty() {
        return Err(ScenarioError::Missing("a path"));
    }
    let chance = span.target.map(|target| chance(&totals, target));
    let median = median(totals);
    Ok(Summary { median, chance })
}

/// As [`crate::Paths::probability_total_at_least`] tells it.
fn chance(totals: &[f64], target: f64) -> f64 {
    let reached = totals.iter().filter(|total| **total >= target).count() as f64;
    (reached + 0.5) / (totals.len() as f64 + 1.0)
}

/// Moves each factor in doubt from its low to its high, the others central. A measure counts by its
/// chance of being delivered here. Further outages of the register are drawn all the same.
///
/// # Errors
/// [`ScenarioError`] says what is wrong with the assumptions or the span.
pub fn tornado(
    base: &Base<'_>,
    assumptions: &Assumptions,
    register: &Register,
    seed: u64,
    span: &Span,
) -> Result<Tornado, ScenarioError> {
    let held = |place| Plan::new(base, assumptions, register, seed, Take::Held(place), *span.range.end());
    let mut plan = held(1)?;
    let central = summary(&plan, span)?;
    let in_doubt: Vec<_> = assumptions
        .factors()
        .into_iter()
        .filter(|factor| {
            !factor.setting.is_fixed()
                && factor.id != FactorId::Coefficient(hadaf_core::Coefficient::SeverityCorrelation)
        })
        .collect();
    let mut swings = Vec::with_capacity(in_doubt.len());
    for factor in in_doubt {
        let [low, middle, high] = factor.setting.values().map(hadaf_core::Decimal::to_f64);
        plan.hold(&factor.id, low)?;
        let at_low = summary(&plan, span)?;
        plan.hold(&factor.id, high)?;
        let at_high = summary(&plan, span)?;
        plan.hold(&factor.id, middle)?;
        swings.push(swing(Some(factor.id), (low, high), &at_low, &at_high));
    }
    let size = |swing: &Swing| (swing.total_high - swing.total_low).abs();
    swings.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let together = (summary(&held(0)?, span)?, summary(&held(2)?, span)?);
    Ok(Tornado {
        total: central.median,
        chance: central.chance,
        swings,
        together: swing(None, (f64::NAN, f64::NAN), &together.0, &together.1),
    })
}

fn swing(factor: Option<FactorId>, values: (f64, f64), low: &Summary, high: &Summary) -> Swing {
    Swing {
        factor,
        low: values.0,
        high: values.1,
        total_low: low.median,
        total_high: high.median,
        chance_low: low.chance,
        chance_high: high.chance,
    }
}

/// The interval in which the value is found is halved until it is this share of the bounds: 0.006 days
/// of 90.
const FINE: f64 = 1.0 / 16_384.0;

/// Solves for the value of a factor at which the chance of the target passes `chance`, all else drawn as
/// in [`super::run`] with the same draws. Bisection: the chance is monotone in every factor of an outage.
///
/// # Errors
/// [`ScenarioError::Factor`] for a factor that these assumptions do not have, [`ScenarioError::Missing`]
/// without a target, and what else is wrong.
#[allow(clippy::too_many_arguments)] // each is a different thing, none belongs with another
pub fn break_even(
    base: &Base<'_>,
    assumptions: &Assumptions,
    register: &Register,
    seed: u64,
    factor: &FactorId,
    bounds: (f64, f64),
    span: &Span,
    chance: f64,
) -> Result<BreakEven, ScenarioError> {
    let target = span.target.ok_or(ScenarioError::Missing("a target"))?;
    let mut plan = Plan::new(base, assumptions, register, seed, Take::Draws, *span.range.end())?;
    let mut reached = |value: f64| -> Result<bool, ScenarioError> {
        plan.hold(factor, value)?;
        Ok(self::chance(&plan.totals(span)?, target) >= chance)
    };
    let (mut yes, mut no) = match (reached(bounds.0)?, reached(bounds.1)?) {
        (true, true) => return Ok(BreakEven::SafeWithAll),
        (false, false) => return Ok(BreakEven::LostWithout),
        (true, false) => bounds,
        (false, true) => (bounds.1, bounds.0),
    };
    let least = (bounds.1 - bounds.0).abs() * FINE;
    while (yes - no).abs() > least {
        let middle = 0.5 * (yes + no);
        if reached(middle)? {
            yes = middle;
        } else {
            no = middle;
        }
    }
    Ok(BreakEven::At(0.5 * (yes + no)))
}

/// Medians and chances at every pair of two factors' values, all else drawn as in [`super::run`].
///
/// # Errors
/// As [`break_even`], but a target is not needed.
pub fn two_way(
    base: &Base<'_>,
    assumptions: &Assumptions,
    register: &Register,
    seed: u64,
    rows: (&FactorId, &[f64]),
    columns: (&FactorId, &[f64]),
    span: &Span,
) -> Result<TwoWay, ScenarioError> {
    let mut plan = Plan::new(base, assumptions, register, seed, Take::Draws, *span.range.end())?;
    let mut table = TwoWay {
        totals: Vec::with_capacity(rows.1.len()),
        chances: Vec::with_capacity(rows.1.len()),
    };
    for row in rows.1 {
        plan.hold(rows.0, *row)?;
        let mut line = Vec::with_capacity(columns.1.len());
        for column in columns.1 {
            plan.hold(columns.0, *column)?;
            line.push(summary(&plan, span)?);
        }
        table.totals.push(line.iter().map(|cell| cell.median).collect());
        table.chances.push(line.iter().map(|cell| cell.chance).collect());
    }
    Ok(table)
}
