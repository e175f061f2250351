//! What a call says: what happened, where, and what to do; and what it says of what it read.

use std::fs;

use hadaf_tests::{folder, hadaf, sample};

/// A call, what it says, and what it says to do.
const REFUSALS: &[(&str, &str, &str)] = &[
    (
        "chart empty.hadaf disruptions --out a.svg",
        "No disruption is known.",
        "that register",
    ),
    (
        "chart empty.hadaf budget --out a.svg",
        "No budget line",
        "that register",
    ),
    (
        "chart empty.hadaf initiatives --out a.svg",
        "No initiative",
        "that register",
    ),
    (
        "chart empty.hadaf concerns --out a.svg",
        "No observation of the committee",
        "that register",
    ),
    ("chart empty.hadaf monthly --out a.svg", "no figures", "Enter a figure"),
    (
        "chart empty.hadaf tornado --out a.svg",
        "needs a scenario",
        "none yet. Make one",
    ),
    (
        "chart sample.hadaf tornado --out a.svg",
        "needs a scenario",
        "Name one of: ",
    ),
    ("new nowhere/a.hadaf", "There is no folder", "Make the folder first"),
    (
        "brief sample.hadaf --out nowhere/a.pdf",
        "There is no folder nowhere",
        "Make the folder first",
    ),
    (
        "show nowhere/a.hadaf",
        "There is no folder",
        "Check how its name is written",
    ),
    (
        "chart sample.hadaf monthly --out a",
        "has no ending",
        "svg, png, pdf, csv; for example a.svg",
    ),
    (
        "export sample.hadaf --format xlsx --out a.csv",
        "a.csv has an ending",
        "Use xlsx.",
    ),
    ("new drawer", "is a folder", "name of a file"),
    ("new drawer --force", "is a folder", "name of a file"),
    (
        "chart sample.hadaf monthly --out drawer.svg",
        "is a folder",
        "name of a file",
    ),
    (
        "chart sample.hadaf monthly --out drawer.svg --force",
        "is a folder",
        "name of a file",
    ),
    ("show drawer", "it is a folder", "ending in .hadaf"),
    (
        "chart sample.hadaf monthly --out a.png --scale 100",
        "100 pixels",
        "0.1 to 10",
    ),
    (
        "chart sample.hadaf monthly --out a.svg --scale 0",
        "0 pixels",
        "0.1 to 10",
    ),
    ("show cut.hadaf", "missing or were overwritten", "no backup"),
];

/// What is wrong is told by what is there, and no word of a library is in it.
#[test]
fn a_refusal_says_what_happened_where_and_what_to_do() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    assert_eq!(
        hadaf(folder, "new empty.hadaf --currency EUR --fiscal-year-start 1").code,
        Some(0)
    );
    fs::create_dir(folder.join("drawer")).unwrap();
    fs::create_dir(folder.join("drawer.svg")).unwrap();
    let whole = fs::read(folder.join("sample.hadaf")).unwrap();
    fs::write(folder.join("cut.hadaf"), &whole[..whole.len() / 2]).unwrap();
    for (words, message, hint) in REFUSALS {
        let run = hadaf(folder, &format!("{words} --json"));
        assert!(matches!(run.code, Some(1 | 2)), "{words}: {:?}", run.code);
        let error = run.error();
        let (said, told) = (error["message"].as_str().unwrap(), error["hint"].as_str().unwrap());
        assert!(said.contains(message), "{words}: {said}");
        assert!(told.contains(hint), "{words}: {told}");
        for raw in ["os error", "malformed", "index:", "`", ": ."] {
            assert!(!said.contains(raw) && !told.contains(raw), "{words}: {said} {told}");
        }
    }
}

#[test]
fn an_import_says_how_it_read_what_stands_beside_a_figure() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(hadaf(folder, "new own.hadaf").code, Some(0));
    let head = "series,period,value,published,source";
    let rows = format!("{head}\ntotal,Jul-25 [R],~190,2025-08-20,Bulletin\n");
    fs::write(folder.join("marks.csv"), rows).unwrap();
    let run = hadaf(folder, "import own.hadaf marks.csv");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with("marks.csv: one row, 1 new"), "{}", run.stdout);
    assert!(
        run.stdout.contains("read as revised") && run.stdout.contains("read as about"),
        "{}",
        run.stdout
    );
    fs::write(
        folder.join("bad.csv"),
        format!("{head}\ntotal,2025-08,abc,2025-09-20,Bulletin\n"),
    )
    .unwrap();
    for (file, said) in [
        (
            "bad.csv",
            "no number: it holds something other than digits. Write digits",
        ),
        ("none.csv", "There is no file none.csv. Check the name and the folder."),
    ] {
        let run = hadaf(folder, &format!("import own.hadaf {file}"));
        assert_eq!(run.code, Some(1));
        assert!(run.stdout.contains(said), "{}", run.stdout);
        assert!(!run.stdout.contains(".;"), "{}", run.stdout);
    }
}

