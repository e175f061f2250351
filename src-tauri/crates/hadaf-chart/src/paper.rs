//! An empty chart: what stands round its plot, and the canvas that both have to fit.

use crate::canvas::Canvas;
use crate::error::ChartError;
use crate::frame::{Frame, TickStyle};
use crate::geometry::Size;
use crate::theme::Theme;

/// What a layout is given besides the plot's own content.
#[derive(Clone, Copy)]
pub(crate) struct Paper<'a> {
    /// The texts round the plot.
    pub(crate) frame: &'a Frame,
    /// How the numbers of the value axis are written.
    pub(crate) ticks: &'a TickStyle,
    /// The canvas.
    pub(crate) size: Size,
    /// Its colours.
    pub(crate) theme: Theme,
}

impl Paper<'_> {
    /// An empty canvas, for one attempt at a layout.
    pub(crate) fn canvas(&self) -> Canvas {
        Canvas::new(self.frame, self.size, self.theme)
    }

    /// That the texts leave no room for the plot.
    pub(crate) fn crowded(&self) -> ChartError {
        ChartError::crowded(self.size)
    }
}
