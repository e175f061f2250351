//! The series below the lanes, on the same axis of months.

use super::spec::TimelinePlot;
use crate::axis::MonthAxis;
use crate::canvas::Canvas;
use crate::error::Result;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::label::TextBlock;
use crate::part::{PointMark, Runs};
use crate::range::ValueRange;
use crate::scale::PlotScale;
use crate::scene::{Role, Stroke};
use crate::ticks::Ticks;

/// Ticks of the series; `None`: no month of the axis has a value.
pub(super) fn ticks(plot: &TimelinePlot, months: &MonthAxis) -> Result<Option<Ticks>> {
    let mut range = ValueRange::EMPTY;
    for point in plot.months.iter().filter(|point| months.slot(point.month).is_some()) {
        range.add(point.value, point.month)?;
    }
    // A low panel has room for few numbers, and from zero a dip looks as large as it is.
    Ok((!range.is_empty()).then(|| range.ticks().ends()))
}

/// The name of the series, above it.
pub(super) fn heading(plot: &TimelinePlot, canvas: &Canvas, limit: f64) -> TextBlock {
    let style = canvas.small_style(Role::Remark, Weight::Regular, canvas.palette.series);
    TextBlock::cut(std::slice::from_ref(&plot.series_label), style, 1, limit)
}

/// A line with gaps where months lack, a dot for a month alone.
pub(super) fn draw_line(plot: &TimelinePlot, canvas: &mut Canvas, months: &MonthAxis, scale: &PlotScale) {
    let mut runs = Runs::apart(plot.apart);
    for (index, point) in plot.months.iter().enumerate() {
        let Some(slot) = months.slot(point.month) else { continue };
        let at = scale.mid(slot, point.value);
        // A derived month joins nothing.
        if point.mark == PointMark::Derived {
            runs.cut();
            runs.push(slot, at);
            runs.cut();
        } else {
            runs.push(slot, at);
        }
        canvas.read(at, 0, index, &point.readout);
    }
    let metrics = canvas.metrics;
    let colour = canvas.palette.series;
    for run in runs.into_runs() {
        match run.as_slice() {
            [alone] => canvas.dot(*alone, metrics.dot(), colour),
            _ => canvas.line(run, Stroke::data(colour, metrics.main * 0.8)),
        }
    }
}

/// A line down the whole plot where each fiscal year begins.
pub(super) fn draw_year_lines(
    plot: &TimelinePlot,
    canvas: &mut Canvas,
    months: &MonthAxis,
    scale: &PlotScale,
    edges: Rect,
) {
    let begun = plot.years.iter().filter(|year| months.slot(year.first_month).is_some());
    for year in begun {
        let x = scale.x(months.edge(year.first_month) as f64);
        let stroke = Stroke::solid(canvas.palette.grid, canvas.metrics.grid);
        canvas.line_behind(vec![Point::new(x, edges.top), Point::new(x, edges.bottom)], stroke);
    }
}
