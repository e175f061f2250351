//! Sums over months with holes, targets that are reached, small numbers and unusual months, in every reader.

use std::fmt::Write as _;

use hadaf_app::wire::{
    BriefRequest, ChartKind, ChartRequest, ChartTheme, GridRequest, OutlookRequest, OverviewRequest, SetClaim,
    SetObservation,
};
use hadaf_app::{ForecastRequest, ImportRequest, ShowRequest};
use serde_json::{Value, json};

use crate::Desk;

const TODAY: &str = "2026-11-27T13:00:00+05:00[+05:00]";

/// A workspace with one series: 100 in July 2022, 1.2 % more each month, with a season, to September 2026. `shape`
/// changes a value or leaves a month out.
pub(crate) fn own(shape: impl Fn(&str, f64) -> Option<f64>) -> Desk {
    let desk = Desk::in_dollars(TODAY);
    desk.app
        .open(&desk.path("own.hadaf"), hadaf_app::Access::Write)
        .unwrap();
    let mut rows = "series,period,value,published,source\n".to_owned();
    let mut level = 100.0;
    for place in 0..51_u32 {
        let (year, month) = (2022 + (place + 6) / 12, (place + 6) % 12 + 1);
        let (next_year, next) = (2022 + (place + 7) / 12, (place + 7) % 12 + 1);
        let period = format!("{year}-{month:02}");
        let season = 1.0 + 0.1 * (f64::from(place) / 12.0 * std::f64::consts::TAU).sin();
        if let Some(value) = shape(&period, level * season) {
            writeln!(rows, "total,{period},{value:.4},{next_year}-{next:02}-20,Test").unwrap();
        }
        level *= 1.012;
    }
    std::fs::write(desk.path("months.csv"), rows).unwrap();
    let request = ImportRequest {
        series: None,
        published: None,
        source: None,
        map: None,
        dry_run: false,
        anyway: false,
    };
    let report = desk.app.import(&desk.path("months.csv"), &request).unwrap();
    // A month that is far off is asked about, and was meant.
    let told = json!(report)["issues"].as_array().cloned().unwrap_or_default();
    assert!(told.iter().all(|issue| issue["code"] == "off_pattern"), "{report:?}");
    desk
}

pub(crate) fn target(desk: &Desk, series: &str, year: &str, amount: &str) {
    let claim = SetClaim {
        series: series.into(),
        kind: "target".into(),
        fiscal_year: year.into(),
        amount: amount.into(),
        said: "2022-07-01".into(),
        maker: "Ministry".into(),
        source: "Plan".into(),
        official: true,
        standing: 3,
        ..SetClaim::default()
    };
    desk.app.claim_set(&claim).unwrap();
}

fn show(desk: &Desk, series: &str) -> (Value, String) {
    let request = ShowRequest {
        series: Some(series.into()),
        ..ShowRequest::default()
    };
    let show = desk.app.show(&request).unwrap();
    (json!(show), show.to_text(false, desk.app.format()))
}

pub(crate) fn chart(desk: &Desk, series: &str, kind: ChartKind) -> hadaf_app::wire::ChartView {
    let request = ChartRequest {
        kind,
        series: series.into(),
        as_of: None,
        width: 960.0,
        height: 540.0,
        theme: ChartTheme::Light,
        framed: true,
        scenario: None,
    };
    desk.app.chart(&request).unwrap()
}

fn overview(desk: &Desk, series: &str) -> hadaf_app::wire::OverviewView {
    let request = OverviewRequest {
        series: series.into(),
        as_of: None,
    };
    desk.app.overview(&request).unwrap()
}

pub(crate) fn brief(desk: &Desk, series: &str) -> hadaf_app::wire::BriefView {
    let request = BriefRequest {
        series: series.into(),
        as_of: None,
        lang: "en".into(),
        with_notes: false,
    };
    desk.app.brief(&request).unwrap()
}

