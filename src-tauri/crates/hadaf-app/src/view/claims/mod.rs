//! The register of claims: what was said, what became of it under the rule of `hadaf-core`, the record of those who
//! said it, and the edits.

mod beside;
mod choices;
mod detail;
mod form;
mod item;
mod lineage;
mod needed;
mod record;
mod strip;

use hadaf_core::{ClaimKind, FiscalYear};
use hadaf_error::Result;
use hadaf_model::{ClaimGroup, Need, ScoredClaim, ScoredClaims, Situation};
use hadaf_picture::{HistoryRequest, history_of_claim};
use hadaf_words::{ClaimWords, Format, Keyword, Page, listed, outcome_word, said, say, say_of};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, count};

pub use beside::{ClaimCondition, ClaimMention};
pub use choices::{ClaimChoice, ClaimChoices};
pub use detail::{ClaimDetail, ClaimFact, ClaimRequest, FindingView};
pub use form::{
    ClaimForm, ClaimFormKnown, ClaimFormRequest, ClaimFormYear, ClaimLink, JudgeCondition, RemoveClaim, RemoveFinding,
    SetClaim, SetLineage,
};
pub(crate) use form::{claim_of, claim_told, claim_typed};
pub use item::{ClaimItem, ClaimTie};
pub use lineage::LineageView;
pub use record::ClaimRecord;
pub use strip::{StripLane, StripPoint, StripTick};

/// Asks for the claims about a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimsRequest {
    /// Series id; empty: the first.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// A group of claims, for the tabs.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimGroupView {
    /// As [`ClaimItem::group`], or all.
    pub group: Keyword<Option<ClaimGroup>>,
    /// "Due".
    pub title: String,
    /// How many.
    pub count: u32,
}

/// A year for which more than one number was said officially.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DisagreementView {
    /// "FY2025".
    pub fiscal_year: String,
    /// "For FY2025 4,200, 3,800 and 3,500 were said".
    pub title: String,
    /// The largest number first, of one number the earliest.
    pub claims: Vec<DisagreementRow>,
}

/// Who said which number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DisagreementRow {
    /// Claim id.
    pub id: String,
    /// "4,200".
    pub amount: String,
    /// "Target".
    pub kind_words: String,
    /// Who said it.
    pub maker: String,
    /// When, in words.
    pub said: String,
    /// What became of it, in words.
    pub outcome_words: String,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// The register of one series.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimsView {
    /// Series id.
    pub series: String,
    /// The finding.
    pub title: String,
    /// What is listed, in which unit, as of when.
    pub subtitle: String,
    /// Heads of its table: for, amount, kind, maker, said, outturn, off, outcome.
    pub heads: Vec<String>,
    /// All first, then each group.
    pub groups: Vec<ClaimGroupView>,
    /// Newest year first, of one year the highest-ranked first; those without a year last.
    pub claims: Vec<ClaimItem>,
    /// What they can be chosen by.
    pub choices: ClaimChoices,
    /// How they hang together: both ends are listed.
    pub links: Vec<SetLineage>,
    /// How official claims went.
    pub record: ClaimRecord,
    /// How the chances told here did in the past; empty without open claims that have one.
    pub chances_note: String,
    /// The newest year first.
    pub disagreements: Vec<DisagreementView>,
    /// What to do next when there is no claim.
    pub empty: Option<String>,
}

impl App {
    /// The claims about a series with what became of each, the record of those who said them, and where they
    /// disagree.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`].
    pub fn claims(&self, request: &ClaimsRequest) -> Result<ClaimsView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let situation = Situation::read(&book, book.series(&request.series)?, as_of)?;
        let claims = ScoredClaims::read(&self.fits, &situation)?;
        Ok(ClaimViews::of(&claims, self.format()).view())
    }
}

/// Scored claims as screens show them.
pub(super) struct ClaimViews<'a> {
    pub(super) words: ClaimWords<'a>,
}

impl<'a> ClaimViews<'a> {
    pub(super) fn of(claims: &'a ScoredClaims<'a>, format: Format) -> Self {
        Self {
            words: ClaimWords { claims, format },
        }
    }
}

impl ClaimViews<'_> {
    fn view(&self) -> ClaimsView {
        let (format, series) = (self.words.format, self.words.claims.situation.series);
        let entries = self.words.claims.entries();
        let claims: Vec<ClaimItem> = entries.iter().map(|entry| self.item(*entry)).collect();
        let subtitle = say!(
            format.words,
            "claims-subtitle",
            series = series.title.clone(),
            unit = format.unit(series.unit)
        );
        ClaimsView {
            series: series.id.to_string(),
            title: self.words.finding(),
            subtitle: Page::new(self.words.claims.situation, format).dated(subtitle),
            heads: self.words.heads().into(),
            groups: self.groups(&entries),
            choices: self.choices(&entries),
            links: self.all_links(&entries),
            record: self.record(),
            chances_note: match claims.iter().any(|claim| claim.chance.is_some()) {
                true => say!(format.words, "claims-chances-note"),
                false => String::new(),
            },
            disagreements: self.disagreements(),
            empty: claims.is_empty().then(|| say!(format.words, "claims-empty")),
            claims,
        }
    }

    fn groups(&self, entries: &[ScoredClaim<'_>]) -> Vec<ClaimGroupView> {
        let words = self.words.format.words;
        let all = ClaimGroupView {
            group: Keyword(None),
            title: say!(words, "claims-group-all"),
            count: count(entries.len()),
        };
        let group = |group: ClaimGroup| ClaimGroupView {
            group: Keyword(Some(group)),
            title: say_of!(words, "claims-group-{}", ClaimGroup, group),
            count: count(entries.iter().filter(|entry| entry.group() == group).count()),
        };
        [all].into_iter().chain(ClaimGroup::ALL.map(group)).collect()
    }

    fn disagreements(&self) -> Vec<DisagreementView> {
        let (format, words) = (self.words.format, self.words.format.words);
        let view = |(year, entries): (FiscalYear, Vec<ScoredClaim<'_>>)| {
            let numbers: Vec<String> = self
                .words
                .claims
                .numbers(&entries)
                .into_iter()
                .map(|value| self.words.number(value))
                .collect();
            DisagreementView {
                fiscal_year: format.year(year),
                title: say!(
                    words,
                    "claims-disagree",
                    year = format.year(year),
                    numbers = listed(format, &numbers)
                ),
                claims: entries
                    .iter()
                    .map(|entry| DisagreementRow {
                        id: entry.claim.id.to_string(),
                        amount: self.words.amount(entry.claim),
                        kind_words: say_of!(words, "kind-{}", ClaimKind, entry.claim.kind),
                        maker: entry.claim.maker.clone(),
                        said: said(format, entry.claim),
                        outcome_words: self.words.outcome_words(*entry),
                        history: Some(history_of_claim(self.words.claims.situation, entry.claim)),
                    })
                    .collect(),
            }
        };
        self.words.claims.disagreeing().into_iter().map(view).collect()
    }

    fn record(&self) -> ClaimRecord {
        record::RecordView { register: &self.words }.view()
    }
}
