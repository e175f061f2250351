//! Series that stand still: no growth where there was none, and a range that says for how long nothing has changed.

use hadaf_forecast::{Forecast, Options, TimeSeries};

fn fit(values: &[f64]) -> Forecast {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    let series = TimeSeries::of(&values, 12);
    let options = Options {
        horizon: 24,
        paths: 100,
        seed: 3,
    };
    Forecast::fit(&series, &options).expect("long enough")
}

/// Numbers that look drawn: a linear congruential generator (Numerical Recipes), and twelve of them for a normal one.
struct Draws(u64);

impl Draws {
    fn even(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.even()).sum::<f64>() - 6.0
    }
}

fn relative_width(forecast: &Forecast, h: usize, share: f64) -> f64 {
    (forecast.quantile(h, share) - forecast.quantile(h, 1.0 - share)) / forecast.mean(h)
}

/// By the rule of succession h / (n + 2) changes are to be expected within h months after n without one: the range
/// grows with the months ahead, and is the narrower the longer nothing has changed.
#[test]
fn the_range_of_a_constant_says_for_how_long_nothing_changed() {
    let (short, long) = (fit(&[100.0; 24]), fit(&[100.0; 96]));
    for h in 1..=24 {
        assert_eq!((short.mean(h), long.mean(h)), (100.0, 100.0));
        assert!(relative_width(&long, h, 0.9) < relative_width(&short, h, 0.9));
    }
    for pair in [1, 6, 12, 24].windows(2) {
        assert!(relative_width(&short, pair[0], 0.9) < relative_width(&short, pair[1], 0.9));
    }
    assert!(
        (0.02..0.10).contains(&relative_width(&short, 1, 0.9)),
        "{}",
        relative_width(&short, 1, 0.9)
    );
    assert_eq!((short.unchanged(), long.unchanged()), (23, 95));
    // Nothing but zeros has no size that a change could have.
    assert_eq!(
        (
            fit(&[0.0; 24]).mean(12),
            relative_width(&fit(&[-5.0; 24]), 3, 0.9) < 0.0
        ),
        (0.0, true)
    );
}

/// Steps of a tenth at a rate of which nothing is known but that none came in two years: the ranges hold what they
/// say, at every distance.
#[test]
fn the_range_of_a_constant_holds_what_it_says() {
    let forecast = fit(&[100.0; 24]);
    let mut draws = Draws(7);
    let mut inside = [[0; 3]; 2];
    let worlds = 4_000;
    for _ in 0..worlds {
        // The rate, uniform beforehand, given 23 months without a change: the smallest of 24 uniform ones.
        let rate = (0..24).map(|_| draws.even()).fold(1.0, f64::min);
        let mut level = 100.0;
        for h in 1..=24 {
            if draws.even() < rate {
                level *= 1.0 + 0.1 * draws.normal();
            }
            if let Some(place) = [1, 12, 24].iter().position(|at| *at == h) {
                for (counts, share) in inside.iter_mut().zip([0.9, 0.975]) {
                    let range = forecast.quantile(h, 1.0 - share)..=forecast.quantile(h, share);
                    counts[place] += u32::from(range.contains(&level));
                }
            }
        }
    }
    for (counts, least) in inside.iter().zip([0.8, 0.95]) {
        let held: Vec<f64> = counts
            .iter()
            .map(|count| f64::from(*count) / f64::from(worlds))
            .collect();
        assert!(held.iter().all(|held| *held >= least), "{least}: {held:?}");
    }
}

/// A year that repeats, and a constant but for one odd month, stand as still.
#[test]
fn what_repeats_and_what_was_odd_once_stand_still_too() {
    let year: Vec<f64> = (0..48)
        .map(|t| [90.0, 110.0, 100.0, 120.0, 80.0, 95.0][t % 6])
        .collect();
    let repeated = fit(&year);
    assert!((repeated.mean(1) / 90.0 - 1.0).abs() < 0.01 && (repeated.mean(24) / 95.0 - 1.0).abs() < 0.01);
    assert!(relative_width(&repeated, 12, 0.9) > 0.05);
    let mut odd = vec![100.0; 48];
    odd[30] = 60.0;
    let odd = fit(&odd);
    assert_eq!((odd.mean(1), odd.mean(24), odd.pulses().len()), (100.0, 100.0, 1));
    assert!(relative_width(&odd, 12, 0.9) > 0.05);
}

/// Noise about a level has no growth: over many such series the forecast two years ahead is the level. One that grows
/// by 6 % a year goes on growing.
#[test]
fn where_nothing_grew_nothing_is_foreseen_to_grow() {
    let mean_of = |growth: f64| {
        let sum: f64 = (0..40)
            .map(|seed| {
                let mut draws = Draws(seed);
                let mut level = 100.0;
                let values: Vec<f64> = (0..60)
                    .map(|_| {
                        level *= 1.0 + growth;
                        level * (1.0 + 0.04 * draws.normal())
                    })
                    .collect();
                fit(&values).mean(24) / level
            })
            .sum();
        sum / 40.0
    };
    let flat = mean_of(0.0);
    assert!((flat - 1.0).abs() < 0.004, "{flat}");
    let grown = mean_of(0.005);
    assert!(grown > 1.05, "{grown}");
}
