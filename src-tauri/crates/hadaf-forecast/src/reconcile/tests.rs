use proptest::prelude::*;

use super::*;
use crate::rng::Rng;
use crate::{Options, TimeSeries};

const SEASON: usize = 12;
const PATHS: usize = 400;

fn fit(values: &[Option<f64>], horizon: usize, seed: u64) -> Forecast {
    let options = Options {
        horizon,
        paths: PATHS,
        seed,
    };
    Forecast::fit(&TimeSeries::of(values, SEASON), &options).expect("long enough")
}

/// A season, a trend and noise of its own; as small as `level`.
fn history(level: f64, noise: f64, months: usize, seed: u64) -> Vec<f64> {
    let mut rng = Rng::new(seed);
    let season = |month: usize| 1.0 + 0.1 * (month % SEASON) as f64 / 11.0;
    let value = |month| (level * (season(month) + 0.004 * month as f64) + noise * rng.normal()).max(0.0);
    (0..months).map(value).collect()
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn sums(of: &[Vec<f64>]) -> Vec<f64> {
    (0..of[0].len())
        .map(|month| of.iter().map(|values| values[month]).sum())
        .collect()
}

fn rows(forecast: &Forecast) -> Vec<&[f64]> {
    forecast.paths().rows().collect()
}

/// Of a month in a path, the total less its parts.
fn left(total: &Forecast, parts: &[Forecast], path: usize, month: usize) -> f64 {
    rows(total)[path][month] - parts.iter().map(|part| rows(part)[path][month]).sum::<f64>()
}

fn strand(forecast: &Forecast) -> Strand<'_> {
    Strand { known: &[], forecast }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Whatever the parts are, with the rest they are the total in every draw, and what was never negative stays so.
    #[test]
    fn draws_add_up(
        levels in proptest::collection::vec((0.0..300.0_f64, 0.0..60.0_f64, 14..60_usize), 1..4),
        seed in 0..1_000_u64,
    ) {
        let histories: Vec<Vec<f64>> = levels
            .iter()
            .zip(seed..)
            .map(|((level, noise, _), seed)| history(*level, *noise, 60, seed))
            .collect();
        let total = fit(&some(&sums(&histories)), 9, seed);
        // Of some parts the beginning is not known.
        let parts: Vec<Forecast> = histories
            .iter()
            .zip(&levels)
            .zip(seed + 100..)
            .map(|((values, (.., months)), seed)| fit(&some(&values[60 - months..]), 9, seed))
            .collect();
        let strands: Vec<Strand<'_>> = parts.iter().map(strand).collect();
        let (last, but_last) = strands.split_last().expect("a part");
        let found = reconcile(&strand(&total), but_last, &Rest::Forecast(*last), 7);
        let all = reconcile(&strand(&total), &strands, &Rest::Forecast(strand(&fit(&[Some(0.0); 20], 9, 1))), 7);
        for path in 0..PATHS {
            for month in 0..9 {
                let whole = rows(&total)[path][month];
                // A forecast of nothing is next to nothing.
                let close = 1e-6 * whole.abs().max(1.0);
                prop_assert!(left(&total, &all, path, month).abs() <= close);
                prop_assert!(left(&total, &found, path, month) >= -close);
                prop_assert!(all.iter().chain(&found).all(|part| rows(part)[path][month] >= -1e-9));
            }
        }
        prop_assert!(all.iter().all(|part| (1..=9).all(|h| part.quantile(h, 0.1) <= part.quantile(h, 0.9))));
    }
}

#[test]
fn one_part_is_the_total() {
    let values = history(200.0, 9.0, 48, 3);
    let (total, part) = (fit(&some(&values), 12, 1), fit(&some(&values[20..]), 12, 2));
    let nothing = fit(&[Some(0.0); 48], 12, 3);
    let found = reconcile(&strand(&total), &[strand(&part)], &Rest::Forecast(strand(&nothing)), 7);
    for (mine, its) in rows(&found[0])
        .iter()
        .flat_map(|row| row.iter())
        .zip(rows(&total).iter().flat_map(|row| row.iter()))
    {
        assert!((mine - its).abs() < 1e-6, "{mine} {its}");
    }
}

#[test]
fn without_parts_there_is_nothing_to_share() {
    let total = fit(&some(&history(200.0, 9.0, 48, 3)), 12, 1);
    assert!(reconcile(&strand(&total), &[], &Rest::Unknown, 7).is_empty());
    assert!(reconcile(&strand(&total), &[], &Rest::Shares(&[0.5]), 7).is_empty());
}

