//! What broken conditions took from the years of claims, by the coefficients of the scenarios: so far a miss is excused,
//! and no further.

use std::collections::BTreeMap;

use hadaf_core::{
    Claim, ClaimId, ConditionCost, Decimal, Disruption, FiscalYear, Month, Outage, OutageHistory, Setting,
};
use hadaf_forecast::scenario::PastCost;

use crate::situation::Situation;

/// The longest outage that a scenario can assume, days.
const LONGEST_DAYS: i32 = 1_000;

/// The costs of the broken conditions that a registered disruption broke, by claim. Of a series whose work does not need
/// the line, and of a disruption that is no outage, there is none.
pub(crate) fn costs(situation: &Situation<'_>) -> BTreeMap<ClaimId, ConditionCost> {
    let book = situation.book;
    let of_series = book.claims.iter().filter(|claim| claim.series == situation.series.id);
    let conditional = of_series.filter(|claim| book.findings.iter().any(|finding| finding.claim == claim.id));
    let needs_the_line = || book.needs_the_line(situation.series, situation.as_of);
    conditional
        .filter(|_| needs_the_line())
        .filter_map(|claim| Some((claim.id.clone(), cost(situation, claim)?)))
        .collect()
}

fn cost(situation: &Situation<'_>, claim: &Claim) -> Option<ConditionCost> {
    let (book, as_of) = (situation.book, situation.as_of);
    let broken = book.findings.iter().filter(|it| it.claim == claim.id && !it.met);
    let mut ids: Vec<_> = broken
        .filter(|it| as_of.has(it.judged))
        .filter_map(|it| it.disruption)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let known = book.disruptions.known(as_of);
    let outages: Vec<Outage> = known
        .iter()
        .filter(|it| ids.contains(&it.id))
        .filter_map(|it| outage(it, &known, situation))
        .collect();
    if outages.is_empty() {
        return None;
    }
    let (first, months) = months(situation, claim.fiscal_year?)?;
    // An outage that no scenario could assume, such as one of no days, has no price.
    let cost = PastCost::of(first, &months, outages).ok()?;
    Some(ConditionCost {
        central: cost.central,
        worst: cost.worst,
    })
}

/// A disruption as a scenario would assume it. One whose end is not known is taken to have lasted as long as the median
/// of its kind.
fn outage(disruption: &Disruption, known: &[Disruption], situation: &Situation<'_>) -> Option<Outage> {
    let kind = disruption.outage?;
    let usual = || {
        let history = OutageHistory::read(known, situation.as_of.day())?;
        let of_kind = history.kinds.into_iter().find(|of| of.kind == kind)?;
        let mut days = of_kind.days;
        days.sort_by(f64::total_cmp);
        Some(*days.get(days.len() / 2)? as i32)
    };
    let lasted = disruption
        .days()
        .map(|days| i32::try_from(days).map_or(LONGEST_DAYS, |days| days));
    let days = lasted.or_else(usual)?.clamp(1, LONGEST_DAYS);
    Some(Outage {
        title: disruption.kind.clone(),
        kind,
        start: disruption.start.earliest(),
        days: Setting::fixed(Decimal::from(days)),
        region_share: disruption.region_share.map(Setting::fixed),
    })
}

/// The months of a year that is known whole; those that nobody told share evenly what the others leave of its total.
fn months(situation: &Situation<'_>, year: FiscalYear) -> Option<(Month, Vec<f64>)> {
    let total = situation.total_of(year).filter(|total| total.months == 12)?;
    let calendar = situation.calendar();
    let known: Vec<Option<f64>> = calendar
        .months_of(year)
        .iter()
        .map(|month| Some(situation.readings.get(*month)?.value.to_f64()))
        .collect();
    let lacking = known.iter().filter(|value| value.is_none()).count();
    let rest = (total.value.to_f64() - known.iter().flatten().sum::<f64>()) / lacking.max(1) as f64;
    let months = known.iter().map(|value| value.unwrap_or(rest.max(0.0))).collect();
    Some((calendar.first_month(year), months))
}
