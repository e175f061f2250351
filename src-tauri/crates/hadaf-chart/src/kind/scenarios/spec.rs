//! What a chart of scenarios says.

use crate::part::ClaimMark;
use crate::readout::Readout;

/// Where one scenario leaves the year.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioColumn {
    /// Its name, in lines as they should break ("A week offline"); each is wrapped where it is too wide.
    pub label: Vec<String>,
    /// The middle path's total at year's end, in the series' unit.
    pub median: f64,
    /// Lower end of the 80 % interval.
    pub low80: f64,
    /// Upper end of the 80 % interval.
    pub high80: f64,
    /// Lower end of the 95 % interval.
    pub low95: f64,
    /// Upper end of the 95 % interval.
    pub high95: f64,
    /// Text on the dot ("4,530").
    pub value_label: String,
    /// The chance of the chosen claim, in words or numbers ("12 of 100"); may be empty.
    pub chance_label: String,
    /// The baseline: grey, others are read against it.
    pub baseline: bool,
    /// The scenario that is being looked at: in bold.
    pub current: bool,
    /// What is read out.
    pub readout: Readout,
}

/// Scenarios side by side: dot and 80 % interval at year's end, claims as levels across.
///
/// With [`crate::Frame::axis_starts`] the axis may start above zero, as dots are read by their place.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenariosPlot {
    /// The scenarios, the baseline usually first.
    pub columns: Vec<ScenarioColumn>,
    /// Claims for the year.
    pub claims: Vec<ClaimMark>,
    /// Names the row of chances below ("Chance of $4.5 bn"); empty: none.
    pub chance_heading: String,
}
