//! What became of a claim, by one rule.
//!
//! 1. *Scorable* is a claim with a year, a number in the series' unit and a day on which it was said
//!    (or by which it must have been), no later than the year's end, unless its register says why it
//!    cannot be scored.
//! 2. What says the same again - a restatement, or a narrowing to the same number and year - counts
//!    once, with the first scorable claim of its family and at that one's day.
//! 3. A claim that another one replaced, or narrowed to another number or year, before its own year
//!    was over is *replaced*. What is said afterwards rescues nothing.
//! 4. While twelve months of the year are not known the claim is *open*, whatever has come in.
//! 5. Then the year's total decides. Of one number, and of a range that is a target, the low end decides: *met* at or
//!    above it, *missed* below. A range that was projected says that the total lies in it: *met* between its ends,
//!    *missed* below and above. The error is the distance to the nearest end, none between them. It is *too close* where
//!    the total lies as near to an end that decides as a year's total is usually revised ([`RevisionSpread`]).
//! 6. A total that fell short is *condition not met* where a stated condition was found not to hold, with evidence, and
//!    that cost the year, at worst, as much as was missing ([`ConditionCost`]). What cost less, or whose worth nobody
//!    knows, excuses nothing: the claim is missed, and the broken condition stands beside it. One that was met in spite of it is met.
//!
//! Everything is as of a day, and under both the first total known of the year (what the debate used)
//! and the latest. *Weighed:* for a single projected number a two-sided rule (within so many percent) would ask
//! for a tolerance that nobody stated; reaching the number is what such a projection is quoted for,
//! and its error stands beside the outcome. A range states its own.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::outturn::{Naive, Outturn};
use crate::revision::{Outturns, RevisionSpread};
use crate::stated::{Side, Stated};
use crate::{
    AsOf, Claim, ClaimId, ConditionFinding, ConditionFindingId, Decimal, FiscalCalendar, Lineage, LineageKind, Month,
    Observation, Result, Series,
};

/// Why a claim cannot be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The register says why: [`Claim::not_scorable`].
    Stated,
    /// It names no year.
    NoYear,
    /// Nothing tells by when it was said.
    NoDay,
    /// It was said after its year had ended.
    Hindsight,
    /// Its number does not count what the series counts.
    OtherMeasure,
}

crate::text::words!(Reason, {
    Stated => "stated", NoYear => "no_year", NoDay => "no_day", Hindsight => "hindsight",
    OtherMeasure => "other_measure",
});

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The year's total reached it.
    Met,
    /// The year's total fell short of it.
    Missed,
    /// The difference is no larger than a year's total is usually revised.
    TooClose,
    /// Missed, and a condition that it stated was found not to hold, which may have cost as much as was missing.
    ConditionNotMet,
    /// The year is not known whole.
    Open,
    /// Another claim took its place before its year was over.
    Replaced,
    /// It cannot be scored.
    NotScorable(Reason),
}

impl Outcome {
    /// The word for programs and for the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::TooClose => "too_close",
            Self::ConditionNotMet => "condition_not_met",
            Self::Open => "open",
            Self::Replaced => "replaced",
            Self::NotScorable(_) => "not_scorable",
        }
    }

    /// A total was held against the claim: met, missed or too close.
    pub fn is_scored(self) -> bool {
        matches!(self, Self::Met | Self::Missed | Self::TooClose)
    }
}

/// Against which total a claim is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Against {
    /// The first total known of the year: what the debate used.
    FirstRelease,
    /// The current total on the day.
    Latest,
}

crate::text::words!(Against, { FirstRelease => "first_release", Latest => "latest" });

/// What broken conditions of a claim took from its year, in the series' unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConditionCost {
    /// By the central points of the coefficients, and by the middle one of the costs that were entered.
    pub central: f64,
    /// By the severe points, and by the largest of them.
    pub worst: f64,
    /// Where that is from.
    pub basis: CostBasis,
}

/// Where the cost of a broken condition is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostBasis {
    /// Worked out by the coefficients of the scenarios.
    Coefficients,
    /// Costs in receipts that were entered of what broke it.
    Stated,
    /// Some of it each.
    Both,
}

crate::text::words!(CostBasis, {
    Coefficients => "coefficients", Stated => "stated", Both => "both",
});

impl ConditionCost {
    /// Whether it may have been all that was missing.
    fn bridges(self, margin: Decimal) -> bool {
        self.worst >= -margin.to_f64()
    }
}

/// A claim held against one total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// What became of it.
    pub outcome: Outcome,
    /// The total; none while the year is not known whole or the claim names none.
    pub outturn: Option<Outturn>,
    /// Total less claim, in the series' unit, of a range less its nearest end; below zero is short of it.
    pub margin: Option<Decimal>,
    /// The same, percent of that end.
    pub error_percent: Option<f64>,
    /// Where the total lies.
    pub side: Option<Side>,
}

/// How far ahead a claim was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    /// Within the year, or later: fewer than 12 months to its last month.
    WithinYear,
    /// In the year before: 12 to 23 months.
    YearAhead,
    /// Two or more years ahead: 24 months or more.
    YearsAhead,
}

