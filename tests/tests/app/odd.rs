//! What lies outside the pattern, and chances in their parts: told alike by forecast, method, chart and briefing.

use hadaf_app::wire::{ChartKind, OutlookRequest, OutlookView, RegisterKind};
use serde_json::{Value, json};

use crate::Desk;
use crate::risks::edit;
use crate::sums::{brief, chart, forecast, own, target};

fn outlook(desk: &Desk, series: &str) -> OutlookView {
    let request = OutlookRequest {
        series: series.into(),
        as_of: None,
    };
    desk.app.outlook(&request).unwrap()
}

/// A dip of a quarter, three months long, that a registered shutdown overlaps, and a month above the pattern; the
/// register may explain the first and not the second.
#[test]
fn one_off_spans_are_told_everywhere_with_what_may_explain_them() {
    let dip = ["2024-10", "2024-11", "2024-12"];
    let desk = own(|period, value| {
        Some(match period {
            "2025-09" => value * 1.3,
            period if dip.contains(&period) => value * 0.75,
            _ => value,
        })
    });
    let values = [
        ("start", "2024-11-05"),
        ("end", "2024-11-20"),
        ("scope", "Karachi"),
        ("kind", "port strike"),
    ];
    desk.app
        .register_set(&edit(RegisterKind::Disruptions, None, &values, "A page"))
        .unwrap();

    let (told, text) = forecast(&desk, "total");
    let unusual = told["unusual_months"].as_array().unwrap();
    let spans: Vec<(&str, &str)> = unusual
        .iter()
        .map(|it| (it["first"].as_str().unwrap(), it["last"].as_str().unwrap()))
        .collect();
    assert_eq!(spans, [("2024-10", "2024-12"), ("2025-09", "2025-09")], "{text}");
    assert_eq!(unusual[0]["disruptions"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&unusual[1]["disruptions"], &unusual[1]["may_last"]),
        (&json!([]), &json!(false))
    );

    let is_first = |line: &str| {
        line.starts_with("Unusual months: October to December 2024, ")
            && line.ends_with(
                "% below the pattern; not expected again. Entered among the disruptions of that time: port strike, Karachi.",
            )
    };
    assert!(text.lines().any(is_first), "{text}");
    let remarks = outlook(&desk, "total").method.unwrap().remarks;
    assert!(remarks.iter().any(|remark| is_first(remark)), "{remarks:?}");
    for kind in [ChartKind::Outlook, ChartKind::OutlookMonthly] {
        let note = chart(&desk, "total", kind).note;
        assert!(note.contains("Not expected again: Oct"), "{kind:?}: {note}");
        assert!(
            note.contains("2024 (\u{2212}2") && note.contains("Sep 2025 (+2"),
            "{kind:?}: {note}"
        );
    }
    // The briefing is made with it; its words are glyphs in the pages.
    assert!(!brief(&desk, "total").pages.is_empty());
}

/// The newest month may be a one-off or a new level, and is told as either; four months are a new level.
#[test]
fn the_newest_months_may_be_a_new_level() {
    let fallen = |from: &'static str| own(move |period, value| Some(if period >= from { value * 0.7 } else { value }));
    let (told, text) = forecast(&fallen("2026-09"), "total");
    let late = &told["unusual_months"][0];
    assert_eq!(
        (&late["first"], &late["may_last"], &late["taken_as_lasting"]),
        (&json!("2026-09"), &json!(true), &json!(0.25))
    );
    assert!(
        text.contains("It may be a one-off or a new level: 25\u{a0}% of it is taken as lasting"),
        "{text}"
    );
    let (usual, _) = forecast(&own(|_, value| Some(value)), "total");
    let (lasting, _) = forecast(&fallen("2026-06"), "total");
    assert_eq!(lasting["unusual_months"], json!([]));
    let month = |told: &Value| told["horizon"][2]["mean"].as_f64().unwrap();
    assert!(month(&told) > 0.85 * month(&usual) && month(&lasting) < 0.8 * month(&usual));
}

/// A target's chance in its parts, by the rule that will score it: they are one whole, and the same everywhere. 4.5 bn on
/// 1 April 2026, with the margin of the scoring rule.
#[test]
fn a_chance_is_told_in_the_parts_of_the_scoring_rule() {
    let desk = Desk::with_sample();
    let (told, text) = forecast(&desk, "ict_total");
    let claims = told["claims"].as_array().unwrap();
    for claim in claims {
        let part = |name: &str| claim["outcomes"][name].as_f64().unwrap();
        let whole = part("met") + part("too_close") + part("missed");
        assert!((whole - 1.0).abs() < 0.0035, "{claim}");
        assert_eq!(claim["probability"], claim["outcomes"]["met"]);
    }
    let near = claims
        .iter()
        .find(|claim| claim["value"] == "4500" && claim["fiscal_year"] == "FY2026")
        .unwrap();
    let part = |name: &str| near["outcomes"][name].as_f64().unwrap();
    assert!(
        (0.45..0.65).contains(&part("met")) && (0.05..0.25).contains(&part("too_close")),
        "{near}"
    );
    let close = told["fiscal_years"][0]["close_percent"].as_f64().unwrap();
    assert!((0.1..1.0).contains(&close), "{close}");

    // The same words in the text, on the card and in the claim's detail.
    let id = near["id"].as_str().unwrap();
    let view = outlook(&desk, "ict_total");
    let card = view.claims.iter().find(|claim| claim.id == id).unwrap();
    assert!(
        card.rest.contains("too close to call, ") && card.rest.ends_with(" missed"),
        "{}",
        card.rest
    );
    assert!(
        text.contains(&format!("{}; {}", card.chance.frequency, card.rest)),
        "{text}"
    );
}

/// Where no year was ever revised nothing is too close, and a chance has two parts.
#[test]
fn without_revisions_nothing_is_too_close() {
    let desk = own(|_, value| Some(value));
    target(&desk, "total", "FY2027", "2300");
    let (told, text) = forecast(&desk, "total");
    assert_eq!(told["claims"][0]["outcomes"]["too_close"], json!(0.001));
    assert!(!text.contains("too close"), "{text}");
    assert_eq!(outlook(&desk, "total").claims[0].rest, "");
}

/// Past years are tried one by one, at the same months to go, each asked for one thing.
#[test]
fn the_record_is_of_independent_years() {
    let desk = Desk::with_sample();
    let request = OutlookRequest {
        series: "ict_total".into(),
        as_of: None,
    };
    let record = desk.app.backtest(&request).unwrap();
    let years: Vec<&str> = record.chances.rows.iter().map(|row| row[0].text.as_str()).collect();
    assert!(
        years.len() >= 3 && years.windows(2).all(|pair| pair[0] < pair[1]),
        "{years:?}"
    );
    assert!(
        record
            .chances_note
            .starts_with(&format!("Tested on {} past years with four months to go", years.len()).replace("four", "4")),
        "{}",
        record.chances_note
    );
    assert!(
        record.public_record.contains("months of history"),
        "{}",
        record.public_record
    );
    assert!(record.note.contains("a year apart"), "{}", record.note);
}
