//! How long a chart takes from spec to SVG. The monthly chart is to stay under 2 ms.

#![allow(clippy::unwrap_used, reason = "a benchmark stops where it fails")]

#[path = "../tests/support/mod.rs"]
mod support;

use hadaf_chart::{ChartSpec, Scene, Size, Theme, png};

const SIZE: Size = Size {
    width: 960.0,
    height: 540.0,
};

fn main() {
    divan::main();
}

fn svg(spec: &ChartSpec) -> String {
    Scene::new(spec, SIZE, Theme::Light).unwrap().to_svg()
}

#[divan::bench]
fn monthly(bencher: divan::Bencher) {
    let spec = ChartSpec::Monthly(support::monthly());
    bencher.bench(|| svg(&spec));
}

/// With nothing remembered: each thread begins without measured texts.
#[divan::bench]
fn monthly_unmeasured(bencher: divan::Bencher) {
    let spec = ChartSpec::Monthly(support::monthly());
    bencher.bench(|| std::thread::scope(|scope| scope.spawn(|| svg(&spec)).join().unwrap()));
}

#[divan::bench]
fn year_to_date(bencher: divan::Bencher) {
    let spec = ChartSpec::YearToDate(support::year_to_date());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn annual(bencher: divan::Bencher) {
    let spec = ChartSpec::Annual(support::annual());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn budget(bencher: divan::Bencher) {
    let spec = ChartSpec::Budget(support::risks::budget());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn scenarios(bencher: divan::Bencher) {
    let spec = ChartSpec::Scenarios(support::risks::scenarios());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn timeline(bencher: divan::Bencher) {
    let spec = ChartSpec::Timeline(support::risks::timeline());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn tornado(bencher: divan::Bencher) {
    let spec = ChartSpec::Tornado(support::risks::tornado());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn monthly_fan(bencher: divan::Bencher) {
    let spec = ChartSpec::Monthly(support::outlook::monthly_fan());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn year_to_date_fan(bencher: divan::Bencher) {
    let spec = ChartSpec::YearToDate(support::outlook::year_to_date_fan());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn hedgehog(bencher: divan::Bencher) {
    let spec = ChartSpec::Hedgehog(support::outlook::hedgehog());
    bencher.bench(|| svg(&spec));
}

#[divan::bench]
fn backtest(bencher: divan::Bencher) {
    let spec = ChartSpec::Backtest(support::outlook::backtest());
    bencher.bench(|| svg(&spec));
}

#[divan::bench(sample_count = 10)]
fn monthly_png(bencher: divan::Bencher) {
    let svg = svg(&ChartSpec::Monthly(support::monthly()));
    bencher.bench(|| png(&svg, 2.0).unwrap());
}
