//! What would have been forecast from past months, against the outturn.

use hadaf_core::Month;

use crate::axis::YearMark;
use crate::readout::Readout;

/// The outturn of one month.
#[derive(Debug, Clone, PartialEq)]
pub struct OutturnPoint {
    /// The month.
    pub month: Month,
    /// Its value in the series' unit.
    pub value: f64,
    /// What is read out.
    pub readout: Readout,
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
    /// What is read out, on its last month.
    pub readout: Readout,
}

/// Names for the legend above the plot; an empty one is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BacktestNames {
    /// "outturn".
    pub outturn: String,
    /// "forecast".
    pub forecast: String,
    /// "80 %".
    pub range: String,
    /// An outturn outside its range: "outside".
    pub outside: String,
}

/// What would have been forecast from past months, against the outturn.
///
/// Read-out points: lane 0 the outturns, lane 1 the forecasts, each on its last month.
#[derive(Debug, Clone, PartialEq)]
pub struct BacktestPlot {
    /// Outturns in order; a month without an outturn is a gap.
    pub outturns: Vec<OutturnPoint>,
    /// Past forecasts in order of their origins. Of those that overlap in time only some have their
    /// band drawn, the newest among them, so that bands can be told apart.
    pub forecasts: Vec<PastLine>,
    /// Names for the legend.
    pub names: BacktestNames,
    /// Fiscal years on the axis, in order.
    pub years: Vec<YearMark>,
    /// Month names of the axis, twelve from January.
    pub month_names: [String; 12],
}
