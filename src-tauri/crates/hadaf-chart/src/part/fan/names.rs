//! The share that each band of a fan holds, written on it.

use super::placed::{FENCE, PlacedFan, between};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::Point;
use crate::label::AvoidedLine;
use crate::scene::{Align, PlacedText, Role, TextStyle};
use crate::text::clean;

impl PlacedFan<'_> {
    /// Writes each band's name on it, as far right as it fits but not beyond `right`, if there is room
    /// for all three clear of `lines`.
    pub(crate) fn write_names(&self, canvas: &mut Canvas, lines: &[AvoidedLine], right: f64) {
        let style = canvas.small_style(Role::Remark, Weight::Regular, canvas.palette.ink);
        let names = self.fan.names.iter().map(|name| clean(name)).enumerate();
        let texts: Option<Vec<PlacedText>> = names
            .map(|(index, name)| {
                // Above the median, where a band is widest in a series that grows, else below it.
                [(3 + index, 4 + index), (2 - index, 3 - index)]
                    .into_iter()
                    .find_map(|levels| self.room(canvas, style, &name, levels, lines, right))
            })
            .collect();
        canvas.texts(texts.into_iter().flatten());
    }

    /// A name between two levels, if there is room for it.
    fn room(
        &self,
        canvas: &Canvas,
        style: TextStyle,
        name: &str,
        (low, high): (usize, usize),
        lines: &[AvoidedLine],
        right: f64,
    ) -> Option<PlacedText> {
        let (low, high) = (self.level(low), self.level(high));
        let gap = canvas.metrics.label * 0.2;
        let taken = canvas.taken();
        let last = low.last()?.x.min(right) - gap;
        let first = low.first()?.x;
        let mut end = last;
        while end > first {
            let text = PlacedText::new(style, name, Align::End, end, 0.0);
            let (left, right) = (text.bounds.left - gap, text.bounds.right + gap);
            if left < first {
                return None;
            }
            // Both edges are straight between their corners, so their ends and corners say all.
            let floor = extreme(&low, left, right, f64::min)?;
            let ceiling = extreme(&high, left, right, f64::max)?;
            let height = text.bounds.height();
            // The letters of a per cent sign are lower than their line box.
            if floor - ceiling >= height {
                let baseline = f64::midpoint(floor, ceiling) - text.bounds.centre().y;
                let text = PlacedText::new(style, name, Align::End, end, baseline);
                let clear = !taken.iter().any(|taken| taken.grown(gap).intersects(&text.bounds))
                    && !lines.iter().any(|line| line.crosses(&text.bounds));
                if clear {
                    return Some(text);
                }
            }
            end -= FENCE / 2.0;
        }
        None
    }
}

/// The extreme height of a line between two places; `None` beyond its ends.
fn extreme(line: &[Point], left: f64, right: f64, pick: fn(f64, f64) -> f64) -> Option<f64> {
    let at = |x: f64| {
        line.windows(2).find_map(|pair| match pair {
            [from, to] if (from.x..=to.x).contains(&x) && to.x > from.x => {
                Some(between(*from, *to, (x - from.x) / (to.x - from.x)).y)
            }
            _ => None,
        })
    };
    let corners = line.iter().filter(|point| (left..=right).contains(&point.x));
    Some(corners.map(|point| point.y).fold(pick(at(left)?, at(right)?), pick))
}
