//! The figures of a series as they are judged.

use crate::{Decimal, Period, Readings};

/// The figures of one series, one for each period, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures(Vec<(Period, Decimal)>, BelowZero);

/// How many of them lie below zero: asked about each figure that is judged, so counted once.
type BelowZero = usize;

impl Figures {
    /// The current ones of a series that somebody gave.
    pub fn of(readings: &Readings) -> Self {
        let given = readings
            .iter()
            .filter(|(period, _)| readings.observed(*period).is_some());
        Self::default().with(given.map(|(period, reading)| (period, reading.value)))
    }

    /// With others put over them; the last one of a period stays.
    #[must_use]
    pub fn with(&self, others: impl IntoIterator<Item = (Period, Decimal)>) -> Self {
        let mut all = self.0.clone();
        all.extend(others);
        all.sort_by_key(|(period, _)| *period);
        all.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                *kept = *next;
            }
            is_same
        });
        let below = all.iter().filter(|(_, value)| value.mantissa() < 0).count();
        Self(all, below)
    }

    /// That of a period.
    pub fn get(&self, period: Period) -> Option<Decimal> {
        let place = self.0.binary_search_by_key(&period, |(other, _)| *other).ok()?;
        Some(self.0[place].1)
    }

    /// Months, then quarters, then years, each in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Period, Decimal)> {
        self.0.iter().copied()
    }

    /// More than one in ten lies below zero, so that a part may be more than its whole.
    pub(super) fn is_balance(&self) -> bool {
        self.1 * 10 > self.0.len()
    }
}
