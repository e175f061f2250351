//! Rows of a sheet against a register: what is new, what changed, what is the same; and that what leaves comes back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod kit;
mod rows;
mod trip;
