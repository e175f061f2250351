//! What matters, and where it tips.

use super::*;

#[test]
fn the_break_even_has_the_chance_asked_for() {
    let paths = paths(16, 10_000);
    let base = base(&paths);
    let assumptions = with(vec![outage(OutageKind::National, "2026-04-06", three(5.0, 7.0, 10.0))]);
    let mut totals = paths.totals(1..=4).expect("inside");
    totals.sort_by(f64::total_cmp);
    let factor: FactorId = "outage.1.days".parse().expect("an id");
    let solve = |target: f64, chance| {
        asked(&base, &assumptions, span(4, None))
            .break_even(&factor, (0.0, 60.0), target, chance)
            .expect("a factor")
    };
    for chance in [0.3, 0.5] {
        let target = totals[3_000];
        let BreakEven::At(days) = solve(target, chance) else {
            panic!("there is one")
        };
        let table = asked(&base, &assumptions, span(4, Some(target)))
            .two_way((&factor, &[days, days + 1.0]), (&coefficient("made_up").id(), &[0.7]))
            .expect("factors");
        assert!(table.totals[0][0] > table.totals[1][0]);
        let mut at = assumptions.clone();
        at.set(&factor, fixed(days)).expect("within range");
        let simulation = simulated(&base, &at);
        let found = simulation
            .run()
            .probability_total_at_least(1..=4, target)
            .expect("paths");
        assert!((found - chance).abs() < 0.002, "{chance}: {found} at {days}");
    }
    assert_eq!(solve(2.0 * totals[9_999], 0.5), BreakEven::LostWithout);
    assert_eq!(solve(0.1 * totals[0], 0.5), BreakEven::SafeWithAll);
    // By growth it tips the other way round.
    let nothing = asked(&base, &Assumptions::default(), span(4, None));
    let at = nothing.break_even(&growth_shift().id(), (0.0, 50.0), totals[7_000], 0.5);
    assert!(matches!(at, Ok(BreakEven::At(points)) if points > 0.0), "{at:?}");
}

/// The chance of a range is that of reaching its low end less that of going beyond its high end, in the tornado and in the
/// table.
#[test]
fn a_range_is_asked_about_both_its_ends() {
    let paths = paths(16, 2_000);
    let base = base(&paths);
    let assumptions = with(vec![outage(OutageKind::National, "2026-04-06", three(5.0, 7.0, 10.0))]);
    let mut totals = paths.totals(1..=4).expect("inside");
    totals.sort_by(f64::total_cmp);
    let (low, high) = (totals[600], totals[1_400]);
    let factor: FactorId = "outage.1.days".parse().expect("an id");
    let chances = |target: Goal| {
        let span = TotalSpan {
            target: Some(target),
            ..span(4, None)
        };
        let simulation = asked(&base, &assumptions, span);
        let table = simulation
            .two_way((&factor, &[0.0, 30.0]), (&coefficient("made_up").id(), &[0.7]))
            .expect("factors");
        [simulation.tornado().chance, table.chances[0][0], table.chances[1][0]].map(|chance| chance.expect("a target"))
    };
    let within = chances(Goal { low, below: Some(high) });
    let [from_low, from_high] = [low, high].map(|low| chances(Goal { low, below: None }));
    for (within, (low, high)) in within.iter().zip(from_low.iter().zip(from_high)) {
        assert!((within - (low - high)).abs() < 1e-3, "{within} {low} {high}");
    }
    // Without an outage it is what was asked for; a month offline leaves less.
    assert!((within[1] - 0.4).abs() < 0.01 && within[2] < within[1], "{within:?}");
}

#[test]
fn a_tornado_is_sorted_and_its_ends_are_those_of_the_factor() {
    let paths = paths(16, 2_000);
    let base = base(&paths);
    let assumptions = with(vec![
        outage(OutageKind::National, "2026-04-06", three(5.0, 7.0, 10.0)),
        outage(OutageKind::Cable, "2026-05-06", fixed(20.0)),
    ]);
    let simulation = asked(&base, &assumptions, span(4, Some(1500.0)));
    let tornado = simulation.tornado();
    let size = |swing: &Swing| (swing.mild.total - swing.severe.total).abs();
    assert!(tornado.swings.windows(2).all(|pair| size(&pair[0]) >= size(&pair[1])));
    // What is paid later costs more in the end, but less within a span that ends before
    let payment = ["firms", "freelance"].map(|group| coefficient(&format!("paid_same_month_{group}")).id());
    let paid = |swing: &&Swing| swing.factor.as_ref().is_some_and(|id| payment.contains(id));
    for swing in tornado.swings.iter().filter(|swing| !paid(swing)) {
        assert!(
            swing.mild.total >= tornado.total - 1e-6 && swing.severe.total <= tornado.total + 1e-6,
            "{swing:?}"
        );
    }
    assert!(tornado.together.severe.total < tornado.swings[0].severe.total);
    assert!(tornado.together.mild.total > tornado.swings[0].mild.total);
    let days = tornado
        .swings
        .iter()
        .find(|swing| swing.factor == "outage.1.days".parse().ok())
        .expect("in doubt");
    assert_eq!((days.mild.value, days.severe.value), (Some(5.0), Some(10.0)));
    assert!(days.mild.chance > days.severe.chance);
}

#[test]
fn what_cannot_be_computed_says_why() {
    let paths = paths(6, 100);
    let base = base(&paths);
    let none = Assumptions::default();
    let refused = |base: &Base<'_>, assumptions: &Assumptions, last| {
        let simulation = Simulation::new(base.clone(), assumptions.clone(), span(last, None));
        simulation.map(|_| ()).expect_err("not to be computed")
    };
    let far = refused(&base, &none, 7);
    assert_eq!(far.to_string(), "months 1 to 7 are not within the 6 months ahead");
    let nothing = Paths::of(Vec::new(), 6);
    let empty = Base {
        paths: &nothing,
        ..base.clone()
    };
    assert_eq!(refused(&empty, &none, 6), ScenarioError::NoPaths);
    let mut wrong = none.clone();
    wrong.factors.insert(coefficient("made_up").id(), fixed(2.0));
    assert!(matches!(refused(&base, &wrong, 6), ScenarioError::Assumptions(_)));
    let factor: FactorId = "outage.1.days".parse().expect("an id");
    let simulation = simulated(&base, &none);
    let missing = Err(ScenarioError::Factor(factor.clone()));
    assert_eq!(simulation.break_even(&factor, (0.0, 9.0), 1.0, 0.5), missing);
    let table = simulation.two_way((&growth_shift().id(), &[0.0]), (&factor, &[1.0]));
    assert_eq!(table, Err(ScenarioError::Factor(factor)));
}
