//! Which figure counts where nobody says: by day and source, whether the period is over, and what is withdrawn.

use hadaf_core::{
    AsOf, Decimal, FiscalYear, Judged, Observation, ObservationId, Period, Published, Readings, SourceId, Status,
    Vintage, VintageRole, total, totals,
};
use proptest::prelude::*;

use crate::support::{LATEST, day, decimal, july, month, observation, year};

/// Entered without a word about what it is.
fn entered(id: i64, value: &str, published: &str, source: i64) -> Observation {
    said(id, "2025-03", value, None, published, source)
}

fn said(id: i64, period: &str, value: &str, status: Option<Status>, published: &str, source: i64) -> Observation {
    Observation {
        status,
        source: SourceId(source),
        ..observation(id, period, value, Status::First, published)
    }
}

fn withdrawn(id: i64, published: &str) -> Observation {
    withdrawn_by(id, published, 1)
}

fn withdrawn_by(id: i64, published: &str, source: i64) -> Observation {
    said(id, "2025-03", "0", Some(Status::Withdrawn), published, source)
}

/// The value, the status and what it revises on a day.
fn read(observations: &[Observation], on: &str) -> Option<(String, Status, Option<Decimal>)> {
    let reading = Vintage::read(observations, &july(), crate::support::as_of(on))?;
    Some((reading.value.to_string(), reading.status, reading.revised_from))
}

fn roles(observations: &[Observation]) -> Vec<(String, Status, VintageRole)> {
    Vintage::history(observations, &july(), LATEST)
        .into_iter()
        .map(
            |Judged {
                 observation,
                 status,
                 role,
                 ..
             }| (observation.value.to_string(), status, role),
        )
        .collect()
}

#[test]
fn the_day_of_publication_says_what_is_a_revision_and_not_the_order_of_entry() {
    let observations = [entered(1, "325", "2025-06-18", 1), entered(2, "318", "2025-04-18", 1)];
    assert_eq!(read(&observations, "2025-04-17"), None);
    assert_eq!(
        read(&observations, "2025-05-31"),
        Some(("318".into(), Status::First, None))
    );
    let revised = Some(("325".into(), Status::Revised, Some(decimal("318"))));
    assert_eq!(read(&observations, "2025-07-01"), revised);
    assert_eq!(read(&observations, ""), revised);
}

#[test]
fn another_source_of_the_same_day_disagrees_and_both_are_kept() {
    for (first, second) in [(1, 2), (2, 1)] {
        let mut observations = vec![
            entered(first, "402", "2025-04-18", first),
            entered(second, "417", "2025-04-18", second),
        ];
        let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
        assert_eq!((reading.value, reading.disagreement), (decimal("402"), true));
        assert_eq!(reading.revised_from, None);
        assert_eq!(
            roles(&observations)[0],
            ("417".into(), Status::First, VintageRole::Disagrees)
        );
        // A later day settles it.
        observations.push(entered(3, "417", "2025-06-18", 1));
        assert_eq!(
            read(&observations, ""),
            Some(("417".into(), Status::Revised, Some(decimal("402"))))
        );
        // The one that repeats what is current stands, though it is the higher one.
        observations.push(entered(4, "417", "2025-07-18", 2));
        observations.push(entered(5, "399", "2025-07-18", 1));
        let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
        assert_eq!((reading.value, reading.disagreement), (decimal("417"), true));
    }
}

#[test]
fn a_finer_form_of_the_day_is_no_disagreement() {
    let observations = [entered(1, "402", "2025-04-18", 1), entered(2, "402.4", "2025-04-18", 2)];
    let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
    assert_eq!((reading.value, reading.disagreement), (decimal("402.4"), false));
}

#[test]
fn what_is_published_before_its_period_is_over_is_an_estimate() {
    // Whatever it says about itself: a ten-day figure, on the last day too; without a date by the day it was seen.
    for status in [
        None,
        Some(Status::First),
        Some(Status::Revised),
        Some(Status::Comparator),
    ] {
        for published in ["2025-03-11", "2025-03-31"] {
            let early = [said(1, "2025-03", "120", status, published, 1)];
            let readings = Readings::of(&early, &july(), LATEST);
            assert_eq!(readings.get(month("2025-03")), None);
            let estimate = readings.estimate(month("2025-03")).unwrap();
            assert_eq!((estimate.status, estimate.provisional), (Status::Estimate, true));
            assert_eq!(totals(&readings, &july()).unwrap(), []);
        }
    }
    let seen = Observation {
        published: Published::undated(day("2025-03-12")),
        ..entered(1, "120", "2025-03-11", 1)
    };
    assert!(!seen.is_outturn(&july()));
}

