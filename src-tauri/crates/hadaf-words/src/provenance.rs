//! Who published something, and when.

use hadaf_core::{Claim, Published, SourceId, isolated};
use hadaf_model::Book;

use crate::Format;

/// "ARY News, 18 December 2024".
pub fn released(book: &Book, format: Format, source: SourceId, published: &Published) -> String {
    format!(
        "{}, {}",
        isolated(&publisher(book, source)),
        published_day(format, published)
    )
}

/// "18 December 2024", "about January 2025", "no date on the page".
pub fn published_day(format: Format, published: &Published) -> String {
    match (published.date, published.approximate) {
        (Some(day), false) => format.day(day),
        (Some(day), true) => say!(
            format.words,
            "day-about",
            month = format.month(hadaf_core::Month::of(day))
        ),
        (None, _) => say!(format.words, "day-none"),
    }
}

/// "18 December 2024", "about January 2025", "undated": shorter than [`published_day`].
pub fn published_when(format: Format, published: &Published) -> String {
    match (published.date, published.approximate) {
        (Some(day), true) => say!(
            format.words,
            "when-about",
            month = format.month(hadaf_core::Month::of(day))
        ),
        _ => published_day(format, published),
    }
}

/// When a claim was said: "20 August 2025", "undated, before July 2025".
pub fn said(format: Format, claim: &Claim) -> String {
    match (claim.announced, claim.announced_approx.as_deref()) {
        (Some(day), _) => format.day(day),
        (None, Some(approx)) => say!(format.words, "day-undated", approx = approx),
        (None, None) => say!(format.words, "day-none"),
    }
}

/// The publisher, or the title where there is none.
pub fn publisher(book: &Book, source: SourceId) -> String {
    book.source(source)
        .map_or_else(String::new, |source| match source.publisher.trim() {
            "" => source.title.clone(),
            publisher => publisher.to_owned(),
        })
}

/// "ARY News: IT exports to November 2024".
pub fn titled(book: &Book, source: SourceId) -> String {
    book.source(source)
        .map_or_else(String::new, |source| match source.publisher.trim() {
            "" => source.title.clone(),
            publisher => format!("{}: {}", isolated(publisher), isolated(&source.title)),
        })
}