pub(crate) fn forecast(desk: &Desk, series: &str) -> (Value, String) {
    let request = ForecastRequest {
        series: Some(series.into()),
        ..ForecastRequest::default()
    };
    let forecast = desk.app.forecast(&request).unwrap();
    (json!(forecast), forecast.to_text(desk.app.format()))
}

#[test]
fn a_hole_ends_the_year_so_far_everywhere() {
    let desk = own(|period, value| (period != "2026-08").then_some(value));
    target(&desk, "total", "FY2027", "3000");
    let (show, text) = show(&desk, "total");
    let year = show["fiscal_years"].as_array().unwrap().last().unwrap();
    assert_eq!((&year["months"], &year["last_month"]), (&1.into(), &"2026-07".into()));
    assert_eq!(year["lacking"], json!(["2026-08"]));
    assert_eq!(show["pace"][0]["months_left"], 11);
    assert!(text.contains("one month"), "{text}");

    let view = overview(&desk, "total");
    let to_date = &view.headlines[0];
    assert_eq!(to_date.label, "FY2027 to date");
    assert!(to_date.note.starts_with("July"), "{}", to_date.note);
    let hole =
        "FY2027 is told to July 2026: August 2026 is missing, so that figures from September 2026 on are in no total.";
    for kind in [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual] {
        let view = chart(&desk, "total", kind);
        assert!(view.note.contains(hole), "{kind:?}: {}", view.note);
        for wrong in ["to Sep<", "two months", "July to September"] {
            assert!(
                !view.title.contains(wrong) && !view.svg.contains(wrong),
                "{kind:?}: {wrong}"
            );
        }
    }
    let title = chart(&desk, "total", ChartKind::YearToDate).title;
    assert!(title.contains("after one month,"), "{title}");
    let (forecast, text) = forecast(&desk, "total");
    let ahead = &forecast["fiscal_years"][0];
    assert_eq!((&ahead["known"], &ahead["months_known"]), (&year["value"], &1.into()));
    assert_eq!(ahead["months_beyond"], json!(["2026-09"]));
    assert!(text.contains("September 2026"), "{text}");
    assert!(!brief(&desk, "total").pages.is_empty());
}

#[test]
fn months_without_the_first_one_have_no_total() {
    let desk = own(|period, value| (period != "2026-07").then_some(value));
    let (show, text) = show(&desk, "total");
    let year = show["fiscal_years"].as_array().unwrap().last().unwrap();
    assert_eq!((&year["value"], &year["months"]), (&Value::Null, &2.into()));
    assert_eq!(show["pace"], json!([]));
    assert!(text.contains("2 of 3 months; no total so far"), "{text}");
    let view = overview(&desk, "total");
    assert_eq!(view.headlines[0].value, "2 of 3 months");
    assert_eq!(
        chart(&desk, "total", ChartKind::Annual).title,
        "FY2027 has no total so far: 2 of 3 months are known"
    );
    let grid = desk
        .app
        .grid(&GridRequest {
            all: true,
            as_of: None,
            frequency: None,
        })
        .unwrap();
    let cell = &grid
        .years
        .iter()
        .find(|year| year.total.period == "FY2027")
        .unwrap()
        .total
        .cells[0];
    assert_eq!((cell.text.as_str(), &cell.value), ("2 of 12", &None));
    assert_eq!(json!(cell)["mark"], "partial");
    assert!(!brief(&desk, "total").pages.is_empty());
    let (forecast, _) = forecast(&desk, "total");
    assert_eq!(forecast["fiscal_years"][0]["months_known"], 0);
}

