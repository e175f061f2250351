//! How a claim hangs together with others.

use hadaf_core::{ClaimId, Lineage, LineageKind};
use hadaf_model::ScoredClaim;
use hadaf_words::{said, say_of};
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

/// A link as it would be entered.
fn entered(link: &Lineage) -> SetLineage {
    SetLineage {
        from: link.from.to_string(),
        to: link.to.to_string(),
        kind: link.kind.to_string(),
    }
}

impl ClaimViews<'_> {
    /// The links between claims that are listed.
    pub(super) fn all_links(&self, entries: &[ScoredClaim<'_>]) -> Vec<SetLineage> {
        let is_listed = |id: &ClaimId| entries.iter().any(|entry| entry.claim.id == *id);
        let links = self.words.claims.situation.book.lineage.iter();
        let links = links.filter(|link| is_listed(&link.from) && is_listed(&link.to));
        links.map(entered).collect()
    }

    /// The claims that this one hangs on or that hang on it, known by the day.
    pub(super) fn links(&self, entry: ScoredClaim<'_>) -> Vec<LineageView> {
        let id = &entry.claim.id;
        let view = |link: &Lineage| {
            let (other, is_later) = match (link.from == *id, link.to == *id) {
                (true, _) => (&link.to, false),
                (_, true) => (&link.from, true),
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
            let words = self.words.format.words;
            let (claim, maker, day) = (self.words.named(other), &other.maker, said(self.words.format, other));
            let words = match is_later {
                false => say_of!(
                    words,
                    "lineage-{}-to",
                    LineageKind,
                    link.kind,
                    claim = claim,
                    year = year,
                    maker = maker,
                    day = day
                ),
                true => say_of!(
                    words,
                    "lineage-{}-from",
                    LineageKind,
                    link.kind,
                    claim = claim,
                    year = year,
                    maker = maker,
                    day = day
                ),
            };
            Some(LineageView {
                link: entered(link),
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
