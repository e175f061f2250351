//! What one set of factors does to any path: a multiple of each month, what one month's work sends to
//! another, and an amount.

use hadaf_core::OutageKind;

use super::calendar::{Calendar, MONTH_DAYS, overlap};
use super::formula::{GROUPS, PerGroup, Terms};
use crate::numeric::{exp, ln};

/// Days after which clients begin to leave.
const PATIENCE_DAYS: f64 = 3.0;
/// At most this share of the work is paid a month later; the rest two months later. So it is at each of the
/// three points of the table of lags.
const PAID_NEXT_MONTH: f64 = 0.4;
const DAYS_OF_A_WEEK: f64 = 7.0;

/// An outage with its length and place decided.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) kind: OutageKind,
    /// Days from the start of the calendar.
    pub(super) start: f64,
    pub(super) days: f64,
    pub(super) region_share: Option<f64>,
}

/// Shares of the work paid in its month and in the two after it.
pub(super) fn payment(same_month: f64) -> [f64; 3] {
    let next = (1.0 - same_month).min(PAID_NEXT_MONTH);
    [same_month, next, 1.0 - same_month - next]
}

/// A month that an outage hits.
pub(super) struct Hit {
    /// Its place in the calendar.
    pub(super) month: usize,
    /// Weighted days hit, and of the whole month.
    pub(super) weighted: (f64, f64),
    /// Share of each group's work that is cut off.
    pub(super) share: PerGroup,
}

impl Event {
    /// Whether two assumed outages are one: of a kind that hits all lines alike and at the same time, or of one kind,
    /// name and place from the same day on.
    pub(super) fn is_one_with(&self, other: &Self, is_named_alike: bool) -> bool {
        let is_everywhere = matches!(
            self.kind,
            OutageKind::National | OutageKind::Mobile | OutageKind::Throttled
        );
        let overlaps = self.start < other.start + other.days && other.start < self.start + self.days;
        let begins_there = self.start == other.start && self.region_share.is_some() == other.region_share.is_some();
        self.kind == other.kind && (is_everywhere && (overlaps || begins_there) || is_named_alike && begins_there)
    }

    /// From the beginning of the first to the end of the last; of a region, the larger one.
    pub(super) fn united(&self, other: &Self) -> Self {
        let start = self.start.min(other.start);
        let end = (self.start + self.days).max(other.start + other.days);
        Self {
            kind: self.kind,
            start,
            days: end - start,
            region_share: match (self.region_share, other.region_share) {
                (Some(one), Some(other)) => Some(one.max(other)),
                (one, other) => one.or(other),
            },
        }
    }

    /// The months hit.
    pub(super) fn hits(&self, calendar: &Calendar, terms: &Terms<'_>) -> Vec<Hit> {
        let end = self.start + self.days;
        let (_, last) = calendar.bounds(calendar.months() - 1);
        if self.days <= 0.0 || end <= 0.0 || self.start >= last {
            return Vec::new();
        }
        let (capacity, weekend) = (terms.capacity(self), terms.at(|it| it.weekend_weight));
        (calendar.month_at(self.start)..=calendar.month_at(end))
            .filter_map(|month| {
                let weighted = calendar.weighted(month, self.start, end, weekend);
                let share = weighted.0 / weighted.1;
                (share > 0.0).then(|| Hit {
                    month,
                    weighted,
                    share: std::array::from_fn(|group| share * capacity[group] * terms.live[group]),
                })
            })
            .collect()
    }

