//! What must hold whatever is assumed.

use proptest::prelude::*;

use super::*;

/// Three values in the range of a coefficient, at its ends too, running one way.
fn any_setting(coefficient: Coefficient) -> impl Strategy<Value = (FactorId, Setting)> {
    let factor = coefficient.factor();
    let places = factor.least.places();
    let (least, most) = (factor.least.mantissa(), factor.most.mantissa());
    let value = prop_oneof![1 => Just(least), 1 => Just(most), 3 => least..=most];
    (proptest::collection::vec(value, 3), any::<bool>()).prop_map(move |(mut values, falling)| {
        values.sort_unstable();
        if falling {
            values.reverse();
        }
        let of = |i: usize| Decimal::new(values[i], places).expect("few places");
        let setting = Setting {
            mild: of(0),
            central: of(1),
            severe: of(2),
        };
        (factor.id.clone(), setting)
    })
}

fn any_settings() -> impl Strategy<Value = Vec<(FactorId, Setting)>> {
    Coefficient::all().map(any_setting).collect::<Vec<_>>()
}

fn any_outage() -> impl Strategy<Value = Outage> {
    let kind = proptest::sample::select(OutageKind::ALL.to_vec());
    let days = prop_oneof![1 => Just(0.0), 1 => Just(1000.0), 4 => 0.0..40.0_f64];
    (kind, 0..700_i64, days, proptest::option::of(0.0..1.0_f64)).prop_map(|(kind, start, days, share)| {
        let first = month("2025-12").first_day();
        let start = first.saturating_add(std::time::Duration::from_secs(86_400 * start.unsigned_abs()));
        Outage {
            region_share: share.map(fixed),
            ..outage(kind, &start.to_string(), fixed(days))
        }
    })
}

fn of_economy(id: &FactorId) -> bool {
    [growth_shift(), coefficient("exchange_rate")]
        .iter()
        .any(|one| one.id() == *id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the coefficients: without an assumption that uses them, not a bit changes.
    #[test]
    fn the_empty_scenario_is_the_base(settings in any_settings(), seed in any::<u64>()) {
        let paths = paths(6, 64);
        let base = Base { seed, ..base(&paths) };
        let mut assumptions = with(vec![outage(OutageKind::National, "2026-04-01", fixed(0.0))]);
        assumptions.factors = settings.into_iter().filter(|(id, _)| !of_economy(id)).collect();
        let nothing = Assumptions { outages: Vec::new(), ..assumptions.clone() };
        for assumptions in [assumptions, nothing, Assumptions::default()] {
            let simulation = simulated(&base, &assumptions);
            let bits = |paths: &Paths| paths.rows().flatten().map(|value| value.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(simulation.run()), bits(&paths));
            prop_assert_eq!(simulation.totals(), simulation.baseline());
            prop_assert!(simulation.effect().iter().all(|effect| *effect == 0.0));
        }
    }

    /// Under the same draws, a longer outage raises no path's total, whatever else is assumed.
    #[test]
    fn more_days_never_help(
        outages in proptest::collection::vec(any_outage(), 1..4),
        settings in any_settings(),
        longer in 0.0..50.0_f64,
        horizon in 1..20_usize,
    ) {
        let paths = Paths::of((0..horizon * 40).map(|i| 50.0 + ((i * 7919) % 101) as f64).collect(), horizon);
        let base = Base { seed: 5, ..base(&paths) };
        let mut assumptions = with(outages);
        assumptions.factors = settings.into_iter().collect();
        // One that began before the months ahead is a fact in part: what it deferred is a gain ahead
        let first = base.first.first_day();
        assumptions.outages.iter_mut().for_each(|outage| outage.start = outage.start.max(first));
        let totals = |assumptions: &Assumptions| {
            simulated(&base, assumptions).run().totals(1..=horizon).expect("inside")
        };
        let before = totals(&assumptions);
        let days = assumptions.outages[0].days.central.to_f64();
        assumptions.outages[0].days = fixed((days + longer).min(1000.0));
        for (before, after) in before.iter().zip(totals(&assumptions)) {
            prop_assert!(after <= before + 1e-9 * before.abs(), "{before} {after}");
        }
    }

    /// Hostile settings: no path is lost to what is no number, none falls below zero, and outages add nothing.
    #[test]
    fn effects_are_bounded(
        outages in proptest::collection::vec(any_outage(), 0..4),
        settings in any_settings(),
        horizon in prop_oneof![Just(1_usize), Just(120), 2..30_usize],
        further in any::<bool>(),
        rate in prop_oneof![Just(0.0), Just(40.0), 0.0..3.0_f64],
        known in proptest::collection::vec((0..50_i32, 0.0..1e6_f64), 0..5),
    ) {
        let paths = Paths::of((0..horizon * 20).map(|i| ((i * 7919) % 101) as f64).collect(), horizon);
        let known: Vec<(Month, f64)> = known.into_iter().map(|(back, value)| (month("2026-03").plus(-back), value)).collect();
        let past = |kind: &OutageKind| PastOutage { kind: *kind, days: 3.0, region_share: None };
        let register = PastOutages {
            events_per_month: rate,
            dispersion: 1.0 + rate,
            events: OutageKind::ALL.iter().map(past).collect(),
        };
        let base = Base { known, register, seed: 5, ..base(&paths) };
        let mut assumptions = with(outages);
        assumptions.outages_from_register = further;
        assumptions.factors = settings.into_iter().collect();
        let target = 50.0 * horizon as f64;
        let goal = Goal { low: target, below: None };
        let revisions = Revisions::drawn(0.5, paths.count(), 5);
        let span = TotalSpan { range: 1..=horizon, known: 3.0, revisions, target: Some(goal) };
        let simulation = asked(&base, &assumptions, span);
        prop_assert!(simulation.run().rows().flatten().all(|value| value.is_finite() && *value >= 0.0));
        let tornado = simulation.tornado();
        for swing in tornado.swings.iter().chain([&tornado.together]) {
            prop_assert!(swing.mild.total.is_finite() && swing.severe.total.is_finite());
            prop_assert!(swing.mild.chance.is_some_and(|p| p > 0.0 && p < 1.0));
        }
        let at = simulation.break_even(&growth_shift().id(), (-50.0, 50.0), target, 0.5).expect("a factor");
        prop_assert!(!matches!(at, BreakEven::At(points) if !points.is_finite()));
        if !assumptions.outages.is_empty() {
            let explained = simulation.explain(0).expect("an outage");
            prop_assert!(explained.lost.is_finite() && explained.receipts.is_finite());
            prop_assert!((0.0..=1.0).contains(&explained.recovered));
        }
    }
}
