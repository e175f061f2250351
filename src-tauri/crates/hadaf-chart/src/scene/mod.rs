//! A chart with every part in its place: what [`Scene::to_svg`] writes and what tests measure.
//!
//! Pure data: it knows no kind of chart and no specification.

mod shape;
mod text;

use crate::geometry::{Rect, Size};
use crate::readout::Readout;
use crate::theme::Rgb;

pub use shape::{Shape, Stroke};
pub(crate) use text::TextStyle;
pub use text::{Align, PlacedText, Role};

/// A point that a read-out can stand on.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadPoint {
    /// Pixels from the left of the canvas.
    pub x: f64,
    /// Pixels from its top.
    pub y: f64,
    /// Which line: 0 is the one that the chart is about, then the others as in the spec.
    pub lane: usize,
    /// Which entry of that line in the spec: point of a monthly series, month of a year, fiscal year.
    pub index: usize,
    /// What is read out.
    pub readout: Readout,
}

/// A laid-out chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub(crate) size: Size,
    pub(crate) background: Rgb,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) points: Vec<ReadPoint>,
    pub(crate) plot: Rect,
    pub(crate) numbered: Vec<String>,
    pub(crate) left_out: Vec<String>,
}

impl Scene {
    /// The canvas.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The rectangle between the first and last tick and the first and last period.
    pub fn plot(&self) -> Rect {
        self.plot
    }

    /// Points for the read-out, lane by lane, from left to right.
    pub fn points(&self) -> &[ReadPoint] {
        &self.points
    }

    /// Everything drawn, from back to front.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The texts among [`Self::shapes`].
    pub fn texts(&self) -> impl Iterator<Item = &PlacedText> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            Shape::Line { .. } | Shape::Area { .. } | Shape::Dot { .. } | Shape::Block { .. } => None,
        })
    }

    /// Labels that found no place on the plot, "1" first: a number stands there instead, and these
    /// lines below it.
    pub fn numbered(&self) -> &[String] {
        &self.numbered
    }

    /// Labels of marks that are drawn but found no place on a canvas of this size; "+3" below the
    /// plot counts them.
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }
}
