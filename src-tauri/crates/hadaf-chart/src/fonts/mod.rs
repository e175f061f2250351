//! The fonts that draw, and measuring text with the shaper that draws it.

mod runs;
mod shaper;

use std::cell::RefCell;
use std::collections::HashMap;

use rustybuzz::ttf_parser::OutlineBuilder;

use crate::geometry::Rect;
pub(crate) use runs::Run;
pub use shaper::{Typeface, Weight};

/// The family that the texts of a chart are drawn with. Words that it has no letters for are drawn with the other
/// fonts of the program.
pub const FAMILY: &str = hadaf_fonts::FAMILIES[0];

/// The font files that charts are drawn with, for whoever paints their SVG.
pub fn fonts() -> [&'static [u8]; 7] {
    hadaf_fonts::FILES
}

/// The parts of a text as they stand from left to right, each with the left end of its place at `size` pixels.
pub(crate) fn runs(text: &str, weight: Weight, size: f64) -> Vec<Run> {
    let (mut runs, _) = runs::runs(text, weight);
    for run in &mut runs {
        run.left *= size;
    }
    runs
}

/// Texts remembered per weight and thread. A chart has about a hundred.
const REMEMBERED: usize = 2000;

thread_local! {
    /// Extents at size 1: a layout asks for the same text several times, and a redrawn chart for the same texts.
    static KNOWN: RefCell<(HashMap<String, TextExtent>, HashMap<String, TextExtent>)> = RefCell::default();
}

/// How large a text is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextExtent {
    /// From the pen's first to its last place.
    pub(crate) width: f64,
    /// From baseline to the top of the box.
    pub(crate) ascent: f64,
    /// From baseline to the bottom of the box.
    pub(crate) descent: f64,
}

/// Measures `text` at `size` pixels.
pub(crate) fn measure(text: &str, weight: Weight, size: f64) -> TextExtent {
    let unit = KNOWN.with_borrow_mut(|known| {
        let of_weight = match weight {
            Weight::Regular => &mut known.0,
            Weight::SemiBold => &mut known.1,
        };
        if let Some(extent) = of_weight.get(text) {
            return *extent;
        }
        if of_weight.len() >= REMEMBERED {
            of_weight.clear();
        }
        let extent = shaped(text, weight);
        of_weight.insert(text.to_owned(), extent);
        extent
    });
    TextExtent {
        width: unit.width * size,
        ascent: unit.ascent * size,
        descent: unit.descent * size,
    }
}

/// The extent at size 1.
fn shaped(text: &str, weight: Weight) -> TextExtent {
    let own = Typeface::Inter.shaper(weight);
    let (runs, width) = runs::runs(text, weight);
    let mut extent = TextExtent {
        width,
        ascent: f64::from(own.face.ascender()) * own.unit,
        descent: -f64::from(own.face.descender()) * own.unit,
    };
    for run in runs.iter().filter(|run| run.face != Typeface::Inter) {
        let shaper = run.face.shaper(weight);
        extent.ascent = extent.ascent.max(f64::from(shaper.face.ascender()) * shaper.unit);
        extent.descent = extent.descent.max(-f64::from(shaper.face.descender()) * shaper.unit);
    }
    extent
}

/// Width of `text` at `size` pixels.
pub(crate) fn width(text: &str, weight: Weight, size: f64) -> f64 {
    measure(text, weight, size).width
}

/// The rectangle that the ink of `text` fills, relative to its start on the baseline; `None`: no ink.
pub(crate) fn ink(text: &str, weight: Weight, size: f64) -> Option<Rect> {
    struct Ignore;
    impl OutlineBuilder for Ignore {
        fn move_to(&mut self, _: f32, _: f32) {}
        fn line_to(&mut self, _: f32, _: f32) {}
        fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
        fn close(&mut self) {}
    }
    let mut whole: Option<Rect> = None;
    for run in runs(text, weight, size) {
        let shaper = run.face.shaper(weight);
        let scale = shaper.unit * size;
        shaper.shape(&run.text, |glyph, pen, raised| {
            if let Some(bounds) = shaper.face.outline_glyph(glyph, &mut Ignore) {
                let at = |x: i16| run.left + f64::from(pen + i32::from(x)) * scale;
                let up = |y: i16| -f64::from(raised + i32::from(y)) * scale;
                let glyph = Rect::new(at(bounds.x_min), up(bounds.y_max), at(bounds.x_max), up(bounds.y_min));
                whole = Some(whole.map_or(glyph, |so_far| so_far.joined(&glyph)));
            }
        });
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_tabular() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            let one = width("1111", weight, 100.0);
            assert!(one > 200.0);
            for digit in ["0000", "4444", "8888"] {
                assert!((width(digit, weight, 100.0) - one).abs() < 1e-9, "{digit}");
            }
        }
    }

    #[test]
    fn widths_scale_and_bold_is_wider() {
        let text = "Needed: $556\u{a0}m";
        let small = width(text, Weight::Regular, 10.0);
        assert!((width(text, Weight::Regular, 20.0) - 2.0 * small).abs() < 1e-9);
        assert!(width(text, Weight::SemiBold, 10.0) > small);
        assert_eq!(width("", Weight::Regular, 10.0), 0.0);
    }

    #[test]
    fn urdu_is_measured_with_its_own_font() {
        let latin = measure("abc", Weight::Regular, 10.0);
        let urdu = measure("برآمدات 5.2", Weight::Regular, 10.0);
        assert!(urdu.width > 10.0);
        assert!(urdu.ascent + urdu.descent > 1.2 * (latin.ascent + latin.descent));
    }

    #[test]
    fn marks_of_direction_take_no_room() {
        let plain = measure("axis starts at 100", Weight::Regular, 10.0);
        assert_eq!(
            measure("axis starts at \u{2068}100\u{2069}", Weight::Regular, 10.0),
            plain
        );
    }

    #[test]
    fn every_sign_that_charts_use_has_a_glyph() {
        for letter in "0123456789.,\u{2212}\u{a0}$%+()□:;–’“”".chars() {
            assert!(
                [Weight::Regular, Weight::SemiBold]
                    .iter()
                    .all(|weight| Typeface::Inter.shaper(*weight).has(letter)),
                "{letter:?}"
            );
        }
    }
}
