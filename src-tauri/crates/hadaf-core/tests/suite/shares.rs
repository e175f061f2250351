//! Contributions of the parts of a total, and values a day.

use hadaf_core::{
    Basis, Contributions, DailyPace, Decimal, Observation, Pace, Readings, SeriesId, Status, ToDateBasis,
    contributions, daily_average, daily_months,
};
use proptest::prelude::*;

use crate::support::{LATEST, claim_id, decimal, ict_total, july, month, observation, year};

fn readings(rows: &[(&str, &str, bool)]) -> Readings {
    let observations: Vec<Observation> = rows
        .iter()
        .zip(1..)
        .map(|((period, value, through), id)| {
            let mut read = observation(id, period, value, Status::First, "2026-04-01");
            read.basis = Basis::to_date_if(*through);
            read
        })
        .collect();
    Readings::of(&observations, &july(), LATEST)
}

/// Under a path that asks for an amount by now.
fn read(total: &Readings, parts: &[(&str, &Readings)], asked: Option<f64>) -> Option<Contributions> {
    let ids: Vec<SeriesId> = parts.iter().map(|(id, _)| SeriesId::new(id).unwrap()).collect();
    let parts: Vec<(&SeriesId, &Readings)> = ids.iter().zip(parts).map(|(id, (_, part))| (id, *part)).collect();
    let name = SeriesId::new("total").unwrap();
    contributions(
        (&name, total),
        &parts,
        &july(),
        year(2026),
        asked.map(|asked| [asked; 12]),
    )
    .unwrap()
}

/// July and August 2025 brought 240 after 200, where the path asks for 25 % more, 250: 10 are missing. Computer services grew from 150 to 186 where 187.5 was asked.
#[test]
fn growth_points_and_the_gap_add_up() {
    let total = readings(&[
        ("FY2025", "1200", false),
        ("2024-07", "100", false),
        ("2024-08", "100", false),
        ("2025-07", "115", false),
        ("2025-08", "125", false),
    ]);
    let computer = readings(&[("2024-08", "150", true), ("2025-08", "186", true)]);
    let telecom = readings(&[
        ("2024-07", "20", false),
        ("2024-08", "20", false),
        ("2025-07", "20", false),
        ("2025-08", "22", false),
    ]);
    let late = readings(&[("2024-07", "5", false), ("2025-07", "5", false)]);
    let parts = [("computer", &computer), ("telecom", &telecom), ("late", &late)];
    let found = read(&total, &parts, Some(250.0)).unwrap();
    // To July two parts bring 22 % of the total, to August two bring 95 %.
    assert_eq!(found.through, month("2025-08"));
    assert_eq!(found.unknown, [SeriesId::new("late").unwrap()]);
    let points: Vec<f64> = found.parts.iter().map(|part| part.growth_points.unwrap()).collect();
    assert_eq!(
        (points, found.rest, found.rest_points),
        (vec![18.0, 1.0], decimal("2"), Some(1.0))
    );
    assert_eq!(found.total.growth_percent, Some(20.0));
    assert_eq!((found.total.gap, found.total.gap_share), (Some(10.0), Some(1.0)));
    let gaps: Vec<f64> = found.parts.iter().map(|part| part.gap.unwrap()).collect();
    assert_eq!((gaps, found.rest_gap), (vec![1.5, 8.0], Some(0.5)));
    assert_eq!(found.parts[1].gap_share, Some(0.8));
    let free = read(&total, &parts, None).unwrap();
    assert_eq!((free.total.gap, free.parts[0].gap, free.rest_gap), (None, None, None));
    // Ahead of a path that asks for 200: no shares of a gap that is not there.
    let ahead = read(&total, &parts, Some(200.0)).unwrap();
    assert_eq!(
        (ahead.total.gap, ahead.total.gap_share, ahead.parts[0].gap_share),
        (Some(-40.0), None, None)
    );
    assert!(
        read(&readings(&[("2025-07", "115", false)]), &[], None).is_none(),
        "no year before"
    );
}

