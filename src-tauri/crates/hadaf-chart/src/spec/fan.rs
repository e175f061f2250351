//! What may come: intervals ahead of the last fact.

use hadaf_core::Month;

/// One period ahead. Values are the axis': months in [`crate::Monthly`], running totals in
/// [`crate::YearToDate`]. They do not fall from `low95` to `high95`.
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
    /// Read-out line.
    pub readout: String,
}

/// Intervals ahead, drawn as bands that open from the last fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// In order. On an axis of fiscal months the first follows the last known running total.
    pub steps: Vec<FanStep>,
    /// Label lines at the end, the first bold: "Median 4,566", "50 %: 4,428 to 4,716" and so on. A line
    /// that begins with one of `names` has that band's tint before it. Empty: none.
    pub label: Vec<String>,
    /// "50 %", "80 %", "95 %", written on the bands where there is room.
    pub names: [String; 3],
}
