//! Claims as marks with who said it and when, and what becomes of labels that find no place.

use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame::Below;
use crate::geometry::{Point, Rect};
use crate::label::Block;
use crate::label::stack::{self, Wanted};
use crate::scale::Scale;
use crate::scene::{Align, Role, Scene, Stroke, Style, Weight};
use crate::spec::ClaimMark;
use crate::text::clean;
use crate::theme::Rgb;

use super::{END_COLUMN, Reach, block, label_style, leader};

/// How a claim is told on the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Its label stands on the plot.
    Labelled,
    /// A number stands there, and the label below the plot.
    Numbered,
    /// Only its mark is drawn: not even a number found a place.
    LeftOut,
}

/// A layout under given fates, with the claims whose label or number found no place in it.
pub(super) struct Attempt {
    pub(super) scene: Scene,
    pub(super) failed: Vec<usize>,
}

/// Lays out until every claim is told as it can be: what fails as a label becomes a number, what fails
/// as a number goes. Where the numbered labels crowd the plot, the least of them goes; `rank` gives
/// claims from dearest to least. Each round moves a claim one step down, so this ends.
pub(super) fn settle(rank: &[usize], mut attempt: impl FnMut(&[Fate]) -> Result<Attempt>) -> Result<Scene> {
    let mut fates = vec![Fate::Labelled; rank.len()];
    loop {
        let failed = match attempt(&fates) {
            Ok(Attempt { scene, failed }) if failed.is_empty() => return Ok(scene),
            Ok(Attempt { failed, .. }) => failed,
            Err(crowded @ ChartError::Crowded { .. }) => {
                let numbered = |index: &&usize| fates.get(**index) == Some(&Fate::Numbered);
                match rank.iter().rev().find(numbered) {
                    Some(&least) => vec![least],
                    None => return Err(crowded),
                }
            }
            Err(other) => return Err(other),
        };
        for index in failed {
            if let Some(fate) = fates.get_mut(index) {
                *fate = match fate {
                    Fate::Labelled => Fate::Numbered,
                    Fate::Numbered | Fate::LeftOut => Fate::LeftOut,
                };
            }
        }
    }
}

/// Indices of claims from dearest to least: targets before projections, then as given.
pub(super) fn rank(claims: &[&ClaimMark]) -> Vec<usize> {
    let mut rank: Vec<usize> = (0..claims.len()).collect();
    rank.sort_by_key(|&index| claims.get(index).is_none_or(|claim| !claim.target));
    rank
}

/// The labels that do not stand on the plot, each after its year if `year` names it, and which claim
/// has which number.
pub(super) fn below<'a>(
    claims: &[&ClaimMark],
    fates: &[Fate],
    year: impl Fn(usize) -> Option<&'a str>,
) -> (Below, Vec<Option<usize>>) {
    let mut below = Below::default();
    let mut numbers = Vec::with_capacity(claims.len());
    for (index, (claim, fate)) in claims.iter().zip(fates).enumerate() {
        let label = || {
            let label = claim.label.join(", ");
            clean(&year(index).map_or_else(|| label.clone(), |year| format!("{year}: {label}")))
        };
        numbers.push(match fate {
            Fate::Labelled => None,
            Fate::Numbered => {
                below.numbered.push(label());
                Some(below.numbered.len())
            }
            Fate::LeftOut => {
                below.left_out.push(label());
                None
            }
        });
    }
    (below, numbers)
}

/// Adds a claim's values to what the axis must reach.
pub(super) fn reach(claim: &ClaimMark, reach: &mut Reach) -> Result<()> {
    let name = clean(&claim.label.join(", "));
    reach.add(claim.value, &name)?;
    claim.value_high.map_or(Ok(()), |high| reach.add(high, &name))
}

/// The colour of a claim's mark and text.
pub(super) fn colour(canvas: &Canvas, claim: &ClaimMark) -> Rgb {
    if claim.target {
        canvas.palette.target
    } else {
        canvas.palette.projection
    }
}

/// The claim's label, its first line bold.
pub(super) fn label(canvas: &Canvas, claim: &ClaimMark, role: Role, limit: f64) -> Block {
    let style = label_style(canvas, role, Weight::SemiBold, colour(canvas, claim));
    block(&claim.label, style, limit)
}

/// The number that stands for a label, in brackets so that it is not taken for a value.
pub(super) fn number(canvas: &Canvas, claim: &ClaimMark, number: usize) -> Block {
    let style = canvas.style(
        Role::Number,
        Weight::SemiBold,
        canvas.metrics.small(),
        colour(canvas, claim),
    );
    Block::new(vec![(style, format!("({number})"))])
}

/// Draws a claim round the middle of a slot: a target as a line over most of the slot, a projection as
/// a diamond, the upper end of a range at the end of a thin line. Gives what labels avoid.
pub(super) fn draw(canvas: &mut Canvas, scale: &Scale, slot: usize, claim: &ClaimMark) -> Vec<(Vec<Point>, f64)> {
    let metrics = canvas.metrics;
    let colour = colour(canvas, claim);
    let at = scale.mid(slot, claim.value);
    let half = mark_half(canvas, scale, claim);
    let mut avoid = vec![(bar(at, half), 15.0)];
    if let Some(high) = claim.value_high {
        let top = scale.mid(slot, high);
        canvas.line(vec![at, top], Stroke::solid(colour, metrics.other));
        canvas.line(bar(top, half * 0.6), Stroke::solid(colour, metrics.other));
        avoid.push((vec![at, top], 3.0));
    }
    if claim.target {
        canvas.line(bar(at, half), Stroke::solid(colour, metrics.main * 1.5));
    } else {
        // A rim of the background parts it from dots and lines that it stands on.
        canvas.diamond(at, half + metrics.main * 0.6, canvas.palette.background);
        canvas.diamond(at, half, colour);
    }
    avoid
}

