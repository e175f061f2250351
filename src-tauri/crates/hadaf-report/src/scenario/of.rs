//! From a scenario's case to what is reported of it.

use hadaf_core::{Chance, Claim, Decimal, Factor};
use hadaf_forecast::scenario::{BreakEven, End, Swing};
use hadaf_model::scenario::BreakEvenOf;
use hadaf_model::{Result, ScenarioCase};

use super::{BreakEvenOutcome, ScenarioBreakEven, ScenarioChance, ScenarioFactor, ScenarioReport, ScenarioSwing};
use crate::year_range::YearRange;

impl ScenarioReport {
    /// What a scenario does to its year. `record` is the sentence on past chances, without which no chance stands.
    ///
    /// # Errors
    /// As [`ScenarioCase::break_evens`].
    pub fn of(case: &ScenarioCase<'_>, record: String) -> Result<Self> {
        let tornado = case.tornado();
        Ok(Self {
            scenario: case.id.clone(),
            title: case.title.clone(),
            series: case.situation.series.id.clone(),
            as_of: case.situation.as_of.past(),
            fiscal_year: case.year.year,
            paths: case.paths().count(),
            seed: case.outlook.seed,
            assumed: true,
            assumptions: case.assumptions().clone(),
            factors: case.assumptions().factors().into_iter().map(factor).collect(),
            baseline: YearRange::of(case.baseline()),
            year: YearRange::of(case.totals()),
            claims: case.claims.iter().map(|claim| chance(case, *claim)).collect(),
            record,
            claim: case.claim.map(|(claim, _)| claim.id.clone()),
            break_even: case.break_evens()?.iter().map(break_even).collect(),
            tornado: tornado.swings.iter().map(swing).collect(),
            together: swing(&tornado.together),
        })
    }
}

fn factor(factor: Factor) -> ScenarioFactor {
    ScenarioFactor {
        id: factor.id,
        setting: factor.setting,
        default: factor.default,
        least: factor.least,
        most: factor.most,
        unit: factor.unit,
        source: factor.source,
        assumed: factor.assumed,
    }
}

fn chance(case: &ScenarioCase<'_>, (claim, amount): (&Claim, Decimal)) -> ScenarioChance {
    let reached = case.situation.reached(claim, case.year.year);
    ScenarioChance {
        id: claim.id.clone(),
        value: amount,
        value_high: case.situation.deciding_high(claim),
        baseline_probability: case.chance(case.baseline(), (claim, amount)),
        probability: case.chance(case.totals(), (claim, amount)),
        is_reached: reached.is_some(),
        reached: reached.and_then(|it| it.period?.as_month()),
    }
}

fn break_even(even: &BreakEvenOf<'_>) -> ScenarioBreakEven {
    let (outcome, value) = match even.found {
        BreakEven::At(value) => (BreakEvenOutcome::At, Some(value)),
        BreakEven::LostWithout => (BreakEvenOutcome::LostWithout, None),
        BreakEven::SafeWithAll => (BreakEvenOutcome::SafeWithAll, None),
    };
    ScenarioBreakEven {
        claim: even.claim.0.id.clone(),
        reaches: even.claim.1,
        factor: even.lever.factor(),
        outcome,
        value,
    }
}

fn swing(swing: &Swing) -> ScenarioSwing {
    let chance = |end: &End| end.chance.and_then(Chance::new);
    ScenarioSwing {
        factor: swing.factor.clone(),
        total_low: swing.mild.total,
        total_high: swing.severe.total,
        probability_low: chance(&swing.mild),
        probability_high: chance(&swing.severe),
    }
}