crate::text::words!(Horizon, {
    WithinYear => "within_year", YearAhead => "year_ahead", YearsAhead => "years_ahead",
});

/// A claim with what became of it, as of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimScore {
    /// The claim.
    pub claim: ClaimId,
    /// Its number in the series' unit; the low end of a range. None for another measure.
    pub value: Option<Decimal>,
    /// The high end of a range, in the series' unit.
    pub high: Option<Decimal>,
    /// It counts in records. False for what says again what [`ClaimScore::counts_with`] said first.
    pub counted: bool,
    /// The claim with which it counts; none when it counts itself.
    pub counts_with: Option<ClaimId>,
    /// The claim that replaced it.
    pub replaced_by: Option<ClaimId>,
    /// The first day on which it was said, by whichever claim of its family; the last possible day
    /// where only that is known. None when nothing tells.
    pub first_said: Option<Date>,
    /// How many claims of the register said it by the day and before its year ended, itself included.
    pub times_said: usize,
    /// Months from the month in which it was first said to the last month of its year.
    pub months_to_go: Option<i32>,
    /// Held against the first total known of the year.
    pub first_release: Verdict,
    /// Held against the latest total.
    pub latest: Verdict,
    /// What "nothing new" would have said on the day on which it was first said.
    pub naive: Option<Naive>,
    /// The findings about its conditions known by the day, by number.
    pub findings: Vec<ConditionFindingId>,
    /// One of its conditions was found not to hold.
    pub broken: bool,
    /// What that took from its year; none where its worth is not known.
    pub condition_cost: Option<ConditionCost>,
}

impl ClaimScore {
    /// The claim held against one of the totals.
    pub fn against(&self, against: Against) -> &Verdict {
        match against {
            Against::FirstRelease => &self.first_release,
            Against::Latest => &self.latest,
        }
    }

    /// What became of it under the latest total.
    pub fn outcome(&self) -> Outcome {
        self.latest.outcome
    }

    /// What became of it hangs on a reading: the page tells no day, or the first total decides otherwise than the
    /// latest.
    pub fn hangs_on_a_reading(&self, claim: &Claim) -> bool {
        claim.announced.is_none() || self.first_release.outcome != self.latest.outcome
    }

    /// How far ahead it was made.
    pub fn horizon(&self) -> Option<Horizon> {
        self.months_to_go.map(|months| match months {
            ..12 => Horizon::WithinYear,
            12..24 => Horizon::YearAhead,
            24.. => Horizon::YearsAhead,
        })
    }
}

/// What is said about the claims of one series, and the observations that decide.
#[derive(Debug, Clone, Copy)]
pub struct Scoring<'a> {
    /// The series.
    pub series: &'a Series,
    /// Its observations, of every day.
    pub observations: &'a [Observation],
    /// The calendar of the workspace.
    pub calendar: &'a FiscalCalendar,
    /// All claims of the workspace.
    pub claims: &'a [Claim],
    /// How they hang together.
    pub lineage: &'a [Lineage],
    /// What was found about their conditions.
    pub findings: &'a [ConditionFinding],
    /// What the broken ones took from the claim's year, as far as that has a price.
    pub costs: &'a BTreeMap<ClaimId, ConditionCost>,
    /// The day as of which they are scored.
    pub as_of: AsOf,
}

/// What became of every claim about a series that is known on the day, in the order of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// One for each claim.
    pub scores: Vec<ClaimScore>,
    /// The largest revision that a year's total has had so far, percent of its first release.
    pub largest_revision_percent: f64,
    /// How far years' totals are usually revised: as near to it a claim is too close to call.
    pub revisions: RevisionSpread,
}

