//! Which crate may know which: the arrows of ARCHITECTURE.md, and the one home of each heavy part.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_tests::root;
use toml::{Table, Value};

/// Each crate, and the crates of ours that it may name. An arrow that is not here is a decision to be made.
const ARROWS: [(&str, &[&str]); 21] = [
    ("hadaf-core", &[]),
    ("hadaf-fonts", &["hadaf-core"]),
    ("hadaf-forecast", &["hadaf-core"]),
    ("hadaf-store", &["hadaf-core"]),
    ("hadaf-import", &["hadaf-core"]),
    ("hadaf-export", &["hadaf-core"]),
    ("hadaf-chart", &["hadaf-core", "hadaf-fonts"]),
    ("hadaf-brief", &["hadaf-core", "hadaf-fonts"]),
    ("hadaf-model", &["hadaf-core", "hadaf-store", "hadaf-forecast"]),
    ("hadaf-words", &["hadaf-core", "hadaf-model", "hadaf-forecast"]),
    (
        "hadaf-report",
        &[
            "hadaf-core",
            "hadaf-words",
            "hadaf-model",
            "hadaf-forecast",
            "hadaf-export",
            "hadaf-import",
        ],
    ),
    (
        "hadaf-error",
        &[
            "hadaf-core",
            "hadaf-words",
            "hadaf-model",
            "hadaf-forecast",
            "hadaf-store",
            "hadaf-export",
            "hadaf-import",
            "hadaf-chart",
            "hadaf-brief",
        ],
    ),
    (
        "hadaf-intake",
        &[
            "hadaf-core",
            "hadaf-error",
            "hadaf-import",
            "hadaf-words",
            "hadaf-model",
        ],
    ),
    (
        "hadaf-register",
        &["hadaf-core", "hadaf-error", "hadaf-words", "hadaf-model", "hadaf-store"],
    ),
    (
        "hadaf-outline",
        &[
            "hadaf-core",
            "hadaf-error",
            "hadaf-fonts",
            "hadaf-words",
            "hadaf-model",
            "hadaf-store",
        ],
    ),
    (
        "hadaf-sources",
        &[
            "hadaf-core",
            "hadaf-error",
            "hadaf-fonts",
            "hadaf-words",
            "hadaf-model",
            "hadaf-store",
        ],
    ),
    (
        "hadaf-picture",
        &[
            "hadaf-core",
            "hadaf-error",
            "hadaf-fonts",
            "hadaf-register",
            "hadaf-words",
            "hadaf-model",
            "hadaf-forecast",
            "hadaf-chart",
            "hadaf-brief",
        ],
    ),
    (
        "hadaf-app",
        &[
            "hadaf-core",
            "hadaf-error",
            "hadaf-export",
            "hadaf-fonts",
            "hadaf-intake",
            "hadaf-outline",
            "hadaf-picture",
            "hadaf-register",
            "hadaf-report",
            "hadaf-sources",
            "hadaf-words",
            "hadaf-model",
            "hadaf-forecast",
            "hadaf-store",
            "hadaf-import",
            "hadaf-chart",
            "hadaf-brief",
        ],
    ),
    ("hadaf-cli", &["hadaf-app"]),
    ("hadaf-desktop", &["hadaf-app"]),
    ("hadaf-tests", &["hadaf-app"]),
];

/// The one crate that may name a family of libraries.
const HOMES: [(&str, &str); 11] = [
    ("tauri", "hadaf-desktop"),
    ("arboard", "hadaf-desktop"),
    ("rusqlite", "hadaf-store"),
    ("plotters", "hadaf-chart"),
    ("resvg", "hadaf-chart"),
    ("rust_xlsxwriter", "hadaf-export"),
    ("typst", "hadaf-brief"),
    ("html5ever", "hadaf-import"),
    ("fluent", "hadaf-words"),
    ("clap", "hadaf-cli"),
    ("fantoccini", "hadaf-tests"),
];

/// Every package of the workspace with the names of all it depends on, for whatever purpose or platform.
fn packages() -> BTreeMap<String, BTreeMap<String, Value>> {
    let members = std::fs::read_dir(root().join("src-tauri/crates"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    members
        .chain([root().join("src-tauri"), root().join("tests")])
        .map(|folder| {
            let manifest: Table = std::fs::read_to_string(folder.join("Cargo.toml"))
                .unwrap()
                .parse()
                .unwrap();
            let name = manifest["package"]["name"].as_str().unwrap().to_owned();
            (name, dependencies(&manifest))
        })
        .collect()
}

fn dependencies(table: &Table) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for (key, value) in table {
        let Some(inner) = value.as_table() else { continue };
        match key.as_str() {
            "dependencies" | "dev-dependencies" | "build-dependencies" => {
                found.extend(inner.iter().map(|(name, how)| (name.clone(), how.clone())));
            }
            "target" => found.extend(inner.values().filter_map(Value::as_table).flat_map(dependencies)),
            _ => {}
        }
    }
    found
}

#[test]
fn arrows_point_one_way() {
    let packages = packages();
    let names: BTreeSet<&str> = packages.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ARROWS.iter().map(|(name, _)| *name).collect(),
        "a crate came or went"
    );
    for (name, allowed) in ARROWS {
        let ours = packages[name].keys().filter(|other| other.starts_with("hadaf-"));
        for other in ours {
            assert!(allowed.contains(&other.as_str()), "{name} must not know {other}");
        }
    }
}

#[test]
fn heavy_parts_live_in_one_crate() {
    let packages = packages();
    for (part, home) in HOMES {
        let family = |name: &String| name == part || name.starts_with(&format!("{part}-"));
        let named_by: BTreeSet<&str> = packages
            .iter()
            .filter(|(_, all)| all.keys().any(family))
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(named_by, BTreeSet::from([home]), "who names {part}");
    }
}

#[test]
fn versions_are_in_one_place() {
    for (name, all) in packages() {
        for (dependency, how) in all {
            let inherited = how.get("workspace").and_then(Value::as_bool);
            assert_eq!(inherited, Some(true), "{name} gives {dependency} a version of its own");
        }
    }
}
