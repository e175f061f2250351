//! The laws of the domain, and the figures of the sample.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod claims;
mod decimals;
mod derived;
mod derived_series;
mod figures;
mod holidays;
mod outcomes;
mod paths;
mod periods;
mod preferred;
mod published;
mod quarters;
mod registers;
mod shares;
mod sums;
mod support;
mod triangle;
mod vintages;
