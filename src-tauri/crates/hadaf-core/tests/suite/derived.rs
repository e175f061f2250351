//! Months that published totals tell, and years that are no sum of months.

use hadaf_core::{
    Adding, Basis, Measure, Observation, Pace, Reached, Readings, Status, TargetPath, TotalBasis, partial_years, total,
};

use crate::support::{DURING, LATEST, as_of, claim_id, decimal, ict_series, july, month, observation, year};

/// Rows of a period, a value and a day; "to 2025-03" is a total from July.
fn observations(rows: &[(&str, &str, &str)]) -> Vec<Observation> {
    let read = |((period, value, day), id): (&(&str, &str, &str), i64)| {
        let to_date = period.strip_prefix("to ");
        let mut read = observation(id, to_date.unwrap_or(period), value, Status::First, day);
        read.basis = Basis::to_date_if(to_date.is_some());
        read
    };
    rows.iter().zip(1..).map(read).collect()
}

fn worked_out(rows: &[(&str, &str, &str)], of: &str) -> Option<String> {
    let readings = Readings::of(&observations(rows), &july(), LATEST);
    readings.derivation(month(of))?;
    let reading = readings.get(month(of))?;
    assert!(reading.derived && readings.observed(month(of)).is_none());
    Some(reading.value.to_string())
}

#[test]
fn a_month_is_worked_out_of_totals_of_one_line_of_publication() {
    let quarter = [
        ("2025-07", "100", "2025-08-18"),
        ("2025-09", "120", "2025-10-18"),
        ("to 2025-09", "330", "2025-10-18"),
    ];
    assert_eq!(worked_out(&quarter, "2025-08").as_deref(), Some("110"));
    // Two totals a month apart.
    let totals = [("to 2025-08", "210", "2025-09-18"), ("to 2025-09", "330", "2025-10-18")];
    assert_eq!(worked_out(&totals, "2025-09").as_deref(), Some("120"));
    assert_eq!(worked_out(&totals, "2025-08"), None, "July lacks too");
    // The year less a total less June.
    let year = [
        ("to 2026-04", "3142", "2026-05-17"),
        ("2026-06", "339", "2026-07-20"),
        ("FY2026", "3810", "2026-08-20"),
    ];
    assert_eq!(worked_out(&year, "2026-05").as_deref(), Some("329"));
}

/// 330 to September less 100 for July are 230 for August and September; 703 to December less 330 are 373 for the quarter after.
#[test]
fn months_that_no_total_parts_are_known_together() {
    let rows = [
        ("2025-07", "100", "2025-08-18"),
        ("to 2025-09", "330", "2025-10-18"),
        ("to 2025-12", "703", "2026-01-18"),
        ("2026-01", "120", "2026-02-18"),
        ("2026-03", "130", "2026-04-18"),
        ("to 2026-03", "1060", "2026-04-18"),
    ];
    let readings = Readings::of(&observations(&rows), &july(), LATEST);
    let runs = readings.together(&july()).unwrap();
    let told: Vec<_> = runs
        .iter()
        .map(|run| {
            (
                run.first.to_string(),
                run.last.to_string(),
                run.reading.value.to_string(),
                run.derivation.months,
            )
        })
        .collect();
    let expected = [("2025-08", "2025-09", "230", 1), ("2025-10", "2025-12", "373", 0)];
    let expected: Vec<_> = expected
        .map(|(first, last, value, months)| (first.to_owned(), last.to_owned(), value.to_owned(), months))
        .into();
    assert_eq!(told, expected);
    // February alone is a month that is worked out: 1,060 less 703 less 120 less 130.
    assert_eq!(worked_out(&rows, "2026-02").as_deref(), Some("107"));
    // A whole year stands by itself, and what does not sum has no differences.
    let year = [("FY2026", "1500", "2026-08-20")];
    assert!(
        Readings::of(&observations(&year), &july(), LATEST)
            .together(&july())
            .unwrap()
            .is_empty()
    );
    let stock = Readings::adding_up(Adding::Last, &observations(&rows), &july(), LATEST);
    assert!(stock.together(&july()).unwrap().is_empty());
}

