//! What neighbours hide: runs in another unit, several wrong figures, and figures that are far from the year before.

use super::*;

/// The doubts about all figures that stand, as `check` asks.
fn doubted(all: &[(Period, Decimal)]) -> Vec<String> {
    let (calendar, known) = (july(), figures(all));
    let judge = Judge::of(&known, &[], SUMS, &calendar);
    let doubts = |(period, value): &(Period, Decimal)| {
        let doubts = judge.doubts(*period, *value).unwrap();
        doubts
            .iter()
            .map(|doubt| match doubt {
                Doubt::PowerOfTen { power, .. } => format!("{period} {power}"),
                other => format!("{period} {}", other.code()),
            })
            .collect::<Vec<_>>()
    };
    all.iter().flat_map(doubts).collect()
}

fn with_months(change: impl Fn(usize, f64) -> f64) -> Vec<(Period, Decimal)> {
    let months = months(|value| value).into_iter().enumerate();
    let changed = |(at, (period, value)): (usize, (Period, Decimal))| {
        let value = change(at, value.to_f64());
        (period, Decimal::parse(&format!("{value:.4}")).unwrap())
    };
    months.map(changed).collect()
}

#[test]
fn a_run_in_another_unit_is_doubted_as_a_whole_and_nothing_else_is() {
    for (power, factor) in [(3, 1e3), (-3, 1e-3), (6, 1e6), (1, 10.0), (-1, 0.1), (2, 100.0)] {
        for run in [0..1, 0..6, 0..20, 10..16, 20..45, 30..51, 45..51, 50..51, 47..49] {
            let all = with_months(|at, value| if run.contains(&at) { value * factor } else { value });
            let expected: Vec<String> = run.clone().map(|at| format!("{} {power}", all[at].0)).collect();
            assert_eq!(doubted(&all), expected, "10^{power} {run:?}");
        }
    }
    // Two runs of two units.
    let all = with_months(|at, value| match at {
        5..9 => value * 1e3,
        40..44 => value / 1e3,
        _ => value,
    });
    assert_eq!(doubted(&all).len(), 8);
}

#[test]
fn one_wrong_figure_hides_no_other() {
    let years = |changed: &[(&str, &str)]| {
        let plain = ["110", "118", "121", "127", "130", "128", "135", "140", "142", "151"];
        let plain = plain
            .iter()
            .zip(2016..)
            .map(|(value, year)| (format!("FY{year}"), *value));
        let all = plain.map(|(year, value)| {
            let changed = changed.iter().find(|(other, _)| *other == year);
            (year, changed.map_or(value, |(_, value)| *value))
        });
        let all: Vec<(String, &str)> = all.collect();
        let all: Vec<(&str, &str)> = all.iter().map(|(year, value)| (year.as_str(), *value)).collect();
        doubted(&pairs(&all))
    };
    assert_eq!(years(&[]), [""; 0]);
    assert_eq!(years(&[("FY2024", "1420")]), ["FY2024 1"]);
    assert_eq!(
        years(&[("FY2024", "1420"), ("FY2017", "93000000")]),
        ["FY2017 6", "FY2024 1"]
    );
    let percent = pairs(&[
        ("FY2015", "17.1"),
        ("FY2016", "175"),
        ("FY2017", "16.8"),
        ("FY2018", "17.4"),
        ("FY2019", "0.18"),
        ("FY2020", "17.9"),
        ("FY2021", "17.0"),
        ("FY2022", "17.5"),
    ]);
    assert_eq!(doubted(&percent), ["FY2016 1", "FY2019 -2"]);
    // A zero, a break and a misplaced point among one another.
    let all = with_months(|at, value| match at {
        30 => 0.0,
        31 => value * 4.0,
        32 => value * 10.0,
        33 => value / 4.0,
        _ => value,
    });
    let expected = ["2025-01 zero", "2025-02 break", "2025-03 1", "2025-04 break"];
    assert_eq!(doubted(&all), expected);
}

