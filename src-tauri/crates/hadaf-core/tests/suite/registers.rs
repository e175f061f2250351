//! What the registers say on a day: overdue, released, cost, outages.

use hadaf_core::{
    Amount, BudgetLine, BudgetLineId, CoreError, CostClaim, CostClaimId, CostConcept, DayError, Disruption,
    DisruptionId, Due, Month, OutageHistory, OutageKind, Published, ReleasedBy, SourceId, State, read_partial_date,
};
use proptest::prelude::*;

use crate::support::{day, decimal, july, month, year};

#[test]
fn overdue_only_after_the_last_possible_day() {
    let due = |text: &str| Some(text.parse().unwrap());
    let cases = [
        ("2025-12-31", None, "", "2025-12-31", Due::In(0)),
        ("2025-12-31", None, "", "2026-01-01", Due::Overdue(1)),
        ("2025-12", None, "", "2025-12-31", Due::In(0)),
        ("2025-12", Some(State::Running), "", "2026-01-02", Due::Overdue(2)),
        ("2025", Some(State::Planned), "", "2025-06-30", Due::In(184)),
        ("2025", None, "", "2026-12-31", Due::Overdue(365)),
        ("2025-12-31", Some(State::Done), "", "2020-01-01", Due::Closed),
        (
            "2025-12-31",
            Some(State::Done),
            "2026-02",
            "2026-02-27",
            Due::Overdue(58),
        ),
        ("2025-12-31", Some(State::Done), "2026-02", "2026-02-28", Due::Closed),
        (
            "2025-12-31",
            Some(State::Dropped),
            "2025-01-01",
            "2026-02-28",
            Due::Closed,
        ),
        (
            "2025-12-31",
            Some(State::Running),
            "2025-01-01",
            "2026-01-01",
            Due::Overdue(1),
        ),
    ];
    for (date, state, closed, on, expected) in cases {
        let closed = (!closed.is_empty()).then(|| closed.parse().unwrap());
        assert_eq!(
            Due::read(due(date), state, closed, day(on)),
            expected,
            "{date} {state:?} on {on}"
        );
    }
    assert_eq!(
        Due::read(None, Some(State::Running), None, day("2026-01-01")),
        Due::NoDate
    );
}

fn line(allocated: &str, released: &str, spent: &str, published: &str, through: &str) -> BudgetLine {
    let amount = |text: &str| (!text.is_empty()).then(|| decimal(text));
    BudgetLine {
        id: BudgetLineId(1),
        fiscal_year: year(2023),
        body: "IT and Telecom Division".into(),
        item: "All schemes".into(),
        unit: "PKR million".parse().unwrap(),
        allocated: amount(allocated),
        released: amount(released),
        spent: amount(spent),
        through: (!through.is_empty()).then(|| month(through)),
        published: match published {
            "" => Published::undated(day("2026-11-23")),
            text => Published::on(day(text)),
        },
        earlier_of: None,
        source: SourceId(1),
        note: String::new(),
    }
}

/// The line of FY2023 from July to January: 5,156.57 authorised and 3,747.87 spent of 6,330.7, so 81.5 %
/// and 59.2 % in 215 of 365 days.
#[test]
fn release_against_the_year_gone_by() {
    let calendar = july();
    let pace = line("6330.7", "5156.57", "3747.87", "2023-03-08", "2023-01")
        .release_pace(&calendar)
        .unwrap();
    let close = |found: Option<f64>, expected: f64| (found.unwrap() - expected).abs() < 0.05;
    assert_eq!(pace.by, ReleasedBy::Through(month("2023-01")));
    assert!(close(Some(pace.elapsed_percent), 215.0 / 3.65));
    assert!(close(pace.released_percent, 81.5) && close(pace.spent_percent, 59.2));
    assert!(close(pace.spent_of_released_percent, 72.7) && close(pace.ahead_points, 5156.57 / 63.307 - 215.0 / 3.65));
    let of = |published: &str, through: &str| line("100", "50", "", published, through).release_pace(&calendar);
    assert_eq!(of("2022-07-01", "").unwrap().elapsed_percent, 100.0 / 365.0);
    assert_eq!(of("2024-01-01", "").unwrap().elapsed_percent, 100.0, "the year is over");
    assert_eq!(of("2022-06-10", ""), None, "the year had not begun");
    assert_eq!(of("", ""), None, "nobody knows as of when");
    assert_eq!(line("0", "50", "", "2023-01-01", "").release_pace(&calendar), None);
    assert_eq!(line("100", "", "", "2023-01-01", "").release_pace(&calendar), None);
}

