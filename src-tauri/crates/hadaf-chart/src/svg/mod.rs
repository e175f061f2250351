//! Writing a scene as SVG: plotters' drawing area and elements on a backend of ours.
//!
//! The file holds presentation attributes only (a strict content security policy refuses styles), no
//! ids (several charts stand in one page), and text as text, each with the families that draw it.

mod backend;

use std::convert::Infallible;

use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{Circle, Drawable, PointCollection, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters::style::{Color as _, RGBColor};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use backend::{DrawResult, SvgBackend, escape, number};

use crate::geometry::Point;
use crate::scale::units;
use crate::scene::{PlacedText, Scene, Shape, Stroke};
use crate::theme::Rgb;

type SvgArea<'a> = DrawingArea<SvgBackend<'a>, plotters::coord::Shift>;

impl Scene {
    /// The chart as an SVG document of its own. Equal scenes give equal bytes.
    pub fn to_svg(&self) -> String {
        self.written(|_| true)
    }

    /// The same for a page that sets the texts of several fonts itself: without them, and those texts. A page finds
    /// their fonts, and what is copied from it reads as it was written; a renderer of SVG does neither.
    pub fn to_page(&self) -> (String, Vec<&PlacedText>) {
        let apart = self.texts().filter(|text| !text.is_of_one_font()).collect();
        (self.written(PlacedText::is_of_one_font), apart)
    }

    fn written(&self, holds: impl Fn(&PlacedText) -> bool) -> String {
        let mut svg = String::with_capacity(16 * 1024);
        let (width, height) = (units(self.size.width), units(self.size.height));
        svg.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
        number(&mut svg, width);
        svg.push_str("\" height=\"");
        number(&mut svg, height);
        svg.push_str("\" viewBox=\"0 0 ");
        number(&mut svg, width);
        svg.push(' ');
        number(&mut svg, height);
        svg.push_str("\" role=\"img\">\n<title>");
        escape(&mut svg, &self.title);
        svg.push_str("</title>\n<desc>");
        escape(&mut svg, &self.description);
        svg.push_str("</desc>\n");
        let backend = SvgBackend::new(&mut svg, (width.unsigned_abs(), height.unsigned_abs()));
        match self.draw(&backend.into_drawing_area(), holds) {
            // The backend writes into memory, and the area is borrowed by nobody else.
            Ok(()) => {}
            Err(DrawingAreaErrorKind::BackendError(DrawingErrorKind::DrawingError(never))) => match never {},
            Err(other) => unreachable!("writing into memory: {other}"),
        }
        svg.push_str("</svg>\n");
        svg
    }

    fn draw(
        &self,
        area: &SvgArea,
        holds: impl Fn(&PlacedText) -> bool,
    ) -> Result<(), DrawingAreaErrorKind<Infallible>> {
        area.fill(&colour(self.background))?;
        for shape in &self.shapes {
            match shape {
                Shape::Line { points, stroke } => area.draw(&PlacedElement {
                    points: points.iter().copied().map(coordinates).collect(),
                    kind: ElementKind::Line(stroke),
                })?,
                Shape::Text(text) if !holds(text) => {}
                Shape::Text(text) => area.draw(&PlacedElement {
                    points: vec![coordinates(Point::new(text.x, text.baseline))],
                    kind: ElementKind::Text(text),
                })?,
                Shape::Area { points, colour: fill } => {
                    let corners: Vec<_> = points.iter().copied().map(coordinates).collect();
                    area.draw(&Polygon::new(corners, colour(*fill)))?;
                }
                Shape::Dot {
                    centre,
                    radius,
                    colour: fill,
                } => {
                    area.draw(&Circle::new(
                        coordinates(*centre),
                        units(*radius),
                        colour(*fill).filled(),
                    ))?;
                }
                Shape::Block { rect, colour: fill } => {
                    let corners = [
                        coordinates(Point::new(rect.left, rect.top)),
                        coordinates(Point::new(rect.right, rect.bottom)),
                    ];
                    area.draw(&Rectangle::new(corners, colour(*fill).filled()))?;
                }
            }
        }
        area.present()
    }
}

fn colour(Rgb(red, green, blue): Rgb) -> RGBColor {
    RGBColor(red, green, blue)
}

fn coordinates(at: Point) -> BackendCoord {
    (units(at.x), units(at.y))
}

/// What plotters' own elements cannot say: dashes and round joins, text with weight and anchor.
struct PlacedElement<'a> {
    points: Vec<BackendCoord>,
    kind: ElementKind<'a>,
}

enum ElementKind<'a> {
    Line(&'a Stroke),
    Text(&'a PlacedText),
}

impl<'a> PointCollection<'a, BackendCoord> for &'a PlacedElement<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = &'a [BackendCoord];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl Drawable<SvgBackend<'_>> for PlacedElement<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> DrawResult {
        match self.kind {
            ElementKind::Line(stroke) => backend.line(points, stroke),
            ElementKind::Text(text) => {
                for at in points {
                    backend.text(text, at);
                }
            }
        }
        Ok(())
    }
}
