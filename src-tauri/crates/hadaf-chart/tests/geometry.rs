//! Where things stand, as numbers.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use hadaf_chart::annual::fixture::annual;
use hadaf_chart::backtest::fixture::backtest;
use hadaf_chart::fixture::{claim, month, month_points};
use hadaf_chart::hedgehog::fixture::hedgehog;
use hadaf_chart::monthly::fixture::monthly;
use hadaf_chart::year_to_date::fixture::{year_to_date, year_to_date_fan, year_to_date_scenario};
use hadaf_chart::*;

const SIZE: Size = Size {
    width: 960.0,
    height: 540.0,
};

fn drawn(chart: ChartSpec<Plot>) -> Scene {
    chart.lay_out(SIZE, Theme::Light).unwrap()
}

fn scene(chart: ChartSpec<MonthlyPlot>) -> Scene {
    drawn(chart.map(Plot::Monthly))
}

const SERIES: Rgb = Rgb(0x0a, 0x46, 0xa2);
const TARGET: Rgb = Rgb(0xca, 0x45, 0x00);
const PAST: Rgb = Rgb(0x92, 0x92, 0x92);

/// Lines of one colour.
fn lines_of(scene: &Scene, colour: Rgb) -> Vec<(Vec<Point>, Stroke)> {
    let lines = scene.shapes().iter().filter_map(|shape| match shape {
        Shape::Line { points, stroke } if stroke.colour == colour => Some((points.clone(), *stroke)),
        _ => None,
    });
    lines.collect()
}

fn dots_of(scene: &Scene, colour: Rgb) -> Vec<Point> {
    let dots = scene.shapes().iter().filter_map(|shape| match shape {
        Shape::Dot {
            centre, colour: fill, ..
        } if *fill == colour => Some(*centre),
        _ => None,
    });
    dots.collect()
}

#[test]
fn values_stand_at_their_height() {
    let scene = scene(monthly());
    let plot = scene.plot();
    // The axis runs from 100 to 600: zero would leave the lower third empty.
    let ticks: Vec<&str> = scene
        .texts()
        .filter(|text| text.role == Role::Tick)
        .map(|text| text.content.as_str())
        .collect();
    assert_eq!(ticks, ["$600\u{a0}m", "500", "400", "300", "200", "100"]);
    assert!(scene.texts().any(|text| text.content == "axis starts at 100"));
    let slot = plot.width() / 48.0;
    for (point, spec) in scene.points().iter().zip(month_points()) {
        let x = plot.left + slot * (f64::from(spec.month.since(month(2022, 7))) + 0.5);
        let y = plot.bottom - plot.height() * (spec.value - 100.0) / 500.0;
        assert!(
            (point.x - x).abs() < 0.02 && (point.y - y).abs() < 0.02,
            "{spec:?} at {point:?}"
        );
        assert_eq!(point.readout, spec.readout);
    }
    assert_eq!(scene.points().len(), 44);
    assert!(plot.height() >= 0.6 * SIZE.height, "{plot:?}");
}

#[test]
fn a_gap_is_a_gap_and_a_derived_month_joins_nothing() {
    let mut chart = monthly();
    let whole = lines_of(&scene(chart.clone()), SERIES);
    // Cut by the two derived months.
    assert_eq!(
        whole.iter().map(|(points, _)| points.len()).collect::<Vec<_>>(),
        [3, 30, 9]
    );
    chart.plot.points.retain(|point| point.month != month(2024, 3));
    let cut = lines_of(&scene(chart), SERIES);
    assert_eq!(
        cut.iter().map(|(points, _)| points.len()).collect::<Vec<_>>(),
        [3, 16, 13, 9]
    );
}

#[test]
fn a_lone_month_has_a_dot_even_on_a_dense_axis() {
    let mut chart = monthly();
    chart.plot.span.0 = month(1990, 7);
    chart
        .plot
        .points
        .retain(|point| point.month != month(2024, 3) && point.month != month(2024, 5));
    for point in &mut chart.plot.points {
        point.mark = PointMark::Confirmed;
    }
    let drawn = scene(chart);
    let alone = drawn
        .points()
        .iter()
        .find(|point| point.readout.head.starts_with("2024-04"))
        .unwrap();
    assert_eq!(dots_of(&drawn, SERIES), [Point::new(alone.x, alone.y)]);
}

