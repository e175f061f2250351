//! What a chart says, before anything has a place.
//!
//! The caller has done all arithmetic and all wording. A spec carries numbers only as positions on
//! an axis and texts only as they will stand.

use crate::frame::{Frame, TickStyle};

/// A chart to be drawn: a plot of some kind, and what stands round it.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSpec<P> {
    /// Texts around the plot.
    pub frame: Frame,
    /// How the numbers of the value axis are written.
    pub ticks: TickStyle,
    /// What is plotted: [`crate::Plot`], or one kind of it.
    pub plot: P,
}

impl<P> ChartSpec<P> {
    /// The same with another plot: from one kind to [`crate::Plot`].
    pub fn map<Q>(self, plot: impl FnOnce(P) -> Q) -> ChartSpec<Q> {
        ChartSpec {
            frame: self.frame,
            ticks: self.ticks,
            plot: plot(self.plot),
        }
    }

    /// The same without the texts that a page sets itself.
    #[must_use]
    pub fn bare(self) -> Self {
        Self {
            frame: self.frame.bare(),
            ..self
        }
    }
}
