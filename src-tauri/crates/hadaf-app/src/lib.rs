//! The use cases of Hadaf as a plain Rust API: what the window, the command line and the tests share.
//!
//! Start at [`App`]. Requests and answers are the wire types in [`wire`]; a failure is an
//! [`AppError`] with a stable [`Code`]. Clock, folders and user come in through [`Environment`], and
//! everything below is given its day. Numbers and dates are written by [`format`] alone, words come
//! from one Fluent catalogue.

mod app;
mod book;
mod brief;
mod charts;
mod check;
mod claim_life;
mod claims;
mod data_files;
mod environment;
mod error;
mod export;
mod findings;
mod forecast;
mod forecast_record;
mod forecast_table;
mod forecast_text;
pub mod format;
mod grid;
mod history;
mod import;
mod life;
mod memory;
mod notes;
mod observation_set;
mod outlook;
mod overview;
mod paste;
mod prose;
mod questions;
mod risks;
mod sample;
mod scenario;
mod show;
mod show_text;
mod situation;
mod sources;
pub mod wire;
mod words;
mod workspace;

#[cfg(test)]
mod tests;

pub use app::App;
pub use check::{CheckReport, Finding, Severity};
pub use claims::{
    ClaimsList, ClaimsListRequest, ListedClaim, ListedDisagreement, ListedHorizon, ListedMaker, ListedRecord,
    ListedSaying,
};
pub use environment::{Clock, Environment};
pub use error::{AppError, Code, Result};
pub use forecast::{ForecastClaim, ForecastMonth, ForecastReach, ForecastRequest, ForecastYear, SeriesForecast};
pub use forecast_record::{ForecastRecord, RecordChances, RecordCoverage, RecordMethod};
pub use forecast_table::{TableForecast, TableForecastRequest};
pub use hadaf_store::{Access, Existing};
pub use import::{ImportIssue, ImportReport, ImportRequest};
pub use jiff::ZonedDateTime;
pub use risks::{Register, RegisterEntry, Risks};
pub use sample::{PAKISTAN, names as samples};
pub use scenario::{ScenarioFactor, ScenarioReport, ScenarioSwing};
pub use show::{
    Show, ShowLife, ShowObservation, ShowPace, ShowPrint, ShowRequest, ShowSeries, ShowWorkspace, ShowYear,
};
pub use words::Words;
