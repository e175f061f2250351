//! Days on an axis of months, and where spans begin and end on it.

use hadaf_core::Month;
use jiff::civil::Date;

use super::spec::{TimelinePlot, TimelineSpan};
use crate::axis::MonthAxis;
use crate::canvas::Canvas;
use crate::scale::PlotScale;

/// Days on an axis of months: a month's days share its slot.
pub(super) struct DayAxis<'a> {
    pub(super) months: &'a MonthAxis,
    pub(super) scale: &'a PlotScale,
}

impl DayAxis<'_> {
    /// Where a day begins, cut to the axis.
    pub(super) fn begin(&self, day: Date) -> f64 {
        self.at(day, f64::from(day.day()) - 1.0)
    }

    /// Where it ends.
    pub(super) fn end(&self, day: Date) -> f64 {
        self.at(day, f64::from(day.day()))
    }

    fn at(&self, day: Date, days: f64) -> f64 {
        let month = Month::of(day);
        let slot = self.months.signed(month) + days / f64::from(month.days());
        self.scale.x(slot.clamp(0.0, self.months.count as f64))
    }

    /// Whether a day lies on the axis.
    pub(super) fn has(&self, day: Date) -> bool {
        self.months.slot(Month::of(day)).is_some()
    }

    /// Left and right end of a span's bar: at least two pixels, so that hours too are seen, within the axis.
    pub(super) fn bar(&self, plot: &TimelinePlot, span: &TimelineSpan) -> (f64, f64) {
        let edges = self.scale.plot;
        let left = self.begin(span.start);
        let right = match (span.end, &plot.today) {
            (Some(end), _) => self.end(end),
            // What goes on is known to go on until today.
            (None, Some((today, _))) => self.begin((*today).max(span.start)),
            (None, None) => edges.right,
        };
        let right = right.max(left + 2.0);
        let over = (right - edges.right).max(0.0);
        ((left - over).max(edges.left), right - over)
    }

    /// Where the mark of the day that a span is due on stands, whole within the plot.
    pub(super) fn due(&self, span: &TimelineSpan, half: f64) -> Option<f64> {
        let edges = self.scale.plot;
        let due = span.due.filter(|day| self.has(*day))?;
        Some(self.end(due).min(edges.right - half).max(edges.left + half))
    }

    /// From the left end of a span's bar to the right end of all its marks.
    pub(super) fn reach(&self, plot: &TimelinePlot, span: &TimelineSpan, half: f64) -> (f64, f64) {
        let (left, right) = self.bar(plot, span);
        let (mut low, mut high) = (left, right);
        if let Some(due) = self.due(span, half) {
            low = low.min(due - half);
            high = high.max(due + half);
        }
        if span.end.is_none() {
            // The point of a bar that goes on.
            high = high.max(right + half);
        }
        (low, high)
    }

    /// Whether a span has a day within the axis.
    pub(super) fn shows(&self, span: &TimelineSpan) -> bool {
        let edges = self.scale.plot;
        let has_end = |end: Date| self.end(end) > edges.left || self.has(end);
        self.begin(span.start) < edges.right && span.end.is_none_or(has_end)
    }
}

/// Half the width of the mark of a due day, and of the point of a bar that goes on.
pub(super) fn due_half(canvas: &Canvas) -> f64 {
    canvas.metrics.dot() * 1.7
}
