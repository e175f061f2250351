//! One set of assumptions laid over a forecast, with everything that is asked of it.

use std::ops::{Range, RangeInclusive};
use std::sync::OnceLock;

use hadaf_core::{Assumptions, Coefficient, CostPoint, Factor, Goal, Month, Sample};

use super::ScenarioError;
use super::draws::Draws;
use super::experiment::{Experiment, Places};
use super::past_outages::PastOutages;
use super::solve::Swings;
use crate::paths::Paths;
use crate::revisions::Revisions;

/// What scenarios are laid over.
#[derive(Debug, Clone)]
pub struct Base<'a> {
    /// The forecast's paths, of months.
    pub paths: &'a Paths,
    /// The month of horizon 1.
    pub first: Month,
    /// Facts before it, for events that have begun already; other months are left out.
    pub known: Vec<(Month, f64)>,
    /// What further outages are drawn from.
    pub register: PastOutages,
    /// Seed of the draws.
    pub seed: u64,
}

/// A year, or any other run of months, whose total is asked for, and what it is to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct TotalSpan {
    /// Its horizons, from 1, both ends in.
    pub range: RangeInclusive<usize>,
    /// What is known of it already, in units of the series.
    pub known: f64,
    /// How its total is revised once it is known, path by path.
    pub revisions: Revisions,
    /// What its total is to be.
    pub target: Option<Goal>,
}

impl TotalSpan {
    /// Its places in a path, from 0.
    pub(super) fn places(&self) -> Range<usize> {
        self.range.start() - 1..*self.range.end()
    }

    /// Its total in a path, as it will stand.
    pub(super) fn total(&self, number: usize, path: &[f64]) -> f64 {
        let told = self.known + path[self.places()].iter().sum::<f64>();
        self.revisions.of(number, told)
    }

    /// Its total in every path.
    fn totals(&self, paths: &Paths) -> Sample {
        let totals = paths.rows().enumerate().map(|(number, path)| self.total(number, path));
        Sample::of(totals.collect()).expect("refused without paths")
    }
}

/// A set of assumptions laid over a forecast. What it does is computed when it is first asked for, and remembered.
#[derive(Debug)]
pub struct Simulation<'a> {
    pub(super) base: Base<'a>,
    pub(super) assumptions: Assumptions,
    pub(super) span: TotalSpan,
    /// The coefficients, then the parts of the assumptions.
    pub(super) factors: Vec<Factor>,
    pub(super) places: Places,
    draws: OnceLock<Draws>,
    paths: OnceLock<Paths>,
    baseline: OnceLock<Sample>,
    totals: OnceLock<Sample>,
    pub(super) swings: OnceLock<Swings>,
}

impl<'a> Simulation<'a> {
    /// Lays assumptions over a forecast.
    ///
    /// # Errors
    /// [`ScenarioError::Assumptions`] names the factor, [`ScenarioError::Range`] says which months there are,
    /// [`ScenarioError::NoPaths`].
    pub fn new(base: Base<'a>, assumptions: Assumptions, span: TotalSpan) -> Result<Self, ScenarioError> {
        assumptions.check()?;
        let (first, last) = span.range.clone().into_inner();
        let horizon = base.paths.horizon();
        if first == 0 || first > last || last > horizon {
            return Err(ScenarioError::Range { first, last, horizon });
        }
        if base.paths.count() == 0 {
            return Err(ScenarioError::NoPaths);
        }
        let coefficients = Coefficient::all().map(|one| assumptions.coefficient(one));
        let factors: Vec<Factor> = coefficients.chain(assumptions.parts()).collect();
        Ok(Self {
            places: Places::of(&assumptions, &factors),
            base,
            assumptions,
            span,
            factors,
            draws: OnceLock::new(),
            paths: OnceLock::new(),
            baseline: OnceLock::new(),
            totals: OnceLock::new(),
            swings: OnceLock::new(),
        })
    }

    /// Other assumptions over the same forecast, with the same question.
    ///
    /// # Errors
    /// [`ScenarioError::Assumptions`] names the factor.
    pub fn with(&self, assumptions: Assumptions) -> Result<Self, ScenarioError> {
        Self::new(self.base.clone(), assumptions, self.span.clone())
    }

    /// What it is laid over.
    pub fn base(&self) -> &Base<'a> {
        &self.base
    }

    /// What is assumed.
    pub fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    /// The paths under the assumptions, in the order of the forecast's. Without any assumption they are the same
    /// paths, to the last digit.
    pub fn run(&self) -> &Paths {
        let experiment = || Experiment::new(self, self.draws(), self.base.paths.horizon());
        self.paths.get_or_init(|| experiment().paths())
    }

    /// Mean difference from the forecast for each month ahead, in units of the series.
    pub fn effect(&self) -> Vec<f64> {
        let paths = self.run();
        let mut effect = vec![0.0; paths.horizon()];
        for (new, old) in paths.rows().zip(self.base.paths.rows()) {
            for ((sum, new), old) in effect.iter_mut().zip(new).zip(old) {
                *sum += new - old;
            }
        }
        let count = paths.count() as f64;
        effect.iter_mut().for_each(|sum| *sum /= count);
        effect
    }

    /// The span's total in every path of the forecast.
    pub fn baseline(&self) -> &Sample {
        self.baseline.get_or_init(|| self.span.totals(self.base.paths))
    }

    /// The span's total in every path under the assumptions.
    pub fn totals(&self) -> &Sample {
        self.totals.get_or_init(|| self.totals_over(&self.span))
    }

    /// The total of another span of the same paths under the assumptions.
    ///
    /// # Panics
    /// Where the span ends beyond the paths.
    pub fn totals_over(&self, span: &TotalSpan) -> Sample {
        span.totals(self.run())
    }

    /// Every factor in doubt drawn: the same draws for every question.
    pub(super) fn draws(&self) -> Draws {
        let draws = || Draws::new(&self.base, &self.assumptions, &self.factors);
        self.draws.get_or_init(draws).clone()
    }

    /// All factors drawn, up to the last month of the span.
    pub(super) fn drawn(&self) -> Experiment<'_> {
        Experiment::new(self, self.draws(), *self.span.range.end())
    }

    /// All factors at one of their points, up to the last month of the span.
    pub(super) fn held(&self, point: CostPoint) -> Experiment<'_> {
        let draws = Draws::held(&self.base, &self.assumptions, &self.factors, point);
        Experiment::new(self, draws, *self.span.range.end())
    }
}
