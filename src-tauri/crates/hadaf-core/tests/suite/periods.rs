//! Periods: canonical forms, the fiscal calendar, and what people write.

use hadaf_core::{CoreError, FiscalCalendar, FiscalYear, Month, Period, PeriodError, PeriodOption, Quarter, YearNames};
use proptest::prelude::*;

use crate::support::{day, july, month, year};

fn any_month() -> impl Strategy<Value = Month> {
    (4i16..=9997, 1u8..=12).prop_map(|(year, month)| Month::new(year, month).unwrap())
}

fn any_year() -> impl Strategy<Value = FiscalYear> {
    (2i16..=9997).prop_map(|year| FiscalYear::new(year).unwrap())
}

fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        any_month().prop_map(Period::Month),
        (any_year(), 1u8..=4).prop_map(|(year, number)| Period::Quarter(Quarter::new(year, number).unwrap())),
        any_year().prop_map(Period::FiscalYear),
    ]
}

fn any_calendar() -> impl Strategy<Value = FiscalCalendar> {
    (1u8..=12, prop::sample::select(YearNames::ALL))
        .prop_map(|(start, names)| FiscalCalendar::new(start).unwrap().named(names))
}

proptest! {
    #[test]
    fn canonical_forms_read_back(period in any_period(), calendar in any_calendar()) {
        let text = period.to_string();
        prop_assert_eq!(text.parse::<Period>().unwrap(), period);
        prop_assert_eq!(Period::parse(&text, &calendar).unwrap(), period);
        prop_assert_eq!(Period::parse(&format!("  {} ", text.to_lowercase()), &calendar).unwrap(), period);
        prop_assert_eq!(Period::try_from(String::from(period)).unwrap(), period);
    }

    #[test]
    fn a_year_is_a_partition_of_its_months(year in any_year(), calendar in any_calendar()) {
        let months = calendar.months_of(year);
        prop_assert_eq!(months[0], calendar.first_month(year));
        prop_assert_eq!(months[11], calendar.last_month(year));
        prop_assert_eq!(months[11].next(), calendar.first_month(year.next()));
        for (index, month) in months.into_iter().enumerate() {
            prop_assert_eq!(calendar.year_of(month), year);
            prop_assert_eq!(usize::from(calendar.position(month)), index);
        }
        prop_assert_eq!(months[0].month(), calendar.start_month());
        let named = match calendar.names() {
            YearNames::Last => months[11],
            YearNames::First => months[0],
        };
        prop_assert_eq!(named.year(), year.year(), "named by the year in which it ends, or begins");
        prop_assert_eq!(calendar.months_in(Period::FiscalYear(year)), months.to_vec());
    }

    #[test]
    fn every_month_is_in_its_year_and_quarter(month in any_month(), calendar in any_calendar()) {
        prop_assert!(calendar.months_of(calendar.year_of(month)).contains(&month));
        let quarter = calendar.quarter_of(month);
        prop_assert_eq!(quarter.fiscal_year(), calendar.year_of(month));
        let months = calendar.months_in(Period::Quarter(quarter));
        prop_assert_eq!(months.len(), 3);
        prop_assert!(months.contains(&month));
        prop_assert!(months.iter().all(|other| calendar.quarter_of(*other) == quarter));
    }

    #[test]
    fn months_count_and_order(left in any_month(), steps in -24i32..24) {
        let right = left.plus(steps);
        prop_assert_eq!(right.since(left), steps);
        prop_assert_eq!(left < right, steps > 0);
        prop_assert_eq!(left.cmp(&right), left.first_day().cmp(&right.first_day()));
        prop_assert_eq!(left.to_string().cmp(&right.to_string()), left.cmp(&right));
        prop_assert_eq!(left.next().prev(), left);
        prop_assert_eq!(left.last_day().tomorrow().unwrap(), left.next().first_day());
        prop_assert_eq!(i32::from(left.days()), left.first_day().until(left.next().first_day()).unwrap().get_days());
        prop_assert_eq!(Month::of(left.last_day()), left);
        prop_assert_eq!(Month::range(left..=right).count(), usize::try_from((steps + 1).max(0)).unwrap());
    }

    #[test]
    fn comparing_is_a_total_order_in_time(a in any_period(), b in any_period(), c in any_period(), calendar in any_calendar()) {
        prop_assert_eq!(calendar.compare(a, b), calendar.compare(b, a).reverse());
        prop_assert_eq!(calendar.compare(a, b).is_eq(), a == b);
        let mut periods = [a, b, c];
        periods.sort_by(|left, right| calendar.compare(*left, *right));
        prop_assert!(calendar.compare(periods[0], periods[2]).is_le());
        prop_assert!(calendar.start_of(periods[0]) <= calendar.start_of(periods[1]));
    }

    #[test]
    fn months_read_as_people_write_them(month in any_month(), calendar in any_calendar()) {
        const NAMES: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let (year, number, name) = (month.year(), month.month(), NAMES[usize::from(month.month()) - 1]);
        let mut texts = vec![
            format!("{year:04}M{number:02}"), format!("{year:04}-M{number}"), format!("{year:04}-{number}"),
            format!("{number:02}/{year:04}"), format!("{number}-{year:04}"), format!("{year:04}{number:02}"),
            format!("{name} {year:04}"), format!("{}, {year:04}", &name[..3]), format!("{}.{year:04}", &name[..3]),
            format!("{}{year:04}", name.to_uppercase()), format!("{year:04} {name}"), format!("{year:04}-{}", &name[..3]),
            month.last_day().to_string(), month.first_day().to_string(),
            format!("{}-{}-{year:04}", month.days(), &name[..3]), format!("{name} {}, {year:04}", month.days()),
        ];
        if (1970..2070).contains(&year) {
            texts.extend([format!("{}-{:02}", &name[..3], year % 100), format!("{}'{:02}", &name[..3], year % 100)]);
        }
        for text in texts {
            prop_assert_eq!(Period::parse(&text, &calendar), Ok(Period::Month(month)), "{}", text);
        }
    }

    #[test]
    fn years_and_quarters_read_as_people_write_them(end in 1971i16..2069, number in 1u8..=4, start in 1u8..=12) {
        let calendar = FiscalCalendar::new(start).unwrap();
        let year = FiscalYear::new(end).unwrap();
        let quarter = Period::Quarter(Quarter::new(year, number).unwrap());
        let short = end % 100;
        for text in [format!("FY{short:02}"), format!("FY {end}"), format!("fy'{short:02}"), format!("FY-{end}")] {
            prop_assert_eq!(Period::parse(&text, &calendar), Ok(Period::FiscalYear(year)), "{}", text);
        }
        for text in [
            format!("Q{number} FY{end}"), format!("Q{number}-FY{short:02}"), format!("{number}QFY{short:02}"),
            format!("FY{end} Q{number}"), format!("FY{short:02}Q{number}"), format!("{number}Q FY{end}"),
        ] {
            prop_assert_eq!(Period::parse(&text, &calendar), Ok(quarter), "{}", text);
        }
        if start != 1 {
            for text in [
                format!("FY{}-{short:02}", end - 1), format!("FY{}/{end}", end - 1), format!("{}-{end}", end - 1),
                format!("{}/{end}", end - 1), format!("{}\u{2013}{end}", end - 1), format!("FY{:02}-{short:02}", (end - 1) % 100),
            ] {
                prop_assert_eq!(Period::parse(&text, &calendar), Ok(Period::FiscalYear(year)), "{}", text);
            }
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,24}", start in 1u8..=12) {
        let calendar = FiscalCalendar::new(start).unwrap();
        if let Ok(period) = Period::parse(&text, &calendar) {
            prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        }
    }

    #[test]
    fn nearly_periods_never_panic(text in "(FY|Q|fy |q|M|Jul|june )?[0-9]{0,6}[-/. ']?(FY|Q|M|Jul)?[0-9]{0,4}[-/. ]?[0-9]{0,4}", start in 1u8..=12) {
        let _ = Period::parse(&text, &FiscalCalendar::new(start).unwrap());
    }
}

