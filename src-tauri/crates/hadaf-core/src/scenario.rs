//! Scenarios: named sets of assumptions, stored exactly as they were entered.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::series_id::word_id;
use crate::{
    BudgetLineId, Coefficient, CoreError, CostPoint, Decimal, Factor, FactorGroup, FactorId, FactorUnit, InitiativeId,
    Month, OutageKind, Part, PartList, RangeKind, Result, Setting, UsedBy,
};

word_id!(
    /// Name of a scenario, e.g. `ten_days_in_april`.
    ScenarioId
);

/// An outage that is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outage {
    /// In a few words.
    pub title: String,
    /// What is cut off.
    pub kind: OutageKind,
    /// Its first day.
    pub start: Date,
    /// How long, in days.
    pub days: Setting,
    /// For one of a region: its share of the sector's capacity, 0 to 1, not of users; none takes the coefficient.
    #[serde(default)]
    pub region_share: Option<Setting>,
}

/// Money that is released in part only, or late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetAssumption {
    /// In a few words.
    pub title: String,
    /// The budget line that it is about, by number.
    #[serde(default)]
    pub line: Option<BudgetLineId>,
    /// What was to be released over a year, in the series' unit.
    pub amount: Decimal,
    /// The share of it that is released; what is not lowers receipts.
    pub released: Setting,
    /// The first month in which it was to be released.
    pub from: Month,
}

/// A measure that may add to exports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeAssumption {
    /// In a few words.
    pub title: String,
    /// The initiative that it is about, by number.
    #[serde(default)]
    pub initiative: Option<InitiativeId>,
    /// The first month in which it works.
    pub start: Month,
    /// What it adds to exports once it works in full, as a share of them.
    pub uplift: Setting,
    /// Months from a tenth of that to nine tenths.
    pub ramp_months: Setting,
    /// Months that it starts late.
    #[serde(default = "nothing")]
    pub slip_months: Setting,
    /// Chance that it is delivered at all.
    pub chance: Setting,
}

fn nothing() -> Setting {
    Setting::fixed(Decimal::ZERO)
}

/// What a scenario assumes. The empty one is the forecast as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Assumptions {
    /// Outages that are assumed, in the order of the list.
    pub outages: Vec<Outage>,
    /// Further outages are drawn each month as the register has had them.
    pub outages_from_register: bool,
    /// Money that comes late or in part.
    pub budget: Vec<BudgetAssumption>,
    /// Measures that add to exports or take from them.
    pub initiatives: Vec<InitiativeAssumption>,
    /// Coefficients that are set to something else than their default, by id.
    pub factors: BTreeMap<FactorId, Setting>,
}

/// A named set of assumptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its name.
    pub id: ScenarioId,
    /// As people call it.
    pub title: String,
    /// Anything to know about it.
    pub note: String,
    /// What it assumes.
    pub assumptions: Assumptions,
    /// Its place in the list.
    pub position: i64,
    /// Who entered it.
    pub entered_by: String,
    /// When.
    pub entered_at: Timestamp,
}

impl Scenario {
    /// Whether it may be stored.
    ///
    /// # Errors
    /// [`CoreError::Untitled`] without a title, and what [`Assumptions::check`] finds.
    pub fn check(&self) -> Result<()> {
        titled(&self.title, None)?;
        self.assumptions.check()
    }
}

/// The most assumptions of one kind.
pub(crate) const LONGEST_LIST: usize = 100;

