//! What a label asks for: words, points that it may stand beside, and how dear its place is.

use super::block::TextBlock;
use super::side::LabelSide;
use crate::geometry::Point;

/// Distances at which a label on a point is tried.
pub(crate) const BESIDE: &[f64] = &[9.0, 16.0];

/// What leaving out a label costs, in the worth of pixels: see [`LabelWish::out`].
pub(crate) mod out {
    /// The newest value, a year's value: never left out for others.
    pub(crate) const VALUE: f64 = 100_000.0;
    /// The path's name.
    pub(crate) const PATH: f64 = 80_000.0;
    /// Another labelled point, a past year.
    pub(crate) const POINT: f64 = 20_000.0;
    /// A number that stands for a label.
    pub(crate) const NUMBER: f64 = 10_000.0;
    /// A target's label: rather a number than a place where it covers marks.
    pub(crate) const TARGET: f64 = 160.0;
    /// A projection's label.
    pub(crate) const PROJECTION: f64 = 100.0;
    /// A remark: only where there is room for it.
    pub(crate) const REMARK: f64 = 60.0;
}

/// A label that wants a place.
pub(crate) struct LabelWish {
    /// What to set, best first: the whole label, then shorter ones, each with what it costs.
    pub(crate) blocks: Vec<(TextBlock, f64)>,
    /// Points that it may stand beside, each with what it costs.
    pub(crate) anchors: Vec<(Point, f64)>,
    /// Which side it would rather stand on.
    pub(crate) side: LabelSide,
    /// Distances from the point, in pixels.
    pub(crate) distances: &'static [f64],
    /// What leaving it out costs, in the worth of pixels: no place that costs more is taken, and the
    /// cheapest yields first.
    pub(crate) out: f64,
}

impl LabelWish {
    /// A label that has one form and one point.
    pub(crate) fn at(point: Point, block: TextBlock, side: LabelSide, distances: &'static [f64], out: f64) -> Self {
        Self {
            blocks: vec![(block, 0.0)],
            anchors: vec![(point, 0.0)],
            side,
            distances,
            out,
        }
    }
}
