//! What becomes of what is entered, in words. Every entrance asks here, so that each says the same.

use hadaf_core::{Observation, Published};
use hadaf_model::{Book, Effect, Standing, Step, correction_effect};

use crate::{Format, published_day, titled};

/// How many corrections a label lists.
const LISTED: usize = 5;

/// Something worth knowing of what an entry became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryNote {
    /// A stable word: corrects, `dated_before`, `another_source`, stays, `nothing_withdrawn`, estimate.
    pub code: &'static str,
    /// In words.
    pub text: String,
}

/// What an entry becomes, where that is not what it says: what it corrects, what stays beside it, and that it is
/// an estimate.
pub fn entry_notes(book: &Book, format: Format, step: &Step) -> Vec<EntryNote> {
    let code = match &step.effect {
        Effect::Corrects(_) => Some("corrects"),
        Effect::RevisesLater(_) => Some("dated_before"),
        Effect::Beside(standing) if standing.is_later => Some("dated_before"),
        Effect::Beside(_) => Some("another_source"),
        Effect::Withdraws(withdraws) => withdraws.stays.map(|_| "stays"),
        Effect::WithdrawsNothing => Some("nothing_withdrawn"),
        // A revision is what one expects of another figure.
        Effect::New | Effect::Differs(_) | Effect::Repeats | Effect::Known | Effect::Refused(_) => None,
    };
    let what = code.map(|code| EntryNote {
        code,
        text: effect_words(format, step),
    });
    let is_kept = !matches!(step.effect, Effect::Refused(_) | Effect::Known);
    let is_estimate = is_kept && !step.draft.is_withdrawn() && step.draft.is_estimate(book.calendar());
    let estimate = is_estimate.then(|| EntryNote {
        code: "estimate",
        text: match step.draft.is_early(book.calendar()) {
            true => say!(
                format.words,
                "effect-estimate",
                period = format.period(step.draft.period)
            ),
            false => say!(format.words, "effect-estimate-stated"),
        },
    });
    what.into_iter().chain(estimate).collect()
}

/// The same of an entry that is put right.
pub fn correction_notes(book: &Book, format: Format, wrong: &Observation, right: &Observation) -> Vec<EntryNote> {
    let notes = entry_notes(book, format, &correction_effect(book, wrong, right)).into_iter();
    // That it is corrected says the label already.
    notes.filter(|note| note.code != "corrects").collect()
}

/// "324 → 310", or what stays beside a figure that is entered; nothing where it changes nothing, or cannot be entered.
pub fn effect_words(format: Format, step: &Step) -> String {
    let value = format.exact(step.draft.value);
    let change = |before: &hadaf_core::Decimal, after: &str| format!("{} \u{2192} {after}", format.exact(*before));
    match &step.effect {
        Effect::New | Effect::Corrects(None) => value,
        Effect::Differs(current) | Effect::Corrects(Some(current)) => change(current, &value),
        Effect::Withdraws(withdraws) => match withdraws.stays {
            None => change(&withdraws.figure, "\u{2013}"),
            Some(stays) => say!(
                format.words,
                "effect-withdraws-beside",
                value = format.exact(withdraws.figure),
                current = format.exact(stays.value)
            ),
        },
        Effect::WithdrawsNothing => say!(format.words, "effect-withdraws-nothing"),
        Effect::RevisesLater(standing) => {
            let change = change(&standing.value, &value);
            match standing.published.date {
                Some(_) => say!(
                    format.words,
                    "effect-revises-later",
                    change = change,
                    day = published_day(format, &standing.published)
                ),
                None => say!(
                    format.words,
                    "effect-revises-undated",
                    change = change,
                    day = format.day(standing.published.seen)
                ),
            }
        }
        Effect::Beside(standing) => beside(format, value, standing),
        Effect::Repeats | Effect::Known | Effect::Refused(_) => String::new(),
    }
}

fn beside(format: Format, value: String, standing: &Standing) -> String {
    let (words, current) = (format.words, format.exact(standing.value));
    match (standing.is_later, standing.published.date) {
        (true, Some(_)) => say!(
            words,
            "effect-dated-before",
            value = value,
            current = current,
            day = published_day(format, &standing.published)
        ),
        (true, None) => say!(
            words,
            "effect-before-undated",
            value = value,
            current = current,
            day = format.day(standing.published.seen)
        ),
        (false, _) => say!(words, "effect-another-source", value = value, current = current),
    }
}

/// The label of a change with what it puts right: "54 values pasted; corrected: Mar 2025 318 → 325".
pub fn label_with_corrections<'a>(format: Format, label: String, steps: impl IntoIterator<Item = &'a Step>) -> String {
    let corrects = |step: &&Step| matches!(step.effect, Effect::Corrects(_));
    let told = |step: &Step| {
        let period = format.period_short(step.draft.period);
        format!("{period} {}", effect_words(format, step))
    };
    let changes: Vec<String> = steps.into_iter().filter(corrects).map(told).collect();
    match changes.as_slice() {
        [] => label,
        changes => {
            let more = if changes.len() > LISTED { ", \u{2026}" } else { "" };
            let changes = format!("{}{more}", changes[..changes.len().min(LISTED)].join(", "));
            say!(format.words, "label-corrects", label = label, changes = changes)
        }
    }
}

/// What is put right in an entry: "4,020 corrected to 402", "4,450, published 19 April 2025 instead of 18 April 2025".
/// `source` is the title of the source that it names now.
pub fn correction_label(book: &Book, format: Format, wrong: &Observation, right: &Observation, source: &str) -> String {
    let words = format.words;
    let said = |it: &Observation| match it.is_withdrawn() {
        true => say!(words, "status-withdrawn"),
        false => format.exact(it.value),
    };
    let day = |published: &Published| published_day(format, published);
    let is_value = wrong.is_withdrawn() != right.is_withdrawn() || wrong.value != right.value;
    let mut changes = vec![match is_value {
        true => say!(words, "correct-value", before = said(wrong), value = said(right)),
        false => said(right),
    }];
    if wrong.published != right.published {
        let (before, after) = (day(&wrong.published), day(&right.published));
        changes.push(say!(words, "correct-day", before = before, after = after));
    }
    let named = book.source(wrong.source).map_or("", |source| source.title.as_str());
    if named != source {
        let before = titled(book, wrong.source);
        changes.push(say!(words, "correct-source", before = before, after = source));
    }
    if wrong.status != right.status && !is_value {
        changes.push(say!(words, "correct-status"));
    }
    if wrong.note != right.note {
        changes.push(say!(words, "correct-note"));
    }
    changes.join("; ")
}
