//! What a target asks for: its path with the band of past shares, and the level still needed.

use hadaf_core::Month;

use super::spec::MonthlyPlot;
use crate::axis::MonthAxis;
use crate::canvas::Canvas;
use crate::geometry::{Point, Rect};
use crate::label::{AvoidedLine, TextBlock};
use crate::scale::PlotScale;
use crate::scene::{Align, Shape, Stroke};

/// The range that past years' shares would have asked for, behind everything.
pub(super) fn draw_band(plot: &MonthlyPlot, canvas: &mut Canvas, months: &MonthAxis, scale: &PlotScale) {
    let Some(path) = &plot.path else { return };
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
pub(super) fn draw_path(
    plot: &MonthlyPlot,
    canvas: &mut Canvas,
    months: &MonthAxis,
    scale: &PlotScale,
) -> Option<AvoidedLine> {
    let path = plot.path.as_ref()?;
    let points = path_points(&path.points, months, scale);
    let stroke = Stroke::path(canvas.palette.target, canvas.metrics.main * 0.75);
    canvas.line(points.clone(), stroke);
    Some(AvoidedLine::new(points, 2.0))
}

/// The months of a path that stand on the axis.
pub(super) fn path_points(path: &[(Month, f64)], months: &MonthAxis, scale: &PlotScale) -> Vec<Point> {
    path.iter()
        .filter_map(|&(month, value)| months.slot(month).map(|slot| scale.mid(slot, value)))
        .collect()
}

/// The level still needed, over the months it is needed in, with its label right of the plot.
pub(super) fn draw_needed(
    plot: &MonthlyPlot,
    canvas: &mut Canvas,
    months: &MonthAxis,
    scale: &PlotScale,
    label: Option<TextBlock>,
) -> Option<AvoidedLine> {
    let needed = plot.needed.as_ref()?;
    let metrics = canvas.metrics;
    let (from, to) = (months.edge(needed.from), months.edge(needed.to.next()));
    let level = vec![scale.at(from as f64, needed.value), scale.at(to as f64, needed.value)];
    let stroke = Stroke::solid(canvas.palette.target, metrics.main * 1.5);
    canvas.line(level.clone(), stroke);
    if let Some(block) = label {
        let plot = scale.plot;
        let left = plot.right + metrics.gap();
        // Its first line is level with the line, unless that would leave the plot.
        let top = (scale.y(needed.value) - block.first_middle())
            .min(plot.bottom - block.height)
            .max(plot.top - block.first_middle());
        let rect = Rect::new(left, top, left + block.width, top + block.height);
        canvas.texts(block.texts(&rect, Align::Start));
    }
    Some(AvoidedLine::new(level, 3.0))
}
