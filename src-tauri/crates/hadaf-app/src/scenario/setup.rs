//! A scenario ready to be computed: the paths that it is laid over, the year, the claim, the assumptions.

use std::sync::Arc;

use hadaf_core::{Assumptions, Chance, Claim, Decimal, FiscalYear, Month, OutageHistory, Period};
use hadaf_forecast::Paths;
use hadaf_forecast::scenario::{self, Base, Outcome, Register, ScenarioError, Span};
use jiff::civil::Date;

use super::{assumptions, edit};
use crate::app::{App, parse_as_of};
use crate::book::Book;
use crate::error::{AppError, Code, Result};
use crate::format::Format;
use crate::outlook::{Outlook, YearAhead, months_to, open_claims};
use crate::situation::Situation;
use crate::wire::ScenarioRun;
use crate::words::Words;

/// What a scenario is computed from.
pub(crate) struct Setup<'a> {
    pub(crate) situation: &'a Situation<'a>,
    pub(crate) year: &'a YearAhead,
    pub(crate) outlook: &'a Outlook,
    /// The open claims about the year, the weightiest first, with what has to be reached.
    pub(crate) claims: Vec<(&'a Claim, Decimal)>,
    /// What the finding speaks of: the claim that was asked about, else the target that stands, else the weightiest.
    pub(crate) target: Option<(&'a Claim, Decimal)>,
    /// What tornado and two-way table ask about: the same, unless nobody asked and its chance is next to nothing or
    /// next to sure, so that nothing could move it. Then the open claim nearest to even odds.
    pub(crate) claim: Option<(&'a Claim, Decimal)>,
    /// The scenario's title; empty for a draft.
    pub(crate) title: String,
    /// The scenario's id; empty for a draft.
    pub(crate) id: String,
    pub(crate) assumptions: Assumptions,
    register: Register,
    known: Vec<(Month, f64)>,
    span: Span,
}

/// The totals of a year in every path, ascending.
pub(crate) struct Totals(Vec<f64>);

impl Totals {
    pub(crate) fn of(mut totals: Vec<f64>) -> Self {
        totals.sort_by(f64::total_cmp);
        Self(totals)
    }

    pub(crate) fn quantile(&self, share: f64) -> f64 {
        crate::outlook::quantile(&self.0, share)
    }

    /// None without paths.
    pub(crate) fn chance(&self, amount: f64) -> Option<Chance> {
        let below = self.0.partition_point(|total| *total < amount);
        Chance::of_count(self.0.len() - below, self.0.len())
    }
}

impl Setup<'_> {
    /// Reads what was asked for, and acts on it.
    ///
    /// # Errors
    /// As [`App::scenario_run`].
    pub(crate) fn of<T>(app: &App, run: &ScenarioRun, act: impl FnOnce(&Setup<'_>) -> Result<T>) -> Result<T> {
        let as_of = parse_as_of(run.as_of.as_deref())?;
        let book = app.book()?;
        let series = book.series(&run.series)?;
        let situation = Situation::read(&book, series, as_of)?;
        let outlook: Arc<Outlook> = Outlook::of(app, &situation, None)?;
        let year = year(&book, &outlook, run.fiscal_year.as_deref(), &series.title)?;
        let claims = open_claims(&situation, year.year);
        let (id, title, mut assumed) = assumed(&book, run)?;
        assumptions::change(&mut assumed, &run.changes)?;
        let target = target(&situation, &claims, run.claim.as_deref(), year.year)?;
        let is_asked = run.claim.as_deref().is_some_and(|id| !id.trim().is_empty());
        let claim = if is_asked {
            target
        } else {
            in_doubt(year, &claims, target)
        };
        let day = as_of.unwrap_or(book.today);
        let register = OutageHistory::read(&book.disruptions, day)
            .map_or_else(Register::none, |history| Register::of(&history, &book.disruptions));
        let values = outlook.values.iter().enumerate();
        let setup = Setup {
            situation: &situation,
            span: span(year, &outlook, claim.map(|(_, amount)| amount), &series.title)?,
            known: values
                .filter_map(|(place, value)| Some((outlook.month_at(place), (*value)?)))
                .collect(),
            year,
            outlook: &outlook,
            claims,
            target,
            claim,
            title,
            id,
            assumptions: assumed,
            register,
        };
        act(&setup)
    }

    fn base(&self) -> Base<'_> {
        let (first, paths) = self.year.paths(self.outlook);
        Base {
            paths,
            first,
            known: &self.known,
        }
    }

    /// Whether the year is read from the paths of the year in hand, which a scenario is laid over, and not from
    /// those of its own that a far year has.
    pub(crate) fn is_within_paths(&self) -> bool {
        std::ptr::eq(self.base().paths, self.outlook.paths())
    }

    /// The paths under the assumptions, or under others.
    pub(crate) fn run(&self, assumptions: &Assumptions) -> Result<Outcome> {
        Ok(scenario::run(
            &self.base(),
            assumptions,
            &self.register,
            self.outlook.seed,
        )?)
    }

    /// The year's total in every path of an outcome.
    pub(crate) fn totals(&self, paths: &Paths) -> Totals {
        let rest = paths.totals(self.span.range.clone()).unwrap_or_default();
        Totals::of(rest.into_iter().map(|rest| self.span.known + rest).collect())
    }

    /// The year's total in every path of the baseline.
    pub(crate) fn baseline(&self) -> Totals {
        self.totals(self.base().paths)
    }

    pub(crate) fn tornado(&self) -> Result<scenario::Tornado> {
        let seed = self.outlook.seed;
        Ok(scenario::tornado(
            &self.base(),
            &self.assumptions,
            &self.register,
            seed,
            &self.span,
        )?)
    }

    /// Where the chance of an amount passes one half.
    pub(crate) fn break_even(
        &self,
        assumptions: &Assumptions,
        amount: Decimal,
        factor: &hadaf_core::FactorId,
        bounds: (f64, f64),
    ) -> Result<scenario::BreakEven> {
        const EVEN: f64 = 0.5;
        let (base, seed) = (self.base(), self.outlook.seed);
        let span = Span {
            target: Some(amount.to_f64()),
            ..self.span.clone()
        };
        let found = scenario::break_even(&base, assumptions, &self.register, seed, factor, bounds, &span, EVEN);
        Ok(found?)
    }

    pub(crate) fn two_way(
        &self,
        rows: (&hadaf_core::FactorId, &[f64]),
        columns: (&hadaf_core::FactorId, &[f64]),
    ) -> Result<scenario::TwoWay> {
        let (base, seed) = (self.base(), self.outlook.seed);
        let table = scenario::two_way(
            &base,
            &self.assumptions,
            &self.register,
            seed,
            rows,
            columns,
            &self.span,
        );
        Ok(table?)
    }

    /// The first day that is ahead.
    pub(crate) fn first_day(&self) -> Date {
        self.base().first.first_day()
    }

    /// The formula's numbers for the first outage; none without one.
    pub(crate) fn explain(&self) -> Result<Option<scenario::Explanation>> {
        Ok(scenario::explain(&self.base(), &self.assumptions, 0, &self.span)?)
    }
}

impl From<ScenarioError> for AppError {
    fn from(error: ScenarioError) -> Self {
        match error {
            ScenarioError::Assumptions(error) => error.into(),
            other => Self {
                code: Code::Word,
                message: other.to_string(),
                hint: None,
            },
        }
    }
}

/// The scenario that was asked for: its id, its title, what it assumes.
fn assumed(book: &Book, run: &ScenarioRun) -> Result<(String, String, Assumptions)> {
    let saved = match run.scenario.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(id) => Some(edit::found(&book.scenarios, id)?),
    };
    let (id, title) = saved.map_or_else(Default::default, |it| (it.id.to_string(), it.title.clone()));
    let assumed = match (&run.assumptions, saved) {
        (Some(draft), _) => assumptions::read(draft)?,
        (None, Some(saved)) => saved.assumptions.clone(),
        (None, None) => Assumptions::default(),
    };
    Ok((id, title, assumed))
}

