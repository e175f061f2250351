//! What can go wrong in a use case, folded into one shape, and how what was typed is read or refused.
//!
//! Start at [`AppError`]: a stable [`Code`] to decide by, and a message of the catalogue that becomes text only where
//! it is shown. Every error of the crates below becomes one by `From`; [`refusal!`] makes one. The readers of days,
//! periods and numbers stand here too, as whoever reads what was typed refuses what cannot be read. No session.

mod error;
mod typed;

pub use error::{AppError, Code, ErrorView, Result, file_name, no_forecast};
pub use typed::{check_known, number, parse_day, parse_partial_date, parse_period, required};
