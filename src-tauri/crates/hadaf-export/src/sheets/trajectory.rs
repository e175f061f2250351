//! The months of the first series against its target, or its quarters where it is told in quarters, with the chart of them.

use std::collections::BTreeMap;

use hadaf_core::{Decimal, FiscalCalendar, Month, Period};

use crate::chart::{NativeChart, NativeKind};
use crate::worksheet::{Datum, Worksheet};
use crate::{ExportLabels, ExportedFigure, ExportedSeries, Label, Package};

/// Months in the chart, or quarters: five years of months are told apart, ten are not.
const CHARTED: u32 = 60;

/// Places of a month or quarter of a path: they sum to the target as closely as anybody adds.
const PATH_PLACES: u8 = 3;

/// The sheet of the first series with its chart; none where it has neither months nor quarters.
pub(super) fn sheet<'a>(package: &'a Package, labels: &'a ExportLabels) -> Option<(Worksheet<'a>, NativeChart)> {
    let lead = package.series.first()?;
    let alike = |is_it: fn(Period) -> bool| -> BTreeMap<Period, ExportedFigure> {
        let alike = lead.figures.iter().filter(|figure| is_it(figure.period));
        alike.map(|figure| (figure.period, *figure)).collect()
    };
    let in_months = alike(|period| matches!(period, Period::Month(_)));
    let (kind, figures) = match in_months.is_empty() {
        false => (NativeKind::Months, in_months),
        true => (
            NativeKind::Quarters,
            alike(|period| matches!(period, Period::Quarter(_))),
        ),
    };
    figures.first_key_value()?;
    let calendar = &package.calendar;
    let of_month = |month: Month| -> Period {
        match kind {
            NativeKind::Quarters => calendar.quarter_of(month).into(),
            NativeKind::Months | NativeKind::Years => month.into(),
        }
    };
    let path = path(lead, of_month);
    let periods = without_holes(figures.keys().chain(path.keys()).copied(), calendar, of_month);
    let count = u32::try_from(periods.len()).expect("months of at most 9,999 years");
    let unit = lead.series.unit.to_string();
    let mut heads = vec![
        vec![labels.get(of_each(kind)).into(), lead.series.title.as_str().into()],
        vec![labels.get(Label::Unit).into(), unit.clone().into()],
    ];
    if let Some(target) = &lead.target {
        heads[0].push(target.title.as_str().into());
        heads[1].push(unit.clone().into());
    }
    let chart = NativeChart {
        kind,
        title: (0, 1),
        unit,
        rows: (2 + count.saturating_sub(CHARTED), 1 + count),
        categories: 0,
        values: (1, (0, 1)),
        targets: lead.target.as_ref().map(|_| (2, (0, 2))),
        from_zero: false,
        told: labels.get(Label::SheetTrajectory).into(),
    };
    let places = lead.series.places;
    let with_path = lead.target.is_some();
    let rows = periods.into_iter().map(move |period| {
        let figure = Datum::maybe(figures.get(&period), |figure| Datum::Number {
            value: figure.value,
            places,
            provisional: figure.provisional,
        });
        let mut row = vec![Datum::period(period), figure];
        if with_path {
            row.push(Datum::maybe(path.get(&period), |value| {
                Datum::shown(*value, places.max(1))
            }));
        }
        row
    });
    let sheet = Worksheet {
        name: labels.get(Label::SheetTrajectory).into(),
        heads,
        widths: vec![12, 20, 24],
        frozen_columns: 1,
        rows: Box::new(rows),
        drawn_by: Some(kind),
        charts: Vec::new(),
    };
    Some((sheet, chart))
}

fn of_each(kind: NativeKind) -> Label {
    match kind {
        NativeKind::Months => Label::Month,
        NativeKind::Quarters | NativeKind::Years => Label::Period,
    }
}

/// The path of the target, in the periods in which the series is told: that of a quarter is the sum of its months.
fn path(lead: &ExportedSeries, of_month: impl Fn(Month) -> Period) -> BTreeMap<Period, Decimal> {
    let mut sums: BTreeMap<Period, f64> = BTreeMap::new();
    for (month, value) in lead.target.iter().flat_map(|target| &target.months) {
        *sums.entry(of_month(*month)).or_default() += value;
    }
    let rounded = |(period, value)| Some((period, Decimal::rounded_from(value, PATH_PLACES)?));
    sums.into_iter().filter_map(rounded).collect()
}

/// All periods from the first to the last, so that a hole is seen.
fn without_holes(
    known: impl Iterator<Item = Period>,
    calendar: &FiscalCalendar,
    of_month: impl Fn(Month) -> Period,
) -> Vec<Period> {
    let months: Vec<Month> = known.map(|period| calendar.start_of(period)).collect();
    let (Some(first), Some(last)) = (months.iter().min(), months.iter().max()) else {
        return Vec::new();
    };
    let mut periods: Vec<Period> = Month::range(*first..=*last).map(of_month).collect();
    periods.dedup();
    periods
}
