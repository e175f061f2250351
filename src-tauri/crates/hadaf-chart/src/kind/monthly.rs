//! Months as a line, against the path that a target sets and the level still needed.

use hadaf_core::Month;

use super::claims::{self, EndLabel, Named};
use super::fan::{self, FanLabel, Laid};
use super::months::{self, Months};
use super::{BESIDE, END_COLUMN, Reach, axis_start, block, draw_placed, label_style, out};
use crate::axis::{self, Unit};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame::{self, Below};
use crate::geometry::{Point, Rect};
use crate::label::Block;
use crate::label::annotate::{self, Field, Side, Wish};
use crate::scale::Scale;
use crate::scene::{Align, Role, Scene, Shape, Stroke, Weight};
use crate::spec::{Fan, Mark, MonthPoint, Monthly, Size, Theme};
use crate::ticks::Ticks;

/// Distances of the last month's label where the fan takes its place: the far ones have a leader.
const ASIDE: &[f64] = &[9.0, 16.0, 30.0, 45.0, 60.0, 80.0];

pub(crate) fn lay_out(chart: &Monthly, size: Size, theme: Theme) -> Result<Scene> {
    let months = Months::new(chart.span)?;
    let ticks = ticks(chart, &months)?;
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let inner = frame::lay_out(&mut canvas, &chart.frame, &Below::default())?;

    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = axis::tick_labels(&ticks, &unit);
    let rows = months::rows(&canvas, &chart.years, &chart.month_names);
    let mut needed = needed_block(chart, &canvas);
    let fan_label = fan_label(chart, &canvas);
    let column = fan_label.as_ref().map_or_else(Vec::new, |label| {
        // The needed level is named in the same column, so that both keep clear of each other.
        column(chart, &months, needed.take(), label)
    });
    let left = inner.left + axis::tick_width(&canvas, &labels);
    let plot = Rect::new(
        left,
        inner.top + axis::tick_overhang(&canvas, &labels),
        if column.is_empty() {
            right_edge(chart, &canvas, &months, needed.as_ref(), left, inner.right)
        } else {
            inner.right - claims::column_width(&canvas, &column)
        },
        inner.bottom - rows.height,
    );
    let start = (ticks.first() > 0.0).then(|| labels.first().cloned()).flatten();
    let scale = Scale::new(plot, months.count, ticks);
    let plot = scale.plot;

    band(chart, &mut canvas, &months, &scale);
    axis::draw_values(&mut canvas, &scale, &labels);
    months.draw_axis(&mut canvas, &scale, rows, &chart.years, &chart.month_names);
    if let Some(label) = start {
        axis_start(&mut canvas, &chart.frame.axis_starts, &label, plot);
    }
    let ahead = chart.fan.as_ref().map(|fan| laid(chart, fan, &months, &scale));
    if let Some(fan) = &ahead {
        fan.draw_bands(&mut canvas);
    }
    let mut lines = path(chart, &mut canvas, &months, &scale);
    if let Some(behind) = &chart.behind {
        lines.extend(laid(chart, behind, &months, &scale).draw_outline(&mut canvas));
    }
    lines.extend(needed_level(chart, &mut canvas, &months, &scale, needed));
    if let Some(fan) = &ahead {
        lines.push(fan.draw_median(&mut canvas, 1));
    }
    let placed = claims::draw_column(&mut canvas, &scale, &column, inner.top, inner.bottom);
    if let (Some(label), Some(Some(rect))) = (&fan_label, placed.first()) {
        label.draw_tints(&mut canvas, rect);
    }
    lines.extend(series(chart, &mut canvas, &months, &scale));

    if let Some(fan) = &ahead {
        fan.write_names(&mut canvas, &lines, plot.right);
        lines.extend(fan.fence(&canvas));
    }
    let wishes = wishes(chart, &canvas, &months, &scale);
    let field = Field {
        area: Rect::new(plot.left, inner.top, inner.right, plot.bottom - canvas.metrics.zero),
        taken: canvas.taken(),
        lines,
        unit: canvas.metrics.label / 13.0,
    };
    let placed = annotate::place(&wishes, &field);
    draw_placed(&mut canvas, &wishes, &placed);
    Ok(canvas.finish(&chart.frame, plot, Below::default()))
}

