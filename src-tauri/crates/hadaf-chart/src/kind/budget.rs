//! Allocated, released and spent: bars of three heights on one baseline, a tick for the part of the year gone.

use super::across::Across;
use super::table::{self, Cell, Column, Rows, centred};
use super::{Reach, placeable};
use crate::axis::Unit;
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame::{self, Below};
use crate::geometry::{Point, Rect};
use crate::scene::{Align, Role, Scene, Stroke, Text, Weight};
use crate::spec::{Budget, BudgetBar, Size, Theme};
use crate::text::{clean, shortened};
use crate::theme::Rgb;

/// Bars keep this share of the width; columns of words yield to them.
const BARS: f64 = 0.34;
/// Most that the names of lines may take of it.
const NAMES: f64 = 0.36;
/// Heights of the bars, as shares of the highest.
const ALLOCATED: f64 = 1.0;
const RELEASED: f64 = 0.62;
const SPENT: f64 = 0.28;

pub(crate) fn lay_out(chart: &Budget, size: Size, theme: Theme) -> Result<Scene> {
    if !(1..=table::MOST).contains(&chart.bars.len()) {
        return Err(ChartError::Empty("a budget must have 1 to 200 lines"));
    }
    let mut reach = Reach::NONE;
    for bar in &chart.bars {
        let name = clean(&bar.label.join(" "));
        for value in [bar.allocated, bar.released, bar.spent].into_iter().flatten() {
            reach.add(value, &name)?;
        }
        if let Some(elapsed) = bar.elapsed {
            placeable(elapsed, &name)?;
        }
    }
    if reach.is_empty() {
        return Err(ChartError::Empty("no line of the budget has an amount"));
    }
    // Lengths are read from zero.
    let across = Across::new((reach.low.min(0.0), reach.high.max(0.0)), (0.0, 1.0));
    let count = chart.bars.len();
    table::as_whole_as_fits(count - 1, size, |lines, out| {
        attempt(chart, &across, size, theme, lines, count - out)
    })
}

fn attempt(
    chart: &Budget,
    across: &Across,
    size: Size,
    theme: Theme,
    lines: usize,
    kept: usize,
) -> Result<Option<Scene>> {
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let (bars, out) = chart.bars.split_at(kept.min(chart.bars.len()));
    let below = Below {
        left_out: out.iter().map(|bar| clean(&bar.label.join(", "))).collect(),
        ..Below::default()
    };
    let inner = frame::lay_out(&mut canvas, &chart.frame, &below)?;
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = across.labels(&unit);
    let Some(columns) = Columns::new(chart, &canvas, bars, lines, inner) else {
        return Ok(None);
    };
    let (left, right) = columns.cell;
    let key_height = canvas.metrics.label * 1.7;
    let head_bottom = inner.top + columns.head_height().max(key_height);
    let least = columns.highest().max(canvas.metrics.label * 1.25) * 1.08;
    let bottom = inner.bottom - Across::height(&canvas, &labels);
    let Some(grid) = Rows::new(bars.len(), least, head_bottom, bottom) else {
        return Ok(None);
    };
    let plot = Rect::new(left, grid.begin(0), right, grid.bottom());
    let across = across.moved(left, right);
    let edges = (inner.left, inner.right);
    for index in 0..bars.len() {
        let colour = canvas.palette.grid;
        table::rule(&mut canvas, grid.begin(index), edges, colour);
    }
    let closing = canvas.palette.axis;
    table::rule(&mut canvas, grid.bottom(), edges, closing);
    across.draw(&mut canvas, &labels, plot, columns.cell);
    let gap = canvas.metrics.label * 0.2;
    columns.draw(&mut canvas, head_bottom - gap, &grid);
    key(chart, &mut canvas, columns.cell, inner.top + key_height / 2.0);
    for (index, bar) in bars.iter().enumerate() {
        draw_bar(&mut canvas, &across, &grid, index, bar);
    }
    Ok(Some(canvas.finish(&chart.frame, plot, below)))
}

/// The colours of allocated, released and spent.
fn colours(canvas: &Canvas) -> [Rgb; 3] {
    let palette = canvas.palette;
    [palette.band_80, palette.band_50, palette.series]
}

/// Half the height of an allocation's bar.
fn half_height(canvas: &Canvas, pitch: f64) -> f64 {
    (pitch * 0.36).min(canvas.metrics.label * 1.1)
}

/// Names the three bars above the plot, each after a piece of it; what finds no room is cut.
fn key(chart: &Budget, canvas: &mut Canvas, (left, right): (f64, f64), middle: f64) {
    let metrics = canvas.metrics;
    let style = canvas.style(Role::Remark, Weight::Regular, metrics.small(), canvas.palette.muted);
    let piece = metrics.label * 1.5;
    let gap = metrics.gap() * 0.7;
    let each = (right - left) / 3.0;
    let mut at = left;
    for ((name, colour), share) in chart
        .names
        .iter()
        .zip(colours(canvas))
        .zip([ALLOCATED, RELEASED, SPENT])
    {
        let name = clean(name);
        if name.is_empty() {
            continue;
        }
        let half = metrics.label * 0.5 * share;
        canvas.bar(Rect::new(at, middle - half, at + piece, middle + half), colour);
        let words = shortened(&name, style.weight, style.size, each - piece - gap * 3.0);
        let baseline = centred(&words, style, middle);
        let text = Text::new(style, &words, Align::Start, at + piece + gap, baseline);
        at = text.bounds.right + gap * 2.0;
        canvas.text(text);
    }
}