#[test]
fn a_mark_that_was_typed_is_told() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(hadaf(folder, "new own.hadaf").code, Some(0));
    let set = "set own.hadaf total FY26/R ~5,200 --published 2026-08-20 --source Bulletin";
    let run = hadaf(folder, set);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stderr.contains("read as “revised”") && run.stderr.contains("written as “about”"),
        "{}",
        run.stderr
    );
    let forecast = "set own.hadaf total FY27(F) 6.1E+03 --published 2026-08-20 --source Bulletin";
    let run = hadaf(folder, forecast);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stderr.contains("kept as an estimate"), "{}", run.stderr);
    let history = hadaf(folder, "show own.hadaf --history total@FY2027").stdout;
    assert!(history.contains("6,100"), "{history}");
}

#[test]
fn the_log_forgets_nothing_and_tells_local_time() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let set = "set sample.hadaf ict_total 2026-02 371 --published 2026-03-30 --source Bulletin";
    for words in [set, "undo sample.hadaf", "redo sample.hadaf"] {
        assert_eq!(hadaf(folder, words).code, Some(0), "{words}");
    }
    let log = hadaf(folder, "log sample.hadaf").stdout;
    let line = log.lines().next().unwrap();
    let (undone, redone) = (line.find("undone by"), line.find("done again by"));
    assert!(undone.is_some() && undone < redone, "{line}");
    assert!(
        !line.contains('Z') && !line.contains("T0"),
        "as people write it: {line}"
    );
    let entry = &hadaf(folder, "log sample.hadaf --json").json()["entries"][0];
    assert!(entry["at"].as_str().unwrap().ends_with('Z'), "{entry}");
    assert!(
        entry["redone_at"].is_string() && entry["since"].as_str().unwrap().contains("undone by"),
        "{entry}"
    );
    assert_eq!(entry["undone"], false);
    assert_eq!(hadaf(folder, "undo sample.hadaf").code, Some(0));
    let log = hadaf(folder, "log sample.hadaf").stdout;
    let line = log.lines().next().unwrap();
    let (undone, redone) = (line.find("undone by"), line.find("done again by"));
    assert!(redone.is_some() && redone < undone, "{line}");
}

#[test]
fn a_range_leaves_as_two_numbers_and_in_words() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for (kind, heads) in [
        ("scenarios", &["80 %"][..]),
        ("hedgehog", &["Amount"]),
        ("tornado --scenario week_offline", &["Low to high", "Chance of $4.5 bn"]),
    ] {
        let run = hadaf(folder, &format!("chart sample.hadaf {kind} --out a.csv --force"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let text = fs::read_to_string(folder.join("a.csv")).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        for head in heads {
            let place = |name: &str| columns.iter().position(|it| it == name);
            let places = ["", ", from", ", to"].map(|tail| place(&format!("{head}{tail}")));
            let [Some(words), Some(low), Some(high)] = places else {
                panic!("{kind}: {head} among {columns:?}");
            };
            let is_number = |text: &str| text.parse::<f64>().is_ok();
            let mut ranges = 0;
            for row in &rows {
                assert_eq!(is_number(&row[low]), is_number(&row[high]), "{kind}: {row:?}");
                if row[words].contains(" to ") {
                    assert!(is_number(&row[low]) && row[low] != row[high], "{kind}: {row:?}");
                    ranges += 1;
                }
            }
            assert!(ranges > 0, "{kind}: {text}");
        }
    }
}

#[test]
fn a_gap_in_a_table_is_told() {
    use std::fmt::Write;
    let folder = folder();
    let folder = folder.path();
    let mut rows = String::from("series_id,t,value\n");
    for t in (1..=40).filter(|t| ![7, 20, 21].contains(t)) {
        writeln!(rows, "a,{t},{}", 100 + t).unwrap();
    }
    fs::write(folder.join("a.csv"), rows).unwrap();
    let run = hadaf(folder, "forecast --csv a.csv --season 12 --out b.csv");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stdout.contains("a has no row for t = 7; it counts as not known."),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("a has no rows for t = 20 to 21; they count as not known."),
        "{}",
        run.stdout
    );
}

#[test]
fn two_sources_of_a_publisher_are_not_given_one_title() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(hadaf(folder, "new own.hadaf").code, Some(0));
    for (month, source) in [("2025-07", "First"), ("2025-08", "Second")] {
        let set = format!("set own.hadaf total {month} 100 --published 2025-10-20 --source {source}");
        assert_eq!(hadaf(folder, &set).code, Some(0));
    }
    let run = hadaf(folder, "rename own.hadaf source Second first --json");
    assert_eq!((run.code, run.error()["code"].as_str()), (Some(1), Some("refused")));
    assert!(run.error()["hint"].as_str().unwrap().contains("merge the two"));
    let run = hadaf(folder, "rename own.hadaf source Second First --publisher SBP");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stderr.contains("they stay two"), "{}", run.stderr);
}
