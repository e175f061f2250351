//! Months in English, Urdu and Arabic, and texts made plain.

use hadaf_core::month_number;

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

/// Small letters, one kind of dash, space and quote, digits of all scripts as ours, nothing invisible.
pub(crate) fn plain(text: &str) -> String {
    let digit = |c: char, zero: u32| char::from_digit(u32::from(c) - zero, 10);
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}' => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2018}' | '\u{2019}' | '`' => plain.push('\''),
            '\u{660}'..='\u{669}' => plain.extend(digit(c, 0x660)),
            '\u{6F0}'..='\u{6F9}' => plain.extend(digit(c, 0x6F0)),
            '\u{966}'..='\u{96F}' => plain.extend(digit(c, 0x966)),
            _ if c.is_whitespace() => plain.push(' '),
            _ => plain.extend(c.to_lowercase()),
        }
    }
    plain
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
