//! A scenario ready to be computed: the paths that it is laid over, the year, the claim, the assumptions.

use hadaf_core::{Assumptions, Chance, Claim, Decimal, FactorId, FiscalYear, Month, OutageHistory};
use hadaf_forecast::Paths;
use hadaf_forecast::scenario::{Base, BreakEven, Explanation, PastOutages, Simulation, Swings, TotalSpan, TwoWay};
use jiff::civil::Date;

use crate::error::{ModelError, Result};
use crate::outlook::{Outlook, YearAhead, months_to, open_claims, quantile};
use crate::situation::Situation;

/// What is asked of a scenario.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The scenario's id; empty for a draft.
    pub id: String,
    /// The scenario's title; empty for a draft.
    pub title: String,
    /// What it assumes.
    pub assumptions: Assumptions,
    /// The year; none: the one in hand.
    pub fiscal_year: Option<FiscalYear>,
    /// Id of the claim to speak of; none: the target that stands.
    pub claim: Option<String>,
}

/// What a scenario is computed from.
pub struct ScenarioCase<'a> {
    /// The series on its day.
    pub situation: &'a Situation<'a>,
    /// The year that is asked about.
    pub year: &'a YearAhead,
    /// The forecast that the scenario is laid over.
    pub outlook: &'a Outlook,
    /// The open claims about the year, the weightiest first, with what has to be reached.
    pub claims: Vec<(&'a Claim, Decimal)>,
    /// What the finding speaks of: the claim that was asked about, else the target that stands, else the weightiest.
    pub target: Option<(&'a Claim, Decimal)>,
    /// What tornado and two-way table ask about: the same, unless nobody asked and its chance is next to nothing or
    /// next to sure, so that nothing could move it. Then the open claim nearest to even odds.
    pub claim: Option<(&'a Claim, Decimal)>,
    /// The scenario's title; empty for a draft.
    pub title: String,
    /// The scenario's id; empty for a draft.
    pub id: String,
    /// What it assumes.
    pub assumptions: Assumptions,
    register: PastOutages,
    known: Vec<(Month, f64)>,
    span: TotalSpan,
}

/// The totals of a year in every path, ascending.
pub struct Totals(Vec<f64>);

impl Totals {
    /// From one total a path, in any order.
    pub fn of(mut totals: Vec<f64>) -> Self {
        totals.sort_by(f64::total_cmp);
        Self(totals)
    }

    /// The total below which a share of the paths ends.
    pub fn quantile(&self, share: f64) -> f64 {
        quantile(&self.0, share)
    }

    /// None without paths.
    pub fn chance(&self, amount: f64) -> Option<Chance> {
        let below = self.0.partition_point(|total| *total < amount);
        Chance::of_count(self.0.len() - below, self.0.len())
    }
}

impl<'a> ScenarioCase<'a> {
    /// A question about a series on a day.
    ///
    /// # Errors
    /// [`ModelError::YearNotAhead`], [`ModelError::Gap`], [`ModelError::ClaimNotOpen`].
    pub fn read(situation: &'a Situation<'a>, outlook: &'a Outlook, question: Question) -> Result<Self> {
        let (book, title) = (situation.book, situation.series.title.as_str());
        let year = year(outlook, question.fiscal_year, title)?;
        let claims = open_claims(situation, year.year);
        let wanted = question.claim.as_deref().map(str::trim).filter(|id| !id.is_empty());
        let target = target(situation, &claims, wanted, year.year)?;
        let claim = if wanted.is_some() {
            target
        } else {
            in_doubt(year, &claims, target)
        };
        let day = situation.as_of.unwrap_or(book.today);
        let register = OutageHistory::read(&book.disruptions, day).map_or_else(PastOutages::none, |history| {
            PastOutages::of(&history, &book.disruptions)
        });
        let values = outlook.values.iter().enumerate();
        Ok(Self {
            situation,
            span: span(year, outlook, claim.map(|(_, amount)| amount), title)?,
            known: values
                .filter_map(|(place, value)| Some((outlook.month_at(place), (*value)?)))
                .collect(),
            year,
            outlook,
            claims,
            target,
            claim,
            title: question.title,
            id: question.id,
            assumptions: question.assumptions,
            register,
        })
    }

    fn base(&self) -> Base<'_> {
        let (first, paths) = self.year.paths(self.outlook);
        Base {
            paths,
            first,
            known: self.known.clone(),
            register: self.register.clone(),
            seed: self.outlook.seed,
        }
    }

    /// Whether the year is read from the paths of the year in hand, which a scenario is laid over, and not from
    /// those of its own that a far year has.
    pub fn is_within_paths(&self) -> bool {
        std::ptr::eq(self.base().paths, self.outlook.paths())
    }

    /// The paths under the assumptions, or under others.
    pub fn run(&self, assumptions: &Assumptions) -> Result<Simulation<'_>> {
        Ok(Simulation::new(self.base(), assumptions.clone(), self.span.clone())?)
    }

    /// The year's total in every path of an outcome.
    pub fn totals(&self, paths: &Paths) -> Totals {
        let rest = paths.totals(self.span.range.clone()).unwrap_or_default();
        Totals::of(rest.into_iter().map(|rest| self.span.known + rest).collect())
    }

    /// The year's total in every path of the baseline.
    pub fn baseline(&self) -> Totals {
        self.totals(self.base().paths)
    }

    /// What each factor does by itself, the widest first.
    ///
    /// # Errors
    /// [`ModelError::Scenario`].
    pub fn tornado(&self) -> Result<Swings> {
        Ok(self.run(&self.assumptions)?.tornado().clone())
    }

    /// Where the chance of an amount passes one half.
    pub fn break_even(
        &self,
        assumptions: &Assumptions,
        amount: Decimal,
        factor: &FactorId,
        bounds: (f64, f64),
    ) -> Result<BreakEven> {
        const EVEN: f64 = 0.5;
        Ok(self
            .run(assumptions)?
            .break_even(factor, bounds, amount.to_f64(), EVEN)?)
    }

    /// The chance of the claim by two factors.
    ///
    /// # Errors
    /// [`ModelError::Scenario`].
    pub fn two_way(&self, rows: (&FactorId, &[f64]), columns: (&FactorId, &[f64])) -> Result<TwoWay> {
        Ok(self.run(&self.assumptions)?.two_way(rows, columns)?)
    }

    /// The first day that is ahead.
    pub fn first_day(&self) -> Date {
        self.base().first.first_day()
    }

    /// The formula's numbers for the first outage; none without one.
    pub fn explain(&self) -> Result<Option<Explanation>> {
        Ok(self.run(&self.assumptions)?.explain(0))
    }
}

/// The year that was asked for, or the one in hand.
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

/// The claim that was asked about, else the target that stands, else the weightiest.
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
    year: &YearAhead,
    open: &[(&'a Claim, Decimal)],
    target: Option<(&'a Claim, Decimal)>,
) -> Option<(&'a Claim, Decimal)> {
    const SETTLED: f64 = 0.02;
    let doubt = |amount: Decimal| {
        let chance = year.chance(amount.to_f64())?.value();
        Some(chance.min(1.0 - chance)).filter(|doubt| *doubt > SETTLED)
    };
    if target.is_some_and(|(_, amount)| doubt(amount).is_some()) {
        return target;
    }
    let nearest = open
        .iter()
        .filter_map(|(claim, amount)| Some((doubt(*amount)?, (*claim, *amount))))
        .max_by(|left, right| left.0.total_cmp(&right.0));
    nearest.map(|(_, claim)| claim).or(target)
}

/// The months of the year that are still to come.
fn span(year: &YearAhead, outlook: &Outlook, target: Option<Decimal>, title: &str) -> Result<TotalSpan> {
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
        known: year.known.to_f64(),
        target: target.map(Decimal::to_f64),
    })
}
