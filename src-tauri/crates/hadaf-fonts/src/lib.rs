//! The fonts of the program, and what becomes of a character that none of them has: one list and one rule for
//! pictures, pages and whatever else is drawn. Nothing looks for fonts on the system.
//!
//! What people type may hold anything: other scripts, emoji, control characters, marks that turn the direction. It is
//! drawn all the same: [`drawn`] gives the text as it can be drawn, [`undrawn`] what had to be replaced, so that it
//! can be told.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use hadaf_core::is_from_right;
use rustybuzz::ttf_parser::Face;

/// Inter, weight 400: labels and numbers.
pub const INTER_REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
/// Inter, weight 600: titles.
pub const INTER_SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");
/// Source Serif 4, weight 400: prose on paper.
pub const SERIF_REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/SourceSerif4-Regular.ttf");
/// Source Serif 4, weight 600.
pub const SERIF_SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/SourceSerif4-Semibold.ttf");
/// Vazirmatn, weight 400: names in Arabic letters, one glyph for a letter.
pub const ARABIC_REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/Vazirmatn-Regular.ttf");
/// Vazirmatn, weight 600.
pub const ARABIC_SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/Vazirmatn-SemiBold.ttf");
/// Noto Nastaliq Urdu: Urdu as it is written, and Arabic letters that Vazirmatn lacks.
pub const NASTALIQ: &[u8] = include_bytes!("../../../../assets/fonts/NotoNastaliqUrdu-Regular.ttf");

/// All of them, in the order in which one falls back to the next.
pub const FILES: [&[u8]; 7] = [
    INTER_REGULAR,
    INTER_SEMIBOLD,
    ARABIC_REGULAR,
    ARABIC_SEMIBOLD,
    SERIF_REGULAR,
    SERIF_SEMIBOLD,
    NASTALIQ,
];

/// The families by the names that the files carry, in the same order.
pub const FAMILIES: [&str; 4] = ["Inter", "Vazirmatn", "Source Serif 4", "Noto Nastaliq Urdu"];

/// Stands for a character that no font here has. Inter has it.
pub const REPLACEMENT: char = '\u{25a1}';

/// Letters without a place to break are broken after so many, where a page breaks lines itself.
const LONGEST_WORD: usize = 40;

static FACES: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|file| Face::parse(file, 0).expect("the fonts of this crate are whole"))
        .collect()
});

/// Whether some font has a shape for a character.
pub fn has_glyph(letter: char) -> bool {
    // Plain letters, digits and signs are asked for most, and Inter has them all.
    matches!(letter, ' '..='~') || FACES.iter().any(|face| face.glyph_index(letter).is_some())
}

/// A character that directs the layout and has no shape: joiners, marks of direction, isolates.
pub const fn is_neutral_mark(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{2066}'..='\u{2069}')
}

/// A character that is neither seen nor needed: tags, selectors of a variant, embeddings and overrides of direction,
/// spaces without width, what no file can hold.
const fn is_dropped(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}'
    ) || (letter as u32 & 0xfffe) == 0xfffe
}

/// Characters of nobody's: files that are kept for long must not hold them.
const fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// White space that a line may be broken at or that ends one.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}')
}

/// Whether a font here has to draw it, and none can.
fn is_undrawn(letter: char) -> bool {
    !is_neutral_mark(letter)
        && !letter.is_control()
        && !letter.is_whitespace()
        && !is_dropped(letter)
        && (is_private(letter) || !has_glyph(letter))
}

/// What of a text is drawn as [`REPLACEMENT`].
pub fn undrawn(text: &str) -> BTreeSet<char> {
    text.chars().filter(|letter| is_undrawn(*letter)).collect()
}

