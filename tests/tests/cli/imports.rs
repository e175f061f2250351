//! Files of any layout on the command line: what would happen, what is asked, what was answered, and one way back.

use std::fs;
use std::path::Path;

use hadaf_tests::{folder, hadaf};
use serde_json::{Value, json};

const TABLE: &str = "ICT exports\nMillion US$\nItem,Jul-25,Aug-25,% change\nTotal,354,337,-4.8\nSoftware,120.50,..,\n";

fn own(folder: &Path) {
    assert_eq!(hadaf(folder, "new own.hadaf --currency USD").code, Some(0));
    fs::write(folder.join("table.csv"), TABLE).unwrap();
}

fn entries(folder: &Path) -> usize {
    let log = hadaf(folder, "log own.hadaf --json").json();
    log["entries"].as_array().unwrap().len()
}

/// The keys that scripts rely on.
#[test]
fn a_dry_run_tells_all_that_would_happen() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let run = hadaf(folder, "import own.hadaf table.csv --dry-run --json");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let told = run.json();
    assert_eq!(told["file"], "table.csv");
    assert_eq!(
        (&told["new"], &told["same"], &told["revises"], &told["conflicts"]),
        (&3.into(), &0.into(), &0.into(), &0.into())
    );
    let table = &told["tables"][0];
    assert_eq!(table["layout"], "periods_in_columns");
    assert!(
        table["sentence"].as_str().unwrap().contains("July 2025 to August 2025"),
        "{table}"
    );
    let series = &table["series"][1];
    assert_eq!(
        json!({ "label": series["label"], "series": series["series"], "new": series["new"], "unit": series["unit"],
            "frequency": series["frequency"], "values": series["values"] }),
        json!({ "label": "Software", "series": "software", "new": true, "unit": "USD million", "frequency": "month",
            "values": 1 })
    );
    let question = &told["questions"][0];
    assert_eq!(
        (&question["id"], &question["kind"]),
        (&"published".into(), &"published".into())
    );
    let choices: Vec<&str> = question["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    assert_eq!(choices, ["after-each-period", "unknown"]);
    let left_out = told["left_out"].as_array().unwrap();
    assert!(
        left_out
            .iter()
            .any(|it| it["place"] == "C5" && it["what"] == ".." && !it["why"].as_str().unwrap().is_empty())
    );
    assert!(left_out.iter().any(|it| it["what"] == "% change"), "{left_out:?}");
    assert!(told["assumed"].is_array() && told["issues"].is_array());
    assert_eq!(entries(folder), 0);
}

#[test]
fn open_questions_keep_the_import_out() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let run = hadaf(folder, "import own.hadaf table.csv --json");
    assert_eq!((run.code, run.error()["code"].as_str()), (Some(1), Some("questions")));
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(told["questions"].as_array().unwrap().len(), 1);
    assert_eq!(entries(folder), 0);
}

