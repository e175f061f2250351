//! What happened, or is due, when: lanes of spans to scale, a series below on the same axis.

mod days;
pub mod fixture;
mod lanes;
mod layout;
mod measure;
mod series;
mod spans;
mod spec;
mod today;

pub(crate) use layout::lay_out;
pub use spec::{Lane, TimelinePlot, TimelineSpan, Tone};
