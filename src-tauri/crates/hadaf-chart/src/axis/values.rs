//! The value axis: numbers at the left, the unit on the top tick.

use crate::canvas::Canvas;
use crate::fonts::{Weight, measure, width};
use crate::frame::TickStyle;
use crate::geometry::{Point, Rect};
use crate::scale::PlotScale;
use crate::scene::{Align, PlacedText, Role, Stroke};
use crate::text::clean;
use crate::ticks::Ticks;

/// Ticks with their texts.
pub(crate) struct ValueAxis {
    ticks: Ticks,
    labels: Vec<String>,
}

impl ValueAxis {
    pub(crate) fn new(ticks: Ticks, style: &TickStyle) -> Self {
        Self {
            labels: tick_labels(&ticks, style),
            ticks,
        }
    }

    /// Width that the tick labels and the gap to the plot take.
    pub(crate) fn width(&self, canvas: &Canvas) -> f64 {
        self.labels
            .iter()
            .map(|label| width(label, Weight::Regular, canvas.metrics.label))
            .fold(0.0, f64::max)
            + canvas.metrics.gap()
    }

    /// Height that half of the top tick's label takes above it.
    fn overhang(&self, canvas: &Canvas) -> f64 {
        let top = self.labels.last().expect("an axis has ticks");
        let extent = measure(top, Weight::Regular, canvas.metrics.label);
        (extent.ascent + extent.descent) / 2.0
    }

    /// What is left of `inner` for the plot, beside the numbers, left of `right` and above rows of names.
    pub(crate) fn plot(&self, canvas: &Canvas, inner: Rect, right: f64, rows: f64) -> Rect {
        Rect::new(
            inner.left + self.width(canvas),
            inner.top + self.overhang(canvas),
            right,
            inner.bottom - rows,
        )
    }

    /// `slots` slots over the width of `plot`, the ticks over its height.
    pub(crate) fn scale(&self, plot: Rect, slots: usize) -> PlotScale {
        PlotScale::new(plot, slots, self.ticks.clone())
    }

    /// Draws grid lines with their numbers, and the base line.
    pub(crate) fn draw(&self, canvas: &mut Canvas, scale: &PlotScale) {
        let metrics = canvas.metrics;
        let Rect {
            left, right, bottom, ..
        } = scale.plot;
        let style = canvas.label_style(Role::Tick, Weight::Regular, canvas.palette.muted);
        let mut texts = Vec::new();
        for ((value, y), label) in scale.grid().into_iter().zip(&self.labels) {
            // The base line stands for the first; zero keeps its strength where values go below it.
            let stroke = if value == 0.0 || y == bottom {
                Stroke::solid(canvas.palette.axis, metrics.zero)
            } else {
                Stroke::solid(canvas.palette.grid, metrics.grid)
            };
            canvas.line_behind(vec![Point::new(left, y), Point::new(right, y)], stroke);
            let baseline = style.centred(label, y);
            texts.push(PlacedText::new(
                style,
                label,
                Align::End,
                left - metrics.gap(),
                baseline,
            ));
        }
        // From the top, which carries the unit: on a low plot a line can do without its number.
        let mut free = f64::NEG_INFINITY;
        for text in texts.into_iter().rev() {
            if text.bounds.top >= free {
                free = text.bounds.bottom;
                canvas.text(text);
            }
        }
    }

    /// Says where a cropped axis starts, on the axis itself, so that nobody reads heights as lengths from zero.
    pub(crate) fn draw_start(&self, canvas: &mut Canvas, words: &str, plot: Rect) {
        if self.ticks.first() <= 0.0 {
            return;
        }
        let label = self.labels.first().expect("an axis has ticks");
        let metrics = canvas.metrics;
        let style = canvas.small_style(Role::Remark, Weight::Regular, canvas.palette.muted);
        let text = PlacedText::new(
            style,
            &clean(&words.replace("{value}", label)),
            Align::Start,
            plot.left + metrics.gap() * 0.75,
            plot.bottom - metrics.label * 0.45,
        );
        canvas.text_on_plot(text);
    }
}

/// The texts of ticks, first to last. They lie on multiples of their step, so writing rounds nothing.
pub(super) fn tick_labels(ticks: &Ticks, style: &TickStyle) -> Vec<String> {
    // An axis whose ends are nearly equal may have no tick between them.
    let top = ticks.values.len().saturating_sub(1);
    let write = |(index, value): (usize, &f64)| {
        let digits = style
            .numbers
            .write(&format!("{value:.decimals$}", decimals = ticks.decimals));
        if index < top {
            return digits;
        }
        let TickStyle {
            prefix,
            suffix,
            numbers,
        } = style;
        // The sign stands before the currency.
        let (sign, digits) = match digits.strip_prefix(numbers.minus()) {
            Some(rest) => (numbers.minus(), rest),
            None => ("", digits.as_str()),
        };
        clean(&format!("{sign}{prefix}{digits}{suffix}"))
    };
    ticks.values.iter().enumerate().map(write).collect()
}
