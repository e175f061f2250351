//! Which figure counts: by day and source of publication, corrected, withdrawn, or said before its period was over.

use std::fs;
use std::path::Path;

use hadaf_tests::{Run, folder, hadaf, sample};
use serde_json::Value;

/// A workspace of one's own, `own.hadaf`, with a series `total` that has no figure.
fn own(folder: &Path) {
    assert_eq!(hadaf(folder, "new own.hadaf").code, Some(0));
}

fn done(folder: &Path, words: &str) -> Run {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
    run
}

fn set(folder: &Path, value: &str, published: &str, source: &str) {
    done(
        folder,
        &format!("set own.hadaf total 2025-03 {value} --published {published} --source {source}"),
    );
}

/// The figure of March 2025 on a day, with its status and whether somebody disagrees.
fn march(folder: &Path, as_of: &str) -> Option<(String, String, bool)> {
    let words = match as_of {
        "" => "show own.hadaf --series total --json".to_owned(),
        day => format!("show own.hadaf --series total --as-of {day} --json"),
    };
    let shown = done(folder, &words).json();
    let observations = shown["series"][0]["observations"].as_array().unwrap();
    let found = observations.iter().find(|it| it["period"] == "2025-03")?;
    let text = |key: &str| found[key].as_str().unwrap().to_owned();
    Some((text("value"), text("status"), found["disagreement"].as_bool().unwrap()))
}

fn history(folder: &Path) -> Value {
    done(folder, "show own.hadaf --history total@2025-03 --json").json()
}

fn read(value: &str, status: &str) -> Option<(String, String, bool)> {
    Some((value.into(), status.into(), false))
}

#[test]
fn the_day_of_publication_counts_and_not_the_order_of_entry() {
    for order in [
        ["325 2025-06-18", "318 2025-04-18"],
        ["318 2025-04-18", "325 2025-06-18"],
    ] {
        let folder = folder();
        let folder = folder.path();
        own(folder);
        for entry in order {
            let (value, day) = entry.split_once(' ').unwrap();
            set(folder, value, day, "Bank");
        }
        assert_eq!(march(folder, "2025-04-17"), None);
        assert_eq!(march(folder, "2025-05-31"), read("318", "first"));
        assert_eq!(march(folder, "2025-07-01"), read("325", "revised"));
        assert_eq!(march(folder, ""), read("325", "revised"));
    }
}

#[test]
fn a_figure_of_an_earlier_day_is_remarked_and_entered() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "325", "2025-06-18", "Bank");
    let late = done(
        folder,
        "set own.hadaf total 2025-03 318 --published 2025-04-18 --source Bank",
    );
    assert!(late.stderr.contains("325 stays current"), "{}", late.stderr);
    fs::write(
        folder.join("early.csv"),
        "series,period,value,published,source\ntotal,2025-03,317,2025-04-10,Bank\n",
    )
    .unwrap();
    let report = done(folder, "import own.hadaf early.csv --json").json();
    let issue = &report["files"][0]["issues"][0];
    assert_eq!(
        (&issue["severity"], &issue["code"]),
        (&"note".into(), &"dated_before".into())
    );
}

#[test]
fn two_sources_of_one_day_disagree_whichever_comes_first() {
    for order in [["402 Dawn", "417 Recorder"], ["417 Recorder", "402 Dawn"]] {
        let folder = folder();
        let folder = folder.path();
        own(folder);
        for entry in order {
            let (value, source) = entry.split_once(' ').unwrap();
            set(folder, value, "2025-04-18", source);
        }
        assert_eq!(march(folder, ""), Some(("402".into(), "first".into(), true)));
        let roles: Vec<Value> = history(folder)["prints"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["role"].clone())
            .collect();
        assert_eq!(roles, ["disagrees", "in_force"]);
        let check = hadaf(folder, "check own.hadaf").stdout;
        assert!(check.contains("417"), "{check}");
    }
}

