//! Series that are worked out from others: what they stand on, and what stands on them.

use hadaf_core::{
    AsOf, DerivedFrom, FigureInput, Month, Observation, Period, Reading, Series, SeriesFormula, SeriesId,
    derived_observations, figures_used,
};
use jiff::civil::Weekday;

use crate::book::Book;

/// A figure that a figure of a derived series is worked out from.
#[derive(Debug, Clone, Copy)]
pub struct FigureUsed<'a> {
    /// Of which series.
    pub series: &'a Series,
    /// Of which period.
    pub period: Period,
    /// As it is read on the day.
    pub reading: Reading,
}

impl Book {
    /// The series that the formula of a derived one names, as far as they are there.
    pub fn inputs(&self, series: &Series) -> Vec<&Series> {
        let named = series.formula.iter().flat_map(SeriesFormula::inputs);
        named
            .filter_map(|id| self.series.iter().find(|it| it.id == *id))
            .collect()
    }

    /// The derived series whose formulas name a series.
    pub fn derived_from(&self, id: &SeriesId) -> Vec<&Series> {
        let names = |it: &&Series| {
            it.formula
                .as_ref()
                .is_some_and(|formula| formula.inputs().contains(&id))
        };
        self.series.iter().filter(names).collect()
    }

    /// Whether the figures of a series are worked out.
    pub fn is_derived(&self, id: &SeriesId) -> bool {
        self.series.iter().any(|it| it.id == *id && it.formula.is_some())
    }

    /// The figures that a figure of a derived series is worked out from as of a day, in the order of its formula; none
    /// where there is no such figure.
    ///
    /// # Panics
    /// Where the book was read without the observations of the series.
    pub fn figures_used(&self, series: &Series, period: Period, as_of: AsOf) -> Vec<FigureUsed<'_>> {
        let used = self.with_sources(series, |from| figures_used(series, from, period, as_of));
        let used = used.into_iter().flatten().filter_map(|(id, period)| {
            let series = self.series.iter().find(|it| it.id == id)?;
            let readings = self.readings(series, as_of);
            let reading = readings.get(period).or_else(|| readings.estimate(period)).copied()?;
            Some(FigureUsed {
                series,
                period,
                reading,
            })
        });
        used.collect()
    }

    /// Some series, each with all that it is worked out from before it. What goes round in a circle, in a file from
    /// elsewhere, stands in it once, and has no figures.
    pub(crate) fn with_inputs(&self, series: Vec<&Series>) -> Vec<SeriesId> {
        let mut ids = Vec::new();
        for one in series {
            self.add_with_inputs(one, &mut ids, &mut Vec::new());
        }
        ids
    }

    fn add_with_inputs<'a>(&'a self, series: &'a Series, ids: &mut Vec<SeriesId>, within: &mut Vec<&'a SeriesId>) {
        if ids.contains(&series.id) || within.contains(&&series.id) {
            return;
        }
        within.push(&series.id);
        for input in self.inputs(series) {
            self.add_with_inputs(input, ids, within);
        }
        within.pop();
        ids.push(series.id.clone());
    }

    /// Works a derived series out from what was read of its inputs.
    pub(crate) fn work_out(&mut self, id: &SeriesId) {
        let series = self.series.iter().find(|it| it.id == *id);
        let of = series.map(|series| self.with_sources(series, |from| derived_observations(series, from)));
        self.observations.insert(id.clone(), of.unwrap_or_default().into());
    }

    fn with_sources<T>(&self, series: &Series, act: impl FnOnce(&DerivedFrom<'_>) -> T) -> T {
        let inputs = self.inputs(series).into_iter();
        let observations = |series: &Series| -> &[Observation] {
            let read = self.observations.get(&series.id);
            read.map_or(&[][..], |of| &of[..])
        };
        act(&DerivedFrom {
            inputs: inputs
                .map(|series| FigureInput {
                    series,
                    observations: observations(series),
                })
                .collect(),
            calendar: self.calendar(),
            working_days: &|month| self.info.holidays.working_days(month).or_else(|| weekdays(month)),
        })
    }
}

/// The days from Monday to Friday, where the workspace counts no holidays.
fn weekdays(month: Month) -> Option<u8> {
    let days = month.first_day().series(jiff::Span::new().days(1));
    let of_month = days.take(month.days().into());
    let worked = of_month.filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    u8::try_from(worked.count()).ok()
}
