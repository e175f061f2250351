//! Conditions that were found not to hold: what a miss is excused by, and how far.

use hadaf_app::Code;
use hadaf_app::wire::{JudgeCondition, RegisterKind, RegisterRequest, RemoveFinding, SetClaim};

use crate::Desk;
use crate::claims::{TODAY, detail, told, view};

/// Enters an outage of all lines, and gives its number.
fn national_outage(desk: &Desk, start: &str, end: &str) -> String {
    let values = [
        ("start", start),
        ("end", end),
        ("scope", "All lines"),
        ("kind", "shutdown"),
        ("outage", "national"),
        ("published", end),
    ];
    desk.register(RegisterKind::Disruptions, &values);
    let request = RegisterRequest {
        register: RegisterKind::Disruptions,
        series: "ict_total".into(),
        as_of: None,
    };
    let entered = desk.app.register(&request).unwrap();
    let found = entered.rows.iter().find(|row| row.values["scope"] == "All lines");
    found.unwrap().id.clone()
}

/// Money that was not released is no outage: it is worth what was entered that it cost in receipts, and a cost of another
/// concept is none.
#[test]
fn a_broken_condition_is_worth_what_was_entered_of_it() {
    let desk = Desk::with_sample();
    let unpaid = [
        ("start", "2024-07-01"),
        ("end", "2025-06-30"),
        ("scope", "Money for training"),
        ("kind", "budget not released"),
        ("published", "2025-07-31"),
    ];
    desk.register(RegisterKind::Disruptions, &unpaid);
    let request = RegisterRequest {
        register: RegisterKind::Disruptions,
        series: "ict_total".into(),
        as_of: None,
    };
    let entered = desk.app.register(&request).unwrap().rows;
    let disruption = entered.iter().find(|row| row.values["scope"] == "Money for training");
    let disruption = disruption.unwrap().id.clone();
    desk.app
        .claim_set(&SetClaim {
            conditions: "If the budget is enough.".into(),
            ..detail(&desk, "T22").entry
        })
        .unwrap();
    desk.app
        .condition_judge(&JudgeCondition {
            id: None,
            claim: "T22".into(),
            condition: "a budget that is enough".into(),
            met: false,
            evidence: "A third was released".into(),
            source: "Annual report".into(),
            judged: "2025-09-01".into(),
            disruption: disruption.clone(),
        })
        .unwrap();
    let outcome = || detail(&desk, "T22").claim.outcome_words;
    let cost = |concept: &str, amount: &str| {
        let values = [
            ("disruption", disruption.as_str()),
            ("amount", amount),
            ("unit", "USD million"),
            ("concept", concept),
            ("maker", "Ministry of IT"),
            ("published", "2025-08-01"),
        ];
        desk.register(RegisterKind::Costs, &values);
    };
    assert_eq!(outcome(), "missed (a condition did not hold, its worth is not known)");
    cost("industry", "900");
    assert_eq!(outcome(), "missed (a condition did not hold, its worth is not known)");
    cost("receipts", "120");
    assert_eq!(outcome(), "missed (a condition did not hold, worth at most 120 of 390)");
    // The largest of what several say decides.
    cost("receipts", "400");
    assert_eq!(outcome(), "condition not met");
    assert!(told(&desk, TODAY, "T22").starts_with("condition_not_met"));
}

#[test]
fn a_condition_excuses_a_miss_as_far_as_it_cost_and_only_with_evidence() {
    let desk = Desk::with_sample();
    let judge = |claim: &str| JudgeCondition {
        id: None,
        claim: claim.into(),
        condition: "freelancers in the banking system".into(),
        met: false,
        evidence: "No rule was changed by June 2025".into(),
        source: "Annual report".into(),
        judged: "2025-09-01".into(),
        disruption: String::new(),
    };
    desk.app
        .claim_set(&SetClaim {
            conditions: "If freelancers get accounts.".into(),
            ..detail(&desk, "T22").entry
        })
        .unwrap();
    let before = view(&desk, TODAY).record.of;
    desk.app.condition_judge(&judge("T22")).unwrap();
    // Without a price it excuses nothing, and is told.
    assert!(told(&desk, TODAY, "T22").starts_with("missed"));
    let words = |desk: &Desk| detail(desk, "T22").claim.outcome_words;
    assert_eq!(
        words(&desk),
        "missed (a condition did not hold, its worth is not known)"
    );
    // An outage of a region in the same year costs less than the 390 that were missing, one of all lines more.
    let priced = |disruption: &str| {
        let found = detail(&desk, "T22").findings[0].clone();
        let disruption = disruption.into();
        desk.app
            .condition_judge(&JudgeCondition {
                disruption,
                ..found.entry
            })
            .unwrap();
    };
    priced("14");
    assert!(
        words(&desk).starts_with("missed (a condition did not hold, worth at most "),
        "{}",
        words(&desk)
    );
    assert!(words(&desk).ends_with(" of 390)"), "{}", words(&desk));
    priced(&national_outage(&desk, "2024-09-01", "2025-02-28"));
    assert!(told(&desk, TODAY, "T22").starts_with("condition_not_met"));
    assert!(told(&desk, "2025-08-31", "T22").starts_with("missed"));
    assert_eq!(view(&desk, TODAY).record.of, before - 1);
    let found = detail(&desk, "T22").findings[0].clone();
    let held = JudgeCondition {
        met: true,
        ..found.entry
    };
    desk.app.condition_judge(&held).unwrap();
    assert!(told(&desk, TODAY, "T22").starts_with("missed"));
    desk.app.condition_remove(&RemoveFinding { id: found.id }).unwrap();
    assert!(detail(&desk, "T22").findings.is_empty());
    let code = |judge: JudgeCondition| desk.app.condition_judge(&judge).unwrap_err().code;
    assert_eq!(code(judge("T34")), Code::Word, "it states no condition");
    assert_eq!(
        code(JudgeCondition {
            evidence: String::new(),
            ..judge("T22")
        }),
        Code::Word
    );
    assert_eq!(
        code(JudgeCondition {
            judged: "2026-04-03".into(),
            ..judge("T22")
        }),
        Code::Date
    );
    let too_early = JudgeCondition {
        judged: "2024-12-01".into(),
        ..judge("T22")
    };
    assert_eq!(code(too_early), Code::Date);
}
