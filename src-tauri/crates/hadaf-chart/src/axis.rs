//! The two axes: values at the left with the unit on the top tick, time below.

use crate::canvas::Canvas;
use crate::fonts::{measure, width};
use crate::geometry::{Point, Rect};
use crate::scale::Scale;
use crate::scene::{Align, Role, Shape, Stroke, Text, Weight};
use crate::text::{clean, number};
use crate::ticks::Ticks;

/// How the value axis writes its numbers.
pub(crate) struct Unit<'a> {
    /// Before the number of the top tick.
    pub(crate) prefix: &'a str,
    /// After it.
    pub(crate) suffix: &'a str,
}

/// The texts of the ticks, first to last.
pub(crate) fn tick_labels(ticks: &Ticks, unit: &Unit) -> Vec<String> {
    let top = ticks.values.len().saturating_sub(1);
    let write = |(index, value): (usize, &f64)| {
        let digits = number(*value, ticks.decimals);
        if index < top {
            return digits;
        }
        // The sign stands before the currency.
        match digits.strip_prefix('\u{2212}') {
            Some(digits) => clean(&format!("\u{2212}{}{digits}{}", unit.prefix, unit.suffix)),
            None => clean(&format!("{}{digits}{}", unit.prefix, unit.suffix)),
        }
    };
    ticks.values.iter().enumerate().map(write).collect()
}

/// Width that the tick labels and the gap to the plot take.
pub(crate) fn tick_width(canvas: &Canvas, labels: &[String]) -> f64 {
    labels
        .iter()
        .map(|label| width(label, Weight::Regular, canvas.metrics.label))
        .fold(0.0, f64::max)
        + canvas.metrics.gap()
}

/// Height that half of the top tick's label takes above it.
pub(crate) fn tick_overhang(canvas: &Canvas, labels: &[String]) -> f64 {
    let top = labels.last().map_or("", String::as_str);
    let extent = measure(top, Weight::Regular, canvas.metrics.label);
    (extent.ascent + extent.descent) / 2.0
}

/// Draws grid lines with their numbers, and the base line.
pub(crate) fn draw_values(canvas: &mut Canvas, scale: &Scale, labels: &[String]) {
    let metrics = canvas.metrics;
    let Rect {
        left, right, bottom, ..
    } = scale.plot;
    let style = canvas.style(Role::Tick, Weight::Regular, metrics.label, canvas.palette.muted);
    let mut texts = Vec::new();
    for ((value, y), label) in scale.grid().into_iter().zip(labels) {
        // The base line stands for the first; zero keeps its strength where values go below it.
        let stroke = if value == 0.0 || y == bottom {
            Stroke::solid(canvas.palette.axis, metrics.zero)
        } else {
            Stroke::solid(canvas.palette.grid, metrics.grid)
        };
        canvas.behind(Shape::Line {
            points: vec![Point::new(left, y), Point::new(right, y)],
            stroke,
        });
        let extent = measure(label, style.weight, style.size);
        let baseline = y + (extent.ascent - extent.descent) / 2.0;
        texts.push(Text::new(style, label, Align::End, left - metrics.gap(), baseline));
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

/// One fiscal year below the axis.
pub(crate) struct YearSpan<'a> {
    /// Slots that it covers, cut to the axis.
    pub(crate) slots: (usize, usize),
    /// Whether its first month stands on the axis, so that its tick does.
    pub(crate) begins: bool,
    pub(crate) label: &'a str,
    pub(crate) total: &'a str,
}

/// The rows below the plot, as high as their script needs: distances from the base line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows {
    /// Baseline of months, or of year names in the middle of their slots.
    names: f64,
    /// Baseline of fiscal years that begin at a tick.
    years: f64,
    /// What both take.
    pub(crate) height: f64,
}

impl Rows {
    /// Rows for these names, and these fiscal years below; none: one row.
    pub(crate) fn new<'a>(
        canvas: &Canvas,
        names: impl IntoIterator<Item = &'a str>,
        years: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let label = canvas.metrics.label;
        let highest = |texts: &mut dyn Iterator<Item = &'a str>| {
            texts
                .map(|text| measure(text, Weight::SemiBold, label))
                .map(|extent| (extent.ascent, extent.descent))
                .reduce(|one, other| (one.0.max(other.0), one.1.max(other.1)))
        };
        let (ascent, descent) = highest(&mut names.into_iter()).unwrap_or_default();
        let names = label * 0.45 + ascent;
        let below = names + descent;
        match highest(&mut years.into_iter()) {
            None => Self {
                names,
                years: names,
                height: below + label * 0.1,
            },
            Some((ascent, descent)) => {
                let years = below + label * 0.15 + ascent;
                Self {
                    names,
                    years,
                    height: years + descent,
                }
            }
        }
    }
}

