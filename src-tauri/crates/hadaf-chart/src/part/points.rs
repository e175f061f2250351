//! Months and years as points: their marks, and which of them a line joins.

use hadaf_core::Month;

use crate::canvas::Canvas;
use crate::geometry::{Point, level};
use crate::label::AvoidedLine;
use crate::readout::Readout;

/// How one dot is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointMark {
    /// Published and confirmed: filled dot.
    Confirmed,
    /// First release, not confirmed since: hollow dot, "(p)".
    Provisional,
    /// Calculated from published totals: open square, not joined to the line.
    Derived,
}

/// One figure of a series on an axis of months.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthPoint {
    /// The month; of a quarter, the one with which it ends.
    pub month: Month,
    /// The value in the series' unit. A month or quarter without a point is a gap.
    pub value: f64,
    /// How the dot is drawn.
    pub mark: PointMark,
    /// The observation that this value replaced, drawn as a grey dot.
    pub revised_from: Option<f64>,
    /// What is read out, e.g. "December 2025" and "US$ 437 m, first release".
    pub readout: Readout,
    /// Text to stand on the point ("Dec 2025: $437 m"), for the few that are labelled.
    pub label: Option<String>,
}

/// Draws the mark of a fiscal year; gives it as a line that labels avoid.
pub(crate) fn draw_year_mark(canvas: &mut Canvas, mark: PointMark, at: Point, radius: f64) -> AvoidedLine {
    let metrics = canvas.metrics;
    let colour = canvas.palette.series;
    match mark {
        PointMark::Confirmed => canvas.dot(at, radius, colour),
        PointMark::Provisional => canvas.ring(at, radius, metrics.main * 0.8, colour),
        PointMark::Derived => canvas.square(at, radius, metrics.main * 0.6, colour),
    }
    AvoidedLine::new(level(at, radius), 15.0)
}

/// Stretches of points whose slots follow one another: a missing one is a gap in the line.
pub(crate) struct Runs {
    runs: Vec<Vec<Point>>,
    last: Option<usize>,
    apart: usize,
}

impl Runs {
    /// Of points that stand so many slots apart where they follow one another: one, or three of quarters on an axis of
    /// months.
    pub(crate) fn apart(slots: usize) -> Self {
        Self {
            runs: Vec::new(),
            last: None,
            apart: slots,
        }
    }

    /// Adds a point, to the last stretch where it follows that, else as the first of another.
    pub(crate) fn push(&mut self, slot: usize, at: Point) {
        match self.runs.last_mut() {
            Some(run) if self.last.is_some_and(|last| slot <= last + self.apart) => run.push(at),
            _ => self.runs.push(vec![at]),
        }
        self.last = Some(slot);
    }

    /// Ends the stretch: what comes next does not join it.
    pub(crate) fn cut(&mut self) {
        self.last = None;
    }

    /// The stretches in order.
    pub(crate) fn into_runs(self) -> Vec<Vec<Point>> {
        self.runs
    }
}