/// The year that was asked for, or the one in hand.
fn year<'a>(book: &Book, outlook: &'a Outlook, wanted: Option<&str>, title: &str) -> Result<&'a YearAhead> {
    let wanted: Option<FiscalYear> = match wanted.map(str::trim) {
        None | Some("") => None,
        Some(text) => {
            let period = Period::parse(text, book.calendar())?;
            Some(
                period
                    .as_fiscal_year()
                    .unwrap_or_else(|| book.calendar().fiscal_year_of(period)),
            )
        }
    };
    let found = match wanted {
        Some(year) => outlook.year(year),
        None => outlook.years().first(),
    };
    found.ok_or_else(|| {
        let known: Vec<String> = outlook.years().iter().map(|year| year.year.to_string()).collect();
        AppError::of(
            Code::Forecast,
            "scenario-year",
            &[("series", title), ("known", &known.join(", "))],
        )
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
    match wanted.map(str::trim) {
        None | Some("") => {
            let standing = situation.target_of(year).and_then(|claim| of(claim.id.as_str()));
            Ok(standing.or_else(|| open.first().copied()))
        }
        Some(id) => of(id).map(Some).ok_or_else(|| {
            let known: Vec<&str> = open.iter().map(|(claim, _)| claim.id.as_str()).collect();
            AppError::of(
                Code::Word,
                "scenario-claim",
                &[("id", id), ("known", &known.join(", "))],
            )
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
fn span(year: &YearAhead, outlook: &Outlook, target: Option<Decimal>, title: &str) -> Result<Span> {
    let (first, paths) = year.paths(outlook);
    let (Some(&from), Some(&to)) = (year.missing.first(), year.missing.last()) else {
        return Err(AppError::of(
            Code::Forecast,
            "scenario-year",
            &[("series", title), ("known", "")],
        ));
    };
    // A month that is known amid those that are not would be counted twice.
    if months_to(from, to) != year.missing.len() || months_to(first, to) > paths.horizon() {
        let gap = Format::of("en").month_short(from);
        return Err(AppError::of(
            Code::Forecast,
            "scenario-gap",
            &[("series", title), ("month", &gap)],
        ));
    }
    Ok(Span {
        range: months_to(first, from)..=months_to(first, to),
        known: year.known.to_f64(),
        target: target.map(Decimal::to_f64),
    })
}

/// Marks that every number of a scenario rests on assumptions.
pub(crate) fn assumed_note(setup: &Setup<'_>, words: &Words) -> String {
    let note = words.say("scenario-assumed", &[]);
    match setup.assumptions.outages_from_register {
        true => format!("{note} {}", words.say("scenario-register", &[])),
        false => note,
    }
}
