use super::*;
use crate::numeric::{exp, ln};
use crate::reference::AIR_PASSENGERS;
use crate::rng::Rng;
use crate::{Forecast, Options, TimeSeries};

const LENGTH: usize = 51;

/// Growth of 1.2 % a month with a season, and some noise.
fn series(noise: f64) -> Vec<f64> {
    let mut rng = Rng::new(5);
    let mut level = 100.0;
    (0..LENGTH)
        .map(|t| {
            level *= 1.012;
            let place = [0.0, 0.05, 0.09, 0.1, 0.09, 0.05, 0.0, -0.05, -0.09, -0.1, -0.09, -0.05];
            level * (1.0 + place[t % 12]) * (1.0 + noise * rng.normal())
        })
        .collect()
}

fn fit(values: &[f64]) -> Forecast {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    let options = Options {
        horizon: 12,
        paths: 0,
        seed: 1,
    };
    let series = TimeSeries::of(&values, 12);
    Forecast::fit(&series, &options).expect("long enough")
}

/// What was told: position, length, and the figure over the pattern.
fn told(forecast: &Forecast) -> Vec<(usize, usize, f64)> {
    let pulses = forecast.pulses().iter();
    pulses
        .map(|pulse| (pulse.position, pulse.length, pulse.ratio.expect("always positive")))
        .collect()
}

fn assert_told(forecast: &Forecast, expected: &[(usize, usize, f64)]) {
    let told = told(forecast);
    let alike = |(one, other): (&(usize, usize, f64), &(usize, usize, f64))| {
        (one.0, one.1) == (other.0, other.1) && (one.2 / other.2 - 1.0).abs() < 0.08
    };
    assert!(
        told.len() == expected.len() && told.iter().zip(expected).all(alike),
        "{told:?} is not {expected:?}"
    );
}

/// (span, factor) each: shallow and deep, up and down, one to three months long, alone and repeated, in the middle
/// and just before the end. All are told with their size, and none moves the forecast by more than 4 %.
#[test]
fn one_off_spans_are_told_and_not_expected_again() {
    let cases: [&[(usize, usize, f64)]; 12] = [
        &[(27, 1, 0.5)],
        &[(40, 1, 0.5)],
        &[(30, 1, 0.85)],
        &[(30, 2, 0.8)],
        &[(20, 3, 0.75)],
        &[(41, 3, 0.7)],
        &[(30, 2, 1.5)],
        &[(15, 1, 0.8), (29, 1, 0.75), (42, 1, 0.8)],
        &[(13, 1, 0.5), (30, 2, 0.7), (45, 1, 1.4)],
        &[(27, 3, 0.75), (38, 1, 1.3)],
        // One usual month came after it, and that is enough.
        &[(49, 1, 0.7)],
        &[(48, 2, 0.7)],
    ];
    for noise in [0.0, 0.02] {
        let usual = series(noise);
        let expected = fit(&usual);
        assert_told(&expected, &[]);
        for case in cases {
            let mut odd = usual.clone();
            for &(first, length, factor) in case {
                odd[first..first + length].iter_mut().for_each(|value| *value *= factor);
            }
            let forecast = fit(&odd);
            assert_told(&forecast, case);
            assert!(forecast.pulses().iter().all(|pulse| !pulse.may_last()), "{case:?}");
            for h in 1..=12 {
                let moved = forecast.mean(h) / expected.mean(h) - 1.0;
                assert!(moved.abs() < 0.04, "{noise} {case:?} {h}: {moved}");
            }
        }
    }
}

/// At the end nobody can tell a dip from a new level: it is told as either, moves the forecast the less the shorter it
/// is, and makes the range wider. The fourth month is a new level, which is followed.
#[test]
fn at_the_end_a_dip_may_be_a_new_level() {
    let usual = series(0.02);
    let expected = fit(&usual);
    let moved = |months: usize| {
        let mut odd = usual.clone();
        odd[LENGTH - months..].iter_mut().for_each(|value| *value *= 0.7);
        let forecast = fit(&odd);
        let moved = 1.0 - forecast.mean(3) / expected.mean(3);
        let width = forecast.quantile(3, 0.9) - forecast.quantile(3, 0.1);
        (forecast, moved, width)
    };
    let before = expected.quantile(3, 0.9) - expected.quantile(3, 0.1);
    let mut last = 0.0;
    for months in 1..=3 {
        let (forecast, moved, width) = moved(months);
        assert_told(&forecast, &[(LENGTH - months, months, 0.7)]);
        assert_eq!(forecast.pulses()[0].kept, months as f64 / 4.0);
        assert!(
            moved > last && moved < 0.3 && width > 1.3 * before,
            "{months}: {moved} {width}"
        );
        last = moved;
    }
    for months in [4, 6, 9, 14] {
        let (forecast, moved, _) = moved(months);
        assert_told(&forecast, &[]);
        assert!(moved > 0.2, "{months}: {moved}");
    }
}

