//! Hostile and ordinary files, pasted blocks, numbers.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod long;
mod numbers;
mod pasted;