#[test]
fn what_one_source_says_again_on_its_day_corrects_the_entry() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "4020", "2025-04-18", "Bank");
    set(folder, "402", "2025-04-18", "Bank");
    assert_eq!(march(folder, ""), read("402", "first"));
    let history = history(folder);
    assert_eq!(history["prints"].as_array().unwrap().len(), 1);
    assert_eq!(history["corrections"][0]["value"], "4020");
    let log = hadaf(folder, "log own.hadaf").stdout;
    assert!(log.contains("4,020 corrected to 402"), "{log}");
    // So does a file, and a row of it that follows another.
    fs::write(
        folder.join("again.csv"),
        "series,period,value,published,source\ntotal,2025-03,403,2025-04-18,Bank\ntotal,2025-02,300,2025-04-18,Bank\n\
         total,2025-02,301,2025-04-18,Bank\n",
    )
    .unwrap();
    done(folder, "import own.hadaf again.csv");
    assert_eq!(march(folder, ""), read("403", "first"));
    // The same file again brings nothing back that was put right since.
    done(folder, "correct own.hadaf total 2025-03 404");
    let again = done(folder, "import own.hadaf again.csv --json").json();
    assert_eq!(again["files"][0]["known"], 3);
    assert_eq!(march(folder, ""), read("404", "first"));
    done(folder, "undo own.hadaf");
    let log = hadaf(folder, "log own.hadaf").stdout;
    assert!(
        log.contains("Mar 2025 402 \u{2192} 403") && log.contains("Feb 2025 300 \u{2192} 301"),
        "{log}"
    );
    done(folder, "undo own.hadaf");
    assert_eq!(march(folder, ""), read("402", "first"));
}

#[test]
fn a_mistake_is_corrected_and_read_nowhere_but_in_the_log() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "318", "2025-04-18", "Bank");
    set(folder, "3250", "2025-06-18", "Bank");
    done(folder, "correct own.hadaf total 2025-03 325");
    assert_eq!(march(folder, ""), read("325", "revised"));
    // The day says which entry is meant; so does its number.
    done(folder, "correct own.hadaf total 2025-03 319 --published 2025-04-18");
    assert_eq!(march(folder, "2025-05-01"), read("319", "first"));
    let entry = history(folder)["prints"][1]["entry"].to_string();
    done(
        folder,
        &format!("correct own.hadaf total 2025-03 320 --entry {entry} --published 2025-04-19"),
    );
    assert_eq!(march(folder, "2025-04-18"), None);
    assert_eq!(march(folder, "2025-04-19"), read("320", "first"));
    let told = history(folder);
    let corrected: Vec<Value> = told["corrections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["value"].clone())
        .collect();
    assert_eq!(corrected, ["3250", "318", "319"]);
    done(folder, "chart own.hadaf monthly --series total --out c.csv");
    let chart = fs::read_to_string(folder.join("c.csv")).unwrap();
    assert!(!chart.contains("3250") && !chart.contains("3,250"), "{chart}");
    // One entry of the log each, taken back one by one.
    for value in ["319", "318"] {
        done(folder, "undo own.hadaf");
        assert_eq!(march(folder, "2025-05-01"), read(value, "first"));
    }
    done(folder, "undo own.hadaf");
    assert_eq!(march(folder, "").unwrap().0, "3250");
    // An entry that should never have been made.
    done(folder, "correct own.hadaf total 2025-03 --remove");
    assert_eq!(march(folder, ""), read("318", "first"));
    assert_eq!(history(folder)["prints"].as_array().unwrap().len(), 1);
    done(folder, "undo own.hadaf");
    for (words, code) in [
        ("correct own.hadaf total 2025-03 3250 --json", "word"),
        ("correct own.hadaf total 2025-04 1 --json", "word"),
        ("correct own.hadaf total 2025-03 1 --entry 99 --json", "word"),
        (
            "correct own.hadaf total 2025-03 1 --published 2025-02-01 --json",
            "date",
        ),
    ] {
        let refused = hadaf(folder, words);
        assert_eq!(refused.error()["code"], code, "{words}");
    }
}

#[test]
fn a_withdrawn_figure_is_none_from_its_day_on() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "325", "2025-06-18", "Bank");
    let refused = hadaf(
        folder,
        "withdraw own.hadaf total 2025-03 --published 2025-06-17 --source Bank --json",
    );
    assert_eq!(refused.error()["code"], "word");
    done(
        folder,
        "withdraw own.hadaf total 2025-03 --published 2025-07-10 --source Bank",
    );
    assert_eq!(march(folder, "2025-07-09"), read("325", "first"));
    assert_eq!(march(folder, "2025-07-10"), None);
    assert_eq!(march(folder, ""), None);
    let told = history(folder);
    let newest = &told["prints"][0];
    assert_eq!(
        (&newest["status"], &newest["role"]),
        (&"withdrawn".into(), &"withdrawn".into())
    );
    assert_eq!(newest["value"], Value::Null);
    // Every verb has a series without a figure before it.
    for verb in [
        "show own.hadaf",
        "check own.hadaf",
        "claims own.hadaf",
        "risks own.hadaf",
        "log own.hadaf",
    ] {
        assert_ne!(hadaf(folder, verb).code, Some(2), "{verb}");
    }
    set(folder, "330", "2025-10-18", "Bank");
    assert_eq!(march(folder, ""), read("330", "revised"));
    done(folder, "undo own.hadaf");
    done(folder, "undo own.hadaf");
    assert_eq!(march(folder, ""), read("325", "first"));
}

