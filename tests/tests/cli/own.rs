//! One's own figures on the command line: series, sectors, settings, targets and what leaves, in a workspace of another
//! country, calendar and currency, and in the second sample.

use std::fs;
use std::path::Path;

use hadaf_tests::{Run, folder, hadaf};
use serde_json::Value;

const EURO: &str = "new own.hadaf --currency EUR --fiscal-year-start 1 --series Exports";

fn done(folder: &Path, words: &str) -> String {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
    run.stdout
}

fn fresh(folder: &Path) {
    done(folder, EURO);
}

fn json(folder: &Path, words: &str) -> Value {
    hadaf(folder, &format!("{words} --json")).json()
}

fn refused(folder: &Path, words: &str) -> Run {
    let run = hadaf(folder, &format!("{words} --json"));
    assert_ne!(run.code, Some(0), "{words}: {}", run.stdout);
    run
}

#[test]
fn series_and_sectors_are_kept_by_verbs() {
    let folder = folder();
    let folder = folder.path();
    fresh(folder);
    let made = json(
        folder,
        "series own.hadaf add Software --parent total --origin Statistics",
    );
    assert_eq!(made["made"], "software");
    done(
        folder,
        "series own.hadaf add Staff --unit count --frequency quarter --measure stock",
    );
    done(
        folder,
        "series own.hadaf edit staff --title Employees --places 0 --note Heads",
    );
    let listed = json(folder, "series own.hadaf");
    let ids: Vec<&str> = listed["series"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["total", "software", "staff"]);
    assert_eq!(listed["series"][2]["frequency"], "quarter");
    let text = done(folder, "series own.hadaf list");
    assert!(text.contains("Employees") && text.contains("quarterly stock"), "{text}");
    done(folder, "series own.hadaf archive software");
    assert_eq!(json(folder, "series own.hadaf")["series"][2]["archived"], true);
    done(folder, "series own.hadaf restore software");
    done(folder, "series own.hadaf add Programs --parent total");
    let merged = json(folder, "series own.hadaf merge programs software");
    assert!(merged["label"].as_str().unwrap().contains("merged"), "{merged}");
    done(folder, "series own.hadaf remove software");
    assert_eq!(
        refused(folder, "series own.hadaf remove gone").error()["code"],
        "unknown_series"
    );

    assert_eq!(json(folder, "sector own.hadaf add Goods --ebops 1")["made"], "goods");
    done(folder, "sector own.hadaf add Cotton --parent goods");
    assert!(done(folder, "sector own.hadaf").contains("Cotton"));
    done(folder, "sector own.hadaf merge cotton goods");
    done(folder, "sector own.hadaf remove goods");
    assert_eq!(
        refused(folder, "sector own.hadaf remove total").error()["code"],
        "refused"
    );
    while hadaf(folder, "undo own.hadaf").code == Some(0) {}
    assert_eq!(json(folder, "series own.hadaf")["series"].as_array().unwrap().len(), 1);
    assert_eq!(json(folder, "sector own.hadaf")["sectors"].as_array().unwrap().len(), 1);
}

