//! What a chart of fiscal years says.

use hadaf_core::FiscalYear;

use crate::part::{ClaimMark, PointMark};
use crate::readout::Readout;

/// One fiscal year of the annual chart.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnualYear {
    /// The year.
    pub fiscal_year: FiscalYear,
    /// "FY2025".
    pub label: String,
    /// The total, absent when not published.
    pub value: Option<f64>,
    /// How the dot is drawn; a year to date is provisional.
    pub mark: PointMark,
    /// Text on the dot ("3,810"), ready to observation.
    pub value_label: String,
    /// What is read out.
    pub readout: Readout,
    /// Targets and projections for this year.
    pub claims: Vec<ClaimMark>,
}

/// Fiscal years as dots, claims as ticks and diamonds, each with who said it and when.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnualPlot {
    /// The years, in order, without holes.
    pub years: Vec<AnnualYear>,
}
