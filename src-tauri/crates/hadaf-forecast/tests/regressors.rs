//! What is known beside a series is counted where the series carries it, and changes nothing where it does not.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use hadaf_forecast::{Forecast, Options, Regressor, TimeSeries};

const KNOWN: usize = 84;
const AHEAD: usize = 12;

/// Numbers that look drawn from -1 to 1.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }

    /// About normal, of deviation 1.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() / 2.0
    }
}

/// Working days of months to come: 18 to 23, no two years alike.
fn days(noise: &mut Noise) -> Regressor {
    let values = (0..KNOWN + AHEAD)
        .map(|_| (20.5 + 2.5 * noise.next()).round())
        .collect();
    Regressor {
        values,
        usual: 0.05,
        seasons: 3,
    }
}

/// A level that grows and wanders, a season, and `effect` for each day more.
fn series(noise: &mut Noise, days: &Regressor, effect: f64) -> Vec<Option<f64>> {
    let mut level = libm::log(100.0);
    let value = |(t, days): (usize, &f64)| {
        level += 0.008 + 0.015 * noise.normal();
        let season = 0.08 * libm::sin(t as f64 * std::f64::consts::TAU / 12.0);
        Some(libm::exp(level + season + effect * days + 0.03 * noise.normal()))
    };
    days.values[..KNOWN].iter().enumerate().map(value).collect()
}

fn fit(values: &[Option<f64>], regressors: &[Regressor]) -> Forecast {
    let options = Options {
        horizon: AHEAD,
        paths: 200,
        seed: 3,
    };
    let series = TimeSeries {
        values,
        season: 12,
        regressors,
    };
    Forecast::fit(&series, &options).unwrap()
}

/// 3 % a day is found within its error, and the forecast differs from one without by what the days of a month ask.
#[test]
fn an_effect_is_found_and_given_back() {
    let mut found = 0;
    for seed in 1..=20 {
        let mut noise = Noise(seed);
        let days = days(&mut noise);
        let values = series(&mut noise, &days, 0.03);
        let forecast = fit(&values, std::slice::from_ref(&days));
        let effect = forecast.regressor_effects()[0];
        if !effect.kept {
            continue;
        }
        found += 1;
        let ratio = effect.ratio.unwrap();
        assert!((ratio - 1.03).abs() < 4.0 * effect.error, "{seed}: {effect:?}");
        // The same months, but the last has two days more.
        let mut more = days.clone();
        *more.values.last_mut().unwrap() += 2.0;
        let other = fit(&values, &[more]);
        assert_eq!(other.mean(1), forecast.mean(1));
        let change = other.mean(AHEAD) / forecast.mean(AHEAD);
        assert!((change - ratio * ratio).abs() < 1e-9, "{seed}: {change}");
        assert!(other.quantile(AHEAD, 0.9) > forecast.quantile(AHEAD, 0.9));
    }
    assert!(found >= 18, "{found} of 20");
}

/// Where there is none, it is told in few series, and then all is as without, to the last digit.
#[test]
fn what_is_not_carried_changes_nothing() {
    let mut kept = 0;
    for seed in 1..=60 {
        let mut noise = Noise(seed);
        let days = days(&mut noise);
        let values = series(&mut noise, &days, 0.0);
        let with = fit(&values, &[days]);
        if with.regressor_effects()[0].kept {
            kept += 1;
            continue;
        }
        let without = fit(&values, &[]);
        assert!(
            with.paths() == without.paths() && with.mean(3) == without.mean(3),
            "{seed}"
        );
    }
    assert!(kept <= 3, "{kept} of 60");
}

/// Short histories, one that nothing is known of, values that are no numbers, constants and two alike.
#[test]
fn nothing_is_told_where_nothing_can_be() {
    let mut noise = Noise(9);
    let days = days(&mut noise);
    let values = series(&mut noise, &days, 0.05);
    let kept = |values: &[Option<f64>], given: &[Regressor]| -> Vec<bool> {
        let forecast = fit(values, given);
        assert!((1..=AHEAD).all(|h| forecast.mean(h).is_finite()));
        forecast.regressor_effects().iter().map(|effect| effect.kept).collect()
    };
    let of = |values: Vec<f64>| Regressor {
        values,
        usual: 0.05,
        seasons: 3,
    };
    assert_eq!(kept(&values[..30], std::slice::from_ref(&days)), [false]);
    assert_eq!(
        kept(&values, &[of(Vec::new()), of(vec![f64::NAN; 96]), of(vec![7.0; 96])]),
        [false; 3]
    );
    assert_eq!(kept(&[Some(5.0); 60], std::slice::from_ref(&days)), [false]);
    assert_eq!(kept(&values, &[days.clone(), days.clone()]), [true, false]);
    // Steps, where values fall below nothing.
    let shifted: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| value - 300.0)).collect();
    let forecast = fit(&shifted, &[days]);
    assert!(forecast.regressor_effects()[0].ratio.is_none());
}
