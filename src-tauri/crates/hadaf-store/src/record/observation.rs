//! Every value that was published, and what is asked of them.

use std::collections::BTreeMap;

use hadaf_core::{Basis, Correction, CorrectionId, Observation, ObservationId, Period, SeriesId, SourceId};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::change::Change;
use crate::codec::Stored;
use crate::error::Result;
use crate::reader::Reader;
use crate::table::{Layout, table};

table! {
    Observation in "observation", ordered by "series, period, through, coalesce(published, seen), id",
    numbered (id: ObservationId);
    series;
    period;
    basis => "through";
    value => "value_mantissa", "value_places";
    status;
    published => "published", "published_approximate", "seen";
    source;
    note;
    entered_by;
    entered_at;
    + preferred;
}

table! {
    Correction in "correction", ordered by "id", numbered (id: CorrectionId);
    observation;
    value => "value_mantissa", "value_places";
    published => "published", "published_approximate", "seen";
    source;
    corrected_by;
    corrected_at;
}

impl Change<'_> {
    /// Puts right what was mistyped in an observation, and keeps what it said.
    ///
    /// # Errors
    /// As [`Change::amend`].
    pub fn correct(&self, wrong: &Observation, right: &Observation, by: &str, at: Timestamp) -> Result<()> {
        self.amend(right)?;
        self.add(&Correction {
            id: CorrectionId::NEW,
            observation: wrong.id,
            value: (!wrong.is_withdrawn()).then_some(wrong.value),
            published: wrong.published,
            source: wrong.source,
            corrected_by: by.to_owned(),
            corrected_at: at,
        })?;
        Ok(())
    }

    /// Takes an observation out, with what was put right in it.
    ///
    /// # Errors
    /// As [`Change::remove`].
    pub fn take_out(&self, wrong: ObservationId) -> Result<()> {
        let corrections = self.list::<Correction>()?;
        for correction in corrections.iter().filter(|it| it.observation == wrong) {
            self.remove::<Correction>(&correction.id)?;
        }
        self.remove::<Observation>(&wrong)
    }
}

/// What rests on one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceUse {
    /// How many observations were read there.
    pub observations: usize,
    /// The first and the last day on which one of them was published; none when no day is known.
    pub published: Option<(Date, Date)>,
}

impl Reader<'_> {
    /// All observations of one series, by period and the day from which each counts. Which of them
    /// is current says [`Vintage`](hadaf_core::Vintage). They come in the order of [`Reader::list`].
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn observations_of(&self, series: &SeriesId) -> Result<Vec<Observation>> {
        self.observations(Some(series), None)
    }

    /// The observations of one series, or of all, that were known on a day, or are today; in the
    /// order of [`Reader::list`]. One without a date counts from the day on which we saw it.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn observations(&self, series: Option<&SeriesId>, as_of: Option<Date>) -> Result<Vec<Observation>> {
        let mut conditions = Vec::new();
        let mut values = Vec::new();
        if let Some(series) = series {
            conditions.push("series = ?");
            series.write(&mut values);
        }
        if let Some(day) = as_of {
            conditions.push("coalesce(published, seen) <= ?");
            day.write(&mut values);
        }
        self.matching(&conditions, values)
    }

    /// Every observation of one series for one period on one basis, the oldest first.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn observations_for(&self, series: &SeriesId, period: Period, basis: Basis) -> Result<Vec<Observation>> {
        let mut values = Vec::new();
        series.write(&mut values);
        period.write(&mut values);
        basis.write(&mut values);
        self.matching(&["series = ?", "period = ?", "through = ?"], values)
    }

    /// How many observations each series has; a series without any is left out.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn observation_counts(&self) -> Result<BTreeMap<SeriesId, usize>> {
        let counts = self.all(include_str!("../../queries/observation_counts.sql"), [], |cells| {
            Ok((Stored::read(cells)?, cells.count()?))
        })?;
        Ok(counts.into_iter().collect())
    }

    /// The newest day on which an observation was published. Those without a date do not count.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn latest_published(&self) -> Result<Option<Date>> {
        let day = self.first(include_str!("../../queries/latest_published.sql"), [], Stored::read)?;
        Ok(day.flatten())
    }

    /// The newest days on which figures became known, newest first, no more than so many.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn known_days(&self, most: u32) -> Result<Vec<Date>> {
        self.all(include_str!("../../queries/known_days.sql"), [most], Stored::read)
    }

    /// What rests on each source; one on which no observation rests is left out.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn source_uses(&self) -> Result<BTreeMap<SourceId, SourceUse>> {
        let uses = self.all(include_str!("../../queries/source_uses.sql"), [], |cells| {
            let source = Stored::read(cells)?;
            let observations = cells.count()?;
            let published = Stored::read(cells)?;
            Ok((
                source,
                SourceUse {
                    observations,
                    published,
                },
            ))
        })?;
        Ok(uses.into_iter().collect())
    }

    fn matching(&self, conditions: &[&str], values: Vec<Value>) -> Result<Vec<Observation>> {
        let wanted = match conditions {
            [] => String::new(),
            _ => format!("WHERE {} ", conditions.join(" AND ")),
        };
        self.select(
            &format!("{wanted}ORDER BY {}", Observation::ORDER),
            params_from_iter(values),
        )
    }
}
