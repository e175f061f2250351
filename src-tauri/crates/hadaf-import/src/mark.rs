//! Marks that tables put behind numbers and periods.

use hadaf_core::Status;

/// A mark behind a number or a period. It is taken off and reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `p`: provisional.
    Provisional,
    /// `r`: revised.
    Revised,
    /// `e`: estimated.
    Estimated,
    /// `*` and its like: a footnote.
    Footnote,
}

impl Mark {
    /// The status that it says, if it says one. That a figure is provisional says not whether it is the first one: its day
    /// among the others does.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Revised => Some(Status::Revised),
            Self::Estimated => Some(Status::Estimate),
            Self::Provisional | Self::Footnote => None,
        }
    }
}

/// Takes off `p`, `(r)`, `(prov.)`, `*` and their like at the end.
pub(crate) fn strip_mark(text: &str) -> (&str, Option<Mark>) {
    let bare = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let (rest, mark) = match bare {
        Some((rest, mark)) if !rest.is_empty() => (rest, mark),
        _ => match text.char_indices().next_back() {
            Some((index, _)) if index > 0 => text.split_at(index),
            _ => return (text, None),
        },
    };
    let word = mark.trim().trim_end_matches('.').to_lowercase();
    let mark = match word.as_str() {
        "p" | "prov" | "provisional" | "prel" | "preliminary" => Mark::Provisional,
        "r" | "rev" | "revised" => Mark::Revised,
        "e" | "est" | "estimate" | "estimated" => Mark::Estimated,
        "*" | "\u{2020}" | "\u{2021}" | "#" | "^" => Mark::Footnote,
        _ => return (text, None),
    };
    (rest.trim_end(), Some(mark))
}
