//! Allocated, released and spent: bars of three heights on one baseline, a tick for the part of the year gone.

mod bars;
mod columns;
pub mod fixture;
mod layout;
mod spec;

pub(crate) use layout::lay_out;
pub use spec::{BudgetBar, BudgetPlot};
