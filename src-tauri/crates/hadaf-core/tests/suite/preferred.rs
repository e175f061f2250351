//! What is read where somebody preferred one of several sources.

use hadaf_core::{
    AsOf, Observation, Period, Preference, PreferenceId, Published, Readings, SourceId, Status, Vintage, VintageRole,
    mark_preferred,
};
use jiff::civil::Date;
use proptest::prelude::*;

use crate::support::{LATEST, day, entered, ict_total, july, month, observation};

fn said(id: i64, value: &str, published: &str, source: i64) -> Observation {
    Observation {
        status: None,
        source: SourceId(source),
        ..observation(id, "2025-03", value, Status::First, published)
    }
}

fn preferring(period: &str, source: i64) -> Preference {
    Preference {
        id: PreferenceId(1),
        series: "ict_total".parse().unwrap(),
        period: period.parse().unwrap(),
        source: SourceId(source),
        reason: "The publisher's own page".into(),
        preferred_by: "Ayesha".into(),
        preferred_at: entered(),
    }
}

fn marked(mut observations: Vec<Observation>, preferences: &[Preference]) -> Vec<Observation> {
    mark_preferred(&mut observations, preferences);
    observations
}

/// What is read as of a day: the figure and the number of its source.
fn read(observations: &[Observation], on: &str) -> Option<(String, i64)> {
    let reading = Vintage::read(observations, &july(), crate::support::as_of(on))?;
    Some((reading.value.to_string(), reading.source.0))
}

#[test]
fn a_preferred_source_is_read_on_every_day_on_which_it_has_a_figure() {
    let rows = || {
        vec![
            said(1, "342", "2025-04-18", 1),
            said(2, "353", "2025-04-18", 2),
            said(3, "344", "2025-06-10", 1),
            said(4, "356", "2025-08-01", 2),
        ]
    };
    let other = marked(rows(), &[preferring("2025-03", 2)]);
    let figure = |value: &str, source| Some((value.to_owned(), source));
    assert_eq!(read(&other, "2025-04-17"), None);
    assert_eq!(
        read(&other, "2025-04-18"),
        figure("353", 2),
        "a day before the decision too"
    );
    assert_eq!(read(&other, "2025-07-31"), figure("353", 2));
    assert_eq!(read(&other, ""), figure("356", 2));
    let reading = Vintage::read(&other, &july(), LATEST).unwrap();
    assert_eq!(reading.revised_from.map(|it| it.to_string()), Some("353".into()));
    assert!(reading.disagreement, "what the other source says is told");

    let roles: Vec<(i64, VintageRole)> = Vintage::history(&other, &july(), LATEST)
        .iter()
        .map(|it| (it.observation.id.0, it.role))
        .collect();
    let expected = [
        (4, VintageRole::Current),
        (3, VintageRole::Disagrees),
        (2, VintageRole::Superseded),
        (1, VintageRole::Superseded),
    ];
    assert_eq!(roles, expected);

    // Where the source says nothing, or says it no more, the other rules decide.
    assert_eq!(
        read(&marked(rows(), &[preferring("2025-03", 9)]), ""),
        read(&rows(), "")
    );
    let mut gone = rows();
    gone.push(Observation {
        status: Some(Status::Withdrawn),
        ..said(5, "0", "2025-09-01", 2)
    });
    let gone = marked(gone, &[preferring("2025-03", 2)]);
    assert_eq!(read(&gone, "2025-08-31"), figure("356", 2));
    assert_eq!(read(&gone, ""), figure("344", 1));
}

#[test]
fn an_estimate_is_never_read_in_place_of_an_outturn() {
    let rows = vec![said(1, "340", "2025-03-20", 2), said(2, "342", "2025-04-18", 1)];
    let rows = marked(rows, &[preferring("2025-03", 2)]);
    assert_eq!(read(&rows, "2025-03-31"), Some(("340".into(), 2)));
    assert_eq!(read(&rows, ""), Some(("342".into(), 1)));
}

