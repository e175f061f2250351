//! Why a question to a workspace has no answer.

use hadaf_core::{CoreError, FiscalYear, Frequency, Month};
use hadaf_forecast::ForecastError;
use hadaf_forecast::scenario::ScenarioError;
use hadaf_store::StoreError;

/// Result with [`ModelError`].
pub type Result<T, E = ModelError> = std::result::Result<T, E>;

/// What cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The file could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A sum does not fit, or a value breaks a rule of the domain.
    #[error(transparent)]
    Core(#[from] CoreError),
    /// There is no series of this id.
    #[error("no series {name}")]
    UnknownSeries {
        /// What was asked for.
        name: String,
        /// The ids that there are, in the order of the tree.
        known: Vec<String>,
    },
    /// There can be no forecast.
    #[error(transparent)]
    Fit(#[from] FitError),
    /// Assumptions that cannot be computed with.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// No scenario reaches this year: it is known, or lies beyond the forecast.
    #[error("no scenario of this year of {series}")]
    YearNotAhead {
        /// Title of the series.
        series: String,
        /// The years that can be asked for.
        known: Vec<FiscalYear>,
    },
    /// A month amid known ones is missing, so that a scenario would count those twice.
    #[error("{month} of {series} is missing amid known months")]
    Gap {
        /// Title of the series.
        series: String,
        /// The first month that is missing.
        month: Month,
    },
    /// No open claim of this id is about the year.
    #[error("no open claim {id}")]
    ClaimNotOpen {
        /// What was asked for.
        id: String,
        /// The ids of the open claims.
        known: Vec<String>,
    },
}

/// Why a series has no forecast. Remembered with the fits, hence `Clone`.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FitError {
    /// Only monthly series are forecast.
    #[error("{series} is not monthly")]
    NotMonthly {
        /// Title of the series.
        series: String,
        /// How often it has a figure.
        every: Frequency,
    },
    /// The methods refuse what is known of it, or what was asked.
    #[error("{series}: {reason}")]
    Refused {
        /// Title of the series.
        series: String,
        /// Why.
        reason: ForecastError,
    },
    /// A sum does not fit.
    #[error(transparent)]
    Core(#[from] CoreError),
}

impl FitError {
    pub(crate) fn refused(series: &str, reason: ForecastError) -> Self {
        Self::Refused {
            series: series.to_owned(),
            reason,
        }
    }
}
