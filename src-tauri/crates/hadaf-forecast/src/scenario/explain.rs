//! The formula's numbers for one outage, so that a reader can follow it with a pencil.

use hadaf_core::{CostPoint, Month};

use super::Simulation;
use super::calendar::Calendar;
use super::draws::Draws;
use super::effect::{Event, Hit};
use super::experiment::Experiment;
use super::formula::{PerGroup, Terms};
use crate::numeric::median;

/// One month that the outage hits.
#[derive(Debug, Clone, PartialEq)]
pub struct HitMonth {
    /// Which month.
    pub month: Month,
    /// Weighted days of it that the outage hits.
    pub hit: f64,
    /// Weighted days of the month.
    pub days: f64,
    /// `w`, the first over the second.
    pub w: f64,
    /// Exports of the month without the outage: the median of the paths, or the fact; none where a month
    /// before the forecast is not known.
    pub exports: Option<f64>,
    /// `w × c × n`, of all exports.
    pub share: f64,
    /// Work lost for good, in units of the series.
    pub lost: f64,
    /// Work recovered later, in units of the series.
    pub deferred: f64,
}

/// One outage by itself, every factor central.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// `L`, how long the outage lasts, days.
    pub days: f64,
    /// `c` over all exports.
    pub capacity: f64,
    /// `n` over the capacity cut off.
    pub live: f64,
    /// `u₀`, the share of the work cut off that is recovered after an outage of one day.
    pub recovered_first: f64,
    /// `τ`, the days of outage over which that share falls to its 1/e part.
    pub recovery_days: f64,
    /// `u(L)`, the share that is recovered after an outage of this length.
    pub recovered: f64,
    /// The months hit, in order.
    pub months: Vec<HitMonth>,
    /// Sum of the months' lost work.
    pub lost: f64,
    /// Sum of the months' deferred work.
    pub deferred: f64,
    /// What clients who left would have paid within the span.
    pub clients: f64,
    /// Of what is not lost for good, what is paid after the span: deferred work, and work done within
    /// the span less what is paid late. Less than 0 where the outage moves payments into the span.
    pub paid_after: f64,
    /// Effect on the receipts of the span: minus lost, minus clients, minus paid after.
    pub receipts: f64,
}

impl Simulation<'_> {
    /// The formula's numbers for the outage at a place of the list (from 0). None where there is no such one.
    pub fn explain(&self, outage: usize) -> Option<Explanation> {
        let draws = Draws::held(&self.base, &self.assumptions, &self.factors, CostPoint::Central);
        let experiment = Experiment::new(self, draws, self.base.paths.horizon());
        let values = experiment.values(0);
        let terms = Terms::of(&values);
        let one = OneOutage {
            simulation: self,
            event: experiment.event(&values, outage)?,
            scale: experiment.without_outages(&values, &terms, 0).scale,
            calendar: &experiment.calendar,
            terms,
        };
        Some(one.explained())
    }
}

/// An outage, and the exports that it meets.
struct OneOutage<'a> {
    simulation: &'a Simulation<'a>,
    calendar: &'a Calendar,
    terms: Terms<'a>,
    event: Event,
    /// Multiple of each month ahead without outages.
    scale: Vec<f64>,
}

impl OneOutage<'_> {
    fn explained(&self) -> Explanation {
        let (terms, event) = (&self.terms, &self.event);
        let cut = terms.capacity(event);
        let both: PerGroup = std::array::from_fn(|group| cut[group] * terms.live[group]);
        let (capacity, both) = (terms.overall(cut), terms.overall(both));
        let recovered = terms.recovered(event.days);
        let hits = event.hits(self.calendar, terms);
        let receipts = self.receipts(&hits, recovered);
        let clients = self.clients();
        // Months after the span are not of the year that is shown; those before it have begun to be paid in it.
        let last = self
            .calendar
            .month(self.calendar.back + self.simulation.span.range.end());
        let months: Vec<HitMonth> = hits
            .iter()
            .map(|hit| self.month(hit, recovered))
            .filter(|hit| hit.month < last)
            .collect();
        let sum = |part: fn(&HitMonth) -> f64| months.iter().map(part).sum::<f64>();
        let (lost, deferred) = (sum(|month| month.lost), sum(|month| month.deferred));
        Explanation {
            days: event.days,
            capacity,
            live: if capacity > 0.0 {
                both / capacity
            } else {
                terms.overall(terms.live)
            },
            recovered_first: terms.at(|it| it.recovered),
            recovery_days: terms.at(|it| it.recovery_days),
            recovered,
            lost,
            deferred,
            clients,
            paid_after: -receipts - lost,
            receipts: receipts - clients,
            months,
        }
    }

    fn month(&self, hit: &Hit, recovered: f64) -> HitMonth {
        let exports = self.exports(hit.month);
        let share = self.terms.overall(hit.share);
        let work = exports.unwrap_or(0.0) * share;
        HitMonth {
            month: self.calendar.month(hit.month),
            hit: hit.weighted.0,
            days: hit.weighted.1,
            w: hit.weighted.0 / hit.weighted.1,
            exports,
            share,
            lost: work * (1.0 - recovered),
            deferred: work * recovered,
        }
    }

    /// Exports of a month of the calendar without the outage.
    fn exports(&self, place: usize) -> Option<f64> {
        let base = &self.simulation.base;
        let Some(ahead) = place.checked_sub(self.calendar.back) else {
            let month = self.calendar.month(place);
            let fact = base.known.iter().rev().find(|(known, _)| *known == month);
            return fact.map(|(_, value)| *value);
        };
        let column = base.paths.rows().map(|row| row[ahead] * self.scale[ahead]);
        Some(median(column.collect()))
    }

    /// What the span is paid less for work not done, clients apart: each month's work cut off, less what is done of
    /// it later, when it is paid.
    fn receipts(&self, hits: &[Hit], recovered: f64) -> f64 {
        let (terms, span) = (&self.terms, self.simulation.span.places());
        let returns = self.event.returns(self.calendar, terms);
        let mut receipts = 0.0;
        for hit in hits {
            let exports = self.exports(hit.month).unwrap_or(0.0);
            let mut pay = |month: usize, group: usize, part: f64| {
                for (later, paid) in terms.payments()[group].iter().enumerate() {
                    let ahead = (month + later).checked_sub(self.calendar.back);
                    if ahead.is_some_and(|ahead| span.contains(&ahead)) {
                        receipts += part * paid * exports * terms.mix[group] * hit.share[group];
                    }
                }
            };
            for group in 0..terms.payments().len() {
                pay(hit.month, group, -1.0);
                returns
                    .iter()
                    .for_each(|(month, part)| pay(*month, group, recovered * part));
            }
        }
        receipts
    }

    /// What clients who left would have paid within the span.
    fn clients(&self) -> f64 {
        let months = self.simulation.span.places().map(|ahead| self.calendar.back + ahead);
        months
            .map(|month| {
                let gone = self.event.clients_gone(self.calendar, &self.terms, month);
                gone * self.exports(month).unwrap_or(0.0)
            })
            .sum()
    }
}
