//! One factor at a time: bars from the base to the result at its low and at its high.

use super::Reach;
use super::across::Across;
use super::table::{self, Cell, Column, Rows, centred};
use crate::axis::Unit;
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::fonts::width;
use crate::frame::{self, Below};
use crate::geometry::{Point, Rect};
use crate::label::Block;
use crate::scene::{Align, Role, Scene, Stroke, Style, Text, Weight};
use crate::spec::{Size, Theme, Tornado, TornadoRow};
use crate::text::clean;

/// Bars keep this share of the width; columns of words yield to them.
const BARS: f64 = 0.34;
/// Most that the factors' names may take of it.
const NAMES: f64 = 0.36;

pub(crate) fn lay_out(chart: &Tornado, size: Size, theme: Theme) -> Result<Scene> {
    if !(1..=table::MOST).contains(&chart.rows.len()) {
        return Err(ChartError::Empty("a tornado must have 1 to 200 rows"));
    }
    let mut reach = Reach::NONE;
    reach.add(chart.base, "the base")?;
    for row in &chart.rows {
        reach.add(row.low, &row.label)?;
        reach.add(row.high, &row.label)?;
    }
    let across = Across::new((reach.low, reach.high), (0.0, 1.0));
    // The widest stand first, so the narrowest go first; what all do together stays.
    let factors = chart.rows.iter().filter(|row| !row.total).count();
    table::as_whole_as_fits(factors.saturating_sub(1), size, |lines, out| {
        attempt(chart, &across, size, theme, lines, factors - out)
    })
}

fn attempt(
    chart: &Tornado,
    across: &Across,
    size: Size,
    theme: Theme,
    lines: usize,
    kept: usize,
) -> Result<Option<Scene>> {
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let mut factors = 0;
    let (rows, out): (Vec<(usize, &TornadoRow)>, Vec<_>) = chart.rows.iter().enumerate().partition(|(_, row)| {
        factors += usize::from(!row.total);
        row.total || factors <= kept
    });
    let below = Below {
        left_out: out.iter().map(|(_, row)| clean(&row.label)).collect(),
        ..Below::default()
    };
    let inner = frame::lay_out(&mut canvas, &chart.frame, &below)?;
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = across.labels(&unit);
    let Some(columns) = Columns::new(chart, &canvas, &rows, lines, inner) else {
        return Ok(None);
    };

    let head = head(chart, &canvas, &columns);
    let least = columns.highest().max(canvas.metrics.label * 1.25) * 1.08;
    let bottom = inner.bottom - Across::height(&canvas, &labels);
    let Some(grid) = Rows::new(rows.len(), least, inner.top + head.height(), bottom) else {
        return Ok(None);
    };
    let (left, right) = bar_edges(chart, &canvas, &rows, across, columns.cell);
    let across = across.moved(left, right);
    let plot = Rect::new(left, grid.begin(0), right, grid.bottom());
    let cell = columns.cell;

    for (index, (_, row)) in rows.iter().enumerate() {
        let colour = if row.total {
            canvas.palette.axis
        } else {
            canvas.palette.grid
        };
        table::rule(&mut canvas, grid.begin(index), (inner.left, inner.right), colour);
    }
    across.draw(&mut canvas, &labels, plot, cell);
    let bottom_rule = canvas.palette.axis;
    table::rule(&mut canvas, grid.bottom(), (inner.left, inner.right), bottom_rule);
    let edge = head.draw(&mut canvas, inner.top, across.x(chart.base), cell);
    columns.draw(&mut canvas, edge, &grid);
    bars(chart, &mut canvas, &rows, &across, &grid);
    let base = across.x(chart.base);
    let line = vec![Point::new(base, plot.top), Point::new(base, plot.bottom)];
    canvas.line(line, Stroke::solid(canvas.palette.ink, canvas.metrics.zero));
    let read = Rect::new(cell.0, plot.top, cell.1, plot.bottom);
    Ok(Some(canvas.finish(&chart.frame, read, below)))
}

/// The columns of words, and what they leave for the bars.
struct Columns {
    names: Column,
    ranges: Column,
    notes: Column,
    left: f64,
    right: f64,
    /// Left and right end of the bars' column.
    cell: (f64, f64),
}

