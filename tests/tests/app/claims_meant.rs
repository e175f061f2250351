//! Targets that may not have been meant, and those that may say another one again: asked about once, refused never.

use hadaf_app::wire::{ClaimLink, ClaimMeant, SetClaim};

use crate::Desk;
use crate::claims::detail;

fn target(amount: &str) -> SetClaim {
    SetClaim {
        series: "ict_total".into(),
        kind: "target".into(),
        fiscal_year: "FY2027".into(),
        amount: amount.into(),
        said: "2026-03-01".into(),
        maker: "Senate".into(),
        source: "Speech".into(),
        official: true,
        standing: 3,
        ..SetClaim::default()
    }
}

/// What is doubted, and what may have been meant instead.
fn doubted(meant: &ClaimMeant) -> Vec<(&str, Option<&str>)> {
    let doubts = meant.doubts.iter();
    doubts
        .map(|doubt| (doubt.kind.as_str(), doubt.instead.as_ref().map(|it| it.value.as_str())))
        .collect()
}

/// The findings about targets that are open, and how many were accepted.
fn found(desk: &Desk) -> (Vec<String>, usize) {
    let report = desk.app.check().unwrap();
    let is_claim = |kind: &str| kind.starts_with("claim_");
    let open = report.findings.iter().map(|it| (it.kind.to_string(), &it.message));
    let open = open.filter(|(kind, _)| is_claim(kind));
    let accepted = report
        .accepted
        .iter()
        .filter(|it| is_claim(&it.finding.kind.to_string()));
    (
        open.map(|(kind, message)| format!("{kind} {message}")).collect(),
        accepted.count(),
    )
}

/// FY2025 brought some 3,800 million dollars.
#[test]
fn an_amount_in_another_unit_is_doubted() {
    let desk = Desk::with_sample();
    let five = Some("USD 5200 million");
    for (amount, expected) in [
        ("5.2", &[("power_of_ten", five)][..]),
        ("5,200,000", &[("power_of_ten", five)]),
        ("$5.2 m", &[("power_of_ten", five)]),
        ("520 to 530", &[("power_of_ten", Some("USD 5200 to 5300 million"))]),
        ("5.2 bn", &[]),
        ("$5.2 bn", &[]),
        ("5,200", &[]),
        ("about 15 bn", &[]),
        // In rupees nothing is known.
        ("PKR 5.2 m", &[]),
    ] {
        let meant = desk.app.claim_meant(&target(amount)).unwrap();
        assert_eq!(doubted(&meant), expected, "{amount}");
        let entered = desk.app.claim_enter(&target(amount), false).unwrap();
        assert_eq!(doubted(&entered.meant), expected, "{amount}");
        desk.app.undo().unwrap();
    }
    let meant = desk.app.claim_meant(&target("5.2")).unwrap();
    let told = meant.doubts[0].message.replace('\u{a0}', " ");
    assert!(
        told.starts_with("5.2 is about a thousandth of what a year of this series comes to (about 3,8")
            && told.ends_with("Perhaps it is in US$ billion, and this series in US$ million."),
        "{told}"
    );
}

/// What ministers said of the sample's series, and of India's, was meant.
#[test]
fn what_stands_in_the_samples_is_not_doubted() {
    for desk in [Desk::with_sample(), Desk::with_india()] {
        assert_eq!(found(&desk), (vec![], 0));
    }
}

#[test]
fn what_is_doubted_is_found_by_the_check_until_somebody_means_it() {
    let desk = Desk::with_sample();
    let entered = desk.app.claim_enter(&target("5.2"), false).unwrap();
    let id = entered.changed.made.unwrap();
    let (open, accepted) = found(&desk);
    assert_eq!((open.len(), accepted), (1, 0));
    let head = format!("claim_power_of_ten Target or projection {id}: 5.2 is about a thousandth");
    assert!(open[0].starts_with(&head), "{open:?}");
    // What is entered again as it stands is not asked about again.
    let again = detail(&desk, &id).entry;
    assert!(doubted(&desk.app.claim_meant(&again).unwrap()).is_empty());
    desk.app.undo().unwrap();
    assert_eq!(found(&desk), (vec![], 0));
    // The window has asked; one change takes both back.
    desk.app.claim_set(&target("5.2")).unwrap();
    assert_eq!(found(&desk), (vec![], 1));
    desk.app.undo().unwrap();
    assert_eq!(found(&desk), (vec![], 0));
}