#[test]
fn an_estimate_of_any_period_ends_with_the_first_outturn_and_is_not_revised_by_it() {
    for (period, early, late) in [
        ("2025-03", "2025-03-20", "2025-04-18"),
        ("2025-Q4", "2025-06-30", "2025-07-18"),
        ("FY2025", "2025-04-20", "2025-07-18"),
    ] {
        for status in [
            None,
            Some(Status::First),
            Some(Status::Revised),
            Some(Status::Comparator),
            Some(Status::Derived),
        ] {
            for value in ["4450", "4600"] {
                let observations = [
                    said(1, period, "4450", Some(Status::First), early, 1),
                    said(2, period, value, status, late, 2),
                ];
                let reading = Vintage::read(&observations, &july(), LATEST).unwrap();
                assert!(reading.outturn, "{period} {status:?}");
                assert_eq!((reading.value, reading.revised_from), (decimal(value), None));
                let history = Vintage::history(&observations, &july(), LATEST);
                assert_eq!(history[1].role, VintageRole::Superseded);
                let readings = Readings::of(&observations, &july(), AsOf::before(day(late)));
                let period: Period = period.parse().unwrap();
                assert_eq!(readings.get(period), None);
                assert_eq!(readings.estimate(period).unwrap().value, decimal("4450"));
            }
        }
    }
}

#[test]
fn an_estimate_of_the_year_leaves_its_months_to_stand() {
    let mut observations: Vec<Observation> = (7..=12)
        .map(|at| {
            said(
                at,
                &format!("2025-{at:02}"),
                "100",
                None,
                &format!("2026-{:02}-18", at - 6),
                1,
            )
        })
        .collect();
    observations.push(said(20, "FY2026", "4450", Some(Status::Estimate), "2026-04-20", 1));
    observations.push(said(21, "2026-01", "40", None, "2026-01-11", 1));
    let readings = Readings::of(&observations, &july(), LATEST);
    let so_far = total(&readings, &july(), year(2026)).unwrap().unwrap();
    assert_eq!((so_far.value, so_far.months), (decimal("600"), 6));
    assert_eq!(
        readings.estimates().map(|(period, _)| period).collect::<Vec<_>>(),
        [
            Period::from(month("2026-01")),
            Period::from(FiscalYear::new(2026).unwrap())
        ]
    );
}

#[test]
fn a_withdrawn_figure_is_none_from_its_day_until_the_next() {
    let mut observations = vec![
        entered(1, "318", "2025-04-18", 1),
        entered(2, "325", "2025-06-18", 1),
        withdrawn(3, "2025-07-10"),
        said(4, "2025-03", "320", Some(Status::Derived), "2025-08-01", 1),
    ];
    assert_eq!(read(&observations, "2025-07-09").unwrap().0, "325");
    for on in ["2025-07-10", "2025-09-01", ""] {
        assert_eq!(read(&observations, on), None, "{on}");
    }
    let roles = roles(&observations);
    assert_eq!(roles[0].2, VintageRole::Derived);
    assert_eq!((roles[1].1, roles[1].2), (Status::Withdrawn, VintageRole::Withdrawn));
    assert_eq!((roles[2].1, roles[2].2), (Status::Revised, VintageRole::Withdrawn));
    // What quotes the old figure again, or bears no day, does not bring it back.
    observations.push(said(6, "2025-03", "325", Some(Status::Comparator), "2026-04-18", 1));
    observations.push(said(7, "2025-03", "325", Some(Status::First), "", 1));
    assert_eq!(read(&observations, ""), None);
    observations.push(entered(5, "330", "2025-10-18", 1));
    assert_eq!(read(&observations, ""), Some(("330".into(), Status::Revised, None)));
}