impl Columns {
    /// All columns; without ranges, then without chances where the bars would be too short. `None`: the
    /// names alone are too wide.
    fn new(chart: &Tornado, canvas: &Canvas, rows: &[(usize, &TornadoRow)], lines: usize, inner: Rect) -> Option<Self> {
        let [factor, range, _, note] = &chart.heads;
        let palette = canvas.palette;
        let column = |head: &str, take: fn(&TornadoRow) -> &String, colour, align, lines, share: f64| {
            let cells = rows.iter().map(|(_, row)| Cell {
                words: std::slice::from_ref(take(row)),
                weight: if row.total { Weight::SemiBold } else { Weight::Regular },
                colour,
            });
            Column::new(canvas, head, cells, align, lines, inner.width() * share)
        };
        let names = |share| column(factor, |row| &row.label, palette.ink, Align::Start, lines, share);
        let ranges = |share| column(range, |row| &row.range, palette.muted, Align::Start, lines, share);
        let notes = |share| column(note, |row| &row.note, palette.ink, Align::End, 1, share);
        // What the widest labels at both ends leave is for bars.
        let (left, right) = widest(&end_labels(chart, canvas, rows));
        let least = (left + right + canvas.metrics.label * 4.0).max(inner.width() * BARS);
        [
            (NAMES, 0.2, 0.24),
            (NAMES, 0.0, 0.24),
            (NAMES, 0.0, 0.0),
            (NAMES / 2.0, 0.0, 0.0),
        ]
        .into_iter()
        .map(|(name, range, note)| {
            let (names, ranges, notes) = (names(name), ranges(range), notes(note));
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

    fn highest(&self) -> f64 {
        [&self.names, &self.ranges, &self.notes]
            .map(Column::highest)
            .into_iter()
            .fold(0.0, f64::max)
    }

    fn head_height(&self) -> f64 {
        let columns = [&self.names, &self.ranges, &self.notes];
        columns.map(Column::head_height).into_iter().fold(0.0, f64::max)
    }

    fn draw(&self, canvas: &mut Canvas, head_bottom: f64, rows: &Rows) {
        self.names.draw(canvas, self.left, head_bottom, rows);
        self.ranges
            .draw(canvas, self.left + self.names.taken(canvas), head_bottom, rows);
        self.notes
            .draw(canvas, self.right - self.notes.width, head_bottom, rows);
    }
}

/// The head of the bars' column and the base's label, above the first row.
struct Head {
    effect: Block,
    base: Block,
    columns: f64,
    gap: f64,
}

fn head(chart: &Tornado, canvas: &Canvas, columns: &Columns) -> Head {
    let size = canvas.metrics.small();
    let limit = columns.cell.1 - columns.cell.0;
    let set = |words: &String, weight, colour| {
        let style = canvas.style(Role::Remark, weight, size, colour);
        Block::new(table::cut(std::slice::from_ref(words), style, 1, limit))
    };
    Head {
        effect: set(&chart.heads[2], Weight::Regular, canvas.palette.muted),
        base: set(&chart.base_label, Weight::SemiBold, canvas.palette.ink),
        columns: columns.head_height(),
        gap: size * 0.35,
    }
}

impl Head {
    fn height(&self) -> f64 {
        self.columns.max(self.effect.height) + self.base.height + self.gap
    }

    /// Draws from `top`, the base's label in a row of its own over its line; gives where heads of columns end.
    fn draw(&self, canvas: &mut Canvas, top: f64, base: f64, cell: (f64, f64)) -> f64 {
        let first = self.columns.max(self.effect.height);
        let rect = Rect::new(cell.0, top + first - self.effect.height, cell.1, top + first);
        let mut texts = self.effect.texts(&rect, Align::Start);
        let half = self.base.width / 2.0;
        let middle = base.min(cell.1 - half).max(cell.0 + half);
        let rect = Rect::new(
            middle - half,
            top + first,
            middle + half,
            top + first + self.base.height,
        );
        texts.extend(self.base.texts(&rect, Align::Middle));
        for text in texts {
            canvas.text(text);
        }
        top + first
    }
}

/// A value of a row with its label and the side of it that the label stands on.
struct End<'a> {
    value: f64,
    label: &'a str,
    left: bool,
    /// Where the label begins: at the value, or across the base where a longer bar lies outside.
    at: f64,
}

/// The two ends of a row, the one farther from the base first, so that the other lies on it.
fn ends<'a>(base: f64, row: &'a TornadoRow) -> [(End<'a>, bool); 2] {
    let same_side = (row.low - base) * (row.high - base) > 0.0;
    let low_is_outer = (row.low - base).abs() >= (row.high - base).abs();
    let low_left = if row.low == base {
        row.high >= base
    } else {
        row.low < base
    };
    let high_left = if row.high == base { !low_left } else { row.high < base };
    let end = |value, label, left, outer: bool| {
        // Two labels at one side would meet: the shorter bar's stands across the base.
        let across = same_side && !outer;
        End {
            value,
            label,
            left: left != across,
            at: if across { base } else { value },
        }
    };
    let low = (end(row.low, row.low_label.as_str(), low_left, low_is_outer), true);
    let high = (end(row.high, row.high_label.as_str(), high_left, !low_is_outer), false);
    if low_is_outer { [low, high] } else { [high, low] }
}

fn end_style(canvas: &Canvas, row: &TornadoRow) -> Style {
    let (weight, colour) = if row.total {
        (Weight::SemiBold, canvas.palette.ink)
    } else {
        (Weight::Regular, canvas.palette.muted)
    };
    canvas.style(Role::Label, weight, canvas.metrics.small(), colour)
}

/// Where each label begins, whether it stands to the left of that, and its width with the gap.
fn end_labels(chart: &Tornado, canvas: &Canvas, rows: &[(usize, &TornadoRow)]) -> Vec<(f64, bool, f64)> {
    let gap = canvas.metrics.gap() * 0.7;
    rows.iter()
        .flat_map(|(_, row)| {
            let style = end_style(canvas, row);
            ends(chart.base, row).map(|(end, _)| {
                let wide = width(&clean(end.label), style.weight, style.size);
                (end.at, end.left, wide + gap)
            })
        })
        .collect()
}

/// The widest label to the left, and to the right.
fn widest(labels: &[(f64, bool, f64)]) -> (f64, f64) {
    let of = |left: bool| {
        let widths = labels
            .iter()
            .filter(|(_, side, _)| *side == left)
            .map(|(.., wide)| *wide);
        widths.fold(0.0, f64::max)
    };
    (of(true), of(false))
}

/// The axis' ends within the column, so far from its edges that every label has room outside its bar.
fn bar_edges(
    chart: &Tornado,
    canvas: &Canvas,
    rows: &[(usize, &TornadoRow)],
    across: &Across,
    cell: (f64, f64),
) -> (f64, f64) {
    let labels = end_labels(chart, canvas, rows);
    let (mut left, mut right) = cell;
    // Each round moves the axis in by what sticks out.
    for _ in 0..12 {
        let across = across.moved(left, right);
        let out = |is_left: bool| {
            labels
                .iter()
                .filter(|(_, side, _)| *side == is_left)
                .map(|(at, _, wide)| {
                    if is_left {
                        cell.0 - (across.x(*at) - wide)
                    } else {
                        across.x(*at) + wide - cell.1
                    }
                })
                .fold(0.0, f64::max)
        };
        let (over_left, over_right) = (out(true), out(false));
        if over_left <= 0.01 && over_right <= 0.01 {
            return (left, right);
        }
        left += over_left;
        right -= over_right;
    }
    let (widest_left, widest_right) = widest(&labels);
    (cell.0 + widest_left, cell.1 - widest_right)
}

fn bars(chart: &Tornado, canvas: &mut Canvas, rows: &[(usize, &TornadoRow)], across: &Across, grid: &Rows) {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let half = (grid.pitch * 0.32).min(metrics.label * 0.9);
    let gap = metrics.gap() * 0.7;
    let base = across.x(chart.base);
    for (place, (index, row)) in rows.iter().enumerate() {
        let middle = grid.middle(place);
        let style = end_style(canvas, row);
        for (end, is_low) in ends(chart.base, row) {
            let colour = match (row.total, is_low) {
                (true, true) => palette.series,
                (true, false) | (false, true) => palette.band_50,
                (false, false) => palette.band_80,
            };
            let x = across.x(end.value);
            canvas.bar(
                Rect::new(x.min(base), middle - half, x.max(base), middle + half),
                colour,
            );
            let (align, at) = if end.left {
                (Align::End, across.x(end.at) - gap)
            } else {
                (Align::Start, across.x(end.at) + gap)
            };
            let words = clean(end.label);
            canvas.text_on_plot(Text::new(style, &words, align, at, centred(&words, style, middle)));
        }
        let at = across.x(if (row.low - chart.base).abs() >= (row.high - chart.base).abs() {
            row.low
        } else {
            row.high
        });
        canvas.read(Point::new(at, middle), 0, *index, &row.readout);
    }
}
