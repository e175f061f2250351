//! Figures that sources give differently, side by side, with the decision whose is read: for the window, and as what
//! `hadaf prefer` lists.

use hadaf_core::{AsOf, Judged, Series, isolated};
use hadaf_model::{Book, FigureDisagreement, figure_disagreements};
use hadaf_words::{Format, preference_words, published_day, role_words, say, titled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::text_table::table;

/// Asks for disagreements.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct DisagreementsRequest {
    /// Series id; null: all of them.
    pub series: Option<String>,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// What one source says of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DisagreementSide {
    /// Number of the source.
    pub source: u32,
    /// Publisher and title.
    pub title: String,
    /// Exact.
    pub value: String,
    /// Formatted.
    pub text: String,
    /// In words: "18 December 2024".
    pub published: String,
    /// It is what is read.
    pub current: bool,
    /// Somebody decided that it is read.
    pub preferred: bool,
    /// "current", "another source differs".
    pub role: String,
}

/// A figure that sources give differently.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SourcesAtOdds {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// "IT exports, November 2024".
    pub place: String,
    /// "US$ million".
    pub unit: String,
    /// What is read first, then the newest.
    pub sides: Vec<DisagreementSide>,
    /// The decision whose figure is read, in a sentence; null where there is none.
    pub decided: Option<String>,
    /// Why it was decided so; empty where it was not.
    pub reason: String,
}

/// Figures that sources give differently.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DisagreementsView {
    /// By series, the newest period first.
    pub figures: Vec<SourcesAtOdds>,
    /// How many, in a sentence.
    pub summary: String,
}

impl DisagreementsView {
    /// Of one series or of all, as known on a day.
    ///
    /// # Panics
    /// Where the book was read without the observations of a series.
    #[must_use]
    pub fn of(book: &Book, chosen: Option<&Series>, as_of: AsOf, format: Format) -> Self {
        let found = figure_disagreements(book, chosen, as_of);
        let decided = found.iter().filter(|it| it.preference.is_some()).count();
        Self {
            summary: say!(
                format.words,
                "disagreements-summary",
                count = found.len(),
                decided = decided
            ),
            figures: found.iter().map(|it| figure(book, it, format)).collect(),
        }
    }

    /// For the eye.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut lines = Vec::new();
        for figure in &self.figures {
            lines.push(format!("{} ({}@{})", figure.place, figure.series, figure.period));
            let row = |side: &DisagreementSide| {
                vec![
                    format!("  {}", side.role),
                    side.text.clone(),
                    side.published.clone(),
                    side.title.clone(),
                ]
            };
            lines.push(table(&figure.sides.iter().map(row).collect::<Vec<_>>()));
            lines.extend(figure.decided.iter().map(|decided| format!("  {decided}")));
        }
        lines.push(self.summary.clone());
        lines.join("\n")
    }
}

fn figure(book: &Book, found: &FigureDisagreement<'_>, format: Format) -> SourcesAtOdds {
    let preferred = found.preference.map(|it| it.source);
    let side = |judged: &Judged<'_>| DisagreementSide {
        source: u32::try_from(judged.observation.source.0).ok().unwrap_or(u32::MAX),
        title: titled(book, judged.observation.source),
        value: judged.observation.value.to_string(),
        text: format.exact(judged.observation.value),
        published: published_day(format, &judged.observation.published),
        current: judged.role == hadaf_core::VintageRole::Current,
        preferred: preferred == Some(judged.observation.source),
        role: role_words(format, judged.role, judged.status),
    };
    SourcesAtOdds {
        series: found.series.id.to_string(),
        period: found.period.to_string(),
        place: format!("{}, {}", isolated(&found.series.title), format.period(found.period)),
        unit: format.unit(found.series.unit),
        sides: found.sides.iter().map(side).collect(),
        decided: found.preference.map(|it| preference_words(book, format, it)),
        reason: found.preference.map_or_else(String::new, |it| it.reason.clone()),
    }
}
