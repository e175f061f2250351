//! What a person enters, amends or takes out: figures, files, pasted blocks, claims, entries of registers, scenarios.
//! Each use case is one labelled change of the workspace; the sample is entered as a whole.

mod claim;
mod doubt;
mod import;
mod observation;
mod paste;
mod plan;
mod register;
mod said;
mod sample;
mod scenario;

pub use doubt::EnteredFigure;
pub use observation::SetObservation;
pub use paste::{Corrected, PasteCell, PasteOutcome, PastePreview, PasteRequest};
pub use scenario::ScenarioSet;

pub use import::{ImportIssue, ImportReport, ImportRequest, Imports};
pub use sample::{PAKISTAN, names as samples};
