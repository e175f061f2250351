//! What the rows of a file of ours say that their series are.

use std::collections::BTreeMap;

use hadaf_core::{SeriesId, Unit};

use crate::{Column, RowError, SeriesDraft, long_sdmx};

/// Series, as far as rows say what they are.
#[derive(Debug, Default)]
pub(crate) struct DescribedSeries {
    series: BTreeMap<SeriesId, SeriesDraft>,
    /// By the number of a series the texts that were read of it last: unit, power of ten, measure.
    told: Vec<Option<[String; 3]>>,
}

impl DescribedSeries {
    /// The row says what the one above it said.
    pub(crate) fn knows(&self, series: u32, told: [&str; 3]) -> bool {
        let known = self.told.get(series as usize).and_then(Option::as_ref);
        known.is_some_and(|known| known.iter().zip(told).all(|(known, told)| known == told))
    }

    /// Takes down the texts of a row: unit, power of ten where it is a code of SDMX, measure.
    ///
    /// # Errors
    /// A unit or a measure that is none, or another one than further up.
    pub(crate) fn take(
        &mut self,
        number: u32,
        id: &SeriesId,
        title: &str,
        told: [&str; 3],
        is_code: bool,
    ) -> Result<(), (Column, RowError)> {
        let [unit, power, measure] = told;
        let read_unit = match unit {
            "" => None,
            text if is_code => Some(long_sdmx::unit(text, power)),
            text => Some(text.parse::<Unit>().ok()),
        };
        if read_unit == Some(None) {
            let text = [unit, power].join(" ").trim().to_owned();
            return Err((Column::Unit, RowError::NoUnit { text }));
        }
        let read_unit = read_unit.flatten();
        let read_measure = match measure {
            "" => None,
            text => Some(text.to_ascii_lowercase().parse().map_err(|_| {
                let text = text.to_owned();
                (Column::Measure, RowError::NoMeasure { text })
            })?),
        };
        let known = self.series.entry(id.clone()).or_default();
        let differs = known.unit.zip(read_unit).is_some_and(|(known, now)| known != now)
            || known.measure.zip(read_measure).is_some_and(|(known, now)| known != now);
        if differs {
            return Err((Column::Unit, RowError::SeriesDiffers { series: id.clone() }));
        }
        known.unit = known.unit.or(read_unit);
        known.measure = known.measure.or(read_measure);
        if known.title.is_empty() {
            title.clone_into(&mut known.title);
        }
        let place = number as usize;
        if self.told.len() <= place {
            self.told.resize(place + 1, None);
        }
        self.told[place] = Some(told.map(str::to_owned));
        Ok(())
    }

    /// All that was said.
    pub(crate) fn finish(self) -> BTreeMap<SeriesId, SeriesDraft> {
        self.series
    }
}
