//! Names below the slots of a plot: months, or fiscal years that have a slot each.

use super::rows::{AxisRows, tick};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::scale::PlotScale;
use crate::scene::{Align, PlacedText, Role};

/// Draws the month row: names as close as they fit, every month, or quarters, half years, years. Every
/// second month would fit more often, but fiscal years are read in quarters.
///
/// `position` is a slot's month within its fiscal year, 0 to 11.
pub(crate) fn draw_months(
    canvas: &mut Canvas,
    scale: &PlotScale,
    rows: AxisRows,
    names: &[&str],
    position: impl Fn(usize) -> usize,
) {
    let metrics = canvas.metrics;
    let style = canvas.small_style(Role::Month, Weight::Regular, canvas.palette.muted);
    let baseline = scale.plot.bottom + rows.names;
    let place = |slot: usize, name: &str| {
        let middle = scale.x(slot as f64 + 0.5);
        let text = PlacedText::new(style, name, Align::Middle, middle, baseline);
        let clear = scale.x(slot as f64) + metrics.label * 0.45;
        // Beside the long tick of a fiscal year, not across it.
        if position(slot) == 0 && text.bounds.left < clear {
            PlacedText::new(style, name, Align::Start, clear, baseline)
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
    let fits = |texts: &&Vec<(usize, PlacedText)>| {
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
pub(crate) fn draw_names(canvas: &mut Canvas, scale: &PlotScale, rows: AxisRows, names: &[&str]) {
    let metrics = canvas.metrics;
    let style = canvas.label_style(Role::Year, Weight::Regular, canvas.palette.muted);
    let baseline = scale.plot.bottom + rows.names;
    let edge = canvas.size.width - canvas.margin;
    // Left of it stand the numbers of the value axis.
    let start = scale.plot.left - metrics.gap();
    let all: Vec<PlacedText> = names
        .iter()
        .enumerate()
        .map(|(slot, name)| PlacedText::new(style, name, Align::Middle, scale.x(slot as f64 + 0.5), baseline))
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
