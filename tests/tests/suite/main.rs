//! What the repository promises about itself, read from its files.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "helpers of tests fail and speak as tests do"
)]

mod arrows;
mod commands;
mod rooms;
mod sizes;
mod tidy;
mod vocabulary;
mod words;
