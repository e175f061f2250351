//! What the command line prints: a verb's JSON and its text. The JSON is an interface: additions only.

mod check;
mod claims;
mod forecast;
mod forecast_record;
mod forecast_table;
mod forecast_text;
mod risks;
mod scenario;
mod scenario_forecast;
mod show;
mod show_text;

pub use check::{CheckReport, Finding, Severity};
pub use claims::{
    ClaimsList, ClaimsListRequest, ListedClaim, ListedDisagreement, ListedHorizon, ListedMaker, ListedRecord,
    ListedSaying,
};
pub use forecast::{ForecastClaim, ForecastMonth, ForecastReach, ForecastRequest, ForecastYear, SeriesForecast};
pub use forecast_record::{ForecastRecord, RecordChances, RecordCoverage, RecordMethod};
pub use forecast_table::{TableForecast, TableForecastRequest};
pub use risks::{Register, RegisterEntry, Risks};
pub use scenario::{ScenarioFactor, ScenarioReport, ScenarioSwing};
pub use show::{
    Show, ShowLife, ShowObservation, ShowPace, ShowPrint, ShowRequest, ShowSeries, ShowWorkspace, ShowYear,
};

pub(crate) use forecast::{four_digits, six_digits};
pub(crate) use scenario_forecast::under;
pub(crate) use show::of as show_of;
pub(crate) use show_text::{exact, table};