#[test]
fn revised_months_keep_their_first_release() {
    let drawn = scene(monthly());
    let old = dots_of(&drawn, PAST);
    // June 2023 was 236, November 2024 was 324; differences of one million would hide behind the dot.
    let plot = drawn.plot();
    let y = |value: f64| plot.bottom - plot.height() * (value - 100.0) / 500.0;
    assert_eq!(old.len(), 2);
    assert!((old[0].y - y(236.0)).abs() < 0.02 && (old[1].y - y(324.0)).abs() < 0.02);
}

#[test]
fn the_target_is_a_dotted_path_and_a_solid_level() {
    let drawn = scene(monthly());
    let plot = drawn.plot();
    let target = lines_of(&drawn, TARGET);
    let [(path, dotted), (level, solid)] = target.as_slice() else {
        panic!("{target:?}");
    };
    assert_eq!(path.len(), 12);
    assert!(dotted.dash.is_some() && solid.dash.is_none() && solid.width > dotted.width);
    // March to June, whole months, to the end of the axis.
    assert_eq!(level[1].x, plot.right);
    assert!((level[0].x - (plot.right - plot.width() / 12.0)).abs() < 0.02);
    assert!((level[0].y - (plot.bottom - plot.height() * 456.25 / 500.0)).abs() < 0.02);
    let label = drawn
        .texts()
        .find(|text| text.content == "Needed: $556\u{a0}m")
        .unwrap();
    assert!(label.bounds.left > plot.right && (label.bounds.centre().y - level[0].y).abs() < 0.02);
}

#[test]
fn without_frame_the_plot_takes_the_canvas() {
    let mut chart = monthly();
    chart = chart.bare();
    for (width, height) in [(712.0, 380.0), (1160.0, 520.0), (605.0, 290.0)] {
        let scene = chart
            .clone()
            .map(Plot::Monthly)
            .lay_out(Size { width, height }, Theme::Light)
            .unwrap();
        assert!(scene.plot().height() > 0.8 * height, "{:?}", scene.plot());
        assert!(scene.texts().map(|text| text.bounds.bottom).fold(0.0, f64::max) > height - 8.0);
    }
}

#[test]
fn without_words_for_it_no_axis_is_cropped() {
    let mut chart = monthly();
    chart.frame.axis_starts.clear();
    let drawn = scene(chart);
    assert!(drawn.texts().any(|text| text.role == Role::Tick && text.content == "0"));
}

#[test]
fn print_has_the_sizes_of_the_page() {
    let mut chart = monthly();
    chart = chart.bare();
    let size = Size {
        width: 605.0,
        height: 290.0,
    };
    let scene = chart.map(Plot::Monthly).lay_out(size, Theme::Print).unwrap();
    let tick = scene.texts().find(|text| text.role == Role::Tick).unwrap();
    // 8 pt at 0.75 pt a pixel.
    assert!((tick.size * 0.75 - 8.0).abs() < 0.01);
}

#[test]
fn a_claim_that_finds_no_place_is_numbered_and_explained() {
    let mut chart = annual();
    let claims: Vec<ClaimMark> = (0..9)
        .map(|index| {
            claim(
                3000.0 + 100.0 * f64::from(index),
                if index % 2 == 0 {
                    ClaimSign::Target
                } else {
                    ClaimSign::Projection
                },
                &["A claim", "with a long name of its maker"],
            )
        })
        .collect();
    chart.plot.years[3].claims.clone_from(&claims);
    let scene = drawn(chart.map(Plot::Annual));
    assert!(!scene.numbered().is_empty());
    let numbers: Vec<&str> = scene
        .texts()
        .filter(|text| text.role == Role::Number)
        .map(|text| text.content.as_str())
        .collect();
    for index in 1..=scene.numbered().len() {
        assert!(
            numbers.contains(&format!("({index})").as_str()),
            "{index} of {numbers:?}"
        );
    }
    let below: String = scene
        .texts()
        .filter(|text| text.role == Role::Note)
        .map(|text| format!("{} ", text.content))
        .collect();
    assert!(below.contains("(1)\u{a0}"), "{below}");
}

