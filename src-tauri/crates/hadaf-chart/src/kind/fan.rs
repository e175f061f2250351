//! Intervals ahead of the last fact: opaque tints from the outermost in, a thin dashed median, the
//! share that each band holds written on it or before its line of the label.

use super::{Reach, label_style};
use crate::canvas::Canvas;
use crate::error::Result;
use crate::geometry::{Point, Rect};
use crate::label::Block;
use crate::scene::{Align, Role, Shape, Stroke, Style, Text, Weight};
use crate::spec::{Fan, FanStep};
use crate::text::{balanced, clean};
use crate::theme::Rgb;

/// Dash and gap of a forecast, at label size 13.
const DASH: (f64, f64) = (6.0, 4.0);
/// Pixels between the upright lines that keep labels off the bands.
const FENCE: f64 = 12.0;
/// What a pixel of band costs that a label covers, for each line of the fence.
const FENCE_COST: f64 = 4.0;

/// A fan with its steps in their places.
pub(super) struct Laid<'a> {
    fan: &'a Fan,
    /// The last fact, where the bands open.
    origin: Option<Point>,
    steps: Vec<Placed<'a>>,
}

/// A step on the axis.
struct Placed<'a> {
    index: usize,
    step: &'a FanStep,
    /// Heights from the lower end of the 95 % interval to its upper end.
    levels: [Point; 7],
}

/// Adds a fan's values to what the axis must reach.
pub(super) fn reach(fan: &Fan, reach: &mut Reach) -> Result<()> {
    for step in &fan.steps {
        for value in values(step) {
            reach.add(value, step.month)?;
        }
    }
    Ok(())
}

fn values(step: &FanStep) -> [f64; 7] {
    [
        step.low95,
        step.low80,
        step.low50,
        step.median,
        step.high50,
        step.high80,
        step.high95,
    ]
}

impl<'a> Laid<'a> {
    /// Puts the steps where `at` says, those beyond the axis left out.
    pub(super) fn new(fan: &'a Fan, origin: Option<Point>, at: impl Fn(usize, &FanStep, f64) -> Option<Point>) -> Self {
        let place = |(index, step): (usize, &'a FanStep)| {
            let points: Vec<Point> = values(step)
                .into_iter()
                .map_while(|value| at(index, step, value))
                .collect();
            let levels = points.try_into().ok()?;
            Some(Placed { index, step, levels })
        };
        Self {
            fan,
            origin,
            steps: fan.steps.iter().enumerate().filter_map(place).collect(),
        }
    }

    /// The points of one level, 0 the lower end of the 95 % interval, 3 the median, with the last fact.
    fn level(&self, level: usize) -> Vec<Point> {
        let steps = self.steps.iter().filter_map(|step| step.levels.get(level));
        self.origin.iter().chain(steps).copied().collect()
    }

    /// Draws the bands behind the data.
    pub(super) fn draw_bands(&self, canvas: &mut Canvas) {
        let tints = tints(canvas);
        for ((low, high), colour) in [(0, 6), (1, 5), (2, 4)].into_iter().zip(tints.into_iter().rev()) {
            let mut points = self.level(high);
            points.extend(self.level(low).into_iter().rev());
            if points.len() > 3 {
                canvas.behind(Shape::Area { points, colour });
            }
        }
    }

    /// Draws a baseline as an outline of its 80 % interval round its median, all grey: what a scenario
    /// moved away from. Gives what labels avoid.
    pub(super) fn draw_outline(&self, canvas: &mut Canvas) -> Vec<(Vec<Point>, f64)> {
        // Darker than past years: it stands on the tints.
        let colour = canvas.palette.axis;
        let mut avoid = Vec::new();
        for (level, dash) in [(1, None), (5, None), (3, Some(scaled(canvas, DASH)))] {
            let points = self.level(level);
            let stroke = Stroke {
                dash,
                ..Stroke::solid(colour, canvas.metrics.other * 0.8)
            };
            canvas.line(points.clone(), stroke);
            avoid.push((points, 1.0));
        }
        avoid
    }

