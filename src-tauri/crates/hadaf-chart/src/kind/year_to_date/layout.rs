//! From running totals to a scene: measure, scale, draw, label.

use super::labels::{LabelOwner, column, current_wishes, number_wish, on_its_line, path_wish};
use super::lines::{draw_lines, placed_fan};
use super::spec::{MONTHS, YearToDatePlot};
use crate::axis::{AxisRows, ValueAxis, draw_months};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::geometry::Rect;
use crate::label::{LabelSpace, LabelWish, annotate_marks};
use crate::paper::Paper;
use crate::part::{
    Attempt, ClaimMark, EndLabel, FanLabel, LabelFate, column_limit, column_width, draw_column, rank, settle, unplaced,
};
use crate::range::ValueRange;
use crate::scale::PlotScale;
use crate::scene::Scene;
use crate::surround;

pub(crate) fn lay_out(plot: &YearToDatePlot, paper: &Paper) -> Result<Scene> {
    let layout = YearToDateLayout {
        plot,
        paper,
        range: range(plot)?,
    };
    let claims: Vec<&ClaimMark> = plot.claims.iter().collect();
    settle(&rank(&claims), |fates| layout.attempt(fates))
}

fn range(plot: &YearToDatePlot) -> Result<ValueRange> {
    let mut range = ValueRange::EMPTY;
    for year in &plot.years {
        for (_, total) in year.known() {
            range.add(total.value, &year.label)?;
        }
    }
    if range.is_empty() {
        return Err(ChartError::Empty("no fiscal year has a running total"));
    }
    for total in &plot.path {
        range.add(*total, "the target path")?;
    }
    for claim in &plot.claims {
        claim.widen(&mut range)?;
    }
    for fan in plot.fan.iter().chain(&plot.behind) {
        fan.widen(&mut range)?;
    }
    Ok(range)
}

/// What every attempt starts from.
struct YearToDateLayout<'a> {
    plot: &'a YearToDatePlot,
    paper: &'a Paper<'a>,
    range: ValueRange,
}

/// The labels right of the plot, and which of them speaks of what.
struct EndColumn<'a> {
    owners: Vec<LabelOwner>,
    labels: Vec<EndLabel<'a>>,
    fan: Option<FanLabel>,
}

impl<'a> YearToDateLayout<'a> {
    fn attempt(&self, fates: &[LabelFate]) -> Result<Attempt> {
        let plot = self.plot;
        let mut canvas = self.paper.canvas();
        let (unplaced, numbers) = unplaced(fates, |claim| plot.claims[claim].words());
        let inner = surround::lay_out(&mut canvas, self.paper.frame, &unplaced)?;
        // Running totals are read as lengths from zero.
        let axis = ValueAxis::new(self.range.ticks(), self.paper.ticks);
        let column = self.column(&canvas, fates);
        let names: Vec<&str> = plot.month_names.iter().map(String::as_str).collect();
        let rows = AxisRows::new(&canvas, names.iter().copied(), []);

        let right = inner.right - column_width(&canvas, &column.labels);
        let scale = axis.scale(axis.plot(&canvas, inner, right, rows.height), MONTHS);

        axis.draw(&mut canvas, &scale);
        draw_months(&mut canvas, &scale, rows, &names, |slot| slot);
        let ahead = plot.fan.as_ref().map(|fan| placed_fan(plot, fan, &scale));
        let behind = plot.behind.as_ref().map(|fan| placed_fan(plot, fan, &scale));
        if let Some(fan) = &ahead {
            fan.draw_bands(&mut canvas);
        }
        let mut lines = draw_lines(plot, &mut canvas, &scale, ahead.as_ref(), behind.as_ref());
        for claim in &plot.claims {
            lines.extend(claim.draw(&mut canvas, &scale, MONTHS - 1));
        }
        let beside = draw_column(&mut canvas, &scale, &column.labels, inner.top, inner.bottom);
        column.draw_tints(&mut canvas, &beside);
        if let Some(fan) = &ahead {
            fan.write_names(&mut canvas, &lines, scale.x(MONTHS as f64 - 1.0));
            lines.extend(fan.fence(&canvas));
        }

        let (mut failed, displaced) = column.without_place(&beside);
        let mut labels = self.wishes(&canvas, &scale, &displaced);
        labels.extend(self.numbers(&canvas, &scale, &numbers));
        let space = LabelSpace::of(&canvas, scale.plot, inner, lines);
        failed.extend(annotate_marks(&mut canvas, labels, &space));
        Ok(Attempt {
            scene: canvas.finish(scale.plot, unplaced),
            failed,
        })
    }

    fn column(&self, canvas: &Canvas, fates: &[LabelFate]) -> EndColumn<'a> {
        let ahead = self.plot.fan.as_ref();
        let fan = ahead.and_then(|fan| FanLabel::new(canvas, fan, column_limit(canvas)));
        let (owners, labels) = column(self.plot, canvas, fates, fan.as_ref()).into_iter().unzip();
        EndColumn { owners, labels, fan }
    }

    /// Labels on the plot that belong to no claim: years without a place in the column, the current one, the path.
    fn wishes(&self, canvas: &Canvas, scale: &PlotScale, displaced: &[usize]) -> Vec<(Option<usize>, LabelWish)> {
        let years = displaced
            .iter()
            .map(|&year| on_its_line(&self.plot.years[year], canvas, scale));
        years
            .chain(current_wishes(self.plot, canvas, scale))
            .chain(path_wish(self.plot, canvas, scale))
            .map(|wish| (None, wish))
            .collect()
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

impl EndColumn<'_> {
    /// Draws the tints before the lines of the fan's label, if that has a place.
    fn draw_tints(&self, canvas: &mut Canvas, places: &[Option<Rect>]) {
        for (owner, place) in self.owners.iter().zip(places) {
            if let (LabelOwner::Fan, Some(rect), Some(label)) = (owner, place, &self.fan) {
                label.draw_tints(canvas, rect);
            }
        }
    }

    /// The claims, and the years, whose labels found no place in the column.
    fn without_place(&self, places: &[Option<Rect>]) -> (Vec<usize>, Vec<usize>) {
        let (mut claims, mut years) = (Vec::new(), Vec::new());
        let lost = self.owners.iter().zip(places).filter(|(_, place)| place.is_none());
        for (owner, _) in lost {
            match owner {
                LabelOwner::Claim(claim) => claims.push(*claim),
                LabelOwner::Year(year) => years.push(*year),
                // What may come is drawn all the same, and read out.
                LabelOwner::Fan | LabelOwner::Behind => {}
            }
        }
        (claims, years)
    }
}