/// A text as it is drawn: white space run together and none at the ends, no control characters, no marks that turn the
/// direction for good, and [`REPLACEMENT`] for each character that no font has. A no-break space stays.
pub fn drawn(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~')) && !text.contains("  ");
    if is_plain && !text.starts_with(' ') && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if is_space(letter) {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if is_undrawn(letter) {
            out.push(REPLACEMENT);
        } else if is_kept(letter, out.chars().next_back(), letters.peek().copied()) {
            out.push(letter);
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    Cow::Owned(out)
}

/// Whether a letter that needs no replacing is drawn at all. Joiners mean something between letters that join, and
/// nothing between pictures.
fn is_kept(letter: char, before: Option<char>, after: Option<char>) -> bool {
    let joins = |letter: Option<char>| letter.is_some_and(is_from_right);
    match letter {
        '\u{200c}' | '\u{200d}' => joins(before) && joins(after),
        letter => !letter.is_control() && !is_dropped(letter),
    }
}

/// A text for a page that breaks lines at spaces: places to break in words that no line could hold.
pub fn breakable(text: &str) -> Cow<'_, str> {
    let is_long = |word: &str| word.chars().count() > LONGEST_WORD;
    if !text.split(is_space).any(is_long) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut run = 0;
    for letter in text.chars() {
        run = if is_space(letter) { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            out.push('\u{200b}');
            run = 1;
        }
        out.push(letter);
    }
    Cow::Owned(out)
}

/// A text on one line, without anything that a file cannot hold.
pub fn on_one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_space(letter) {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !letter.is_control() && !is_dropped(letter) {
            out.push(letter);
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// A text for a title or description that is read aloud or listed and not drawn: on one line, without isolates.
pub fn spoken(text: &str) -> String {
    on_one_line(text).replace(|letter| matches!(letter, '\u{2066}'..='\u{2069}'), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fonts_have_stays_and_the_rest_is_seen() {
        for (text, expected) in [
            ("IT exports", "IT exports"),
            (" a\u{0}b\n\tc \u{7} d\u{ffff} ", "ab c d"),
            ("365\u{a0}m", "365\u{a0}m"),
            ("برآمدات", "برآمدات"),
            ("می\u{200c}خواہم", "می\u{200c}خواہم"),
            ("中文", "□□"),
            ("📈 up", "□ up"),
            ("👨\u{200d}👩", "□□"),
            ("a\u{202e}b\u{202c}", "ab"),
            ("\u{2068}a\u{2069}", "\u{2068}a\u{2069}"),
            ("\u{e000}", "□"),
            ("☎\u{fe0f}", "□"),
            ("", ""),
            (" \n ", ""),
        ] {
            assert_eq!(drawn(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_replaced_is_named_once() {
        assert_eq!(undrawn("中文中 x\n\u{200b}").into_iter().collect::<String>(), "中文");
        assert!(undrawn("Exports, Rs 5\u{a0}bn: برآمدات\u{202e}").is_empty());
    }

    #[test]
    fn what_is_drawn_needs_no_replacing() {
        for letter in ('\u{1}'..='\u{3000}').chain('\u{f000}'..='\u{ffff}') {
            let text = drawn(letter.encode_utf8(&mut [0; 4])).into_owned();
            assert_eq!(drawn(&text), text, "{letter:?}");
            assert!(undrawn(&text).is_empty(), "{letter:?}");
        }
    }

    #[test]
    fn a_word_longer_than_a_line_gets_places_to_break() {
        let word = "x".repeat(100);
        assert_eq!(breakable(&word).matches('\u{200b}').count(), 2);
        assert_eq!(breakable("short words only"), "short words only");
    }

    #[test]
    fn what_is_read_keeps_every_script_and_no_mark() {
        assert_eq!(spoken("\u{2068}漢\u{2069}\n\u{1}b "), "漢 b");
    }

    #[test]
    fn families_are_those_of_the_files() {
        assert!(has_glyph(REPLACEMENT));
        assert!(FACES[0].glyph_index(REPLACEMENT).is_some() && FACES[1].glyph_index(REPLACEMENT).is_some());
    }
}
