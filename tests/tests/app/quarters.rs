//! Series of quarters, of years, of stocks and of percentages, each spoken of in its own unit in every reader.

use hadaf_app::wire::*;
use hadaf_app::{Code, ShowRequest};
use serde_json::{Value, json};

use crate::Desk;
use crate::sums::{brief, chart, target};

/// A workspace of one's own with one more series, and its figures, each published on the 20th of the month after.
fn own(series: &Value, figures: &[(&str, &str, &str)]) -> Desk {
    let desk = Desk::in_dollars("2026-04-01T14:02:00+05:00[+05:00]");
    let request: SetSeries = serde_json::from_value(series.clone()).unwrap();
    let id = desk.app.series_set(&request).unwrap().made.unwrap();
    for (period, value, published) in figures {
        let entry = SetObservation {
            series: id.clone(),
            period: (*period).into(),
            value: (*value).into(),
            published: (*published).into(),
            source: "Statistics office".into(),
            status: None,
            note: String::new(),
        };
        desk.app.observation_set(&entry).unwrap();
    }
    desk
}

/// 400 in FY2024, 460 in FY2025, 252 in the first half of FY2026.
fn quarters() -> Desk {
    own(
        &json!({ "title": "Receipts", "frequency": "quarter", "places": 0 }),
        &[
            ("2024-Q1", "90", "2023-10-20"),
            ("2024-Q2", "95", "2024-01-20"),
            ("2024-Q3", "100", "2024-04-20"),
            ("2024-Q4", "115", "2024-07-20"),
            ("2025-Q1", "100", "2024-10-20"),
            ("2025-Q2", "110", "2025-01-20"),
            ("2025-Q3", "120", "2025-04-20"),
            ("2025-Q4", "130", "2025-07-20"),
            ("2026-Q1", "120", "2025-10-20"),
            ("2026-Q2", "132", "2026-01-20"),
        ],
    )
}

fn show(desk: &Desk, series: &str) -> (Value, String) {
    let request = ShowRequest {
        series: Some(series.into()),
        ..ShowRequest::default()
    };
    let show = desk.app.show(&request).unwrap();
    (json!(show), show.to_text(false, desk.app.format()))
}

fn overview(desk: &Desk, series: &str) -> OverviewView {
    let request = OverviewRequest {
        series: series.into(),
        as_of: None,
    };
    desk.app.overview(&request).unwrap()
}

fn grid(desk: &Desk, frequency: &str) -> GridView {
    let request = GridRequest {
        all: true,
        as_of: None,
        frequency: Some(frequency.into()),
    };
    desk.app.grid(&request).unwrap()
}

/// The cell of a series' year in the grid: its text and its hint.
fn year_cell(grid: &GridView, series: &str, year: &str) -> (String, String) {
    let column = grid.columns.iter().position(|column| column.series == series).unwrap();
    let year = grid.years.iter().find(|it| it.total.period == year).unwrap();
    let cell = &year.total.cells[column];
    (cell.text.clone(), cell.hint.clone())
}

fn refused(desk: &Desk, series: &str, kind: ChartKind) -> String {
    let request = ChartRequest {
        series: series.into(),
        ..crate::chart_request(kind, None)
    };
    let error = desk.app.chart(&request).unwrap_err();
    assert_eq!(error.code, Code::NoData, "{kind:?}");
    let told = desk.app.in_words(&error);
    assert!(told.hint.is_some(), "{kind:?}");
    told.message
}