#[test]
fn lanes_start_with_the_current_year() {
    let scene = drawn(year_to_date().map(Plot::YearToDate));
    let lane = |lane| scene.points().iter().filter(move |point| point.lane == lane);
    assert_eq!(lane(0).count(), 8);
    assert!(lane(0).all(|point| point.readout.head.starts_with("FY2026")));
    assert!(lane(1).all(|point| point.readout.head.starts_with("FY2025")));
    assert_eq!(lane(3).count(), 12);
    assert!(lane(0).enumerate().all(|(index, point)| point.index == index));
}

/// Quarters stand at the months with which they end, and a line joins those that follow one another.
#[test]
fn a_line_joins_quarters() {
    let ends_quarter = |place: usize| place % 3 == 2;
    let of_quarters = |year: CumulativeYear| {
        let totals = year.totals.into_iter().enumerate();
        CumulativeYear {
            totals: totals
                .map(|(place, total)| total.filter(|_| ends_quarter(place)))
                .collect(),
            apart: 3,
            ..year
        }
    };
    let plot = year_to_date().map(|plot| {
        let mut years: Vec<CumulativeYear> = plot.years.into_iter().map(of_quarters).collect();
        // The second quarter of FY2023 lacks: one line ends before it, none begins with the third.
        years[0].totals[5] = None;
        Plot::YearToDate(YearToDatePlot { years, ..plot })
    });
    let scene = drawn(plot);
    let lengths = |colour: Rgb| -> Vec<usize> {
        lines_of(&scene, colour)
            .iter()
            .map(|(points, _)| points.len())
            .collect()
    };
    let past = lengths(PAST);
    assert_eq!(past.iter().filter(|length| **length == 4).count(), 2, "{past:?}");
    assert!(
        past.contains(&2),
        "the third and fourth quarters of FY2023 follow one another: {past:?}"
    );
    assert!(lengths(SERIES).contains(&2), "two quarters of eight months");
    let heads: Vec<&str> = scene
        .points()
        .iter()
        .filter(|point| point.lane == 0)
        .map(|point| point.readout.head.as_str())
        .collect();
    assert_eq!(heads, ["FY2026 to Sep", "FY2026 to Dec"]);

    let plot = monthly().map(|plot| {
        let points = plot
            .points
            .into_iter()
            .filter(|point| point.month.month() % 3 == 0)
            .collect();
        Plot::Monthly(MonthlyPlot {
            points,
            apart: 3,
            ..plot
        })
    });
    let scene = drawn(plot);
    let longest = lines_of(&scene, SERIES).iter().map(|(points, _)| points.len()).max();
    assert_eq!(longest, Some(scene.points().len()), "one line through all quarters");
}

/// The tints of the light theme from the outermost in.
const TINTS: [Rgb; 3] = [Rgb(0xe2, 0xe9, 0xf4), Rgb(0xbf, 0xcf, 0xe7), Rgb(0x8e, 0xaa, 0xd4)];

#[test]
fn a_fan_opens_from_the_last_fact_with_its_outermost_tint_behind() {
    let chart = year_to_date_fan();
    let fan = chart.plot.fan.clone().unwrap();
    let scene = drawn(chart.map(Plot::YearToDate));
    let plot = scene.plot();
    let at = |slot: f64, value: f64| {
        let x = plot.left + plot.width() * (slot + 0.5) / 12.0;
        Point::new(x, plot.bottom - plot.height() * value / 6000.0)
    };
    let near = |one: &Point, other: Point| (one.x - other.x).abs() < 0.02 && (one.y - other.y).abs() < 0.02;
    let areas: Vec<(Rgb, &Vec<Point>)> = scene
        .shapes()
        .iter()
        .filter_map(|shape| match shape {
            Shape::Area { points, colour } if TINTS.contains(colour) => Some((*colour, points)),
            _ => None,
        })
        .collect();
    assert_eq!(areas.iter().map(|(colour, _)| *colour).collect::<Vec<_>>(), TINTS);
    let end = &fan.steps[3];
    let ends = [
        (end.low95, end.high95),
        (end.low80, end.high80),
        (end.low50, end.high50),
    ];
    for ((_, points), (low, high)) in areas.iter().zip(ends) {
        // February, four months of the upper end, four of the lower one back, February.
        assert_eq!(points.len(), 10);
        assert!(
            near(&points[0], at(7.0, 2975.0)) && near(&points[9], at(7.0, 2975.0)),
            "{points:?}"
        );
        assert!(
            near(&points[4], at(11.0, high)) && near(&points[5], at(11.0, low)),
            "{points:?}"
        );
    }
    // The forecast has its own dash, the target's path another.
    let dashes: Vec<_> = lines_of(&scene, SERIES)
        .into_iter()
        .filter_map(|(_, stroke)| stroke.dash)
        .collect();
    assert_eq!(dashes, [(6.0, 4.0)]);
}

