//! What one set of factors does to any path: a multiple of each month, what one month's work sends to
//! another, and an amount.

use hadaf_core::{Coefficient as C, OutageKind};

use super::calendar::{Calendar, MONTH_DAYS, overlap};
use crate::numeric::{exp, ln};

/// Days after which clients begin to leave.
const PATIENCE_DAYS: f64 = 3.0;
/// At most this share of the work is paid a month later; the rest two months later. So it is in all
/// three columns of the table of lags.
const PAID_NEXT_MONTH: f64 = 0.4;
const DAYS_OF_A_WEEK: f64 = 7.0;

/// Firms and freelancers.
pub(super) const GROUPS: usize = 2;
pub(super) type PerGroup = [f64; GROUPS];

/// Values of the coefficients, in their order.
pub(super) type Values = [f64];

pub(super) fn value(values: &Values, coefficient: C) -> f64 {
    values[coefficient.index()]
}

/// An outage with its length and place decided.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) kind: OutageKind,
    /// Days from the start of the calendar.
    pub(super) start: f64,
    pub(super) days: f64,
    pub(super) region_share: Option<f64>,
}

/// Share of exports of each group.
pub(super) fn mix(values: &Values) -> PerGroup {
    let freelance = value(values, C::ShareFreelance);
    [1.0 - freelance, freelance]
}

/// Share of each group's work that needs the line live.
pub(super) fn live(values: &Values) -> PerGroup {
    let (centres, firms) = (value(values, C::ShareCallCentres), mix(values)[0]);
    let centres = if firms > 0.0 { (centres / firms).min(1.0) } else { 0.0 };
    let work = centres * value(values, C::LiveCallCentres) + (1.0 - centres) * value(values, C::LiveSoftware);
    [work, value(values, C::LiveFreelance)]
}

/// Share of each group's capacity that an outage cuts off.
pub(super) fn capacity(values: &Values, event: &Event) -> PerGroup {
    let of = |coefficient| value(values, coefficient);
    let all = |share: f64| [share; GROUPS];
    match event.kind {
        OutageKind::National => all(of(C::CapacityNational)),
        OutageKind::Mobile => [of(C::CapacityMobileFirms), of(C::CapacityMobileFreelance)],
        OutageKind::Throttled => all(of(C::CapacityThrottled)),
        OutageKind::Cable => all(of(C::CapacityCable)),
        OutageKind::Ban => all(of(C::CapacityBan)),
        // all lines of the region are down, with the backups that there are
        OutageKind::Region => {
            let share = event.region_share.unwrap_or_else(|| of(C::CapacityRegion));
            all(share * of(C::CapacityNational))
        }
    }
}

/// Share of the work of an outage that is made up.
pub(super) fn made_up(values: &Values, days: f64) -> f64 {
    let fading = exp(-(days - 1.0).max(0.0) / value(values, C::MadeUpDays).max(1e-6));
    value(values, C::MadeUp) * fading
}

/// Shares of the work paid in its month and in the two after it.
pub(super) fn payment(same_month: f64) -> [f64; 3] {
    let next = (1.0 - same_month).min(PAID_NEXT_MONTH);
    [same_month, next, 1.0 - same_month - next]
}

pub(super) fn payments(values: &Values) -> [[f64; 3]; GROUPS] {
    [C::PaidSameMonthFirms, C::PaidSameMonthFreelance].map(|p| payment(value(values, p)))
}

/// A month that an outage hits: its place, and the share of each group's work that is cut off.
pub(super) struct Hit {
    pub(super) month: usize,
    pub(super) weighted: (f64, f64),
    pub(super) share: PerGroup,
}

pub(super) fn hits(calendar: &Calendar, values: &Values, event: &Event) -> Vec<Hit> {
    let end = event.start + event.days;
    let (_, last) = calendar.bounds(calendar.months() - 1);
    if event.days <= 0.0 || end <= 0.0 || event.start >= last {
        return Vec::new();
    }
    let (capacity, live) = (capacity(values, event), live(values));
    (calendar.month_at(event.start)..=calendar.month_at(end))
        .filter_map(|month| {
            let weekend = value(values, C::WeekendWeight);
            let weighted = calendar.weighted(month, event.start, end, weekend);
            let share = weighted.0 / weighted.1;
            (share > 0.0).then(|| Hit {
                month,
                weighted,
                share: std::array::from_fn(|group| share * capacity[group] * live[group]),
            })
        })
        .collect()
}