/// July 2024 lacks: FY2025 has no total, stands in no sum, and is named wherever its neighbours are told.
#[test]
fn a_past_year_with_a_hole_is_named() {
    let desk = own(|period, value| (period != "2024-07").then_some(value));
    let hole = "FY2025 has no total: 11 of 12 months are known; July 2024 is missing.";
    let (show, text) = show(&desk, "total");
    assert!(
        text.contains(hole) && text.contains("11 of 12 months; no total\n"),
        "{text}"
    );
    let years = show["fiscal_years"].as_array().unwrap();
    let past = years.iter().find(|year| year["fiscal_year"] == "FY2025").unwrap();
    assert_eq!(
        (&past["value"], past["beyond"].as_array().unwrap().len()),
        (&Value::Null, 11)
    );
    for kind in [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual] {
        let view = chart(&desk, "total", kind);
        assert!(view.note.contains(hole), "{kind:?}: {}", view.note);
    }
    // Without the year before it there is no path, and that is said.
    let desk = own(|period, value| (period != "2025-07").then_some(value));
    target(&desk, "total", "FY2027", "3000");
    let (_, text) = self::show(&desk, "total");
    let none = "No path to 3000 is drawn: the total of FY2026, from which it would start, is not known.";
    assert!(text.replace(',', "").contains(&none.replace(',', "")), "{text}");
    assert!(chart(&desk, "total", ChartKind::YearToDate).note.contains("No path to"));
}

#[test]
fn where_no_year_has_a_total_the_charts_of_years_say_so() {
    let desk = own(|period, value| matches!(period, "2026-08" | "2026-09").then_some(value));
    for kind in [ChartKind::YearToDate, ChartKind::Annual] {
        let request = ChartRequest {
            series: "total".into(),
            ..crate::chart_request(kind, None)
        };
        let refused = desk.app.chart(&request).unwrap_err();
        assert_eq!(refused.code, hadaf_app::Code::NoData, "{kind:?}");
    }
    assert!(!chart(&desk, "total", ChartKind::Monthly).title.is_empty());
}

/// Three months of 100 against a target of 300.
#[test]
fn what_is_reached_exactly_is_told_so() {
    let desk = own(|period, _| period.starts_with("2022-0").then_some(100.0));
    target(&desk, "total", "FY2023", "300");
    let (show, text) = show(&desk, "total");
    assert_eq!(show["pace"][0]["is_reached"], true);
    assert_eq!(show["pace"][0]["reached"], "2022-09");
    assert!(text.contains("reached in September 2022, now exactly at it"), "{text}");
}

/// 700, 800 and 900 in March to May: 2,975 and these are 5,375, which is 175 more than the target of 5,200.
#[test]
fn a_target_that_is_reached_is_a_state() {
    let desk = Desk::sample_at("2026-06-20T13:00:00+05:00[+05:00]");
    for (period, value, published) in [
        ("2026-03", "700", "2026-04-18"),
        ("2026-04", "800", "2026-05-18"),
        ("2026-05", "900", "2026-06-18"),
    ] {
        let entry = SetObservation {
            series: "ict_total".into(),
            period: period.into(),
            value: value.into(),
            published: published.into(),
            source: "State Bank release".into(),
            status: None,
            note: String::new(),
        };
        desk.app.observation_set(&entry).unwrap();
    }
    let (show, text) = show(&desk, "ict_total");
    let pace = &show["pace"][0];
    assert_eq!((&pace["target"], &pace["reached"]), (&"5200".into(), &"2026-05".into()));
    for key in [
        "needed_per_month",
        "needed_growth_percent",
        "needed_per_day",
        "last_reached",
    ] {
        assert_eq!(pace[key], Value::Null, "{key}");
    }
    assert!(text.contains("reached in May 2026, now 175 above it"), "{text}");
    let reached = text.lines().filter(|line| line.contains("reached in May 2026"));
    assert!(
        reached.clone().count() == 2 && reached.clone().all(|line| !line.contains("a month")),
        "{text}"
    );

    let reached = "FY2026 reached the target of $5.2\u{a0}bn in May 2026";
    for kind in [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual] {
        let title = chart(&desk, "ict_total", kind).title;
        assert!(title.starts_with(reached), "{kind:?}: {title}");
    }
    let title = chart(&desk, "ict_total", ChartKind::Outlook).title;
    assert!(title.starts_with("FY2026 reached $5.2\u{a0}bn in May 2026"), "{title}");
    let view = overview(&desk, "ict_total");
    let headline = view.headlines.iter().find(|it| it.value == "reached").unwrap();
    assert_eq!(headline.note, "in May 2026, now $175\u{a0}m above it");
    assert!(
        view.headlines
            .iter()
            .all(|it| !it.label.starts_with("Chance") && !it.label.contains("needed"))
    );
    assert_eq!(view.claims[0].needed, "reached in May 2026");
    let page = brief(&desk, "ict_total");
    assert!(
        page.title.contains("reached the target of $5.2\u{a0}bn in May 2026"),
        "{}",
        page.title
    );

    let (forecast, text) = forecast(&desk, "ict_total");
    let claims = forecast["claims"].as_array().unwrap();
    let claim = claims.iter().find(|claim| claim["id"] == pace["claim"]).unwrap();
    assert_eq!(claim["reached"], "2026-05");
    assert!(text.contains("reached in May 2026"), "{text}");
    let outlook = desk
        .app
        .outlook(&OutlookRequest {
            series: "ict_total".into(),
            as_of: None,
        })
        .unwrap();
    let claim = outlook.claims.iter().find(|claim| claim.amount == "5,200").unwrap();
    assert_eq!(
        (claim.chance.percent.as_str(), claim.evidence.as_str()),
        ("reached", "reached in May 2026")
    );
}

