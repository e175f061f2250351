//! Files that are no workspaces of ours, or no longer. Each gets a message and exit code 1, and keeps its bytes.

use std::fs;
use std::path::Path;

use hadaf_tests::{folder, hadaf, sample};

/// Where SQLite's header keeps the schema's version and the application's mark, both of 4 bytes.
const USER_VERSION: usize = 60;
const APPLICATION_ID: usize = 68;

/// Verbs that read, that write into the workspace, and that write beside it.
const VERBS: [&str; 7] = [
    "show it.hadaf --json",
    "check it.hadaf --json",
    "log it.hadaf --json",
    "set it.hadaf ict_total 2026-03 400 --published 2026-04-10 --source Bulletin --json",
    "undo it.hadaf --json",
    "brief it.hadaf --out brief.pdf --json",
    "chart it.hadaf trajectory --out chart.svg --json",
];

/// Every verb refuses `bytes` with one of `codes`, and leaves the folder as it was.
fn check(bytes: &[u8], codes: &[&str]) {
    for verb in VERBS {
        let folder = folder();
        let path = folder.path().join("it.hadaf");
        fs::write(&path, bytes).unwrap();

        let refused = hadaf(folder.path(), verb);

        assert_eq!(refused.code, Some(1), "{verb}: {}{}", refused.stdout, refused.stderr);
        let error = refused.error();
        let code = error["code"].as_str().unwrap();
        assert!(codes.contains(&code), "{verb}: {error}");
        assert!(
            error["message"].as_str().unwrap().contains("it.hadaf"),
            "{verb}: the message names the file: {error}"
        );
        assert_eq!(fs::read(&path).unwrap(), bytes, "{verb} changed the file");
        assert_eq!(names(folder.path()), ["it.hadaf"], "{verb} left something");
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name != "home").collect()
}

/// The sample's bytes, changed by `change`.
fn sample_bytes(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let folder = folder();
    let mut bytes = fs::read(sample(folder.path())).unwrap();
    change(&mut bytes);
    bytes
}

#[test]
fn an_empty_file() {
    check(b"", &["not_a_workspace"]);
}

#[test]
fn a_text() {
    check(
        "A letter to the committee.\n".repeat(400).as_bytes(),
        &["not_a_workspace"],
    );
}

#[test]
fn a_short_text() {
    check(b"x", &["not_a_workspace"]);
}

#[test]
fn a_database_of_another_program() {
    check(
        &sample_bytes(|bytes| bytes[APPLICATION_ID..][..4].copy_from_slice(&[0; 4])),
        &["not_a_workspace"],
    );
    check(
        &sample_bytes(|bytes| bytes[APPLICATION_ID..][..4].copy_from_slice(b"GPKG")),
        &["not_a_workspace"],
    );
}

#[test]
fn a_newer_schema() {
    check(
        &sample_bytes(|bytes| bytes[USER_VERSION..][..4].copy_from_slice(&9999_u32.to_be_bytes())),
        &["newer_version"],
    );
}

#[test]
fn a_truncated_copy() {
    check(&sample_bytes(|bytes| bytes.truncate(bytes.len() / 2)), &["damaged"]);
    check(&sample_bytes(|bytes| bytes.truncate(bytes.len() - 4096)), &["damaged"]);
    check(
        &sample_bytes(|bytes| bytes.truncate(50)),
        &["damaged", "not_a_workspace"],
    );
}

#[test]
fn pages_overwritten() {
    check(
        &sample_bytes(|bytes| {
            let middle = bytes.len() / 8192 * 4096;
            bytes[middle..middle + 4096].fill(0xff);
        }),
        &["damaged"],
    );
}

#[test]
fn a_folder_in_its_place() {
    let folder = folder();
    fs::create_dir(folder.path().join("it.hadaf")).unwrap();
    let refused = hadaf(folder.path(), "show it.hadaf --json");
    assert_eq!(refused.code, Some(1));
    assert!(!refused.error()["message"].as_str().unwrap().is_empty());
}

#[test]
fn a_observation_of_a_day_to_come_is_refused() {
    let folder = folder();
    sample(folder.path());
    let rows = "series,period,value,published,source\nict_total,2026-03,400,2999-01-01,Tomorrow\n";
    fs::write(folder.path().join("future.csv"), rows).unwrap();
    let run = hadaf(folder.path(), "import sample.hadaf future.csv --json");
    assert_eq!(run.code, Some(1));
    let message = run.error()["message"].to_string();
    assert!(message.contains("2999"), "{message}");
}
