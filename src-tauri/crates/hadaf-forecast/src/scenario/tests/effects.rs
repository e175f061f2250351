//! What assumptions do, against numbers worked out by hand.

use hadaf_core::{BudgetAssumption, InitiativeAssumption};

use super::*;

/// A full national week in February 2026, when exports were $365 m (State Bank of Pakistan, first release
/// of March 2026): the evidence note of the formula has about $32 m lost for good, 9 % of the month, for
/// a mix of lines that it does not name; the mix of the coefficients makes it 35, and a mix of 15, 20 and
/// 65 % with w 0.23 instead of 0.25 (as in an April) 33. A tenth is allowed.
#[test]
fn a_national_week_in_february_2026_costs_what_the_note_says() {
    let paths = flat(365.0, 12);
    let base = Base {
        first: month("2026-02"),
        ..base(&paths)
    };
    let week = with(vec![outage(OutageKind::National, "2026-02-09", fixed(7.0))]);
    let explained = simulated(&base, &week).explain(0).expect("an outage");
    assert!((explained.lost - 32.0).abs() < 3.2, "{}", explained.lost);
    // By hand: 5.6 / 22.4; 0.8 × (0.15·0.95 + 0.2·0.7 + 0.65·0.5) ; 0.7 e^(-6/5)
    let lost = 365.0 * 0.25 * 0.8 * 0.6075 * (1.0 - 0.7 * crate::numeric::exp(-1.2));
    assert!((explained.lost - lost).abs() < 1e-9, "{} {lost}", explained.lost);
    assert!((explained.months[0].w - 0.25).abs() < 1e-12 && (explained.live - 0.6075).abs() < 1e-12);
}

/// Mobile data off from 9 May 2023 for three to four days, exports $236 m (first release): about $2.5 m,
/// 0.3 to 8 (the evidence note). The lows and highs of all factors together are further apart than 80 %.
#[test]
fn may_2023_costs_what_the_note_says() {
    let paths = flat(236.0, 12);
    let base = Base {
        first: month("2023-05"),
        known: vec![(month("2023-04"), 191.0)],
        ..base(&paths)
    };
    let lost = |days| {
        let assumptions = with(vec![outage(OutageKind::Mobile, "2023-05-09", fixed(days))]);
        simulated(&base, &assumptions).explain(0).expect("an outage").lost
    };
    assert!(
        (lost(3.0) - 2.5).abs() < 0.8 && (lost(4.0) - 2.5).abs() < 0.8,
        "{} {}",
        lost(3.0),
        lost(4.0)
    );
    // Drawn: the 80 % interval of the year's loss lies within 0.3 to 8
    let many = Paths::of([236.0; 12].repeat(1000), 12);
    let base = Base { paths: &many, ..base };
    let assumptions = with(vec![outage(OutageKind::Mobile, "2023-05-09", three(3.0, 3.5, 4.0))]);
    let simulation = simulated(&base, &assumptions);
    let mut losses: Vec<f64> = simulation
        .run()
        .rows()
        .map(|row| 12.0 * 236.0 - row.iter().sum::<f64>())
        .collect();
    losses.sort_by(f64::total_cmp);
    assert!(
        losses[100] > 0.3 && losses[900] < 8.0,
        "{} {}",
        losses[100],
        losses[900]
    );
    assert!((losses[500] - 2.5).abs() < 1.0, "{}", losses[500]);
}

/// What is explained of one outage is what the run does.
#[test]
fn an_explanation_adds_up_to_the_run() {
    let paths = flat(380.0, 4);
    let base = base(&paths);
    for (start, days, last) in [("2026-04-06", 7.0, 4), ("2026-06-22", 5.0, 4), ("2026-03-20", 30.0, 3)] {
        let mut assumptions = with(vec![outage(OutageKind::National, start, fixed(days))]);
        for coefficient in Coefficient::all() {
            let factor = coefficient.factor();
            assumptions
                .factors
                .insert(factor.id, Setting::fixed(factor.setting.central));
        }
        let simulation = asked(&base, &assumptions, span(last, None));
        let explained = simulation.explain(0).expect("an outage");
        let effect: f64 = simulation.effect()[..last].iter().sum();
        // Clients who left have no outage to lose work in: a product of two small shares
        assert!(
            (explained.receipts - effect).abs() < 0.02 * effect.abs(),
            "{start}: {} {effect}",
            explained.receipts
        );
        let parts = explained.lost + explained.clients + explained.paid_after;
        assert!((explained.receipts + parts).abs() < 1e-9);
    }
    assert_eq!(simulated(&base, &with(Vec::new())).explain(0), None);
}

#[test]
fn work_of_a_known_month_comes_back_in_the_months_ahead() {
    let paths = flat(380.0, 4);
    let assumptions = with(vec![outage(OutageKind::National, "2026-02-23", fixed(2.0))]);
    let effect = |known| effect(&Base { known, ..base(&paths) }, &assumptions);
    assert!(effect(Vec::new()).iter().all(|effect| *effect == 0.0));
    let months = effect(vec![(month("2026-02"), 365.0)]);
    // Paid late and less in March, recovered by then.
    assert!(months.iter().any(|effect| *effect != 0.0), "{months:?}");
    assert!(months.iter().all(|effect| effect.abs() < 20.0), "{months:?}");
}

