//! Scenarios side by side at year's end: dot, thick 80 % and thin 95 % interval, claims as levels across.

mod feet;
pub mod fixture;
mod layout;
mod marks;
mod spec;

pub(crate) use layout::lay_out;
pub use spec::{ScenarioColumn, ScenariosPlot};
