//! Rows of words and bars: columns of text left and right of a plot.

use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::label::TextBlock;
use crate::scene::{Align, Role, Scene, Stroke};
use crate::theme::Rgb;

/// Most rows of a table.
pub(crate) const MOST: usize = 200;
/// A row is at most so many times as high as its words need.
const AIRIEST: f64 = 4.0;

/// What stands in one place of a column.
pub(crate) struct TextCell<'a> {
    pub(crate) words: &'a [String],
    pub(crate) weight: Weight,
    pub(crate) colour: Rgb,
}

/// A column of texts, measured.
pub(crate) struct TextColumn {
    head: TextBlock,
    cells: Vec<TextBlock>,
    align: Align,
    /// Of the widest text; 0: nothing to set.
    pub(crate) width: f64,
}

impl TextColumn {
    /// A column no wider than `limit` (0: none), each cell in at most `lines` lines; what is longer is cut.
    pub(crate) fn new<'a>(
        canvas: &Canvas,
        head: &str,
        cells: impl Iterator<Item = TextCell<'a>>,
        align: Align,
        lines: usize,
        limit: f64,
    ) -> Self {
        let style = canvas.small_style(Role::Remark, Weight::Regular, canvas.palette.muted);
        let head = TextBlock::cut(&[head.to_owned()], style, 1, limit);
        let cells: Vec<TextBlock> = cells
            .map(|cell| {
                // A column without room is left out, not filled with dots.
                if limit <= 0.0 {
                    return TextBlock::new(Vec::new());
                }
                let style = canvas.label_style(Role::Label, cell.weight, cell.colour);
                TextBlock::cut(cell.words, style, lines, limit)
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
    pub(crate) fn highest(&self) -> f64 {
        self.cells.iter().map(|cell| cell.height).fold(0.0, f64::max)
    }

    /// The height of the head.
    pub(crate) fn head_height(&self) -> f64 {
        if self.width > 0.0 { self.head.height } else { 0.0 }
    }

    /// The rows that have something in this column.
    pub(crate) fn filled(&self) -> impl Iterator<Item = usize> {
        let cells = self.cells.iter().enumerate();
        cells.filter(|(_, cell)| !cell.is_empty()).map(|(index, _)| index)
    }

    /// Width with the gap beside it; nothing for an empty column.
    pub(crate) fn taken(&self, canvas: &Canvas) -> f64 {
        if self.width > 0.0 {
            self.width + gap(canvas)
        } else {
            0.0
        }
    }

    /// Sets head and cells from `left`.
    pub(crate) fn draw(&self, canvas: &mut Canvas, left: f64, head_bottom: f64, rows: &TableRows) {
        if self.width == 0.0 {
            return;
        }
        let mut set = |block: &TextBlock, top: f64| {
            let rect = Rect::new(left, top, left + self.width, top + block.height);
            canvas.texts(block.texts(&rect, self.align));
        };
        set(&self.head, head_bottom - self.head.height);
        for (index, cell) in self.cells.iter().enumerate() {
            set(cell, rows.middle(index) - cell.height / 2.0);
        }
    }
}

/// Space between columns.
pub(crate) fn gap(canvas: &Canvas) -> f64 {
    canvas.metrics.label * 1.1
}

/// Rows of equal height.
pub(crate) struct TableRows {
    top: f64,
    /// Height of each.
    pub(crate) pitch: f64,
    count: usize,
}

impl TableRows {
    /// `count` rows from `top`, as high as `bottom` allows; `None`: `least` for each is more than there is.
    pub(crate) fn new(count: usize, least: f64, top: f64, bottom: f64) -> Option<Self> {
        let pitch = ((bottom - top) / count.max(1) as f64).min(least * AIRIEST);
        (pitch >= least).then_some(Self { top, pitch, count })
    }

    /// Height at which a row begins.
    pub(crate) fn begin(&self, index: usize) -> f64 {
        self.top + self.pitch * index as f64
    }

    /// Its middle.
    pub(crate) fn middle(&self, index: usize) -> f64 {
        self.begin(index) + self.pitch / 2.0
    }

    /// Where the last row ends.
    pub(crate) fn bottom(&self) -> f64 {
        self.begin(self.count)
    }
}

/// A line from edge to edge.
pub(crate) fn rule(canvas: &mut Canvas, y: f64, edges: (f64, f64), colour: Rgb) {
    let stroke = Stroke::solid(colour, canvas.metrics.grid);
    canvas.line_behind(vec![Point::new(edges.0, y), Point::new(edges.1, y)], stroke);
}

/// Lays out with two lines in a cell, then with one, then without the last rows that `spare` allows to
/// leave out. The attempt gets lines and rows left out and gives `None` where there is no room.
///
/// # Errors
/// `crowded` where not even the rows that must stay fit, and what the attempt fails with.
pub(crate) fn as_whole_as_fits(
    spare: usize,
    crowded: ChartError,
    mut attempt: impl FnMut(usize, usize) -> Result<Option<Scene>>,
) -> Result<Scene> {
    let fewer = (0..=spare).map(|out| (1, out));
    for (lines, out) in std::iter::once((2, 0)).chain(fewer) {
        if let Some(scene) = attempt(lines, out)? {
            return Ok(scene);
        }
    }
    Err(crowded)
}
