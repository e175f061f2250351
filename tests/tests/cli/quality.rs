//! What the check finds, and what of it somebody lets stand.

use std::fs;
use std::path::Path;

use hadaf_tests::{Run, folder, hadaf};
use serde_json::Value;

fn done(folder: &Path, words: &str) -> Run {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
    run
}

/// A workspace of another country, calendar and currency, whose months of FY2025 are all 100.
fn own(folder: &Path) {
    done(
        folder,
        "new own.hadaf --currency KES --fiscal-year-start 4 --series Tea",
    );
    let rows: Vec<String> = (0..12)
        .map(|index| {
            let (year, month) = (2024 + (3 + index) / 12, (3 + index) % 12 + 1);
            let (next_year, next) = (2024 + (4 + index) / 12, (4 + index) % 12 + 1);
            format!("total,{year}-{month:02},100,{next_year}-{next:02}-20,Board")
        })
        .collect();
    let text = format!("series,period,value,published,source\n{}\n", rows.join("\n"));
    fs::write(folder.join("months.csv"), text).unwrap();
    done(folder, "import own.hadaf months.csv");
}

/// The names of the open findings, and of the accepted ones.
fn found(folder: &Path) -> (Vec<String>, Vec<String>) {
    let check = done(folder, "check own.hadaf --json").json();
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    (names(&check["findings"]), names(&check["accepted"]))
}

const YEAR: &str = "months_annual:total@FY2025";

#[test]
fn a_finding_is_accepted_with_a_reason_until_a_value_of_it_changes() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    done(
        folder,
        "set own.hadaf total FY2025 1250 --published 2025-05-20 --source Board",
    );
    assert_eq!(found(folder), (vec![YEAR.into()], vec![]));
    let finding = done(folder, "check own.hadaf --json").json()["findings"][0].clone();
    assert_eq!(
        (&finding["where"], &finding["size"]),
        (&"total@FY2025".into(), &(-50.0).into())
    );

    for refused in [
        "check own.hadaf --accept months_annual:total@FY2024 --because Seen --json",
        "check own.hadaf --withdraw-acceptance months_annual:total@FY2025 --json",
    ] {
        assert_eq!(hadaf(folder, refused).error()["code"], "word", "{refused}");
    }
    assert_eq!(hadaf(folder, &format!("check own.hadaf --accept {YEAR}")).code, Some(2));
    done(folder, &format!("check own.hadaf --accept {YEAR} --because Restated"));
    assert_eq!(found(folder), (vec![], vec![YEAR.into()]));
    let told = done(folder, "check own.hadaf").stdout;
    assert!(told.contains("1 accepted") && !told.contains("Restated"), "{told}");
    let told = done(folder, "check own.hadaf --all").stdout;
    assert!(told.contains("Accepted on") && told.contains(": Restated"), "{told}");
    assert!(
        done(folder, "log own.hadaf")
            .stdout
            .contains("FY2025: finding accepted")
    );

    // One way back for each.
    done(folder, "undo own.hadaf");
    assert_eq!(found(folder), (vec![YEAR.into()], vec![]));
    done(folder, "redo own.hadaf");
    done(folder, &format!("check own.hadaf --withdraw-acceptance {YEAR}"));
    assert_eq!(found(folder), (vec![YEAR.into()], vec![]));
    done(folder, "undo own.hadaf");
    assert_eq!(found(folder), (vec![], vec![YEAR.into()]));

    // It was about these months: with another one it is found again, and with the old one it is accepted again.
    done(
        folder,
        "set own.hadaf total 2025-03 104 --published 2025-06-20 --source Board",
    );
    assert_eq!(found(folder), (vec![YEAR.into()], vec![]));
    done(folder, "undo own.hadaf");
    assert_eq!(found(folder), (vec![], vec![YEAR.into()]));
}

