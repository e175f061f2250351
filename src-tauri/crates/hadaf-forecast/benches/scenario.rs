//! Speed of a scenario: 10,000 paths of 16 months, three outages, everything drawn.

use std::hint::black_box;

use hadaf_core::{Assumptions, Coefficient, Decimal, FactorId, Month, Outage, OutageKind, Setting};
use hadaf_forecast::scenario::{Base, PastOutage, Register, Span, break_even, run, tornado, two_way};
use hadaf_forecast::{Forecast, Options, Paths, Series};

fn main() {
    divan::main();
}

struct Case {
    paths: Paths,
    first: Month,
    known: Vec<(Month, f64)>,
    assumptions: Assumptions,
    register: Register,
    days: FactorId,
    span: Span,
}

impl Case {
    fn new() -> Case {
        let value = |t: u32| 200.0 + 2.0 * f64::from(t) + 10.0 * f64::from(t % 12) + f64::from((t * 37) % 29);
        let values: Vec<Option<f64>> = (0..72).map(|t| Some(value(t))).collect();
        let options = Options {
            horizon: 16,
            paths: 10_000,
            seed: 1,
        };
        let series = Series {
            values: &values,
            season: 12,
        };
        let forecast = Forecast::fit(&series, &options).expect("72 months are enough");
        let first: Month = "2026-03".parse().expect("a month");
        let outage = |kind, start: &str, [low, central, high]: [i32; 3]| Outage {
            title: "An outage".into(),
            kind,
            start: start.parse().expect("a day"),
            days: Setting {
                low: Decimal::from(low),
                central: Decimal::from(central),
                high: Decimal::from(high),
            },
            region_share: None,
        };
        let past = |kind, days| PastOutage {
            kind,
            days,
            region_share: None,
        };
        Case {
            known: (1..=8).map(|back| (first.plus(-back), 380.0)).collect(),
            assumptions: Assumptions {
                outages: vec![
                    outage(OutageKind::National, "2026-04-06", [5, 7, 10]),
                    outage(OutageKind::Mobile, "2026-05-09", [2, 3, 4]),
                    outage(OutageKind::Throttled, "2026-03-10", [20, 40, 60]),
                ],
                ..Assumptions::default()
            },
            register: Register {
                events_per_month: 0.4,
                dispersion: 1.4,
                events: vec![
                    past(OutageKind::Cable, 20.0),
                    past(OutageKind::Mobile, 2.0),
                    past(OutageKind::Ban, 400.0),
                ],
            },
            days: "outage.1.days".parse().expect("an id"),
            span: Span {
                range: 1..=4,
                known: 2_975.0,
                target: Some(4_500.0),
            },
            first,
            paths: forecast.paths().clone(),
        }
    }

    fn base(&self) -> Base<'_> {
        Base {
            paths: &self.paths,
            first: self.first,
            known: &self.known,
        }
    }

    fn everything(&self) {
        let (base, assumptions, register, span) = (self.base(), &self.assumptions, &self.register, &self.span);
        black_box(run(&base, assumptions, register, 1).ok());
        black_box(tornado(&base, assumptions, register, 1, span).ok());
        black_box(break_even(&base, assumptions, register, 1, &self.days, (0.0, 90.0), span, 0.5).ok());
        let (days, shares) = ([0.0, 5.0, 10.0, 20.0, 30.0], [0.4, 0.55, 0.7, 0.8, 0.9]);
        let made_up = Coefficient::MadeUp.id();
        black_box(
            two_way(
                &base,
                assumptions,
                register,
                1,
                (&self.days, &days),
                (&made_up, &shares),
                span,
            )
            .ok(),
        );
    }
}

/// The goal: well under 20 ms.
#[divan::bench]
fn one_run(bencher: divan::Bencher<'_, '_>) {
    let case = Case::new();
    bencher.bench_local(|| run(&case.base(), &case.assumptions, &case.register, 1).ok());
}

/// The same with further outages drawn from the register.
#[divan::bench]
fn one_run_with_the_register(bencher: divan::Bencher<'_, '_>) {
    let mut case = Case::new();
    case.assumptions.outages_from_register = true;
    bencher.bench_local(|| run(&case.base(), &case.assumptions, &case.register, 1).ok());
}

#[divan::bench]
fn one_tornado(bencher: divan::Bencher<'_, '_>) {
    let case = Case::new();
    bencher.bench_local(|| tornado(&case.base(), &case.assumptions, &case.register, 1, &case.span).ok());
}

/// The goal of a slider: run, tornado, break-even and a table of 5 by 5 below 50 ms.
#[divan::bench]
fn run_tornado_break_even_and_table(bencher: divan::Bencher<'_, '_>) {
    let case = Case::new();
    bencher.bench_local(|| case.everything());
}
