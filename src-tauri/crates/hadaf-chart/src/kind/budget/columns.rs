//! The columns of words round the bars: names, the part of the year gone, shares released and spent.

use super::spec::{BudgetBar, BudgetPlot};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::part::table::{TableRows, TextCell, TextColumn};
use crate::scene::{Align, Stroke};

/// Bars keep this share of the width; columns of words yield to them.
const BARS: f64 = 0.34;
/// Most that the names of lines may take of it.
const NAMES: f64 = 0.36;
/// Shares of the width for names, for each share of the allocation and for the year's part in words, tried in
/// turn: the year's part goes first, then the shares where narrower names do not help.
const SHARES: [(f64, f64, f64); 4] = [
    (NAMES, 0.16, 0.2),
    (NAMES, 0.16, 0.0),
    (NAMES * 0.7, 0.12, 0.0),
    (NAMES, 0.0, 0.0),
];

/// The columns of words, and what they leave for the bars.
pub(super) struct BudgetColumns {
    names: TextColumn,
    elapsed: TextColumn,
    released: TextColumn,
    spent: TextColumn,
    inner: Rect,
    /// Left and right end of the bars' column.
    pub(super) cell: (f64, f64),
}

impl BudgetColumns {
    /// As many of the columns as leave room for bars; `None`: the names alone are too wide.
    pub(super) fn new(
        plot: &BudgetPlot,
        canvas: &Canvas,
        bars: &[BudgetBar],
        lines: usize,
        inner: Rect,
    ) -> Option<Self> {
        let palette = canvas.palette;
        let [_, released_name, spent_name] = &plot.names;
        let column = |head: &str, take: fn(&BudgetBar) -> &[String], weight, colour, align, lines, share: f64| {
            let cells = bars.iter().map(|bar| TextCell {
                words: take(bar),
                weight,
                colour,
            });
            TextColumn::new(canvas, head, cells, align, lines, inner.width() * share)
        };
        let (ink, muted, series) = (palette.ink, palette.muted, palette.series);
        let (regular, bold) = (Weight::Regular, Weight::SemiBold);
        SHARES
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

    fn all(&self) -> [&TextColumn; 4] {
        [&self.names, &self.elapsed, &self.released, &self.spent]
    }

    pub(super) fn highest(&self) -> f64 {
        self.all().map(TextColumn::highest).into_iter().fold(0.0, f64::max)
    }

    pub(super) fn head_height(&self) -> f64 {
        self.all().map(TextColumn::head_height).into_iter().fold(0.0, f64::max)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, head_bottom: f64, rows: &TableRows) {
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
        for index in self.elapsed.filled() {
            let half = canvas.metrics.label * 0.5;
            let (x, middle) = (left - canvas.metrics.label * 0.4, rows.middle(index));
            let line = vec![Point::new(x, middle - half), Point::new(x, middle + half)];
            canvas.line(line, Stroke::solid(canvas.palette.ink, canvas.metrics.zero * 1.3));
        }
    }
}