#[test]
fn a_figure_below_three_times_is_held_against_the_year_before() {
    // One month, and several at the end, which are one another's neighbours.
    let all = with_months(|at, value| if at == 40 { value * 0.55 } else { value });
    assert_eq!(doubted(&all), ["2025-11 off_pattern"]);
    for count in 1..=5 {
        let all = with_months(|at, value| if at >= 51 - count { value * 1.7 } else { value });
        let found = doubted(&all);
        assert_eq!(found.len(), count, "{found:?}");
    }
    // The same month of the next year is no surprise, nor are months on a level that stays.
    let all = with_months(|at, value| if at >= 20 { value * 1.7 } else { value });
    assert_eq!(doubted(&all), [""; 0]);
    // Nor what a series does that moves as much in any month.
    let restless = with_months(|at, value| value * [1.0, 1.9, 0.7, 1.4, 0.6, 1.2, 1.7][at * at % 7]);
    assert!(!doubted(&restless).iter().any(|it| it.ends_with("off_pattern")));
}

/// Months of Pakistan's IT exports in millions of dollars from 2018-02 to 2026-02 as they were current then (State Bank of Pakistan),
/// a year in each line; a dash where none is known.
const PUBLISHED: &str = "
    80.94 - - - - - - - - - 98 87.06
    80.96 - - - 93.07 114.96 95.98 103.96 123 111 135 128
    - - 118 126 143 163.02 124.01 158 151 168 195 162
    179 209 193 200 210 195.99 224 215 194.967 221 251 186
    201 260 249 184 236 199.05 228 206 220.97 233 246 190
    195 225 191 236 224 214 235 206 238 259 303 265
    257 306 310 332 298 286 298 292 330 310 348 313
    305 342 317 329 339 354 337 366 386 356 437 374
    365
";

#[test]
fn published_months_are_quiet_and_what_is_far_off_them_is_not() {
    let first: crate::Month = "2018-02".parse().unwrap();
    let values = PUBLISHED.split_whitespace().zip(0..).filter(|(value, _)| *value != "-");
    let published: Vec<(Period, Decimal)> = values
        .map(|(value, at)| (first.plus(at).into(), Decimal::parse(value).unwrap()))
        .collect();
    assert_eq!(doubted(&published), [""; 0]);
    let with = |entered: &[(&str, &str)]| {
        let all = figures(&published).with(pairs(entered));
        let all: Vec<(Period, Decimal)> = all.iter().collect();
        doubted(&all)
    };
    assert_eq!(
        with(&[
            ("2026-03", "4020"),
            ("2026-04", "4100"),
            ("2026-05", "3900"),
            ("2026-06", "4200")
        ]),
        ["2026-03 1", "2026-04 1", "2026-05 1", "2026-06 1"]
    );
    let three = with(&[("2026-03", "700"), ("2026-04", "800"), ("2026-05", "900")]);
    assert_eq!(
        three,
        ["2026-03 off_pattern", "2026-04 off_pattern", "2026-05 off_pattern"]
    );
    assert_eq!(with(&[("2026-03", "402")]), [""; 0]);
}

#[test]
fn figures_that_are_entered_one_by_one_vouch_for_none_of_the_next() {
    let standing = months(|value| value);
    for factor in [1.7, 4.0, 10.0, 1000.0] {
        let mut known = figures(&standing[..45]);
        for (period, value) in &standing[45..] {
            let wrong = Decimal::parse(&format!("{:.2}", value.to_f64() * factor)).unwrap();
            let calendar = july();
            let doubts = Judge::of(&known, &[], SUMS, &calendar).doubts(*period, wrong).unwrap();
            let is_told = doubts.iter().any(|doubt| {
                matches!(
                    doubt,
                    Doubt::PowerOfTen { .. } | Doubt::Break { .. } | Doubt::OffPattern { .. }
                )
            });
            assert!(is_told, "{factor} {period}: {doubts:?}");
            known = known.with([(*period, wrong)]);
        }
    }
}

#[test]
fn what_comes_again_each_year_is_no_other_unit() {
    let october = |at: usize| at % 12 == 3;
    let harvest = with_months(|at, value| if october(at) { value * 100.0 } else { value });
    assert_eq!(doubted(&harvest), [""; 0]);
    let wrong = with_months(|at, value| match at {
        at if october(at) => value * 100.0,
        43 => value * 100.0,
        _ => value,
    });
    assert_eq!(doubted(&wrong), ["2026-02 2"]);
}
