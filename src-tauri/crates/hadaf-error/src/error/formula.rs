//! Why a text is no formula, and why one gives no series, with its message in the catalogue.

use hadaf_core::{FormulaError, KindError, SeriesFormula};
use hadaf_model::ModelError;

use super::{AppError, Code};
use crate::refusal;

impl From<FormulaError> for AppError {
    fn from(error: FormulaError) -> Self {
        match error {
            FormulaError::Misplaced { found, at } if !found.is_empty() => {
                refusal!(Code::Word, "formula-misplaced", found = found, at = at.to_string())
            }
            FormulaError::TooLong { limit } => refusal!(Code::Word, "formula-long", limit = limit.to_string()),
            FormulaError::UnknownFunction { name } => refusal!(
                Code::Word,
                "formula-function",
                name = name,
                known = SeriesFormula::FUNCTIONS.join(", ")
            ),
            FormulaError::Takes { function, takes } => {
                refusal!(Code::Word, "formula-takes", function = function, takes = takes)
            }
            // Nothing at all, and what ends too early.
            _ => refusal!(Code::Word, "formula-misplaced", found = "none", at = ""),
        }
    }
}

impl From<KindError> for AppError {
    fn from(error: KindError) -> Self {
        match error {
            KindError::UnknownSeries { name } => ModelError::UnknownSeries {
                name: name.to_string(),
                known: Vec::new(),
            }
            .into(),
            KindError::Units {
                left,
                left_unit,
                right,
                right_unit,
            } => refusal!(
                Code::Refused,
                "formula-units",
                left = left,
                left_unit = left_unit.to_string(),
                right = right,
                right_unit = right_unit.to_string()
            ),
            KindError::Frequencies {
                left,
                left_frequency,
                right,
                right_frequency,
            } => refusal!(
                Code::Refused,
                "formula-frequencies",
                left = left,
                left_frequency = left_frequency.as_str(),
                right = right,
                right_frequency = right_frequency.as_str()
            ),
            KindError::Measures { flow, stock } => {
                refusal!(Code::Refused, "formula-measures", flow = flow, stock = stock)
            }
            KindError::Percent { of } => refusal!(Code::Refused, "formula-percent", of = of),
            KindError::NoSum { of } => refusal!(Code::Refused, "formula-sum", of = of),
            KindError::TooCoarse { of } => refusal!(Code::Refused, "formula-coarse", of = of),
            KindError::NoMoney { of } => refusal!(Code::Refused, "formula-money", of = of),
            KindError::NoRate { of } => refusal!(Code::Refused, "formula-rate", of = of),
            KindError::IntoMissing { amount, rate, currency } => refusal!(
                Code::Refused,
                "formula-into",
                amount = amount,
                rate = rate,
                currency = currency.to_string()
            ),
            KindError::IntoWrong { amount, rate, into } => refusal!(
                Code::Refused,
                "formula-into-wrong",
                amount = amount,
                rate = rate,
                into = into.to_string()
            ),
            other => refusal!(Code::Refused, "system", reason = other.to_string()),
        }
    }
}
