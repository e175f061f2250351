//! The figures of a series as they are judged.

use std::collections::BTreeMap;

use crate::{Decimal, Period, Readings};

/// The figures of one series, one for each period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures(BTreeMap<Period, Decimal>, BelowZero);

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
        let below = all.values().filter(|value| value.mantissa() < 0).count();
        Self(all, below)
    }

    /// That of a period.
    pub fn get(&self, period: Period) -> Option<Decimal> {
        self.0.get(&period).copied()
    }

    /// Months, then quarters, then years, each in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Period, Decimal)> {
        self.0.iter().map(|(period, value)| (*period, *value))
    }

    /// More than one in ten lies below zero, so that a part may be more than its whole.
    pub(super) fn is_balance(&self) -> bool {
        self.1 * 10 > self.0.len()
    }
}
