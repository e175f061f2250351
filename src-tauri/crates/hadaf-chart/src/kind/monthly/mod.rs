//! Months as a line, against the path that a target sets and the level still needed.

pub mod fixture;
mod labels;
mod layout;
mod series;
mod spec;
mod target;

pub(crate) use layout::lay_out;
pub use spec::{ClaimLine, MonthlyPlot, NeededLevel};
