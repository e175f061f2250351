//! One claim for the inspector: all that is known of it, and what became of it.

use hadaf_core::{Against, ClaimKind, ConditionFinding, isolated};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::{Need, ScoredClaim, ScoredClaims, Situation};
use hadaf_words::{said, say, say_of, sentence_case, titled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClaimViews;
use super::beside::{ClaimCondition, ClaimMention, form_of_finding, held, judging};
use super::choices::ClaimChoice;
use super::form::{JudgeCondition, SetClaim, claim_of, form_of};
use super::item::ClaimItem;
use super::lineage::LineageView;
use crate::session::App;
use crate::view::{HistoryView, claim_history};

/// Asks for one claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimRequest {
    /// Claim id.
    pub id: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// A labelled fact of the inspector.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimFact {
    /// Which: "maker", "said", "conditions", "outturn", "verdict", "restated", "chance".
    pub name: String,
    /// "Outturn".
    pub label: String,
    /// One or more lines.
    pub lines: Vec<String>,
}

/// What was found about a condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingView {
    /// Its number.
    pub id: u32,
    /// Which condition.
    pub condition: String,
    /// It held.
    pub met: bool,
    /// "held" or "did not hold".
    pub words: String,
    /// What shows it.
    pub evidence: String,
    /// Publisher and title.
    pub source: String,
    /// Its address; may be empty.
    pub address: String,
    /// From which day on it counts, in words.
    pub judged: String,
    /// As it would be entered, to amend it.
    pub entry: JudgeCondition,
}

/// One claim, for the inspector.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimDetail {
    /// As it is listed.
    pub claim: ClaimItem,
    /// "Projection for FY2025: 3,800".
    pub title: String,
    /// A few words of the source; may be empty.
    pub quote: String,
    /// What else is to be known; may be empty.
    pub note: String,
    /// Maker, conditions, outturn, verdict, restated, chance, in order.
    pub facts: Vec<ClaimFact>,
    /// Its conditions, each with what was found about it.
    pub conditions: Vec<ClaimCondition>,
    /// What would have to be true for it to be met, in sentences; none where it is not open.
    pub needed: Vec<String>,
    /// Other claims about the same year.
    pub others: Vec<ClaimMention>,
    /// The disruptions of its year, by number, by one of which a condition may have been broken.
    pub disruptions: Vec<ClaimChoice>,
    /// What a finding about the first condition that nobody judged begins with.
    pub judging: JudgeCondition,
    /// What was found about its conditions.
    pub findings: Vec<FindingView>,
    /// How it hangs together with others.
    pub lineage: Vec<LineageView>,
    /// Publisher and title, page.
    pub source: String,
    /// The source's address; may be empty.
    pub address: String,
    /// All that was said before and after it, and how its pace is worked out.
    pub history: HistoryView,
    /// As it would be entered, to amend it.
    pub entry: SetClaim,
}

impl App {
    /// One claim as of a day: quote, maker, conditions and what was found about them, outturn, verdict and why, what
    /// it hangs together with, its history, its source.
    ///
    /// # Errors
    /// [`Code::Word`] for a claim that is not there, or was not made by that day; [`Code::Date`].
    pub fn claim_detail(&self, request: &ClaimRequest) -> Result<ClaimDetail> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let about = self.book_for(Need::Registers)?;
        let series = claim_of(&about, &request.id)?.series.clone();
        let book = self.book_for(Need::Series(series.as_str()))?;
        let claim = claim_of(&book, &request.id)?;
        let situation = Situation::read(&book, book.series(claim.series.as_str())?, as_of)?;
        let scored = ScoredClaims::read(&self.fits, &situation)?;
        let register = ClaimViews::of(&scored, self.format());
        let listed = register.words.claims.entry(&claim.id);
        let listed = listed.ok_or_else(|| refusal!(Code::Word, "claim-not-yet", name = claim.id.as_str()))?;
        let history = claim_history(&book, claim.id.as_str(), as_of, self.format())?;
        let conditions = register.each_condition(listed);
        let page = claim.page.trim();
        let source = titled(&book, claim.source);
        Ok(ClaimDetail {
            title: register.heading(listed),
            quote: claim.quote.clone(),
            note: claim.note_on(as_of).to_owned(),
            facts: register.facts(listed),
            judging: judging(&book, claim, &conditions),
            conditions,
            needed: register.needed(listed)?,
            others: register.others(listed),
            disruptions: register.disruptions(claim),
            findings: register
                .findings(listed)
                .map(|finding| register.finding(finding))
                .collect(),
            lineage: register.links(listed),
            source: if page.is_empty() {
                source
            } else {
                format!("{source}, {page}")
            },
            address: book
                .source(claim.source)
                .map_or_else(String::new, |source| source.address.clone()),
            entry: form_of(&book, claim),
            claim: register.item(listed),
            history,
        })
    }
}

