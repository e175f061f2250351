//! The pictures of a scenario: its fan with the baseline behind it, its factors, and scenarios side by side.

use hadaf_chart::{
    ChartSpec, ClaimMark, CumulativeYear, Fan, FanLine, FanStep, Plot, RunningTotal, ScenarioColumn, ScenariosPlot,
    TornadoPlot, TornadoRow, YearToDatePlot,
};
use hadaf_core::Sample;
use hadaf_forecast::{Paths, scenario};
use hadaf_model::ScenarioCase;
use hadaf_model::outlook::months_to;

use super::draw::{DrawnChart, Rendering};
use super::fan::step;
use super::{ChartSheet, Wording, sign, ticks};
use crate::chart::{ChartTable, ChartView, ScenarioChart};
use crate::session::Result;
use hadaf_words::{Format, ScenarioOutcome, SwingWords, assumed_note, say, scenario_outcomes, scenario_title};

/// The year so far, and how it may go on with the scenario; without it in grey behind.
pub(crate) fn scenario_fan(setup: &ScenarioCase<'_>, chart: &ScenarioChart, format: Format) -> Result<ChartView> {
    view(fan_sheet(setup, format), chart)
}

fn fan_sheet(setup: &ScenarioCase<'_>, format: Format) -> ChartSheet {
    let fans = fans(setup, format);
    let situation = setup.situation;
    let words = format.words;
    let wording = Wording { situation, format };
    let months = situation.calendar().months_of(setup.year.year);
    let mut sum = Some(0.0);
    let totals = months.iter().zip(&setup.year.values).map(|(month, value)| {
        // From the first month without a value on, nobody knows the total.
        sum = sum.zip(*value).map(|(sum, value)| sum + value);
        let value = sum?;
        let readout = format!("{}: {}", format.month(*month), wording.value(value));
        Some(RunningTotal { value, readout })
    });
    let totals: Vec<Option<RunningTotal>> = totals.collect();
    let label = format.year(setup.year.year);
    let fan_table = fan_table(&fans, format, situation.series.places);
    let mut behind = fans.baseline;
    let without = behind
        .steps
        .last()
        .map(|last| format.rounded(last.median, situation.series.places));
    behind.label = without
        .map(|median| FanLine {
            words: say!(words, "scenario-behind", median = median),
            band: None,
        })
        .into_iter()
        .collect();
    let range = fans
        .scenario
        .label
        .first()
        .map_or_else(String::new, |line| line.words.clone());
    let subtitle = say!(
        words,
        "chart-scenario-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit)
    );
    let plot = YearToDatePlot {
        month_names: months.map(|month| format.month_short_name(month.month())),
        years: vec![CumulativeYear {
            label,
            totals,
            current: true,
            provisional: true,
        }],
        path: Vec::new(),
        path_label: Vec::new(),
        claims: marks(setup, &wording),
        fan: Some(fans.scenario),
        behind: Some(behind),
    };
    ChartSheet {
        histories: Vec::new(),
        table: fan_table,
        spec: ChartSpec {
            frame: wording.frame(
                scenario_title(setup, format),
                subtitle,
                assumed_note(setup, words),
                &range,
            ),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::YearToDate(plot),
        },
    }
}

/// The open claims that a picture of the year marks.
fn marks(setup: &ScenarioCase<'_>, wording: &Wording<'_>) -> Vec<ClaimMark> {
    let open: Vec<&hadaf_core::Claim> = setup.claims.iter().map(|(claim, _)| *claim).collect();
    let mut marked = wording.marked(&open);
    // What the chances speak of is marked, whoever said it.
    let asked = setup.claim.map(|(claim, _)| claim);
    marked.extend(asked.filter(|claim| marked.iter().all(|other| other.id != claim.id)));
    let mark = |claim: &&hadaf_core::Claim| {
        let (_, amount) = setup.claims.iter().find(|(open, _)| open.id == claim.id)?;
        Some(ClaimMark {
            value: amount.to_f64(),
            value_high: None,
            sign: sign(claim.kind),
            label: wording.claim_label(claim),
        })
    };
    marked.iter().filter_map(mark).collect()
}

