//! A plotters backend that writes SVG.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::fonts::{Typeface, Weight};
use crate::scale::{UNIT, units};
use crate::scene::{Align, PlacedText, Stroke};
use crate::theme::Rgb;

/// What plotters wants of a drawing: writing into memory does not fail.
pub(super) type DrawResult = Result<(), DrawingErrorKind<Infallible>>;

/// A plotters backend that writes SVG with coordinates in hundredths of a pixel.
pub(super) struct SvgBackend<'a> {
    svg: &'a mut String,
    size: (u32, u32),
}

impl<'a> SvgBackend<'a> {
    /// Writes to the end of `svg`, on a canvas of `size` hundredths of a pixel.
    pub(super) fn new(svg: &'a mut String, size: (u32, u32)) -> Self {
        Self { svg, size }
    }
}

impl SvgBackend<'_> {
    fn attribute(&mut self, name: &str, value: i32) {
        self.svg.push(' ');
        self.svg.push_str(name);
        self.svg.push_str("=\"");
        number(self.svg, value);
        self.svg.push('"');
    }

    fn paint(&mut self, name: &str, (red, green, blue): (u8, u8, u8)) {
        // Writing into a string does not fail.
        let _ = write!(self.svg, " {name}=\"#{red:02x}{green:02x}{blue:02x}\"");
    }

    fn points(&mut self, points: impl Iterator<Item = BackendCoord>) {
        self.svg.push_str(" points=\"");
        for (index, (x, y)) in points.enumerate() {
            if index > 0 {
                self.svg.push(' ');
            }
            number(self.svg, x);
            self.svg.push(',');
            number(self.svg, y);
        }
        self.svg.push('"');
    }

    pub(super) fn line(&mut self, points: impl Iterator<Item = BackendCoord>, stroke: &Stroke) {
        self.svg.push_str("<polyline");
        self.points(points);
        self.svg.push_str(" fill=\"none\"");
        self.paint("stroke", (stroke.colour.0, stroke.colour.1, stroke.colour.2));
        self.attribute("stroke-width", units(stroke.width));
        if let Some((dash, gap)) = stroke.dash {
            self.svg.push_str(" stroke-dasharray=\"");
            number(self.svg, units(dash));
            self.svg.push(' ');
            number(self.svg, units(gap));
            self.svg.push('"');
        }
        if stroke.round {
            self.svg.push_str(" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        }
        self.svg.push_str("/>\n");
    }

    /// A text of one font stands where its anchor is; one of several is set part by part from its left end, since no
    /// renderer finds the fonts of both.
    pub(super) fn text(&mut self, text: &PlacedText, (x, y): BackendCoord) {
        let runs = text.runs();
        match &runs[..] {
            [] => {}
            [one] if one.left == 0.0 => self.element(text, &one.text, one.face, text.align, (x, y)),
            runs => {
                for run in runs {
                    let left = units(text.bounds.left + run.left);
                    self.element(text, &run.text, run.face, Align::Start, (left, y));
                }
            }
        }
        self.svg.push('\n');
    }

    fn element(&mut self, text: &PlacedText, words: &str, face: Typeface, align: Align, (x, y): BackendCoord) {
        self.svg.push_str("<text");
        self.attribute("x", x);
        self.attribute("y", y);
        let _ = write!(self.svg, " font-family=\"{}\"", face.families());
        self.attribute("font-size", units(text.size));
        match text.weight {
            Weight::Regular => {}
            Weight::SemiBold => self.svg.push_str(" font-weight=\"600\""),
        }
        match align {
            Align::Start => {}
            Align::Middle => self.svg.push_str(" text-anchor=\"middle\""),
            Align::End => self.svg.push_str(" text-anchor=\"end\""),
        }
        self.paint("fill", (text.colour.0, text.colour.1, text.colour.2));
        self.svg.push('>');
        escape(self.svg, words);
        self.svg.push_str("</text>");
    }

    fn stroke_of<S: BackendStyle>(style: &S) -> Stroke {
        let (red, green, blue) = style.color().rgb;
        Stroke::solid(Rgb(red, green, blue), f64::from(style.stroke_width()) / UNIT)
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> DrawResult {
        Ok(())
    }

    fn present(&mut self) -> DrawResult {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> DrawResult {
        let pixel = units(1.0);
        self.draw_rect((x, y), (x + pixel, y + pixel), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawResult {
        self.line([from, to].into_iter(), &Self::stroke_of(style));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.line(path.into_iter(), &Self::stroke_of(style));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> DrawResult {
        self.svg.push_str("<rect");
        self.attribute("x", left);
        self.attribute("y", top);
        self.attribute("width", right - left);
        self.attribute("height", bottom - top);
        self.shape(style, fill)
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> DrawResult {
        self.svg.push_str("<circle");
        self.attribute("cx", x);
        self.attribute("cy", y);
        self.attribute("r", radius.cast_signed());
        self.shape(style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> DrawResult {
        self.svg.push_str("<polygon");
        self.points(corners.into_iter());
        self.shape(style, true)
    }
}

impl SvgBackend<'_> {
    /// Ends a shape: filled, or outlined with its stroke.
    fn shape<S: BackendStyle>(&mut self, style: &S, fill: bool) -> DrawResult {
        let rgb = style.color().rgb;
        if fill {
            self.paint("fill", rgb);
        } else {
            self.svg.push_str(" fill=\"none\"");
            self.paint("stroke", rgb);
            self.attribute("stroke-width", style.stroke_width().cast_signed());
        }
        self.svg.push_str("/>\n");
        Ok(())
    }
}

/// Writes hundredths as a decimal number without trailing zeros.
pub(super) fn number(out: &mut String, hundredths: i32) {
    if hundredths < 0 {
        out.push('-');
    }
    let size = hundredths.unsigned_abs();
    let (whole, rest) = (size / 100, size % 100);
    // Writing into a string does not fail.
    let _ = match rest {
        0 => write!(out, "{whole}"),
        _ if rest % 10 == 0 => write!(out, "{whole}.{}", rest / 10),
        _ => write!(out, "{whole}.{rest:02}"),
    };
}

/// Writes text so that it stays text in XML.
pub(super) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use plotters::element::Rectangle;
    use plotters::prelude::IntoDrawingArea;
    use plotters::style::RGBColor;

    use super::*;

    #[test]
    fn numbers_have_at_most_two_decimals() {
        for (hundredths, expected) in [
            (0, "0"),
            (1250, "12.5"),
            (1205, "12.05"),
            (-7, "-0.07"),
            (96_000, "960"),
        ] {
            let mut out = String::new();
            number(&mut out, hundredths);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn text_cannot_leave_its_element() {
        let mut out = String::new();
        escape(&mut out, "</text><script>\"a\" & b</script>");
        assert_eq!(out, "&lt;/text&gt;&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;");
    }

    #[test]
    fn stock_elements_keep_their_stroke() {
        let mut svg = String::new();
        let area = SvgBackend::new(&mut svg, (10_000, 10_000)).into_drawing_area();
        let style = plotters::style::ShapeStyle::from(&RGBColor(1, 2, 3)).stroke_width(125);
        area.draw(&Rectangle::new([(100, 150), (300, 450)], style)).unwrap();
        area.draw(&plotters::element::PathElement::new(vec![(0, 0), (10, 5)], style))
            .unwrap();
        drop(area);
        assert_eq!(
            svg,
            "<rect x=\"1\" y=\"1.5\" width=\"2\" height=\"3\" fill=\"none\" stroke=\"#010203\" stroke-width=\"1.25\"/>\n\
             <polyline points=\"0,0 0.1,0.05\" fill=\"none\" stroke=\"#010203\" stroke-width=\"1.25\"/>\n"
        );
    }
}