#[test]
fn a_level_below_the_best_month_stands_beside_the_same_months_a_year_earlier() {
    let desk = own(|_, value| Some(value));
    // 563 to September: 1,587 in nine months are 176 a month, and September alone brought 197.
    target(&desk, "total", "FY2027", "2150");
    let title = chart(&desk, "total", ChartKind::Monthly).title;
    assert!(title.contains("the same months a year earlier averaged $"), "{title}");
    assert!(!title.contains("highest month"), "{title}");
}

#[test]
fn small_numbers_keep_the_digits_that_tell_them_apart() {
    let desk = own(|_, value| Some(value * 5e-5));
    let (_, text) = forecast(&desk, "total");
    assert!(!text.contains("0.00 to 0.00") && !text.contains(" 0.00 "), "{text}");
    let title = chart(&desk, "total", ChartKind::Outlook).title;
    assert!(title.contains("$0.1") && !title.contains("$0\u{a0}m"), "{title}");
    let view = overview(&desk, "total");
    assert!(
        view.headlines[0].value.starts_with("0.02"),
        "{}",
        view.headlines[0].value
    );
    // Ends of a range that two digits would write alike.
    let desk = own(|_, value| Some(5.11 / 12.0 + value * 1e-6));
    let (_, text) = forecast(&desk, "total");
    let line = text.lines().find(|line| line.starts_with("FY2027")).unwrap();
    let numbers: Vec<&str> = line.split(|it: char| !it.is_ascii_digit() && it != '.').collect();
    let numbers: Vec<&&str> = numbers.iter().filter(|it| it.starts_with("5.")).collect();
    let mut distinct = numbers.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), numbers.len(), "{line}");
}

#[test]
fn an_unusual_month_is_told_and_not_expected_again() {
    let of = |dip: &'static str| {
        let desk = own(move |period, value| Some(if period == dip { value * 0.5 } else { value }));
        forecast(&desk, "total")
    };
    let (usual, _) = of("");
    assert_eq!(usual["unusual_months"], json!([]));
    for (dip, name) in [("2024-08", "August 2024"), ("2025-08", "August 2025")] {
        let (told, text) = of(dip);
        assert_eq!(told["unusual_months"][0]["first"], *dip, "{text}");
        assert!(text.contains(&format!("An unusual month: {name}, ")), "{text}");
        assert!(text.contains("below the pattern; not expected again"), "{text}");
        for (month, without) in told["horizon"]
            .as_array()
            .unwrap()
            .iter()
            .zip(usual["horizon"].as_array().unwrap())
        {
            let moved = month["mean"].as_f64().unwrap() / without["mean"].as_f64().unwrap() - 1.0;
            assert!(moved.abs() < 0.03, "{dip}: {month} {without}");
        }
    }
}
