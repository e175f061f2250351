//! Every kind of chart, drawn from the sample: its picture, its words and its numbers beside their goldens.
//!
//! `UPDATE=1 cargo nextest run --release --workspace -E 'test(charts::)'` writes them anew; look at every picture
//! before it is committed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hadaf_app::wire::{ChartExport, ChartKind, ChartRequest, ChartView};

use crate::{Desk, chart_request};

/// Where the goldens stand.
fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/charts").join(name)
}

fn request(kind: ChartKind) -> ChartRequest {
    ChartRequest {
        scenario: matches!(kind, ChartKind::ScenarioFan | ChartKind::Scenarios | ChartKind::Tornado)
            .then(|| "week_offline".into()),
        ..chart_request(kind, None)
    }
}

/// What a chart says apart from its picture: the texts round it, its read-outs, its table.
fn words(view: &ChartView) -> String {
    let mut text = String::new();
    for (name, words) in [
        ("title", &view.title),
        ("subtitle", &view.subtitle),
        ("note", &view.note),
        ("source", &view.source),
        ("alt", &view.alt),
    ] {
        writeln!(text, "{name}: {words}").unwrap();
    }
    for point in &view.points {
        let of = point.history.as_ref().map_or_else(String::new, |of| match &of.claim {
            Some(claim) => format!(" [{claim}]"),
            None => format!(" [{}@{}]", of.series, of.period),
        });
        let parts = [point.head.as_str(), point.text.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        writeln!(text, "{}: {}{of}", point.lane, parts.join(": ")).unwrap();
    }
    writeln!(text, "| {} |", view.table.columns.join(" | ")).unwrap();
    for row in &view.table.rows {
        let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        writeln!(text, "| {} |", cells.join(" | ")).unwrap();
    }
    text
}

/// The table as other programs read it.
fn csv(desk: &Desk, kind: ChartKind) -> String {
    let path = desk.path(&format!("{}.csv", kind.as_str()));
    let export = ChartExport {
        chart: request(kind),
        path: path.clone(),
        scale: None,
        with_notes: false,
    };
    desk.app.chart_export(&export, crate::Existing::Keep).unwrap();
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_kind_is_drawn_from_the_sample_as_its_golden() {
    let desk = Desk::with_sample();
    let mut stale = Vec::new();
    for kind in ChartKind::ALL {
        let view = desk.app.chart(&request(*kind)).unwrap();
        let files = [
            ("svg", view.svg.clone()),
            ("txt", words(&view)),
            ("csv", csv(&desk, *kind)),
        ];
        for (ending, drawn) in files {
            let name = format!("{}.{ending}", kind.as_str());
            if std::env::var_os("UPDATE").is_some() {
                std::fs::write(golden(&name), &drawn).unwrap();
            } else if !std::fs::read_to_string(golden(&name)).is_ok_and(|golden| golden == drawn) {
                std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name), &drawn).unwrap();
                stale.push(name);
            }
        }
    }
    assert!(
        stale.is_empty(),
        "differ from {}: {stale:?}, drawn in {}; UPDATE=1 accepts it",
        golden("").display(),
        env!("CARGO_TARGET_TMPDIR"),
    );
}

/// A kind has one name: on the wire its words are joined by underscores, on the command line by hyphens.
#[test]
fn a_kind_has_one_name() {
    for kind in ChartKind::ALL {
        let wire = serde_json::to_value(kind).unwrap();
        assert_eq!(wire.as_str(), Some(kind.as_str().replace('-', "_").as_str()));
    }
}
