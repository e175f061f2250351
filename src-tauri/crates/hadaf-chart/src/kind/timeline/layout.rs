//! From lanes of spans to a scene: measure, scale, draw, label.

use hadaf_core::Month;

use super::days::DayAxis;
use super::lanes::{self, LaneItem};
use super::measure::{Room, SeriesPanel};
use super::spans::{LaneSpan, draw_lane_names, draw_span, lane_item};
use super::spec::TimelinePlot;
use super::{series, today};
use crate::axis::MonthAxis;
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::fonts::{Weight, width};
use crate::geometry::{Point, Rect};
use crate::paper::Paper;
use crate::part::{Attempt, LabelFate, settle, unplaced};
use crate::scale::PlotScale;
use crate::scene::{Align, Scene, Stroke};
use crate::surround;
use crate::ticks::Ticks;

/// Most lanes, and most spans in all of them.
const MOST: usize = 400;

pub(crate) fn lay_out(plot: &TimelinePlot, paper: &Paper) -> Result<Scene> {
    let spans: usize = plot.lanes.iter().map(|lane| lane.items.len()).sum();
    if plot.lanes.is_empty() || plot.lanes.len().max(spans) > MOST {
        return Err(ChartError::Empty(
            "a timeline must have 1 to 400 lanes, and at most 400 spans",
        ));
    }
    let months = MonthAxis::new((Month::of(plot.span.0), Month::of(plot.span.1)))?;
    let spans = LaneSpan::all(plot);
    // The newest are dearest: their labels yield last.
    let mut rank: Vec<usize> = (0..spans.len()).collect();
    rank.sort_by_key(|&index| std::cmp::Reverse(spans[index].span.start));
    let layout = TimelineLayout {
        ticks: series::ticks(plot, &months)?,
        plot,
        paper,
        months,
        spans,
        rank,
    };
    settle(&layout.rank, |fates| layout.attempt(fates))
}

/// What every attempt starts from.
struct TimelineLayout<'a> {
    plot: &'a TimelinePlot,
    paper: &'a Paper<'a>,
    months: MonthAxis,
    /// Of the series below; `None`: there is none.
    ticks: Option<Ticks>,
    spans: Vec<LaneSpan<'a>>,
    /// Spans from the dearest label to the least.
    rank: Vec<usize>,
}

impl TimelineLayout<'_> {
    fn attempt(&self, fates: &[LabelFate]) -> Result<Attempt> {
        let plot = self.plot;
        let mut canvas = self.paper.canvas();
        let fates = self.explainable(&canvas, fates);
        let (unplaced, numbers) = unplaced(&fates, |span| self.spans[span].words());
        let inner = surround::lay_out(&mut canvas, self.paper.frame, &unplaced)?;
        let room = Room::new(plot, &canvas, self.ticks.as_ref(), self.paper.ticks, inner)?;

        let scale = room.scale(&canvas, &self.months);
        let edges = Rect {
            top: room.area.top,
            ..scale.plot
        };
        let days = DayAxis {
            months: &self.months,
            scale: &scale,
        };

        self.draw_axes(&mut canvas, &room, &scale, edges);
        today::draw(plot, &mut canvas, &days, edges, inner);
        let area = Rect {
            bottom: room.lanes_bottom,
            ..edges
        };
        let items: Vec<LaneItem> = self
            .spans
            .iter()
            .zip(&fates)
            .zip(&numbers)
            .map(|((span, fate), number)| lane_item(plot, &canvas, &days, span, *fate, *number))
            .collect();
        let row = room.tallest * 1.08;
        let packed = lanes::pack(&canvas, &items, &self.rank, plot.lanes.len(), row, area);
        draw_lane_names(plot, &mut canvas, &room.names, &packed, (inner.left, area.right));
        for (span, bar) in self.spans.iter().zip(&packed.bars) {
            draw_span(plot, &mut canvas, &days, span, *bar);
        }

        let mut failed = Vec::new();
        for (index, (label, item)) in packed.labels.iter().zip(&items).enumerate() {
            match label {
                Some((rect, block)) => canvas.texts_on_plot(block.texts(rect, Align::Start)),
                None if item.labels.is_empty() => {}
                None => failed.push(index),
            }
        }
        Ok(Attempt {
            scene: canvas.finish(edges, unplaced),
            failed,
        })
    }

    /// Fiscal years down the whole plot, months below it, and the series or its base line.
    fn draw_axes(&self, canvas: &mut Canvas, room: &Room, scale: &PlotScale, edges: Rect) {
        let plot = self.plot;
        series::draw_year_lines(plot, canvas, &self.months, scale, edges);
        self.months
            .draw_axis(canvas, scale, room.rows, &plot.years, &plot.month_names);
        let Some(SeriesPanel { axis, heading }) = &room.panel else {
            let stroke = Stroke::solid(canvas.palette.axis, canvas.metrics.zero);
            let base = [edges.left, edges.right].map(|x| Point::new(x, edges.bottom));
            canvas.line_behind(base.into(), stroke);
            return;
        };
        axis.draw(canvas, scale);
        let top = room.lanes_bottom + canvas.metrics.label * 0.25;
        let rect = Rect::new(room.area.left, top, room.area.right, top + heading.height);
        canvas.texts_on_plot(heading.texts(&rect, Align::Start));
        series::draw_line(plot, canvas, &self.months, scale);
    }

    /// The fates with only so many numbers as the lines below the plot can explain, the dearest first: decided
    /// at once, where [`settle`] would take one away a round.
    fn explainable(&self, canvas: &Canvas, fates: &[LabelFate]) -> Vec<LabelFate> {
        let line = canvas.size.width - 2.0 * canvas.margin;
        // A line ends where a word no longer fits.
        let mut room = line * surround::MOST_EXPLAINED as f64 * 0.9;
        let mut fates = fates.to_vec();
        for &index in &self.rank {
            if fates[index] != LabelFate::Numbered {
                continue;
            }
            let words = format!("(00) {}; ", self.spans[index].words());
            let wide = width(&words, Weight::Regular, canvas.metrics.source);
            if wide > room {
                fates[index] = LabelFate::LeftOut;
            } else {
                room -= wide;
            }
        }
        fates
    }
}
