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
const FORECAST_EACH: usize = 6;

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

/// What is not told alike, day by day.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    fn same<T: PartialEq + std::fmt::Debug>(&mut self, day: &str, what: &str, told: T, expected: T) {
        if told != expected {
            self.0.push(format!("{day}: {what}: {told:?}, not {expected:?}"));
        }
    }

    fn near(&mut self, day: &str, what: &str, told: Option<f64>, expected: f64, within: f64) {
        if told.is_none_or(|told| (told - expected).abs() > within) {
            self.0.push(format!("{day}: {what}: {told:?}, not {expected:?}"));
        }
    }
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

    fn years(&self) -> &[Value] {
        self.show["fiscal_years"].as_array().unwrap()
    }

    fn year(&self) -> &Value {
        self.years().last().unwrap()
    }

    fn name(&self) -> &str {
        self.year()["fiscal_year"].as_str().unwrap()
    }

    fn so_far(&self) -> Option<f64> {
        number(&self.year()["value"])
    }

    fn is_open(&self) -> bool {
        self.year()["months"].as_u64().unwrap() < 12
    }

    fn pace(&self) -> &Value {
        &self.show["pace"][0]
    }

    fn is_reached(&self) -> bool {
        self.pace()["is_reached"].as_bool() == Some(true)
    }

    /// What the path asks to the end of the year so far.
    fn path(&self) -> Option<f64> {
        let gap = number(&self.pace()["path_gap_percent"])?;
        Some(self.so_far()? / (1.0 + gap / 100.0))
    }

    /// Growth as the text has it is that of the exact figures, rounded once.
    fn check_rounding(&self, found: &mut Findings) {
        for year in self.years() {
            let Some(growth) = year["growth_percent"].as_f64() else {
                continue;
            };
            let name = year["fiscal_year"].as_str().unwrap();
            let line = self.text.lines().find(|line| line.starts_with(name)).unwrap();
            let shown = line.split_whitespace().nth(2).unwrap();
            let shown = shown.replace('\u{2212}', "-").replace('+', "").parse().ok();
            found.near(&self.day, &format!("growth of {name}"), shown, growth, 0.055 + 1e-9);
        }
    }
}

/// The newest number of a column of a chart's table.
fn newest(desk: &Desk, kind: ChartKind, day: &str, column: &str) -> Result<Option<f64>, Code> {
    let chart = desk.app.chart(&chart_request(kind, Some(day)));
    let table = json!(chart.map_err(|error| error.code)?.table);
    let columns = table["columns"].as_array().unwrap();
    let Some(place) = columns.iter().position(|it| it == column) else {
        return Ok(None);
    };
    let rows = table["rows"].as_array().unwrap();
    Ok(rows.iter().rev().find_map(|row| number(&row[place]["value"])))
}

fn check_charts(desk: &Desk, told: &Told, found: &mut Findings) {
    let (day, name) = (&told.day, told.name());
    let running = newest(desk, ChartKind::YearToDate, day, name);
    match told.so_far() {
        None if running == Err(Code::NoData) => {}
        so_far => found.same(day, "running total", running, Ok(so_far)),
    }
    let known = told
        .years()
        .iter()
        .filter_map(|year| number(&year["value"]))
        .next_back();
    let annual = newest(desk, ChartKind::Annual, day, "US$ million");
    found.same(day, "annual", annual, Ok(known));
    let months = told.show["series"][0]["observations"].as_array().unwrap();
    let has_months = months.iter().any(|it| it["period"].as_str().unwrap().len() == 7);
    let monthly = desk.app.chart(&chart_request(ChartKind::Monthly, Some(day))).is_ok();
    found.same(day, "chart of months", monthly, has_months);
}

