//! Series of quarters and of years: sums, pace and what is reached, in their own unit. The figures are those of India's
//! services exports, US$ million, as the Reserve Bank's tables give them.

use hadaf_core::{
    Adding, AsOf, FiscalCalendar, Frequency, Observation, Pace, Period, Reached, Readings, Status, TotalBasis,
    partial_years, past_years, running_totals, stretches, sum_of, total,
};

use crate::support::{DURING, LATEST, claim_id, decimal, month, observation, year};

const QUARTERS: [(&str, &str); 12] = [
    ("2022-Q2", "61418"),
    ("2022-Q4", "69876"),
    ("2023-Q2", "79986"),
    ("2023-Q4", "85833"),
    ("2024-Q1", "80569"),
    ("2024-Q2", "83352"),
    ("2025-Q1", "88466"),
    ("2025-Q2", "93493"),
    ("2025-Q3", "103487"),
    ("2025-Q4", "102026"),
    ("2026-Q3", "111227"),
    ("2026-Q4", "111065"),
];
const YEARS: [(&str, &str); 2] = [("FY2024", "341060"), ("FY2025", "387540")];

/// April to March.
fn april() -> FiscalCalendar {
    FiscalCalendar::new(4).unwrap()
}

fn read(adding: Adding, every: Frequency, rows: &[(&str, &str)]) -> Readings {
    let rows = rows.iter().zip(1..).map(|((period, value), id)| {
        let end = april().end_of(period.parse::<Period>().unwrap());
        observation(id, period, value, Status::First, &end.tomorrow().unwrap().to_string())
    });
    let observations: Vec<Observation> = rows.collect();
    Readings::adding_up(adding, &observations, &april(), LATEST).each(every)
}

/// What is known through a quarter of FY2025.
fn through(quarter: &str) -> Readings {
    let known: Vec<(&str, &str)> = QUARTERS.into_iter().filter(|(period, _)| *period <= quarter).collect();
    read(Adding::Sum, Frequency::Quarter, &[&known[..], &YEARS[..1]].concat())
}

fn pace(readings: &Readings, target: &str, of: i16) -> Pace {
    Pace::read(readings, &april(), claim_id("I11"), decimal(target), year(of))
        .unwrap()
        .unwrap()
}

