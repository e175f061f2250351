//! What was claimed, what became of it, and the record of those who said it.

use hadaf_tests::{folder, hadaf, sample};
use serde_json::Value;

fn list(more: &str) -> Value {
    let folder = folder();
    sample(folder.path());
    hadaf(
        folder.path(),
        &format!("claims sample.hadaf --as-of 2026-04-01 --json{more}"),
    )
    .json()
}

fn claim<'a>(list: &'a Value, id: &str) -> &'a Value {
    let claims = list["claims"].as_array().unwrap();
    claims.iter().find(|claim| claim["id"] == id).unwrap()
}

#[test]
fn the_json_has_its_spine() {
    let list = list("");
    for key in ["series", "as_of", "claims", "record", "makers", "disagreements"] {
        assert!(!list[key].is_null(), "no {key}");
    }
    let one = claim(&list, "T22").as_object().unwrap();
    for key in [
        "id",
        "fiscal_year",
        "kind",
        "value",
        "value_high",
        "maker",
        "office",
        "official",
        "said",
        "conditions",
        "outcome",
        "reason",
        "first_print",
        "latest",
        "error_first_percent",
        "error_latest_percent",
        "months_to_go",
        "times_said",
        "probability",
    ] {
        assert!(one.contains_key(key), "no {key} in {one:?}");
    }
}

/// 4,200 were said on 18 December 2024, six months before June 2025, of which 3,800 and then 3,810 came:
/// -400 / 4,200 and -390 / 4,200.
#[test]
fn a_claim_is_held_against_both_totals() {
    let list = list("");
    let missed = claim(&list, "T22");
    assert_eq!(
        (&missed["outcome"], &missed["value"]),
        (&"missed".into(), &"4200".into())
    );
    assert_eq!(
        (&missed["first_print"], &missed["latest"]),
        (&"3800".into(), &"3810".into())
    );
    assert_eq!(missed["error_first_percent"], -9.52);
    assert_eq!(missed["error_latest_percent"], -9.29);
    assert_eq!(
        (&missed["months_to_go"], &missed["probability"]),
        (&6.into(), &Value::Null)
    );
    assert_eq!(claim(&list, "T29")["outcome"], "too_close");
    let chance = claim(&list, "T30")["probability"].as_f64().unwrap();
    assert!((0.001..=0.999).contains(&chance), "{chance}");
    let record = &list["record"];
    assert_eq!(
        (&record["met"], &record["missed"], &record["too_close"]),
        (&1.into(), &4.into(), &1.into())
    );
}

#[test]
fn a_list_can_be_chosen_from_and_read_as_of_a_day() {
    let open = list(" --open");
    let is_open = |claim: &Value| claim["outcome"] == "open";
    assert!(open["claims"].as_array().unwrap().iter().all(is_open));
    let planning = list(" --maker planning");
    assert_eq!(planning["claims"].as_array().unwrap().len(), 2);

    let folder = folder();
    sample(folder.path());
    let text = hadaf(folder.path(), "claims sample.hadaf --as-of 2025-07-18 --maker Senate");
    assert_eq!(text.code, Some(0), "{}", text.stderr);
    assert!(
        text.stdout.contains("T29") && text.stdout.contains("open"),
        "{}",
        text.stdout
    );
    let wrong = hadaf(folder.path(), "claims sample.hadaf --open --due");
    assert_eq!(wrong.code, Some(2));
}

/// Of the six months that were left in December 2024, FY2025 brought 3,810 against 4,200: judged, it is still missed, as
/// nobody knows what the condition was worth.
#[test]
fn a_claim_is_linked_and_a_condition_judged() {
    let folder = folder();
    sample(folder.path());
    let run = |words: &str| {
        let run = hadaf(folder.path(), &format!("claims sample.hadaf {words} --json"));
        assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
        run.json()
    };
    let listed = || hadaf(folder.path(), "claims sample.hadaf --as-of 2026-04-01 --json").json();

    run("link T34 replaces T30");
    assert_eq!(claim(&listed(), "T30")["replaced_by"], "T34");
    run("link T34 replaces T30 --remove");
    assert_eq!(claim(&listed(), "T30")["replaced_by"], Value::Null);

    let judged = run("judge T22 --condition freelancers --held no --evidence none --source Report --judged 2025-09-01");
    let number = judged["made"].as_str().unwrap().to_owned();
    let list = listed();
    let missed = claim(&list, "T22");
    assert_eq!(
        (&missed["outcome"], &missed["condition_broken"]),
        (&"missed".into(), &true.into())
    );
    let finding = &missed["findings"][0];
    assert_eq!(
        (&finding["held"], &finding["judged"]),
        (&false.into(), &"2025-09-01".into())
    );
    // What is not named stays.
    run(&format!("judge T22 --finding {number} --held yes"));
    let finding = claim(&listed(), "T22")["findings"][0].clone();
    assert_eq!((&finding["held"], &finding["evidence"]), (&true.into(), &"none".into()));
    run(&format!("judge T22 --remove {number}"));
    assert_eq!(claim(&listed(), "T22")["findings"], Value::Array(Vec::new()));

    for words in ["link T30 narrows T34", "judge T22 --held no", "link T30 likes T34"] {
        let wrong = hadaf(folder.path(), &format!("claims sample.hadaf {words}"));
        assert_ne!(wrong.code, Some(0), "{words}: {}", wrong.stdout);
    }
}
