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

/// What a call published as JSON; it has to end well.
fn done(folder: &std::path::Path, words: &str) -> Value {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}{}", run.stdout, run.stderr);
    serde_json::from_str(&run.stdout).unwrap()
}

/// Every field of every register is a flag of its own, told in help.
#[test]
fn the_flags_are_the_fields() {
    let folder = folder();
    for (register, flags) in [
        (
            "disruptions",
            vec!["--start", "--region-share", "--outage", "--published", "--source"],
        ),
        (
            "costs",
            vec!["--amount", "--unit", "--concept", "--maker", "--disruption"],
        ),
        ("budget", vec!["--fiscal-year", "--allocated", "--through"]),
        ("initiatives", vec!["--name", "--due", "--state"]),
        ("concerns", vec!["--text", "--answer"]),
        ("undertakings", vec!["--concern", "--promised-by"]),
    ] {
        for what in ["add", "edit"] {
            let help = hadaf(folder.path(), &format!("risks a.hadaf {register} {what} --help"));
            for flag in &flags {
                assert!(help.stdout.contains(flag), "{register} {what} {flag}: {}", help.stdout);
            }
        }
    }
    let help = hadaf(folder.path(), "risks a.hadaf disruptions add --help").stdout;
    // Lines of help are as long as the terminal is wide.
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        help.contains("2021, 2021-02 or 2021-02-03") && help.contains("region (all lines of a region)"),
        "{help}"
    );
}

#[test]
fn an_entry_is_added_changed_and_removed() {
    let folder = folder();
    sample(folder.path());
    let add =
        "risks sample.hadaf disruptions add --start 2026-03-01 --scope Karachi --kind shutdown --source Page --json";
    let added = done(folder.path(), add);
    let id = added["made"].as_str().unwrap().to_owned();
    let told = || {
        let all = hadaf(folder.path(), "risks sample.hadaf disruptions --json").json();
        let found = entries(&all, "disruptions")
            .iter()
            .find(|entry| entry["id"] == id.as_str());
        found.cloned()
    };
    assert_eq!(told().unwrap()["values"]["scope"], "Karachi");
    done(
        folder.path(),
        &format!("risks sample.hadaf disruptions edit {id} --end 2026-03-02 --note Over --json"),
    );
    let entry = told().unwrap();
    assert_eq!(entry["values"]["end"], "2026-03-02");
    assert_eq!(entry["values"]["scope"], "Karachi");
    assert_eq!(entry["computed"]["days"], "2");
    done(
        folder.path(),
        &format!("risks sample.hadaf disruptions remove {id} --json"),
    );
    assert_eq!(told(), None);
    // Each was one step.
    done(folder.path(), "undo sample.hadaf --json");
    assert!(told().is_some());
    for (words, code, says) in [
        ("disruptions add --scope Karachi", 2, "--start"),
        ("disruptions add --start soon --scope K --kind k --source P", 2, "soon"),
        ("disruptions edit 9999 --note x", 1, "9999"),
        ("disruptions remove 9999", 1, "9999"),
        ("floods add", 2, "floods"),
    ] {
        let run = hadaf(folder.path(), &format!("risks sample.hadaf {words}"));
        assert!(run.stderr.contains(says), "{words}: {}", run.stderr);
        assert_eq!(run.code, Some(code), "{words}: {}", run.stderr);
    }
}

/// Out and in again without change; with one cell mended, one changed entry, told before it is entered.
#[test]
fn a_table_goes_out_and_comes_in() {
    let folder = folder();
    sample(folder.path());
    for register in REGISTERS {
        for ending in ["csv", "xlsx"] {
            let file = format!("{register}.{ending}");
            done(
                folder.path(),
                &format!("risks sample.hadaf {register} export --out {file} --json"),
            );
            let again = hadaf(
                folder.path(),
                &format!("risks sample.hadaf {register} import {file} --json"),
            );
            let count = entries(&hadaf(folder.path(), "risks sample.hadaf --json").json(), register).len();
            match count {
                // Heads alone are no rows.
                0 => assert_eq!(again.code, Some(1), "{}", again.stdout),
                _ => {
                    assert_eq!(again.code, Some(0), "{file}: {}{}", again.stdout, again.stderr);
                    assert_eq!(again.json()["plan"]["changes"], 0, "{file}");
                    assert!(again.json()["changed"].is_null(), "{file}");
                }
            }
        }
    }
    let path = folder.path().join("initiatives.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let mended = text.replacen("\"Ministry of", "\"The Ministry of", 1);
    assert_ne!(mended, text);
    std::fs::write(&path, mended).unwrap();
    let log = || {
        hadaf(folder.path(), "log sample.hadaf --json").json()["entries"]
            .as_array()
            .unwrap()
            .len()
    };
    let before = log();
    let dry = "risks sample.hadaf initiatives import initiatives.csv --dry-run --json";
    let plan = done(folder.path(), dry)["plan"].clone();
    assert_eq!(plan["changes"], 1);
    assert_eq!(plan["ready"], true);
    let outcomes: Vec<&str> = plan["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == "changed").count(), 1);
    assert!(
        outcomes.iter().all(|outcome| ["changed", "same"].contains(outcome)),
        "{outcomes:?}"
    );
    assert_eq!(log(), before);
    done(
        folder.path(),
        "risks sample.hadaf initiatives import initiatives.csv --json",
    );
    assert_eq!(log(), before + 1);
    assert_eq!(done(folder.path(), dry)["plan"]["changes"], 0);
    let exists = hadaf(
        folder.path(),
        "risks sample.hadaf initiatives export --out initiatives.csv",
    );
    assert_eq!(exists.code, Some(1), "{}", exists.stderr);
    std::fs::write(&path, "a,b\n1,2\n").unwrap();
    let none = hadaf(folder.path(), "risks sample.hadaf initiatives import initiatives.csv");
    assert!(
        none.code == Some(1) && none.stderr.contains("names no field"),
        "{}",
        none.stderr
    );
}
