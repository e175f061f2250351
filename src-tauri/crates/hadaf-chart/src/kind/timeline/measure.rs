//! How the canvas is shared out between names, lanes and the series below.

use super::series;
use super::spec::TimelinePlot;
use super::today;
use crate::axis::{AxisRows, MonthAxis, ValueAxis, month_rows};
use crate::canvas::Canvas;
use crate::error::Result;
use crate::fonts::Weight;
use crate::frame::TickStyle;
use crate::geometry::Rect;
use crate::label::TextBlock;
use crate::scale::PlotScale;
use crate::scene::Role;
use crate::ticks::Ticks;

/// Lanes' names take at most this share of the width.
const NAMES: f64 = 0.2;
/// The series below takes this share of the height, where there is one.
const SERIES: f64 = 0.33;

/// The panel of the series below the lanes.
pub(super) struct SeriesPanel {
    pub(super) axis: ValueAxis,
    pub(super) heading: TextBlock,
}

/// Everything that takes room, and the room that each has.
pub(super) struct Room {
    pub(super) rows: AxisRows,
    /// The lanes' names, as they will stand.
    pub(super) names: Vec<TextBlock>,
    /// Height of the highest name, at least that of a line.
    pub(super) tallest: f64,
    /// `None`: there is no series, or the lanes need its room.
    pub(super) panel: Option<SeriesPanel>,
    /// From the left of the lanes' bars to the right, from their top to the axis.
    pub(super) area: Rect,
    /// Where the lanes end.
    pub(super) lanes_bottom: f64,
}

impl Room {
    /// # Errors
    /// [`crate::ChartError::Crowded`] where the lanes' names do not fit one below the other.
    pub(super) fn new(
        plot: &TimelinePlot,
        canvas: &Canvas,
        ticks: Option<&Ticks>,
        style: &TickStyle,
        inner: Rect,
    ) -> Result<Self> {
        let label = canvas.metrics.label;
        let rows = month_rows(canvas, &plot.years, &plot.month_names);
        let axis = ticks.map(|ticks| ValueAxis::new(ticks.clone(), style));
        let names = lane_names(plot, canvas, inner.width() * NAMES);
        let widest = names.iter().map(|name| name.width).fold(0.0, f64::max);
        let tallest = names.iter().map(|name| name.height).fold(label * 1.25, f64::max);
        let gutter = widest + canvas.metrics.gap();
        let gutter = axis.as_ref().map_or(gutter, |axis| gutter.max(axis.width(canvas)));
        let area = Rect::new(
            inner.left + gutter,
            inner.top + today::height(plot, canvas),
            inner.right - canvas.metrics.zero,
            inner.bottom - rows.height,
        );

        // The series yields where the lanes need its room.
        let needed = tallest * 1.15 * plot.lanes.len() as f64;
        let axis = axis.filter(|_| needed <= area.height() * (1.0 - SERIES));
        let panel = axis.map(|axis| SeriesPanel {
            axis,
            heading: series::heading(plot, canvas, area.width()),
        });
        let lanes_bottom = match panel {
            Some(_) => area.bottom - area.height() * SERIES,
            None => area.bottom,
        };
        if needed > lanes_bottom - area.top {
            return Err(crate::ChartError::crowded(canvas.size));
        }
        Ok(Self {
            rows,
            names,
            tallest,
            panel,
            area,
            lanes_bottom,
        })
    }

    /// The scale of the panel below; without a series that of an empty one, for the months alone.
    pub(super) fn scale(&self, canvas: &Canvas, months: &MonthAxis) -> PlotScale {
        let above = self
            .panel
            .as_ref()
            .map_or(0.0, |panel| panel.heading.height + canvas.metrics.label * 0.6);
        let top = (self.lanes_bottom + above).min(self.area.bottom - 1.0);
        let rect = Rect { top, ..self.area };
        match &self.panel {
            Some(panel) => panel.axis.scale(rect, months.count),
            None => PlotScale::new(rect, months.count, Ticks::from_zero(0.0, 1.0)),
        }
    }
}

fn lane_names(plot: &TimelinePlot, canvas: &Canvas, limit: f64) -> Vec<TextBlock> {
    let style = canvas.label_style(Role::Label, Weight::SemiBold, canvas.palette.ink);
    let lanes = plot.lanes.iter();
    lanes
        .map(|lane| TextBlock::cut(std::slice::from_ref(&lane.label), style, 1, limit))
        .collect()
}
