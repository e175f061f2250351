//! How long a chart takes from spec to SVG. The monthly chart is to stay under 2 ms.

#![allow(clippy::unwrap_used, reason = "a benchmark stops where it fails")]

use hadaf_chart::{ChartSpec, Density, Plot, Size, Theme, fixtures, png};

const SIZE: Size = Size {
    width: 960.0,
    height: 540.0,
};

fn main() {
    divan::main();
}

fn svg(spec: &ChartSpec<Plot>) -> String {
    spec.lay_out(SIZE, Theme::Light).unwrap().to_svg()
}

/// A chart by the name of its example.
fn chart(name: &str) -> ChartSpec<Plot> {
    let (_, spec) = fixtures().into_iter().find(|(kind, _)| *kind == name).unwrap();
    spec
}

#[divan::bench(args = fixtures().into_iter().map(|(kind, _)| kind))]
fn kind(bencher: divan::Bencher, name: &str) {
    let spec = chart(name);
    bencher.bench(|| svg(&spec));
}

/// With nothing remembered: each thread begins without measured texts.
#[divan::bench]
fn monthly_unmeasured(bencher: divan::Bencher) {
    let spec = chart("monthly");
    bencher.bench(|| std::thread::scope(|scope| scope.spawn(|| svg(&spec)).join().unwrap()));
}

#[divan::bench(sample_count = 10)]
fn monthly_png(bencher: divan::Bencher) {
    let svg = svg(&chart("monthly"));
    bencher.bench(|| png(&svg, Density::TWO).unwrap());
}
