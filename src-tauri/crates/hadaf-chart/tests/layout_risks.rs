//! Laws of layout for charts of risks and scenarios, over generated ones: ties, long words, two scripts.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod support;

use hadaf_chart::*;
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use support::{drawn, theme};

const SIZES: [(f64, f64, bool); 7] = [
    (640.0, 400.0, true),
    (960.0, 540.0, true),
    (1600.0, 900.0, true),
    (712.0, 380.0, false),
    (605.0, 290.0, false),
    (446.0, 250.0, false),
    (3840.0, 2160.0, true),
];

/// Names as short and as long as they come.
const NAMES: [&str; 6] = [
    "X",
    "Capacity cut off",
    "Share of the work of call centres, freelancers and software houses that needs the line live",
    "Telekommunikationsüberwachungsverordnungsänderungsgesetzgebungsverfahren",
    "انٹرنیٹ کی بندش کے دوران کٹی ہوئی گنجائش",
    "",
];

fn name(index: usize) -> String {
    NAMES[index % NAMES.len()].to_owned()
}

fn framed(spec: ChartSpec<Plot>, size: usize) -> ChartSpec<Plot> {
    if SIZES[size].2 { spec } else { spec.bare() }
}

/// A value of any magnitude, or one of a few that others have too.
fn effect() -> impl Strategy<Value = f64> {
    prop_oneof![3 => -100.0..100.0_f64, 1 => Just(0.0), 1 => Just(-36.0)]
}

