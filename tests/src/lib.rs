//! What the whole-app suites share: this checkout, the programs built from it, and one way to run them.
//!
//! - `tests/suite`: the arrows between crates, and what must not be in the repository;
//! - `tests/cli`: the `hadaf` program on the sample and on hostile files;
//! - `tests/e2e`: the desktop program in its real window, driven over WebDriver.
//!
//! The programs are those that `make build` left in Cargo's target folder.

mod checkout;
pub mod code;
mod program;

pub use checkout::{root, text_files};
pub use program::{Run, folder, hadaf, program, run, sample};
