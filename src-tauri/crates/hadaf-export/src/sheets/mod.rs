//! Which sheets a spreadsheet has, each a view of the package.

mod about;
mod figures;
mod published;
mod registers;
mod trajectory;
mod years;

use std::borrow::Cow;

use crate::chart::NativeChart;
use crate::worksheet::{Worksheet, name_apart};
use crate::{ExportLabels, Label, Package, Result};

/// The sheets, in the order in which they are turned. A view without content has none.
///
/// # Errors
/// [`crate::ExportError::TooManySeries`].
pub(crate) fn of<'a>(package: &'a Package, labels: &'a ExportLabels) -> Result<Vec<Worksheet<'a>>> {
    let (trajectory, trajectory_chart) = trajectory::sheet(package, labels).unzip();
    let (years, years_chart) = years::sheet(package, labels).unzip();
    let mut sheets = vec![about::sheet(package, labels)];
    sheets.extend(charts(
        labels,
        trajectory_chart.into_iter().chain(years_chart).collect(),
    ));
    sheets.extend(trajectory);
    sheets.extend(figures::sheets(package, labels)?);
    sheets.extend(years);
    sheets.push(registers::series(package, labels));
    sheets.extend(published::sheets(package, labels));
    sheets.extend(registers::claims(package, labels));
    sheets.push(registers::sources(package, labels));
    name_apart(&mut sheets);
    Ok(sheets)
}

/// The charts, on a sheet of their own so that they are seen; none where there is nothing to draw.
fn charts<'a>(labels: &ExportLabels, charts: Vec<NativeChart>) -> Option<Worksheet<'a>> {
    (!charts.is_empty()).then(|| Worksheet {
        name: labels.get(Label::SheetCharts).into(),
        heads: Vec::new(),
        widths: Vec::new(),
        frozen_columns: 0,
        rows: Box::new(std::iter::empty()),
        drawn_by: None,
        charts,
    })
}

/// One line of headings.
fn heads<'a>(labels: &'a ExportLabels, line: &[Label]) -> Vec<Vec<Cow<'a, str>>> {
    vec![line.iter().map(|label| labels.get(*label).into()).collect()]
}
