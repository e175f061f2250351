//! What a person enters, amends or takes out: figures, files, pasted blocks, claims, entries of registers, scenarios.
//! Each use case is one labelled change of the workspace; the sample is entered as a whole.

mod amend;
mod attribute;
mod claim;
mod claim_meant;
mod claim_preview;
mod doubt;
mod effect;
mod finding;
mod import;
mod intake;
mod meant;
mod observation;
mod outline;
mod paste;
mod placing;
mod plan;
mod publication;
mod register;
mod register_rows;
mod rename;
mod sample;
mod scenario;
mod sources;
mod take_out;
mod writer;

pub use amend::{CorrectObservation, WithdrawObservation};
pub use attribute::AttributeFigures;
pub use claim_meant::{ClaimCompared, ClaimMeant, EnteredClaim};
pub use claim_preview::{ClaimPreview, ClaimRemark};
pub use doubt::EnteredFigure;
pub use effect::PasteOutcome;
pub use finding::AcceptFinding;
pub use observation::SetObservation;
pub use paste::{Corrected, PasteCell, PastePreview, PasteRequest};
pub use rename::{NamedKind, Rename};
pub use scenario::ScenarioSet;
pub use take_out::{TakeOut, TakeOutView};

pub use import::{ImportRequest, Imports};
pub use sample::names as samples;
