//! Marks that tables put beside numbers and periods.

use hadaf_core::Status;

/// A mark beside a number or a period. It is taken off and reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `p`: provisional.
    Provisional,
    /// `r`: revised.
    Revised,
    /// `e`, `BE`, `RE`: estimated, also of a budget.
    Estimated,
    /// `f`: forecast.
    Forecast,
    /// `a`: actual.
    Actual,
    /// `~`: about.
    About,
    /// `*` and its like: a footnote.
    Footnote,
}

impl Mark {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Provisional,
        Self::Revised,
        Self::Estimated,
        Self::Forecast,
        Self::Actual,
        Self::About,
        Self::Footnote,
    ];

    /// The status that it says, if it says one. That a figure is provisional says not whether it is the first one: its day
    /// among the others does.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Revised => Some(Status::Revised),
            Self::Estimated | Self::Forecast => Some(Status::Estimate),
            Self::Provisional | Self::Actual | Self::About | Self::Footnote => None,
        }
    }

    /// A stable word for programs, and what the mark is read as.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Revised => "revised",
            Self::Estimated => "estimated",
            Self::Forecast => "forecast",
            Self::Actual => "actual",
            Self::About => "about",
            Self::Footnote => "footnote",
        }
    }

    /// What a word or letter means where it stands as a mark: `P`, `prov.`, `Revised`, `BE`.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace('.', "");
        Some(match word.trim() {
            "p" | "prov" | "provisional" | "prel" | "prelim" | "preliminary" | "unaudited" | "\u{1D56}" => {
                Self::Provisional
            }
            "r" | "rev" | "revised" | "pr" | "partially revised" | "\u{2B3}" => Self::Revised,
            "e" | "est" | "estimate" | "estimated" | "estimates" | "be" | "re" | "ae" | "fae" | "sae" | "qe"
            | "budget" | "budgeted" | "budget estimate" | "budget estimates" | "revised estimate"
            | "revised estimates" | "advance estimate" | "advance estimates" | "quick estimate" | "quick estimates"
            | "\u{1D49}" => Self::Estimated,
            "f" | "fcst" | "forecast" | "proj" | "projected" | "projection" => Self::Forecast,
            "a" | "act" | "actual" | "actuals" | "final" | "audited" => Self::Actual,
            "~" | "\u{2248}" | "\u{2243}" | "about" | "approx" | "approximately" | "ca" | "circa" | "around" => {
                Self::About
            }
            text if is_footnote(text) => Self::Footnote,
            _ => return None,
        })
    }

    /// Of two marks the one that says more.
    fn or(self, other: Option<Self>) -> Self {
        match (self, other) {
            (Self::Footnote, Some(other)) => other,
            (own, _) => own,
        }
    }
}

/// Signs of footnotes, alone or repeated.
fn is_footnote(text: &str) -> bool {
    let is_sign = |c: char| {
        matches!(
            c,
            '*' | '#'
                | '^'
                | '\u{2020}'
                | '\u{2021}'
                | '\u{A7}'
                | '\u{B6}'
                | '\u{B9}'
                | '\u{B2}'
                | '\u{B3}'
                | '\u{2070}'
                | '\u{2074}'..='\u{2079}'
        )
    };
    !text.is_empty() && text.chars().all(is_sign)
}

/// The number or letter of a footnote, as it stands in brackets or before a slash. Letters that may be a scale (million,
/// billion, thousand, crore) are none.
fn is_note_number(text: &str) -> bool {
    let is_number = text.len() <= 2 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number || matches!(text.to_lowercase().as_str(), "d" | "g" | "i" | "n" | "x" | "y" | "z")
}

/// Takes marks off, behind and before: `p`, `(r)`, `[R]`, `/R`, `(prov.)`, `(BE)`, `provisional`, `*`, `¹`, `[1]`, `1/`, `~`.
/// Of several the one is told that says more than that there is a footnote.
pub(crate) fn strip_marks(text: &str) -> (&str, Option<Mark>) {
    let (mut rest, mut found) = (text.trim(), None);
    // Nobody puts more than three marks beside a number.
    for _ in 0..3 {
        let Some((unmarked, mark)) = behind(rest).or_else(|| before(rest)) else {
            break;
        };
        (rest, found) = (unmarked, Some(mark.or(found)));
    }
    (rest, found)
}

