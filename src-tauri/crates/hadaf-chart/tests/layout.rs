//! Laws of layout, over generated charts: no two texts touch, none leaves the canvas, labels beside the
//! plot stand in the order of their values, and no claim is lost without its mark.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod support;

use hadaf_chart::fixture::{dollars, fiscal_year, lines, month};
use hadaf_chart::*;
use proptest::prelude::*;
use support::{drawn, theme};

const SIZES: [(f64, f64, bool); 8] = [
    (640.0, 400.0, true),
    (960.0, 540.0, true),
    (1600.0, 900.0, true),
    (712.0, 380.0, false),
    (1160.0, 520.0, false),
    (605.0, 290.0, false),
    (446.0, 250.0, false),
    (3840.0, 2160.0, true),
];

/// Texts of a chart as long as they come.
const TITLES: [&str; 3] = [
    "Exports rose",
    "Reaching $5.2\u{a0}bn needs $556\u{a0}m a month from March to June; the best month so far is $437\u{a0}m",
    "A finding that was written by somebody who had much to say and no editor, about exports of computer, \
     telecommunication and information services, the targets set for them, and the years in which they were missed",
];
const MAKERS: [&str; 4] = [
    "IT minister",
    "Government, 20 Aug 2025",
    "Ministry of IT and Telecommunication to the Senate Standing Committee, before July 2025",
    "وزارتِ آئی ٹی، سینیٹ کمیٹی میں",
];

/// Names of the months from January, in both languages.
fn names(urdu: bool) -> [String; 12] {
    if !urdu {
        return hadaf_chart::fixture::names();
    }
    [
        "جنوری",
        "فروری",
        "مارچ",
        "اپریل",
        "مئی",
        "جون",
        "جولائی",
        "اگست",
        "ستمبر",
        "اکتوبر",
        "نومبر",
        "دسمبر",
    ]
    .map(str::to_owned)
}

/// The plot between texts as long as `title` says, with or without them.
fn chart(title: usize, framed: bool, urdu: bool, plot: Plot) -> ChartSpec<Plot> {
    let mut ticks = dollars();
    if urdu {
        ticks.suffix = " ملین".to_owned();
    }
    ChartSpec {
        frame: frame(title, framed),
        ticks,
        plot,
    }
}

fn frame(title: usize, framed: bool) -> Frame {
    let frame = Frame {
        title: TITLES[title % TITLES.len()].to_owned(),
        subtitle: "Pakistan’s IT exports, US$\u{a0}million".to_owned(),
        note: "(p) first release. □ calculated from published totals.".to_owned(),
        source: "Source: State Bank of Pakistan, as reported; latest releases known on 1 April 2026.".to_owned(),
        alt: "Exports by month.".to_owned(),
        axis_starts: "axis starts at {value}".to_owned(),
    };
    if framed { frame } else { frame.bare() }
}

/// The heights of labels beside the plot whose first line begins with a key, in the order of `keys`.
fn heights(scene: &Scene, keys: &[(String, f64)]) -> Vec<(f64, f64)> {
    keys.iter()
        .filter_map(|(key, value)| {
            let text = scene
                .texts()
                .find(|text| text.role == Role::EndLabel && text.content.starts_with(key.as_str()))?;
            Some((*value, text.bounds.top))
        })
        .collect()
}

fn check_order(scene: &Scene, keys: &[(String, f64)]) -> Result<(), TestCaseError> {
    let placed = heights(scene, keys);
    for (value, top) in &placed {
        for (other, other_top) in &placed {
            prop_assert!(
                value <= other || top < other_top,
                "{value} and {other} stand in the wrong order"
            );
        }
    }
    Ok(())
}

/// Every claim is told: by its label, or by a number whose explanation stands below.
fn check_numbers(scene: &Scene) -> Result<(), TestCaseError> {
    let count = |role| scene.texts().filter(|text| text.role == role).count();
    prop_assert_eq!(count(Role::Number), scene.numbered().len());
    Ok(())
}

