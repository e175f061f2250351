//! What would have been said from past months, against what came.

use hadaf_core::Month;

use super::key::{self, Entry, Key};
use super::months::{self, Months};
use super::{Reach, axis_start};
use crate::axis::{self, Unit};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame::{self, Below};
use crate::geometry::{Point, Rect};
use crate::scale::Scale;
use crate::scene::{Scene, Shape, Stroke};
use crate::spec::{Backtest, Outturn, PastLine, PastStep, Size, Theme};
use crate::ticks::Ticks;

pub(crate) fn lay_out(chart: &Backtest, size: Size, theme: Theme) -> Result<Scene> {
    let months = Months::new(span(chart)?)?;
    let reach = reach(chart)?;
    let ticks = if chart.frame.axis_starts.is_empty() {
        Ticks::from_zero(reach.low, reach.high)
    } else {
        Ticks::cropped(reach.low, reach.high)
    };
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let inner = frame::lay_out(&mut canvas, &chart.frame, &Below::default())?;
    let key = Key::new(&canvas, entries(chart, &canvas), inner.left, inner.right, inner.top);
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = axis::tick_labels(&ticks, &unit);
    let rows = months::rows(&canvas, &chart.years, &chart.month_names);
    let plot = Rect::new(
        inner.left + axis::tick_width(&canvas, &labels),
        inner.top + key.height + axis::tick_overhang(&canvas, &labels),
        inner.right,
        inner.bottom - rows.height,
    );
    if plot.height() < canvas.metrics.label * 4.0 {
        return Err(ChartError::Crowded {
            width: size.width,
            height: size.height,
        });
    }
    let start = (ticks.first() > 0.0).then(|| labels.first().cloned()).flatten();
    let scale = Scale::new(plot, months.count, ticks);
    let plot = scale.plot;
    let placed = Placed {
        chart,
        months: &months,
        scale: &scale,
    };

    axis::draw_values(&mut canvas, &scale, &labels);
    months.draw_axis(&mut canvas, &scale, rows, &chart.years, &chart.month_names);
    if let Some(label) = start {
        axis_start(&mut canvas, &chart.frame.axis_starts, &label, plot);
    }
    key.draw(&mut canvas);
    let banded = apart(&chart.forecasts);
    for forecast in &banded {
        placed.draw_band(&mut canvas, forecast);
    }
    placed.draw_forecasts(&mut canvas, &banded);
    placed.draw_outturns(&mut canvas);
    placed.draw_misses(&mut canvas, &banded);
    placed.read(&mut canvas);
    Ok(canvas.finish(&chart.frame, plot, Below::default()))
}

/// From the first to the last month of anything.
fn span(chart: &Backtest) -> Result<(Month, Month)> {
    let outturns = chart.actual.iter().map(|outturn| outturn.month);
    let steps = chart.forecasts.iter().flat_map(|forecast| &forecast.steps);
    let months: Vec<Month> = outturns.chain(steps.map(|step| step.month)).collect();
    months
        .iter()
        .min()
        .copied()
        .zip(months.iter().max().copied())
        .ok_or(ChartError::Empty("no month has an outturn or a forecast"))
}

fn reach(chart: &Backtest) -> Result<Reach> {
    let mut reach = Reach::NONE;
    for outturn in &chart.actual {
        reach.add(outturn.value, outturn.month)?;
    }
    for step in chart.forecasts.iter().flat_map(|forecast| &forecast.steps) {
        for value in [step.point, step.low80, step.high80] {
            reach.add(value, step.month)?;
        }
    }
    Ok(reach)
}

/// Forecasts whose months do not overlap, from the newest back.
fn apart(forecasts: &[PastLine]) -> Vec<&PastLine> {
    let mut chosen: Vec<&PastLine> = Vec::new();
    for forecast in forecasts.iter().rev() {
        let (Some(_), Some(end)) = (forecast.steps.first(), forecast.steps.last()) else {
            continue;
        };
        if chosen.last().is_none_or(|later| end.month <= later.origin) {
            chosen.push(forecast);
        }
    }
    chosen.reverse();
    chosen
}

