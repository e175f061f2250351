//! The observed months: a line with gaps, a mark for each month by its status.

use super::spec::MonthlyPlot;
use crate::axis::MonthAxis;
use crate::canvas::Canvas;
use crate::geometry::{Point, level};
use crate::label::AvoidedLine;
use crate::part::{MonthPoint, PointMark, Runs};
use crate::scale::PlotScale;
use crate::scene::Stroke;

/// A month in its place.
struct PlacedMonth<'a> {
    index: usize,
    slot: usize,
    at: Point,
    point: &'a MonthPoint,
}

/// Draws the observed line with its marks; gives what labels avoid.
pub(super) fn draw_series(
    plot: &MonthlyPlot,
    canvas: &mut Canvas,
    months: &MonthAxis,
    scale: &PlotScale,
) -> Vec<AvoidedLine> {
    let points = plot.points.iter().enumerate();
    let placed: Vec<PlacedMonth> = points
        .filter_map(|(index, point)| {
            let slot = months.slot(point.month)?;
            let at = scale.mid(slot, point.value);
            Some(PlacedMonth { index, slot, at, point })
        })
        .collect();
    let mut avoid = draw_revised(&placed, canvas, scale);
    avoid.extend(draw_line(&placed, canvas, plot.apart));
    let width = scale.plot.width() / months.count as f64;
    draw_marks(&placed, canvas, plot.apart, width * plot.apart as f64);
    avoid
}

/// Grey dots where a month was published before; gives the marks of all months as lines that labels avoid.
fn draw_revised(months: &[PlacedMonth], canvas: &mut Canvas, scale: &PlotScale) -> Vec<AvoidedLine> {
    let metrics = canvas.metrics;
    let mut avoid = Vec::new();
    for month in months {
        avoid.push(AvoidedLine::new(level(month.at, metrics.dot()), 3.0));
        let Some(old) = month.point.revised_from else { continue };
        let old = scale.mid(month.slot, old);
        // Closer than a radius it is a smudge on the new value, no mark; the read-out still tells.
        if (old.y - month.at.y).abs() >= metrics.dot() {
            canvas.dot(old, metrics.dot() * 1.2, canvas.palette.past);
            avoid.push(AvoidedLine::new(level(old, metrics.dot()), 3.0));
        }
    }
    avoid
}

/// The line through published months that follow one another: a derived month joins nothing.
fn draw_line(months: &[PlacedMonth], canvas: &mut Canvas, apart: usize) -> Vec<AvoidedLine> {
    let mut runs = Runs::apart(apart);
    for month in months {
        match month.point.mark {
            PointMark::Derived => runs.cut(),
            PointMark::Confirmed | PointMark::Provisional => runs.push(month.slot, month.at),
        }
    }
    let mut runs = runs.into_runs();
    runs.retain(|run| run.len() > 1);
    let width = canvas.metrics.main;
    for run in &runs {
        // A halo parts the line from the path that it crosses.
        canvas.line(run.clone(), Stroke::data(canvas.palette.background, width * 2.2));
    }
    for run in &runs {
        canvas.line(run.clone(), Stroke::data(canvas.palette.series, width));
    }
    runs.into_iter().map(|run| AvoidedLine::new(run, 3.0)).collect()
}

/// A mark on each month by its status, and its read-out point.
fn draw_marks(months: &[PlacedMonth], canvas: &mut Canvas, apart: usize, width: f64) {
    let metrics = canvas.metrics;
    let colour = canvas.palette.series;
    // On a dense axis dots would touch and hide the line; it needs none, only gaps and lone months do.
    let dense = width < 2.6 * metrics.dot();
    let published = |slot: usize| {
        let mut others = months.iter().filter(|month| month.point.mark != PointMark::Derived);
        others.any(|month| month.slot == slot)
    };
    let joined = |slot: usize| published(slot + apart) || slot.checked_sub(apart).is_some_and(published);
    for month in months {
        let at = month.at;
        match month.point.mark {
            PointMark::Confirmed if dense && joined(month.slot) => {}
            PointMark::Confirmed => canvas.dot(at, metrics.dot(), colour),
            PointMark::Provisional => canvas.ring(at, metrics.dot() * 1.42, metrics.main * 0.8, colour),
            PointMark::Derived => canvas.square(at, metrics.dot() * 1.3, metrics.main * 0.6, colour),
        }
        canvas.read(at, 0, month.index, &month.point.readout);
    }
}
