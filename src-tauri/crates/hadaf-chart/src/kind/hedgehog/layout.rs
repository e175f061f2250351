//! From years and claims to a scene: measure, scale, draw, label.

use super::labels::{column, spine_wish, value_wishes};
use super::legend::entries;
use super::outturn::draw_outturn;
use super::spec::HedgehogPlot;
use super::spines::{PlacedSpine, draw_end, draw_spines};
use crate::axis::{AxisRows, ValueAxis, draw_names};
use crate::error::{ChartError, Result};
use crate::frame::{Frame, Unplaced};
use crate::geometry::Rect;
use crate::label::{LabelSpace, LabelWish, annotate};
use crate::paper::Paper;
use crate::part::legend::Legend;
use crate::part::{column_width, draw_column};
use crate::range::{ValueRange, placeable};
use crate::scene::Scene;
use crate::surround;
use crate::text::clean;

/// Most years of an axis.
const MOST: usize = 200;

pub(crate) fn lay_out(plot: &HedgehogPlot, paper: &Paper) -> Result<Scene> {
    if !(1..=MOST).contains(&plot.years.len()) {
        return Err(ChartError::Empty("the axis must have 1 to 200 fiscal years"));
    }
    // Claims of ten times the outturn are read as lengths from zero.
    let axis = ValueAxis::new(range(plot)?.ticks(), paper.ticks);
    let mut canvas = paper.canvas();
    let inner = surround::lay_out(&mut canvas, &noted(plot, paper.frame), &Unplaced::default())?;
    let legend = Legend::new(&canvas, entries(plot, &canvas), inner.left, inner.right, inner.top);
    let inner = Rect {
        top: inner.top + legend.height,
        ..inner
    };
    let (owners, column): (Vec<usize>, Vec<_>) = column(plot, &canvas).into_iter().unzip();
    let names: Vec<&str> = plot.years.iter().map(|year| year.label.as_str()).collect();
    let rows = AxisRows::new(&canvas, names.iter().copied(), []);

    let right = inner.right - column_width(&canvas, &column);
    let rect = axis.plot(&canvas, inner, right, rows.height);
    if rect.height() < canvas.metrics.label * 4.0 {
        return Err(paper.crowded());
    }
    let scale = axis.scale(rect, plot.years.len());

    axis.draw(&mut canvas, &scale);
    draw_names(&mut canvas, &scale, rows, &names);
    legend.draw(&mut canvas);
    let spines = PlacedSpine::all(plot, &scale);
    let mut lines = draw_spines(&mut canvas, &scale, &spines);
    lines.extend(draw_outturn(plot, &mut canvas, &scale));
    for spine in &spines {
        lines.push(draw_end(&mut canvas, spine));
        canvas.read(spine.end, 1, spine.index, &spine.spine.readout);
    }
    let beside = draw_column(&mut canvas, &scale, &column, inner.top, inner.bottom);

    // A label that found no place in the column may still stand on the plot.
    let stands = owners.iter().zip(&beside).filter(|(_, place)| place.is_some());
    let in_column: Vec<usize> = stands.map(|(spine, _)| *spine).collect();
    let labelled: Vec<&PlacedSpine> = spines
        .iter()
        .filter(|spine| !spine.spine.label.is_empty() && !in_column.contains(&spine.index))
        .collect();
    let values = value_wishes(plot, &canvas, &scale).into_iter().map(|wish| (None, wish));
    let claims = labelled.iter().map(|spine| (Some(*spine), spine_wish(&canvas, spine)));
    let (owners, wishes): (Vec<Option<&PlacedSpine>>, Vec<LabelWish>) = values.chain(claims).unzip();
    let space = LabelSpace::of(&canvas, scale.plot, inner, lines);
    let stood = annotate(&mut canvas, &wishes, &space);
    let lost = owners.iter().zip(stood).filter(|(_, stands)| !stands);
    let unplaced = Unplaced {
        left_out: lost
            .filter_map(|(spine, _)| Some(clean(&spine.as_ref()?.spine.label.join(", "))))
            .collect(),
        ..Unplaced::default()
    };
    Ok(canvas.finish(scale.plot, unplaced))
}

/// The frame with what is off the scale said before its note.
fn noted(plot: &HedgehogPlot, frame: &Frame) -> Frame {
    let parts = [plot.off_scale.as_str(), frame.note.as_str()].map(clean);
    Frame {
        note: parts.join(" "),
        ..frame.clone()
    }
}

fn range(plot: &HedgehogPlot) -> Result<ValueRange> {
    let mut range = ValueRange::EMPTY;
    for year in &plot.years {
        if let Some(value) = year.value {
            range.add(value, &year.label)?;
        }
    }
    for spine in plot.spines.iter().filter(|spine| plot.slot(spine.year).is_some()) {
        for value in [spine.value].into_iter().chain(spine.value_high) {
            range.add(value, spine.year)?;
        }
        placeable(spine.from.1, spine.from.0)?;
    }
    if range.is_empty() {
        return Err(ChartError::Empty("no fiscal year has a value or a claim"));
    }
    Ok(range)
}
