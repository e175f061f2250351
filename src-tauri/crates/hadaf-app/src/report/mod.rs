//! What the command line prints: a verb's JSON and its text. The JSON is an interface: additions only.

mod app;
mod check;
mod claims;
mod forecast;
mod number;
mod risks;
mod scenario;
mod show;
mod table;
mod text_table;

pub use app::{ClaimsListRequest, ForecastRequest, ShowRequest};
pub use check::{CheckFinding, CheckReport, FindingPlace};
pub use claims::{
    ClaimsFilter, ClaimsList, ListedClaim, ListedDisagreement, ListedHorizon, ListedMaker, ListedRecord, ListedSaying,
};
pub use forecast::*;
pub use risks::{Register, RegisterEntry, Risks};
pub use scenario::{
    BreakEvenOutcome, ScenarioBreakEven, ScenarioChance, ScenarioFactor, ScenarioReport, ScenarioSwing, ScenarioYear,
};
pub use show::{Show, ShowHistory, ShowObservation, ShowPace, ShowRelease, ShowSeries, ShowWorkspace, ShowYear};
pub use table::{TableForecast, TableForecastRequest};

use text_table::table;