/// A month of three sources: a provisional figure, another publisher's, and one that quotes.
#[test]
fn a_source_withdraws_its_own_figure_and_nobody_elses() {
    let all = [
        entered(1, "402", "2025-04-18", 1),
        entered(2, "410", "2025-06-18", 2),
        said(3, "2025-03", "402", Some(Status::Comparator), "2025-06-20", 3),
    ];
    let with = |more: &[Observation]| [&all[..], more].concat();
    // The later publisher's figure stands, and revises nothing that is left.
    let first_gone = with(&[withdrawn_by(4, "2025-07-10", 1)]);
    assert_eq!(read(&first_gone, "2025-07-09").unwrap().0, "410");
    assert_eq!(read(&first_gone, ""), Some(("410".into(), Status::Revised, None)));
    // The earlier publisher's stands again where the later one takes its own back.
    let second_gone = with(&[withdrawn_by(4, "2025-07-10", 2)]);
    assert_eq!(read(&second_gone, ""), Some(("402".into(), Status::First, None)));
    // Whoever published nothing takes nothing away, on any day.
    for (source, day) in [(9, "2025-07-10"), (2, "2025-05-10"), (9, "2025-04-18")] {
        let others = with(&[withdrawn_by(4, day, source)]);
        assert_eq!(read(&others, ""), read(&all, ""), "{source} {day}");
    }
    // What was only quoted goes with the figure that it quotes.
    let both_gone = with(&[withdrawn_by(4, "2025-07-10", 2), withdrawn_by(5, "2025-07-11", 1)]);
    assert_eq!(read(&both_gone, "2025-07-10").unwrap().0, "402");
    assert_eq!(read(&both_gone, ""), None);
    let vintage = Vintage::of(&both_gone, &july(), LATEST);
    assert_eq!(vintage.withdrawal().unwrap().id, ObservationId(5));
    // The other of two papers of one day is left.
    let papers = [
        entered(1, "402", "2025-04-18", 1),
        entered(2, "417", "2025-04-18", 2),
        withdrawn_by(3, "2025-05-18", 1),
    ];
    let reading = Vintage::read(&papers, &july(), LATEST).unwrap();
    assert_eq!((reading.value, reading.disagreement), (decimal("417"), false));
}

#[test]
fn a_source_disagrees_by_what_it_says_now() {
    let papers = [entered(1, "402", "2025-04-18", 1), entered(2, "417", "2025-04-18", 2)];
    let disagreement = |more: &[Observation]| {
        let all = [&papers[..], more].concat();
        let disagrees = roles(&all).into_iter().filter(|it| it.2 == VintageRole::Disagrees);
        let values: Vec<String> = disagrees.map(|it| it.0).collect();
        let flagged = Vintage::read(&all, &july(), LATEST).unwrap().disagreement;
        assert_eq!(flagged, !values.is_empty());
        values
    };
    assert_eq!(disagreement(&[]), ["417"]);
    // It has come to the current figure, or the current figure to it.
    assert!(disagreement(&[entered(3, "402", "2025-06-18", 2)]).is_empty());
    assert!(disagreement(&[entered(3, "417", "2025-06-18", 1)]).is_empty());
    assert!(disagreement(&[withdrawn_by(3, "2025-06-18", 2)]).is_empty());
    // It says another thing than the current figure, but no longer what it said.
    let beside = [entered(3, "405", "2025-06-18", 1), entered(4, "411", "2025-06-18", 2)];
    assert_eq!(disagreement(&beside), ["411"]);
    // An estimate that differed ends with the period.
    let estimates = [
        entered(1, "380", "2025-03-20", 1),
        entered(2, "395", "2025-03-20", 2),
        entered(3, "402", "2025-04-18", 1),
    ];
    let roles = roles(&estimates);
    assert!(roles.iter().all(|it| it.2 != VintageRole::Disagrees), "{roles:?}");
}

#[test]
fn about_a_month_after_each_period_is_no_later_than_today() {
    let seen = day("2026-11-27");
    for (period, expected) in [
        ("2025-03", "2025-04-30"),
        ("2025-Q4", "2025-07-31"),
        ("FY2025", "2025-07-31"),
        ("2026-10", "2026-11-27"),
    ] {
        let published = Published::after(period.parse().unwrap(), &july(), seen);
        assert_eq!(
            (published.date, published.approximate),
            (Some(day(expected)), true),
            "{period}"
        );
    }
}