#[test]
fn a_publisher_withdraws_its_own_figure_and_nobody_elses() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "402", "2025-04-18", "Survey");
    set(folder, "410", "2025-06-18", "Bureau");
    let withdraw =
        |source: &str, day: &str| format!("withdraw own.hadaf total 2025-03 --published {day} --source {source}");
    for (source, day) in [("Ministry", "2025-07-10"), ("Bureau", "2025-05-10")] {
        let refused = hadaf(folder, &format!("{} --json", withdraw(source, day)));
        assert_eq!(refused.error()["code"], "refused", "{source}");
        let message = refused.error()["message"].as_str().unwrap().to_owned();
        let publisher = if source == "Ministry" { "Bureau" } else { "Survey" };
        assert!(message.contains(&format!("published by {publisher}")), "{message}");
    }
    assert_eq!(march(folder, ""), read("410", "revised"));
    // The provisional publisher takes its own back, and the other's stands.
    let withdrawn = done(folder, &withdraw("survey", "2025-07-10"));
    assert!(withdrawn.stdout.contains("402 withdrawn"), "{}", withdrawn.stdout);
    assert!(
        withdrawn.stderr.contains("410 of another source stays current"),
        "{}",
        withdrawn.stderr
    );
    assert_eq!(march(folder, ""), read("410", "revised"));
    // Twice is nothing, and the other takes its own back too.
    assert_ne!(hadaf(folder, &withdraw("Survey", "2025-07-11")).code, Some(0));
    done(folder, &withdraw("Bureau", "2025-07-12"));
    assert_eq!(march(folder, ""), None);
    for (_, left) in [("Bureau", Some("410")), ("Survey", Some("410"))] {
        done(folder, "undo own.hadaf");
        assert_eq!(march(folder, "").map(|it| it.0).as_deref(), left);
    }
    // So it is in a file, which is kept out as a whole.
    fs::write(
        folder.join("withdrawn.csv"),
        "series,period,value,status,published,source\ntotal,2025-03,,withdrawn,2025-07-10,Ministry\n",
    )
    .unwrap();
    let refused = hadaf(folder, "import own.hadaf withdrawn.csv");
    assert_eq!(refused.code, Some(1), "{}", refused.stdout);
    assert!(refused.stdout.contains("published by Bureau"), "{}", refused.stdout);
}

#[test]
fn what_a_source_said_before_is_no_disagreement() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "402", "2025-04-18", "Dawn");
    set(folder, "417", "2025-04-18", "Recorder");
    assert!(march(folder, "").unwrap().2);
    // The one that differed has come to the other.
    set(folder, "402", "2025-05-18", "Recorder");
    assert_eq!(march(folder, "2025-04-20"), Some(("402".into(), "first".into(), true)));
    assert_eq!(march(folder, ""), read("402", "first"));
    let check = done(folder, "check own.hadaf").stdout;
    assert!(!check.contains("417"), "{check}");
    let roles: Vec<Value> = history(folder)["prints"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["role"].clone())
        .collect();
    assert_eq!(roles, ["confirms", "superseded", "in_force"]);
}

#[test]
fn a_history_without_days_can_be_dated_about_a_month_after_each_period() {
    let folder = folder();
    let folder = folder.path();
    let rows = "series,period,value,source\ntotal,2024-12,300,Bank\ntotal,2025-03,325,Bank\ntotal,FY2024,3500,Bank\n";
    let shown = |folder: &Path, day: &str| {
        let show = done(folder, &format!("show own.hadaf --as-of {day} --json")).json();
        show["series"][0]["observations"].as_array().unwrap().len()
    };
    own(folder);
    fs::write(folder.join("rows.csv"), rows).unwrap();
    done(folder, "import own.hadaf rows.csv --published after-each-period");
    for (day, count) in [
        ("2024-07-30", 0),
        ("2024-07-31", 1),
        ("2025-01-31", 2),
        ("2025-04-30", 3),
    ] {
        assert_eq!(shown(folder, day), count, "{day}");
    }
    done(folder, "undo own.hadaf");
    done(folder, "import own.hadaf rows.csv --published unknown");
    assert_eq!(shown(folder, "2025-04-30"), 0);
    assert_eq!(march(folder, ""), read("325", "first"));
    done(
        folder,
        "set own.hadaf total 2025-02 310 --published after-each-period --source Bank",
    );
}

