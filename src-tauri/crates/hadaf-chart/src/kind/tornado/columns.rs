//! The columns of words round the bars, and the head above the bars.

use super::bars::{end_labels, widest};
use super::spec::{IndexedRow, TornadoPlot, TornadoRow};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::Rect;
use crate::label::TextBlock;
use crate::part::table::{TableRows, TextCell, TextColumn};
use crate::scene::{Align, Role};

/// Bars keep this share of the width; columns of words yield to them.
const BARS: f64 = 0.34;
/// Most that the factors' names may take of it.
const NAMES: f64 = 0.36;
/// Shares of the width for names, ranges and notes, tried in turn: ranges go first, then notes, then the
/// names are broken or cut.
const SHARES: [(f64, f64, f64); 4] = [
    (NAMES, 0.2, 0.24),
    (NAMES, 0.0, 0.24),
    (NAMES, 0.0, 0.0),
    (NAMES / 2.0, 0.0, 0.0),
];

/// The columns of words, and what they leave for the bars.
pub(super) struct TornadoColumns {
    names: TextColumn,
    ranges: TextColumn,
    notes: TextColumn,
    left: f64,
    right: f64,
    /// Left and right end of the bars' column.
    pub(super) cell: (f64, f64),
}

impl TornadoColumns {
    /// As many of the columns as leave room for bars; `None`: the names alone are too wide.
    pub(super) fn new(
        plot: &TornadoPlot,
        canvas: &Canvas,
        rows: &[IndexedRow<'_>],
        lines: usize,
        inner: Rect,
    ) -> Option<Self> {
        let [factor, range, _, note] = &plot.heads;
        let palette = canvas.palette;
        let column = |head: &str, take: fn(&TornadoRow) -> &String, colour, align, lines, share: f64| {
            let cells = rows.iter().map(|(_, row)| TextCell {
                words: std::slice::from_ref(take(row)),
                weight: if row.total { Weight::SemiBold } else { Weight::Regular },
                colour,
            });
            TextColumn::new(canvas, head, cells, align, lines, inner.width() * share)
        };
        // What the widest labels at both ends leave is for bars.
        let (left, right) = widest(&end_labels(plot.base, canvas, rows));
        let least = (left + right + canvas.metrics.label * 4.0).max(inner.width() * BARS);
        SHARES
            .into_iter()
            .map(|(name, span, effect)| {
                let names = column(factor, |row| &row.label, palette.ink, Align::Start, lines, name);
                let ranges = column(range, |row| &row.range, palette.muted, Align::Start, lines, span);
                let notes = column(note, |row| &row.note, palette.ink, Align::End, 1, effect);
                let left = inner.left + names.taken(canvas) + ranges.taken(canvas);
                let right = inner.right - notes.taken(canvas);
                Self {
                    names,
                    ranges,
                    notes,
                    left: inner.left,
                    right: inner.right,
                    cell: (left, right),
                }
            })
            .find(|columns| columns.cell.1 - columns.cell.0 >= least)
    }

    fn all(&self) -> [&TextColumn; 3] {
        [&self.names, &self.ranges, &self.notes]
    }

    /// Height of the highest cell.
    pub(super) fn highest(&self) -> f64 {
        self.all().map(TextColumn::highest).into_iter().fold(0.0, f64::max)
    }

    fn head_height(&self) -> f64 {
        self.all().map(TextColumn::head_height).into_iter().fold(0.0, f64::max)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, head_bottom: f64, rows: &TableRows) {
        self.names.draw(canvas, self.left, head_bottom, rows);
        let ranges = self.left + self.names.taken(canvas);
        self.ranges.draw(canvas, ranges, head_bottom, rows);
        self.notes
            .draw(canvas, self.right - self.notes.width, head_bottom, rows);
    }
}

/// The head of the bars' column and the base's label, above the first row.
pub(super) struct ColumnHead {
    effect: TextBlock,
    base: TextBlock,
    columns: f64,
    gap: f64,
}

impl ColumnHead {
    pub(super) fn new(plot: &TornadoPlot, canvas: &Canvas, columns: &TornadoColumns) -> Self {
        let limit = columns.cell.1 - columns.cell.0;
        let set = |words: &String, weight, colour| {
            let style = canvas.small_style(Role::Remark, weight, colour);
            TextBlock::cut(std::slice::from_ref(words), style, 1, limit)
        };
        Self {
            effect: set(&plot.heads[2], Weight::Regular, canvas.palette.muted),
            base: set(&plot.base_label, Weight::SemiBold, canvas.palette.ink),
            columns: columns.head_height(),
            gap: canvas.metrics.small() * 0.35,
        }
    }

    pub(super) fn height(&self) -> f64 {
        self.columns.max(self.effect.height) + self.base.height + self.gap
    }

    /// Draws from `top`, the base's label in a row of its own over its line; gives where heads of columns end.
    pub(super) fn draw(&self, canvas: &mut Canvas, top: f64, base: f64, cell: (f64, f64)) -> f64 {
        let bottom = top + self.columns.max(self.effect.height);
        let rect = Rect::new(cell.0, bottom - self.effect.height, cell.1, bottom);
        canvas.texts(self.effect.texts(&rect, Align::Start));
        let half = self.base.width / 2.0;
        let middle = base.min(cell.1 - half).max(cell.0 + half);
        let rect = Rect::new(middle - half, bottom, middle + half, bottom + self.base.height);
        canvas.texts(self.base.texts(&rect, Align::Middle));
        bottom
    }
}
