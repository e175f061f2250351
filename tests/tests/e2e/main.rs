//! The desktop program in its real window, as a person meets it: WebKitGTK under Xvfb, driven over WebDriver.
//!
//! `make test` gives each run a screen and a session bus. The windows are 1:1 the shipped program's; only file
//! dialogs are answered from the environment (`src-tauri/examples/scripted.rs`). Element names are listed in
//! `ui/README.md`. Screenshots land in `target/screenshots`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "helpers of tests fail and speak as tests do"
)]
#![cfg(target_os = "linux")]

mod access;
mod as_of;
mod borders;
mod claims;
mod document;
mod doubts;
mod entry;
mod failures;
mod grid;
mod imports;
mod main_job;
mod names;
mod outlook;
mod own;
mod pictures;
mod risks;
mod sources;
mod start;
mod window;