#[test]
fn what_lacks_of_a_year_of_quarters_are_quarters() {
    let desk = Desk::with_india();
    let (_, text) = show(&desk, "services_total");
    for told in [
        "2 of 4 quarters; no total",
        "FY2026 has no total: 2 of 4 quarters are known; Q1 and Q2 are missing.",
        "FY2023 has no total: 2 of 4 quarters are known; Q1 and Q3 are missing.",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let (_, text) = show(&desk, "services_total_inr");
    for told in [
        "FY2021 has no total: 1 of 4 quarters is known; Q1 to Q3 are missing.",
        "FY2024 is told to Q1: Q2 and Q3 are missing, so that figures from Q4 on are in no total.",
        "one quarter",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    // 7,408 and 7,054; 8,507 and 8,792 and 8,278 and 8,157.
    let (_, text) = show(&desk, "transport");
    assert!(text.contains("14,462") && text.contains("sum of 2 quarters"), "{text}");
    assert!(text.contains("33,734") && text.contains("sum of 4 quarters"), "{text}");
    for series in ["services_total", "services_total_inr", "transport"] {
        let (_, text) = show(&desk, series);
        assert!(!text.contains("month"), "{series}: {text}");
    }
}

#[test]
fn the_second_sample_is_told_in_quarters_on_every_screen() {
    let desk = Desk::with_india();
    let view = overview(&desk, "services_total");
    assert_eq!(view.every.as_str(), "quarter");
    let first = &view.headlines[0];
    assert_eq!(
        (first.label.as_str(), first.value.as_str()),
        ("FY2026 to date", "2 of 4 quarters")
    );
    assert!(first.note.ends_with("Q1 and Q2 are missing."), "{}", first.note);
    // 387,540 on 341,060.
    assert_eq!(view.headlines[1].note, "April 2024 to March 2025, +13.6\u{a0}%");
    // The table of 22 June 2026 has the fourth quarter of both years: 111,065 on 102,026.
    assert_eq!(view.changes_title, "Latest release (22 June 2026)");
    let newest = &view.changes[0];
    assert_eq!(
        (newest.what.as_str(), newest.change.as_str(), newest.note.as_str()),
        ("Q4 FY2026", "111,065, new", "+8.9\u{a0}% on a year")
    );

    let monthly = chart(&desk, "services_total", ChartKind::Monthly);
    assert_eq!(
        monthly.title,
        "$111,065\u{a0}m in Q4 FY2026, +8.9\u{a0}% on a year earlier"
    );
    assert_eq!(
        monthly.subtitle,
        "Services exports, US$ million a quarter, Q2 FY2023 to Q4 FY2026"
    );
    assert_eq!(
        (monthly.points.len(), monthly.table.columns[0].as_str()),
        (10, "Quarter")
    );
    let period = monthly.points[0].history.as_ref().unwrap().period.as_str();
    assert_eq!((monthly.points[0].head.as_str(), period), ("Q2 FY2023", "2023-Q2"));

    let year = chart(&desk, "services_total", ChartKind::YearToDate);
    assert_eq!(year.title, "FY2026 has no total: 2 of 4 quarters are known");
    let lane = |lane: u32| -> Vec<&str> {
        let points = year.points.iter().filter(|point| point.lane == lane);
        points.map(|point| point.head.as_str()).collect()
    };
    // Of the current year nothing so far is known; then the newest year, and back to the years known as totals.
    assert_eq!(lane(0), [""; 0]);
    assert_eq!(
        lane(1),
        ["FY2025 to Q1", "FY2025 to Q2", "FY2025 to Q3", "FY2025 to Q4"]
    );
    assert_eq!(lane(2), ["FY2024 to Q1", "FY2024 to Q2", "FY2024 to Q4"]);
    assert_eq!(lane(3), ["FY2022 to Q4"]);
    assert_eq!(year.points[0].text, "$88,466\u{a0}m");
    let rows: Vec<&str> = year.table.rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(rows, ["Q1", "Q2", "Q3", "Q4"]);
    assert_eq!(
        chart(&desk, "services_total", ChartKind::Annual).title,
        "FY2026 has no total: 2 of 4 quarters are known"
    );

    let grid = grid(&desk, "quarter");
    assert_eq!(
        year_cell(&grid, "services_total", "FY2026"),
        ("2 of 4".into(), "2 of 4 quarters are known: no total so far".into())
    );
    assert_eq!(year_cell(&grid, "transport", "FY2024").1, "sum of 2 quarters");
    assert_eq!(
        grid.summary,
        "No quarter and no year has both a total and all its sectors."
    );
    assert!(!brief(&desk, "services_total").pages.is_empty());
}

/// 600 less 252 are 348: 174 in each of two quarters, 58 a month. The third and fourth of FY2025 brought 250.
#[test]
fn a_pace_of_quarters_is_told_a_quarter() {
    let desk = quarters();
    target(&desk, "receipts", "FY2026", "600");
    let (show, text) = show(&desk, "receipts");
    assert_eq!(show["series"][0]["frequency"], "quarter");
    let pace = &show["pace"][0];
    let told = [
        "months_left",
        "periods_left",
        "needed_per_month",
        "needed_per_period",
        "counted_in",
    ];
    assert_eq!(json!(told.map(|key| &pace[key])), json!([6, 2, "58", "174", "quarter"]));
    // 348 on 250; two quarters in a row have grown by 13.5, 17.9, 16.3, 16.3 and 20.0 %; 181 days are left.
    assert_eq!(pace["needed_growth_percent"], 39.2);
    let line = "174 a quarter needed in 2 quarters (1.92 a day), +39.2\u{a0}% on a year earlier: reached in 0 of 5 past periods";
    assert!(text.contains(line) && text.contains("sum of 2 quarters"), "{text}");
    assert!(!text.contains("month"), "{text}");

    let view = overview(&desk, "receipts");
    let told: Vec<_> = view
        .headlines
        .iter()
        .map(|it| (it.label.as_str(), it.value.as_str(), it.unit.as_str(), it.note.as_str()))
        .collect();
    let year_before = "July 2024 to June 2025, +15.0\u{a0}%";
    assert_eq!(
        told,
        [
            (
                "FY2026 to date",
                "252",
                "US$\u{a0}m",
                "Q1 to Q2, +20.0\u{a0}% on a year earlier"
            ),
            ("FY2025, last full year", "460", "US$\u{a0}m", year_before),
            (
                "Needed for $600\u{a0}m",
                "174",
                "US$\u{a0}m a quarter",
                "Q3 to Q4, 32\u{a0}% above Q2"
            ),
            (
                "Growth needed, Q3 to Q4",
                "+39\u{a0}%",
                "on a year earlier",
                "best so far +20\u{a0}%, Q1 to Q2 FY2026"
            ),
        ]
    );
    assert_eq!(view.claims[0].needed, "174");
    let changes: Vec<_> = view
        .changes
        .iter()
        .map(|it| (it.what.as_str(), it.change.as_str()))
        .collect();
    // Before the second quarter: 480 in three quarters.
    for row in [
        ("Q2 FY2026", "132, new"),
        ("FY2026 to date", "120 \u{2192} 252"),
        ("Needed a quarter", "160 \u{2192} 174"),
    ] {
        assert!(changes.contains(&row), "{row:?}: {changes:?}");
    }
}

#[test]
fn charts_and_briefing_of_quarters_tell_the_same_pace() {
    let desk = quarters();
    target(&desk, "receipts", "FY2026", "600");
    let monthly = chart(&desk, "receipts", ChartKind::Monthly);
    assert_eq!(
        monthly.title,
        "Reaching $600\u{a0}m needs $174\u{a0}m a quarter from Q3 to Q4; the highest quarter so far is $132\u{a0}m"
    );
    let year = chart(&desk, "receipts", ChartKind::YearToDate);
    let behind = "FY2026 stands at $252\u{a0}m after two quarters, ";
    assert!(
        year.title.starts_with(behind) && year.title.ends_with("behind the path to $600\u{a0}m"),
        "{}",
        year.title
    );
    let heads: Vec<&str> = year.points.iter().take(2).map(|point| point.head.as_str()).collect();
    assert_eq!(heads, ["FY2026 to Q1", "FY2026 to Q2"]);
    let page = brief(&desk, "receipts");
    assert_eq!(page.title, "Receipts: $600\u{a0}m is out of reach at the pace so far");
}

#[test]
fn a_target_is_reached_in_a_quarter() {
    let desk = quarters();
    target(&desk, "receipts", "FY2026", "250");
    let (show, text) = show(&desk, "receipts");
    let pace = &show["pace"][0];
    assert_eq!(
        json!([pace["is_reached"], pace["reached"], pace["reached_in"]]),
        json!([true, null, "2026-Q2"])
    );
    assert!(text.contains("reached in Q2 FY2026, now 2 above it"), "{text}");
    let title = chart(&desk, "receipts", ChartKind::YearToDate).title;
    assert_eq!(
        title,
        "FY2026 reached the target of $250\u{a0}m in Q2 FY2026 and stands at $252\u{a0}m"
    );
}

#[test]
fn a_series_of_years_has_no_year_so_far_and_says_so() {
    let desk = own(
        &json!({ "title": "Receipts", "frequency": "fiscal_year", "places": 0 }),
        &[("FY2024", "400", "2024-08-20"), ("FY2025", "460", "2025-08-20")],
    );
    target(&desk, "receipts", "FY2026", "600");
    let view = overview(&desk, "receipts");
    assert_eq!((view.every.as_str(), view.headlines.len()), ("fiscal_year", 1));
    assert_eq!(
        view.headlines[0].note,
        "July 2024 to June 2025, +15.0\u{a0}%, one figure a year: no year so far"
    );
    assert_eq!(view.others.len(), 1);
    let (show, text) = show(&desk, "receipts");
    assert_eq!(show["pace"], json!([]));
    assert!(
        text.contains("One figure a year: there is no year so far, and no pace."),
        "{text}"
    );
    for kind in [ChartKind::Monthly, ChartKind::YearToDate] {
        assert!(
            refused(&desk, "receipts", kind).contains("one figure a year"),
            "{kind:?}"
        );
    }
    assert_eq!(
        chart(&desk, "receipts", ChartKind::Annual).title,
        "FY2025 closed at $460\u{a0}m"
    );
    let outlook = OutlookRequest {
        series: "receipts".into(),
        as_of: None,
    };
    let outlook = desk.app.outlook(&outlook).unwrap();
    assert_eq!(outlook.every.as_str(), "fiscal_year");
    assert!(!brief(&desk, "receipts").pages.is_empty());
}

#[test]
fn a_stock_is_told_as_it_stood() {
    let desk = own(
        &json!({ "title": "Staff", "unit": "count", "frequency": "quarter", "places": 0 }),
        &[
            ("2025-Q2", "480", "2025-01-20"),
            ("2026-Q1", "500", "2025-10-20"),
            ("2026-Q2", "520", "2026-01-20"),
        ],
    );
    target(&desk, "staff", "FY2026", "600");
    let view = overview(&desk, "staff");
    let first = &view.headlines[0];
    // 520 on 480.
    assert_eq!(
        (first.label.as_str(), first.value.as_str(), first.note.as_str()),
        ("FY2026, latest figure", "520", "Q2, +8.3\u{a0}% on a year earlier")
    );
    assert!(view.headlines.iter().all(|it| !it.label.starts_with("Needed")));
    let year = chart(&desk, "staff", ChartKind::YearToDate);
    assert_eq!(year.title, "520 at the end of Q2 FY2026");
    assert!(
        year.subtitle
            .ends_with("at the end of each quarter; the latest quarter is Q2 FY2026"),
        "{}",
        year.subtitle
    );
    let (show, text) = show(&desk, "staff");
    assert!(text.contains("figure of Q2 FY2026"), "{text}");
    let pace = &show["pace"][0];
    for key in [
        "needed_per_month",
        "needed_per_period",
        "needed_per_day",
        "so_far_per_day",
    ] {
        assert_eq!(pace[key], Value::Null, "{key}");
    }
}

#[test]
fn percentages_have_no_sum_and_say_so() {
    let desk = own(
        &json!({ "title": "Rate", "unit": "percent", "measure": "flow" }),
        &[("2026-01", "5.1", "2026-02-20"), ("2026-02", "5.4", "2026-03-20")],
    );
    let no_sum = "Percentages of months have no sum: there is a year only where its figure was published.";
    let view = overview(&desk, "rate");
    let first = &view.headlines[0];
    assert_eq!((first.label.as_str(), first.note.as_str()), ("February 2026", no_sum));
    assert!(first.value.starts_with("5.4"), "{}", first.value);
    let (_, text) = show(&desk, "rate");
    assert!(text.contains(no_sum), "{text}");
    assert_eq!(
        year_cell(&grid(&desk, "month"), "rate", "FY2026"),
        (String::new(), no_sum.into())
    );
    for kind in [ChartKind::YearToDate, ChartKind::Annual] {
        assert!(
            refused(&desk, "rate", kind).contains("its months have no sum"),
            "{kind:?}"
        );
    }
    assert!(!chart(&desk, "rate", ChartKind::Monthly).title.is_empty());
    assert!(!brief(&desk, "rate").pages.is_empty());
}
