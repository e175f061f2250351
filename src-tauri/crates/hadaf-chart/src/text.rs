//! Text before it has a place: cleaned, wrapped and cut at measured width.

use crate::fonts::{Weight, width};

/// `text` as it is drawn: see [`hadaf_fonts::drawn`].
pub(crate) fn clean(text: &str) -> String {
    hadaf_fonts::drawn(text).into_owned()
}

/// Breaks at spaces so that no line is wider than `limit` pixels; a word that is wider has a line of its own.
pub(crate) fn wrap(text: &str, weight: Weight, size: f64, limit: f64) -> Vec<String> {
    // Most texts fit, and one measurement says so.
    if !text.is_empty() && width(text, weight, size) <= limit {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(&longer, weight, size) <= limit {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// As [`wrap`], with lines as alike as the same number of them allows: no word left alone at the end.
pub(crate) fn balanced(text: &str, weight: Weight, size: f64, limit: f64) -> Vec<String> {
    let lines = wrap(text, weight, size, limit);
    if lines.len() < 2 {
        return lines;
    }
    [0.6, 0.7, 0.8, 0.9]
        .iter()
        .map(|share| wrap(text, weight, size, limit * share))
        .find(|narrower| narrower.len() == lines.len())
        .unwrap_or(lines)
}

/// The title on one line where it fits `comfort`, else on two: broken after a semicolon or colon if
/// there is one that leaves both lines within `limit`, else where the lines are most alike.
/// `None`: it needs a third.
pub(crate) fn title(text: &str, size: f64, comfort: f64, limit: f64) -> Option<Vec<String>> {
    let measure = |line: &str| width(line, Weight::SemiBold, size);
    let whole = measure(text);
    if whole <= comfort.min(limit) {
        return Some(vec![text.to_owned()]);
    }
    // Two lines cannot hold it, however it is broken; kerning at the break is worth less than a letter.
    if whole > 2.0 * limit + size {
        return None;
    }
    let mut breaks: Vec<(f64, &str, &str)> = text
        .match_indices(' ')
        .map(|(at, _)| {
            let (first, second) = (&text[..at], &text[at + 1..]);
            let sense = if first.ends_with([';', ':']) { 0.0 } else { limit };
            // Enough to order them by; what fits is measured.
            let longest = first.len().max(second.len()) as f64 / text.len() as f64 * whole;
            (longest + sense, first, second)
        })
        .collect();
    breaks.sort_by(|(one, ..), (other, ..)| one.total_cmp(other));
    let fits = |(_, first, second): &&(f64, &str, &str)| measure(first) <= limit && measure(second) <= limit;
    match breaks.iter().find(fits) {
        Some((_, first, second)) => Some(vec![(*first).to_owned(), (*second).to_owned()]),
        None if whole <= limit => Some(vec![text.to_owned()]),
        None => None,
    }
}

/// `text` cut at a word so that it fits `limit`, with an ellipsis; whole where it fits.
pub(crate) fn shortened(text: &str, weight: Weight, size: f64, limit: f64) -> String {
    if width(text, weight, size) <= limit {
        return text.to_owned();
    }
    let short = |end: usize| format!("{}\u{2026}", text[..end].trim_end());
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    // Halved again and again: measured from its end, a text of thousands of letters takes a minute.
    let fitting = ends.partition_point(|end| width(&short(*end), weight, size) <= limit);
    short(fitting.checked_sub(1).map_or(0, |last| ends[last]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_drops_what_no_file_can_hold() {
        assert_eq!(clean(" a\u{0}b\n\tc \u{7} d\u{ffff} "), "ab c d");
        assert_eq!(clean("365\u{a0}m"), "365\u{a0}m");
    }

    #[test]
    fn wrapping_keeps_to_the_limit_and_to_no_break_spaces() {
        let text = "Reaching $5.2\u{a0}bn needs $556\u{a0}m a month from March to June";
        let lines = wrap(text, Weight::Regular, 12.0, 120.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line, Weight::Regular, 12.0) <= 120.0));
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let lines = balanced("Ministry of IT, before July 2025", Weight::Regular, 12.0, 160.0);
        assert_eq!(lines, ["Ministry of IT,", "before July 2025"]);
        assert_eq!(balanced("One line", Weight::Regular, 12.0, 160.0), ["One line"]);
    }

    #[test]
    fn a_title_breaks_after_its_semicolon() {
        let text =
            "Reaching $5.2\u{a0}bn needs $556\u{a0}m a month from March to June; the best month so far is $437\u{a0}m";
        let lines = title(text, 20.0, 700.0, 920.0).unwrap();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].ends_with(';'));
        assert_eq!(title("Short", 20.0, 700.0, 920.0).unwrap(), ["Short"]);
        assert!(title(&text.repeat(3), 20.0, 700.0, 920.0).is_none());
    }

    #[test]
    fn shortening_ends_in_an_ellipsis_within_the_limit() {
        let short = shortened("Ministry of Information Technology", Weight::Regular, 12.0, 100.0);
        assert!(short.ends_with('\u{2026}') && width(&short, Weight::Regular, 12.0) <= 100.0);
        assert_eq!(shortened("abc", Weight::Regular, 12.0, 100.0), "abc");
    }
}
