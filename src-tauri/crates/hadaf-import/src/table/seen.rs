//! Of which periods a series has values already.

use std::collections::HashMap;

use hadaf_core::Period;

use super::reading::ReadFigure;

/// The periods of one series. Those of most tables rise or fall, so that the two ends tell; where they do not, all are
/// remembered.
#[derive(Debug, Default)]
pub(crate) struct SeenPeriods {
    ends: Option<(Period, Period)>,
    all: Option<HashMap<Period, usize>>,
}

impl SeenPeriods {
    /// The place of the last value of a period among those that there are, if there is one.
    pub(crate) fn see(&mut self, period: Period, figures: &[ReadFigure]) -> Option<usize> {
        let (low, high) = self.ends?;
        if period < low || period > high {
            return None;
        }
        let all = self.all.get_or_insert_with(|| {
            let known = figures.iter().enumerate();
            known.map(|(place, figure)| (figure.period, place)).collect()
        });
        all.get(&period).copied()
    }

    /// Notes a value that is put at this place.
    pub(crate) fn put(&mut self, period: Period, place: usize) {
        let (low, high) = self.ends.unwrap_or((period, period));
        self.ends = Some((low.min(period), high.max(period)));
        if let Some(all) = &mut self.all {
            all.insert(period, place);
        }
    }
}
