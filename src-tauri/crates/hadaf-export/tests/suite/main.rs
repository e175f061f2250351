//! What is written, read by parsers that are not ours.

#![allow(clippy::unwrap_used, reason = "tests")]

mod kit;
mod read;
mod tables;

mod charts;
mod hostile;
mod round_trip;
mod sheets;
