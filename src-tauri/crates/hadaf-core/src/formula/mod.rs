//! Formulas of derived series: `it_exports - it_imports`, `share(freelance, total)`, `growth(rolling(total))`.
//!
//! A formula is text that people type, and a tree that is checked and worked out. What is written back is the one
//! spelling of it.

mod error;
mod read;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Currency, SeriesId};

pub use error::FormulaError;

/// How the figures of a series come of those of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SeriesFormula {
    /// The figures of a series as they are.
    Series(SeriesId),
    /// `a + b`.
    Sum(Box<Self>, Box<Self>),
    /// `a - b`.
    Difference(Box<Self>, Box<Self>),
    /// `share(a, b)`: a as percent of b.
    Share(Box<Self>, Box<Self>),
    /// `growth(a)`: change on the same period a year earlier, percent.
    Growth(Box<Self>),
    /// `rolling(a)`: the sum of the last twelve months, or four quarters.
    Rolling(Box<Self>),
    /// `per_day(a)`: a for each day of the calendar.
    PerDay(Box<Self>),
    /// `per_working_day(a)`: a for each working day.
    PerWorkingDay(Box<Self>),
    /// `convert(a, rate)` and `convert(a, rate, USD)`.
    Convert {
        /// Money.
        amount: Box<Self>,
        /// What one unit of the foreign currency costs, in the currency in which the rate counts.
        rate: Box<Self>,
        /// The foreign currency, where the amount is in that of the rate and is divided by it; none where the amount is
        /// foreign and is multiplied.
        into: Option<Currency>,
    },
    /// `quarterly(a)`: months taken together to quarters.
    Quarterly(Box<Self>),
    /// `yearly(a)`: months or quarters taken together to fiscal years.
    Yearly(Box<Self>),
}

impl SeriesFormula {
    /// The names of all functions, as they are typed.
    pub const FUNCTIONS: &'static [&'static str] = &[
        "share",
        "growth",
        "rolling",
        "per_day",
        "per_working_day",
        "convert",
        "quarterly",
        "yearly",
    ];

    /// What it is applied to: one or two formulas, none of a bare series.
    pub fn operands(&self) -> Vec<&Self> {
        match self {
            Self::Series(_) => Vec::new(),
            Self::Sum(left, right) | Self::Difference(left, right) | Self::Share(left, right) => vec![left, right],
            Self::Convert { amount, rate, .. } => vec![amount, rate],
            Self::Growth(of)
            | Self::Rolling(of)
            | Self::PerDay(of)
            | Self::PerWorkingDay(of)
            | Self::Quarterly(of)
            | Self::Yearly(of) => vec![of],
        }
    }

    /// The series that it names, each once, in the order in which it does.
    pub fn inputs(&self) -> Vec<&SeriesId> {
        let mut inputs = Vec::new();
        self.collect(&mut inputs);
        inputs
    }

    fn collect<'a>(&'a self, inputs: &mut Vec<&'a SeriesId>) {
        if let Self::Series(id) = self
            && !inputs.contains(&id)
        {
            inputs.push(id);
        }
        for operand in self.operands() {
            operand.collect(inputs);
        }
    }

    /// The same with another series in the place of one.
    #[must_use]
    pub fn renamed(&self, from: &SeriesId, to: &SeriesId) -> Self {
        let again = |of: &Self| Box::new(of.renamed(from, to));
        match self {
            Self::Series(id) => Self::Series(if id == from { to.clone() } else { id.clone() }),
            Self::Sum(left, right) => Self::Sum(again(left), again(right)),
            Self::Difference(left, right) => Self::Difference(again(left), again(right)),
            Self::Share(left, right) => Self::Share(again(left), again(right)),
            Self::Growth(of) => Self::Growth(again(of)),
            Self::Rolling(of) => Self::Rolling(again(of)),
            Self::PerDay(of) => Self::PerDay(again(of)),
            Self::PerWorkingDay(of) => Self::PerWorkingDay(again(of)),
            Self::Convert { amount, rate, into } => Self::Convert {
                amount: again(amount),
                rate: again(rate),
                into: *into,
            },
            Self::Quarterly(of) => Self::Quarterly(again(of)),
            Self::Yearly(of) => Self::Yearly(again(of)),
        }
    }

    /// Whether it needs no division and no product, so that its figures are exact.
    pub fn is_exact(&self) -> bool {
        let is_exact = match self {
            Self::Series(_)
            | Self::Sum(..)
            | Self::Difference(..)
            | Self::Rolling(_)
            | Self::Quarterly(_)
            | Self::Yearly(_) => true,
            Self::Share(..) | Self::Growth(_) | Self::PerDay(_) | Self::PerWorkingDay(_) | Self::Convert { .. } => {
                false
            }
        };
        is_exact && self.operands().into_iter().all(Self::is_exact)
    }

    /// In brackets where it is a sum or a difference.
    fn fmt_operand(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sum(..) | Self::Difference(..) => write!(f, "({self})"),
            _ => write!(f, "{self}"),
        }
    }
}

impl fmt::Display for SeriesFormula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Series(id) => write!(f, "{id}"),
            Self::Sum(left, right) => {
                write!(f, "{left} + ")?;
                right.fmt_operand(f)
            }
            Self::Difference(left, right) => {
                write!(f, "{left} - ")?;
                right.fmt_operand(f)
            }
            Self::Share(part, whole) => write!(f, "share({part}, {whole})"),
            Self::Growth(of) => write!(f, "growth({of})"),
            Self::Rolling(of) => write!(f, "rolling({of})"),
            Self::PerDay(of) => write!(f, "per_day({of})"),
            Self::PerWorkingDay(of) => write!(f, "per_working_day({of})"),
            Self::Convert {
                amount,
                rate,
                into: Some(into),
            } => write!(f, "convert({amount}, {rate}, {into})"),
            Self::Convert { amount, rate, .. } => write!(f, "convert({amount}, {rate})"),
            Self::Quarterly(of) => write!(f, "quarterly({of})"),
            Self::Yearly(of) => write!(f, "yearly({of})"),
        }
    }
}

impl FromStr for SeriesFormula {
    type Err = FormulaError;

    fn from_str(text: &str) -> Result<Self, FormulaError> {
        read::read(text)
    }
}

impl TryFrom<String> for SeriesFormula {
    type Error = FormulaError;

    fn try_from(text: String) -> Result<Self, FormulaError> {
        text.parse()
    }
}

impl From<SeriesFormula> for String {
    fn from(formula: SeriesFormula) -> Self {
        formula.to_string()
    }
}