fn draw_bar(canvas: &mut Canvas, across: &Across, grid: &Rows, index: usize, bar: &BudgetBar) {
    let metrics = canvas.metrics;
    let middle = grid.middle(index);
    let half = half_height(canvas, grid.pitch);
    let zero = across.x(0.0);
    let amounts = [bar.allocated, bar.released, bar.spent];
    let mut end = zero;
    for ((amount, colour), share) in amounts
        .into_iter()
        .zip(colours(canvas))
        .zip([ALLOCATED, RELEASED, SPENT])
    {
        let Some(amount) = amount else { continue };
        let x = across.x(amount);
        let rect = Rect::new(x.min(zero), middle - half * share, x.max(zero), middle + half * share);
        canvas.bar(rect, colour);
        end = x;
    }
    if let (Some(share), Some(allocated)) = (bar.elapsed, bar.allocated) {
        let x = across.x(allocated * share.clamp(0.0, 1.0));
        let reach = half * 1.18;
        let line = vec![Point::new(x, middle - reach), Point::new(x, middle + reach)];
        let halo = Stroke::solid(canvas.palette.background, metrics.zero + metrics.grid * 2.0);
        canvas.line(line.clone(), halo);
        canvas.line(line, Stroke::solid(canvas.palette.ink, metrics.zero * 1.3));
    }
    // What is known last is read out: spent, else released, else allocated.
    canvas.read(Point::new(end, middle), 0, index, &bar.readout);
}

/// The columns of words, and what they leave for the bars.
struct Columns {
    names: Column,
    elapsed: Column,
    released: Column,
    spent: Column,
    inner: Rect,
    /// Left and right end of the bars' column.
    cell: (f64, f64),
}

impl Columns {
    /// All columns; without the year's part in words, then without shares where the bars would be too
    /// short. `None`: the names alone are too wide.
    fn new(chart: &Budget, canvas: &Canvas, bars: &[BudgetBar], lines: usize, inner: Rect) -> Option<Self> {
        let palette = canvas.palette;
        let [_, released_name, spent_name] = &chart.names;
        let column = |head: &str, take: fn(&BudgetBar) -> &[String], weight, colour, align, lines, share: f64| {
            let cells = bars.iter().map(|bar| Cell {
                words: take(bar),
                weight,
                colour,
            });
            Column::new(canvas, head, cells, align, lines, inner.width() * share)
        };
        let (ink, muted, series) = (palette.ink, palette.muted, palette.series);
        let (regular, bold) = (Weight::Regular, Weight::SemiBold);
        [
            (NAMES, 0.16, 0.2),
            (NAMES, 0.16, 0.0),
            (NAMES * 0.7, 0.12, 0.0),
            (NAMES, 0.0, 0.0),
        ]
        .into_iter()
        .map(|(name, share, year)| {
            let names = column("", |bar| &bar.label, regular, ink, Align::Start, lines, name);
            let elapsed = column(
                "",
                |bar| std::slice::from_ref(&bar.elapsed_label),
                regular,
                muted,
                Align::Start,
                lines,
                year,
            );
            let released = column(
                released_name,
                |bar| std::slice::from_ref(&bar.released_label),
                regular,
                muted,
                Align::End,
                1,
                share,
            );
            let spent = column(
                spent_name,
                |bar| std::slice::from_ref(&bar.spent_label),
                bold,
                series,
                Align::End,
                1,
                share,
            );
            let left = inner.left + names.taken(canvas);
            let tick = if elapsed.width > 0.0 {
                canvas.metrics.label * 0.6
            } else {
                0.0
            };
            let right = inner.right - elapsed.taken(canvas) - tick - released.taken(canvas) - spent.taken(canvas);
            Self {
                names,
                elapsed,
                released,
                spent,
                inner,
                cell: (left, right),
            }
        })
        .find(|columns| columns.cell.1 - columns.cell.0 >= inner.width() * BARS)
    }

    fn all(&self) -> [&Column; 4] {
        [&self.names, &self.elapsed, &self.released, &self.spent]
    }

    fn highest(&self) -> f64 {
        self.all().map(Column::highest).into_iter().fold(0.0, f64::max)
    }

    fn head_height(&self) -> f64 {
        self.all().map(Column::head_height).into_iter().fold(0.0, f64::max)
    }

    fn draw(&self, canvas: &mut Canvas, head_bottom: f64, rows: &Rows) {
        self.names.draw(canvas, self.inner.left, head_bottom, rows);
        let spent = self.inner.right - self.spent.width;
        self.spent.draw(canvas, spent, head_bottom, rows);
        let released = self.inner.right - self.spent.taken(canvas) - self.released.width;
        self.released.draw(canvas, released, head_bottom, rows);
        if self.elapsed.width == 0.0 {
            return;
        }
        let taken = self.spent.taken(canvas) + self.released.taken(canvas);
        let left = self.inner.right - taken - self.elapsed.width;
        self.elapsed.draw(canvas, left, head_bottom, rows);
        // The tick stands before its words, so that they explain the one on the bar.
        for index in self.elapsed.told() {
            let half = canvas.metrics.label * 0.5;
            let (x, middle) = (left - canvas.metrics.label * 0.4, rows.middle(index));
            let line = vec![Point::new(x, middle - half), Point::new(x, middle + half)];
            canvas.line(line, Stroke::solid(canvas.palette.ink, canvas.metrics.zero * 1.3));
        }
    }
}
