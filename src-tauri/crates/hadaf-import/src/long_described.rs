//! What the rows of a file of ours say that their series are.

use std::collections::BTreeMap;

use hadaf_core::{SeriesId, Unit};

use crate::{Column, SeriesDraft, long_sdmx};

/// Series, as far as rows say what they are.
#[derive(Debug, Default)]
pub(crate) struct DescribedSeries {
    series: BTreeMap<SeriesId, SeriesDraft>,
    /// By the number of a series the texts that were read of it last: unit, power of ten, measure.
    told: Vec<Option<[String; 3]>>,
}

/// What a row says that cannot be.
pub(crate) struct WrongDescription {
    pub(crate) column: Column,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) hint: &'static str,
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
    ) -> Result<(), WrongDescription> {
        let [unit, power, measure] = told;
        let read_unit = match unit {
            "" => None,
            text if is_code => Some(long_sdmx::unit(text, power)),
            text => Some(text.parse::<Unit>().ok()),
        };
        if read_unit == Some(None) {
            return Err(WrongDescription {
                column: Column::Unit,
                code: "unit_invalid",
                message: format!("{unit:?} is no unit"),
                hint: "write it as USD million, PKR thousand, percent or count",
            });
        }
        let read_unit = read_unit.flatten();
        let read_measure = match measure {
            "" => None,
            text => Some(text.to_ascii_lowercase().parse().map_err(|_| WrongDescription {
                column: Column::Measure,
                code: "word_unknown",
                message: format!("{text:?} is neither flow nor stock"),
                hint: "write flow or stock",
            })?),
        };
        let known = self.series.entry(id.clone()).or_default();
        let differs = known.unit.zip(read_unit).is_some_and(|(known, now)| known != now)
            || known.measure.zip(read_measure).is_some_and(|(known, now)| known != now);
        if differs {
            return Err(WrongDescription {
                column: Column::Unit,
                code: "unit_differs",
                message: format!("the rows above say that {id} is of another unit or measure"),
                hint: "give two series of different units two names",
            });
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
