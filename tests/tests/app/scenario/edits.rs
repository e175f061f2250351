//! Entering scenarios, and what is refused.

use super::*;

#[test]
fn every_edit_is_one_change_and_can_be_taken_back() {
    let desk = Desk::with_sample();
    let before = desk.app.scenarios().unwrap();
    assert_eq!(ids(&before.scenarios), ["week_offline", "budget_late", "all_well"]);
    let mut assumptions = draft(&[outage("mobile", "2026-05-01", "2.5")]);
    assumptions.budget = vec![budget()];
    assumptions.initiatives = vec![initiative()];
    assumptions.factors.insert("made_up".into(), three("0.9", "0.8", "0.7"));
    let mut set = ScenarioSet {
        id: "mine".into(),
        title: "Mine".into(),
        note: "Why".into(),
        assumptions,
    };
    desk.app.scenario_set(&set).unwrap();
    let entered = desk.app.scenarios().unwrap();
    assert_eq!(ids(&entered.scenarios).last(), Some(&"mine"));
    assert_eq!(entered.scenarios[3].assumptions, set.assumptions);
    // Amended, it keeps its place.
    set.id = "week_offline".into();
    desk.app.scenario_set(&set).unwrap();
    let amended = desk.app.scenarios().unwrap();
    assert_eq!(
        (amended.scenarios[0].title.as_str(), amended.scenarios.len()),
        ("Mine", 4)
    );
    desk.app.scenario_remove("mine").unwrap();
    assert_eq!(desk.app.scenarios().unwrap().scenarios.len(), 3);
    for expected in [&amended, &entered, &before] {
        desk.app.undo().unwrap();
        assert_eq!(desk.app.scenarios().unwrap(), *expected);
    }
    assert_eq!(desk.app.undo().unwrap_err().code, Code::NothingToUndo);
    for expected in [&entered, &amended] {
        desk.app.redo().unwrap();
        assert_eq!(desk.app.scenarios().unwrap(), *expected);
    }
    for refused in [
        desk.app.scenario_remove("nobody"),
        desk.app.scenario_duplicate("nobody"),
    ] {
        assert_eq!(refused.unwrap_err().code, Code::Refused);
    }
}

#[test]
fn a_copy_stands_behind_the_others_and_assumes_the_same() {
    let desk = Desk::with_sample();
    let before = desk.app.scenarios().unwrap();
    let labels = [1, 2].map(|_| desk.app.scenario_duplicate("week_offline").unwrap().label);
    assert!(labels[1].contains(&before.scenarios[0].title), "{labels:?}");
    let copied = desk.app.scenarios().unwrap().scenarios;
    assert_eq!(ids(&copied)[3..], ["week_offline_2", "week_offline_3"]);
    for copy in &copied[3..] {
        assert_eq!(copy.assumptions, copied[0].assumptions);
        assert_ne!(copy.title, copied[0].title);
    }
    assert_ne!(copied[3].title, copied[4].title);
    let medians = ["week_offline", "week_offline_2"].map(|id| report(&desk, &saved(id)).year.median);
    assert_eq!(medians[0].to_bits(), medians[1].to_bits());
    for _ in 0..2 {
        desk.app.undo().unwrap();
    }
    assert_eq!(desk.app.scenarios().unwrap(), before);
}

