//! What the labels of claims and years say and ask for.

use super::spec::{HedgehogPlot, HedgehogYear, Spine};
use super::spines::{PlacedSpine, colour};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::label::{LabelSide, LabelWish, TextBlock, out};
use crate::part::{ClaimSign, EndLabel, LabelAnchor, column_limit};
use crate::scale::PlotScale;
use crate::scene::{Role, TextStyle};

/// Distances at which a spine's label is tried; the far ones have a leader.
const AROUND: &[f64] = &[7.0, 14.0, 24.0, 40.0, 60.0];

/// Labels of the last year's claims, right of the plot, each with which spine it is.
pub(super) fn column<'a>(plot: &HedgehogPlot, canvas: &Canvas) -> Vec<(usize, EndLabel<'a>)> {
    let last = plot.years.len() - 1;
    let limit = column_limit(canvas);
    let spines = plot.spines.iter().enumerate();
    spines
        .filter(|(_, spine)| !spine.label.is_empty() && plot.slot(spine.year) == Some(last))
        .map(|(index, spine)| {
            let label = EndLabel {
                anchor: LabelAnchor::Line(last, spine.value),
                block: TextBlock::label(&spine.label, style(canvas, spine, Role::EndLabel), limit),
                weight: spine.sign.weight(index),
            };
            (index, label)
        })
        .collect()
}

fn style(canvas: &Canvas, spine: &Spine, role: Role) -> TextStyle {
    let colour = if spine.official {
        colour(canvas, spine)
    } else {
        canvas.palette.muted
    };
    canvas.label_style(role, Weight::SemiBold, colour)
}

/// The label of a claim beside the end of its spine.
pub(super) fn spine_wish(canvas: &Canvas, spine: &PlacedSpine) -> LabelWish {
    let style = style(canvas, spine.spine, Role::Label);
    let block = TextBlock::label(&spine.spine.label, style, canvas.label_limit());
    let out = match spine.spine.sign {
        ClaimSign::Target => out::TARGET,
        ClaimSign::Projection => out::PROJECTION,
    };
    // Spines come from below left.
    LabelWish::at(spine.end, block, LabelSide::Above, AROUND, out)
}

/// The values of the years, under their dots.
pub(super) fn value_wishes(plot: &HedgehogPlot, canvas: &Canvas, scale: &PlotScale) -> Vec<LabelWish> {
    let style = canvas.label_style(Role::Label, Weight::SemiBold, canvas.palette.series);
    let wish = |(slot, year): (usize, &HedgehogYear)| {
        let at = scale.mid(slot, year.value?);
        let block = TextBlock::label(std::slice::from_ref(&year.value_label), style, canvas.label_limit());
        let distances = &[8.0, 13.0, 20.0, 30.0];
        (!block.is_empty()).then(|| LabelWish::at(at, block, LabelSide::Under, distances, out::VALUE))
    };
    plot.years.iter().enumerate().filter_map(wish).collect()
}
