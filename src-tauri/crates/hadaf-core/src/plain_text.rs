//! What people type made plain: one kind of dash, space, quote and digit, nothing invisible.

/// The zeros of the scripts whose ten digits follow one another: Arabic and Persian, those of South and South-East Asia, and
/// the wide ones of East Asia.
const ZEROS: [u32; 20] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040,
    0x17E0, 0x1810, 0x1946, 0xFF10,
];

/// One character made plain; none for one that nobody sees. Letters stay as they are.
pub fn plain_char(c: char) -> Option<char> {
    let digit = || {
        let code = u32::from(c);
        let zero = ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&code))?;
        char::from_digit(code - zero, 10)
    };
    match c {
        _ if c.is_ascii_graphic() => Some(c),
        '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Some('-'),
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => Some('\''),
        '\u{66B}' | '\u{FF0E}' => Some('.'),
        '\u{66C}' | '\u{FF0C}' => Some(','),
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => Some('/'),
        _ if c.is_whitespace() => Some(' '),
        _ => Some(digit().map_or(c, |digit| digit)),
    }
}

/// A text made plain, character by character. Letters keep their size.
pub fn plain_text(text: &str) -> String {
    text.chars().filter_map(plain_char).collect()
}

/// Without the name of a day of the week before or behind a day, and that name: `mon, 16 nov 2026`. In small letters.
pub(crate) fn without_weekday(plain: &str) -> (&str, Option<&str>) {
    let is_apart = |c: char| matches!(c, ' ' | ',' | '.' | '(' | ')');
    let plain = plain.trim();
    let first = plain.split(is_apart).next().filter(|word| is_weekday(word));
    let last = plain.trim_end_matches(is_apart).rsplit(is_apart).next();
    match (first, last.filter(|word| is_weekday(word))) {
        (Some(name), _) => (plain[name.len()..].trim_start_matches(is_apart), Some(name)),
        (None, Some(name)) => {
            let rest = plain.trim_end_matches(is_apart);
            (rest[..rest.len() - name.len()].trim_end_matches(is_apart), Some(name))
        }
        (None, None) => (plain, None),
    }
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The number of a day of the week, Monday 1, by three letters of its English name or more.
pub(crate) fn weekday_number(word: &str) -> Option<i8> {
    let index = WEEKDAYS
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word));
    i8::try_from(index? + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    weekday_number(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_plain() {
        for (typed, plain) in [
            ("Jul\u{2011}25", "Jul-25"),
            ("1\u{202F}234\u{2009}567\u{A0}8", "1 234 567 8"),
            ("\u{6F1}\u{6F2}\u{66C}\u{663}\u{66B}\u{664}", "12,3.4"),
            ("\u{967}\u{9E7}\u{FF11}", "111"),
            ("\u{200F}\u{2067}190\u{2069}", "190"),
            ("FY\u{2019}25", "FY'25"),
            ("\u{2212}5", "-5"),
        ] {
            assert_eq!(plain_text(typed), plain);
        }
    }

    #[test]
    fn the_day_of_the_week_says_nothing_more() {
        for (text, rest, name) in [
            ("mon, 16 nov 2026", "16 nov 2026", Some("mon")),
            ("16 nov 2026 (monday)", "16 nov 2026", Some("monday")),
            ("tues. 17 nov 2026", "17 nov 2026", Some("tues")),
            ("16 nov 2026", "16 nov 2026", None),
            ("", "", None),
        ] {
            assert_eq!(without_weekday(text), (rest, name), "{text}");
        }
    }
}
