//! Assumptions made ready for a base: every factor fixed or drawn, and their effects.

use std::ops::RangeInclusive;

use hadaf_core::{Assumptions, Coefficient, Factor, FactorGroup, FactorId, Part, PartList};

use super::calendar::Calendar;
use super::draws::{MOST, Quantiles, Scores};
use super::effect::{Effect, Event, Values, economy, ramp, value};
use super::register::Register;
use super::{Base, ScenarioError, Span};
use crate::paths::Paths;

/// Draws of the register where everything else is held: its outages are all that differs.
const FEW: usize = 100;

/// One factor over all draws.
#[derive(Debug, Clone)]
enum Column {
    Fixed(f64),
    Drawn(Vec<f64>),
}

impl Column {
    fn at(&self, draw: usize) -> f64 {
        match self {
            Column::Fixed(value) => *value,
            Column::Drawn(values) => values[draw],
        }
    }
}

/// How factors in doubt are taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Take {
    /// Drawn.
    Draws,
    /// All at a place: 0 low, 1 central, 2 high. Measures count by their chance.
    Held(usize),
}

/// Columns of the parts of each assumption.
#[derive(Default)]
struct Places {
    outages: Vec<(usize, Option<usize>)>,
    budget: Vec<usize>,
    /// Uplift, ramp, slip, chance.
    initiatives: Vec<[usize; 4]>,
}

impl Places {
    fn of(assumptions: &Assumptions, factors: &[Factor]) -> Places {
        let column = |list, index, part| {
            let id = FactorId::part(list, index, part);
            factors.iter().position(|factor| factor.id == id)
        };
        // every part but the region's share is always there
        let sure = |list, index, part| column(list, index, part).unwrap_or(0);
        let outages = 0..assumptions.outages.len();
        let initiatives = 0..assumptions.initiatives.len();
        Places {
            outages: outages
                .map(|i| {
                    (
                        sure(PartList::Outage, i, Part::Days),
                        column(PartList::Outage, i, Part::RegionShare),
                    )
                })
                .collect(),
            budget: (0..assumptions.budget.len())
                .map(|i| sure(PartList::Budget, i, Part::Released))
                .collect(),
            initiatives: initiatives
                .map(|i| {
                    [Part::Uplift, Part::RampMonths, Part::SlipMonths, Part::Chance]
                        .map(|part| sure(PartList::Initiative, i, part))
                })
                .collect(),
        }
    }
}

pub(super) struct Plan<'a> {
    base: &'a Base<'a>,
    assumptions: &'a Assumptions,
    pub(super) calendar: Calendar,
    /// Facts of the months of the calendar before the first horizon.
    known: Vec<Option<f64>>,
    pub(super) factors: Vec<Factor>,
    /// The coefficients, then the parts of the assumptions, in order of `factors`.
    columns: Vec<Column>,
    places: Places,
    /// First days of the outages, days from the start of the calendar.
    starts: Vec<f64>,
    /// For each measure, a number between 0 and 1 below whose chance it is delivered; none: by its chance.
    delivered: Vec<Option<Column>>,
    further: Vec<Vec<Event>>,
    count: usize,
    /// Months ahead that are computed.
    reach: usize,
}

