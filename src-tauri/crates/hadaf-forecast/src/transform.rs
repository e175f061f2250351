//! The scales on which a series may be additive.

use crate::numeric::{exp, ln};

/// A scale on which the structural model is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transform {
    /// As it stands.
    Raw,
    /// Square root, for series that are never negative.
    Root,
    /// Logarithm, for series that are always positive.
    Log,
}

/// All of them, in the order in which results are reported.
pub(crate) const TRANSFORMS: [Transform; 3] = [Transform::Raw, Transform::Root, Transform::Log];

impl Transform {
    /// Whether a series with this smallest value can be put on this scale.
    pub(crate) fn allows(self, smallest: f64) -> bool {
        match self {
            Self::Raw => true,
            Self::Root => smallest >= 0.0,
            Self::Log => smallest > 0.0,
        }
    }

    /// Onto the scale.
    pub(crate) fn apply(self, value: f64) -> f64 {
        match self {
            Self::Raw => value,
            Self::Root => value.max(0.0).sqrt(),
            Self::Log => ln(value),
        }
    }

    /// Back from the scale.
    pub(crate) fn invert(self, value: f64) -> f64 {
        match self {
            Self::Raw => value,
            Self::Root => value.max(0.0) * value.max(0.0),
            Self::Log => exp(value),
        }
    }

    /// Logarithm of the derivative at a value: makes likelihoods of different scales comparable.
    pub(crate) fn log_slope(self, value: f64) -> f64 {
        match self {
            Self::Raw => 0.0,
            Self::Root => -0.5 * ln(4.0 * value.max(1e-4)),
            Self::Log => -ln(value),
        }
    }
}

/// Size of an error made on the square root, in the units of the series.
#[inline]
pub(crate) fn root_error(error: f64, actual_root: f64) -> f64 {
    (error * (error + 2.0 * actual_root)).abs()
}

/// Size of an error made on the logarithm, in the units of the series: the exponential's series to
/// the third order, which errs little below a factor of two.
#[inline]
pub(crate) fn log_error(error: f64, actual: f64) -> f64 {
    let e = error.min(1.5);
    (actual * e * (1.0 + e * (0.5 + e / 6.0))).abs()
}
