//! All numbers of a series as of a day.

use std::collections::BTreeMap;

use crate::{AsOf, Basis, FiscalCalendar, Month, Observation, Period, Reading, Vintage};

/// All current figures of one series as of a day. Every figure asked for here is an outturn, so that no total, pace,
/// claim or forecast rests on what was said while its period still ran; that is under [`Readings::estimate`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    periods: BTreeMap<Period, Reading>,
    to_date: BTreeMap<Month, Reading>,
    estimates: BTreeMap<Period, Reading>,
}

impl Readings {
    /// Reads all observations of ONE series as of a day.
    pub fn of<'a>(
        observations: impl IntoIterator<Item = &'a Observation>,
        calendar: &FiscalCalendar,
        as_of: AsOf,
    ) -> Self {
        let mut groups: BTreeMap<(Period, Basis), Vec<&Observation>> = BTreeMap::new();
        for observation in observations {
            groups
                .entry((observation.period, observation.basis))
                .or_default()
                .push(observation);
        }
        let mut readings = Self::default();
        for ((period, basis), observations) in groups {
            let Some(reading) = Vintage::read(observations, calendar, as_of) else {
                continue;
            };
            match (basis, period) {
                (Basis::ToDate, Period::Month(month)) if reading.outturn => readings.to_date.insert(month, reading),
                (Basis::ToDate, Period::Month(_)) => None,
                _ if reading.outturn => readings.periods.insert(period, reading),
                _ => readings.estimates.insert(period, reading),
            };
        }
        readings
    }

    /// The current figure for a period.
    pub fn get(&self, period: impl Into<Period>) -> Option<&Reading> {
        self.periods.get(&period.into())
    }

    /// What was said of a period before it was over, where nothing was published since.
    pub fn estimate(&self, period: impl Into<Period>) -> Option<&Reading> {
        self.estimates.get(&period.into())
    }

    /// All periods of which nothing but an estimate is known, in the order of [`Readings::iter`].
    pub fn estimates(&self) -> impl DoubleEndedIterator<Item = (Period, &Reading)> {
        self.estimates.iter().map(|(period, reading)| (*period, reading))
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
