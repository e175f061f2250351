//! Forecasts of short economic series: pure maths, no I/O, the same digits everywhere for a seed.
//!
//! [`Forecast::fit`] runs one structural model (level, damped slope or cycle, season with shrinkage)
//! over several hundred parameter sets on up to three scales and averages them, instead of choosing
//! one; widths of the intervals are calibrated on past forecasts; paths share both, so that totals of
//! a fiscal year have a right interval.
//!
//! Only `libm` computes elementary functions here (never `f64::exp`, `ln`, `powf`, ...): platforms
//! differ in the last digit of theirs. Square roots are exact by IEEE 754 and may stay.
//!
//! ```
//! use hadaf_forecast::{Forecast, Options, TimeSeries};
//!
//! let values: Vec<Option<f64>> = (0..48).map(|t| Some(100.0 + t as f64 + (t % 12) as f64)).collect();
//! let forecast = Forecast::fit(&TimeSeries::of(&values, 12), &Options::default())?;
//! let chance = forecast.probability_total_at_least(1..=12, 1800.0);
//! assert!(forecast.quantile(6, 0.1) < forecast.mean(6) && chance.is_some());
//! # Ok::<(), hadaf_forecast::ForecastError>(())
//! ```

mod average;
mod backtest;
mod chances;
mod clean;
mod combine;
mod error;
mod filter;
mod forecast;
mod grid;
mod innovations;
mod joint;
pub mod methods;
mod numeric;
mod outliers;
mod paths;
mod pattern;
mod pulses;
mod reconcile;
#[cfg(test)]
mod reference;
mod regression;
mod revisions;
mod rng;
pub mod scenario;
mod shifts;
mod spread;
mod table;
mod tested;
mod transform;

pub use backtest::{BacktestResult, Coverage, LEVELS, Looking, MethodRecord, PastForecast, backtest, look_back};
pub use chances::{PastChance, PastQuestion, brier, past_chance};
pub use error::ForecastError;
pub use forecast::{Forecast, MAX_HORIZON, MAX_SEASON, Options, TimeSeries};
pub use grid::Damping;
pub use joint::{Joint, PairCorrelation, USUAL_CORRELATION, joint};
pub use paths::Paths;
pub use pulses::Pulse;
pub use reconcile::{Rest, Strand, reconcile, shares_of_spread};
pub use regression::{Regressor, RegressorEffect};
pub use revisions::Revisions;
pub use shifts::LevelShift;
pub use spread::Spread;
pub use table::{ANNUAL_FACTORS, TableError, TableGap, TableOptions, Tables, forecast_table};
pub use tested::{TESTED_SERIES, Tested, tested};
pub use transform::Transform;