    /// Draws the median with its halo and its read-out points; gives it as a line that labels avoid.
    pub(super) fn draw_median(&self, canvas: &mut Canvas, lane: usize) -> (Vec<Point>, f64) {
        let median = self.level(3);
        let metrics = canvas.metrics;
        let width = metrics.other * 1.15;
        let halo = 2.0 * 1.2 * metrics.label / 13.0;
        let dash = scaled(canvas, DASH);
        // Only round the dashes: a whole one would part the inner band in two.
        let background = canvas.palette.background;
        canvas.line(median.clone(), Stroke::dashed(background, width + halo, dash));
        canvas.line(median.clone(), Stroke::dashed(canvas.palette.series, width, dash));
        for step in &self.steps {
            canvas.read(step.levels[3], lane, step.index, &step.step.readout);
        }
        (median, 3.0)
    }

    /// Upright lines over the bands and their outer edges: a label that covers many of them stands on
    /// the fan, and would cut a hole in it.
    pub(super) fn fence(&self, canvas: &Canvas) -> Vec<(Vec<Point>, f64)> {
        let (low, high) = (self.level(0), self.level(6));
        let step = FENCE * canvas.metrics.label / 13.0;
        let mut lines = Vec::new();
        for (low, high) in low.windows(2).zip(high.windows(2)) {
            let ([low, low_end], [high, high_end]) = (low, high) else {
                continue;
            };
            let count = ((low_end.x - low.x) / step).ceil().max(1.0);
            for part in 0..count as usize {
                let share = part as f64 / count;
                lines.push((
                    vec![between(*low, *low_end, share), between(*high, *high_end, share)],
                    FENCE_COST,
                ));
            }
        }
        if let (Some(low), Some(high)) = (low.last(), high.last()) {
            lines.push((vec![*low, *high], FENCE_COST));
        }
        lines.extend([low, high].map(|edge| (edge, FENCE_COST)));
        lines
    }

    /// Writes each band's name on it, as far right as it fits but not beyond `right`, if there is room
    /// for all three clear of `lines`.
    pub(super) fn write_names(&self, canvas: &mut Canvas, lines: &[(Vec<Point>, f64)], right: f64) {
        let style = canvas.style(
            Role::Remark,
            Weight::Regular,
            canvas.metrics.small(),
            canvas.palette.ink,
        );
        let names = self.fan.names.iter().map(|name| clean(name)).enumerate();
        let texts: Option<Vec<Text>> = names
            .map(|(index, name)| {
                // Above the median, where a band is widest in a series that grows, else below it.
                [(3 + index, 4 + index), (2 - index, 3 - index)]
                    .into_iter()
                    .find_map(|levels| self.room(canvas, style, &name, levels, lines, right))
            })
            .collect();
        for text in texts.into_iter().flatten() {
            canvas.text(text);
        }
    }

    /// A name between two levels, if there is room for it.
    fn room(
        &self,
        canvas: &Canvas,
        style: Style,
        name: &str,
        (low, high): (usize, usize),
        lines: &[(Vec<Point>, f64)],
        right: f64,
    ) -> Option<Text> {
        let (low, high) = (self.level(low), self.level(high));
        let gap = canvas.metrics.label * 0.2;
        let taken = canvas.taken();
        let last = low.last()?.x.min(right) - gap;
        let first = low.first()?.x;
        let mut end = last;
        while end > first {
            let text = Text::new(style, name, Align::End, end, 0.0);
            let (left, right) = (text.bounds.left - gap, text.bounds.right + gap);
            if left < first {
                return None;
            }
            // Both edges are straight between their corners, so their ends and corners say all.
            let floor = extreme(&low, left, right, f64::min)?;
            let ceiling = extreme(&high, left, right, f64::max)?;
            let height = text.bounds.height();
            // The letters of a per cent sign are lower than their line box.
            if floor - ceiling >= height {
                let baseline = f64::midpoint(floor, ceiling) - text.bounds.centre().y;
                let text = Text::new(style, name, Align::End, end, baseline);
                let covers = |line: &[Point]| {
                    line.windows(2)
                        .any(|pair| matches!(pair, [from, to] if text.bounds.covered(*from, *to) > 0.0))
                };
                let clear = !taken.iter().any(|taken| taken.grown(gap).intersects(&text.bounds))
                    && !lines.iter().any(|(line, _)| covers(line));
                if clear {
                    return Some(text);
                }
            }
            end -= FENCE / 2.0;
        }
        None
    }
}