impl Assumptions {
    /// Whether they can be computed with.
    ///
    /// # Errors
    /// What is wrong first, with the id of the factor: out of its range, not in order, unknown, or a
    /// title that is missing.
    pub fn check(&self) -> Result<()> {
        for (what, length) in [
            (RangeKind::Outages, self.outages.len()),
            (RangeKind::BudgetLines, self.budget.len()),
            (RangeKind::Initiatives, self.initiatives.len()),
        ] {
            if length > LONGEST_LIST {
                let (value, high) = (
                    i64::try_from(length).expect("no list in memory is so long"),
                    LONGEST_LIST as i64,
                );
                return Err(CoreError::Range {
                    what,
                    value,
                    low: 0,
                    high,
                });
            }
        }
        let lists = [
            (PartList::Outage, titles(&self.outages, |outage| &outage.title)),
            (PartList::Budget, titles(&self.budget, |line| &line.title)),
            (
                PartList::Initiative,
                titles(&self.initiatives, |measure| &measure.title),
            ),
        ];
        for (list, titles) in lists {
            for (number, title) in (1..).zip(titles) {
                titled(title, Some((list, number)))?;
            }
        }
        for (number, line) in (1..).zip(&self.budget) {
            let (least, most) = (Decimal::ZERO, Decimal::constant(1_000_000_000_000, 0));
            if line.amount.cmp_value(least).is_lt() || line.amount.cmp_value(most).is_gt() {
                return Err(CoreError::FactorRange {
                    factor: format!("budget.{number}.amount"),
                    value: line.amount,
                    least,
                    most,
                });
            }
        }
        if let Some(id) = self.factors.keys().find(|id| !matches!(id, FactorId::Coefficient(_))) {
            return Err(CoreError::FactorUnknown { factor: id.to_string() });
        }
        let coefficients = Coefficient::all().map(|coefficient| self.coefficient(coefficient));
        self.parts()
            .into_iter()
            .chain(coefficients)
            .try_for_each(|factor| factor.check(factor.setting))
    }

    /// A coefficient as it is set here.
    pub fn coefficient(&self, coefficient: Coefficient) -> Factor {
        let mut factor = coefficient.factor();
        if let Some(setting) = self.factors.get(&factor.id) {
            factor.setting = *setting;
            if factor.is_changed() {
                factor.source = Factor::ENTERED;
            }
        }
        factor
    }

    /// Everything that can be set and matters here: the parts of every assumption, then the
    /// coefficients that something uses. Growth and the exchange rate are always there.
    pub fn factors(&self) -> Vec<Factor> {
        let used = Coefficient::all().filter(|coefficient| self.uses(*coefficient));
        let used = used.map(|coefficient| self.coefficient(coefficient));
        self.parts().into_iter().chain(used).collect()
    }

    /// A factor as it is set here, whether something uses it or not.
    pub fn factor(&self, id: &FactorId) -> Option<Factor> {
        match id {
            FactorId::Coefficient(coefficient) => Some(self.coefficient(*coefficient)),
            FactorId::Part { .. } => self.parts().into_iter().find(|factor| factor.id == *id),
        }
    }

    /// Sets a factor. A coefficient set to its default is no longer kept.
    ///
    /// # Errors
    /// [`CoreError::FactorUnknown`], and what [`Factor::check`] finds.
    pub fn set(&mut self, id: &FactorId, setting: Setting) -> Result<()> {
        let unknown = || CoreError::FactorUnknown { factor: id.to_string() };
        let mut factor = self.factor(id).ok_or_else(unknown)?;
        factor.check(setting)?;
        match id {
            FactorId::Coefficient(_) => {
                factor.setting = setting;
                if factor.is_changed() {
                    self.factors.insert(id.clone(), setting);
                } else {
                    self.factors.remove(id);
                }
            }
            FactorId::Part { list, index, part } => {
                *self.part_mut(*list, usize::from(*index), *part).ok_or_else(unknown)? = setting;
            }
        }
        Ok(())
    }

    fn part_mut(&mut self, list: PartList, index: usize, part: Part) -> Option<&mut Setting> {
        match list {
            PartList::Outage => {
                let outage = self.outages.get_mut(index)?;
                match part {
                    Part::Days => Some(&mut outage.days),
                    Part::RegionShare => outage.region_share.as_mut(),
                    _ => None,
                }
            }
            PartList::Budget => {
                let line = self.budget.get_mut(index)?;
                (part == Part::Released).then_some(&mut line.released)
            }
            PartList::Initiative => {
                let measure = self.initiatives.get_mut(index)?;
                match part {
                    Part::Uplift => Some(&mut measure.uplift),
                    Part::RampMonths => Some(&mut measure.ramp_months),
                    Part::SlipMonths => Some(&mut measure.slip_months),
                    Part::Chance => Some(&mut measure.chance),
                    _ => None,
                }
            }
        }
    }

