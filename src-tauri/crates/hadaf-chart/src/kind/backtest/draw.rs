//! Bands and lines of past forecasts, outturns over them, and the outturns that fell outside.

use hadaf_core::Month;

use super::spec::{BacktestPlot, OutturnPoint, PastLine, PastStep};
use crate::axis::MonthAxis;
use crate::canvas::Canvas;
use crate::geometry::Point;
use crate::part::{Runs, forecast_dash};
use crate::scale::PlotScale;
use crate::scene::{Shape, Stroke};

/// A plot with the scale that places it.
pub(super) struct BacktestDrawing<'a> {
    pub(super) plot: &'a BacktestPlot,
    pub(super) months: &'a MonthAxis,
    pub(super) scale: &'a PlotScale,
}

impl BacktestDrawing<'_> {
    /// Draws everything, from back to front.
    pub(super) fn draw(&self, canvas: &mut Canvas) {
        let banded = apart(&self.plot.forecasts);
        for forecast in &banded {
            self.draw_band(canvas, forecast);
        }
        self.draw_forecasts(canvas, &banded);
        self.draw_outturns(canvas);
        self.draw_misses(canvas, &banded);
        self.read(canvas);
    }

    fn at(&self, month: Month, value: f64) -> Option<Point> {
        Some(self.scale.mid(self.months.slot(month)?, value))
    }

    fn outturn(&self, month: Month) -> Option<&OutturnPoint> {
        self.plot.outturns.iter().find(|outturn| outturn.month == month)
    }

    /// The points of a forecast by one of its values, from what was known.
    fn line(&self, forecast: &PastLine, value: fn(&PastStep) -> f64) -> Vec<Point> {
        let origin = self.outturn(forecast.origin);
        let origin = origin.and_then(|outturn| self.at(outturn.month, outturn.value));
        let steps = forecast.steps.iter();
        let ahead = steps.filter_map(|step| self.at(step.month, value(step)));
        origin.into_iter().chain(ahead).collect()
    }

    fn draw_band(&self, canvas: &mut Canvas, forecast: &PastLine) {
        let mut points = self.line(forecast, |step| step.high80);
        points.extend(self.line(forecast, |step| step.low80).into_iter().rev());
        if points.len() > 3 {
            let colour = canvas.palette.band_80;
            canvas.behind(Shape::Area { points, colour });
        }
    }

    /// Point forecasts: those with a band strong, the others faint behind them.
    fn draw_forecasts(&self, canvas: &mut Canvas, banded: &[&PastLine]) {
        let metrics = canvas.metrics;
        let palette = canvas.palette;
        let faint = palette.series.mixed(palette.background, 0.4);
        let others = self.plot.forecasts.iter();
        for forecast in others.filter(|forecast| !banded.contains(forecast)) {
            let stroke = Stroke::data(faint, metrics.grid);
            canvas.line(self.line(forecast, |step| step.point), stroke);
        }
        for forecast in banded {
            let stroke = Stroke::dashed(palette.series, metrics.other, forecast_dash(canvas));
            canvas.line(self.line(forecast, |step| step.point), stroke);
        }
    }

    /// Outturns outside the band of a forecast, each with its distance from the nearer edge.
    fn misses(&self, banded: &[&PastLine]) -> Vec<(Point, Point)> {
        let steps = banded.iter().flat_map(|forecast| &forecast.steps);
        steps
            .filter_map(|step| {
                let value = self.outturn(step.month)?.value;
                let edge = value.clamp(step.low80.min(step.high80), step.high80.max(step.low80));
                let (from, to) = (self.at(step.month, edge)?, self.at(step.month, value)?);
                (edge != value).then_some((from, to))
            })
            .collect()
    }

    fn draw_misses(&self, canvas: &mut Canvas, banded: &[&PastLine]) {
        for (edge, at) in self.misses(banded) {
            let stroke = Stroke::solid(canvas.palette.bad, canvas.metrics.other);
            canvas.line(vec![edge, at], stroke);
            let radius = self.radius(canvas) * 1.25;
            canvas.dot(at, radius + canvas.metrics.grid, canvas.palette.background);
            canvas.dot(at, radius, canvas.palette.bad);
        }
    }

    /// Dots no larger than their slots: on a dense axis they would run together.
    fn radius(&self, canvas: &Canvas) -> f64 {
        canvas
            .metrics
            .dot()
            .min((self.scale.slot_width() * 0.36).max(canvas.metrics.grid))
    }

    fn draw_outturns(&self, canvas: &mut Canvas) {
        let palette = canvas.palette;
        let mut runs = Runs::apart(1);
        for outturn in &self.plot.outturns {
            if let Some(slot) = self.months.slot(outturn.month) {
                runs.push(slot, self.scale.mid(slot, outturn.value));
            }
        }
        let runs = runs.into_runs();
        for run in runs.iter().filter(|run| run.len() > 1) {
            canvas.line(run.clone(), Stroke::data(palette.series, canvas.metrics.other));
        }
        let radius = self.radius(canvas);
        for at in runs.into_iter().flatten() {
            canvas.dot(at, radius, palette.series);
        }
    }

    fn read(&self, canvas: &mut Canvas) {
        for (index, outturn) in self.plot.outturns.iter().enumerate() {
            if let Some(at) = self.at(outturn.month, outturn.value) {
                canvas.read(at, 0, index, &outturn.readout);
            }
        }
        for (index, forecast) in self.plot.forecasts.iter().enumerate() {
            let last = forecast.steps.last();
            if let Some(at) = last.and_then(|step| self.at(step.month, step.point)) {
                canvas.read(at, 1, index, &forecast.readout);
            }
        }
    }
}

/// Forecasts whose months do not overlap, from the newest back.
fn apart(forecasts: &[PastLine]) -> Vec<&PastLine> {
    let mut chosen: Vec<&PastLine> = Vec::new();
    for forecast in forecasts.iter().rev() {
        let Some(end) = forecast.steps.last() else { continue };
        if chosen.last().is_none_or(|later| end.month <= later.origin) {
            chosen.push(forecast);
        }
    }
    chosen.reverse();
    chosen
}
