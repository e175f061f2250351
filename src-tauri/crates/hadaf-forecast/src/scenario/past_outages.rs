//! The record of past outages, from which further ones are drawn.

use hadaf_core::{Decimal, Disruption, OutageHistory, OutageKind};

use super::calendar::Calendar;
use super::draws::keyed;
use super::effect::Event;
use crate::numeric::{exp, ln, mean, median};
use crate::rng::Rng;

/// An outage of the register.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastOutage {
    /// What it cut off.
    pub kind: OutageKind,
    /// How long it lasted, days.
    pub days: f64,
    /// For one of a region: its share of the sector's capacity; none where nobody has given one.
    pub region_share: Option<f64>,
}

/// How often outages began in the past, and what they were like.
#[derive(Debug, Clone, PartialEq)]
pub struct PastOutages {
    /// Outages that begin in a month, on average.
    pub events_per_month: f64,
    /// Variance of the monthly counts over their mean; up to 1 they are drawn as Poisson's.
    pub dispersion: f64,
    /// The outages. A further one is drawn whole, since length and kind go together: bans of platforms
    /// last for months, shutdowns for days.
    pub events: Vec<PastOutage>,
}

/// More outages than this do not begin in a month.
const MOST_A_MONTH: usize = 31;
/// Longest past outage that is drawn, days.
const LONGEST_DAYS: f64 = 1_000.0;

impl PastOutages {
    /// A past without outages.
    pub fn none() -> Self {
        Self {
            events_per_month: 0.0,
            dispersion: 1.0,
            events: Vec::new(),
        }
    }

    /// From the history as of a day and the register that it was read from. An outage without a known
    /// end is taken to have lasted as long as the median of its kind, or of all; one of a region to have
    /// hit the mean of the shares that are given.
    pub fn of(history: &OutageHistory, register: &[Disruption]) -> Self {
        let all: Vec<f64> = history
            .kinds
            .iter()
            .flat_map(|kind| kind.days.iter().copied())
            .collect();
        let counted = register.iter().filter(|one| history.disruptions.contains(&one.id));
        let shares: Vec<f64> = counted
            .filter_map(|one| one.region_share.map(Decimal::to_f64))
            .collect();
        let region = (!shares.is_empty()).then(|| mean(shares));
        let events = history.kinds.iter().flat_map(|kind| {
            let typical = median(if kind.days.is_empty() {
                all.clone()
            } else {
                kind.days.clone()
            });
            let days = kind.days.iter().copied().chain(std::iter::repeat(typical));
            days.take(kind.count).map(|days| PastOutage {
                kind: kind.kind,
                days,
                region_share: region.filter(|_| kind.kind == OutageKind::Region),
            })
        });
        Self {
            events_per_month: history.events_per_month,
            dispersion: history.dispersion,
            events: events.collect(),
        }
    }

    /// Outages of the months ahead. The same number draws the same ones.
    pub(super) fn draw(&self, calendar: &Calendar, seed: u64, number: usize) -> Vec<Event> {
        let usable = self.events_per_month.is_finite() && self.events_per_month > 0.0;
        if !usable || self.events.is_empty() {
            return Vec::new();
        }
        let mut rng = Rng::new(keyed(seed, "register").wrapping_add(number as u64));
        let mut events = Vec::new();
        for month in calendar.back..calendar.months() {
            let count = count(self.events_per_month, self.dispersion, rng.uniform());
            for _ in 0..count {
                let (begin, end) = calendar.bounds(month);
                let start = (begin + rng.uniform() * (end - begin)).floor();
                let which = (rng.uniform() * self.events.len() as f64) as usize;
                let past = self.events[which.min(self.events.len() - 1)];
                let days = if past.days.is_finite() { past.days } else { 0.0 };
                events.push(Event {
                    kind: past.kind,
                    start,
                    days: days.clamp(0.0, LONGEST_DAYS),
                    region_share: past
                        .region_share
                        .filter(|share| share.is_finite())
                        .map(|share| share.clamp(0.0, 1.0)),
                });
            }
        }
        events
    }
}

/// The negative binomial count at a probability; Poisson's where the variance is not above the mean. Terms by
/// recurrence, each from the one before (Johnson, Kemp and Kotz 2005, sections 4.2 and 5.2).
fn count(mean: f64, dispersion: f64, p: f64) -> usize {
    let mean = mean.min(MOST_A_MONTH as f64);
    let clustered = dispersion.is_finite() && dispersion > 1.0 + 1e-6;
    let shape = mean / (dispersion - 1.0);
    let mut chance = if clustered {
        exp(-shape * ln(dispersion))
    } else {
        exp(-mean)
    };
    let (mut sum, mut count) = (chance, 0);
    // The sum may stay below a probability next to 1 for ever, by rounding.
    while sum < p && count < MOST_A_MONTH {
        let next = (count + 1) as f64;
        chance *= if clustered {
            (shape + count as f64) / next * (1.0 - 1.0 / dispersion)
        } else {
            mean / next
        };
        sum += chance;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_the_mean_and_variance_asked_for() {
        for (mean, dispersion) in [(0.4, 1.0), (0.4, 2.5), (2.0, 1.5), (3.0, 0.5)] {
            let draws: Vec<f64> = (0..20_000)
                .map(|i| count(mean, dispersion, (i as f64 + 0.5) / 20_000.0) as f64)
                .collect();
            let average = draws.iter().sum::<f64>() / 20_000.0;
            let variance = draws.iter().map(|x| (x - average) * (x - average)).sum::<f64>() / 20_000.0;
            assert!((average / mean - 1.0).abs() < 0.01, "{mean} {dispersion}: {average}");
            let asked = mean * f64::max(dispersion, 1.0);
            assert!((variance / asked - 1.0).abs() < 0.03, "{mean} {dispersion}: {variance}");
        }
    }
}
