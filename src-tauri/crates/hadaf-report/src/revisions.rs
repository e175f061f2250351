//! `hadaf revisions`: first releases against the latest, how far figures usually move, and the triangle of periods and
//! days of publication.

use std::collections::BTreeSet;

use hadaf_core::{
    AsOf, Decimal, Frequency, Period, PeriodRevisions, Result, RevisionStatistics, Series, SeriesId, TriangleCell,
    revisions_of,
};
use hadaf_model::Book;
use hadaf_words::{Format, say, titled};
use jiff::civil::Date;
use serde::Serialize;

use crate::number::{six_digits, two_places};
use crate::text_table::table;

/// `hadaf revisions --json`.
#[derive(Debug, Clone, Serialize)]
pub struct RevisionsReport {
    /// Each series that was asked for.
    pub series: Vec<RevisedSeries>,
}

/// The revisions of one series.
#[derive(Debug, Clone, Serialize)]
pub struct RevisedSeries {
    /// Its id.
    pub id: SeriesId,
    /// Its title.
    pub title: String,
    /// "USD million", "percent" or "count".
    pub unit: String,
    /// How far its figures usually move: of months, of quarters, of fiscal years.
    pub summary: Vec<RevisionSummary>,
    /// Its periods, in order.
    pub periods: Vec<RevisedPeriod>,
    /// The rows of the triangle.
    #[serde(skip)]
    pub rows: Vec<PeriodRevisions>,
}

/// How far figures usually move from the first release to the latest.
#[derive(Debug, Clone, Serialize)]
pub struct RevisionSummary {
    /// "month", "quarter" or "fiscal_year".
    pub frequency: Frequency,
    /// How many periods tell of it: those of which something was published after the first release.
    pub n: usize,
    /// How many of these were revised.
    pub revised: usize,
    /// How many more were published once only.
    pub published_once: usize,
    /// Mean of the revisions without their sign, in the unit of the series; null where no period tells of it.
    #[serde(serialize_with = "six_digits")]
    pub mean_absolute_revision: Option<f64>,
    /// Mean of the revisions with their sign, latest less first; null where no period tells of it.
    #[serde(serialize_with = "six_digits")]
    pub bias: Option<f64>,
    /// The mean without signs, percent of the first releases.
    #[serde(serialize_with = "two_places")]
    pub mean_absolute_revision_percent: Option<f64>,
    /// The bias, percent of the first releases.
    #[serde(serialize_with = "two_places")]
    pub bias_percent: Option<f64>,
    /// As it was computed.
    #[serde(skip)]
    pub statistics: RevisionStatistics,
}

/// A period with all that was read of it.
#[derive(Debug, Clone, Serialize)]
pub struct RevisedPeriod {
    /// Which month, quarter or year.
    pub period: Period,
    /// The first release, exact.
    pub first: Option<Decimal>,
    /// What is read now, exact; null where it was withdrawn.
    pub latest: Option<Decimal>,
    /// Latest less first, exact; null where there is no figure.
    pub revision: Option<Decimal>,
    /// The same, percent of the first release.
    #[serde(serialize_with = "two_places")]
    pub revision_percent: Option<f64>,
    /// Something was published of it after the first release.
    pub told_again: bool,
    /// What was read from which day on, oldest first.
    pub releases: Vec<RevisedRelease>,
}

/// What was read of a period from a day on.
#[derive(Debug, Clone, Serialize)]
pub struct RevisedRelease {
    /// The day.
    pub since: Date,
    /// Exact; null where it was withdrawn.
    pub value: Option<Decimal>,
    /// Publisher and title.
    pub source: String,
}

impl RevisionsReport {
    /// The revisions of some series as known on a day.
    ///
    /// # Errors
    /// [`hadaf_core::CoreError::Overflow`] when a difference does not fit.
    ///
    /// # Panics
    /// Where the book was read without the observations of a series.
    pub fn of(book: &Book, chosen: &[&Series], as_of: AsOf) -> Result<Self> {
        let series = chosen.iter().map(|series| RevisedSeries::of(book, series, as_of));
        Ok(Self {
            series: series.collect::<Result<_>>()?,
        })
    }

    /// For the eye: what is usual, and the figures that were revised.
    ///
    /// # Errors
    /// As [`RevisionsReport::of`].
    pub fn to_text(&self, format: Format) -> Result<String> {
        let parts = self.series.iter().map(|series| series.to_text(format));
        Ok(parts.collect::<Result<Vec<_>>>()?.join("\n\n"))
    }

    /// The triangle of the first series as CSV: a row for each period, a column for each day on which a figure came or
    /// changed, and in it what was read as of that day.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let rows = self.series.first().map_or(&[][..], |series| series.rows.as_slice());
        let days: Vec<Date> = triangle_days(rows).into_iter().collect();
        let head = std::iter::once("period".to_owned()).chain(days.iter().map(Date::to_string));
        let line = |row: &PeriodRevisions| {
            let read = |day: &Date| {
                let value = row.at(*day).and_then(|cell| cell.value);
                value.map_or_else(String::new, |value| value.to_string())
            };
            let cells = std::iter::once(row.period.to_string()).chain(days.iter().map(read));
            cells.collect::<Vec<_>>().join(",")
        };
        let lines = std::iter::once(head.collect::<Vec<_>>().join(",")).chain(rows.iter().map(line));
        lines.collect::<Vec<_>>().join("\n") + "\n"
    }
}

