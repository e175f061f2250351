//! One factor at a time: bars from the base to the result at its low and at its high.

mod bars;
mod columns;
pub mod fixture;
mod layout;
mod spec;

pub(crate) use layout::lay_out;
pub use spec::{TornadoPlot, TornadoRow};
