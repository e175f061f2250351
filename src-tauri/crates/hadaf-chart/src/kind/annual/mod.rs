//! Fiscal years as dots, claims as lines and diamonds, each with who said it and when.

pub mod fixture;
mod layout;
mod marks;
mod spec;

pub(crate) use layout::lay_out;
pub use spec::{AnnualPlot, AnnualYear};
