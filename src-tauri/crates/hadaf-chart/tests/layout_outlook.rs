//! The laws of layout for what may come and what was said, over generated charts.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod support;

use hadaf_chart::backtest::fixture::backtest;
use hadaf_chart::fixture::ahead::{label, step};
use hadaf_chart::fixture::{fiscal_year, lines, month, year_mark};
use hadaf_chart::hedgehog::fixture::hedgehog;
use hadaf_chart::monthly::fixture::monthly_fan;
use hadaf_chart::year_to_date::fixture::year_to_date_fan;
use hadaf_chart::*;
use proptest::prelude::*;
use support::{drawn, theme};

const SIZES: [(f64, f64, bool); 7] = [
    (640.0, 400.0, true),
    (960.0, 540.0, true),
    (1600.0, 900.0, true),
    (712.0, 380.0, false),
    (1160.0, 520.0, false),
    (605.0, 290.0, false),
    (3840.0, 2160.0, true),
];

fn framed(spec: ChartSpec<Plot>, size: usize) -> ChartSpec<Plot> {
    if SIZES[size].2 { spec } else { spec.bare() }
}

/// Distances of the levels from each other, from the lowest up.
fn levels() -> impl Strategy<Value = Vec<[f64; 7]>> {
    let step = (0.2..2.0_f64, proptest::array::uniform6(0.0..0.4_f64));
    let step = step.prop_map(|(low, gaps)| {
        let mut level = low;
        let mut levels = [low; 7];
        for (slot, gap) in levels.iter_mut().skip(1).zip(gaps) {
            level += gap;
            *slot = level;
        }
        levels
    });
    proptest::collection::vec(step, 1..=12)
}

fn fan(first: hadaf_core::Month, scale: f64, levels: &[[f64; 7]], named: bool) -> Fan {
    let months = levels.iter().zip(0..);
    Fan {
        steps: months
            .map(|(levels, ahead)| step(first.plus(ahead), levels.map(|level| level * scale)))
            .collect(),
        label: label(&["Median 4,566", "50\u{a0}%: 4,428 to 4,716", "80\u{a0}%: 4,315 to 4,863"]),
        names: if named {
            ["50\u{a0}%", "80\u{a0}%", "95\u{a0}%"].map(str::to_owned)
        } else {
            Default::default()
        },
    }
}