/// Draws the month row: names as close as they fit, every month, or quarters, half years, years. Every
/// second month would fit more often, but fiscal years are read in quarters.
///
/// `position` is a slot's month within its fiscal year, 0 to 11.
pub(crate) fn draw_months(
    canvas: &mut Canvas,
    scale: &Scale,
    rows: Rows,
    names: &[&str],
    position: impl Fn(usize) -> usize,
) {
    let metrics = canvas.metrics;
    let style = canvas.style(Role::Month, Weight::Regular, metrics.small(), canvas.palette.muted);
    let baseline = scale.plot.bottom + rows.names;
    let place = |slot: usize, name: &str| {
        let middle = scale.x(slot as f64 + 0.5);
        let text = Text::new(style, name, Align::Middle, middle, baseline);
        let clear = scale.x(slot as f64) + metrics.label * 0.45;
        // Beside the long tick of a fiscal year, not across it.
        if position(slot) == 0 && text.bounds.left < clear {
            Text::new(style, name, Align::Start, clear, baseline)
        } else {
            text
        }
    };
    let canvas_edge = canvas.size.width - canvas.margin;
    // Left of it stand the numbers of the value axis.
    let start = scale.plot.left - metrics.gap();
    let steps = [1, 3, 6, 12].map(|step| {
        let labelled = names
            .iter()
            .enumerate()
            .filter(|(slot, _)| position(*slot).is_multiple_of(step));
        labelled
            .map(|(slot, name)| (slot, place(slot, name)))
            .filter(|(_, text)| text.bounds.left >= start && text.bounds.right <= canvas_edge)
            .collect::<Vec<_>>()
    });
    // Names closer than a space look like one word.
    let air = metrics.label * 0.7;
    let fits = |texts: &&Vec<(usize, Text)>| {
        texts
            .windows(2)
            .all(|pair| matches!(pair, [(_, one), (_, next)] if one.bounds.right + air <= next.bounds.left))
    };
    let Some(texts) = steps.iter().find(fits) else {
        return;
    };
    for (slot, text) in texts {
        if position(*slot) != 0 {
            let x = scale.x(*slot as f64 + 0.5);
            tick(canvas, x, scale.plot.bottom, metrics.label * 0.4);
        }
        canvas.text(text.clone());
    }
}

/// Draws names in the middle of their slots: all, or every 2nd, 3rd and so on counted back from the last.
pub(crate) fn draw_names(canvas: &mut Canvas, scale: &Scale, rows: Rows, names: &[&str]) {
    let metrics = canvas.metrics;
    let style = canvas.style(Role::Year, Weight::Regular, metrics.label, canvas.palette.muted);
    let baseline = scale.plot.bottom + rows.names;
    let edge = canvas.size.width - canvas.margin;
    // Left of it stand the numbers of the value axis.
    let start = scale.plot.left - metrics.gap();
    let all: Vec<Text> = names
        .iter()
        .enumerate()
        .map(|(slot, name)| Text::new(style, name, Align::Middle, scale.x(slot as f64 + 0.5), baseline))
        .collect();
    let air = metrics.label * 0.5;
    let every = |step: usize| all.iter().rev().step_by(step).collect::<Vec<_>>();
    let fits = |step: &usize| {
        every(*step)
            .windows(2)
            .all(|pair| matches!(pair, [later, earlier] if earlier.bounds.right + air <= later.bounds.left))
    };
    let step = (1..=names.len()).find(fits).unwrap_or(1);
    for text in every(step) {
        if text.bounds.left >= start && text.bounds.right <= edge {
            canvas.text(text.clone());
        }
    }
}

/// Draws the year row: a long tick where each begins, its name and, where it fits, its total.
pub(crate) fn draw_years(canvas: &mut Canvas, scale: &Scale, rows: Rows, years: &[YearSpan]) {
    let metrics = canvas.metrics;
    let baseline = scale.plot.bottom + rows.years;
    let name = canvas.style(Role::Year, Weight::SemiBold, metrics.label, canvas.palette.ink);
    let total = canvas.style(Role::Total, Weight::Regular, metrics.label, canvas.palette.muted);
    for (index, year) in years.iter().enumerate() {
        let edge = scale.x(year.slots.0 as f64);
        if year.begins {
            tick(canvas, edge, scale.plot.bottom, rows.years);
        }
        // The last year may run on below the end labels.
        let limit = match years.get(index + 1) {
            Some(next) => scale.x(next.slots.0 as f64) - metrics.label * 0.3,
            None => canvas.size.width - canvas.margin,
        };
        let label = Text::new(name, year.label, Align::Start, edge + metrics.label * 0.45, baseline);
        if label.bounds.right > limit {
            continue;
        }
        let beside = label.bounds.right + metrics.label * 0.55;
        canvas.text(label);
        let figure = Text::new(total, year.total, Align::Start, beside, baseline);
        if figure.bounds.right <= limit {
            canvas.text(figure);
        }
    }
}

fn tick(canvas: &mut Canvas, x: f64, top: f64, length: f64) {
    let stroke = Stroke::solid(canvas.palette.axis, canvas.metrics.grid);
    canvas.behind(Shape::Line {
        points: vec![Point::new(x, top), Point::new(x, top + length)],
        stroke,
    });
}