/// The months in which deferred work is done, and the share of it in each; what lies beyond the
/// calendar is left out.
pub(super) fn returns(calendar: &Calendar, values: &Values, event: &Event) -> Vec<(usize, f64)> {
    let end = event.start + event.days;
    let length = (value(values, C::ReturnWeeks) * DAYS_OF_A_WEEK).max(1.0);
    let stretch = (end, end + length);
    if stretch.1 <= 0.0 {
        return Vec::new();
    }
    (calendar.month_at(stretch.0)..=calendar.month_at(stretch.1))
        .map(|month| (month, overlap(stretch, calendar.bounds(month)) / length))
        .filter(|(_, share)| *share > 0.0)
        .collect()
}

/// Share of exports that lost clients take from a month: judged in its middle, so that it grows while
/// the outage lasts and halves in every half-life after it.
pub(super) fn clients_gone(calendar: &Calendar, values: &Values, event: &Event, month: usize) -> f64 {
    let (begin, end) = calendar.bounds(month);
    let from = begin.max(event.start);
    if event.days <= PATIENCE_DAYS || from >= end {
        return 0.0;
    }
    let age = 0.5 * (from + end) - event.start;
    let left = value(values, C::ClientsLost) * (age.min(event.days) - PATIENCE_DAYS).max(0.0);
    let (capacity, mix) = (capacity(values, event), mix(values));
    let cut: f64 = capacity.iter().zip(mix).map(|(capacity, mix)| capacity * mix).sum();
    let half_lives = (age - event.days).max(0.0) / MONTH_DAYS / value(values, C::ClientsHalfLife).max(1e-6);
    let back = exp(-half_lives * std::f64::consts::LN_2);
    (left * cut * back).min(1.0) * (end - from) / (end - begin)
}

/// Growth and the exchange rate, as a multiple of the month at a horizon (from 1).
pub(super) fn economy(values: &Values, horizon: usize) -> f64 {
    let (growth, rate) = (value(values, C::GrowthShift), value(values, C::ExchangeRate));
    let mut multiple = 1.0;
    if growth != 0.0 {
        multiple *= exp(ln((1.0 + growth / 100.0).max(1e-6)) * horizon as f64 / 12.0);
    }
    let elasticity = value(values, C::ExchangeElasticity);
    if rate != 0.0 && elasticity != 0.0 {
        multiple *= (1.0 + elasticity * rate / 100.0).max(0.0);
    }
    multiple
}

/// Share of a measure's uplift that works, so many months after its start: a tenth at the start, nine
/// tenths after the ramp, by the logistic curve.
pub(super) fn ramp(months: f64, ramp: f64) -> f64 {
    match months {
        months if months < 0.0 => 0.0,
        _ if ramp <= 0.0 => 1.0,
        months => 1.0 / (1.0 + exp(-2.0 * ln(9.0) * (months / ramp - 0.5))),
    }
}

/// The sum of what a set of factors does. Months are horizons from 0.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Effect {
    /// Multiple of each month.
    pub(super) scale: Vec<f64>,
    /// (month of the work, month of the receipt, share): what is added to the second is the share of
    /// the first.
    pub(super) moves: Vec<(usize, usize, f64)>,
    /// Added to each month.
    pub(super) amount: Vec<f64>,
}

impl Effect {
    pub(super) fn none(horizon: usize) -> Effect {
        Effect {
            scale: vec![1.0; horizon],
            moves: Vec::new(),
            amount: vec![0.0; horizon],
        }
    }

    /// Whether every path stays as it is.
    pub(super) fn is_none(&self) -> bool {
        self.moves.is_empty()
            && self.scale.iter().all(|scale| *scale == 1.0)
            && self.amount.iter().all(|amount| *amount == 0.0)
    }

