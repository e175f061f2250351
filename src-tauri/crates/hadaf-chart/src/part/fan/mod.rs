//! What may come: intervals ahead of the last fact.

mod label;
mod names;
mod placed;
mod spec;

pub(crate) use label::{FanLabel, outline_label};
pub(crate) use placed::{PlacedFan, forecast_dash};
pub use spec::{Fan, FanBand, FanLine, FanStep};
