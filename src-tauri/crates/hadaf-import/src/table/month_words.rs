//! Months in English, Urdu and Arabic, and texts made plain.

use hadaf_core::{month_number, plain_text};

/// Urdu first, then Arabic as it is written east and west.
const OTHERS: [(&str, u8); 35] = [
    ("جنوری", 1),
    ("فروری", 2),
    ("مارچ", 3),
    ("اپریل", 4),
    ("مئی", 5),
    ("جون", 6),
    ("جولائی", 7),
    ("جولائ", 7),
    ("اگست", 8),
    ("ستمبر", 9),
    ("اکتوبر", 10),
    ("نومبر", 11),
    ("دسمبر", 12),
    ("يناير", 1),
    ("فبراير", 2),
    ("مارس", 3),
    ("أبريل", 4),
    ("ابريل", 4),
    ("مايو", 5),
    ("يونيو", 6),
    ("يوليو", 7),
    ("أغسطس", 8),
    ("اغسطس", 8),
    ("سبتمبر", 9),
    ("أكتوبر", 10),
    ("اكتوبر", 10),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
    ("sept", 9),
    ("janvier", 1),
    ("februar", 2),
    ("märz", 3),
    ("mär", 3),
    ("mai", 5),
    ("dez", 12),
];

/// The month that a word names: in English by three letters or more.
pub(crate) fn month_of(word: &str) -> Option<u8> {
    let other = || OTHERS.iter().find(|(name, _)| *name == word).map(|(_, month)| *month);
    month_number(word).or_else(other)
}

/// A text made plain, in small letters.
pub(crate) fn plain(text: &str) -> String {
    plain_text(text).to_lowercase().replace('`', "'")
}

/// A word for all of a year.
pub(crate) fn is_total(text: &str) -> bool {
    let plain = plain(text);
    let word = plain.trim().trim_end_matches(':');
    matches!(
        word,
        "total" | "annual" | "full year" | "year" | "grand total" | "sum" | "کل" | "fy" | "annual total"
    )
}
