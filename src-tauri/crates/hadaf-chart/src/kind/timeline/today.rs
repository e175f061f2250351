//! The line of today, with its name above the lanes.

use super::days::DayAxis;
use super::spec::TimelinePlot;
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::label::TextBlock;
use crate::scene::{Align, Role, Stroke};

/// Height that the name takes above the lanes.
pub(super) fn height(plot: &TimelinePlot, canvas: &Canvas) -> f64 {
    let name = plot.today.as_ref().map(|(_, name)| block(canvas, name, f64::INFINITY));
    name.map_or(0.0, |block| block.height)
}

fn block(canvas: &Canvas, name: &str, limit: f64) -> TextBlock {
    let style = canvas.small_style(Role::Remark, Weight::SemiBold, canvas.palette.ink);
    TextBlock::shortened(name, style, limit)
}

/// Draws a line down `edges` at today, named at the top of `inner`.
pub(super) fn draw(plot: &TimelinePlot, canvas: &mut Canvas, days: &DayAxis, edges: Rect, inner: Rect) {
    let Some((day, name)) = plot.today.as_ref().filter(|(day, _)| days.has(*day)) else {
        return;
    };
    let x = days.begin(*day);
    let stroke = Stroke::dashed(canvas.palette.ink, canvas.metrics.grid, (4.0, 3.0));
    canvas.line_behind(vec![Point::new(x, edges.top), Point::new(x, edges.bottom)], stroke);
    let block = block(canvas, name, inner.width());
    let half = block.width / 2.0;
    let middle = x.min(inner.right - half).max(inner.left + half);
    let rect = Rect::new(middle - half, inner.top, middle + half, inner.top + block.height);
    canvas.texts(block.texts(&rect, Align::Middle));
}
