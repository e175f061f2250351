//! What became of claims, in words.

use hadaf_core::{Claim, ClaimScore, Decimal, Outcome, Outturn, Reason};
use hadaf_model::{ScoredClaim, ScoredClaims};

use super::{Format, said, say};

/// Scored claims with the words for them.
#[derive(Clone, Copy)]
pub(crate) struct ClaimWords<'a> {
    pub(crate) claims: &'a ScoredClaims<'a>,
    pub(crate) format: Format,
}

impl ClaimWords<'_> {
    pub(crate) fn number(&self, value: Decimal) -> String {
        self.format.number(value, self.claims.situation.series.places)
    }

    /// "5,200", "10,000 to 18,000" in the series' unit; as it was said where it counts something else.
    pub(crate) fn amount(&self, claim: &Claim) -> String {
        let unit = self.claims.situation.series.unit;
        let in_unit = |value: Decimal| {
            hadaf_core::Amount::new(value, claim.unit).in_unit(unit).map_or_else(
                |_| self.format.money_short(value, claim.unit),
                |amount| self.number(amount.value),
            )
        };
        self.span(in_unit(claim.value), claim.value_high.map(in_unit))
    }

    /// "$5.2 bn".
    pub(crate) fn money(&self, claim: &Claim) -> String {
        let short = |value| self.format.money_short(value, claim.unit);
        self.span(short(claim.value), claim.value_high.map(short))
    }

    fn span(&self, low: String, high: Option<String>) -> String {
        match high {
            Some(high) => say!(self.format.words, "span", first = low, last = high),
            None => low,
        }
    }

    /// "$5.2 bn target".
    pub(crate) fn named(&self, claim: &Claim) -> String {
        let words = self.format.words;
        words.say(
            &format!("claim-{}", claim.kind),
            &[("amount", self.money(claim).into())],
        )
    }

    /// "−9.3 %".
    pub(crate) fn off(&self, percent: Option<f64>) -> String {
        percent.map_or_else(String::new, |percent| self.format.signed_percent(percent, 1))
    }

    pub(crate) fn outturn(&self, outturn: Option<Outturn>) -> String {
        outturn.map_or_else(String::new, |outturn| self.number(outturn.value))
    }

    /// "missed", "counted with T02", "replaced by T22".
    pub(crate) fn outcome_words(&self, entry: ScoredClaim<'_>) -> String {
        let words = self.format.words;
        if let Some(first) = &entry.score.counts_with {
            return say!(words, "claim-counted-with", first = first.to_string());
        }
        match (entry.score.outcome(), &entry.score.replaced_by) {
            (Outcome::Replaced, Some(later)) => say!(words, "claim-replaced-by", later = later.to_string()),
            (outcome, _) => outcome_word(self.format, outcome),
        }
    }

    /// "said 3×"; empty for once.
    pub(crate) fn times(&self, entry: ScoredClaim<'_>) -> String {
        match entry.score.times_said {
            ..=1 => String::new(),
            times => say!(self.format.words, "claim-times", times = times),
        }
    }

    /// Why a claim has its outcome, in a sentence.
    pub(crate) fn reason(&self, entry: ScoredClaim<'_>) -> String {
        let words = self.format.words;
        let (claim, score) = (entry.claim, entry.score);
        if let Some(first) = score.counts_with.as_ref().and_then(|first| self.claims.claim(first)) {
            return say!(
                words,
                "claim-why-again",
                first = first.id.to_string(),
                maker = first.maker.clone(),
                day = said(self.format, first)
            );
        }
        let verdict = &score.latest;
        let (value, margin) = (
            self.outturn(verdict.outturn),
            verdict.margin.map_or(0.0, Decimal::to_f64),
        );
        let places = self.claims.situation.series.places;
        let gap = self.format.rounded(margin.abs(), places);
        match score.outcome() {
            Outcome::Met => say!(words, "claim-why-met", value = value, gap = gap),
            Outcome::Missed => say!(words, "claim-why-missed", value = value, gap = gap),
            Outcome::TooClose => {
                let revision = self.format.percent(self.claims.scores.largest_revision_percent, 1);
                say!(words, "claim-why-close", value = value, gap = gap, revision = revision)
            }
            Outcome::ConditionNotMet => {
                let broken = self.claims.situation.book.findings.iter();
                let broken = broken.filter(|finding| score.findings.contains(&finding.id) && !finding.met);
                let broken: Vec<&str> = broken.map(|finding| finding.condition.as_str()).collect();
                say!(words, "claim-why-condition", gap = gap, condition = broken.join("; "))
            }
            Outcome::Open => self.why_open(claim),
            Outcome::Replaced => {
                let later = score.replaced_by.as_ref().and_then(|later| self.claims.claim(later));
                later.map_or_else(String::new, |later| {
                    say!(
                        words,
                        "claim-why-replaced",
                        claim = self.named(later),
                        maker = later.maker.clone(),
                        day = said(self.format, later)
                    )
                })
            }
            Outcome::NotScorable(Reason::Stated) => claim.not_scorable.clone().unwrap_or_default(),
            Outcome::NotScorable(reason) => {
                words.say(&format!("claim-reason-{}", reason.as_str().replace('_', "-")), &[])
            }
        }
    }

    fn why_open(&self, claim: &Claim) -> String {
        let words = self.format.words;
        let Some(year) = claim.fiscal_year else {
            return String::new();
        };
        let calendar = self.claims.situation.calendar();
        let end = calendar.end_of(year.into());
        let day = self.format.day(end);
        let is_over = self.claims.situation.as_of.day() > end;
        let id = if is_over { "claim-why-unknown" } else { "claim-why-open" };
        words.say(id, &[("year", self.format.year(year).into()), ("day", day.into())])
    }
}

/// "too close to call".
pub(crate) fn outcome_word(format: Format, outcome: Outcome) -> String {
    format
        .words
        .say(&format!("outcome-{}", outcome.as_str().replace('_', "-")), &[])
}

/// Stands before "counted with" and "replaced by".
const TIED: &str = "→";

/// What stands before the word of an outcome.
fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "✓",
        Outcome::Missed => "×",
        Outcome::TooClose => "=",
        Outcome::ConditionNotMet => "¬",
        Outcome::Open => "…",
        Outcome::Replaced => TIED,
        Outcome::NotScorable(_) => "–",
    }
}

/// What stands before the words of a claim's outcome.
pub(crate) fn entry_sign(score: &ClaimScore) -> &'static str {
    if score.counted { sign(score.outcome()) } else { TIED }
}

/// "4,200, 3,800 and 3,500".
pub(crate) fn listed(format: Format, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => say!(format.words, "list-and", most = most.join(", "), last = last.clone()),
    }
}