/// A dry run, with an answer beside its question and another series for a name, is what is imported.
#[test]
fn the_edited_dry_run_answers() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let mut told = hadaf(folder, "import own.hadaf table.csv --dry-run --json").json();
    told["questions"][0]["answer"] = "2025-09-20".into();
    told["tables"][0]["series"][0]["series"] = "total".into();
    told["tables"][0]["series"][0]["new"] = false.into();
    told["tables"][0]["series"][1]["series"] = "software_exports".into();
    told["tables"][0]["series"][1]["title"] = "Software exports".into();
    fs::write(folder.join("answers.json"), told.to_string()).unwrap();
    let run = hadaf(folder, "import own.hadaf table.csv --map answers.json --json");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(entries(folder), 1);
    let show = hadaf(folder, "show own.hadaf --json").json();
    let series = show["series"].as_array().unwrap();
    let value = |id: &str, place: usize| {
        let of = series
            .iter()
            .find(|it| it["id"] == id)
            .unwrap_or_else(|| panic!("{id}: {show}"));
        of["observations"][place].clone()
    };
    assert_eq!(value("total", 1)["value"], "337");
    assert_eq!(
        (
            &value("software_exports", 0)["value"],
            &value("software_exports", 0)["published"]
        ),
        (&"120.50".into(), &"2025-09-20".into())
    );
    assert_eq!(hadaf(folder, "undo own.hadaf").code, Some(0));
    let show = hadaf(folder, "show own.hadaf --json").json();
    assert_eq!(show["series"].as_array().unwrap().len(), 1, "what was made is gone");

    // One that is left out, and one that is not there.
    told["tables"][0]["series"][1]["series"] = Value::Null;
    fs::write(folder.join("answers.json"), told.to_string()).unwrap();
    let run = hadaf(folder, "import own.hadaf table.csv --map answers.json --json");
    assert_eq!(
        (run.code, run.json()["new"].clone()),
        (Some(0), 2.into()),
        "{}",
        run.stderr
    );
    told["tables"][0]["series"][1] = json!({ "label": "Software", "series": "nothing", "new": false });
    fs::write(folder.join("answers.json"), told.to_string()).unwrap();
    let run = hadaf(folder, "import own.hadaf table.csv --map answers.json --json");
    assert_eq!(run.error()["code"], "unknown_series");
    fs::write(folder.join("answers.json"), "[1]").unwrap();
    let run = hadaf(folder, "import own.hadaf table.csv --map answers.json --json");
    assert_eq!((run.code, run.error()["code"].as_str()), (Some(1), Some("import")));
}

#[test]
fn several_files_are_one_change_and_their_questions_are_told_apart() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    fs::write(
        folder.join("next.csv"),
        TABLE.replace("Jul-25,Aug-25", "Aug-25,Sep-25").replace("354", "338"),
    )
    .unwrap();
    let told = hadaf(folder, "import own.hadaf table.csv next.csv --dry-run --json").json();
    let ids: Vec<&str> = told["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["table.csv:published", "next.csv:published"]);
    let answers = json!({ "answers": { ids[0]: "2025-09-20", ids[1]: "2025-10-20" } });
    fs::write(folder.join("answers.json"), answers.to_string()).unwrap();
    let run = hadaf(folder, "import own.hadaf table.csv next.csv --map answers.json --json");
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert_eq!(entries(folder), 1);
    let then = hadaf(folder, "show own.hadaf --as-of 2025-09-30 --json").json();
    let total = |show: &Value| {
        let series = show["series"].as_array().unwrap().clone();
        let of = series.into_iter().find(|it| it["id"] == "total").unwrap();
        of["observations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["value"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(total(&then), ["354", "337"]);
    assert_eq!(
        total(&hadaf(folder, "show own.hadaf --json").json()),
        ["354", "338", "337"]
    );
}

/// Another country, calendar and currency; nothing is Pakistan's alone.
#[test]
fn crores_of_another_country() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(
        hadaf(
            folder,
            "new own.hadaf --currency INR --fiscal-year-start 4 --year-names first"
        )
        .code,
        Some(0)
    );
    fs::write(
        folder.join("rbi.csv"),
        "Software exports\n(Rs. crore)\nMonth,Software\nApr-25,\"1,23,456.70\"\nMay-25,\"1,20,000\"\n",
    )
    .unwrap();
    let run = hadaf(folder, "import own.hadaf rbi.csv --published after-each-period --json");
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let show = hadaf(folder, "show own.hadaf --json").json();
    let series = show["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["title"] == "Software")
        .unwrap()
        .clone();
    assert_eq!(
        (&series["unit"], &series["observations"][0]["value"]),
        (&"INR million".into(), &"1234567.0".into())
    );
    let again = hadaf(folder, "import own.hadaf rbi.csv --published after-each-period --json").json();
    assert_eq!((&again["new"], &again["same"]), (&0.into(), &2.into()));
    assert_eq!(entries(folder), 1, "the same file again is no change");
}

/// Another fiscal year than the workspace's: nothing fits, and that is said.
#[test]
fn a_file_of_which_nothing_fits_is_refused_with_its_reasons() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let text = "Exports\nUS$ million\nApril-March,2023-24,2024-25\nSoftware,100,120\n";
    fs::write(folder.join("april.csv"), text).unwrap();
    let run = hadaf(folder, "import own.hadaf april.csv --published unknown --json");
    assert_eq!(
        (run.code, run.error()["code"].as_str()),
        (Some(1), Some("import")),
        "{}",
        run.stdout
    );
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    let left_out = told["left_out"].as_array().unwrap();
    assert!(
        left_out
            .iter()
            .any(|it| it["code"] == "other_period" && it["place"] == "B4"),
        "{left_out:?}"
    );
    assert_eq!(entries(folder), 0);
}

fn trial(folder: &Path, name: &str, text: &str) -> Value {
    fs::write(folder.join(name), text).unwrap();
    let run = hadaf(
        folder,
        &format!("import own.hadaf {name} --published 2026-09-15 --source Board --dry-run --json"),
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run.json()
}

fn codes(list: &Value) -> Vec<&str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().or(it["kind"].as_str()).unwrap())
        .collect()
}

