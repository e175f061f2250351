//! Nonsense in: a forecast or a reason out, never a panic or something that is no number.

use hadaf_core::{Assumptions, Decimal, Goal, Month, Outage, OutageKind, Setting};
use hadaf_forecast::scenario::{Base, PastOutage, PastOutages, Simulation, TotalSpan};
use hadaf_forecast::{
    Forecast, ForecastError, Looking, Options, PastQuestion, Revisions, TimeSeries, backtest, brier, joint, look_back,
    past_chance,
};
use proptest::prelude::*;

fn fit(values: &[Option<f64>], season: usize, horizon: usize) -> Result<Forecast, ForecastError> {
    Forecast::fit(
        &TimeSeries::of(values, season),
        &Options {
            horizon,
            paths: 200,
            seed: 3,
        },
    )
}

/// Everything a forecast says is finite and in order.
fn sound(forecast: &Forecast) {
    for h in 1..=forecast.horizon() {
        let quantiles: Vec<f64> = [0.001, 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975, 0.999]
            .map(|p| forecast.quantile(h, p))
            .to_vec();
        assert!(
            quantiles.iter().chain([&forecast.mean(h)]).all(|v| v.is_finite()),
            "{h}: {quantiles:?}"
        );
        assert!(quantiles.is_sorted(), "{h}: {quantiles:?}");
    }
    assert_eq!(forecast.paths().count(), 200);
    assert!(forecast.paths().rows().flatten().all(|v| v.is_finite()));
    let chance = forecast.probability_total_at_least(1..=forecast.horizon(), 1.0);
    assert!(chance.is_some_and(|p| p > 0.0 && p < 1.0));
    let weights: f64 = forecast.weights().iter().map(|(_, w)| w).sum();
    assert!((weights - 1.0).abs() < 1e-9, "{weights}");
}

fn known(values: impl IntoIterator<Item = f64>) -> Vec<Option<f64>> {
    values.into_iter().map(Some).collect()
}

#[test]
fn all_zeros_and_constants_stay_where_they_are() {
    for level in [0.0, 5.0, -3.0, 1e9, 1e-9] {
        let forecast = fit(&known([level; 40]), 12, 18).expect("long enough");
        sound(&forecast);
        for h in 1..=18 {
            assert_eq!(forecast.mean(h), level);
        }
    }
}

#[test]
fn one_spike_is_no_new_level() {
    let mut values = vec![0.0; 48];
    values[20] = 1000.0;
    let forecast = fit(&known(values), 12, 12).expect("long enough");
    sound(&forecast);
    assert!((1..=12).all(|h| forecast.mean(h) < 500.0));
}

/// What never moved is foreseen as it was, to the last digit, and its record holds. How wide: `still.rs`.
#[test]
fn a_constant_is_foreseen_exactly() {
    for value in [0.0, 100.0, -3.5] {
        let values = known([value; 24]);
        let forecast = fit(&values, 12, 12).expect("long enough");
        assert!((1..=12).all(|h| forecast.mean(h) == value && forecast.quantile(h, 0.5) == value));
        let record = backtest(&TimeSeries::of(&values, 12), 6, 6).expect("long enough");
        assert!(record.coverage.iter().all(|interval| interval.covered == 1.0));
    }
}

#[test]
fn negative_flows_are_forecast_below_zero() {
    let values = known((0..60).map(|t| -50.0 - f64::from(t % 12) + f64::from((t * 37) % 11)));
    let forecast = fit(&values, 12, 12).expect("long enough");
    sound(&forecast);
    assert!(forecast.mean(6) < -30.0 && forecast.quantile(6, 0.9) < 0.0);
}

#[test]
fn a_gap_of_two_years_is_bridged() {
    let value = |t: usize| 100.0 + t as f64 + 10.0 * ((t % 12) as f64 - 5.5);
    let values: Vec<Option<f64>> = (0..84).map(|t| (!(40..64).contains(&t)).then(|| value(t))).collect();
    let forecast = fit(&values, 12, 12).expect("long enough");
    sound(&forecast);
    for h in 1..=12 {
        assert!(
            (forecast.mean(h) - value(83 + h)).abs() < 12.0,
            "{h} {} {}",
            forecast.mean(h),
            value(83 + h)
        );
    }
}

#[test]
fn missing_at_either_end() {
    let mut values = known((0..50).map(|t| 100.0 + f64::from(t)));
    values[..5].fill(None);
    values[47..].fill(None);
    sound(&fit(&values, 12, 12).expect("long enough"));
}

