//! The lines of past years, path, current year and what may come, from back to front.

use super::spec::{CumulativeYear, MONTHS, YearToDatePlot};
use crate::canvas::Canvas;
use crate::geometry::Point;
use crate::label::AvoidedLine;
use crate::part::{Fan, PlacedFan, Runs};
use crate::scale::PlotScale;
use crate::scene::Stroke;

/// A fan that opens from the current year's last running total; before its first month, from nothing.
pub(super) fn placed_fan<'a>(plot: &YearToDatePlot, fan: &'a Fan, scale: &PlotScale) -> PlacedFan<'a> {
    let current = plot.years.iter().find(|year| year.current);
    let fact = current.and_then(CumulativeYear::last);
    let origin = fact.map_or_else(|| scale.at(0.0, 0.0), |(month, total)| scale.mid(month, total));
    let first = fact.map_or(0, |(month, _)| month + 1);
    let start = fan.steps.first().map(|step| step.month);
    PlacedFan::new(fan, Some(origin), |month, value| {
        let ahead = usize::try_from(month.since(start?)).ok()?;
        let slot = Some(first + ahead).filter(|slot| *slot < MONTHS)?;
        Some(scale.mid(slot, value))
    })
}

/// Draws past years, path, current year; gives what labels avoid.
pub(super) fn draw_lines(
    plot: &YearToDatePlot,
    canvas: &mut Canvas,
    scale: &PlotScale,
    ahead: Option<&PlacedFan>,
    behind: Option<&PlacedFan>,
) -> Vec<AvoidedLine> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let mut avoid = Vec::new();
    let (current, past): (Vec<_>, Vec<_>) = plot.years.iter().partition(|year| year.current);
    for run in past.iter().flat_map(|year| runs(year, scale)) {
        draw_run(canvas, &run, Stroke::data(palette.past, metrics.other));
        avoid.push(AvoidedLine::new(run, 0.6));
    }
    for run in current.iter().flat_map(|year| runs(year, scale)) {
        // A halo parts the line from past years; the path, which it may run along, stays whole.
        canvas.line(run, Stroke::data(palette.background, metrics.main * 2.2));
    }
    let path: Vec<Point> = plot
        .path
        .iter()
        .take(MONTHS)
        .enumerate()
        .map(|(month, total)| scale.mid(month, *total))
        .collect();
    if path.len() > 1 {
        canvas.line(path.clone(), Stroke::path(palette.target, metrics.main * 0.75));
        avoid.push(AvoidedLine::new(path, 1.0));
    }
    if let Some(behind) = behind {
        avoid.extend(behind.draw_outline(canvas));
    }
    if let Some(fan) = ahead {
        avoid.push(fan.draw_median(canvas, plot.years.len()));
    }
    for run in current.iter().flat_map(|year| runs(year, scale)) {
        draw_run(canvas, &run, Stroke::data(palette.series, metrics.main));
        avoid.push(AvoidedLine::new(run, 3.0));
    }
    for (lane, year) in current.iter().chain(past.iter().rev()).enumerate() {
        draw_marks(canvas, scale, year, lane);
    }
    avoid
}

/// A run of months, or quarters, as a line; one alone as a dot.
fn draw_run(canvas: &mut Canvas, run: &[Point], stroke: Stroke) {
    match run {
        [alone] => canvas.dot(*alone, stroke.width * 1.2, stroke.colour),
        _ => canvas.line(run.to_vec(), stroke),
    }
}

/// Dots on the current year, read-out points on every year.
fn draw_marks(canvas: &mut Canvas, scale: &PlotScale, year: &CumulativeYear, lane: usize) {
    let metrics = canvas.metrics;
    let newest = year.last().map(|(month, _)| month);
    for (month, total) in year.known() {
        let at = scale.mid(month, total.value);
        if year.current {
            if year.provisional && newest == Some(month) {
                canvas.ring(at, metrics.dot() * 1.42, metrics.main * 0.8, canvas.palette.series);
            } else {
                canvas.dot(at, metrics.dot(), canvas.palette.series);
            }
        }
        canvas.read(at, lane, month, &total.readout);
    }
}

/// Stretches of known months, or quarters: one whose total is not known is a gap.
fn runs(year: &CumulativeYear, scale: &PlotScale) -> Vec<Vec<Point>> {
    let mut runs = Runs::apart(year.apart);
    for (month, total) in year.known() {
        runs.push(month, scale.mid(month, total.value));
    }
    runs.into_runs()
}
