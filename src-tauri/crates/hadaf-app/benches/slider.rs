//! Speed of a scenario as the window asks for it, on the sample: while a slider is dragged, and when it rests.

use hadaf_app::wire::{ChartTheme, FactorChange, ScenarioChart, ScenarioRun, SettingText};
use hadaf_app::{App, Environment, Existing, PAKISTAN};

fn main() {
    divan::main();
}

/// The scenarios of the sample.
const SCENARIOS: [&str; 3] = ["week_offline", "budget_late", "all_well"];

/// A session with the sample open, on 1 April 2026. Its folder is removed with it.
struct Desk {
    app: App,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let app = App::new(Environment {
            clock: Box::new(|| "2026-04-01T14:02:00+05:00[+05:00]".parse().expect("a moment")),
            config: folder.path().join("config"),
            data: folder.path().join("data"),
            user: "Bench".into(),
        });
        app.create_sample(&folder.path().join("sample.hadaf"), PAKISTAN, Existing::Keep)
            .expect("the sample is built");
        let desk = Self { app, _folder: folder };
        // The fit is remembered: only the first question of a session pays for it.
        desk.app
            .scenario_run(&run(SCENARIOS[0]))
            .expect("the sample is forecast");
        desk
    }
}

fn run(scenario: &str) -> ScenarioRun {
    ScenarioRun {
        series: "ict_total".into(),
        scenario: Some(scenario.into()),
        ..ScenarioRun::default()
    }
}

fn with_picture(run: ScenarioRun) -> ScenarioRun {
    ScenarioRun {
        chart: Some(ScenarioChart {
            width: 556.0,
            height: 300.0,
            theme: ChartTheme::Light,
        }),
        ..run
    }
}

/// Numbers alone.
#[divan::bench(args = SCENARIOS)]
fn run_of_numbers(bencher: divan::Bencher<'_, '_>, scenario: &str) {
    let (desk, run) = (Desk::open(), run(scenario));
    bencher.bench_local(|| desk.app.scenario_run(&run));
}

/// The goal: a slider that is dragged answers in under 50 ms, its picture with it.
#[divan::bench]
fn slider(bencher: divan::Bencher<'_, '_>) {
    let desk = Desk::open();
    let mut days = 0;
    bencher.bench_local(|| {
        days = days % 60 + 1;
        let days = days.to_string();
        let setting = SettingText {
            low: days.clone(),
            central: days.clone(),
            high: days,
        };
        let change = FactorChange {
            factor: "outage.1.days".into(),
            setting,
        };
        desk.app.scenario_run(&ScenarioRun {
            changes: vec![change],
            ..with_picture(run("week_offline"))
        })
    });
}

/// A run with its picture.
#[divan::bench(args = SCENARIOS)]
fn run_and_picture(bencher: divan::Bencher<'_, '_>, scenario: &str) {
    let (desk, run) = (Desk::open(), with_picture(run(scenario)));
    bencher.bench_local(|| desk.app.scenario_run(&run));
}

/// What is asked for when the slider rests: break-even, tornado, two-way table, all scenarios, two pictures.
#[divan::bench(args = SCENARIOS)]
fn detail(bencher: divan::Bencher<'_, '_>, scenario: &str) {
    let (desk, run) = (Desk::open(), with_picture(run(scenario)));
    bencher.bench_local(|| desk.app.scenario_detail(&run));
}
