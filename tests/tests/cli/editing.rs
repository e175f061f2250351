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
    assert_eq!(hadaf(folder, "redo sample.hadaf").code, Some(0));
    assert_eq!(february(folder), "371");

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
