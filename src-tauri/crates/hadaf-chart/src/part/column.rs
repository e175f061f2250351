//! The column of labels right of a plot, each level with the mark or line that it names.

use super::claim::ClaimMark;
use crate::canvas::Canvas;
use crate::geometry::{Point, Rect};
use crate::label::stack::{self, StackedLabel};
use crate::label::{TextBlock, draw_leader};
use crate::scale::PlotScale;
use crate::scene::Align;

/// What a label right of the plot names.
pub(crate) enum LabelAnchor<'a> {
    /// A claim for the year of a slot.
    Claim(usize, &'a ClaimMark),
    /// A line that ends in a slot, at a value.
    Line(usize, f64),
    /// A claim that is drawn as a level across the plot.
    Level(&'a ClaimMark),
}

/// A label right of the plot, level with what it names.
pub(crate) struct EndLabel<'a> {
    pub(crate) anchor: LabelAnchor<'a>,
    pub(crate) block: TextBlock,
    /// How dear it is; the least goes first where there is no room for all.
    pub(crate) weight: f64,
}

impl EndLabel<'_> {
    /// The value that it is level with.
    fn level(&self) -> f64 {
        match self.anchor {
            LabelAnchor::Line(_, value) => value,
            LabelAnchor::Claim(_, claim) | LabelAnchor::Level(claim) => claim.middle(),
        }
    }

    /// The end of the mark or line, where a leader begins.
    fn from(&self, canvas: &Canvas, scale: &PlotScale) -> Point {
        let (slot, half) = match self.anchor {
            LabelAnchor::Level(_) => return Point::new(scale.plot.right, scale.y(self.level())),
            LabelAnchor::Line(slot, _) => (slot, 0.0),
            // The middle of a range has only its thin line.
            LabelAnchor::Claim(slot, claim) if claim.value_high.is_some() => (slot, 0.0),
            LabelAnchor::Claim(slot, claim) => (slot, claim.half_width(canvas, scale)),
        };
        let at = scale.mid(slot, self.level());
        Point::new(at.x + half, at.y)
    }
}

/// Width that a column of labels takes, with the gap before it.
pub(crate) fn column_width(canvas: &Canvas, labels: &[EndLabel<'_>]) -> f64 {
    let widest = labels.iter().map(|label| label.block.width).fold(0.0, f64::max);
    if widest > 0.0 { widest + column_gap(canvas) } else { 0.0 }
}

/// Room between plot and column: enough for a leader to be seen.
fn column_gap(canvas: &Canvas) -> f64 {
    canvas.metrics.label * 1.2
}

/// Most that a label of the column may be wide.
pub(crate) fn column_limit(canvas: &Canvas) -> f64 {
    canvas.label_limit() - column_gap(canvas)
}

/// Draws the column between `top` and `bottom`; gives where the labels that found a place stand.
pub(crate) fn draw_column(
    canvas: &mut Canvas,
    scale: &PlotScale,
    labels: &[EndLabel<'_>],
    top: f64,
    bottom: f64,
) -> Vec<Option<Rect>> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    // By value: heights are rounded, and labels must not change places for that.
    order.sort_by(|&one, &other| labels[other].level().total_cmp(&labels[one].level()));
    let from: Vec<Point> = labels.iter().map(|label| label.from(canvas, scale)).collect();
    let stacked: Vec<StackedLabel> = order
        .iter()
        .map(|&index| {
            let (block, from) = (&labels[index].block, from[index]);
            StackedLabel {
                // Its first line is level with what it names.
                middle: from.y - block.first_middle() + block.height / 2.0,
                height: block.height,
                weight: labels[index].weight,
            }
        })
        .collect();
    let middles = stack::place_most(&stacked, canvas.metrics.label * 0.3, top, bottom);
    let mut placed = vec![None; labels.len()];
    let left = scale.plot.right + column_gap(canvas);
    for (index, middle) in order.into_iter().zip(middles) {
        let Some(middle) = middle else { continue };
        let TextBlock { width, height, .. } = labels[index].block;
        let rect = Rect::new(left, middle - height / 2.0, left + width, middle + height / 2.0);
        draw_end_label(canvas, &labels[index].block, &rect, from[index]);
        placed[index] = Some(rect);
    }
    placed
}

/// Draws a label in its place, with a leader from the mark where it does not stand level with it. Labels keep
/// the order of their values, so leaders do not cross.
fn draw_end_label(canvas: &mut Canvas, block: &TextBlock, rect: &Rect, mark: Point) {
    let size = canvas.metrics.label;
    let level = rect.top + block.first_middle();
    let from = Point::new(mark.x + size * 0.3, mark.y);
    let to = Point::new(rect.left - size * 0.25, level);
    if (level - from.y).abs() > size * 0.5 {
        draw_leader(canvas, from, to);
    }
    canvas.texts(block.texts(rect, Align::Start));
}
