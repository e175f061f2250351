//! Forecasts of the sample, beside the outturn.

use hadaf_app::wire::SetWorkspace;
use hadaf_app::{Code, ForecastClaim, ForecastRequest, ForecastYear, SeriesForecast, ShowRequest};

use crate::Desk;

fn forecast(desk: &Desk, series: &str, as_of: Option<&str>) -> SeriesForecast {
    let request = ForecastRequest {
        series: Some(series.into()),
        as_of: as_of.map(Into::into),
        ..ForecastRequest::default()
    };
    desk.app.forecast(&request).unwrap()
}

fn year<'a>(forecast: &'a SeriesForecast, name: &str) -> &'a ForecastYear {
    forecast
        .fiscal_years
        .iter()
        .find(|year| year.fiscal_year.to_string() == name)
        .unwrap()
}

fn claim<'a>(forecast: &'a SeriesForecast, id: &str) -> &'a ForecastClaim {
    forecast.claims.iter().find(|claim| claim.id.as_str() == id).unwrap()
}

/// FY2025 closed at 3,810 (annual.csv). On its first day of 2025 five months were known, 1,530 together.
#[test]
fn fiscal_year_2025_as_seen_on_its_first_of_january() {
    let told = forecast(&Desk::with_sample(), "ict_total", Some("2025-01-01"));
    assert_eq!(
        [told.known_to, told.horizon[0].period].map(|month| month.to_string()),
        ["2024-11", "2024-12"]
    );
    // December 2024 to the end of the next year.
    assert_eq!(told.horizon.last().unwrap().period.to_string(), "2026-06");
    let fy2025 = year(&told, "FY2025");
    assert_eq!(
        (
            fy2025.known.to_string().as_str(),
            fy2025.months_known,
            fy2025.months_forecast,
            fy2025.year_over
        ),
        ("1530", 5, 7, false)
    );
    let bounds = [
        fy2025.range.lo95,
        fy2025.range.lo80,
        fy2025.range.median,
        fy2025.range.hi80,
        fy2025.range.hi95,
    ];
    assert!(bounds.is_sorted() && bounds[0] > 1530.0, "{bounds:?}");
    // The outturn, 3,810, lies inside 80 %.
    assert!((fy2025.range.lo80..=fy2025.range.hi80).contains(&3810.0), "{bounds:?}");
    // Bounds of months added up would be wider than those of the sum.
    let added: f64 = told.horizon[..7].iter().map(|month| month.hi95).sum();
    assert!(1530.0 + added > fy2025.range.hi95, "{added}");
    // 4,200 (T22) needed 381 a month where the best month so far was 330: a chance, and a small one.
    let target = claim(&told, "T22");
    assert!(target.probability.value() < 0.2, "{target:?}");
    // T28 and T29 were said later; T20 cannot be scored.
    assert!(
        ["T20", "T28", "T29"]
            .iter()
            .all(|id| told.claims.iter().all(|it| it.id.as_str() != *id))
    );
}

#[test]
fn a_year_that_is_over_is_forecast_and_said_to_be_over() {
    let desk = Desk::sample_at("2026-11-24T13:00:00+05:00[+05:00]");
    let told = forecast(&desk, "ict_total", None);
    let fy2026 = year(&told, "FY2026");
    assert!(fy2026.year_over && fy2026.months_forecast == 4, "{fy2026:?}");
    assert!(
        told.to_text(desk.app.format())
            .contains("FY2026 is over, with 4 months unknown here: the estimate is")
    );
    assert!(!year(&told, "FY2027").year_over);
    // 5,200 takes 556 a month, and the best ever was 437.
    assert!(claim(&told, "T30").probability.value() < 0.01);
    assert!(
        told.to_text(desk.app.format())
            .contains("T30, 5,200 in FY2026: chance that it is met less than 1 in 1,000")
    );
    let then = forecast(&desk, "ict_total", Some("2026-04-01"));
    assert!(!year(&then, "FY2026").year_over);
    assert!(
        then.to_text(desk.app.format()).contains("FY2026 ends near"),
        "{}",
        then.to_text(desk.app.format())
    );
}

