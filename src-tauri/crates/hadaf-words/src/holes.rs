//! What of a year lacks though months after it are known: one sentence, wherever a year is told.

use hadaf_core::{FiscalYear, FiscalYearTotal, Month, PartialYear};

use crate::{Format, PeriodNames, listed};

/// A year in which months lack before one that is known.
#[derive(Debug, Clone, Copy)]
pub struct Hole<'a> {
    /// Which year.
    pub year: FiscalYear,
    /// The last month of its total; none where it has no total.
    pub last: Option<Month>,
    /// The months that lack, in order; at least one.
    pub lacking: &'a [Month],
    /// The known months that are in no total, in order; at least one.
    pub beyond: &'a [Month],
    /// The year is over on the day of reading.
    pub is_over: bool,
}

impl<'a> Hole<'a> {
    /// Of a year with a total that ends before a hole; none where it has no hole.
    pub fn of_total(total: &'a FiscalYearTotal, is_over: bool) -> Option<Self> {
        let hole = Self {
            year: total.fiscal_year,
            last: Some(total.last_month),
            lacking: &total.lacking,
            beyond: &total.beyond,
            is_over,
        };
        (!hole.beyond.is_empty()).then_some(hole)
    }

    /// Of a year without a total.
    pub fn of_partial(partial: &'a PartialYear, is_over: bool) -> Self {
        Self {
            year: partial.fiscal_year,
            last: None,
            lacking: &partial.lacking,
            beyond: &partial.known,
            is_over,
        }
    }

    /// "FY2026 is told to July 2025: August 2025 is missing, so that figures from September 2025 on are in no total."
    /// "FY2026 has no total: 2 of 4 quarters are known; Q1 and Q2 are missing."
    pub fn sentence(&self, format: Format, periods: PeriodNames) -> String {
        let words = format.words;
        let year = format.year(self.year);
        let [known, lacking] = periods.counted_of([self.beyond, self.lacking]);
        let [missed, _] = periods.counted_of([self.lacking, &[]]);
        let missing = listed(format, &periods.each(self.lacking));
        match (self.last, self.beyond.first()) {
            (Some(last), Some(next)) => say!(
                words,
                "note-hole",
                year = year,
                missing = missing,
                number = missed.number,
                last = periods.in_its_year(periods.ending(last)),
                next = periods.in_its_year(periods.starting(*next))
            ),
            _ => say!(
                words,
                "note-partial",
                year = year,
                known = known.number,
                of = known.number + lacking.number,
                every = known.every,
                missing = missing,
                number = missed.number,
                over = if self.is_over { "yes" } else { "no" }
            ),
        }
    }
}
