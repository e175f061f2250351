//! One question has one answer: what `show`, `forecast`, the briefing's text, its attachment and the charts' files say of
//! a day agrees.

use std::fs;
use std::path::Path;
use std::process::Command;

use hadaf_tests::{folder, hadaf, sample};
use serde_json::Value;

/// Days on which the year so far came from months, from a published total, and from both; within a year and after it.
const DAYS: [&str; 7] = [
    "2023-03-31",
    "2023-06-30",
    "2025-01-01",
    "2025-06-30",
    "2026-01-31",
    "2026-04-01",
    "2026-11-24",
];

/// What is told of a day.
struct Told {
    show: Value,
    show_text: String,
    forecast: Value,
    brief: String,
}

fn told(folder: &Path, series: &str, day: &str) -> Told {
    let of = |verb: &str| format!("{verb} sample.hadaf --series {series} --as-of {day}");
    let name = format!("{series}-{day}.pdf");
    let written = hadaf(folder, &format!("{} --out {name}", of("brief")));
    assert_eq!(written.code, Some(0), "{day}: {}", written.stderr);
    let text = Command::new("pdftotext")
        .arg(folder.join(name))
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    Told {
        show: hadaf(folder, &format!("{} --json", of("show"))).json(),
        show_text: hadaf(folder, &of("show")).stdout,
        forecast: hadaf(folder, &format!("{} --json", of("forecast"))).json(),
        brief: text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The last row of the current year in a chart's file.
fn last_total(folder: &Path, day: &str, kind: &str, head: &str) -> Option<f64> {
    let name = format!("{kind}-{day}.csv");
    let words = format!("chart sample.hadaf {kind} --series ict_total --as-of {day} --out {name}");
    let run = hadaf(folder, &words);
    assert_eq!(run.code, Some(0), "{words}: {}", run.stderr);
    let text = fs::read_to_string(folder.join(name)).unwrap();
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let place = rows.headers().unwrap().iter().position(|it| it == head)?;
    let cells: Vec<String> = rows.records().map(|row| row.unwrap()[place].to_owned()).collect();
    let number = |text: &String| text.replace(['\u{a0}', ','], "").parse().ok();
    cells.iter().filter_map(number).next_back()
}

fn grouped(value: f64) -> String {
    let whole = format!("{:.0}", value.abs().round());
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn number(value: &Value) -> f64 {
    value
        .as_str()
        .map_or_else(|| value.as_f64().unwrap(), |text| text.parse().unwrap())
}

#[test]
fn every_output_says_the_same_of_a_day() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for day in DAYS {
        let told = told(folder, "ict_total", day);
        let year = told.show["fiscal_years"].as_array().unwrap().last().unwrap();
        let name = year["fiscal_year"].as_str().unwrap();
        let so_far = number(&year["value"]);

        // The year so far.
        let ahead = &told.forecast["fiscal_years"][0];
        assert_eq!(ahead["fiscal_year"], *name, "{day}");
        assert_eq!(number(&ahead["known"]), so_far, "{day}");
        assert_eq!(ahead["months_known"], year["months"], "{day}");
        assert_eq!(number(&told.show["pace"][0]["to_date"]), so_far, "{day}");
        assert_eq!(last_total(folder, day, "year-to-date", name), Some(so_far), "{day}");
        let money = format!("${} m", grouped(so_far));
        assert!(told.brief.contains(&money), "{day}: no {money} in {}", told.brief);

        // Its growth: the same last digit in text of either.
        if let Some(growth) = year["growth_percent"].as_f64() {
            let line = told.show_text.lines().find(|line| line.starts_with(name)).unwrap();
            let shown = line.split_whitespace().nth(2).unwrap();
            assert!((number(&Value::from(shown.replace('\u{2212}', "-").replace('+', ""))) - growth).abs() < 0.051);
            assert!(
                told.brief.contains(shown),
                "{day}: no growth of {shown} in {}",
                told.brief
            );
        }

        // What is needed, and the gap.
        let pace = &told.show["pace"][0];
        let open = grouped(number(&year["gap"]));
        assert!(told.brief.contains(&open), "{day}: no gap of {open} in {}", told.brief);
        let needed = grouped(number(&pace["needed_per_month"]));
        assert!(
            told.show_text.contains(&format!("{needed} a month")),
            "{day}: {}",
            told.show_text
        );
        let needed = format!("${needed} m");
        assert!(told.brief.contains(&needed), "{day}: no {needed} in {}", told.brief);

        // The chance, and the range: those of the forecast.
        let claim = told.forecast["claims"].as_array().unwrap();
        let claim = claim.iter().find(|claim| claim["id"] == pace["claim"]).unwrap();
        let chance = match claim["probability"].as_f64().unwrap() {
            share if share <= 0.001 => "less than 1 in 1,000".to_owned(),
            share if share < 0.01 => "fewer than 1 in 100".to_owned(),
            share if share > 0.99 => "more than 99".to_owned(),
            share => format!("{:.0} of 100", share * 100.0),
        };
        assert!(told.brief.contains(&chance), "{day}: no {chance} in {}", told.brief);
        for end in ["median", "lo80", "hi80"] {
            let text = format!("${:.2} bn", (number(&ahead[end]) / 10.0).round() / 100.0);
            assert!(
                told.brief.contains(&text),
                "{day}: no {end} of {text} in {}",
                told.brief
            );
        }
    }
}

/// *IT exports less imports*: three of seven months are there, and a published total to February.
#[test]
fn a_published_total_stands_where_months_lack() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let words = "show sample.hadaf --series net_ict_exports --as-of 2026-11-24";
    let show = hadaf(folder, &format!("{words} --json")).json();
    let year = show["fiscal_years"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&year["value"], &year["basis"]),
        (&"2550".into(), &"published_to_date".into())
    );
    assert_eq!((&year["months"], &year["last_month"]), (&8.into(), &"2026-02".into()));
    let brief = "brief sample.hadaf --series net_ict_exports --as-of 2026-11-24 --out net.pdf";
    assert_eq!(hadaf(folder, brief).code, Some(0));
    let text = Command::new("pdftotext")
        .arg(folder.join("net.pdf"))
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.contains("2,550") && !text.contains("961"), "{text}");
}

/// A day to come is refused by every verb that is asked of a day, in the same words.
#[test]
fn no_verb_knows_a_day_to_come() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for verb in [
        "show sample.hadaf",
        "show sample.hadaf --history ict_total@2024-11",
        "forecast sample.hadaf",
        "claims sample.hadaf",
        "risks sample.hadaf",
        "scenario sample.hadaf",
        "scenario sample.hadaf week_offline",
        "chart sample.hadaf trajectory --out to-come.svg",
        "brief sample.hadaf --out to-come.pdf",
    ] {
        let refused = hadaf(folder, &format!("{verb} --as-of 2999-07-15 --json"));
        assert_eq!(refused.code, Some(2), "{verb}: {}", refused.stderr);
        let message = refused.error()["message"].to_string();
        assert!(message.contains("is still to come"), "{verb}: {message}");
    }
    assert!(!folder.join("to-come.pdf").exists() && !folder.join("to-come.svg").exists());
}