    /// The parts of every assumption, as factors.
    pub fn parts(&self) -> Vec<Factor> {
        let mut parts = Vec::new();
        for (index, outage) in self.outages.iter().enumerate() {
            let mut add = |part, setting| parts.push(part_of(PartList::Outage, index, part, setting));
            add(Part::Days, outage.days);
            if let Some(share) = outage.region_share {
                add(Part::RegionShare, share);
            }
        }
        for (index, line) in self.budget.iter().enumerate() {
            parts.push(part_of(PartList::Budget, index, Part::Released, line.released));
        }
        for (index, measure) in self.initiatives.iter().enumerate() {
            for (part, setting) in [
                (Part::Uplift, measure.uplift),
                (Part::RampMonths, measure.ramp_months),
                (Part::SlipMonths, measure.slip_months),
                (Part::Chance, measure.chance),
            ] {
                parts.push(part_of(PartList::Initiative, index, part, setting));
            }
        }
        parts
    }

    /// Whether a coefficient can have an effect here. What the register holds is taken as of every kind.
    pub fn uses(&self, coefficient: Coefficient) -> bool {
        let any = |is_hit: &dyn Fn(&Outage) -> bool| self.outages_from_register || self.outages.iter().any(is_hit);
        match coefficient.used_by() {
            UsedBy::Always => true,
            UsedBy::Outage => any(&|_| true),
            UsedBy::Kinds(kinds) => any(&|outage| kinds.contains(&outage.kind)),
            UsedBy::RegionWithoutShare => {
                any(&|outage| outage.kind == OutageKind::Region && outage.region_share.is_none())
            }
            UsedBy::Budget => !self.budget.is_empty(),
            UsedBy::Coefficient(other) => {
                let setting = self.coefficient(*other).setting;
                setting.values().iter().any(|value| !value.is_zero())
            }
        }
    }

    /// The assumptions with every factor that matters fixed at one of its three points.
    ///
    /// # Errors
    /// As [`Assumptions::set`].
    pub fn held(&self, point: CostPoint) -> Result<Self> {
        let mut held = self.clone();
        for factor in self.factors() {
            held.set(&factor.id, Setting::fixed(factor.setting.at(point)))?;
        }
        Ok(held)
    }
}

/// Longest outage, days; longest ramp and slip, months; largest uplift, a multiple of exports.
fn part_of(list: PartList, index: usize, part: Part, setting: Setting) -> Factor {
    let (symbol, unit, group, most) = match part {
        Part::Days => ("L", FactorUnit::Days, FactorGroup::Event, 1_000),
        Part::RegionShare => ("c", FactorUnit::Share, FactorGroup::Event, 1),
        Part::Released => ("", FactorUnit::Share, FactorGroup::Budget, 1),
        Part::Uplift => ("", FactorUnit::Share, FactorGroup::Initiative, 2),
        Part::RampMonths | Part::SlipMonths => ("", FactorUnit::Months, FactorGroup::Initiative, 120),
        Part::Chance => ("", FactorUnit::Share, FactorGroup::Initiative, 1),
    };
    // A measure may also do harm.
    let least = if part == Part::Uplift { -1 } else { 0 };
    Factor {
        id: FactorId::part(list, index, part),
        symbol,
        unit,
        group,
        setting,
        default: None,
        least: Decimal::constant(least, 0),
        most: Decimal::constant(most, 0),
        source: "scenario",
        assumed: true,
    }
}

fn titles<T>(list: &[T], title: impl Fn(&T) -> &String) -> Vec<&str> {
    list.iter().map(|one| title(one).as_str()).collect()
}

