//! Series that a formula works out: values by hand, as of any day.

mod converted;

use hadaf_core::{
    Adding, AsOf, DerivedFrom, FigureInput, FormulaKind, Frequency, KindError, Measure, Month, Observation, Published,
    Readings, Series, SeriesFormula, SeriesId, SourceId, Status, TotalBasis, derived_observations, kind_of, known_days,
    total,
};
use proptest::prelude::*;

use crate::support::{LATEST, as_of, decimal, ict_series, july, month, observation, year};

/// Monday to Friday of the months that the cases name.
fn working_days(month: Month) -> Option<u8> {
    match month.to_string().as_str() {
        "2025-07" => Some(23),
        "2025-08" => Some(21),
        _ => None,
    }
}

fn series(id: &str, unit: &str, measure: Measure, frequency: Frequency) -> Series {
    Series {
        id: SeriesId::new(id).unwrap(),
        unit: unit.parse().unwrap(),
        measure,
        frequency,
        ..ict_series()
    }
}

/// What the cases name: months and quarters of money, a rate, a stock, a count and a share.
fn known() -> Vec<Series> {
    use Frequency::{FiscalYear, Month, Quarter};
    use Measure::{Flow, Stock};
    vec![
        series("a", "USD million", Flow, Month),
        series("b", "USD million", Flow, Month),
        series("thousands", "USD thousand", Flow, Month),
        series("rupees", "PKR billion", Flow, Month),
        series("usd_pkr", "PKR", Stock, Month),
        series("quarters", "USD million", Flow, Quarter),
        series("years", "USD million", Flow, FiscalYear),
        series("debt", "USD million", Stock, Month),
        series("people", "count", Stock, Month),
        series("rate", "percent", Stock, Month),
    ]
}

fn kind(formula: &str) -> Result<FormulaKind, KindError> {
    let known = known();
    let formula: SeriesFormula = formula.parse().unwrap();
    kind_of(&formula, &|id| known.iter().find(|series| series.id == *id))
}

/// A period, a value and a day.
type Row<'a> = (&'a str, &'a str, &'a str);

