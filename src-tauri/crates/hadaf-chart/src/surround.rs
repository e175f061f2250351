//! Setting the texts round the plot: title and subtitle above, numbered labels, note and source below.

use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::fonts::Weight;
use crate::frame::{Frame, Unplaced};
use crate::geometry::Rect;
use crate::scene::{Align, PlacedText, Role, TextStyle};
use crate::text::{clean, title};
use crate::theme::Rgb;

/// Most lines that explain numbers: more of them take the plot's room and are not read.
pub(crate) const MOST_EXPLAINED: usize = 3;
/// Most lines of a subtitle, and of a note or a source: what is longer ends in an ellipsis. However long the names
/// are that somebody gave, the plot keeps its room.
const MOST_SUBTITLE: usize = 2;
const MOST_FOOT: usize = 4;
/// A plot lower than this share of the canvas is none.
const LEAST_PLOT: f64 = 0.4;

/// Places the frame's texts and gives the rectangle left for plot and axes.
///
/// # Errors
/// [`ChartError::Crowded`] where less than [`LEAST_PLOT`] of the height is left, or numbers need more
/// than [`MOST_EXPLAINED`] lines.
pub(crate) fn lay_out(canvas: &mut Canvas, frame: &Frame, unplaced: &Unplaced) -> Result<Rect> {
    let margin = canvas.margin;
    let (left, right) = (margin, canvas.size.width - margin);
    let top = head(canvas, frame, left, right);
    let explained = explained(unplaced);
    let too_many = foot_style(canvas, Role::Note).wrapped(&explained, right - left).len() > MOST_EXPLAINED;
    let bottom = foot(canvas, frame, explained, left, right);
    if too_many || bottom - top < LEAST_PLOT * canvas.size.height {
        return Err(ChartError::crowded(canvas.size));
    }
    Ok(Rect::new(left, top, right, bottom))
}

/// Title and subtitle; gives where they end.
fn head(canvas: &mut Canvas, frame: &Frame, left: f64, right: f64) -> f64 {
    let mut top = canvas.margin;
    let limit = right - left;
    let metrics = canvas.metrics;
    let words = clean(&frame.title);
    if !words.is_empty() {
        let (size, lines) = fitted_title(&words, metrics.title, limit);
        let line = metrics.title_line * size / metrics.title;
        let style = TextStyle::new(Role::Title, Weight::SemiBold, size, canvas.palette.ink);
        top = stack(canvas, &lines, style, line, left, top);
    }
    let words = clean(&frame.subtitle);
    if !words.is_empty() {
        let style = TextStyle::new(Role::Subtitle, Weight::Regular, metrics.subtitle, canvas.palette.muted);
        let lines = fitted(style, &words, limit, MOST_SUBTITLE);
        top = stack(canvas, &lines, style, metrics.subtitle * 1.3, left, top + 1.0);
    }
    if top > canvas.margin {
        top += metrics.label;
    }
    top
}

/// The title's size and lines: as large as two lines allow, down to three quarters; then cut.
fn fitted_title(words: &str, size: f64, limit: f64) -> (f64, Vec<String>) {
    // A line of 80 % of the width is long enough to read; a little longer is better than a second one.
    let comfort = limit * 0.8;
    for share in [1.0, 0.95, 0.9, 0.85, 0.8, 0.75] {
        if let Some(lines) = title(words, size * share, comfort, limit) {
            return (size * share, lines);
        }
    }
    let size = size * 0.75;
    let style = TextStyle::new(Role::Title, Weight::SemiBold, size, Rgb(0, 0, 0));
    (size, fitted(style, words, limit, 2))
}

/// Words in at most so many lines no wider than `limit`; what is longer, or a word without a place to break, is cut.
fn fitted(style: TextStyle, words: &str, limit: f64, most: usize) -> Vec<String> {
    let mut lines = style.wrapped(words, limit);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| style.shortened(line, limit)).collect()
}

/// Numbered labels, note and source, counted up from the bottom; gives where they begin.
fn foot(canvas: &mut Canvas, frame: &Frame, explained: String, left: f64, right: f64) -> f64 {
    let metrics = canvas.metrics;
    let limit = right - left;
    let paragraphs = [
        (Role::Note, explained),
        (Role::Note, clean(&frame.note)),
        (Role::Source, clean(&frame.source)),
    ];
    let line = metrics.source * 1.4;
    let mut lines = Vec::new();
    for (role, words) in paragraphs {
        let style = foot_style(canvas, role);
        let fitted = fitted(style, &words, limit, MOST_FOOT);
        lines.extend(fitted.into_iter().map(|line| (style, line)));
    }
    let bottom = canvas.size.height - canvas.margin;
    if lines.is_empty() {
        return bottom;
    }
    let height: f64 = lines
        .iter()
        .map(|(style, words)| line_height(*style, words, line))
        .sum();
    let top = bottom - height;
    let mut next = top;
    for (style, words) in lines {
        next = stack(canvas, &[words], style, line, left, next);
    }
    top - metrics.label * 0.35
}

fn foot_style(canvas: &Canvas, role: Role) -> TextStyle {
    TextStyle::new(role, Weight::Regular, canvas.metrics.source, canvas.palette.muted)
}

/// "(1) first label; (2) second; +3": numbered labels, and how many more are only counted.
fn explained(unplaced: &Unplaced) -> String {
    let numbered = unplaced.numbered.iter().enumerate();
    // A number stays with its first word.
    let mut parts: Vec<String> = numbered
        .map(|(index, label)| format!("({})\u{a0}{}", index + 1, clean(label)))
        .collect();
    if !unplaced.left_out.is_empty() {
        parts.push(format!("+{}", unplaced.left_out.len()));
    }
    parts.join("; ")
}

/// The distance that a line of words takes: `line`, or more where its script is higher.
fn line_height(style: TextStyle, words: &str, line: f64) -> f64 {
    let extent = style.extent(words);
    line.max(extent.ascent + extent.descent)
}

/// Sets lines one below the other from `top`, each in the middle of its height; gives where they end.
fn stack(canvas: &mut Canvas, lines: &[String], style: TextStyle, line: f64, left: f64, top: f64) -> f64 {
    let mut top = top;
    for words in lines {
        let height = line_height(style, words, line);
        let baseline = style.centred(words, top + height / 2.0);
        canvas.text(PlacedText::new(style, words, Align::Start, left, baseline));
        top += height;
    }
    top
}
