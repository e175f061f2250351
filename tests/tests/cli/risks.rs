//! The registers: what scripts rely on, equal to the sample's own tables.

use std::collections::BTreeMap;

use hadaf_tests::{folder, hadaf, root, sample};
use serde_json::Value;

const REGISTERS: [&str; 6] = [
    "disruptions",
    "costs",
    "budget",
    "initiatives",
    "concerns",
    "undertakings",
];

/// The rows of one of the sample's tables, without what an entry said before.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let path = root().join("assets/samples/pakistan-it-exports").join(table);
    let mut read = csv::Reader::from_path(path).unwrap();
    let rows = read.deserialize().map(Result::<BTreeMap<String, String>, _>::unwrap);
    rows.filter(|row| row["earlier_of"].is_empty()).collect()
}

/// The entries of a register of `hadaf risks --json`.
fn entries<'a>(told: &'a Value, register: &str) -> &'a [Value] {
    let registers = told["registers"].as_array().unwrap();
    let found = registers.iter().find(|it| it["register"] == register);
    found.unwrap_or_else(|| panic!("no {register}"))["entries"]
        .as_array()
        .unwrap()
}

#[test]
fn the_json_has_its_spine() {
    let folder = folder();
    sample(folder.path());
    let told = hadaf(folder.path(), "risks sample.hadaf --json").json();
    assert!(told["as_of"].is_null());
    let names: Vec<&str> = told["registers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|register| register["register"].as_str().unwrap())
        .collect();
    assert_eq!(names, REGISTERS);
    for register in REGISTERS {
        for entry in entries(&told, register) {
            for key in ["id", "values", "computed", "remarks", "source"] {
                assert!(entry.get(key).is_some(), "no {key} in {entry}");
            }
        }
    }
    for (register, table) in [
        ("disruptions", "disruptions.csv"),
        ("costs", "cost_claims.csv"),
        ("budget", "budget.csv"),
        ("initiatives", "initiatives.csv"),
        ("concerns", "concerns.csv"),
    ] {
        assert_eq!(entries(&told, register).len(), rows(table).len(), "{register}");
    }
}

/// What was entered comes out digit for digit, and what is computed is arithmetic on it.
#[test]
fn a_budget_is_told_as_it_was_entered() {
    let folder = folder();
    sample(folder.path());
    let told = hadaf(folder.path(), "risks sample.hadaf --register budget --json").json();
    assert_eq!(told["registers"].as_array().unwrap().len(), 1);
    let mut compared = 0;
    for entry in entries(&told, "budget") {
        let value = |field: &str| entry["values"][field].as_str().unwrap().parse::<f64>().ok();
        let computed = entry["computed"]["released_percent"].as_str().unwrap();
        // Told only of a time that is known, and not of a year that had not begun.
        if let (Some(allocated), Some(released), Ok(percent)) =
            (value("allocated"), value("released"), computed.parse::<f64>())
        {
            assert!((percent - released / allocated * 100.0).abs() <= 0.06, "{entry}");
            compared += 1;
        }
    }
    assert!(compared >= 3, "{compared}");
}

#[test]
fn as_of_knows_no_later_entry() {
    let folder = folder();
    sample(folder.path());
    let told = hadaf(folder.path(), "risks sample.hadaf --as-of 2024-03-01 --json").json();
    assert_eq!(told["as_of"], "2024-03-01");
    let begun = rows("disruptions.csv");
    // The sum over the year 2024 had not begun to be known.
    let begun = begun
        .iter()
        .filter(|row| row["start"] != "2024" && row["start"].as_str() <= "2024-03-01");
    assert_eq!(entries(&told, "disruptions").len(), begun.count());
    let all = hadaf(folder.path(), "risks sample.hadaf --json").json();
    for register in REGISTERS {
        assert!(
            entries(&told, register).len() <= entries(&all, register).len(),
            "{register}"
        );
    }
    assert!(entries(&told, "costs").len() < entries(&all, "costs").len());
}

#[test]
fn the_text_says_a_finding_for_each_register() {
    let folder = folder();
    sample(folder.path());
    let json = hadaf(folder.path(), "risks sample.hadaf --json").json();
    let text = hadaf(folder.path(), "risks sample.hadaf");
    assert_eq!(text.code, Some(0), "{}", text.stderr);
    for register in json["registers"].as_array().unwrap() {
        let title = register["title"].as_str().unwrap();
        assert!(text.stdout.contains(title), "{title}");
    }
    // One register alone says nothing of the others.
    let one = hadaf(folder.path(), "risks sample.hadaf --register concerns");
    assert!(one.stdout.len() < text.stdout.len() / 2, "{}", one.stdout);
}

#[test]
fn wrong_calls_say_so() {
    let folder = folder();
    sample(folder.path());
    for (words, code) in [
        ("risks absent.hadaf", 1),
        ("risks sample.hadaf --series nothing", 1),
        ("risks sample.hadaf --register floods", 2),
        ("risks sample.hadaf --as-of yesterday", 2),
        ("risks", 2),
    ] {
        let run = hadaf(folder.path(), words);
        assert_eq!(run.code, Some(code), "{words}: {}{}", run.stdout, run.stderr);
        assert!(!run.stderr.is_empty(), "{words}");
    }
}
