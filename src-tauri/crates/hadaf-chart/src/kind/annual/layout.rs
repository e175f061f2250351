//! From fiscal years and their claims to a scene: measure, scale, draw, label.

use super::marks::{claim_wish, draw_years, number_wish, value_wishes};
use super::spec::AnnualPlot;
use crate::axis::{AxisRows, ValueAxis, draw_names};
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

/// Most years of an axis.
const MOST: usize = 200;

pub(crate) fn lay_out(plot: &AnnualPlot, paper: &Paper) -> Result<Scene> {
    if !(1..=MOST).contains(&plot.years.len()) {
        return Err(ChartError::Empty("the axis must have 1 to 200 fiscal years"));
    }
    let layout = AnnualLayout {
        plot,
        paper,
        range: range(plot)?,
        claims: claims(plot),
    };
    let marks: Vec<&ClaimMark> = layout.claims.iter().map(|(_, claim)| *claim).collect();
    settle(&rank(&marks), |fates| layout.attempt(fates))
}

/// All claims with their year's slot.
fn claims(plot: &AnnualPlot) -> Vec<(usize, &ClaimMark)> {
    let years = plot.years.iter().enumerate();
    years
        .flat_map(|(slot, year)| year.claims.iter().map(move |claim| (slot, claim)))
        .collect()
}

fn range(plot: &AnnualPlot) -> Result<ValueRange> {
    let mut range = ValueRange::EMPTY;
    for year in &plot.years {
        if let Some(value) = year.value {
            range.add(value, &year.label)?;
        }
        for claim in &year.claims {
            claim.widen(&mut range)?;
        }
    }
    if range.is_empty() {
        return Err(ChartError::Empty("no fiscal year has a value or a claim"));
    }
    Ok(range)
}

/// What every attempt starts from.
struct AnnualLayout<'a> {
    plot: &'a AnnualPlot,
    paper: &'a Paper<'a>,
    range: ValueRange,
    /// All claims with their year's slot.
    claims: Vec<(usize, &'a ClaimMark)>,
}

impl<'a> AnnualLayout<'a> {
    fn attempt(&self, fates: &[LabelFate]) -> Result<Attempt> {
        let years = &self.plot.years;
        let mut canvas = self.paper.canvas();
        let (unplaced, numbers) = unplaced(fates, |claim| self.words(claim));
        let inner = surround::lay_out(&mut canvas, self.paper.frame, &unplaced)?;
        // A year's total is read as a length from zero.
        let axis = ValueAxis::new(self.range.ticks(), self.paper.ticks);
        let (owners, column) = self.column(&canvas, fates);
        let names: Vec<&str> = years.iter().map(|year| year.label.as_str()).collect();
        let rows = AxisRows::new(&canvas, names.iter().copied(), []);

        let right = inner.right - column_width(&canvas, &column);
        let scale = axis.scale(axis.plot(&canvas, inner, right, rows.height), years.len());

        axis.draw(&mut canvas, &scale);
        draw_names(&mut canvas, &scale, rows, &names);
        let mut lines = draw_years(years, &mut canvas, &scale);
        for (slot, claim) in &self.claims {
            lines.extend(claim.draw(&mut canvas, &scale, *slot));
        }
        let beside = draw_column(&mut canvas, &scale, &column, inner.top, inner.bottom);

        let mut failed: Vec<usize> = owners
            .iter()
            .zip(beside)
            .filter_map(|(claim, place)| place.is_none().then_some(*claim))
            .collect();
        let values = value_wishes(years, &canvas, &scale)
            .into_iter()
            .map(|wish| (None, wish));
        let claims = self.wishes(&canvas, &scale, fates, &numbers, &owners);
        let space = LabelSpace::of(&canvas, scale.plot, inner, lines);
        failed.extend(annotate_marks(&mut canvas, values.chain(claims), &space));
        Ok(Attempt {
            scene: canvas.finish(scale.plot, unplaced),
            failed,
        })
    }

    /// A claim's label after its year, for the lines below the plot.
    fn words(&self, claim: usize) -> String {
        let (slot, claim) = self.claims[claim];
        clean(&format!("{}: {}", self.plot.years[slot].label, claim.label.join(", ")))
    }

    /// The labels of the last year's claims, which stand right of the plot, each with which claim it is.
    fn column(&self, canvas: &Canvas, fates: &[LabelFate]) -> (Vec<usize>, Vec<EndLabel<'a>>) {
        let limit = column_limit(canvas);
        let last = self.plot.years.len() - 1;
        let claims = self.claims.iter().zip(fates).enumerate();
        claims
            .filter(|(_, ((slot, _), fate))| **fate == LabelFate::Labelled && *slot == last)
            .map(|(index, ((slot, claim), _))| {
                let label = EndLabel {
                    anchor: LabelAnchor::Claim(*slot, claim),
                    block: claim.block(canvas, Role::EndLabel, limit),
                    weight: claim.weight(index),
                };
                (index, label)
            })
            .unzip()
    }

    /// The labels of the other years' claims, and numbers in their place, each with which claim it is.
    fn wishes(
        &self,
        canvas: &Canvas,
        scale: &PlotScale,
        fates: &[LabelFate],
        numbers: &[Option<usize>],
        in_column: &[usize],
    ) -> Vec<(Option<usize>, LabelWish)> {
        let claims = self.claims.iter().zip(fates).zip(numbers).enumerate();
        claims
            .filter_map(|(index, (((slot, claim), fate), number))| {
                let wish = match (fate, number) {
                    (LabelFate::Labelled, _) if in_column.contains(&index) => None,
                    (LabelFate::Labelled, _) => Some(claim_wish(canvas, scale, *slot, claim)),
                    (LabelFate::Numbered, Some(number)) => Some(number_wish(canvas, scale, *slot, claim, *number)),
                    (LabelFate::Numbered | LabelFate::LeftOut, _) => None,
                };
                Some((Some(index), wish?))
            })
            .collect()
    }
}
