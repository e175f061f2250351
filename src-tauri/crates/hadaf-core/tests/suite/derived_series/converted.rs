//! Converted, taken together over finer periods, and told by published totals.

use hadaf_core::{Outturns, figures_used};

use super::*;
use crate::support::day;

fn money_is_converted_there_and_back_at_the_rate_of_its_month() {
    let rate: &[Row<'_>] = &[
        ("2025-07", "284.0567", "2025-08-01"),
        ("2025-08", "282", "2025-09-01"),
        ("2025-07", "284.5", "2025-10-01"),
        ("FY2026", "280", "2026-07-01"),
    ];
    let there = Case::new(
        "convert(a, usd_pkr)",
        &[
            (
                "a",
                &[("2025-07", "310", "2025-08-18"), ("FY2026", "4000", "2026-07-18")],
            ),
            ("usd_pkr", rate),
        ],
    );
    // 310 * 284.0567 = 88,057.577; a year is not converted at a rate of the year.
    assert_eq!(there.told("2025-07", "2025-09-30"), "88057.6");
    assert_eq!(there.told("2025-07", ""), "88195.0");
    assert_eq!(there.told("FY2026", ""), "-");
    let used = there.with(|from| figures_used(&there.series, from, month("2025-07").into(), LATEST));
    let used: Vec<String> = used
        .unwrap()
        .iter()
        .map(|(id, period)| format!("{id}@{period}"))
        .collect();
    assert_eq!(used, ["a@2025-07", "usd_pkr@2025-07"]);
    let back = Case::new(
        "convert(rupees, usd_pkr, USD)",
        &[
            (
                "rupees",
                &[("2025-07", "88.2", "2025-08-18"), ("2025-08", "0.9", "2025-09-18")],
            ),
            ("usd_pkr", rate),
        ],
    );
    // 88.2 / 284.5 = 0.31002; 0.9 / 282 = 0.0031915: three digits each, in billions.
    assert_eq!(
        (back.told("2025-07", ""), back.told("2025-08", "")),
        ("0.310".into(), "0.00319".into())
    );
    let both = Case::new(
        "convert(convert(a, usd_pkr), usd_pkr, USD)",
        &[("a", &[("2025-07", "310.25", "2025-08-18")]), ("usd_pkr", rate)],
    );
    assert_eq!(both.told("2025-07", ""), "310.3", "rounded to the places of the series");
}

#[test]
fn finer_periods_are_taken_together_where_it_is_said() {
    let months = [
        ("2025-07", "100", "2025-08-18"),
        ("2025-08", "110", "2025-09-18"),
        ("2025-09", "120.5", "2025-10-18"),
        ("2025-10", "90", "2025-11-18"),
    ];
    let case = Case::new(
        "quarterly(a) - quarters",
        &[
            ("a", &months),
            (
                "quarters",
                &[("2026-Q1", "300", "2025-10-01"), ("2026-Q2", "280", "2026-01-01")],
            ),
        ],
    );
    assert_eq!(
        (case.told("2026-Q1", ""), case.told("2026-Q2", "")),
        ("30.5".into(), "-".into())
    );
    assert_eq!(case.told("2026-Q1", "2025-10-17"), "-");
    let stock = Case::new("quarterly(debt)", &[("debt", &months)]);
    assert_eq!(stock.told("2026-Q1", ""), "120.5");
}

#[test]
fn a_published_year_of_both_is_a_year_of_the_difference() {
    let case = Case::new(
        "a - b",
        &[
            (
                "a",
                &[("FY2020", "1440", "2020-07-20"), ("FY2020", "1439", "2020-09-20")],
            ),
            ("b", &[("FY2020", "400", "2020-08-20")]),
        ],
    );
    assert_eq!(
        (case.told("FY2020", "2020-08-20"), case.told("FY2020", "")),
        ("1040".into(), "1039".into())
    );
    let observations = case.observations();
    let calendar = july();
    let outturns = Outturns::read(Adding::Sum, &observations, &calendar, LATEST).unwrap();
    let [first, latest] = [outturns.first(year(2020)), outturns.latest(year(2020))].map(Option::unwrap);
    assert_eq!((first.value, first.since), (decimal("1040"), day("2020-08-20")));
    assert_eq!((latest.value, latest.since), (decimal("1039"), day("2020-09-20")));
}

#[test]
fn a_month_that_totals_tell_serves_and_none_is_worked_out_twice() {
    let a = [
        ("2025-07", "100", "2025-08-18"),
        ("2025-09", "120", "2025-10-18"),
        ("FY2026", "1400", "2026-07-18"),
    ];
    let b = [("2025-07", "10", "2025-08-18"), ("FY2026", "140", "2026-07-18")];
    let case = Case::new("a - b", &[("a", &a), ("b", &b)]);
    assert_eq!(
        (case.told("2025-07", ""), case.told("FY2026", "")),
        ("90".into(), "1260".into())
    );
    assert!(case.readings(LATEST).derivation(month("2025-09")).is_none());
}

#[test]
fn what_does_not_fit_its_series_has_no_figures() {
    let inputs: Rows<'_> = &[("a", &[("2025-07", "100", "2025-08-18")])];
    let mut case = Case::new("a + a", inputs);
    assert_eq!(case.told("2025-07", ""), "200");
    case.series.unit = "USD thousand".parse().unwrap();
    assert_eq!(case.told("2025-07", ""), "200000");
    case.series.unit = "PKR million".parse().unwrap();
    assert_eq!(case.observations(), []);
    case.series.unit = "USD million".parse().unwrap();
    case.series.formula = Some("a + gone".parse().unwrap());
    assert_eq!(case.observations(), []);
}
