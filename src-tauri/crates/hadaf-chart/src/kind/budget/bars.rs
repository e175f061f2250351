//! Three bars on one baseline, and the legend that names them.

use super::spec::BudgetBar;
use crate::axis::HorizontalAxis;
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::part::table::TableRows;
use crate::scene::{Align, PlacedText, Role, Stroke};
use crate::text::clean;
use crate::theme::Rgb;

/// Heights of allocated, released and spent, as shares of the highest: each is seen on the one before.
const HEIGHTS: [f64; 3] = [1.0, 0.62, 0.28];

/// The colours of allocated, released and spent.
fn colours(canvas: &Canvas) -> [Rgb; 3] {
    let palette = canvas.palette;
    [palette.band_80, palette.band_50, palette.series]
}

/// Names the three bars above the plot, each after a piece of it; what finds no room is cut.
pub(super) fn draw_legend(names: &[String; 3], canvas: &mut Canvas, (left, right): (f64, f64), middle: f64) {
    let metrics = canvas.metrics;
    let style = canvas.small_style(Role::Remark, Weight::Regular, canvas.palette.muted);
    let piece = metrics.label * 1.5;
    let gap = metrics.gap() * 0.7;
    let each = (right - left) / 3.0;
    let mut at = left;
    for ((name, colour), share) in names.iter().zip(colours(canvas)).zip(HEIGHTS) {
        let name = clean(name);
        if name.is_empty() {
            continue;
        }
        let half = metrics.label * 0.5 * share;
        canvas.bar(Rect::new(at, middle - half, at + piece, middle + half), colour);
        let words = style.shortened(&name, each - piece - gap * 3.0);
        let baseline = style.centred(&words, middle);
        let text = PlacedText::new(style, &words, Align::Start, at + piece + gap, baseline);
        at = text.bounds.right + gap * 2.0;
        canvas.text(text);
    }
}

/// Draws the bars of one budget line with the tick of the time gone by.
pub(super) fn draw_bar(canvas: &mut Canvas, axis: &HorizontalAxis, grid: &TableRows, index: usize, bar: &BudgetBar) {
    let middle = grid.middle(index);
    let half = (grid.pitch * 0.36).min(canvas.metrics.label * 1.1);
    let zero = axis.x(0.0);
    let amounts = [bar.allocated, bar.released, bar.spent];
    let mut end = zero;
    for ((amount, colour), share) in amounts.into_iter().zip(colours(canvas)).zip(HEIGHTS) {
        let Some(amount) = amount else { continue };
        let x = axis.x(amount);
        let rect = Rect::new(x.min(zero), middle - half * share, x.max(zero), middle + half * share);
        canvas.bar(rect, colour);
        end = x;
    }
    if let (Some(share), Some(allocated)) = (bar.elapsed, bar.allocated) {
        let x = axis.x(allocated * share.clamp(0.0, 1.0));
        draw_elapsed(canvas, Point::new(x, middle), half * 1.18);
    }
    // What is known last is read out: spent, else released, else allocated.
    canvas.read(Point::new(end, middle), 0, index, &bar.readout);
}

/// A tick at the share of the allocation that is the share of the year gone by, with a halo.
fn draw_elapsed(canvas: &mut Canvas, at: Point, half: f64) {
    let metrics = canvas.metrics;
    let line = vec![Point::new(at.x, at.y - half), Point::new(at.x, at.y + half)];
    let halo = Stroke::solid(canvas.palette.background, metrics.zero + metrics.grid * 2.0);
    canvas.line(line.clone(), halo);
    canvas.line(line, Stroke::solid(canvas.palette.ink, metrics.zero * 1.3));
}
