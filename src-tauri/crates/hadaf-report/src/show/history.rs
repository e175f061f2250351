//! `hadaf show --history`: every observation of one number.

use hadaf_core::{AsOf, Decimal, Observation, Period, Series, SeriesId, Status, VintageRole};
use hadaf_model::Book;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::text::day;
use crate::text_table::table;
use hadaf_words::{Format, say_of, titled};

/// `hadaf show --history --json`.
#[derive(Debug, Clone, Serialize)]
pub struct ShowHistory {
    /// Series id.
    pub series: SeriesId,
    /// Which month, quarter or year.
    pub period: Period,
    /// Newest first.
    #[serde(rename = "prints")]
    pub observations: Vec<ShowRelease>,
}

/// One observation of a number.
#[derive(Debug, Clone, Serialize)]
pub struct ShowRelease {
    /// Exact.
    pub value: Decimal,
    /// What it says about itself.
    pub status: Status,
    /// ISO date; null where the page has none.
    pub published: Option<Date>,
    /// Publisher and title.
    pub source: String,
    /// Who entered it.
    pub entered_by: String,
    /// When, RFC 3339.
    pub entered_at: String,
    /// Anything to know.
    pub note: String,
    /// What it is to the current figure; the current one is called `in_force` in JSON.
    #[serde(serialize_with = "role")]
    pub role: VintageRole,
}

/// Scripts rely on the word that the current figure had first.
fn role<S: Serializer>(role: &VintageRole, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match role {
        VintageRole::Current => "in_force",
        other => other.as_str(),
    })
}

impl ShowHistory {
    /// A number of a series as of a day.
    pub fn of(book: &Book, series: &Series, period: Period, as_of: AsOf) -> Self {
        let release = |(observation, role): (&Observation, VintageRole)| ShowRelease {
            value: observation.value,
            status: observation.status,
            published: observation.published.date,
            source: titled(book, observation.source),
            entered_by: observation.entered_by.clone(),
            entered_at: observation.entered_at.to_string(),
            note: observation.note.clone(),
            role,
        };
        let history = book.history(&series.id, period, as_of);
        Self {
            series: series.id.clone(),
            period,
            observations: history.into_iter().map(release).collect(),
        }
    }

    /// For the eye.
    pub fn to_text(&self, format: Format) -> String {
        let row = |release: &ShowRelease| {
            vec![
                format.exact(release.value),
                say_of!(format.words, "role-{}", VintageRole, release.role),
                day(format, release.published),
                release.source.clone(),
            ]
        };
        let rows: Vec<Vec<String>> = self.observations.iter().map(row).collect();
        format!("{}, {}\n{}", self.series, format.period(self.period), table(&rows))
    }
}
