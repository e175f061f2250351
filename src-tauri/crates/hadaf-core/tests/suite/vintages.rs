//! The reading rules as laws.

use hadaf_core::{
    AsOf, Basis, Decimal, Judged, Month, Observation, ObservationId, Published, Reading, Readings, SourceId, Status,
    Vintage, VintageRole,
};
use jiff::civil::Date;
use proptest::prelude::*;

use crate::support::{LATEST, collected, day, decimal, july, month, observation};

/// What an observation with a figure says about itself. Estimates stand apart (`figures.rs`).
const STATED: &[Status] = &[Status::First, Status::Revised, Status::Comparator, Status::Derived];

/// An observation of one month: values that repeat, round and disagree often; dates that coincide often.
fn any_observation() -> impl Strategy<Value = (i64, u8, Status, Option<u8>)> {
    (
        310i64..330,
        0u8..=2,
        0usize..STATED.len(),
        prop::option::weighted(0.8, 0u8..20),
    )
        .prop_map(|(value, places, status, days)| (value, places, STATED[status], days))
}

fn observations() -> impl Strategy<Value = Vec<Observation>> {
    prop::collection::vec(any_observation(), 0..9).prop_map(|rows| {
        let build = |(index, (value, places, status, days)): (usize, (i64, u8, Status, Option<u8>))| {
            let mut read = observation(i64::try_from(index).unwrap(), "2024-11", "0", status, "");
            // 31.5, 3.15 and so on rescaled to the level of 315, so that roundings occur.
            read.value = if places == 2 {
                Decimal::new(value * 10 / 100 * 10, 0).unwrap()
            } else {
                Decimal::new(value * 10 + i64::from(places), 1)
                    .unwrap()
                    .round(1 - places.min(1))
            };
            read.published.date = days.map(|days| {
                day("2024-12-01")
                    .checked_add(jiff::Span::new().days(i64::from(days)))
                    .unwrap()
            });
            read
        };
        rows.into_iter().enumerate().map(build).collect()
    })
}

fn any_day() -> impl Strategy<Value = Date> {
    (0i64..25).prop_map(|days| day("2024-11-28").checked_add(jiff::Span::new().days(days)).unwrap())
}

/// All but what more knowledge of the same number may change.
fn number(reading: Option<Reading>) -> Option<(Decimal, ObservationId, Option<Decimal>)> {
    reading.map(|reading| (reading.value, reading.observation, reading.revised_from))
}

proptest! {
    #[test]
    fn a_reading_rests_on_what_was_known(observations in observations(), as_of in any_day()) {
        let known: Vec<_> = observations.iter().filter(|observation| observation.published.known_from() <= as_of).cloned().collect();
        let reading = Vintage::read(&observations, &july(), AsOf::Day(as_of));
        prop_assert_eq!(reading, Vintage::read(&known, &july(), LATEST));
        prop_assert_eq!(reading.is_some(), !known.is_empty());
        if let Some(reading) = reading {
            prop_assert!(reading.published.known_from() <= as_of);
        }
    }

    #[test]
    fn a_later_observation_changes_no_earlier_day(mut observations in observations(), later in any_observation(), as_of in any_day()) {
        let before = Vintage::read(&observations, &july(), AsOf::Day(as_of));
        let mut added = observation(99, "2024-11", "0", later.2, "");
        added.value = Decimal::new(later.0, 0).unwrap();
        added.published = Published::on(as_of.tomorrow().unwrap());
        observations.push(added);
        prop_assert_eq!(Vintage::read(&observations, &july(), AsOf::Day(as_of)), before);
    }

    #[test]
    fn a_confirmation_changes_only_what_is_provisional(mut observations in observations(), status in 0usize..3) {
        let Some(before) = Vintage::read(&observations, &july(), LATEST) else { return Ok(()) };
        prop_assume!(!before.derived);
        let mut again = observation(99, "2024-11", "0", STATED[status], "");
        again.value = before.value;
        again.published = Published::on(day("2027-01-01"));
        observations.push(again);
        let after = Vintage::read(&observations, &july(), LATEST);
        prop_assert_eq!(number(after), number(Some(before)));
        let after = after.unwrap();
        prop_assert!(!after.provisional, "a repeat confirms");
        let roles = Vintage::history(&observations, &july(), LATEST);
        prop_assert_eq!(roles[0].role, VintageRole::Confirms);
    }

    #[test]
    fn the_order_of_entry_matters_only_within_a_day(observations in observations(), as_of in any_day()) {
        let reversed: Vec<_> = observations.iter().rev().cloned().collect();
        prop_assert_eq!(Vintage::read(&observations, &july(), AsOf::Day(as_of)), Vintage::read(&reversed, &july(), AsOf::Day(as_of)));
    }

    #[test]
    fn a_history_holds_every_observation_once_and_one_current(observations in observations(), as_of in any_day()) {
        let history = Vintage::history(&observations, &july(), AsOf::Day(as_of));
        prop_assert_eq!(history.len(), observations.len());
        let mut ids: Vec<ObservationId> = history.iter().map(|it| it.observation.id).collect();
        ids.sort_unstable();
        prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        let reading = Vintage::read(&observations, &july(), AsOf::Day(as_of));
        let current: Vec<ObservationId> = history.iter().filter(|it| it.role == VintageRole::Current).map(|it| it.observation.id).collect();
        match reading {
            Some(reading) if reading.derived => prop_assert!(current.is_empty()),
            Some(reading) => prop_assert_eq!(current, vec![reading.observation]),
            None => prop_assert!(current.is_empty()),
        }
        for Judged { observation, role, .. } in history {
            prop_assert_eq!(role == VintageRole::NotYetKnown, observation.published.known_from() > as_of);
            prop_assert!(role != VintageRole::Derived || observation.status == Some(Status::Derived));
        }
    }

    #[test]
    fn a_calculated_value_only_fills_a_gap(observations in observations(), as_of in any_day()) {
        let published: Vec<_> = observations.iter().filter(|observation| observation.status != Some(Status::Derived)).cloned().collect();
        let reading = Vintage::read(&observations, &july(), AsOf::Day(as_of));
        if let Some(expected) = Vintage::read(&published, &july(), AsOf::Day(as_of)) {
            prop_assert_eq!(reading, Some(expected));
        } else {
            prop_assert!(reading.is_none_or(|reading| reading.derived));
        }
    }
}

