//! What a budget chart says.

use crate::readout::Readout;

/// One budget line in one fiscal year. Absent amounts were not published.
#[derive(Debug, Clone, PartialEq)]
pub struct BudgetBar {
    /// Line and year, in lines as they should break; each is wrapped where it is too wide.
    pub label: Vec<String>,
    /// What was allocated for the year.
    pub allocated: Option<f64>,
    /// What was released so far, counted from the year's start.
    pub released: Option<f64>,
    /// What was spent so far, counted from the year's start.
    pub spent: Option<f64>,
    /// Text on the released bar ("81 %").
    pub released_label: String,
    /// Text on the spent bar ("59 %").
    pub spent_label: String,
    /// The share of the year, 0 to 1, that had gone by when this was known: a tick at that share of the
    /// allocation.
    pub elapsed: Option<f64>,
    /// Text on the tick ("58 % of the year").
    pub elapsed_label: String,
    /// What is read out.
    pub readout: Readout,
}

/// Allocated, released and spent, nested on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct BudgetPlot {
    /// A bar group for each line and year, from top to bottom; on a low canvas the last are only counted.
    pub bars: Vec<BudgetBar>,
    /// "allocated", "released", "spent".
    pub names: [String; 3],
}
