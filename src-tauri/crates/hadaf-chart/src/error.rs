//! What can go wrong between a spec and a picture.

use crate::geometry::Size;

/// Shorthand for results of this crate.
pub type Result<T, E = ChartError> = std::result::Result<T, E>;

/// Why a chart could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The canvas is too small to hold a readable plot, too large, or not a number of pixels.
    #[error("a chart of {width} x {height} pixels cannot be drawn; use 320 x 200 to 8000 x 8000")]
    Size {
        /// Width asked for.
        width: f64,
        /// Height asked for.
        height: f64,
    },
    /// There is nothing to plot: no month, no year.
    #[error("there is nothing to plot: {0}")]
    Empty(&'static str),
    /// A value is infinite, not a number, or beyond what an axis can show.
    #[error("the value {value} of {at} cannot be placed on an axis")]
    Value {
        /// The value.
        value: f64,
        /// Which period or claim it belongs to.
        at: String,
    },
    /// The texts leave no room for the plot on this canvas.
    #[error("the texts leave no room for the plot on a canvas of {width} x {height} pixels")]
    Crowded {
        /// Canvas width.
        width: f64,
        /// Canvas height.
        height: f64,
    },
    /// No picture has so few or so many pixels to each of its canvas.
    #[error("{pixels} pixels to each of the canvas cannot be painted; use 0.1 to 10")]
    Density {
        /// Pixels asked for.
        pixels: f64,
    },
    /// The SVG handed to [`crate::png`] could not be read.
    #[error("the SVG cannot be read: {0}")]
    Svg(String),
    /// The picture could not be painted at this size, or not encoded.
    #[error("the picture cannot be painted: {0}")]
    Paint(String),
}

impl ChartError {
    /// [`ChartError::Crowded`] on a canvas.
    pub(crate) fn crowded(Size { width, height }: Size) -> Self {
        Self::Crowded { width, height }
    }
}