/// A mark at the end, and what stands before it.
fn behind(text: &str) -> Option<(&str, Mark)> {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((rest, inner)) = text.strip_suffix(close).and_then(|text| text.rsplit_once(open)) {
            let inner = inner.trim();
            let number = || is_note_number(inner).then_some(Mark::Footnote);
            return something(rest, Mark::named(inner).or_else(number)?);
        }
    }
    // "190 1/": the footnotes of international tables.
    if let Some((rest, note)) = text.strip_suffix('/').and_then(|text| text.rsplit_once(' '))
        && (is_note_number(note) || note.len() == 1 && note.bytes().all(|byte| byte.is_ascii_alphabetic()))
    {
        return something(rest, Mark::Footnote);
    }
    // A word, or several, behind a space, a slash or a comma.
    let parted = text.match_indices([' ', '/', ',', '_']);
    for (at, _) in parted {
        if let Some(mark) = Mark::named(&text[at + 1..]) {
            return something(text[..at].trim_end_matches([' ', '/', ',', '_']), mark);
        }
    }
    // One letter or sign right behind.
    let (at, _) = text.char_indices().next_back()?;
    something(
        &text[..at],
        Mark::named(&text[at..]).filter(|mark| *mark != Mark::About)?,
    )
}

/// A mark at the beginning, and what stands behind it.
fn before(text: &str) -> Option<(&str, Mark)> {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((inner, rest)) = text.strip_prefix(open).and_then(|text| text.split_once(close)) {
            return something(rest, Mark::named(inner)?);
        }
    }
    let sign = text.chars().next()?;
    let (first, rest) = text.split_at(sign.len_utf8());
    match Mark::named(first).filter(|_| !sign.is_alphanumeric()) {
        Some(mark) => something(rest, mark),
        None => {
            let (word, rest) = text.split_once(' ')?;
            let word = if word.eq_ignore_ascii_case("c.") { "ca" } else { word };
            something(rest, Mark::named(word)?)
        }
    }
}

/// A mark beside something: alone it is none.
fn something(rest: &str, mark: Mark) -> Option<(&str, Mark)> {
    let rest = rest.trim();
    rest.contains(char::is_numeric).then_some((rest, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_wherever_they_stand() {
        for (text, rest, mark) in [
            ("190p", "190", Mark::Provisional),
            ("190 (prov.)", "190", Mark::Provisional),
            ("190 provisional", "190", Mark::Provisional),
            ("190\u{1D56}", "190", Mark::Provisional),
            ("Jul-25P", "Jul-25", Mark::Provisional),
            ("(P) 190", "190", Mark::Provisional),
            ("Jul-25 [R]", "Jul-25", Mark::Revised),
            ("FY25/R", "FY25", Mark::Revised),
            ("190 R*", "190", Mark::Revised),
            ("190*R", "190", Mark::Revised),
            ("r 190", "190", Mark::Revised),
            ("FY26 (BE)", "FY26", Mark::Estimated),
            ("FY26 RE", "FY26", Mark::Estimated),
            ("FY26 Revised Estimates", "FY26", Mark::Estimated),
            ("190 est.", "190", Mark::Estimated),
            ("Jul-25 (F)", "Jul-25", Mark::Forecast),
            ("FY27F", "FY27", Mark::Forecast),
            ("FY25A", "FY25", Mark::Actual),
            ("~190", "190", Mark::About),
            ("\u{2248} 190", "190", Mark::About),
            ("about 190", "190", Mark::About),
            ("c. 190", "190", Mark::About),
            ("190 approx.", "190", Mark::About),
            ("Jul-25\u{B9}", "Jul-25", Mark::Footnote),
            ("190 [1]", "190", Mark::Footnote),
            ("190 (12)", "190", Mark::Footnote),
            ("190 1/", "190", Mark::Footnote),
            ("190 a/", "190", Mark::Footnote),
            ("190**", "190", Mark::Footnote),
            ("*190", "190", Mark::Footnote),
        ] {
            assert_eq!(strip_marks(text), (rest, Some(mark)), "{text}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_no_mark() {
        for text in [
            "190", "(190)", "190 m", "190 (b)", "190 bn", "190k", "190 (cr)", "190%", "190+", "p", "(r)", "*", "~",
            "Rs 190",
        ] {
            assert_eq!(strip_marks(text), (text, None));
        }
    }
}
