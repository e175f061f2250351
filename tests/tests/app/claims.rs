//! The register of claims on the sample. Totals are those of `annual.csv`, claims those of `claims.csv`: FY2025 closed
//! at 3,800 (first release, 19 July 2025) and 3,810, so that 4,200 is missed by 390 / 4,200 = 9.3 %.

use hadaf_app::wire::{
    ChartKind, ClaimDetail, ClaimRequest, ClaimsRequest, ClaimsView, RemoveClaim, SetClaim, SetLineage,
};
use hadaf_app::{ClaimsListRequest, Code};

use crate::{Desk, chart_request};

pub(crate) const TODAY: &str = "2026-04-01";

pub(crate) fn view(desk: &Desk, as_of: &str) -> ClaimsView {
    let request = ClaimsRequest {
        series: "ict_total".into(),
        as_of: Some(as_of.into()),
    };
    desk.app.claims(&request).unwrap()
}

pub(crate) fn detail(desk: &Desk, id: &str) -> ClaimDetail {
    let request = ClaimRequest {
        id: id.into(),
        as_of: Some(TODAY.into()),
    };
    desk.app.claim_detail(&request).unwrap()
}

/// Outcome, first and latest total and how far off, of one claim.
pub(crate) fn told(desk: &Desk, as_of: &str, id: &str) -> String {
    let view = view(desk, as_of);
    let found = view.claims.iter().find(|claim| claim.id == id);
    found.map_or_else(String::new, |claim| {
        let words = [
            claim.outcome.as_str(),
            &claim.first_release,
            &claim.latest,
            &claim.off_first,
            &claim.off_latest,
        ];
        words.join(" | ").replace('\u{a0}', " ")
    })
}

#[test]
fn each_claim_has_its_outcome_under_both_totals() {
    let desk = Desk::with_sample();
    for (id, expected) in [
        ("T22", "missed | 3,800 | 3,810 | \u{2212}9.5 % | \u{2212}9.3 %"),
        ("T29", "too_close | 3,800 | 3,810 | 0.0 % | +0.3 %"),
        ("T17", "missed | 3,223 | 3,223 | \u{2212}7.9 % | \u{2212}7.9 %"),
        ("T02", "missed | 2,605 | 2,596 | \u{2212}47.9 % | \u{2212}48.1 %"),
        ("T05", "missed | 2,616 | 2,619 | \u{2212}25.3 % | \u{2212}25.2 %"),
        ("T03", "met | 2,123 | 2,108 | +6.2 % | +5.4 %"),
        ("T30", "open |  |  |  | "),
    ] {
        assert_eq!(told(&desk, TODAY, id), expected, "{id}");
    }
    // As of a day nothing later is known: FY2025 is open on 18 July 2025, and 3.8 billion hold on the 19th.
    assert!(told(&desk, "2025-07-18", "T22").starts_with("open"));
    assert!(told(&desk, "2025-07-19", "T22").starts_with("missed | 3,800 | 3,800"));
    assert_eq!(told(&desk, "2024-12-17", "T22"), "");
}

#[test]
fn the_record_counts_what_it_says_and_what_it_leaves_out() {
    let view = view(&Desk::with_sample(), TODAY);
    let record = &view.record;
    assert_eq!((record.value.as_str(), record.met, record.of), ("1 of 5", 1, 5));
    // SciPy: binomtest(1, 5).proportion_ci(0.95, method="wilson") is 0.036 to 0.624.
    assert!(record.interval.contains("from 4 to 62 in 100"), "{}", record.interval);
    let left_out = "Not in it: 1 too close to call, 8 open, 1 replaced, 5 restated, 8 not scorable.";
    assert_eq!(record.left_out, left_out);
    assert!(view.title.contains("fell short by 48\u{a0}%"), "{}", view.title);
    // (5.4 + 25.2 + 7.9 + 9.3 + 0.3) / 5 = 9.6.
    assert!(view.title.contains("off by 10\u{a0}% on average"), "{}", view.title);
    let groups: Vec<(&str, u32)> = view
        .groups
        .iter()
        .map(|group| (group.group.as_str(), group.count))
        .collect();
    let expected = [
        ("all", 36),
        ("due", 7),
        ("open", 8),
        ("unofficial", 7),
        ("restated", 5),
        ("not_scorable", 9),
    ];
    assert_eq!(groups, expected);
    assert!(
        record
            .makers
            .rows
            .iter()
            .all(|row| row.last().is_some_and(|rank| rank.text == "not ranked"))
    );
    let lanes: Vec<usize> = record.strip.iter().map(|lane| lane.points.len()).collect();
    assert_eq!(lanes, [1, 5, 4]);
    let points = record.strip.iter().flat_map(|lane| &lane.points);
    assert!(points.into_iter().all(|point| (0.0..=1.0).contains(&point.at)));
}

