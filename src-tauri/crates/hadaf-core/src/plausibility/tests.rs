//! What is doubted, and what is not.

use super::*;

mod hidden;

/// Fifty-one months of a series that grows by 1.2 % a month with a season of 10 %, from July 2022.
fn months(of: impl Fn(f64) -> f64) -> Vec<(Period, Decimal)> {
    let first: crate::Month = "2022-07".parse().unwrap();
    // 1 + 0.1 sin(2 pi i / 12).
    let season = [
        1.0, 1.05, 1.0866, 1.1, 1.0866, 1.05, 1.0, 0.95, 0.9134, 0.9, 0.9134, 0.95,
    ];
    let value = |index: u8| {
        let growth: f64 = (0..index).map(|_| 1.012).product();
        let value = of(100.0 * growth * season[usize::from(index % 12)]);
        Decimal::parse(&format!("{value:.1}")).unwrap()
    };
    (0..51)
        .map(|index| (first.plus(index.into()).into(), value(index)))
        .collect()
}

fn figures(of: &[(Period, Decimal)]) -> Figures {
    Figures::default().with(of.iter().copied())
}

fn pairs(of: &[(&str, &str)]) -> Vec<(Period, Decimal)> {
    of.iter()
        .map(|(period, value)| (period.parse().unwrap(), Decimal::parse(value).unwrap()))
        .collect()
}

fn july() -> FiscalCalendar {
    FiscalCalendar::new(7).unwrap()
}

const SUMS: Kin<'_> = Kin {
    whole: None,
    parts: &[],
    sums: true,
    unit: None,
};

fn judged(standing: &Figures, period: &str, value: &str) -> Vec<&'static str> {
    codes(&Judge::of(standing, &[], SUMS, &july()), period, value)
}

