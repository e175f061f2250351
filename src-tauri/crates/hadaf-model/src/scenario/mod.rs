//! A scenario laid over the outlook of a series: the year, the claims, and every answer that is asked of it.
//!
//! A [`ScenarioCase`] computes an answer when it is first asked for and remembers it, so that a screen, its pictures
//! and a report can speak of the same numbers without paying for them twice.

mod answers;

use std::sync::OnceLock;

use hadaf_core::{Assumptions, Chance, Claim, Decimal, FiscalYear, Goal, Intervals, Month, OutageHistory, Sample};
use hadaf_forecast::Paths;
use hadaf_forecast::scenario::{Base, Explanation, PastOutages, ScenarioError, Simulation, Swings, TotalSpan};

use crate::error::{ModelError, Result};
use crate::outlook::{Outlook, YearAhead, months_to, open_claims};
use crate::situation::Situation;

pub use answers::{Alternative, AlternativeKind, BreakEvenOf, Lever, LeverTable};

/// What is asked of a scenario.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The scenario's id; empty for a draft.
    pub id: String,
    /// The scenario's title; empty for a draft.
    pub title: String,
    /// What it assumes.
    pub assumptions: Assumptions,
    /// The year; none: the current one.
    pub fiscal_year: Option<FiscalYear>,
    /// Id of the claim to speak of; none: the target that stands.
    pub claim: Option<String>,
}

/// A scenario of a year, with what is computed of it.
#[derive(Debug)]
pub struct ScenarioCase<'a> {
    /// The series on its day.
    pub situation: &'a Situation<'a>,
    /// The year that is asked about.
    pub year: &'a YearAhead,
    /// The forecast that the scenario is laid over.
    pub outlook: &'a Outlook,
    /// The open claims about the year, the highest-ranked first, with what has to be reached.
    pub claims: Vec<(&'a Claim, Decimal)>,
    /// What the finding speaks of: the claim that was asked about, else the target that stands, else the
    /// highest-ranked.
    pub target: Option<(&'a Claim, Decimal)>,
    /// What tornado and two-way table ask about: the same, unless nobody asked and its chance is next to nothing or
    /// next to sure, so that nothing could move it. Then the open claim nearest to even odds. Never one that is reached.
    pub claim: Option<(&'a Claim, Decimal)>,
    /// The scenario's title; empty for a draft.
    pub title: String,
    /// The scenario's id; empty for a draft.
    pub id: String,
    simulation: Simulation<'a>,
    explanation: OnceLock<Option<Explanation>>,
    break_evens: OnceLock<Result<Vec<BreakEvenOf<'a>>, ScenarioError>>,
    lever_table: OnceLock<Result<Option<LeverTable>, ScenarioError>>,
    alternatives: OnceLock<Result<Vec<Alternative>, ScenarioError>>,
}

impl<'a> ScenarioCase<'a> {
    /// A question about a series on a day.
    ///
    /// # Errors
    /// [`ModelError::YearNotAhead`], [`ModelError::Gap`], [`ModelError::ClaimNotOpen`], [`ModelError::Scenario`] for
    /// assumptions that cannot be computed with.
    pub fn read(situation: &'a Situation<'a>, outlook: &'a Outlook, question: Question) -> Result<Self> {
        let title = situation.series.title.as_str();
        let year = year(outlook, question.fiscal_year, title)?;
        let claims = open_claims(situation, year.year);
        let wanted = question.claim.as_deref().map(str::trim).filter(|id| !id.is_empty());
        let target = target(situation, &claims, wanted, year.year)?;
        // What is reached no assumption moves: nothing asks for its chance.
        let is_open = |(claim, _): &(&'a Claim, Decimal)| situation.reached(claim, year.year).is_none();
        let claim = if wanted.is_some() {
            target.filter(is_open)
        } else {
            let open: Vec<_> = claims.iter().copied().filter(is_open).collect();
            in_doubt(situation, year, &open, target.filter(is_open))
        };
        let goal = claim.map(|claim| year.goal_of(situation.series, claim));
        let span = span(year, outlook, goal, title)?;
        Ok(Self {
            simulation: Simulation::new(base(situation, year, outlook), question.assumptions, span)?,
            situation,
            year,
            outlook,
            claims,
            target,
            claim,
            title: question.title,
            id: question.id,
            explanation: OnceLock::new(),
            break_evens: OnceLock::new(),
            lever_table: OnceLock::new(),
            alternatives: OnceLock::new(),
        })
    }

    /// What it assumes.
    pub fn assumptions(&self) -> &Assumptions {
        self.simulation.assumptions()
    }

    /// The years that these paths reach, each with its total in every path under the assumptions. A far year, or one
    /// with a gap, has paths of its own, of which this scenario says nothing.
    ///
    /// # Errors
    /// As [`ScenarioCase::read`].
    pub fn years(&self) -> Result<Vec<(&'a YearAhead, Sample)>> {
        let is_reached = |year: &&YearAhead| std::ptr::eq(year.paths(self.outlook).1, self.simulation.base().paths);
        let reached = self.outlook.years().iter().filter(is_reached);
        reached
            .map(|year| {
                if std::ptr::eq(year, self.year) {
                    return Ok((year, self.totals().clone()));
                }
                let span = span(year, self.outlook, None, &self.situation.series.title)?;
                Ok((year, self.simulation.totals_over(&span)))
            })
            .collect()
    }

    /// A month ahead, from 1, with the intervals of its value under the assumptions: those of the forecast, each moved
    /// as far as the scenario moves the same quantile of the paths. A month that it leaves alone stays as it is
    /// forecast to the last digit, since the intervals of a month are not read from paths.
    ///
    /// # Panics
    /// Where `ahead` lies beyond the paths.
    pub fn month(&self, ahead: usize) -> (Month, Intervals) {
        let of = |paths: &Paths| {
            let values = paths.rows().map(|path| path[ahead - 1]).collect();
            Sample::of(values).expect("every fit draws paths").intervals()
        };
        let (before, after) = (of(self.simulation.base().paths), of(self.paths()));
        let (month, forecast) = self.outlook.month(ahead);
        let moved = forecast.zip(before.zip(after));
        (
            month,
            moved.map(|(value, (before, after))| {
                // As a multiple, so that bounds stay in order where little is left of the month.
                if before > 0.0 && value > 0.0 {
                    value * (after / before)
                } else {
                    value + (after - before)
                }
            }),
        )
    }

    /// The paths under the assumptions.
    pub fn paths(&self) -> &Paths {
        self.simulation.run()
    }

    /// The year's total in every path of the forecast: the outlook has them, whatever is assumed.
    pub fn baseline(&self) -> &Sample {
        &self.year.totals
    }

    /// The year's total in every path under the assumptions.
    pub fn totals(&self) -> &Sample {
        self.simulation.totals()
    }

    /// The chance that a claim about the year, whose amount is given, is met, by some of its totals: those of the forecast
    /// or under assumptions.
    pub fn chance(&self, totals: &Sample, claim: (&Claim, Decimal)) -> Chance {
        self.year.outcomes_of(totals, self.situation.series, claim).met
    }

    /// What each factor does by itself, the widest first.
    pub fn tornado(&self) -> &Swings {
        self.simulation.tornado()
    }

    /// The formula's numbers for the first outage; none without one.
    pub fn explanation(&self) -> Option<&Explanation> {
        self.explanation.get_or_init(|| self.simulation.explain(0)).as_ref()
    }
}

/// What scenarios of a year are laid over.
fn base<'a>(situation: &Situation<'_>, year: &'a YearAhead, outlook: &'a Outlook) -> Base<'a> {
    let known = situation.book.disruptions.known(situation.as_of);
    let register = OutageHistory::read(&known, situation.as_of.day())
        .map_or_else(PastOutages::none, |history| PastOutages::of(&history, &known));
    let (first, paths) = year.paths(outlook);
    let values = outlook.values.iter().enumerate();
    let known = values.filter_map(|(place, value)| Some((outlook.month_at(place), (*value)?)));
    Base {
        paths,
        first,
        known: known.collect(),
        register,
        seed: outlook.seed,
    }
}

/// The year that was asked for, or the current one.
fn year<'a>(outlook: &'a Outlook, wanted: Option<FiscalYear>, title: &str) -> Result<&'a YearAhead> {
    let found = match wanted {
        Some(year) => outlook.year(year),
        None => outlook.years().first(),
    };
    found.ok_or_else(|| ModelError::YearNotAhead {
        series: title.to_owned(),
        known: outlook.years().iter().map(|year| year.year).collect(),
    })
}

