//! A time axis of months with their fiscal years.

use hadaf_core::{FiscalYear, Month};

use super::names::draw_months;
use super::rows::AxisRows;
use super::years::{YearSpan, draw_years};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::scale::PlotScale;

/// One fiscal year as the axis names it.
#[derive(Debug, Clone, PartialEq)]
pub struct YearMark {
    /// The year.
    pub fiscal_year: FiscalYear,
    /// Its first month, where the long tick stands.
    pub first_month: Month,
    /// "FY2025".
    pub label: String,
    /// "3,810" or "2,975 to Feb"; may be empty.
    pub total: String,
}

/// Longest axis: more months are closer than a pixel on any canvas.
const LONGEST: usize = 1200;

/// The rows below the plot, as high as these names need.
pub(crate) fn month_rows(canvas: &Canvas, years: &[YearMark], month_names: &[String; 12]) -> AxisRows {
    AxisRows::new(
        canvas,
        month_names.iter().map(String::as_str),
        years.iter().flat_map(|year| [year.label.as_str(), year.total.as_str()]),
    )
}

/// The axis as slots.
pub(crate) struct MonthAxis {
    first: Month,
    pub(crate) count: usize,
}

impl MonthAxis {
    /// The axis from its first to its last month.
    ///
    /// # Errors
    /// [`ChartError::Empty`] without a month, or with more than [`LONGEST`].
    pub(crate) fn new((first, last): (Month, Month)) -> Result<Self> {
        match usize::try_from(last.since(first) + 1) {
            Ok(count) if (1..=LONGEST).contains(&count) => Ok(Self { first, count }),
            _ => Err(ChartError::Empty("the axis must have 1 to 1200 months")),
        }
    }

    /// The slot of a month on the axis.
    pub(crate) fn slot(&self, month: Month) -> Option<usize> {
        usize::try_from(month.since(self.first))
            .ok()
            .filter(|slot| *slot < self.count)
    }

    /// Months from the axis' start, cut to the axis: where a tick or level begins.
    pub(crate) fn edge(&self, month: Month) -> usize {
        let months = usize::try_from(month.since(self.first).max(0)).expect("not negative");
        months.min(self.count)
    }

    /// Months from the axis' start; negative before it.
    pub(crate) fn signed(&self, month: Month) -> f64 {
        f64::from(month.since(self.first))
    }

    /// Draws the months and, below them, the fiscal years.
    pub(crate) fn draw_axis(
        &self,
        canvas: &mut Canvas,
        scale: &PlotScale,
        rows: AxisRows,
        years: &[YearMark],
        month_names: &[String; 12],
    ) {
        // Where no fiscal year is named, the first month of the axis counts as one's start.
        let origin = years.first().map_or(self.first, |year| year.first_month);
        let shift = usize::try_from(self.first.since(origin).rem_euclid(12)).expect("a remainder of 12");
        let position = |slot: usize| (slot + shift) % 12;
        let count = i32::try_from(self.count).expect("at most LONGEST");
        let names: Vec<&str> = Month::range(self.first..=self.first.plus(count - 1))
            .map(|month| month_names[usize::from(month.month()) - 1].as_str())
            .collect();
        draw_months(canvas, scale, rows, &names, position);

        let ends = years.iter().skip(1).map(|next| self.edge(next.first_month));
        let spans: Vec<YearSpan> = years
            .iter()
            .zip(ends.chain([self.count]))
            .map(|(year, end)| YearSpan {
                slots: (self.edge(year.first_month), end),
                begins: year.first_month >= self.first,
                label: &year.label,
                total: &year.total,
            })
            .filter(|span| span.slots.0 < span.slots.1)
            .collect();
        draw_years(canvas, scale, rows, &spans);
    }
}