/// The total to November was published with 324 for it; by March it was 310, and the total to January holds that. 2,177 less
/// 1,530 less 348 would be 299; less 1,206, 310 and 348 it is 313, which was published a year later.
#[test]
fn a_total_that_a_revision_has_overtaken_tells_no_month() {
    let rows = [
        ("to 2024-10", "1206", "2024-11-19"),
        ("to 2024-11", "1530", "2024-12-18"),
        ("2024-11", "324", "2024-12-18"),
        ("2024-11", "310", "2025-01-31"),
        ("2024-12", "348", "2025-01-17"),
        ("to 2025-01", "2177", "2025-03-05"),
    ];
    let mut observations = observations(&rows);
    observations[3].status = Some(Status::Revised);
    let of = |day: &str| {
        let readings = Readings::of(&observations, &july(), as_of(day));
        readings.get(month("2025-01")).map(|reading| reading.value.to_string())
    };
    assert_eq!(of("2025-12-31").as_deref(), Some("313"));
    // While nobody had revised it both totals were of one line.
    observations.remove(3);
    let readings = Readings::of(&observations, &july(), as_of("2025-12-31"));
    assert_eq!(readings.get(month("2025-01")).unwrap().value.to_string(), "299");
}

#[test]
fn totals_of_different_publications_tell_no_month() {
    // An early page, and one of a year later: March 2020 would be 166.
    let pages = [
        ("to 2020-02", "887.470", "2020-04-24"),
        ("to 2020-04", "1171", "2021-05-25"),
        ("2020-04", "118", "2021-05-25"),
    ];
    assert_eq!(worked_out(&pages, "2020-03"), None);
    // A month that was published after the total is not the one in it.
    let later = [
        ("2025-07", "100", "2025-11-18"),
        ("2025-09", "120", "2025-10-18"),
        ("to 2025-09", "330", "2025-10-18"),
    ];
    assert_eq!(worked_out(&later, "2025-08"), None);
    // A total of a year later holds revisions that the months do not.
    let revised = [
        ("2024-07", "100", "2024-08-18"),
        ("2024-09", "120", "2024-10-18"),
        ("to 2024-09", "330", "2025-10-18"),
    ];
    assert_eq!(worked_out(&revised, "2024-08"), None);
    // Rounded to hundreds.
    let rounded = [
        ("to 2025-08", "1500", "2025-09-18"),
        ("to 2025-09", "1700", "2025-10-18"),
    ];
    assert_eq!(worked_out(&rounded, "2025-09"), None);
    // More than the total.
    let more = [
        ("to 2025-08", "210", "2025-09-18"),
        ("to 2025-09", "200", "2025-10-18"),
        ("2025-07", "99", "2025-08-18"),
    ];
    assert_eq!(worked_out(&more, "2025-09"), None);
}

#[test]
fn what_is_published_takes_the_place_of_what_was_worked_out() {
    let rows = observations(&[
        ("to 2025-08", "210", "2025-09-18"),
        ("to 2025-09", "330", "2025-10-18"),
        ("2025-09", "125", "2025-12-01"),
    ]);
    let before = Readings::of(&rows, &july(), as_of("2025-11-30"));
    assert_eq!(before.get(month("2025-09")).unwrap().value, decimal("120"));
    let after = Readings::of(&rows, &july(), as_of("2025-12-01"));
    assert_eq!(after.get(month("2025-09")).unwrap().value, decimal("125"));
    assert_eq!(after.derivation(month("2025-09")), None);
    // It extends no total, and is no newest month.
    assert_eq!(before.newest(), None);
    let so_far = total(&before, &july(), year(2026)).unwrap().unwrap();
    assert_eq!((so_far.basis, so_far.months), (TotalBasis::PublishedToDate, 3));
}

fn adding(adding: Adding, rows: &[(&str, &str, &str)]) -> Readings {
    Readings::adding_up(adding, &observations(rows), &july(), LATEST)
}

#[test]
fn the_year_of_a_stock_is_its_last_period() {
    let rows = [
        ("2024-09", "480", "2024-10-18"),
        ("2025-06", "500", "2025-07-18"),
        ("2025-07", "510", "2025-08-18"),
        ("2025-09", "530", "2025-10-18"),
    ];
    let readings = adding(Adding::Last, &rows);
    let told = |of: i16| total(&readings, &july(), year(of)).unwrap().unwrap();
    let (last, now) = (told(2025), told(2026));
    assert_eq!(
        (last.value, last.basis, last.months),
        (decimal("500"), TotalBasis::Last, 12)
    );
    assert_eq!((now.value, now.months), (decimal("530"), 3));
    assert_eq!(now.year_before, Some(decimal("480")));
    assert!(now.lacking.is_empty() && partial_years(&readings, &july(), DURING).unwrap().is_empty());
    let pace = Pace::read(&readings, &july(), claim_id("T1"), decimal("600"), year(2026));
    let pace = pace.unwrap().unwrap();
    assert_eq!((pace.remaining, pace.needed_per_month), (decimal("70"), None));
    assert_eq!(TargetPath::read(600.0, &readings, &july(), year(2026), 3), None);
}

