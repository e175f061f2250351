//! Assumptions made ready for a question: every factor fixed or drawn, and their effects.

use hadaf_core::{Assumptions, Factor, FactorId, Part, PartList};

use super::calendar::{Calendar, overlap};
use super::draws::{Draws, FactorDraws};
use super::effect::{Event, MonthlyEffect, ramp};
use super::formula::Terms;
use super::{ScenarioError, Simulation};
use crate::paths::Paths;

/// Months over which money works, from the lag on.
const BUDGET_MONTHS: f64 = 12.0;
/// However often outages were, this share of a month is left, so that what is given back stays a number.
const LEAST_LEFT: f64 = 0.05;

/// Columns of the parts of each assumption.
#[derive(Debug)]
pub(super) struct Places {
    outages: Vec<OutagePlace>,
    /// Share released.
    budget: Vec<usize>,
    /// Uplift, ramp, slip, chance.
    initiatives: Vec<[usize; 4]>,
}

#[derive(Debug)]
struct OutagePlace {
    days: usize,
    region_share: Option<usize>,
}

impl Places {
    pub(super) fn of(assumptions: &Assumptions, factors: &[Factor]) -> Self {
        let column = |list, index, part| {
            let id = FactorId::part(list, index, part);
            factors.iter().position(|factor| factor.id == id)
        };
        // Another factor's column would be read in silence where one is missing.
        let sure = |list, index, part| column(list, index, part).expect("every part but a region's share is a factor");
        let outage = |index| OutagePlace {
            days: sure(PartList::Outage, index, Part::Days),
            region_share: column(PartList::Outage, index, Part::RegionShare),
        };
        let initiative = |index| {
            [Part::Uplift, Part::RampMonths, Part::SlipMonths, Part::Chance]
                .map(|part| sure(PartList::Initiative, index, part))
        };
        let released = |index| sure(PartList::Budget, index, Part::Released);
        Self {
            outages: (0..assumptions.outages.len()).map(outage).collect(),
            budget: (0..assumptions.budget.len()).map(released).collect(),
            initiatives: (0..assumptions.initiatives.len()).map(initiative).collect(),
        }
    }
}

/// A simulation's factors for one question, some of them held.
pub(super) struct Experiment<'a> {
    simulation: &'a Simulation<'a>,
    pub(super) calendar: Calendar,
    /// Facts of the months of the calendar before the first horizon.
    known: Vec<Option<f64>>,
    draws: Draws,
    /// First days of the outages, days from the start of the calendar.
    starts: Vec<f64>,
    /// Further outages from the register, by draw; empty where none are assumed.
    further: Vec<Vec<Event>>,
    /// Months ahead that are computed.
    reach: usize,
}

impl<'a> Experiment<'a> {
    /// Computes the first `reach` months ahead.
    pub(super) fn new(simulation: &'a Simulation<'a>, draws: Draws, reach: usize) -> Self {
        let (base, assumptions) = (&simulation.base, &simulation.assumptions);
        let calendar = Calendar::new(base.first, reach, &base.known);
        let mut known = vec![None; calendar.back];
        for (month, value) in base.known.iter().filter(|(month, _)| *month < base.first) {
            if let Some(place) = calendar.place(*month) {
                known[place] = Some(*value).filter(|value| value.is_finite());
            }
        }
        let further = if assumptions.outages_from_register {
            let draw = |number| base.register.draw(&calendar, base.seed, number);
            (0..draws.count()).map(draw).collect()
        } else {
            Vec::new()
        };
        let starts = assumptions.outages.iter().map(|outage| calendar.start_of(outage));
        Self {
            starts: starts.collect(),
            simulation,
            calendar,
            known,
            draws,
            further,
            reach,
        }
    }

    /// Holds a factor at a value, within what is allowed.
    ///
    /// # Errors
    /// [`ScenarioError::Factor`] for one that these assumptions do not have.
    pub(super) fn hold(&mut self, id: &FactorId, value: f64) -> Result<(), ScenarioError> {
        let factors = &self.simulation.factors;
        let column = factors.iter().position(|factor| factor.id == *id);
        let column = column.ok_or_else(|| ScenarioError::Factor(id.clone()))?;
        let factor = &factors[column];
        let value = if value.is_finite() {
            value
        } else {
            factor.setting.central.to_f64()
        };
        let held = value.clamp(factor.least.to_f64(), factor.most.to_f64());
        self.draws.columns[column] = FactorDraws::Fixed(held);
        Ok(())
    }

    /// The outages that are assumed, as they are in a draw, each by itself.
    fn assumed(&self, values: &[f64]) -> Vec<Event> {
        let outages = self.simulation.assumptions.outages.iter().zip(&self.starts);
        let outages = outages.zip(&self.simulation.places.outages);
        outages
            .map(|((outage, start), place)| Event {
                kind: outage.kind,
                start: *start,
                days: values[place.days],
                region_share: place.region_share.map(|column| values[column]),
            })
            .collect()
    }

    /// Values of all factors in a draw: the coefficients, then the parts of the assumptions.
    pub(super) fn values(&self, draw: usize) -> Vec<f64> {
        self.draws.columns.iter().map(|column| column.at(draw)).collect()
    }

    pub(super) fn event(&self, values: &[f64], index: usize) -> Option<Event> {
        self.assumed(values).get(index).copied()
    }