/// The first figure on the overview, the chance there and in the list of claims.
fn check_screens(desk: &Desk, told: &Told, found: &mut Findings) {
    let day = &told.day;
    let overview = OverviewRequest {
        series: SERIES.into(),
        as_of: Some(day.clone()),
    };
    let overview = desk.app.overview(&overview).unwrap();
    if let Some(so_far) = told.so_far() {
        let first = overview.headlines[0].value.replace(',', "").parse().ok();
        found.near(day, "overview", first, so_far, 0.5);
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
    let is_reached = told.is_reached() && told.is_open();
    found.same(day, "reached", claim["is_reached"].as_bool(), Some(is_reached));
    let Some(chance) = claim["probability"].as_f64().filter(|_| !is_reached) else {
        return;
    };
    let outlook = OutlookRequest {
        series: SERIES.into(),
        as_of: Some(day.clone()),
    };
    let outlook = desk.app.outlook(&outlook).unwrap();
    let seen = outlook.claims.iter().find(|it| json!(it.id) == *id);
    found.near(day, "chance", seen.map(|it| it.chance.value), chance, 1e-9);
    let headline = overview.headlines.iter().find(|it| it.label.starts_with("Chance"));
    let percent = seen.map(|it| it.chance.percent.as_str());
    found.same(
        day,
        "chance on the overview",
        headline.map(|it| it.value.as_str()),
        percent,
    );
}

fn check_forecast(desk: &Desk, told: &Told, found: &mut Findings) {
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
    let mut ahead = forecast["fiscal_years"].as_array().unwrap().iter();
    let ahead = ahead.find(|it| it["fiscal_year"] == told.name());
    if let Some(so_far) = told.so_far().filter(|_| told.is_open()) {
        let known = ahead.and_then(|it| number(&it["known"]));
        found.same(day, "known in the forecast", known, Some(so_far));
        let months = ahead.map(|it| &it["months_known"]);
        found.same(day, "months in the forecast", months, Some(&told.year()["months"]));
    }
}

/// From one day to the next the path moves only with figures of the years before it.
fn check_step(before: &Told, told: &Told, found: &mut Findings) {
    let is_same = before.name() == told.name() && before.pace()["target"] == told.pace()["target"];
    let (Some(old), Some(new)) = (before.path(), told.path()) else {
        return;
    };
    if !is_same || before.year()["months"] != told.year()["months"] {
        return;
    }
    let figures = |told: &Told| -> Vec<(String, String)> {
        let observations = told.show["series"][0]["observations"].as_array().unwrap().iter();
        observations
            .map(|it| (it["period"].to_string(), it["value"].to_string()))
            .collect()
    };
    let (then, now) = (figures(before), figures(told));
    let is_moved = then != now;
    // The gap is told to two places of a percent; what is new or revised of last year moves it by a little.
    let explained = 0.000_2 + if is_moved { MOST_MOVED } else { 0.0 };
    let moved = (new / old - 1.0).abs();
    if moved > explained {
        found
            .0
            .push(format!("{} to {}: the path moved by {moved:.4}", before.day, told.day));
    }
}

/// What new and revised figures of the years before may move a path by, as a share of it.
const MOST_MOVED: f64 = 0.02;

fn check(days: &[String]) -> Findings {
    let desk = Desk::sample_at(TODAY);
    let mut found = Findings::default();
    let mut before: Option<Told> = None;
    for (place, day) in days.iter().enumerate() {
        let told = Told::of(&desk, day);
        told.check_rounding(&mut found);
        if told.pace().is_object() {
            found.same(day, "pace", number(&told.pace()["to_date"]), told.so_far());
        }
        check_charts(&desk, &told, &mut found);
        check_screens(&desk, &told, &mut found);
        if place % FORECAST_EACH == 0 {
            check_forecast(&desk, &told, &mut found);
        }
        if let Some(before) = &before {
            check_step(before, &told, &mut found);
        }
        before = Some(told);
    }
    found
}

#[test]
fn every_day_is_told_alike_everywhere() {
    let days = days();
    let half = days.len() / 2;
    let found = std::thread::scope(|scope| {
        let first = scope.spawn(|| check(&days[..half]));
        let mut second = check(&days[half - 1..]);
        second.0.extend(first.join().unwrap().0);
        second.0
    });
    assert!(
        found.is_empty(),
        "{} of {} days:\n{}",
        found.len(),
        days.len(),
        found.join("\n")
    );
}