#[test]
fn what_is_entered_anyway_counts_as_accepted() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let finding = "power_of_ten:total@2025-04";
    let entry = "set own.hadaf total 2025-04 1000 --published 2025-05-20 --source Board";
    // Told when it was entered already, and listed until somebody says that it is meant.
    assert!(done(folder, entry).stderr.contains("about ten times"));
    assert_eq!(found(folder), (vec![finding.into()], vec![]));
    done(folder, "undo own.hadaf");
    done(folder, &format!("{entry} --anyway"));
    assert_eq!(found(folder), (vec![], vec![finding.into()]));
    let accepted = done(folder, "check own.hadaf --json").json()["accepted"][0].clone();
    assert_eq!(
        (&accepted["entered_anyway"], &accepted["because"]),
        (&true.into(), &"".into())
    );
    let told = done(folder, "check own.hadaf --all").stdout;
    assert!(told.contains("Entered anyway on"), "{told}");
    // One change: with the figure goes the acceptance.
    done(folder, "undo own.hadaf");
    assert_eq!(found(folder), (vec![], vec![]));
    done(folder, "redo own.hadaf");
    // Another figure is another finding; a reason may take the place of none.
    done(
        folder,
        "set own.hadaf total 2025-04 1100 --published 2025-06-20 --source Board",
    );
    assert_eq!(found(folder), (vec![finding.into()], vec![]));
    done(folder, &format!("check own.hadaf --accept {finding} --because Auction"));
    assert_eq!(found(folder), (vec![], vec![finding.into()]));
    let again = hadaf(
        folder,
        &format!("check own.hadaf --accept {finding} --because Again --json"),
    );
    assert_eq!(again.error()["code"], "word");

    // A file whose figures are meant.
    fs::write(
        folder.join("more.csv"),
        "series,period,value,published,source\ntotal,2025-05,0,2025-06-20,Board\ntotal,FY2025,1300,2025-05-20,Board\n",
    )
    .unwrap();
    done(folder, "import own.hadaf more.csv --anyway");
    let (open, accepted) = found(folder);
    assert!(open.is_empty(), "{open:?}");
    assert!(accepted.contains(&YEAR.to_owned()), "{accepted:?}");
}

/// Months that lack, one after the other, are one finding; what was accepted of them stays so whatever comes of the others.
#[test]
fn a_run_of_months_without_a_figure_is_one_finding() {
    let folder = folder();
    let folder = folder.path();
    done(
        folder,
        "new own.hadaf --currency KES --fiscal-year-start 4 --series Tea",
    );
    let rows: Vec<String> = (0..12)
        .filter(|index| ![3, 4, 5, 8].contains(index))
        .map(|index| {
            let (year, month) = (2024 + (3 + index) / 12, (3 + index) % 12 + 1);
            format!("total,{year}-{month:02},100,2025-05-20,Board")
        })
        .collect();
    let text = format!("series,period,value,published,source\n{}\n", rows.join("\n"));
    fs::write(folder.join("months.csv"), text).unwrap();
    done(folder, "import own.hadaf months.csv");
    let name = |month: &str| format!("missing_month:total@{month}");
    let (run, single) = (name("2024-07"), name("2024-12"));
    assert_eq!(found(folder), (vec![run.clone(), single.clone()], vec![]));
    let findings = done(folder, "check own.hadaf --json").json()["findings"].clone();
    let told = |at: usize| [&findings[at]["where"], &findings[at]["last"], &findings[at]["message"]];
    assert_eq!(
        told(0),
        [
            "total@2024-07",
            "2024-09",
            "July to September 2024, 3 months: no figure"
        ]
    );
    assert_eq!(findings[1]["last"], Value::Null);
    assert_eq!(findings[1]["message"], "December 2024: no figure");

    done(folder, &format!("check own.hadaf --accept {single} --because Strike"));
    done(folder, &format!("check own.hadaf --accept {run} --because Flood"));
    assert_eq!(found(folder), (vec![], vec![run.clone(), single.clone()]));
    let log = done(folder, "log own.hadaf").stdout;
    assert!(log.contains("July to September 2024: finding accepted"), "{log}");

    // With one of them known, the others are as they were: known to lack.
    done(
        folder,
        "set own.hadaf total 2024-08 100 --published 2025-05-20 --source Board",
    );
    let rest = [name("2024-07"), name("2024-09"), single.clone()];
    assert_eq!(found(folder), (vec![], rest.to_vec()));
    done(folder, "undo own.hadaf");

    // What lacks from now on was accepted by nobody, though it stands beside what was.
    done(
        folder,
        "withdraw own.hadaf total 2024-11 --published 2025-06-17 --source Board",
    );
    assert_eq!(
        found(folder),
        (vec![name("2024-11")], vec![run.clone(), single.clone()])
    );
    done(folder, &format!("check own.hadaf --withdraw-acceptance {single}"));
    let told = done(folder, "check own.hadaf").stdout;
    assert!(
        told.contains("November to December 2024, 2 months: no figure"),
        "{told}"
    );
    assert_eq!(found(folder), (vec![name("2024-11")], vec![run]));
}