fn fan_table(fans: &Fans, format: Format, places: u8) -> ChartTable {
    let words = format.words;
    let columns = [
        say!(words, "column-fan-month"),
        say!(words, "column-fan-median"),
        say!(words, "column-fan-low"),
        say!(words, "column-fan-high"),
        say!(words, "column-fan-without"),
    ];
    let number = |value| format.rounded(value, places);
    let rows: Vec<Vec<String>> = fans
        .scenario
        .steps
        .iter()
        .zip(&fans.baseline.steps)
        .map(|(step, base)| {
            vec![
                format.month(step.month),
                number(step.median),
                number(step.low80),
                number(step.high80),
                number(base.median),
            ]
        })
        .collect();
    ChartTable::of_texts(columns.to_vec(), rows)
}

/// Each factor from its low to its high, the widest first.
pub(crate) fn tornado(setup: &ScenarioCase<'_>, chart: &ScenarioChart, format: Format) -> Result<ChartView> {
    view(tornado_sheet(setup, format), chart)
}

fn tornado_sheet(setup: &ScenarioCase<'_>, format: Format) -> ChartSheet {
    let found = setup.tornado();
    let words = format.words;
    let situation = setup.situation;
    let wording = Wording { situation, format };
    let row = |swing: &scenario::Swing, total: bool| {
        let told = SwingWords::of(swing, setup, format);
        let readout = say!(
            words,
            "tornado-readout",
            factor = told.label.clone(),
            low = told.low.clone(),
            high = told.high.clone()
        );
        let moves = told.moves;
        let row = TornadoRow {
            label: told.label,
            range: told.range,
            low: swing.mild.total,
            high: swing.severe.total,
            low_label: told.low,
            high_label: told.high,
            note: told.chance,
            total,
            readout,
        };
        (moves || total).then_some(row)
    };
    let swings = found.swings.iter().filter_map(|swing| row(swing, false));
    let rows: Vec<TornadoRow> = swings.chain(row(&found.together, true)).collect();
    let widest = rows.first().map(|row| row.label.clone()).unwrap_or_default();
    let title = if found.swings.is_empty() {
        say!(words, "tornado-none")
    } else {
        say!(words, "tornado-title", factor = widest)
    };
    let subtitle = say!(
        words,
        "tornado-subtitle",
        year = format.year(setup.year.year),
        unit = format.unit(situation.series.unit)
    );
    let base = format.rounded(found.total, situation.series.places);
    let heads = [
        say!(words, "tornado-head-factor"),
        say!(words, "tornado-head-range"),
        say!(words, "tornado-head-effect"),
        chance_head(setup, format),
    ];
    let range = say!(words, "tornado-range", count = found.swings.len(), base = base.clone());
    ChartSheet {
        histories: Vec::new(),
        table: tornado_table(setup, format),
        spec: ChartSpec {
            frame: wording.frame(title, subtitle, say!(words, "tornado-note"), &range),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::Tornado(TornadoPlot {
                base: found.total,
                base_label: base,
                rows,
                heads,
            }),
        },
    }
}

/// The same as a table.
pub(crate) fn tornado_table(setup: &ScenarioCase<'_>, format: Format) -> ChartTable {
    let rows = SwingWords::all(setup, format).into_iter().map(SwingWords::row);
    let heads = SwingWords::heads(chance_head(setup, format), format.words);
    ChartTable::of_texts(heads, rows.collect())
}

/// "Chance of $5.2 bn".
fn chance_head(setup: &ScenarioCase<'_>, format: Format) -> String {
    let amount = setup.claim.map_or_else(
        || "none".to_owned(),
        |(claim, _)| format.money_short(claim.value, claim.unit),
    );
    say!(format.words, "tornado-head-chance", amount = amount)
}

/// Where each scenario leaves the year.
pub(crate) fn scenarios(setup: &ScenarioCase<'_>, chart: &ScenarioChart, format: Format) -> Result<ChartView> {
    view(scenarios_sheet(setup, format)?, chart)
}

