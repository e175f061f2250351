//! The claims about a series on a day, each with what became of it: what list, record, inspector, chart and command
//! line all read.

use std::sync::Arc;

use hadaf_core::{
    Against, Chance, Claim, ClaimId, ClaimScore, Decimal, Outcome, Outturn, Reason, Scores, Scoring, TrackRecords,
};

use crate::app::App;
use crate::error::Result;
use crate::format::Format;
use crate::outlook::Outlook;
use crate::situation::Situation;
use crate::words::say;

/// Claims about a series with their scores.
pub(crate) struct Register<'a> {
    pub(crate) situation: &'a Situation<'a>,
    pub(crate) format: Format,
    pub(crate) scores: Scores,
    /// Under the totals in force.
    pub(crate) records: TrackRecords,
    /// None where the series cannot be forecast, or no claim is open.
    outlook: Option<Arc<Outlook>>,
}

/// One claim with its score.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) claim: &'a Claim,
    pub(crate) score: &'a ClaimScore,
}

/// The group that a claim is listed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// Official, and its year is known whole, or it was replaced.
    Due,
    /// Official, and its year is not known whole.
    Open,
    /// Said by others.
    Unofficial,
    /// Says again what an earlier one said.
    Restated,
    /// Cannot be scored.
    NotScorable,
}

impl Group {
    pub(crate) const ALL: [Self; 5] = [
        Self::Due,
        Self::Open,
        Self::Unofficial,
        Self::Restated,
        Self::NotScorable,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Open => "open",
            Self::Unofficial => "unofficial",
            Self::Restated => "restated",
            Self::NotScorable => "not_scorable",
        }
    }
}

impl Entry<'_> {
    pub(crate) fn group(&self) -> Group {
        match self.score.outcome() {
            Outcome::NotScorable(_) => Group::NotScorable,
            _ if !self.score.counted => Group::Restated,
            _ if !self.claim.official => Group::Unofficial,
            Outcome::Open => Group::Open,
            _ => Group::Due,
        }
    }
}

