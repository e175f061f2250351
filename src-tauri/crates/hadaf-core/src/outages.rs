//! The history of outages, as scenarios draw further ones from it.

use jiff::civil::Date;

use crate::{Disruption, DisruptionId, Month, OutageKind};

/// The outages of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct KindHistory {
    /// Which kind.
    pub kind: OutageKind,
    /// How many there were, those without a known end included.
    pub count: usize,
    /// The length of each that has a known end, days, in order of the register.
    pub days: Vec<f64>,
}

/// How often outages began and how long they lasted, up to a day.
#[derive(Debug, Clone, PartialEq)]
pub struct OutageHistory {
    /// First month counted: that in which the first outage of the register began.
    pub first: Month,
    /// Last month counted: the last one that had ended by the day.
    pub last: Month,
    /// Outages that began in a month, on average.
    pub events_per_month: f64,
    /// Variance of the monthly counts over their mean: 1 for events that know nothing of each
    /// other (Poisson), more when they come in clusters. 1 when there are too few months to tell.
    pub dispersion: f64,
    /// The same by kind; only kinds that there were. A length belongs to its kind: a ban of a year is
    /// no national outage of a year.
    pub kinds: Vec<KindHistory>,
    /// The outages counted, by number.
    pub disruptions: Vec<DisruptionId>,
    /// How many of them have no known end by the day; they are in no list of days.
    pub without_end: usize,
}

impl OutageHistory {
    /// Reads the register as of a day. Only disruptions of a kind ([`Disruption::outage`]) that had
    /// surely begun by the end of the last whole month count, each in the last month in which it can
    /// have begun; an end after the day is not known yet. What two entries tell of one outage counts once. None without
    /// any.
    pub fn read(register: &[Disruption], day: Date) -> Option<Self> {
        let last = match Month::of(day) {
            month if day == month.last_day() => month,
            month => month.prev(),
        };
        let begun = |disruption: &&Disruption| Month::of(disruption.start.latest()) <= last;
        let ended = |disruption: &Disruption| disruption.end.is_some_and(|end| end.latest() <= day);
        let mut events: Vec<(&Disruption, OutageKind)> = Vec::new();
        for disruption in register.iter().filter(begun) {
            let Some(kind) = disruption.outage else { continue };
            match events.iter_mut().find(|(other, _)| is_same(other, disruption)) {
                // Whoever tells its end knows more of it.
                Some((other, _)) if !ended(other) && ended(disruption) => *other = disruption,
                Some(_) => {}
                None => events.push((disruption, kind)),
            }
        }
        let month_of = |disruption: &Disruption| Month::of(disruption.start.latest());
        let first = events.iter().map(|(disruption, _)| month_of(disruption)).min()?;
        let counts: Vec<f64> = Month::range(first..=last)
            .map(|month| events.iter().filter(|(it, _)| month_of(it) == month).count() as f64)
            .collect();
        let of_kind = |kind: &OutageKind| {
            let of = events.iter().filter(|(_, other)| other == kind);
            let days = of.clone().filter(|(disruption, _)| ended(disruption));
            KindHistory {
                kind: *kind,
                count: of.count(),
                days: days
                    .filter_map(|(disruption, _)| disruption.days().map(f64::from))
                    .collect(),
            }
        };
        let kinds: Vec<KindHistory> = OutageKind::ALL
            .iter()
            .map(of_kind)
            .filter(|kind| kind.count > 0)
            .collect();
        let (mean, dispersion) = mean_and_dispersion(&counts);
        Some(Self {
            first,
            last,
            events_per_month: mean,
            dispersion,
            disruptions: events.iter().map(|(disruption, _)| disruption.id).collect(),
            without_end: kinds.iter().map(|kind| kind.count - kind.days.len()).sum(),
            kinds,
        })
    }
}

/// Whether two entries tell of one outage: of one kind, from one day on, and, where the kind does not hit the whole
/// country alike, at one place or of one service.
fn is_same(one: &Disruption, other: &Disruption) -> bool {
    let is_everywhere =
        |kind: OutageKind| matches!(kind, OutageKind::National | OutageKind::Mobile | OutageKind::Throttled);
    let scope = |of: &Disruption| of.scope.trim().to_lowercase();
    one.outage == other.outage
        && one.start == other.start
        && (one.outage.is_some_and(is_everywhere) || scope(one) == scope(other))
}

/// Mean of counts, and their variance over it.
fn mean_and_dispersion(counts: &[f64]) -> (f64, f64) {
    let count = counts.len() as f64;
    let mean = counts.iter().sum::<f64>() / count;
    if counts.len() < 2 || mean <= 0.0 {
        return (mean, 1.0);
    }
    let squares: f64 = counts.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, squares / (count - 1.0) / mean)
}