/// A difference is told once, in the digits that it has.
#[test]
fn a_difference_is_told_once() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    done(
        folder,
        "set own.hadaf total 2025-03 104.030 --published 2025-06-20 --source Board",
    );
    done(
        folder,
        "set own.hadaf total FY2025 1190 --published 2025-05-20 --source Board",
    );
    let finding = done(folder, "check own.hadaf --json").json()["findings"][0].clone();
    assert_eq!(
        (&finding["size"], &finding["message"]),
        (
            &14.03.into(),
            &"FY2025: twelve months sum to 1,204.03, the year was published as 1,190".into()
        )
    );
    let told = done(folder, "check own.hadaf").stdout;
    assert!(told.contains("published as 1,190 (+14.03 KES million)"), "{told}");
}

/// A year beside its months, told at each entrance as the check finds it.
#[test]
fn a_year_beside_its_months_is_told_when_it_is_entered() {
    for (entry, told, finding) in [
        (
            "FY2025 1190 --published 2025-05-20",
            "less than the sum of its months",
            Some(YEAR),
        ),
        (
            "FY2025 1250 --published 2025-05-20",
            "more than the sum of its months",
            Some(YEAR),
        ),
        (
            "FY2025 900 --published 2025-05-20",
            "April to December 2024 alone",
            Some(YEAR),
        ),
        ("FY2025 1201 --published 2025-05-20", "", None),
    ] {
        let folder = folder();
        let folder = folder.path();
        own(folder);
        let (period, rest) = entry.split_once(' ').unwrap();
        let (value, day) = rest.split_once(" --published ").unwrap();
        let row = format!("series,period,value,published,source\ntotal,{period},{value},{day},Board\n");
        fs::write(folder.join("one.csv"), row).unwrap();
        let dry = hadaf(folder, "import own.hadaf one.csv --dry-run").stdout;
        let set = done(folder, &format!("set own.hadaf total {entry} --source Board")).stderr;
        for told_there in [&dry, &set] {
            match told {
                "" => assert!(!told_there.contains("sum"), "{entry}: {told_there}"),
                told => assert!(told_there.contains(told), "{entry}: {told_there}"),
            }
        }
        let open: Vec<String> = finding.into_iter().map(Into::into).collect();
        assert_eq!(found(folder).0, open, "{entry}");
    }
    // The month that makes the year's months more than the year.
    let folder = folder();
    let folder = folder.path();
    own(folder);
    done(
        folder,
        "set own.hadaf total FY2025 1200 --published 2025-05-20 --source Board",
    );
    let set = done(
        folder,
        "set own.hadaf total 2025-03 120 --published 2025-06-20 --source Board",
    );
    assert!(set.stderr.contains("sum to 1,220"), "{}", set.stderr);
    assert_eq!(found(folder).0, [YEAR]);
    let correct = done(folder, "correct own.hadaf total 2025-03 140");
    assert!(correct.stderr.contains("sum to 1,240"), "{}", correct.stderr);
    // A total so far that is entered as the year, where the other months are not known.
    for month in ["2025-04", "2025-05"] {
        done(
            folder,
            &format!("set own.hadaf total {month} 100 --published 2025-07-20 --source Board"),
        );
    }
    let set = done(
        folder,
        "set own.hadaf total FY2026 200 --published 2026-05-20 --source Board",
    );
    assert!(set.stderr.contains("April to May 2025 alone"), "{}", set.stderr);
    let (open, _) = found(folder);
    assert!(open.contains(&"partial_sum:total@FY2026".to_owned()), "{open:?}");
}

/// What an entry became is said by a file and by a correction as it is by `set`.
#[test]
fn every_entrance_says_what_an_entry_became() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let estimate = "kept as an estimate";
    fs::write(
        folder.join("early.csv"),
        "series,period,value,published,source\ntotal,FY2027,1300,2026-10-20,Board\ntotal,2024-04,101,2026-10-20,Board\n",
    )
    .unwrap();
    let report = done(folder, "import own.hadaf early.csv --dry-run --json").json();
    let told: Vec<(&str, u64)> = report["files"][0]["issues"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["code"].as_str().unwrap(), it["line"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("estimate", 2)]);
    let set = done(
        folder,
        "set own.hadaf total FY2027 1300 --published 2026-10-20 --source Board",
    );
    assert!(set.stderr.contains(estimate), "{}", set.stderr);
    let correct = done(folder, "correct own.hadaf total FY2027 1310");
    assert!(correct.stderr.contains(estimate), "{}", correct.stderr);

    // A day that is corrected is told from and to, and what it makes of the entry.
    done(
        folder,
        "set own.hadaf total 2025-03 105 --published 2025-06-20 --source Board",
    );
    let correct = done(
        folder,
        "correct own.hadaf total 2025-03 105 --entry 14 --published 2025-04-10",
    );
    assert!(
        correct
            .stdout
            .contains("105; day of publication corrected from 20 June 2025 to 10 April 2025"),
        "{}",
        correct.stdout
    );
    assert!(
        correct.stderr.contains("100 stays current, published later"),
        "{}",
        correct.stderr
    );
}