#[test]
fn the_shortest_and_the_longest() {
    assert_eq!(
        fit(&known([1.0]), 12, 6).err(),
        Some(ForecastError::TooShort { have: 1, need: 13 })
    );
    assert_eq!(
        fit(&[], 12, 6).err(),
        Some(ForecastError::TooShort { have: 0, need: 13 })
    );
    assert_eq!(
        fit(&[None; 50], 12, 6).err(),
        Some(ForecastError::TooShort { have: 0, need: 13 })
    );
    sound(&fit(&known((0..13).map(f64::from)), 12, 24).expect("thirteen months are enough"));
    sound(&fit(&known((0..4).map(f64::from)), 1, 4).expect("four years are enough"));
    sound(&fit(&known((0..5000).map(|t| 100.0 + f64::from((t * 7919) % 97))), 12, 120).expect("long"));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let values = known([1.0; 40]);
    assert_eq!(
        fit(&values, 0, 6).err(),
        Some(ForecastError::Season { season: 0, max: 53 })
    );
    assert_eq!(
        fit(&values, 12, 0).err(),
        Some(ForecastError::Horizon { horizon: 0, max: 120 })
    );
    assert_eq!(
        fit(&values, 12, 121).err(),
        Some(ForecastError::Horizon { horizon: 121, max: 120 })
    );
    for bad in [f64::NAN, f64::INFINITY, 1e200] {
        let mut values = values.clone();
        values[7] = Some(bad);
        assert_eq!(
            fit(&values, 12, 6).err(),
            Some(ForecastError::NotFinite { position: 7 })
        );
    }
}

#[test]
fn a_seed_is_a_forecast() {
    let values = known((0..60).map(|t| 100.0 + f64::from((t * 31) % 17)));
    let paths = |seed| {
        let options = Options {
            horizon: 12,
            paths: 51,
            seed,
        };
        Forecast::fit(&TimeSeries::of(&values, 12), &options)
            .expect("long enough")
            .paths()
            .clone()
    };
    assert_eq!(paths(1), paths(1));
    assert_ne!(paths(1), paths(2));
    assert_eq!(paths(1).count(), 51);
}

/// Scaling the series scales the forecast: nothing depends on the unit.
#[test]
fn the_unit_does_not_matter() {
    let base: Vec<f64> = (0..60)
        .map(|t| 100.0 + f64::from((t * 31) % 17) + f64::from(t))
        .collect();
    let one = fit(&known(base.iter().copied()), 12, 12).expect("long enough");
    let other = fit(&known(base.iter().map(|v| v * 1024.0)), 12, 12).expect("long enough");
    for h in 1..=12 {
        assert!((other.mean(h) / one.mean(h) / 1024.0 - 1.0).abs() < 1e-6);
        assert!((other.quantile(h, 0.9) / one.quantile(h, 0.9) / 1024.0 - 1.0).abs() < 1e-6);
    }
}

/// The paths' margins are the quantiles that are told.
#[test]
fn paths_agree_with_the_intervals() {
    let values = known((0..72).map(|t| 200.0 + 2.0 * f64::from(t) + f64::from((t * 37) % 29)));
    let options = Options {
        horizon: 12,
        paths: 20_000,
        seed: 5,
    };
    let forecast = Forecast::fit(&TimeSeries::of(&values, 12), &options).expect("long enough");
    for h in [1, 6, 12] {
        for p in [0.1, 0.5, 0.9] {
            let bound = forecast.quantile(h, p);
            let below = forecast.paths().rows().filter(|row| row[h - 1] < bound).count();
            assert!((below as f64 / 20_000.0 - p).abs() < 0.012, "{h} {p} {below}");
        }
    }
    let totals = forecast.paths().totals(1..=12).expect("inside");
    let wide = |lo: f64, hi: f64| totals.iter().filter(|t| **t < lo || **t > hi).count();
    let sum = |p: f64| (1..=12).map(|h| forecast.quantile(h, p)).sum::<f64>();
    // The sum of bounds is wider than the bound of the sum.
    assert!(wide(sum(0.1), sum(0.9)) < 4_000);
}

/// A week offline, and whatever the register brings, over any forecast.
fn sound_in_a_scenario(forecast: &Forecast) {
    let first: Month = "2026-03".parse().expect("a month");
    let register = PastOutages {
        events_per_month: 0.5,
        dispersion: 2.0,
        events: vec![PastOutage {
            kind: OutageKind::Cable,
            days: 20.0,
            region_share: None,
        }],
    };
    let assumptions = Assumptions {
        outages: vec![Outage {
            title: "A week".into(),
            kind: OutageKind::National,
            start: first.next().first_day(),
            days: Setting::fixed(Decimal::from(7)),
            region_share: None,
        }],
        outages_from_register: true,
        ..Assumptions::default()
    };
    let base = Base {
        paths: forecast.paths(),
        first,
        known: Vec::new(),
        register,
        seed: 1,
    };
    let span = TotalSpan {
        range: 1..=forecast.horizon(),
        known: 0.0,
        revisions: Revisions::none(),
        target: Some(Goal { low: 1.0, below: None }),
    };
    let simulation = Simulation::new(base, assumptions, span).expect("sound");
    assert!(
        simulation
            .run()
            .rows()
            .flatten()
            .chain(&simulation.effect())
            .all(|value| value.is_finite())
    );
    let tornado = simulation.tornado();
    assert!(tornado.total.is_finite() && tornado.swings.iter().all(|swing| swing.severe.total.is_finite()));
    let explained = simulation.explain(0).expect("an outage");
    assert!(explained.receipts.is_finite() && explained.paid_after.is_finite());
}