fn scenarios_sheet(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartSheet> {
    let words = format.words;
    let situation = setup.situation;
    let wording = Wording { situation, format };
    let places = situation.series.places;
    let column = |column: &ScenarioOutcome<'_>| {
        let at = column.totals.intervals();
        let number = |value| format.rounded(value, places);
        ScenarioColumn {
            label: vec![column.label.clone()],
            median: at.median,
            low80: at.p80.low,
            high80: at.p80.high,
            low95: at.p95.low,
            high95: at.p95.high,
            value_label: number(at.median),
            readout: say!(
                words,
                "scenario-readout",
                name = column.label.clone(),
                median = number(at.median),
                low = number(at.p80.low),
                high = number(at.p80.high)
            ),
            chance_label: column.chance(setup, format),
            baseline: column.is_baseline,
            current: column.is_current,
        }
    };
    let drawn: Vec<ScenarioColumn> = scenario_outcomes(setup, format)?.iter().map(column).collect();
    let claim = setup
        .claim
        .map(|(claim, _)| format.money_short(claim.value, claim.unit));
    let extremes = drawn
        .iter()
        .map(|column| column.median)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), median| {
            (low.min(median), high.max(median))
        });
    let title = say!(
        words,
        "scenarios-title",
        year = format.year(setup.year.year),
        low = wording.value(extremes.0),
        high = wording.value(extremes.1)
    );
    let subtitle = say!(
        words,
        "scenarios-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit)
    );
    let range = drawn
        .iter()
        .map(|column| column.readout.clone())
        .collect::<Vec<_>>()
        .join("; ");
    Ok(ChartSheet {
        histories: Vec::new(),
        table: scenarios_table(setup, format)?,
        spec: ChartSpec {
            frame: wording.frame(title, subtitle, assumed_note(setup, words), &range),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::Scenarios(ScenariosPlot {
                columns: drawn,
                claims: marks(setup, &wording),
                chance_heading: claim
                    .map_or_else(String::new, |amount| say!(words, "scenarios-chance", amount = amount)),
            }),
        },
    })
}

/// The same as a table.
///
/// # Errors
/// As [`ScenarioCase::alternatives`].
pub(crate) fn scenarios_table(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartTable> {
    let outcomes = scenario_outcomes(setup, format)?;
    let rows = outcomes.iter().map(|outcome| outcome.row(setup, format));
    Ok(ChartTable::of_texts(
        ScenarioOutcome::heads(format.words),
        rows.collect(),
    ))
}

/// The fan of a scenario.
///
/// # Errors
/// As [`crate::App::scenario_run`].
pub(super) fn fan_of(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartSheet> {
    Ok(fan_sheet(setup, format))
}

/// The tornado of a scenario.
///
/// # Errors
/// As [`crate::App::scenario_run`].
pub(super) fn tornado_of(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartSheet> {
    Ok(tornado_sheet(setup, format))
}

/// All scenarios side by side.
///
/// # Errors
/// As [`crate::App::scenario_run`].
pub(super) fn side_by_side(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartSheet> {
    scenarios_sheet(setup, format)
}

fn view(sheet: ChartSheet, chart: &ScenarioChart) -> Result<ChartView> {
    Ok(DrawnChart::new(sheet, &Rendering::beside(chart))?.view())
}

/// The running totals of the year: of the scenario, and of the baseline behind it.
struct Fans {
    scenario: Fan,
    baseline: Fan,
}

fn fans(setup: &ScenarioCase<'_>, format: Format) -> Fans {
    let (_, base) = setup.year.paths(setup.outlook);
    Fans {
        scenario: fan(setup, setup.paths(), format),
        baseline: fan(setup, base, format),
    }
}

/// Running totals of a path from the facts of the year on.
fn fan(setup: &ScenarioCase<'_>, paths: &Paths, format: Format) -> Fan {
    let (first, _) = setup.year.paths(setup.outlook);
    let places = setup.situation.series.places;
    let mut running: Vec<f64> = vec![setup.year.known.to_f64(); paths.count()];
    let mut steps: Vec<FanStep> = Vec::with_capacity(setup.year.missing.len());
    for month in &setup.year.missing {
        let place = months_to(first, *month) - 1;
        for (sum, path) in running.iter_mut().zip(paths.rows()) {
            *sum += path[place];
        }
        steps.extend(Sample::of(running.clone()).map(|totals| step(*month, &totals, format, places)));
    }
    super::fan(steps, format, places)
}