fn power() -> impl Strategy<Value = f64> {
    (-3..9_i32).prop_map(|power| format!("1e{power}").parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn tornado(
        raw in proptest::collection::vec((effect(), effect(), 0..6_usize, 0..6_usize), 1..20),
        base in effect(),
        power in power(),
        total in any::<bool>(),
        size in 0..SIZES.len(),
        theme in theme(),
    ) {
        let last = raw.len() - 1;
        let rows = raw.iter().enumerate().map(|(index, &(low, high, label, range))| TornadoRow {
            label: format!("F{index} {}", name(label)),
            range: name(range),
            low: low * power,
            high: high * power,
            low_label: format!("{:.1}", low * power),
            high_label: format!("{:.1}", high * power),
            note: if range == 2 { name(range) } else { "54 – 58\u{a0}%".to_owned() },
            total: total && index == last,
            readout: hadaf_chart::Readout::default(),
        });
        let rows: Vec<TornadoRow> = rows.collect();
        let count = rows.len();
        let chart = tornado::fixture::tornado().map(|plot| Plot::Tornado(TornadoPlot {
            base: base * power,
            rows,
            ..plot
        }));
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        // What is not told is counted, and all factors together are always told.
        prop_assert_eq!(scene.points().len() + scene.left_out().len(), count);
        if total {
            prop_assert!(scene.points().iter().any(|point| point.index == last));
        }
    }

    #[test]
    fn scenarios(
        raw in proptest::collection::vec((0.2..1.5_f64, 0.0..0.3_f64, 0.0..0.2_f64, 0..6_usize), 1..14),
        claims in proptest::collection::vec((0.3..1.6_f64, any::<bool>(), any::<bool>(), 0..6_usize), 0..8),
        power in power(),
        current in 0..14_usize,
        axis_from_zero in any::<bool>(),
        size in 0..SIZES.len(),
        theme in theme(),
    ) {
        let columns = raw.iter().enumerate().map(|(index, &(median, half, more, label))| ScenarioColumn {
            label: vec![format!("S{index}"), name(label)],
            median: median * power,
            low80: (median - half) * power,
            high80: (median + half) * power,
            low95: (median - half - more) * power,
            high95: (median + half + more) * power,
            value_label: format!("{:.1}", median * power),
            chance_label: if label == 5 { String::new() } else { "less than 1 in 1,000".to_owned() },
            baseline: index == 0,
            current: index == current,
            readout: hadaf_chart::Readout::default(),
        });
        let mut chart = scenarios::fixture::scenarios().map(|plot| Plot::Scenarios(ScenariosPlot {
            columns: columns.collect(),
            claims: claims
                .iter()
                .map(|&(share, target, range, label)| ClaimMark {
                    value: share * power,
                    value_high: range.then_some(share * power * 1.1),
                    sign: if target { ClaimSign::Target } else { ClaimSign::Projection },
                    label: vec![format!("{share:.1} said"), name(label)],
                })
                .collect(),
            ..plot
        }));
        if axis_from_zero {
            chart.frame.axis_starts.clear();
        }
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        prop_assert_eq!(scene.points().len(), raw.len());
        let numbers = scene.texts().filter(|text| text.role == Role::Number).count();
        prop_assert_eq!(numbers, scene.numbered().len());
    }

    #[test]
    fn budget(
        raw in proptest::collection::vec(
            (proptest::option::of(0.0..9.0_f64), proptest::option::of(-1.0..9.0_f64), 0.0..1.2_f64, 0..6_usize),
            1..20,
        ),
        power in power(),
        size in 0..SIZES.len(),
        theme in theme(),
    ) {
        let bars = raw.iter().enumerate().map(|(index, &(allocated, spent, share, label))| BudgetBar {
            label: vec![format!("B{index}"), name(label)],
            allocated: allocated.map(|amount| amount * power),
            released: Some(share * 5.0 * power),
            spent: spent.map(|amount| amount * power),
            released_label: format!("{:.0}\u{a0}%", share * 100.0),
            spent_label: if label == 2 { name(label) } else { "59\u{a0}%".to_owned() },
            elapsed: (label != 5).then_some(share),
            elapsed_label: if label == 3 { name(label) } else { "7 of 12 months".to_owned() },
            readout: hadaf_chart::Readout::default(),
        });
        let bars: Vec<BudgetBar> = bars.collect();
        let chart = budget::fixture::budget().map(|plot| Plot::Budget(BudgetPlot { bars, ..plot }));
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        prop_assert_eq!(scene.points().len() + scene.left_out().len(), raw.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn timeline(
        raw in proptest::collection::vec(
            (0..5_usize, -200..2200_i32, proptest::option::of(-5..500_i32), proptest::option::of(0..900_i32), 0..8_usize),
            0..40,
        ),
        lanes in 1..6_usize,
        years in 1..6_i16,
        with_months in any::<bool>(),
        size in 0..SIZES.len(),
        theme in theme(),
    ) {
        let sample = timeline::fixture::timeline();
        let first = date(2021, 1, 1);
        let after = |days: i32| first.saturating_add(days.days());
        let tones = [Tone::Neutral, Tone::Good, Tone::Bad, Tone::Muted];
        let span = |&(_, start, length, due, label): &(usize, i32, Option<i32>, Option<i32>, usize)| TimelineSpan {
            start: after(start),
            end: length.map(|length| after(start + length)),
            start_about: label % 2 == 0,
            end_about: label % 3 == 0,
            due: due.map(|days| after(start + days)),
            tone: tones[label % 4],
            label: if label > 5 { Vec::new() } else { vec![name(label), name(label + 1)] },
            readout: hadaf_chart::Readout::new(start.to_string(), ""),
        };
        let plot = TimelinePlot {
            span: (first, date(2021 + years, 6, 30)),
            lanes: (0..lanes)
                .map(|lane| Lane {
                    label: format!("L{lane} {}", name(lane)),
                    items: raw.iter().filter(|item| item.0 % lanes == lane).map(span).collect(),
                })
                .collect(),
            months: if with_months { sample.plot.months.clone() } else { Vec::new() },
            ..sample.plot.clone()
        };
        let chart = sample.map(|_| Plot::Timeline(plot.clone()));
        let scene = drawn(&framed(chart, size), SIZES[size], theme)?;
        // Every span can be read out, whatever stands on the canvas.
        for (lane, of) in plot.lanes.iter().enumerate() {
            let read = scene.points().iter().filter(|point| point.lane == lane + 1).count();
            prop_assert_eq!(read, of.items.len());
        }
        let numbers = scene.texts().filter(|text| text.role == Role::Number).count();
        prop_assert_eq!(numbers, scene.numbered().len());
    }
}
