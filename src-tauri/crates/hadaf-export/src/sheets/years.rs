//! Fiscal years with growth and targets, and the chart of the first series.

use hadaf_core::Decimal;

use super::heads;
use crate::chart::{NativeChart, NativeKind};
use crate::worksheet::{Datum, Worksheet};
use crate::{ExportLabels, ExportedSeries, ExportedYear, Label, Package};

/// Places of a growth.
const GROWTH_PLACES: u8 = 1;

/// Columns of the sheet that the chart draws.
mod column {
    pub(super) const SERIES: u16 = 0;
    pub(super) const FISCAL_YEAR: u16 = 2;
    pub(super) const TOTAL: u16 = 3;
    pub(super) const TARGET: u16 = 7;
}

/// The years of all series, one series after the other, with the chart of the first; none where no series has a year.
pub(super) fn sheet<'a>(package: &'a Package, labels: &'a ExportLabels) -> Option<(Worksheet<'a>, NativeChart)> {
    let line = [
        Label::Series,
        Label::Unit,
        Label::FiscalYear,
        Label::Total,
        Label::HowCounted,
        Label::Months,
        Label::Growth,
        Label::Target,
        Label::Gap,
    ];
    let rows = package
        .series
        .iter()
        .flat_map(|series| series.years.iter().map(move |year| row(series, year)));
    let first = package.series.iter().find(|series| !series.years.is_empty())?;
    let sheet = Worksheet {
        name: labels.get(Label::SheetYears).into(),
        heads: heads(labels, &line),
        widths: vec![32, 14, 12, 14, 24, 8, 10, 14, 14],
        frozen_columns: 1,
        rows: Box::new(rows),
        drawn_by: Some(NativeKind::Years),
        charts: Vec::new(),
    };
    Some((sheet, chart(first, labels)))
}

/// The years of the first series: its rows come first.
fn chart(series: &ExportedSeries, labels: &ExportLabels) -> NativeChart {
    let last = u32::try_from(series.years.len()).expect("at most 9,999 years");
    let has_target = series.years.iter().any(|year| year.target.is_some());
    NativeChart {
        kind: NativeKind::Years,
        title: (1, column::SERIES),
        unit: series.series.unit.to_string(),
        rows: (1, last),
        categories: column::FISCAL_YEAR,
        values: (column::TOTAL, (0, column::TOTAL)),
        targets: has_target.then_some((column::TARGET, (0, column::TARGET))),
        from_zero: series.years.iter().all(|year| year.value >= Decimal::ZERO),
        told: labels.get(Label::SheetYears).into(),
    }
}

fn row<'a>(series: &'a ExportedSeries, year: &'a ExportedYear) -> Vec<Datum<'a>> {
    let places = series.series.places;
    let growth = year
        .growth_percent
        .and_then(|growth| Decimal::rounded_from(growth, GROWTH_PLACES));
    // A gap that does not fit is none that anybody could close.
    let gap = year.target.and_then(|target| target.checked_sub(year.value).ok());
    vec![
        Datum::text(series.series.title.as_str()),
        Datum::text(series.series.unit.to_string()),
        Datum::text(year.fiscal_year.to_string()),
        Datum::shown(year.value, places),
        Datum::text(year.basis.as_str()),
        Datum::number(Decimal::from(i32::from(year.months))),
        Datum::maybe(growth, |growth| Datum::shown(growth, GROWTH_PLACES)),
        Datum::maybe(year.target, |target| Datum::shown(target, places)),
        Datum::maybe(gap, |gap| Datum::shown(gap, places)),
    ]
}
