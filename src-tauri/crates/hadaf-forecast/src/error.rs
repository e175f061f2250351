//! Why there is no forecast, and what it would take.

use thiserror::Error;

/// The reason a forecast is refused. Every variant says what is needed instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ForecastError {
    /// Fewer observed values than one season and one more.
    #[error("{have} values are observed, a forecast needs at least {need}")]
    TooShort {
        /// How many values are there.
        have: usize,
        /// How many it takes.
        need: usize,
    },
    /// A value is not a finite number, or so large that its square is not.
    #[error("the value at position {position} is not a usable number")]
    NotFinite {
        /// Position in the series, from 0.
        position: usize,
    },
    /// The season is 0 or longer than [`crate::MAX_SEASON`].
    #[error("a season has 1 to {max} periods, not {season}")]
    Season {
        /// What was asked for.
        season: usize,
        /// The longest one.
        max: usize,
    },
    /// The horizon is 0 or beyond [`crate::MAX_HORIZON`].
    #[error("a horizon has 1 to {max} periods, not {horizon}")]
    Horizon {
        /// What was asked for.
        horizon: usize,
        /// The longest one.
        max: usize,
    },
}
