//! The months of the first series against its target, with the chart of them.

use std::collections::BTreeMap;

use hadaf_core::{Decimal, Month};

use crate::chart::{NativeChart, NativeKind};
use crate::worksheet::{Datum, Worksheet};
use crate::{ExportLabels, ExportedFigure, Label, Package};

/// Months in the chart: five years are told apart, ten are not.
const CHARTED: u32 = 60;

/// Places of a month of a path: they sum to the target as closely as anybody adds.
const PATH_PLACES: u8 = 3;

/// The sheet of the first series with its chart; none where it has no months.
pub(super) fn sheet<'a>(package: &'a Package, labels: &'a ExportLabels) -> Option<(Worksheet<'a>, NativeChart)> {
    let lead = package.series.first()?;
    let figures: BTreeMap<Month, ExportedFigure> = lead
        .figures
        .iter()
        .filter_map(|figure| Some((figure.period.as_month()?, *figure)))
        .collect();
    let path: BTreeMap<Month, Decimal> = lead
        .target
        .iter()
        .flat_map(|target| &target.months)
        .filter_map(|(month, value)| Some((*month, Decimal::rounded_from(*value, PATH_PLACES)?)))
        .collect();
    figures.first_key_value()?;
    let first = *figures.keys().chain(path.keys()).min()?;
    let last = *figures.keys().chain(path.keys()).max()?;
    let months: Vec<Month> = Month::range(first..=last).collect();
    let count = u32::try_from(months.len()).expect("months of at most 9,999 years");
    let unit = lead.series.unit.to_string();
    let mut heads = vec![
        vec![labels.get(Label::Month).into(), lead.series.title.as_str().into()],
        vec![labels.get(Label::Unit).into(), unit.clone().into()],
    ];
    if let Some(target) = &lead.target {
        heads[0].push(target.title.as_str().into());
        heads[1].push(unit.clone().into());
    }
    let chart = NativeChart {
        kind: NativeKind::Months,
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
    let rows = months.into_iter().map(move |month| {
        let figure = Datum::maybe(figures.get(&month), |figure| Datum::Number {
            value: figure.value,
            places,
            provisional: figure.provisional,
        });
        let mut row = vec![Datum::Month(month), figure];
        if with_path {
            row.push(Datum::maybe(path.get(&month), |value| {
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
        drawn_by: Some(NativeKind::Months),
        charts: Vec::new(),
    };
    Some((sheet, chart))
}