impl<'a> Plan<'a> {
    pub(super) fn new(
        base: &'a Base<'a>,
        assumptions: &'a Assumptions,
        register: &Register,
        seed: u64,
        take: Take,
        reach: usize,
    ) -> Result<Plan<'a>, ScenarioError> {
        assumptions.check()?;
        let reach = reach.min(base.paths.horizon());
        let coefficients = Coefficient::ALL.iter().map(|one| assumptions.coefficient(*one));
        let parts = assumptions
            .factors()
            .into_iter()
            .filter(|factor| factor.default.is_none());
        let factors: Vec<Factor> = coefficients.chain(parts).collect();
        let in_doubt = |factor: &Factor| {
            let used = match factor.id {
                FactorId::Coefficient(coefficient) => assumptions.uses(coefficient),
                FactorId::Part { .. } => true,
            };
            used && !factor.setting.is_fixed()
        };
        let drawn = take == Take::Draws && (!assumptions.initiatives.is_empty() || factors.iter().any(in_doubt));
        let wanted = match (drawn, assumptions.outages_from_register) {
            (true, _) => MOST,
            (false, true) => FEW,
            (false, false) => 1,
        };
        let count = wanted.min(base.paths.count().max(1));
        let correlation = assumptions
            .coefficient(Coefficient::SeverityCorrelation)
            .setting
            .central;
        let scores = drawn.then(|| Scores::new(seed, count, correlation.to_f64()));
        let columns = factors
            .iter()
            .map(|factor| match (&scores, take) {
                (Some(scores), _) if in_doubt(factor) => {
                    let quantiles = Quantiles::of(factor);
                    let scores = scores.of(&factor.id.to_string(), is_severe(factor));
                    Column::Drawn(scores.into_iter().map(|z| quantiles.at(z)).collect())
                }
                (_, Take::Held(place)) => Column::Fixed(factor.setting.values()[place].to_f64()),
                _ => Column::Fixed(factor.setting.central.to_f64()),
            })
            .collect();
        let delivered = (0..assumptions.initiatives.len()).map(|index| {
            let key = format!("initiative.{}.delivered", index + 1);
            scores.as_ref().map(|scores| Column::Drawn(scores.uniform(&key)))
        });
        let calendar = Calendar::new(base.first, reach, base.known);
        let mut known = vec![None; calendar.back];
        for (month, value) in base.known.iter().filter(|(month, _)| *month < base.first) {
            if let Some(place) = calendar.place(*month) {
                known[place] = Some(*value).filter(|value| value.is_finite());
            }
        }
        let further = if assumptions.outages_from_register {
            (0..count).map(|draw| register.draw(&calendar, seed, draw)).collect()
        } else {
            Vec::new()
        };
        let starts = assumptions
            .outages
            .iter()
            .map(|outage| calendar.start_of(outage))
            .collect();
        Ok(Plan {
            base,
            starts,
            assumptions,
            known,
            delivered: delivered.collect(),
            calendar,
            places: Places::of(assumptions, &factors),
            factors,
            columns,
            further,
            count,
            reach,
        })
    }

    fn column(&self, id: &FactorId) -> Option<usize> {
        self.factors.iter().position(|factor| factor.id == *id)
    }

    /// Holds a factor at a value, within what is allowed.
    pub(super) fn hold(&mut self, id: &FactorId, value: f64) -> Result<(), ScenarioError> {
        let column = self.column(id).ok_or_else(|| ScenarioError::Factor(id.clone()))?;
        let factor = &self.factors[column];
        let value = if value.is_finite() {
            value
        } else {
            factor.setting.central.to_f64()
        };
        self.columns[column] = Column::Fixed(value.clamp(factor.least.to_f64(), factor.most.to_f64()));
        Ok(())
    }

    /// The outages that are assumed, as they are in a draw.
    fn events(&self, values: &Values) -> Vec<Event> {
        let outages = self.assumptions.outages.iter().zip(&self.starts);
        let outages = outages.zip(&self.places.outages);
        outages
            .map(|((outage, start), (days, region_share))| Event {
                kind: outage.kind,
                start: *start,
                days: values[*days],
                region_share: region_share.map(|column| values[column]),
            })
            .collect()
    }

    /// Values of all factors in a draw.
    pub(super) fn values(&self, draw: usize) -> Vec<f64> {
        self.columns.iter().map(|column| column.at(draw)).collect()
    }

    pub(super) fn event(&self, values: &Values, index: usize) -> Option<Event> {
        self.events(values).get(index).copied()
    }

    pub(super) fn effect(&self, draw: usize) -> Effect {
        let values = self.values(draw);
        let mut effect = self.without_outages(&values, draw);
        let mut events = self.events(&values);
        events.extend(self.further.get(draw).into_iter().flatten());
        effect.add_outages(&self.calendar, &values, &events, &self.known);
        effect
    }

    /// Growth, the exchange rate, measures and money.
    pub(super) fn without_outages(&self, values: &Values, draw: usize) -> Effect {
        let mut effect = Effect::none(self.reach);
        for (month, scale) in effect.scale.iter_mut().enumerate() {
            *scale *= economy(values, month + 1) * self.uplift(values, draw, month);
        }
        let beta = value(values, Coefficient::BudgetEffect);
        for (line, released) in self.assumptions.budget.iter().zip(&self.places.budget) {
            let missing = beta * line.amount.to_f64() * (1.0 - values[*released]);
            if missing == 0.0 {
                continue;
            }
            // twelve months from the lag on, an even part in each
            let begin = f64::from(line.from.since(self.base.first)) + value(values, Coefficient::BudgetLag);
            for (month, amount) in effect.amount.iter_mut().enumerate() {
                let month = (month as f64, month as f64 + 1.0);
                *amount -= missing * super::calendar::overlap((begin, begin + 12.0), month) / 12.0;
            }
        }
        effect
    }

    /// What the measures make of a month ahead (from 0), as a multiple.
    fn uplift(&self, values: &Values, draw: usize, month: usize) -> f64 {
        let measures = self.assumptions.initiatives.iter().zip(&self.places.initiatives);
        let sum: f64 = measures
            .zip(&self.delivered)
            .map(|((measure, columns), delivered)| {
                let [uplift, months, slip, chance] = columns.map(|column| values[column]);
                let start = f64::from(measure.start.since(self.base.first)) + slip;
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
        let horizon = self.base.paths.horizon();
        let effects: Vec<Effect> = (0..self.count).map(|draw| self.effect(draw)).collect();
        if effects.iter().all(Effect::is_none) {
            return self.base.paths.clone();
        }
        let mut values = vec![0.0; self.base.paths.count() * horizon];
        for ((path, result), effect) in self
            .base
            .paths
            .rows()
            .zip(values.chunks_exact_mut(horizon))
            .zip(effects.iter().cycle())
        {
            if effect.is_none() {
                result.copy_from_slice(path);
            } else {
                effect.apply(path, result);
            }
        }
        Paths::of(values, horizon)
    }

    /// The total of a span in every path.
    pub(super) fn totals(&self, span: &Span) -> Result<Vec<f64>, ScenarioError> {
        let range = self.range(span)?;
        let effects: Vec<Effect> = (0..self.count).map(|draw| self.effect(draw)).collect();
        let mut result = vec![0.0; self.reach];
        let paths = self.base.paths.rows().zip(effects.iter().cycle());
        Ok(paths
            .map(|(path, effect)| {
                effect.apply(&path[..self.reach], &mut result);
                span.known + result[range.clone()].iter().sum::<f64>()
            })
            .collect())
    }

    /// Places in a path.
    pub(super) fn range(&self, span: &Span) -> Result<std::ops::Range<usize>, ScenarioError> {
        let (first, last) = RangeInclusive::into_inner(span.range.clone());
        if first == 0 || first > last || last > self.reach {
            return Err(ScenarioError::Range {
                first,
                last,
                horizon: self.reach,
            });
        }
        Ok(first - 1..last)
    }
}

/// Whether a factor moves with the severity of an outage.
fn is_severe(factor: &Factor) -> bool {
    matches!(
        factor.group,
        FactorGroup::Event | FactorGroup::Capacity | FactorGroup::Live | FactorGroup::MadeUp | FactorGroup::Clients
    )
}
