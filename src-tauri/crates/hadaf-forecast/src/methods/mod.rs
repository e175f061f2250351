//! The methods of the field, each on its own: for comparison, for the record of a series, and as the
//! unlike voices that the combination listens to.
//!
//! All take complete series (see [`crate::Forecast`] for what is missing) and answer with points.

mod decompose;
mod ets;
mod naive;
mod simplex;
mod theta;

pub use decompose::{is_seasonal, multiplicative_indices};
pub use ets::{Ets, EtsKind, EtsParameters, EtsState, Form, Slope};
pub use naive::seasonal_naive;
pub use theta::{Theta, ThetaParameters};