fn cost(amount: &str, unit: &str, concept: CostConcept) -> CostClaim {
    CostClaim {
        id: CostClaimId(1),
        disruption: None,
        start: None,
        end: None,
        amount: Amount::new(decimal(amount), unit.parse().unwrap()),
        concept,
        maker: "Somebody".into(),
        method: String::new(),
        published: Published::on(day("2024-12-01")),
        earlier_of: None,
        source: SourceId(1),
        note: String::new(),
    }
}

/// "1 million an hour" (P@SHA 2024) is 24 million a day, against 324 million of November 2024, 10.8 a day.
#[test]
fn a_cost_is_percent_of_a_days_exports_and_only_receipts_are_taken_from_receipts() {
    let exports = Amount::new(decimal("10.8"), "USD million".parse().unwrap());
    let claimed = cost("0.024", "USD billion", CostConcept::Industry);
    assert!((claimed.percent_of_days_exports(1, exports).unwrap() - 222.222).abs() < 0.001);
    assert!((claimed.percent_of_days_exports(3, exports).unwrap() - 74.074).abs() < 0.001);
    assert!(matches!(
        claimed.percent_of_days_exports(0, exports),
        Err(CoreError::Range { .. })
    ));
    let none = Amount::new(decimal("0"), exports.unit);
    assert!(matches!(
        claimed.percent_of_days_exports(1, none),
        Err(CoreError::Range { .. })
    ));
    let rupees = cost("820", "PKR million", CostConcept::Receipts);
    assert!(matches!(
        rupees.percent_of_days_exports(1, exports),
        Err(CoreError::UnitMismatch { .. })
    ));
    assert!(matches!(
        rupees.taken_from_receipts(exports),
        Err(CoreError::UnitMismatch { .. })
    ));
    let taken = cost("0.8", "USD million", CostConcept::Receipts).taken_from_receipts(exports);
    assert_eq!(taken, Ok(Amount::new(decimal("10.0"), exports.unit)));
    for concept in [CostConcept::Gdp, CostConcept::Industry, CostConcept::Other] {
        let refused = cost("0.8", "USD million", concept)
            .taken_from_receipts(exports)
            .unwrap_err();
        assert_eq!(refused, CoreError::ConceptMismatch { cost: concept });
        assert_eq!(refused.code(), "concept_mismatch");
    }
}

fn outage(id: i64, start: &str, end: &str, kind: Option<OutageKind>) -> Disruption {
    Disruption {
        id: DisruptionId(id),
        start: start.parse().unwrap(),
        end: (!end.is_empty()).then(|| end.parse().unwrap()),
        scope: String::new(),
        kind: String::new(),
        cost: None,
        cost_source: String::new(),
        outage: kind,
        region_share: None,
        published: Published::on(day("2025-05-01")),
        earlier_of: None,
        source: SourceId(1),
        note: String::new(),
    }
}

#[test]
fn the_history_is_that_of_the_day() {
    let register = [
        outage(1, "2025-01", "2025-01-10", Some(OutageKind::Cable)),
        outage(2, "2025-02-01", "2025-02-03", Some(OutageKind::Mobile)),
        outage(3, "2025-02-20", "", Some(OutageKind::Cable)),
        outage(4, "2024-01-01", "2024-12-31", None),
        outage(5, "2025-04-10", "2025-04-12", Some(OutageKind::National)),
    ];
    let read = |on: &str| OutageHistory::read(&register, day(on));
    assert_eq!(
        read("2025-01-30"),
        None,
        "January was not over, and the sum of a year is no outage"
    );
    let history = read("2025-04-30").unwrap();
    assert_eq!((history.first, history.last), (month("2025-01"), month("2025-04")));
    assert_eq!(history.events_per_month, 1.0);
    // Counts 1, 2, 0, 1: variance 2/3, mean 1.
    assert!((history.dispersion - 2.0 / 3.0).abs() < 1e-12);
    let kinds: Vec<_> = history
        .kinds
        .iter()
        .map(|it| (it.kind, it.count, it.days.as_slice()))
        .collect();
    let expected = [
        (OutageKind::National, 1, &[3.0][..]),
        (OutageKind::Mobile, 1, &[3.0][..]),
        (OutageKind::Cable, 2, &[10.0][..]),
    ];
    assert_eq!((kinds.as_slice(), history.without_end), (&expected[..], 1));
    // April is not over on the 29th: the outage of April is not in it yet.
    let before = read("2025-04-29").unwrap();
    assert_eq!(
        (before.last, before.disruptions.as_slice()),
        (month("2025-03"), &[1, 2, 3].map(DisruptionId)[..])
    );
    assert_eq!(read("2025-02-28").unwrap().without_end, 1);
}