/// A magnitude and values within it, with ties.
fn values(count: usize) -> impl Strategy<Value = Vec<f64>> {
    (
        -3..9_i32,
        proptest::collection::vec(prop_oneof![3 => 0.2..1.0_f64, 1 => Just(0.5)], count),
    )
        .prop_map(|(power, shares)| {
            shares
                .into_iter()
                .map(|share| share * format!("1e{power}").parse::<f64>().unwrap())
                .collect()
        })
}

fn claims(max: usize) -> impl Strategy<Value = Vec<(f64, bool, bool, usize)>> {
    proptest::collection::vec((0.3..1.6_f64, any::<bool>(), any::<bool>(), 0..MAKERS.len()), 0..=max)
}

fn claim_marks(scale: f64, raw: &[(f64, bool, bool, usize)]) -> Vec<ClaimMark> {
    raw.iter()
        .enumerate()
        .map(|(index, &(share, target, range, maker))| ClaimMark {
            value: share * scale,
            value_high: range.then_some(share * scale * 1.1),
            sign: if target {
                ClaimSign::Target
            } else {
                ClaimSign::Projection
            },
            label: lines(&[&format!("C{index}: {:.1} said", share * scale), MAKERS[maker]]),
        })
        .collect()
}

fn keys(claims: &[ClaimMark]) -> Vec<(String, f64)> {
    claims
        .iter()
        .enumerate()
        .map(|(index, claim)| {
            let level = claim
                .value_high
                .map_or(claim.value, |high| f64::midpoint(claim.value, high));
            (format!("C{index}:"), level)
        })
        .collect()
}

