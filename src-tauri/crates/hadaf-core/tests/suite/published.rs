//! The figures that can be worked out by hand from the observations of Pakistan's IT exports.

use hadaf_core::{
    Decimal, FiscalYearTotal, Pace, Reached, Readings, TotalBasis, Vintage, VintageRole, growth_percent, total, totals,
};

use crate::support::{self, LATEST, claim_id, decimal, ict_total, july, month, year};

fn readings(as_of: &str) -> Readings {
    Readings::of(&ict_total(), &july(), support::as_of(as_of))
}

fn value(period: &str, as_of: &str) -> String {
    let period: hadaf_core::Period = period.parse().unwrap();
    readings(as_of)
        .get(period)
        .map_or("none".into(), |reading| reading.value.to_string())
}

fn annual(fiscal_year: i16, as_of: &str) -> FiscalYearTotal {
    total(&readings(as_of), &july(), year(fiscal_year)).unwrap().unwrap()
}

#[test]
fn november_2024() {
    assert_eq!(value("2024-11", "2024-12-17"), "none");
    assert_eq!(value("2024-11", "2025-01-01"), "324");
    assert_eq!(value("2024-11", "2025-01-30"), "324");
    assert_eq!(value("2024-11", "2025-01-31"), "310");
    assert_eq!(value("2024-11", ""), "310");
    let observations: Vec<_> = ict_total()
        .into_iter()
        .filter(|observation| observation.period == month("2024-11").into())
        .collect();
    let history: Vec<_> = Vintage::history(&observations, &july(), LATEST)
        .iter()
        .map(|it| (it.observation.value.to_string(), it.role))
        .collect();
    let role = |value: &str, role| history.contains(&(value.into(), role));
    assert!(
        role("310", VintageRole::Current)
            && role("324", VintageRole::Superseded)
            && role("318", VintageRole::Disagrees),
        "{history:?}"
    );
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert!(reading.disagreement && !reading.provisional && reading.published.approximate);
    assert_eq!(reading.revised_from, Some(decimal("324")));
}

#[test]
fn november_2025_keeps_its_disagreement_apart() {
    let reading = *readings("").get(month("2025-11")).unwrap();
    assert_eq!(
        (reading.value.to_string().as_str(), reading.disagreement),
        ("356", true)
    );
    assert!(!reading.provisional, "repeated on 22 December");
    assert!(readings("2025-12-20").get(month("2025-11")).unwrap().provisional);
}

#[test]
fn june_2023() {
    assert_eq!(value("2023-06", "2023-07-18"), "236");
    assert_eq!(value("2023-06", "2023-08-17"), "236");
    assert_eq!(value("2023-06", "2023-08-18"), "224");
}

#[test]
fn fiscal_years_as_published() {
    assert_eq!(annual(2023, "2023-07-18").value.to_string(), "2605");
    assert_eq!(annual(2023, "2023-08-18").value.to_string(), "2593");
    assert_eq!(annual(2023, "2023-12-18").value.to_string(), "2597");
    assert_eq!(annual(2023, "").value.to_string(), "2596");
    assert_eq!(annual(2022, "").value.to_string(), "2619.100");
    assert_eq!(annual(2021, "").value.to_string(), "2108");
    assert_eq!(annual(2020, "").value.to_string(), "1438.827");
    let (fy2024, fy2025) = (annual(2024, ""), annual(2025, ""));
    assert_eq!(
        (fy2024.value.to_string().as_str(), fy2024.basis, fy2024.months),
        ("3223", TotalBasis::Published, 12)
    );
    assert_eq!(
        (fy2025.value.to_string().as_str(), fy2025.basis, fy2025.provisional),
        ("3810", TotalBasis::Published, false)
    );
    assert!((fy2025.growth_percent.unwrap() - 18.2128).abs() < 1e-3);
}

#[test]
fn months_sum_where_no_year_was_published() {
    let july_2024 = annual(2024, "2024-07-19");
    assert_eq!((july_2024.basis, july_2024.months), (TotalBasis::ToDate, 11));
    let mut observations = ict_total();
    observations.retain(|observation| observation.period.as_fiscal_year().is_none());
    let readings = Readings::of(&observations, &july(), LATEST);
    let sum = |fiscal_year| total(&readings, &july(), year(fiscal_year)).unwrap().unwrap();
    assert_eq!(
        (sum(2024).value.to_string().as_str(), sum(2024).basis),
        ("3223", TotalBasis::Sum)
    );
    assert!(sum(2024).derived.is_empty());
    assert_eq!(
        (sum(2025).value.to_string().as_str(), sum(2025).derived),
        ("3809", vec![month("2025-05")])
    );
    assert_eq!(sum(2022).derived, [month("2021-10")]);
    assert_eq!(sum(2022).value, decimal("2617.957"));
    // February and March 2020 are known only together: the year is told to January, and what follows is in no total.
    assert_eq!((sum(2020).basis, sum(2020).months), (TotalBasis::ToDate, 7));
    assert_eq!(sum(2020).lacking, [month("2020-02"), month("2020-03")]);
    assert_eq!(sum(2020).beyond, [month("2020-04"), month("2020-06")]);
    observations.retain(|observation| observation.status != Some(hadaf_core::Status::Derived));
    let observed = total(&Readings::of(&observations, &july(), LATEST), &july(), year(2025))
        .unwrap()
        .unwrap();
    assert_eq!(
        (observed.value.to_string().as_str(), observed.basis, observed.months),
        ("3141", TotalBasis::ToDate, 10),
        "May lacks, so that June is in no total"
    );
}