#[test]
fn a_file_without_days_says_what_was_assumed_and_reads_that_nobody_knows() {
    let folder = folder();
    let folder = folder.path();
    own(folder);
    let issues = |file: &str, rest: &str| -> Vec<String> {
        let words = format!("import own.hadaf {file} --dry-run --json {rest}");
        let report = done(folder, words.trim_end()).json();
        let issues = report["files"][0]["issues"].as_array().unwrap();
        issues
            .iter()
            .map(|it| it["code"].as_str().unwrap().to_owned())
            .collect()
    };
    fs::write(
        folder.join("dateless.csv"),
        "series,period,value,source\ntotal,2024-02,97,Board\ntotal,2024-03,98,Board\n",
    )
    .unwrap();
    assert_eq!(issues("dateless.csv", ""), ["undated"]);
    let told = done(folder, "import own.hadaf dateless.csv --dry-run").stdout;
    assert!(
        told.contains("2 rows give no day of publication: they count from"),
        "{told}"
    );
    assert!(issues("dateless.csv", "--published after-each-period").is_empty());
    fs::write(
        folder.join("unknown.csv"),
        "series,period,value,published,source\ntotal,2024-02,97,unknown,Board\ntotal,2024-03,98,Unknown,Board\n",
    )
    .unwrap();
    assert!(issues("unknown.csv", "").is_empty());
    done(folder, "import own.hadaf unknown.csv --published after-each-period");
    let history = done(folder, "show own.hadaf --history total@2024-03 --json").json();
    assert_eq!(history["prints"][0]["published"], Value::Null);

    // What comes before an undated figure says so in words that are true.
    let early = done(
        folder,
        "set own.hadaf total 2024-03 96 --published 2024-04-20 --source Board",
    );
    assert!(
        early.stderr.contains("bears no day, and counts from"),
        "{}",
        early.stderr
    );
    // A day that was assumed is told as about then.
    done(
        folder,
        "set own.hadaf total 2024-01 95 --published after-each-period --source Board",
    );
    let text = done(folder, "show own.hadaf --history total@2024-01").stdout;
    assert!(text.contains("about Feb 2024"), "{text}");
    let history = done(folder, "show own.hadaf --history total@2024-01 --json").json();
    assert_eq!(history["prints"][0]["published_about"], true);
}

/// Quarters and years that lack are found as months are: one finding for those that follow on one another.
#[test]
fn a_run_of_quarters_or_years_without_a_figure_is_one_finding() {
    let folder = folder();
    let folder = folder.path();
    let make = |name: &str, every: &str, periods: &[&str]| {
        done(
            folder,
            &format!("new {name} --currency KES --fiscal-year-start 4 --series Tea"),
        );
        done(folder, &format!("series {name} edit total --frequency {every}"));
        let rows: Vec<String> = (periods.iter())
            .map(|period| format!("total,{period},100,2026-05-20,Board"))
            .collect();
        let text = format!("series,period,value,published,source\n{}\n", rows.join("\n"));
        fs::write(folder.join("rows.csv"), text).unwrap();
        done(folder, &format!("import {name} rows.csv"));
        let findings = done(folder, &format!("check {name} --json")).json()["findings"].clone();
        let told = findings
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| it["kind"] != "disagreement");
        told.map(|it| [&it["id"], &it["last"], &it["message"]].map(Clone::clone))
            .collect::<Vec<_>>()
    };
    // The first quarter of 2024 to the last of 2025 are eight; three lack, two of them side by side.
    let quarters = ["2024-Q1", "2024-Q2", "2024-Q4", "2025-Q3", "2025-Q4"];
    assert_eq!(
        make("quarters.hadaf", "quarter", &quarters),
        [
            [
                Value::from("missing_quarter:total@2025-Q1"),
                "2025-Q2".into(),
                "Q1 FY2025 to Q2 FY2025, 2 quarters: no figure".into()
            ],
            [
                "missing_quarter:total@2024-Q3".into(),
                Value::Null,
                "Q3 FY2024: no figure".into()
            ],
        ]
    );
    assert_eq!(
        make("years.hadaf", "fiscal-year", &["FY2019", "FY2020", "FY2023", "FY2024"]),
        [[
            Value::from("missing_year:total@FY2021"),
            "FY2022".into(),
            "FY2021 to FY2022, 2 fiscal years: no figure".into()
        ]]
    );
    // In both a year that ends at its last quarter, or stands alone, is no gap.
    let whole = make("whole.hadaf", "quarter", &["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]);
    assert!(whole.is_empty(), "{whole:?}");
}
