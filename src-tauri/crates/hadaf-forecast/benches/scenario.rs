//! Speed of a scenario: 10,000 paths of 16 months, three outages, everything drawn.

use std::hint::black_box;

use hadaf_core::{Assumptions, Decimal, FactorId, Goal, Month, Outage, OutageKind, Setting};
use hadaf_forecast::scenario::{Base, PastOutage, PastOutages, Simulation, TotalSpan};
use hadaf_forecast::{Forecast, Options, Paths, Revisions, TimeSeries};

fn main() {
    divan::main();
}

struct SliderCase {
    paths: Paths,
    first: Month,
    known: Vec<(Month, f64)>,
    assumptions: Assumptions,
    register: PastOutages,
    span: TotalSpan,
}

impl SliderCase {
    fn new() -> Self {
        let value = |t: u32| 200.0 + 2.0 * f64::from(t) + 10.0 * f64::from(t % 12) + f64::from((t * 37) % 29);
        let values: Vec<Option<f64>> = (0..72).map(|t| Some(value(t))).collect();
        let options = Options {
            horizon: 16,
            paths: 10_000,
            seed: 1,
        };
        let series = TimeSeries::of(&values, 12);
        let forecast = Forecast::fit(&series, &options).expect("72 months are enough");
        let first: Month = "2026-03".parse().expect("a month");
        let outage = |kind, start: &str, [mild, central, severe]: [i32; 3]| Outage {
            title: "An outage".into(),
            kind,
            start: start.parse().expect("a day"),
            days: Setting {
                mild: Decimal::from(mild),
                central: Decimal::from(central),
                severe: Decimal::from(severe),
            },
            region_share: None,
        };
        let past = |kind, days| PastOutage {
            kind,
            days,
            region_share: None,
        };
        Self {
            known: (1..=8).map(|back| (first.plus(-back), 380.0)).collect(),
            assumptions: Assumptions {
                outages: vec![
                    outage(OutageKind::National, "2026-04-06", [5, 7, 10]),
                    outage(OutageKind::Mobile, "2026-05-09", [2, 3, 4]),
                    outage(OutageKind::Throttled, "2026-03-10", [20, 40, 60]),
                ],
                ..Assumptions::default()
            },
            register: PastOutages {
                events_per_month: 0.4,
                dispersion: 1.4,
                events: vec![
                    past(OutageKind::Cable, 20.0),
                    past(OutageKind::Mobile, 2.0),
                    past(OutageKind::Ban, 400.0),
                ],
            },
            span: TotalSpan {
                range: 1..=4,
                known: 2_975.0,
                revisions: Revisions::none(),
                target: Some(Goal {
                    low: 4_500.0,
                    below: None,
                }),
            },
            first,
            paths: forecast.paths().clone(),
        }
    }

    fn simulation(&self) -> Simulation<'_> {
        let base = Base {
            paths: &self.paths,
            first: self.first,
            known: self.known.clone(),
            register: self.register.clone(),
            seed: 1,
        };
        Simulation::new(base, self.assumptions.clone(), self.span.clone()).expect("sound")
    }
}

/// The goal: well under 20 ms.
#[divan::bench]
fn one_run(bencher: divan::Bencher<'_, '_>) {
    let case = SliderCase::new();
    bencher.bench_local(|| black_box(case.simulation().run()).count());
}

/// The same with further outages drawn from the register.
#[divan::bench]
fn one_run_with_the_register(bencher: divan::Bencher<'_, '_>) {
    let mut case = SliderCase::new();
    case.assumptions.outages_from_register = true;
    bencher.bench_local(|| black_box(case.simulation().run()).count());
}

#[divan::bench]
fn one_tornado(bencher: divan::Bencher<'_, '_>) {
    let case = SliderCase::new();
    bencher.bench_local(|| black_box(case.simulation().tornado()).total);
}

/// The goal of a slider: run, tornado, break-even and a table of 5 by 5 below 50 ms.
#[divan::bench]
fn run_tornado_break_even_and_table(bencher: divan::Bencher<'_, '_>) {
    let case = SliderCase::new();
    let id = |text: &str| text.parse::<FactorId>().expect("an id");
    let (days, recovered) = (id("outage.1.days"), id("made_up"));
    bencher.bench_local(|| {
        let simulation = case.simulation();
        black_box((simulation.run(), simulation.tornado()));
        black_box(simulation.break_even(&days, (0.0, 90.0), 4_500.0, 0.5).ok());
        let table = simulation.two_way(
            (&days, &[0.0, 5.0, 10.0, 20.0, 30.0]),
            (&recovered, &[0.4, 0.55, 0.7, 0.8, 0.9]),
        );
        black_box(table.ok());
    });
}
