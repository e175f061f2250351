//! What a year came to, and what would have been said of it before from what was known then.

use jiff::civil::Date;

use crate::{Decimal, FiscalYear};

/// The total of a year, and since when it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outturn {
    /// In the series' unit.
    pub value: Decimal,
    /// The day on which it became known.
    pub since: Date,
}

/// What "nothing new" would have said on the day of the claim, for its year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Naive {
    /// The newest year that was known whole then.
    pub base_year: FiscalYear,
    /// Its total as known then: "the same as last year".
    pub same: f64,
    /// Grown on as fast as it had grown itself: "last year's growth". None without the year before.
    pub growth: Option<f64>,
}
