//! What takes longer: where the chance of a claim tips, two factors at once, scenarios side by side.

use std::sync::OnceLock;

use hadaf_core::{
    Assumptions, Claim, CostPoint, Decimal, FactorId, Outage, OutageKind, Part, PartList, Sample, Setting,
};
use hadaf_forecast::scenario::{BreakEven, ScenarioError, growth_shift};

use super::ScenarioCase;
use crate::error::Result;

/// What a reader may turn to see where a claim is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lever {
    /// Length of the first outage, days.
    Days,
    /// Share released of the first budget line.
    Released,
    /// Growth beyond the forecast, points a year.
    Growth,
}

impl Lever {
    /// The factor that it sets.
    pub fn factor(self) -> FactorId {
        match self {
            Self::Days => FactorId::part(PartList::Outage, 0, Part::Days),
            Self::Released => FactorId::part(PartList::Budget, 0, Part::Released),
            Self::Growth => growth_shift().id(),
        }
    }

    /// Between which values a break-even is looked for.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::Days => (0.0, 120.0),
            Self::Released => (0.0, 1.0),
            Self::Growth => (-50.0, 50.0),
        }
    }

    /// Values in a table.
    pub fn steps(self) -> &'static [f64] {
        match self {
            Self::Days => &[0.0, 3.0, 7.0, 14.0, 30.0, 60.0],
            Self::Released => &[0.0, 0.25, 0.5, 0.75, 1.0],
            Self::Growth => &[-10.0, -5.0, 0.0, 5.0, 10.0],
        }
    }

    /// Those that some assumptions have.
    fn of(assumptions: &Assumptions) -> Vec<Self> {
        let days = (!assumptions.outages.is_empty()).then_some(Self::Days);
        let released = (!assumptions.budget.is_empty()).then_some(Self::Released);
        [days, released, Some(Self::Growth)].into_iter().flatten().collect()
    }
}

/// Where the chance of a claim passes one half.
#[derive(Debug, Clone)]
pub struct BreakEvenOf<'a> {
    /// The claim, and what has to be reached.
    pub claim: (&'a Claim, Decimal),
    /// Which factor is varied.
    pub lever: Lever,
    /// Where the chance of the claim passes a half, if anywhere.
    pub found: BreakEven,
}

/// The chance of the claim by two levers.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverTable {
    /// The factor that is varied down the rows.
    pub rows: Lever,
    /// The factor that is varied along the columns.
    pub columns: Lever,
    /// One row for each of the first one's steps.
    pub chances: Vec<Vec<Option<f64>>>,
}

/// A scenario that stands beside others.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// Which one.
    pub kind: AlternativeKind,
    /// The year's total in every path.
    pub totals: Sample,
}

/// What stands beside a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlternativeKind {
    /// The forecast.
    Baseline,
    /// The scenario with every factor at its mild end.
    Mild,
    /// The scenario itself.
    Current,
    /// The scenario with every factor at its severe end.
    Severe,
    /// Another scenario of the workspace, by its title.
    Other(String),
}

impl<'a> ScenarioCase<'a> {
    /// Where the chance passes one half, of the target that stands and of the claim that is in doubt, by every lever.
    ///
    /// # Errors
    /// [`crate::ModelError::Scenario`].
    pub fn break_evens(&self) -> Result<&[BreakEvenOf<'a>]> {
        Ok(remembered(&self.break_evens, || self.find_break_evens())?)
    }