    /// The months in which deferred work is done, and the share of it in each; what lies beyond the
    /// calendar is left out.
    pub(super) fn returns(&self, calendar: &Calendar, terms: &Terms<'_>) -> Vec<(usize, f64)> {
        let end = self.start + self.days;
        let length = (terms.at(|it| it.return_weeks) * DAYS_OF_A_WEEK).max(1.0);
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
    pub(super) fn clients_gone(&self, calendar: &Calendar, terms: &Terms<'_>, month: usize) -> f64 {
        let (begin, end) = calendar.bounds(month);
        let from = begin.max(self.start);
        if self.days <= PATIENCE_DAYS || from >= end {
            return 0.0;
        }
        let age = 0.5 * (from + end) - self.start;
        let left = terms.at(|it| it.clients_lost) * (age.min(self.days) - PATIENCE_DAYS).max(0.0);
        let cut = terms.overall(terms.capacity(self));
        let half_life = terms.at(|it| it.clients_half_life).max(1e-6);
        let half_lives = (age - self.days).max(0.0) / MONTH_DAYS / half_life;
        let back = exp(-half_lives * std::f64::consts::LN_2);
        (left * cut * back).min(1.0) * (end - from) / (end - begin)
    }
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
pub(super) struct MonthlyEffect {
    /// Multiple of each month.
    pub(super) scale: Vec<f64>,
    /// (month of the work, month of the receipt, share): what is added to the second is the share of
    /// the first.
    pub(super) moves: Vec<(usize, usize, f64)>,
    /// Added to each month.
    pub(super) amount: Vec<f64>,
}

impl MonthlyEffect {
    pub(super) fn none(horizon: usize) -> Self {
        Self {
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
        terms: &Terms<'_>,
        events: &[Event],
        known: &[Option<f64>],
    ) {
        let hits: Vec<Vec<Hit>> = events.iter().map(|event| event.hits(calendar, terms)).collect();
        for event in events {
            self.lose_clients(calendar, terms, event);
        }
        if hits.iter().all(Vec::is_empty) {
            return;
        }
        let mut receipts = Receipts::new(calendar, self.scale.len());
        let untouched = untouched(calendar, &hits);
        for (month, untouched) in untouched.iter().enumerate() {
            if untouched.iter().any(|untouched| *untouched != 1.0) {
                receipts.add(terms, month, month, untouched.map(|untouched| untouched - 1.0));
            }
        }
        for (event, hits) in events.iter().zip(&hits).filter(|(_, hits)| !hits.is_empty()) {
            let (recovered, returns) = (terms.recovered(event.days), event.returns(calendar, terms));
            for hit in hits {
                // What another outage cuts off as well has nobody to do it later. Were one of the two to keep its
                // claim to it, a longer outage could raise a total.
                let alone: PerGroup = std::array::from_fn(|group| {
                    let share = hit.share[group];
                    recovered * share * others(untouched[hit.month][group], share)
                });
                for (month, part) in &returns {
                    receipts.add(terms, hit.month, *month, alone.map(|work| work * part));
                }
            }
        }
        self.take(&receipts, known);
    }

    /// Takes over what is paid: as a share of a month ahead where the work is of one, else as an amount of a fact.
    fn take(&mut self, receipts: &Receipts, known: &[Option<f64>]) {
        for (source, month, share) in receipts.shares() {
            match source.checked_sub(receipts.back) {
                Some(ahead) => self.moves.push((ahead, month, share * self.scale[ahead])),
                None => self.amount[month] += share * known.get(source).copied().flatten().unwrap_or(0.0),
            }
        }
    }

    fn lose_clients(&mut self, calendar: &Calendar, terms: &Terms<'_>, event: &Event) {
        if terms.at(|it| it.clients_lost) <= 0.0 || event.days <= PATIENCE_DAYS {
            return;
        }
        for (month, scale) in self.scale.iter_mut().enumerate() {
            *scale *= 1.0 - event.clients_gone(calendar, terms, calendar.back + month);
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

/// What work done in each month of the calendar sends to the months ahead, as a share of the exports of the month
/// that it was due in.
struct Receipts {
    back: usize,
    horizon: usize,
    /// `[source][month]`.
    sent: Vec<f64>,
}

impl Receipts {
    fn new(calendar: &Calendar, horizon: usize) -> Self {
        Self {
            back: calendar.back,
            horizon,
            sent: vec![0.0; calendar.months() * horizon],
        }
    }

    /// Adds work done in a month, more (or less) than usual, by group; it was due in `source`.
    fn add(&mut self, terms: &Terms<'_>, source: usize, month: usize, work: PerGroup) {
        for (group, payment) in terms.payments().iter().enumerate() {
            for (paid, share) in (month..).zip(payment) {
                if let Some(ahead) = paid.checked_sub(self.back).filter(|ahead| *ahead < self.horizon) {
                    self.sent[source * self.horizon + ahead] += share * work[group] * terms.mix[group];
                }
            }
        }
    }

    /// (month that the work was due in, month ahead of the receipt, share), those that are something.
    fn shares(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let cells = self.sent.iter().enumerate().filter(|(_, share)| **share != 0.0);
        cells.map(|(cell, share)| (cell / self.horizon, cell % self.horizon, *share))
    }
}

/// Of each month and group, what no outage cuts off.
fn untouched(calendar: &Calendar, hits: &[Vec<Hit>]) -> Vec<PerGroup> {
    let mut untouched = vec![[1.0; GROUPS]; calendar.months()];
    for hit in hits.iter().flatten() {
        for (untouched, share) in untouched[hit.month].iter_mut().zip(hit.share) {
            *untouched *= 1.0 - share;
        }
    }
    untouched
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
