//! What would have been said from past months, against what came.

use hadaf_core::Month;

use super::{Frame, YearMark};

/// One month that came.
#[derive(Debug, Clone, PartialEq)]
pub struct Outturn {
    /// The month.
    pub month: Month,
    /// Its value in the series' unit.
    pub value: f64,
    /// Read-out line.
    pub readout: String,
}

/// One month of a past forecast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastStep {
    /// The month.
    pub month: Month,
    /// The point forecast.
    pub point: f64,
    /// Lower end of the 80 % interval.
    pub low80: f64,
    /// Its upper end.
    pub high80: f64,
}

/// A forecast as it would have been made from a past month.
#[derive(Debug, Clone, PartialEq)]
pub struct PastLine {
    /// The last month that it knew.
    pub origin: Month,
    /// The months ahead, in order.
    pub steps: Vec<PastStep>,
    /// Read-out line, on its last month.
    pub readout: String,
}

/// Names for the key above the plot; an empty one is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BacktestNames {
    /// "what came".
    pub actual: String,
    /// "forecast".
    pub forecast: String,
    /// "80 %".
    pub range: String,
    /// An outturn outside its range: "outside".
    pub outside: String,
}

/// What would have been said from past months, against what came.
///
/// Read-out points: lane 0 the outturns, lane 1 the forecasts, each on its last month.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtest {
    /// Texts around the plot.
    pub frame: Frame,
    /// What came, in order; a month without an outturn is a gap.
    pub actual: Vec<Outturn>,
    /// Past forecasts in order of their origins. Of those that overlap in time only some have their
    /// band drawn, the newest among them, so that bands can be told apart.
    pub forecasts: Vec<PastLine>,
    /// Names for the key.
    pub names: BacktestNames,
    /// Fiscal years on the axis, in order.
    pub years: Vec<YearMark>,
    /// See [`crate::Monthly::tick_prefix`].
    pub tick_prefix: String,
    /// See [`crate::Monthly::tick_prefix`].
    pub tick_suffix: String,
    /// Month names of the axis, twelve from January.
    pub month_names: [String; 12],
}
