//! Shaping: which font draws which part of a text, and how far its pen moves.

use std::sync::LazyLock;

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer, script};

/// Which of the two weights of [`crate::FAMILY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

pub(super) const INTER_REGULAR: &[u8] = include_bytes!("../../../../../assets/fonts/Inter-Regular.ttf");
pub(super) const INTER_SEMIBOLD: &[u8] = include_bytes!("../../../../../assets/fonts/Inter-SemiBold.ttf");
pub(super) const NASTALIQ: &[u8] = include_bytes!("../../../../../assets/fonts/NotoNastaliqUrdu-Regular.ttf");

static REGULAR: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(INTER_REGULAR));
static SEMIBOLD: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(INTER_SEMIBOLD));
static URDU: LazyLock<Shaper> = LazyLock::new(|| Shaper::urdu(NASTALIQ));

/// A face with its shaping plan: making the plan costs more than shaping a label.
pub(super) struct Shaper {
    pub(super) face: Face<'static>,
    plan: ShapePlan,
    direction: Direction,
    script: Script,
    /// Pixels per font unit at size 1.
    pub(super) unit: f64,
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
    pub(super) fn shape(&self, text: &str, mut each: impl FnMut(GlyphId, i32, i32)) -> i32 {
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

    pub(super) fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }
}

pub(super) fn inter(weight: Weight) -> &'static Shaper {
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
pub(super) fn parts(text: &str, weight: Weight) -> impl Iterator<Item = (&'static Shaper, &str)> {
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