#[test]
fn no_disagreement_is_resolved_in_silence() {
    let view = view(&Desk::with_sample(), TODAY);
    let titles: Vec<&str> = view.disagreements.iter().map(|year| year.title.as_str()).collect();
    assert!(
        titles.contains(&"For FY2025 officials said 4,200, 3,800 and 3,500"),
        "{titles:?}"
    );
    assert!(
        titles.contains(&"For FY2026 officials said 15,000, 5,200 and 5,000"),
        "{titles:?}"
    );
    let said: Vec<&str> = view.disagreements[4]
        .claims
        .iter()
        .map(|claim| claim.id.as_str())
        .collect();
    assert_eq!(said, ["T22", "T29", "T32", "T20"]);
}

#[test]
fn open_claims_have_chances_and_never_none() {
    let view = view(&Desk::with_sample(), TODAY);
    let chance = |id: &str| {
        let claim = view.claims.iter().find(|claim| claim.id == id).unwrap();
        claim.chance.as_ref().map(|chance| chance.value)
    };
    assert_eq!(chance("T22"), None);
    let (high, low) = (chance("T35").unwrap(), chance("T30").unwrap());
    assert!(high > low && low >= 0.001 && high <= 0.999);
    assert!(!view.chances_note.is_empty());
}

#[test]
fn the_inspector_tells_quote_outturn_verdict_and_who_said_it_again() {
    let desk = Desk::with_sample();
    let claim = detail(&desk, "T02");
    assert_eq!(claim.title, "Target for FY2023: 5,000");
    let fact = |claim: &ClaimDetail, label: &str| {
        let found = claim.facts.iter().find(|fact| fact.label == label);
        found.map(|fact| fact.lines.clone()).unwrap_or_default()
    };
    assert_eq!(
        fact(&claim, "Outturn"),
        ["2,605 first release, 18 July 2023", "2,596 latest, 20 July 2024"]
    );
    assert_eq!(fact(&claim, "Restated").len(), 2);
    let close = detail(&desk, "T29");
    let verdict = &fact(&close, "Verdict")[0];
    assert!(
        verdict.starts_with("too close to call (+0.3\u{a0}%)")
            && verdict.contains("0.4\u{a0}%")
            && verdict.contains("8 years"),
        "{verdict}"
    );
    assert!(close.entry.said == "before July 2025" && close.entry.said_by == "2025-06-30");
    assert_eq!(detail(&desk, "T19").lineage[0].link.from, "T23");
    let early = ClaimRequest {
        id: "T29".into(),
        as_of: Some("2024-01-01".into()),
    };
    assert_eq!(desk.app.claim_detail(&early).unwrap_err().code, Code::Word);
}

