//! The conversation of an import: files as they were read, a person's answers, and the workspace, into what would be
//! entered. Pure: it opens no file and writes nothing.
//!
//! An [`IntakeFile`] is what was opened. An [`IntakeReading`] is all files with the answers that there are: their tables,
//! the series that take their values, and what is still to be asked. An [`IntakeDraft`] holds every value against the
//! workspace; it is what the window shows ([`wire`]), what the command line tells ([`IntakeReport`]), and what is written.

mod answers;
mod cells;
mod compare;
mod compare_long;
mod compared;
mod described;
mod file_reading;
mod groups;
mod import_report;
mod long;
mod long_file;
mod memory;
mod namesakes;
mod opened;
mod origin;
mod places;
mod publication;
mod reading;
mod remarks;
mod report;
mod row_issue;
mod sentence;
mod spoken;
mod targets;
mod view;
pub mod wire;

pub use compare::IntakeDraft;
pub use compared::Doubter;
pub use file_reading::IntakeContext;
pub use import_report::{ImportIssue, ImportReport};
pub use opened::IntakeFile;
pub use publication::Publication;
pub use reading::IntakeReading;
pub use report::IntakeReport;
