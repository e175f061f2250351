//! Rows of words and bars: columns of text left and right of a plot, one row for each thing told.

use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::fonts::measure;
use crate::geometry::{Point, Rect};
use crate::label::Block;
use crate::scene::{Align, Role, Scene, Shape, Stroke, Style, Weight};
use crate::spec::Size;
use crate::text::{balanced, clean, shortened};
use crate::theme::Rgb;

/// Most rows of a table.
pub(super) const MOST: usize = 200;
/// A row is at most so many times as high as its words need.
const AIRIEST: f64 = 4.0;

/// What stands in one place of a column.
pub(super) struct Cell<'a> {
    pub(super) words: &'a [String],
    pub(super) weight: Weight,
    pub(super) colour: Rgb,
}

/// A column of texts, measured.
pub(super) struct Column {
    head: Block,
    cells: Vec<Block>,
    align: Align,
    /// Of the widest text; 0: nothing to set.
    pub(super) width: f64,
}

impl Column {
    /// A column no wider than `limit` (0: none), each cell in at most `lines` lines; what is longer is cut.
    pub(super) fn new<'a>(
        canvas: &Canvas,
        head: &str,
        cells: impl Iterator<Item = Cell<'a>>,
        align: Align,
        lines: usize,
        limit: f64,
    ) -> Self {
        let size = canvas.metrics.label;
        let style = canvas.style(
            Role::Remark,
            Weight::Regular,
            canvas.metrics.small(),
            canvas.palette.muted,
        );
        let head = Block::new(cut(&[head.to_owned()], style, 1, limit));
        let cells: Vec<Block> = cells
            .map(|cell| {
                // A column without room is left out, not told by dots.
                if limit <= 0.0 {
                    return Block::new(Vec::new());
                }
                let style = canvas.style(Role::Label, cell.weight, size, cell.colour);
                Block::new(cut(cell.words, style, lines, limit))
            })
            .collect();
        let widest = cells.iter().map(|cell| cell.width).fold(0.0, f64::max);
        Self {
            width: if widest > 0.0 { widest.max(head.width) } else { 0.0 },
            head,
            cells,
            align,
        }
    }

    /// The height of the highest cell.
    pub(super) fn highest(&self) -> f64 {
        self.cells.iter().map(|cell| cell.height).fold(0.0, f64::max)
    }

    /// The height of the head.
    pub(super) fn head_height(&self) -> f64 {
        if self.width > 0.0 { self.head.height } else { 0.0 }
    }

    /// The rows that have something in this column.
    pub(super) fn told(&self) -> impl Iterator<Item = usize> {
        let cells = self.cells.iter().enumerate();
        cells.filter(|(_, cell)| !cell.is_empty()).map(|(index, _)| index)
    }

    /// Width with the gap beside it; nothing for an empty column.
    pub(super) fn taken(&self, canvas: &Canvas) -> f64 {
        if self.width > 0.0 {
            self.width + gap(canvas)
        } else {
            0.0
        }
    }

    /// Sets head and cells from `left`.
    pub(super) fn draw(&self, canvas: &mut Canvas, left: f64, head_bottom: f64, rows: &Rows) {
        if self.width == 0.0 {
            return;
        }
        let mut set = |block: &Block, top: f64| {
            let rect = Rect::new(left, top, left + self.width, top + block.height);
            for text in block.texts(&rect, self.align) {
                canvas.text(text);
            }
        };
        set(&self.head, head_bottom - self.head.height);
        for (index, cell) in self.cells.iter().enumerate() {
            set(cell, rows.middle(index) - cell.height / 2.0);
        }
    }
}

/// Space between columns.
pub(super) fn gap(canvas: &Canvas) -> f64 {
    canvas.metrics.label * 1.1
}

/// `words` in at most `lines` lines within `limit`; what is longer ends in an ellipsis.
pub(super) fn cut(words: &[String], style: Style, lines: usize, limit: f64) -> Vec<(Style, String)> {
    let words: Vec<String> = words
        .iter()
        .map(|line| clean(line))
        .filter(|line| !line.is_empty())
        .collect();
    let fit = |line: &str| shortened(line, style.weight, style.size, limit);
    let broken: Vec<String> = words
        .iter()
        .flat_map(|line| balanced(line, style.weight, style.size, limit))
        .collect();
    let set = if broken.len() <= lines {
        broken
    } else {
        // As whole as it goes: broken anew, so that no line ends early.
        let mut all = crate::text::wrap(&words.join(", "), style.weight, style.size, limit);
        if all.len() > lines {
            let rest = all.split_off(lines.saturating_sub(1)).join(" ");
            all.push(rest);
        }
        all
    };
    set.iter().map(|line| (style, fit(line))).collect()
}

/// Rows of equal height.
pub(super) struct Rows {
    top: f64,
    /// Height of each.
    pub(super) pitch: f64,
    count: usize,
}

impl Rows {
    /// `count` rows from `top`, as high as `bottom` allows; `None`: `least` for each is more than there is.
    pub(super) fn new(count: usize, least: f64, top: f64, bottom: f64) -> Option<Self> {
        let pitch = ((bottom - top) / count.max(1) as f64).min(least * AIRIEST);
        (pitch >= least).then_some(Self { top, pitch, count })
    }

    /// Height at which a row begins.
    pub(super) fn begin(&self, index: usize) -> f64 {
        self.top + self.pitch * index as f64
    }

    /// Its middle.
    pub(super) fn middle(&self, index: usize) -> f64 {
        self.begin(index) + self.pitch / 2.0
    }

    /// Where the last row ends.
    pub(super) fn bottom(&self) -> f64 {
        self.begin(self.count)
    }
}

/// A line from edge to edge.
pub(super) fn rule(canvas: &mut Canvas, y: f64, edges: (f64, f64), colour: Rgb) {
    let stroke = Stroke::solid(colour, canvas.metrics.grid);
    canvas.behind(Shape::Line {
        points: vec![Point::new(edges.0, y), Point::new(edges.1, y)],
        stroke,
    });
}

/// Baseline of a line of text that stands in the middle of `y`.
pub(super) fn centred(words: &str, style: Style, y: f64) -> f64 {
    let extent = measure(words, style.weight, style.size);
    y + (extent.ascent - extent.descent) / 2.0
}

/// Lays out with two lines in a cell, then with one, then without the last rows that `spare` allows to
/// leave out. The attempt gets lines and rows left out and gives `None` where there is no room.
///
/// # Errors
/// [`ChartError::Crowded`] where not even the rows that must stay fit, and what the attempt fails with.
pub(super) fn as_whole_as_fits(
    spare: usize,
    size: Size,
    mut attempt: impl FnMut(usize, usize) -> Result<Option<Scene>>,
) -> Result<Scene> {
    let fewer = (0..=spare).map(|out| (1, out));
    for (lines, out) in std::iter::once((2, 0)).chain(fewer) {
        if let Some(scene) = attempt(lines, out)? {
            return Ok(scene);
        }
    }
    Err(ChartError::Crowded {
        width: size.width,
        height: size.height,
    })
}
