//! Fiscal years below an axis of months.

use super::rows::{AxisRows, tick};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::scale::PlotScale;
use crate::scene::{Align, PlacedText, Role};

/// One fiscal year below the axis.
pub(crate) struct YearSpan<'a> {
    /// Slots that it covers, cut to the axis.
    pub(crate) slots: (usize, usize),
    /// Whether its first month stands on the axis, so that its tick does.
    pub(crate) begins: bool,
    pub(crate) label: &'a str,
    pub(crate) total: &'a str,
}

/// Draws the year row: a long tick where each begins, its name and, where it fits, its total.
pub(crate) fn draw_years(canvas: &mut Canvas, scale: &PlotScale, rows: AxisRows, years: &[YearSpan]) {
    let metrics = canvas.metrics;
    let baseline = scale.plot.bottom + rows.years;
    let name = canvas.label_style(Role::Year, Weight::SemiBold, canvas.palette.ink);
    let total = canvas.label_style(Role::Total, Weight::Regular, canvas.palette.muted);
    for (index, year) in years.iter().enumerate() {
        let edge = scale.x(year.slots.0 as f64);
        if year.begins {
            tick(canvas, edge, scale.plot.bottom, rows.years);
        }
        // The last year may run on below the end labels.
        let limit = match years.get(index + 1) {
            Some(next) => scale.x(next.slots.0 as f64) - metrics.label * 0.3,
            None => canvas.size.width - canvas.margin,
        };
        let label = PlacedText::new(name, year.label, Align::Start, edge + metrics.label * 0.45, baseline);
        if label.bounds.right > limit {
            continue;
        }
        let beside = label.bounds.right + metrics.label * 0.55;
        canvas.text(label);
        let figure = PlacedText::new(total, year.total, Align::Start, beside, baseline);
        if figure.bounds.right <= limit {
            canvas.text(figure);
        }
    }
}
