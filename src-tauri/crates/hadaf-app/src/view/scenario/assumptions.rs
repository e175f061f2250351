//! Assumptions as people write them, and back.

use std::collections::BTreeMap;
use std::str::FromStr;

use hadaf_core::{Assumptions, BudgetAssumption, CoreError, Decimal, FactorId, InitiativeAssumption, Outage, Setting};

use crate::session::{Code, Result, number, parse_day, refusal};
use crate::view::{AssumptionsText, BudgetText, FactorChange, InitiativeText, OutageText, SettingText};

/// As people write them.
pub(crate) fn written(assumptions: &Assumptions) -> AssumptionsText {
    AssumptionsText {
        outages: assumptions
            .outages
            .iter()
            .map(|outage| OutageText {
                title: outage.title.clone(),
                kind: outage.kind.to_string(),
                start: outage.start.to_string(),
                days: setting_text(outage.days),
                region_share: outage.region_share.map(setting_text),
            })
            .collect(),
        outages_from_register: assumptions.outages_from_register,
        budget: assumptions
            .budget
            .iter()
            .map(|line| BudgetText {
                title: line.title.clone(),
                line: line.line.map(|id| id.to_string()),
                amount: line.amount.to_string(),
                released: setting_text(line.released),
                from: line.from.to_string(),
            })
            .collect(),
        initiatives: assumptions
            .initiatives
            .iter()
            .map(|measure| InitiativeText {
                title: measure.title.clone(),
                initiative: measure.initiative.map(|id| id.to_string()),
                start: measure.start.to_string(),
                uplift: setting_text(measure.uplift),
                ramp_months: setting_text(measure.ramp_months),
                slip_months: setting_text(measure.slip_months),
                chance: setting_text(measure.chance),
            })
            .collect(),
        factors: assumptions
            .factors
            .iter()
            .map(|(id, setting)| (id.to_string(), setting_text(*setting)))
            .collect(),
    }
}

pub(crate) fn setting_text(setting: Setting) -> SettingText {
    SettingText {
        low: setting.mild.to_string(),
        central: setting.central.to_string(),
        high: setting.severe.to_string(),
    }
}

/// Reads what was written, and checks that it can be computed with.
///
/// # Errors
/// [`Code::Word`], [`Code::Number`], [`Code::Date`], [`Code::Period`].
pub(crate) fn read(text: &AssumptionsText) -> Result<Assumptions> {
    let mut factors = BTreeMap::new();
    for (id, written) in &text.factors {
        factors.insert(parsed::<FactorId>(id)?, setting(written)?);
    }
    let assumptions = Assumptions {
        outages: text.outages.iter().map(outage).collect::<Result<_>>()?,
        outages_from_register: text.outages_from_register,
        budget: text.budget.iter().map(budget).collect::<Result<_>>()?,
        initiatives: text.initiatives.iter().map(initiative).collect::<Result<_>>()?,
        factors,
    };
    assumptions.check()?;
    Ok(assumptions)
}

/// Sets factors on top.
///
/// # Errors
/// As [`read`].
pub(crate) fn change(assumptions: &mut Assumptions, changes: &[FactorChange]) -> Result<()> {
    for change in changes {
        assumptions.set(&parsed(&change.factor)?, setting(&change.setting)?)?;
    }
    Ok(())
}

fn outage(text: &OutageText) -> Result<Outage> {
    Ok(Outage {
        title: text.title.trim().to_owned(),
        kind: parsed(&text.kind)?,
        start: parse_day(&text.start)?,
        days: setting(&text.days)?,
        region_share: text.region_share.as_ref().map(setting).transpose()?,
    })
}

fn budget(text: &BudgetText) -> Result<BudgetAssumption> {
    Ok(BudgetAssumption {
        title: text.title.trim().to_owned(),
        line: reference(text.line.as_deref(), "budget")?,
        amount: number(&text.amount)?.0,
        released: setting(&text.released)?,
        from: parsed(&text.from)?,
    })
}

fn initiative(text: &InitiativeText) -> Result<InitiativeAssumption> {
    Ok(InitiativeAssumption {
        title: text.title.trim().to_owned(),
        initiative: reference(text.initiative.as_deref(), "initiatives")?,
        start: parsed(&text.start)?,
        uplift: setting(&text.uplift)?,
        ramp_months: setting(&text.ramp_months)?,
        slip_months: setting(&text.slip_months)?,
        chance: setting(&text.chance)?,
    })
}

fn setting(text: &SettingText) -> Result<Setting> {
    let value = |text: &str| -> Result<Decimal> { Ok(number(text)?.0) };
    Ok(Setting {
        mild: value(&text.low)?,
        central: value(&text.central)?,
        severe: value(&text.high)?,
    })
}

/// The number of an entry of a register.
fn reference<Id: FromStr>(text: Option<&str>, register: &str) -> Result<Option<Id>> {
    let read = |text: &str| {
        let unknown = |_| refusal!(Code::Refused, "entry-unknown", register = register, id = text);
        text.parse().map_err(unknown)
    };
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(read)
        .transpose()
}

fn parsed<T: FromStr<Err = CoreError>>(text: &str) -> Result<T> {
    Ok(text.trim().parse()?)
}
