//! Texts of either direction within one another. A name that is written from the right would turn the digits and signs
//! beside it round; marks round the name, which Unicode calls isolates, keep the sentence in order.

use std::borrow::Cow;

/// Opens a text that finds its own direction.
const FIRST_STRONG: char = '\u{2068}';
/// Closes it.
const POP: char = '\u{2069}';

/// Whether a letter is written from the right: Hebrew, Arabic and their kin, and the marks of that direction.
pub const fn is_from_right(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// Marks that open an isolate.
const fn opens(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2068}')
}

/// Marks that turn the direction of all that follows: embeddings, overrides, and what ends them.
const fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}')
}

/// A text as it may stand in a sentence of either direction: isolated where it has letters from the right that are not
/// isolated yet, and without marks that would reach beyond it. Any other text stays as it is.
pub fn isolated(text: &str) -> Cow<'_, str> {
    let is_mark = |letter: char| opens(letter) || letter == POP || turns(letter);
    if !text.contains(|letter| is_mark(letter) || is_from_right(letter)) {
        return Cow::Borrowed(text);
    }
    let (mut depth, mut is_bare, mut is_broken) = (0_usize, false, false);
    for letter in text.chars() {
        match letter {
            letter if opens(letter) => depth += 1,
            POP => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => is_broken = true,
            },
            letter if turns(letter) => is_broken = true,
            letter => is_bare |= depth == 0 && is_from_right(letter),
        }
    }
    if is_broken || depth > 0 {
        let clean: String = text.chars().filter(|letter| !is_mark(*letter)).collect();
        return match clean.contains(is_from_right) {
            true => Cow::Owned(format!("{FIRST_STRONG}{clean}{POP}")),
            false => Cow::Owned(clean),
        };
    }
    match is_bare {
        true => Cow::Owned(format!("{FIRST_STRONG}{text}{POP}")),
        false => Cow::Borrowed(text),
    }
}

/// A text for a program or a terminal, which do without isolates.
pub fn without_isolates(text: &str) -> Cow<'_, str> {
    let is_isolate = |letter: char| opens(letter) || letter == POP;
    match text.contains(is_isolate) {
        true => Cow::Owned(text.replace(is_isolate, "")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_the_right_are_isolated_once() {
        for (text, expected) in [
            ("IT exports", "IT exports"),
            ("برآمدات", "\u{2068}برآمدات\u{2069}"),
            ("IT برآمدات", "\u{2068}IT برآمدات\u{2069}"),
            ("\u{2068}برآمدات\u{2069}, 18 May", "\u{2068}برآمدات\u{2069}, 18 May"),
            ("a\u{202e}b", "ab"),
            ("\u{2069}a\u{2066}", "a"),
            ("\u{2066}برآمدات", "\u{2068}برآمدات\u{2069}"),
            ("", ""),
        ] {
            assert_eq!(isolated(text), expected, "{text:?}");
            assert_eq!(isolated(&isolated(text)), expected, "{text:?} twice");
        }
    }

    #[test]
    fn programs_read_no_isolates() {
        assert_eq!(without_isolates("\u{2068}برآمدات\u{2069}, 18 May"), "برآمدات, 18 May");
        assert_eq!(without_isolates("plain"), "plain");
    }
}
