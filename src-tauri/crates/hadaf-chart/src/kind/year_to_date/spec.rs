//! What a chart of running totals says.

use crate::part::{ClaimMark, Fan};
use crate::readout::Readout;

/// Months of a fiscal year.
pub(super) const MONTHS: usize = 12;

/// What a fiscal year had brought by the end of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct RunningTotal {
    /// The total in the series' unit.
    pub value: f64,
    /// What is read out.
    pub readout: Readout,
}

/// One fiscal year's running total.
#[derive(Debug, Clone, PartialEq)]
pub struct CumulativeYear {
    /// "FY2025 $3,810 m".
    pub label: String,
    /// Running totals from the first fiscal month; `None` where the months so far are not all known.
    pub totals: Vec<Option<RunningTotal>>,
    /// Months from one of them to the next, which a line joins: 1, or 3 of a year of quarters.
    pub apart: usize,
    /// The year that the chart is about: strong, in the series' colour. Others are grey.
    pub current: bool,
    /// Whether the last point is provisional.
    pub provisional: bool,
}

/// Fiscal year to date against the target path and past years.
#[derive(Debug, Clone, PartialEq)]
pub struct YearToDatePlot {
    /// Names of the twelve fiscal months, in order.
    pub month_names: [String; 12],
    /// Past years and the current one, oldest first.
    pub years: Vec<CumulativeYear>,
    /// The target path's twelve running totals; empty: none.
    pub path: Vec<f64>,
    /// Label lines of the path.
    pub path_label: Vec<String>,
    /// Claims at the end of the year.
    pub claims: Vec<ClaimMark>,
    /// What may come, joined to the current year's last running total. Its read-outs are the lane after
    /// those of `years`: the current year's, then those of past years, the newest first.
    pub fan: Option<Fan>,
    /// A baseline behind a scenario's fan: a grey outline without tints.
    pub behind: Option<Fan>,
}

impl CumulativeYear {
    /// The known running totals with their months, 0 the first.
    pub(super) fn known(&self) -> impl DoubleEndedIterator<Item = (usize, &RunningTotal)> {
        let months = self.totals.iter().take(MONTHS).enumerate();
        months.filter_map(|(month, total)| Some((month, total.as_ref()?)))
    }

    /// The last known running total with its month.
    pub(super) fn last(&self) -> Option<(usize, f64)> {
        let (month, total) = self.known().next_back()?;
        Some((month, total.value))
    }
}
