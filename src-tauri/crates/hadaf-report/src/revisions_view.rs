//! The revisions of one series as the window shows them: what is usual, and the triangle of one fiscal year.

use hadaf_core::{AsOf, FiscalYear, PeriodRevisions, Result, Series, isolated, revisions_of};
use hadaf_model::Book;
use hadaf_words::Format;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::revisions::{signed, summaries, triangle_days};

/// Asks for the revisions of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RevisionsRequest {
    /// Series id.
    pub series: String,
    /// The fiscal year whose periods are shown, such as "FY2025"; null: the newest.
    pub fiscal_year: Option<String>,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// A day of publication.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RevisionDay {
    /// ISO.
    pub date: String,
    /// "18 Dec 2024".
    pub text: String,
}

/// What was read of a period as of a day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RevisionCell {
    /// Formatted; empty before the first release, a dash where it was withdrawn.
    pub text: String,
    /// It came or changed on this day; otherwise it is that of an earlier one.
    pub fresh: bool,
    /// It is another figure than the one before.
    pub revised: bool,
}

/// A period with what was read of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RevisionRow {
    /// Canonical period.
    pub period: String,
    /// "Nov 2024".
    pub label: String,
    /// The first release, formatted.
    pub first: String,
    /// What is read now, formatted.
    pub latest: String,
    /// Latest less first, with its sign; empty where there is no figure.
    pub revision: String,
    /// The same, percent of the first release; empty where it has none.
    pub percent: String,
    /// It was revised.
    pub revised: bool,
    /// One for each day.
    pub cells: Vec<RevisionCell>,
}

/// The revisions of a series.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RevisionsView {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// "US$ million".
    pub unit: String,
    /// How far figures usually move, a sentence for months, quarters and years.
    pub summary: Vec<String>,
    /// The fiscal years that have figures, newest first.
    pub years: Vec<String>,
    /// The one that is shown; empty where there is none.
    pub year: String,
    /// The days on which a figure of the year came or changed, oldest first.
    pub days: Vec<RevisionDay>,
    /// The periods of the year, in order.
    pub rows: Vec<RevisionRow>,
}

impl RevisionsView {
    /// Of a series as known on a day; of the periods those of one fiscal year, or of the newest one.
    ///
    /// # Errors
    /// [`hadaf_core::CoreError::Overflow`] when a difference does not fit.
    ///
    /// # Panics
    /// Where the book was read without the observations of the series.
    pub fn of(book: &Book, series: &Series, year: Option<FiscalYear>, as_of: AsOf, format: Format) -> Result<Self> {
        let rows = revisions_of(book.observations(&series.id), book.calendar(), as_of);
        let year_of = |row: &PeriodRevisions| book.calendar().fiscal_year_of(row.period);
        let mut years: Vec<FiscalYear> = rows.iter().map(year_of).collect();
        years.sort_unstable();
        years.dedup();
        years.reverse();
        let shown = year.filter(|year| years.contains(year)).or(years.first().copied());
        let of_year: Vec<&PeriodRevisions> = rows.iter().filter(|row| Some(year_of(row)) == shown).collect();
        let days: Vec<Date> = triangle_days(of_year.iter().copied()).into_iter().collect();
        let row = |row: &&PeriodRevisions| revision_row(row, &days, format);
        Ok(Self {
            series: series.id.to_string(),
            title: isolated(&series.title).into_owned(),
            unit: format.unit(series.unit),
            summary: summaries(&rows)?.iter().map(|it| it.told(format)).collect(),
            years: years.iter().map(ToString::to_string).collect(),
            year: shown.map_or_else(String::new, |year| year.to_string()),
            rows: of_year.iter().map(row).collect::<Result<_>>()?,
            days: days
                .iter()
                .map(|day| RevisionDay {
                    date: day.to_string(),
                    text: format.day_short(*day),
                })
                .collect(),
        })
    }
}

fn revision_row(row: &PeriodRevisions, days: &[Date], format: Format) -> Result<RevisionRow> {
    let value = |value: Option<hadaf_core::Decimal>| match value {
        Some(value) => format.exact(value),
        None => "\u{2013}".to_owned(),
    };
    let cell = |day: &Date| {
        let read = row.at(*day);
        let fresh = read.is_some_and(|cell| cell.since == *day);
        RevisionCell {
            text: read.map_or_else(String::new, |cell| value(cell.value)),
            fresh,
            revised: fresh && row.first().since != *day,
        }
    };
    let revision = row.revision()?;
    let percent = row.percent()?.filter(|percent| *percent != 0.0);
    Ok(RevisionRow {
        period: row.period.to_string(),
        label: format.period_short(row.period),
        first: value(row.first().value),
        latest: value(row.latest().value),
        revision: signed(revision, format),
        percent: percent.map_or_else(String::new, |percent| format.signed_percent(percent, 1)),
        revised: revision.is_none_or(|revision| !revision.is_zero()),
        cells: days.iter().map(cell).collect(),
    })
}
