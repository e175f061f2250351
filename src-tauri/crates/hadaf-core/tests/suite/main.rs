//! The laws of the domain, and the figures of the sample.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod claims;
mod decimals;
mod derived;
mod figures;
mod outcomes;
mod paths;
mod periods;
mod published;
mod quarters;
mod registers;
mod shares;
mod sums;
mod support;
mod vintages;
