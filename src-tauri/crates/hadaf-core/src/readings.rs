//! All numbers of a series as of a day.

use std::collections::BTreeMap;

use crate::{AsOf, Basis, Month, Observation, Period, Reading, Vintage};

/// All current figures of one series as of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    periods: BTreeMap<Period, Reading>,
    to_date: BTreeMap<Month, Reading>,
}

impl Readings {
    /// Reads all observations of ONE series as of a day.
    pub fn of<'a>(observations: impl IntoIterator<Item = &'a Observation>, as_of: AsOf) -> Self {
        let mut groups: BTreeMap<(Period, Basis), Vec<&Observation>> = BTreeMap::new();
        for observation in observations {
            groups
                .entry((observation.period, observation.basis))
                .or_default()
                .push(observation);
        }
        let mut readings = Self::default();
        for ((period, basis), observations) in groups {
            let Some(reading) = Vintage::read(observations, as_of) else {
                continue;
            };
            match (basis, period) {
                (Basis::ToDate, Period::Month(month)) => readings.to_date.insert(month, reading),
                _ => readings.periods.insert(period, reading),
            };
        }
        readings
    }

    /// The current figure for a period.
    pub fn get(&self, period: impl Into<Period>) -> Option<&Reading> {
        self.periods.get(&period.into())
    }

    /// The published total from the fiscal year's start through a month.
    pub fn through(&self, month: Month) -> Option<&Reading> {
        self.to_date.get(&month)
    }

    /// All months that have a number, in order.
    pub fn months(&self) -> impl DoubleEndedIterator<Item = (Month, &Reading)> {
        self.periods
            .iter()
            .filter_map(|(period, reading)| Some((period.as_month()?, reading)))
    }

    /// All periods that have a number: months, then quarters, then years, each in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Period, &Reading)> {
        self.periods.iter().map(|(period, reading)| (*period, reading))
    }

    /// All published to-date totals, by their last month.
    pub fn to_date(&self) -> impl DoubleEndedIterator<Item = (Month, &Reading)> {
        self.to_date.iter().map(|(month, reading)| (*month, reading))
    }

    /// The last month with a number that somebody published.
    pub fn last_month(&self) -> Option<Month> {
        self.months()
            .rev()
            .find(|(_, reading)| !reading.derived)
            .map(|(month, _)| month)
    }
}
