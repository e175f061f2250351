//! The screen of claims beside the record: what the register is chosen by, the claim in hand, and what a claim that is being
//! typed would be. FY2025 closed at 3,810; T22 is its target of 4,200, T30 that of FY2026 of 5,200.

use hadaf_app::wire::{ClaimPreview, JudgeCondition, RemoveFinding, SetClaim, SetLineage};

use crate::Desk;
use crate::claims::{TODAY, detail, told, view};

fn typed() -> SetClaim {
    SetClaim {
        series: "ict_total".into(),
        kind: "target".into(),
        fiscal_year: "FY2027".into(),
        amount: "6.1 bn".into(),
        said: "2026-03-02".into(),
        maker: "Ministry of IT".into(),
        source: "Press release".into(),
        official: true,
        standing: 3,
        ..SetClaim::default()
    }
}

fn preview(desk: &Desk, change: impl FnOnce(&mut SetClaim)) -> ClaimPreview {
    let mut claim = typed();
    change(&mut claim);
    desk.app.claim_preview(&claim).unwrap()
}

/// What is told of a claim that is being typed, and whether it keeps it from being saved.
fn remarks(preview: &ClaimPreview) -> Vec<(&str, bool)> {
    let remarks = preview.remarks.iter();
    remarks.map(|remark| (remark.field.as_str(), remark.stops)).collect()
}

#[test]
fn the_register_is_chosen_by_what_it_has_and_its_links_are_listed() {
    let view = view(&Desk::with_sample(), TODAY);
    let labels = |choices: &[hadaf_app::wire::ClaimChoice]| -> Vec<String> {
        choices.iter().map(|choice| choice.label.clone()).collect()
    };
    assert_eq!(labels(&view.choices.kinds), ["Target", "Projection"]);
    let years = labels(&view.choices.years);
    assert!(years.first().is_some_and(|year| year == "FY2030"), "{years:?}");
    let outcomes: Vec<&str> = view.choices.outcomes.iter().map(|one| one.value.as_str()).collect();
    let expected = ["met", "missed", "too_close", "open", "replaced", "not_scorable"];
    assert_eq!(outcomes, expected);
    // Each maker has a claim, and no claim is without one.
    for choice in &view.choices.makers {
        assert!(view.claims.iter().any(|claim| claim.by == choice.value), "{choice:?}");
    }
    assert!(
        view.claims
            .iter()
            .all(|claim| view.choices.makers.iter().any(|choice| choice.value == claim.by))
    );
    let link = |from: &str, to: &str| view.links.iter().find(|link| link.from == from && link.to == to);
    assert_eq!(link("T10", "T04").map(|link| link.kind.as_str()), Some("restates"));
    assert_eq!(link("T04", "T02").map(|link| link.kind.as_str()), Some("narrows"));
    assert_eq!(view.heads.len(), 8);
}

#[test]
fn every_maker_has_counts_interval_and_both_totals() {
    let record = view(&Desk::with_sample(), TODAY).record;
    // Under first releases T03 was met, T02, T05, T17 and T22 missed, and T29 hit its 3,800.
    assert_eq!(record.first, "Against first releases: 1 of 5.");
    let column = |name: &str| record.makers.columns.iter().position(|column| column == name).unwrap();
    let government = record
        .makers
        .rows
        .iter()
        .find(|row| row[0].text == "Government of Pakistan");
    let government = government.unwrap();
    assert_eq!(government[column("Condition not met")].text, "0");
    // Of one that is decided or more, SciPy's interval of Wilson: 0 of 2 is 0 to 66 in 100.
    let (rate, interval) = (
        &government[column("Hit rate")].text,
        &government[column("True rate, in 100")].text,
    );
    assert_eq!((rate.as_str(), interval.as_str()), ("0 of 2", "0 to 66"));
    assert_eq!(government[column("Against first releases")].text, "0 of 2");
}

#[test]
fn the_claim_in_hand_tells_what_would_have_to_be_true() {
    let desk = Desk::with_sample();
    let open = detail(&desk, "T30");
    // (5,200 - 2,975) / 4 = 556.25.
    assert!(open.needed[0].contains("556"), "{:?}", open.needed);
    assert!(open.needed[0].contains("March to June"), "{:?}", open.needed);
    assert!(open.needed[1].contains("on a year earlier"), "{:?}", open.needed);
    assert!(open.needed[2].starts_with("Last grown so fast"), "{:?}", open.needed);
    assert!(open.others.iter().any(|other| other.id == "T34"));
    assert!(open.others.iter().all(|other| other.id != "T30"));
    assert_eq!(open.conditions.len(), 1);
    // The sample has a finding about it: mobile data was off in 36 districts.
    assert_eq!(open.conditions[0].met, Some(false));
    // Nothing of a closed year is needed.
    assert!(detail(&desk, "T22").needed.is_empty());
    // 15,000 for FY2030 from 3,810 in FY2025: the fifth root of 3.937 is 1.315.
    let far = view(&desk, TODAY).claims.into_iter();
    let far = far.filter(|claim| claim.fiscal_year == "FY2030" && claim.amount == "15,000");
    let far = far
        .map(|claim| detail(&desk, &claim.id))
        .find(|claim| !claim.needed.is_empty());
    let told = far.unwrap().needed;
    assert!(
        told[0].starts_with("+31.5\u{a0}% a year from the 3,810 of FY2025"),
        "{told:?}"
    );
}

