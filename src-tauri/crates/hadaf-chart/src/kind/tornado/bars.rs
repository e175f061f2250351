//! Bars from the base to both ends of a factor, and the labels outside them.

use super::spec::{IndexedRow, TornadoRow};
use crate::axis::HorizontalAxis;
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::part::table::TableRows;
use crate::scene::{Align, PlacedText, Role, TextStyle};
use crate::text::clean;

/// Rounds in which the axis is moved in for labels that stick out.
const ROUNDS: usize = 12;

/// A value of a row with its label and the side of it that the label stands on.
struct BarEnd<'a> {
    value: f64,
    label: &'a str,
    /// Whether it is the factor at its low.
    is_low: bool,
    left: bool,
    /// Where the label begins: at the value, or across the base where a longer bar lies outside.
    at: f64,
}

/// The two ends of a row, the one farther from the base first, so that the other lies on it.
fn ends(base: f64, row: &TornadoRow) -> [BarEnd<'_>; 2] {
    let same_side = (row.low - base) * (row.high - base) > 0.0;
    let low_is_outer = (row.low - base).abs() >= (row.high - base).abs();
    // An end on the base has no bar: its label stands on the side that the other's does not take.
    let low_left = if row.low == base {
        row.high >= base
    } else {
        row.low < base
    };
    let high_left = if row.high == base { !low_left } else { row.high < base };
    let end = |is_low: bool| {
        let (value, label, left) = if is_low {
            (row.low, &row.low_label, low_left)
        } else {
            (row.high, &row.high_label, high_left)
        };
        // Two labels at one side would meet: the shorter bar's stands across the base.
        let across = same_side && is_low != low_is_outer;
        BarEnd {
            value,
            label,
            is_low,
            left: left != across,
            at: if across { base } else { value },
        }
    };
    [end(low_is_outer), end(!low_is_outer)]
}

fn end_style(canvas: &Canvas, row: &TornadoRow) -> TextStyle {
    let (weight, colour) = if row.total {
        (Weight::SemiBold, canvas.palette.ink)
    } else {
        (Weight::Regular, canvas.palette.muted)
    };
    canvas.small_style(Role::Label, weight, colour)
}

/// Gap between a bar and its label.
fn label_gap(canvas: &Canvas) -> f64 {
    canvas.metrics.gap() * 0.7
}

/// Room that a label needs outside its bar.
pub(super) struct EndRoom {
    /// The value at which it begins.
    at: f64,
    /// Whether it stands to the left of that.
    left: bool,
    /// Its width with the gap.
    width: f64,
}

impl EndRoom {
    /// How far it sticks out of `cell`.
    fn overhang(&self, axis: &HorizontalAxis, cell: (f64, f64)) -> f64 {
        if self.left {
            cell.0 - (axis.x(self.at) - self.width)
        } else {
            axis.x(self.at) + self.width - cell.1
        }
    }
}

/// The room that all labels need.
pub(super) fn end_labels(base: f64, canvas: &Canvas, rows: &[IndexedRow<'_>]) -> Vec<EndRoom> {
    let gap = label_gap(canvas);
    rows.iter()
        .flat_map(|(_, row)| {
            let style = end_style(canvas, row);
            ends(base, row).map(|end| EndRoom {
                at: end.at,
                left: end.left,
                width: style.width(&clean(end.label)) + gap,
            })
        })
        .collect()
}

/// The widest label to the left, and to the right.
pub(super) fn widest(labels: &[EndRoom]) -> (f64, f64) {
    let of = |left: bool| {
        let widths = labels
            .iter()
            .filter(|label| label.left == left)
            .map(|label| label.width);
        widths.fold(0.0, f64::max)
    };
    (of(true), of(false))
}

/// The axis' ends within the column, so far from its edges that every label has room outside its bar.
pub(super) fn bar_edges(
    base: f64,
    canvas: &Canvas,
    rows: &[IndexedRow<'_>],
    axis: &HorizontalAxis,
    cell: (f64, f64),
) -> (f64, f64) {
    let labels = end_labels(base, canvas, rows);
    let (mut left, mut right) = cell;
    // Each round moves the axis in by what sticks out; moving one end moves the labels of the other too, so
    // one round is not enough.
    for _ in 0..ROUNDS {
        let axis = axis.between(left, right);
        let out = |is_left: bool| {
            let side = labels.iter().filter(|label| label.left == is_left);
            side.map(|label| label.overhang(&axis, cell)).fold(0.0, f64::max)
        };
        let (over_left, over_right) = (out(true), out(false));
        if over_left <= 0.01 && over_right <= 0.01 {
            return (left, right);
        }
        left += over_left;
        right -= over_right;
    }
    // With the widest labels outside the axis' ends nothing can stick out.
    let (widest_left, widest_right) = widest(&labels);
    (cell.0 + widest_left, cell.1 - widest_right)
}

/// Draws each row's two bars with their labels, and its read-out point at the longer one's end.
pub(super) fn draw_bars(
    base: f64,
    canvas: &mut Canvas,
    rows: &[IndexedRow<'_>],
    axis: &HorizontalAxis,
    grid: &TableRows,
) {
    let palette = canvas.palette;
    let half = (grid.pitch * 0.32).min(canvas.metrics.label * 0.9);
    let gap = label_gap(canvas);
    let origin = axis.x(base);
    for (place, (index, row)) in rows.iter().enumerate() {
        let middle = grid.middle(place);
        let style = end_style(canvas, row);
        let ends = ends(base, row);
        for end in &ends {
            let colour = match (row.total, end.is_low) {
                (true, true) => palette.series,
                (true, false) | (false, true) => palette.band_50,
                (false, false) => palette.band_80,
            };
            let x = axis.x(end.value);
            let bar = Rect::new(x.min(origin), middle - half, x.max(origin), middle + half);
            canvas.bar(bar, colour);
            let (align, at) = if end.left {
                (Align::End, axis.x(end.at) - gap)
            } else {
                (Align::Start, axis.x(end.at) + gap)
            };
            let words = clean(end.label);
            let baseline = style.centred(&words, middle);
            canvas.text_on_plot(PlacedText::new(style, &words, align, at, baseline));
        }
        let [outer, _] = ends;
        canvas.read(Point::new(axis.x(outer.value), middle), 0, *index, &row.readout);
    }
}