#[test]
fn what_is_usual_is_no_pulse() {
    assert_told(&fit(&AIR_PASSENGERS), &[]);
    assert_told(&fit(&series(0.05)), &[]);
    let mut step = series(0.02);
    step[30..].iter_mut().for_each(|value| *value *= 1.5);
    assert_told(&fit(&step), &[]);
    let mut four = series(0.02);
    four[30..34].iter_mut().for_each(|value| *value *= 0.5);
    assert_told(&fit(&four), &[]);
    // A dip of every year is a season, also of a season that came up half way.
    let mut season = series(0.02);
    season.iter_mut().skip(3).step_by(12).for_each(|value| *value *= 0.5);
    assert_told(&fit(&season), &[]);
    let mut half = series(0.02);
    half.iter_mut().skip(27).step_by(12).for_each(|value| *value *= 0.5);
    assert_told(&fit(&half), &[]);
}

/// Series without any one-off: noise, seasons smooth and rough, growth, and values that hang on those before them up
/// to a random walk. Fewer than one in twenty-five has anything told of it, whatever its length; the next values after the
/// end would tell, so that fewer than one in a hundred is told at the end.
#[test]
fn false_alarms_are_rare() {
    for length in [24, 36, 51, 60, 84, 120] {
        for (growth, season, hangs, noise) in [
            (0.0, 0.0, 0.0, 0.03),
            (0.01, 0.1, 0.0, 0.03),
            (0.01, 0.3, 0.0, 0.1),
            (-0.005, 0.1, 0.5, 0.02),
            (0.005, 0.1, 0.9, 0.03),
            (0.01, 0.05, 1.0, 0.03),
        ] {
            let found = (0..200).map(|seed| {
                let mut rng = Rng::new(seed * 7 + length as u64);
                let places: Vec<f64> = (0..12).map(|_| season * rng.normal()).collect();
                let mut error = 0.0;
                let mut values: Vec<f64> = (0..length)
                    .map(|t| {
                        error = hangs * error + noise * rng.normal();
                        growth * t as f64 + places[t % 12] + error
                    })
                    .collect();
                take_out(&mut values, &vec![true; length], 12)
            });
            let found: Vec<Vec<OddSpan>> = found.collect();
            let with = |of: &dyn Fn(&OddSpan) -> bool| found.iter().filter(|spans| spans.iter().any(of)).count();
            let (all, late) = (with(&|_| true), with(&|span| span.kept > 0.0));
            assert!(
                all <= 8 && late <= 2,
                "{length} {growth} {season} {hangs} {noise}: {all} {late}"
            );
        }
    }
}

#[test]
fn what_is_taken_out_is_the_distance_from_the_pattern() {
    let mut values: Vec<f64> = series(0.0).into_iter().map(ln).collect();
    let usual = values[20];
    values[20] -= 0.4;
    let found = take_out(&mut values, &[true; LENGTH], 12);
    assert_eq!(found.len(), 1);
    assert!(
        (found[0].away + 0.4).abs() < 0.03 && (values[20] - usual).abs() < 0.03,
        "{found:?}"
    );
    assert!(exp(values[20]) > 100.0);
}

/// What fills holes has no noise: where many values are missing, nothing is told of the others.
#[test]
fn beside_many_holes_nothing_is_told() {
    let values: Vec<f64> = series(0.05).into_iter().map(ln).collect();
    let observed: Vec<bool> = (0..LENGTH).map(|t| t % 3 == 0).collect();
    let seen: Vec<f64> = (0..LENGTH).map(|t| values[t - t % 3]).collect();
    assert!(take_out(&mut seen.clone(), &observed, 12).is_empty());
}

/// Without three seasons nobody knows the season: what is as far off a year before or after is taken for one.
#[test]
fn in_a_short_history_a_peak_of_every_year_is_no_pulse() {
    let mut peaks: Vec<f64> = series(0.02)[..30].to_vec();
    peaks.iter_mut().skip(5).step_by(12).for_each(|value| *value *= 1.8);
    assert_told(&fit(&peaks), &[]);
    let mut dip: Vec<f64> = series(0.02)[..30].to_vec();
    dip[14] *= 0.4;
    let told = told(&fit(&dip));
    assert!(
        matches!(told[..], [(14, 1, ratio)] if (0.35..0.5).contains(&ratio)),
        "{told:?}"
    );
}