fn ticks(chart: &Monthly, months: &Months) -> Result<Ticks> {
    let mut reach = Reach::NONE;
    for point in chart.points.iter().filter(|point| months.slot(point.month).is_some()) {
        reach.add(point.value, point.month)?;
        if let Some(old) = point.revised_from {
            reach.add(old, point.month)?;
        }
    }
    if reach.is_empty() {
        return Err(ChartError::Empty("no month of the axis has a value"));
    }
    if let Some(path) = &chart.path {
        for &(month, value) in &path.points {
            reach.add(value, month)?;
        }
        for &(month, low, high) in &path.band {
            reach.add(low, month)?;
            reach.add(high, month)?;
        }
    }
    if let Some(needed) = &chart.needed {
        reach.add(needed.value, needed.from)?;
    }
    for fan in chart.fan.iter().chain(&chart.behind) {
        fan::reach(fan, &mut reach)?;
    }
    Ok(if chart.frame.axis_starts.is_empty() {
        Ticks::from_zero(reach.low, reach.high)
    } else {
        Ticks::cropped(reach.low, reach.high)
    })
}

fn needed_block(chart: &Monthly, canvas: &Canvas) -> Option<Block> {
    let needed = chart.needed.as_ref()?;
    let style = label_style(canvas, Role::EndLabel, Weight::SemiBold, canvas.palette.target);
    let block = block(&needed.label, style, END_COLUMN * canvas.size.width);
    (!block.is_empty()).then_some(block)
}

/// The label of the fan, if its end stands on the axis.
fn fan_label(chart: &Monthly, canvas: &Canvas) -> Option<FanLabel> {
    fan::label(canvas, chart.fan.as_ref()?, claims::column_limit(canvas))
}

/// The fan's label, then that of the needed level.
fn column<'a>(chart: &Monthly, months: &Months, needed: Option<Block>, label: &FanLabel) -> Vec<EndLabel<'a>> {
    let steps = chart.fan.iter().flat_map(|fan| &fan.steps);
    let end = steps
        .filter_map(|step| Some((months.slot(step.month)?, step.median)))
        .next_back();
    let Some((slot, median)) = end else { return Vec::new() };
    let fan = EndLabel {
        named: Named::Line(slot, median),
        block: label.block.clone(),
        weight: 4.0,
    };
    let level = chart.needed.as_ref().zip(needed).map(|(level, block)| EndLabel {
        named: Named::Line(months.count - 1, level.value),
        block,
        weight: 8.0,
    });
    [fan].into_iter().chain(level).collect()
}

/// A fan that opens from the last published month before it.
fn laid<'a>(chart: &Monthly, fan: &'a Fan, months: &Months, scale: &Scale) -> Laid<'a> {
    let start = fan.steps.first().map(|step| step.month);
    let before = chart
        .points
        .iter()
        .filter(|point| start.is_none_or(|start| point.month < start));
    let fact = before.max_by_key(|point| point.month);
    let at = |month, value| months.slot(month).map(|slot| scale.mid(slot, value));
    let origin = fact.and_then(|point| at(point.month, point.value));
    Laid::new(fan, origin, |_, step, value| at(step.month, value))
}

/// Where the plot ends: labels of the needed level and of the last month stand right of it.
fn right_edge(chart: &Monthly, canvas: &Canvas, months: &Months, needed: Option<&Block>, left: f64, edge: f64) -> f64 {
    let metrics = canvas.metrics;
    let mut right = needed.map_or(edge, |block| edge - metrics.gap() - block.width);
    if let Some((slot, block)) = last_label(chart, canvas, months) {
        // The label begins at the last month, which may leave slots to its right.
        let share = (slot as f64 + 0.5) / months.count as f64;
        let room = edge - metrics.gap() * 1.6 - block.width;
        right = right.min(left + (room - left) / share);
    }
    // However long the labels, most of the canvas is for the plot.
    right.max(edge - END_COLUMN * canvas.size.width)
}

/// The label of the newest labelled month, if nothing is plotted after it.
fn last_label(chart: &Monthly, canvas: &Canvas, months: &Months) -> Option<(usize, Block)> {
    let last = last_on_axis(chart, months)?;
    let slot = months.slot(last.month)?;
    Some((slot, point_block(canvas, last.label.as_deref()?)))
}

fn last_on_axis<'a>(chart: &'a Monthly, months: &Months) -> Option<&'a MonthPoint> {
    let on_axis = chart.points.iter().filter(|point| months.slot(point.month).is_some());
    on_axis.max_by_key(|point| point.month)
}

