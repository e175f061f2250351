//! What outages that were took from months that are known.

use hadaf_core::{Assumptions, CostPoint, Month, Outage};

use super::{Base, PastOutages, ScenarioError, Simulation, TotalSpan};
use crate::paths::Paths;
use crate::revisions::Revisions;

/// Rounds after which the months without the outages no longer move: each is nearer by the share that was cut off.
const ROUNDS: usize = 20;

/// What outages took from the receipts of some months, in the unit of these.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastCost {
    /// Every coefficient at its central point.
    pub central: f64,
    /// Every one at its severe point.
    pub worst: f64,
}

impl PastCost {
    /// Of outages that were, by the country's coefficients, from months as they came in, the first of which is `first`.
    /// What is paid or done after the months counts as taken from them.
    ///
    /// # Errors
    /// [`ScenarioError::Assumptions`] for an outage that no scenario could assume, [`ScenarioError::Range`] without a month.
    pub fn of(first: Month, receipts: &[f64], outages: Vec<Outage>) -> Result<Self, ScenarioError> {
        let assumptions = Assumptions {
            outages,
            ..Assumptions::default()
        };
        let total: f64 = receipts.iter().sum();
        let cost = |point: CostPoint| -> Result<f64, ScenarioError> {
            // The receipts lack the cost already.
            let mut cost = 0.0;
            for _ in 0..ROUNDS {
                let without = if total > 0.0 { 1.0 + cost / total } else { 1.0 };
                let months = receipts.iter().map(|month| month * without).collect();
                cost = taken(first, &Paths::of(months, receipts.len().max(1)), &assumptions, point)?;
            }
            Ok(cost)
        };
        Ok(Self {
            central: cost(CostPoint::Central)?,
            worst: cost(CostPoint::Severe)?,
        })
    }
}

/// What the outages take from one path.
fn taken(first: Month, path: &Paths, assumptions: &Assumptions, point: CostPoint) -> Result<f64, ScenarioError> {
    let base = Base {
        paths: path,
        first,
        known: Vec::new(),
        register: PastOutages::none(),
        seed: 0,
    };
    let span = TotalSpan {
        range: 1..=path.horizon(),
        known: 0.0,
        revisions: Revisions::none(),
        target: None,
    };
    let simulation = Simulation::new(base, assumptions.clone(), span)?;
    let left: f64 = simulation.held(point).totals().into_iter().sum();
    Ok(path.rows().flatten().sum::<f64>() - left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hadaf_core::{Decimal, OutageKind, Setting};

    fn outage(kind: OutageKind, days: i32) -> Outage {
        Outage {
            title: "Then".into(),
            kind,
            start: "2025-08-06".parse().expect("a day"),
            days: Setting::fixed(Decimal::from(days)),
            region_share: None,
        }
    }

    fn cost(outages: Vec<Outage>) -> PastCost {
        let july = "2025-07".parse().expect("a month");
        PastCost::of(july, &[380.0; 12], outages).expect("a cost")
    }

    /// By hand, Balochistan from 6 to 31 August 2025 in a year of 4,562. Of August 20.4 of 24 weighted days are hit, 0.85;
    /// a region is 3 % of capacity (10 at worst), of which 80 % (95) go, and 61 % of the work (81) needs the line. Of 337
    /// that is 4.2 (22.0); after 26 days next to nothing is recovered. Clients: 0.05 % a day (0.2) after the third, 23 days,
    /// of the 2.4 % (9.5) cut off, halved in six months (twelve): 0.7 (13.3) of the months to June. Together 4.8 and 35.4, and
    /// 0.8 % more at worst, since the outturn lacks it already.
    #[test]
    fn a_cost_is_that_worked_out_by_hand() {
        let mut months = vec![354.0, 337.0, 366.0, 386.0, 356.0, 437.0, 374.0, 365.0];
        months.extend([396.75; 4]);
        let july = "2025-07".parse().expect("a month");
        let found = PastCost::of(july, &months, vec![outage(OutageKind::Region, 26)]).expect("a cost");
        assert!((found.central - 4.83).abs() < 0.02, "{found:?}");
        assert!((found.worst - 35.67).abs() < 0.1, "{found:?}");
    }

    #[test]
    fn a_longer_or_wider_outage_took_more_and_none_took_nothing() {
        assert_eq!(
            cost(Vec::new()),
            PastCost {
                central: 0.0,
                worst: 0.0
            }
        );
        let region = cost(vec![outage(OutageKind::Region, 26)]);
        let national = cost(vec![outage(OutageKind::National, 26)]);
        let short = cost(vec![outage(OutageKind::National, 5)]);
        assert!(0.0 < region.central && region.central < region.worst, "{region:?}");
        assert!(
            region.worst < national.worst && short.worst < national.worst,
            "{national:?}"
        );
        // The receipts lack the cost: half of a year that was offline is no cost of half of what is left.
        assert!(national.worst < 380.0 * 12.0, "{national:?}");
        assert!(PastCost::of("2025-07".parse().expect("a month"), &[], Vec::new()).is_err());
    }
}
