//! A text as it stands on the canvas: parts of one font and one direction each, from left to right.
//!
//! A renderer's own search for fonts gives up on a text of two scripts, and on letters that one font draws with more
//! glyphs than the other. So each part is handed to it alone, with the font that draws it.

use std::ops::Range;

use hadaf_core::is_from_right;
use hadaf_fonts::{drawn, is_neutral_mark};
use unicode_bidi::{BidiInfo, Level};

use super::shaper::{Typeface, Weight};

/// A part of a text with its place at size 1, from the left end of the whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    /// What a renderer is given: no marks of direction, no white space at its ends.
    pub(crate) text: String,
    /// What draws it.
    pub(crate) face: Typeface,
    /// Its left end.
    pub(crate) left: f64,
}

/// The parts of a text, and how wide the whole is.
pub(super) fn runs(text: &str, weight: Weight) -> (Vec<Run>, f64) {
    let text = drawn(text);
    let mut line = Line {
        weight,
        pen: 0.0,
        runs: Vec::new(),
    };
    if !text.chars().any(is_from_right) {
        line.set_from_left(&text);
        return (line.runs, line.pen);
    }
    let bidi = BidiInfo::new(&text, Some(Level::ltr()));
    for paragraph in &bidi.paragraphs {
        let (levels, visual) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in visual {
            let is_rtl = levels.get(range.start).is_some_and(Level::is_rtl);
            let part = &text[range];
            match is_rtl {
                true => line.set_from_right(part),
                false => line.set_from_left(part),
            }
        }
    }
    (line.runs, line.pen)
}

/// Parts that are set one after the other.
struct Line {
    weight: Weight,
    pen: f64,
    runs: Vec<Run>,
}

impl Line {
    fn set_from_left(&mut self, text: &str) {
        for (face, range) in by_face(text, self.weight) {
            self.push(&text[range], face);
        }
    }

    /// The last part of what is read from the right stands leftmost. Signs that an upright font draws are turned
    /// round one by one, with brackets facing the other way.
    fn set_from_right(&mut self, text: &str) {
        for (face, range) in by_face(text, self.weight).into_iter().rev() {
            let part = &text[range];
            if face.is_from_right() {
                self.push(part, face);
            } else {
                let turned: String = part.chars().rev().map(mirrored).collect();
                self.push(&turned, face);
            }
        }
    }

    fn push(&mut self, part: &str, face: Typeface) {
        let part: String = part
            .chars()
            .filter(|letter| !is_neutral_mark(*letter) || is_joiner(*letter))
            .collect();
        let words = part.trim_matches(' ');
        let width = |text: &str| {
            let shaper = face.shaper(self.weight);
            f64::from(shaper.shape(text, |_, _, _| ())) * shaper.unit
        };
        let whole = width(&part);
        if !words.is_empty() {
            // White space at the ends takes its room, and a renderer would drop it.
            let before = match face.is_from_right() {
                true => &part[part.trim_end_matches(' ').len()..],
                false => &part[..part.len() - part.trim_start_matches(' ').len()],
            };
            self.runs.push(Run {
                text: words.to_owned(),
                face,
                left: self.pen + if before.is_empty() { 0.0 } else { width(before) },
            });
        }
        self.pen += whole;
    }
}

const fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

/// Parts with the font that draws each; what has no shape stays with what precedes it.
fn by_face(text: &str, weight: Weight) -> Vec<(Typeface, Range<usize>)> {
    let mut parts: Vec<(Typeface, Range<usize>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let is_neutral = letter.is_whitespace() || is_neutral_mark(letter);
        let face = || Typeface::of(letter, weight);
        match parts.last_mut() {
            Some((known, range)) if is_neutral || *known == face() => range.end = end,
            _ => parts.push((if is_neutral { Typeface::Inter } else { face() }, at..end)),
        }
    }
    parts
}

const fn mirrored(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '\u{ab}' => '\u{bb}',
        '\u{bb}' => '\u{ab}',
        '\u{2039}' => '\u{203a}',
        '\u{203a}' => '\u{2039}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        runs(text, Weight::Regular).0.into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn a_text_of_one_script_is_one_part() {
        assert_eq!(texts("IT exports, $5.2\u{a0}bn"), ["IT exports, $5.2\u{a0}bn"]);
        assert_eq!(texts("آئی ٹی برآمدات"), ["آئی ٹی برآمدات"]);
        assert_eq!(texts(""), [""; 0]);
    }

    #[test]
    fn parts_stand_set_from_left_to_right_as_they_are_read() {
        assert_eq!(texts("IT برآمدات total"), ["IT", "برآمدات", "total"]);
        // Without isolates a number belongs to what it follows, and stands on its left.
        assert_eq!(texts("برآمدات, 18 May"), ["18", ",", "برآمدات", "May"]);
        assert_eq!(texts("\u{2068}برآمدات\u{2069}, 18 May"), ["برآمدات", ", 18 May"]);
        assert_eq!(texts("\u{2068}برآمدات (کل)\u{2069}"), ["(", "کل", ")", "برآمدات"]);
    }

    #[test]
    fn parts_fill_the_width_without_overlap() {
        let (runs, width) = runs("IT \u{2068}برآمدات ۲۰۲۵ (کل)\u{2069}, 18 May 2025 中", Weight::SemiBold);
        assert!(runs.len() > 3);
        assert!(runs.windows(2).all(|pair| pair[0].left < pair[1].left));
        assert!(runs.iter().all(|run| run.left >= 0.0 && run.left < width));
    }
}
