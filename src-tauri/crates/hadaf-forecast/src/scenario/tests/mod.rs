//! What must hold of scenarios, whatever is assumed.

mod effects;
mod laws;
mod questions;

use hadaf_core::{Assumptions, Coefficient, Decimal, FactorId, Goal, Month, Outage, OutageKind, Setting};

use super::*;
use crate::{Forecast, Options, Paths, Revisions, TimeSeries};

fn coefficient(id: &str) -> Coefficient {
    id.parse().expect("in the table")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn number(value: f64) -> Decimal {
    Decimal::parse(&format!("{value:.4}")).expect("a number")
}

fn fixed(value: f64) -> Setting {
    Setting::fixed(number(value))
}

fn three(mild: f64, central: f64, severe: f64) -> Setting {
    Setting {
        mild: number(mild),
        central: number(central),
        severe: number(severe),
    }
}

fn outage(kind: OutageKind, start: &str, days: Setting) -> Outage {
    Outage {
        title: "An outage".into(),
        kind,
        start: start.parse().expect("a day"),
        days,
        region_share: None,
    }
}

fn with(outages: Vec<Outage>) -> Assumptions {
    Assumptions {
        outages,
        ..Assumptions::default()
    }
}

/// A growing, seasonal series of 72 months.
fn paths(horizon: usize, count: usize) -> Paths {
    let values: Vec<Option<f64>> = (0..72)
        .map(|t| Some(200.0 + 2.0 * f64::from(t) + 10.0 * f64::from(t % 12) + f64::from((t * 37) % 29)))
        .collect();
    let series = TimeSeries::of(&values, 12);
    let options = Options {
        horizon,
        paths: count,
        seed: 9,
    };
    Forecast::fit(&series, &options).expect("long enough").paths().clone()
}

fn base(paths: &Paths) -> Base<'_> {
    Base {
        paths,
        first: month("2026-03"),
        known: Vec::new(),
        register: PastOutages::none(),
        seed: 1,
    }
}

fn span(last: usize, target: Option<f64>) -> TotalSpan {
    TotalSpan {
        range: 1..=last,
        known: 0.0,
        revisions: Revisions::none(),
        target: target.map(|low| Goal { low, below: None }),
    }
}

/// One path that is the same in every month.
fn flat(value: f64, horizon: usize) -> Paths {
    Paths::of(vec![value; horizon], horizon)
}

/// Over all months ahead, without a target.
fn simulated<'a>(base: &Base<'a>, assumptions: &Assumptions) -> Simulation<'a> {
    asked(base, assumptions, span(base.paths.horizon(), None))
}

fn asked<'a>(base: &Base<'a>, assumptions: &Assumptions, span: TotalSpan) -> Simulation<'a> {
    Simulation::new(base.clone(), assumptions.clone(), span).expect("sound")
}

fn effect(base: &Base<'_>, assumptions: &Assumptions) -> Vec<f64> {
    simulated(base, assumptions).effect()
}
