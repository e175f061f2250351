//! What takes longer: break-even, tables, pictures, published costs beside the result.

use hadaf_app::BreakEvenOutcome;

use super::*;

/// Costs of another concept stand beside the result and are never taken from it.
#[test]
fn a_published_cost_changes_no_result() {
    let desk = Desk::with_sample();
    let before = report(&desk, &saved("week_offline"));
    for concept in ["gdp", "receipts"] {
        let values = [
            ("amount", "1,000"),
            ("unit", "USD million"),
            ("concept", concept),
            ("maker", "Somebody"),
        ];
        desk.register(RegisterKind::Costs, &values);
    }
    let after = report(&desk, &saved("week_offline"));
    assert_eq!(
        serde_json::to_value(&after).unwrap(),
        serde_json::to_value(&before).unwrap()
    );
    assert!(!desk.app.scenario_run(&saved("week_offline")).unwrap().costs.is_empty());
}

/// The break-even of the days lies where the chance passes one half: on its two sides the chance does too.
#[test]
fn a_break_even_is_where_the_chance_passes_one_half() {
    let desk = Desk::with_sample();
    let told = report(&desk, &saved("week_offline"));
    // What breaks even is the low end: of a projected range (T36) the chance is another, as its high end decides too.
    for claim in told.claims.iter().filter(|claim| claim.id.as_str() != "T36") {
        let run = ScenarioRun {
            claim: Some(claim.id.to_string()),
            ..saved("week_offline")
        };
        let told = report(&desk, &run);
        assert_eq!(told.claim.as_ref(), Some(&claim.id));
        let chance = |days: f64| {
            let days = fixed(&format!("{days:.4}"));
            let told = report(&desk, &changed("outage.1.days", days, run.clone()));
            told.claims
                .iter()
                .find(|it| it.id == claim.id)
                .unwrap()
                .probability
                .value()
        };
        let found = told
            .break_even
            .iter()
            .find(|it| it.factor.to_string() == "outage.1.days")
            .unwrap();
        match (found.outcome, found.value) {
            (BreakEvenOutcome::At, Some(days)) => {
                assert!((0.0..=1_000.0).contains(&days), "{days}");
                assert!(chance((days - 0.5).max(0.0)) >= 0.49, "{}", claim.id);
                assert!(chance(days + 0.5) <= 0.51, "{}", claim.id);
            }
            (BreakEvenOutcome::LostWithout, None) => assert!(chance(0.0) < 0.5, "{}", claim.id),
            (BreakEvenOutcome::SafeWithAll, None) => assert!(chance(30.0) >= 0.5, "{}", claim.id),
            other => panic!("{other:?}"),
        }
    }
    // 5.2 billion needs 556 a month from March to June; the best month ever is 437.
    let lost = ScenarioRun {
        claim: Some("T30".into()),
        ..saved("week_offline")
    };
    let days = report(&desk, &lost).break_even;
    assert!(
        days.iter()
            .any(|it| it.factor.to_string() == "outage.1.days" && it.outcome == BreakEvenOutcome::LostWithout)
    );
}

/// What is asked for once the slider rests: every table whole, every picture drawn.
#[test]
fn the_detail_is_whole() {
    let desk = Desk::with_sample();
    let mut everything = draft(&[
        outage("national", "2026-04-06", "7"),
        outage("mobile", "2026-05-09", "3"),
    ]);
    everything.outages[0].days = three("5", "7", "10");
    everything.budget = vec![budget()];
    everything.initiatives = vec![initiative()];
    for run in [
        saved("week_offline"),
        saved("budget_late"),
        saved("all_well"),
        of(everything),
    ] {
        let run = ScenarioRun {
            chart: Some(ScenarioChart {
                width: 712.0,
                height: 420.0,
                theme: hadaf_app::wire::ChartTheme::Light,
            }),
            ..run
        };
        let detail = desk.app.scenario_detail(&run).unwrap();
        for table in [&detail.tornado, &detail.two_way, &detail.side_by_side] {
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{row:?}");
            }
        }
        // Baseline, this one and its ends, the saved ones.
        assert!(detail.side_by_side.rows.len() >= 4, "{:?}", detail.side_by_side);
        let charts = [&detail.tornado_chart, &detail.scenarios_chart];
        for chart in charts.into_iter().flatten() {
            assert!(chart.svg.starts_with("<svg") && !chart.alt.is_empty() && !chart.title.is_empty());
        }
        assert!(detail.scenarios_chart.is_some());
        let view = desk.app.scenario_run(&run).unwrap();
        assert!(view.chart.unwrap().svg.contains("<svg"));
    }
}
