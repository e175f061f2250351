//! From past forecasts and outturns to a scene: measure, scale, draw.

use hadaf_core::Month;

use super::draw::BacktestDrawing;
use super::legend::entries;
use super::spec::BacktestPlot;
use crate::axis::{MonthAxis, ValueAxis, month_rows};
use crate::error::{ChartError, Result};
use crate::frame::Unplaced;
use crate::geometry::Rect;
use crate::paper::Paper;
use crate::part::legend::Legend;
use crate::range::ValueRange;
use crate::scene::Scene;
use crate::surround;

pub(crate) fn lay_out(plot: &BacktestPlot, paper: &Paper) -> Result<Scene> {
    let months = MonthAxis::new(span(plot)?)?;
    let axis = ValueAxis::new(range(plot)?.cropped_ticks(paper.frame), paper.ticks);
    let mut canvas = paper.canvas();
    let inner = surround::lay_out(&mut canvas, paper.frame, &Unplaced::default())?;
    let legend = Legend::new(&canvas, entries(plot, &canvas), inner.left, inner.right, inner.top);
    let inner = Rect {
        top: inner.top + legend.height,
        ..inner
    };
    let rows = month_rows(&canvas, &plot.years, &plot.month_names);

    let rect = axis.plot(&canvas, inner, inner.right, rows.height);
    if rect.height() < canvas.metrics.label * 4.0 {
        return Err(paper.crowded());
    }
    let scale = axis.scale(rect, months.count);

    axis.draw(&mut canvas, &scale);
    months.draw_axis(&mut canvas, &scale, rows, &plot.years, &plot.month_names);
    axis.draw_start(&mut canvas, &paper.frame.axis_starts, scale.plot);
    legend.draw(&mut canvas);
    BacktestDrawing {
        plot,
        months: &months,
        scale: &scale,
    }
    .draw(&mut canvas);
    Ok(canvas.finish(scale.plot, Unplaced::default()))
}

/// From the first to the last month of anything.
fn span(plot: &BacktestPlot) -> Result<(Month, Month)> {
    let outturns = plot.outturns.iter().map(|outturn| outturn.month);
    let steps = plot.forecasts.iter().flat_map(|forecast| &forecast.steps);
    let months: Vec<Month> = outturns.chain(steps.map(|step| step.month)).collect();
    let (first, last) = (months.iter().min(), months.iter().max());
    first
        .copied()
        .zip(last.copied())
        .ok_or(ChartError::Empty("no month has an outturn or a forecast"))
}

fn range(plot: &BacktestPlot) -> Result<ValueRange> {
    let mut range = ValueRange::EMPTY;
    for outturn in &plot.outturns {
        range.add(outturn.value, outturn.month)?;
    }
    for step in plot.forecasts.iter().flat_map(|forecast| &forecast.steps) {
        for value in [step.point, step.low80, step.high80] {
            range.add(value, step.month)?;
        }
    }
    Ok(range)
}
