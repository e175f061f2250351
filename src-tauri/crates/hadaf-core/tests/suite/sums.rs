//! Sums over months, with holes and without, and totals that somebody published.

use hadaf_core::{
    Basis, Observation, Pace, Readings, Status, TotalBasis, contributions, partial_years, running_totals, total, totals,
};
use jiff::civil::date;
use proptest::prelude::*;

use crate::support::{DURING, LATEST, claim_id, decimal, july, month, observation, year};

/// Months of FY2026 (July 2025 on) by their place, each of a value; totals to date by the place of their last month.
fn readings(months: &[(usize, &str)], to_date: &[(usize, &str)]) -> Readings {
    let of = |basis: Basis| {
        move |(place, value): &(usize, &str)| Observation {
            basis,
            ..observation(
                1 + *place as i64 + if basis.is_to_date() { 100 } else { 0 },
                &month("2025-07").ahead(*place).to_string(),
                value,
                Status::First,
                "2026-08-01",
            )
        }
    };
    let months = months.iter().map(of(Basis::Period));
    let observations: Vec<Observation> = months.chain(to_date.iter().map(of(Basis::ToDate))).collect();
    Readings::of(&observations, &july(), LATEST)
}

/// What the year so far is: its value, how it came about, how many months.
fn so_far(readings: &Readings) -> Option<(String, TotalBasis, u8)> {
    let found = total(readings, &july(), year(2026)).unwrap()?;
    Some((found.value.to_string(), found.basis, found.months))
}

#[test]
fn a_year_so_far_is_the_longer_of_the_sum_and_the_published_total() {
    use TotalBasis::{PublishedToDate, ToDate};
    type Figures<'a> = &'a [(usize, &'a str)];
    type Case<'a> = (Figures<'a>, Figures<'a>, Option<(&'a str, TotalBasis, u8)>);
    let all: [Case<'_>; 8] = [
        // Three months in a row from the first one.
        (&[(0, "10"), (1, "20"), (2, "30")], &[], Some(("60", ToDate, 3))),
        // A hole: what comes after it is in no total.
        (&[(0, "10"), (2, "30")], &[], Some(("10", ToDate, 1))),
        // The first month lacks: no total at all.
        (&[(1, "20"), (2, "30")], &[], None),
        // As long as the sum, the published total says nothing more.
        (&[(0, "10"), (1, "20")], &[(1, "31")], Some(("30", ToDate, 2))),
        // Longer than the sum, it stands.
        (
            &[(0, "10"), (1, "20")],
            &[(3, "100")],
            Some(("100", PublishedToDate, 4)),
        ),
        // A month after it is added.
        (&[(4, "50")], &[(3, "100")], Some(("150", PublishedToDate, 5))),
        // A hole after it ends the total again.
        (&[(5, "50")], &[(3, "100")], Some(("100", PublishedToDate, 4))),
        // Alone it is enough.
        (&[], &[(7, "2550")], Some(("2550", PublishedToDate, 8))),
    ];
    for (months, to_date, expected) in all {
        let expected = expected.map(|(value, basis, months)| (value.to_owned(), basis, months));
        assert_eq!(so_far(&readings(months, to_date)), expected, "{months:?} {to_date:?}");
    }
}

#[test]
fn a_year_without_a_total_says_how_much_of_it_is_known() {
    let readings = readings(&[(1, "1"), (3, "3"), (6, "5")], &[]);
    assert_eq!(totals(&readings, &july()).unwrap(), []);
    let [partial] = &partial_years(&readings, &july(), DURING).unwrap()[..] else {
        panic!("one year is known in part");
    };
    assert_eq!(
        (partial.known.len(), partial.lacking.len()),
        (3, 4),
        "three of seven months"
    );
    assert_eq!(partial.last_month(), Some(month("2026-01")));
    let [over] = &partial_years(&readings, &july(), date(2026, 7, 1)).unwrap()[..] else {
        panic!("one year is known in part");
    };
    assert_eq!((over.known.len(), over.lacking.len()), (3, 9), "three of twelve months");
    let pace = Pace::read(&readings, &july(), claim_id("T30"), decimal("5200"), year(2026));
    assert_eq!(pace.unwrap(), None);
}

#[test]
fn a_hole_is_named_and_what_lies_behind_it_too() {
    let readings = readings(&[(0, "10"), (2, "30"), (3, "40")], &[]);
    let found = total(&readings, &july(), year(2026)).unwrap().unwrap();
    assert_eq!(found.last_month, month("2025-07"));
    assert_eq!(found.lacking, [month("2025-08")]);
    assert_eq!(found.beyond, [month("2025-09"), month("2025-10")]);
    assert!(partial_years(&readings, &july(), DURING).unwrap().is_empty());
    let pace = Pace::read(&readings, &july(), claim_id("T30"), decimal("120"), year(2026));
    let pace = pace.unwrap().unwrap();
    assert_eq!((pace.months_left, pace.needed_per_month), (11, Some(10.0)));
}

#[test]
fn growth_is_of_the_same_months_a_year_before_however_these_are_known() {
    let mut all = vec![observation(1, "2025-07", "30", Status::First, "2025-08-15")];
    all.push(observation(2, "2025-08", "30", Status::First, "2025-09-15"));
    let before = Observation {
        basis: Basis::ToDate,
        ..observation(3, "2024-08", "50", Status::First, "2024-09-15")
    };
    all.push(before);
    let readings = Readings::of(&all, &july(), LATEST);
    let found = total(&readings, &july(), year(2026)).unwrap().unwrap();
    assert_eq!(found.year_before, Some(decimal("50")));
    assert_eq!(found.growth_percent, Some(20.0));
    let id = all[0].series.clone();
    let read = contributions((&id, &readings), &[], &july(), year(2026), None);
    assert_eq!(read.unwrap().unwrap().total.growth_percent, Some(20.0));
}

proptest! {
    /// A running total rests on a prefix without a hole, whatever else is known.
    #[test]
    fn a_sum_ends_at_the_first_hole(known in prop::array::uniform12(any::<bool>())) {
        let places: Vec<(usize, &str)> = (0..12).filter(|place| known[*place]).map(|place| (place, "7")).collect();
        let readings = readings(&places, &[]);
        let run = known.iter().take_while(|known| **known).count();
        let found = total(&readings, &july(), year(2026)).unwrap();
        prop_assert_eq!(found.as_ref().map_or(0, |total| usize::from(total.months)), run);
        if let Some(found) = found {
            prop_assert_eq!(found.value.to_f64(), 7.0 * run as f64);
            prop_assert_eq!(found.beyond.len(), places.len() - run);
        } else {
            let partial = partial_years(&readings, &july(), DURING).unwrap();
            prop_assert_eq!(partial.first().map_or(0, |partial| partial.known.len()), places.len());
        }
        let totals = running_totals(&readings, &july(), year(2026)).unwrap();
        prop_assert_eq!(totals.iter().flatten().count(), run);
    }
}
