//! Texts in their places, as large as the fonts that draw them say.

use crate::fonts::{self, TextExtent, Weight};
use crate::geometry::Rect;
use crate::text::{self, clean};
use crate::theme::Rgb;

/// Which part of a text stands at its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The finding.
    Title,
    /// What is plotted.
    Subtitle,
    /// A number of the value axis.
    Tick,
    /// A month of the time axis.
    Month,
    /// A fiscal year of the time axis.
    Year,
    /// The total beside a fiscal year.
    Total,
    /// A label right of the plot, in the order of the values.
    EndLabel,
    /// A label on a point, path or claim.
    Label,
    /// A small remark on the plot ("calculated").
    Remark,
    /// A number that stands for a label explained below the plot.
    Number,
    /// A name in the legend above the plot.
    Legend,
    /// The note below the plot.
    Note,
    /// The source line.
    Source,
}

/// One line of text in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText {
    /// What it is for.
    pub role: Role,
    /// The characters, without anything that XML cannot hold.
    pub content: String,
    /// Where `align` stands.
    pub x: f64,
    /// Its baseline.
    pub baseline: f64,
    /// What stands at `x`.
    pub align: Align,
    /// Its weight.
    pub weight: Weight,
    /// Font size in pixels.
    pub size: f64,
    /// Its colour.
    pub colour: Rgb,
    /// Advance width by ascent and descent, as measured.
    pub bounds: Rect,
}

/// How a text looks, apart from its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextStyle {
    pub(crate) role: Role,
    pub(crate) weight: Weight,
    pub(crate) size: f64,
    pub(crate) colour: Rgb,
}

impl TextStyle {
    pub(crate) const fn new(role: Role, weight: Weight, size: f64, colour: Rgb) -> Self {
        Self {
            role,
            weight,
            size,
            colour,
        }
    }

    /// How large words are in this style.
    pub(crate) fn extent(&self, words: &str) -> TextExtent {
        fonts::measure(words, self.weight, self.size)
    }

    /// How wide words are in this style.
    pub(crate) fn width(&self, words: &str) -> f64 {
        self.extent(words).width
    }

    /// The baseline of words whose box has its middle at `y`.
    pub(crate) fn centred(&self, words: &str, y: f64) -> f64 {
        let extent = self.extent(words);
        y + (extent.ascent - extent.descent) / 2.0
    }

    /// Words in lines no wider than `limit`.
    pub(crate) fn wrapped(&self, words: &str, limit: f64) -> Vec<String> {
        text::wrap(words, self.weight, self.size, limit)
    }

    /// The same with lines as alike as they can be.
    pub(crate) fn balanced(&self, words: &str, limit: f64) -> Vec<String> {
        text::balanced(words, self.weight, self.size, limit)
    }

    /// Words on one line no wider than `limit`; what is longer ends in an ellipsis.
    pub(crate) fn shortened(&self, words: &str, limit: f64) -> String {
        text::shortened(words, self.weight, self.size, limit)
    }
}

impl PlacedText {
    pub(crate) fn new(style: TextStyle, content: &str, align: Align, x: f64, baseline: f64) -> Self {
        let content = clean(content);
        let extent = style.extent(&content);
        let left = match align {
            Align::Start => x,
            Align::Middle => x - extent.width / 2.0,
            Align::End => x - extent.width,
        };
        Self {
            role: style.role,
            x,
            baseline,
            align,
            weight: style.weight,
            size: style.size,
            colour: style.colour,
            bounds: Rect::new(
                left,
                baseline - extent.ascent,
                left + extent.width,
                baseline + extent.descent,
            ),
            content,
        }
    }

    /// Its parts of one font each, from left to right, with their places from the left of [`Self::bounds`].
    pub(crate) fn runs(&self) -> Vec<fonts::Run> {
        fonts::runs(&self.content, self.weight, self.size)
    }

    /// Whether [`crate::FAMILY`] draws all of it.
    pub fn is_of_one_font(&self) -> bool {
        self.runs().iter().all(|run| run.face == fonts::Typeface::Inter)
    }

    /// The rectangle that its ink should fill; `None`: it has none.
    pub fn ink(&self) -> Option<Rect> {
        let ink = fonts::ink(&self.content, self.weight, self.size)?;
        Some(Rect::new(
            self.bounds.left + ink.left,
            self.baseline + ink.top,
            self.bounds.left + ink.right,
            self.baseline + ink.bottom,
        ))
    }
}
