//! The session: what is open and remembered, the two ways to a workspace (read and change), the files that are written.

mod app;
mod day;
mod environment;
mod file_kind;
mod files;
mod intake;
mod memory;
mod request;
mod scenario;
pub(crate) mod shell;
mod undo;
mod workspace;

pub(crate) use app::SAMPLES;
pub use app::{App, INDIA, PAKISTAN};
pub use environment::{Clock, Environment};
pub use file_kind::FileKind;
pub(crate) use shell::*;

pub(crate) use app::{Author, known_language, nothing_open, same_file};
pub(crate) use day::days;
pub(crate) use files::{Unbuilt, replaced, same_place, to_be_written, unknown_ending, write_whole};
pub(crate) use intake::{IntakeDesk, IntakeState};
pub(crate) use memory::Memory;
pub(crate) use scenario::{scenario_case, scenario_of};
pub(crate) use workspace::{count, number_on_the_wire, view as workspace_view};
