//! Entering values, undo and redo, each by a program of its own.

use hadaf_tests::{folder, hadaf, sample};
use serde_json::Value;
use std::path::Path;

const SET: &str = "set sample.hadaf ict_total 2026-02 371 --published 2026-04-10 --source Bulletin --json";

fn february(folder: &Path) -> String {
    let shown = hadaf(folder, "show sample.hadaf --series ict_total --json").json();
    let observations = shown["series"][0]["observations"].as_array().unwrap();
    let found = observations
        .iter()
        .find(|observation| observation["period"] == "2026-02")
        .unwrap();
    found["value"].as_str().unwrap().to_owned()
}

fn entries(folder: &Path) -> Vec<Value> {
    hadaf(folder, "log sample.hadaf --json").json()["entries"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn a_value_is_entered_undone_and_done_again() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let before = february(folder);
    assert_eq!(before, "365");
    let known = entries(folder).len();

    assert_eq!(hadaf(folder, SET).code, Some(0));
    assert_eq!(february(folder), "371");
    let log = entries(folder);
    assert_eq!(log.len(), known + 1);
    for key in ["id", "label", "at", "by", "undone"] {
        assert!(log[0].get(key).is_some(), "no {key} in {}", log[0]);
    }
    assert_eq!(log[0]["undone"], false);

    // Each of these is a program of its own: undo survives closing.
    assert_eq!(hadaf(folder, "undo sample.hadaf").code, Some(0));
    assert_eq!(february(folder), "365");
    let undone = entries(folder).swap_remove(0);
    assert_eq!(undone["undone"], true);
    // Who took it back and when, beside who made it; the program's user here is one and the same.
    assert_eq!(undone["undone_by"], undone["by"]);
    assert!(undone["undone_at"].as_str() > undone["at"].as_str(), "{undone}");
    let told = hadaf(folder, "log sample.hadaf").stdout;
    assert!(told.contains("(undone by "), "{told}");
    assert_eq!(hadaf(folder, "redo sample.hadaf").code, Some(0));
    assert_eq!(february(folder), "371");
    let redone = entries(folder).swap_remove(0);
    assert_eq!((&redone["undone"], &redone["undone_by"]), (&false.into(), &Value::Null));
    assert_eq!(redone["redone_by"], redone["by"]);

    // The old observation is still there, and a day before the new one still reads it.
    let then = hadaf(folder, "show sample.hadaf --series ict_total --as-of 2026-04-09 --json").json();
    let observations = then["series"][0]["observations"].as_array().unwrap();
    let observation = observations
        .iter()
        .find(|observation| observation["period"] == "2026-02")
        .unwrap();
    assert_eq!(observation["value"], "365");
}

#[test]
fn periods_are_read_as_people_write_them() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for (period, canonical) in [("Mar-26", "2026-03"), ("2026M04", "2026-04"), ("2026-05", "2026-05")] {
        let set = hadaf(
            folder,
            &format!("set sample.hadaf ict_total {period} 400 --published 2026-07-10 --source B"),
        );
        assert_eq!(set.code, Some(0), "{period}: {}", set.stderr);
        let shown = hadaf(folder, "show sample.hadaf --series ict_total --json").json();
        let observations = shown["series"][0]["observations"].as_array().unwrap();
        assert!(
            observations
                .iter()
                .any(|observation| observation["period"] == canonical && observation["value"] == "400"),
            "{period}"
        );
    }
}

#[test]
fn a_new_workspace_is_not_undone_into_nothing() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(hadaf(folder, "new own.hadaf").code, Some(0));
    while hadaf(folder, "undo own.hadaf").code == Some(0) {}
    let refused = hadaf(folder, "undo own.hadaf --json");
    assert_eq!(refused.code, Some(1));
    assert_eq!(refused.error()["code"], "nothing_to_undo");
    assert_eq!(hadaf(folder, "show own.hadaf --json").code, Some(0));
}

/// Files of one call are one change: all of them are in, or none, and each is reported either way.
#[test]
fn files_are_imported_together_and_each_is_reported() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let head = "series,period,value,published,source\n";
    let good = |month: &str| format!("{head}ict_total,2026-{month},400,2026-06-10,Bulletin\n");
    std::fs::write(folder.join("a.csv"), good("03")).unwrap();
    std::fs::write(
        folder.join("b.csv"),
        format!("{head}ict_total,2026-13,400,2026-06-10,Bulletin\n"),
    )
    .unwrap();
    std::fs::write(folder.join("c.csv"), good("04")).unwrap();
    let files = |stdout: &str| {
        let told: Value = serde_json::from_str(stdout).unwrap();
        let files = told["files"].as_array().unwrap().clone();
        files
            .iter()
            .map(|file| (file["file"].clone(), file["new"].clone(), file["dry_run"].clone()))
            .collect::<Vec<_>>()
    };
    let told = |name: &str, new: u32, dry: bool| (name.into(), new.into(), dry.into());

    let refused = hadaf(folder, "import sample.hadaf a.csv b.csv c.csv --json");
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(
        refused.error()["message"].as_str().unwrap().contains("b.csv"),
        "{}",
        refused.stderr
    );
    let wanted = [told("a.csv", 1, true), told("b.csv", 0, true), told("c.csv", 1, true)];
    assert_eq!(
        files(&refused.stdout),
        wanted,
        "the others are told, and that nothing is in"
    );
    assert!(entries(folder).is_empty());
    // A file that is not there is told beside the others too.
    let refused = hadaf(folder, "import sample.hadaf a.csv absent.csv --json");
    assert_eq!((refused.code, &files(&refused.stdout)[0]), (Some(1), &wanted[0]));

    let done = hadaf(folder, "import sample.hadaf a.csv c.csv --json");
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert_eq!(files(&done.stdout), [told("a.csv", 1, false), told("c.csv", 1, false)]);
    assert_eq!(entries(folder).len(), 1, "one change, with one way back");
}