impl Scoring<'_> {
    /// Scores the claims.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a sum does not fit.
    pub fn score(&self) -> Result<Scores> {
        let outturns = Outturns::read(self.series.adding(), self.observations, self.calendar, self.as_of)?;
        let known = self
            .claims
            .iter()
            .filter(|claim| claim.series == self.series.id && claim.known(self.as_of));
        let revisions = outturns.spread();
        let scores = known
            .map(|claim| self.score_one(claim, &outturns, revisions))
            .collect::<Result<_>>()?;
        Ok(Scores {
            scores,
            largest_revision_percent: outturns.largest_revision_percent(),
            revisions,
        })
    }

    fn score_one(&self, claim: &Claim, outturns: &Outturns<'_>, revisions: RevisionSpread) -> Result<ClaimScore> {
        let stated = Stated::of(claim, self.series);
        let family = self.family(claim);
        let first = family.first().copied().unwrap_or(claim);
        let first_said = said(first);
        let findings: Vec<&ConditionFinding> = self
            .findings
            .iter()
            .filter(|finding| finding.claim == claim.id && self.as_of.has(finding.judged))
            .collect();
        let last_month = claim.fiscal_year.map(|year| self.calendar.last_month(year));
        let reason = self.not_scorable(claim);
        // What replaces any of the family replaces the number that all of it said.
        let replaced_by = self
            .replaced_by(claim)
            .or_else(|| family.iter().find_map(|member| self.replaced_by(member)));
        let fixed = reason
            .map(Outcome::NotScorable)
            .or(replaced_by.is_some().then_some(Outcome::Replaced));
        let broken = findings.iter().any(|finding| !finding.met);
        let year = claim.fiscal_year;
        let condition_cost = self.costs.get(&claim.id).copied().filter(|_| broken);
        let verdict = |outturn: Option<Outturn>| -> Result<Verdict> {
            let held = outturn
                .zip(stated)
                .map(|(outturn, stated)| stated.against(outturn.value))
                .transpose()?;
            let decided = || match held {
                None => Outcome::Open,
                Some(held) if revisions.is_too_close(held.nearest_percent) => Outcome::TooClose,
                Some(held) if held.is_met => Outcome::Met,
                Some(held)
                    if held.side == Side::Below && condition_cost.is_some_and(|cost| cost.bridges(held.margin)) =>
                {
                    Outcome::ConditionNotMet
                }
                Some(_) => Outcome::Missed,
            };
            Ok(Verdict {
                outcome: fixed.unwrap_or_else(decided),
                outturn,
                margin: held.map(|held| held.margin),
                error_percent: held.and_then(|held| held.error_percent),
                side: held.map(|held| held.side),
            })
        };
        Ok(ClaimScore {
            claim: claim.id.clone(),
            value: stated.map(|stated| stated.low),
            high: stated.and_then(Stated::range_end),
            counted: first.id == claim.id,
            counts_with: (first.id != claim.id).then(|| first.id.clone()),
            replaced_by,
            first_said,
            times_said: family.len().max(1),
            months_to_go: last_month.zip(first_said).map(|(last, day)| last.since(Month::of(day))),
            first_release: verdict(year.and_then(|year| outturns.first(year)))?,
            latest: verdict(year.and_then(|year| outturns.latest(year)))?,
            naive: match (year, first_said) {
                (Some(year), Some(day)) => outturns.naive(year, day)?,
                _ => None,
            },
            findings: findings.iter().map(|finding| finding.id).collect(),
            broken,
            condition_cost,
        })
    }

    /// Why the claim cannot be scored.
    fn not_scorable(&self, claim: &Claim) -> Option<Reason> {
        if claim.value_in(self.series.unit).is_err() {
            Some(Reason::OtherMeasure)
        } else if claim.fiscal_year.is_none() {
            Some(Reason::NoYear)
        } else if claim.is_hindsight(self.calendar) {
            Some(Reason::Hindsight)
        } else if said(claim).is_none() {
            Some(Reason::NoDay)
        } else {
            claim.not_scorable.as_ref().map(|_| Reason::Stated)
        }
    }

    /// The claim itself, all known scorable claims that it says again and all that say it again, by
    /// the day on which they were said. Empty when it cannot be scored itself.
    fn family<'c>(&'c self, claim: &'c Claim) -> Vec<&'c Claim> {
        let mut family: Vec<&Claim> = Vec::new();
        let mut waiting = vec![claim];
        while let Some(member) = waiting.pop() {
            if family.iter().any(|other| other.id == member.id) || self.not_scorable(member).is_some() {
                continue;
            }
            family.push(member);
            for link in self.lineage {
                let other = match (link.from == member.id, link.to == member.id) {
                    (true, _) => self.claim(&link.to),
                    (_, true) => self.claim(&link.from),
                    _ => None,
                };
                waiting.extend(other.filter(|other| says_again(link.kind, member, other)));
            }
        }
        family.sort_by_key(|member| (said(member), member.id.clone()));
        family
    }

    /// The known claim that took this one's place before its year was over.
    fn replaced_by(&self, claim: &Claim) -> Option<ClaimId> {
        let end = self.calendar.end_of(claim.fiscal_year?.into());
        let later = self
            .lineage
            .iter()
            .filter(|link| link.to == claim.id)
            .filter_map(|link| {
                let later = self.claim(&link.from)?;
                let takes = link.kind != LineageKind::Restates && !says_again(link.kind, claim, later);
                (takes && later.known_from() <= end).then_some(later)
            });
        later
            .min_by_key(|later| (later.known_from(), later.id.clone()))
            .map(|later| later.id.clone())
    }

    /// A claim of the series that is known on the day.
    fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims
            .iter()
            .find(|claim| claim.id == *id && claim.series == self.series.id && claim.known(self.as_of))
    }
}

/// The day on which it was said, or by which it must have been.
fn said(claim: &Claim) -> Option<Date> {
    claim.announced.or(claim.announced_latest)
}

/// One says what the other said: a restatement, or a narrowing that left number and year as they were.
fn says_again(kind: LineageKind, one: &Claim, other: &Claim) -> bool {
    let same_number = || {
        let high = |claim: &Claim| claim.value_high.map(|high| (claim.unit, high));
        other.value_in(one.unit).is_ok_and(|value| value.same_value(one.value)) && high(one) == high(other)
    };
    match kind {
        LineageKind::Restates => true,
        LineageKind::Narrows => one.fiscal_year == other.fiscal_year && same_number(),
        LineageKind::Replaces => false,
    }
}
