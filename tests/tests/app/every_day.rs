//! Every day on which something was published, and the end of every month: what is said of the year so far, of the gap
//! and of the chance is the same wherever it is said, nothing is said not to be there that is, and from one day to the
//! next the gap moves as far as the new figures explain.

use std::collections::BTreeSet;

use hadaf_app::wire::{ChartKind, OutlookRequest, OverviewRequest};
use hadaf_app::{ClaimsListRequest, Code, ForecastRequest, ShowRequest};
use serde_json::{Value, json};

use crate::{Desk, chart_request};

const SERIES: &str = "ict_total";
const TODAY: &str = "2026-11-27T13:00:00+05:00[+05:00]";

/// The forecast is asked on one day of so many, since its record takes a second.
const FORECAST_EACH: usize = 12;

fn number(value: &Value) -> Option<f64> {
    value.as_str().map_or_else(|| value.as_f64(), |text| text.parse().ok())
}

/// The days of the series' publications, and the ends of months, in order.
fn days() -> Vec<String> {
    let mut days = BTreeSet::new();
    for file in ["monthly", "cumulative", "annual"] {
        let path = format!(
            "{}/../assets/samples/pakistan-it-exports/{file}.csv",
            env!("CARGO_MANIFEST_DIR")
        );
        let mut rows = csv::Reader::from_path(path).unwrap();
        for row in rows.records().map(Result::unwrap).filter(|row| &row[0] == SERIES) {
            days.extend((!row[4].is_empty()).then(|| row[4].to_owned()));
        }
    }
    for year in 2019..=2026 {
        for (month, last) in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].into_iter().enumerate() {
            days.insert(format!("{year}-{:02}-{last}", month + 1));
        }
    }
    days.into_iter()
        .filter(|day| "2019-06-01" < day.as_str() && day.as_str() < "2026-11-27")
        .collect()
}

/// What is told of a day.
struct Told {
    day: String,
    show: Value,
    text: String,
}

impl Told {
    fn of(desk: &Desk, day: &str) -> Self {
        let request = ShowRequest {
            series: Some(SERIES.into()),
            as_of: Some(day.into()),
            fiscal_year: None,
        };
        let show = desk.app.show(&request).unwrap();
        Self {
            day: day.to_owned(),
            text: show.to_text(false, desk.app.format()),
            show: json!(show),
        }
    }

    fn year(&self) -> &Value {
        self.show["fiscal_years"].as_array().unwrap().last().unwrap()
    }

    fn name(&self) -> &str {
        self.year()["fiscal_year"].as_str().unwrap()
    }

    fn so_far(&self) -> Option<f64> {
        number(&self.year()["value"])
    }

    fn pace(&self) -> &Value {
        &self.show["pace"][0]
    }

    /// What the path asks to the end of the year so far.
    fn path(&self) -> Option<f64> {
        let gap = number(&self.pace()["path_gap_percent"])?;
        Some(self.so_far()? / (1.0 + gap / 100.0))
    }

    /// Growth as the text has it is that of the exact figures, rounded once.
    fn check_rounding(&self) {
        for year in self.show["fiscal_years"].as_array().unwrap() {
            let Some(growth) = year["growth_percent"].as_f64() else {
                continue;
            };
            let name = year["fiscal_year"].as_str().unwrap();
            let line = self.text.lines().find(|line| line.starts_with(name)).unwrap();
            let shown = line
                .split_whitespace()
                .nth(2)
                .unwrap()
                .replace('\u{2212}', "-")
                .replace('+', "");
            let shown: f64 = shown.parse().unwrap();
            assert!((shown - growth).abs() <= 0.055 + 1e-9, "{}: {line} {growth}", self.day);
        }
    }
}

/// The newest number of a column of a chart's table.
fn newest(desk: &Desk, kind: ChartKind, day: &str, column: &str) -> Result<Option<f64>, Code> {
    let view = desk
        .app
        .chart(&chart_request(kind, Some(day)))
        .map_err(|error| error.code)?;
    let table = json!(view.table);
    let columns = table["columns"].as_array().unwrap();
    let Some(place) = columns.iter().position(|it| it == column) else {
        return Ok(None);
    };
    let rows = table["rows"].as_array().unwrap();
    Ok(rows.iter().rev().find_map(|row| number(&row[place]["value"])))
}

fn check_charts(desk: &Desk, told: &Told) {
    let (day, name) = (&told.day, told.name());
    let running = newest(desk, ChartKind::YearToDate, day, name);
    match told.so_far() {
        Some(so_far) => assert_eq!(running, Ok(Some(so_far)), "{day}: running total of {name}"),
        None => assert!(matches!(running, Ok(None) | Err(Code::NoData)), "{day}: {running:?}"),
    }
    let annual = newest(desk, ChartKind::Annual, day, "US$ million");
    let known: Vec<f64> = told.show["fiscal_years"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|year| number(&year["value"]))
        .collect();
    assert_eq!(annual, Ok(known.last().copied()), "{day}: annual");
    let months = told.show["series"][0]["observations"].as_array().unwrap();
    let has_months = months.iter().any(|it| it["period"].as_str().unwrap().len() == 7);
    let monthly = desk.app.chart(&chart_request(ChartKind::Monthly, Some(day)));
    assert_eq!(monthly.is_ok(), has_months, "{day}: monthly");
}

