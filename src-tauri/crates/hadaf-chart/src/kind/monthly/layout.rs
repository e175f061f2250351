//! From months to a scene: measure, scale, draw, label.

use super::labels::{column, last_label, needed_block, wishes};
use super::series::draw_series;
use super::spec::MonthlyPlot;
use super::target::{draw_band, draw_needed, draw_path};
use crate::axis::{AxisRows, MonthAxis, ValueAxis, month_rows};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame::Unplaced;
use crate::geometry::Rect;
use crate::label::{LabelSpace, TextBlock, annotate};
use crate::paper::Paper;
use crate::part::{EndLabel, Fan, FanLabel, PlacedFan, column_limit, column_width, draw_column};
use crate::range::ValueRange;
use crate::scale::PlotScale;
use crate::scene::Scene;
use crate::surround;
use crate::ticks::Ticks;

pub(crate) fn lay_out(plot: &MonthlyPlot, paper: &Paper) -> Result<Scene> {
    let months = MonthAxis::new(plot.span)?;
    let ticks = ticks(plot, paper, &months)?;
    let mut canvas = paper.canvas();
    let inner = surround::lay_out(&mut canvas, paper.frame, &Unplaced::default())?;
    let measured = Measured::new(plot, &canvas, months, ValueAxis::new(ticks, paper.ticks));
    let scale = measured.scale(plot, &canvas, inner);
    let Measured {
        months,
        axis,
        rows,
        needed,
        fan_label,
        column,
    } = measured;

    // From back to front; a line drawn is a line that labels avoid.
    draw_band(plot, &mut canvas, &months, &scale);
    axis.draw(&mut canvas, &scale);
    months.draw_axis(&mut canvas, &scale, rows, &plot.years, &plot.month_names);
    axis.draw_start(&mut canvas, &paper.frame.axis_starts, scale.plot);
    let ahead = plot.fan.as_ref().map(|fan| placed_fan(plot, fan, &months, &scale));
    if let Some(fan) = &ahead {
        fan.draw_bands(&mut canvas);
    }
    let mut lines = Vec::new();
    lines.extend(draw_path(plot, &mut canvas, &months, &scale));
    if let Some(behind) = &plot.behind {
        lines.extend(placed_fan(plot, behind, &months, &scale).draw_outline(&mut canvas));
    }
    lines.extend(draw_needed(plot, &mut canvas, &months, &scale, needed));
    lines.extend(ahead.as_ref().map(|fan| fan.draw_median(&mut canvas, 1)));
    let beside = draw_column(&mut canvas, &scale, &column, inner.top, inner.bottom);
    if let (Some(label), Some(Some(rect))) = (&fan_label, beside.first()) {
        label.draw_tints(&mut canvas, rect);
    }
    lines.extend(draw_series(plot, &mut canvas, &months, &scale));
    if let Some(fan) = &ahead {
        fan.write_names(&mut canvas, &lines, scale.plot.right);
        lines.extend(fan.fence(&canvas));
    }

    let wishes = wishes(plot, &canvas, &months, &scale);
    let space = LabelSpace::of(&canvas, scale.plot, inner, lines);
    annotate(&mut canvas, &wishes, &space);
    Ok(canvas.finish(scale.plot, Unplaced::default()))
}

fn ticks(plot: &MonthlyPlot, paper: &Paper, months: &MonthAxis) -> Result<Ticks> {
    let mut range = ValueRange::EMPTY;
    for point in plot.points.iter().filter(|point| months.slot(point.month).is_some()) {
        range.add(point.value, point.month)?;
        if let Some(old) = point.revised_from {
            range.add(old, point.month)?;
        }
    }
    if range.is_empty() {
        return Err(ChartError::Empty("no month of the axis has a value"));
    }
    if let Some(path) = &plot.path {
        for &(month, value) in &path.points {
            range.add(value, month)?;
        }
        for &(month, low, high) in &path.band {
            range.add(low, month)?;
            range.add(high, month)?;
        }
    }
    if let Some(needed) = &plot.needed {
        range.add(needed.value, needed.from)?;
    }
    for fan in plot.fan.iter().chain(&plot.behind) {
        fan.widen(&mut range)?;
    }
    Ok(range.cropped_ticks(paper.frame))
}

/// What takes room beside the plot.
struct Measured<'a> {
    months: MonthAxis,
    axis: ValueAxis,
    rows: AxisRows,
    /// The label of the needed level, unless it stands in the column.
    needed: Option<TextBlock>,
    fan_label: Option<FanLabel>,
    column: Vec<EndLabel<'a>>,
}

impl Measured<'_> {
    fn new(plot: &MonthlyPlot, canvas: &Canvas, months: MonthAxis, axis: ValueAxis) -> Self {
        let mut needed = needed_block(plot, canvas);
        let fan = plot.fan.as_ref();
        let fan_label = fan.and_then(|fan| FanLabel::new(canvas, fan, column_limit(canvas)));
        // The needed level is named in the same column, so that both keep clear of each other.
        let column = fan_label
            .as_ref()
            .map_or_else(Vec::new, |label| column(plot, &months, needed.take(), label));
        Self {
            rows: month_rows(canvas, &plot.years, &plot.month_names),
            months,
            axis,
            needed,
            fan_label,
            column,
        }
    }

    fn scale(&self, plot: &MonthlyPlot, canvas: &Canvas, inner: Rect) -> PlotScale {
        let right = if self.column.is_empty() {
            self.right_edge(plot, canvas, inner)
        } else {
            inner.right - column_width(canvas, &self.column)
        };
        let rect = self.axis.plot(canvas, inner, right, self.rows.height);
        self.axis.scale(rect, self.months.count)
    }

    /// Where the plot ends: labels of the needed level and of the last month stand right of it.
    fn right_edge(&self, plot: &MonthlyPlot, canvas: &Canvas, inner: Rect) -> f64 {
        let gap = canvas.metrics.gap();
        let edge = inner.right;
        let left = inner.left + self.axis.width(canvas);
        let mut right = self.needed.as_ref().map_or(edge, |block| edge - gap - block.width);
        if let Some((slot, block)) = last_label(plot, canvas, &self.months) {
            // The label begins at the last month, which may leave slots to its right.
            let share = (slot as f64 + 0.5) / self.months.count as f64;
            let room = edge - gap * 1.6 - block.width;
            right = right.min(left + (room - left) / share);
        }
        right.max(edge - canvas.label_limit())
    }
}

/// A fan that opens from the last published month before it.
fn placed_fan<'a>(plot: &MonthlyPlot, fan: &'a Fan, months: &MonthAxis, scale: &PlotScale) -> PlacedFan<'a> {
    let start = fan.steps.first().map(|step| step.month);
    let before = plot
        .points
        .iter()
        .filter(|point| start.is_none_or(|start| point.month < start));
    let fact = before.max_by_key(|point| point.month);
    let at = |month, value| months.slot(month).map(|slot| scale.mid(slot, value));
    let origin = fact.and_then(|point| at(point.month, point.value));
    PlacedFan::new(fan, origin, at)
}
