//! A chart while it is laid out.

use crate::frame::Below;
use crate::geometry::{Point, Rect};
use crate::metrics::Metrics;
use crate::scene::{ReadPoint, Role, Scene, Shape, Stroke, Style, Text, Weight};
use crate::spec::{Frame, Size, Theme};
use crate::text::clean;
use crate::theme::{Palette, Rgb};

/// A chart being laid out: three layers, so that no order of calls hides a label behind a line.
pub(crate) struct Canvas {
    pub(crate) size: Size,
    pub(crate) palette: &'static Palette,
    pub(crate) metrics: Metrics,
    /// Distance of anything from the edge of the canvas.
    pub(crate) margin: f64,
    back: Vec<Shape>,
    data: Vec<Shape>,
    texts: Vec<Text>,
    points: Vec<ReadPoint>,
}

impl Canvas {
    pub(crate) fn new(frame: &Frame, size: Size, theme: Theme) -> Self {
        let framed = [&frame.title, &frame.subtitle, &frame.note, &frame.source]
            .iter()
            .any(|text| !text.trim().is_empty());
        let metrics = Metrics::of(size, theme, framed);
        Self {
            size,
            palette: Palette::of(theme),
            metrics,
            // Even without a frame, a stroke on the edge keeps its whole width.
            margin: if framed { metrics.margin } else { metrics.zero },
            back: Vec::new(),
            data: Vec::new(),
            texts: Vec::new(),
            points: Vec::new(),
        }
    }

    /// A text style of this canvas.
    pub(crate) fn style(&self, role: Role, weight: Weight, size: f64, colour: Rgb) -> Style {
        Style {
            role,
            weight,
            size,
            colour,
        }
    }

    /// Adds behind the data: grid, axes, bands.
    pub(crate) fn behind(&mut self, shape: Shape) {
        self.back.push(shape);
    }

    /// Adds a line of the data layer.
    pub(crate) fn line(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.data.push(Shape::Line { points, stroke });
    }

    /// Adds a filled dot.
    pub(crate) fn dot(&mut self, centre: Point, radius: f64, colour: Rgb) {
        self.data.push(Shape::Dot { centre, radius, colour });
    }

    /// Adds a hollow dot: its ring has the stroke of width `line` round `radius`.
    pub(crate) fn ring(&mut self, centre: Point, radius: f64, line: f64, colour: Rgb) {
        self.dot(centre, radius + line / 2.0, colour);
        self.dot(centre, radius - line / 2.0, self.palette.background);
    }

    /// Adds an open square: the mark of a calculated value.
    pub(crate) fn square(&mut self, centre: Point, half: f64, line: f64, colour: Rgb) {
        for (half, colour) in [
            (half + line / 2.0, colour),
            (half - line / 2.0, self.palette.background),
        ] {
            self.data.push(Shape::Block {
                rect: Rect::around(centre, half),
                colour,
            });
        }
    }

    /// Adds a filled rectangle of the data layer.
    pub(crate) fn bar(&mut self, rect: Rect, colour: Rgb) {
        self.data.push(Shape::Block { rect, colour });
    }

    /// Adds a point to the right of a bar of `half` its height: it goes on.
    pub(crate) fn arrow(&mut self, from: Point, half: f64, length: f64, colour: Rgb) {
        let Point { x, y } = from;
        self.data.push(Shape::Area {
            points: vec![
                Point::new(x, y - half),
                Point::new(x + length, y),
                Point::new(x, y + half),
            ],
            colour,
        });
    }

    /// Adds a diamond: the mark of a projection.
    pub(crate) fn diamond(&mut self, centre: Point, half: f64, colour: Rgb) {
        let Point { x, y } = centre;
        self.data.push(Shape::Area {
            points: vec![
                Point::new(x, y - half),
                Point::new(x + half, y),
                Point::new(x, y + half),
                Point::new(x - half, y),
            ],
            colour,
        });
    }

    /// Adds a text on the bare background.
    pub(crate) fn text(&mut self, text: Text) {
        if !text.content.is_empty() {
            self.texts.push(text);
        }
    }

    /// Adds a text on the plot: grid lines stop for it. The plate lies behind the data, so it never
    /// hides a value; a stroke round the letters would do so, and typesetting draws it glyph by glyph,
    /// each over the edge of the one before.
    pub(crate) fn text_on_plot(&mut self, text: Text) {
        if !text.content.is_empty() {
            self.back.push(Shape::Block {
                rect: text.bounds.grown(1.0),
                colour: self.palette.background,
            });
            self.text(text);
        }
    }

    /// Adds a point for the read-out.
    pub(crate) fn read(&mut self, at: Point, lane: usize, index: usize, readout: &str) {
        self.points.push(ReadPoint {
            x: at.x,
            y: at.y,
            lane,
            index,
            readout: clean(readout),
        });
    }

    /// Boxes of all texts so far, which no other may touch.
    pub(crate) fn taken(&self) -> Vec<Rect> {
        self.texts.iter().map(|text| text.bounds).collect()
    }

    /// The laid-out chart.
    pub(crate) fn finish(self, frame: &Frame, plot: Rect, below: Below) -> Scene {
        let mut shapes = self.back;
        shapes.extend(self.data);
        shapes.extend(self.texts.into_iter().map(Shape::Text));
        let description = clean(&frame.alt);
        let title = clean(&frame.title);
        Scene {
            size: self.size,
            background: self.palette.background,
            title: if title.is_empty() { description.clone() } else { title },
            description,
            shapes,
            points: self.points,
            plot,
            numbered: below.numbered,
            left_out: below.left_out,
        }
    }
}