#[test]
fn a_target_is_added_amended_and_removed() {
    let folder = folder();
    let folder = folder.path();
    fresh(folder);
    let added = json(
        folder,
        "claims own.hadaf add 5.2bn --year FY2027 --maker Ministry --source Speech --said 2026-06-12",
    );
    let id = added["made"].as_str().unwrap().to_owned();
    let claims = json(folder, "claims own.hadaf");
    let one = &claims["claims"][0];
    assert_eq!(
        (&one["id"], &one["fiscal_year"]),
        (&id.as_str().into(), &"FY2027".into()),
        "{one}"
    );
    done(
        folder,
        &format!("claims own.hadaf edit {id} --amount 6bn --kind projection --official no"),
    );
    let one = json(folder, "claims own.hadaf")["claims"][0].clone();
    assert_eq!(
        (&one["kind"], &one["maker"]),
        (&"projection".into(), &"Ministry".into()),
        "{one}"
    );
    // What is entered again as it stands changes nothing.
    let log = json(folder, "log own.hadaf")["entries"].as_array().unwrap().len();
    done(folder, &format!("claims own.hadaf edit {id} --amount 6bn"));
    assert_eq!(json(folder, "log own.hadaf")["entries"].as_array().unwrap().len(), log);
    done(folder, &format!("claims own.hadaf remove {id}"));
    assert!(
        json(folder, "claims own.hadaf")["claims"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    done(folder, "undo own.hadaf");
    assert_eq!(json(folder, "claims own.hadaf")["claims"].as_array().unwrap().len(), 1);
    assert_eq!(
        refused(folder, "claims own.hadaf add 5bn --maker A").error()["code"],
        "word"
    );
    assert_eq!(
        refused(folder, "claims own.hadaf edit C9 --amount 5").error()["code"],
        "word"
    );
    assert_eq!(
        refused(folder, "claims own.hadaf add many --maker A --source B").error()["code"],
        "number"
    );
}

#[test]
fn settings_are_listed_and_changed() {
    let folder = folder();
    let folder = folder.path();
    fresh(folder);
    let settings = json(folder, "settings own.hadaf");
    assert_eq!(
        (&settings["currency"], &settings["fiscal_year_start_month"]),
        (&"EUR".into(), &1.into())
    );
    done(
        folder,
        "settings own.hadaf --name Trade --currency SEK --fiscal-year-start 4 --year-names first",
    );
    let text = done(folder, "settings own.hadaf");
    assert!(
        text.contains("Trade") && text.contains("SEK") && text.contains("April"),
        "{text}"
    );
    done(
        folder,
        "set own.hadaf total FY2025 100 --published 2026-05-02 --source Office",
    );
    let error = refused(folder, "settings own.hadaf --fiscal-year-start 7").error();
    assert!(error["message"].as_str().unwrap().contains("FY2026"), "{error}");
}

#[test]
fn what_leaves_is_listed_and_comes_back() {
    let folder = folder();
    let folder = folder.path();
    done(folder, "new it.hadaf --sample pakistan-it-exports");
    let listed = json(folder, "export it.hadaf --format csv --dry-run");
    let values = listed["contents"]["series"][0]["values"].as_u64().unwrap();
    assert!(values > 100, "{listed}");
    assert!(listed["contents"]["notes"].as_u64().unwrap() > 0 && listed["contents"]["with_notes"] == false);
    for (format, name) in [
        ("csv", "it.csv"),
        ("xlsx", "it.xlsx"),
        ("ods", "it.ods"),
        ("sdmx-csv", "it-sdmx.csv"),
        ("datapackage", "it.zip"),
    ] {
        let written = json(folder, &format!("export it.hadaf --format {format} --out {name}"));
        assert_eq!(
            written["bytes"].as_u64().unwrap(),
            fs::metadata(folder.join(name)).unwrap().len()
        );
        // The same data give the same bytes, a file that is there is kept, and notes stay in.
        let first = fs::read(folder.join(name)).unwrap();
        assert_eq!(
            refused(folder, &format!("export it.hadaf --format {format} --out {name}")).error()["code"],
            "exists"
        );
        done(
            folder,
            &format!("export it.hadaf --format {format} --out {name} --force"),
        );
        assert_eq!(fs::read(folder.join(name)).unwrap(), first, "{format}");
    }
    let csv = fs::read_to_string(folder.join("it.csv")).unwrap();
    assert!(!csv.contains("does not fit its own growth rate"), "a note left");
    done(folder, "export it.hadaf --format csv --out notes.csv --with-notes");
    assert!(
        fs::read_to_string(folder.join("notes.csv"))
            .unwrap()
            .contains("does not fit its own growth rate")
    );

    // One series as of a past day: nothing later is in it.
    done(
        folder,
        "export it.hadaf --format csv --out past.csv --series ict_total --as-of 2025-01-01",
    );
    let past = fs::read_to_string(folder.join("past.csv")).unwrap();
    assert!(past.lines().skip(1).all(|line| line.starts_with("ict_total,")));
    assert!(past.lines().count() < csv.lines().filter(|line| line.starts_with("ict_total,")).count());

    // What left comes back: into the same workspace nothing is new, and into an empty one all of it is.
    let again = json(folder, "import it.hadaf it.csv --dry-run");
    assert_eq!(
        (&again["files"][0]["new"], &again["files"][0]["differ"]),
        (&0.into(), &0.into()),
        "{again}"
    );
    for words in [
        "export it.hadaf --format csv --out x.csv --series none",
        "export it.hadaf --format csv --out gone/x.csv",
        "export it.hadaf --format csv --out x.csv --as-of never",
    ] {
        let error = refused(folder, words).error();
        assert!(error["hint"].is_string(), "{words}: {error}");
    }
}

#[test]
fn the_second_sample_answers_every_verb() {
    let folder = folder();
    let folder = folder.path();
    let samples = json(folder, "samples");
    let names: Vec<&str> = samples["samples"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["pakistan-it-exports", "india-services-exports"]);
    for name in names {
        done(folder, &format!("new {name}.hadaf --sample {name}"));
        let file = format!("{name}.hadaf");
        for verb in [
            "show", "claims", "risks", "sources", "log", "series", "sector", "settings", "check", "scenario",
        ] {
            done(folder, &format!("{verb} {file}"));
            json(folder, &format!("{verb} {file}"));
        }
        done(folder, &format!("chart {file} annual --out {name}.svg"));
        done(folder, &format!("brief {file} --out {name}.pdf"));
        done(folder, &format!("export {file} --format xlsx --out {name}.xlsx"));
        let forecast = hadaf(folder, &format!("forecast {file} --json"));
        assert!(
            forecast.code == Some(0) || forecast.error()["hint"].is_string(),
            "{}",
            forecast.stderr
        );
    }
    // The claims are in another currency than the workspace, as their pages have them.
    let claims = json(folder, "claims india-services-exports.hadaf");
    let values: Vec<&Value> = claims["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["value"])
        .collect();
    assert!(values.contains(&&Value::from("240000")), "{values:?}");
}

/// 3,000 less 600 and 660 are 1,740: 870 in each of two quarters, 290 a month.
#[test]
fn a_series_of_quarters_is_told_in_quarters() {
    let folder = folder();
    let folder = folder.path();
    fresh(folder);
    done(folder, "series own.hadaf edit total --frequency quarter");
    for (period, value, published) in [
        ("2023-Q1", "500", "2023-04-20"),
        ("2023-Q2", "550", "2023-07-20"),
        ("2023-Q3", "600", "2023-10-20"),
        ("2023-Q4", "650", "2024-01-20"),
        ("2024-Q1", "600", "2024-04-20"),
        ("2024-Q2", "660", "2024-07-20"),
    ] {
        let words = format!("set own.hadaf total {period} {value} --published {published} --source Office");
        done(folder, &words);
    }
    done(
        folder,
        "claims own.hadaf add 3000m --year FY2024 --maker Ministry --source Speech --said 2024-01-12",
    );
    let shown = done(folder, "show own.hadaf --as-of 2024-08-15");
    assert!(
        shown.contains("870 a quarter needed in 2 quarters") && shown.contains("sum of 2 quarters"),
        "{shown}"
    );
    assert!(!shown.contains("month"), "{shown}");
    let pace = json(folder, "show own.hadaf --as-of 2024-08-15")["pace"][0].clone();
    for (key, value) in [
        ("months_left", Value::from(6)),
        ("needed_per_month", "290".into()),
        ("counted_in", "quarter".into()),
        ("periods_left", 2.into()),
        ("needed_per_period", "870".into()),
    ] {
        assert_eq!(pace[key], value, "{key}: {pace}");
    }
    let india = "india.hadaf";
    done(folder, &format!("new {india} --sample india-services-exports"));
    let shown = done(folder, &format!("show {india} --series services_total"));
    assert!(
        shown.contains("FY2026 has no total: 2 of 4 quarters are known; Q1 and Q2 are missing."),
        "{shown}"
    );
    // Why it is not forecast is said, and what is known of it all the same.
    let run = hadaf(folder, &format!("forecast {india} --series services_total"));
    let why = "has a figure each quarter; only monthly series are forecast";
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(run.stderr.contains(why), "{}", run.stderr);
    for kind in ["monthly", "year-to-date", "annual"] {
        done(folder, &format!("chart {india} {kind} --out {kind}.svg"));
    }
    let numbers = format!("chart {india} year-to-date --out numbers.csv");
    done(folder, &numbers);
    let csv = fs::read_to_string(folder.join("numbers.csv")).unwrap();
    let rows: Vec<&str> = csv.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(rows, ["To the end of", "Q1", "Q2", "Q3", "Q4"]);
}

/// 4,000 million came in FY2024: 5.2 are some thousandth of it, 5.2 bn are no surprise.
#[test]
fn a_target_that_may_not_have_been_meant_is_told_of() {
    let folder = folder();
    let folder = folder.path();
    fresh(folder);
    done(
        folder,
        "set own.hadaf total FY2024 4000 --published 2025-02-01 --source Office",
    );
    let add = |amount: &str| {
        let rest = "--year FY2026 --maker Ministry --source Speech --said 2025-06-12";
        format!("claims own.hadaf add {amount} {rest}")
    };
    let run = hadaf(folder, &add("5.2"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stderr.contains("5.2 is about a thousandth of what a year"),
        "{}",
        run.stderr
    );
    let kinds = || -> Vec<Value> {
        let findings = json(folder, "check own.hadaf")["findings"].clone();
        findings
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["kind"].clone())
            .collect()
    };
    assert!(kinds().contains(&"claim_power_of_ten".into()), "{:?}", kinds());
    done(folder, "undo own.hadaf");
    done(folder, &format!("{} --anyway", add("5.2")));
    assert!(!kinds().contains(&"claim_power_of_ten".into()), "{:?}", kinds());
    done(folder, "undo own.hadaf");

    let first = json(folder, &add("5.2bn"));
    assert_eq!(
        (&first["doubts"], &first["compared"]),
        (&Value::Array(vec![]), &Value::Array(vec![]))
    );
    let id = first["made"].as_str().unwrap();
    let again = json(folder, &add("5.2bn"));
    assert_eq!(
        (&again["compared"][0]["id"], &again["compared"][0]["kind"]),
        (&id.into(), &"restates".into()),
        "{again}"
    );
    done(folder, "undo own.hadaf");
    let linked = json(folder, &format!("{} --restates {id}", add("5.2bn")));
    assert_eq!(linked["compared"], Value::Array(vec![]), "{linked}");
    refused(folder, &format!("{} --restates {id} --replaces {id}", add("5.2bn")));
}
