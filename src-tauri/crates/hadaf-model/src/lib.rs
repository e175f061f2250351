//! What a workspace says on a day: no words, no wire, no session.
//!
//! Start at [`Book`], the content of a workspace, and [`Situation`], a series on a day. An [`Outlook`] completes the
//! years from joint paths, [`ScoredClaims`] says what became of what was claimed, a [`ScenarioCase`] lays assumptions over
//! the paths. A [`Plan`] says what an entering would do before it is done. Everything here is computed from the book and the day that it is given; what is dear to compute is
//! remembered in [`Fits`], by a digest of what it rests on.

mod book;
mod claim_doubts;
mod claims;
mod conditions;
mod doubts;
mod effect;
mod entries;
mod error;
mod findings;
mod inputs;
mod known;
mod known_figures;
mod memo;
pub mod outlook;
mod plan;
mod quality;
pub mod scenario;
mod sides;
mod situation;

pub use book::{Book, Need};
pub use claim_doubts::entering_claim_doubt;
pub use claims::{ClaimGroup, ScoredClaim, ScoredClaims};
pub use doubts::{Entering, entering_doubts};
pub use effect::{Effect, Refused, SourceBy, Standing, Step, Withdraws, check_day, check_entered, is_corrected_by};
pub use entries::Entries;
pub use error::{FitError, ModelError, Result};
pub use findings::{Finding, acceptances_of, entered_anyway, findings};
pub use inputs::FigureUsed;
pub use known::{Known, Resting};
pub use outlook::{Fits, Outlook, Record, YearAhead, open_claims};
pub use plan::{OneDay, Plan, correction_effect};
pub use quality::{IssueKind, IssueSeverity, QualityIssue, quality_issues};
pub use scenario::{Question, ScenarioCase};
pub use sides::{FigureDisagreement, figure_disagreements};
pub use situation::{Situation, YearBefore};
