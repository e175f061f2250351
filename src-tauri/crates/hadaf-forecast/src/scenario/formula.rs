//! Where each coefficient of the table stands in the formulas, and their values in one draw.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use hadaf_core::{Coefficient, OutageKind, export_sectors};

use super::effect::{Event, payment};
use crate::numeric::{exp, ln};

/// The most groups of sectors, so that a number for each of them needs no allocation.
pub(super) const GROUPS: usize = 4;

/// A number for each group of sectors, those that there are first; 0 for the others.
pub(super) type PerGroup = [f64; GROUPS];

static FORMULA: LazyLock<Formula> = LazyLock::new(|| Formula::new().expect("compiled in, and tested below"));

/// The coefficients by what they stand for.
#[derive(Debug)]
pub(super) struct Formula {
    groups: Vec<GroupTerms>,
    /// Capacity cut off by each kind of outage but that of a region, by group.
    capacity: BTreeMap<OutageKind, Vec<Coefficient>>,
    /// A region's share of the capacity, where nobody gave it.
    region: Coefficient,
    /// `u₀`.
    pub(super) recovered: Coefficient,
    /// `τ`, days.
    pub(super) recovery_days: Coefficient,
    /// `r`.
    pub(super) return_weeks: Coefficient,
    /// `q`.
    pub(super) clients_lost: Coefficient,
    /// `h`, months.
    pub(super) clients_half_life: Coefficient,
    /// What a day of a weekend counts.
    pub(super) weekend_weight: Coefficient,
    /// `β`.
    pub(super) budget_effect: Coefficient,
    /// Months.
    pub(super) budget_lag: Coefficient,
    growth_shift: Coefficient,
    exchange_rate: Coefficient,
    exchange_elasticity: Coefficient,
    /// Of draws, not of the formulas.
    pub(super) severity_correlation: Coefficient,
}

/// Sectors that are cut off and paid alike.
#[derive(Debug)]
struct GroupTerms {
    sectors: Vec<SectorTerms>,
    paid_same_month: Coefficient,
}

#[derive(Debug)]
struct SectorTerms {
    /// None for the sector that earns what the others leave.
    share: Option<Coefficient>,
    live: Coefficient,
}

/// Coefficients that no place of the formulas has taken yet.
struct Free(BTreeMap<&'static str, Coefficient>);

impl Free {
    fn find(&mut self, id: &str) -> Option<Coefficient> {
        self.0.remove(id)
    }

    fn take(&mut self, id: &str) -> Result<Coefficient, String> {
        self.find(id).ok_or_else(|| format!("no coefficient {id}"))
    }
}

impl Formula {
    /// The one of the country.
    pub(super) fn of_country() -> &'static Self {
        &FORMULA
    }

    /// Finds a coefficient for every place, and a place for every coefficient.
    fn new() -> Result<Self, String> {
        let mut free = Free(Coefficient::all().map(|one| (one.as_str(), one)).collect());
        let (names, groups) = groups(&mut free)?;
        let formula = Self {
            groups,
            capacity: capacity(&mut free, &names)?,
            region: free.take("capacity_region")?,
            recovered: free.take("made_up")?,
            recovery_days: free.take("made_up_days")?,
            return_weeks: free.take("return_weeks")?,
            clients_lost: free.take("clients_lost")?,
            clients_half_life: free.take("clients_half_life")?,
            weekend_weight: free.take("weekend_weight")?,
            budget_effect: free.take("budget_effect")?,
            budget_lag: free.take("budget_lag")?,
            growth_shift: free.take("growth_shift")?,
            exchange_rate: free.take("exchange_rate")?,
            exchange_elasticity: free.take("exchange_elasticity")?,
            severity_correlation: free.take("severity_correlation")?,
        };
        match free.0.keys().next() {
            Some(unused) => Err(format!("nothing uses the coefficient {unused}")),
            None => Ok(formula),
        }
    }
}

/// Growth beyond the forecast, points a year: every scenario can be asked about it.
pub fn growth_shift() -> Coefficient {
    Formula::of_country().growth_shift
}