/// The claim that was asked about, else the target that stands, else the highest-ranked.
fn target<'a>(
    situation: &Situation<'a>,
    open: &[(&'a Claim, Decimal)],
    wanted: Option<&str>,
    year: FiscalYear,
) -> Result<Option<(&'a Claim, Decimal)>> {
    let of = |id: &str| open.iter().copied().find(|(claim, _)| claim.id.as_str() == id);
    match wanted {
        None => {
            let standing = situation.target_of(year).and_then(|claim| of(claim.id.as_str()));
            Ok(standing.or_else(|| open.first().copied()))
        }
        Some(id) => of(id).map(Some).ok_or_else(|| ModelError::ClaimNotOpen {
            id: id.to_owned(),
            known: open.iter().map(|(claim, _)| claim.id.to_string()).collect(),
        }),
    }
}

/// The claim itself where its chance can move; else the one nearest to even odds, if any can.
fn in_doubt<'a>(
    situation: &Situation<'_>,
    year: &YearAhead,
    open: &[(&'a Claim, Decimal)],
    target: Option<(&'a Claim, Decimal)>,
) -> Option<(&'a Claim, Decimal)> {
    const SETTLED: f64 = 0.02;
    let doubt = |claim: (&Claim, Decimal)| {
        let chance = year.outcomes_of(&year.totals, situation.series, claim).met.value();
        Some(chance.min(1.0 - chance)).filter(|doubt| *doubt > SETTLED)
    };
    if target.is_some_and(|claim| doubt(claim).is_some()) {
        return target;
    }
    let nearest = open
        .iter()
        .filter_map(|claim| Some((doubt(*claim)?, *claim)))
        .max_by(|left, right| left.0.total_cmp(&right.0));
    nearest.map(|(_, claim)| claim).or(target)
}

/// The months of the year that are still to come.
fn span(year: &YearAhead, outlook: &Outlook, target: Option<Goal>, title: &str) -> Result<TotalSpan> {
    let (first, paths) = year.paths(outlook);
    let (Some(&from), Some(&to)) = (year.missing.first(), year.missing.last()) else {
        return Err(ModelError::YearNotAhead {
            series: title.to_owned(),
            known: Vec::new(),
        });
    };
    // A month that is known amid those that are not would be counted twice.
    if months_to(from, to) != year.missing.len() || months_to(first, to) > paths.horizon() {
        return Err(ModelError::Gap {
            series: title.to_owned(),
            month: from,
        });
    }
    Ok(TotalSpan {
        range: months_to(first, from)..=months_to(first, to),
        known: year.fact(),
        revisions: year.revisions.clone(),
        target,
    })
}
