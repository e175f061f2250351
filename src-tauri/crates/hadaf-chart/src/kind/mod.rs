//! One module per kind of chart. Each takes its part of the spec and gives a laid-out scene.

mod across;
pub(crate) mod annual;
pub(crate) mod backtest;
pub(crate) mod budget;
mod claims;
mod fan;
pub(crate) mod hedgehog;
mod key;
mod lanes;
pub(crate) mod monthly;
mod months;
pub(crate) mod scenarios;
mod table;
pub(crate) mod timeline;
pub(crate) mod tornado;
pub(crate) mod year_to_date;

use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::geometry::Point;
use crate::label::Block;
use crate::label::annotate::{Placed, Wish};
use crate::scene::{Role, Shape, Stroke, Style, Text, Weight};
use crate::text::{balanced, clean, shortened};
use crate::theme::Rgb;

/// Labels right of the plot may take this share of the canvas.
const END_COLUMN: f64 = 0.3;
/// Distances at which a label on a point is tried.
const BESIDE: &[f64] = &[9.0, 16.0];
/// What leaving out a label costs, in the worth of pixels: see [`Wish::out`].
mod out {
    /// The newest value, a year's value: never left out for others.
    pub(super) const VALUE: f64 = 100_000.0;
    /// The path's name.
    pub(super) const PATH: f64 = 80_000.0;
    /// Another labelled point, a past year.
    pub(super) const POINT: f64 = 20_000.0;
    /// A number that stands for a label.
    pub(super) const NUMBER: f64 = 10_000.0;
    /// A target's label: rather a number than a place where it covers marks.
    pub(super) const TARGET: f64 = 160.0;
    /// A projection's label.
    pub(super) const PROJECTION: f64 = 100.0;
    /// A remark: only where there is room for it.
    pub(super) const REMARK: f64 = 60.0;
}
/// Largest value that an axis shows; beyond it a float no longer counts single units.
const LARGEST: f64 = 1e15;

/// `value`, if an axis can show it.
fn placeable(value: f64, at: impl std::fmt::Display) -> Result<f64> {
    if value.is_finite() && value.abs() <= LARGEST {
        Ok(value)
    } else {
        Err(ChartError::Value {
            value,
            at: at.to_string(),
        })
    }
}

/// Lowest and highest of some values.
#[derive(Debug, Clone, Copy)]
struct Reach {
    low: f64,
    high: f64,
}

impl Reach {
    const NONE: Self = Self {
        low: f64::INFINITY,
        high: f64::NEG_INFINITY,
    };

    fn add(&mut self, value: f64, at: impl std::fmt::Display) -> Result<()> {
        let value = placeable(value, at)?;
        self.low = self.low.min(value);
        self.high = self.high.max(value);
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.low > self.high
    }
}

/// Styles of one label: first line bold, the others not, or all alike.
fn label_style(canvas: &Canvas, role: Role, weight: Weight, colour: Rgb) -> Style {
    canvas.style(role, weight, canvas.metrics.label, colour)
}

/// A block of label lines, the first in `first`, the others regular, none wider than `limit`.
fn block(lines: &[String], first: Style, limit: f64) -> Block {
    let mut set = Vec::new();
    for (index, words) in lines.iter().enumerate() {
        let style = Style {
            weight: if index == 0 { first.weight } else { Weight::Regular },
            ..first
        };
        let wrapped = balanced(&clean(words), style.weight, style.size, limit);
        // A word without a place to break is cut.
        let fitted = wrapped
            .iter()
            .map(|line| shortened(line, style.weight, style.size, limit));
        set.extend(fitted.map(|line| (style, line)));
    }
    Block::new(set)
}

/// Draws the labels that found a place, with their leaders.
fn draw_placed(canvas: &mut Canvas, wishes: &[Wish], placed: &[Option<Placed>]) {
    for (wish, place) in wishes.iter().zip(placed) {
        let Some(place) = place else { continue };
        let Some((block, _)) = wish.blocks.get(place.block) else {
            continue;
        };
        if let Some((from, to)) = place.leader {
            leader(canvas, from, to);
        }
        for text in block.texts(&place.rect, place.align) {
            canvas.text_on_plot(text);
        }
    }
}

/// A thin line from a mark to its label.
fn leader(canvas: &mut Canvas, from: Point, to: Point) {
    let stroke = Stroke::solid(canvas.palette.axis, canvas.metrics.grid * 0.75);
    canvas.behind(Shape::Line {
        points: vec![from, to],
        stroke,
    });
}

/// Says where a cropped axis starts, on the axis itself, and keeps the place free.
fn axis_start(canvas: &mut Canvas, words: &str, label: &str, plot: crate::geometry::Rect) {
    let words = clean(&words.replace("{value}", label));
    let metrics = canvas.metrics;
    let style = canvas.style(Role::Remark, Weight::Regular, metrics.small(), canvas.palette.muted);
    let x = plot.left + metrics.gap() * 0.75;
    let text = Text::new(
        style,
        &words,
        crate::scene::Align::Start,
        x,
        plot.bottom - metrics.label * 0.45,
    );
    canvas.text_on_plot(text);
}
