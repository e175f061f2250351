//! The figures of a series as they are judged.

use std::collections::BTreeMap;

use crate::{Decimal, Period, Readings};

/// The figures of one series, one for each period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures(BTreeMap<Period, Decimal>);

impl Figures {
    /// The current ones of a series that somebody gave.
    pub fn of(readings: &Readings) -> Self {
        Self(
            readings
                .iter()
                .filter(|(period, _)| readings.observed(*period).is_some())
                .map(|(period, reading)| (period, reading.value))
                .collect(),
        )
    }

    /// With others put over them; the last one of a period stays.
    #[must_use]
    pub fn with(&self, others: impl IntoIterator<Item = (Period, Decimal)>) -> Self {
        let mut all = self.clone();
        all.0.extend(others);
        all
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
        let below = self.0.values().filter(|value| value.mantissa() < 0).count();
        below * 10 > self.0.len()
    }
}