/// The first figure on the overview, the chance there and in the list of claims.
fn check_screens(desk: &Desk, told: &Told) {
    let day = &told.day;
    let overview = OverviewRequest {
        series: SERIES.into(),
        as_of: Some(day.clone()),
    };
    let overview = desk.app.overview(&overview).unwrap();
    if let (Some(so_far), Some(12)) = (told.so_far(), told.year()["months"].as_u64().map(|it| it.max(12))) {
        let first = overview.headlines[0].value.replace(',', "");
        let first: f64 = first.parse().unwrap();
        assert!((first - so_far).abs() <= 0.5, "{day}: {first} {so_far}");
    }
    let claims = ClaimsListRequest {
        series: Some(SERIES.into()),
        as_of: Some(day.clone()),
        ..ClaimsListRequest::default()
    };
    let claims = json!(desk.app.claims_list(&claims).unwrap());
    let id = &told.pace()["claim"];
    let claim = claims["claims"]
        .as_array()
        .unwrap()
        .iter()
        .find(|claim| claim["id"] == *id);
    let Some(claim) = claim else { return };
    assert_eq!(
        claim["is_reached"],
        told.pace()["is_reached"]
            .as_bool()
            .is_some_and(|it| it && told.is_open()),
        "{day}"
    );
    let outlook = OutlookRequest {
        series: SERIES.into(),
        as_of: Some(day.clone()),
    };
    let outlook = desk.app.outlook(&outlook).unwrap();
    let Some(chance) = claim["probability"].as_f64() else {
        return;
    };
    let seen = outlook.claims.iter().find(|it| json!(it.id) == *id).unwrap();
    if !told.pace()["is_reached"].as_bool().unwrap() {
        assert!((seen.chance.value - chance).abs() < 1e-9, "{day}: {chance}");
        let headline = overview.headlines.iter().find(|it| it.label.starts_with("Chance"));
        assert_eq!(headline.map(|it| &it.value), Some(&seen.chance.percent), "{day}");
    }
}

impl Told {
    fn is_open(&self) -> bool {
        self.year()["months"].as_u64().unwrap() < 12
    }
}

fn check_forecast(desk: &Desk, told: &Told) {
    let day = &told.day;
    let request = ForecastRequest {
        series: Some(SERIES.into()),
        as_of: Some(day.clone()),
        ..ForecastRequest::default()
    };
    let Ok(forecast) = desk.app.forecast(&request) else {
        return;
    };
    let forecast = json!(forecast);
    let ahead = forecast["fiscal_years"].as_array().unwrap().iter();
    let ahead = ahead.clone().find(|it| it["fiscal_year"] == told.name());
    if let (Some(so_far), true) = (told.so_far(), told.is_open()) {
        let ahead = ahead.unwrap_or_else(|| panic!("{day}: no {} in the forecast", told.name()));
        assert_eq!(number(&ahead["known"]), Some(so_far), "{day}");
        assert_eq!(ahead["months_known"], told.year()["months"], "{day}");
    }
}

/// From one day to the next the path moves only with figures of the years before it.
fn check_step(before: &Told, told: &Told) {
    let is_same = before.name() == told.name() && before.pace()["target"] == told.pace()["target"];
    let (Some(old), Some(new)) = (before.path(), told.path()) else {
        return;
    };
    if !is_same || before.year()["months"] != told.year()["months"] {
        return;
    }
    let past = |told: &Told| -> Vec<(String, f64)> {
        let observations = told.show["series"][0]["observations"].as_array().unwrap().iter();
        let figures = observations.map(|it| (it["period"].as_str().unwrap().to_owned(), number(&it["value"]).unwrap()));
        figures.collect()
    };
    let (then, now) = (past(before), past(told));
    let moved = (new / old - 1.0).abs();
    let change: f64 = now
        .iter()
        .filter(|(period, value)| {
            then.iter()
                .all(|(other, was)| other != period || (was - value).abs() > 1e-9)
        })
        .map(|(_, value)| value.abs())
        .sum();
    // The gap is told to two places of a percent.
    let explained = 0.000_2 + if change > 0.0 { 0.03 } else { 0.0 };
    assert!(
        moved <= explained,
        "{} to {}: the path moved by {moved:.4}",
        before.day,
        told.day
    );
}

fn check(days: &[String]) {
    let desk = Desk::sample_at(TODAY);
    let mut before: Option<Told> = None;
    for (place, day) in days.iter().enumerate() {
        let told = Told::of(&desk, day);
        told.check_rounding();
        if let Some(pace) = told.pace().as_object() {
            assert_eq!(number(&pace["to_date"]), told.so_far(), "{day}");
        }
        check_charts(&desk, &told);
        check_screens(&desk, &told);
        if place % FORECAST_EACH == 0 {
            check_forecast(&desk, &told);
        }
        if let Some(before) = &before {
            check_step(before, &told);
        }
        before = Some(told);
    }
}

#[test]
fn every_day_is_told_alike_everywhere() {
    let days = days();
    let half = days.len() / 2;
    std::thread::scope(|scope| {
        scope.spawn(|| check(&days[..half]));
        check(&days[half - 1..]);
    });
}
