//! What a person enters, amends or takes out: figures, files, pasted blocks, claims, entries of registers, scenarios.
//! Each use case is one labelled change of the workspace; the sample is entered as a whole.

mod claim;
mod import;
mod observation;
mod paste;
mod plan;
mod register;
mod rename;
mod sample;
mod scenario;

pub use observation::SetObservation;
pub use paste::{PasteCell, PasteOutcome, PastePreview, PasteRequest};
pub use rename::{NamedKind, Rename};
pub use scenario::ScenarioSet;

pub use import::{ImportIssue, ImportReport, ImportRequest, Imports};
pub use sample::names as samples;
