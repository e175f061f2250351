//! From budget lines to a scene: measure, scale, draw.

use super::bars::{draw_bar, draw_legend};
use super::columns::BudgetColumns;
use super::spec::BudgetPlot;
use crate::axis::HorizontalAxis;
use crate::error::{ChartError, Result};
use crate::frame::Unplaced;
use crate::geometry::Rect;
use crate::paper::Paper;
use crate::part::table::{self, TableRows};
use crate::range::{ValueRange, placeable};
use crate::scene::Scene;
use crate::surround;
use crate::text::clean;

pub(crate) fn lay_out(plot: &BudgetPlot, paper: &Paper) -> Result<Scene> {
    let count = plot.bars.len();
    if !(1..=table::MOST).contains(&count) {
        return Err(ChartError::Empty("a budget must have 1 to 200 lines"));
    }
    let range = range(plot)?;
    // Lengths are read from zero.
    let axis = HorizontalAxis::new(range.low.min(0.0), range.high.max(0.0), paper.ticks);
    table::as_whole_as_fits(count - 1, paper.crowded(), |lines, out| {
        attempt(plot, paper, &axis, lines, count - out)
    })
}

fn range(plot: &BudgetPlot) -> Result<ValueRange> {
    let mut range = ValueRange::EMPTY;
    for bar in &plot.bars {
        let name = clean(&bar.label.join(" "));
        for value in [bar.allocated, bar.released, bar.spent].into_iter().flatten() {
            range.add(value, &name)?;
        }
        if let Some(elapsed) = bar.elapsed {
            placeable(elapsed, &name)?;
        }
    }
    if range.is_empty() {
        return Err(ChartError::Empty("no line of the budget has an amount"));
    }
    Ok(range)
}

/// One layout with so many lines in a cell and the first `kept` bars; `None`: they do not fit.
fn attempt(
    plot: &BudgetPlot,
    paper: &Paper,
    axis: &HorizontalAxis,
    lines: usize,
    kept: usize,
) -> Result<Option<Scene>> {
    let mut canvas = paper.canvas();
    let (bars, out) = plot.bars.split_at(kept);
    let unplaced = Unplaced {
        left_out: out.iter().map(|bar| clean(&bar.label.join(", "))).collect(),
        ..Unplaced::default()
    };
    let inner = surround::lay_out(&mut canvas, paper.frame, &unplaced)?;
    let Some(columns) = BudgetColumns::new(plot, &canvas, bars, lines, inner) else {
        return Ok(None);
    };
    let label = canvas.metrics.label;
    let legend_height = label * 1.7;
    let head_bottom = inner.top + columns.head_height().max(legend_height);
    let least = columns.highest().max(label * 1.25) * 1.08;
    let bottom = inner.bottom - axis.height(&canvas);
    let Some(grid) = TableRows::new(bars.len(), least, head_bottom, bottom) else {
        return Ok(None);
    };

    let (left, right) = columns.cell;
    let axis = axis.between(left, right);
    let edges = Rect::new(left, grid.begin(0), right, grid.bottom());

    let palette = canvas.palette;
    for index in 0..bars.len() {
        table::rule(&mut canvas, grid.begin(index), (inner.left, inner.right), palette.grid);
    }
    table::rule(&mut canvas, grid.bottom(), (inner.left, inner.right), palette.axis);
    axis.draw(&mut canvas, edges, columns.cell);
    columns.draw(&mut canvas, head_bottom - label * 0.2, &grid);
    draw_legend(&plot.names, &mut canvas, columns.cell, inner.top + legend_height / 2.0);
    for (index, bar) in bars.iter().enumerate() {
        draw_bar(&mut canvas, &axis, &grid, index, bar);
    }
    Ok(Some(canvas.finish(edges, unplaced)))
}
