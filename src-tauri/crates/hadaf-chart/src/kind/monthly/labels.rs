//! What the labels of months, path, needed level and fan say and ask for.

use super::spec::MonthlyPlot;
use super::target::path_points;
use crate::axis::MonthAxis;
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::label::{BESIDE, LabelSide, LabelWish, TextBlock, out};
use crate::part::{EndLabel, FanLabel, LabelAnchor, MonthPoint, PointMark};
use crate::scale::PlotScale;
use crate::scene::Role;

/// Distances of the last month's label where the fan takes its place: the far ones have a leader.
const ASIDE: &[f64] = &[9.0, 16.0, 30.0, 45.0, 60.0, 80.0];

/// The label of the needed level; `None`: it has none.
pub(super) fn needed_block(plot: &MonthlyPlot, canvas: &Canvas) -> Option<TextBlock> {
    let needed = plot.needed.as_ref()?;
    let style = canvas.label_style(Role::EndLabel, Weight::SemiBold, canvas.palette.target);
    let block = TextBlock::label(&needed.label, style, canvas.label_limit());
    (!block.is_empty()).then_some(block)
}

/// The fan's label, then that of the needed level; nothing where the fan's end lies beyond the axis.
pub(super) fn column<'a>(
    plot: &MonthlyPlot,
    months: &MonthAxis,
    needed: Option<TextBlock>,
    label: &FanLabel,
) -> Vec<EndLabel<'a>> {
    let steps = plot.fan.iter().flat_map(|fan| &fan.steps);
    let end = steps
        .filter_map(|step| Some((months.slot(step.month)?, step.median)))
        .next_back();
    let Some((slot, median)) = end else { return Vec::new() };
    let fan = EndLabel {
        anchor: LabelAnchor::Line(slot, median),
        block: label.block.clone(),
        weight: 4.0,
    };
    let level = plot.needed.as_ref().zip(needed).map(|(level, block)| EndLabel {
        anchor: LabelAnchor::Line(months.count - 1, level.value),
        block,
        weight: 8.0,
    });
    [fan].into_iter().chain(level).collect()
}

/// The label of the newest month on the axis, with its slot, if it has one.
pub(super) fn last_label(plot: &MonthlyPlot, canvas: &Canvas, months: &MonthAxis) -> Option<(usize, TextBlock)> {
    let last = last_on_axis(plot, months)?;
    let slot = months.slot(last.month)?;
    Some((slot, point_block(canvas, last.label.as_deref()?)))
}

fn last_on_axis<'a>(plot: &'a MonthlyPlot, months: &MonthAxis) -> Option<&'a MonthPoint> {
    let on_axis = plot.points.iter().filter(|point| months.slot(point.month).is_some());
    on_axis.max_by_key(|point| point.month)
}

fn point_block(canvas: &Canvas, label: &str) -> TextBlock {
    let style = canvas.label_style(Role::Label, Weight::SemiBold, canvas.palette.series);
    TextBlock::label(&[label.to_owned()], style, canvas.label_limit())
}

/// All labels on the plot.
pub(super) fn wishes(plot: &MonthlyPlot, canvas: &Canvas, months: &MonthAxis, scale: &PlotScale) -> Vec<LabelWish> {
    let mut wishes = point_wishes(plot, canvas, months, scale);
    wishes.extend(path_wish(plot, canvas, months, scale));
    wishes.extend(derived_remarks(plot, canvas, months, scale));
    wishes
}

fn point_wishes(plot: &MonthlyPlot, canvas: &Canvas, months: &MonthAxis, scale: &PlotScale) -> Vec<LabelWish> {
    let last = last_on_axis(plot, months).map(|point| point.month);
    let wish = |point: &MonthPoint| {
        let (label, slot) = (point.label.as_ref()?, months.slot(point.month)?);
        let is_last = last == Some(point.month);
        // Right of the last month stands what may come.
        let (side, distances) = match (is_last, &plot.fan) {
            (true, None) => (LabelSide::Right, BESIDE),
            (true, Some(_)) => (LabelSide::Above, ASIDE),
            (false, _) => (LabelSide::Above, BESIDE),
        };
        let out = if is_last { out::VALUE } else { out::POINT };
        let block = point_block(canvas, label);
        Some(LabelWish::at(scale.mid(slot, point.value), block, side, distances, out))
    };
    plot.points.iter().filter_map(wish).collect()
}

fn path_wish(plot: &MonthlyPlot, canvas: &Canvas, months: &MonthAxis, scale: &PlotScale) -> Option<LabelWish> {
    let path = plot.path.as_ref()?;
    let style = canvas.label_style(Role::Label, Weight::Regular, canvas.palette.target);
    let block = TextBlock::label(&path.label, style, canvas.label_limit());
    let anchors = path_points(&path.points, months, scale);
    (!block.is_empty()).then(|| LabelWish {
        blocks: vec![(block, 0.0)],
        anchors: anchors.into_iter().map(|at| (at, 0.0)).collect(),
        side: LabelSide::Below,
        distances: BESIDE,
        out: out::PATH,
    })
}

/// A remark at the first of each group of derived months.
fn derived_remarks(plot: &MonthlyPlot, canvas: &Canvas, months: &MonthAxis, scale: &PlotScale) -> Vec<LabelWish> {
    if plot.derived_label.is_empty() {
        return Vec::new();
    }
    let style = canvas.small_style(Role::Remark, Weight::Regular, canvas.palette.muted);
    let derived = || plot.points.iter().filter(|point| point.mark == PointMark::Derived);
    let follows = |point: &MonthPoint| derived().any(|other| other.month == point.month.prev());
    let wish = |point: &MonthPoint| {
        let at = scale.mid(months.slot(point.month)?, point.value);
        let block = TextBlock::label(std::slice::from_ref(&plot.derived_label), style, canvas.label_limit());
        Some(LabelWish::at(
            at,
            block,
            LabelSide::Over,
            &[7.0, 14.0, 20.0, 28.0],
            out::REMARK,
        ))
    };
    derived().filter(|point| !follows(point)).filter_map(wish).collect()
}
