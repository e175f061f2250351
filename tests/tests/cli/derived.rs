//! Series that are calculated from others, on the command line: defined once, read by every verb, entered by none.

use std::fs;
use std::path::Path;

use hadaf_tests::{folder, hadaf, sample};

fn done(folder: &Path, words: &str) -> hadaf_tests::Run {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
    run
}

/// The sample with two derived series.
fn with_derived() -> tempfile::TempDir {
    let folder = folder();
    sample(folder.path());
    let made = done(
        folder.path(),
        "series sample.hadaf add Share --id freelance_share --formula share(freelance,ict_total) --json",
    );
    assert_eq!(made.json()["made"], "freelance_share");
    done(
        folder.path(),
        "series sample.hadaf add Doubled --id doubled --formula ict_total+ict_total",
    );
    let listed = done(folder.path(), "series sample.hadaf").stdout;
    assert!(listed.contains("share(freelance, ict_total)"));
    folder
}

#[test]
fn a_derived_series_is_shown_with_what_it_is_worked_out_from() {
    let folder = with_derived();
    let folder = folder.path();
    let done = |words: &str| done(folder, words);

    let shown = done("show sample.hadaf --series doubled --json").json();
    let own = done("show sample.hadaf --series ict_total --json").json();
    let series = &shown["series"][0];
    assert_eq!(series["formula"], "ict_total + ict_total");
    assert!(own["series"][0]["formula"].is_null());
    let values = |of: &serde_json::Value| -> Vec<(String, f64)> {
        let all = of["series"][0]["observations"].as_array().unwrap().iter();
        all.map(|one| {
            let value: f64 = one["value"].as_str().unwrap().parse().unwrap();
            (one["period"].as_str().unwrap().to_owned(), value)
        })
        .collect()
    };
    let twice: Vec<(String, f64)> = values(&own)
        .into_iter()
        .map(|(period, value)| (period, 2.0 * value))
        .collect();
    let doubled = values(&shown);
    assert_eq!(doubled.len(), twice.len());
    for (one, other) in doubled.iter().zip(&twice) {
        assert!(one.0 == other.0 && (one.1 - other.1).abs() < 1e-6, "{one:?} {other:?}");
    }
    let statuses = series["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["status"]);
    assert!(
        statuses
            .clone()
            .all(|status| status == "derived" || status == "estimate")
    );

    let history = done("show sample.hadaf --history doubled@2024-11 --as-of 2025-01-20 --json").json();
    assert_eq!(history["used"][0]["series"], "ict_total");
    assert_eq!(history["used"][0]["value"], "324");
    assert!(
        done("show sample.hadaf --history doubled@2024-11")
            .stdout
            .contains("calculated as")
    );
}

#[test]
fn every_verb_reads_a_derived_series() {
    let folder = with_derived();
    let folder = folder.path();
    let done = |words: &str| done(folder, words);

    for words in [
        "chart sample.hadaf monthly --series doubled --out m.svg",
        "chart sample.hadaf annual --series doubled --out a.svg",
        "chart sample.hadaf year-to-date --series doubled --out y.svg",
        "forecast sample.hadaf --series doubled --json",
        "brief sample.hadaf --series doubled --out b.pdf",
        "check sample.hadaf --json",
        "export sample.hadaf --format csv --series doubled --out d.csv",
        "export sample.hadaf --format xlsx --out all.xlsx",
        "export sample.hadaf --format sdmx-csv --out all.csv",
        "export sample.hadaf --format datapackage --out all.zip",
    ] {
        done(words);
    }
    assert!(
        fs::read_to_string(folder.join("m.svg"))
            .unwrap()
            .contains("Calculated,")
    );
    let exported = fs::read_to_string(folder.join("d.csv")).unwrap();
    let mut rows = exported.lines().skip(1);
    assert!(rows.clone().count() > 50);
    assert!(
        rows.all(|row| row.contains("derived") || row.contains("estimate") || row.contains("withdrawn")),
        "{exported}"
    );
    assert!(exported.contains("ict_total + ict_total"));
}

#[test]
fn nothing_is_entered_into_a_derived_series() {
    let folder = with_derived();
    let folder = folder.path();
    let done = |words: &str| done(folder, words);

    done("export sample.hadaf --format csv --series doubled --out d.csv");
    for words in [
        "set sample.hadaf doubled 2026-02 700 --published 2026-03-20 --source Ours",
        "correct sample.hadaf doubled 2024-11 700",
        "series sample.hadaf remove ict_total",
        "series sample.hadaf add Wrong --formula ict_total+freelance_share",
        "series sample.hadaf add Wrong --formula ict_total+",
    ] {
        let run = hadaf(folder, &format!("{words} --json"));
        assert_ne!(run.code, Some(0), "{words}: {}", run.stdout);
        assert!(
            !run.error()["hint"].as_str().unwrap_or_default().is_empty(),
            "{words}: {}",
            run.stderr
        );
    }
    // Importing what was exported of it enters nothing.
    let before = done("show sample.hadaf --series doubled --json").json();
    let told = done("import sample.hadaf d.csv --json").json();
    assert!(
        told.to_string().contains("is calculated, as ict_total + ict_total"),
        "{told}"
    );
    assert_eq!(done("show sample.hadaf --series doubled --json").json(), before);
}
