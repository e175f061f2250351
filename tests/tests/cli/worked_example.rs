//! The worked example in `assets/examples` says what the program says. `UPDATE=1` writes its table anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hadaf_tests::{folder, hadaf, root, sample};
use serde_json::Value;

/// The end of each month, from the day before the year to the month after it, when June was published.
const DAYS: [&str; 13] = [
    "2024-07-31",
    "2024-08-31",
    "2024-09-30",
    "2024-10-31",
    "2024-11-30",
    "2024-12-31",
    "2025-01-31",
    "2025-02-28",
    "2025-03-31",
    "2025-04-30",
    "2025-05-31",
    "2025-06-30",
    "2025-07-31",
];
/// State Bank of Pakistan, the year as revised in August 2025 (`annual.csv` of the sample).
const OUTTURN: f64 = 3810.0;
const HEAD: &str = "\
| as of | known | forecast | 80 % | off | chance of 4,200 | chance of 3,800 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
";

#[test]
fn the_page_says_what_the_program_says() {
    let folder = folder();
    sample(folder.path());
    let mut rows = HEAD.to_owned();
    let mut inside = 0;
    let mut forecasts = 0;
    for day in DAYS {
        let told = as_of(folder.path(), day);
        let Some(year) = of_2025(&told["fiscal_years"]).next() else {
            let known = known_total(folder.path(), day);
            writeln!(rows, "| {day} | 12 months, {known} | | | | | |").unwrap();
            continue;
        };
        let number = |key: &str| year[key].as_f64().unwrap();
        forecasts += 1;
        inside += usize::from((number("lo80")..=number("hi80")).contains(&OUTTURN));
        writeln!(
            rows,
            "| {day} | {}, {} | {} | {} to {} | {} | {} | {} |",
            months(year["months_known"].as_u64().unwrap()),
            thousands(year["known"].as_str().unwrap().parse().unwrap()),
            thousands(number("median")),
            thousands(number("lo80")),
            thousands(number("hi80")),
            off(number("median")),
            of_100(&told, "4200"),
            of_100(&told, "3800"),
        )
        .unwrap();
    }
    // The prose says so.
    assert_eq!((inside, forecasts), (12, 12));

    let path = root().join("assets/examples/fy2025.md");
    let page = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, rest) = page.split_once("<!-- table -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /table -->").unwrap();
    let wanted = format!("{before}<!-- table -->\n{rows}<!-- /table -->{after}");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &wanted).unwrap();
    }
    assert!(
        page == wanted,
        "the worked example is stale: run this test once with UPDATE=1"
    );
}

fn as_of(folder: &Path, day: &str) -> Value {
    let words = format!("forecast sample.hadaf --series ict_total --as-of {day} --reach 4200 --reach 3800 --json");
    hadaf(folder, &words).json()
}

fn of_2025(rows: &Value) -> impl Iterator<Item = &Value> {
    rows.as_array()
        .unwrap()
        .iter()
        .filter(|row| row["fiscal_year"] == "FY2025")
}

/// The total of the year once it is complete.
fn known_total(folder: &Path, day: &str) -> String {
    let words = format!("show sample.hadaf --series ict_total --as-of {day} --fiscal-year FY2025 --json");
    let shown = hadaf(folder, &words).json();
    let year = of_2025(&shown["fiscal_years"]).next().unwrap();
    thousands(year["value"].as_str().unwrap().parse().unwrap())
}

/// A chance as natural frequency.
fn of_100(told: &Value, amount: &str) -> String {
    let chance = of_2025(&told["reach"])
        .find(|row| row["amount"] == amount)
        .and_then(|row| row["probability"].as_f64())
        .unwrap();
    match chance * 100.0 {
        below if below < 1.0 => "fewer than 1 in 100".to_owned(),
        above if above > 99.0 => "more than 99 in 100".to_owned(),
        share => format!("{share:.0} in 100"),
    }
}

fn months(count: u64) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} month{plural}")
}

/// A forecast against the outturn; what rounds to nothing has no sign.
fn off(forecast: f64) -> String {
    let tenths = ((forecast / OUTTURN - 1.0) * 1000.0).round() / 10.0;
    match tenths {
        above if above > 0.0 => format!("+{above:.1} %"),
        below if below < 0.0 => format!("\u{2212}{:.1} %", below.abs()),
        _ => "0.0 %".to_owned(),
    }
}

fn thousands(value: f64) -> String {
    let whole = format!("{value:.0}");
    match whole.len() {
        4 => format!("{},{}", &whole[..1], &whole[1..]),
        _ => whole,
    }
}
