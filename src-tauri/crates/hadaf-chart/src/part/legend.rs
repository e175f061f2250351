//! A small legend above the plot: a sample of each mark with its name.

use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, level};
use crate::scene::{Align, PlacedText, Role, Shape, Stroke};
use crate::text::clean;
use crate::theme::Rgb;

/// Draws a sample round its middle.
pub(crate) type Swatch<'a> = Box<dyn Fn(&mut Canvas, Point) + 'a>;

/// One entry: how wide its sample is, the sample, and its name.
pub(crate) struct LegendEntry<'a> {
    pub(crate) width: f64,
    pub(crate) swatch: Swatch<'a>,
    pub(crate) name: &'a str,
}

/// A legend broken into rows.
pub(crate) struct Legend<'a> {
    entries: Vec<(LegendEntry<'a>, PlacedText, f64)>,
    /// What it takes of the plot's height.
    pub(crate) height: f64,
}

impl<'a> Legend<'a> {
    /// Lays out entries in rows from `top`, none beyond `right`; those without a name are left out.
    pub(crate) fn new(canvas: &Canvas, entries: Vec<LegendEntry<'a>>, left: f64, right: f64, top: f64) -> Self {
        let metrics = canvas.metrics;
        let style = canvas.label_style(Role::Legend, Weight::Regular, canvas.palette.muted);
        let (gap, between) = (metrics.label * 0.45, metrics.label * 1.4);
        let mut placed = Vec::new();
        let (mut x, mut row) = (left, top);
        // The highest name of the row so far.
        let mut line = 0.0_f64;
        for entry in entries {
            let name = clean(entry.name);
            if name.is_empty() {
                continue;
            }
            let name = style.shortened(&name, right - left - entry.width - gap);
            let probe = PlacedText::new(style, &name, Align::Start, 0.0, 0.0);
            if x > left && x + entry.width + gap + probe.bounds.width() > right {
                x = left;
                row += line;
                line = 0.0;
            }
            let height = probe.bounds.height();
            line = line.max(height * 1.15);
            let text = PlacedText::new(
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
    pub(crate) fn draw(self, canvas: &mut Canvas) {
        for (entry, text, left) in self.entries {
            let middle = Point::new(left + entry.width / 2.0, text.bounds.centre().y);
            (entry.swatch)(canvas, middle);
            canvas.text(text);
        }
    }
}

/// A sample that is a stretch of line.
pub(crate) fn line<'a>(width: f64, stroke: Stroke) -> Swatch<'a> {
    Box::new(move |canvas, at| canvas.line(level(at, width / 2.0), stroke))
}

/// A sample that is a rectangle of a tint.
pub(crate) fn tint<'a>(width: f64, height: f64, colour: Rgb) -> Swatch<'a> {
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
