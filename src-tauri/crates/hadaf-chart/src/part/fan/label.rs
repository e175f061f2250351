//! The label at the end of a fan, with each band's tint before its line.

use super::spec::Fan;
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::label::TextBlock;
use crate::scene::{Align, Role, Shape};
use crate::text::clean;
use crate::theme::Rgb;

/// The label at the end of a fan, and before which of its lines which tint stands.
pub(crate) struct FanLabel {
    pub(crate) block: TextBlock,
    tints: Vec<(usize, Rgb)>,
}

/// Sets the label of a baseline, grey as its outline; `None`: it has none.
pub(crate) fn outline_label(canvas: &Canvas, fan: &Fan, limit: f64) -> Option<TextBlock> {
    let style = canvas.label_style(Role::EndLabel, Weight::Regular, canvas.palette.muted);
    let words: Vec<String> = fan.label.iter().map(|line| line.words.clone()).collect();
    let block = TextBlock::label(&words, style, limit);
    (!block.is_empty()).then_some(block)
}

/// Edge of the square that shows a band's tint.
fn swatch(canvas: &Canvas) -> f64 {
    canvas.metrics.label * 0.75
}

impl FanLabel {
    /// Sets the label of a fan, none of its lines wider than `limit`; `None`: it has none.
    pub(crate) fn new(canvas: &Canvas, fan: &Fan, limit: f64) -> Option<Self> {
        let first = canvas.label_style(Role::EndLabel, Weight::SemiBold, canvas.palette.series);
        let others = canvas.label_style(Role::EndLabel, Weight::Regular, canvas.palette.muted);
        let indent = swatch(canvas) * 1.6;
        let mut lines = Vec::new();
        let mut tints = Vec::new();
        for (index, line) in fan.label.iter().enumerate() {
            let (style, room) = if index == 0 {
                (first, limit)
            } else {
                (others, limit - indent)
            };
            tints.extend(line.band.map(|band| (lines.len(), band.tint(canvas))));
            let wrapped = style.balanced(&clean(&line.words), room);
            lines.extend(wrapped.into_iter().map(|words| (style, words)));
        }
        let indent = if tints.is_empty() { 0.0 } else { indent };
        let block = TextBlock::indented(lines, indent);
        (!block.is_empty()).then_some(Self { block, tints })
    }

    /// Draws the tints before their lines, whose texts stand in `rect`.
    pub(crate) fn draw_tints(&self, canvas: &mut Canvas, rect: &Rect) {
        let side = swatch(canvas);
        let texts = self.block.texts(rect, Align::Start);
        for &(line, colour) in &self.tints {
            let Some(text) = texts.get(line) else { continue };
            // On the middle of the digits, which stand above the baseline.
            let middle = text.baseline - text.size * 0.36;
            let square = Rect::around(Point::new(rect.left + side / 2.0, middle), side / 2.0);
            // The palest tint is hardly there without an edge.
            canvas.behind(Shape::Block {
                rect: square.grown(canvas.metrics.grid * 0.5),
                colour: canvas.palette.band_50,
            });
            canvas.behind(Shape::Block { rect: square, colour });
        }
    }
}