#[test]
fn what_cannot_be_computed_is_refused_in_words() {
    let desk = Desk::with_sample();
    let with = |change: fn(&mut AssumptionsText)| {
        let mut assumptions = draft(&[outage("national", "2026-04-06", "7")]);
        assumptions.budget = vec![budget()];
        assumptions.initiatives = vec![initiative()];
        change(&mut assumptions);
        assumptions
    };
    let cases: Vec<(&str, AssumptionsText)> = vec![
        ("kind", with(|it| it.outages[0].kind = "flood".into())),
        ("start", with(|it| it.outages[0].start = "soon".into())),
        ("days", with(|it| it.outages[0].days = fixed("a week"))),
        ("too long", with(|it| it.outages[0].days = fixed("2000"))),
        ("negative", with(|it| it.outages[0].days = fixed("-1"))),
        ("order", with(|it| it.outages[0].days = three("5", "3", "9"))),
        ("title", with(|it| it.outages[0].title = "  ".into())),
        ("share", with(|it| it.outages[0].region_share = Some(fixed("25")))),
        ("amount", with(|it| it.budget[0].amount = "-3".into())),
        ("released", with(|it| it.budget[0].released = fixed("1.1"))),
        ("from", with(|it| it.budget[0].from = "2026-13".into())),
        ("chance", with(|it| it.initiatives[0].chance = fixed("2"))),
        ("uplift", with(|it| it.initiatives[0].uplift = fixed(""))),
        ("factor", with(|it| drop(it.factors.insert("luck".into(), fixed("1"))))),
        (
            "part",
            with(|it| drop(it.factors.insert("outage.1.days".into(), fixed("1")))),
        ),
        (
            "range",
            with(|it| drop(it.factors.insert("made_up".into(), fixed("1.5")))),
        ),
        ("many", with(|it| it.outages = vec![it.outages[0].clone(); 101])),
    ];
    for (what, assumptions) in cases {
        let set = ScenarioSet {
            id: "mine".into(),
            title: "Mine".into(),
            note: String::new(),
            assumptions: assumptions.clone(),
        };
        let errors = [
            desk.app.scenario_run(&of(assumptions.clone())).map(drop).unwrap_err(),
            desk.app.scenario_detail(&of(assumptions)).map(drop).unwrap_err(),
            desk.app.scenario_set(&set).map(drop).unwrap_err(),
        ];
        for error in errors {
            let error = desk.app.in_words(&error);
            assert!(
                matches!(error.code, Code::Word | Code::Number | Code::Date | Code::Period),
                "{what}: {error:?}"
            );
            assert!(
                !error.message.contains("error-") && !error.message.contains('{'),
                "{what}: {error:?}"
            );
        }
    }
    assert_eq!(desk.app.scenarios().unwrap().scenarios.len(), 3);
}

#[test]
fn a_scenario_or_a_run_without_its_names_is_refused_in_words() {
    let desk = Desk::with_sample();
    for (id, title) in [("", "Mine"), ("Mine!", "Mine"), ("mine", "  ")] {
        let set = ScenarioSet {
            id: id.into(),
            title: title.into(),
            note: String::new(),
            assumptions: AssumptionsText::default(),
        };
        assert!(desk.app.scenario_set(&set).is_err(), "{id:?} {title:?}");
    }
    for run in [
        changed("outage.1.days", fixed("3"), saved("")),
        changed("outage.1.days", fixed("x"), saved("week_offline")),
        saved("nobody"),
        ScenarioRun {
            claim: Some("nobody".into()),
            ..saved("")
        },
        ScenarioRun {
            fiscal_year: Some("FY2010".into()),
            ..saved("")
        },
        as_of("yesterday", saved("")),
    ] {
        let error = desk.app.in_words(&desk.app.scenario_run(&run).unwrap_err());
        assert!(!error.message.contains("error-"), "{error:?}");
    }
    assert_eq!(desk.app.scenarios().unwrap().scenarios.len(), 3);
}

#[test]
fn a_year_with_a_gap_and_a_short_series_say_why_not() {
    let desk = Desk::sample_at("2026-05-04T14:02:00+05:00[+05:00]");
    desk.enter_april_before_march();
    let error = desk
        .app
        .in_words(&desk.app.scenario_run(&saved("week_offline")).unwrap_err());
    assert_eq!(error.code, Code::Forecast);
    assert!(error.message.contains("Mar"), "{error:?}");

    let desk = Desk::empty();
    desk.app
        .workspace_new(&NewWorkspace {
            path: desk.path("new.hadaf"),
            name: "New".into(),
            currency: "USD".into(),
            fiscal_year_start_month: 7,
            series_title: "Exports".into(),
            origin: None,
            year_names: None,
        })
        .unwrap();
    assert!(desk.app.scenarios().unwrap().empty.is_some());
    let run = ScenarioRun {
        series: "total".into(),
        ..ScenarioRun::default()
    };
    for error in [
        desk.app.scenario_run(&run).unwrap_err(),
        desk.app.scenario_detail(&run).unwrap_err(),
    ] {
        assert_eq!(error.code, Code::Forecast);
    }
}