/// T30: $5.2 bn for FY2026, which the Ministry of IT told the Senate committee before July 2025.
#[test]
fn a_target_is_held_beside_what_the_same_one_stated() {
    let desk = Desk::with_sample();
    let again = |amount: &str| SetClaim {
        fiscal_year: "FY2026".into(),
        maker: "Ministry of IT, to the Senate committee".into(),
        ..target(amount)
    };
    let compared = |request: &SetClaim| -> Vec<(String, String, String)> {
        let meant = desk.app.claim_meant(request).unwrap().compared.into_iter();
        meant.map(|one| (one.id, one.kind, one.choice)).collect()
    };
    let told = |kind: &str, choice: &str| [("T30".to_owned(), kind.to_owned(), choice.to_owned())];
    assert_eq!(compared(&again("$5.2 bn")), told("restates", "It restates T30"));
    assert_eq!(compared(&again("5,200.0")), told("restates", "It restates T30"));
    assert_eq!(compared(&again("4.8 bn")), told("replaces", "It replaces T30"));
    let before = SetClaim {
        said: "2025-01-10".into(),
        ..again("5.2 bn")
    };
    assert_eq!(compared(&before), told("restates", "T30 restates it"));
    for other in [
        SetClaim {
            maker: "Senate".into(),
            ..again("5.2 bn")
        },
        SetClaim {
            fiscal_year: "FY2027".into(),
            ..again("5.2 bn")
        },
        SetClaim {
            kind: "projection".into(),
            ..again("5.2 bn")
        },
    ] {
        assert!(compared(&other).is_empty(), "{other:?}");
    }
    let meant = desk.app.claim_meant(&again("5.2 bn")).unwrap();
    assert!(meant.compared[0].text.starts_with("T30 states the same: "), "{meant:?}");
}

#[test]
fn a_target_is_entered_with_what_it_hangs_on() {
    let desk = Desk::with_sample();
    let linked = |said: &str, to: &str, kind: &str| SetClaim {
        fiscal_year: "FY2026".into(),
        maker: "Ministry of IT, to the Senate committee".into(),
        said: said.into(),
        link: Some(ClaimLink {
            to: to.into(),
            kind: kind.into(),
        }),
        ..target("5.2 bn")
    };
    let entered = desk
        .app
        .claim_enter(&linked("2026-03-01", "T30", "restates"), false)
        .unwrap();
    assert!(entered.meant.compared.is_empty(), "the question was answered");
    let id = entered.changed.made.unwrap();
    let links = |id: &str| -> Vec<(String, String, String)> {
        let links = detail(&desk, id).lineage.into_iter().map(|it| it.link);
        links.map(|link| (link.from, link.kind, link.to)).collect()
    };
    assert_eq!(links(&id), [(id.clone(), "restates".into(), "T30".into())]);
    desk.app.undo().unwrap();
    assert!(links("T30").iter().all(|(from, ..)| *from != id), "one change");
    // The later of both restates the earlier one.
    let earlier = desk
        .app
        .claim_set(&linked("2025-01-10", "T30", "restates"))
        .unwrap()
        .made
        .unwrap();
    assert_eq!(links(&earlier), [("T30".into(), "restates".into(), earlier.clone())]);
    desk.app.undo().unwrap();
    for (to, kind) in [("T99", "restates"), ("T30", "resembles")] {
        assert!(
            desk.app.claim_set(&linked("2026-03-01", to, kind)).is_err(),
            "{to} {kind}"
        );
    }
    let log = desk.app.log().unwrap().entries;
    assert!(log.iter().all(|entry| entry.undone), "{log:?}");
}