/// The groups by name, each with its sectors.
fn groups(free: &mut Free) -> Result<(Vec<&'static str>, Vec<GroupTerms>), String> {
    let mut names: Vec<&str> = Vec::new();
    let mut groups: Vec<GroupTerms> = Vec::new();
    for part in export_sectors() {
        let sector = SectorTerms {
            share: free.find(&format!("share_{}", part.sector)),
            live: free.take(&format!("live_{}", part.sector))?,
        };
        if let Some(place) = names.iter().position(|name| *name == part.group) {
            groups[place].sectors.push(sector);
        } else {
            names.push(&part.group);
            groups.push(GroupTerms {
                sectors: vec![sector],
                paid_same_month: free.take(&format!("paid_same_month_{}", part.group))?,
            });
        }
    }
    for group in &mut groups {
        // What is left of a group belongs to the last of its sectors.
        group.sectors.sort_by_key(|sector| sector.share.is_none());
    }
    let sectors = groups.iter().flat_map(|group| &group.sectors);
    if groups.len() > GROUPS || sectors.filter(|sector| sector.share.is_none()).count() != 1 {
        return Err(format!("more than {GROUPS} groups, or not one sector without a share"));
    }
    Ok((names, groups))
}

/// The capacity that each kind of outage cuts off: one coefficient for all groups, or one for each.
fn capacity(free: &mut Free, groups: &[&str]) -> Result<BTreeMap<OutageKind, Vec<Coefficient>>, String> {
    let mut capacity = BTreeMap::new();
    for kind in OutageKind::ALL.iter().filter(|kind| **kind != OutageKind::Region) {
        let of_groups = match free.find(&format!("capacity_{kind}")) {
            Some(alike) => vec![alike; groups.len()],
            None => {
                let of = |group: &&str| free.take(&format!("capacity_{kind}_{group}"));
                groups.iter().map(of).collect::<Result<_, _>>()?
            }
        };
        capacity.insert(*kind, of_groups);
    }
    Ok(capacity)
}

/// The coefficients' values in one draw.
pub(super) struct Terms<'v> {
    formula: &'static Formula,
    /// In the order of the table.
    values: &'v [f64],
    /// Share of exports of each group.
    pub(super) mix: PerGroup,
    /// `n` of each group.
    pub(super) live: PerGroup,
    /// `p` of each group: shares of the work paid in its month and in the two after it.
    payments: [[f64; 3]; GROUPS],
}

impl<'v> Terms<'v> {
    /// From the values of all coefficients, in the order of the table; what follows them is not read.
    pub(super) fn of(values: &'v [f64]) -> Self {
        let formula = Formula::of_country();
        let mut terms = Self {
            formula,
            values,
            mix: [0.0; GROUPS],
            live: [0.0; GROUPS],
            payments: [[0.0; 3]; GROUPS],
        };
        for (place, group) in formula.groups.iter().enumerate() {
            terms.mix[place] = terms.share(group);
            terms.live[place] = terms.live(group, terms.mix[place]);
            terms.payments[place] = payment(terms.value(group.paid_same_month));
        }
        terms
    }

    fn value(&self, coefficient: Coefficient) -> f64 {
        self.values[coefficient.index()]
    }

    /// The value of one that has a single place.
    pub(super) fn at(&self, place: impl Fn(&Formula) -> Coefficient) -> f64 {
        self.value(place(self.formula))
    }

    /// What each of some sectors earns; the sector without a share is left out.
    fn shares(&self, group: &GroupTerms) -> f64 {
        let shares = group.sectors.iter().filter_map(|sector| sector.share);
        shares.map(|share| self.value(share)).sum()
    }

    /// Share of exports that a group earns.
    fn share(&self, group: &GroupTerms) -> f64 {
        if group.sectors.iter().all(|sector| sector.share.is_some()) {
            return self.shares(group);
        }
        let others = self.formula.groups.iter().filter(|other| !std::ptr::eq(*other, group));
        1.0 - others.map(|other| self.shares(other)).sum::<f64>()
    }

