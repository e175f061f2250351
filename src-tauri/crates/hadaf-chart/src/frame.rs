//! What stands round a plot: its texts, and what surrounds the numbers of its value axis.

use hadaf_core::NumberStyle;

/// The texts around the plot. All are ready to observation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// The finding with its number; wrapped to two lines at most. Empty: no title (the briefing sets its own).
    pub title: String,
    /// What is plotted, unit, period, as-of. Empty: none.
    pub subtitle: String,
    /// "(p) first release ..." and the like.
    pub note: String,
    /// "Source: ...", the last line of every chart.
    pub source: String,
    /// The text alternative: finding and range, at most 250 characters.
    pub alt: String,
    /// Words for a value axis that does not start at zero, with `{value}` where its first value stands
    /// ("axis starts at {value}"). Empty: lines are never cropped. Charts of running totals and of
    /// fiscal years always start at zero.
    pub axis_starts: String,
}

impl Frame {
    /// The same without the texts that a page sets itself: title, subtitle, note and source.
    #[must_use]
    pub fn bare(self) -> Self {
        Self {
            title: String::new(),
            subtitle: String::new(),
            note: String::new(),
            source: String::new(),
            ..self
        }
    }

    /// Whether no text stands round the plot.
    pub(crate) fn is_bare(&self) -> bool {
        [&self.title, &self.subtitle, &self.note, &self.source]
            .iter()
            .all(|text| text.trim().is_empty())
    }
}

/// How the numbers of the value axis are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TickStyle {
    /// Before the number of the top tick, where the unit is named: "$".
    pub prefix: String,
    /// After it: " m".
    pub suffix: String,
    /// Signs and groups of the language.
    pub numbers: NumberStyle,
}

/// Labels that found no place on the plot.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unplaced {
    /// Explained below it, "(1)" first.
    pub(crate) numbered: Vec<String>,
    /// Only counted.
    pub(crate) left_out: Vec<String>,
}