fn point_block(canvas: &Canvas, label: &str) -> Block {
    let style = label_style(canvas, Role::Label, Weight::SemiBold, canvas.palette.series);
    block(&[label.to_owned()], style, END_COLUMN * canvas.size.width)
}

/// The range that past years' shares would have asked for, behind everything.
fn band(chart: &Monthly, canvas: &mut Canvas, months: &Months, scale: &Scale) {
    let Some(path) = &chart.path else { return };
    let at = |month, value| months.slot(month).map(|slot| scale.mid(slot, value));
    let upper = path.band.iter().filter_map(|&(month, _, high)| at(month, high));
    let lower = path.band.iter().rev().filter_map(|&(month, low, _)| at(month, low));
    let points: Vec<Point> = upper.chain(lower).collect();
    if points.len() > 3 {
        let colour = canvas.palette.target_band();
        canvas.behind(Shape::Area { points, colour });
    }
}

/// The target path; gives it as a line that labels avoid.
fn path(chart: &Monthly, canvas: &mut Canvas, months: &Months, scale: &Scale) -> Vec<(Vec<Point>, f64)> {
    let Some(path) = &chart.path else {
        return Vec::new();
    };
    let points = path_points(&path.points, months, scale);
    let metrics = canvas.metrics;
    let width = metrics.main * 0.75;
    let dash = (width * 1.1, width * 1.6);
    canvas.line(points.clone(), Stroke::dashed(canvas.palette.target, width, dash));
    vec![(points, 2.0)]
}

fn path_points(path: &[(Month, f64)], months: &Months, scale: &Scale) -> Vec<Point> {
    path.iter()
        .filter_map(|&(month, value)| months.slot(month).map(|slot| scale.mid(slot, value)))
        .collect()
}

/// The level still needed, over the months it is needed in, with its label right of the plot.
fn needed_level(
    chart: &Monthly,
    canvas: &mut Canvas,
    months: &Months,
    scale: &Scale,
    label: Option<Block>,
) -> Vec<(Vec<Point>, f64)> {
    let Some(needed) = &chart.needed else {
        return Vec::new();
    };
    let metrics = canvas.metrics;
    let (from, to) = (months.edge(needed.from), months.edge(needed.to.next()));
    let level = vec![scale.at(from as f64, needed.value), scale.at(to as f64, needed.value)];
    canvas.line(level.clone(), Stroke::solid(canvas.palette.target, metrics.main * 1.5));
    if let Some(block) = label {
        let plot = scale.plot;
        let left = plot.right + metrics.gap();
        // Its first line is level with the line, unless that would leave the plot.
        let top = (scale.y(needed.value) - block.first_middle())
            .min(plot.bottom - block.height)
            .max(plot.top - block.first_middle());
        let rect = Rect::new(left, top, left + block.width, top + block.height);
        for text in block.texts(&rect, Align::Start) {
            canvas.text(text);
        }
    }
    vec![(level, 3.0)]
}

/// The observed line with its marks; gives what labels avoid.
fn series(chart: &Monthly, canvas: &mut Canvas, months: &Months, scale: &Scale) -> Vec<(Vec<Point>, f64)> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let marks: Vec<(usize, usize, Point, &MonthPoint)> = chart
        .points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| {
            let slot = months.slot(point.month)?;
            Some((index, slot, scale.mid(slot, point.value), point))
        })
        .collect();
    let runs = runs(&marks);
    let mut avoid = Vec::new();
    for &(_, slot, at, point) in &marks {
        avoid.push((beside(at, metrics.dot()), 3.0));
        if let Some(old) = point.revised_from {
            let old = scale.mid(slot, old);
            // Closer than a radius it is a smudge on the new value, no mark; the read-out still tells.
            if (old.y - at.y).abs() < metrics.dot() {
                continue;
            }
            canvas.dot(old, metrics.dot() * 1.2, palette.past);
            avoid.push((beside(old, metrics.dot()), 3.0));
        }
    }
    for run in runs.iter().filter(|run| run.len() > 1) {
        // A halo parts the line from the path that it crosses.
        canvas.line(run.clone(), Stroke::data(palette.background, metrics.main * 2.2));
    }
    for run in runs.into_iter().filter(|run| run.len() > 1) {
        canvas.line(run.clone(), Stroke::data(palette.series, metrics.main));
        avoid.push((run, 3.0));
    }
    // On a dense axis dots would touch and hide the line; it needs none, only gaps and lone months do.
    let dense = scale.plot.width() / (months.count as f64) < 2.6 * metrics.dot();
    let joined = |slot: usize| {
        let neighbour = |other: usize| {
            marks
                .iter()
                .any(|(_, at, _, point)| *at == other && point.mark != Mark::Derived)
        };
        neighbour(slot + 1) || slot.checked_sub(1).is_some_and(neighbour)
    };
    for &(index, slot, at, point) in &marks {
        match point.mark {
            Mark::Confirmed if dense && joined(slot) => {}
            Mark::Confirmed => canvas.dot(at, metrics.dot(), palette.series),
            Mark::Provisional => canvas.ring(at, metrics.dot() * 1.42, metrics.main * 0.8, palette.series),
            Mark::Derived => canvas.square(at, metrics.dot() * 1.3, metrics.main * 0.6, palette.series),
        }
        canvas.read(at, 0, index, &point.readout);
    }
    avoid
}

