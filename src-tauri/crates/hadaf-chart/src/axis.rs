//! The two axes: values at the left with the unit on the top tick, time below.

use crate::fonts::width;
use crate::geometry::{Point, Rect};
use crate::scale::Scale;
use crate::scene::{Align, Canvas, Role, Shape, Stroke, Text, Weight};
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

/// Height that half a tick label takes above the top tick.
pub(crate) fn tick_overhang(canvas: &Canvas) -> f64 {
    let extent = crate::fonts::measure("0", Weight::Regular, canvas.metrics.label);
    (extent.ascent + extent.descent) / 2.0
}

/// Draws grid lines with their numbers, and the base line.
pub(crate) fn draw_values(canvas: &mut Canvas, scale: &Scale, labels: &[String]) {
    let metrics = canvas.metrics;
    let Rect {
        left, right, bottom, ..
    } = scale.plot;
    let style = canvas.style(Role::Tick, Weight::Regular, metrics.label, canvas.palette.muted);
    for ((value, y), label) in scale.grid().into_iter().zip(labels) {
        // The base line covers the first grid line; zero keeps its own strength where values go below it.
        let stroke = if value == 0.0 {
            Stroke::solid(canvas.palette.axis, metrics.zero)
        } else {
            Stroke::solid(canvas.palette.grid, metrics.grid)
        };
        canvas.behind(Shape::Line {
            points: vec![Point::new(left, y), Point::new(right, y)],
            stroke,
        });
        let extent = crate::fonts::measure(label, style.weight, style.size);
        let baseline = y + (extent.ascent - extent.descent) / 2.0;
        canvas.text(Text::new(style, label, Align::End, left - metrics.gap(), baseline));
    }
    canvas.behind(Shape::Line {
        points: vec![Point::new(left, bottom), Point::new(right, bottom)],
        stroke: Stroke::solid(canvas.palette.axis, metrics.zero),
    });
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

/// Height that the time axis takes below the plot.
pub(crate) fn time_height(canvas: &Canvas, rows: usize) -> f64 {
    match rows {
        0 | 1 => canvas.metrics.label * 1.75,
        _ => canvas.metrics.label * 3.1,
    }
}

/// Draws the month row: names as close as they fit, every month, or quarters, half years, years. Every
/// second month would fit more often, but fiscal years are read in quarters.
///
/// `position` is a slot's month within its fiscal year, 0 to 11.
pub(crate) fn draw_months(canvas: &mut Canvas, scale: &Scale, names: &[&str], position: impl Fn(usize) -> usize) {
    let metrics = canvas.metrics;
    let style = canvas.style(Role::Month, Weight::Regular, metrics.small(), canvas.palette.muted);
    let baseline = scale.plot.bottom + metrics.label * 1.4;
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
    let steps = [1, 3, 6, 12].map(|step| {
        let labelled = names
            .iter()
            .enumerate()
            .filter(|(slot, _)| position(*slot).is_multiple_of(step));
        labelled
            .map(|(slot, name)| (slot, place(slot, name)))
            .filter(|(_, text)| text.bounds.left >= canvas.margin && text.bounds.right <= canvas_edge)
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
pub(crate) fn draw_names(canvas: &mut Canvas, scale: &Scale, names: &[&str]) {
    let metrics = canvas.metrics;
    let style = canvas.style(Role::Year, Weight::Regular, metrics.label, canvas.palette.muted);
    let baseline = scale.plot.bottom + metrics.label * 1.4;
    let edge = canvas.size.width - canvas.margin;
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
        if text.bounds.left >= canvas.margin && text.bounds.right <= edge {
            canvas.text(text.clone());
        }
    }
}

/// Draws the year row: a long tick where each begins, its name and, where it fits, its total.
pub(crate) fn draw_years(canvas: &mut Canvas, scale: &Scale, years: &[YearSpan]) {
    let metrics = canvas.metrics;
    let baseline = scale.plot.bottom + metrics.label * 2.8;
    let name = canvas.style(Role::Year, Weight::SemiBold, metrics.label, canvas.palette.ink);
    let total = canvas.style(Role::Total, Weight::Regular, metrics.label, canvas.palette.muted);
    for (index, year) in years.iter().enumerate() {
        let edge = scale.x(year.slots.0 as f64);
        if year.begins {
            tick(canvas, edge, scale.plot.bottom, metrics.label * 2.75);
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
