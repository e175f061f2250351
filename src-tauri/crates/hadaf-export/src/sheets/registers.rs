//! Definitions, claims and sources.

use hadaf_core::{Claim, ClaimKind, Frequency, Measure, Source};

use super::heads;
use crate::worksheet::{Datum, Worksheet};
use crate::{ExportLabels, ExportedSeries, Label, Package};

/// What each series measures.
pub(super) fn series<'a>(package: &'a Package, labels: &'a ExportLabels) -> Worksheet<'a> {
    let line = [
        Label::Id,
        Label::Title,
        Label::Sector,
        Label::Ebops,
        Label::Unit,
        Label::Frequency,
        Label::Measure,
        Label::Origin,
        Label::Note,
    ];
    let row = move |series: &'a ExportedSeries| {
        let series = &series.series;
        let sector = package.sectors.iter().find(|sector| sector.id == series.sector);
        let frequency = match series.frequency {
            Frequency::Month => Label::EachMonth,
            Frequency::Quarter => Label::EachQuarter,
            Frequency::FiscalYear => Label::EachFiscalYear,
        };
        let measure = match series.measure {
            Measure::Flow => Label::Flow,
            Measure::Stock => Label::Stock,
        };
        vec![
            Datum::text(series.id.as_str()),
            Datum::text(series.title.as_str()),
            Datum::text(sector.map_or(series.sector.as_str(), |sector| &sector.title)),
            Datum::maybe(sector.and_then(|sector| sector.ebops.as_deref()), Datum::text),
            Datum::text(series.unit.to_string()),
            Datum::text(labels.get(frequency)),
            Datum::text(labels.get(measure)),
            Datum::text(series.origin.as_str()),
            Datum::text(series.note.as_str()),
        ]
    };
    Worksheet {
        name: labels.get(Label::SheetSeries).into(),
        heads: heads(labels, &line),
        widths: vec![24, 32, 32, 10, 14, 14, 10, 28, 60],
        frozen_columns: 1,
        rows: Box::new(package.series.iter().map(row)),
        drawn_by: None,
        charts: Vec::new(),
    }
}

/// Targets, projections and commitments; none where there are none.
pub(super) fn claims<'a>(package: &'a Package, labels: &'a ExportLabels) -> Option<Worksheet<'a>> {
    let line = [
        Label::Id,
        Label::Series,
        Label::FieldType,
        Label::FiscalYear,
        Label::Value,
        Label::ValueHigh,
        Label::Unit,
        Label::Announced,
        Label::Maker,
        Label::Office,
        Label::Official,
        Label::Conditions,
        Label::Quote,
        Label::Note,
        Label::Source,
        Label::Page,
        Label::Address,
    ];
    let widths = vec![8, 24, 12, 12, 12, 12, 14, 14, 28, 24, 9, 40, 40, 40, 40, 10, 40];
    (!package.claims.is_empty()).then(|| Worksheet {
        name: labels.get(Label::SheetClaims).into(),
        heads: heads(labels, &line),
        widths,
        frozen_columns: 1,
        rows: Box::new(package.claims.iter().map(move |claim| row(package, labels, claim))),
        drawn_by: None,
        charts: Vec::new(),
    })
}

fn row<'a>(package: &'a Package, labels: &'a ExportLabels, claim: &'a Claim) -> Vec<Datum<'a>> {
    let series = package.series.iter().find(|series| series.series.id == claim.series);
    let kind = match claim.kind {
        ClaimKind::Target => Label::KindTarget,
        ClaimKind::Projection => Label::KindProjection,
        ClaimKind::Commitment => Label::KindCommitment,
    };
    let said = claim.announced.map(Datum::Day);
    let about = claim.announced_approx.as_deref().map(Datum::text);
    let source = package.source(claim.source);
    vec![
        Datum::text(claim.id.to_string()),
        Datum::text(series.map_or(claim.series.as_str(), |series| &series.series.title)),
        Datum::text(labels.get(kind)),
        Datum::maybe(claim.fiscal_year, |year| Datum::text(year.to_string())),
        Datum::number(claim.value),
        Datum::maybe(claim.value_high, Datum::number),
        Datum::text(claim.unit.to_string()),
        said.or(about).unwrap_or(Datum::Empty),
        Datum::text(claim.maker.as_str()),
        Datum::text(claim.office.as_str()),
        Datum::text(labels.get(if claim.official { Label::Yes } else { Label::No })),
        Datum::text(claim.conditions.as_str()),
        Datum::text(claim.quote.as_str()),
        Datum::text(claim.note.as_str()),
        Datum::maybe(source, |source| Datum::text(source.title.as_str())),
        Datum::text(claim.page.as_str()),
        Datum::maybe(source, |source| Datum::Link(&source.address)),
    ]
}

/// The documents that everything was read in.
pub(super) fn sources<'a>(package: &'a Package, labels: &'a ExportLabels) -> Worksheet<'a> {
    let line = [
        Label::Id,
        Label::Title,
        Label::Publisher,
        Label::Address,
        Label::Page,
        Label::Retrieved,
        Label::FileHash,
        Label::Note,
    ];
    let row = |source: &'a Source| {
        vec![
            Datum::text(source.id.to_string()),
            Datum::text(source.title.as_str()),
            Datum::text(source.publisher.as_str()),
            Datum::Link(&source.address),
            Datum::text(source.page.as_str()),
            Datum::maybe(source.retrieved, Datum::Day),
            Datum::maybe(source.file_hash.as_deref(), Datum::text),
            Datum::text(source.note.as_str()),
        ]
    };
    Worksheet {
        name: labels.get(Label::SheetSources).into(),
        heads: heads(labels, &line),
        widths: vec![6, 48, 28, 60, 12, 12, 16, 48],
        frozen_columns: 1,
        rows: Box::new(package.sources.iter().map(row)),
        drawn_by: None,
        charts: Vec::new(),
    }
}
