//! Sources, revisions and preferences as scripts meet them.

use std::fs;
use std::path::Path;

use hadaf_tests::{Run, folder, hadaf, sample};
use serde_json::Value;

fn done(folder: &Path, words: &str) -> Run {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
    run
}

fn refused(folder: &Path, words: &str) -> Value {
    let run = hadaf(folder, &format!("{words} --json"));
    assert_ne!(run.code, Some(0), "{words}: {}", run.stdout);
    run.error()
}

/// A workspace of another country and calendar, with one figure of each of two sources.
fn own(folder: &Path) {
    done(
        folder,
        "new own.hadaf --currency KES --fiscal-year-start 4 --series Tea",
    );
    for (value, source) in [("101", "Board"), ("104", "Customs")] {
        let entry = format!("set own.hadaf total 2025-03 {value} --published 2025-04-20 --source {source}");
        done(folder, &entry);
    }
}

fn read(folder: &Path, as_of: &str) -> String {
    let show = done(folder, &format!("show own.hadaf --series total --as-of {as_of} --json")).json();
    let value = &show["series"][0]["observations"][0]["value"];
    value.as_str().unwrap_or("none").to_owned()
}

#[test]
fn a_document_is_attached_told_saved_and_held_against_its_hash() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let bytes: Vec<u8> = (0..=255).rev().collect();
    fs::write(folder.join("page.bin"), &bytes).unwrap();

    let offer = done(folder, "sources own.hadaf attach Board page.bin --dry-run --json").json();
    assert_eq!((&offer["bytes"], &offer["can_be_beside"]), (&256.into(), &true.into()));
    assert_eq!(refused(folder, "sources own.hadaf open Board")["code"], "refused");
    done(folder, "sources own.hadaf attach Board page.bin");
    fs::remove_file(folder.join("page.bin")).unwrap();
    done(folder, "sources own.hadaf open Board --out copy.bin");
    assert_eq!(fs::read(folder.join("copy.bin")).unwrap(), bytes);
    assert_eq!(
        refused(folder, "sources own.hadaf open Board --out copy.bin")["code"],
        "exists"
    );
    done(folder, "sources own.hadaf open Board --out copy.bin --force");
    assert_eq!(
        refused(folder, "sources own.hadaf open Board --out own.hadaf --force")["code"],
        "exists"
    );

    // Beside it: a document that changed or went is said, and the check fails.
    fs::write(folder.join("paper.bin"), vec![7; 256]).unwrap();
    done(folder, "sources own.hadaf attach Customs paper.bin --beside");
    done(folder, "sources own.hadaf check");
    fs::write(folder.join("paper.bin"), vec![8; 256]).unwrap();
    let check = hadaf(folder, "sources own.hadaf check");
    assert_eq!(check.code, Some(1));
    assert!(check.stdout.contains("Customs: paper.bin: changed"), "{}", check.stdout);
    assert_eq!(hadaf(folder, "sources own.hadaf open Customs").code, Some(1));
    fs::remove_file(folder.join("paper.bin")).unwrap();
    let listed = done(folder, "sources own.hadaf").stdout;
    assert!(listed.contains("missing"), "{listed}");
    done(folder, "sources own.hadaf detach Customs");
    done(folder, "sources own.hadaf check");
    done(folder, "undo own.hadaf");
    assert_eq!(hadaf(folder, "sources own.hadaf check").code, Some(1));
}

#[test]
fn sources_are_kept_by_verbs() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let made = done(folder, "sources own.hadaf add Yearbook --page 12 --json").json();
    let number = made["made"].as_str().unwrap().to_owned();
    done(
        folder,
        &format!("sources own.hadaf edit {number} --publisher Bureau --retrieved 2026-01-05"),
    );
    let error = refused(folder, "sources own.hadaf remove Board");
    assert_eq!(error["code"], "refused");
    assert!(
        error["message"].as_str().unwrap().contains("one figure (Tea 1)"),
        "{error}"
    );
    done(folder, "sources own.hadaf merge Customs Board");
    done(folder, "sources own.hadaf remove Yearbook");
    let listed = done(folder, "sources own.hadaf --json").json();
    let titles: Vec<&str> = listed["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["Board"]);
    for _ in 0..4 {
        done(folder, "undo own.hadaf");
    }
    let listed = done(folder, "sources own.hadaf --json").json();
    assert_eq!(listed["sources"].as_array().unwrap().len(), 2);
}

#[test]
fn whose_figure_is_read_is_decided_listed_and_taken_back() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    assert_eq!(read(folder, "2025-04-20"), "101", "on one day the lower one stands");
    let listed = done(folder, "prefer own.hadaf --json").json();
    assert_eq!(listed["figures"][0]["sides"].as_array().unwrap().len(), 2);

    done(
        folder,
        "prefer own.hadaf total Mar-25 --source Customs --reason Counted",
    );
    assert_eq!(read(folder, "2025-04-20"), "104", "as of past days too");
    let told = done(folder, "show own.hadaf --history total@2025-03").stdout;
    assert!(told.contains("Reason: Counted"), "{told}");
    done(folder, "undo own.hadaf");
    assert_eq!(read(folder, "2025-04-20"), "101");
    done(folder, "redo own.hadaf");
    done(folder, "prefer own.hadaf total 2025-03 --withdraw");
    assert_eq!(read(folder, "2025-04-20"), "101");
    // The words of the call are wrong.
    for words in [
        "prefer own.hadaf total 2025-03 --source Customs",
        "prefer own.hadaf total --source Customs --reason Counted",
        "prefer own.hadaf total 2025-03 --source Customs --reason Counted --withdraw",
    ] {
        assert_eq!(hadaf(folder, words).code, Some(2), "{words}");
    }
}

/// The figures are those that `hadaf-core` works out by hand from the same table.
#[test]
fn revisions_are_told_with_how_many_periods_tell_of_them() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let report = done(folder, "revisions sample.hadaf --series ict_total --json").json();
    let months = &report["series"][0]["summary"][0];
    assert_eq!(
        (
            &months["frequency"],
            &months["n"],
            &months["revised"],
            &months["published_once"]
        ),
        (&"month".into(), &50.into(), &14.into(), &22.into())
    );
    assert_eq!(months["mean_absolute_revision"], 0.8608);
    assert_eq!(months["bias"], -0.4592);
    let text = done(folder, "revisions sample.hadaf --series ict_total").stdout;
    assert!(
        text.contains("Months: 50 were published again, 14 were revised"),
        "{text}"
    );

    let csv = done(
        folder,
        "revisions sample.hadaf --series ict_total --as-of 2025-02-01 --csv",
    )
    .stdout;
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let november: Vec<&str> = lines
        .find(|line| line.starts_with("2024-11,"))
        .unwrap()
        .split(',')
        .collect();
    let on = |day: &str| november[head.iter().position(|it| *it == day).unwrap()];
    assert_eq!(
        [on("2024-11-19"), on("2024-12-18"), on("2025-01-17"), on("2025-01-31")],
        ["", "324", "324", "310"]
    );
}
