//! The outlook screen: how likely is it, what drives it, what it rests on, and how the method did before.

pub(crate) mod backtest;
mod chances;
mod drivers;
mod method;
mod pace;
mod screen;
mod sectors;

pub use backtest::BacktestView;
pub use chances::ClaimChance;
pub use drivers::DriverRow;
pub use method::MethodView;
pub use screen::{OutlookRequest, OutlookView};
pub use sectors::SectorsAhead;