    /// Share of a group's work that needs the line live: the mean of its sectors by what they earn.
    fn live(&self, group: &GroupTerms, mix: f64) -> f64 {
        let (mut sum, mut left) = (0.0, 1.0);
        let last = group.sectors.len() - 1;
        for (place, sector) in group.sectors.iter().enumerate() {
            // The last one does what the others leave, so that shares set too high add up to no more than the group.
            let part = match sector.share {
                Some(share) if place < last && mix > 0.0 => (self.value(share) / mix).min(left),
                Some(_) if place < last => 0.0,
                _ => left,
            };
            sum += part * self.value(sector.live);
            left -= part;
        }
        sum
    }

    /// `c`: share of each group's capacity that an outage cuts off.
    pub(super) fn capacity(&self, event: &Event) -> PerGroup {
        let of = |kind: OutageKind, share: f64| {
            let mut capacity = [0.0; GROUPS];
            for (own, coefficient) in capacity.iter_mut().zip(&self.formula.capacity[&kind]) {
                *own = share * self.value(*coefficient);
            }
            capacity
        };
        match event.kind {
            // All lines of the region are down, with the backups that there are.
            OutageKind::Region => {
                let share = event.region_share.unwrap_or_else(|| self.value(self.formula.region));
                of(OutageKind::National, share)
            }
            kind => of(kind, 1.0),
        }
    }

    /// A number of each group over all exports.
    pub(super) fn overall(&self, per_group: PerGroup) -> f64 {
        self.mix.iter().zip(per_group).map(|(mix, own)| mix * own).sum()
    }

    /// What is paid of work done in a month, by group: `p` of each, the groups that there are.
    pub(super) fn payments(&self) -> &[[f64; 3]] {
        &self.payments[..self.formula.groups.len()]
    }

    /// `u`: share of the work of an outage of so many days that is done later.
    pub(super) fn recovered(&self, days: f64) -> f64 {
        let fading = exp(-(days - 1.0).max(0.0) / self.at(|it| it.recovery_days).max(1e-6));
        self.at(|it| it.recovered) * fading
    }

    /// Growth and the exchange rate, as a multiple of the month at a horizon (from 1).
    pub(super) fn economy(&self, horizon: usize) -> f64 {
        let (growth, rate) = (self.at(|it| it.growth_shift), self.at(|it| it.exchange_rate));
        let mut multiple = 1.0;
        if growth != 0.0 {
            multiple *= exp(ln((1.0 + growth / 100.0).max(1e-6)) * horizon as f64 / 12.0);
        }
        let elasticity = self.at(|it| it.exchange_elasticity);
        if rate != 0.0 && elasticity != 0.0 {
            multiple *= (1.0 + elasticity * rate / 100.0).max(0.0);
        }
        multiple
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_its_coefficient_and_every_coefficient_its_place() {
        assert!(Formula::new().is_ok(), "{:?}", Formula::new());
    }

    /// With the table's defaults: call centres 15 and freelancers 20 % of exports, 95, 70 and 50 % live.
    #[test]
    fn sectors_earn_all_exports_between_them() {
        let defaults: Vec<f64> = Coefficient::all()
            .map(|one| one.factor().setting.central.to_f64())
            .collect();
        let terms = Terms::of(&defaults);
        assert!((terms.mix.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let live = 0.15 * 0.95 + 0.2 * 0.7 + 0.65 * 0.5;
        assert!((terms.overall(terms.live) - live).abs() < 1e-12);
        // Shares set too high leave the last sector nothing, and take nothing from the other group.
        let mut crowded = defaults.clone();
        for id in ["share_call_centres", "share_freelance"] {
            crowded[id.parse::<Coefficient>().expect("in the table").index()] = 0.7;
        }
        let terms = Terms::of(&crowded);
        assert!((terms.overall(terms.live) - (0.3 * 0.95 + 0.7 * 0.7)).abs() < 1e-12);
    }
}