/// The rows of each series that a formula names.
type Rows<'a> = &'a [(&'a str, &'a [Row<'a>])];

/// Observations of a series: period, value, day of publication; a value of "-" is withdrawn, "~5" an estimate.
fn rows(id: &str, rows: &[Row<'_>]) -> Vec<Observation> {
    let read = |((period, value, day), number): (&Row<'_>, i64)| {
        let (status, value) = match (*value, value.strip_prefix('~')) {
            ("-", _) => (Some(Status::Withdrawn), "0"),
            (_, Some(value)) => (Some(Status::Estimate), value),
            (value, None) => (None, value),
        };
        Observation {
            series: SeriesId::new(id).unwrap(),
            status,
            ..observation(number, period, value, Status::First, day)
        }
    };
    rows.iter().zip(1..).map(read).collect()
}

/// A derived series with the inputs that it is worked out from.
struct Case {
    series: Series,
    inputs: Vec<(Series, Vec<Observation>)>,
}

impl Case {
    fn new(formula: &str, inputs: Rows<'_>) -> Self {
        let kind = kind(formula).unwrap();
        let found = |id: &str| known().into_iter().find(|series| series.id.as_str() == id).unwrap();
        Self {
            series: Series {
                id: SeriesId::new("derived").unwrap(),
                unit: kind.unit,
                frequency: kind.frequency,
                measure: kind.measure,
                places: 1,
                formula: Some(formula.parse().unwrap()),
                ..ict_series()
            },
            inputs: inputs.iter().map(|(id, of)| (found(id), rows(id, of))).collect(),
        }
    }

    fn with<T>(&self, act: impl FnOnce(&DerivedFrom<'_>) -> T) -> T {
        let input = |(series, observations): &'_ (Series, Vec<Observation>)| (series.clone(), observations.clone());
        let owned: Vec<(Series, Vec<Observation>)> = self.inputs.iter().map(input).collect();
        let inputs = owned
            .iter()
            .map(|(series, observations)| FigureInput { series, observations });
        act(&DerivedFrom {
            inputs: inputs.collect(),
            calendar: &july(),
            working_days: &working_days,
        })
    }

    fn observations(&self) -> Vec<Observation> {
        self.with(|from| derived_observations(&self.series, from))
    }

    fn readings(&self, day: AsOf) -> Readings {
        Readings::adding_up(self.series.adding(), &self.observations(), &july(), day)
    }

    /// The figure of a period as of a day, an estimate with a tilde; a dash where there is none.
    fn told(&self, period: &str, day: &str) -> String {
        let (period, readings) = (period.parse::<hadaf_core::Period>().unwrap(), self.readings(as_of(day)));
        match (readings.get(period), readings.estimate(period)) {
            (Some(reading), _) => reading.value.to_string(),
            (_, Some(reading)) => format!("~{}", reading.value),
            _ => "-".into(),
        }
    }
}

#[test]
fn what_a_formula_gives_is_told_by_its_inputs() {
    use Frequency::{FiscalYear, Month, Quarter};
    use Measure::{Flow, Stock};
    let cases = [
        ("a - b", "USD million", Month, Flow),
        ("a + thousands", "USD million", Month, Flow),
        ("thousands + a", "USD thousand", Month, Flow),
        ("share(a, thousands)", "percent", Month, Flow),
        ("share(debt, debt + debt)", "percent", Month, Stock),
        ("growth(quarters)", "percent", Quarter, Flow),
        ("growth(rolling(a))", "percent", Month, Stock),
        ("rolling(a)", "USD million", Month, Stock),
        ("per_day(years)", "USD million", FiscalYear, Stock),
        ("per_working_day(a)", "USD million", Month, Stock),
        ("convert(a, usd_pkr)", "PKR million", Month, Flow),
        ("convert(rupees, usd_pkr, USD)", "USD billion", Month, Flow),
        ("convert(convert(a, usd_pkr), usd_pkr, USD)", "USD million", Month, Flow),
        ("quarterly(a) - quarters", "USD million", Quarter, Flow),
        ("yearly(debt)", "USD million", FiscalYear, Stock),
        ("growth(people)", "percent", Month, Stock),
    ];
    for (formula, unit, frequency, measure) in cases {
        let told = FormulaKind {
            unit: unit.parse().unwrap(),
            frequency,
            measure,
        };
        assert_eq!(kind(formula), Ok(told), "{formula}");
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    let refused = |formula: &str| match kind(formula) {
        Ok(_) => "no",
        Err(KindError::UnknownSeries { .. }) => "series",
        Err(KindError::Units { .. }) => "units",
        Err(KindError::Frequencies { .. }) => "frequencies",
        Err(KindError::Measures { .. }) => "measures",
        Err(KindError::Percent { .. }) => "percent",
        Err(KindError::NoSum { .. }) => "sum",
        Err(KindError::TooCoarse { .. }) => "coarse",
        Err(KindError::NoMoney { .. }) => "money",
        Err(KindError::NoRate { .. }) => "rate",
        Err(KindError::IntoMissing { .. } | KindError::IntoWrong { .. }) => "into",
        Err(_) => "?",
    };
    let cases = [
        ("a + nothing", "series"),
        ("a + rupees", "units"),
        ("a - people", "units"),
        ("a - quarters", "frequencies"),
        ("a - debt", "measures"),
        ("growth(rate)", "percent"),
        ("share(rate, rate)", "percent"),
        ("rolling(debt)", "sum"),
        ("rolling(rolling(a))", "sum"),
        ("per_day(rate)", "sum"),
        ("rolling(years)", "coarse"),
        ("quarterly(quarters)", "coarse"),
        ("yearly(growth(a))", "sum"),
        ("convert(people, usd_pkr)", "money"),
        ("convert(a, rate)", "rate"),
        ("convert(a, rupees)", "rate"),
        ("convert(rupees, usd_pkr)", "into"),
        ("convert(rupees, usd_pkr, PKR)", "into"),
        ("convert(a, usd_pkr, USD)", "into"),
        ("convert(quarters, usd_pkr)", "frequencies"),
    ];
    for (formula, why) in cases {
        assert_eq!(refused(formula), why, "{formula}");
    }
}

#[test]
fn a_difference_is_exact_and_there_where_both_are() {
    let case = Case::new(
        "a - b",
        &[
            (
                "a",
                &[("2025-07", "310.5", "2025-08-18"), ("2025-08", "337", "2025-09-18")],
            ),
            (
                "b",
                &[("2025-07", "48.25", "2025-08-20"), ("2025-09", "50", "2025-10-18")],
            ),
        ],
    );
    assert_eq!(case.told("2025-07", ""), "262.25");
    // Imports were published two days later.
    assert_eq!(case.told("2025-07", "2025-08-19"), "-");
    assert_eq!(case.told("2025-07", "2025-08-20"), "262.25");
    assert_eq!(
        (case.told("2025-08", ""), case.told("2025-09", "")),
        ("-".into(), "-".into())
    );
    let reading = case.readings(LATEST);
    let reading = reading.get(month("2025-07")).unwrap();
    assert!(reading.provisional && !reading.derived && reading.status == Status::Derived);
    assert!(reading.observation.is_calculated());
    // Scales are told apart, exactly.
    let scales = Case::new(
        "thousands - a",
        &[
            ("thousands", &[("2025-07", "310500", "2025-08-18")]),
            ("a", &[("2025-07", "48.25", "2025-08-18")]),
        ],
    );
    assert_eq!(scales.told("2025-07", ""), "262250");
}

#[test]
fn every_revision_of_an_input_is_one_of_the_derived_figure() {
    let case = Case::new(
        "a - b",
        &[
            (
                "a",
                &[
                    ("2025-07", "324", "2025-08-18"),
                    ("2025-07", "310", "2025-10-01"),
                    ("2025-07", "-", "2026-01-05"),
                    ("2025-07", "311.5", "2026-02-01"),
                ],
            ),
            ("b", &[("2025-07", "50", "2025-08-18"), ("2025-07", "50", "2025-11-01")]),
        ],
    );
    let told: Vec<String> = ["2025-08-18", "2025-10-01", "2025-11-01", "2026-01-05", "2026-02-01"]
        .iter()
        .map(|day| case.told("2025-07", day))
        .collect();
    assert_eq!(told, ["274", "260", "260", "-", "261.5"]);
    let readings = case.readings(as_of("2025-10-02"));
    let reading = readings.get(month("2025-07")).unwrap();
    assert_eq!(reading.revised_from, Some(decimal("274")));
    assert!(reading.provisional, "imports are a first release still");
    let settled = case.readings(as_of("2025-12-01"));
    assert!(!settled.get(month("2025-07")).unwrap().provisional);
    assert!(
        case.readings(as_of("2026-01-06"))
            .withdrawal(month("2025-07"))
            .is_some()
    );
    let days: Vec<String> = known_days(&case.observations())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        days,
        ["2025-08-18", "2025-10-01", "2025-11-01", "2026-01-05", "2026-02-01"]
    );
}

#[test]
fn an_estimate_stays_one() {
    let case = Case::new(
        "a + b",
        &[
            ("a", &[("2025-07", "310", "2025-08-18")]),
            (
                "b",
                &[
                    ("2025-07", "~50", "2025-08-01"),
                    ("2025-07", "~52", "2025-08-20"),
                    ("2025-07", "~50", "2025-08-25"),
                    ("2025-07", "49", "2025-09-01"),
                ],
            ),
        ],
    );
    let told: Vec<String> = ["2025-08-17", "2025-08-18", "2025-08-20", "2025-08-25", "2025-09-01"]
        .iter()
        .map(|day| case.told("2025-07", day))
        .collect();
    // An estimate that goes back to what it was is read as its own series reads it.
    assert_eq!(told, ["-", "~360", "~362", "~362", "359"]);
    assert_eq!(case.readings(LATEST).get(month("2025-07")).unwrap().revised_from, None);
}

#[test]
fn a_share_of_a_year_is_the_share_of_the_years() {
    let months = july().months_of(year(2025)).map(|month| month.to_string());
    let of = |first: &'static str, rest: &'static str| -> Vec<Row<'_>> {
        let values = std::iter::once(first).chain(std::iter::repeat(rest));
        let both = months.iter().zip(values);
        both.map(|(month, value)| (month.as_str(), value, "2025-08-18"))
            .collect()
    };
    let case = Case::new("share(a, b)", &[("a", &of("80", "10")), ("b", &of("90", "30"))]);
    // 80 of 90 and 10 of 30. The year is 190 of 420; the mean of the months would be 38.0.
    assert_eq!(
        ["2024-07", "2024-08", "FY2025"].map(|period| case.told(period, "")),
        ["88.9", "33.3", "45.2"]
    );
    assert_eq!(case.series.adding(), Adding::Nothing);
    let told = total(&case.readings(LATEST), &july(), year(2025)).unwrap().unwrap();
    assert_eq!((told.basis, told.value), (TotalBasis::Derived, decimal("45.2")));
}

#[test]
fn growth_is_on_the_same_period_a_year_earlier() {
    let case = Case::new(
        "growth(a)",
        &[(
            "a",
            &[
                ("2024-07", "292", "2024-08-18"),
                ("2025-07", "324", "2025-08-18"),
                ("2025-08", "0", "2025-09-18"),
                ("2026-08", "5", "2026-09-18"),
                ("2024-07", "286", "2025-09-01"),
                ("FY2024", "3223", "2024-07-18"),
                ("FY2025", "3810", "2025-07-18"),
            ],
        )],
    );
    // 324 / 292 = 1.10959, 324 / 286 = 1.13287, 3810 / 3223 = 1.18213.
    assert_eq!(case.told("2025-07", "2025-08-20"), "11.0");
    assert_eq!(case.told("2025-07", ""), "13.3");
    assert_eq!(case.told("FY2025", ""), "18.2");
    // On nothing there is no growth.
    assert_eq!(case.told("2026-08", ""), "-");
}

#[test]
fn a_rolling_year_ends_with_its_period() {
    let quarters = [
        ("2025-Q1", "700", "2024-10-20"),
        ("2025-Q2", "810.5", "2025-01-20"),
        ("2025-Q3", "900", "2025-04-20"),
        ("2025-Q4", "1000", "2025-07-20"),
        ("2026-Q1", "950", "2025-10-20"),
    ];
    let case = Case::new("rolling(quarters)", &[("quarters", &quarters)]);
    assert_eq!(
        ["2025-Q3", "2025-Q4", "2026-Q1"].map(|period| case.told(period, "")),
        ["-", "3410.5", "3660.5"]
    );
    // The year is what it ended with.
    let told = total(&case.readings(LATEST), &july(), year(2025)).unwrap().unwrap();
    assert_eq!((told.basis, told.value), (TotalBasis::Last, decimal("3410.5")));
}

#[test]
fn a_day_is_one_of_the_calendar_or_of_work() {
    let july_2025 = [("2025-07", "310", "2025-08-18"), ("2024-02", "87", "2024-03-18")];
    let calendar = Case::new("per_day(a)", &[("a", &july_2025)]);
    // 310 / 31, 87 / 29; three digits.
    assert_eq!(calendar.told("2025-07", ""), "10.0");
    assert_eq!(calendar.told("2024-02", ""), "3.00");
    let work = Case::new("per_working_day(a)", &[("a", &july_2025)]);
    // 310 / 23 = 13.478; nobody knows the working days of February 2024.
    assert_eq!(
        (work.told("2025-07", ""), work.told("2024-02", "")),
        ("13.5".into(), "-".into())
    );
}

#[test]

/// A value, which of four months, days after its end, what it says of itself, and its source.
type Release = (i64, u8, i64, Option<Status>, i64);

prop_compose! {
    fn published()(value in 1_i64..5000, of in 0_u8..4, from in 0_i64..400, status in prop::option::of(
        prop::sample::select(vec![Status::First, Status::Revised, Status::Estimate]),
    ), source in 1_i64..3) -> Release {
        (value, of, from, status, source)
    }
}

/// Months 2025-07 to 2025-10, published on any day from then on.
fn any_of(id: &str, rows: &[Release]) -> Vec<Observation> {
    let read = |((value, of, from, status, source), number): (&Release, i64)| {
        let month = month("2025-07").plus(i32::from(*of));
        let day = month.last_day().checked_add(jiff::Span::new().days(*from)).unwrap();
        Observation {
            series: SeriesId::new(id).unwrap(),
            status: *status,
            published: Published::on(day),
            source: SourceId(*source),
            ..observation(
                number,
                &month.to_string(),
                &value.to_string(),
                Status::First,
                "2025-08-18",
            )
        }
    };
    rows.iter().zip(1..).map(read).collect()
}

proptest! {
    /// As of every day the difference is that of the figures that are read on the day, and nothing later changes it.
    #[test]
    fn a_difference_is_that_of_the_day(
        a in prop::collection::vec(published(), 0..8), b in prop::collection::vec(published(), 0..8)
    ) {
        let mut case = Case::new("a - b", &[("a", &[]), ("b", &[])]);
        case.inputs[0].1 = any_of("a", &a);
        case.inputs[1].1 = any_of("b", &b);
        let observations = case.observations();
        let days = known_days(case.inputs[0].1.iter().chain(&case.inputs[1].1));
        for day in days {
            let as_of = AsOf::Day(day);
            let read = |of: &[Observation]| Readings::adding_up(Adding::Sum, of, &july(), as_of);
            let (one, other, derived) = (read(&case.inputs[0].1), read(&case.inputs[1].1), read(&observations));
            for later in 0..4 {
                let period = month("2025-07").plus(later);
                let either = |of: &Readings| of.get(period).or_else(|| of.estimate(period)).copied();
                let wanted = either(&one).zip(either(&other));
                let told = either(&derived);
                prop_assert_eq!(told.is_some(), wanted.is_some(), "{} of {}", day, period);
                if let (Some(told), Some((left, right))) = (told, wanted) {
                    prop_assert!(told.value.same_value(left.value.checked_sub(right.value).unwrap()));
                    prop_assert_eq!(told.outturn, left.outturn && right.outturn);
                    prop_assert_eq!(told.provisional, left.provisional || right.provisional);
                    prop_assert!(as_of.knows(&told.published));
                }
            }
        }
    }
}
