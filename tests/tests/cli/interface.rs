//! What `--json` prints is an interface: it only grows. Calls of every verb on the sample, each with what it
//! published, stand in `tests/golden/json`; a case is a file with its calls, of which the last is recorded.
//!
//! `UPDATE=1 cargo nextest run --release --workspace -E 'test(interface::)'` writes down what has been added. It
//! writes over nothing: a key that went or a value that changed breaks somebody's script. Where that is meant,
//! change the recording by hand, and say why in the commit.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hadaf_tests::{folder, hadaf, root, sample};
use serde_json::{Value, json};

/// Differ from run to run, or with the bytes of a picture: only their kind is kept.
const OF_THE_RUN: [&str; 19] = [
    "accepted_at",
    "accepted_by",
    "at",
    "by",
    "bytes",
    "corrected_at",
    "corrected_by",
    "entered_at",
    "path",
    "preferred_at",
    "preferred_by",
    "redone_at",
    "redone_by",
    "saved_at",
    "since",
    "today",
    "undone_at",
    "undone_by",
    "when",
];

/// Sentences for people, whose wording may improve: that they are there is kept. By the end of their path.
const SENTENCES: [&str; 17] = [
    "message",
    "hint",
    "finding",
    "reason",
    "record",
    "label",
    "undo",
    "redo",
    "empty",
    "remarks[]",
    "registers[].title",
    "registers[].note",
    "claims[].said",
    "method",
    "decided",
    "told",
    "uses",
];

fn cases() -> PathBuf {
    root().join("tests/golden/json")
}

/// What a call published on its two streams, and its exit code.
fn said(folder: &Path, words: &str) -> Value {
    let run = hadaf(folder, &format!("{words} --json"));
    let mut all = json!({ "code": run.code });
    for (name, text) in [("stdout", &run.stdout), ("stderr", &run.stderr)] {
        if !text.is_empty() {
            all[name] = serde_json::from_str(text).unwrap_or_else(|error| panic!("{words}: {error}: {text}"));
        }
    }
    all
}

/// `value` with what differs from run to run replaced by one mark.
fn steady(mut value: Value) -> Value {
    match &mut value {
        Value::Object(fields) => {
            // The day of the run is among the days that are offered.
            let today = fields.get("today").cloned();
            if let (Some(today), Some(days)) = (today, fields.get_mut("days").and_then(Value::as_array_mut)) {
                days.retain(|day| day["date"] != today);
            }
            for (key, field) in fields.iter_mut() {
                let is_of_the_run = OF_THE_RUN.contains(&key.as_str()) && !field.is_null();
                *field = if is_of_the_run {
                    "(of the run)".into()
                } else {
                    steady(field.take())
                };
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = steady(item.take())),
        _ => {}
    }
    value
}

/// Where `now` lacks what is recorded, or says another thing; what is new is no matter.
fn breaks(recorded: &Value, now: &Value, path: &str, found: &mut Vec<String>) {
    match (recorded, now) {
        (Value::Object(recorded), Value::Object(now)) => {
            for (key, value) in recorded {
                let place = format!("{path}.{key}");
                match now.get(key) {
                    Some(now) => breaks(value, now, &place, found),
                    None => found.push(format!("{place} went; it was {value}")),
                }
            }
        }
        (Value::Array(recorded), Value::Array(now)) if recorded.len() == now.len() => {
            for (recorded, now) in recorded.iter().zip(now) {
                breaks(recorded, now, &format!("{path}[]"), found);
            }
        }
        (Value::String(_), Value::String(_)) if SENTENCES.iter().any(|end| path.ends_with(end)) => {}
        _ if recorded == now => {}
        _ => found.push(format!("{path} was {recorded} and is {now}")),
    }
}

/// Runs the cases whose name begins with `verb`.
fn replay(verb: &str) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(cases()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if name.split('-').next() != Some(verb) {
            continue;
        }
        count += 1;
        let mut case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let folder = folder();
        sample(folder.path());
        for (name, text) in case["files"].as_object().into_iter().flatten() {
            fs::write(folder.path().join(name), text.as_str().unwrap()).unwrap();
        }
        let mut now = Value::Null;
        for call in case["calls"].as_array().unwrap() {
            now = steady(said(folder.path(), call.as_str().unwrap()));
        }
        let mut found = Vec::new();
        let is_recording = std::env::var_os("UPDATE").is_some();
        // A case that is new says nothing yet.
        if !(is_recording && case["says"].is_null()) {
            breaks(&case["says"], &now, &name, &mut found);
        }
        if found.is_empty() && is_recording {
            case["says"] = now;
            fs::write(&path, format!("{}\n", serde_json::to_string_pretty(&case).unwrap())).unwrap();
        }
        wrong.extend(found);
    }
    assert!(count > 0, "no case of {verb}");
    assert!(
        wrong.is_empty(),
        "scripts rely on what was recorded; it may grow, never go or change: {wrong:#?}"
    );
}

macro_rules! verbs {
    ($($verb:ident)*) => {
        const VERBS: &[&str] = &[$(stringify!($verb)),*];
        $(#[test]
        fn $verb() {
            replay(stringify!($verb));
        })*
    };
}

verbs!(
    brief chart check claims correct export forecast import log new prefer redo rename revisions risks samples scenario
    sector series set settings show sources undo withdraw
);

/// Verbs whose output is no object.
const TEXT: [&str; 3] = ["completions", "help", "man"];

#[test]
fn every_verb_is_recorded() {
    let help = hadaf(folder().path(), "--help").stdout;
    let list = help
        .split("Commands:")
        .nth(1)
        .and_then(|rest| rest.split("\n\n").next())
        .unwrap();
    let listed: BTreeSet<&str> = list
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let recorded: BTreeSet<&str> = VERBS.iter().chain(&TEXT).copied().collect();
    assert_eq!(listed, recorded);
}