struct Placed<'a> {
    chart: &'a Backtest,
    months: &'a Months,
    scale: &'a Scale,
}

impl Placed<'_> {
    fn at(&self, month: Month, value: f64) -> Option<Point> {
        Some(self.scale.mid(self.months.slot(month)?, value))
    }

    fn outturn(&self, month: Month) -> Option<&Outturn> {
        self.chart.actual.iter().find(|outturn| outturn.month == month)
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
        let others = self.chart.forecasts.iter();
        for forecast in others.filter(|forecast| !banded.contains(forecast)) {
            let stroke = Stroke::data(faint, metrics.grid);
            canvas.line(self.line(forecast, |step| step.point), stroke);
        }
        for forecast in banded {
            let unit = metrics.label / 13.0;
            let stroke = Stroke::dashed(palette.series, metrics.other, (6.0 * unit, 4.0 * unit));
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
        let slot = self.scale.x(1.0) - self.scale.x(0.0);
        canvas.metrics.dot().min((slot * 0.36).max(canvas.metrics.grid))
    }

    fn draw_outturns(&self, canvas: &mut Canvas) {
        let palette = canvas.palette;
        let mut runs: Vec<Vec<Point>> = Vec::new();
        let mut before: Option<Month> = None;
        for outturn in &self.chart.actual {
            let Some(at) = self.at(outturn.month, outturn.value) else {
                continue;
            };
            match runs.last_mut() {
                Some(run) if before.is_some_and(|before| before.next() == outturn.month) => run.push(at),
                _ => runs.push(vec![at]),
            }
            before = Some(outturn.month);
        }
        for run in runs.iter().filter(|run| run.len() > 1) {
            canvas.line(run.clone(), Stroke::data(palette.series, canvas.metrics.other));
        }
        let radius = self.radius(canvas);
        for at in runs.into_iter().flatten() {
            canvas.dot(at, radius, palette.series);
        }
    }

    fn read(&self, canvas: &mut Canvas) {
        for (index, outturn) in self.chart.actual.iter().enumerate() {
            if let Some(at) = self.at(outturn.month, outturn.value) {
                canvas.read(at, 0, index, &outturn.readout);
            }
        }
        for (index, forecast) in self.chart.forecasts.iter().enumerate() {
            let last = forecast.steps.last();
            if let Some(at) = last.and_then(|step| self.at(step.month, step.point)) {
                canvas.read(at, 1, index, &forecast.readout);
            }
        }
    }
}

fn entries<'a>(chart: &'a Backtest, canvas: &Canvas) -> Vec<Entry<'a>> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let width = metrics.label * 1.7;
    let unit = metrics.label / 13.0;
    let actual: key::Sample<'a> = Box::new(move |canvas, at| {
        key::line(width, Stroke::data(palette.series, metrics.other))(canvas, at);
        canvas.dot(at, metrics.dot(), palette.series);
    });
    let outside: key::Sample<'a> = Box::new(move |canvas, at| {
        let down = metrics.label * 0.3;
        let whisker = vec![Point::new(at.x, at.y - down), Point::new(at.x, at.y + down)];
        canvas.line(whisker, Stroke::solid(palette.bad, metrics.other));
        canvas.dot(Point::new(at.x, at.y - down), metrics.dot() * 1.25, palette.bad);
    });
    let forecast = Stroke::dashed(palette.series, metrics.other, (6.0 * unit, 4.0 * unit));
    let names = &chart.names;
    vec![
        Entry {
            width,
            sample: actual,
            name: &names.actual,
        },
        Entry {
            width,
            sample: key::line(width, forecast),
            name: &names.forecast,
        },
        Entry {
            width,
            sample: key::tint(width, metrics.label * 0.75, palette.band_80),
            name: &names.range,
        },
        Entry {
            width: metrics.label,
            sample: outside,
            name: &names.outside,
        },
    ]
}
