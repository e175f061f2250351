//! From periods and values to pixels: plotters' coordinate system, counted in hundredths of a pixel.

use std::ops::Range;

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::coord::types::RangedCoordf64;

use crate::geometry::{Point, Rect};
use crate::ticks::Ticks;

/// plotters counts in whole numbers; one of them is this part of a pixel.
pub(crate) const UNIT: f64 = 100.0;

/// A pixel distance in plotters' units.
pub(crate) fn units(pixels: f64) -> i32 {
    // Canvases end at 8000 pixels, so the product is far inside an i32.
    (pixels * UNIT).round() as i32
}

fn pixels(units: i32) -> f64 {
    f64::from(units) / UNIT
}

/// A value axis whose key points are our ticks.
#[derive(Debug, Clone)]
struct TickedAxis(Ticks);

impl Ranged for TickedAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (start, end): (i32, i32)) -> i32 {
        let share = (value - self.0.first()) / (self.0.last() - self.0.first());
        start + (f64::from(end - start) * share).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.0.values.clone()
    }

    fn range(&self) -> Range<f64> {
        self.0.first()..self.0.last()
    }
}

/// Slots of equal width (months, years) from left to right, values from bottom to top.
pub(crate) struct PlotScale {
    coord: Cartesian2d<RangedCoordf64, TickedAxis>,
    /// The rectangle that slots and ticks fill, in whole hundredths of a pixel.
    pub(crate) plot: Rect,
}

impl PlotScale {
    /// `slots` slots over the width of `plot`, `ticks` over its height.
    pub(crate) fn new(plot: Rect, slots: usize, ticks: Ticks) -> Self {
        let across = units(plot.left)..units(plot.right);
        let upward = units(plot.bottom)..units(plot.top);
        Self {
            plot: Rect::new(
                pixels(across.start),
                pixels(upward.end),
                pixels(across.end),
                pixels(upward.start),
            ),
            coord: Cartesian2d::new(0.0..slots as f64, TickedAxis(ticks), (across, upward)),
        }
    }

    /// Where a position along the slots meets a value; slot `i` reaches from `i` to `i + 1`.
    pub(crate) fn at(&self, slot: f64, value: f64) -> Point {
        let (x, y) = self.coord.translate(&(slot, value));
        Point::new(pixels(x), pixels(y))
    }

    /// The middle of a slot at a value.
    pub(crate) fn mid(&self, slot: usize, value: f64) -> Point {
        self.at(slot as f64 + 0.5, value)
    }

    /// Horizontal place of a position along the slots.
    pub(crate) fn x(&self, slot: f64) -> f64 {
        self.at(slot, self.coord.get_y_range().start).x
    }

    /// Width of a slot.
    pub(crate) fn slot_width(&self) -> f64 {
        self.x(1.0) - self.x(0.0)
    }

    /// A level line over the whole width at a value.
    pub(crate) fn across(&self, value: f64) -> Vec<Point> {
        let y = self.y(value);
        vec![Point::new(self.plot.left, y), Point::new(self.plot.right, y)]
    }

    /// Height of a value.
    pub(crate) fn y(&self, value: f64) -> f64 {
        self.at(0.0, value).y
    }

    /// The grid: each tick with its height.
    pub(crate) fn grid(&self) -> Vec<(f64, f64)> {
        let mut lines = Vec::new();
        // No vertical lines: time is read on the axis.
        let drawn: Result<(), std::convert::Infallible> = self.coord.draw_mesh(usize::MAX, 0, |line| {
            if let MeshLine::YMesh((_, y), _, value) = line {
                lines.push((*value, pixels(y)));
            }
            Ok(())
        });
        match drawn {
            Ok(()) => lines,
            Err(never) => match never {},
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_and_values_meet_at_the_edges() {
        let scale = PlotScale::new(Rect::new(76.5, 122.6, 816.5, 440.1), 48, Ticks::from_zero(0.0, 600.0));
        assert_eq!(scale.at(0.0, 0.0), Point::new(76.5, 440.1));
        assert_eq!(scale.at(48.0, 600.0), Point::new(816.5, 122.6));
        assert_eq!(scale.y(300.0), 281.35);
        assert_eq!(scale.mid(0, 0.0).x, 84.2);
        let grid = scale.grid();
        assert_eq!(grid.first(), Some(&(0.0, 440.1)));
        assert_eq!(grid.last(), Some(&(600.0, 122.6)));
    }
}