/// Half the width of a claim's mark.
pub(super) fn mark_half(canvas: &Canvas, scale: &Scale, claim: &ClaimMark) -> f64 {
    let slot = scale.x(1.0) - scale.x(0.0);
    if claim.target {
        // Wider than a diamond, so that both show where they say the same.
        (slot * 0.36).clamp(canvas.metrics.dot() * 2.6, canvas.metrics.label * 1.6)
    } else {
        canvas.metrics.dot() * 1.9
    }
}

fn bar(at: Point, half: f64) -> Vec<Point> {
    vec![Point::new(at.x - half, at.y), Point::new(at.x + half, at.y)]
}

/// What a label right of the plot names.
pub(super) enum Named<'a> {
    /// A claim for the year of a slot.
    Claim(usize, &'a ClaimMark),
    /// A line that ends in a slot, at a value.
    Line(usize, f64),
    /// A claim that is drawn as a level across the plot.
    Level(&'a ClaimMark),
}

/// A label right of the plot, level with what it names.
pub(super) struct EndLabel<'a> {
    pub(super) named: Named<'a>,
    pub(super) block: Block,
    /// How dear it is; the least goes first where there is no room for all.
    pub(super) weight: f64,
}

impl EndLabel<'_> {
    /// The value that it is level with: of a range, the middle.
    fn level(&self) -> f64 {
        match self.named {
            Named::Line(_, value) => value,
            Named::Claim(_, claim) | Named::Level(claim) => claim
                .value_high
                .map_or(claim.value, |high| f64::midpoint(claim.value, high)),
        }
    }

    /// The end of the mark or line, where a leader begins.
    fn from(&self, canvas: &Canvas, scale: &Scale) -> Point {
        let (slot, half) = match self.named {
            Named::Level(_) => return Point::new(scale.plot.right, scale.y(self.level())),
            Named::Line(slot, _) => (slot, 0.0),
            // The middle of a range has only its thin line.
            Named::Claim(slot, claim) if claim.value_high.is_some() => (slot, 0.0),
            Named::Claim(slot, claim) => (slot, mark_half(canvas, scale, claim)),
        };
        let at = scale.mid(slot, self.level());
        Point::new(at.x + half, at.y)
    }
}

/// Width that a column of labels takes, with the gap before it.
pub(super) fn column_width(canvas: &Canvas, labels: &[EndLabel<'_>]) -> f64 {
    let widest = labels.iter().map(|label| label.block.width).fold(0.0, f64::max);
    if widest > 0.0 { widest + column_gap(canvas) } else { 0.0 }
}

/// Room between plot and column: enough for a leader to be seen.
fn column_gap(canvas: &Canvas) -> f64 {
    canvas.metrics.label * 1.2
}

/// Most that a label of the column may be wide.
pub(super) fn column_limit(canvas: &Canvas) -> f64 {
    END_COLUMN * canvas.size.width - column_gap(canvas)
}

/// Draws the column between `top` and `bottom`; gives where the labels that found a place stand.
pub(super) fn draw_column(
    canvas: &mut Canvas,
    scale: &Scale,
    labels: &[EndLabel<'_>],
    top: f64,
    bottom: f64,
) -> Vec<Option<Rect>> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    let from: Vec<Point> = labels.iter().map(|label| label.from(canvas, scale)).collect();
    // By value: heights are rounded, and labels must not change places for that.
    let level = |index: &usize| labels.get(*index).map_or(0.0, EndLabel::level);
    order.sort_by(|one, other| level(other).total_cmp(&level(one)));
    let wanted: Vec<Wanted> = order
        .iter()
        .filter_map(|&index| Some((labels.get(index)?, from.get(index)?)))
        .map(|(label, from)| Wanted {
            // Its first line is level with what it names.
            middle: from.y - label.block.first_middle() + label.block.height / 2.0,
            height: label.block.height,
            weight: label.weight,
        })
        .collect();
    let middles = stack::place_most(&wanted, canvas.metrics.label * 0.3, top, bottom);
    let mut placed = vec![None; labels.len()];
    let left = scale.plot.right + column_gap(canvas);
    for ((&index, wanted), middle) in order.iter().zip(&wanted).zip(middles) {
        let (Some(label), Some(from), Some(middle)) = (labels.get(index), from.get(index), middle) else {
            continue;
        };
        let rect = Rect::new(
            left,
            middle - wanted.height / 2.0,
            left + label.block.width,
            middle + wanted.height / 2.0,
        );
        let level = rect.top + label.block.first_middle();
        let from = Point::new(from.x + canvas.metrics.label * 0.3, from.y);
        let to = Point::new(left - canvas.metrics.label * 0.25, level);
        // Labels keep the order of their values, so leaders do not cross. One that stands level needs none.
        if (level - from.y).abs() > canvas.metrics.label * 0.5 {
            leader(canvas, from, to);
        }
        for text in label.block.texts(&rect, Align::Start) {
            canvas.text(text);
        }
        if let Some(done) = placed.get_mut(index) {
            *done = Some(rect);
        }
    }
    placed
}

/// A style for labels that are not claims.
pub(super) fn muted(canvas: &Canvas, role: Role) -> Style {
    label_style(canvas, role, Weight::Regular, canvas.palette.muted)
}