#[test]
fn money_and_measures_do_what_they_say() {
    let paths = flat(100.0, 36);
    let base = base(&paths);
    let mut assumptions = Assumptions {
        budget: vec![BudgetAssumption {
            title: "A line".into(),
            line: None,
            amount: number(60.0),
            released: fixed(0.5),
            from: month("2026-03"),
        }],
        ..Assumptions::default()
    };
    assumptions
        .factors
        .insert(coefficient("budget_effect").id(), fixed(0.2));
    assumptions.factors.insert(coefficient("budget_lag").id(), fixed(6.0));
    let months = effect(&base, &assumptions);
    assert!((months.iter().sum::<f64>() + 6.0).abs() < 1e-9 && months[5] == 0.0 && (months[6] + 0.5).abs() < 1e-9);

    let measure = |chance| InitiativeAssumption {
        title: "A measure".into(),
        initiative: None,
        start: month("2026-05"),
        uplift: fixed(0.1),
        ramp_months: fixed(0.0),
        slip_months: fixed(1.0),
        chance: fixed(chance),
    };
    let measures = |chance| Assumptions {
        initiatives: vec![measure(chance)],
        ..Assumptions::default()
    };
    let months = effect(&base, &measures(1.0));
    assert!(months[2] == 0.0 && (months[3] - 10.0).abs() < 1e-9, "{months:?}");
    assert!(effect(&base, &measures(0.0)).iter().all(|effect| *effect == 0.0));
    let many = Paths::of(vec![100.0; 36_000], 36);
    let base = Base { paths: &many, ..base };
    let simulation = simulated(&base, &measures(0.3));
    let delivered = simulation.run().rows().filter(|row| row[10] > 105.0).count();
    assert_eq!(delivered, 300);

    let mut grown = Assumptions::default();
    grown.factors.insert(growth_shift().id(), fixed(5.0));
    let months = effect(&base, &grown);
    assert!((months[11] - 5.0).abs() < 1e-9 && (months[23] - 10.25).abs() < 1e-9);
}

/// A forecast rests on months with the register's outages: drawing them moves no mean, and widens the totals the more
/// of them there are.
#[test]
fn further_outages_add_their_chance_and_no_cost() {
    let paths = Paths::of(vec![100.0; 24_000], 24);
    let base = Base {
        seed: 4,
        ..base(&paths)
    };
    let register = |per_month| PastOutages {
        events_per_month: per_month,
        dispersion: 1.5,
        events: vec![PastOutage {
            kind: OutageKind::National,
            days: 1.0,
            region_share: None,
        }],
    };
    let assumptions = Assumptions {
        outages_from_register: true,
        ..Assumptions::default()
    };
    // Cost, and the distance between the 10th and the 90th of 100 totals.
    let drawn = |per_month| {
        let base = Base {
            register: register(per_month),
            ..base.clone()
        };
        let simulation = simulated(&base, &assumptions);
        let width = simulation.totals().intervals().p80;
        (-simulation.effect().iter().sum::<f64>(), width.high - width.low)
    };
    let one = {
        let assumptions = with(vec![outage(OutageKind::National, "2027-03-10", fixed(1.0))]);
        -effect(&base, &assumptions).iter().sum::<f64>()
    };
    assert_eq!(drawn(0.0), (0.0, 0.0));
    let ((few, narrow), (many, wide)) = (drawn(0.5), drawn(1.0));
    // A twentieth of what these dozen and two dozen outages cost by themselves.
    assert!(
        few.abs() < 0.05 * 12.0 * one && many.abs() < 0.05 * 24.0 * one,
        "{few} {many} {one}"
    );
    assert!(0.0 < narrow && 1.2 * narrow < wide, "{narrow} {wide}");
}

/// One outage that two entries tell of costs once; two at other places, or at other times, cost more.
#[test]
fn the_same_outage_twice_costs_once() {
    let paths = flat(100.0, 12);
    let base = base(&paths);
    let of = |kind, start: &str, days, title: &str| Outage {
        title: title.into(),
        ..outage(kind, start, fixed(days))
    };
    let cost = |outages: Vec<Outage>| -effect(&base, &with(outages)).iter().sum::<f64>();
    let national = || of(OutageKind::National, "2026-04-06", 7.0, "A week");
    let once = cost(vec![national()]);
    let again = of(OutageKind::National, "2026-04-06", 7.0, "Another page on it");
    assert_eq!(cost(vec![national(), again]), once);
    let within = of(OutageKind::National, "2026-04-08", 2.0, "Told in part");
    assert_eq!(cost(vec![national(), within]), once);
    let later = of(OutageKind::National, "2026-06-08", 7.0, "A week");
    assert!(cost(vec![national(), later]) > 1.5 * once);
    let region = |title| of(OutageKind::Region, "2026-04-06", 7.0, title);
    let (quetta, two) = (
        cost(vec![region("Quetta")]),
        cost(vec![region("Quetta"), region("Gwadar")]),
    );
    assert_eq!(cost(vec![region("Quetta"), region("Quetta")]), quetta);
    assert!(two > 1.5 * quetta, "{two} {quetta}");
}

/// Two scenarios of a seed differ by what they assume alone, and another seed draws other factors.
#[test]
fn a_factor_has_the_same_draws_in_every_scenario() {
    let paths = paths(6, 300);
    let base = base(&paths);
    let week = with(vec![outage(OutageKind::National, "2026-04-06", three(5.0, 7.0, 10.0))]);
    let mut more = week.clone();
    // In doubt, but nobody is there to be hit by it
    more.outages.push(outage(OutageKind::Cable, "2026-05-06", fixed(0.0)));
    more.factors
        .insert(coefficient("capacity_ban").id(), three(0.0, 0.5, 1.0));
    let paths_of = |assumptions, seed| simulated(&Base { seed, ..base.clone() }, assumptions).run().clone();
    assert_eq!(paths_of(&week, 3), paths_of(&more, 3));
    assert_ne!(paths_of(&week, 3), paths_of(&week, 4));
}