/// Figures of one month that do not say what they are: at most one of a source and day, else one corrects the other.
fn unstated() -> impl Strategy<Value = Vec<Observation>> {
    let one = (3100i64..3300, 0u8..=1, 0u8..6, 1i64..4);
    prop::collection::vec(one, 1..8).prop_map(|rows| {
        let mut observations: Vec<Observation> = Vec::new();
        for ((value, places, days, source), id) in rows.into_iter().zip(1..) {
            // From the last days of the month on, so that some are estimates.
            let published = day("2025-03-30")
                .checked_add(jiff::Span::new().days(i64::from(days)))
                .unwrap();
            let mut new = entered(id, "0", &published.to_string(), source);
            new.value = Decimal::new(value, 1).unwrap().round(places);
            let same = |old: &&Observation| old.source == new.source && old.published == new.published;
            if observations.iter().find(same).is_none() {
                observations.push(new);
            }
        }
        observations
    })
}

/// The same, some of which say what they are.
fn stated() -> impl Strategy<Value = Vec<Observation>> {
    const STATUS: [Option<Status>; 8] = [
        None,
        None,
        Some(Status::First),
        Some(Status::Revised),
        Some(Status::Estimate),
        Some(Status::Comparator),
        Some(Status::Derived),
        Some(Status::Withdrawn),
    ];
    (unstated(), prop::collection::vec(0..STATUS.len(), 8)).prop_map(|(mut observations, statuses)| {
        for (observation, status) in observations.iter_mut().zip(statuses) {
            observation.status = STATUS[status];
        }
        observations
    })
}

proptest! {
    #[test]
    fn any_order_of_entry_gives_the_same_reading_on_every_day(
        (observations, shuffled) in unstated().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
    ) {
        let mut entered = shuffled;
        for (observation, id) in entered.iter_mut().zip(1..) {
            observation.id = ObservationId(id);
        }
        for days in 0..8 {
            let on = AsOf::Day(day("2025-03-29").checked_add(jiff::Span::new().days(days)).unwrap());
            let reading = |of: &[Observation]| Vintage::read(of, &july(), on).map(|reading| {
                (reading.value, reading.status, reading.source, reading.published, reading.provisional,
                    reading.revised_from, reading.disagreement, reading.outturn)
            });
            prop_assert_eq!(reading(&observations), reading(&entered));
        }
    }

    /// As of every day on which three sources spoke, whatever they said their figures are, in any order of entry.
    #[test]
    fn what_its_own_source_revised_is_no_disagreement(
        (observations, shuffled) in stated().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
    ) {
        for days in 0..8 {
            let on = day("2025-03-29").checked_add(jiff::Span::new().days(days)).unwrap();
            for order in [&observations, &shuffled] {
                let history = Vintage::history(order, &july(), AsOf::Day(on));
                let known = || history.iter().filter(|it| it.role != VintageRole::NotYetKnown).map(|it| it.observation);
                for judged in history.iter().filter(|it| it.role == VintageRole::Disagrees) {
                    let it = judged.observation;
                    let spoke_later = known().any(|other| {
                        other.source == it.source
                            && other.published.known_from() > it.published.known_from()
                            && other.status != Some(Status::Derived)
                            // Within that it may be the same number in fewer digits.
                            && (other.value.to_f64() - it.value.to_f64()).abs() > 6.0
                    });
                    prop_assert!(!spoke_later, "{it:?}");
                }
            }
        }
    }

    /// What a source withdraws is none of its own, and all that others published is read as if it had never spoken.
    #[test]
    fn a_withdrawal_leaves_what_others_published(observations in unstated(), source in 1i64..4) {
        // Zeros before the point may be rounding in what stays a first release, and not in what follows another one.
        prop_assume!(observations.iter().all(|it| it.value.last_digit() <= 0));
        let mut with = observations.clone();
        with.push(withdrawn_by(99, "2025-04-20", source));
        let others: Vec<Observation> = observations.into_iter().filter(|it| it.source.0 != source).collect();
        let value = |of: &[Observation]| Vintage::read(of, &july(), LATEST).map(|reading| reading.value);
        prop_assert_eq!(value(&with), value(&others));
    }
}
