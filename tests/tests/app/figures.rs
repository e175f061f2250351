//! Figures that must hold, each with where it comes from in the sample's tables.

use hadaf_app::{Show, ShowObservation, ShowRequest, ShowYear};
use serde_json::json;

use crate::Desk;

fn show(desk: &Desk, as_of: Option<&str>) -> Show {
    let request = ShowRequest {
        series: Some("ict_total".into()),
        as_of: as_of.map(Into::into),
        fiscal_year: None,
    };
    desk.app.show(&request).unwrap()
}

fn year<'a>(show: &'a Show, name: &str) -> &'a ShowYear {
    let named = |year: &&ShowYear| year.fiscal_year.to_string() == name;
    show.fiscal_years.iter().find(named).unwrap()
}

fn month<'a>(show: &'a Show, period: &str) -> &'a ShowObservation {
    show.series[0]
        .observations
        .iter()
        .find(|it| it.period.to_string() == period)
        .unwrap()
}

#[test]
fn years_are_those_of_the_annual_table() {
    let show = show(&Desk::with_sample(), None);
    // annual.csv: FY2024 first release 3223; FY2025 first 3800 rounded, then 3810; FY2023 revised to 2596.
    assert_eq!(json!(year(&show, "FY2023"))["value"], "2596");
    assert_eq!(json!(year(&show, "FY2024"))["value"], "3223");
    let fy2025 = json!(year(&show, "FY2025"));
    assert_eq!(
        (&fy2025["value"], &fy2025["basis"]),
        (&"3810".into(), &"published".into())
    );
    // 3810 / 3223 - 1.
    assert_eq!(fy2025["growth_percent"], 18.21);
    assert_eq!((&fy2025["target"], &fy2025["gap"]), (&"4200".into(), &"-390".into()));
    // No official target for FY2024 is in the register; the one for FY2020 names nobody.
    assert_eq!(year(&show, "FY2024").target, None);
    assert_eq!(year(&show, "FY2020").target, None);
}

#[test]
fn the_current_year_needs_this_much() {
    let show = show(&Desk::with_sample(), None);
    // 354 + 337 + 366 + 386 + 356 + 437 + 374 + 365.
    let current = json!(year(&show, "FY2026"));
    assert_eq!(
        (&current["value"], &current["basis"], &current["months"]),
        (&"2975".into(), &"to_date".into(), &8.into())
    );
    let pace = json!(&show.pace);
    let needed = |place: usize| {
        let claim = &pace[place];
        json!([
            claim["target"],
            claim["needed_per_month"],
            claim["needed_growth_percent"]
        ])
    };
    // (5200 - 2975) / 4 and (5000 - 2975) / 4; March to June 2025 brought 342 + 317 + 329 + 339 = 1327.
    assert_eq!(needed(0), json!(["5200", "556.25", 67.67]));
    assert_eq!(needed(1), json!(["5000", "506.25", 52.6]));
    // 5200 / 3800 - 1.
    assert_eq!(pace[0]["projected_before"], "3800");
    assert_eq!(pace[0]["growth_on_projection_percent"], 36.84);
}

/// FY2022 grew by 24.2457 % (2619.100 on 2108): rounded to 24.25 first, it would be shown as 24.3.
#[test]
fn growth_is_rounded_once() {
    let desk = Desk::with_sample();
    let text = show(&desk, None).to_text(false, desk.app.format());
    let line = text.lines().find(|line| line.starts_with("FY2022")).unwrap();
    assert!(line.contains("+24.2 "), "{line}");
}

#[test]
fn the_first_of_january_2025_knows_what_it_knew() {
    let show = show(&Desk::with_sample(), Some("2025-01-01"));
    let november = month(&show, "2024-11");
    assert_eq!(
        (november.value.to_string().as_str(), november.provisional),
        ("324", true)
    );
    // 286 + 298 + 292 + 330 + 324.
    let current = year(&show, "FY2025");
    assert_eq!((json!(current)["value"].as_str(), current.months), (Some("1530"), 5));
    assert_eq!(json!(current)["target"], "4200");
    assert!(
        show.series[0]
            .observations
            .iter()
            .map(|it| it.period.to_string())
            .all(|period| period.as_str() <= "2024-11" || period.starts_with("FY"))
    );
    let after = super::figures::show(&Desk::with_sample(), Some("2025-01-31"));
    assert_eq!(json!(month(&after, "2024-11"))["value"], "310");
}

#[test]
fn revisions_of_fiscal_year_2023_are_read_by_day() {
    let desk = Desk::with_sample();
    for (day, value) in [("2023-07-18", "2605"), ("2023-08-18", "2593"), ("2024-07-20", "2596")] {
        assert_eq!(json!(year(&show(&desk, Some(day)), "FY2023"))["value"], value, "{day}");
    }
}

#[test]
fn derived_months_are_never_passed_off_as_published() {
    let show = show(&Desk::with_sample(), None);
    let derived: Vec<String> = show.series[0]
        .observations
        .iter()
        .filter(|it| json!(it)["status"] == "derived")
        .map(|it| it.period.to_string())
        .collect();
    // January 2019: eight months (702.990) less five (436.970), December and February; June 2019: the year (1,191.864) less
    // eleven months (1,098.794). The others are calculated in the sample's own files.
    let by_hand = [
        "2019-01", "2019-06", "2019-08", "2019-09", "2019-10", "2019-11", "2020-05", "2020-08", "2021-10", "2022-10",
        "2025-05",
    ];
    assert_eq!(derived, by_hand);
}

#[test]
fn the_whole_sample_is_there() {
    let counts = Desk::with_sample().app.workspace_view().unwrap().unwrap().counts;
    // Rows of the sample's tables: 231 + 254 + 70 observations.
    assert_eq!((counts.observations, counts.claims, counts.sources), (555, 39, 195));
    assert_eq!(
        (
            counts.disruptions,
            counts.budget_lines,
            counts.initiatives,
            counts.concerns
        ),
        (21, 28, 23, 4)
    );
}
