//! Scenarios on the sample, against numbers worked out by hand and against the forecast that they are laid over.

mod detail;
mod edits;

use hadaf_app::wire::{
    AssumptionsText, BudgetText, FactorChange, FormulaLine, InitiativeText, NewWorkspace, OutageText, RegisterKind,
    ScenarioChart, ScenarioItem, ScenarioRun, ScenarioSet, ScenarioView, SetObservation, SettingText,
};
use hadaf_app::{Code, ForecastRequest, ScenarioReport};

use crate::Desk;

/// The kinds of outage that a draft may name.
const KINDS: [&str; 6] = ["national", "mobile", "throttled", "cable", "ban", "region"];

fn three(low: &str, central: &str, high: &str) -> SettingText {
    let [low, central, high] = [low, central, high].map(str::to_owned);
    SettingText { low, central, high }
}

fn fixed(value: &str) -> SettingText {
    three(value, value, value)
}

fn outage(kind: &str, start: &str, days: &str) -> OutageText {
    OutageText {
        title: format!("{kind} from {start}"),
        kind: kind.to_owned(),
        start: start.to_owned(),
        days: fixed(days),
        region_share: None,
    }
}

/// Half of 58 million dollars comes, and a measure that adds a fiftieth.
fn budget() -> BudgetText {
    BudgetText {
        title: "Half of the PSDP".into(),
        line: None,
        amount: "58".into(),
        released: fixed("0.5"),
        from: "2026-03".into(),
    }
}

fn initiative() -> InitiativeText {
    InitiativeText {
        title: "A park".into(),
        initiative: None,
        start: "2026-04".into(),
        uplift: fixed("0.02"),
        ramp_months: fixed("3"),
        slip_months: fixed("0"),
        chance: fixed("0.5"),
    }
}

fn draft(outages: &[OutageText]) -> AssumptionsText {
    AssumptionsText {
        outages: outages.to_vec(),
        ..AssumptionsText::default()
    }
}

fn of(assumptions: AssumptionsText) -> ScenarioRun {
    ScenarioRun {
        series: "ict_total".into(),
        assumptions: Some(assumptions),
        ..ScenarioRun::default()
    }
}

fn saved(id: &str) -> ScenarioRun {
    ScenarioRun {
        series: "ict_total".into(),
        scenario: Some(id.into()),
        ..ScenarioRun::default()
    }
}

fn as_of(day: &str, run: ScenarioRun) -> ScenarioRun {
    ScenarioRun {
        as_of: Some(day.into()),
        ..run
    }
}

fn changed(factor: &str, setting: SettingText, run: ScenarioRun) -> ScenarioRun {
    ScenarioRun {
        changes: vec![FactorChange {
            factor: factor.into(),
            setting,
        }],
        ..run
    }
}

fn report(desk: &Desk, run: &ScenarioRun) -> ScenarioReport {
    desk.app.scenario_report(run).unwrap()
}

/// What the scenario takes from the median of the year, in the series' unit; above zero it costs.
fn cost(report: &ScenarioReport) -> f64 {
    report.baseline.median - report.year.median
}

fn ids(items: &[ScenarioItem]) -> Vec<&str> {
    items.iter().map(|item| item.id.as_str()).collect()
}

/// The scenario that assumes nothing is the forecast, in every number that is told of it.
fn is_the_forecast(desk: &Desk, run: &ScenarioRun, what: &str) {
    let view = desk.app.scenario_run(run).unwrap();
    assert_eq!(view.year, view.baseline, "{what}");
    for claim in &view.claims {
        assert_eq!(claim.chance, claim.baseline, "{what}: {}", claim.id);
    }
    let told = report(desk, run);
    let forecast = desk
        .app
        .forecast(&ForecastRequest {
            series: Some(run.series.clone()),
            as_of: run.as_of.clone(),
            ..ForecastRequest::default()
        })
        .unwrap();
    let year = forecast
        .fiscal_years
        .iter()
        .find(|year| year.fiscal_year == told.fiscal_year)
        .unwrap();
    for told in [&told.baseline, &told.year] {
        assert_eq!(
            [told.median, told.lo80, told.hi80, told.lo95, told.hi95],
            [
                year.range.median,
                year.range.lo80,
                year.range.hi80,
                year.range.lo95,
                year.range.hi95
            ],
            "{what}"
        );
    }
    assert!(!told.claims.is_empty(), "{what}");
    for claim in &told.claims {
        assert_eq!(
            claim.probability.value().to_bits(),
            claim.baseline_probability.value().to_bits(),
            "{what}: {}",
            claim.id
        );
        let same = forecast.claims.iter().find(|other| other.id == claim.id).unwrap();
        assert!(
            (claim.probability.value() - same.probability.value()).abs() < 1e-4,
            "{what}: {}",
            claim.id
        );
    }
    assert_eq!((forecast.paths, forecast.seed), (told.paths, told.seed), "{what}");
}