fn titled(title: &str, of: Option<(PartList, usize)>) -> Result<()> {
    if title.trim().is_empty() {
        return Err(CoreError::Untitled { of });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(value: i32) -> Setting {
        Setting::fixed(Decimal::from(value))
    }

    fn coefficient(word: &str) -> Coefficient {
        word.parse().unwrap()
    }

    fn assumptions() -> Assumptions {
        Assumptions {
            outages: vec![Outage {
                title: "A week in April".into(),
                kind: OutageKind::National,
                start: jiff::civil::date(2026, 4, 6),
                days: fixed(7),
                region_share: None,
            }],
            budget: vec![BudgetAssumption {
                title: "Half of the PSDP".into(),
                line: None,
                amount: Decimal::from(58),
                released: Setting::fixed(Decimal::constant(5, 1)),
                from: "2026-04".parse().unwrap(),
            }],
            initiatives: vec![InitiativeAssumption {
                title: "Parks".into(),
                initiative: Some(InitiativeId(3)),
                start: "2026-05".parse().unwrap(),
                uplift: Setting::fixed(Decimal::constant(2, 2)),
                ramp_months: fixed(6),
                slip_months: fixed(0),
                chance: Setting::fixed(Decimal::constant(5, 1)),
            }],
            ..Assumptions::default()
        }
    }

    #[test]
    fn only_what_is_used_can_be_set() {
        let empty: Vec<String> = Assumptions::default()
            .factors()
            .iter()
            .map(|it| it.id.to_string())
            .collect();
        assert_eq!(empty, ["growth_shift", "exchange_rate"]);
        let mut dearer = Assumptions::default();
        dearer.set(&coefficient("exchange_rate").id(), fixed(5)).unwrap();
        assert!(dearer.uses(coefficient("exchange_elasticity")));
        let ids: Vec<String> = assumptions().factors().iter().map(|it| it.id.to_string()).collect();
        assert_eq!(ids[..2], ["outage.1.days", "budget.1.released"]);
        assert!(ids.contains(&"capacity_national".into()) && !ids.contains(&"capacity_ban".into()));
        assert!(ids.contains(&"initiative.1.slip_months".into()) && ids.contains(&"budget_lag".into()));
    }

    #[test]
    fn a_factor_is_set_by_its_id_and_refused_in_words() {
        let mut assumptions = assumptions();
        let id = |text: &str| text.parse::<FactorId>().unwrap();
        assumptions.set(&id("outage.1.days"), fixed(10)).unwrap();
        assert_eq!(assumptions.outages[0].days, fixed(10));
        assumptions.set(&id("return_weeks"), fixed(6)).unwrap();
        let weeks = coefficient("return_weeks");
        assert_eq!(assumptions.coefficient(weeks).setting, fixed(6));
        assumptions.set(&id("return_weeks"), weeks.factor().setting).unwrap();
        assert!(assumptions.factors.is_empty());
        let error = assumptions.set(&id("outage.1.days"), fixed(2_000)).unwrap_err();
        assert_eq!(error.to_string(), "outage.1.days of 2000 is outside 0 to 1000");
        for missing in ["outage.2.days", "outage.1.region_share", "budget.1.days"] {
            assert_eq!(
                assumptions.set(&id(missing), fixed(1)).unwrap_err().code(),
                "factor_unknown"
            );
        }
    }

    #[test]
    fn a_check_names_what_is_wrong() {
        assert!(assumptions().check().is_ok());
        let mut untitled = assumptions();
        untitled.outages[0].title = " ".into();
        assert_eq!(
            untitled.check().unwrap_err().to_string(),
            "the title of outage 1 is missing"
        );
        let mut debt = assumptions();
        debt.budget[0].amount = Decimal::from(-1);
        assert_eq!(debt.check().unwrap_err().code(), "factor_out_of_range");
        let mut part = assumptions();
        part.factors.insert("outage.1.days".parse().unwrap(), fixed(1));
        assert_eq!(part.check().unwrap_err().code(), "factor_unknown");
        let mut sure = assumptions();
        sure.initiatives[0].chance = fixed(2);
        assert_eq!(
            sure.check().unwrap_err().to_string(),
            "initiative.1.chance of 2 is outside 0 to 1"
        );
        let mut many = assumptions();
        many.outages = vec![many.outages[0].clone(); LONGEST_LIST + 1];
        assert_eq!(many.check().unwrap_err().code(), "out_of_range");
    }
}
