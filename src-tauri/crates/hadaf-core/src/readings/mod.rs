//! All numbers of a series as of a day.

mod derived;

use std::collections::BTreeMap;

use crate::{
    Adding, AsOf, Basis, FiscalCalendar, Frequency, Month, Observation, Period, Published, Reading, SourceId, Vintage,
};

pub use derived::{Derivation, MonthsTogether};

/// All current figures of one series as of a day. Every figure asked for here is an outturn, so that no total, pace,
/// claim or forecast rests on what was said while its period still ran; that is under [`Readings::estimate`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    periods: BTreeMap<Period, Reading>,
    to_date: BTreeMap<Month, Reading>,
    estimates: BTreeMap<Period, Reading>,
    withdrawn: BTreeMap<Period, Withdrawal>,
    derivations: BTreeMap<Month, Derivation>,
    adding: Adding,
    every: Frequency,
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
    /// Reads all observations of ONE series whose periods sum as of a day: [`Readings::adding_up`].
    pub fn of<'a>(
        observations: impl IntoIterator<Item = &'a Observation>,
        calendar: &FiscalCalendar,
        as_of: AsOf,
    ) -> Self {
        Self::adding_up(Adding::Sum, observations, calendar, as_of)
    }

    /// Reads all observations of ONE series as of a day, and works out the months that published totals tell.
    pub fn adding_up<'a>(
        adding: Adding,
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
        let mut readings = Self {
            adding,
            ..Self::default()
        };
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
        // A difference that does not fit is no month. Of a derived series a month is there where its inputs are.
        let sums = adding == Adding::Sum && !readings.is_calculated();
        let derived = sums.then(|| derived::derived(&readings, calendar).ok()).flatten();
        for (month, reading, derivation) in derived.into_iter().flatten() {
            readings.periods.insert(month.into(), reading);
            readings.derivations.insert(month, derivation);
        }
        readings
    }

    /// The same figures, of a series that has one so often.
    #[must_use]
    pub fn each(mut self, frequency: Frequency) -> Self {
        let finest = self.periods.keys().map(|period| period.frequency()).min();
        let coarser = finest.filter(|_| self.to_date.is_empty());
        self.every = coarser.map_or(frequency, |finest| frequency.max(finest));
        self
    }

    /// Whether a formula gives them.
    pub fn is_calculated(&self) -> bool {
        let mut all = self.periods.values().chain(self.estimates.values());
        all.next().is_some_and(|reading| reading.observation.is_calculated())
    }

    /// How a year comes of these figures.
    pub fn adding(&self) -> Adding {
        self.adding
    }

    /// The periods in which the series is counted and told: those of which it has figures, or coarser ones where, as of a
    /// past day perhaps, nothing finer is known.
    pub fn every(&self) -> Frequency {
        self.every
    }

    /// The figures of the periods in which the series is counted, in order.
    pub fn own(&self) -> impl DoubleEndedIterator<Item = (Period, &Reading)> {
        let every = self.every;
        self.iter().filter(move |(period, _)| period.frequency() == every)
    }

    /// The newest of them that somebody published.
    pub fn newest(&self) -> Option<(Period, &Reading)> {
        self.own().rev().find(|(_, reading)| !reading.derived)
    }

    /// The figure of a month, else that of the quarter in which it lies.
    pub(crate) fn month_or_quarter(&self, month: Month, calendar: &FiscalCalendar) -> Option<&Reading> {
        self.get(month).or_else(|| self.get(calendar.quarter_of(month)))
    }

    /// What a month was worked out from, where no observation gives it.
    pub fn derivation(&self, month: Month) -> Option<Derivation> {
        self.derivations.get(&month).copied()
    }

    /// The months that are known together alone, in order; none of a series that does not sum, or that a formula gives.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a difference does not fit.
    pub fn together(&self, calendar: &FiscalCalendar) -> crate::Result<Vec<MonthsTogether>> {
        match self.adding == Adding::Sum && !self.is_calculated() {
            true => derived::together(self, calendar),
            false => Ok(Vec::new()),
        }
    }

    /// The figure of a period that some observation gives.
    pub fn observed(&self, period: impl Into<Period>) -> Option<&Reading> {
        let period = period.into();
        let is_worked_out = period
            .as_month()
            .is_some_and(|month| self.derivations.contains_key(&month));
        self.periods.get(&period).filter(|_| !is_worked_out)
    }

    /// The current figure for a period; of a month also one that was worked out.
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
}
