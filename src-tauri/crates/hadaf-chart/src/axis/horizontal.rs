//! A value axis from left to right, for bars that lie in rows.

use super::values::tick_labels;
use crate::canvas::Canvas;
use crate::fonts::{Weight, measure};
use crate::frame::TickStyle;
use crate::geometry::{Point, Rect};
use crate::scene::{Align, PlacedText, Role, Stroke};
use crate::ticks::Ticks;

/// Values between two edges.
pub(crate) struct HorizontalAxis {
    ticks: Ticks,
    labels: Vec<String>,
    low: f64,
    high: f64,
    left: f64,
    right: f64,
}

impl HorizontalAxis {
    /// `low` to `high` with the ticks that lie between: bars have their ends labelled, so the axis need not
    /// run on to a round number. It has no edges yet, see [`Self::between`].
    pub(crate) fn new(low: f64, high: f64, style: &TickStyle) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        let ticks = Ticks::over(low, high).within(low, high);
        Self {
            labels: tick_labels(&ticks, style),
            ticks,
            low,
            high,
            left: 0.0,
            right: 1.0,
        }
    }

    /// The same values between these edges.
    pub(crate) fn between(&self, left: f64, right: f64) -> Self {
        Self {
            ticks: self.ticks.clone(),
            labels: self.labels.clone(),
            left,
            right,
            ..*self
        }
    }

    /// Where a value stands, in whole hundredths of a pixel as everything drawn.
    pub(crate) fn x(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        ((self.left + share * (self.right - self.left)) * 100.0).round() / 100.0
    }

    /// Height that the numbers take below the plot.
    pub(crate) fn height(&self, canvas: &Canvas) -> f64 {
        let size = canvas.metrics.small();
        let highest = self
            .labels
            .iter()
            .map(|label| measure(label, Weight::Regular, size))
            .map(|extent| extent.ascent + extent.descent)
            .fold(0.0, f64::max);
        highest + size * 0.35
    }

    /// Draws the grid over the height of `plot` and the numbers below; none leaves `edges`, and the one
    /// that carries the unit stands first.
    pub(crate) fn draw(&self, canvas: &mut Canvas, plot: Rect, edges: (f64, f64)) {
        let metrics = canvas.metrics;
        let style = canvas.small_style(Role::Tick, Weight::Regular, canvas.palette.muted);
        let mut free = f64::INFINITY;
        for (value, label) in self.ticks.values.iter().zip(&self.labels).rev() {
            let x = self.x(*value);
            let stroke = if *value == 0.0 {
                Stroke::solid(canvas.palette.axis, metrics.zero)
            } else {
                Stroke::solid(canvas.palette.grid, metrics.grid)
            };
            canvas.line_behind(vec![Point::new(x, plot.top), Point::new(x, plot.bottom)], stroke);
            let extent = style.extent(label);
            let half = extent.width / 2.0;
            let middle = x.min(edges.1 - half).max(edges.0 + half);
            let baseline = plot.bottom + style.size * 0.35 + extent.ascent;
            let text = PlacedText::new(style, label, Align::Middle, middle, baseline);
            if text.bounds.right <= free {
                free = text.bounds.left - style.size * 0.5;
                canvas.text(text);
            }
        }
    }
}
