//! One claim as lists show it.

use hadaf_core::{ClaimKind, Outcome};
use hadaf_model::{ClaimGroup, ScoredClaim};
use hadaf_picture::{HistoryRequest, history_of_claim};
use hadaf_words::{ChanceView, Keyword, entry_sign, first_sign, outcome_word, said, say_of};
use serde::Serialize;
use ts_rs::TS;

use super::ClaimViews;
use super::choices::by;
use crate::session::count;

/// What a claim is to others that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClaimTie {
    /// The first of several.
    First,
    /// It says again what an earlier one said.
    Again,
    /// Another took its place.
    Replaced,
    /// None says the same.
    Alone,
}

/// One claim with what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimItem {
    /// Claim id.
    pub id: String,
    /// The group that it is listed in.
    pub group: Keyword<ClaimGroup>,
    /// "FY2026"; empty when none was given.
    pub fiscal_year: String,
    /// "5,200", in the series' unit; a range with both ends.
    pub amount: String,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// "Target" and the like.
    pub kind_words: String,
    /// Who said it.
    pub maker: String,
    /// The office that answers for it; may be empty.
    pub office: String,
    /// Who answers for it: the office, else who said it.
    pub by: String,
    /// A few words of its source; may be empty.
    pub quote: String,
    /// Said by or for a government office.
    pub official: bool,
    /// When, in words.
    pub said: String,
    /// The same as short as a table has it.
    pub said_short: String,
    /// The first total known of its year, formatted; empty while the year is not known whole.
    pub first_release: String,
    /// The current total; empty as `first_release`.
    pub latest: String,
    /// The first total against the claim, "−9.5 %"; may be empty.
    pub off_first: String,
    /// The current total against the claim; may be empty.
    pub off_latest: String,
    /// What became of it, under the current total.
    pub outcome: Keyword<Outcome>,
    /// The same under the first total.
    pub outcome_first: Keyword<Outcome>,
    /// Stands before the word, so that it does not rest on colour: "✓".
    pub sign: String,
    /// "missed"; for what says an earlier claim again "counted with T02".
    pub outcome_words: String,
    /// The same mark under the first total.
    pub sign_first: String,
    /// The same words under the first total.
    pub outcome_first_words: String,
    /// Why, in a sentence.
    pub reason: String,
    /// How many claims of the register say it.
    pub times_said: u32,
    /// "said 3×"; empty when it was said once.
    pub times_words: String,
    /// The mark in the margin.
    pub mark: ClaimTie,
    /// The claim with which it counts, or that took its place.
    pub tied_to: Option<String>,
    /// On which conditions; may be empty.
    pub conditions: String,
    /// While it is open: how likely it is. Null where no forecast reaches its year.
    pub chance: Option<ChanceView>,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

impl ClaimViews<'_> {
    pub(crate) fn item(&self, entry: ScoredClaim<'_>) -> ClaimItem {
        let (claim, score, words) = (entry.claim, entry.score, self.words.format.words);
        let times = score.times_said;
        ClaimItem {
            id: claim.id.to_string(),
            group: entry.group().into(),
            fiscal_year: claim
                .fiscal_year
                .map_or_else(String::new, |year| self.words.format.year(year)),
            amount: self.words.amount(claim),
            kind: claim.kind.into(),
            kind_words: say_of!(words, "kind-{}", ClaimKind, claim.kind),
            maker: claim.maker.clone(),
            office: claim.office.clone(),
            by: by(claim).to_owned(),
            quote: claim.quote.clone(),
            official: claim.official,
            said: said(self.words.format, claim),
            said_short: claim.announced.map_or_else(
                || said(self.words.format, claim),
                |day| self.words.format.day_short(day),
            ),
            first_release: self.words.outturn(score.first_release.outturn),
            latest: self.words.outturn(score.latest.outturn),
            off_first: self.words.off(score.first_release.error_percent),
            off_latest: self.words.off(score.latest.error_percent),
            outcome: score.outcome().into(),
            outcome_first: score.first_release.outcome.into(),
            sign: entry_sign(score).into(),
            outcome_words: self.words.outcome_words(entry),
            sign_first: first_sign(score).into(),
            outcome_first_words: match score.first_release.outcome == score.latest.outcome || !score.counted {
                true => self.words.outcome_words(entry),
                false => outcome_word(self.words.format, score.first_release.outcome),
            },
            reason: self.words.reason(entry),
            times_said: count(times),
            times_words: self.words.times(entry),
            mark: match (score.counted, &score.replaced_by, times) {
                (false, ..) => ClaimTie::Again,
                (true, Some(_), _) => ClaimTie::Replaced,
                (true, None, 2..) => ClaimTie::First,
                (true, None, _) => ClaimTie::Alone,
            },
            tied_to: score
                .counts_with
                .as_ref()
                .or(score.replaced_by.as_ref())
                .map(ToString::to_string),
            conditions: claim.conditions.clone(),
            chance: self.words.chance(entry),
            history: Some(history_of_claim(self.words.claims.situation, claim)),
        }
    }
}
