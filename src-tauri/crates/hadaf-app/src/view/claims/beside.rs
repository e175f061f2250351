//! What stands beside a claim in its inspector: its conditions one by one, others about the same year, and what may have
//! broken a condition.

use hadaf_core::{Claim, ConditionFinding};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::{Book, Need, ScoredClaim};
use hadaf_words::{Words, entry_sign, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClaimViews;
use super::choices::ClaimChoice;
use super::form::{JudgeCondition, claim_of, claim_told};
use crate::session::{App, number_on_the_wire};

/// One condition of a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimCondition {
    /// As the page states it.
    pub text: String,
    /// Whether it held; null: nobody judged it by the day.
    pub met: Option<bool>,
    /// "held", "did not hold", "not judged".
    pub words: String,
    /// The finding that says so; null: none does.
    pub finding: Option<u32>,
}

/// Another claim about the same year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimMention {
    /// Its id.
    pub id: String,
    /// "$5.2 bn target, Ministry of IT, 20 August 2025".
    pub text: String,
    /// Stands before the word of its outcome.
    pub sign: String,
    /// What became of it.
    pub outcome_words: String,
}

/// The conditions of a claim as its page states them: one a line, or set off by semicolons.
fn parts(claim: &Claim) -> Vec<&str> {
    let parts = claim.conditions.split([';', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// Whether a finding is about a condition: it was typed in fewer words, or in other letters.
fn is_about(finding: &ConditionFinding, condition: &str) -> bool {
    let plain = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let (typed, stated) = (plain(&finding.condition), plain(condition));
    stated.contains(&typed) || typed.contains(&stated)
}

/// Whether a condition held, in a word.
pub(super) fn held(words: &Words, finding: &ConditionFinding) -> String {
    match finding.met {
        true => say!(words, "condition-held"),
        false => say!(words, "condition-broken"),
    }
}

/// A finding as it would be entered.
pub(super) fn form_of_finding(book: &Book, finding: &ConditionFinding) -> JudgeCondition {
    JudgeCondition {
        id: Some(number_on_the_wire(finding.id.0)),
        claim: finding.claim.to_string(),
        condition: finding.condition.clone(),
        met: finding.met,
        evidence: finding.evidence.clone(),
        source: book
            .source(finding.source)
            .map_or_else(String::new, |source| source.title.clone()),
        judged: finding.judged.to_string(),
        disruption: finding.disruption.map_or_else(String::new, |id| id.to_string()),
    }
}

/// What a new finding begins with: the first condition that nobody judged.
pub(super) fn judging(book: &Book, claim: &Claim, conditions: &[ClaimCondition]) -> JudgeCondition {
    let open = conditions.iter().find(|condition| condition.met.is_none());
    JudgeCondition {
        id: None,
        claim: claim.id.to_string(),
        condition: open.map_or_else(String::new, |condition| condition.text.clone()),
        met: false,
        evidence: String::new(),
        source: String::new(),
        judged: book.today.to_string(),
        disruption: String::new(),
    }
}

impl App {
    /// The form of a finding about a claim: as it stands, or as a new one begins.
    ///
    /// # Errors
    /// [`Code::Word`] for a claim or a finding that is not there.
    pub fn finding_form(&self, claim: &str, finding: Option<u32>) -> Result<JudgeCondition> {
        let book = self.book_for(Need::Registers)?;
        let claim = claim_of(&book, claim)?;
        let Some(number) = finding else {
            return Ok(judging(&book, claim, &[]));
        };
        let mut findings = book.findings.iter().filter(|it| it.claim == claim.id);
        let found = findings.find(|it| it.id.0 == i64::from(number));
        let found = found.ok_or_else(|| refusal!(Code::Word, "unknown-finding", name = number.to_string()))?;
        Ok(form_of_finding(&book, found))
    }
}

impl ClaimViews<'_> {
    /// What was found about its conditions by the day.
    pub(super) fn findings(&self, entry: ScoredClaim<'_>) -> impl Iterator<Item = &ConditionFinding> {
        let ids = entry.score.findings.clone();
        let findings = self.words.claims.situation.book.findings.iter();
        findings.filter(move |finding| ids.contains(&finding.id))
    }

    /// Each condition with the newest finding about it, one that it did not hold before others. A claim of one condition
    /// has no finding about another.
    pub(super) fn each_condition(&self, entry: ScoredClaim<'_>) -> Vec<ClaimCondition> {
        let words = self.words.format.words;
        let parts = parts(entry.claim);
        let mut findings: Vec<&ConditionFinding> = self.findings(entry).collect();
        findings.sort_by_key(|finding| (!finding.met, finding.judged, finding.id));
        let condition = |text: &&str| {
            let mut about = findings.iter().rev();
            let found = about.find(|finding| parts.len() == 1 || is_about(finding, text));
            ClaimCondition {
                text: (*text).to_owned(),
                met: found.map(|finding| finding.met),
                words: found.map_or_else(|| say!(words, "condition-not-judged"), |finding| held(words, finding)),
                finding: found.map(|finding| number_on_the_wire(finding.id.0)),
            }
        };
        parts.iter().map(condition).collect()
    }

    /// The other claims about its year.
    pub(super) fn others(&self, entry: ScoredClaim<'_>) -> Vec<ClaimMention> {
        let Some(year) = entry.claim.fiscal_year else {
            return Vec::new();
        };
        let entries = self.words.claims.entries().into_iter();
        let others = entries.filter(|other| other.claim.fiscal_year == Some(year) && other.claim.id != entry.claim.id);
        let mention = |other: ScoredClaim<'_>| ClaimMention {
            id: other.claim.id.to_string(),
            text: claim_told(self.words.format, other.claim),
            sign: entry_sign(other.score).into(),
            outcome_words: self.words.outcome_words(other),
        };
        others.map(mention).collect()
    }

    /// The disruptions known on the day, by one of which a condition may have been broken: in the year of the claim where
    /// it has one.
    pub(super) fn disruptions(&self, claim: &Claim) -> Vec<ClaimChoice> {
        let situation = self.words.claims.situation;
        let calendar = situation.calendar();
        let known = situation.book.disruptions.known(situation.as_of).into_iter();
        let in_its_year = known.filter(|it| {
            claim.fiscal_year.is_none_or(|year| {
                let begins = it.start.earliest();
                begins <= calendar.end_of(year.into()) && begins > calendar.end_of(year.prev().into())
            })
        });
        in_its_year
            .map(|it| ClaimChoice {
                value: it.id.to_string(),
                label: say!(
                    self.words.format.words,
                    "claim-disruption",
                    start = it.start.to_string(),
                    kind = it.kind,
                    scope = it.scope
                ),
            })
            .collect()
    }
}
