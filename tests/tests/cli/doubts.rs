//! What the check finds of figures that were doubted when they came, in a run or by their day.

use std::fs;
use std::path::Path;

use hadaf_tests::{Run, folder, hadaf};
use serde_json::Value;

fn done(folder: &Path, words: &str) -> Run {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
    run
}

/// A workspace of another country, calendar and currency, whose months of FY2025 are all 100.
fn own(folder: &Path) {
    done(
        folder,
        "new own.hadaf --currency KES --fiscal-year-start 4 --series Tea",
    );
    let rows: Vec<String> = (0..12)
        .map(|index| {
            let (year, month) = (2024 + (3 + index) / 12, (3 + index) % 12 + 1);
            let (next_year, next) = (2024 + (4 + index) / 12, (4 + index) % 12 + 1);
            format!("total,{year}-{month:02},100,{next_year}-{next:02}-20,Board")
        })
        .collect();
    let text = format!("series,period,value,published,source\n{}\n", rows.join("\n"));
    fs::write(folder.join("months.csv"), text).unwrap();
    done(folder, "import own.hadaf months.csv");
}

/// The names of the open findings, and of the accepted ones.
fn found(folder: &Path) -> (Vec<String>, Vec<String>) {
    let check = done(folder, "check own.hadaf --json").json();
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    (names(&check["findings"]), names(&check["accepted"]))
}

/// Six months in thousands among months in millions: one finding that names them all.
#[test]
fn a_run_in_another_unit_is_one_finding() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let rows: Vec<String> = (4..10)
        .map(|month| format!("total,2025-{month:02},100000,2025-{:02}-20,Board", month + 1))
        .collect();
    let text = format!("series,period,value,published,source\n{}\n", rows.join("\n"));
    fs::write(folder.join("thousands.csv"), text).unwrap();
    let report = done(folder, "import own.hadaf thousands.csv --json").json();
    assert_eq!(report["files"][0]["doubted"], 6);
    let finding = "power_of_ten:total@2025-04";
    assert_eq!(found(folder), (vec![finding.into()], vec![]));
    let told = done(folder, "check own.hadaf").stdout;
    assert!(told.contains("6 figures one after the other"), "{told}");
    assert!(told.contains("April to September 2025"), "{told}");
    done(
        folder,
        &format!("check own.hadaf --accept {finding} --because Thousands"),
    );
    assert_eq!(found(folder), (vec![], vec![finding.into()]));
}

#[test]
fn a_revision_that_is_dated_before_what_it_revises_is_warned_of_and_found() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let entry = "set own.hadaf total 2025-03 98 --published 2025-04-10 --source Board --status revised";
    let told = done(folder, &format!("{entry} --json")).json();
    let doubts = told["doubts"].as_array().unwrap();
    assert!(doubts.iter().any(|it| it["kind"] == "revised_before"), "{told}");
    let finding = "revised_before:total@2025-03";
    assert_eq!(found(folder), (vec![finding.into()], vec![]));
    done(folder, "undo own.hadaf");
    done(folder, &format!("{entry} --anyway"));
    assert_eq!(found(folder), (vec![], vec![finding.into()]));
}
