//! What an entering would do, in words.

use hadaf_words::{Format, published_day, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plan::{Effect, Step};

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
        Effect::New => PasteOutcome::New,
        Effect::Differs(_) | Effect::Withdraws(_) => PasteOutcome::Revises,
        Effect::Beside(_) => PasteOutcome::Beside,
        Effect::Corrects(_) => PasteOutcome::Corrects,
        Effect::Repeats | Effect::Known => PasteOutcome::Same,
        Effect::Refused(_) => PasteOutcome::Invalid,
    }
}

/// "324 → 310", what stays beside it, or why it cannot be entered; nothing where it changes nothing.
pub(super) fn effect_in_words(step: &Step, format: Format) -> String {
    let value = format.exact(step.draft.value);
    let change = |before| format!("{} \u{2192} {value}", format.exact(before));
    match &step.effect {
        Effect::New => value,
        Effect::Differs(current) | Effect::Corrects(Some(current)) => change(*current),
        Effect::Corrects(None) => value,
        Effect::Withdraws(current) => format!("{} \u{2192} \u{2013}", format.exact(*current)),
        Effect::Beside(standing) if standing.is_later => say!(
            format.words,
            "effect-dated-before",
            value = value,
            current = format.exact(standing.value),
            day = published_day(format, &standing.published)
        ),
        Effect::Beside(standing) => say!(
            format.words,
            "effect-another-source",
            value = value,
            current = format.exact(standing.value)
        ),
        Effect::Repeats | Effect::Known => String::new(),
        Effect::Refused(error) => error.view(format).message,
    }
}