#[test]
fn the_scenario_without_assumptions_is_the_forecast_to_the_last_digit() {
    let desk = Desk::with_sample();
    is_the_forecast(&desk, &saved(""), "no scenario");
    is_the_forecast(&desk, &of(AssumptionsText::default()), "an empty draft");
    is_the_forecast(&desk, &as_of("2025-01-01", saved("")), "an earlier day");
    // A draft stands before a saved scenario.
    let both = ScenarioRun {
        assumptions: Some(AssumptionsText::default()),
        ..saved("week_offline")
    };
    is_the_forecast(&desk, &both, "a draft over a saved one");
    // No coefficient does anything by itself, but growth and the exchange rate with its elasticity.
    let moves = ["growth_shift", "exchange_rate"];
    let coefficients = desk.app.scenario_run(&of(AssumptionsText::default())).unwrap().factors;
    for factor in coefficients.iter().filter(|one| !moves.contains(&one.id.as_str())) {
        for setting in [fixed(&factor.most), three(&factor.least, &factor.most, &factor.most)] {
            let mut assumptions = AssumptionsText::default();
            assumptions.factors.insert(factor.id.clone(), setting);
            is_the_forecast(&desk, &of(assumptions), &factor.id);
        }
    }
}

/// Months are told by intervals of their own, which no path gives: they too stay to the last digit.
#[test]
fn the_forecast_under_an_empty_scenario_is_the_forecast_to_the_last_digit() {
    let desk = Desk::with_sample();
    desk.app
        .scenario_set(&ScenarioSet {
            id: "nothing".into(),
            title: "Nothing".into(),
            note: String::new(),
            assumptions: AssumptionsText::default(),
        })
        .unwrap();
    let forecast = |scenario: Option<&str>| {
        let request = ForecastRequest {
            series: Some("ict_total".into()),
            reach: vec!["4,600".into()],
            scenario: scenario.map(Into::into),
            ..ForecastRequest::default()
        };
        serde_json::to_value(desk.app.forecast(&request).unwrap()).unwrap()
    };
    let (plain, under) = (forecast(None), forecast(Some("nothing")));
    assert_eq!(under["horizon"], plain["horizon"]);
    // Years beyond these paths are left out.
    for list in ["fiscal_years", "claims", "reach"] {
        let (plain, under) = (plain[list].as_array().unwrap(), under[list].as_array().unwrap());
        assert!(!under.is_empty(), "{list}");
        assert!(under.iter().all(|one| plain.contains(one)), "{list}");
    }
}

#[test]
fn what_is_assumed_without_force_changes_nothing() {
    let desk = Desk::with_sample();
    let mut nothing = draft(&[
        outage("national", "2026-04-06", "0"),
        outage("cable", "2020-01-01", "3"),
    ]);
    nothing.budget = vec![BudgetText {
        released: fixed("1"),
        ..budget()
    }];
    nothing.initiatives = vec![InitiativeText {
        uplift: fixed("0"),
        ..initiative()
    }];
    is_the_forecast(&desk, &of(nothing), "assumptions without force");
    // A late budget has an effect of 0 to 0.2 a dollar, 0 in the middle: of 58 million some paths lose a little.
    let late = cost(&report(&desk, &saved("budget_late")));
    assert!((0.0..4.0).contains(&late), "{late}");
}

