//! What is read today, periods downwards and series side by side: a sheet for months, quarters and years each.

use std::collections::BTreeMap;

use hadaf_core::{Month, Period};

use crate::worksheet::{COLUMNS, Datum, Worksheet};
use crate::{ExportError, ExportLabels, ExportedFigure, ExportedSeries, Label, Package, Result};

/// A sheet for each frequency that has a figure.
///
/// # Errors
/// [`ExportError::TooManySeries`].
pub(super) fn sheets<'a>(package: &'a Package, labels: &'a ExportLabels) -> Result<Vec<Worksheet<'a>>> {
    let made = [
        sheet(package, labels, Label::SheetMonths, |period| {
            matches!(period, Period::Month(_))
        }),
        sheet(package, labels, Label::SheetQuarters, |period| {
            matches!(period, Period::Quarter(_))
        }),
        sheet(package, labels, Label::SheetAnnual, |period| {
            matches!(period, Period::FiscalYear(_))
        }),
    ];
    made.into_iter().filter_map(Result::transpose).collect()
}

fn sheet<'a>(
    package: &'a Package,
    labels: &'a ExportLabels,
    name: Label,
    is_of: fn(Period) -> bool,
) -> Result<Option<Worksheet<'a>>> {
    let of = |series: &ExportedSeries| -> BTreeMap<Period, ExportedFigure> {
        let figures = series.figures.iter().filter(|figure| is_of(figure.period));
        figures.map(|figure| (figure.period, *figure)).collect()
    };
    let mut columns: Vec<(&ExportedSeries, BTreeMap<Period, ExportedFigure>)> =
        package.series.iter().map(|series| (series, of(series))).collect();
    columns.retain(|(_, figures)| !figures.is_empty());
    if columns.is_empty() {
        return Ok(None);
    }
    if columns.len() >= COLUMNS {
        return Err(ExportError::TooManySeries {
            series: columns.len(),
            limit: COLUMNS - 1,
        });
    }
    let titles = columns.iter().map(|(series, _)| series.series.title.as_str().into());
    let units = columns.iter().map(|(series, _)| series.series.unit.to_string().into());
    let heads = vec![
        std::iter::once(labels.get(Label::Period).into())
            .chain(titles)
            .collect(),
        std::iter::once(labels.get(Label::Unit).into()).chain(units).collect(),
    ];
    let widths = std::iter::once(12).chain(columns.iter().map(|_| 18)).collect();
    let periods = without_gaps(
        columns
            .iter()
            .flat_map(|(_, figures)| figures.keys().copied())
            .collect(),
    );
    let rows = periods.into_iter().map(move |period| {
        let cells = columns.iter().map(|(series, figures)| {
            Datum::maybe(figures.get(&period), |figure| Datum::Number {
                value: figure.value,
                places: series.series.places,
                provisional: figure.provisional,
            })
        });
        std::iter::once(Datum::period(period)).chain(cells).collect()
    });
    Ok(Some(Worksheet {
        name: labels.get(name).into(),
        heads,
        widths,
        frozen_columns: 1,
        rows: Box::new(rows),
        drawn_by: None,
        charts: Vec::new(),
    }))
}

/// In order, with the months that nobody published between the first and the last: a hole is seen.
fn without_gaps(mut periods: Vec<Period>) -> Vec<Period> {
    periods.sort_unstable();
    periods.dedup();
    let months: Vec<Month> = periods.iter().filter_map(|period| period.as_month()).collect();
    match (months.first(), months.last()) {
        (Some(first), Some(last)) => Month::range(*first..=*last).map(Period::Month).collect(),
        _ => periods,
    }
}
