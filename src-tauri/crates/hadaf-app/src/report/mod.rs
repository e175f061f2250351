//! What the command line prints: a verb's JSON and its text. The JSON is an interface: additions only.

mod check;
mod claims;
mod forecast;
mod number;
mod risks;
mod scenario;
mod show;
mod text_table;

pub use check::{CheckReport, Finding, Severity};
pub use claims::{
    ClaimsList, ClaimsListRequest, ListedClaim, ListedDisagreement, ListedHorizon, ListedMaker, ListedRecord,
    ListedSaying,
};
pub use forecast::*;
pub use risks::{Register, RegisterEntry, Risks};
pub use scenario::{ScenarioFactor, ScenarioReport, ScenarioSwing};
pub use show::{
    Show, ShowHistory, ShowObservation, ShowPace, ShowRelease, ShowRequest, ShowSeries, ShowWorkspace, ShowYear,
};

pub(crate) use show::of as show_of;
use text_table::table;