impl ClaimViews<'_> {
    /// "Projection for FY2025: 3,800".
    fn heading(&self, entry: ScoredClaim<'_>) -> String {
        let words = self.words.format.words;
        let kind = say_of!(words, "kind-{}", ClaimKind, entry.claim.kind);
        let amount = self.words.amount(entry.claim);
        match entry.claim.fiscal_year {
            Some(year) => say!(
                words,
                "claim-heading",
                kind = kind,
                year = self.words.format.year(year),
                amount = amount
            ),
            None => say!(words, "claim-heading-bare", kind = kind, amount = amount),
        }
    }

    fn facts(&self, entry: ScoredClaim<'_>) -> Vec<ClaimFact> {
        let words = self.words.format.words;
        let (claim, score) = (entry.claim, entry.score);
        let outturn = |against: Against| {
            let outturn = score.against(against).outturn?;
            Some(say!(
                words,
                match against {
                    Against::FirstRelease => "claim-outturn-first",
                    Against::Latest => "claim-outturn-latest",
                },
                value = self.words.number(outturn.value),
                day = self.words.format.day(outturn.since)
            ))
        };
        let outturns = [outturn(Against::FirstRelease), outturn(Against::Latest)];
        let verdict = format!("{}: {}", self.words.outcome_with_error(entry), self.words.reason(entry));
        let mut verdicts = vec![verdict];
        if score.first_release.outcome != score.latest.outcome {
            let first = super::outcome_word(self.words.format, score.first_release.outcome);
            verdicts.push(say!(words, "claim-verdict-first", outcome = first));
        }
        let chance = self
            .words
            .chance(entry)
            .map(|told| match told.words == sentence_case(&told.frequency) {
                true => told.words,
                false => format!("{}: {}", told.words, told.frequency),
            });
        let facts = [
            (
                "maker",
                say!(words, "fact-maker"),
                vec![claim.maker.clone(), claim.office.clone()],
            ),
            ("said", say!(words, "fact-said"), vec![said(self.words.format, claim)]),
            ("conditions", say!(words, "fact-conditions"), self.conditions(entry)),
            (
                "outturn",
                say!(words, "fact-outturn"),
                outturns.into_iter().flatten().collect(),
            ),
            ("verdict", say!(words, "fact-verdict"), verdicts),
            ("restated", say!(words, "fact-restated"), self.restated(entry)),
            (
                "chance",
                say!(words, "fact-chance"),
                chance.into_iter().chain([self.words.chance_rest(entry)]).collect(),
            ),
        ];
        let fact = |(name, label, lines): (&str, String, Vec<String>)| {
            let mut lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            lines.dedup();
            (!lines.is_empty()).then(|| ClaimFact {
                name: name.to_owned(),
                label,
                lines,
            })
        };
        facts.into_iter().filter_map(fact).collect()
    }

    /// What it was said on, and what was found about that.
    fn conditions(&self, entry: ScoredClaim<'_>) -> Vec<String> {
        let words = self.words.format.words;
        let conditions = entry.claim.conditions.trim();
        if conditions.is_empty() {
            return Vec::new();
        }
        let found: Vec<String> = self
            .findings(entry)
            .map(|finding| format!("{}: {}", finding.condition, held(words, finding)))
            .collect();
        let mut lines = vec![conditions.to_owned()];
        match found.is_empty() {
            true => lines.push(say!(words, "condition-not-judged")),
            false => lines.extend(found),
        }
        lines
    }

    /// Who said it again, and when.
    fn restated(&self, entry: ScoredClaim<'_>) -> Vec<String> {
        let again = self.words.claims.entries().into_iter();
        let mut again: Vec<ScoredClaim<'_>> = again
            .filter(|other| other.score.counts_with.as_ref() == Some(&entry.claim.id))
            .collect();
        again.sort_by_key(|other| other.claim.known_from());
        let line = |other: &ScoredClaim<'_>| {
            format!(
                "{}, {}",
                isolated(&other.claim.maker),
                said(self.words.format, other.claim)
            )
        };
        again.iter().map(line).collect()
    }

    fn finding(&self, finding: &ConditionFinding) -> FindingView {
        let (book, words) = (self.words.claims.situation.book, self.words.format.words);
        let source = book.source(finding.source);
        let id = crate::session::number_on_the_wire(finding.id.0);
        FindingView {
            id,
            condition: finding.condition.clone(),
            met: finding.met,
            words: held(words, finding),
            evidence: finding.evidence.clone(),
            source: titled(book, finding.source),
            address: source.map_or_else(String::new, |source| source.address.clone()),
            judged: self.words.format.day(finding.judged),
            entry: form_of_finding(book, finding),
        }
    }
}
