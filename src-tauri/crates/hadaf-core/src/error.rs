//! What can be wrong with a value of the domain, in words that say what to do.

use crate::{Decimal, Unit};

/// Result with [`CoreError`].
pub type Result<T, E = CoreError> = std::result::Result<T, E>;

/// A value that the domain refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CoreError {
    /// A period that cannot be read.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// A text that is no decimal number.
    #[error("{text:?} is no number: {reason}")]
    Number {
        /// As it was written.
        text: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The result does not fit into 18 digits.
    #[error("the result of {operation} does not fit into 18 digits")]
    Overflow {
        /// Which operation.
        operation: &'static str,
    },
    /// Fewer places would lose digits.
    #[error("{value} has more than {places} decimal places")]
    Inexact {
        /// The value.
        value: Decimal,
        /// The places asked for.
        places: u8,
    },
    /// Two amounts that cannot be added.
    #[error("{left} and {right} are different units")]
    UnitMismatch {
        /// Unit of the first amount.
        left: Unit,
        /// Unit of the second amount.
        right: Unit,
    },
    /// A cost that measures something else than receipts was to be taken from receipts.
    #[error("a cost of the concept {cost} cannot be taken from export receipts")]
    ConceptMismatch {
        /// What the cost measures.
        cost: crate::CostConcept,
    },
    /// A text that is not one of the words allowed here.
    #[error("{text:?} is no {what}")]
    Word {
        /// What was expected: "currency", "unit", "status" and so on.
        what: &'static str,
        /// As it was written.
        text: String,
        /// What would be right.
        hint: &'static str,
    },
    /// A factor of a scenario outside its range.
    #[error("{factor} of {value} is outside {least} to {most}")]
    FactorRange {
        /// Which factor, by its id.
        factor: String,
        /// The value given.
        value: Decimal,
        /// Smallest allowed.
        least: Decimal,
        /// Largest allowed.
        most: Decimal,
    },
    /// Low, central and high of a factor that do not run one way.
    #[error("the central value of {factor} does not lie between its low and its high")]
    FactorOrder {
        /// Which factor, by its id.
        factor: String,
    },
    /// A factor that a scenario does not have.
    #[error("this scenario has no factor {factor}")]
    FactorUnknown {
        /// As it was asked for.
        factor: String,
    },
    /// An assumption without what it needs.
    #[error("{what} is missing")]
    Missing {
        /// What: "the title of outage 2".
        what: String,
    },
    /// A number outside its range, e.g. a fiscal year that starts in month 13.
    #[error("{what} {value} is outside {low} to {high}")]
    Range {
        /// What it is.
        what: &'static str,
        /// The value given.
        value: i64,
        /// Smallest allowed.
        low: i64,
        /// Largest allowed.
        high: i64,
    },
}

impl CoreError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Period(error) => error.code(),
            Self::Number { .. } => "number_invalid",
            Self::Overflow { .. } => "number_too_large",
            Self::Inexact { .. } => "number_inexact",
            Self::UnitMismatch { .. } => "unit_mismatch",
            Self::ConceptMismatch { .. } => "concept_mismatch",
            Self::Word { .. } => "word_unknown",
            Self::FactorRange { .. } => "factor_out_of_range",
            Self::FactorOrder { .. } => "factor_order",
            Self::FactorUnknown { .. } => "factor_unknown",
            Self::Missing { .. } => "missing",
            Self::Range { .. } => "out_of_range",
        }
    }

    /// What to do about it; empty when the message says all.
    pub fn hint(&self) -> String {
        match self {
            Self::Period(error) => error.hint(),
            Self::Number { .. } => "write digits with a point for decimals, such as 1,234.5".into(),
            Self::Overflow { .. } => "use a larger scale, such as billion".into(),
            Self::Inexact { places, .. } => format!("round it to {places} decimal places first"),
            Self::UnitMismatch { .. } => "convert one of them first; currencies are never converted".into(),
            Self::ConceptMismatch { .. } => "show it as percent of a day's exports instead".into(),
            Self::Word { hint, .. } => (*hint).into(),
            Self::FactorOrder { .. } => "let them rise, or fall, from low over central to high".into(),
            Self::FactorUnknown { .. } => "use an id of the table of factors, such as outage.1.days".into(),
            Self::FactorRange { .. } | Self::Missing { .. } | Self::Range { .. } => String::new(),
        }
    }
}

/// A text that cannot be read as a period.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PeriodError {
    /// Nothing was written.
    Empty,
    /// It could mean more than one period.
    Ambiguous {
        /// As it was written.
        text: String,
        /// What it could mean, each as it should be written.
        options: Vec<String>,
    },
    /// It has the shape of a period, but there is none such.
    Impossible {
        /// As it was written.
        text: String,
        /// Why there is none.
        reason: String,
    },
    /// It has no known shape.
    Unknown {
        /// As it was written.
        text: String,
    },
}

impl PeriodError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "period_empty",
            Self::Ambiguous { .. } => "period_ambiguous",
            Self::Impossible { .. } => "period_impossible",
            Self::Unknown { .. } => "period_unknown",
        }
    }

    /// What to write instead.
    pub fn hint(&self) -> String {
        match self {
            Self::Ambiguous { options, .. } => format!("write {}", options.join(" or ")),
            _ => "write a month as 2025-07, a quarter of the fiscal year as 2026-Q1, a fiscal year as FY2026".into(),
        }
    }
}

impl std::fmt::Display for PeriodError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(f, "no period was given"),
            Self::Ambiguous { text, .. } => write!(f, "{text:?} can mean more than one period"),
            Self::Impossible { text, reason } => write!(f, "{text:?} is no period: {reason}"),
            Self::Unknown { text } => write!(f, "{text:?} is no period"),
        }
    }
}

impl std::error::Error for PeriodError {}