/// April 2026 has 22 weekdays and 8 days of weekends: 22 + 8 × 0.3 = 24.4. The 6th to the 12th is Monday to Sunday:
/// 5 + 2 × 0.3 = 5.6. w = 5.6 ÷ 24.4 = 0.230. n = 0.15 × 0.95 + 0.20 × 0.70 + 0.65 × 0.50 = 0.6075;
/// share = 0.230 × 0.80 × 0.6075 = 0.112; u = 0.70 × e^(−6/5) = 0.70 × 0.301194 = 0.211.
#[test]
fn a_week_offline_is_worked_out_as_by_hand() {
    let desk = Desk::with_sample();
    let view = desk.app.scenario_run(&saved("week_offline")).unwrap();
    let results: Vec<&str> = view.formula.iter().map(|line| line.result.as_str()).collect();
    assert_eq!(results[..3], ["0.23", "0.112", "0.21"], "{:?}", view.formula);
    assert!(
        view.formula[0].numbers.contains("5.6") && view.formula[0].numbers.contains("24.4"),
        "{:?}",
        view.formula[0]
    );
    assert!(view.formula[1].numbers.contains("0.80") && view.formula[1].numbers.contains("0.61"));
    // "exports × share × (1 − u)": the median of April, about 400, × 0.112 × 0.789.
    let number = |line: &FormulaLine| -> f64 { line.result.replace('\u{2212}', "-").parse().unwrap() };
    let exports: f64 = view.formula[3].numbers.split(' ').next().unwrap().parse().unwrap();
    let lost = exports * (5.6 / 24.4) * 0.80 * 0.6075 * (1.0 - 0.70 * 0.301_194);
    assert!((number(&view.formula[3]) - lost).abs() < 0.1, "{:?}", view.formula[3]);
    assert!((300.0..500.0).contains(&exports), "{exports}");
    // Clients lost and what is paid only after June come on top.
    let receipts = number(view.formula.last().unwrap());
    assert!(
        receipts < -lost * 0.8 && receipts > -lost * 1.6,
        "{receipts} beside {lost}"
    );
    // The median of all draws is near the central one, and no chance rises.
    let told = report(&desk, &saved("week_offline"));
    assert!(
        (cost(&told) + receipts).abs() < 0.4 * lost,
        "{} beside {receipts}",
        cost(&told)
    );
    // A projected range is left on both sides: what falls out of it above falls into it.
    for claim in told.claims.iter().filter(|claim| claim.id.as_str() != "T36") {
        assert!(claim.probability <= claim.baseline_probability, "{}", claim.id);
    }
    let swing = |id: &str| {
        let found = told
            .tornado
            .iter()
            .find(|swing| swing.factor.as_ref().is_some_and(|factor| factor.to_string() == id));
        found.unwrap_or_else(|| panic!("no {id} in the tornado"))
    };
    // Low is what costs least, whichever way the numbers run.
    for id in ["capacity_national", "live_software", "made_up", "made_up_days"] {
        assert!(swing(id).total_low > swing(id).total_high, "{id}: {:?}", swing(id));
    }
    let width = |low: f64, high: f64| low - high;
    let widest = &told.tornado[0];
    assert!(width(told.together.total_low, told.together.total_high) > width(widest.total_low, widest.total_high));
}

#[test]
fn more_of_an_outage_costs_more() {
    let desk = Desk::with_sample();
    let national = |days: &str| cost(&report(&desk, &of(draft(&[outage("national", "2026-04-06", days)]))));
    let by_length = ["1", "3", "7", "14", "30"].map(national);
    assert!(by_length.is_sorted() && by_length[0] > 0.0, "{by_length:?}");
    // All lines cost more than mobile data alone, that more than throttling, and that more than a banned platform.
    let of_kind = |kind: &str| {
        let mut one = outage(kind, "2026-04-06", "14");
        if kind == "region" {
            one.region_share = Some(three("0.1", "0.2", "0.3"));
        }
        let told = report(&desk, &of(draft(&[one])));
        assert!(
            told.factors
                .iter()
                .any(|factor| factor.id.to_string() == "outage.1.days"),
            "{kind}"
        );
        cost(&told)
    };
    let [national, mobile, throttled, cable, ban, region] = KINDS.map(of_kind);
    for (more, less) in [
        (national, mobile),
        (mobile, throttled),
        (throttled, cable),
        (cable, ban),
        (national, region),
    ] {
        assert!(more > less && less >= 0.0, "{more} {less}");
    }
    // The same one twice costs once; two kinds at once cost more than one, and less than both apart.
    let at_once = |other: &str| {
        let both = draft(&[outage("national", "2026-04-06", "7"), outage(other, "2026-04-06", "7")]);
        cost(&report(&desk, &of(both)))
    };
    let once = by_length[2];
    assert!(
        (at_once("national") - once).abs() < 0.02 * once,
        "{} {once}",
        at_once("national")
    );
    let both = at_once("throttled");
    assert!(both > once && both < 2.0 * once, "{both} {once}");
}

#[test]
fn the_register_draws_further_outages_as_of_the_day() {
    let desk = Desk::with_sample();
    let register = AssumptionsText {
        outages_from_register: true,
        ..AssumptionsText::default()
    };
    let told = report(&desk, &of(register.clone()));
    // The forecast rests on months with such outages: their chance is added, and no cost.
    let week = cost(&report(&desk, &saved("week_offline")));
    assert!(cost(&told).abs() < 0.2 * week, "{} {week}", cost(&told));
    let width = |told: &ScenarioReport| told.year.hi95 - told.year.lo95;
    // Entries of later days do not reach back.
    let early = as_of("2023-12-31", of(register.clone()));
    let before = report(&desk, &early);
    let values = [
        ("start", "2026-03-05"),
        ("end", "2026-03-25"),
        ("scope", "All lines"),
        ("kind", "shutdown"),
        ("outage", "national"),
    ];
    desk.register(RegisterKind::Disruptions, &values);
    assert_eq!(report(&desk, &early).year.median, before.year.median);
    let more = report(&desk, &of(register));
    assert!(cost(&more).abs() < 0.2 * week, "{}", cost(&more));
    assert!(width(&more) > width(&told), "{} {}", width(&more), width(&told));
}

