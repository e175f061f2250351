//! The revisions of Pakistan's IT exports, worked out by hand from the fixture.

use hadaf_core::{Month, PeriodRevisions, RevisionStatistics, Status, revisions_of};

use crate::support::{LATEST, as_of, day, decimal, ict_total, july, month, observation};

fn months(on: &str) -> Vec<PeriodRevisions> {
    let mut rows = revisions_of(&ict_total(), &july(), as_of(on));
    rows.retain(|row| row.period.as_month().is_some());
    rows
}

fn of(rows: &[PeriodRevisions], period: Month) -> PeriodRevisions {
    rows.iter().find(|row| row.period == period.into()).unwrap().clone()
}

#[test]
fn a_row_has_a_cell_for_each_figure_that_was_read() {
    let rows = months("");
    let cells = |period: &str| -> Vec<String> {
        let row = of(&rows, month(period));
        let cell = |cell: &hadaf_core::TriangleCell| format!("{} {}", cell.since, cell.value.unwrap());
        row.cells.iter().map(cell).collect()
    };
    assert_eq!(cells("2024-11"), ["2024-12-18 324", "2025-01-31 310"]);
    assert_eq!(cells("2023-06"), ["2023-07-18 236", "2023-08-18 224"]);
    assert_eq!(cells("2022-01"), ["2022-02-26 185", "2022-03-20 186"]);
    // A first release found late lengthens the history, and what another source says changes nothing.
    assert_eq!(cells("2024-10"), ["2024-11-19 330"]);
    let november = of(&rows, month("2024-11"));
    assert_eq!(november.at(day("2024-12-17")), None);
    let read = |on: &str| november.at(day(on)).unwrap().value;
    assert_eq!(
        (read("2025-01-30"), read("2025-01-31")),
        (Some(decimal("324")), Some(decimal("310")))
    );
    assert_eq!(november.revision().unwrap(), Some(decimal("-14")));
    assert!((november.percent().unwrap().unwrap() + 14.0 / 324.0 * 100.0).abs() < 1e-9);
}

/// Of 72 months 50 were told again, and 14 of these revised: by +1.04, -3, -4, -12, -14 and nine times +1.
#[test]
fn first_releases_of_ict_were_a_little_too_high() {
    let statistics = RevisionStatistics::of(&months("")).unwrap();
    assert_eq!((statistics.periods, statistics.revised, statistics.once), (50, 14, 22));
    let near = |value: f64, wanted: f64| assert!((value - wanted).abs() < 1e-9, "{value}, not {wanted}");
    near(statistics.bias, -22.96 / 50.0);
    near(statistics.mean_absolute, 43.04 / 50.0);
    near(statistics.bias_percent.unwrap(), -0.158_908_638_258_535_68);
    near(statistics.mean_absolute_percent.unwrap(), 0.353_311_543_358_883_65);
}

#[test]
fn as_of_a_day_no_later_revision_is_known() {
    let rows = months("2025-01-30");
    assert_eq!(of(&rows, month("2024-11")).revision().unwrap(), Some(decimal("0")));
    assert!(rows.iter().all(|row| row.latest().since <= day("2025-01-30")));
    assert_eq!(
        RevisionStatistics::of(&months("2018-01-01")).unwrap(),
        RevisionStatistics::default()
    );
}

#[test]
fn more_digits_are_no_revision_and_a_withdrawal_has_none() {
    let rows = |last: hadaf_core::Observation| {
        let first = observation(1, "2024-11", "199", Status::First, "2024-12-18");
        revisions_of(&[first, last], &july(), LATEST)
    };
    let finer = rows(observation(2, "2024-11", "199.050", Status::Comparator, "2025-12-18"));
    assert_eq!(finer[0].revision().unwrap(), Some(decimal("0.000")));
    assert!(finer[0].told_again && finer[0].cells.len() == 2);
    let gone = rows(observation(2, "2024-11", "0", Status::Withdrawn, "2025-12-18"));
    assert_eq!((gone[0].latest().value, gone[0].revision().unwrap()), (None, None));
    assert_eq!(RevisionStatistics::of(&gone).unwrap().periods, 0);
}