fn roles(observations: &[Observation]) -> Vec<(String, VintageRole)> {
    Vintage::history(observations, &july(), LATEST)
        .into_iter()
        .map(|it| (it.observation.value.to_string(), it.role))
        .collect()
}

#[test]
fn a_rounded_repeat_confirms_and_does_not_replace() {
    let observations = [
        observation(1, "FY2023", "2593", Status::Revised, "2023-08-18"),
        observation(2, "FY2023", "2590", Status::Comparator, "2025-10-20"),
    ];
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert_eq!(reading.value, decimal("2593"));
    assert_eq!(roles(&observations)[0], ("2590".into(), VintageRole::Rounded));
    let first = [
        observation(1, "FY2024", "3223", Status::First, "2024-07-20"),
        observation(2, "FY2024", "3220", Status::First, "2024-07-25"),
    ];
    let reading = Vintage::read(&first, &july(), LATEST).unwrap();
    assert_eq!((reading.value, reading.provisional), (decimal("3223"), false));
}

#[test]
fn the_finer_form_of_the_current_figure_takes_its_place_without_revising_it() {
    let observations = [
        observation(1, "FY2025", "3800", Status::First, "2025-07-19"),
        observation(2, "FY2025", "3810", Status::Comparator, "2025-08-20"),
    ];
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert_eq!((reading.value, reading.revised_from), (decimal("3810"), None));
    assert_eq!(
        roles(&observations),
        [
            ("3810".into(), VintageRole::Current),
            ("3800".into(), VintageRole::Rounded)
        ]
    );
}

#[test]
fn a_revision_that_looks_round_is_a_revision() {
    let observations = [
        observation(1, "2021-06", "214", Status::First, "2021-07-21"),
        observation(2, "2021-06", "210", Status::Revised, "2022-07-31"),
        observation(3, "2021-06", "214", Status::Comparator, "2022-08-20"),
    ];
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert_eq!(
        (reading.value, reading.revised_from),
        (decimal("210"), Some(decimal("214")))
    );
    assert_eq!(
        roles(&observations)[0].1,
        VintageRole::Confirms,
        "an old number quoted again starts nothing"
    );
}

#[test]
fn a_revision_may_go_back() {
    let observations = [
        observation(1, "2024-11", "324", Status::First, "2024-12-18"),
        observation(2, "2024-11", "310", Status::Revised, "2025-01-31"),
        observation(3, "2024-11", "324", Status::Revised, "2025-03-01"),
    ];
    assert_eq!(
        Vintage::read(&observations, &july(), LATEST).unwrap().value,
        decimal("324")
    );
}

#[test]
fn a_first_release_found_late_does_not_undo_a_revision() {
    let observations = [
        observation(1, "2020-07", "122.280", Status::Revised, "2021-09-20"),
        observation(2, "2020-07", "121.690", Status::First, ""),
    ];
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert_eq!(
        (reading.value, reading.revised_from),
        (decimal("122.280"), Some(decimal("121.690")))
    );
    assert_eq!(roles(&observations)[0], ("121.690".into(), VintageRole::Superseded));
}

#[test]
fn on_one_day_a_revision_stands_before_a_first_release() {
    let observations = [
        observation(1, "2023-06", "224", Status::Revised, "2023-08-18"),
        observation(2, "2023-06", "236", Status::First, "2023-08-18"),
    ];
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert_eq!(
        (reading.value, reading.revised_from),
        (decimal("224"), Some(decimal("236")))
    );
}

#[test]
fn only_a_later_day_confirms() {
    let mut observations = vec![
        observation(1, "2026-02", "365", Status::First, "2026-03-18"),
        observation(2, "2026-02", "365", Status::First, "2026-03-18"),
    ];
    assert!(
        Vintage::read(&observations, &july(), LATEST).unwrap().provisional,
        "two pages of one day are one release"
    );
    observations.push(observation(3, "2026-02", "365", Status::Comparator, "2026-03-19"));
    assert!(!Vintage::read(&observations, &july(), LATEST).unwrap().provisional);
    observations[2].value = decimal("366");
    assert!(
        Vintage::read(&observations, &july(), LATEST).unwrap().provisional,
        "a disagreement confirms nothing"
    );
}

