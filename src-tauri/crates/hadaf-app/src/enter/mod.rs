//! What a person enters, amends or takes out: figures, files, pasted blocks, claims, entries of registers, scenarios.
//! Each use case is one labelled change of the workspace.

mod claim;
mod import;
mod observation;
mod paste;
mod register;
mod said;
mod scenario;

pub use import::{ImportIssue, ImportReport, ImportRequest};

pub(crate) use observation::{Entry, period_for, published_on, status_for};
