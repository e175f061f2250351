//! Speed of the forecast on a series like the product's own: monthly, growing, seasonal.

use hadaf_forecast::{Forecast, Options, TimeSeries};

fn main() {
    divan::main();
}

/// Months that grow by 1 % with a season and a reproducible irregular.
fn months(n: usize, which: usize) -> Vec<Option<f64>> {
    let mut level = 100.0 + which as f64;
    (0..n)
        .map(|t| {
            level *= 1.01;
            let season = [0.0, 2.0, 5.0, 3.0, 0.0, -3.0, -5.0, -2.0, 1.0, 0.0, 4.0, 9.0][t % 12];
            let noise = ((t * 7919 + which * 104_729) % 101) as f64 / 25.0 - 2.0;
            Some(level + season + noise)
        })
        .collect()
}

/// The goal: 20 series × 24 months × 10,000 paths below 100 ms.
#[divan::bench]
fn twenty_series_ten_thousand_paths(bencher: divan::Bencher<'_, '_>) {
    let all: Vec<Vec<Option<f64>>> = (0..20).map(|i| months(72, i)).collect();
    let options = Options {
        horizon: 24,
        paths: 10_000,
        seed: 1,
    };
    bencher.bench(|| {
        all.iter()
            .map(|values| Forecast::fit(&TimeSeries::of(values, 12), &options))
            .filter_map(Result::ok)
            .map(|forecast| forecast.mean(24))
            .sum::<f64>()
    });
}

/// One fit without paths, by months of history.
#[divan::bench(args = [36, 60, 115, 180])]
fn one_fit(bencher: divan::Bencher<'_, '_>, history: usize) {
    let values = months(history, 3);
    let options = Options {
        horizon: 18,
        paths: 0,
        seed: 1,
    };
    bencher.bench(|| Forecast::fit(&TimeSeries::of(&values, 12), &options));
}

/// A fit whose gains cannot be shared, since two months are missing.
#[divan::bench]
fn one_fit_with_a_gap(bencher: divan::Bencher<'_, '_>) {
    let mut values = months(72, 3);
    values[30..32].fill(None);
    let options = Options {
        horizon: 18,
        paths: 0,
        seed: 1,
    };
    bencher.bench(|| Forecast::fit(&TimeSeries::of(&values, 12), &options));
}
