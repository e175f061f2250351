//! The revisions of one series: what was read of each period as of each day of publication, the first release against
//! the latest, and how far figures usually move.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::vintage::is_rounded;
use crate::{
    AsOf, Decimal, FiscalCalendar, Observation, ObservationId, Period, Result, SourceId, Status, Vintage, known_days,
};

/// What was read of a period from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TriangleCell {
    /// The day from which it was read.
    pub since: Date,
    /// The figure, digit for digit as published; none where it was withdrawn.
    pub value: Option<Decimal>,
    /// The observation that was read; of a withdrawal, what was withdrawn.
    pub observation: ObservationId,
    /// Where it stands.
    pub source: SourceId,
}

/// A period with all that was read of it after it was over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodRevisions {
    /// Which period.
    pub period: Period,
    /// What was read, the oldest first: one cell for each day on which that changed. Never empty; the first is a figure.
    pub cells: Vec<TriangleCell>,
    /// Something was published of it after the first release, which could have revised it.
    pub told_again: bool,
}

impl PeriodRevisions {
    /// The first figure that was published of the period.
    pub fn first(&self) -> &TriangleCell {
        &self.cells[0]
    }

    /// What is read of it now.
    pub fn latest(&self) -> &TriangleCell {
        &self.cells[self.cells.len() - 1]
    }

    /// What was read of it as of a day; none before the first release.
    pub fn at(&self, day: Date) -> Option<&TriangleCell> {
        self.cells.iter().rfind(|cell| cell.since <= day)
    }

    /// The latest figure less the first. Zero where the latest is the first with more digits, which is no revision; none
    /// where the figure was withdrawn.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when the difference does not fit.
    pub fn revision(&self) -> Result<Option<Decimal>> {
        let (Some(first), Some(latest)) = (self.first().value, self.latest().value) else {
            return Ok(None);
        };
        let difference = latest.checked_sub(first)?;
        Ok(Some(match is_rounded(latest, first, first.last_digit()) {
            true => Decimal::new(0, difference.places())?,
            false => difference,
        }))
    }

    /// The revision, percent of the first figure; none where that is not above zero.
    ///
    /// # Errors
    /// As [`PeriodRevisions::revision`].
    pub fn percent(&self) -> Result<Option<f64>> {
        let first = self.first().value.map(Decimal::to_f64).filter(|first| *first > 0.0);
        Ok(self
            .revision()?
            .zip(first)
            .map(|(revision, first)| revision.to_f64() / first * 100.0))
    }
}

/// The periods of ONE series of which a figure was published after they were over, as of a day; in the order of periods.
/// What is worked out or was an estimate is nobody's release.
pub fn revisions_of<'a>(
    observations: impl IntoIterator<Item = &'a Observation>,
    calendar: &FiscalCalendar,
    as_of: AsOf,
) -> Vec<PeriodRevisions> {
    let mut periods: BTreeMap<Period, Vec<&Observation>> = BTreeMap::new();
    let of_period = |it: &&Observation| !it.basis.is_to_date() && as_of.knows(&it.published);
    for observation in observations.into_iter().filter(of_period) {
        periods.entry(observation.period).or_default().push(observation);
    }
    let rows = periods.into_iter().filter_map(|(period, of)| {
        let cells = cells(&of, calendar);
        let first = cells.first()?.since;
        let is_release = |it: &&Observation| it.is_outturn(calendar) && it.status != Some(Status::Derived);
        let mut releases = of.iter().copied().filter(is_release);
        Some(PeriodRevisions {
            period,
            told_again: releases.any(|it| it.published.known_from() > first),
            cells,
        })
    });
    rows.collect()
}

/// What was read of one period, day by day, where that changed.
fn cells(observations: &[&Observation], calendar: &FiscalCalendar) -> Vec<TriangleCell> {
    let mut cells: Vec<TriangleCell> = Vec::new();
    for since in known_days(observations.iter().copied()) {
        let vintage = Vintage::of(observations.iter().copied(), calendar, AsOf::Day(since));
        let reading = vintage.reading().filter(|it| it.outturn && !it.derived);
        let next = match (reading, vintage.withdrawal(), cells.is_empty()) {
            (Some(reading), ..) => TriangleCell {
                since,
                value: Some(reading.value),
                observation: reading.observation,
                source: reading.source,
            },
            (None, Some(withdrawal), false) => TriangleCell {
                since,
                value: None,
                observation: withdrawal.id,
                source: withdrawal.source,
            },
            _ => continue,
        };
        let is_same = |last: &TriangleCell| match (last.value, next.value) {
            (Some(last), Some(next)) => last.same_value(next),
            (None, None) => true,
            _ => false,
        };
        if cells.last().is_none_or(|last| !is_same(last)) {
            cells.push(next);
        }
    }
    cells
}

/// How far figures moved from their first release to the latest, over the periods of which something was published since:
/// one that nobody told again says nothing of revisions.
///
/// Source: OECD and Eurostat, *Guidelines on Revisions Policy and Analysis* (mean absolute revision; mean revision, whose
/// distance from zero is the bias).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct RevisionStatistics {
    /// How many periods tell of it.
    pub periods: usize,
    /// How many of these were revised.
    pub revised: usize,
    /// How many more periods were published once only, so that nothing is known of their revisions.
    pub once: usize,
    /// Mean of the revisions without their sign, in the unit of the series. 0 while no period tells of it.
    pub mean_absolute: f64,
    /// Mean of the revisions with their sign: above zero, first releases were too low. 0 while no period tells of it.
    pub bias: f64,
    /// The same as `mean_absolute`, percent of the first releases; none where one of them is not above zero.
    pub mean_absolute_percent: Option<f64>,
    /// The same as `bias`, percent of the first releases; none where one of them is not above zero.
    pub bias_percent: Option<f64>,
}

impl RevisionStatistics {
    /// Of some periods of one series, all months, all quarters or all years.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a difference does not fit.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a PeriodRevisions>) -> Result<Self> {
        let mut statistics = Self::default();
        let (mut revisions, mut percents): (Vec<f64>, Vec<Option<f64>>) = (Vec::new(), Vec::new());
        for row in rows {
            let Some(revision) = row.revision()?.filter(|_| row.told_again) else {
                statistics.once += usize::from(!row.told_again);
                continue;
            };
            statistics.revised += usize::from(!revision.is_zero());
            revisions.push(revision.to_f64());
            percents.push(row.percent()?);
        }
        let percents: Option<Vec<f64>> = percents.into_iter().collect();
        let percents = percents.filter(|all| !all.is_empty());
        Ok(Self {
            periods: revisions.len(),
            mean_absolute: mean(revisions.iter().map(|it| it.abs())),
            bias: mean(revisions.iter().copied()),
            mean_absolute_percent: percents.as_ref().map(|all| mean(all.iter().map(|it| it.abs()))),
            bias_percent: percents.as_ref().map(|all| mean(all.iter().copied())),
            ..statistics
        })
    }
}

/// 0 of nothing.
fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    match values.len() {
        0 => 0.0,
        count => values.sum::<f64>() / count as f64,
    }
}