    /// Adds outages, after everything that scales. `known` has the facts of the calendar's months
    /// before the first horizon.
    pub(super) fn add_outages(
        &mut self,
        calendar: &Calendar,
        values: &Values,
        events: &[Event],
        known: &[Option<f64>],
    ) {
        let (months, back, horizon) = (calendar.months(), calendar.back, self.scale.len());
        let hits: Vec<Vec<Hit>> = events.iter().map(|event| hits(calendar, values, event)).collect();
        for event in events {
            self.lose_clients(calendar, values, event);
        }
        if hits.iter().all(Vec::is_empty) {
            return;
        }
        let mut untouched = vec![[1.0; GROUPS]; months];
        for hit in hits.iter().flatten() {
            for (untouched, share) in untouched[hit.month].iter_mut().zip(hit.share) {
                *untouched *= 1.0 - share;
            }
        }
        let (mix, payments) = (mix(values), payments(values));
        let mut sent = vec![0.0; months * horizon];
        // work done in a month more (or less) than usual, by group, as a share of the exports of `source`
        let mut send = |source: usize, month: usize, work: PerGroup| {
            for (group, payment) in payments.iter().enumerate() {
                for (paid, share) in (month..).zip(payment) {
                    if let Some(ahead) = paid.checked_sub(back).filter(|ahead| *ahead < horizon) {
                        sent[source * horizon + ahead] += share * work[group] * mix[group];
                    }
                }
            }
        };
        for (month, untouched) in untouched.iter().enumerate() {
            if *untouched != [1.0; GROUPS] {
                send(month, month, untouched.map(|untouched| untouched - 1.0));
            }
        }
        for (event, hits) in events.iter().zip(&hits).filter(|(_, hits)| !hits.is_empty()) {
            let (made_up, returns) = (made_up(values, event.days), returns(calendar, values, event));
            for hit in hits {
                let alone: PerGroup = std::array::from_fn(|group| {
                    let share = hit.share[group];
                    made_up * share * others(untouched[hit.month][group], share)
                });
                for (month, part) in &returns {
                    send(hit.month, *month, alone.map(|work| work * part));
                }
            }
        }
        for source in 0..months {
            for month in 0..horizon {
                let share = sent[source * horizon + month];
                match source.checked_sub(back) {
                    _ if share == 0.0 => {}
                    Some(ahead) => self.moves.push((ahead, month, share * self.scale[ahead])),
                    None => self.amount[month] += share * known.get(source).copied().flatten().unwrap_or(0.0),
                }
            }
        }
    }

    fn lose_clients(&mut self, calendar: &Calendar, values: &Values, event: &Event) {
        if value(values, C::ClientsLost) <= 0.0 || event.days <= PATIENCE_DAYS {
            return;
        }
        for (month, scale) in self.scale.iter_mut().enumerate() {
            *scale *= 1.0 - clients_gone(calendar, values, event, calendar.back + month);
        }
    }

    /// Lays it over a path. A month that was no debt does not become one: what it lacks is taken from
    /// the next one. (Cutting it off instead would let a longer outage raise a total.)
    pub(super) fn apply(&self, path: &[f64], result: &mut [f64]) {
        let months = path.iter().zip(&self.scale).zip(&self.amount);
        for (value, ((before, scale), amount)) in result.iter_mut().zip(months) {
            *value = before * scale + amount;
        }
        for (source, month, share) in &self.moves {
            result[*month] += path[*source] * share;
        }
        let mut lacking = 0.0;
        for (value, before) in result.iter_mut().zip(path) {
            *value += lacking;
            lacking = if *before >= 0.0 { value.min(0.0) } else { 0.0 };
            *value -= lacking;
        }
    }
}

/// What no other outage cuts off: what is untouched by all, without this one's share.
fn others(untouched: f64, share: f64) -> f64 {
    let rest = 1.0 - share;
    if rest > 1e-9 { (untouched / rest).min(1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lags_are_those_of_the_table() {
        for (same, lags) in [
            (0.5, [0.5, 0.4, 0.1]),
            (0.35, [0.35, 0.4, 0.25]),
            (0.2, [0.2, 0.4, 0.4]),
            (0.9, [0.9, 0.1, 0.0]),
            (0.75, [0.75, 0.25, 0.0]),
            (0.6, [0.6, 0.4, 0.0]),
        ] {
            assert!(
                payment(same).iter().zip(lags).all(|(a, b)| (a - b).abs() < 1e-12),
                "{same}"
            );
        }
    }

    #[test]
    fn a_ramp_runs_from_a_tenth_to_nine_tenths() {
        for (months, share) in [(-0.1, 0.0), (0.0, 0.1), (3.0, 0.5), (6.0, 0.9)] {
            assert!((ramp(months, 6.0) - share).abs() < 1e-12, "{months}");
        }
        assert_eq!((ramp(0.0, 0.0), ramp(-1.0, 0.0)), (1.0, 0.0));
    }
}