/// Of a rest of which nothing is known the parts learn only that it is not below zero.
#[test]
fn an_unknown_rest_leaves_parts_alone_as_long_as_they_fit() {
    let values = history(200.0, 9.0, 48, 3);
    let half: Vec<f64> = values.iter().map(|value| 0.5 * value).collect();
    let (total, part) = (fit(&some(&values), 12, 1), fit(&some(&half), 12, 2));
    let found = reconcile(&strand(&total), &[strand(&part)], &Rest::Unknown, 7);
    assert_eq!(sorted(&found[0], 3), sorted(&part, 3));
    // Two such parts are the whole, and half of their draws would be more.
    let other = fit(&some(&half), 12, 5);
    let found = reconcile(&strand(&total), &[strand(&part), strand(&other)], &Rest::Unknown, 7);
    assert!((0..PATHS).all(|path| left(&total, &found, path, 3) > -1e-9));
}

fn sorted(forecast: &Forecast, month: usize) -> Vec<f64> {
    let mut values: Vec<f64> = rows(forecast).iter().map(|row| row[month]).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// What was published of the total tells the part that is published later: all but what the other part may be.
#[test]
fn a_figure_of_the_total_is_known_to_its_parts() {
    let parts = [history(200.0, 20.0, 60, 1), history(40.0, 2.0, 60, 2)];
    let total = sums(&parts);
    let whole = fit(&some(&total), 12, 1);
    // The parts end six months before the total.
    let ahead = [fit(&some(&parts[0][..54]), 18, 2), fit(&some(&parts[1][..54]), 18, 3)];
    let known = some(&total[54..]);
    let of = |parts: &[Forecast]| {
        let told = Strand {
            known: &known,
            forecast: &whole,
        };
        let none = fit(&[Some(0.0); 54], 18, 9);
        reconcile(
            &told,
            &parts.iter().map(strand).collect::<Vec<_>>(),
            &Rest::Forecast(strand(&none)),
            7,
        )
    };
    let found = of(&ahead);
    let width = |part: &Forecast, h: usize| part.quantile(h, 0.9) - part.quantile(h, 0.1);
    for h in 1..=6 {
        assert!(width(&found[0], h) < 0.5 * width(&ahead[0], h), "{h}");
        let error = (found[0].mean(h) - parts[0][53 + h]).abs();
        assert!(error < 10.0, "{h}: {error}");
    }
    // In the months that nobody knows the ranges stay of the same order.
    assert!(width(&found[0], 12) > 0.5 * width(&ahead[0], 12));
    // The same question has the same answer.
    assert_eq!(of(&ahead)[0].paths(), found[0].paths());
}

/// By rolling origin: the parts are foretold no worse beside their total, and better where they have been followed for a short time.
#[test]
fn parts_are_foretold_better_beside_their_total() {
    let (mut alone, mut beside) = (0.0, 0.0);
    for seed in 0..6 {
        let parts = [
            history(150.0, 12.0, 84, seed),
            history(90.0, 9.0, 84, 50 + seed),
            history(20.0, 4.0, 84, 90 + seed),
        ];
        let total = sums(&parts);
        let whole = fit(&some(&total[..72]), 12, seed);
        // Followed for a year and a half.
        let own: Vec<Forecast> = parts
            .iter()
            .zip(seed..)
            .map(|(part, seed)| fit(&some(&part[54..72]), 12, seed))
            .collect();
        let strands: Vec<Strand<'_>> = own.iter().map(strand).collect();
        let found = reconcile(&strand(&whole), &strands[..2], &Rest::Forecast(strands[2]), 7);
        let error = |part: &Forecast, which: usize| {
            let errors = (1..=12).map(|h| (part.mean(h) - parts[which][71 + h]).abs());
            errors.sum::<f64>()
        };
        for which in 0..2 {
            alone += error(&own[which], which);
            beside += error(&found[which], which);
        }
    }
    assert!(beside < alone, "{beside} {alone}");
}

/// cov(a, a + b) / var(a + b) by hand: a = 0, 2 and b = 1, 1: all of it; a + b that never moves has none.
#[test]
fn a_spread_is_shared_out() {
    let shares = shares_of_spread(&[1.0, 3.0], &[vec![0.0, 2.0], vec![1.0, 1.0]]).expect("it varies");
    assert_eq!(shares, [1.0, 0.0]);
    assert_eq!(shares_of_spread(&[2.0, 2.0], &[vec![0.0, 2.0]]), None);
}

#[test]
fn a_share_is_drawn_for_each_path() {
    let values = history(200.0, 9.0, 48, 3);
    let part: Vec<f64> = values.iter().map(|value| 0.8 * value).collect();
    let (total, part) = (fit(&some(&values), 12, 1), fit(&some(&part), 12, 2));
    let found = reconcile(&strand(&total), &[strand(&part)], &Rest::Shares(&[0.19, 0.2, 0.21]), 7);
    for path in 0..PATHS {
        let share = left(&total, &found, path, 5) / rows(&total)[path][5];
        assert!((0.1..0.3).contains(&share), "{share}");
    }
}