#[test]
fn a_comparator_stands_until_a_release_is_known() {
    let observations = [
        observation(1, "2022-07", "199", Status::Comparator, "2023-08-18"),
        observation(2, "2022-07", "205", Status::Comparator, "2023-09-20"),
        observation(3, "2022-07", "201", Status::First, "2023-10-01"),
    ];
    let at = |date: &str| Vintage::read(&observations, &july(), AsOf::Day(day(date))).unwrap();
    assert_eq!(
        (at("2023-09-30").value, at("2023-09-30").disagreement),
        (decimal("199"), true)
    );
    assert_eq!(at("2023-10-01").value, decimal("201"));
}

#[test]
fn what_repeats_a_disagreement_disagrees() {
    let observations = [
        observation(1, "2020-05", "1302.730", Status::First, "2020-08-09"),
        observation(2, "2020-05", "1290", Status::Comparator, "2021-06-28"),
        observation(3, "2020-05", "1294.69", Status::Comparator, "2021-06-29"),
        observation(4, "2020-05", "1294.69", Status::Comparator, "2021-07-02"),
    ];
    assert!(
        roles(&observations)[..3]
            .iter()
            .all(|(_, role)| *role == VintageRole::Disagrees),
        "{:?}",
        roles(&observations)
    );
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert!(reading.provisional && reading.disagreement, "nothing confirmed it");
}

#[test]
fn a_observation_without_a_date_counts_from_the_day_it_was_seen() {
    let observations = [observation(1, "2026-02", "365", Status::First, "")];
    assert_eq!(Vintage::read(&observations, &july(), AsOf::before(collected())), None);
    assert!(Vintage::read(&observations, &july(), AsOf::Day(collected())).is_some());
    assert_eq!(
        Published::about(month("2025-01"), collected()).known_from(),
        day("2025-01-31")
    );
}

#[test]
fn months_and_totals_through_a_month_never_mix() {
    let mut to_date = observation(1, "2026-02", "2970", Status::First, "2026-03-18");
    to_date.basis = Basis::ToDate;
    let observations = [to_date, observation(2, "2026-02", "365", Status::First, "2026-03-18")];
    let readings = Readings::of(&observations, &july(), LATEST);
    assert_eq!(readings.get(month("2026-02")).unwrap().value, decimal("365"));
    assert_eq!(readings.through(month("2026-02")).unwrap().value, decimal("2970"));
    assert_eq!(
        readings.months().map(|(month, _)| month).collect::<Vec<Month>>(),
        [month("2026-02")]
    );
}

/// Each of two sources alone calls what it gives a first release, the second a month after the first had revised its own.
#[test]
fn what_another_source_calls_a_first_release_later_disagrees() {
    let of = |source: i64, it: Observation| Observation {
        source: SourceId(source),
        ..it
    };
    let unstated = |source, it| Observation {
        status: None,
        ..of(source, it)
    };
    let (ours, other) = (1, 2);
    let first = unstated(ours, observation(1, "2026-09", "190", Status::First, "2026-10-10"));
    let revised = unstated(ours, observation(2, "2026-09", "197.3", Status::First, "2026-10-20"));
    let later = of(other, observation(3, "2026-09", "198", Status::First, "2026-11-01"));
    for known in [
        vec![first.clone(), revised.clone(), later.clone()],
        vec![later.clone(), revised.clone(), first.clone()],
    ] {
        let reading = Vintage::read(&known, &july(), LATEST).unwrap();
        assert_eq!(
            (reading.value, reading.disagreement, reading.revised_from),
            (decimal("197.3"), true, Some(decimal("190")))
        );
        assert_eq!(roles(&known)[0], ("198".into(), VintageRole::Disagrees));
    }
    // Beside a first release that nobody revised it is no revision either.
    let two = [revised.clone(), later.clone()];
    let reading = Vintage::read(&two, &july(), LATEST).unwrap();
    assert_eq!((reading.value, reading.disagreement), (decimal("197.3"), true));
    // A revision of another source is taken at its word, and what repeats the figure confirms it.
    let stated = Observation {
        status: Some(Status::Revised),
        ..later.clone()
    };
    let reading = Vintage::read(&[revised.clone(), stated], &july(), LATEST).unwrap();
    assert_eq!((reading.value, reading.disagreement), (decimal("198"), false));
    let same = Observation {
        value: decimal("197.3"),
        ..later.clone()
    };
    let reading = Vintage::read(&[revised.clone(), same], &july(), LATEST).unwrap();
    assert_eq!((reading.provisional, reading.disagreement), (false, false));
    // Its own first release, found late, lengthens the history.
    let own = of(ours, observation(4, "2026-09", "181", Status::First, "2026-11-02"));
    assert_eq!(
        roles(&[first, revised, own])[0],
        ("181".into(), VintageRole::Superseded)
    );
}
