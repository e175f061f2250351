//! The formula's numbers for one outage, so that a reader can follow it with a pencil.

use hadaf_core::{Assumptions, Coefficient, Month};

use super::effect::{GROUPS, PerGroup, capacity, clients_gone, hits, live, made_up, mix, payments, returns, value};
use super::plan::{Plan, Take};
use super::register::Register;
use super::{Base, ScenarioError, Span};
use crate::numeric::median;

/// One month that the outage hits.
#[derive(Debug, Clone, PartialEq)]
pub struct HitMonth {
    /// Which.
    pub month: Month,
    /// Weighted days hit.
    pub hit: f64,
    /// Weighted days of the month.
    pub days: f64,
    /// `w`, the first over the second.
    pub w: f64,
    /// Exports of the month without the outage: the median of the paths, or the fact; none where a month
    /// before the forecast is not known.
    pub exports: Option<f64>,
    /// `w × c × n`, of all exports.
    pub share: f64,
    /// Work lost for good, in units of the series.
    pub lost: f64,
    /// Work made up later, in units of the series.
    pub deferred: f64,
}

/// One outage by itself, every factor central.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// `L`, days.
    pub days: f64,
    /// `c` over all exports.
    pub capacity: f64,
    /// `n` over the capacity cut off.
    pub live: f64,
    /// `u₀`.
    pub made_up_first: f64,
    /// `τ`, days.
    pub made_up_days: f64,
    /// `u(L)`.
    pub made_up: f64,
    /// The months hit.
    pub months: Vec<HitMonth>,
    /// Sum of the months' lost work.
    pub lost: f64,
    /// Sum of the months' deferred work.
    pub deferred: f64,
    /// What clients who left would have paid within the span.
    pub clients: f64,
    /// Of what is not lost for good, what is paid after the span: deferred work, and work done within
    /// the span less what is paid late. Less than 0 where the outage moves payments into the span.
    pub paid_after: f64,
    /// Effect on the receipts of the span: minus lost, minus clients, minus paid after.
    pub receipts: f64,
}

/// The formula's numbers for the outage at a place of the list (from 0). None where there is no such one.
///
/// # Errors
/// [`ScenarioError`] says what is wrong with the assumptions or the span.
pub fn explain(
    base: &Base<'_>,
    assumptions: &Assumptions,
    outage: usize,
    span: &Span,
) -> Result<Option<Explanation>, ScenarioError> {
    let plan = Plan::new(
        base,
        assumptions,
        &Register::none(),
        0,
        Take::Held(1),
        base.paths.horizon(),
    )?;
    let range = plan.range(span)?;
    let values = plan.values(0);
    let Some(event) = plan.event(&values, outage) else {
        return Ok(None);
    };
    let (calendar, back) = (&plan.calendar, plan.calendar.back);
    let scale = plan.without_outages(&values, 0).scale;
    let fact = |month: Month| {
        base.known
            .iter()
            .rev()
            .find(|(other, _)| *other == month)
            .map(|(_, value)| *value)
    };
    let exports = |place: usize| match place.checked_sub(back) {
        None => fact(calendar.month(place)),
        Some(ahead) => {
            let column: Vec<f64> = base.paths.rows().map(|row| row[ahead] * scale[ahead]).collect();
            (!column.is_empty()).then(|| median(column))
        }
    };
    let (mix, live, cut) = (mix(&values), live(&values), capacity(&values, &event));
    let overall = |per_group: PerGroup| (0..GROUPS).map(|group| mix[group] * per_group[group]).sum::<f64>();
    let product: PerGroup = std::array::from_fn(|group| cut[group] * live[group]);
    let (capacity, both) = (overall(cut), overall(product));
    let made_up = made_up(&values, event.days);
    let (payments, returns) = (payments(&values), returns(calendar, &values, &event));
    let mut months = Vec::new();
    let mut receipts = 0.0;
    for hit in hits(calendar, &values, &event) {
        let exports = exports(hit.month);
        let share = overall(hit.share);
        let work = exports.unwrap_or(0.0) * share;
        let mut pay = |month: usize, group: usize, part: f64| {
            for (later, paid) in payments[group].iter().enumerate() {
                let ahead = (month + later).checked_sub(back);
                if ahead.is_some_and(|ahead| range.contains(&ahead)) {
                    receipts += part * paid * exports.unwrap_or(0.0) * mix[group] * hit.share[group];
                }
            }
        };
        for group in 0..GROUPS {
            pay(hit.month, group, -1.0);
            returns
                .iter()
                .for_each(|(month, part)| pay(*month, group, made_up * part));
        }
        months.push(HitMonth {
            month: calendar.month(hit.month),
            hit: hit.weighted.0,
            days: hit.weighted.1,
            w: hit.weighted.0 / hit.weighted.1,
            exports,
            share,
            lost: work * (1.0 - made_up),
            deferred: work * made_up,
        });
    }
    let clients: f64 = range
        .clone()
        .map(|ahead| clients_gone(calendar, &values, &event, back + ahead) * exports(back + ahead).unwrap_or(0.0))
        .sum();
    // Months after the span are not of the year that is told; those before it have begun to be paid in it.
    let last = calendar.month(back + range.end);
    months.retain(|hit| hit.month < last);
    let sum = |part: fn(&HitMonth) -> f64| months.iter().map(part).sum::<f64>();
    let (lost, deferred) = (sum(|month| month.lost), sum(|month| month.deferred));
    Ok(Some(Explanation {
        days: event.days,
        capacity,
        live: if capacity > 0.0 { both / capacity } else { overall(live) },
        made_up_first: value(&values, Coefficient::MadeUp),
        made_up_days: value(&values, Coefficient::MadeUpDays),
        made_up,
        lost,
        deferred,
        clients,
        paid_after: -receipts - lost,
        receipts: receipts - clients,
        months,
    }))
}
