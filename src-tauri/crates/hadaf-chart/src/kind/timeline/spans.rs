//! Spans as bars, faint where an end is a guess and pointed where they go on, and the names of lanes.

use super::days::{DayAxis, due_half};
use super::lanes::{LaneItem, PackedLanes};
use super::spec::{TimelinePlot, TimelineSpan, Tone};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::label::TextBlock;
use crate::part::{LabelFate, table};
use crate::scene::{Align, Role, Stroke};
use crate::text::clean;
use crate::theme::Rgb;

/// Steps in which a guessed end fades.
const STEPS: u8 = 3;

/// A span with its lane and its place in it.
pub(super) struct LaneSpan<'a> {
    lane: usize,
    index: usize,
    pub(super) span: &'a TimelineSpan,
}

impl<'a> LaneSpan<'a> {
    /// The spans of all lanes.
    pub(super) fn all(plot: &'a TimelinePlot) -> Vec<Self> {
        let lanes = plot.lanes.iter().enumerate();
        lanes
            .flat_map(|(lane, of)| {
                let spans = of.items.iter().enumerate();
                spans.map(move |(index, span)| Self { lane, index, span })
            })
            .collect()
    }

    /// Its label on one line.
    pub(super) fn words(&self) -> String {
        clean(&self.span.label.join(", "))
    }
}

/// What a span needs of its lane: its bar from left to right, and what may stand beside it.
pub(super) fn lane_item(
    plot: &TimelinePlot,
    canvas: &Canvas,
    days: &DayAxis,
    span: &LaneSpan,
    fate: LabelFate,
    number: Option<usize>,
) -> LaneItem {
    let (left, right) = days.reach(plot, span.span, due_half(canvas));
    let ink = canvas.palette.ink;
    let labels = match (fate, number) {
        (LabelFate::Labelled, _) => {
            let style = canvas.small_style(Role::Label, Weight::Regular, ink);
            // Whole, or only its first line.
            let first = span.span.label.first().map_or_else(String::new, |line| clean(line));
            let mut tried = vec![span.words(), first];
            tried.dedup();
            tried.retain(|words| !words.is_empty());
            tried.iter().map(|words| TextBlock::line(words, style)).collect()
        }
        (LabelFate::Numbered, Some(number)) => {
            let style = canvas.small_style(Role::Number, Weight::SemiBold, ink);
            vec![TextBlock::line(&format!("({number})"), style)]
        }
        (LabelFate::Numbered | LabelFate::LeftOut, _) => Vec::new(),
    };
    LaneItem {
        lane: span.lane,
        left,
        right,
        labels,
    }
}

/// Names the lanes, each level with its first row, with rules between them and above a series.
pub(super) fn draw_lane_names(
    plot: &TimelinePlot,
    canvas: &mut Canvas,
    names: &[TextBlock],
    packed: &PackedLanes,
    edges: (f64, f64),
) {
    let colour = canvas.palette.grid;
    for (index, (name, (top, bottom))) in names.iter().zip(&packed.lanes).enumerate() {
        if index > 0 {
            table::rule(canvas, *top, edges, colour);
        }
        // Level with the first row, and within the lane.
        let middle = (top + packed.pitch / 2.0).max(top + name.height / 2.0);
        let top = (middle - name.height / 2.0).min(bottom - name.height);
        let rect = Rect::new(edges.0, top, edges.0 + name.width, top + name.height);
        canvas.texts(name.texts(&rect, Align::Start));
    }
    if let Some((_, bottom)) = packed.lanes.last().filter(|_| !plot.months.is_empty()) {
        table::rule(canvas, *bottom, edges, colour);
    }
}

/// Draws a span in its row: its bar with the day that it is due on.
pub(super) fn draw_span(
    plot: &TimelinePlot,
    canvas: &mut Canvas,
    days: &DayAxis,
    item: &LaneSpan,
    (middle, half): (f64, f64),
) {
    let span = item.span;
    let (left, right) = days.bar(plot, span);
    let read = Point::new(f64::midpoint(left, right), middle);
    canvas.read(read, item.lane + 1, item.index, &span.readout);
    if !days.shows(span) && span.due.is_none() {
        return;
    }
    let palette = canvas.palette;
    let colour = match span.tone {
        Tone::Neutral => palette.muted,
        Tone::Good => palette.good,
        Tone::Bad => palette.bad,
        Tone::Muted => palette.past,
    };
    let bar = Rect::new(left, middle - half, right, middle + half);
    draw_bar(canvas, span, bar, colour);
    if span.end.is_none() && right < days.scale.plot.right {
        canvas.arrow(Point::new(right, middle), half, due_half(canvas), colour);
    }
    if let Some(x) = days.due(span, due_half(canvas)) {
        draw_due(canvas, Point::new(x, middle), (left, right), colour);
    }
}

/// The bar, its guessed ends in steps from faint to full, over at most a third of it each.
fn draw_bar(canvas: &mut Canvas, span: &TimelineSpan, bar: Rect, colour: Rgb) {
    let fade = (bar.width() / 3.0).min(canvas.metrics.label * 0.8);
    // A bar too short to fade says by its length alone that it was short.
    let fades = fade >= 2.0;
    let start_fades = span.start_about && fades;
    let end_fades = span.end_about && span.end.is_some() && fades;
    let step = fade / f64::from(STEPS);
    for (guessed, at_left) in [(start_fades, true), (end_fades, false)] {
        for index in (0..STEPS).filter(|_| guessed) {
            let inward = f64::from(index) * fade / f64::from(STEPS);
            let tint = canvas.palette.background.mixed(colour, 0.3 + 0.2 * f64::from(index));
            let (a, b) = if at_left {
                (bar.left + inward, bar.left + inward + step)
            } else {
                (bar.right - inward - step, bar.right - inward)
            };
            canvas.bar(
                Rect {
                    left: a,
                    right: b,
                    ..bar
                },
                tint,
            );
        }
    }
    let full = Rect {
        left: if start_fades { bar.left + fade } else { bar.left },
        right: if end_fades { bar.right - fade } else { bar.right },
        ..bar
    };
    canvas.bar(full, colour);
}

/// The mark of the day that a span is due on, joined to the bar where it lies beyond it.
fn draw_due(canvas: &mut Canvas, at: Point, (left, right): (f64, f64), colour: Rgb) {
    let outside = if at.x > right {
        Some((right, at.x))
    } else {
        (at.x < left).then_some((at.x, left))
    };
    if let Some((a, b)) = outside {
        let stroke = Stroke::solid(colour, canvas.metrics.grid);
        canvas.line(vec![Point::new(a, at.y), Point::new(b, at.y)], stroke);
    }
    let size = due_half(canvas);
    let (rim, target) = (canvas.palette.background, canvas.palette.target);
    canvas.diamond(at, size + canvas.metrics.grid * 1.2, rim);
    canvas.diamond(at, size, target);
}
