//! How a claim hangs together with others.

use hadaf_core::Lineage;
use hadaf_model::ScoredClaim;
use hadaf_words::said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClaimViews;
use super::form::SetLineage;

/// A claim that another one hangs on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LineageView {
    /// The link as it would be entered, to amend or remove it.
    pub link: SetLineage,
    /// The other claim's id.
    pub other: String,
    /// "replaces $3.5 bn target for FY2025, Ministry of IT, about August 2024", seen from this claim.
    pub words: String,
}

impl ClaimViews<'_> {
    /// The claims that this one hangs on or that hang on it, known by the day.
    pub(super) fn links(&self, entry: ScoredClaim<'_>) -> Vec<LineageView> {
        let id = &entry.claim.id;
        let view = |link: &Lineage| {
            let (other, side) = match (link.from == *id, link.to == *id) {
                (true, _) => (&link.to, "to"),
                (_, true) => (&link.from, "from"),
                _ => return None,
            };
            let other = self
                .words
                .claims
                .claim(other)
                .filter(|other| other.known(self.words.claims.situation.as_of))?;
            let year = other
                .fiscal_year
                .map_or_else(String::new, |year| self.words.format.year(year));
            let words = self.words.format.words.say(
                &format!("lineage-{}-{side}", link.kind),
                &[
                    ("claim", self.words.named(other).into()),
                    ("year", year.into()),
                    ("maker", other.maker.as_str().into()),
                    ("day", said(self.words.format, other).into()),
                ],
            );
            Some(LineageView {
                link: SetLineage {
                    from: link.from.to_string(),
                    to: link.to.to_string(),
                    kind: link.kind.to_string(),
                },
                other: other.id.to_string(),
                words,
            })
        };
        self.words
            .claims
            .situation
            .book
            .lineage
            .iter()
            .filter_map(view)
            .collect()
    }
}
