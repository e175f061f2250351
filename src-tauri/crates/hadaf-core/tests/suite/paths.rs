//! Claims spread over the months of their year.

use hadaf_core::{Landing, PathMethod, Readings, TargetPath, past_years};
use proptest::prelude::*;

use crate::support::{LATEST, ict_total, july, year};

fn months() -> impl Strategy<Value = [f64; 12]> {
    prop::array::uniform12(1.0..1000.0f64)
}

fn sum(months: &[f64; 12]) -> f64 {
    months.iter().sum()
}

proptest! {
    #[test]
    fn a_seasonal_path_sums_to_its_claim(target in 1.0..1e6f64, past in prop::collection::vec(months(), 1..6)) {
        let path = TargetPath::seasonal(target, &past).unwrap();
        prop_assert!((sum(&path.months) - target).abs() <= target * 1e-12);
        prop_assert!((path.cumulative()[11] - target).abs() <= target * 1e-12);
        for month in 0..12 {
            prop_assert!(path.low[month] <= path.high[month]);
            prop_assert!(path.cumulative_low[month] <= path.cumulative_high[month]);
        }
        prop_assert!((path.cumulative_low[11] - target).abs() <= target * 1e-12);
    }

    #[test]
    fn a_single_year_gives_its_shares_one_constant_growth(target in 1.0..1e6f64, past in months()) {
        let path = TargetPath::seasonal(target, &[past]).unwrap();
        let growth = path.monthly_growth_percent.unwrap() / 100.0 + 1.0;
        let steps = (1..12).map(|month| path.months[month] / path.months[month - 1] * past[month - 1] / past[month]);
        for step in steps {
            prop_assert!((step / growth - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn steady_growth_goes_on(season in months(), growth in 0.95..1.08f64, years in 2usize..5) {
        let mut level = 1.0;
        let mut all: Vec<[f64; 12]> = Vec::new();
        for _ in 0..=years {
            all.push(season.map(|month| { level *= growth; month * level }));
        }
        let next = all.pop().unwrap();
        let path = TargetPath::seasonal(sum(&next), &all).unwrap();
        for (planned, expected) in path.months.iter().zip(next) {
            prop_assert!((planned / expected - 1.0).abs() < 1e-9);
        }
        prop_assert!((path.monthly_growth_percent.unwrap() - (growth - 1.0) * 100.0).abs() < 1e-6);
    }

    #[test]
    fn last_years_total_needs_no_growth(past in months()) {
        let path = TargetPath::seasonal(sum(&past), &[past]).unwrap();
        for (planned, then) in path.months.iter().zip(past) {
            prop_assert!((planned - then).abs() < 1e-6 * then);
        }
        prop_assert!(path.monthly_growth_percent.unwrap().abs() < 1e-6);
    }

    #[test]
    fn a_year_that_repeats_lands_on_itself(past in months(), count in 1u8..=12, factor in 0.5..2.0f64) {
        let to_date: f64 = past.iter().take(usize::from(count)).map(|month| month * factor).sum();
        let landing = Landing::read(to_date, count, &[past]).unwrap();
        let expected = sum(&past) * factor;
        prop_assert!((landing.central - expected).abs() < 1e-9 * expected);
        prop_assert_eq!(landing.low, landing.high);
    }
}

#[test]
fn paths_without_a_past() {
    let even = TargetPath::even(5200.0);
    assert_eq!(even.method, PathMethod::Even);
    assert!((even.cumulative()[11] - 5200.0).abs() < 1e-9);
    assert!(TargetPath::seasonal(5200.0, &[]).is_none());
    assert!(TargetPath::seasonal(5200.0, &[[0.0; 12]]).is_none());
    assert!(TargetPath::seasonal(0.0, &[[1.0; 12]]).is_none());
    assert!(TargetPath::seasonal(f64::NAN, &[[1.0; 12]]).is_none());
    assert!(TargetPath::entered(1200.0, [100.0; 12]).is_some());
    assert!(
        TargetPath::entered(1300.0, [100.0; 12]).is_none(),
        "does not sum to the claim"
    );
    let none = TargetPath::read(5200.0, &Readings::default(), &july(), year(2026), 3).unwrap();
    assert_eq!(none.method, PathMethod::Even);
    assert!(Landing::read(100.0, 3, &[]).is_none());
}

#[test]
fn the_path_to_5200() {
    let readings = Readings::of(&ict_total(), &july(), LATEST);
    let past = past_years(&readings, &july(), year(2026), 3);
    let years: Vec<i16> = past.iter().map(|(year, _)| year.year()).collect();
    assert_eq!(years, [2023, 2024, 2025]);
    let path = TargetPath::read(5200.0, &readings, &july(), year(2026), 4).unwrap();
    assert_eq!(path.method, PathMethod::Seasonal);
    assert!((path.cumulative()[11] - 5200.0).abs() < 1e-9);
    let gap = path.gap(2975.0, 8);
    assert!(gap < 0.0 && gap > -400.0, "behind the path to February by {gap}");
    let slipped = 556.25 - path.level_after(8).unwrap();
    assert!(
        (slipped * 4.0 + gap).abs() < 1e-9,
        "what is needed above the path makes up the gap"
    );
    assert_eq!(
        (path.level_after(0), path.level_after(12)),
        (Some(path.cumulative()[11] / 12.0), None)
    );
    let values: Vec<[f64; 12]> = past.into_iter().map(|(_, months)| months).collect();
    let landing = Landing::read(2975.0, 8, &values).unwrap();
    assert!(landing.low < landing.central && landing.central < landing.high);
    assert!((4400.0..4700.0).contains(&landing.central), "{landing:?}");
}
