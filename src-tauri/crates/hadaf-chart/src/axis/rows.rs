//! Room for the rows of names below a plot.

use crate::canvas::Canvas;
use crate::fonts::{Weight, measure};
use crate::geometry::Point;
use crate::scene::Stroke;

/// The rows below the plot, as high as their script needs: distances from the base line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AxisRows {
    /// Baseline of months, or of year names in the middle of their slots.
    pub(super) names: f64,
    /// Baseline of fiscal years that begin at a tick.
    pub(super) years: f64,
    /// What both take.
    pub(crate) height: f64,
}

impl AxisRows {
    /// Rows for these names, and these fiscal years below; none: one row.
    pub(crate) fn new<'a>(
        canvas: &Canvas,
        names: impl IntoIterator<Item = &'a str>,
        years: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let label = canvas.metrics.label;
        let highest = |texts: &mut dyn Iterator<Item = &'a str>| {
            texts
                .map(|text| measure(text, Weight::SemiBold, label))
                .map(|extent| (extent.ascent, extent.descent))
                .reduce(|one, other| (one.0.max(other.0), one.1.max(other.1)))
        };
        let (ascent, descent) = highest(&mut names.into_iter()).unwrap_or_default();
        let names = label * 0.45 + ascent;
        let below = names + descent;
        match highest(&mut years.into_iter()) {
            None => Self {
                names,
                years: names,
                height: below + label * 0.1,
            },
            Some((ascent, descent)) => {
                let years = below + label * 0.15 + ascent;
                Self {
                    names,
                    years,
                    height: years + descent,
                }
            }
        }
    }
}

/// A tick below the plot.
pub(super) fn tick(canvas: &mut Canvas, x: f64, top: f64, length: f64) {
    let stroke = Stroke::solid(canvas.palette.axis, canvas.metrics.grid);
    canvas.line_behind(vec![Point::new(x, top), Point::new(x, top + length)], stroke);
}
