//! Assumptions in JSON: as they are stored, but with the numbers of entries as texts.

use std::collections::BTreeMap;

use hadaf_core::{Assumptions, BudgetAssumption, Decimal, FactorId, InitiativeAssumption, Month, Outage, Setting};
use serde::{Serialize, Serializer};

pub(super) fn written<S: Serializer>(assumptions: &Assumptions, serializer: S) -> Result<S::Ok, S::Error> {
    AssumptionsJson {
        outages: &assumptions.outages,
        outages_from_register: assumptions.outages_from_register,
        budget: assumptions.budget.iter().map(BudgetJson::of).collect(),
        initiatives: assumptions.initiatives.iter().map(InitiativeJson::of).collect(),
        factors: &assumptions.factors,
    }
    .serialize(serializer)
}

#[derive(Serialize)]
struct AssumptionsJson<'a> {
    outages: &'a [Outage],
    outages_from_register: bool,
    budget: Vec<BudgetJson<'a>>,
    initiatives: Vec<InitiativeJson<'a>>,
    factors: &'a BTreeMap<FactorId, Setting>,
}

#[derive(Serialize)]
struct BudgetJson<'a> {
    title: &'a str,
    line: Option<String>,
    amount: Decimal,
    released: Setting,
    from: Month,
}

impl<'a> BudgetJson<'a> {
    fn of(budget: &'a BudgetAssumption) -> Self {
        Self {
            title: &budget.title,
            line: budget.line.map(|number| number.to_string()),
            amount: budget.amount,
            released: budget.released,
            from: budget.from,
        }
    }
}

#[derive(Serialize)]
struct InitiativeJson<'a> {
    title: &'a str,
    initiative: Option<String>,
    start: Month,
    uplift: Setting,
    ramp_months: Setting,
    slip_months: Setting,
    chance: Setting,
}

impl<'a> InitiativeJson<'a> {
    fn of(measure: &'a InitiativeAssumption) -> Self {
        Self {
            title: &measure.title,
            initiative: measure.initiative.map(|number| number.to_string()),
            start: measure.start,
            uplift: measure.uplift,
            ramp_months: measure.ramp_months,
            slip_months: measure.slip_months,
            chance: measure.chance,
        }
    }
}
