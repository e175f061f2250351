//! The tables of a data package.

use std::borrow::Cow;
use std::collections::BTreeSet;

use hadaf_core::{Claim, LongRow, guarded};

use crate::schema::{FieldType, Reference, TableField};
use crate::{Package, Result};

/// A table with what its columns are.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) fields: &'static [TableField],
    /// Those that hold in this package: what is exported alone names things that stayed behind.
    pub(crate) references: Vec<Reference>,
    pub(crate) csv: Vec<u8>,
}

const SERIES_ID: FieldType = FieldType::Shaped("[a-z][a-z0-9_]{0,63}");

const OBSERVATIONS: &[TableField] = &[
    TableField::required("series", SERIES_ID, "Which series"),
    TableField::required(
        "period",
        FieldType::Shaped("[0-9]{4}-(0[1-9]|1[0-2])|[0-9]{4}-Q[1-4]|FY[0-9]{4}"),
        "A month, a quarter of the fiscal year, or a fiscal year, named by the calendar year in which it ends",
    ),
    TableField::new(
        "through",
        FieldType::OneOf(&["yes"]),
        "yes: from the start of the fiscal year to the end of the month",
    ),
    TableField::new(
        "value",
        FieldType::Number,
        "In the unit of the series; empty where a release says that there is no figure",
    ),
    TableField::new("status", FieldType::Text, "What the release says about the figure"),
    TableField::new("published", FieldType::Day, "When it was published"),
    TableField::new(
        "dated",
        FieldType::OneOf(&["about"]),
        "about: published is known only to the month",
    ),
    TableField::required("seen", FieldType::Day, "When it was seen"),
    TableField::new("source", FieldType::Text, "Title of the source"),
    TableField::new("publisher", FieldType::Text, "Who published the source"),
    TableField::new("address", FieldType::Text, "Address of the source"),
    TableField::new("note", FieldType::Text, "Anything to know"),
    TableField::required("title", FieldType::Text, "As people call the series"),
    TableField::required("unit", FieldType::Text, "What the values of the series count"),
    TableField::required(
        "measure",
        FieldType::OneOf(&["flow", "stock"]),
        "flow: the months of a year add up",
    ),
];

const SERIES: &[TableField] = &[
    TableField::key("id", SERIES_ID, "The word by which it is known"),
    TableField::required("title", FieldType::Text, "As people call it"),
    TableField::new("sector", FieldType::Text, "Which sector it measures"),
    TableField::required("unit", FieldType::Text, "What its values count"),
    TableField::required(
        "frequency",
        FieldType::OneOf(&["month", "quarter", "fiscal_year"]),
        "How often it has a value",
    ),
    TableField::required(
        "measure",
        FieldType::OneOf(&["flow", "stock"]),
        "flow: the months of a year add up",
    ),
    TableField::required("places", FieldType::Integer, "Decimal places that are shown"),
    TableField::required(
        "part_of_total",
        FieldType::OneOf(&["yes", "no"]),
        "A clean part of the total of its parent sector",
    ),
    TableField::new("origin", FieldType::Text, "Who makes the statistic"),
    TableField::new("note", FieldType::Text, "Definition and caveats"),
];

const SECTORS: &[TableField] = &[
    TableField::key("id", SERIES_ID, "The word by which it is known"),
    TableField::required("title", FieldType::Text, "As people call it"),
    TableField::new("parent", FieldType::Text, "The sector it is part of"),
    TableField::new(
        "ebops",
        FieldType::Text,
        "Code of the Extended Balance of Payments Services classification 2010",
    ),
];

const SOURCES: &[TableField] = &[
    TableField::key("id", FieldType::Integer, "Its number"),
    TableField::required("title", FieldType::Text, "Its title"),
    TableField::new("publisher", FieldType::Text, "Who published it"),
    TableField::new("address", FieldType::Text, "Where it stands"),
    TableField::new("page", FieldType::Text, "Page, table or cell"),
    TableField::new("retrieved", FieldType::Day, "When it was read"),
    TableField::new("file_hash", FieldType::Text, "SHA-256 of the file that was kept"),
    TableField::new("note", FieldType::Text, "Anything to know"),
];

const CLAIMS: &[TableField] = &[
    TableField::key("id", FieldType::Text, "Its name"),
    TableField::required("series", SERIES_ID, "About which series"),
    TableField::required(
        "kind",
        FieldType::OneOf(&["target", "projection", "commitment"]),
        "What it is",
    ),
    TableField::new("fiscal_year", FieldType::Shaped("FY[0-9]{4}"), "For which year"),
    TableField::required("value", FieldType::Number, "The number, or the low end of a range"),
    TableField::new("value_high", FieldType::Number, "The high end of a range"),
    TableField::required("unit", FieldType::Text, "In which they count"),
    TableField::new("announced", FieldType::Day, "When it was said"),
    TableField::new(
        "announced_approx",
        FieldType::Text,
        "When it was said as far as the page tells",
    ),
    TableField::new(
        "announced_latest",
        FieldType::Day,
        "The last day on which it can have been said",
    ),
    TableField::required("seen", FieldType::Day, "When it was seen"),
    TableField::new("maker", FieldType::Text, "Who said it"),
    TableField::new("office", FieldType::Text, "The office that answers for it"),
    TableField::new(
        "conditions",
        FieldType::Text,
        "On which conditions, only those that the page states",
    ),
    TableField::required(
        "official",
        FieldType::OneOf(&["yes", "no"]),
        "Said by or for a government office",
    ),
    TableField::required("source", FieldType::Integer, "Number of the source"),
    TableField::new("page", FieldType::Text, "Page or paragraph"),
    TableField::new("quote", FieldType::Text, "A few words of the source"),
    TableField::new("note", FieldType::Text, "What else is to be known"),
];

