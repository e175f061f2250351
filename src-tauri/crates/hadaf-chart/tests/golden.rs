//! Every example byte for byte beside its golden: on one canvas, and where its layout turns on size and theme on all.
//!
//! `UPDATE=1 cargo test -p hadaf-chart --test golden` writes the goldens anew, and each as a PNG into
//! cargo's temporary folder to be looked at.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use hadaf_chart::*;

struct CanvasCase {
    name: &'static str,
    size: (f64, f64),
    theme: Theme,
    framed: bool,
}

const fn case(name: &'static str, width: f64, height: f64, theme: Theme, framed: bool) -> CanvasCase {
    CanvasCase {
        name,
        size: (width, height),
        theme,
        framed,
    }
}

const CASES: [CanvasCase; 8] = [
    case("640", 640.0, 400.0, Theme::Light, true),
    case("960", 960.0, 540.0, Theme::Light, true),
    case("1600", 1600.0, 900.0, Theme::Light, true),
    case("dark-960", 960.0, 540.0, Theme::Dark, true),
    case("screen-712", 712.0, 380.0, Theme::Light, false),
    case("screen-1160-dark", 1160.0, 520.0, Theme::Dark, false),
    case("print-605", 605.0, 290.0, Theme::Print, false),
    case("print-960", 960.0, 540.0, Theme::Print, true),
];

/// Goldens that there are at least: the first thirteen charts have all eight.
const LEAST: usize = 104;

/// The one canvas on which every chart has a golden.
const FIRST: &str = "960";

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// What differs from its golden; a chart has one on the first canvas, or one on each.
fn check(kind: &str, spec: &ChartSpec<Plot>) -> Vec<String> {
    let update = std::env::var_os("UPDATE").is_some();
    let name = |case: &CanvasCase| format!("{kind}-{}.svg", case.name);
    let held: Vec<&CanvasCase> = CASES
        .iter()
        .filter(|case| case.name == FIRST || golden(&name(case)).exists())
        .collect();
    assert!([1, CASES.len()].contains(&held.len()), "{kind} has lost a golden");
    let mut stale = Vec::new();
    for case in held {
        let spec = if case.framed { spec.clone() } else { spec.clone().bare() };
        let (width, height) = case.size;
        let svg = spec.lay_out(Size { width, height }, case.theme).unwrap().to_svg();
        let path = golden(&name(case));
        if update {
            std::fs::write(&path, &svg).unwrap();
            let picture = png(&svg, if width < 700.0 { Density::TWO } else { Density::ONE }).unwrap();
            let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
                .join(name(case))
                .with_extension("png");
            std::fs::write(out, picture).unwrap();
        } else if !std::fs::read_to_string(&path).is_ok_and(|golden| golden == svg) {
            let drawn = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name(case));
            std::fs::write(drawn, &svg).unwrap();
            stale.push(name(case));
        }
    }
    stale
}

/// A page with the golden and what was drawn side by side; gives its path.
fn compare(stale: &[String]) -> String {
    let rows: String = stale
        .iter()
        .map(|name| {
            format!(
                "<h2>{name}</h2><img src=\"{}\"><img src=\"{name}\">",
                golden(name).display()
            )
        })
        .collect();
    let page = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("stale.html");
    std::fs::write(
        &page,
        format!("<!doctype html><title>Stale goldens</title><style>img {{ width: 49% }}</style>{rows}"),
    )
    .unwrap();
    page.display().to_string()
}

#[test]
fn charts_are_drawn_as_their_goldens() {
    let stale: Vec<String> = fixtures().iter().flat_map(|(kind, spec)| check(kind, spec)).collect();
    if !stale.is_empty() {
        let page = compare(&stale);
        panic!("differ from their goldens: {stale:?}; {page} shows before and after, UPDATE=1 accepts it");
    }
}

#[test]
fn no_golden_is_lost_or_idle() {
    let known: Vec<String> = fixtures()
        .iter()
        .flat_map(|(kind, _)| CASES.iter().map(move |case| format!("{kind}-{}.svg", case.name)))
        .collect();
    let held: Vec<String> = std::fs::read_dir(golden(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    for name in &held {
        assert!(known.contains(name), "{name} is drawn by no chart");
    }
    assert!(held.len() >= LEAST, "{} goldens", held.len());
}