    fn find_break_evens(&self) -> Result<Vec<BreakEvenOf<'a>>, ScenarioError> {
        const EVEN: f64 = 0.5;
        let mut claims: Vec<(&Claim, Decimal)> = self.target.into_iter().chain(self.claim).collect();
        claims.retain(|(claim, _)| self.situation.reached(claim, self.year.year).is_none());
        claims.dedup_by(|left, right| left.0.id == right.0.id);
        // How long an outage would lose the claim can be asked of a scenario without one too: of no days yet, of all
        // lines, from the first day ahead.
        let with_outage = if self.assumptions().outages.is_empty() {
            let mut assumptions = self.assumptions().clone();
            assumptions.outages.push(Outage {
                title: OutageKind::National.to_string(),
                kind: OutageKind::National,
                start: self.simulation.base().first.first_day(),
                days: Setting::fixed(Decimal::ZERO),
                region_share: None,
            });
            Some(self.simulation.with(assumptions)?)
        } else {
            None
        };
        let simulation = with_outage.as_ref().unwrap_or(&self.simulation);
        let levers = Lever::of(simulation.assumptions());
        let pairs = claims
            .iter()
            .flat_map(|claim| levers.iter().map(move |lever| (*claim, *lever)));
        pairs
            .map(|(claim, lever)| {
                let goal = self.year.goal(claim.1.to_f64());
                let found = simulation.break_even(&lever.factor(), lever.bounds(), goal, EVEN)?;
                Ok(BreakEvenOf { claim, lever, found })
            })
            .collect()
    }

    /// The chance of the claim by the first two levers; none without a claim, with growth alone, or where the rows
    /// are all alike.
    ///
    /// # Errors
    /// [`crate::ModelError::Scenario`].
    pub fn lever_table(&self) -> Result<Option<&LeverTable>> {
        Ok(remembered(&self.lever_table, || self.find_lever_table())?.as_ref())
    }

    fn find_lever_table(&self) -> Result<Option<LeverTable>, ScenarioError> {
        let levers = Lever::of(self.assumptions());
        let [rows, columns, ..] = levers[..] else {
            return Ok(None);
        };
        if self.claim.is_none() {
            return Ok(None);
        }
        let (down, across) = (rows.factor(), columns.factor());
        let found = self
            .simulation
            .two_way((&down, rows.steps()), (&across, columns.steps()))?;
        let is_flat = found.chances.windows(2).all(|pair| pair[0] == pair[1]);
        Ok((!is_flat).then_some(LeverTable {
            rows,
            columns,
            chances: found.chances,
        }))
    }

    /// The forecast; the scenario at its mild end, as drawn and at its severe end, if it assumes anything; then the
    /// others of the workspace.
    ///
    /// # Errors
    /// [`crate::ModelError::Scenario`] for another scenario that cannot be computed with.
    pub fn alternatives(&self) -> Result<&[Alternative]> {
        Ok(remembered(&self.alternatives, || self.find_alternatives())?)
    }

    fn find_alternatives(&self) -> Result<Vec<Alternative>, ScenarioError> {
        let alternative = |kind, totals: &Sample| Alternative {
            kind,
            totals: totals.clone(),
        };
        let under = |kind, assumptions: Assumptions| -> Result<Alternative, ScenarioError> {
            Ok(alternative(kind, self.simulation.with(assumptions)?.totals()))
        };
        let mut found = vec![alternative(AlternativeKind::Baseline, self.baseline())];
        if *self.assumptions() != Assumptions::default() {
            let held = |point| self.assumptions().held(point);
            found.push(under(AlternativeKind::Mild, held(CostPoint::Mild)?)?);
            found.push(alternative(AlternativeKind::Current, self.totals()));
            found.push(under(AlternativeKind::Severe, held(CostPoint::Severe)?)?);
        }
        let others = self.situation.book.scenarios.iter();
        for other in others.filter(|other| other.id.as_str() != self.id) {
            let kind = AlternativeKind::Other(other.title.clone());
            found.push(under(kind, other.assumptions.clone())?);
        }
        Ok(found)
    }
}

/// The answer, found when it is first asked for.
fn remembered<T>(
    cell: &OnceLock<Result<T, ScenarioError>>,
    find: impl FnOnce() -> Result<T, ScenarioError>,
) -> Result<&T, ScenarioError> {
    cell.get_or_init(find).as_ref().map_err(Clone::clone)
}