impl<'a> Register<'a> {
    /// Scores the claims of a situation, and tells the chance of open ones.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub(crate) fn read(app: &App, situation: &'a Situation<'a>, format: Format) -> Result<Self> {
        let mut register = Self::score(situation, format)?;
        let mut outcomes = register.scores.scores.iter().map(ClaimScore::outcome);
        if outcomes.any(|outcome| outcome == Outcome::Open) {
            // A series that cannot be forecast has claims all the same; their chance is not told then.
            register.outlook = Outlook::of(app, situation, None).ok();
        }
        Ok(register)
    }

    /// Scores the claims of a situation, without chances.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub(crate) fn score(situation: &'a Situation<'a>, format: Format) -> Result<Self> {
        let book = situation.book;
        let scores = Scoring {
            series: situation.series,
            prints: situation.prints,
            calendar: situation.calendar(),
            claims: &book.claims,
            lineage: &book.lineage,
            findings: &book.findings,
            as_of: situation.as_of,
        }
        .score()?;
        Ok(Self {
            records: TrackRecords::of(&book.claims, &scores.scores, Against::Latest),
            situation,
            format,
            scores,
            outlook: None,
        })
    }

    /// All claims: the newest year first, of one year official ones before others, the weightiest first; those
    /// without a year last.
    pub(crate) fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = self
            .scores
            .scores
            .iter()
            .filter_map(|score| self.entry(&score.claim))
            .collect();
        let weight = |entry: &Entry<'_>| {
            let claim = entry.claim;
            (claim.fiscal_year, claim.official, claim.standing, claim.known_from())
        };
        entries.sort_by(|left, right| {
            weight(right)
                .cmp(&weight(left))
                .then_with(|| left.claim.id.cmp(&right.claim.id))
        });
        entries
    }

    pub(crate) fn entry(&self, id: &ClaimId) -> Option<Entry<'_>> {
        let claim = self.claim(id)?;
        let score = self.scores.scores.iter().find(|score| score.claim == *id)?;
        Some(Entry { claim, score })
    }

    pub(crate) fn claim(&self, id: &ClaimId) -> Option<&'a Claim> {
        self.situation.book.claims.iter().find(|claim| claim.id == *id)
    }

    /// How likely an open claim is; none where no forecast reaches its year.
    pub(crate) fn chance(&self, entry: Entry<'_>) -> Option<Chance> {
        let (year, value) = (entry.claim.fiscal_year?, entry.score.value?);
        let outlook = self
            .outlook
            .as_ref()
            .filter(|_| entry.score.outcome() == Outcome::Open)?;
        outlook.chance(year, value.to_f64())
    }

    pub(crate) fn number(&self, value: Decimal) -> String {
        self.format.number(value, self.situation.series.places)
    }

    /// "5,200", "10,000 to 18,000" in the series' unit; as it was said where it counts something else.
    pub(crate) fn amount(&self, claim: &Claim) -> String {
        let unit = self.situation.series.unit;
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
    pub(crate) fn outcome_words(&self, entry: Entry<'_>) -> String {
        let words = self.format.words;
        if let Some(first) = &entry.score.counts_with {
            return say!(words, "claim-counted-with", first = first.to_string());
        }
        match (entry.score.outcome(), &entry.score.replaced_by) {
            (Outcome::Replaced, Some(later)) => say!(words, "claim-replaced-by", later = later.to_string()),
            (outcome, _) => outcome_word(self.format, outcome),
        }
    }

    /// Why a claim has its outcome, in a sentence.
    pub(crate) fn reason(&self, entry: Entry<'_>) -> String {
        let words = self.format.words;
        let (claim, score) = (entry.claim, entry.score);
        if let Some(first) = score.counts_with.as_ref().and_then(|first| self.claim(first)) {
            return say!(
                words,
                "claim-why-again",
                first = first.id.to_string(),
                maker = first.maker.clone(),
                day = crate::notes::said(self.format, first)
            );
        }
        let verdict = &score.latest;
        let (value, margin) = (
            self.outturn(verdict.outturn),
            verdict.margin.map_or(0.0, Decimal::to_f64),
        );
        let places = self.situation.series.places;
        let gap = self.format.rounded(margin.abs(), places);
        match score.outcome() {
            Outcome::Met => say!(words, "claim-why-met", value = value, gap = gap),
            Outcome::Missed => say!(words, "claim-why-missed", value = value, gap = gap),
            Outcome::TooClose => {
                let revision = self.format.percent(self.scores.largest_revision_percent, 1);
                say!(words, "claim-why-close", value = value, gap = gap, revision = revision)
            }
            Outcome::ConditionNotMet => {
                let broken = self.situation.book.findings.iter();
                let broken = broken.filter(|finding| score.findings.contains(&finding.id) && !finding.met);
                let broken: Vec<&str> = broken.map(|finding| finding.condition.as_str()).collect();
                say!(words, "claim-why-condition", gap = gap, condition = broken.join("; "))
            }
            Outcome::Open => self.why_open(claim),
            Outcome::Replaced => {
                let later = score.replaced_by.as_ref().and_then(|later| self.claim(later));
                later.map_or_else(String::new, |later| {
                    say!(
                        words,
                        "claim-why-replaced",
                        claim = self.named(later),
                        maker = later.maker.clone(),
                        day = crate::notes::said(self.format, later)
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
        let calendar = self.situation.calendar();
        let end = calendar.end_of(year.into());
        let day = self.format.day(end);
        let is_over = self.situation.as_of.unwrap_or(self.situation.book.today) > end;
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
pub(crate) const TIED: &str = "→";

/// What stands before the word of an outcome.
pub(crate) fn sign(outcome: Outcome) -> &'static str {
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

/// "4,200, 3,800 and 3,500".
pub(crate) fn listed(format: Format, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => say!(format.words, "list-and", most = most.join(", "), last = last.clone()),
    }
}
