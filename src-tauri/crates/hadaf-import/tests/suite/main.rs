//! Hostile and ordinary files, pasted blocks, numbers.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod amounts;
mod columns;
mod fuzz;
mod hostile;
mod long;
mod numbers;
mod pasted;
mod periods;
mod tables;
mod years;
