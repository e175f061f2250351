//! Assumptions as people write them, and back.

use std::collections::BTreeMap;
use std::str::FromStr;

use hadaf_core::{Assumptions, BudgetAssumption, CoreError, Decimal, FactorId, InitiativeAssumption, Outage, Setting};
use hadaf_error::{Code, Result, number, parse_day, refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The 10, 50 and 90 % points of cost, digit for digit: low is what costs least. A number that is not in doubt has
/// all three equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettingText {
    /// One time in ten it costs less.
    pub low: String,
    /// As likely to cost more as less.
    pub central: String,
    /// One time in ten it costs more.
    pub high: String,
}

/// An outage that is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutageText {
    /// In a few words.
    pub title: String,
    /// national, mobile, throttled, cable, ban or region.
    pub kind: String,
    /// Its first day, ISO.
    pub start: String,
    /// How many days.
    pub days: SettingText,
    /// Share of the sector's capacity in the region, 0 to 1; null takes the coefficient.
    pub region_share: Option<SettingText>,
}

/// Money that is released in part only, or late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetText {
    /// In a few words.
    pub title: String,
    /// The number of the budget line that it is about, or null.
    pub line: Option<String>,
    /// What was to be released over a year, in the series' unit.
    pub amount: String,
    /// The share of it that is released, 0 to 1.
    pub released: SettingText,
    /// The first month in which it was to be released.
    pub from: String,
}

/// A measure that may add to exports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeText {
    /// In a few words.
    pub title: String,
    /// The number of the initiative that it is about, or null.
    pub initiative: Option<String>,
    /// The first month in which it works.
    pub start: String,
    /// What it adds to exports once it works in full, as a share of them.
    pub uplift: SettingText,
    /// Months from a tenth of that to nine tenths.
    pub ramp_months: SettingText,
    /// Months that it starts late.
    pub slip_months: SettingText,
    /// Chance that it is delivered at all.
    pub chance: SettingText,
}

/// What a scenario assumes, as people write it. The empty one is the forecast as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssumptionsText {
    /// Outages.
    pub outages: Vec<OutageText>,
    /// Further outages are drawn each month as the register has had them.
    pub outages_from_register: bool,
    /// Money released.
    pub budget: Vec<BudgetText>,
    /// Measures.
    pub initiatives: Vec<InitiativeText>,
    /// Coefficients that are set to something else than their default, by id.
    pub factors: BTreeMap<String, SettingText>,
}

/// Sets one factor for one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactorChange {
    /// Its id, such as `outage.1.days` or `made_up`.
    pub factor: String,
    /// What it is set to.
    pub setting: SettingText,
}

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
