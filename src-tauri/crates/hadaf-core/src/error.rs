//! What can be wrong with a value of the domain.

use crate::{Decimal, Operation, PartList, PeriodError, RangeKind, Unit, WordKind};

/// Result with [`CoreError`].
pub type Result<T, E = CoreError> = std::result::Result<T, E>;

/// A value that the domain refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
        reason: NumberFault,
    },
    /// The result does not fit into 18 digits.
    #[error("the result of {operation} does not fit into 18 digits")]
    Overflow {
        /// Which operation.
        operation: Operation,
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
        /// What was expected.
        what: WordKind,
        /// As it was written.
        text: String,
        /// The words that are allowed, one after the other; empty where it is a form that is asked for.
        known: &'static str,
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
    /// A scenario, or one of its assumptions, without a title.
    #[error("the title of {} is missing", untitled(*.of))]
    Untitled {
        /// Which assumption, and its number in its list; none: the scenario itself.
        of: Option<(PartList, usize)>,
    },
    /// A number outside its range, e.g. a fiscal year that starts in month 13.
    #[error("{what} {value} is outside {low} to {high}")]
    Range {
        /// What it is.
        what: RangeKind,
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
            Self::Untitled { .. } => "missing",
            Self::Range { .. } => "out_of_range",
        }
    }
}

/// What lacks a title, for those who write programs.
fn untitled(of: Option<(PartList, usize)>) -> String {
    of.map_or_else(|| "the scenario".into(), |(list, number)| format!("{list} {number}"))
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// It has no digits.
    NoDigits,
    /// Nothing follows the point.
    Point,
    /// It holds something other than digits.
    Signs,
    /// Its commas do not separate thousands.
    Commas,
    /// It has more than nine decimal places.
    Places,
    /// It has more than 18 digits.
    Digits,
}

crate::text::words!(NumberFault, {
    NoDigits => "no_digits", Point => "point", Signs => "signs", Commas => "commas", Places => "places", Digits => "digits",
});