/// July to December of FY2024 as the Bureau of Statistics published it on 19 February 2024 (`cumulative.csv`): 9.0 %
/// more than a year before, 8.2 points of it from computer services. The State Bank's months sum to 1,455 and
/// 1,333, another basis: where the parts are published to date only, so is the total.
#[test]
fn the_half_year_of_fy2024() {
    let year_before = [199, 228, 206, 221, 233, 246].map(|value: i32| value.to_string());
    let this_year = [214, 235, 206, 238, 259, 303].map(|value: i32| value.to_string());
    let names: Vec<String> = (7..13)
        .flat_map(|month| [format!("2022-{month:02}"), format!("2023-{month:02}")])
        .collect();
    let mut rows: Vec<(&str, &str, bool)> = Vec::new();
    for (index, (before, now)) in year_before.iter().zip(&this_year).enumerate() {
        rows.push((&names[2 * index], before, false));
        rows.push((&names[2 * index + 1], now, false));
    }
    rows.extend([("2022-12", "1334.969", true), ("2023-12", "1454.881", true)]);
    let total = readings(&rows);
    let telecom = readings(&[("2022-12", "265.240", true), ("2023-12", "278.650", true)]);
    let computer = readings(&[("2022-12", "1064.579", true), ("2023-12", "1174.481", true)]);
    let series = |id: &str| SeriesId::new(id).unwrap();
    let (whole, one, two) = (
        series("ict_total"),
        series("telecommunication_services"),
        series("computer_services"),
    );
    let parts = [(&one, &telecom), (&two, &computer)];
    let found = contributions((&whole, &total), &parts, &july(), year(2024), None)
        .unwrap()
        .unwrap();
    assert_eq!((found.through, found.basis), (month("2023-12"), ToDateBasis::Published));
    let tenths = |value: Option<f64>| (value.unwrap() * 10.0).round() / 10.0;
    assert_eq!(tenths(found.total.growth_points), 9.0);
    assert_eq!(
        [
            tenths(found.parts[0].growth_points),
            tenths(found.parts[1].growth_points)
        ],
        [1.0, 8.2]
    );
    assert_eq!(found.rest, decimal("-3.400"));
    let alone = contributions((&whole, &total), &[], &july(), year(2024), None)
        .unwrap()
        .unwrap();
    assert_eq!((alone.basis, alone.total.now), (ToDateBasis::Months, decimal("1455")));
}

proptest! {
    #[test]
    fn the_rest_closes_every_sum(values in prop::collection::vec((1_i32..1000, 1_i32..1000), 1..6), rest in (1_i32..100, 1_i32..100), asked in 1_i32..100_000) {
        let text = |value: i32| value.to_string();
        let before: i32 = values.iter().map(|(before, _)| before).sum::<i32>() + rest.0;
        let now: i32 = values.iter().map(|(_, now)| now).sum::<i32>() + rest.1;
        let total = readings(&[("FY2025", "6000", false), ("2024-07", &text(before), false), ("2025-07", &text(now), false)]);
        let parts: Vec<Readings> = values.iter()
            .map(|(before, now)| readings(&[("2024-07", &text(*before), false), ("2025-07", &text(*now), false)]))
            .collect();
        let named: Vec<(&str, &Readings)> = parts.iter().map(|part| ("part", part)).collect();
        let found = read(&total, &named, Some(f64::from(asked))).unwrap();
        prop_assert_eq!(found.rest, Decimal::from(rest.1 - rest.0));
        let points: f64 = found.parts.iter().map(|part| part.growth_points.unwrap()).sum();
        prop_assert!((points + found.rest_points.unwrap() - found.total.growth_percent.unwrap()).abs() < 1e-6);
        let gaps: f64 = found.parts.iter().map(|part| part.gap.unwrap()).sum();
        prop_assert!((gaps + found.rest_gap.unwrap() - found.total.gap.unwrap()).abs() < 1e-6);
    }
}

/// February 2024 had 29 days: 290 there and 280 a year later are the same 10 a day.
#[test]
fn a_leap_day_is_no_growth() {
    let found = readings(&[
        ("2024-02", "290", false),
        ("2025-02", "280", false),
        ("2025-03", "310", false),
    ]);
    let months = daily_months(&found, &july(), year(2025));
    let rows: Vec<_> = months
        .iter()
        .map(|it| (it.month, it.days, it.per_day, it.growth_percent))
        .collect();
    assert_eq!(
        rows,
        [
            (month("2025-02"), 28, 10.0, Some(0.0)),
            (month("2025-03"), 31, 10.0, None)
        ]
    );
    assert_eq!(
        daily_average(decimal("590"), [month("2025-02"), month("2025-03")]),
        Some(10.0)
    );
    assert_eq!(daily_average(decimal("590"), []), None);
}

/// FY2026 on 1 April 2026: eight months to February have 243 days, March to June 122.
#[test]
fn a_pace_a_day_agrees_with_the_pace_a_month() {
    let observations = ict_total();
    let readings = Readings::of(&observations, &july(), crate::support::as_of("2026-04-01"));
    let calendar = july();
    let pace = Pace::read(&readings, &calendar, claim_id("T30"), decimal("5200"), year(2026))
        .unwrap()
        .unwrap();
    let daily = DailyPace::of(&pace, &calendar);
    assert_eq!((daily.days_so_far, daily.days_left), (243, 122));
    let needed = daily.needed.unwrap();
    assert!((needed * 122.0 - pace.remaining.to_f64()).abs() < 1e-9);
    assert!((daily.so_far.unwrap() * 243.0 - pace.to_date.value.to_f64()).abs() < 1e-9);
    assert!((daily.year - 5200.0 / 365.0).abs() < 1e-12);
    assert!((daily.more_percent.unwrap() - (needed / daily.so_far.unwrap() - 1.0) * 100.0).abs() < 1e-9);
}
