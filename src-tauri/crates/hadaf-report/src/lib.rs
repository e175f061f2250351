//! What the command line prints: a folder or file for each verb, with its JSON and its text.
//!
//! A report is made of values of the model, and keeps them as they are: a number is rounded where it is written, once,
//! by `number.rs` as JSON and by the text's own places. The JSON is an interface: additions only. Texts are in the
//! words of the [`hadaf_words::Format`] that they are given. Where a text needs more than the JSON holds (of claims and
//! scenarios), it is made from the same values beside it, so that only what is printed is computed.
//!
//! [`BriefingData`] is the same for a briefing: what it rests on, as files and as a digest.
//!
//! Nothing here asks the session: `hadaf-app` reads what a call asks for and passes it in.

pub mod briefing_data;
mod check;
mod claims;
mod disagreements;
mod forecast;
mod leaving;
mod number;
mod revisions;
mod revisions_view;
mod scenario;
mod show;
pub mod text_table;
mod year_range;

pub use briefing_data::BriefingData;
pub use check::{AcceptedFinding, CheckFinding, CheckReport, FindingPlace};
pub use claims::{
    ClaimsFilter, ClaimsList, ListedClaim, ListedDisagreement, ListedHorizon, ListedMaker, ListedRecord, ListedSaying,
    claims_text,
};
pub use disagreements::{DisagreementSide, DisagreementsRequest, DisagreementsView, SourcesAtOdds};
pub use forecast::{
    Ahead, ForecastClaim, ForecastHoliday, ForecastMonth, ForecastReach, ForecastRecord, ForecastSector,
    ForecastSectorRange, ForecastSectors, ForecastUnusual, ForecastYear, RecordChances, RecordCoverage, RecordMethod,
    SeriesForecast,
};
pub use leaving::{
    ExportContents, ExportContentsSeries, export_format_words, export_labels, export_package, export_remarks, notes_in,
};
pub use revisions::{RevisedPeriod, RevisedRelease, RevisedSeries, RevisionSummary, RevisionsReport};
pub use revisions_view::{RevisionCell, RevisionDay, RevisionRow, RevisionsRequest, RevisionsView};
pub use scenario::{
    BreakEvenOutcome, ScenarioBreakEven, ScenarioChance, ScenarioFactor, ScenarioReport, ScenarioSwing, scenario_text,
};
pub use show::{
    Show, ShowHistory, ShowObservation, ShowPace, ShowPreference, ShowRelease, ShowSeries, ShowWorkspace, ShowYear,
};
pub use year_range::YearRange;
