//! The formats that are tables of text: our CSV, SDMX-CSV, data packages.

use hadaf_export::ExportFormat;

use crate::kit::package;
use crate::read::{bytes, files, records, rows};

#[test]
fn the_long_form_keeps_every_digit() {
    let text = String::from_utf8(bytes(&package(), ExportFormat::Csv)).unwrap();
    let expected = "\
series,period,through,value,status,published,dated,seen,source,publisher,address,note,title,unit,measure
ict_total,2025-07,,354,first,2026-01-19,,2026-01-19,IT exports to January 2026,State Bank of Pakistan,https://example.org/a?b=1&c=2,,IT exports,USD million,flow
ict_total,2025-08,,337.5,first,2026-01-19,,2026-01-19,IT exports to January 2026,State Bank of Pakistan,https://example.org/a?b=1&c=2,,IT exports,USD million,flow
ict_total,2025-10,,-386.250,first,2026-01-19,,2026-01-19,IT exports to January 2026,State Bank of Pakistan,https://example.org/a?b=1&c=2,,IT exports,USD million,flow
ict_total,2025-07,,355.10,revised,2026-02-28,about,2026-11-23,Annual report,State Bank of Pakistan,javascript:alert(1),Read off a table,IT exports,USD million,flow
ict_total,2025-10,yes,1430,derived,2026-02-28,about,2026-11-23,Annual report,State Bank of Pakistan,javascript:alert(1),Read off a table,IT exports,USD million,flow
ict_total,FY2025,,3810,,,,2026-11-23,Annual report,State Bank of Pakistan,javascript:alert(1),Read off a table,IT exports,USD million,flow
ict_total,2025-12,,,,2026-02-28,about,2026-11-23,Annual report,State Bank of Pakistan,javascript:alert(1),Read off a table,IT exports,USD million,flow
freelance,2026-Q1,,80.25,first,2026-01-19,,2026-01-19,IT exports to January 2026,State Bank of Pakistan,https://example.org/a?b=1&c=2,,Freelancers,PKR billion,flow
freelance,2026-Q2,,91,first,2026-01-19,,2026-01-19,IT exports to January 2026,State Bank of Pakistan,https://example.org/a?b=1&c=2,,Freelancers,PKR billion,flow
";
    assert_eq!(text, expected);
}

#[test]
fn sdmx_has_a_key_for_each_observation_and_codes_for_the_rest() {
    let rows = rows(&bytes(&package(), ExportFormat::SdmxCsv));
    let (head, rows) = rows.split_first().unwrap();
    assert_eq!(head[..3], ["STRUCTURE", "STRUCTURE_ID", "ACTION"]);
    let from = head.iter().position(|name| name == "FREQ").unwrap();
    let to = head.iter().position(|name| name == "REPORTING_YEAR_START_DAY").unwrap();
    let told: Vec<String> = rows.iter().map(|row| row[from..=to].join(" ")).collect();
    let expected = [
        "M ict_total PERIOD 1 2025-07 354 P USD 6 0 --07-01",
        "M ict_total PERIOD 1 2025-08 337.5 P USD 6 1 --07-01",
        "M ict_total PERIOD 1 2025-10 -386.250 P USD 6 3 --07-01",
        "M ict_total PERIOD 2 2025-07 355.10 A USD 6 2 --07-01",
        "M ict_total TO_DATE 1 2025-07-01/P4M 1430 I USD 6 0 --07-01",
        "A ict_total PERIOD 1 2024-A1 3810 A USD 6 0 --07-01",
        "M ict_total PERIOD 1 2025-12  M USD 6  --07-01",
        "Q freelance PERIOD 1 2025-Q1 80.25 P PKR 9 2 --07-01",
        "Q freelance PERIOD 1 2025-Q2 91 P PKR 9 0 --07-01",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_data_package_describes_its_tables() {
    let files = files(bytes(&package(), ExportFormat::DataPackage));
    let descriptor: serde_json::Value = serde_json::from_str(&files["datapackage.json"]).unwrap();
    assert_eq!(descriptor["name"], "pakistan-s-it-exports");
    assert_eq!(descriptor["created"], "2026-11-27T00:00:00Z");
    assert_eq!(descriptor["licenses"][0]["name"], "CC-BY-4.0");
    // An address that is none of the web is no path.
    assert_eq!(descriptor["sources"][0]["path"], "https://example.org/a?b=1&c=2");
    assert!(descriptor["sources"][1].get("path").is_none());
    let resources = descriptor["resources"].as_array().unwrap();
    let names: Vec<&str> = resources
        .iter()
        .map(|resource| resource["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["observations", "series", "sectors", "sources", "claims"]);
    for resource in resources {
        let text = &files[resource["path"].as_str().unwrap()];
        assert_eq!(resource["bytes"], text.len());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let fields: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(rows(text.as_bytes())[0], fields, "{}", resource["name"]);
    }
    assert_eq!(
        files["data/observations.csv"].as_bytes(),
        bytes(&package(), ExportFormat::Csv)
    );
    let claim = &records(files["data/claims.csv"].as_bytes())[0];
    assert_eq!(
        (claim["value"].as_str(), claim["unit"].as_str()),
        ("5.2", "USD billion")
    );
}

#[test]
fn what_stayed_behind_is_not_referred_to() {
    let mut package = package();
    package.series.remove(0);
    package.sectors.clear();
    package.sources.remove(0);
    let files = files(bytes(&package, ExportFormat::DataPackage));
    let descriptor: serde_json::Value = serde_json::from_str(&files["datapackage.json"]).unwrap();
    let keys = descriptor["resources"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|resource| resource["schema"].get("foreignKeys").is_some());
    let names: Vec<&serde_json::Value> = keys.map(|resource| &resource["name"]).collect();
    assert_eq!(names, ["observations"]);
}

#[test]
fn the_same_package_gives_the_same_bytes() {
    for format in ExportFormat::ALL {
        assert_eq!(bytes(&package(), format), bytes(&package(), format), "{format:?}");
        assert_eq!(ExportFormat::named(format.as_str()), Some(format));
    }
}
