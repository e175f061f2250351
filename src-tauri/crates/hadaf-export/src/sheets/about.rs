//! The sheet that says what the file is.

use hadaf_core::Decimal;

use crate::worksheet::{Datum, Worksheet};
use crate::{ExportLabels, Label, Package};

/// What the workspace is, as of which day, and how the other sheets are read.
pub(super) fn sheet<'a>(package: &'a Package, labels: &'a ExportLabels) -> Worksheet<'a> {
    let line = |label: Label, datum: Datum<'a>| vec![Datum::text(labels.get(label)), datum];
    let first_month = Decimal::from(i32::from(package.calendar.start_month()));
    let mut rows = vec![
        line(Label::AsOf, Datum::Day(package.as_of)),
        line(Label::Currency, Datum::text(package.currency.to_string())),
        line(Label::FiscalYearStarts, Datum::number(first_month)),
    ];
    rows.extend(
        package
            .licences
            .iter()
            .map(|licence| line(Label::Licence, Datum::text(licence.title.as_str()))),
    );
    rows.extend([Label::ItalicsMean, Label::PublishedMeans].map(|said| vec![Datum::text(labels.get(said))]));
    Worksheet {
        name: labels.get(Label::SheetAbout).into(),
        heads: vec![vec![labels.get(Label::Workspace).into(), package.name.as_str().into()]],
        widths: vec![28, 40],
        frozen_columns: 0,
        rows: Box::new(rows.into_iter()),
        drawn_by: None,
        charts: Vec::new(),
    }
}
