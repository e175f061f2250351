//! Lines, areas and marks: what is drawn apart from text.

use crate::geometry::{Point, Rect};
use crate::theme::Rgb;

use super::text::PlacedText;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgb,
    /// Its width in pixels.
    pub width: f64,
    /// Length of dash and gap in pixels; `None`: solid.
    pub dash: Option<(f64, f64)>,
    /// Round joins and ends, for data; square ones for axes.
    pub round: bool,
}

impl Stroke {
    pub(crate) const fn solid(colour: Rgb, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: None,
            round: false,
        }
    }

    pub(crate) const fn data(colour: Rgb, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: None,
            round: true,
        }
    }

    pub(crate) const fn dashed(colour: Rgb, width: f64, dash: (f64, f64)) -> Self {
        Self {
            colour,
            width,
            dash: Some(dash),
            round: false,
        }
    }

    /// The short dashes of a target's path, which no forecast has.
    pub(crate) fn path(colour: Rgb, width: f64) -> Self {
        Self::dashed(colour, width, (width * 1.1, width * 1.6))
    }
}

/// One thing on the canvas.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Joined points.
    Line {
        /// In order.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A closed area.
    Area {
        /// Its corners in order.
        points: Vec<Point>,
        /// Its colour.
        colour: Rgb,
    },
    /// A filled circle; a hollow dot is a smaller one of the background on a larger one.
    Dot {
        /// Its middle.
        centre: Point,
        /// Its radius.
        radius: f64,
        /// Its colour.
        colour: Rgb,
    },
    /// A filled rectangle; an open square is two of them.
    Block {
        /// Its edges.
        rect: Rect,
        /// Its colour.
        colour: Rgb,
    },
    /// A line of text.
    Text(PlacedText),
}
