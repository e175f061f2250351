//! Why a text is no number.

use hadaf_core::{Decimal, NumberFault};

/// Why a text is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberError {
    /// A comma that would have to be a decimal point.
    DecimalComma {
        /// As it was written.
        text: String,
        /// What it would be with a decimal comma.
        reading: Decimal,
    },
    /// A percent sign, a currency or a scale stands beside the number.
    WithUnit {
        /// As it was written.
        text: String,
    },
    /// A month, a year or a day stands where a number should.
    IsPeriod {
        /// As it was written.
        text: String,
        /// What it is.
        what: TimeKind,
    },
    /// A formula of a spreadsheet failed.
    IsError {
        /// As it was written.
        text: String,
    },
    /// A minus inside the brackets that say the same.
    TwoSigns {
        /// As it was written.
        text: String,
    },
    /// No number at all.
    NoNumber {
        /// As it was written.
        text: String,
        /// Why.
        fault: NumberFault,
    },
}

/// What a text names that stands where a number should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeKind {
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A fiscal year.
    Year,
    /// A day.
    Day,
    /// A period of a kind that is not sure.
    Period,
}

impl TimeKind {
    /// The word by which a message says it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Day => "day",
            Self::Period => "period",
        }
    }
}

impl NumberError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::DecimalComma { .. } => "number_ambiguous",
            Self::WithUnit { .. } => "number_with_unit",
            Self::IsPeriod { .. } => "number_is_period",
            Self::IsError { .. } => "number_is_error",
            Self::TwoSigns { .. } | Self::NoNumber { .. } => "number_invalid",
        }
    }
}

crate::said::said_elsewhere!(NumberError);