/// Two pages on one shutdown are one outage, with the end that one of them tells; two regions are two.
#[test]
fn an_outage_that_was_entered_twice_counts_once() {
    let at = |scope: &str, outage: Disruption| Disruption {
        scope: scope.into(),
        ..outage
    };
    let once = [
        outage(1, "2025-02-01", "2025-02-03", Some(OutageKind::National)),
        at(
            "Quetta",
            outage(2, "2025-02-10", "2025-02-12", Some(OutageKind::Region)),
        ),
    ];
    let more = [
        at("All lines", outage(3, "2025-02-01", "", Some(OutageKind::National))),
        at(
            "quetta ",
            outage(4, "2025-02-10", "2025-02-12", Some(OutageKind::Region)),
        ),
    ];
    let told = |register: &[Disruption]| {
        let history = OutageHistory::read(register, day("2025-04-30")).unwrap();
        (
            history.events_per_month,
            history.dispersion,
            history.kinds,
            history.without_end,
        )
    };
    let twice: Vec<Disruption> = once.iter().chain(&more).cloned().collect();
    assert_eq!(told(&twice), told(&once));
    let reversed: Vec<Disruption> = more.iter().chain(&once).cloned().collect();
    assert_eq!(told(&reversed), told(&once));
    let elsewhere = at(
        "Gwadar",
        outage(5, "2025-02-10", "2025-02-12", Some(OutageKind::Region)),
    );
    let three: Vec<Disruption> = once.iter().cloned().chain([elsewhere]).collect();
    assert!(told(&three).0 > told(&once).0);
}

proptest! {
    /// What begins or ends later changes nothing, and the months' counts add up.
    #[test]
    fn later_outages_change_nothing(starts in prop::collection::vec((0_i32..48, 1_i8..28, 0_i32..40), 1..20), cut in 0_i32..48) {
        let first = month("2022-01");
        let date = |offset: i32, day: i8| first.plus(offset).first_day().with().day(day).build().unwrap();
        let register: Vec<Disruption> = starts.iter().zip(1..).map(|((offset, day, length), id)| {
            let start = date(*offset, *day);
            let end = start.checked_add(jiff::Span::new().days(*length)).unwrap();
            outage(id, &start.to_string(), &end.to_string(), Some(OutageKind::Cable))
        }).collect();
        let on = first.plus(cut).last_day();
        let known: Vec<Disruption> = register.iter().filter(|it| it.start.latest() <= on).cloned().map(|mut it| {
            it.end = it.end.filter(|end| end.latest() <= on);
            it
        }).collect();
        let history = OutageHistory::read(&register, on);
        prop_assert_eq!(&history, &OutageHistory::read(&known, on));
        if let Some(history) = history {
            let months = f64::from(history.last.since(history.first) + 1);
            prop_assert!((history.events_per_month * months - history.disruptions.len() as f64).abs() < 1e-9);
            prop_assert_eq!(history.kinds.iter().map(|kind| kind.days.len()).sum::<usize>() + history.without_end, history.disruptions.len());
            prop_assert!(history.dispersion.is_finite() && history.dispersion >= 0.0);
            prop_assert_eq!(history.last, Month::of(on));
        } else {
            prop_assert!(known.is_empty());
        }
    }
}

#[test]
fn a_date_is_read_as_far_as_it_is_written() {
    for (text, read) in [
        ("2021", "2021"),
        ("2021-02", "2021-02"),
        ("2021-02-03", "2021-02-03"),
        ("Feb 2021", "2021-02"),
        ("02/2021", "2021-02"),
        ("3 Feb 2021", "2021-02-03"),
        ("13/02/2021", "2021-02-13"),
    ] {
        let date = read_partial_date(text, &july()).map(|date| date.to_string());
        assert_eq!(date.as_deref(), Ok(read), "{text}");
    }
    let two = read_partial_date("03/04/2021", &july());
    assert!(matches!(two, Err(DayError::Ambiguous { .. })), "{two:?}");
    for text in ["", "soon", "FY2021", "2021-Q1"] {
        let none = read_partial_date(text, &july());
        assert!(matches!(none, Err(DayError::Unknown { .. })), "{text}: {none:?}");
    }
}