#[test]
fn days_worth_reading_are_starts_of_years() {
    let calendar_years = FiscalCalendar::new(1).unwrap();
    for (calendar, latest, days) in [
        (july(), None, "2026-01-01 2025-07-01 2025-01-01 2024-07-01 2024-01-01"),
        (
            july(),
            Some("2026-03-31"),
            "2026-03-31 2026-01-01 2025-07-01 2025-01-01 2024-07-01",
        ),
        (
            july(),
            Some("2025-07-01"),
            "2026-01-01 2025-07-01 2025-01-01 2024-07-01 2024-01-01",
        ),
        // However long ago it was.
        (
            july(),
            Some("2019-05-02"),
            "2026-01-01 2025-07-01 2025-01-01 2024-07-01 2019-05-02",
        ),
        (
            july(),
            Some("2026-04-01"),
            "2026-01-01 2025-07-01 2025-01-01 2024-07-01 2024-01-01",
        ),
        (calendar_years, None, "2026-01-01 2025-01-01 2024-01-01"),
    ] {
        let found = calendar.days_worth_reading(day("2026-04-01"), latest.map(day), 5);
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found.join(" "), days, "{latest:?}");
    }
}

#[test]
fn the_forms_of_the_handbook() {
    for (text, canonical) in [
        ("2025-07", "2025-07"),
        ("Jul-25", "2025-07"),
        ("July 2025", "2025-07"),
        ("2025M07", "2025-07"),
        ("FY26", "FY2026"),
        ("FY2025-26", "FY2026"),
        ("2024-25", "FY2025"),
        ("2024/25", "FY2025"),
        ("2025-Q3", "2025-Q3"),
        ("Q3 FY2025", "2025-Q3"),
        ("Q3 2024-25", "2025-Q3"),
        ("30-Jun-2022", "2022-06"),
        ("2010-11", "2010-11"),
        ("\u{06F2}\u{06F0}\u{06F2}\u{06F5}-\u{06F0}\u{06F7}", "2025-07"),
    ] {
        assert_eq!(
            Period::parse(text, &july()).map(|period| period.to_string()),
            Ok(canonical.into()),
            "{text}"
        );
    }
}

