//! All numbers of a series as of a day.

use std::collections::BTreeMap;

use crate::{AsOf, Basis, FiscalCalendar, Month, Observation, Period, Published, Reading, SourceId, Vintage};

/// All current figures of one series as of a day. Every figure asked for here is an outturn, so that no total, pace,
/// claim or forecast rests on what was said while its period still ran; that is under [`Readings::estimate`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    periods: BTreeMap<Period, Reading>,
    to_date: BTreeMap<Month, Reading>,
    estimates: BTreeMap<Period, Reading>,
    withdrawn: BTreeMap<Period, Withdrawal>,
}

/// A release that took a figure away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal {
    /// Where it was read.
    pub source: SourceId,
    /// When it was published.
    pub published: Published,
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
            let vintage = Vintage::of(observations, calendar, as_of);
            if let (Basis::Period, Some(withdrawal)) = (basis, vintage.withdrawal()) {
                let (source, published) = (withdrawal.source, withdrawal.published);
                readings.withdrawn.insert(period, Withdrawal { source, published });
            }
            let Some(reading) = vintage.reading() else {
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

    /// The release that took the figure of a period away, where there is none since.
    pub fn withdrawal(&self, period: impl Into<Period>) -> Option<&Withdrawal> {
        self.withdrawn.get(&period.into())
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
