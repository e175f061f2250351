//! The legend: a sample of each mark of the chart.

use super::spec::BacktestPlot;
use crate::canvas::Canvas;
use crate::geometry::Point;
use crate::part::forecast_dash;
use crate::part::legend::{self, LegendEntry, Swatch};
use crate::scene::Stroke;

pub(super) fn entries<'a>(plot: &'a BacktestPlot, canvas: &Canvas) -> Vec<LegendEntry<'a>> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let width = metrics.label * 1.7;
    let outturn: Swatch<'a> = Box::new(move |canvas, at| {
        legend::line(width, Stroke::data(palette.series, metrics.other))(canvas, at);
        canvas.dot(at, metrics.dot(), palette.series);
    });
    let outside: Swatch<'a> = Box::new(move |canvas, at| {
        let down = metrics.label * 0.3;
        let whisker = vec![Point::new(at.x, at.y - down), Point::new(at.x, at.y + down)];
        canvas.line(whisker, Stroke::solid(palette.bad, metrics.other));
        canvas.dot(Point::new(at.x, at.y - down), metrics.dot() * 1.25, palette.bad);
    });
    let forecast = Stroke::dashed(palette.series, metrics.other, forecast_dash(canvas));
    let names = &plot.names;
    vec![
        LegendEntry {
            width,
            swatch: outturn,
            name: &names.outturn,
        },
        LegendEntry {
            width,
            swatch: legend::line(width, forecast),
            name: &names.forecast,
        },
        LegendEntry {
            width,
            swatch: legend::tint(width, metrics.label * 0.75, palette.band_80),
            name: &names.range,
        },
        LegendEntry {
            width: metrics.label,
            swatch: outside,
            name: &names.outside,
        },
    ]
}