fn codes(judge: &Judge<'_>, period: &str, value: &str) -> Vec<&'static str> {
    let doubts = judge
        .doubts(period.parse().unwrap(), Decimal::parse(value).unwrap())
        .unwrap();
    doubts.iter().map(Doubt::code).collect()
}

#[test]
fn what_cannot_have_been_meant_is_doubted() {
    let figures = figures(&months(|value| value));
    for (period, value, expected) in [
        // The month as it is, and months that grew or fell as months do.
        ("2026-09", "183.5", &[][..]),
        ("2026-10", "195", &[]),
        ("2026-10", "140", &[]),
        ("2026-10", "300", &[]),
        // Those of October 2025 and the growth since lead to 202.
        ("2026-10", "120", &["off_pattern"]),
        ("2026-10", "310", &["off_pattern"]),
        // A unit too fine, a point too far, a digit too few.
        ("2026-10", "185000000", &["power_of_ten"]),
        ("2026-10", "1850", &["power_of_ten"]),
        ("2026-10", "18.5", &["power_of_ten"]),
        ("2025-03", "1402", &["power_of_ten"]),
        ("2026-10", "0", &["zero"]),
        ("2026-10", "-185", &["negative"]),
        ("2026-10", "900", &["break"]),
        ("2026-10", "40", &["break"]),
        ("3026-10", "185", &["far_year"]),
        // Twelve months of FY2026 sum to more than 1,800.
        ("FY2026", "185", &["power_of_ten"]),
        ("FY2026", "1500", &["below_months"]),
        // Twelve months sum to 1,965.9; the first nine, to March, to 1,487.5.
        ("FY2026", "1965.9", &[]),
        ("FY2026", "1966", &[]),
        ("FY2026", "1967.8", &[]),
        ("FY2026", "1990", &["above_months"]),
        ("FY2026", "1960", &["below_months"]),
        ("FY2026", "1487.5", &["partial_sum"]),
        ("FY2026", "1990000000", &["power_of_ten"]),
        // Three months of a year that has begun.
        ("FY2027", "400", &["break", "below_months"]),
        ("FY2027", "2300", &[]),
        // Three months are known, and this is their sum.
        ("FY2027", "563", &["partial_sum"]),
        ("2027-Q1", "300", &["below_months"]),
        ("2027-Q1", "563", &[]),
        ("2027-Q1", "600", &["above_months"]),
        ("2027-Q1", "365.7", &["partial_sum"]),
    ] {
        assert_eq!(judged(&figures, period, value), expected, "{period} {value}");
    }
}

#[test]
fn what_may_have_been_meant_is_offered() {
    let figures = figures(&months(|value| value));
    let calendar = july();
    let judge = Judge::of(&figures, &[], SUMS, &calendar);
    for (value, meant) in [
        ("185000000", Some("185")),
        ("185500000", Some("185.5")),
        ("1850", Some("185")),
        ("1850.0", Some("185.0")),
        ("18.5", Some("185")),
        ("0.185", Some("185")),
        ("-185", Some("185")),
        ("900", None),
        ("0", None),
    ] {
        let value = Decimal::parse(value).unwrap();
        let doubts = judge.doubts("2026-10".parse().unwrap(), value).unwrap();
        let found = doubts.iter().find_map(|doubt| doubt.instead_of(value));
        assert_eq!(found.map(|value| value.to_string()).as_deref(), meant, "{value}");
    }
}

#[test]
fn a_series_that_jumps_or_has_gone_below_zero_is_not_doubted() {
    // A harvest in each October, forty times the other months.
    let harvest: Vec<_> = (months(|value| value).into_iter())
        .map(|(period, value)| match period.as_month().unwrap().month() {
            10 => (
                period,
                Decimal::parse(&format!("{:.1}", value.to_f64() * 40.0)).unwrap(),
            ),
            _ => (period, value),
        })
        .collect();
    let harvest = figures(&harvest);
    assert!(
        judged(&harvest, "2026-10", "7400").is_empty(),
        "the harvest comes again"
    );
    assert_eq!(judged(&harvest, "2026-11", "7400"), ["break"], "not in November");
    let balance = figures(&months(|value| value - 140.0));
    assert!(judged(&balance, "2024-10", "0").is_empty() && judged(&balance, "2024-10", "-30").is_empty());
    // Some months of a balance may sum to more than its year, and be more.
    let some = months(|value| value - 140.0).into_iter();
    let some: Vec<_> = some.filter(|(period, _)| period.to_string() != "2025-08").collect();
    let year = figures(&some).with(pairs(&[("FY2026", "3")]));
    assert!(judged(&year, "FY2026", "3").is_empty() && judged(&year, "2026-05", "40").is_empty());
    // All of them sum to their year, as those of any other series.
    assert_eq!(judged(&balance, "FY2026", "3"), ["below_months"]);
}

#[test]
fn a_series_that_doubles_each_year_is_not_doubted_at_its_end() {
    let doubling: Vec<_> = (2012..2024)
        .zip(0..)
        .map(|(year, power)| (format!("FY{year}"), (100_u32 << power).to_string()))
        .collect();
    let doubling: Vec<_> = doubling
        .iter()
        .map(|(year, value)| (year.as_str(), value.as_str()))
        .collect();
    let doubling = figures(&pairs(&doubling));
    assert!(judged(&doubling, "FY2024", "409600").is_empty());
    assert_eq!(judged(&doubling, "FY2024", "4096000"), ["break"]);
}

#[test]
fn of_few_figures_only_a_gross_factor_is_doubted() {
    let few = figures(&months(|value| value)[..2]);
    assert!(judged(&few, "2022-09", "1000").is_empty(), "ten times two figures");
    assert_eq!(judged(&few, "2022-09", "402000000"), ["power_of_ten"]);
    assert!(judged(&Figures::default(), "2022-09", "402000000").is_empty());
    // What lies decades away says nothing.
    assert!(judged(&few, "1990-09", "0.1").is_empty());
}

#[test]
fn a_zero_is_doubted_where_it_is_no_rounding() {
    let near: Vec<_> = months(|_| 170.0);
    assert_eq!(judged(&figures(&near), "2025-03", "0"), ["zero"]);
    let small = months(|value| if value > 120.0 { 2.0 } else { 1.0 });
    let small: Vec<_> = small
        .into_iter()
        .map(|(period, value)| (period, value.round(0)))
        .collect();
    assert!(
        judged(&figures(&small), "2025-03", "0").is_empty(),
        "one and two rounded"
    );
    let first = pairs(&[("2025-02", "0")]);
    assert!(
        judged(&figures(&near).with(first), "2025-03", "0").is_empty(),
        "zeros happen in it"
    );
}

#[test]
fn a_block_of_wrong_figures_does_not_vouch_for_itself() {
    let (calendar, standing) = (july(), figures(&months(|value| value)[..40]));
    let wrong: Vec<_> = months(|value| value * 1_000_000.0)[40..].to_vec();
    let judge = Judge::of(&standing, &wrong, SUMS, &calendar);
    for (period, value) in &wrong {
        let doubts = judge.doubts(*period, *value).unwrap();
        assert!(
            matches!(doubts[..], [Doubt::PowerOfTen { power: 6, .. }]),
            "{period}: {doubts:?}"
        );
    }
    // Into an empty series, a block is held against itself.
    let mut block = months(|value| value);
    block[20].1 = Decimal::parse("402000000").unwrap();
    let judge = Judge::of(&Figures::default(), &block, SUMS, &calendar);
    let doubted: Vec<usize> = (block.iter().enumerate())
        .filter(|(_, (period, value))| !judge.doubts(*period, *value).unwrap().is_empty())
        .map(|(index, _)| index)
        .collect();
    assert_eq!(doubted, [20]);
}

#[test]
fn a_part_above_its_whole_is_doubted_from_both_sides() {
    let calendar = july();
    let (whole, parts) = (
        figures(&months(|value| value)),
        [figures(&months(|value| value * 0.75))],
    );
    let part = Kin {
        whole: Some(&whole),
        ..SUMS
    };
    let judge = Judge::of(&parts[0], &[], part, &calendar);
    assert_eq!(codes(&judge, "2026-09", "201"), ["above_whole"]);
    assert!(codes(&judge, "2026-09", "183.4").is_empty());
    let total = Kin { parts: &parts, ..SUMS };
    let judge = Judge::of(&whole, &[], total, &calendar);
    assert_eq!(codes(&judge, "2026-09", "140"), ["below_part"]);
    assert!(codes(&judge, "2026-09", "183.5").is_empty());
}

#[test]
fn the_first_figure_of_all_is_held_against_the_world() {
    let calendar = july();
    let doubted = |unit: &str, value: &str| {
        let kin = Kin {
            unit: Some(unit.parse().unwrap()),
            ..SUMS
        };
        codes(&Judge::of(&Figures::default(), &[], kin, &calendar), "2025-03", value)
    };
    assert_eq!(doubted("USD million", "402000000"), ["too_large"]);
    assert!(doubted("USD million", "402000").is_empty());
    assert!(doubted("USD", "402000000000000").is_empty(), "no unit is finer");
    assert!(doubted("PKR million", "402000000").is_empty(), "a budget in rupees");
    assert!(doubted("count", "402000000").is_empty());
}

#[test]
fn a_month_is_at_most_its_year() {
    let known = figures(&pairs(&[("FY2026", "1000"), ("FY2025", "900")]));
    assert_eq!(judged(&known, "2025-12", "1200"), ["above_year"]);
    assert!(judged(&known, "2025-12", "300").is_empty());
    let stock = Judge::of(&known, &[], Kin::default(), &july()).doubts("2025-12".parse().unwrap(), Decimal::ZERO);
    assert!(stock.unwrap().is_empty(), "the months of a stock do not sum");
}

/// Series that grow, shrink and have seasons as an economy has: of none is a figure doubted, of all a misplaced point is.
#[test]
fn an_ordinary_series_is_quiet_and_a_misplaced_point_in_it_is_not() {
    let season = [0.0, 0.5, 0.87, 1.0, 0.87, 0.5, 0.0, -0.5, -0.87, -1.0, -0.87, -0.5];
    let first: crate::Month = "2018-01".parse().unwrap();
    for growth in [0.97, 1.0, 1.02, 1.05] {
        for depth in [0.0, 0.3, 0.6] {
            let value = |index: u8| {
                let level: f64 = (0..index).map(|_| growth).product();
                let wobble = [1.0, 1.08, 0.94, 1.03, 0.9, 1.06, 0.97][usize::from(index % 7)];
                800.0 * level * wobble * (1.0 + depth * season[usize::from(index % 12)])
            };
            let figure = |index: u8| Decimal::parse(&format!("{:.3}", value(index))).unwrap();
            let all: Vec<_> = (0..72)
                .map(|index| (Period::from(first.plus(index.into())), figure(index)))
                .collect();
            let (calendar, known) = (july(), figures(&all));
            let judge = Judge::of(&known, &[], SUMS, &calendar);
            for (period, value) in &all {
                let doubts = judge.doubts(*period, *value).unwrap();
                assert!(doubts.is_empty(), "{growth} {depth} {period}: {doubts:?}");
                for power in [-6, -3, -2, -1, 1, 2, 3, 6] {
                    let Ok(moved) = value.shifted(power) else { continue };
                    let doubts = judge.doubts(*period, moved).unwrap();
                    let is_told = matches!(doubts[..], [Doubt::PowerOfTen { .. } | Doubt::Break { .. }, ..]);
                    assert!(is_told, "{growth} {depth} {period} by 10^{power}: {doubts:?}");
                }
            }
        }
    }
}

/// What is said of a month where its year is known, of the sum with the others.
#[test]
fn a_month_that_takes_its_year_beyond_what_was_published_is_doubted() {
    let calendar = july();
    let months: Vec<_> = months(|value| value)[36..47].to_vec();
    let sum = Decimal::sum(months.iter().map(|(_, value)| *value)).unwrap();
    let year = pairs(&[("FY2026", "1966")]);
    let known = figures(&months).with(year.clone());
    let last = |value: &str| judged(&known, "2026-06", value);
    // Eleven months sum to 1,799.5: 166.5 are left.
    assert_eq!(sum.to_string(), "1799.5");
    assert!(last("166.5").is_empty() && last("167.3").is_empty());
    assert_eq!(last("180"), ["months_above_year"]);
    assert_eq!(last("150"), ["months_below_year"]);
    // Eleven months alone are less than their year, and may be.
    let ten = figures(&months[..10]).with(year.clone());
    assert!(judged(&ten, "2026-05", "140").is_empty());
    assert_eq!(judged(&ten, "2026-05", "600"), ["break", "months_above_year"]);
    // It is said of the last of several that come together, and of the year where that is among them.
    let block: Vec<_> = months[9..]
        .iter()
        .copied()
        .chain(pairs(&[("2026-06", "190")]))
        .collect();
    let ten = figures(&months[..9]).with(year.clone());
    let told = |block: &[(Period, Decimal)]| -> Vec<String> {
        let judge = Judge::of(&ten, block, SUMS, &calendar);
        let doubts = |(period, value): &(Period, Decimal)| {
            let doubts = judge.doubts(*period, *value).unwrap();
            doubts
                .iter()
                .map(|doubt| format!("{period} {}", doubt.code()))
                .collect::<Vec<_>>()
        };
        block.iter().flat_map(doubts).collect()
    };
    assert_eq!(told(&block), ["2026-06 months_above_year"]);
    let with_year = [&block[..], &year].concat();
    assert_eq!(told(&with_year), ["FY2026 below_months"]);
    // What was beyond the year before is not said of a month that is no larger.
    let beyond = figures(&block)
        .with(months.iter().copied())
        .with(pairs(&[("2026-06", "190"), ("FY2026", "1966")]));
    assert!(judged(&beyond, "2026-06", "189").is_empty());
    assert_eq!(judged(&beyond, "2026-06", "191"), ["months_above_year"]);
}

#[test]
fn quarters_are_held_against_their_year_as_months_are() {
    let known = figures(&pairs(&[
        ("2025-Q1", "100"),
        ("2025-Q2", "110"),
        ("2025-Q3", "120"),
        ("2025-Q4", "130"),
        ("2026-Q1", "110"),
        ("2026-Q2", "115"),
        ("2026-Q3", "125"),
    ]));
    for (period, value, expected) in [
        ("FY2025", "460", &[][..]),
        ("FY2025", "470", &["above_months"]),
        ("FY2025", "450", &["below_months"]),
        ("FY2025", "330", &["partial_sum"]),
        ("FY2026", "350", &["partial_sum"]),
        ("FY2026", "490", &[]),
    ] {
        assert_eq!(judged(&known, period, value), expected, "{period} {value}");
    }
    let with_year = known.with(pairs(&[("FY2026", "490")]));
    assert!(judged(&with_year, "2026-Q4", "140").is_empty());
    assert_eq!(judged(&with_year, "2026-Q4", "150"), ["months_above_year"]);
    // Neither sums of a stock nor parts of a balance's sum say anything.
    let stock = Judge::of(&known, &[], Kin::default(), &july()).doubts("FY2025".parse().unwrap(), Decimal::ZERO);
    assert!(stock.unwrap().is_empty());
}