#[test]
fn the_hedgehog_draws_each_claim_once_and_names_what_it_leaves_out() {
    let desk = Desk::with_sample();
    let request = chart_request(ChartKind::Hedgehog, Some(TODAY));
    let chart = desk.app.chart(&request).unwrap();
    assert!(chart.title.contains("fell short by 48\u{a0}%"), "{}", chart.title);
    let spines: Vec<_> = chart.points.iter().filter(|point| point.lane == 1).collect();
    // 36 claims, less 5 said again, 4 without a year and the 25 bn beyond the scale.
    assert_eq!(spines.len(), 26);
    let told = spines
        .iter()
        .find(|point| point.head.contains("$4.2\u{a0}bn target for FY2025"))
        .unwrap();
    assert!(told.text.starts_with("missed; outturn 3,810"), "{}", told.text);
    assert_eq!(told.history.as_ref().unwrap().claim.as_deref(), Some("T22"));
    assert!(chart.svg.contains("Off the scale: $25\u{a0}bn for FY2030."));
    assert_eq!(chart.table.rows.len(), 36);
    let outturns = chart.points.iter().filter(|point| point.lane == 0);
    assert!(outturns.clone().count() >= 10);
    assert!(
        outturns
            .into_iter()
            .all(|point| point.history.as_ref().is_some_and(|history| history.claim.is_none()))
    );
}

fn fresh() -> SetClaim {
    SetClaim {
        series: "ict_total".into(),
        kind: "target".into(),
        fiscal_year: "FY2026-27".into(),
        amount: "6.1 bn".into(),
        said: "March 2026".into(),
        maker: "Ministry of IT".into(),
        source: "Press release".into(),
        official: true,
        standing: 3,
        ..SetClaim::default()
    }
}

#[test]
fn a_claim_is_entered_amended_and_taken_back() {
    let desk = Desk::with_sample();
    let changed = desk.app.claim_set(&fresh()).unwrap();
    assert_eq!(changed.label, "Target or projection FY2027, $6.1\u{a0}bn target");
    let entered = detail(&desk, "T40");
    assert_eq!(
        (entered.claim.amount.as_str(), entered.claim.outcome.as_str()),
        ("6,100", "open")
    );
    assert_eq!(entered.entry.said, "about March 2026");
    // What the inspector offers for entry says the same claim again, which is no change.
    for id in ["T40", "T14", "T29"] {
        desk.app.claim_set(&detail(&desk, id).entry).unwrap();
    }
    assert_eq!(desk.app.log().unwrap().entries.len(), 1);
    let more = SetClaim {
        amount: "6.1 to 6.5 bn".into(),
        ..entered.entry
    };
    desk.app.claim_set(&more).unwrap();
    assert_eq!(detail(&desk, "T40").claim.amount, "6,100 to 6,500");
    // That it was stated as about that stays, once.
    for amount in ["~$6.2 bn", "~$6.2 bn", "6.2bn USD"] {
        let entry = SetClaim {
            amount: amount.into(),
            ..detail(&desk, "T40").entry
        };
        desk.app.claim_set(&entry).unwrap();
        let now = detail(&desk, "T40");
        assert_eq!(
            (now.claim.amount.as_str(), now.entry.note.as_str()),
            ("6,200", "Stated as “~$6.2 bn”.")
        );
    }
    desk.app.undo().unwrap();
    desk.app.undo().unwrap();
    desk.app.undo().unwrap();
    let gone = ClaimRequest {
        id: "T40".into(),
        as_of: None,
    };
    assert_eq!(desk.app.claim_detail(&gone).unwrap_err().code, Code::Word);
}

/// A day that can be read in two ways is refused with both, wherever a day stands.
#[test]
fn a_day_that_can_be_two_is_not_guessed() {
    let desk = Desk::with_sample();
    for (said, by) in [
        ("03/04/2025", ""),
        ("about 03/04/2025", ""),
        ("in spring", "03/04/2025"),
    ] {
        let claim = SetClaim {
            said: said.into(),
            said_by: by.into(),
            ..fresh()
        };
        let error = desk.app.in_words(&desk.app.claim_set(&claim).unwrap_err());
        assert_eq!(error.code, Code::Date, "{said}");
        assert_eq!(error.message, "03/04/2025 can be 2025-04-03 or 2025-03-04.", "{said}");
        assert!(error.hint.is_some(), "{said}");
    }
}

