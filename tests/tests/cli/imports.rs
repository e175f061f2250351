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
