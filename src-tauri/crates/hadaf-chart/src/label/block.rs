//! Measured lines of text that stay together.

use crate::fonts::Weight;
use crate::geometry::Rect;
use crate::scene::{Align, PlacedText, TextStyle};
use crate::text::clean;

/// Lines of text that stay together.
#[derive(Debug, Clone)]
pub(crate) struct TextBlock {
    lines: Vec<(TextStyle, String)>,
    /// Distance from the top of the block to each baseline.
    baselines: Vec<f64>,
    /// How far the lines after the first stand in, where they start at the left.
    indent: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl TextBlock {
    /// Lines from top to bottom, 1.25 of their size apart or as far as their script needs.
    pub(crate) fn new(lines: Vec<(TextStyle, String)>) -> Self {
        Self::indented(lines, 0.0)
    }

    /// As [`Self::new`], the lines after the first `indent` pixels further in.
    pub(crate) fn indented(lines: Vec<(TextStyle, String)>, indent: f64) -> Self {
        let mut block = Self {
            baselines: Vec::with_capacity(lines.len()),
            indent,
            width: 0.0,
            height: 0.0,
            lines,
        };
        for (index, (style, words)) in block.lines.iter().enumerate() {
            let extent = style.extent(words);
            let own = extent.ascent + extent.descent;
            if index > 0 {
                block.height += (style.size * 1.25 - own).max(0.0);
            }
            block.baselines.push(block.height + extent.ascent);
            block.height += own;
            let indent = if index > 0 { indent } else { 0.0 };
            block.width = block.width.max(indent + extent.width);
        }
        block
    }

    /// Label lines, the first in `first`, the others regular, none wider than `limit`.
    pub(crate) fn label(lines: &[String], first: TextStyle, limit: f64) -> Self {
        let mut set = Vec::new();
        for (index, words) in lines.iter().enumerate() {
            let style = TextStyle {
                weight: if index == 0 { first.weight } else { Weight::Regular },
                ..first
            };
            let wrapped = style.balanced(&clean(words), limit);
            // A word without a place to break is cut.
            let fitted = wrapped.iter().map(|line| style.shortened(line, limit));
            set.extend(fitted.map(|line| (style, line)));
        }
        Self::new(set)
    }

    /// One line, not cut.
    pub(crate) fn line(words: &str, style: TextStyle) -> Self {
        Self::new(vec![(style, clean(words))])
    }

    /// One line no wider than `limit`; nothing for no words.
    pub(crate) fn shortened(words: &str, style: TextStyle, limit: f64) -> Self {
        let words = clean(words);
        if words.is_empty() {
            return Self::new(Vec::new());
        }
        Self::new(vec![(style, style.shortened(&words, limit))])
    }

    /// `words` in at most `lines` lines within `limit`; what is longer ends in an ellipsis.
    pub(crate) fn cut(words: &[String], style: TextStyle, lines: usize, limit: f64) -> Self {
        let words: Vec<String> = words
            .iter()
            .map(|line| clean(line))
            .filter(|line| !line.is_empty())
            .collect();
        let broken: Vec<String> = words.iter().flat_map(|line| style.balanced(line, limit)).collect();
        let set = if broken.len() <= lines {
            broken
        } else {
            // As whole as it goes: broken anew, so that no line ends early.
            let mut all = style.wrapped(&words.join(", "), limit);
            if all.len() > lines {
                let rest = all.split_off(lines.saturating_sub(1)).join(" ");
                all.push(rest);
            }
            all
        };
        Self::new(set.iter().map(|line| (style, style.shortened(line, limit))).collect())
    }

    /// Whether a line was cut: it ends otherwise than it was given.
    pub(crate) fn is_cut(&self) -> bool {
        self.lines.iter().any(|(_, line)| line.ends_with('\u{2026}'))
    }

    /// Whether there is nothing to set.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Distance from the top of the block to the middle of its first line.
    pub(crate) fn first_middle(&self) -> f64 {
        self.lines.first().map_or(0.0, |(style, words)| {
            let extent = style.extent(words);
            (extent.ascent + extent.descent) / 2.0
        })
    }

    /// The lines in `rect`, which is as large as the block.
    pub(crate) fn texts(&self, rect: &Rect, align: Align) -> Vec<PlacedText> {
        let x = match align {
            Align::Start => rect.left,
            Align::Middle => rect.centre().x,
            Align::End => rect.right,
        };
        self.lines
            .iter()
            .zip(&self.baselines)
            .enumerate()
            .map(|(index, ((style, words), down))| {
                let indent = if index > 0 && align == Align::Start {
                    self.indent
                } else {
                    0.0
                };
                PlacedText::new(*style, words, align, x + indent, rect.top + down)
            })
            .collect()
    }
}