/// The tints from the innermost band out.
fn tints(canvas: &Canvas) -> [Rgb; 3] {
    let palette = canvas.palette;
    [palette.band_50, palette.band_80, palette.band_95]
}

fn scaled(canvas: &Canvas, (dash, gap): (f64, f64)) -> (f64, f64) {
    let unit = canvas.metrics.label / 13.0;
    (dash * unit, gap * unit)
}

fn between(from: Point, to: Point, share: f64) -> Point {
    Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}

/// The extreme height of a line between two places; `None` beyond its ends.
fn extreme(line: &[Point], left: f64, right: f64, pick: fn(f64, f64) -> f64) -> Option<f64> {
    let at = |x: f64| {
        line.windows(2).find_map(|pair| match pair {
            [from, to] if (from.x..=to.x).contains(&x) && to.x > from.x => {
                Some(between(*from, *to, (x - from.x) / (to.x - from.x)).y)
            }
            _ => None,
        })
    };
    let corners = line.iter().filter(|point| (left..=right).contains(&point.x));
    Some(corners.map(|point| point.y).fold(pick(at(left)?, at(right)?), pick))
}

/// The label at the end of a fan, and before which of its lines which tint stands.
pub(super) struct FanLabel {
    pub(super) block: Block,
    tints: Vec<(usize, Rgb)>,
}

/// Sets the label of a fan, none of its lines wider than `limit`; `None`: it has none.
pub(super) fn label(canvas: &Canvas, fan: &Fan, limit: f64) -> Option<FanLabel> {
    let first = label_style(canvas, Role::EndLabel, Weight::SemiBold, canvas.palette.series);
    let others = label_style(canvas, Role::EndLabel, Weight::Regular, canvas.palette.muted);
    let indent = swatch(canvas) * 1.6;
    let tints = tints(canvas);
    let mut lines = Vec::new();
    let mut swatches = Vec::new();
    for (index, words) in fan.label.iter().map(|words| clean(words)).enumerate() {
        let (style, room) = if index == 0 {
            (first, limit)
        } else {
            (others, limit - indent)
        };
        let named = fan.names.iter().map(|name| clean(name));
        let band = named
            .zip(tints)
            .find(|(name, _)| !name.is_empty() && words.starts_with(name.as_str()));
        if let Some((_, tint)) = band {
            swatches.push((lines.len(), tint));
        }
        let wrapped = balanced(&words, style.weight, style.size, room);
        lines.extend(wrapped.into_iter().map(|line| (style, line)));
    }
    let indent = if swatches.is_empty() { 0.0 } else { indent };
    let block = Block::indented(lines, indent);
    (!block.is_empty()).then_some(FanLabel { block, tints: swatches })
}

/// Sets the label of a baseline, grey as its outline; `None`: it has none.
pub(super) fn outline_label(canvas: &Canvas, fan: &Fan, limit: f64) -> Option<Block> {
    let style = label_style(canvas, Role::EndLabel, Weight::Regular, canvas.palette.muted);
    let block = super::block(&fan.label, style, limit);
    (!block.is_empty()).then_some(block)
}

/// Edge of the square that shows a band's tint.
fn swatch(canvas: &Canvas) -> f64 {
    canvas.metrics.label * 0.75
}

impl FanLabel {
    /// Draws the tints before their lines, whose texts stand in `rect`.
    pub(super) fn draw_tints(&self, canvas: &mut Canvas, rect: &Rect) {
        let side = swatch(canvas);
        let texts = self.block.texts(rect, Align::Start);
        for &(line, colour) in &self.tints {
            let Some(text) = texts.get(line) else { continue };
            // On the middle of the digits, which stand above the baseline.
            let middle = text.baseline - text.size * 0.36;
            let square = Rect::around(Point::new(rect.left + side / 2.0, middle), side / 2.0);
            // The palest tint is hardly there without an edge.
            canvas.behind(Shape::Block {
                rect: square.grown(canvas.metrics.grid * 0.5),
                colour: canvas.palette.band_50,
            });
            canvas.behind(Shape::Block { rect: square, colour });
        }
    }
}
