//! From factors to a scene: measure, scale, draw.

use super::bars::{bar_edges, draw_bars};
use super::columns::{ColumnHead, TornadoColumns};
use super::spec::{IndexedRow, TornadoPlot};
use crate::axis::HorizontalAxis;
use crate::error::{ChartError, Result};
use crate::frame::Unplaced;
use crate::geometry::{Point, Rect};
use crate::paper::Paper;
use crate::part::table::{self, TableRows};
use crate::range::ValueRange;
use crate::scene::{Scene, Stroke};
use crate::surround;
use crate::text::clean;

pub(crate) fn lay_out(plot: &TornadoPlot, paper: &Paper) -> Result<Scene> {
    if !(1..=table::MOST).contains(&plot.rows.len()) {
        return Err(ChartError::Empty("a tornado must have 1 to 200 rows"));
    }
    let mut range = ValueRange::EMPTY;
    range.add(plot.base, "the base")?;
    for row in &plot.rows {
        range.add(row.low, &row.label)?;
        range.add(row.high, &row.label)?;
    }
    let axis = HorizontalAxis::new(range.low, range.high, paper.ticks);
    // The widest stand first, so the narrowest go first; what all do together stays.
    let factors = plot.rows.iter().filter(|row| !row.total).count();
    table::as_whole_as_fits(factors.saturating_sub(1), paper.crowded(), |lines, out| {
        attempt(plot, paper, &axis, lines, factors - out)
    })
}

/// The rows with their indices in the spec: the first `kept` factors and the totals, then those left out.
fn kept_rows(plot: &TornadoPlot, kept: usize) -> (Vec<IndexedRow<'_>>, Vec<IndexedRow<'_>>) {
    let mut factors = 0;
    plot.rows.iter().enumerate().partition(|(_, row)| {
        factors += usize::from(!row.total);
        row.total || factors <= kept
    })
}

/// One layout with so many lines in a cell and so many factors; `None`: they do not fit.
fn attempt(
    plot: &TornadoPlot,
    paper: &Paper,
    axis: &HorizontalAxis,
    lines: usize,
    kept: usize,
) -> Result<Option<Scene>> {
    let mut canvas = paper.canvas();
    let (rows, out) = kept_rows(plot, kept);
    let unplaced = Unplaced {
        left_out: out.iter().map(|(_, row)| clean(&row.label)).collect(),
        ..Unplaced::default()
    };
    let inner = surround::lay_out(&mut canvas, paper.frame, &unplaced)?;
    let Some(columns) = TornadoColumns::new(plot, &canvas, &rows, lines, inner) else {
        return Ok(None);
    };
    let head = ColumnHead::new(plot, &canvas, &columns);
    let least = columns.highest().max(canvas.metrics.label * 1.25) * 1.08;
    let bottom = inner.bottom - axis.height(&canvas);
    let Some(grid) = TableRows::new(rows.len(), least, inner.top + head.height(), bottom) else {
        return Ok(None);
    };

    let cell = columns.cell;
    let (left, right) = bar_edges(plot.base, &canvas, &rows, axis, cell);
    let axis = axis.between(left, right);
    let edges = Rect::new(left, grid.begin(0), right, grid.bottom());
    let base = axis.x(plot.base);

    let palette = canvas.palette;
    for (index, (_, row)) in rows.iter().enumerate() {
        let colour = if row.total { palette.axis } else { palette.grid };
        table::rule(&mut canvas, grid.begin(index), (inner.left, inner.right), colour);
    }
    axis.draw(&mut canvas, edges, cell);
    table::rule(&mut canvas, grid.bottom(), (inner.left, inner.right), palette.axis);
    let head_bottom = head.draw(&mut canvas, inner.top, base, cell);
    columns.draw(&mut canvas, head_bottom, &grid);
    draw_bars(plot.base, &mut canvas, &rows, &axis, &grid);
    let line = vec![Point::new(base, edges.top), Point::new(base, edges.bottom)];
    let stroke = Stroke::solid(palette.ink, canvas.metrics.zero);
    canvas.line(line, stroke);
    let read = Rect::new(cell.0, edges.top, cell.1, edges.bottom);
    Ok(Some(canvas.finish(read, unplaced)))
}
