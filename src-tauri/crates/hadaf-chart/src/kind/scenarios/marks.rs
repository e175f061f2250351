//! Levels across the plot, dots with their intervals, and what their labels ask for.

use super::spec::{ScenarioColumn, ScenariosPlot};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::{Point, level};
use crate::label::{AvoidedLine, LabelSide, LabelWish, TextBlock, out};
use crate::part::{ClaimMark, ClaimSign};
use crate::scale::PlotScale;
use crate::scene::{Role, Stroke};

/// The baseline's middle and the claims as levels across, below everything else; gives what labels avoid.
pub(super) fn draw_levels(plot: &ScenariosPlot, canvas: &mut Canvas, scale: &PlotScale) -> Vec<AvoidedLine> {
    let metrics = canvas.metrics;
    let mut avoid = Vec::new();
    for column in plot.columns.iter().filter(|column| column.baseline) {
        let stroke = Stroke::solid(canvas.palette.past, metrics.grid);
        canvas.line_behind(scale.across(column.median), stroke);
        avoid.push(AvoidedLine::new(scale.across(column.median), 0.5));
    }
    for claim in &plot.claims {
        let colour = claim.colour(canvas);
        let stroke = match claim.sign {
            ClaimSign::Target => Stroke::path(colour, metrics.main * 0.75),
            ClaimSign::Projection => Stroke::solid(colour, metrics.other * 0.8),
        };
        for value in std::iter::once(claim.value).chain(claim.value_high) {
            canvas.line_behind(scale.across(value), stroke);
            avoid.push(AvoidedLine::new(scale.across(value), 3.0));
        }
    }
    avoid
}

/// Dots with their intervals; gives what labels avoid.
pub(super) fn draw_intervals(plot: &ScenariosPlot, canvas: &mut Canvas, scale: &PlotScale) -> Vec<AvoidedLine> {
    let cap = (scale.slot_width() * 0.16).min(canvas.metrics.label * 0.4);
    let mut avoid = Vec::new();
    for (index, column) in plot.columns.iter().enumerate() {
        draw_interval(column, index, canvas, scale, cap);
        let ends = [column.low95, column.high95].map(|value| scale.mid(index, value));
        avoid.push(AvoidedLine::new(ends.into(), 20.0));
        avoid.extend(ends.map(|end| AvoidedLine::new(level(end, cap), 3.0)));
    }
    avoid
}

/// The thin 95 % interval with its caps, the thick 80 % interval, the dot of the middle.
fn draw_interval(column: &ScenarioColumn, index: usize, canvas: &mut Canvas, scale: &PlotScale, cap: f64) {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let at = |value| scale.mid(index, value);
    let colour = if column.baseline { palette.axis } else { palette.series };
    let strength = if column.current { 1.25 } else { 1.0 };
    let thin = Stroke::solid(colour, metrics.other * 0.7);
    let (low, high) = (at(column.low95), at(column.high95));
    canvas.line(vec![low, high], thin);
    for end in [low, high] {
        canvas.line(level(end, cap), thin);
    }
    let inner = vec![at(column.low80), at(column.high80)];
    canvas.line(inner, Stroke::solid(colour, metrics.main * 1.5 * strength));
    let radius = metrics.dot() * 2.0 * strength;
    let middle = at(column.median);
    // A rim of the background parts the dot from its interval.
    canvas.dot(middle, radius + metrics.main * 0.6, palette.background);
    canvas.dot(middle, radius, colour);
    canvas.read(middle, 0, index, &column.readout);
}

/// The number that stands for a claim's label, at either end of its level.
pub(super) fn number_wish(canvas: &Canvas, scale: &PlotScale, claim: &ClaimMark, number: usize) -> LabelWish {
    let label = canvas.metrics.label;
    let y = scale.y(claim.value);
    LabelWish {
        blocks: vec![(claim.number(canvas, number), 0.0)],
        anchors: vec![
            (Point::new(scale.plot.right - label, y), 0.0),
            (Point::new(scale.plot.left + label, y), 4.0),
        ],
        side: LabelSide::Above,
        distances: &[4.0, 9.0, 16.0],
        out: out::NUMBER,
    }
}

/// The values of the middles, beside their dots or at an end of the interval.
pub(super) fn value_wishes(plot: &ScenariosPlot, canvas: &Canvas, scale: &PlotScale) -> Vec<LabelWish> {
    let palette = canvas.palette;
    let wish = |(index, column): (usize, &ScenarioColumn)| {
        let colour = if column.baseline { palette.muted } else { palette.series };
        let weight = if column.current {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let style = canvas.label_style(Role::Label, weight, colour);
        let block = TextBlock::label(std::slice::from_ref(&column.value_label), style, scale.plot.width());
        (!block.is_empty()).then(|| LabelWish {
            blocks: vec![(block, 0.0)],
            anchors: vec![
                (scale.mid(index, column.median), 0.0),
                (scale.mid(index, column.low95), 20.0),
                (scale.mid(index, column.high95), 20.0),
            ],
            side: LabelSide::Right,
            distances: &[9.0, 14.0],
            out: out::VALUE,
        })
    };
    plot.columns.iter().enumerate().filter_map(wish).collect()
}
