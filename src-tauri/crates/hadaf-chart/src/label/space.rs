//! Where labels may stand, and what they would rather not cover.

use crate::canvas::Canvas;
use crate::geometry::{Point, Rect};

/// A line that labels would rather not cover.
#[derive(Debug, Clone)]
pub(crate) struct AvoidedLine {
    /// Its corners.
    pub(super) points: Vec<Point>,
    /// What a covered pixel costs.
    pub(super) cost: f64,
}

impl AvoidedLine {
    pub(crate) fn new(points: Vec<Point>, cost: f64) -> Self {
        Self { points, cost }
    }

    /// Whether some of it lies within.
    pub(crate) fn crosses(&self, rect: &Rect) -> bool {
        self.points
            .windows(2)
            .any(|pair| matches!(pair, [from, to] if rect.covered(*from, *to) > 0.0))
    }
}

/// Where labels may stand.
pub(crate) struct LabelSpace {
    /// Nothing leaves this rectangle.
    pub(super) area: Rect,
    /// Nothing touches these.
    pub(super) taken: Vec<Rect>,
    /// Lines that labels would rather not cover.
    pub(super) lines: Vec<AvoidedLine>,
    /// Pixels to a pixel at label size 13.
    pub(super) unit: f64,
}

impl LabelSpace {
    /// The plot and what is right of it, up to the top of `inner`, clear of all texts so far and of the base line.
    pub(crate) fn of(canvas: &Canvas, plot: Rect, inner: Rect, lines: Vec<AvoidedLine>) -> Self {
        Self {
            area: Rect::new(plot.left, inner.top, inner.right, plot.bottom - canvas.metrics.zero),
            taken: canvas.taken(),
            lines,
            unit: canvas.unit(),
        }
    }
}
