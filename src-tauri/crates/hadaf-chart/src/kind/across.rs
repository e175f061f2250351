//! A value axis from left to right, for bars that lie in rows.

use crate::axis::{self, Unit};
use crate::canvas::Canvas;
use crate::fonts::{measure, width};
use crate::geometry::{Point, Rect};
use crate::scene::{Align, Role, Shape, Stroke, Text, Weight};
use crate::ticks::Ticks;

/// Values between two edges.
pub(super) struct Across {
    ticks: Ticks,
    low: f64,
    high: f64,
    left: f64,
    right: f64,
}

impl Across {
    /// `low` to `high` over `left` to `right`, with the ticks that lie between: bars have their ends
    /// labelled, so the axis need not run on to a round number.
    pub(super) fn new((low, high): (f64, f64), (left, right): (f64, f64)) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        Self {
            ticks: Ticks::over(low, high).within(low, high),
            low,
            high,
            left,
            right,
        }
    }

    /// The same values between other edges.
    pub(super) fn moved(&self, left: f64, right: f64) -> Self {
        Self {
            ticks: self.ticks.clone(),
            left,
            right,
            ..*self
        }
    }

    /// The texts of its ticks.
    pub(super) fn labels(&self, unit: &Unit) -> Vec<String> {
        axis::tick_labels(&self.ticks, unit)
    }

    /// Where a value stands, in whole hundredths of a pixel as everything drawn.
    pub(super) fn x(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        ((self.left + share * (self.right - self.left)) * 100.0).round() / 100.0
    }

    /// Height that the numbers take below the plot.
    pub(super) fn height(canvas: &Canvas, labels: &[String]) -> f64 {
        let size = canvas.metrics.small();
        let highest = labels
            .iter()
            .map(|label| measure(label, Weight::Regular, size))
            .map(|extent| extent.ascent + extent.descent)
            .fold(0.0, f64::max);
        highest + size * 0.35
    }

    /// Draws the grid from `top` to `bottom` and the numbers below; none leaves `edges`, and the one that
    /// carries the unit stands first.
    pub(super) fn draw(&self, canvas: &mut Canvas, labels: &[String], plot: Rect, edges: (f64, f64)) {
        let metrics = canvas.metrics;
        let style = canvas.style(Role::Tick, Weight::Regular, metrics.small(), canvas.palette.muted);
        let mut free = f64::INFINITY;
        for (value, label) in self.ticks.values.iter().zip(labels).rev() {
            let x = self.x(*value);
            let stroke = if *value == 0.0 {
                Stroke::solid(canvas.palette.axis, metrics.zero)
            } else {
                Stroke::solid(canvas.palette.grid, metrics.grid)
            };
            canvas.behind(Shape::Line {
                points: vec![Point::new(x, plot.top), Point::new(x, plot.bottom)],
                stroke,
            });
            let half = width(label, style.weight, style.size) / 2.0;
            let middle = x.min(edges.1 - half).max(edges.0 + half);
            let extent = measure(label, style.weight, style.size);
            let baseline = plot.bottom + style.size * 0.35 + extent.ascent;
            let text = Text::new(style, label, Align::Middle, middle, baseline);
            if text.bounds.right <= free {
                free = text.bounds.left - style.size * 0.5;
                canvas.text(text);
            }
        }
    }
}
