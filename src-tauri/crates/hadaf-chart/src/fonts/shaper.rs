//! Shaping: which font draws which part of a text, and how far its pen moves.

use std::sync::LazyLock;

use hadaf_fonts::{
    ARABIC_REGULAR, ARABIC_SEMIBOLD, INTER_REGULAR, INTER_SEMIBOLD, NASTALIQ, SERIF_REGULAR, SERIF_SEMIBOLD,
};
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

/// One of the families of [`hadaf_fonts::FAMILIES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typeface {
    /// Inter, which draws all that it has letters for.
    Inter,
    /// Vazirmatn, from the right.
    Arabic,
    /// Source Serif 4, for the few signs that only it has.
    Serif,
    /// Noto Nastaliq Urdu, from the right, for letters that Vazirmatn lacks.
    Nastaliq,
}

impl Typeface {
    /// The families that an SVG names for it: our own, and what to draw with where a reader lacks it.
    pub const fn families(self) -> &'static str {
        match self {
            Self::Inter => "Inter, 'Noto Sans', sans-serif",
            Self::Arabic => "Vazirmatn, 'Noto Sans Arabic', sans-serif",
            Self::Nastaliq => "'Noto Nastaliq Urdu', 'Noto Naskh Arabic', serif",
            Self::Serif => "'Source Serif 4', 'Noto Serif', serif",
        }
    }

    /// Whether it is read from the right.
    pub(super) const fn is_from_right(self) -> bool {
        matches!(self, Self::Arabic | Self::Nastaliq)
    }

    /// The first of them that has a letter; every letter that is drawn is one that some font has.
    pub(super) fn of(letter: char, weight: Weight) -> Self {
        let all = [Self::Inter, Self::Arabic, Self::Serif, Self::Nastaliq];
        let mut having = all.into_iter().filter(|face| face.shaper(weight).has(letter));
        having.next().unwrap_or(Self::Inter)
    }

    pub(super) fn shaper(self, weight: Weight) -> &'static Shaper {
        static REGULAR: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(INTER_REGULAR));
        static SEMIBOLD: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(INTER_SEMIBOLD));
        static ARABIC: LazyLock<Shaper> = LazyLock::new(|| Shaper::arabic(ARABIC_REGULAR));
        static BOLD_ARABIC: LazyLock<Shaper> = LazyLock::new(|| Shaper::arabic(ARABIC_SEMIBOLD));
        static URDU: LazyLock<Shaper> = LazyLock::new(|| Shaper::arabic(NASTALIQ));
        static SERIF: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(SERIF_REGULAR));
        static BOLD_SERIF: LazyLock<Shaper> = LazyLock::new(|| Shaper::latin(SERIF_SEMIBOLD));
        match (self, weight) {
            (Self::Inter, Weight::Regular) => &REGULAR,
            (Self::Inter, Weight::SemiBold) => &SEMIBOLD,
            (Self::Arabic, Weight::Regular) => &ARABIC,
            (Self::Arabic, Weight::SemiBold) => &BOLD_ARABIC,
            (Self::Nastaliq, _) => &URDU,
            (Self::Serif, Weight::Regular) => &SERIF,
            (Self::Serif, Weight::SemiBold) => &BOLD_SERIF,
        }
    }
}

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

    fn arabic(bytes: &'static [u8]) -> Self {
        Self::new(bytes, Direction::RightToLeft, script::ARABIC)
    }

    fn new(bytes: &'static [u8], direction: Direction, script: Script) -> Self {
        let face = Face::from_slice(bytes, 0).expect("the fonts of this program are whole");
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