fn wave(t: usize) -> f64 {
    100.0 + t as f64 + ((t * 37) % 11) as f64
}

/// Series that nobody would send on purpose.
fn nonsense() -> [(&'static str, Vec<Option<f64>>); 14] {
    let gap = |t: usize| !(40..64).contains(&t);
    let spike = |t: usize| if t == 30 { 1e6 } else { 1.0 };
    [
        ("zeros", known([0.0; 60])),
        ("a constant", known([7.0; 60])),
        ("one spike", known((0..60).map(spike))),
        (
            "a spike at the end",
            known((0..60).map(|t| if t == 59 { 1e9 } else { 0.0 })),
        ),
        ("negative flows", known((0..60).map(|t| -wave(t)))),
        (
            "both signs",
            known((0..60).map(|t| if t % 2 == 0 { wave(t) } else { -wave(t) })),
        ),
        ("a gap of two years", (0..84).map(|t| gap(t).then(|| wave(t))).collect()),
        (
            "every other month",
            (0..60).map(|t| (t % 2 == 0).then(|| wave(t))).collect(),
        ),
        ("one point", known([3.0])),
        ("twelve points", known((0..12).map(wave))),
        ("thirteen points", known((0..13).map(wave))),
        (
            "five thousand points",
            known((0..5_000).map(|t| 100.0 + ((t * 7919) % 97) as f64)),
        ),
        ("huge", known((0..60).map(|t| 1e97 * wave(t)))),
        ("tiny", known((0..60).map(|t| 1e-98 * wave(t)))),
    ]
}

/// A forecast or a reason, through the record, the scenario and the sum with another series.
#[test]
fn nonsense_passes_through_everything() {
    let other = fit(&known((0..60).map(wave)), 12, 12).expect("long enough");
    let looking = Looking {
        horizon: 6,
        origins: 3,
        step: 6,
        held_back: 1,
    };
    for (name, values) in nonsense() {
        match fit(&values, 12, 12) {
            Ok(forecast) => {
                sound(&forecast);
                sound_in_a_scenario(&forecast);
                let totals = joint(&[&forecast, &other], 1).totals(1..=12).expect("inside");
                assert!(totals.iter().all(|total| total.is_finite()), "{name}");
                let shifts = forecast.level_shifts().iter();
                assert!(
                    shifts
                        .filter_map(|shift| shift.ratio.or(shift.step))
                        .all(f64::is_finite),
                    "{name}"
                );
            }
            Err(reason) => {
                assert!(
                    matches!(reason, ForecastError::TooShort { need: 13, .. }),
                    "{name}: {reason}"
                );
                assert!(values.len() < 13, "{name}: {reason}");
            }
        }
        let series = TimeSeries::of(&values, 12);
        let asked = PastQuestion {
            known: values.len() / 2,
            ahead: values.len() / 3,
            amount: 1.0,
            before: 0.5,
            revised_percent: 0.4,
        };
        let chance = past_chance(&series, asked, 100, 1);
        assert!(
            brier(chance.as_slice()).is_none_or(|score| (0.0..=1.0).contains(&score)),
            "{name}"
        );
        match look_back(&series, &looking) {
            Ok(record) => {
                assert!(
                    record
                        .methods
                        .iter()
                        .all(|method| method.mean_absolute_error.is_finite()),
                    "{name}"
                );
                let method = &record.methods[0];
                assert!(
                    method.scaled_error.is_none_or(f64::is_finite) && method.bias.is_finite(),
                    "{name}"
                );
            }
            Err(reason) => {
                assert!(
                    matches!(reason, ForecastError::TooShort { .. }) && values.len() < 14,
                    "{name}: {reason}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes(
        values in prop::collection::vec(
            prop_oneof![
                6 => (-1e3..1e3_f64).prop_map(Some),
                2 => (0.0..1e9_f64).prop_map(Some),
                1 => Just(None),
                1 => Just(Some(0.0)),
                1 => (-1e99..1e99_f64).prop_map(Some),
            ],
            0..70,
        ),
        season in prop_oneof![Just(1_usize), Just(4), Just(7), Just(12)],
        horizon in 1..30_usize,
    ) {
        match fit(&values, season, horizon) {
            Ok(forecast) => {
                sound(&forecast);
                sound_in_a_scenario(&forecast);
            }
            Err(reason) => prop_assert!(matches!(reason, ForecastError::TooShort { .. }), "{reason}"),
        }
        if let Ok(record) = backtest(&TimeSeries::of(&values, season), horizon, 2) {
            prop_assert!(record.methods.iter().all(|m| m.mean_absolute_error.is_finite()));
        }
    }
}
