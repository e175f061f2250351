//! Scenarios from the command line: what scripts rely on.

use std::path::Path;

use hadaf_tests::{folder, hadaf, sample};
use serde_json::Value;

/// A scenario of the sample, as JSON.
fn scenario(folder: &Path, words: &str) -> Value {
    hadaf(folder, &format!("scenario sample.hadaf {words} --json")).json()
}

fn median(told: &Value, which: &str) -> f64 {
    told[which]["median"]
        .as_f64()
        .unwrap_or_else(|| panic!("no {which} in {told}"))
}

#[test]
fn the_list_names_the_scenarios() {
    let folder = folder();
    sample(folder.path());
    let listed = hadaf(folder.path(), "scenario sample.hadaf --json").json();
    let ids: Vec<&str> = listed["scenarios"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["week_offline", "budget_late", "all_well"]);
    let text = hadaf(folder.path(), "scenario sample.hadaf");
    for id in ids {
        assert!(text.stdout.contains(id), "{}", text.stdout);
    }
}

#[test]
fn the_json_has_its_spine() {
    let folder = folder();
    sample(folder.path());
    let told = scenario(folder.path(), "week_offline");
    for key in [
        "scenario",
        "title",
        "series",
        "as_of",
        "fiscal_year",
        "paths",
        "seed",
        "assumed",
        "assumptions",
        "factors",
        "baseline",
        "year",
        "claims",
        "claim",
        "break_even",
        "tornado",
        "together",
    ] {
        assert!(told.get(key).is_some(), "no {key}");
    }
    assert_eq!(
        (&told["scenario"], &told["fiscal_year"], &told["assumed"]),
        (&"week_offline".into(), &"FY2026".into(), &true.into())
    );
    for which in ["baseline", "year"] {
        let bound = |key: &str| told[which][key].as_f64().unwrap();
        let order = ["lo95", "lo80", "median", "hi80", "hi95"].map(bound);
        assert!(order.is_sorted(), "{which}: {order:?}");
    }
    // The baseline is what `forecast` tells.
    let forecast = hadaf(folder.path(), "forecast sample.hadaf --series ict_total --json").json();
    assert_eq!(told["baseline"]["median"], forecast["fiscal_years"][0]["median"]);
    assert_eq!(told["seed"], forecast["seed"]);
    for claim in told["claims"].as_array().unwrap() {
        for key in ["probability", "baseline_probability"] {
            let chance = claim[key].as_f64().unwrap();
            assert!((0.001..=0.999).contains(&chance), "{claim}");
        }
    }
    for factor in told["factors"].as_array().unwrap() {
        for key in ["id", "setting", "default", "least", "most", "unit", "source", "assumed"] {
            assert!(factor.get(key).is_some(), "no {key} in {factor}");
        }
    }
    assert!(median(&told, "year") < median(&told, "baseline"));
}

#[test]
fn a_factor_is_set_for_one_run() {
    let folder = folder();
    let file = sample(folder.path());
    let before = std::fs::read(&file).unwrap();
    let plain = scenario(folder.path(), "week_offline");
    let longer = scenario(folder.path(), "week_offline --set outage.1.days=20");
    assert_eq!(longer["assumptions"]["outages"][0]["days"]["central"], "20");
    assert!(median(&longer, "year") < median(&plain, "year"));
    assert_eq!(
        median(&longer, "baseline").to_bits(),
        median(&plain, "baseline").to_bits()
    );
    let both = scenario(
        folder.path(),
        "week_offline --set outage.1.days=5,20,40 --set made_up=0.2",
    );
    assert_eq!(both["assumptions"]["outages"][0]["days"]["high"], "40");
    assert_eq!(both["assumptions"]["factors"]["made_up"]["central"], "0.2");
    let as_many_days = scenario(folder.path(), "week_offline --set outage.1.days=5,20,40");
    assert!(median(&both, "year") < median(&as_many_days, "year"));
    // Nothing was saved.
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn the_text_says_finding_formula_and_what_is_assumed() {
    let folder = folder();
    sample(folder.path());
    let text = hadaf(folder.path(), "scenario sample.hadaf week_offline").stdout;
    // w, share and u of a week in April, worked out by hand in hadaf-app's tests.
    for piece in ["5.6 ÷ 24.4", "0.112", "outage.1.days", "made_up"] {
        assert!(text.contains(piece), "no {piece} in {text}");
    }
    assert!(text.to_lowercase().contains("assum"), "{text}");
    assert!(!text.contains('{'), "{text}");
}

/// The same shape as without a scenario, and another outcome.
#[test]
fn a_forecast_can_be_read_under_a_scenario() {
    let folder = folder();
    sample(folder.path());
    let forecast = |more: &str| {
        let words = format!("forecast sample.hadaf --series ict_total --json{more}");
        hadaf(folder.path(), &words).json()
    };
    let (plain, under) = (forecast(""), forecast(" --scenario week_offline"));
    for key in plain.as_object().unwrap().keys() {
        assert!(under.get(key).is_some(), "no {key}");
    }
    assert_eq!(under["scenario"], "week_offline");
    let april = |told: &Value| told["horizon"][1]["mean"].as_f64().unwrap();
    assert!(april(&under) < april(&plain));
    // March lies before the outage.
    assert_eq!(under["horizon"][0], plain["horizon"][0]);
    let told = scenario(folder.path(), "week_offline");
    assert_eq!(told["year"]["median"], under["fiscal_years"][0]["median"]);
}

#[test]
fn wrong_calls_say_so() {
    let folder = folder();
    sample(folder.path());
    for (words, codes) in [
        ("scenario absent.hadaf", [1, 1]),
        ("scenario sample.hadaf nobody", [1, 2]),
        ("scenario sample.hadaf week_offline --series nothing", [1, 1]),
        ("scenario sample.hadaf week_offline --as-of yesterday", [2, 2]),
        ("scenario sample.hadaf week_offline --set outage.1.days", [2, 2]),
        ("scenario sample.hadaf week_offline --set outage.1.days=-1", [2, 2]),
        ("scenario sample.hadaf week_offline --set luck=1", [2, 2]),
        ("scenario sample.hadaf week_offline --set made_up=0.1,0.5,0.2", [2, 2]),
        ("forecast sample.hadaf --scenario nobody", [1, 2]),
        ("scenario", [2, 2]),
    ] {
        let run = hadaf(folder.path(), words);
        let code = run.code.unwrap_or(-1);
        assert!(codes.contains(&code), "{words}: {code} {}{}", run.stdout, run.stderr);
        assert!(
            !run.stderr.is_empty() && !run.stderr.contains("error-"),
            "{words}: {}",
            run.stderr
        );
    }
}
