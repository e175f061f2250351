//! The months ahead and the chances of the claims, from a workspace and from a long table.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hadaf_tests::{folder, hadaf, sample};
use serde_json::Value;

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The sample's total, read as of the first day of 2025, when November 2024 was the last month published.
fn january_2025(folder: &Path, more: &str) -> Value {
    let words = format!("forecast sample.hadaf --series ict_total --as-of 2025-01-01 --json{more}");
    hadaf(folder, &words).json()
}

#[test]
fn the_json_has_its_spine() {
    let folder = folder();
    sample(folder.path());
    let told = january_2025(folder.path(), "");
    for key in ["series", "method", "as_of", "horizon", "fiscal_years", "claims"] {
        assert!(keys(&told).contains(key), "no {key} in {told}");
    }
    assert_eq!(
        (&told["series"], &told["as_of"]),
        (&"ict_total".into(), &"2025-01-01".into())
    );
    for month in told["horizon"].as_array().unwrap() {
        let bound = |key: &str| month[key].as_f64().unwrap_or_else(|| panic!("no {key} in {month}"));
        let order = ["lo95", "lo80", "lo50", "mean", "hi50", "hi80", "hi95"].map(bound);
        assert!(order.is_sorted(), "{month}");
    }
    for year in told["fiscal_years"].as_array().unwrap() {
        let bound = |key: &str| year[key].as_f64().unwrap_or_else(|| panic!("no {key} in {year}"));
        let order = ["lo95", "lo80", "median", "hi80", "hi95"].map(bound);
        assert!(order.is_sorted(), "{year}");
    }
    let chances = told["claims"].as_array().unwrap();
    assert!(chances.iter().any(|claim| claim["id"] == "T22"), "{chances:?}");
    for claim in chances {
        let chance = claim["probability"].as_f64().unwrap();
        assert!((0.001..=0.999).contains(&chance), "{claim}");
    }
}

#[test]
fn as_of_knows_no_later_month() {
    let folder = folder();
    sample(folder.path());
    let before = january_2025(folder.path(), "");
    let first = &before["horizon"][0];
    assert_eq!(first["period"], "2024-12", "November 2024 was the last month published");
    let year = &before["fiscal_years"][0];
    // 286 + 298 + 292 + 330 + 324, the first releases.
    assert_eq!(
        (&year["fiscal_year"], &year["known"]),
        (&"FY2025".into(), &"1530".into())
    );

    // An observation of a later day, however wild, changes nothing of what was known then.
    let set = "set sample.hadaf ict_total 2024-12 9999 --published 2025-01-02 --source Later";
    assert_eq!(hadaf(folder.path(), set).code, Some(0));
    assert_eq!(january_2025(folder.path(), ""), before);
}

#[test]
fn the_same_question_has_the_same_answer() {
    let folder = folder();
    sample(folder.path());
    let all = january_2025(folder.path(), "");
    assert_eq!(all, january_2025(folder.path(), ""));
    let few = january_2025(folder.path(), " --horizon 3");
    assert_eq!(few["horizon"].as_array().unwrap().len(), 3);
    assert_eq!(few["horizon"][2], all["horizon"][2]);
    assert_eq!(
        few["fiscal_years"][0], all["fiscal_years"][0],
        "the year is told to its end"
    );
}

#[test]
fn no_chance_is_told_as_none() {
    let folder = folder();
    sample(folder.path());
    let run = hadaf(folder.path(), "forecast sample.hadaf --as-of 2025-01-01");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for wrong in ["{", " 0\u{a0}%", " 0.0\u{a0}%", "100\u{a0}%"] {
        assert!(!run.stdout.contains(wrong), "{wrong}: {}", run.stdout);
    }
    assert!(run.stdout.contains("less than 1 in 1,000"), "{}", run.stdout);
}

/// Four years of a series with a trend and a season, and one shorter.
fn long_table(months: usize) -> String {
    let mut table = String::from("series_id,t,value\n");
    for (id, base) in [("a", 100.0), ("b", 40.0)] {
        for t in 0..months {
            let season = [0.0, 3.0, 8.0, 4.0, -2.0, -6.0][t % 6];
            writeln!(table, "{id},{t},{}", base + 0.5 * t as f64 + season).unwrap();
        }
    }
    table
}

