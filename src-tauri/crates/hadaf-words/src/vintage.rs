//! What an observation is to the current figure, in words.

use hadaf_core::{Correction, Status, VintageRole};

use crate::{Format, published_day};

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
