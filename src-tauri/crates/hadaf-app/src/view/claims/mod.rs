//! The register of claims: what was said, what became of it under the rule of `hadaf-core`, the record of those who
//! said it, and the edits.

mod detail;
mod form;
mod record;
mod wire;

use hadaf_core::{ClaimKind, FiscalYear};
use hadaf_model::{ClaimGroup, Need, ScoredClaim, ScoredClaims, Situation};
use hadaf_words::{ClaimWords, Format, chance_view, entry_sign, listed, outcome_word, said, say, say_of};

use crate::keyword::Keyword;
use crate::session::{App, Result, count, history_of_claim};

pub(crate) use form::claim_of;
pub use wire::*;

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
            subtitle: match self.words.claims.situation.as_of.past() {
                Some(day) => format!(
                    "{subtitle}, {}",
                    say!(format.words, "as-known-on", day = format.day(day))
                ),
                None => subtitle,
            },
            groups: self.groups(&entries),
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

    fn item(&self, entry: ScoredClaim<'_>) -> ClaimItem {
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
            official: claim.official,
            said: said(self.words.format, claim),
            first_release: self.words.outturn(score.first_release.outturn),
            latest: self.words.outturn(score.latest.outturn),
            off_first: self.words.off(score.first_release.error_percent),
            off_latest: self.words.off(score.latest.error_percent),
            outcome: score.outcome().into(),
            outcome_first: score.first_release.outcome.into(),
            sign: entry_sign(score).into(),
            outcome_words: self.words.outcome_words(entry),
            reason: self.words.reason(entry),
            times_said: count(times),
            times_words: self.words.times(entry),
            mark: match (score.counted, &score.replaced_by, times) {
                (false, ..) => ClaimMark::Again,
                (true, Some(_), _) => ClaimMark::Replaced,
                (true, None, 2..) => ClaimMark::First,
                (true, None, _) => ClaimMark::Alone,
            },
            tied_to: score
                .counts_with
                .as_ref()
                .or(score.replaced_by.as_ref())
                .map(ToString::to_string),
            conditions: claim.conditions.clone(),
            chance: self
                .words
                .claims
                .chance(entry)
                .map(|chance| chance_view(self.words.format, chance)),
            history: Some(history_of_claim(self.words.claims.situation, claim)),
        }
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
        record::Record { register: &self.words }.view()
    }
}