#[test]
fn percentages_have_no_sum() {
    let rows = [("2025-07", "3.1", "2025-08-18"), ("2025-08", "3.4", "2025-09-18")];
    let readings = adding(Adding::Nothing, &rows);
    assert_eq!(total(&readings, &july(), year(2026)).unwrap(), None);
    assert!(partial_years(&readings, &july(), DURING).unwrap().is_empty());
    let percent = hadaf_core::Series {
        unit: hadaf_core::Unit::Percent,
        ..ict_series()
    };
    assert_eq!(percent.adding(), Adding::Nothing);
    let stock = hadaf_core::Series {
        measure: Measure::Stock,
        ..ict_series()
    };
    assert_eq!((stock.adding(), ict_series().adding()), (Adding::Last, Adding::Sum));
}

#[test]
fn quarters_sum_to_years() {
    let rows = [
        ("2025-Q1", "10", "2024-11-18"),
        ("2025-Q2", "20", "2025-02-18"),
        ("2025-Q3", "30", "2025-05-18"),
        ("2025-Q4", "40", "2025-08-18"),
        ("2026-Q1", "15", "2025-11-18"),
        ("2026-Q3", "35", "2026-05-18"),
    ];
    let readings = adding(Adding::Sum, &rows);
    let told = |of: i16| total(&readings, &july(), year(of)).unwrap().unwrap();
    assert_eq!((told(2025).value, told(2025).basis), (decimal("100"), TotalBasis::Sum));
    let now = told(2026);
    assert_eq!(
        (now.value, now.months, now.growth_percent),
        (decimal("15"), 3, Some(50.0))
    );
    assert_eq!(now.lacking, [month("2025-10"), month("2025-11"), month("2025-12")]);
    assert_eq!(now.beyond, [month("2026-01"), month("2026-02"), month("2026-03")]);
    let path = TargetPath::read(120.0, &readings, &july(), year(2026), 3).unwrap();
    assert!((path.cumulative()[11] - 120.0).abs() < 1e-9);
}

#[test]
fn the_month_of_reaching_is_told_where_figures_tell_it() {
    let reached = |rows: &[(&str, &str, &str)], amount: &str| {
        let readings = Readings::of(&observations(rows), &july(), LATEST);
        Reached::read(&readings, &july(), year(2025), decimal(amount)).unwrap()
    };
    let of = |month: Option<hadaf_core::Month>| {
        Some(Reached {
            period: month.map(Into::into),
        })
    };
    let months = [("2024-07", "10", "2024-08-18"), ("2024-08", "20", "2024-09-18")];
    assert_eq!(reached(&months, "31"), None);
    assert_eq!(reached(&months, "30"), of(Some(month("2024-08"))));
    assert_eq!(reached(&months, "10"), of(Some(month("2024-07"))));
    // A year's total alone, and a total after months that nobody told of.
    assert_eq!(reached(&[("FY2025", "300", "2025-08-18")], "250"), of(None));
    assert_eq!(reached(&[("to 2024-12", "150", "2025-01-18")], "100"), of(None));
    let twelfth = [("to 2025-05", "240", "2025-06-18"), ("FY2025", "300", "2025-08-18")];
    assert_eq!(reached(&twelfth, "250"), of(Some(month("2025-06"))));
}

#[test]
fn a_path_starts_from_the_preceding_year_or_is_none() {
    let path = |rows: &[(&str, &str, &str)]| {
        let readings = Readings::of(&observations(rows), &july(), LATEST);
        TargetPath::read(1300.0, &readings, &july(), year(2026), 3)
    };
    let full: Vec<(String, String)> = (0..12)
        .map(|place| (month("2023-07").ahead(place).to_string(), (80 + place).to_string()))
        .collect();
    let full = || {
        full.iter()
            .map(|(period, value)| (period.as_str(), value.as_str(), "2024-08-18"))
    };
    // Last year lacks: not from the year before it.
    let gap: Vec<_> = full().chain([("2025-07", "100", "2025-08-18")]).collect();
    assert_eq!(path(&gap), None);
    // Last year is known as a total alone, or with some months: it starts from that total.
    let carried: Vec<_> = full().chain([("FY2025", "1200", "2025-08-18")]).collect();
    let total = path(&carried).unwrap();
    assert!(total.months[0] < 110.0 && total.months[0] > 95.0, "{total:?}");
    let some: Vec<_> = carried
        .iter()
        .copied()
        .chain([("2024-07", "95", "2024-08-18")])
        .collect();
    let growth = |path: &TargetPath| path.monthly_growth_percent.unwrap();
    assert!((growth(&path(&some).unwrap()) - growth(&total)).abs() < 0.2);
    // Nothing is known before: the same each month.
    assert_eq!(
        path(&[("2025-07", "100", "2025-08-18")]).unwrap().months,
        [1300.0 / 12.0; 12]
    );
}
