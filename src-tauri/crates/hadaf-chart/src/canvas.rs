//! A chart while it is laid out.

use hadaf_fonts::{on_one_line, spoken};

use crate::fonts::Weight;
use crate::frame::{Frame, Unplaced};
use crate::geometry::{Point, Rect, Size};
use crate::metrics::Metrics;
use crate::readout::Readout;
use crate::scene::{PlacedText, ReadPoint, Role, Scene, Shape, Stroke, TextStyle};
use crate::theme::{Palette, Rgb, Theme};

/// Labels right of the plot, and any label on it, may take this share of the canvas.
const LABELS: f64 = 0.3;

/// A chart being laid out: three layers, so that no order of calls hides a label behind a line.
pub(crate) struct Canvas {
    pub(crate) size: Size,
    pub(crate) palette: &'static Palette,
    pub(crate) metrics: Metrics,
    /// Distance of anything from the edge of the canvas.
    pub(crate) margin: f64,
    title: String,
    description: String,
    back: Vec<Shape>,
    data: Vec<Shape>,
    texts: Vec<PlacedText>,
    points: Vec<ReadPoint>,
}

impl Canvas {
    pub(crate) fn new(frame: &Frame, size: Size, theme: Theme) -> Self {
        let framed = !frame.is_bare();
        let (title, description) = (spoken(&frame.title), spoken(&frame.alt));
        let metrics = Metrics::of(size, theme, framed);
        Self {
            size,
            palette: Palette::of(theme),
            metrics,
            // Even without a frame, a stroke on the edge keeps its whole width.
            margin: if framed { metrics.margin } else { metrics.zero },
            // A picture needs a name even where the page sets the title.
            title: if title.is_empty() { description.clone() } else { title },
            description,
            back: Vec::new(),
            data: Vec::new(),
            texts: Vec::new(),
            points: Vec::new(),
        }
    }

    /// How labels are set.
    pub(crate) fn label_style(&self, role: Role, weight: Weight, colour: Rgb) -> TextStyle {
        TextStyle::new(role, weight, self.metrics.label, colour)
    }

    /// How small remarks are set.
    pub(crate) fn small_style(&self, role: Role, weight: Weight, colour: Rgb) -> TextStyle {
        TextStyle::new(role, weight, self.metrics.small(), colour)
    }

    /// The widest that a label may be: however long its words, most of the canvas is for the plot.
    pub(crate) fn label_limit(&self) -> f64 {
        LABELS * self.size.width
    }

    /// Pixels of this canvas to one at label size 13, in which distances of labels and dashes are said.
    pub(crate) fn unit(&self) -> f64 {
        self.metrics.label / 13.0
    }

    /// Adds behind the data: grid, axes, bands.
    pub(crate) fn behind(&mut self, shape: Shape) {
        self.back.push(shape);
    }

    /// Adds a line behind the data.
    pub(crate) fn line_behind(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.behind(Shape::Line { points, stroke });
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
    pub(crate) fn text(&mut self, text: PlacedText) {
        if !text.content.is_empty() {
            self.texts.push(text);
        }
    }

    /// Adds a text on the plot: grid lines stop for it. The plate lies behind the data, so it never
    /// hides a value; a stroke round the letters would do so, and typesetting draws it glyph by glyph,
    /// each over the edge of the one before.
    pub(crate) fn text_on_plot(&mut self, text: PlacedText) {
        if !text.content.is_empty() {
            self.back.push(Shape::Block {
                rect: text.bounds.grown(1.0),
                colour: self.palette.background,
            });
            self.text(text);
        }
    }

    /// Adds texts on the bare background.
    pub(crate) fn texts(&mut self, texts: impl IntoIterator<Item = PlacedText>) {
        for text in texts {
            self.text(text);
        }
    }

    /// Adds texts on the plot, as [`Self::text_on_plot`] does.
    pub(crate) fn texts_on_plot(&mut self, texts: impl IntoIterator<Item = PlacedText>) {
        for text in texts {
            self.text_on_plot(text);
        }
    }

    /// Adds a point for the read-out.
    pub(crate) fn read(&mut self, at: Point, lane: usize, index: usize, readout: &Readout) {
        self.points.push(ReadPoint {
            x: at.x,
            y: at.y,
            lane,
            index,
            readout: Readout::new(on_one_line(&readout.head), on_one_line(&readout.text)),
        });
    }

    /// Boxes of all texts so far, which no other may touch.
    pub(crate) fn taken(&self) -> Vec<Rect> {
        self.texts.iter().map(|text| text.bounds).collect()
    }

    /// The laid-out chart.
    pub(crate) fn finish(self, plot: Rect, unplaced: Unplaced) -> Scene {
        let mut shapes = self.back;
        shapes.extend(self.data);
        shapes.extend(self.texts.into_iter().map(Shape::Text));
        Scene {
            size: self.size,
            background: self.palette.background,
            title: self.title,
            description: self.description,
            shapes,
            points: self.points,
            plot,
            numbered: unplaced.numbered,
            left_out: unplaced.left_out,
        }
    }
}