#[test]
fn fy2026_to_february() {
    let fy2026 = annual(2026, "");
    assert_eq!(
        (fy2026.value.to_string().as_str(), fy2026.basis, fy2026.months),
        ("2975", TotalBasis::ToDate, 8)
    );
    assert_eq!(
        (fy2026.last_month, fy2026.year_before),
        (month("2026-02"), Some(decimal("2482")))
    );
    assert!((fy2026.growth_percent.unwrap() - 19.8630).abs() < 1e-3);
    assert!(fy2026.lacking.is_empty() && fy2026.derived.is_empty());
    let newest = readings("").newest().map(|(period, _)| period);
    assert_eq!(newest, Some(month("2026-02").into()));
    assert!(readings("").get(month("2026-02")).unwrap().provisional);
}

#[test]
fn all_years_in_order() {
    let years: Vec<i16> = totals(&readings(""), &july())
        .unwrap()
        .iter()
        .map(|total| total.fiscal_year.year())
        .collect();
    assert_eq!(years, (2016..=2026).collect::<Vec<_>>());
    assert!(
        totals(&readings("2018-01-01"), &july())
            .unwrap()
            .iter()
            .all(|total| total.fiscal_year <= year(2017))
    );
}

fn pace(target: &str) -> Pace {
    Pace::read(&readings(""), &july(), claim_id("T30"), decimal(target), year(2026))
        .unwrap()
        .unwrap()
}

#[test]
fn the_pace_to_5200() {
    let pace = pace("5200");
    assert_eq!((pace.to_date.value.to_string().as_str(), pace.months_left), ("2975", 4));
    assert_eq!(pace.remaining.to_string(), "2225");
    assert_eq!(pace.needed_per_month, Some(556.25));
    assert!(
        (pace.needed_growth_percent.unwrap() - 67.6714).abs() < 1e-3,
        "2,225 on the 1,327 of March to June 2025"
    );
    assert!((pace.year_growth_percent.unwrap() - 36.4829).abs() < 1e-3);
    assert!((growth_percent(3800.0, 5200.0).unwrap() - 36.8421).abs() < 1e-4);
    let best = pace.best.unwrap();
    assert_eq!((best.first, best.sum.to_string().as_str()), (month("2025-12"), "437"));
    let run = pace.best_stretch.unwrap();
    assert_eq!(
        (run.first, run.last, run.average),
        (month("2025-10"), month("2026-01"), 388.25)
    );
    let growth = |fiscal_year| {
        pace.past_growth
            .iter()
            .find(|past| past.fiscal_year == year(fiscal_year))
            .map(|past| past.growth_percent)
    };
    assert!((growth(2024).unwrap() - 42.0).abs() < 1.0, "{:?}", pace.past_growth);
    assert_eq!(
        pace.best_past_growth.unwrap().fiscal_year,
        year(2024),
        "March 2020 is known only with February"
    );
    assert!(pace.last_reached.is_none());
}

fn reached_in(of: &str) -> Option<Reached> {
    Some(Reached {
        period: Some(month(of).into()),
    })
}

#[test]
fn the_pace_names_its_claim() {
    assert_eq!(pace("5000").needed_per_month, Some(506.25));
    assert_eq!(pace("5200").claim, claim_id("T30"));
    assert!(pace("2975").remaining.is_zero());
    assert_eq!(
        (pace("2975").reached, pace("2975").needed_per_month),
        (reached_in("2026-02"), None)
    );
    assert_eq!(
        (pace("2600").reached, pace("5200").reached),
        (reached_in("2026-01"), None)
    );
    let reached = Pace::read(&readings(""), &july(), claim_id("T32"), decimal("3800"), year(2025))
        .unwrap()
        .unwrap();
    assert_eq!((reached.months_left, reached.needed_per_month), (0, None));
    assert_eq!(reached.remaining, decimal("-10"));
    assert_eq!(reached.reached, reached_in("2025-06"));
}

#[test]
fn nothing_is_known_before_anything_was_published() {
    assert_eq!(totals(&readings("2000-01-01"), &july()).unwrap(), []);
    assert_eq!(
        Pace::read(
            &readings("2000-01-01"),
            &july(),
            claim_id("T30"),
            Decimal::ZERO,
            year(2026)
        )
        .unwrap(),
        None
    );
    assert!(readings("").get(month("2026-03")).is_none());
    assert_eq!(
        value("2026-02", "2026-03-30"),
        "none",
        "its page was written about March"
    );
    assert_eq!(value("2026-02", "2026-03-31"), "365");
    assert_eq!(
        value("2019-07", "2026-11-22"),
        "none",
        "its page has no date, so it counts from the day of collection"
    );
    assert_eq!(value("2019-07", "2026-11-23"), "114.960");
}
