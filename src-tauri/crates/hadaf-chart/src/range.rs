//! From which value to which an axis must reach.

use std::fmt::Display;

use crate::error::{ChartError, Result};
use crate::frame::Frame;
use crate::ticks::Ticks;

/// Largest value that an axis shows; beyond it a float no longer counts single units.
const LARGEST: f64 = 1e15;

/// `value`, if an axis can show it.
///
/// # Errors
/// [`ChartError::Value`], with `at` as what it belongs to.
pub(crate) fn placeable(value: f64, at: impl Display) -> Result<f64> {
    if value.is_finite() && value.abs() <= LARGEST {
        Ok(value)
    } else {
        Err(ChartError::Value {
            value,
            at: at.to_string(),
        })
    }
}

/// Lowest and highest of some values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ValueRange {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl ValueRange {
    /// The range of no value.
    pub(crate) const EMPTY: Self = Self {
        low: f64::INFINITY,
        high: f64::NEG_INFINITY,
    };

    /// Widens it to a value that belongs to `at`.
    ///
    /// # Errors
    /// [`ChartError::Value`] for a value that no axis can show.
    pub(crate) fn add(&mut self, value: f64, at: impl Display) -> Result<()> {
        let value = placeable(value, at)?;
        self.low = self.low.min(value);
        self.high = self.high.max(value);
        Ok(())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.low > self.high
    }

    /// Ticks from zero, for values that are read as lengths.
    pub(crate) fn ticks(&self) -> Ticks {
        Ticks::from_zero(self.low, self.high)
    }

    /// Ticks that may start above zero, for values that are read by their place, where the frame has words
    /// that say so.
    pub(crate) fn cropped_ticks(&self, frame: &Frame) -> Ticks {
        if frame.axis_starts.is_empty() {
            self.ticks()
        } else {
            Ticks::cropped(self.low, self.high)
        }
    }
}
