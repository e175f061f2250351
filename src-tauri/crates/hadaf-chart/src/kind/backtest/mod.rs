//! What would have been forecast from past months, against the outturn.

mod draw;
pub mod fixture;
mod layout;
mod legend;
mod spec;

pub(crate) use layout::lay_out;
pub use spec::{BacktestNames, BacktestPlot, OutturnPoint, PastLine, PastStep};
