//! What may come: intervals ahead of the last fact.

use hadaf_core::Month;

use crate::canvas::Canvas;
use crate::error::Result;
use crate::range::ValueRange;
use crate::readout::Readout;
use crate::theme::Rgb;

/// One period ahead. Values are the axis': months in [`crate::MonthlyPlot`], running totals in
/// [`crate::YearToDatePlot`]. They do not fall from `low95` to `high95`.
#[derive(Debug, Clone, PartialEq)]
pub struct FanStep {
    /// The month.
    pub month: Month,
    /// Lower end of the 95 % interval.
    pub low95: f64,
    /// Lower end of the 80 % interval.
    pub low80: f64,
    /// Lower end of the 50 % interval.
    pub low50: f64,
    /// As likely above as below.
    pub median: f64,
    /// Upper end of the 50 % interval.
    pub high50: f64,
    /// Upper end of the 80 % interval.
    pub high80: f64,
    /// Upper end of the 95 % interval.
    pub high95: f64,
    /// What is read out.
    pub readout: Readout,
}

/// Which of the three bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FanBand {
    /// From `low50` to `high50`, the darkest.
    Inner,
    /// From `low80` to `high80`.
    Middle,
    /// From `low95` to `high95`, the palest.
    Outer,
}

/// One line of a fan's label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FanLine {
    /// "Median 4,566", "50 %: 4,428 to 4,716".
    pub words: String,
    /// The band that it speaks of, whose tint stands before it.
    pub band: Option<FanBand>,
}

/// Intervals ahead, drawn as bands that open from the last fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// In order. On an axis of fiscal months the first follows the last known running total.
    pub steps: Vec<FanStep>,
    /// Label lines at the end, the first bold. Empty: none.
    pub label: Vec<FanLine>,
    /// "50 %", "80 %", "95 %", written on the bands where there is room.
    pub names: [String; 3],
}

impl FanBand {
    /// From the innermost out.
    pub const ALL: [Self; 3] = [Self::Inner, Self::Middle, Self::Outer];

    pub(super) fn tint(self, canvas: &Canvas) -> Rgb {
        match self {
            Self::Inner => canvas.palette.band_50,
            Self::Middle => canvas.palette.band_80,
            Self::Outer => canvas.palette.band_95,
        }
    }

    /// Which of [`FanStep::levels`] are its ends.
    pub(super) fn ends(self) -> (usize, usize) {
        match self {
            Self::Inner => (2, 4),
            Self::Middle => (1, 5),
            Self::Outer => (0, 6),
        }
    }
}

impl Fan {
    /// Adds its values to what the axis must reach.
    ///
    /// # Errors
    /// [`crate::ChartError::Value`] for a value that no axis can show.
    pub(crate) fn widen(&self, range: &mut ValueRange) -> Result<()> {
        for step in &self.steps {
            for value in step.levels() {
                range.add(value, step.month)?;
            }
        }
        Ok(())
    }
}

impl FanStep {
    /// Its values from the lower end of the 95 % interval to its upper end.
    pub(crate) fn levels(&self) -> [f64; 7] {
        [
            self.low95,
            self.low80,
            self.low50,
            self.median,
            self.high50,
            self.high80,
            self.high95,
        ]
    }
}
