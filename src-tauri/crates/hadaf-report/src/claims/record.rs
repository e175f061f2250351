//! How claims went.

use hadaf_core::{Horizon, TrackRecord};
use serde::Serialize;

use crate::number::{as_text, two_places};

/// How claims went.
#[derive(Debug, Clone, Serialize)]
pub struct ListedRecord {
    /// Reached.
    pub met: usize,
    /// Not reached.
    pub missed: usize,
    /// Within the largest revision of a year's total so far: in neither.
    pub too_close: usize,
    /// Missed, with a condition that did not hold: in neither.
    pub condition_not_met: usize,
    /// Year not known whole.
    pub open: usize,
    /// Replaced before the year was over.
    pub replaced: usize,
    /// Say again what an earlier claim said.
    pub restated: usize,
    /// Cannot be scored.
    pub not_scorable: usize,
    /// Lower end of what the rate behind "met of met and missed" may be, percent (Wilson, 95 %).
    #[serde(serialize_with = "two_places")]
    pub rate_low_percent: Option<f64>,
    /// Upper end of it.
    #[serde(serialize_with = "two_places")]
    pub rate_high_percent: Option<f64>,
    /// Mean of outturn less claim, percent of the claim, over what was scored.
    #[serde(serialize_with = "two_places")]
    pub bias_percent: Option<f64>,
    /// Mean of the same without its sign.
    #[serde(serialize_with = "two_places")]
    pub error_percent: Option<f64>,
    /// Mean error by how far ahead: within_year, year_ahead, years_ahead.
    pub by_horizon: Vec<ListedHorizon>,
    /// Theil's U2 against "the same as last year": below 1 the claims knew more.
    #[serde(serialize_with = "two_places")]
    pub u2_same: Option<f64>,
    /// Theil's U2 against "last year's growth".
    #[serde(serialize_with = "two_places")]
    pub u2_growth: Option<f64>,
    /// Enough scored claims to be ranked beside others.
    pub ranked: bool,
}

/// Errors of claims made equally far ahead.
#[derive(Debug, Clone, Serialize)]
pub struct ListedHorizon {
    /// within_year, year_ahead or years_ahead.
    #[serde(serialize_with = "as_text")]
    pub horizon: Horizon,
    /// Over how many.
    pub count: usize,
    /// As [`ListedRecord::bias_percent`].
    #[serde(serialize_with = "two_places")]
    pub bias_percent: f64,
    /// As [`ListedRecord::error_percent`].
    #[serde(serialize_with = "two_places")]
    pub error_percent: f64,
}

impl ListedRecord {
    pub(super) fn of(record: &TrackRecord) -> Self {
        let counts = record.counts;
        let per_hundred = |share: f64| share * 100.0;
        Self {
            met: counts.met,
            missed: counts.missed,
            too_close: counts.too_close,
            condition_not_met: counts.condition_not_met,
            open: counts.open,
            replaced: counts.replaced,
            restated: counts.restated,
            not_scorable: counts.not_scorable,
            rate_low_percent: record.hit_rate.map(|rate| per_hundred(rate.low)),
            rate_high_percent: record.hit_rate.map(|rate| per_hundred(rate.high)),
            bias_percent: record.errors.map(|errors| errors.bias_percent),
            error_percent: record.errors.map(|errors| errors.absolute_percent),
            by_horizon: record
                .by_horizon
                .iter()
                .map(|(horizon, errors)| ListedHorizon {
                    horizon: *horizon,
                    count: errors.count,
                    bias_percent: errors.bias_percent,
                    error_percent: errors.absolute_percent,
                })
                .collect(),
            u2_same: record.against_same.map(|theil| theil.u2),
            u2_growth: record.against_growth.map(|theil| theil.u2),
            ranked: record.ranked,
        }
    }
}