    /// The outages that are assumed, those that are one outage united.
    fn events(&self, values: &[f64]) -> Vec<Event> {
        let mut united: Vec<(Event, &str)> = Vec::new();
        let titles = self
            .simulation
            .assumptions
            .outages
            .iter()
            .map(|outage| outage.title.trim());
        for (event, title) in self.assumed(values).into_iter().zip(titles) {
            match united
                .iter_mut()
                .find(|(other, known)| other.is_one_with(&event, *known == title))
            {
                Some((other, _)) => *other = other.united(&event),
                None => united.push((event, title)),
            }
        }
        united.into_iter().map(|(event, _)| event).collect()
    }

    /// What is left of each month under the outages of the register alone, on average: the forecast was fitted to
    /// months that had them, so that what is usual is given back before they are drawn. Empty where none are drawn.
    fn usual(&self) -> Vec<f64> {
        if self.further.is_empty() {
            return Vec::new();
        }
        let ones = vec![1.0; self.reach];
        let (mut left, mut sum) = (ones.clone(), vec![0.0; self.reach]);
        for (draw, events) in self.further.iter().enumerate() {
            let values = self.values(draw);
            let mut effect = MonthlyEffect::none(self.reach);
            effect.add_outages(&self.calendar, &Terms::of(&values), events, &[]);
            effect.apply(&ones, &mut left);
            sum.iter_mut().zip(&left).for_each(|(sum, left)| *sum += left);
        }
        let count = self.further.len() as f64;
        sum.iter().map(|sum| (sum / count).clamp(LEAST_LEFT, 1.0)).collect()
    }

    fn effect(&self, draw: usize, usual: &[f64]) -> MonthlyEffect {
        let values = self.values(draw);
        let terms = Terms::of(&values);
        let mut effect = self.without_outages(&values, &terms, draw);
        effect
            .scale
            .iter_mut()
            .zip(usual)
            .for_each(|(scale, usual)| *scale /= usual);
        let mut events = self.events(&values);
        events.extend(self.further.get(draw).into_iter().flatten());
        effect.add_outages(&self.calendar, &terms, &events, &self.known);
        effect
    }

    fn effects(&self) -> Vec<MonthlyEffect> {
        let usual = self.usual();
        (0..self.draws.count()).map(|draw| self.effect(draw, &usual)).collect()
    }

    /// Growth, the exchange rate, measures and money.
    pub(super) fn without_outages(&self, values: &[f64], terms: &Terms<'_>, draw: usize) -> MonthlyEffect {
        let (base, assumptions) = (&self.simulation.base, &self.simulation.assumptions);
        let mut effect = MonthlyEffect::none(self.reach);
        for (month, scale) in effect.scale.iter_mut().enumerate() {
            *scale *= terms.economy(month + 1) * self.uplift(values, draw, month);
        }
        let (beta, lag) = (terms.at(|it| it.budget_effect), terms.at(|it| it.budget_lag));
        for (line, released) in assumptions.budget.iter().zip(&self.simulation.places.budget) {
            let missing = beta * line.amount.to_f64() * (1.0 - values[*released]);
            if missing == 0.0 {
                continue;
            }
            // An even part in each month from the lag on.
            let begin = f64::from(line.from.since(base.first)) + lag;
            for (month, amount) in effect.amount.iter_mut().enumerate() {
                let month = (month as f64, month as f64 + 1.0);
                *amount -= missing * overlap((begin, begin + BUDGET_MONTHS), month) / BUDGET_MONTHS;
            }
        }
        effect
    }

    /// What the measures make of a month ahead (from 0), as a multiple.
    fn uplift(&self, values: &[f64], draw: usize, month: usize) -> f64 {
        let measures = self.simulation.assumptions.initiatives.iter();
        let sum: f64 = measures
            .zip(&self.simulation.places.initiatives)
            .zip(&self.draws.delivered)
            .map(|((measure, columns), delivered)| {
                let [uplift, months, slip, chance] = columns.map(|column| values[column]);
                let start = f64::from(measure.start.since(self.simulation.base.first)) + slip;
                let delivered = match delivered {
                    Some(column) => f64::from(u8::from(column.at(draw) < chance)),
                    None => chance,
                };
                delivered * uplift * ramp(month as f64 + 0.5 - start, months)
            })
            .sum();
        (1.0 + sum).max(0.0)
    }

    /// Every path with its draw's effect.
    pub(super) fn paths(&self) -> Paths {
        let base = self.simulation.base.paths;
        let effects = self.effects();
        if effects.iter().all(MonthlyEffect::is_none) {
            return base.clone();
        }
        let horizon = base.horizon();
        let mut values = vec![0.0; base.count() * horizon];
        let paths = base.rows().zip(values.chunks_exact_mut(horizon));
        for ((path, result), effect) in paths.zip(effects.iter().cycle()) {
            if effect.is_none() {
                // To the last digit, which a multiple of 1 and an amount of 0 would keep for all but -0.
                result.copy_from_slice(path);
            } else {
                effect.apply(path, result);
            }
        }
        Paths::of(values, horizon)
    }

    /// The total of the simulation's span in every path.
    pub(super) fn totals(&self) -> Vec<f64> {
        let span = &self.simulation.span;
        let effects = self.effects();
        let mut result = vec![0.0; self.reach];
        let paths = self.simulation.base.paths.rows().zip(effects.iter().cycle());
        paths
            .enumerate()
            .map(|(number, (path, effect))| {
                effect.apply(&path[..self.reach], &mut result);
                span.total(number, &result)
            })
            .collect()
    }
}
