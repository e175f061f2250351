//! Every kind at every size and theme, byte for byte, beside its golden.
//!
//! `UPDATE=1 cargo test -p hadaf-chart --test golden` writes the goldens anew, and each as a PNG into
//! cargo's temporary folder to be looked at.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod support;

use std::path::{Path, PathBuf};

use hadaf_chart::*;

struct Case {
    name: &'static str,
    size: (f64, f64),
    theme: Theme,
    framed: bool,
}

const fn case(name: &'static str, width: f64, height: f64, theme: Theme, framed: bool) -> Case {
    Case {
        name,
        size: (width, height),
        theme,
        framed,
    }
}

const CASES: [Case; 8] = [
    case("640", 640.0, 400.0, Theme::Light, true),
    case("960", 960.0, 540.0, Theme::Light, true),
    case("1600", 1600.0, 900.0, Theme::Light, true),
    case("dark-960", 960.0, 540.0, Theme::Dark, true),
    case("screen-712", 712.0, 380.0, Theme::Light, false),
    case("screen-1160-dark", 1160.0, 520.0, Theme::Dark, false),
    case("print-605", 605.0, 290.0, Theme::Print, false),
    case("print-960", 960.0, 540.0, Theme::Print, true),
];

fn unframe(mut spec: ChartSpec) -> ChartSpec {
    *spec.frame_mut() = support::unframed(spec.frame());
    spec
}

fn check(kind: &str, spec: &ChartSpec) {
    let update = std::env::var_os("UPDATE").is_some();
    let mut stale = Vec::new();
    for case in &CASES {
        let spec = if case.framed {
            spec.clone()
        } else {
            unframe(spec.clone())
        };
        let (width, height) = case.size;
        let svg = Scene::new(&spec, Size { width, height }, case.theme).unwrap().to_svg();
        let name = format!("{kind}-{}.svg", case.name);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(&name);
        if update {
            std::fs::write(&path, &svg).unwrap();
            let picture = png(&svg, if width < 700.0 { 2.0 } else { 1.0 }).unwrap();
            let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
                .join(name)
                .with_extension("png");
            std::fs::write(out, picture).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != svg {
            std::fs::write(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(&name), &svg).unwrap();
            stale.push(name);
        }
    }
    if !stale.is_empty() {
        let page = compare(kind, &stale);
        panic!("differ from their goldens: {stale:?}; {page} shows before and after, UPDATE=1 accepts it");
    }
}

/// A page with the golden and what was drawn side by side; gives its path.
fn compare(kind: &str, stale: &[String]) -> String {
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let rows: String = stale
        .iter()
        .map(|name| {
            format!(
                "<h2>{name}</h2><img src=\"{}\"><img src=\"{name}\">",
                goldens.join(name).display()
            )
        })
        .collect();
    let page = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{kind}.html"));
    std::fs::write(
        &page,
        format!("<!doctype html><title>{kind}</title><style>img {{ width: 49% }}</style>{rows}"),
    )
    .unwrap();
    page.display().to_string()
}

#[test]
fn monthly() {
    check("monthly", &ChartSpec::Monthly(support::monthly()));
}

#[test]
fn year_to_date() {
    check("year-to-date", &ChartSpec::YearToDate(support::year_to_date()));
}

#[test]
fn annual() {
    check("annual", &ChartSpec::Annual(support::annual()));
}

#[test]
fn tornado() {
    check("tornado", &ChartSpec::Tornado(support::risks::tornado()));
}

#[test]
fn scenarios() {
    check("scenarios", &ChartSpec::Scenarios(support::risks::scenarios()));
}

#[test]
fn budget() {
    check("budget", &ChartSpec::Budget(support::risks::budget()));
}

#[test]
fn monthly_fan() {
    check("monthly-fan", &ChartSpec::Monthly(support::outlook::monthly_fan()));
}

#[test]
fn year_to_date_fan() {
    check(
        "year-to-date-fan",
        &ChartSpec::YearToDate(support::outlook::year_to_date_fan()),
    );
}

#[test]
fn year_to_date_scenario() {
    let chart = support::outlook::year_to_date_scenario();
    check("year-to-date-scenario", &ChartSpec::YearToDate(chart));
}

#[test]
fn hedgehog() {
    check("hedgehog", &ChartSpec::Hedgehog(support::outlook::hedgehog()));
}

#[test]
fn backtest() {
    check("backtest", &ChartSpec::Backtest(support::outlook::backtest()));
}

#[test]
fn timeline() {
    check("timeline", &ChartSpec::Timeline(support::risks::timeline()));
}

#[test]
fn initiatives() {
    check("initiatives", &ChartSpec::Timeline(support::risks::initiatives()));
}