#[test]
fn what_cannot_be_right_is_refused_with_a_code() {
    let desk = Desk::with_sample();
    let code = |change: fn(&mut SetClaim)| {
        let mut claim = fresh();
        change(&mut claim);
        desk.app.claim_set(&claim).unwrap_err().code
    };
    assert_eq!(code(|it| it.amount = "billions".into()), Code::Number);
    assert_eq!(code(|it| it.amount = "over $6 bn".into()), Code::Number);
    assert_eq!(code(|it| it.fiscal_year = "2026-07".into()), Code::Period);
    assert_eq!(code(|it| it.said = "2026-04-03".into()), Code::Date);
    assert_eq!(code(|it| it.said = "the other day".into()), Code::Date);
    assert_eq!(code(|it| it.maker = " ".into()), Code::Word);
    assert_eq!(code(|it| it.source = String::new()), Code::Word);
    assert_eq!(code(|it| it.kind = "wish".into()), Code::Word);
    assert_eq!(code(|it| it.id = Some("T99".into())), Code::Word);
    assert_eq!(code(|it| it.series = "nothing".into()), Code::UnknownSeries);
    assert!(desk.app.log().unwrap().entries.is_empty());
}

#[test]
fn links_are_made_and_circles_refused() {
    let desk = Desk::with_sample();
    let link = |from: &str, to: &str, kind: &str| SetLineage {
        from: from.into(),
        to: to.into(),
        kind: kind.into(),
    };
    desk.app.lineage_set(&link("T34", "T30", "replaces")).unwrap();
    assert!(told(&desk, TODAY, "T30").starts_with("replaced"));
    assert!(told(&desk, "2025-08-19", "T30").starts_with("open"));
    desk.app.lineage_remove(&link("T34", "T30", "replaces")).unwrap();
    assert!(told(&desk, TODAY, "T30").starts_with("open"));
    let code = |from: &str, to: &str| desk.app.lineage_set(&link(from, to, "narrows")).unwrap_err().code;
    assert_eq!(code("T30", "T34"), Code::Word, "the later one was said first");
    assert_eq!(code("T30", "T30"), Code::Word);
    // T23 narrows T25, both of 22 November 2024.
    assert_eq!(code("T25", "T23"), Code::Refused);
    assert_eq!(
        desk.app.lineage_remove(&link("T34", "T30", "")).unwrap_err().code,
        Code::Refused
    );
}

#[test]
fn a_claim_goes_with_its_links_and_comes_back_with_them() {
    let desk = Desk::with_sample();
    desk.app.claim_remove(&RemoveClaim { id: "T02".into() }).unwrap();
    assert_eq!(told(&desk, TODAY, "T02"), "");
    let first = view(&desk, TODAY)
        .claims
        .into_iter()
        .find(|claim| claim.id == "T10")
        .unwrap();
    assert_eq!(first.tied_to.as_deref(), Some("T04"));
    desk.app.undo().unwrap();
    let first = view(&desk, TODAY)
        .claims
        .into_iter()
        .find(|claim| claim.id == "T10")
        .unwrap();
    assert_eq!(first.tied_to.as_deref(), Some("T02"));
}

#[test]
fn the_list_is_chosen_from_and_an_empty_register_says_so() {
    let desk = Desk::with_sample();
    let ids = |request: ClaimsListRequest| -> Vec<String> {
        let list = desk.app.claims_list(&request).unwrap();
        list.claims.iter().map(|claim| claim.id.to_string()).collect()
    };
    let as_of = || Some(TODAY.to_owned());
    let planning = ClaimsListRequest {
        as_of: as_of(),
        maker: Some("PLANNING".into()),
        ..ClaimsListRequest::default()
    };
    assert_eq!(ids(planning), ["T38", "T26"]);
    let due = ClaimsListRequest {
        as_of: as_of(),
        due: true,
        ..ClaimsListRequest::default()
    };
    assert!(ids(due).iter().all(|id| id != "T01" && id != "T30"));
    let none = ClaimsRequest {
        series: "call_centres".into(),
        as_of: None,
    };
    let none = desk.app.claims(&none).unwrap();
    assert!(none.claims.is_empty() && none.empty.is_some() && none.record.value.is_empty());
}
