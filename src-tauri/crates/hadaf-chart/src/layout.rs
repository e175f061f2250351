//! From a spec to a scene.

use crate::error::{ChartError, Result};
use crate::geometry::Size;
use crate::kind::Plot;
use crate::paper::Paper;
use crate::scene::Scene;
use crate::spec::ChartSpec;
use crate::theme::Theme;

impl ChartSpec<Plot> {
    /// Gives every part of the chart its place.
    ///
    /// # Errors
    /// [`ChartError::Size`] for a canvas outside 320 x 200 to 8000 x 8000 pixels,
    /// [`ChartError::Empty`] and [`ChartError::Value`] for a spec that cannot be plotted,
    /// [`ChartError::Crowded`] where the texts leave no room for the plot.
    pub fn lay_out(&self, size: Size, theme: Theme) -> Result<Scene> {
        let Size { width, height } = size;
        if !(320.0..=8000.0).contains(&width) || !(200.0..=8000.0).contains(&height) {
            return Err(ChartError::Size { width, height });
        }
        self.plot.lay_out(&Paper {
            frame: &self.frame,
            ticks: &self.ticks,
            size,
            theme,
        })
    }
}
