//! The rows of a sample's files, as they stand there.

use hadaf_core::{Assumptions, ClaimId, Decimal, FiscalYear, Frequency, Measure, ScenarioId, SectorId, SeriesId, Unit};
use jiff::civil::Date;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct SectorRow {
    pub(super) id: SectorId,
    pub(super) title: String,
    pub(super) parent: Option<SectorId>,
    pub(super) ebops: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct SeriesRow {
    pub(super) id: SeriesId,
    pub(super) sector: SectorId,
    pub(super) title: String,
    pub(super) unit: Unit,
    pub(super) frequency: Frequency,
    pub(super) measure: Measure,
    pub(super) places: u8,
    pub(super) part_of_total: u8,
    pub(super) origin: String,
    pub(super) note: String,
}

#[derive(Deserialize)]
pub(super) struct SourceRow {
    pub(super) id: i64,
    pub(super) publisher: String,
    pub(super) title: String,
    pub(super) address: String,
    pub(super) note: String,
}

#[derive(Deserialize)]
pub(super) struct ObservationRow {
    pub(super) series: SeriesId,
    pub(super) period: String,
    pub(super) value: Decimal,
    pub(super) status: String,
    pub(super) published: Option<Date>,
    pub(super) dated: String,
    pub(super) source: i64,
    pub(super) note: String,
}

#[derive(Deserialize)]
pub(super) struct SampleClaim {
    pub(super) id: ClaimId,
    pub(super) series: SeriesId,
    pub(super) kind: String,
    pub(super) fiscal_year: Option<FiscalYear>,
    pub(super) value: Decimal,
    pub(super) value_high: Option<Decimal>,
    /// In millions of the workspace's currency where the file has no such column.
    #[serde(default)]
    pub(super) unit: Option<Unit>,
    pub(super) announced: Option<Date>,
    pub(super) announced_approx: Option<String>,
    pub(super) announced_latest: Option<Date>,
    pub(super) maker: String,
    pub(super) office: String,
    pub(super) conditions: String,
    pub(super) note: String,
    pub(super) source: i64,
    pub(super) official: u8,
    pub(super) standing: u8,
    pub(super) not_scorable: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct LineageRow {
    pub(super) from: ClaimId,
    pub(super) kind: String,
    pub(super) to: ClaimId,
}

#[derive(Deserialize)]
pub(super) struct FindingRow {
    pub(super) claim: ClaimId,
    pub(super) condition: String,
    /// By its place.
    pub(super) disruption: Option<i64>,
    pub(super) met: u8,
    pub(super) evidence: String,
    pub(super) source: i64,
    pub(super) judged: Date,
}

/// One of `scenarios.json`.
#[derive(Deserialize)]
pub(super) struct ScenarioRow {
    pub(super) id: ScenarioId,
    pub(super) title: String,
    pub(super) note: String,
    pub(super) assumptions: Assumptions,
}
