//! What a chart of months says.

use hadaf_core::Month;

use crate::axis::YearMark;
use crate::part::{Fan, MonthPoint};

/// A level or path that a claim asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimLine {
    /// The months and values of the path, in order.
    pub points: Vec<(Month, f64)>,
    /// Lowest and highest value per month when past shares repeat: the band behind the path; may be empty.
    pub band: Vec<(Month, f64, f64)>,
    /// Text on the path, at most two lines, e.g. ["Path set by the", "$5.2 bn target"].
    pub label: Vec<String>,
}

/// The level needed from here on.
#[derive(Debug, Clone, PartialEq)]
pub struct NeededLevel {
    /// First month it is needed in.
    pub from: Month,
    /// Last month it is needed in.
    pub to: Month,
    /// Value a month, or a quarter.
    pub value: f64,
    /// Label lines; the first is set in bold, e.g. ["Needed: $556 m", "a month to June"].
    pub label: Vec<String>,
}

/// The values of months, or of quarters, against a target path and the level still needed.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthlyPlot {
    /// First and last month of the axis (the last is usually the end of the current fiscal year).
    pub span: (Month, Month),
    /// Observed and derived months, or quarters, in order.
    pub points: Vec<MonthPoint>,
    /// Months from one point to the next: 1, or 3 of a series of quarters.
    pub apart: usize,
    /// The target path, if a claim is current.
    pub path: Option<ClaimLine>,
    /// The level needed from here on, if a claim is current and months are left.
    pub needed: Option<NeededLevel>,
    /// What may come. Its read-outs are lane 1.
    pub fan: Option<Fan>,
    /// A baseline behind a scenario's fan: a grey outline without tints.
    pub behind: Option<Fan>,
    /// Fiscal years on the axis, in order.
    pub years: Vec<YearMark>,
    /// "calculated": stands near the first derived point of each group; empty: none.
    pub derived_label: String,
    /// Month names of the axis, twelve from January ("Jan", ...).
    pub month_names: [String; 12],
}
