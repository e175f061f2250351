//! Intervals ahead of the last fact: opaque tints from the outermost in, a thin dashed median.

use hadaf_core::Month;

use super::spec::{Fan, FanBand, FanStep};
use crate::canvas::Canvas;
use crate::geometry::Point;
use crate::label::AvoidedLine;
use crate::scene::{Shape, Stroke};

/// Dash and gap of a forecast, at label size 13.
const DASH: (f64, f64) = (6.0, 4.0);
/// Pixels between the upright lines that keep labels off the bands.
pub(super) const FENCE: f64 = 12.0;
/// What a pixel of band costs that a label covers, for each line of the fence.
const FENCE_COST: f64 = 4.0;

/// A fan with its steps in their places.
pub(crate) struct PlacedFan<'a> {
    pub(super) fan: &'a Fan,
    /// The last fact, where the bands open.
    origin: Option<Point>,
    steps: Vec<PlacedStep<'a>>,
}

/// A step on the axis.
struct PlacedStep<'a> {
    index: usize,
    step: &'a FanStep,
    /// Heights from the lower end of the 95 % interval to its upper end.
    levels: [Point; 7],
}

impl<'a> PlacedFan<'a> {
    /// Puts the steps where `at` says, those beyond the axis left out.
    pub(crate) fn new(fan: &'a Fan, origin: Option<Point>, at: impl Fn(Month, f64) -> Option<Point>) -> Self {
        let place = |(index, step): (usize, &'a FanStep)| {
            let levels = step.levels().into_iter();
            let points: Vec<Point> = levels.map_while(|value| at(step.month, value)).collect();
            // Beyond the axis there is no place for any of its values.
            let levels = points.try_into().ok()?;
            Some(PlacedStep { index, step, levels })
        };
        Self {
            fan,
            origin,
            steps: fan.steps.iter().enumerate().filter_map(place).collect(),
        }
    }

    /// The points of one level, 0 the lower end of the 95 % interval, 3 the median, with the last fact.
    pub(super) fn level(&self, level: usize) -> Vec<Point> {
        let steps = self.steps.iter().map(|step| step.levels[level]);
        self.origin.into_iter().chain(steps).collect()
    }

    /// Draws the bands behind the data.
    pub(crate) fn draw_bands(&self, canvas: &mut Canvas) {
        for band in FanBand::ALL.into_iter().rev() {
            let (low, high) = band.ends();
            let mut points = self.level(high);
            points.extend(self.level(low).into_iter().rev());
            if points.len() > 3 {
                let colour = band.tint(canvas);
                canvas.behind(Shape::Area { points, colour });
            }
        }
    }

    /// Draws a baseline as an outline of its 80 % interval round its median, all grey: what a scenario
    /// moved away from. Gives what labels avoid.
    pub(crate) fn draw_outline(&self, canvas: &mut Canvas) -> Vec<AvoidedLine> {
        // Darker than past years: it stands on the tints.
        let colour = canvas.palette.axis;
        let mut avoid = Vec::new();
        for (level, dash) in [(1, None), (5, None), (3, Some(forecast_dash(canvas)))] {
            let points = self.level(level);
            let stroke = Stroke {
                dash,
                ..Stroke::solid(colour, canvas.metrics.other * 0.8)
            };
            canvas.line(points.clone(), stroke);
            avoid.push(AvoidedLine::new(points, 1.0));
        }
        avoid
    }

    /// Draws the median with its halo and its read-out points; gives it as a line that labels avoid.
    pub(crate) fn draw_median(&self, canvas: &mut Canvas, lane: usize) -> AvoidedLine {
        let median = self.level(3);
        let metrics = canvas.metrics;
        let width = metrics.other * 1.15;
        let halo = 2.0 * 1.2 * metrics.label / 13.0;
        let dash = forecast_dash(canvas);
        // Only round the dashes: a whole one would part the inner band in two.
        let background = canvas.palette.background;
        canvas.line(median.clone(), Stroke::dashed(background, width + halo, dash));
        canvas.line(median.clone(), Stroke::dashed(canvas.palette.series, width, dash));
        for step in &self.steps {
            canvas.read(step.levels[3], lane, step.index, &step.step.readout);
        }
        AvoidedLine::new(median, 3.0)
    }

    /// Upright lines over the bands and their outer edges: a label that covers many of them stands on
    /// the fan, and would cut a hole in it.
    pub(crate) fn fence(&self, canvas: &Canvas) -> Vec<AvoidedLine> {
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
                let upright = vec![between(*low, *low_end, share), between(*high, *high_end, share)];
                lines.push(AvoidedLine::new(upright, FENCE_COST));
            }
        }
        if let (Some(low), Some(high)) = (low.last(), high.last()) {
            lines.push(AvoidedLine::new(vec![*low, *high], FENCE_COST));
        }
        lines.extend([low, high].map(|edge| AvoidedLine::new(edge, FENCE_COST)));
        lines
    }
}

/// The dashes of a forecast on this canvas.
pub(crate) fn forecast_dash(canvas: &Canvas) -> (f64, f64) {
    let (dash, gap) = DASH;
    (dash * canvas.unit(), gap * canvas.unit())
}

/// The point at a share of the way.
pub(super) fn between(from: Point, to: Point, share: f64) -> Point {
    Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}
