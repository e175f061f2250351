//! Files in every layout: what is read of each, digit for digit, and what is asked.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use hadaf_core::FiscalCalendar;
use hadaf_import::sheet::workbook;
use hadaf_import::table::{TableContext, WorkbookReading, read_tables};

/// What need not be told in what is expected: the columns of codes and remarks.
const UNTOLD: [&str; 1] = ["no_figure"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The lines of what is expected: what, label, unit, basis, period, value, mark.
fn expected(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(Into::into).collect());
    rows.collect()
}

fn context(expected: &[Vec<String>]) -> TableContext {
    let mut context = TableContext::new(FiscalCalendar::new(7).unwrap(), "2026-11-27".parse().unwrap());
    for row in expected.iter().filter(|row| row[0] == "given") {
        match row[1].as_str() {
            "currency" => context.currency = Some(row[5].parse().unwrap()),
            "start_month" => context.calendar = FiscalCalendar::new(row[5].parse().unwrap()).unwrap(),
            id => drop(context.answers.insert(id.into(), row[5].clone())),
        }
    }
    context
}

fn told(reading: &WorkbookReading) -> BTreeSet<String> {
    let mut told: Vec<String> = Vec::new();
    for table in &reading.tables {
        for series in &table.series {
            let unit = series.unit.map(|unit| unit.to_string()).unwrap_or_default();
            let basis = if series.basis.is_to_date() { "to_date" } else { "period" };
            for figure in &series.figures {
                let mark = figure
                    .mark
                    .map(|mark| format!("{mark:?}").to_lowercase())
                    .unwrap_or_default();
                let (label, period, value) = (&series.label, figure.period, figure.value);
                told.push(format!("value|{label}|{unit}|{basis}|{period}|{value}|{mark}"));
            }
        }
        for check in &table.checks {
            let basis = if check.basis.is_to_date() { "to_date" } else { "period" };
            let (label, period, stated, parts) = (&check.label, check.period, check.stated, check.parts);
            told.push(format!("check|{label}||{basis}|{period}|{stated}|{parts}"));
        }
    }
    told.extend(
        reading
            .questions
            .iter()
            .map(|question| format!("question|{}|||||", question.kind.as_str())),
    );
    told.extend(
        reading
            .assumed
            .iter()
            .map(|assumed| format!("assumed|{}|||||", assumed.that.code())),
    );
    let why: BTreeSet<&str> = reading.left_out.iter().map(|left_out| left_out.why.as_str()).collect();
    for why in why {
        let count = reading
            .left_out
            .iter()
            .filter(|left_out| left_out.why.as_str() == why)
            .count();
        told.push(format!("left_out|{why}||||{count}|"));
    }
    told.into_iter().collect()
}

#[test]
fn every_fixture_is_read_as_is_expected_of_it() {
    let files: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in files.iter().filter(|path| name(path).ends_with(".expected.csv")) {
        let stem = name(path).trim_end_matches(".expected.csv").to_owned();
        let own = files.iter().find(|file| {
            let other = name(file);
            !other.ends_with(".expected.csv") && other.rsplit_once('.').is_some_and(|(own, _)| own == stem)
        });
        let own = own.unwrap_or_else(|| panic!("no file for {stem}"));
        count += 1;
        let wanted = expected(path);
        let context = context(&wanted);
        let read = workbook(&std::fs::read(own).unwrap(), &name(own)).and_then(|book| read_tables(&book, &context));
        let found = match read {
            Ok(reading) => told(&reading),
            Err(error) => BTreeSet::from([format!("refused|{}|||||", error.code())]),
        };
        let wanted: BTreeSet<String> = wanted
            .iter()
            .filter(|row| row[0] != "given")
            .map(|row| row.join("|"))
            .collect();
        let is_untold = |line: &&String| UNTOLD.iter().any(|why| line.starts_with(&format!("left_out|{why}|")));
        let missing: Vec<&String> = wanted.difference(&found).collect();
        let surplus: Vec<&String> = found.difference(&wanted).filter(|line| !is_untold(line)).collect();
        if !missing.is_empty() || !surplus.is_empty() {
            wrong.push(format!("{stem}\n  missing {missing:#?}\n  surplus {surplus:#?}"));
        }
    }
    assert!(count >= 60, "{count} fixtures");
    assert!(
        wrong.is_empty(),
        "{} of {count} fixtures:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