/// Every kind of chart, on every canvas in every theme.
#[test]
fn examples_of_every_kind() -> Result<(), TestCaseError> {
    for (kind, spec) in fixtures() {
        for size in SIZES {
            let spec = if size.2 { spec.clone() } else { spec.clone().bare() };
            for theme in [Theme::Light, Theme::Dark, Theme::Print] {
                drawn(&spec, size, theme).map_err(|error| TestCaseError::fail(format!("{kind} {size:?}: {error}")))?;
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 170, ..ProptestConfig::default() })]

    #[test]
    fn monthly(
        months in 1..72_usize,
        seed in values(72),
        gaps in proptest::collection::vec(0..12_u8, 72),
        labelled in proptest::collection::vec(0..72_usize, 0..6),
        ahead in 0..12_i32,
        size in 0..SIZES.len(),
        title in 0..3_usize,
        theme in theme(),
        urdu in any::<bool>(),
    ) {
        let first = month(2020, 7);
        let last = first.plus(i32::try_from(months).unwrap() - 1);
        let mut points: Vec<MonthPoint> = (0..months)
            .filter(|&index| index == 0 || gaps[index] != 0)
            .map(|index| MonthPoint {
                month: first.plus(i32::try_from(index).unwrap()),
                value: seed[index],
                mark: match gaps[index] {
                    1 => PointMark::Derived,
                    2 => PointMark::Provisional,
                    _ => PointMark::Confirmed,
                },
                revised_from: (gaps[index] == 3).then_some(seed[index] * 1.05),
                readout: hadaf_chart::Readout::default(),
                label: labelled.contains(&index).then(|| format!("Month {index}: {:.1}", seed[index])),
            })
            .collect();
        let newest = points.len() - 1;
        points[newest].label = Some("Newest: $365\u{a0}m (p)".to_owned());
        let top = seed.iter().fold(0.0_f64, |high, value| high.max(*value));
        let path = (0..12).map(|index| (last.plus(index - 6), top * (0.8 + f64::from(index) * 0.05))).collect();
        let years = (0..=(months + usize::try_from(ahead).unwrap()) / 12)
            .map(|index| YearMark {
                fiscal_year: fiscal_year(2021 + i16::try_from(index).unwrap()),
                first_month: first.plus(i32::try_from(index).unwrap() * 12),
                label: format!("FY{}", 2021 + index),
                total: if urdu { "2,975، 8 ماہ" } else { "2,975 to Feb" }.to_owned(),
            })
            .collect();
        let plot = MonthlyPlot {
            span: (first, last.plus(ahead)),
            points,
            apart: 1,
            path: Some(ClaimLine { points: path, band: Vec::new(), label: lines(&["Path set by the", "target"]) }),
            needed: (ahead > 0).then(|| NeededLevel {
                from: last.next(),
                to: last.plus(ahead),
                value: top * 1.2,
                label: lines(&["Needed: $556\u{a0}m", if urdu { "جون تک ماہانہ" } else { "a month to June" }]),
            }),
            fan: None,
            behind: None,
            years,
            derived_label: "calculated".to_owned(),
            month_names: names(urdu),
        };
        let scene = drawn(&chart(title, SIZES[size].2, urdu, Plot::Monthly(plot)), SIZES[size], theme)?;
        prop_assert!(scene.texts().any(|text| text.content.starts_with("Newest")), "the newest month has no label");
        prop_assert_eq!(scene.texts().filter(|text| text.content.starts_with("Needed")).count(), usize::from(ahead > 0));
    }

    #[test]
    fn year_to_date(
        steps in values(9),
        known in 1..=12_usize,
        years in 1..=5_usize,
        raw in claims(9),
        size in 0..SIZES.len(),
        title in 0..3_usize,
        theme in theme(),
        urdu in any::<bool>(),
    ) {
        let years: Vec<CumulativeYear> = (0..years)
            .map(|index| {
                let current = index + 1 == years;
                let months = if current { known } else { 12 };
                let total = |count: usize| RunningTotal {
                    value: steps[index] * f64::from(u8::try_from(count).unwrap()),
                    readout: hadaf_chart::Readout::default(),
                };
                CumulativeYear {
                    label: format!("Y{index}: $3,810\u{a0}m"),
                    // A month in the middle that nobody published.
                    totals: (1..=months).map(|count| (count != 5 || index != 0).then(|| total(count))).collect(),
                    apart: 1,
                    current,
                    provisional: current,
                }
            })
            .collect();
        let scale = steps[0] * 12.0;
        let claims = claim_marks(scale, &raw);
        let mut keys = keys(&claims);
        keys.extend(years.iter().enumerate().map(|(index, _)| (format!("Y{index}:"), steps[index] * 12.0)));
        let plot = YearToDatePlot {
            month_names: names(urdu),
            years,
            path: (1..=12).map(|count| scale / 10.0 * f64::from(count)).collect(),
            path_label: lines(&["Path set by the", "target"]),
            claims,
            fan: None,
            behind: None,
        };
        let scene = drawn(&chart(title, SIZES[size].2, urdu, Plot::YearToDate(plot)), SIZES[size], theme)?;
        check_order(&scene, &keys)?;
        check_numbers(&scene)?;
    }

    #[test]
    fn annual(
        totals in values(9),
        count in 1..=9_usize,
        raw in proptest::collection::vec(claims(3), 9),
        last in claims(9),
        size in 0..SIZES.len(),
        title in 0..3_usize,
        theme in theme(),
        urdu in any::<bool>(),
    ) {
        let years: Vec<AnnualYear> = (0..count)
            .map(|index| AnnualYear {
                fiscal_year: fiscal_year(2016 + i16::try_from(index).unwrap()),
                label: format!("FY{}", 2016 + index),
                value: (index == 0 || index % 4 != 3).then_some(totals[index]),
                mark: if index + 1 == count { PointMark::Provisional } else { PointMark::Confirmed },
                value_label: format!("{:.1}", totals[index]),
                readout: hadaf_chart::Readout::default(),
                claims: claim_marks(totals[index], if index + 1 == count { &last } else { &raw[index] }),
            })
            .collect();
        let keys = keys(&years[count - 1].claims);
        let plot = AnnualPlot {
            years,
        };
        let scene = drawn(&chart(title, SIZES[size].2, urdu, Plot::Annual(plot)), SIZES[size], theme)?;
        check_order(&scene, &keys)?;
        check_numbers(&scene)?;
    }
}