/// What tables and letters have instead of the canonical form.
#[test]
fn spellings_of_the_world() {
    for (text, canonical) in [
        ("Q1 FY26", "2026-Q1"),
        ("Q1, FY2026", "2026-Q1"),
        ("1QFY26", "2026-Q1"),
        ("1Q FY2025-26", "2026-Q1"),
        ("FY26Q1", "2026-Q1"),
        ("FY2026-Q1", "2026-Q1"),
        ("Q1 of FY26", "2026-Q1"),
        ("1st quarter FY26", "2026-Q1"),
        ("First Quarter of FY 2025-26", "2026-Q1"),
        ("Quarter 1, FY26", "2026-Q1"),
        ("Qtr 3 2025-26", "2026-Q3"),
        ("2025-26 Q3", "2026-Q3"),
        ("Jul-Sep 2025", "2026-Q1"),
        ("July-September FY26", "2026-Q1"),
        ("Jul to Sep, 2025", "2026-Q1"),
        ("Oct\u{2013}Dec 2025", "2026-Q2"),
        ("Sept-24", "2024-09"),
        ("Sep 24", "2024-09"),
        ("Jul 25", "2025-07"),
        ("Jul'25", "2025-07"),
        ("JUL-2025", "2025-07"),
        ("07/2025", "2025-07"),
        ("7-2025", "2025-07"),
        ("2025/07", "2025-07"),
        ("2025.07", "2025-07"),
        ("2025M7", "2025-07"),
        ("2025-M07", "2025-07"),
        ("2025 M07", "2025-07"),
        ("M7/2025", "2025-07"),
        ("202507", "2025-07"),
        ("2025 Jul", "2025-07"),
        ("31/07/2025", "2025-07"),
        ("31.7.25", "2025-07"),
        ("Jul-Jul 2025", "2025-07"),
        ("FY 2025-26", "FY2026"),
        ("FY2025/26", "FY2026"),
        ("FY25-26", "FY2026"),
        ("2025-2026", "FY2026"),
        ("2025 - 26", "FY2026"),
        ("2025/26", "FY2026"),
        ("2025-26", "FY2026"),
        ("fiscal year 2026", "FY2026"),
        ("Financial Year 2025-26", "FY2026"),
        ("F.Y. 2026", "FY2026"),
        ("FY'26", "FY2026"),
        ("year ended June 2026", "FY2026"),
        ("Year ending 30 June 2026", "FY2026"),
        ("FYE 2026", "FY2026"),
        ("July 2025 to June 2026", "FY2026"),
        ("Jul-Jun FY26", "FY2026"),
    ] {
        let read = Period::parse(text, &july()).map(|period| period.to_string());
        assert_eq!(read, Ok(canonical.into()), "{text}");
    }
}

