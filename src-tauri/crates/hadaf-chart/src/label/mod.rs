//! Labels that stand on the data: measured blocks of lines, and two ways to place them.

pub(crate) mod annotate;
mod search;
pub(crate) mod stack;

use crate::fonts::measure;
use crate::geometry::Rect;
use crate::scene::{Align, Style, Text};

/// Lines of text that stay together.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    lines: Vec<(Style, String)>,
    /// Distance from the top of the block to each baseline.
    baselines: Vec<f64>,
    /// How far the lines after the first stand in, where they start at the left.
    indent: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Block {
    /// Lines from top to bottom, 1.25 of their size apart or as far as their script needs.
    pub(crate) fn new(lines: Vec<(Style, String)>) -> Self {
        Self::indented(lines, 0.0)
    }

    /// As [`Self::new`], the lines after the first `indent` pixels further in.
    pub(crate) fn indented(lines: Vec<(Style, String)>, indent: f64) -> Self {
        let mut block = Self {
            baselines: Vec::with_capacity(lines.len()),
            indent,
            width: 0.0,
            height: 0.0,
            lines,
        };
        for (index, (style, words)) in block.lines.iter().enumerate() {
            let extent = measure(words, style.weight, style.size);
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

    /// Whether there is nothing to set.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Distance from the top of the block to the middle of its first line.
    pub(crate) fn first_middle(&self) -> f64 {
        self.lines.first().map_or(0.0, |(style, words)| {
            let extent = measure(words, style.weight, style.size);
            (extent.ascent + extent.descent) / 2.0
        })
    }

    /// The lines in `rect`, which is as large as the block.
    pub(crate) fn texts(&self, rect: &Rect, align: Align) -> Vec<Text> {
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
                Text::new(*style, words, align, x + indent, rect.top + down)
            })
            .collect()
    }
}
