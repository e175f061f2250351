//! What was read of the inputs of a formula from which day on.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::FigureInput;
use crate::{
    AsOf, Decimal, FiscalCalendar, Frequency, Observation, Period, Published, Readings, SeriesId, SourceId, known_days,
};

/// A figure as it was read from a day on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LineFigure {
    pub(super) value: Decimal,
    pub(super) outturn: bool,
    pub(super) provisional: bool,
    pub(super) published: Published,
    pub(super) source: SourceId,
}

/// The figures of one period, each from its day on; none where there was none any more.
pub(super) type InputLine = Vec<(Date, Option<LineFigure>)>;

/// Of each series and period.
#[derive(Debug, Default)]
pub(super) struct FigureLines(BTreeMap<SeriesId, BTreeMap<Period, InputLine>>);

impl FigureLines {
    pub(super) fn of(inputs: &[FigureInput<'_>], calendar: &FiscalCalendar) -> Self {
        let lines = inputs
            .iter()
            .map(|input| (input.series.id.clone(), lines_of(input, calendar)));
        Self(lines.collect())
    }

    /// The figure as of the end of a day, and the next day on which it is another.
    pub(super) fn at(&self, series: &SeriesId, period: Period, day: Date) -> (Option<LineFigure>, Option<Date>) {
        let line = self.0.get(series).and_then(|lines| lines.get(&period));
        let line = line.map_or(&[][..], Vec::as_slice);
        let place = line.partition_point(|(from, _)| *from <= day);
        let figure = place
            .checked_sub(1)
            .and_then(|before| line.get(before))
            .and_then(|(_, figure)| *figure);
        (figure, line.get(place).map(|(from, _)| *from))
    }

    /// All periods of which there is or was a figure.
    pub(super) fn periods(&self) -> impl Iterator<Item = Period> {
        self.0.values().flat_map(|lines| lines.keys().copied())
    }
}

fn lines_of(input: &FigureInput<'_>, calendar: &FiscalCalendar) -> BTreeMap<Period, InputLine> {
    let mut lines: BTreeMap<Period, InputLine> = BTreeMap::new();
    for group in groups(input.observations, calendar) {
        for day in known_days(group.iter().copied()) {
            let as_of = AsOf::Day(day);
            let readings = Readings::adding_up(input.series.adding(), group.iter().copied(), calendar, as_of);
            let read: BTreeMap<Period, LineFigure> = readings
                .estimates()
                .chain(readings.iter())
                .map(|(period, reading)| {
                    let figure = LineFigure {
                        value: reading.value,
                        outturn: reading.outturn,
                        provisional: reading.provisional,
                        published: reading.published,
                        source: reading.source,
                    };
                    (period, figure)
                })
                .collect();
            let known: Vec<Period> = group.iter().map(|it| it.period).chain(read.keys().copied()).collect();
            for period in known {
                let line = lines.entry(period).or_default();
                let now = read.get(&period).copied();
                if line.last().map(|(_, figure)| *figure) != Some(now) && !(line.is_empty() && now.is_none()) {
                    line.push((day, now));
                }
            }
        }
    }
    lines
}

/// Observations that are read together: those of a period; of a year with totals all, since they tell of its months.
fn groups<'a>(observations: &'a [Observation], calendar: &FiscalCalendar) -> Vec<Vec<&'a Observation>> {
    let mut years: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
    for observation in observations {
        let year = calendar.fiscal_year_of(observation.period);
        years.entry(year).or_default().push(observation);
    }
    let mut groups = Vec::new();
    for year in years.into_values() {
        if year
            .iter()
            .any(|it| it.basis.is_to_date() || it.period.as_fiscal_year().is_some())
        {
            groups.push(year);
            continue;
        }
        let mut periods: BTreeMap<Period, Vec<&Observation>> = BTreeMap::new();
        for observation in year {
            periods.entry(observation.period).or_default().push(observation);
        }
        groups.extend(periods.into_values());
    }
    groups
}

/// How often there is a period of this kind.
pub(super) fn frequency_of(period: Period) -> Frequency {
    match period {
        Period::Month(_) => Frequency::Month,
        Period::Quarter(_) => Frequency::Quarter,
        Period::FiscalYear(_) => Frequency::FiscalYear,
    }
}
