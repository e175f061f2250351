//! Every past target and projection from the day it was made, against the outturn.

use hadaf_core::FiscalYear;

use crate::part::{ClaimSign, PointMark};
use crate::readout::Readout;

/// One fiscal year of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct HedgehogYear {
    /// The year.
    pub fiscal_year: FiscalYear,
    /// "FY2025".
    pub label: String,
    /// The outturn in the series' unit, absent when not published.
    pub value: Option<f64>,
    /// How the dot is drawn; a year to date is provisional.
    pub mark: PointMark,
    /// Text on the dot ("3,810"); empty: none.
    pub value_label: String,
    /// What is read out.
    pub readout: Readout,
}

/// What became of a claim, as the mark at the end of its spine shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpineMark {
    /// Scored against the outturn: filled.
    Counted,
    /// Replaced before its year was over, so not counted: hollow.
    Replaced,
    /// Not scorable: a cross.
    NotScorable,
    /// Its year is not over: filled.
    Open,
}

/// One claim: a line from what was known when it was said to what it said.
#[derive(Debug, Clone, PartialEq)]
pub struct Spine {
    /// Last fiscal year known when it was said, with its value; a line needs it to be before `year`.
    pub from: (FiscalYear, f64),
    /// The year that it is for; a spine beyond the axis is not drawn.
    pub year: FiscalYear,
    /// What it says, in the series' unit.
    pub value: f64,
    /// The upper end where it is a range.
    pub value_high: Option<f64>,
    /// Target or projection.
    pub sign: ClaimSign,
    /// How its end is marked.
    pub mark: SpineMark,
    /// Whether the state said it; others are grey.
    pub official: bool,
    /// Label lines, the first bold; empty: none. Those of few claims: see [`crate::Scene::left_out`].
    pub label: Vec<String>,
    /// What is read out.
    pub readout: Readout,
}

/// Names for the legend above the plot; an empty one is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HedgehogNames {
    /// The thick line: "outturn".
    pub outturn: String,
    /// "target".
    pub target: String,
    /// "official projection".
    pub projection: String,
    /// The hollow mark: "replaced".
    pub replaced: String,
    /// The cross: "not scorable".
    pub not_scorable: String,
    /// The grey ones: "not official".
    pub unofficial: String,
}

/// Every past target and projection from the day it was made against the outturn.
///
/// Read-out points: lane 0 the outturn by year, lane 1 the spines in order of their year.
#[derive(Debug, Clone, PartialEq)]
pub struct HedgehogPlot {
    /// The years of the axis, in order, without holes.
    pub years: Vec<HedgehogYear>,
    /// The claims. The caller keeps those off that would flatten all others.
    pub spines: Vec<Spine>,
    /// Which were kept off: "Off the scale: $25 bn for FY2030"; empty: none.
    pub off_scale: String,
    /// Names for the legend.
    pub names: HedgehogNames,
}

impl HedgehogPlot {
    /// Which slot of the axis a year has.
    pub(super) fn slot(&self, year: FiscalYear) -> Option<usize> {
        self.years.iter().position(|one| one.fiscal_year == year)
    }
}