/// A month amid the known ones has no number: the year is told all the same, with that month among the unknown.
#[test]
fn a_gap_in_the_year_is_one_of_the_months_forecast() {
    let desk = Desk::sample_at("2026-05-04T14:02:00+05:00[+05:00]");
    let before = forecast(&desk, "ict_total", None);
    desk.enter_april_before_march();
    let told = forecast(&desk, "ict_total", None);
    assert_eq!(
        [told.known_to, told.horizon[0].period].map(|month| month.to_string()),
        ["2026-04", "2026-05"]
    );
    let fy2026 = year(&told, "FY2026");
    // 2,975 to February, the year so far as every verb tells it, and 400 in April; March, May and June are open.
    assert_eq!(
        (
            fy2026.known.to_string().as_str(),
            fy2026.months_known,
            fy2026.months_forecast
        ),
        ("2975", 8, 3)
    );
    assert_eq!(
        serde_json::json!(fy2026)["months_beyond"],
        serde_json::json!(["2026-04"])
    );
    let (march, may, june) = (&before.horizon[0], &before.horizon[2], &before.horizon[3]);
    let expected = 3375.0 + march.mean + may.mean + june.mean;
    assert!(
        (fy2026.range.median / expected - 1.0).abs() < 0.01,
        "{fy2026:?}, {expected}"
    );
    // April is fact now, and a fact has no width.
    let old = year(&before, "FY2026");
    assert!(
        fy2026.range.hi95 - fy2026.range.lo95 < old.range.hi95 - old.range.lo95,
        "{fy2026:?}, {old:?}"
    );
}

#[test]
fn what_is_too_short_says_what_it_takes() {
    let request = ForecastRequest {
        as_of: Some("2017-01-01".into()),
        ..ForecastRequest::default()
    };
    let desk = Desk::with_sample();
    let error = desk.app.in_words(&desk.app.forecast(&request).unwrap_err());
    assert_eq!(error.code, Code::Forecast);
    assert!(error.message.contains("at least 13"), "{}", error.message);
    assert!(error.hint.is_some());
}

#[test]
fn each_series_has_shocks_of_its_own() {
    let desk = Desk::with_sample();
    let (total, again) = (forecast(&desk, "ict_total", None), forecast(&desk, "ict_total", None));
    assert_eq!(total.seed, again.seed);
    assert_eq!(total.fiscal_years[0].range.median, again.fiscal_years[0].range.median);
    // sha256("ict_total") by Python's hashlib, its first eight bytes as a number, the least first.
    assert_eq!(total.seed, 31_681_245_690_085_971);
}

/// A working day more is worth some 3 % of a month of the sample, days of Ramadan are not carried by its history; in a
/// workspace that counts no holidays nothing is told, and taking the choice back tells it again.
#[test]
fn holidays_are_counted_where_the_history_carries_them() {
    let desk = Desk::with_sample();
    let told = forecast(&desk, "ict_total", None);
    let working = &told.holidays[0];
    assert!(working.counted && working.feasts.is_empty(), "{working:?}");
    assert!((1.015..1.04).contains(&working.ratio.unwrap()), "{working:?}");
    assert!(told.holidays.iter().any(|it| it.feasts == ["ramadan"] && !it.counted));
    assert!(told.holiday_words[0].contains("+"), "{:?}", told.holiday_words);
    let none = SetWorkspace {
        holidays: Some("none".into()),
        ..SetWorkspace::default()
    };
    desk.app.workspace_set(&none).unwrap();
    let without = forecast(&desk, "ict_total", None);
    assert!(without.holidays.is_empty() && without.holiday_words.is_empty());
    assert_ne!(without.horizon[0].mean, told.horizon[0].mean);
    desk.app.undo().unwrap();
    let again = forecast(&desk, "ict_total", None);
    assert_eq!(again.horizon[0].mean, told.horizon[0].mean);
    assert!(told.holiday_words.last().unwrap().contains("does not carry"));
}

/// May 2022 had an Eid that May 2023 had not, and three weeks of April 2023 were Ramadan.
#[test]
fn growth_on_unlike_months_says_so() {
    let desk = Desk::with_sample();
    let show = desk.app.show(&ShowRequest {
        series: Some("ict_total".into()),
        ..ShowRequest::default()
    });
    let show = show.unwrap();
    let of = |month: &str| {
        let mut all = show.series[0].observations.iter();
        all.find(|it| it.period.to_string() == month).unwrap()
    };
    assert!(of("2023-05").unlike_months && of("2024-04").unlike_months && !of("2023-10").unlike_months);
    let text = show.to_text(true, desk.app.format());
    assert!(
        text.contains("unlike months: 22 working days, 18 a year earlier; Eid al-Fitr on 0 days, 4 a year earlier")
    );
}
