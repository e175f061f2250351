//! What the names of years mean where the workspace names its own otherwise.

use hadaf_core::{FiscalCalendar, YearNames};
use hadaf_import::sheet::workbook;
use hadaf_import::table::{TableContext, read_tables};

/// The periods of one row of years, and what was left out.
fn read(calendar: FiscalCalendar, years: &str) -> (Vec<String>, Vec<&'static str>) {
    let values: Vec<String> = (1..=years.split(',').count())
        .map(|value| format!("{value}00.5"))
        .collect();
    let text = format!("USD million,{years}\nSoftware,{}\n", values.join(","));
    let context = TableContext::new(calendar, "2026-11-27".parse().unwrap());
    let reading = read_tables(&workbook(text.as_bytes(), "").unwrap(), &context).unwrap();
    let tables = reading.tables.iter();
    let figures = tables.flat_map(|table| table.series.iter().flat_map(|series| &series.figures));
    let periods = figures.map(|figure| figure.period.to_string()).collect();
    (
        periods,
        reading.left_out.iter().map(|left_out| left_out.why.as_str()).collect(),
    )
}

#[test]
fn years_of_two_numbers_are_those_that_begin_and_end_in_them() {
    let april = FiscalCalendar::new(4).unwrap();
    let first = april.named(YearNames::First);
    let none: Vec<&str> = Vec::new();
    assert_eq!(
        read(april, "2023-24,2024-25"),
        (vec!["FY2024".into(), "FY2025".into()], none.clone())
    );
    assert_eq!(
        read(first, "2023-24,2024-25"),
        (vec!["FY2023".into(), "FY2024".into()], none.clone())
    );
    // A name of one number is the workspace's own.
    assert_eq!(
        read(april, "FY2024,FY2025"),
        (vec!["FY2024".into(), "FY2025".into()], none.clone())
    );
    assert_eq!(
        read(first, "FY2024,FY2025"),
        (vec!["FY2024".into(), "FY2025".into()], none)
    );
}

#[test]
fn years_of_two_numbers_are_no_calendar_years() {
    let (periods, left_out) = read(FiscalCalendar::new(1).unwrap(), "2023-24,2024-25");
    assert_eq!((periods.len(), left_out), (0, vec!["other_period", "other_period"]));
    let (periods, _) = read(FiscalCalendar::new(1).unwrap(), "2023,2024");
    assert_eq!(periods, ["FY2023", "FY2024"]);
}

/// The fiscal year of the file may be named in the corner.
#[test]
fn a_corner_names_the_fiscal_year() {
    let text = "April-March,2023-24,2024-25\nSoftware,100,120\n";
    let context = TableContext::new(FiscalCalendar::new(7).unwrap(), "2026-11-27".parse().unwrap());
    let reading = read_tables(&workbook(text.as_bytes(), "").unwrap(), &context).unwrap();
    assert!(reading.tables.is_empty());
    let why: Vec<&str> = reading.left_out.iter().map(|left_out| left_out.why.as_str()).collect();
    assert_eq!(why, ["other_period", "other_period"]);
}