#[test]
fn spellings_of_what_is_none_or_two() {
    for text in [
        "H1 FY26",
        "1H FY26",
        "first half of FY26",
        "July-March FY26",
        "Jul-Aug 2025",
        "Aug-Oct 2025",
        "Sep-Jul FY26",
        "year ended May 2026",
        "CY2024",
    ] {
        let read = Period::parse(text, &july());
        assert!(matches!(read, Err(PeriodError::Impossible { .. })), "{text}: {read:?}");
    }
    for text in ["juillet 2025", "summer 2025", "mid-2025", "Jul-Sep"] {
        assert!(Period::parse(text, &july()).is_err(), "{text}");
    }
    for text in ["Q1 26", "2025Q3", "1Q26", "7/25", "2025"] {
        let read = Period::parse(text, &july());
        // In the canonical form the quarter of the fiscal year is meant; without it nothing is guessed.
        assert!(matches!(read, Err(PeriodError::Ambiguous { .. })), "{text}: {read:?}");
    }
    for (text, last) in [
        ("July-March FY26", Some("2026-03")),
        ("Jul-Mar 2025-26", Some("2026-03")),
        ("Jul - Mar 2026", Some("2026-03")),
        ("Jul-Sep FY26", Some("2025-09")),
        ("Aug-Mar FY26", None),
        ("Jul 2024 to Mar 2026", None),
        ("March 2026", None),
    ] {
        let read = Period::to_date(text, &july()).map(|month| month.to_string());
        assert_eq!(read.as_deref(), last, "{text}");
    }
}

/// India's year: FY2025 is April 2025 to March 2026 where it is named by its first year.
#[test]
fn a_year_named_by_its_first_year() {
    let (last, first) = (FiscalCalendar::new(4).unwrap(), FiscalCalendar::new(4).unwrap());
    let first = first.named(YearNames::First);
    for (text, by_last, by_first) in [
        ("FY2025", ("2024-04", "2025-03"), ("2025-04", "2026-03")),
        ("FY25", ("2024-04", "2025-03"), ("2025-04", "2026-03")),
        ("FY2025-26", ("2025-04", "2026-03"), ("2025-04", "2026-03")),
        ("2025-26", ("2025-04", "2026-03"), ("2025-04", "2026-03")),
        ("year ended March 2026", ("2025-04", "2026-03"), ("2025-04", "2026-03")),
        ("Q1 FY2025", ("2024-04", "2024-06"), ("2025-04", "2025-06")),
        ("Q4 2025-26", ("2026-01", "2026-03"), ("2026-01", "2026-03")),
        ("Apr-Jun 2025", ("2025-04", "2025-06"), ("2025-04", "2025-06")),
    ] {
        for (calendar, (from, to)) in [(last, by_last), (first, by_first)] {
            let months = calendar.months_in(Period::parse(text, &calendar).unwrap());
            let read = (months[0].to_string(), months[months.len() - 1].to_string());
            assert_eq!(read, (from.into(), to.into()), "{text}");
        }
    }
    assert_eq!(first.year_of(month("2026-03")), year(2025));
    assert_eq!(first.end_of(Period::FiscalYear(year(2025))), day("2026-03-31"));
    let of = |number, first, last| PeriodOption::Year {
        year: year(number),
        first: month(first),
        last: month(last),
    };
    assert_eq!(
        options("2025", &first),
        [of(2024, "2024-04", "2025-03"), of(2025, "2025-04", "2026-03")]
    );
    let january = FiscalCalendar::new(1).unwrap();
    assert_eq!(
        january.named(YearNames::First).first_month(year(2025)),
        january.first_month(year(2025))
    );
}

