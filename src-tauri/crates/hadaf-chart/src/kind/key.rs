//! A small key above the plot: a sample of each mark with its name.

use crate::canvas::Canvas;
use crate::geometry::{Point, Rect};
use crate::scene::{Align, Role, Shape, Stroke, Style, Text, Weight};
use crate::text::{clean, shortened};
use crate::theme::Rgb;

/// Draws a sample round its middle.
pub(super) type Sample<'a> = Box<dyn Fn(&mut Canvas, Point) + 'a>;

/// One entry: how wide its sample is, the sample, and its name.
pub(super) struct Entry<'a> {
    pub(super) width: f64,
    pub(super) sample: Sample<'a>,
    pub(super) name: &'a str,
}

/// A key broken into rows.
pub(super) struct Key<'a> {
    entries: Vec<(Entry<'a>, Text, f64)>,
    /// What it takes of the plot's height.
    pub(super) height: f64,
}

impl<'a> Key<'a> {
    /// Lays out entries in rows from `top`, none beyond `right`; those without a name are left out.
    pub(super) fn new(canvas: &Canvas, entries: Vec<Entry<'a>>, left: f64, right: f64, top: f64) -> Self {
        let metrics = canvas.metrics;
        let style = style(canvas);
        let (gap, between) = (metrics.label * 0.45, metrics.label * 1.4);
        let mut placed = Vec::new();
        let (mut x, mut row) = (left, top);
        let mut line = 0.0_f64;
        for entry in entries {
            let name = clean(entry.name);
            if name.is_empty() {
                continue;
            }
            let name = shortened(&name, style.weight, style.size, right - left - entry.width - gap);
            let probe = Text::new(style, &name, Align::Start, 0.0, 0.0);
            if x > left && x + entry.width + gap + probe.bounds.width() > right {
                x = left;
                row += line;
                line = 0.0;
            }
            let height = probe.bounds.height();
            line = line.max(height * 1.15);
            let text = Text::new(
                style,
                &name,
                Align::Start,
                x + entry.width + gap,
                row - probe.bounds.top,
            );
            let next = text.bounds.right + between;
            placed.push((entry, text, x));
            x = next;
        }
        let height = if placed.is_empty() {
            0.0
        } else {
            row + line - top + metrics.label * 0.5
        };
        Self {
            entries: placed,
            height,
        }
    }

    /// Draws it.
    pub(super) fn draw(self, canvas: &mut Canvas) {
        for (entry, text, left) in self.entries {
            let middle = Point::new(left + entry.width / 2.0, text.bounds.centre().y);
            (entry.sample)(canvas, middle);
            canvas.text(text);
        }
    }
}

fn style(canvas: &Canvas) -> Style {
    canvas.style(Role::Key, Weight::Regular, canvas.metrics.label, canvas.palette.muted)
}

/// A sample that is a stretch of line.
pub(super) fn line<'a>(width: f64, stroke: Stroke) -> Sample<'a> {
    Box::new(move |canvas, at| {
        let half = width / 2.0;
        canvas.line(
            vec![Point::new(at.x - half, at.y), Point::new(at.x + half, at.y)],
            stroke,
        );
    })
}

/// A sample that is a rectangle of a tint.
pub(super) fn tint<'a>(width: f64, height: f64, colour: Rgb) -> Sample<'a> {
    Box::new(move |canvas, at| {
        let rect = Rect::new(
            at.x - width / 2.0,
            at.y - height / 2.0,
            at.x + width / 2.0,
            at.y + height / 2.0,
        );
        canvas.behind(Shape::Block { rect, colour });
    })
}
