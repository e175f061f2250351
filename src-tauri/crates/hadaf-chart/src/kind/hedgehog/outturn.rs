//! The outturn: a thick line with dots, joined where whole years follow one another.

use super::spec::{HedgehogPlot, HedgehogYear};
use crate::canvas::Canvas;
use crate::geometry::Point;
use crate::label::AvoidedLine;
use crate::part::{PointMark, draw_year_mark};
use crate::scale::PlotScale;
use crate::scene::Stroke;

/// Draws it; gives what labels avoid.
pub(super) fn draw_outturn(plot: &HedgehogPlot, canvas: &mut Canvas, scale: &PlotScale) -> Vec<AvoidedLine> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let mut avoid = Vec::new();
    let known: Vec<(usize, Point, &HedgehogYear)> = plot
        .years
        .iter()
        .enumerate()
        .filter_map(|(slot, year)| Some((slot, scale.mid(slot, year.value?), year)))
        .collect();
    let whole = |year: &HedgehogYear| year.mark != PointMark::Provisional;
    for pair in known.windows(2) {
        // A year to date is no year: nothing leads to it.
        if let [(slot, from, before), (next, to, year)] = pair
            && slot + 1 == *next
            && whole(before)
            && whole(year)
        {
            let line = vec![*from, *to];
            canvas.line(line.clone(), Stroke::data(palette.background, metrics.main * 2.4));
            canvas.line(line.clone(), Stroke::data(palette.series, metrics.main * 1.4));
            avoid.push(AvoidedLine::new(line, 3.0));
        }
    }
    for (slot, at, year) in known {
        avoid.push(draw_year_mark(canvas, year.mark, at, metrics.dot() * 1.3));
        canvas.read(at, 0, slot, &year.readout);
    }
    avoid
}