/// What every verb says that an estimate must leave as it is.
fn verdicts(folder: &Path) -> Vec<(String, Value)> {
    let mut said = Vec::new();
    for words in [
        "forecast sample.hadaf --reach 4450 --json",
        "claims sample.hadaf --json",
        "scenario sample.hadaf week_offline --json",
        "risks sample.hadaf --json",
        "check sample.hadaf --json",
    ] {
        said.push((words.to_owned(), done(folder, words).json()));
    }
    let show = done(folder, "show sample.hadaf --series ict_total --json").json();
    said.push(("years".into(), show["fiscal_years"].clone()));
    said.push(("pace".into(), show["pace"].clone()));
    for kind in [
        "monthly",
        "year-to-date",
        "annual",
        "outlook",
        "hedgehog",
        "scenarios",
        "tornado",
    ] {
        let words = format!("chart sample.hadaf {kind} --scenario week_offline --force --out {kind}.csv");
        let drawn = hadaf(folder, &words);
        let table = match drawn.code {
            Some(0) => fs::read_to_string(folder.join(format!("{kind}.csv"))).unwrap(),
            _ => drawn.stderr,
        };
        said.push((words, table.into()));
    }
    said
}

#[test]
fn an_estimate_of_a_period_that_is_not_over_closes_nothing_in_any_verb() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let before = verdicts(folder);
    for (words, status) in [
        ("FY2026 4450 --published 2026-04-20", "estimate"),
        ("FY2026 4460 --published 2026-06-30", "first"),
        ("2026-03 140 --published 2026-03-12", "first"),
        ("2026-03 141 --published 2026-03-31", "revised"),
    ] {
        let entered = done(
            folder,
            &format!("set sample.hadaf ict_total {words} --source Survey --status {status}"),
        );
        assert!(entered.stderr.contains("kept as an estimate"), "{}", entered.stderr);
    }
    for ((words, was), (_, is)) in before.iter().zip(verdicts(folder)) {
        assert_eq!(*was, is, "{words}");
    }
    // It is told as what it is, and nowhere else.
    let show = done(folder, "show sample.hadaf --series ict_total --json").json();
    let observations = show["series"][0]["observations"].as_array().unwrap();
    for (period, value) in [("FY2026", "4460"), ("2026-03", "141")] {
        let told = observations.iter().find(|it| it["period"] == period).unwrap();
        assert_eq!((&told["value"], &told["status"]), (&value.into(), &"estimate".into()));
    }
    // The outturn closes the year.
    done(
        folder,
        "set sample.hadaf ict_total FY2026 4600 --published 2026-07-20 --source Bank",
    );
    let show = done(folder, "show sample.hadaf --series ict_total --json").json();
    let year = show["fiscal_years"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["fiscal_year"] == "FY2026")
        .unwrap()
        .clone();
    assert_eq!((&year["value"], &year["basis"]), (&"4600".into(), &"published".into()));
    let told = show["series"][0]["observations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["period"] == "FY2026")
        .unwrap()
        .clone();
    assert_eq!(
        (&told["status"], &told["revised_from"]),
        (&"first".into(), &Value::Null)
    );
}

#[test]
fn what_another_source_calls_a_first_release_later_differs() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "190", "2025-04-10", "Test");
    set(folder, "197.3", "2025-04-20", "Test");
    done(
        folder,
        "set own.hadaf total 2025-03 198 --published 2025-05-25 --source Other --status first",
    );
    assert_eq!(march(folder, ""), Some(("197.3".into(), "revised".into(), true)));
    let roles: Vec<Value> = history(folder)["prints"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["role"].clone())
        .collect();
    assert_eq!(roles, ["disagrees", "in_force", "superseded"]);
    let check = done(folder, "check own.hadaf --json").json();
    let kinds = check["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].clone());
    assert!(kinds.into_iter().any(|kind| kind == "disagreement"), "{check}");
}

#[test]
fn the_same_entry_twice_is_there_already_and_confirms_nothing() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    set(folder, "200", "2025-04-20", "Test");
    let logged = done(folder, "log own.hadaf").stdout;
    let again = done(
        folder,
        "set own.hadaf total 2025-03 200.0 --published 2025-04-20 --source Test",
    );
    let told = format!("{}{}", again.stdout, again.stderr);
    assert!(told.contains("is there already; nothing was added"), "{told}");
    assert_eq!(history(folder)["prints"].as_array().unwrap().len(), 1);
    assert_eq!(done(folder, "log own.hadaf").stdout, logged);
    // Another day, another source, or another word about itself tells something.
    set(folder, "200", "2025-05-20", "Test");
    set(folder, "200", "2025-04-20", "Other");
    assert_eq!(history(folder)["prints"].as_array().unwrap().len(), 3);
}