/// The days on which a figure of these periods came or changed.
pub(crate) fn triangle_days<'a>(rows: impl IntoIterator<Item = &'a PeriodRevisions>) -> BTreeSet<Date> {
    let cells = rows.into_iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.since).collect()
}

/// How often a series of such periods has a value.
pub(crate) fn frequency_of(period: Period) -> Frequency {
    match period {
        Period::Month(_) => Frequency::Month,
        Period::Quarter(_) => Frequency::Quarter,
        Period::FiscalYear(_) => Frequency::FiscalYear,
    }
}

impl RevisedSeries {
    /// One series as known on a day.
    ///
    /// # Errors
    /// As [`RevisionsReport::of`].
    pub(crate) fn of(book: &Book, series: &Series, as_of: AsOf) -> Result<Self> {
        let rows = revisions_of(book.observations(&series.id), book.calendar(), as_of);
        let release = |cell: &TriangleCell| RevisedRelease {
            since: cell.since,
            value: cell.value,
            source: titled(book, cell.source),
        };
        let period = |row: &PeriodRevisions| -> Result<RevisedPeriod> {
            Ok(RevisedPeriod {
                period: row.period,
                first: row.first().value,
                latest: row.latest().value,
                revision: row.revision()?,
                revision_percent: row.percent()?,
                told_again: row.told_again,
                releases: row.cells.iter().map(release).collect(),
            })
        };
        Ok(Self {
            id: series.id.clone(),
            title: series.title.clone(),
            unit: series.unit.to_string(),
            summary: summaries(&rows)?,
            periods: rows.iter().map(period).collect::<Result<_>>()?,
            rows,
        })
    }

    fn to_text(&self, format: Format) -> Result<String> {
        let words = format.words;
        let mut lines = vec![format!("{}, {}", self.title, self.unit)];
        lines.extend(self.summary.iter().map(|it| it.told(format)));
        let is_revised = |period: &&RevisedPeriod| period.revision.is_some_and(|revision| !revision.is_zero());
        let value = |value: Option<Decimal>| value.map_or_else(|| "\u{2013}".to_owned(), |it| format.exact(it));
        let day = |release: Option<&RevisedRelease>| {
            release.map_or_else(String::new, |release| format.day_short(release.since))
        };
        let row = |period: &RevisedPeriod| {
            vec![
                format.period_short(period.period),
                value(period.first),
                day(period.releases.first()),
                value(period.latest),
                day(period.releases.last()),
                signed(period.revision, format),
            ]
        };
        let revised: Vec<Vec<String>> = self.periods.iter().filter(is_revised).map(row).collect();
        if !revised.is_empty() {
            let head = vec![
                say!(words, "revisions-head-period"),
                say!(words, "revisions-head-first"),
                say!(words, "revisions-head-published"),
                say!(words, "revisions-head-latest"),
                say!(words, "revisions-head-published"),
                say!(words, "revisions-head-revision"),
            ];
            let rows: Vec<Vec<String>> = std::iter::once(head).chain(revised).collect();
            lines.push(table(&rows));
        }
        Ok(lines.join("\n"))
    }
}

/// "+14", "−12", "0".
pub(crate) fn signed(revision: Option<Decimal>, format: Format) -> String {
    revision.map_or_else(String::new, |it| format.signed(it.to_f64(), it.places()))
}

/// What is usual of months, of quarters and of years, where there are such.
pub(crate) fn summaries(rows: &[PeriodRevisions]) -> Result<Vec<RevisionSummary>> {
    let mut summaries = Vec::new();
    for frequency in [Frequency::Month, Frequency::Quarter, Frequency::FiscalYear] {
        let of: Vec<&PeriodRevisions> = (rows.iter())
            .filter(|row| frequency_of(row.period) == frequency)
            .collect();
        if !of.is_empty() {
            summaries.push(RevisionSummary::of(frequency, &of)?);
        }
    }
    Ok(summaries)
}

impl RevisionSummary {
    fn of(frequency: Frequency, rows: &[&PeriodRevisions]) -> Result<Self> {
        let statistics = RevisionStatistics::of(rows.iter().copied())?;
        let told = |value: f64| (statistics.periods > 0).then_some(value);
        Ok(Self {
            frequency,
            n: statistics.periods,
            revised: statistics.revised,
            published_once: statistics.once,
            mean_absolute_revision: told(statistics.mean_absolute),
            bias: told(statistics.bias),
            mean_absolute_revision_percent: statistics.mean_absolute_percent,
            bias_percent: statistics.bias_percent,
            statistics,
        })
    }

    /// "Of 50 months told again 14 were revised; mean size 0.86 (0.35 %), bias −0.46 (−0.16 %). 22 were published once."
    pub(crate) fn told(&self, format: Format) -> String {
        let words = format.words;
        let percent = |value: Option<f64>| match value {
            Some(value) => format!(" ({})", format.signed_percent(value, 2)),
            None => String::new(),
        };
        let size = match self.mean_absolute_revision_percent {
            Some(value) => format!(" ({})", format.percent(value, 2)),
            None => String::new(),
        };
        let it = &self.statistics;
        say!(
            words,
            "revisions-summary",
            frequency = self.frequency.as_str(),
            n = self.n,
            revised = self.revised,
            size = format!("{}{size}", format.rounded(it.mean_absolute, 2)),
            bias = format!("{}{}", format.signed(it.bias, 2), percent(self.bias_percent)),
            once = self.published_once
        )
    }
}
