//! The fonts that draw, and measuring text with the shaper that draws it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer, script};

use crate::geometry::Rect;
use crate::scene::Weight;

/// The family that every text of a chart names. Words that it has no letters for are drawn with
/// Noto Nastaliq Urdu, the only other font that a renderer is given.
pub const FAMILY: &str = "Inter";

const INTER_REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
const INTER_SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");
const NASTALIQ: &[u8] = include_bytes!("../../../../assets/fonts/NotoNastaliqUrdu-Regular.ttf");

/// The font files that charts are drawn with, for whoever paints their SVG.
pub fn fonts() -> [&'static [u8]; 3] {
    [INTER_REGULAR, INTER_SEMIBOLD, NASTALIQ]
}

static REGULAR: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(INTER_REGULAR));
static SEMIBOLD: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(INTER_SEMIBOLD));
static URDU: LazyLock<Shaper> = LazyLock::new(|| Shaper::urdu(NASTALIQ));

/// Texts remembered per weight and thread. A chart has about a hundred.
const REMEMBERED: usize = 2000;

thread_local! {
    /// Extents at size 1: a layout asks for the same text several times, and a redrawn chart for the same texts.
    static KNOWN: RefCell<(HashMap<String, Extent>, HashMap<String, Extent>)> = RefCell::default();
}

/// A face with its shaping plan: making the plan costs more than shaping a label.
struct Shaper {
    face: Face<'static>,
    plan: ShapePlan,
    direction: Direction,
    script: Script,
    /// Pixels per font unit at size 1.
    unit: f64,
}

/// How large a text is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    /// From the pen's first to its last place.
    pub(crate) width: f64,
    /// From baseline to the top of the box.
    pub(crate) ascent: f64,
    /// From baseline to the bottom of the box.
    pub(crate) descent: f64,
}

impl Shaper {
    fn latin(bytes: &'static [u8]) -> Self {
        Self::new(bytes, Direction::LeftToRight, script::LATIN)
    }

    fn urdu(bytes: &'static [u8]) -> Self {
        Self::new(bytes, Direction::RightToLeft, script::ARABIC)
    }

    fn new(bytes: &'static [u8], direction: Direction, script: Script) -> Self {
        let face = Face::from_slice(bytes, 0).expect("the fonts of this crate are whole");
        let plan = ShapePlan::new(&face, direction, Some(script), None, &[]);
        let unit = 1.0 / f64::from(face.units_per_em());
        Self {
            face,
            plan,
            direction,
            script,
            unit,
        }
    }

    /// Calls `each` with glyph, pen position and height above the baseline in font units; gives the whole advance.
    fn shape(&self, text: &str, mut each: impl FnMut(GlyphId, i32, i32)) -> i32 {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(self.direction);
        buffer.set_script(self.script);
        let shaped = rustybuzz::shape_with_plan(&self.face, &self.plan, buffer);
        let mut pen = 0;
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            // Glyph numbers of a font are 16 bit.
            each(
                GlyphId(info.glyph_id as u16),
                pen + position.x_offset,
                position.y_offset,
            );
            pen += position.x_advance;
        }
        pen
    }

    fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }
}

fn inter(weight: Weight) -> &'static Shaper {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::SemiBold => &SEMIBOLD,
    }
}

/// Spaces and the invisible marks of direction, which any font can carry.
fn neutral(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Parts of a text with the font that draws each; a neutral letter stays with what precedes it.
///
/// As resvg and Typst do it: a text that the second font can draw whole is drawn whole with it.
fn parts(text: &str, weight: Weight) -> impl Iterator<Item = (&'static Shaper, &str)> {
    let foreign = move |letter: char| !neutral(letter) && !inter(weight).has(letter) && URDU.has(letter);
    let whole = text.contains(foreign) && text.chars().all(|letter| neutral(letter) || URDU.has(letter));
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if whole {
            return Some((&*URDU, std::mem::take(&mut rest)));
        }
        let start = foreign(first);
        let end = rest
            .char_indices()
            .find(|&(_, letter)| !neutral(letter) && foreign(letter) != start)
            .map_or(rest.len(), |(at, _)| at);
        let (part, after) = rest.split_at(end);
        rest = after;
        Some((if start { &*URDU } else { inter(weight) }, part))
    })
}

/// Measures `text` at `size` pixels.
pub(crate) fn measure(text: &str, weight: Weight, size: f64) -> Extent {
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
    Extent {
        width: unit.width * size,
        ascent: unit.ascent * size,
        descent: unit.descent * size,
    }
}

/// The extent at size 1.
fn shaped(text: &str, weight: Weight) -> Extent {
    let own = inter(weight);
    let mut extent = Extent {
        width: 0.0,
        ascent: f64::from(own.face.ascender()) * own.unit,
        descent: -f64::from(own.face.descender()) * own.unit,
    };
    for (shaper, part) in parts(text, weight) {
        extent.width += f64::from(shaper.shape(part, |_, _, _| ())) * shaper.unit;
        if !std::ptr::eq(shaper, own) {
            extent.ascent = extent.ascent.max(f64::from(shaper.face.ascender()) * shaper.unit);
            extent.descent = extent.descent.max(-f64::from(shaper.face.descender()) * shaper.unit);
        }
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
    let mut start = 0.0;
    for (shaper, part) in parts(text, weight) {
        let scale = shaper.unit * size;
        let advance = shaper.shape(part, |glyph, pen, raised| {
            if let Some(bounds) = shaper.face.outline_glyph(glyph, &mut Ignore) {
                let at = |x: i16| start + f64::from(pen + i32::from(x)) * scale;
                let up = |y: i16| -f64::from(raised + i32::from(y)) * scale;
                let glyph = Rect::new(at(bounds.x_min), up(bounds.y_max), at(bounds.x_max), up(bounds.y_min));
                whole = Some(whole.map_or(glyph, |so_far| so_far.joined(&glyph)));
            }
        });
        start += f64::from(advance) * scale;
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
        assert!(urdu.ascent + urdu.descent > 1.5 * (latin.ascent + latin.descent));
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
            assert!(REGULAR.has(letter) && SEMIBOLD.has(letter), "{letter:?}");
        }
    }
}
