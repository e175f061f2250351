//! What broken conditions took from the years of claims: so far a miss is excused, and no further.
//!
//! An outage is priced by the coefficients of the scenarios. What else broke a condition, such as money that was not
//! released, is priced by what somebody entered that it cost in receipts, and by nothing else: no coefficient knows what a
//! promise was worth, and a loss of the economy or of an industry is none of receipts. Without either its worth is not known.

use std::collections::BTreeMap;

use hadaf_core::{
    Claim, ClaimId, ConditionCost, CostBasis, CostClaim, CostConcept, Decimal, Disruption, FiscalYear, Month, Outage,
    OutageHistory, Period, Setting,
};
use hadaf_forecast::scenario::PastCost;
use jiff::civil::Date;

use crate::situation::Situation;

/// The longest outage that a scenario can assume, days.
const LONGEST_DAYS: i32 = 1_000;

/// The costs of the broken conditions that a registered disruption broke, by claim.
pub(crate) fn costs(situation: &Situation<'_>) -> BTreeMap<ClaimId, ConditionCost> {
    let book = situation.book;
    let of_series = book.claims.iter().filter(|claim| claim.series == situation.series.id);
    let conditional = of_series.filter(|claim| book.findings.iter().any(|finding| finding.claim == claim.id));
    conditional
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
    let year = claim.fiscal_year?;
    let linked: Vec<&Disruption> = known.iter().filter(|it| ids.contains(&it.id)).collect();
    let outages = linked.iter().filter_map(|it| outage(it, &known, situation)).collect();
    let worked_out = by_coefficients(situation, year, outages);
    let entered = book.cost_claims.known(as_of);
    let others = linked.iter().filter(|it| it.outage.is_none());
    let stated = others
        .filter_map(|it| stated(situation, it, year, &entered))
        .reduce(|one, other| (one.0 + other.0, one.1 + other.1));
    let basis = match (worked_out, stated) {
        (None, None) => return None,
        (Some(_), None) => CostBasis::Coefficients,
        (None, Some(_)) => CostBasis::Stated,
        (Some(_), Some(_)) => CostBasis::Both,
    };
    let parts = || worked_out.into_iter().chain(stated);
    Some(ConditionCost {
        central: parts().map(|(central, _)| central).sum(),
        worst: parts().map(|(_, worst)| worst).sum(),
        basis,
    })
}

/// What outages took from a year, by the central and by the severe points; none where nothing was off, or the work of the
/// series does not need the line.
fn by_coefficients(situation: &Situation<'_>, year: FiscalYear, outages: Vec<Outage>) -> Option<(f64, f64)> {
    if outages.is_empty() || !situation.book.needs_the_line(situation.series, situation.as_of) {
        return None;
    }
    let (first, months) = months(situation, year)?;
    // An outage that no scenario could assume, such as one of no days, has no price.
    let cost = PastCost::of(first, &months, outages).ok()?;
    Some((cost.central, cost.worst))
}

/// What was entered that a disruption cost in receipts, as far as it fell into a year: the middle and the largest of what
/// several say. None where nobody did.
fn stated(
    situation: &Situation<'_>,
    disruption: &Disruption,
    year: FiscalYear,
    entered: &[CostClaim],
) -> Option<(f64, f64)> {
    let of_it = entered
        .iter()
        .filter(|cost| cost.disruption == Some(disruption.id) && cost.concept == CostConcept::Receipts);
    let in_year = |cost: &CostClaim| {
        let amount = cost.amount.in_unit(situation.series.unit).ok()?.value.to_f64();
        Some(amount * share_in(situation, year, cost.days(Some(disruption))?)).filter(|amount| *amount > 0.0)
    };
    let mut amounts: Vec<f64> = of_it.filter_map(in_year).collect();
    amounts.sort_by(f64::total_cmp);
    Some((*amounts.get(amounts.len().saturating_sub(1) / 2)?, *amounts.last()?))
}

/// The share of some days that lie in a year.
fn share_in(situation: &Situation<'_>, year: FiscalYear, (first, last): (Date, Date)) -> f64 {
    let calendar = situation.calendar();
    let (opens, closes) = (
        calendar.first_month(year).first_day(),
        calendar.end_of(Period::FiscalYear(year)),
    );
    let days = |from: Date, to: Date| f64::from((to - from).get_days() + 1);
    let (from, to) = (first.max(opens), last.min(closes));
    if from > to {
        0.0
    } else {
        days(from, to) / days(first, last)
    }
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