#[test]
fn a_doubtful_figure_is_entered_and_remarked() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let call = "set sample.hadaf ict_total 2026-03 402000000 --published 2026-04-10 --source B";
    let set = hadaf(folder, call);
    assert_eq!(set.code, Some(0), "{}", set.stderr);
    assert!(set.stderr.contains("about a million times"), "{}", set.stderr);
    assert!(set.stdout.contains("402,000,000") && !set.stdout.contains("million times"));

    assert_eq!(hadaf(folder, "undo sample.hadaf").code, Some(0));
    let told = hadaf(folder, &format!("{call} --json"));
    assert!(told.stderr.is_empty(), "{}", told.stderr);
    let doubt = &told.json()["doubts"][0];
    assert_eq!(
        (&doubt["kind"], &doubt["period"]),
        (&"power_of_ten".into(), &"2026-03".into())
    );
    assert_eq!(doubt["instead"]["value"], "402");
    let findings = hadaf(folder, "check sample.hadaf --json").json();
    let found = findings["findings"].as_array().unwrap().iter();
    let found: Vec<_> = found.filter(|finding| finding["kind"] == "power_of_ten").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0]["where"], &found[0]["severity"]),
        (&"ict_total@2026-03".into(), &"warning".into())
    );

    let year = hadaf(
        folder,
        "set sample.hadaf ict_total FY2024 3223 --published 2026-04-10 --source B",
    );
    assert!(
        year.stdout.contains("FY2024: July 2023 to June 2024"),
        "{}",
        year.stdout
    );
}

#[test]
fn a_year_that_reads_as_a_month_is_remarked() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(hadaf(folder, "new own.hadaf").code, Some(0));
    let set = |period: &str| {
        let call = format!("set own.hadaf total {period} 100 --published 2016-10-10 --source B");
        hadaf(folder, &call)
    };
    assert!(set("FY2015").stderr.is_empty());
    let told = set("2010-11").stderr;
    assert!(
        told.contains("read as November 2010") && told.contains("write FY2011"),
        "{told}"
    );
    assert_eq!(hadaf(folder, "undo own.hadaf").code, Some(0));
    // A file of which the series says what its periods are.
    let rows = "series,period,value,source\ntotal,2010-11,90,B\n";
    std::fs::write(folder.join("one.csv"), rows).unwrap();
    let import = hadaf(folder, "import own.hadaf one.csv");
    assert!(import.stdout.contains("read as fiscal years"), "{}", import.stdout);
    let show = hadaf(folder, "show own.hadaf --json").json();
    assert_eq!(show["series"][0]["observations"][0]["period"], "FY2011");

    // What stands as months is found.
    assert_eq!(hadaf(folder, "new months.hadaf").code, Some(0));
    for period in ["2008-09", "2009-10", "2010-11"] {
        let call = format!("set months.hadaf total {period} 100 --published 2016-10-10 --source B");
        assert_eq!(hadaf(folder, &call).code, Some(0));
    }
    let check = hadaf(folder, "check months.hadaf --json").json();
    assert_eq!(check["findings"][0]["kind"], "months_like_years");
}

#[test]
fn years_are_named_as_the_workspace_names_them() {
    let folder = folder();
    let folder = folder.path();
    let new = hadaf(folder, "new own.hadaf --fiscal-year-start 4 --year-names first --json");
    assert_eq!(new.json()["fiscal_year_names"], "first");
    for period in ["FY2024", "2024-25"] {
        let set = hadaf(
            folder,
            &format!("set own.hadaf total {period} 100 --published 2025-04-10 --source B"),
        );
        assert!(
            set.stdout.contains("FY2024: April 2024 to March 2025"),
            "{}",
            set.stdout
        );
    }
    let show = hadaf(folder, "show own.hadaf --json").json();
    assert_eq!(show["series"][0]["observations"][0]["period"], "FY2024");
    assert_eq!(hadaf(folder, "new other.hadaf --year-names middle").code, Some(2));
}
