//! The claims about a series on a day, each with what became of it: what list, record, inspector, chart and command
//! line all read.

use std::sync::Arc;

use hadaf_core::{
    Against, Chance, Claim, ClaimId, ClaimScore, Decimal, FiscalYear, Outcome, OutcomeChances, Scores, Scoring,
    TrackRecords,
};

use crate::conditions;
use crate::error::Result;
use crate::outlook::Fits;
use crate::outlook::Outlook;
use crate::situation::Situation;

/// Claims about a series with their scores.
pub struct ScoredClaims<'a> {
    /// The series on its day.
    pub situation: &'a Situation<'a>,
    /// The score of each claim, and how far totals are revised.
    pub scores: Scores,
    /// Under the current totals.
    pub records: TrackRecords,
    /// None where the series cannot be forecast, or no claim is open.
    outlook: Option<Arc<Outlook>>,
}

/// One claim with its score.
#[derive(Clone, Copy)]
pub struct ScoredClaim<'a> {
    /// What was claimed.
    pub claim: &'a Claim,
    /// What became of it.
    pub score: &'a ClaimScore,
}

/// The group that a claim is listed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimGroup {
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

impl ClaimGroup {
    /// All, in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::Due,
        Self::Open,
        Self::Unofficial,
        Self::Restated,
        Self::NotScorable,
    ];

    /// The word for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Open => "open",
            Self::Unofficial => "unofficial",
            Self::Restated => "restated",
            Self::NotScorable => "not_scorable",
        }
    }
}

impl ScoredClaim<'_> {
    /// Which group it is listed in.
    pub fn group(&self) -> ClaimGroup {
        match self.score.outcome() {
            Outcome::NotScorable(_) => ClaimGroup::NotScorable,
            _ if !self.score.counted => ClaimGroup::Restated,
            _ if !self.claim.official => ClaimGroup::Unofficial,
            Outcome::Open => ClaimGroup::Open,
            _ => ClaimGroup::Due,
        }
    }
}

impl Situation<'_> {
    /// Whether the total of a claim's year, known whole, lies too close to it to call.
    pub fn is_too_close(&self, claim: &Claim) -> bool {
        let claims = ScoredClaims::score(self).ok();
        claims.is_some_and(|claims| {
            let entry = claims.entry(&claim.id);
            entry.is_some_and(|entry| entry.score.outcome() == Outcome::TooClose)
        })
    }

    /// What would become of a claim about this series if it stood in the register as it is given, in the place of the one
    /// of its name; none where it was not made by the day.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub fn score_of(&self, claim: &Claim) -> Result<Option<ClaimScore>> {
        let others = self.book.claims.iter().filter(|other| other.id != claim.id);
        let claims: Vec<Claim> = others.chain([claim]).cloned().collect();
        let scores = scored(self, &claims)?.scores;
        Ok(scores.into_iter().find(|score| score.claim == claim.id))
    }
}

/// What became of some claims.
fn scored(situation: &Situation<'_>, claims: &[Claim]) -> Result<Scores> {
    let (book, costs) = (situation.book, conditions::costs(situation));
    let scoring = Scoring {
        series: situation.series,
        observations: situation.observations,
        calendar: situation.calendar(),
        claims,
        lineage: &book.lineage,
        findings: &book.findings,
        costs: &costs,
        as_of: situation.as_of,
    };
    Ok(scoring.score()?)
}

impl<'a> ScoredClaims<'a> {
    /// Scores the claims of a situation, and tells the chance of open ones.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub fn read(fits: &Fits, situation: &'a Situation<'a>) -> Result<Self> {
        let mut claims = Self::score(situation)?;
        let mut outcomes = claims.scores.scores.iter().map(ClaimScore::outcome);
        if outcomes.any(|outcome| outcome == Outcome::Open) {
            // A series that cannot be forecast has claims all the same; their chance is not shown then.
            claims.outlook = Outlook::of(fits, situation, None).ok();
        }
        Ok(claims)
    }

    /// Scores the claims of a situation, without chances.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub fn score(situation: &'a Situation<'a>) -> Result<Self> {
        let book = situation.book;
        let scores = scored(situation, &book.claims)?;
        Ok(Self {
            records: TrackRecords::of(&book.claims, &scores.scores, Against::Latest),
            situation,
            scores,
            outlook: None,
        })
    }

    /// All claims: the newest year first, of one year official ones before others, the highest-ranked first; those
    /// without a year last.
    pub fn entries(&self) -> Vec<ScoredClaim<'_>> {
        let mut entries: Vec<ScoredClaim<'_>> = self
            .scores
            .scores
            .iter()
            .filter_map(|score| self.entry(&score.claim))
            .collect();
        let weight = |entry: &ScoredClaim<'_>| {
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

    /// One claim with its score; none where it is about another series or was not made by the day.
    pub fn entry(&self, id: &ClaimId) -> Option<ScoredClaim<'_>> {
        let claim = self.claim(id)?;
        let score = self.scores.scores.iter().find(|score| score.claim == *id)?;
        Some(ScoredClaim { claim, score })
    }

    /// A claim by its id.
    pub fn claim(&self, id: &ClaimId) -> Option<&'a Claim> {
        self.situation.book.claims.iter().find(|claim| claim.id == *id)
    }

    /// How likely an open claim is to be met; none where no forecast reaches its year.
    pub fn chance(&self, entry: ScoredClaim<'_>) -> Option<Chance> {
        self.outcomes(entry).map(|chances| chances.met)
    }

    /// The chances of what may become of an open claim; none where no forecast reaches its year.
    pub fn outcomes(&self, entry: ScoredClaim<'_>) -> Option<OutcomeChances> {
        let (year, value) = (entry.claim.fiscal_year?, entry.score.value?);
        let outlook = self
            .outlook
            .as_ref()
            .filter(|_| entry.score.outcome() == Outcome::Open)?;
        let year = outlook.year(year)?;
        Some(year.outcomes_of(&year.totals, self.situation.series, (entry.claim, value)))
    }

    /// The claims of each year for which officials named more than one number, the newest year first; the largest
    /// number first, of one number the earliest claim.
    pub fn disagreeing(&self) -> Vec<(FiscalYear, Vec<ScoredClaim<'_>>)> {
        let official = self.entries().into_iter().filter(|entry| entry.claim.official);
        let mut years: Vec<(FiscalYear, Vec<ScoredClaim<'_>>)> = Vec::new();
        for entry in official.filter(|entry| entry.score.value.is_some()) {
            let Some(year) = entry.claim.fiscal_year else { continue };
            match years.iter_mut().find(|(known, _)| *known == year) {
                Some((_, entries)) => entries.push(entry),
                None => years.push((year, vec![entry])),
            }
        }
        for (_, entries) in &mut years {
            let value = |entry: &ScoredClaim<'_>| entry.score.value.unwrap_or(Decimal::ZERO);
            entries.sort_by(|left, right| {
                let day = |entry: &ScoredClaim<'_>| entry.claim.known_from();
                value(right)
                    .cmp_value(value(left))
                    .then_with(|| day(left).cmp(&day(right)))
            });
        }
        years.retain(|(_, entries)| self.numbers(entries).len() > 1);
        years
    }

    /// The different numbers of some claims, in their order.
    pub fn numbers(&self, entries: &[ScoredClaim<'_>]) -> Vec<Decimal> {
        let mut numbers: Vec<Decimal> = Vec::new();
        for value in entries.iter().filter_map(|entry| entry.score.value) {
            if !numbers.iter().any(|known| known.same_value(value)) {
                numbers.push(value);
            }
        }
        numbers
    }
}
