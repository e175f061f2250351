//! What matters and where it tips: tornado, break-even, two-way table.

use hadaf_core::{CostPoint, Factor, FactorId};

use super::experiment::Experiment;
use super::formula::Formula;
use super::{ScenarioError, Simulation};
use crate::numeric::median;
use crate::paths::{chance_at_least, chance_of};

/// The total with a factor at one end of its doubt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    /// The factor's value; none for all together.
    pub value: Option<f64>,
    /// Median of the total, in units of the series.
    pub total: f64,
    /// Chance of the target; of a range that was projected that of lying in it. None without one.
    pub chance: Option<f64>,
}

/// What one factor does between the two ends of its doubt, every other one central.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// Which one; none for all together.
    pub factor: Option<FactorId>,
    /// Where it costs least (10 % point of cost).
    pub mild: End,
    /// Where it costs most (90 % point of cost).
    pub severe: End,
}

impl Swing {
    /// How far it moves the total.
    fn size(&self) -> f64 {
        (self.severe.total - self.mild.total).abs()
    }
}

/// Every factor one at a time: the bars of a tornado.
#[derive(Debug, Clone, PartialEq)]
pub struct Swings {
    /// Median of the total with every factor central.
    pub total: f64,
    /// Chance of the target there.
    pub chance: Option<f64>,
    /// The factors that are in doubt, the one that moves the total most first.
    pub swings: Vec<Swing>,
    /// All at their mildest, all at their most severe.
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

/// The interval in which a break-even is found is halved until it is this share of the bounds: 0.006 days
/// of 90.
const FINE: f64 = 1.0 / 16_384.0;

impl Simulation<'_> {
    /// Moves each factor in doubt from its mild to its severe end, the others central. A measure counts by its
    /// chance of being delivered here. Further outages of the register are drawn all the same.
    pub fn tornado(&self) -> &Swings {
        self.swings.get_or_init(|| self.swing())
    }

    fn swing(&self) -> Swings {
        let mut experiment = self.held(CostPoint::Central);
        let central = self.end(&experiment, None);
        let mut swings: Vec<Swing> = self
            .in_doubt()
            .iter()
            .map(|factor| self.swing_of(&mut experiment, factor))
            .collect();
        swings.sort_by(|a, b| b.size().total_cmp(&a.size()));
        let together = |point| self.end(&self.held(point), None);
        Swings {
            total: central.total,
            chance: central.chance,
            swings,
            together: Swing {
                factor: None,
                mild: together(CostPoint::Mild),
                severe: together(CostPoint::Severe),
            },
        }
    }

    fn swing_of(&self, experiment: &mut Experiment<'_>, factor: &Factor) -> Swing {
        let mut at = |point| {
            let value = factor.setting.at(point).to_f64();
            experiment.hold(&factor.id, value).expect("a factor of the assumptions");
            self.end(experiment, Some(value))
        };
        let (mild, severe) = (at(CostPoint::Mild), at(CostPoint::Severe));
        at(CostPoint::Central);
        Swing {
            factor: Some(factor.id.clone()),
            mild,
            severe,
        }
    }

    /// The factors that a tornado moves: how they hang together has no ends of its own.
    fn in_doubt(&self) -> Vec<Factor> {
        let correlation = Formula::of_country().severity_correlation.id();
        let mut factors = self.assumptions.factors();
        factors.retain(|factor| !factor.setting.is_fixed() && factor.id != correlation);
        factors
    }

    fn end(&self, experiment: &Experiment<'_>, value: Option<f64>) -> End {
        let totals = experiment.totals();
        let chance = self.span.target.map(|goal| chance_of(&totals, goal));
        End {
            value,
            total: median(totals),
            chance,
        }
    }

    /// Solves for the value of a factor at which the chance of reaching a target passes `chance`, all else drawn as
    /// in [`Simulation::run`]. Bisection: the chance is monotone in every factor of an outage.
    ///
    /// # Errors
    /// [`ScenarioError::Factor`] for a factor that these assumptions do not have.
    pub fn break_even(
        &self,
        factor: &FactorId,
        bounds: (f64, f64),
        target: f64,
        chance: f64,
    ) -> Result<BreakEven, ScenarioError> {
        let mut experiment = self.drawn();
        let mut is_reached = |value: f64| -> Result<bool, ScenarioError> {
            experiment.hold(factor, value)?;
            Ok(chance_at_least(&experiment.totals(), target) >= chance)
        };
        let (mut yes, mut no) = match (is_reached(bounds.0)?, is_reached(bounds.1)?) {
            (true, true) => return Ok(BreakEven::SafeWithAll),
            (false, false) => return Ok(BreakEven::LostWithout),
            (true, false) => bounds,
            (false, true) => (bounds.1, bounds.0),
        };
        let least = (bounds.1 - bounds.0).abs() * FINE;
        while (yes - no).abs() > least {
            let middle = 0.5 * (yes + no);
            if is_reached(middle)? {
                yes = middle;
            } else {
                no = middle;
            }
        }
        Ok(BreakEven::At(0.5 * (yes + no)))
    }

    /// Medians and chances at every pair of two factors' values, all else drawn as in [`Simulation::run`].
    ///
    /// # Errors
    /// [`ScenarioError::Factor`] for a factor that these assumptions do not have.
    pub fn two_way(&self, rows: (&FactorId, &[f64]), columns: (&FactorId, &[f64])) -> Result<TwoWay, ScenarioError> {
        let mut experiment = self.drawn();
        let mut table = TwoWay {
            totals: Vec::with_capacity(rows.1.len()),
            chances: Vec::with_capacity(rows.1.len()),
        };
        for row in rows.1 {
            experiment.hold(rows.0, *row)?;
            let mut line = Vec::with_capacity(columns.1.len());
            for column in columns.1 {
                experiment.hold(columns.0, *column)?;
                line.push(self.end(&experiment, Some(*column)));
            }
            table.totals.push(line.iter().map(|cell| cell.total).collect());
            table.chances.push(line.iter().map(|cell| cell.chance).collect());
        }
        Ok(table)
    }
}