/// All tables; one without rows is left out, as nothing can be said of it.
pub(crate) fn of(package: &Package) -> Result<Vec<Table>> {
    let observations = Table {
        name: "observations",
        title: "Every published value",
        fields: OBSERVATIONS,
        references: vec![Reference {
            field: "series",
            table: "series",
        }],
        csv: hadaf_core::described_csv(package.rows()),
    };
    let mut tables = vec![observations, series(package)?];
    if !package.sectors.is_empty() {
        tables.push(sectors(package)?);
    }
    tables.push(sources(package)?);
    if !package.claims.is_empty() {
        tables.push(claims(package)?);
    }
    debug_assert!(OBSERVATIONS.iter().map(|field| field.name).eq(LongRow::COLUMNS));
    Ok(tables)
}

fn series(package: &Package) -> Result<Table> {
    let sectors: BTreeSet<&str> = package.sectors.iter().map(|sector| sector.id.as_str()).collect();
    let known = package
        .series
        .iter()
        .all(|series| sectors.contains(series.series.sector.as_str()));
    let reference = Reference {
        field: "sector",
        table: "sectors",
    };
    let rows = package.series.iter().map(|series| {
        let series = &series.series;
        vec![
            series.id.to_string(),
            series.title.clone(),
            series.sector.to_string(),
            series.unit.to_string(),
            series.frequency.to_string(),
            series.measure.to_string(),
            series.places.to_string(),
            yes(series.part_of_total),
            series.origin.clone(),
            series.note.clone(),
        ]
    });
    Ok(Table {
        name: "series",
        title: "What is measured",
        fields: SERIES,
        references: known.then_some(reference).into_iter().collect(),
        csv: csv_of(SERIES, rows)?,
    })
}

fn sectors(package: &Package) -> Result<Table> {
    let rows = package.sectors.iter().map(|sector| {
        vec![
            sector.id.to_string(),
            sector.title.clone(),
            sector.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
            sector.ebops.clone().unwrap_or_default(),
        ]
    });
    Ok(Table {
        name: "sectors",
        title: "The tree of sectors",
        fields: SECTORS,
        references: Vec::new(),
        csv: csv_of(SECTORS, rows)?,
    })
}

fn sources(package: &Package) -> Result<Table> {
    let rows = package.sources.iter().map(|source| {
        vec![
            source.id.to_string(),
            source.title.clone(),
            source.publisher.clone(),
            source.address.clone(),
            source.page.clone(),
            source.retrieved.map(|day| day.to_string()).unwrap_or_default(),
            source.file_hash.clone().unwrap_or_default(),
            source.note.clone(),
        ]
    });
    Ok(Table {
        name: "sources",
        title: "The documents in which it was read",
        fields: SOURCES,
        references: Vec::new(),
        csv: csv_of(SOURCES, rows)?,
    })
}

fn claims(package: &Package) -> Result<Table> {
    let series: BTreeSet<&str> = package.series.iter().map(|series| series.series.id.as_str()).collect();
    let mut references = Vec::new();
    if package
        .claims
        .iter()
        .all(|claim| series.contains(claim.series.as_str()))
    {
        references.push(Reference {
            field: "series",
            table: "series",
        });
    }
    if package
        .claims
        .iter()
        .all(|claim| package.source(claim.source).is_some())
    {
        references.push(Reference {
            field: "source",
            table: "sources",
        });
    }
    Ok(Table {
        name: "claims",
        title: "Targets, projections and commitments",
        fields: CLAIMS,
        references,
        csv: csv_of(CLAIMS, package.claims.iter().map(claim_row))?,
    })
}

fn claim_row(claim: &Claim) -> Vec<String> {
    vec![
        claim.id.to_string(),
        claim.series.to_string(),
        claim.kind.to_string(),
        claim.fiscal_year.map(|year| year.to_string()).unwrap_or_default(),
        claim.value.to_string(),
        claim.value_high.map(|value| value.to_string()).unwrap_or_default(),
        claim.unit.to_string(),
        claim.announced.map(|day| day.to_string()).unwrap_or_default(),
        claim.announced_approx.clone().unwrap_or_default(),
        claim.announced_latest.map(|day| day.to_string()).unwrap_or_default(),
        claim.seen.to_string(),
        claim.maker.clone(),
        claim.office.clone(),
        claim.conditions.clone(),
        yes(claim.official),
        claim.source.to_string(),
        claim.page.clone(),
        claim.quote.clone(),
        claim.note.clone(),
    ]
}

fn yes(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.into()
}

/// Rows below the names of the fields. Texts are guarded; a negative number is no formula.
fn csv_of(fields: &[TableField], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(fields.iter().map(|field| field.name))?;
    for row in rows {
        let cells = fields.iter().zip(&row).map(|(field, cell)| {
            if field.is_free_text() {
                guarded(cell)
            } else {
                cell.as_str().into()
            }
        });
        writer.write_record(cells.map(Cow::into_owned))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