#[test]
fn a_past_day_knows_no_later_observation_and_no_later_claim() {
    let desk = Desk::with_sample();
    let run = as_of("2025-01-01", of(draft(&[outage("national", "2025-02-03", "7")])));
    let told = report(&desk, &run);
    // Of FY2025 five months were known, and 4.2 and 3.5 to 3.7 billion were said; the rest came later (claims.csv).
    assert_eq!(
        (told.fiscal_year.to_string(), told.as_of.map(|day| day.to_string())),
        ("FY2025".into(), Some("2025-01-01".into()))
    );
    let claims: Vec<&str> = told.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert!(claims.contains(&"T22"), "{claims:?}");
    for later in ["T28", "T29", "T32", "T30", "T37"] {
        assert!(!claims.contains(&later), "{later} was said later");
    }
    // What is published later changes nothing.
    desk.app
        .observation_set(&SetObservation {
            series: "ict_total".into(),
            period: "2024-11".into(),
            value: "999".into(),
            published: "2026-03-30".into(),
            source: "A late revision".into(),
            status: None,
            note: String::new(),
        })
        .unwrap();
    let again = report(&desk, &run);
    assert_eq!(
        serde_json::to_value(&again).unwrap(),
        serde_json::to_value(&told).unwrap()
    );
}

#[test]
fn the_same_question_has_the_same_answer() {
    let desk = Desk::with_sample();
    for id in ["week_offline", "budget_late", "all_well"] {
        let (one, other) = (report(&desk, &saved(id)), report(&Desk::with_sample(), &saved(id)));
        assert_eq!(
            serde_json::to_value(&one).unwrap(),
            serde_json::to_value(&other).unwrap(),
            "{id}"
        );
        let view = desk.app.scenario_run(&saved(id)).unwrap();
        assert_eq!(view, desk.app.scenario_run(&saved(id)).unwrap(), "{id}");
        assert!(!view.title.is_empty() && !view.assumed.is_empty(), "{id}");
    }
}

/// A slider moves one factor; what it stands at is in the answer, and saving that answer keeps it.
#[test]
fn a_slider_moves_the_answer_and_can_be_kept() {
    let desk = Desk::with_sample();
    let run = changed("outage.1.days", fixed("10"), saved("week_offline"));
    let view = desk.app.scenario_run(&run).unwrap();
    assert_eq!(view.assumptions.outages[0].days, fixed("10"));
    assert!(cost(&report(&desk, &run)) > cost(&report(&desk, &saved("week_offline"))));
    let is_changed = |view: &ScenarioView, id: &str| view.factors.iter().find(|it| it.id == id).unwrap().changed;
    assert!(!is_changed(&view, "made_up"));
    let moved = changed("made_up", fixed("0.2"), saved("week_offline"));
    let moved = desk.app.scenario_run(&moved).unwrap();
    assert!(is_changed(&moved, "made_up"));
    assert_eq!(moved.assumptions.factors["made_up"], fixed("0.2"));
    // The stored one is as it was, until it is set.
    assert!(
        desk.app.scenarios().unwrap().scenarios[0]
            .assumptions
            .factors
            .is_empty()
    );
    desk.app
        .scenario_set(&ScenarioSet {
            id: "ten_days".into(),
            title: "Ten days".into(),
            note: String::new(),
            assumptions: view.assumptions,
        })
        .unwrap();
    assert_eq!(
        report(&desk, &saved("ten_days")).year.median,
        report(&desk, &run).year.median
    );
    // Every factor says all that a slider needs.
    for factor in &moved.factors {
        let number = |text: &str| text.parse::<f64>().unwrap();
        let (least, most, step) = (number(&factor.least), number(&factor.most), number(&factor.step));
        assert!(least < most && step > 0.0 && step <= most - least, "{factor:?}");
        for value in [&factor.setting.low, &factor.setting.central, &factor.setting.high] {
            assert!((least..=most).contains(&number(value)), "{factor:?}");
        }
        for words in [&factor.label, &factor.group_label, &factor.source] {
            assert!(!words.is_empty() && !words.contains('{'), "{factor:?}");
        }
        assert!(factor.assumed, "{factor:?}");
    }
}
