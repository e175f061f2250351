//! What an entering would do, in words.

use hadaf_error::AppError;
use hadaf_model::{Effect, Step};
use hadaf_words::{Format, effect_words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What becomes of a value that is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PasteOutcome {
    /// The first of its period.
    New,
    /// As the one that is known.
    Same,
    /// Another than the one that is known.
    Revises,
    /// Another than the one that is known, which stays: of an earlier day, or of another source.
    Beside,
    /// Puts a typing error right: the same source on the same day said another figure.
    Corrects,
    /// There is nothing in the cell.
    Empty,
    /// It cannot be entered.
    Invalid,
}

/// What it is to the window.
pub(super) fn outcome(effect: &Effect) -> PasteOutcome {
    match effect {
        Effect::New | Effect::WithdrawsNothing => PasteOutcome::New,
        Effect::Differs(_) | Effect::RevisesLater(_) | Effect::Withdraws(_) => PasteOutcome::Revises,
        Effect::Beside(_) => PasteOutcome::Beside,
        Effect::Corrects(_) => PasteOutcome::Corrects,
        Effect::Repeats | Effect::Known => PasteOutcome::Same,
        Effect::Refused(_) => PasteOutcome::Invalid,
    }
}

/// What it would do, or why it cannot be entered.
pub(super) fn effect_in_words(step: &Step, format: Format) -> String {
    match &step.effect {
        Effect::Refused(refused) => AppError::from(refused.clone()).view(format).message,
        _ => effect_words(format, step),
    }
}
