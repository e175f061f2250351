//! The `hadaf` program as people and scripts meet it: on the sample, on a workspace of one's own, and on
//! files that mean it no good.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "helpers of tests fail and speak as tests do"
)]

mod claims;
mod derived;
mod doubts;
mod editing;
mod figures;
mod forecast;
mod hints;
mod hostile;
mod imports;
mod interface;
mod no_room;
mod one_answer;
mod outputs;
mod own;
mod quality;
mod reading;
mod risks;
mod round_trips;
mod scenario;
mod sources;
mod told;
mod usage;
mod worked_example;
