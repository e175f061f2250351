//! What the total of a year may come to, as every verb tells it.

use hadaf_core::Sample;
use serde::Serialize;

use crate::number::six_digits;

/// The middle and the ends of what the paths of a year sum to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct YearRange {
    /// Half of the paths end above.
    #[serde(serialize_with = "six_digits")]
    pub median: f64,
    /// Lower end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub lo80: f64,
    /// Upper end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub hi80: f64,
    /// Lower end of 95 %.
    #[serde(serialize_with = "six_digits")]
    pub lo95: f64,
    /// Upper end of 95 %.
    #[serde(serialize_with = "six_digits")]
    pub hi95: f64,
}

impl YearRange {
    pub(crate) fn of(totals: &Sample) -> Self {
        let at = totals.intervals();
        Self {
            median: at.median,
            lo80: at.p80.low,
            hi80: at.p80.high,
            lo95: at.p95.low,
            hi95: at.p95.high,
        }
    }
}
