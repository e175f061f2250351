//! A time axis of months with their fiscal years.

use hadaf_core::Month;

use crate::axis::{self, Rows, YearSpan};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::scale::Scale;
use crate::spec::YearMark;

/// Longest axis: more months are closer than a pixel on any canvas.
const LONGEST: usize = 1200;

/// The rows below the plot, as high as these names need.
pub(super) fn rows(canvas: &Canvas, years: &[YearMark], month_names: &[String; 12]) -> Rows {
    Rows::new(
        canvas,
        month_names.iter().map(String::as_str),
        years.iter().flat_map(|year| [year.label.as_str(), year.total.as_str()]),
    )
}

/// The axis as slots.
pub(super) struct Months {
    first: Month,
    pub(super) count: usize,
}

impl Months {
    /// The axis from its first to its last month.
    ///
    /// # Errors
    /// [`ChartError::Empty`] without a month, or with more than [`LONGEST`].
    pub(super) fn new((first, last): (Month, Month)) -> Result<Self> {
        let count = usize::try_from(last.since(first) + 1).unwrap_or(0);
        if (1..=LONGEST).contains(&count) {
            Ok(Self { first, count })
        } else {
            Err(ChartError::Empty("the axis must have 1 to 1200 months"))
        }
    }

    /// The slot of a month on the axis.
    pub(super) fn slot(&self, month: Month) -> Option<usize> {
        usize::try_from(month.since(self.first))
            .ok()
            .filter(|slot| *slot < self.count)
    }

    /// Months from the axis' start, cut to the axis: where a tick or level begins.
    pub(super) fn edge(&self, month: Month) -> usize {
        usize::try_from(month.since(self.first)).unwrap_or(0).min(self.count)
    }

    /// Months from the axis' start; negative before it.
    pub(super) fn signed(&self, month: Month) -> f64 {
        f64::from(month.since(self.first))
    }

    /// Draws the months and, below them, the fiscal years.
    pub(super) fn draw_axis(
        &self,
        canvas: &mut Canvas,
        scale: &Scale,
        rows: Rows,
        years: &[YearMark],
        month_names: &[String; 12],
    ) {
        // Where no fiscal year is named, the first month of the axis counts as one's start.
        let origin = years.first().map_or(self.first, |year| year.first_month);
        let shift = self.first.since(origin).rem_euclid(12);
        let position = |slot: usize| (slot + usize::try_from(shift).unwrap_or(0)) % 12;
        let names: Vec<&str> = Month::range(self.first..=self.first.plus(slots_to_months(self.count) - 1))
            .map(|month| {
                let index = usize::from(month.month()) - 1;
                month_names.get(index).map_or("", String::as_str)
            })
            .collect();
        axis::draw_months(canvas, scale, rows, &names, position);

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
        axis::draw_years(canvas, scale, rows, &spans);
    }
}

fn slots_to_months(slots: usize) -> i32 {
    // At most LONGEST.
    i32::try_from(slots).unwrap_or(i32::MAX)
}
