//! Running totals of the fiscal year against the target path and past years.

pub mod fixture;
mod labels;
mod layout;
mod lines;
mod spec;

pub(crate) use layout::lay_out;
pub use spec::{CumulativeYear, RunningTotal, YearToDatePlot};
