//! What the register can be chosen from by.

use hadaf_core::{Claim, ClaimKind, Outcome, Reason};
use hadaf_model::ScoredClaim;
use hadaf_words::{outcome_word, say_of};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClaimViews;

/// The outcomes, in the order in which they are offered.
const OUTCOMES: [Outcome; 7] = [
    Outcome::Met,
    Outcome::Missed,
    Outcome::TooClose,
    Outcome::ConditionNotMet,
    Outcome::Open,
    Outcome::Replaced,
    Outcome::NotScorable(Reason::Stated),
];

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimChoice {
    /// By which it is chosen.
    pub value: String,
    /// As it is shown.
    pub label: String,
}

impl ClaimChoice {
    fn plain(text: String) -> Self {
        Self {
            value: text.clone(),
            label: text,
        }
    }
}

/// What there is in the register to choose from: only what some claim has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimChoices {
    /// As [`ClaimItem::by`](super::ClaimItem::by), by name.
    pub makers: Vec<ClaimChoice>,
    /// As [`ClaimItem::fiscal_year`](super::ClaimItem::fiscal_year), the newest first.
    pub years: Vec<ClaimChoice>,
    /// As [`ClaimItem::kind`](super::ClaimItem::kind).
    pub kinds: Vec<ClaimChoice>,
    /// As [`ClaimItem::outcome`](super::ClaimItem::outcome).
    pub outcomes: Vec<ClaimChoice>,
}

/// Who answers for a claim: the office where one is named, else who said it.
pub(super) fn by(claim: &Claim) -> &str {
    match claim.office.as_str() {
        "" => &claim.maker,
        office => office,
    }
}

impl ClaimViews<'_> {
    /// What the claims listed can be chosen by.
    pub(super) fn choices(&self, entries: &[ScoredClaim<'_>]) -> ClaimChoices {
        let (format, words) = (self.words.format, self.words.format.words);
        let mut makers: Vec<String> = entries.iter().map(|entry| by(entry.claim).to_owned()).collect();
        makers.sort_by_key(|maker| maker.to_lowercase());
        makers.dedup();
        let mut years: Vec<_> = entries.iter().filter_map(|entry| entry.claim.fiscal_year).collect();
        years.dedup();
        let kinds = ClaimKind::ALL.iter().copied();
        let kinds = kinds.filter(|kind| entries.iter().any(|entry| entry.claim.kind == *kind));
        let is_there = |outcome: &Outcome| {
            let mut counted = entries.iter().filter(|entry| entry.score.counted);
            counted.any(|entry| entry.score.outcome().as_str() == outcome.as_str())
        };
        ClaimChoices {
            makers: makers.into_iter().map(ClaimChoice::plain).collect(),
            years: years
                .into_iter()
                .map(|year| ClaimChoice::plain(format.year(year)))
                .collect(),
            kinds: kinds
                .map(|kind| ClaimChoice {
                    value: kind.to_string(),
                    label: say_of!(words, "kind-{}", ClaimKind, kind),
                })
                .collect(),
            outcomes: OUTCOMES
                .into_iter()
                .filter(is_there)
                .map(|outcome| ClaimChoice {
                    value: outcome.as_str().to_owned(),
                    label: outcome_word(format, outcome),
                })
                .collect(),
        }
    }
}