/// Areas that are filled, as their tints and corners.
fn areas(scene: &Scene) -> Vec<(Rgb, Vec<Point>)> {
    let areas = scene.shapes().iter().filter_map(|shape| match shape {
        Shape::Area { points, colour } => Some((*colour, points.clone())),
        _ => None,
    });
    areas.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn monthly(levels in levels(), size in 0..SIZES.len(), theme in theme(), named in any::<bool>(), behind in any::<bool>()) {
        let ahead = fan(month(2026, 3), 300.0, &levels, named);
        let chart = monthly_fan().map(|plot| Plot::Monthly(MonthlyPlot {
            span: (month(2022, 7), month(2026, 2).plus(i32::try_from(levels.len()).unwrap())),
            behind: behind.then(|| ahead.clone()),
            fan: Some(ahead),
            ..plot
        }));
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        let medians = scene.points().iter().filter(|point| point.lane == 1).count();
        prop_assert_eq!(medians, levels.len());
        prop_assert!(scene.texts().any(|text| text.content == "Median 4,566"));
        // A name stands within the band that it names, so all or none of the three are there.
        let names = scene.texts().filter(|text| text.role == Role::Remark && text.content.ends_with('%')).count();
        prop_assert!(names == 0 || named && names == 3, "{names}");
    }

    #[test]
    fn year_to_date(levels in levels(), size in 0..SIZES.len(), theme in theme(), behind in any::<bool>()) {
        let ahead = fan(month(2026, 3), 3000.0, &levels, true);
        let base = year_to_date_fan();
        let years = base.plot.years.len();
        let chart = base.map(|plot| Plot::YearToDate(YearToDatePlot {
            behind: behind.then(|| Fan { label: label(&["Without it 4,566"]), ..ahead.clone() }),
            fan: Some(ahead),
            ..plot
        }));
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        let medians: Vec<usize> =
            scene.points().iter().filter(|point| point.lane == years).map(|point| point.index).collect();
        // March to June, however many steps are said.
        prop_assert_eq!(medians, (0..levels.len().min(4)).collect::<Vec<_>>());
        prop_assert!(scene.texts().any(|text| text.content == "Median 4,566"));
    }

    #[test]
    fn hedgehog_chart(
        raw in proptest::collection::vec(
            (0..16_i16, 1..8_i16, 0.1..6.0_f64, any::<bool>(), any::<bool>(), 0..4_usize, 0..4_usize),
            0..40,
        ),
        size in 0..SIZES.len(),
        theme in theme(),
    ) {
        let kinds = [SpineMark::Counted, SpineMark::Replaced, SpineMark::NotScorable, SpineMark::Open];
        let texts = ["15 bn", "5.2", "10 bn for FY2027, FY2028 and FY2029", ""];
        let spines: Vec<Spine> = raw
            .iter()
            .map(|&(from, ahead, value, target, official, kind, text)| Spine {
                from: (fiscal_year(2012 + from), 2000.0),
                year: fiscal_year(2012 + from + ahead),
                value: value * 2500.0,
                value_high: (kind == 0).then_some(value * 3000.0),
                sign: if target { ClaimSign::Target } else { ClaimSign::Projection },
                mark: kinds[kind],
                official,
                label: lines(&[texts[text], "Government, 2025"]).into_iter().take(usize::from(text < 3) * 2).collect(),
                readout: hadaf_chart::Readout::new(format!("{from}+{ahead}"), ""),
            })
            .collect();
        let on_axis = spines.iter().filter(|spine| (2016..=2030).contains(&spine.year.year())).count();
        let labelled = spines
            .iter()
            .filter(|spine| (2016..=2030).contains(&spine.year.year()) && !spine.label.is_empty())
            .count();
        let chart = hedgehog().map(|plot| Plot::Hedgehog(HedgehogPlot { spines, ..plot }));
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        prop_assert_eq!(scene.points().iter().filter(|point| point.lane == 0).count(), 10);
        let ends: Vec<f64> = scene.points().iter().filter(|point| point.lane == 1).map(|point| point.x).collect();
        prop_assert_eq!(ends.len(), on_axis);
        prop_assert!(ends.windows(2).all(|pair| pair[0] <= pair[1]), "not in order of their years");
        // Every label stands, or is known to be left out.
        let makers = scene.texts().filter(|text| text.content == "Government, 2025").count();
        prop_assert_eq!(makers + scene.left_out().len(), labelled);
    }

    #[test]
    fn backtest_chart(
        values in proptest::collection::vec(-50.0..500.0_f64, 2..240),
        every in 1..24_usize,
        ahead in 1..24_i32,
        size in 0..SIZES.len(),
        theme in theme(),
    ) {
        let first = month(2006, 7);
        let at = |index: usize| first.plus(i32::try_from(index).unwrap());
        let outturns = values.iter().enumerate().map(|(index, value)| OutturnPoint {
            month: at(index),
            value: *value,
            readout: hadaf_chart::Readout::default(),
        });
        let forecasts = (0..values.len()).step_by(every).map(|origin| PastLine {
            origin: at(origin),
            steps: (1..=ahead)
                .map(|step| PastStep {
                    month: at(origin).plus(step),
                    point: values[origin],
                    low80: values[origin] - f64::from(step),
                    high80: values[origin] + f64::from(step),
                })
                .collect(),
            readout: hadaf_chart::Readout::default(),
        });
        let forecasts: Vec<PastLine> = forecasts.collect();
        let origins: Vec<i32> = forecasts.iter().map(|forecast| forecast.origin.since(first)).collect();
        let chart = backtest().map(|plot| Plot::Backtest(BacktestPlot {
            outturns: outturns.collect(),
            forecasts,
            years: (2007..2030_i16).map(|year| year_mark(year, "")).collect(),
            ..plot
        }));
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        let bands = areas(&scene).len();
        prop_assert!(bands >= 1);
        // Bands do not overlap, so there are no more than have room between the first and last origin.
        let most = (origins[origins.len() - 1] - origins[0]) / ahead + 1;
        prop_assert!(bands <= usize::try_from(most).unwrap(), "{bands} bands, room for {most}");
    }
}