#[test]
fn a_long_table_becomes_two_tables() {
    let folder = folder();
    let folder = folder.path();
    fs::write(folder.join("long.csv"), long_table(48)).unwrap();
    let call = "forecast --csv long.csv --season 12 --horizon 18 --out f.csv --annual a.csv";
    let written = hadaf(folder, &format!("{call} --json")).json();
    assert_eq!(written["series"], 2);

    let mut forecasts = csv::Reader::from_path(folder.join("f.csv")).unwrap();
    let heads = forecasts.headers().unwrap().iter().collect::<Vec<_>>().join(",");
    assert_eq!(heads, "series_id,h,mean,lo80,hi80,lo95,hi95");
    let rows: Vec<(String, usize, f64, f64, f64, f64, f64)> = forecasts.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2 * 18);
    for (id, h, mean, lo80, hi80, lo95, hi95) in &rows {
        assert!([lo95, lo80, mean, hi80, hi95].is_sorted(), "{id} {h}");
    }
    // What comes by the rule that made the table: month 48 of `a` is 100 + 24.
    assert!((rows[0].2 - 124.0).abs() < 3.0, "{}", rows[0].2);

    let mut annual = csv::Reader::from_path(folder.join("a.csv")).unwrap();
    let heads = annual.headers().unwrap().iter().collect::<Vec<_>>().join(",");
    assert_eq!(heads, "series_id,factor,p");
    let rows: Vec<(String, f64, f64)> = annual.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2 * 6);
    assert!(rows[..6].is_sorted_by(|left, right| left.2 >= right.2), "{rows:?}");

    let first = fs::read(folder.join("f.csv")).unwrap();
    let again = hadaf(folder, &format!("{call} --json"));
    assert_eq!((again.code, &again.error()["code"]), (Some(1), &"exists".into()));
    assert_eq!(hadaf(folder, &format!("{call} --force")).code, Some(0));
    assert_eq!(
        fs::read(folder.join("f.csv")).unwrap(),
        first,
        "the same table gives the same bytes"
    );
}

#[test]
fn nonsense_is_refused_and_nothing_is_written() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    fs::write(folder.join("short.csv"), long_table(6)).unwrap();
    fs::write(folder.join("words.csv"), "series_id,t,value\na,1,lots\n").unwrap();
    fs::write(folder.join("twice.csv"), "series_id,t,value\na,1,5\na,2,6\na,1,7\n").unwrap();
    fs::write(folder.join("empty.csv"), "series_id,t,value\n").unwrap();
    fs::write(folder.join("bytes.csv"), b"\xff\xfe\x00\x01").unwrap();
    let table = |name: &str| format!("forecast --csv {name} --season 12 --horizon 6 --out f.csv");
    for (words, exit, code, says) in [
        (
            "forecast sample.hadaf --as-of 2017-01-01".into(),
            1,
            "forecast",
            "at least 13",
        ),
        (
            "forecast sample.hadaf --series nothing".into(),
            1,
            "unknown_series",
            "nothing",
        ),
        ("forecast sample.hadaf --as-of yesterday".into(), 2, "date", "yesterday"),
        ("forecast sample.hadaf --horizon 0".into(), 2, "number", "1 to 120"),
        ("forecast sample.hadaf --horizon 121".into(), 2, "number", "1 to 120"),
        ("forecast sample.hadaf --horizon many".into(), 2, "usage", "many"),
        ("forecast".into(), 2, "usage", ""),
        (
            "forecast sample.hadaf --csv short.csv --season 12 --out f.csv".into(),
            2,
            "usage",
            "",
        ),
        ("forecast --csv short.csv --out f.csv".into(), 2, "usage", ""),
        (table("absent.csv"), 1, "not_found", "absent.csv"),
        (table("short.csv"), 1, "forecast", "6 values"),
        (table("words.csv"), 1, "import", "line 2"),
        (table("twice.csv"), 1, "import", "lines 2 and 4"),
        (table("empty.csv"), 1, "import", "no rows"),
        (table("bytes.csv"), 1, "import", "UTF-8"),
        (format!("{} --annual f.csv", table("short.csv")), 2, "word", "f.csv"),
        (
            table("short.csv").replace("--season 12", "--season 0"),
            2,
            "number",
            "1 to 53",
        ),
    ] {
        let run = hadaf(folder, &format!("{words} --json"));
        assert_eq!(run.code, Some(exit), "{words}: {}{}", run.stdout, run.stderr);
        let error = run.error();
        assert_eq!(error["code"], code, "{words}: {error}");
        assert!(error["message"].as_str().unwrap().contains(says), "{words}: {error}");
        assert!(!folder.join("f.csv").exists(), "{words}");
    }
}
