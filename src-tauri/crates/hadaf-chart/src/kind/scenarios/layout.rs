//! From scenarios to a scene: measure, scale, draw, label.

use super::feet::{Feet, Naming};
use super::marks::{draw_intervals, draw_levels, number_wish, value_wishes};
use super::spec::{ScenarioColumn, ScenariosPlot};
use crate::axis::ValueAxis;
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::label::{LabelSpace, LabelWish, annotate_marks};
use crate::paper::Paper;
use crate::part::{
    Attempt, ClaimMark, EndLabel, LabelAnchor, LabelFate, column_limit, column_width, draw_column, rank, settle,
    unplaced,
};
use crate::range::ValueRange;
use crate::scale::PlotScale;
use crate::scene::{Role, Scene};
use crate::surround;
use crate::text::clean;

/// Most scenarios beside one another.
const MOST: usize = 40;

pub(crate) fn lay_out(plot: &ScenariosPlot, paper: &Paper) -> Result<Scene> {
    if !(1..=MOST).contains(&plot.columns.len()) {
        return Err(ChartError::Empty("there must be 1 to 40 scenarios"));
    }
    let layout = ScenariosLayout {
        plot,
        paper,
        range: range(plot)?,
    };
    let claims: Vec<&ClaimMark> = plot.claims.iter().collect();
    settle(&rank(&claims), |fates| layout.best_naming(fates))
}

fn range(plot: &ScenariosPlot) -> Result<ValueRange> {
    let mut range = ValueRange::EMPTY;
    for column in &plot.columns {
        let name = words(column);
        for value in [column.median, column.low80, column.high80, column.low95, column.high95] {
            range.add(value, &name)?;
        }
    }
    for claim in &plot.claims {
        claim.widen(&mut range)?;
    }
    Ok(range)
}

/// A scenario's name on one line.
fn words(column: &ScenarioColumn) -> String {
    clean(&column.label.join(" "))
}

/// What every attempt starts from.
struct ScenariosLayout<'a> {
    plot: &'a ScenariosPlot,
    paper: &'a Paper<'a>,
    range: ValueRange,
}

impl<'a> ScenariosLayout<'a> {
    /// The layout with the fullest names that leave room for the plot.
    fn best_naming(&self, fates: &[LabelFate]) -> Result<Attempt> {
        for naming in [Naming::Whole, Naming::Numbered] {
            match self.attempt(fates, naming) {
                Ok(None) | Err(ChartError::Crowded { .. }) => {}
                Ok(Some(attempt)) => return Ok(attempt),
                Err(other) => return Err(other),
            }
        }
        self.attempt(fates, Naming::Cut)?.ok_or_else(|| self.paper.crowded())
    }

    /// One layout; `None`: the names do not stand as they should.
    fn attempt(&self, fates: &[LabelFate], naming: Naming) -> Result<Option<Attempt>> {
        let plot = self.plot;
        let mut canvas = self.paper.canvas();
        let (mut unplaced, numbers) = unplaced(fates, |claim| plot.claims[claim].words());
        // Numbers of scenarios follow those of claims.
        let first = unplaced.numbered.len() + 1;
        if naming == Naming::Numbered {
            unplaced.numbered.extend(plot.columns.iter().map(words));
        }
        let inner = surround::lay_out(&mut canvas, self.paper.frame, &unplaced)?;
        let axis = ValueAxis::new(self.range.cropped_ticks(self.paper.frame), self.paper.ticks);
        let (owners, column) = self.column(&canvas, fates);
        let left = inner.left + axis.width(&canvas);
        let right = inner.right - column_width(&canvas, &column);
        let Some(feet) = Feet::new(plot, &canvas, (left, right, inner.right), naming, first) else {
            return Ok(None);
        };

        let rect = axis.plot(&canvas, inner, right, feet.height);
        let scale = axis.scale(rect, plot.columns.len());

        axis.draw(&mut canvas, &scale);
        feet.draw(&mut canvas, &scale);
        axis.draw_start(&mut canvas, &self.paper.frame.axis_starts, scale.plot);
        let mut lines = draw_levels(plot, &mut canvas, &scale);
        lines.extend(draw_intervals(plot, &mut canvas, &scale));
        // The heading of the chances may stand below the claims' labels.
        let lowest = feet.heading_aside(&scale).unwrap_or(inner.bottom);
        let beside = draw_column(&mut canvas, &scale, &column, inner.top, lowest);

        let lost = owners.iter().zip(beside).filter(|(_, place)| place.is_none());
        let mut failed: Vec<usize> = lost.map(|(claim, _)| *claim).collect();
        let values = value_wishes(plot, &canvas, &scale).into_iter().map(|wish| (None, wish));
        let numbers = self.numbers(&canvas, &scale, &numbers);
        let space = LabelSpace::of(&canvas, scale.plot, inner, lines);
        failed.extend(annotate_marks(&mut canvas, values.chain(numbers), &space));
        Ok(Some(Attempt {
            scene: canvas.finish(scale.plot, unplaced),
            failed,
        }))
    }

    /// The claims' labels right of the plot, each with which claim it is.
    fn column(&self, canvas: &Canvas, fates: &[LabelFate]) -> (Vec<usize>, Vec<EndLabel<'a>>) {
        let limit = column_limit(canvas);
        let claims = self.plot.claims.iter().zip(fates).enumerate();
        claims
            .filter(|(_, (_, fate))| **fate == LabelFate::Labelled)
            .map(|(index, (claim, _))| {
                let label = EndLabel {
                    anchor: LabelAnchor::Level(claim),
                    block: claim.block(canvas, Role::EndLabel, limit),
                    weight: claim.weight(index),
                };
                (index, label)
            })
            .unzip()
    }

    /// Numbers in the place of claims' labels, each with which claim it is.
    fn numbers(
        &self,
        canvas: &Canvas,
        scale: &PlotScale,
        numbers: &[Option<usize>],
    ) -> Vec<(Option<usize>, LabelWish)> {
        let claims = self.plot.claims.iter().zip(numbers).enumerate();
        claims
            .filter_map(|(index, (claim, number))| Some((Some(index), number_wish(canvas, scale, claim, (*number)?))))
            .collect()
    }
}