#[test]
fn what_is_typed_is_checked_before_it_is_saved() {
    let desk = Desk::with_sample();
    let whole = preview(&desk, |_| {});
    assert!(whole.complete && whole.scorable, "{whole:?}");
    assert_eq!(remarks(&whole), []);
    assert!(whole.read.starts_with("6,100 "), "{}", whole.read);
    assert!(whole.read.contains("FY2027"), "{}", whole.read);
    assert!(whole.outcome.contains("FY2027"), "{}", whole.outcome);

    // What lacks makes it not scorable, and is told for every field.
    let bare = preview(&desk, |it| {
        it.fiscal_year.clear();
        it.said.clear();
    });
    assert!(bare.complete && !bare.scorable);
    assert_eq!(remarks(&bare), [("fiscal_year", false), ("said", false)]);
    assert!(
        bare.outcome.starts_with("It will be listed as not scorable."),
        "{}",
        bare.outcome
    );
    let late = preview(&desk, |it| it.fiscal_year = "FY2025".into());
    assert_eq!(
        remarks(&late),
        [("said", false)],
        "it was said after its year had ended"
    );

    // What cannot be read keeps it from being saved.
    let nobody = preview(&desk, |it| {
        it.maker = " ".into();
        it.amount = "billions".into();
        it.source.clear();
    });
    assert!(!nobody.complete && nobody.read.is_empty());
    assert_eq!(remarks(&nobody), [("amount", true), ("maker", true), ("source", true)]);
    assert_eq!(remarks(&preview(&desk, |it| it.amount.clear())), [("amount", true)]);
    assert!(
        desk.app.log().unwrap().entries.is_empty(),
        "nothing is entered by looking"
    );
}

#[test]
fn what_is_typed_is_held_against_its_year_and_compared_with_what_is_there() {
    let desk = Desk::with_sample();
    let again = preview(&desk, |it| {
        it.fiscal_year = "FY2025".into();
        it.amount = "4,200".into();
        it.said = "2025-01-10".into();
    });
    // -390 / 4,200.
    assert_eq!(
        again.outcome.replace('\u{a0}', " "),
        "Against 3,810 it is missed (\u{2212}9.3 %)."
    );
    // Of the same office, as the Ministry of IT did not name that number.
    assert!(again.compared.is_empty(), "{again:?}");
    let restated = preview(&desk, |it| {
        it.fiscal_year = "FY2025".into();
        it.amount = "4,200".into();
        it.said = "2025-01-10".into();
        it.maker = "Government of Pakistan".into();
    });
    let ids: Vec<(&str, &str)> = restated
        .compared
        .iter()
        .map(|one| (one.id.as_str(), one.kind.as_str()))
        .collect();
    assert_eq!(ids, [("T22", "restates")]);
    // What is amended is not compared: it was when it was entered.
    let entry = detail(&desk, "T10").entry;
    assert!(desk.app.claim_preview(&entry).unwrap().compared.is_empty());
}

#[test]
fn each_of_two_conditions_is_judged_by_itself_and_all_is_taken_back() {
    let desk = Desk::with_sample();
    let record = || view(&desk, TODAY).record.value;
    assert_eq!(record(), "1 of 5");
    let made = desk
        .app
        .claim_set(&SetClaim {
            fiscal_year: "FY2025".into(),
            amount: "4,150".into(),
            said: "2025-01-10".into(),
            conditions: "The budget is enough; the internet is not shut down".into(),
            ..typed()
        })
        .unwrap()
        .made
        .unwrap();
    assert_eq!(record(), "1 of 6");
    let conditions = || {
        let conditions = detail(&desk, &made).conditions.into_iter();
        conditions.map(|one| (one.text, one.met)).collect::<Vec<_>>()
    };
    let two = |second: Option<bool>| {
        vec![
            ("The budget is enough".to_owned(), None),
            ("the internet is not shut down".to_owned(), second),
        ]
    };
    assert_eq!(conditions(), two(None));
    let judging = detail(&desk, &made).judging;
    assert_eq!((judging.condition.as_str(), judging.id), ("The budget is enough", None));
    let judged = desk
        .app
        .condition_judge(&JudgeCondition {
            condition: "The internet is not shut down".into(),
            evidence: "It was off for two days".into(),
            source: "Annual report".into(),
            ..judging
        })
        .unwrap();
    assert_eq!(conditions(), two(Some(false)));
    let number: u32 = judged.made.unwrap().parse().unwrap();
    assert_eq!(
        desk.app.finding_form(&made, Some(number)).unwrap().evidence,
        "It was off for two days"
    );
    desk.app
        .lineage_set(&SetLineage {
            from: made.clone(),
            to: "T22".into(),
            kind: "restates".into(),
        })
        .unwrap();
    assert_eq!(record(), "1 of 5", "it counts with T22");
    for _ in 0..3 {
        desk.app.undo().unwrap();
    }
    assert_eq!(told(&desk, TODAY, &made), "");
    assert_eq!(record(), "1 of 5");
    let gone = desk.app.condition_remove(&RemoveFinding { id: number });
    assert!(gone.is_err());
}