#[test]
fn a_baseline_behind_a_scenario_has_no_tint() {
    let chart = year_to_date_scenario();
    let tinted = |chart: ChartSpec<YearToDatePlot>| {
        let scene = drawn(chart.map(Plot::YearToDate));
        let areas = scene
            .shapes()
            .iter()
            .filter(|shape| matches!(shape, Shape::Area { .. }));
        areas.count()
    };
    let alone = chart.clone().map(|plot| YearToDatePlot { fan: None, ..plot });
    assert_eq!((tinted(chart), tinted(alone)), (3, 0));
}

#[test]
fn spines_run_from_what_was_known_to_what_was_said() {
    let chart = hedgehog();
    let scene = drawn(chart.clone().map(Plot::Hedgehog));
    let plot = scene.plot();
    let at = |year: i16, value: f64| {
        let x = plot.left + plot.width() * (f64::from(year - 2016) + 0.5) / 15.0;
        Point::new(x, plot.bottom - plot.height() * value / 20_000.0)
    };
    let lines: Vec<&Vec<Point>> = scene
        .shapes()
        .iter()
        .filter_map(|shape| match shape {
            Shape::Line { points, .. } if points.len() == 2 => Some(points),
            _ => None,
        })
        .collect();
    let near = |one: Point, other: Point| (one.x - other.x).abs() < 0.02 && (one.y - other.y).abs() < 0.02;
    for spine in &chart.plot.spines {
        let (from, to) = (
            at(spine.from.0.year(), spine.from.1),
            at(spine.year.year(), spine.value),
        );
        let drawn = lines.iter().any(|line| near(line[0], from) && near(line[1], to));
        // One said after its year was over has no length.
        assert_eq!(drawn, spine.from.0 < spine.year, "{spine:?}");
    }
    let lane: Vec<&ReadPoint> = scene.points().iter().filter(|point| point.lane == 1).collect();
    assert_eq!(lane.len(), chart.plot.spines.len());
    assert!(
        lane.iter()
            .all(|point| point.readout == chart.plot.spines[point.index].readout)
    );
}

#[test]
fn an_outturn_outside_its_range_shows_by_how_much() {
    const BAD: Rgb = Rgb(0x7b, 0x0f, 0x29);
    let at = |index: i32| month(2024, 1).plus(index);
    let outturn = |index: i32, value: f64| OutturnPoint {
        month: at(index),
        value,
        readout: hadaf_chart::Readout::default(),
    };
    let mut chart = backtest().map(|plot| BacktestPlot {
        outturns: vec![outturn(0, 100.0), outturn(1, 150.0), outturn(2, 105.0)],
        forecasts: vec![PastLine {
            origin: at(0),
            steps: (1..=2)
                .map(|index| PastStep {
                    month: at(index),
                    point: 100.0,
                    low80: 80.0,
                    high80: 120.0,
                })
                .collect(),
            readout: hadaf_chart::Readout::default(),
        }],
        names: BacktestNames::default(),
        ..plot
    });
    chart.frame.axis_starts.clear();
    let scene = drawn(chart.map(Plot::Backtest));
    assert_eq!(dots_of(&scene, BAD).len(), 1);
    let whiskers = lines_of(&scene, BAD);
    let plot = scene.plot();
    let height = (whiskers[0].0[0].y - whiskers[0].0[1].y) / plot.height() * 150.0;
    assert!((height - 30.0).abs() < 0.1, "{height}");
}
