use std::collections::BTreeMap;

use hadaf_core::{Observation, Period, SeriesId};
use jiff::civil::Date;
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::error::Result;
use crate::row::{Fields, decimal, parsed, published, read_decimal, read_published, text, text_opt};
use crate::workspace::Reader;

const VALUE: [&str; 2] = ["value_mantissa", "value_places"];

impl Layout for Observation {
    const TABLE: &'static str = "observation";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "series, period, through, coalesce(published, seen), id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        let mut fields = vec![
            ("series", text(&self.series)),
            ("period", text(self.period)),
            ("through", self.through.into()),
            ("status", text(self.status)),
            ("source", self.source.0.into()),
            ("note", text(&self.note)),
            ("entered_by", text(&self.entered_by)),
            ("entered_at", text(&self.entered_at)),
        ];
        fields.extend(decimal(VALUE, self.value));
        fields.extend(published(&self.published));
        fields
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            series: parsed(row, "series")?,
            period: parsed(row, "period")?,
            through: row.get("through")?,
            value: read_decimal(row, VALUE)?,
            status: parsed(row, "status")?,
            published: read_published(row)?,
            source: hadaf_core::SourceId(row.get("source")?),
            note: row.get("note")?,
            entered_by: row.get("entered_by")?,
            entered_at: row.get("entered_at")?,
        })
    }
}

impl Numbered for Observation {
    fn numbered(id: i64) -> i64 {
        id
    }
}

impl Reader<'_> {
    /// The prints of one series, or of all, that were known on a day, or are today: by series,
    /// period and the day from which each counts. Which of them is in force says
    /// [`Vintage`](hadaf_core::Vintage).
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn observations(&self, series: Option<&SeriesId>, as_of: Option<Date>) -> Result<Vec<Observation>> {
        self.all(
            include_str!("../../queries/observations.sql"),
            [text_opt(series), text_opt(as_of)],
            Observation::read,
        )
    }

    /// Every print of one series for one period, the oldest first.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn prints(&self, series: &SeriesId, period: Period, through: bool) -> Result<Vec<Observation>> {
        self.all(
            include_str!("../../queries/prints.sql"),
            [text(series), text(period), through.into()],
            Observation::read,
        )
    }

    /// Every observation of one series, in the order of [`Reader::list`].
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn observations_of(&self, series: &SeriesId) -> Result<Vec<Observation>> {
        self.observations(Some(series), None)
    }

    /// How many observations each series has; one without any is left out.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn observation_counts(&self) -> Result<BTreeMap<SeriesId, usize>> {
        let counts = self.all("SELECT series, count(*) FROM observation GROUP BY series", [], |row| {
            Ok((parsed(row, "series")?, row.get::<_, i64>(1)?))
        })?;
        let count = |count: i64| usize::try_from(count).expect("a count is not negative");
        Ok(counts.into_iter().map(|(series, of)| (series, count(of))).collect())
    }

    /// The newest day on which an observation was published; one of no known day does not count.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn latest_published(&self) -> Result<Option<Date>> {
        let newest = "SELECT max(published) AS published FROM observation HAVING max(published) IS NOT NULL";
        self.first(newest, [], |row| parsed(row, "published"))
    }
}
