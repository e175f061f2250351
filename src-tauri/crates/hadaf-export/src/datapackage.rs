//! A Frictionless data package: tables as CSV, described by `datapackage.json`, in a zip.

use serde_json::{Map, Value, json};

use crate::archive::Archive;
use crate::schema::schema;
use crate::tables::{self, Table};
use crate::text::is_web_address;
use crate::{Package, Result};

/// Said of every package.
const DESCRIPTION: &str =
    "ExportedFile by Hadaf. A text that a spreadsheet would take for a formula has an apostrophe in front.";

/// Writes the package as a zip.
pub(crate) fn write(package: &Package) -> Result<Vec<u8>> {
    let tables = tables::of(package)?;
    let mut archive = Archive::new();
    archive.file("datapackage.json", descriptor(package, &tables)?.as_bytes())?;
    for table in &tables {
        archive.file(&path(table), &table.csv)?;
    }
    archive.finish()
}

fn path(table: &Table) -> String {
    format!("data/{}.csv", table.name)
}

fn descriptor(package: &Package, tables: &[Table]) -> Result<String> {
    let mut descriptor = json!({
        "profile": "tabular-data-package",
        "name": slug(&package.name),
        "title": package.name,
        "description": DESCRIPTION,
        "created": format!("{}T00:00:00Z", package.as_of),
        "hadaf": {
            "as_of": package.as_of.to_string(),
            "currency": package.currency.to_string(),
            "fiscal_year_start_month": package.calendar.start_month(),
        },
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    });
    if !package.sources.is_empty() {
        let sources = package
            .sources
            .iter()
            .map(|source| named(&source.title, &source.address));
        descriptor["sources"] = sources.collect();
    }
    if !package.licences.is_empty() {
        let licences = package.licences.iter().map(|licence| {
            let mut value = named(&licence.title, &licence.address);
            value["name"] = licence.name.as_str().into();
            value
        });
        descriptor["licenses"] = licences.collect();
    }
    let text = serde_json::to_string_pretty(&descriptor);
    Ok(text.map_err(|error| crate::ExportError::Writer(error.to_string()))? + "\n")
}

fn resource(table: &Table) -> Value {
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": path(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.csv.len(),
        "dialect": { "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": schema(table.fields, &table.references),
    })
}

/// A title with its address, where that is one of the web: the standard knows no others.
fn named(title: &str, address: &str) -> Value {
    let mut value = Map::new();
    value.insert("title".into(), if title.is_empty() { "-" } else { title }.into());
    if is_web_address(address) {
        value.insert("path".into(), address.into());
    }
    value.into()
}

/// A name as the standard wants it: small letters, digits, hyphens.
fn slug(name: &str) -> String {
    let spaced: String = name
        .to_lowercase()
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                ' '
            }
        })
        .collect();
    let slug: Vec<&str> = spaced.split_whitespace().collect();
    if slug.is_empty() {
        "workspace".into()
    } else {
        slug.join("-").chars().take(64).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_the_standard_takes() {
        let cases = [
            ("Pakistan's IT exports", "pakistan-s-it-exports"),
            ("برآمدات", "workspace"),
            ("../..", "workspace"),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name), expected);
        }
    }
}
