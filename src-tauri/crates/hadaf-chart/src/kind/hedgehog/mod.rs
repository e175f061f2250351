//! Every past target and projection as a spine from what was known to what was said, against the outturn.

pub mod fixture;
mod labels;
mod layout;
mod legend;
mod outturn;
mod spec;
mod spines;

pub(crate) use layout::lay_out;
pub use spec::{HedgehogNames, HedgehogPlot, HedgehogYear, Spine, SpineMark};