/// Stretches of published months without a gap: a derived month joins nothing.
fn runs(marks: &[(usize, usize, Point, &MonthPoint)]) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut last = None;
    for &(_, slot, at, point) in marks {
        match point.mark {
            Mark::Derived => last = None,
            Mark::Confirmed | Mark::Provisional => {
                match runs.last_mut() {
                    Some(run) if last.is_some_and(|before: usize| before + 1 == slot) => run.push(at),
                    _ => runs.push(vec![at]),
                }
                last = Some(slot);
            }
        }
    }
    runs
}

/// A mark as a short line, for what labels avoid.
fn beside(at: Point, half: f64) -> Vec<Point> {
    vec![Point::new(at.x - half, at.y), Point::new(at.x + half, at.y)]
}

fn wishes(chart: &Monthly, canvas: &Canvas, months: &Months, scale: &Scale) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let last = last_on_axis(chart, months).map(|point| point.month);
    for point in &chart.points {
        let (Some(label), Some(slot)) = (&point.label, months.slot(point.month)) else {
            continue;
        };
        let is_last = last == Some(point.month);
        wishes.push(Wish {
            blocks: vec![(point_block(canvas, label), 0.0)],
            anchors: vec![(scale.mid(slot, point.value), 0.0)],
            // Right of the last month stands what may come.
            side: if is_last && chart.fan.is_none() {
                Side::Right
            } else {
                Side::Above
            },
            distances: if is_last && chart.fan.is_some() { ASIDE } else { BESIDE },
            out: if is_last { out::VALUE } else { out::POINT },
        });
    }
    if let Some(path) = &chart.path {
        let style = label_style(canvas, Role::Label, Weight::Regular, canvas.palette.target);
        let block = block(&path.label, style, END_COLUMN * canvas.size.width);
        if !block.is_empty() {
            let anchors = path_points(&path.points, months, scale);
            wishes.push(Wish {
                blocks: vec![(block, 0.0)],
                anchors: anchors.into_iter().map(|at| (at, 0.0)).collect(),
                side: Side::Below,
                distances: BESIDE,
                out: out::PATH,
            });
        }
    }
    wishes.extend(derived_remarks(chart, canvas, months, scale));
    wishes
}

/// A remark at the first of each group of derived months.
fn derived_remarks(chart: &Monthly, canvas: &Canvas, months: &Months, scale: &Scale) -> Vec<Wish> {
    if chart.derived_label.is_empty() {
        return Vec::new();
    }
    let style = canvas.style(
        Role::Remark,
        Weight::Regular,
        canvas.metrics.small(),
        canvas.palette.muted,
    );
    let derived = |point: &&MonthPoint| point.mark == Mark::Derived;
    chart
        .points
        .iter()
        .filter(derived)
        .filter(|point| {
            let before = point.month.prev();
            !chart.points.iter().filter(derived).any(|other| other.month == before)
        })
        .filter_map(|point| months.slot(point.month).map(|slot| scale.mid(slot, point.value)))
        .map(|at| Wish {
            blocks: vec![(
                block(
                    std::slice::from_ref(&chart.derived_label),
                    style,
                    END_COLUMN * canvas.size.width,
                ),
                0.0,
            )],
            anchors: vec![(at, 0.0)],
            side: Side::Over,
            distances: &[7.0, 14.0, 20.0, 28.0],
            out: out::REMARK,
        })
        .collect()
}