#[test]
fn what_agrees_confirms_and_totals_to_date_are_left_alone() {
    let to_date = |source| Observation {
        basis: hadaf_core::Basis::ToDate,
        ..said(3, "3000", "2025-04-18", source)
    };
    let rows = vec![
        said(1, "342", "2025-04-18", 1),
        said(2, "342", "2025-04-20", 2),
        to_date(2),
    ];
    let rows = marked(rows, &[preferring("2025-03", 2)]);
    assert_eq!(rows.iter().filter(|it| it.preferred).count(), 1);
    let reading = Vintage::read(&rows[..2], &july(), LATEST).unwrap();
    assert_eq!((reading.source, reading.disagreement), (SourceId(2), false));
    // The newest decision about a period counts.
    let both = [preferring("2025-03", 2), preferring("2025-03", 1)];
    assert_eq!(read(&marked(rows, &both)[..2], ""), Some(("342".into(), 1)));
}

/// Figures of three months by four sources, on days that coincide often.
fn rows() -> impl Strategy<Value = Vec<Observation>> {
    let row = (0usize..3, 310i64..316, 0i64..30, 1i64..5, any::<bool>());
    prop::collection::vec(row, 1..14).prop_map(|rows| {
        let build = |(index, (period, value, days, source, says)): (usize, (usize, i64, i64, i64, bool))| {
            let period = ["2025-01", "2025-02", "2025-03"][period];
            let id = i64::try_from(index).unwrap() + 1;
            let on = day("2025-03-20").checked_add(jiff::Span::new().days(days)).unwrap();
            Observation {
                published: Published::on(on),
                status: says.then_some(Status::Comparator),
                source: SourceId(source),
                ..observation(id, period, &value.to_string(), Status::First, "2025-04-01")
            }
        };
        rows.into_iter().enumerate().map(build).collect()
    })
}

proptest! {
    #[test]
    fn a_preference_changes_no_other_period(rows in rows(), source in 1i64..5, days in 0i64..34) {
        let on = AsOf::Day(day("2025-03-18").checked_add(jiff::Span::new().days(days)).unwrap());
        let preferred = marked(rows.clone(), &[preferring("2025-02", source)]);
        let (before, after) = (Readings::of(&rows, &july(), on), Readings::of(&preferred, &july(), on));
        for period in ["2025-01", "2025-03"] {
            let period: Period = month(period).into();
            prop_assert_eq!(before.get(period), after.get(period));
            prop_assert_eq!(before.estimate(period), after.estimate(period));
        }
        // Of its own period it changes which observation is read, never what is known.
        let february: Period = month("2025-02").into();
        prop_assert_eq!(before.get(february).is_some(), after.get(february).is_some());
        let has = |it: &&Observation| {
            it.period == february && it.source == SourceId(source) && on.has(it.published.known_from())
        };
        if let (Some(reading), true) = (after.get(february), rows.iter().any(|it| has(&it))) {
            prop_assert_eq!(reading.source, SourceId(source));
        }
    }

    #[test]
    fn a_preferred_reading_rests_on_what_was_known(rows in rows(), source in 1i64..5, days in 0i64..34) {
        let on: Date = day("2025-03-18").checked_add(jiff::Span::new().days(days)).unwrap();
        let preferred = marked(rows, &[preferring("2025-02", source)]);
        let known: Vec<Observation> =
            preferred.iter().filter(|it| it.published.known_from() <= on).cloned().collect();
        prop_assert_eq!(
            Readings::of(&preferred, &july(), AsOf::Day(on)),
            Readings::of(&known, &july(), LATEST)
        );
    }
}

/// Somebody may have decided about every figure of the sample; what they all agree on is read all the same.
#[test]
fn preferring_the_only_source_changes_no_reading() {
    let rows = ict_total();
    let before = Readings::of(&rows, &july(), LATEST);
    let all: Vec<Preference> = before
        .iter()
        .map(|(period, _)| preferring(&period.to_string(), 1))
        .collect();
    assert_eq!(Readings::of(&marked(rows, &all), &july(), LATEST), before);
}