#[test]
fn a_column_of_other_periods_is_told_with_its_place() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let text = "Month,Exports (USD million),When\nJul-25,100,Apr-22\nAug-25,101,May-22\n";
    let told = trial(folder, "when.csv", text);
    let sentence = told["tables"][0]["sentence"].as_str().unwrap();
    assert!(sentence.contains("2 months, July 2025 to August 2025"), "{sentence}");
    let left = told["left_out"].as_array().unwrap();
    let when = left.iter().find(|it| it["what"] == "When").unwrap();
    assert_eq!(
        (&when["place"], &when["code"]),
        (&"C2:C3".into(), &"other_column".into())
    );
    assert_eq!(codes(&told["questions"]), [""; 0]);
}

#[test]
fn a_column_that_changes_kind_is_asked_about_and_counted_by_kinds() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let text = "Period,Exports (USD million)\n2008-09,1000\n2009-10,1100\nJan-11,1200\nFeb-11,130\n2014-15,1600\n";
    let told = trial(folder, "mixed.csv", text);
    assert_eq!(codes(&told["questions"]), ["pair_meaning"]);
    let sentence = told["tables"][0]["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("2 months, January 2011 to February 2011, and 3 years, FY2009 to FY2015"),
        "{sentence}"
    );
    let refused = hadaf(
        folder,
        "import own.hadaf mixed.csv --published unknown --source Board --json",
    );
    assert_ne!(refused.code, Some(0));
    assert_eq!(entries(folder), 0);
}

#[test]
fn what_becomes_an_estimate_is_said() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let text = "Month,Exports (USD million)\nJul-26,99\nAug-26,100\nSep-26,101\nFY2027,1000\n";
    let told = trial(folder, "early.csv", text);
    let assumed = told["assumed"].as_array().unwrap();
    let estimates: Vec<&str> = assumed
        .iter()
        .filter(|it| it["code"] == "estimate")
        .map(|it| it["why"].as_str().unwrap())
        .collect();
    // Published on 15 September: July and August were over.
    let [text] = estimates[..] else { panic!("{assumed:?}") };
    assert!(
        text.starts_with("September 2026 and FY2027 are kept as estimates"),
        "{text}"
    );
}

#[test]
fn quarters_are_no_figures_of_a_series_of_months_at_any_entrance() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let typed = hadaf(
        folder,
        "set own.hadaf total 2026-Q1 300 --published 2026-01-15 --source Board --json",
    );
    let typed = typed.error()["message"].as_str().unwrap().to_owned();
    let row = "series,period,value,published,source\ntotal,2026-Q1,300,2026-01-15,Board\n";
    fs::write(folder.join("rows.csv"), row).unwrap();
    let rows = hadaf(folder, "import own.hadaf rows.csv --json");
    assert!(
        rows.stdout.contains(&typed) || rows.stderr.contains(&typed),
        "{}",
        rows.stdout
    );
    assert_eq!(entries(folder), 0);
    // A table of quarters is a series of its own.
    let told = trial(
        folder,
        "quarters.csv",
        "Quarter,Exports (USD million)\nQ1 FY26,300\nQ2 FY26,310\n",
    );
    let series = &told["tables"][0]["series"][0];
    assert_eq!(
        (&series["new"], &series["frequency"]),
        (&true.into(), &"quarter".into())
    );
}
