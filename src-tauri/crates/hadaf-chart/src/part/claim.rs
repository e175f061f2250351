//! Claims as marks with who said it and when.

use crate::canvas::Canvas;
use crate::error::Result;
use crate::fonts::Weight;
use crate::geometry::{Point, level};
use crate::label::{AvoidedLine, TextBlock};
use crate::range::ValueRange;
use crate::scale::PlotScale;
use crate::scene::{Role, Stroke};
use crate::text::clean;
use crate::theme::Rgb;

/// Which sign a claim has: what it asks for, or what it expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimSign {
    /// A target, a line.
    Target,
    /// A projection, a diamond in a colour of its own.
    Projection,
}

/// A claim as a mark at the end of the year or on a column.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimMark {
    /// The value in the series' unit.
    pub value: f64,
    /// The upper end where the claim is a range.
    pub value_high: Option<f64>,
    /// Target or projection.
    pub sign: ClaimSign,
    /// Label lines with who said it and when, e.g. ["$5.2 bn target", "Ministry of IT, before July 2025"].
    pub label: Vec<String>,
}

/// Indices of claims from dearest to least: targets before projections, then as given.
pub(crate) fn rank(claims: &[&ClaimMark]) -> Vec<usize> {
    let mut rank: Vec<usize> = (0..claims.len()).collect();
    rank.sort_by_key(|&index| claims[index].sign != ClaimSign::Target);
    rank
}

impl ClaimMark {
    /// Adds its values to what the axis must reach.
    ///
    /// # Errors
    /// [`crate::ChartError::Value`] for a value that no axis can show.
    pub(crate) fn widen(&self, range: &mut ValueRange) -> Result<()> {
        let name = self.words();
        range.add(self.value, &name)?;
        self.value_high.map_or(Ok(()), |high| range.add(high, &name))
    }

    /// Its label on one line.
    pub(crate) fn words(&self) -> String {
        clean(&self.label.join(", "))
    }

    /// The value that a label stands level with: of a range, the middle.
    pub(crate) fn middle(&self) -> f64 {
        self.value_high
            .map_or(self.value, |high| f64::midpoint(self.value, high))
    }

    /// How dear its label is among those right of the plot; of equal ones the first is dearest.
    pub(crate) fn weight(&self, index: usize) -> f64 {
        self.sign.weight(index)
    }

    /// The colour of its mark and text.
    pub(crate) fn colour(&self, canvas: &Canvas) -> Rgb {
        self.sign.colour(canvas)
    }

    /// Its label, the first line bold.
    pub(crate) fn block(&self, canvas: &Canvas, role: Role, limit: f64) -> TextBlock {
        let style = canvas.label_style(role, Weight::SemiBold, self.colour(canvas));
        TextBlock::label(&self.label, style, limit)
    }

    /// The number that stands for its label, in brackets so that it is not taken for a value.
    pub(crate) fn number(&self, canvas: &Canvas, number: usize) -> TextBlock {
        let style = canvas.small_style(Role::Number, Weight::SemiBold, self.colour(canvas));
        TextBlock::line(&format!("({number})"), style)
    }

    /// Half the width of its mark.
    pub(crate) fn half_width(&self, canvas: &Canvas, scale: &PlotScale) -> f64 {
        match self.sign {
            // Wider than a diamond, so that both show where they say the same.
            ClaimSign::Target => {
                (scale.slot_width() * 0.36).clamp(canvas.metrics.dot() * 2.6, canvas.metrics.label * 1.6)
            }
            ClaimSign::Projection => canvas.metrics.dot() * 1.9,
        }
    }

    /// Both ends of its mark in a slot.
    pub(crate) fn ends(&self, canvas: &Canvas, scale: &PlotScale, slot: usize) -> [Point; 2] {
        let at = scale.mid(slot, self.value);
        let half = self.half_width(canvas, scale);
        [Point::new(at.x - half, at.y), Point::new(at.x + half, at.y)]
    }

    /// Draws it round the middle of a slot: a target as a line over most of the slot, a projection as
    /// a diamond, the upper end of a range at the end of a thin line. Gives what labels avoid.
    pub(crate) fn draw(&self, canvas: &mut Canvas, scale: &PlotScale, slot: usize) -> Vec<AvoidedLine> {
        let metrics = canvas.metrics;
        let colour = self.colour(canvas);
        let at = scale.mid(slot, self.value);
        let half = self.half_width(canvas, scale);
        let mut avoid = vec![AvoidedLine::new(level(at, half), 15.0)];
        if let Some(high) = self.value_high {
            let top = scale.mid(slot, high);
            canvas.line(vec![at, top], Stroke::solid(colour, metrics.other));
            canvas.line(level(top, half * 0.6), Stroke::solid(colour, metrics.other));
            avoid.push(AvoidedLine::new(vec![at, top], 3.0));
        }
        match self.sign {
            ClaimSign::Target => canvas.line(level(at, half), Stroke::solid(colour, metrics.main * 1.5)),
            ClaimSign::Projection => {
                // A rim of the background parts it from dots and lines that it stands on.
                canvas.diamond(at, half + metrics.main * 0.6, canvas.palette.background);
                canvas.diamond(at, half, colour);
            }
        }
        avoid
    }
}

impl ClaimSign {
    /// The colour of its marks and texts.
    pub(crate) fn colour(self, canvas: &Canvas) -> Rgb {
        match self {
            Self::Target => canvas.palette.target,
            Self::Projection => canvas.palette.projection,
        }
    }

    /// See [`ClaimMark::weight`].
    pub(crate) fn weight(self, index: usize) -> f64 {
        let weight = match self {
            Self::Target => 4.0,
            Self::Projection => 2.0,
        };
        weight - index as f64 * 1e-3
    }
}
