//! Spines and the marks at their ends.

use super::spec::{HedgehogPlot, Spine, SpineMark};
use crate::canvas::Canvas;
use crate::geometry::{Point, level};
use crate::label::AvoidedLine;
use crate::part::ClaimSign;
use crate::scale::PlotScale;
use crate::scene::Stroke;
use crate::theme::Rgb;

/// Share of the background in a spine, so that a bundle of them does not outweigh the outturn.
pub(super) const FAINT: f64 = 0.45;

/// A spine whose year stands on the axis.
pub(super) struct PlacedSpine<'a> {
    pub(super) index: usize,
    pub(super) spine: &'a Spine,
    pub(super) end: Point,
    /// Where it begins; `None`: it was said when its year was known, so it has no length.
    start: Option<Point>,
}

impl<'a> PlacedSpine<'a> {
    /// The spines on the axis in order of their years, then of their values.
    pub(super) fn all(plot: &'a HedgehogPlot, scale: &PlotScale) -> Vec<Self> {
        let spines = plot.spines.iter().enumerate();
        let mut placed: Vec<Self> = spines
            .filter_map(|(index, spine)| {
                let year = plot.slot(spine.year)?;
                Some(Self {
                    index,
                    spine,
                    end: scale.mid(year, spine.value),
                    start: start(plot, scale, spine, year),
                })
            })
            .collect();
        placed.sort_by(|one, other| {
            let (one, other) = (one.spine, other.spine);
            one.year.cmp(&other.year).then(one.value.total_cmp(&other.value))
        });
        placed
    }
}

/// Where a spine begins: at what was known, or on the edge of the axis where that lies before it.
fn start(plot: &HedgehogPlot, scale: &PlotScale, spine: &Spine, end: usize) -> Option<Point> {
    let (known, value) = spine.from;
    if let Some(slot) = plot.slot(known) {
        return (slot < end).then(|| scale.mid(slot, value));
    }
    let first = plot.years.first()?;
    let before = f64::from(i32::from(first.fiscal_year.year()) - i32::from(known.year()));
    (before > 0.0 && end > 0).then(|| {
        let share = before / (before + end as f64);
        scale.mid(0, value + (spine.value - value) * share)
    })
}

/// The colour of a spine and its mark.
pub(super) fn colour(canvas: &Canvas, spine: &Spine) -> Rgb {
    if spine.official {
        spine.sign.colour(canvas)
    } else {
        canvas.palette.axis
    }
}

/// Draws the spines, those of others below those of the state; gives what labels avoid.
pub(super) fn draw_spines(canvas: &mut Canvas, scale: &PlotScale, spines: &[PlacedSpine]) -> Vec<AvoidedLine> {
    let mut avoid = Vec::new();
    let width = canvas.metrics.other * 0.7;
    let (official, others): (Vec<_>, Vec<_>) = spines.iter().partition(|spine| spine.spine.official);
    for spine in others.into_iter().chain(official) {
        let colour = colour(canvas, spine.spine);
        let faint = colour.mixed(canvas.palette.background, FAINT);
        if let Some(start) = spine.start {
            let line = vec![start, spine.end];
            canvas.line(line.clone(), Stroke::data(faint, width));
            avoid.push(AvoidedLine::new(line, 0.5));
        }
        if let Some(high) = spine.spine.value_high {
            let top = Point::new(spine.end.x, scale.y(high));
            let half = canvas.metrics.dot();
            canvas.line(vec![spine.end, top], Stroke::data(colour, width * 1.3));
            canvas.line(level(top, half), Stroke::data(colour, width * 1.3));
            avoid.push(AvoidedLine::new(vec![spine.end, top], 3.0));
        }
    }
    avoid
}

/// The mark at the end of a spine; gives what labels avoid.
pub(super) fn draw_end(canvas: &mut Canvas, spine: &PlacedSpine) -> AvoidedLine {
    let colour = colour(canvas, spine.spine);
    draw_mark(canvas, spine.end, spine.spine.sign, spine.spine.mark, colour);
    AvoidedLine::new(level(spine.end, canvas.metrics.dot() * 1.6), 12.0)
}

/// Draws an end mark: a dot for a target, a diamond for a projection, hollow or a cross by what became of it.
pub(super) fn draw_mark(canvas: &mut Canvas, at: Point, sign: ClaimSign, mark: SpineMark, colour: Rgb) {
    let metrics = canvas.metrics;
    let background = canvas.palette.background;
    let radius = metrics.dot()
        * match sign {
            ClaimSign::Target => 1.45,
            ClaimSign::Projection => 1.75,
        };
    let rim = metrics.main * 0.4;
    match (mark, sign) {
        (SpineMark::NotScorable, _) => draw_cross(canvas, at, radius * 0.85, colour),
        (SpineMark::Counted | SpineMark::Open, ClaimSign::Target) => {
            canvas.dot(at, radius + rim, background);
            canvas.dot(at, radius, colour);
        }
        (SpineMark::Counted | SpineMark::Open, ClaimSign::Projection) => {
            canvas.diamond(at, radius + rim * 1.4, background);
            canvas.diamond(at, radius, colour);
        }
        (SpineMark::Replaced, ClaimSign::Target) => canvas.ring(at, radius * 0.9, metrics.main * 0.55, colour),
        (SpineMark::Replaced, ClaimSign::Projection) => {
            canvas.diamond(at, radius * 1.1, colour);
            canvas.diamond(at, radius * 0.55, background);
        }
    }
}

/// A cross with a rim of the background.
fn draw_cross(canvas: &mut Canvas, at: Point, half: f64, colour: Rgb) {
    let width = canvas.metrics.main;
    for (width, colour) in [(width * 1.5, canvas.palette.background), (width * 0.7, colour)] {
        for down in [-half, half] {
            let stroke = vec![
                Point::new(at.x - half, at.y - down),
                Point::new(at.x + half, at.y + down),
            ];
            canvas.line(stroke, Stroke::solid(colour, width));
        }
    }
}
