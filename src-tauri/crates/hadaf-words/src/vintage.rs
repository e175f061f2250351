//! What an observation is to the current figure, in words.

use hadaf_core::{
    AsOf, Correction, Decimal, Derivation, Observation, Period, Preference, Reading, Status, Vintage, VintageRole,
    known_days,
};
use hadaf_model::Book;

use crate::{Format, published_day, publisher, titled};

/// "current", "revised", "estimate": what an observation is to the current figure.
pub fn role_words(format: Format, role: VintageRole, status: Status) -> String {
    let words = format.words;
    match (role, status) {
        (VintageRole::Current, Status::Estimate) => say!(words, "role-estimate"),
        (VintageRole::Superseded, Status::Estimate) => say!(words, "role-estimate-past"),
        (role, _) => say_of!(words, "role-{}", VintageRole, role),
    }
}

/// "Corrected on 27 November 2026 by Ayesha; it was entered as 4,020 (18 April 2025, State Bank)."
pub fn correction_words(format: Format, correction: &Correction, source: &str) -> String {
    let at = correction
        .corrected_at
        .to_zoned_datetime(jiff::tz::TimeZone::UTC)
        .date();
    say!(
        format.words,
        "history-corrected",
        day = format.day(at),
        who = correction.corrected_by.clone(),
        before = correction
            .value
            .map_or_else(|| say!(format.words, "status-withdrawn"), |value| format.exact(value)),
        published = published_day(format, &correction.published),
        source = source
    )
}

/// What was put right in some observations.
pub fn corrections_of(book: &Book, format: Format, observations: &[&Observation]) -> Vec<String> {
    let corrections = book.corrections.iter();
    corrections
        .filter(|correction| observations.iter().any(|it| it.id == correction.observation))
        .map(|correction| correction_words(format, correction, &titled(book, correction.source)))
        .collect()
}

/// "Decided on 27 November 2026 by Ayesha: read here, on past days too, is State Bank: monthly table. The publisher's own."
pub fn preference_words(book: &Book, format: Format, preference: &Preference) -> String {
    let at = preference
        .preferred_at
        .to_zoned_datetime(jiff::tz::TimeZone::UTC)
        .date();
    say!(
        format.words,
        "preference-told",
        day = format.day(at),
        who = preference.preferred_by.clone(),
        source = titled(book, preference.source),
        reason = preference.reason.clone()
    )
}

/// What was read of a period from which day on: a sentence for each figure, estimate and withdrawal.
pub fn history_sentences(book: &Book, format: Format, observations: &[&Observation]) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut read: Option<Reading> = None;
    for day in known_days(observations.iter().copied()) {
        let vintage = Vintage::of(observations.iter().copied(), book.calendar(), AsOf::Day(day));
        let reading = vintage.reading();
        let is_told = match (&read, &reading) {
            (Some(last), Some(next)) => last.value.same_value(next.value) && last.outturn == next.outturn,
            (None, None) => true,
            _ => false,
        };
        if is_told {
            continue;
        }
        match (&reading, vintage.withdrawal()) {
            (Some(reading), _) => sentences.push(reading_words(book, format, reading, read.as_ref())),
            (None, Some(withdrawal)) => sentences.push(withdrawal_words(book, format, withdrawal)),
            (None, None) => {}
        }
        read = reading;
    }
    sentences
}

/// What was read from a day on, after what was read before.
fn reading_words(book: &Book, format: Format, reading: &Reading, before: Option<&Reading>) -> String {
    let words = format.words;
    let value = format.exact(reading.value);
    let day = published_day(format, &reading.published);
    let source = publisher(book, reading.source);
    let is_revised = before.is_some_and(|before| before.outturn);
    match (
        reading.derived || reading.observation.is_calculated(),
        reading.outturn,
        is_revised,
    ) {
        (true, ..) => say!(words, "history-derived", value = value, day = day),
        (_, false, _) => say!(words, "history-estimated", value = value, day = day, source = source),
        (_, _, false) => say!(words, "history-first", value = value, day = day, source = source),
        (_, _, true) => say!(words, "history-then", value = value, day = day, source = source),
    }
}

/// How a month was worked out that nobody published.
pub fn worked_out_words(format: Format, value: Decimal, derivation: Derivation) -> String {
    let words = format.words;
    let total = match derivation.total {
        Period::Month(month) => say!(words, "history-total-to", month = format.month(month)),
        year => say!(words, "history-total-of", year = format.period(year)),
    };
    let none = || "none".to_owned();
    say!(
        words,
        "history-worked-out",
        value = format.exact(value),
        total = total,
        before = derivation.after.map_or_else(none, |month| format.month(month)),
        between = derivation.months,
    )
}

/// That there is no figure from a day on.
fn withdrawal_words(book: &Book, format: Format, withdrawal: &Observation) -> String {
    let day = published_day(format, &withdrawal.published);
    if withdrawal.id.is_calculated() {
        return say!(format.words, "history-derived-gone", day = day);
    }
    say!(
        format.words,
        "history-withdrawn",
        day = day,
        source = publisher(book, withdrawal.source)
    )
}