fn options(text: &str, calendar: &FiscalCalendar) -> Vec<PeriodOption> {
    match Period::parse(text, calendar) {
        Err(PeriodError::Ambiguous { options, .. }) => options,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn ambiguity_is_named_with_what_it_could_mean() {
    let period = |text: &str| PeriodOption::Period(text.parse().unwrap());
    let day = |day, month| PeriodOption::Day { day, month };
    for (text, meant) in [
        ("07/08", vec![period("2008-07"), period("2007-08"), period("FY2008")]),
        ("25-Jul", vec![period("2025-07"), day(25, 7)]),
        ("5-Jul", vec![day(5, 7)]),
        ("45-Jul", vec![period("2045-07")]),
        ("7/25", vec![period("2025-07"), day(25, 7)]),
        ("25/7", vec![period("2025-07"), day(25, 7)]),
        ("2010/11", vec![period("2010-11"), period("FY2011")]),
        ("01/12/2025", vec![period("2025-12"), period("2025-01")]),
    ] {
        assert_eq!(options(text, &july()), meant, "{text}");
    }
    let quarter = |year_of, number| Quarter::new(year(year_of), number).unwrap();
    assert_eq!(
        options("Q3 2025", &july()),
        [
            PeriodOption::FiscalQuarter(quarter(2025, 3)),
            PeriodOption::CalendarQuarter(quarter(2026, 1))
        ]
    );
    assert_eq!(
        options("Q1 2025", &FiscalCalendar::new(6).unwrap())[1],
        PeriodOption::CalendarMonths(month("2025-01"))
    );
    let calendar_year = FiscalCalendar::new(1).unwrap();
    assert_eq!(Period::parse("2025", &calendar_year).unwrap().to_string(), "FY2025");
    assert_eq!(Period::parse("Q3 2025", &calendar_year).unwrap().to_string(), "2025-Q3");
}

#[test]
fn nonsense_is_refused_with_a_reason() {
    for text in [
        "2026-13",
        "2024-27",
        "2025-00",
        "FY2025-27",
        "2025-Q5",
        "Q0 FY2025",
        "2025-02-30",
        "2025-07-15",
        "CY2025",
        "FY123",
        "Jul-5",
    ] {
        let error = Period::parse(text, &july()).unwrap_err();
        assert!(matches!(error, PeriodError::Impossible { .. }), "{text}: {error:?}");
        assert!(error.to_string().contains(text), "{error}");
    }
    for text in ["x", "Total", "5.2", "July", "FY", "2025-07 (p)", "12345", "Jux 2025"] {
        let error = Period::parse(text, &july()).unwrap_err();
        assert!(error.code().starts_with("period_"), "{text}: {error:?}");
    }
    assert_eq!(Period::parse(" \t", &july()), Err(PeriodError::Empty));
    assert!(
        Period::parse("2024-25", &FiscalCalendar::new(1).unwrap()).is_err(),
        "spans two years where years do not"
    );
}

#[test]
fn the_edges_of_time_hold() {
    assert_eq!(Month::MIN.to_string(), "0001-01");
    assert_eq!(Month::MAX.to_string(), "9999-12");
    assert_eq!(Month::MAX.next(), Month::MAX);
    assert_eq!(Month::MIN.plus(i32::MIN), Month::MIN);
    assert!(matches!(Month::new(0, 1), Err(CoreError::Range { .. })));
    assert!(matches!(Month::new(2025, 13), Err(CoreError::Range { .. })));
    assert!(FiscalCalendar::new(0).is_err() && FiscalCalendar::new(13).is_err());
    for text in ["2025-7", "25-07", "FY25", "2025-q1", "2025Q1", "+025-07"] {
        assert!(text.parse::<Period>().is_err(), "{text} is not canonical");
    }
}

#[test]
fn a_range_of_years_has_both_its_ends() {
    let years: Vec<FiscalYear> = FiscalYear::range(year(2024)..=year(2026)).collect();
    assert_eq!(years, [year(2024), year(2025), year(2026)]);
    assert_eq!(FiscalYear::range(year(2026)..=year(2026)).count(), 1);
    assert_eq!(FiscalYear::range(year(2026)..=year(2024)).count(), 0);
}

#[test]
fn pakistans_year() {
    assert_eq!(july().year_of(month("2025-07")), year(2026));
    assert_eq!(july().year_of(month("2025-06")), year(2025));
    assert_eq!(july().end_of(Period::FiscalYear(year(2026))), day("2026-06-30"));
    assert_eq!(july().quarter_of(month("2026-02")).to_string(), "2026-Q3");
}