#[test]
fn months_are_whole_quarters_or_none() {
    let months = |from: &str, count: usize| -> Vec<_> { (0..count).map(|place| month(from).ahead(place)).collect() };
    let whole = |months: &[_]| {
        let periods = april().whole(months, Frequency::Quarter);
        periods.map(|periods| periods.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(whole(&months("2025-04", 6)).unwrap(), ["2026-Q1", "2026-Q2"]);
    let apart = [months("2025-04", 3), months("2025-10", 3)].concat();
    assert_eq!(whole(&apart).unwrap(), ["2026-Q1", "2026-Q3"]);
    assert_eq!(whole(&months("2025-05", 3)), None);
    assert_eq!(whole(&months("2025-04", 4)), None);
    assert_eq!(whole(&[]).unwrap().len(), 0);
    let ending = |text: &str| april().period_ending(month(text), Frequency::Quarter);
    assert_eq!(ending("2025-06"), Some("2026-Q1".parse().unwrap()));
    assert_eq!(ending("2025-05"), None);
    let before: Period = "2026-Q1".parse().unwrap();
    assert_eq!(before.a_year_before().to_string(), "2025-Q1");
}

/// 380,000 less 88,466 are 291,534 in three quarters. FY2024 brought 341,060 less 80,569, that is 260,491, in the same
/// three, and 88,466 is the best quarter so far.
#[test]
fn a_pace_of_quarters_is_a_quarter() {
    let pace = pace(&through("2025-Q1"), "380000", 2025);
    assert_eq!(
        (pace.every, pace.periods_left, pace.months_left),
        (Frequency::Quarter, 3, 9)
    );
    assert_eq!(pace.remaining, decimal("291534"));
    assert_eq!(
        (pace.needed, pace.needed_per_month),
        (Some(97_178.0), Some(291_534.0 / 9.0))
    );
    assert_eq!(pace.left_a_year_before, Some(decimal("260491")));
    assert!((pace.needed_growth_percent.unwrap() - 11.9171).abs() < 1e-3);
    let best = pace.best.unwrap();
    assert_eq!((best.first, best.last), (month("2024-04"), month("2024-06")));
    assert!((best.average - 88_466.0).abs() < 1e-9);
    // 85,833, 80,569 and 83,352 are 249,754: the only three in a row.
    let run = pace.best_stretch.unwrap();
    assert_eq!((run.first, run.last), (month("2023-01"), month("2023-09")));
    assert_eq!(run.sum, decimal("249754"));
    // Growth of the quarter on the same one a year before: 88,466 on 80,569.
    assert!((pace.growth_to_date_percent.unwrap() - 9.8016).abs() < 1e-3);
}

/// 93,493 and 103,487 are 196,980; the same quarters of FY2024 are not both known. 88,466 and 93,493 grew by 11.0 % on
/// 80,569 and 83,352.
#[test]
fn runs_of_quarters_are_found_where_each_is_known() {
    let readings = through("2025-Q3");
    let runs = stretches(&readings, &april(), Frequency::Quarter, 2).unwrap();
    let run = |first: &str| runs.iter().find(|run| run.first == month(first)).unwrap();
    assert_eq!(
        (run("2024-07").sum, run("2024-07").growth_percent),
        (decimal("196980"), None)
    );
    assert!((run("2024-07").average - 98_490.0).abs() < 1e-9);
    assert!((run("2024-04").growth_percent.unwrap() - 11.0041).abs() < 1e-3);
    assert_eq!(runs.len(), 4, "{runs:?}");
    let months = (0..6).map(|place| month("2024-04").ahead(place));
    assert_eq!(sum_of(&readings, &april(), months).unwrap(), Some(decimal("181959")));
    let uneven = (0..4).map(|place| month("2024-04").ahead(place));
    assert_eq!(
        sum_of(&readings, &april(), uneven).unwrap(),
        None,
        "a third of a quarter is no figure"
    );
}

/// 88,466, 181,959 and 285,446 to the end of each quarter.
#[test]
fn a_target_is_reached_in_a_quarter() {
    let reached = |amount: &str| {
        let readings = through("2025-Q3");
        Reached::read(&readings, &april(), year(2025), decimal(amount)).unwrap()
    };
    let of = |quarter: &str| {
        Some(Reached {
            period: Some(quarter.parse().unwrap()),
        })
    };
    assert_eq!(reached("88466"), of("2025-Q1"));
    assert_eq!(reached("180000"), of("2025-Q2"));
    assert_eq!(reached("285000"), of("2025-Q3"));
    assert_eq!(reached("285447"), None);
    let pace = pace(&through("2025-Q3"), "285000", 2025);
    assert_eq!((pace.needed, pace.needed_per_month), (None, None));
}

/// Of FY2026 the first two quarters lack.
#[test]
fn a_year_of_two_quarters_has_no_total() {
    let readings = read(Adding::Sum, Frequency::Quarter, &[&QUARTERS[..], &YEARS[..]].concat());
    let partial = partial_years(&readings, &april(), DURING).unwrap();
    let now = partial.last().unwrap();
    assert_eq!(now.fiscal_year, year(2026));
    let names = |months: &[_]| april().whole(months, Frequency::Quarter).unwrap();
    assert_eq!(
        names(&now.known),
        ["2026-Q3", "2026-Q4"].map(|text| text.parse::<Period>().unwrap())
    );
    assert_eq!(
        names(&now.lacking),
        ["2026-Q1", "2026-Q2"].map(|text| text.parse::<Period>().unwrap())
    );
    assert_eq!(readings.newest().unwrap().0.to_string(), "2026-Q4");
    let totals = running_totals(&readings, &april(), year(2025)).unwrap();
    let known: Vec<_> = totals
        .iter()
        .map(|total| total.as_ref().map(|it| it.value.to_string()))
        .collect();
    let at_ends: Vec<_> = [2, 5, 8, 11]
        .map(|place: usize| known[place].as_deref().unwrap())
        .into();
    assert_eq!(at_ends, ["88466", "181959", "285446", "387540"]);
    assert_eq!(known.iter().flatten().count(), 4);
    // A month of a past year has a third of its quarter.
    let (of, months) = past_years(&readings, &april(), year(2026), 3)[0];
    assert_eq!((of, months[0]), (year(2025), 88_466.0 / 3.0));
}

#[test]
fn what_is_left_beside_whole_quarters_is_counted_in_months() {
    let to_date = Observation {
        basis: hadaf_core::Basis::ToDate,
        ..observation(2, "2024-11", "260", Status::First, "2025-01-01")
    };
    let rows = [observation(1, "2025-Q1", "90", Status::First, "2024-08-01"), to_date];
    let readings = Readings::of(&rows, &april(), LATEST).each(Frequency::Quarter);
    let pace = pace(&readings, "380", 2025);
    assert_eq!(
        (pace.every, pace.periods_left, pace.needed),
        (Frequency::Month, 4, Some(30.0))
    );
}

/// A year is one figure: nothing of it is left, and nothing is needed.
#[test]
fn a_series_of_years_has_no_year_so_far() {
    let readings = read(Adding::Sum, Frequency::FiscalYear, &YEARS);
    let pace = pace(&readings, "400000", 2025);
    assert_eq!((pace.months_left, pace.periods_left, pace.needed), (0, 0, None));
    assert_eq!((pace.best, pace.reached), (None, None));
    assert_eq!(past_years(&readings, &april(), year(2026), 3), []);
    assert_eq!(readings.newest().unwrap().0, year(2025).into());
    let reached = Reached::read(&readings, &april(), year(2025), decimal("380000")).unwrap();
    assert_eq!(
        reached,
        Some(Reached { period: None }),
        "a year's total tells no quarter"
    );
}

#[test]
fn a_stock_of_quarters_has_its_last_figure_and_no_pace() {
    let rows = [("2025-Q1", "500"), ("2025-Q2", "520"), ("2024-Q2", "480")];
    let readings = read(Adding::Last, Frequency::Quarter, &rows);
    let now = total(&readings, &april(), year(2025)).unwrap().unwrap();
    assert_eq!(
        (now.value, now.basis, now.months),
        (decimal("520"), TotalBasis::Last, 6)
    );
    let pace = pace(&readings, "600", 2025);
    assert_eq!(
        (pace.periods_left, pace.remaining, pace.needed),
        (2, decimal("80"), None)
    );
}

/// The unit in which a series is told is its own, or a coarser one where nothing finer is known as of the day.
#[test]
fn a_series_is_told_in_the_periods_that_it_has() {
    let every = |declared: Frequency, rows: &[(&str, &str)]| read(Adding::Sum, declared, rows).every();
    assert_eq!(every(Frequency::Month, &[]), Frequency::Month);
    assert_eq!(every(Frequency::Month, &QUARTERS), Frequency::Quarter);
    assert_eq!(every(Frequency::Quarter, &YEARS), Frequency::FiscalYear);
    assert_eq!(
        every(Frequency::Month, &[("2025-04", "1"), ("2025-Q2", "3")]),
        Frequency::Month
    );
    assert_eq!(
        every(Frequency::Quarter, &[("2025-04", "1"), ("2025-Q2", "3")]),
        Frequency::Quarter
    );
    assert_eq!(
        Readings::adding_up(Adding::Sum, [], &april(), AsOf::before(LATEST.day())).every(),
        Frequency::Month
    );
}
