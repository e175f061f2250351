//! The pictures of a scenario: its fan with the baseline behind it, its factors, and scenarios side by side.

use hadaf_chart::{
    ChartSpec, ClaimMark, CumulativeYear, Fan, FanLine, FanStep, Plot, Readout, RunningTotal, ScenarioColumn,
    ScenariosPlot, TornadoPlot, TornadoRow, YearToDatePlot,
};
use hadaf_core::{Claim, Decimal, Month, Sample, running_totals};
use hadaf_error::Result;
use hadaf_forecast::Paths;
use hadaf_forecast::scenario::Swing;
use hadaf_model::ScenarioCase;
use hadaf_model::outlook::months_to;
use hadaf_words::{
    Format, Page, ScenarioOutcome, SwingWords, asked_amount, assumed_note, chance_view, say, scenario_outcomes,
    scenario_title,
};

use super::fan::{fan, middle_and_range, step_of_sample};
use crate::draw::{ChartView, DrawnChart, Rendering, ScenarioChart};
use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{claim_label, frame, marked, readout_of, sign, ticks};

/// The year so far, and how it may go on with the scenario; without it in grey behind.
pub fn scenario_fan(setup: &ScenarioCase<'_>, chart: &ScenarioChart, format: Format) -> Result<ChartView> {
    view(fan_sheet(setup, format), chart)
}

/// The fan of a scenario.
pub(crate) fn fan_sheet(setup: &ScenarioCase<'_>, format: Format) -> ChartSheet {
    let page = Page::new(setup.situation, format);
    let words = format.words;
    let Fans { scenario, baseline } = fans(setup, format);
    let table = fan_table(&scenario, &baseline, page);
    let without = baseline.steps.last().map(|last| FanLine {
        words: say!(words, "scenario-behind", median = page.rounded(last.median)),
        band: None,
    });
    let range = scenario
        .label
        .first()
        .map_or_else(String::new, |line| line.words.clone());
    let subtitle = say!(
        words,
        "chart-scenario-subtitle",
        series = page.title(),
        unit = page.unit()
    );
    let months = page.situation.calendar().months_of(setup.year.year);
    let plot = YearToDatePlot {
        month_names: months.map(|month| format.month_short_name(month.month())),
        years: vec![CumulativeYear {
            label: format.year(setup.year.year),
            totals: known_totals(setup, page),
            apart: 1,
            current: true,
            provisional: true,
        }],
        path: Vec::new(),
        path_label: Vec::new(),
        claims: open_claim_marks(setup, format),
        fan: Some(scenario),
        behind: Some(Fan {
            label: without.into_iter().collect(),
            ..baseline
        }),
    };
    ChartSheet {
        histories: Vec::new(),
        table,
        spec: ChartSpec {
            frame: frame(
                page,
                scenario_title(setup, format),
                subtitle,
                assumed_note(setup, words),
                &range,
            ),
            ticks: ticks(format, page.situation.series.unit),
            plot: Plot::YearToDate(plot),
        },
    }
}

/// The totals to the end of each month of the year so far.
fn known_totals(setup: &ScenarioCase<'_>, page: Page<'_>) -> Vec<Option<RunningTotal>> {
    let (situation, year) = (page.situation, setup.year);
    // Sums that do not fit are refused where the series is read.
    let totals = running_totals(&situation.readings, situation.calendar(), year.year).ok();
    let totals = totals.into_iter().flatten().zip(year.months).enumerate();
    let total = |(place, (total, month)): (usize, (Option<hadaf_core::YearSoFar>, Month))| {
        let value = total.filter(|_| place < usize::from(year.months_known))?.value.to_f64();
        let readout = readout_of(page, month, value);
        Some(RunningTotal { value, readout })
    };
    totals.map(total).collect()
}

/// The open claims that a picture of the year marks.
fn open_claim_marks(setup: &ScenarioCase<'_>, format: Format) -> Vec<ClaimMark> {
    let open: Vec<&Claim> = setup.claims.iter().map(|(claim, _)| *claim).collect();
    let mut shown = marked(&open);
    // What the chances speak of is marked, whoever said it.
    let asked = setup.claim.map(|(claim, _)| claim);
    shown.extend(asked.filter(|claim| shown.iter().all(|other| other.id != claim.id)));
    let mark = |claim: &&Claim| {
        let (_, amount) = setup.claims.iter().find(|(open, _)| open.id == claim.id)?;
        Some(ClaimMark {
            value: amount.to_f64(),
            value_high: None,
            sign: sign(claim.kind),
            label: claim_label(format, claim),
        })
    };
    shown.iter().filter_map(mark).collect()
}

fn fan_table(scenario: &Fan, baseline: &Fan, page: Page<'_>) -> ChartTable {
    let words = page.words();
    let columns = [
        say!(words, "column-fan-month"),
        say!(words, "column-fan-median"),
        say!(words, "column-fan-low"),
        say!(words, "column-fan-high"),
        say!(words, "column-fan-without"),
    ];
    let number = |value| TableCell::rounded(page.format, value, page.situation.places);
    let row = |(step, base): (&FanStep, &FanStep)| {
        vec![
            TableCell::month(step.month, page.format.month(step.month)),
            number(step.median),
            number(step.low80),
            number(step.high80),
            number(base.median),
        ]
    };
    ChartTable::new(columns, scenario.steps.iter().zip(&baseline.steps).map(row).collect())
}

/// Each factor from its low to its high, the widest first.
pub fn tornado(setup: &ScenarioCase<'_>, chart: &ScenarioChart, format: Format) -> Result<ChartView> {
    view(tornado_sheet(setup, format), chart)
}

/// The tornado of a scenario.
pub(crate) fn tornado_sheet(setup: &ScenarioCase<'_>, format: Format) -> ChartSheet {
    let page = Page::new(setup.situation, format);
    let words = format.words;
    let found = setup.tornado();
    let rows: Vec<TornadoRow> = swings(setup, format)
        .map(|(swing, told, total)| tornado_row(swing, told, total, format))
        .collect();
    let title = match rows.first().filter(|_| !found.swings.is_empty()) {
        Some(widest) => say!(words, "tornado-title", factor = widest.label.clone()),
        None => say!(words, "tornado-none"),
    };
    let subtitle = say!(
        words,
        "tornado-subtitle",
        year = format.year(setup.year.year),
        unit = page.unit()
    );
    let base = page.rounded(found.total);
    let heads = [
        say!(words, "tornado-head-factor"),
        say!(words, "tornado-head-range"),
        say!(words, "tornado-head-effect"),
        chance_head(setup, format),
    ];
    let range = say!(words, "tornado-range", count = found.swings.len(), base = base.clone());
    let table_rows = swings(setup, format).map(|(swing, told, _)| swing_cells(swing, told, setup));
    ChartSheet {
        histories: Vec::new(),
        table: tornado_table(chance_head(setup, format), table_rows.collect(), format),
        spec: ChartSpec {
            frame: frame(page, title, subtitle, say!(words, "tornado-note"), &range),
            ticks: ticks(format, page.situation.series.unit),
            plot: Plot::Tornado(TornadoPlot {
                base: found.total,
                base_label: base,
                rows,
                heads,
            }),
        },
    }
}

/// The swings that a picture shows: those that move something, then all together (`true`).
fn swings<'c>(setup: &'c ScenarioCase<'_>, format: Format) -> impl Iterator<Item = (&'c Swing, SwingWords, bool)> {
    let found = setup.tornado();
    let single = found.swings.iter().map(|swing| (swing, false));
    let all = single.chain([(&found.together, true)]);
    all.map(move |(swing, total)| (swing, SwingWords::of(swing, setup, format), total))
        .filter(|(_, told, total)| told.moves || *total)
}

fn tornado_row(swing: &Swing, told: SwingWords, total: bool, format: Format) -> TornadoRow {
    let text = say!(
        format.words,
        "tornado-readout",
        low = told.low.clone(),
        high = told.high.clone()
    );
    TornadoRow {
        readout: Readout::new(told.label.clone(), text),
        label: told.label,
        range: told.range,
        low: swing.mild.total,
        high: swing.severe.total,
        low_label: told.low,
        high_label: told.high,
        note: told.chance,
        total,
    }
}

/// The factors of a scenario as a table, under `chance_head` what each makes of the chance.
pub fn tornado_table(chance_head: String, rows: Vec<Vec<TableCell>>, format: Format) -> ChartTable {
    ChartTable::new(SwingWords::heads(chance_head, format.words), rows)
}

/// A factor as a row of that table.
pub fn swing_cells(swing: &Swing, told: SwingWords, setup: &ScenarioCase<'_>) -> Vec<TableCell> {
    let centre = setup.tornado().total;
    let places = setup.situation.places;
    let factor = swing.factor.as_ref().and_then(|id| setup.assumptions().factor(id));
    // A share of one, as every chance in a file.
    let share = |chance: f64| Decimal::rounded_from(chance, 3);
    let chance = swing.mild.chance.zip(swing.severe.chance);
    let chance = chance.and_then(|(one, other)| share(one.min(other)).zip(share(one.max(other))));
    vec![
        TableCell::text(told.label),
        TableCell::between(factor.map(|it| (it.setting.mild, it.setting.severe)), told.range),
        TableCell::worked_out(swing.mild.total - centre, places, told.low),
        TableCell::worked_out(swing.severe.total - centre, places, told.high),
        TableCell::between(chance, told.chance),
    ]
}

/// "Chance of $5.2 bn".
fn chance_head(setup: &ScenarioCase<'_>, format: Format) -> String {
    let amount = asked_amount(setup, format).unwrap_or_else(|| "none".to_owned());
    say!(format.words, "tornado-head-chance", amount = amount)
}

/// Where each scenario leaves the year.
pub fn scenarios(setup: &ScenarioCase<'_>, chart: &ScenarioChart, format: Format) -> Result<ChartView> {
    view(scenarios_sheet(setup, format)?, chart)
}

/// All scenarios side by side.
///
/// # Errors
/// As [`ScenarioCase::alternatives`].
pub(crate) fn scenarios_sheet(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartSheet> {
    let page = Page::new(setup.situation, format);
    let words = format.words;
    let outcomes = scenario_outcomes(setup, format)?;
    let columns: Vec<ScenarioColumn> = outcomes.iter().map(|outcome| column(outcome, setup, page)).collect();
    let medians = || columns.iter().map(|column| column.median);
    let [low, high] = page.money_apart([
        medians().fold(f64::INFINITY, f64::min),
        medians().fold(f64::NEG_INFINITY, f64::max),
    ]);
    let title = say!(
        words,
        "scenarios-title",
        year = format.year(setup.year.year),
        low = low,
        high = high
    );
    let subtitle = say!(words, "scenarios-subtitle", series = page.title(), unit = page.unit());
    let range = columns
        .iter()
        .map(|column| column.readout.to_string())
        .collect::<Vec<_>>()
        .join("; ");
    let chance_heading = setup.claim.map_or_else(String::new, |(claim, _)| {
        say!(words, "scenarios-chance", amount = page.claimed(claim))
    });
    Ok(ChartSheet {
        histories: Vec::new(),
        table: scenarios_table(setup, format)?,
        spec: ChartSpec {
            frame: frame(page, title, subtitle, assumed_note(setup, words), &range),
            ticks: ticks(format, page.situation.series.unit),
            plot: Plot::Scenarios(ScenariosPlot {
                columns,
                claims: open_claim_marks(setup, format),
                chance_heading,
            }),
        },
    })
}

fn column(outcome: &ScenarioOutcome<'_>, setup: &ScenarioCase<'_>, page: Page<'_>) -> ScenarioColumn {
    let at = outcome.totals.intervals();
    let text = middle_and_range(at, page.format, page.situation.places);
    ScenarioColumn {
        label: vec![outcome.label.clone()],
        median: at.median,
        low80: at.p80.low,
        high80: at.p80.high,
        low95: at.p95.low,
        high95: at.p95.high,
        value_label: page.rounded(at.median),
        readout: Readout::new(outcome.label.clone(), text),
        chance_label: chance_cell(outcome, setup, page.format).text,
        baseline: outcome.is_baseline,
        current: outcome.is_current,
    }
}

/// "72 of 100"; empty where no claim is asked about.
fn chance_cell(outcome: &ScenarioOutcome<'_>, setup: &ScenarioCase<'_>, format: Format) -> TableCell {
    setup.claim.map_or_else(TableCell::default, |claim| {
        let chance = setup.chance(outcome.totals, claim);
        TableCell::chance(chance, chance_view(format, chance).frequency)
    })
}

/// All scenarios as a table.
///
/// # Errors
/// As [`ScenarioCase::alternatives`].
pub fn scenarios_table(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartTable> {
    let places = setup.situation.places;
    let row = |outcome: &ScenarioOutcome<'_>| {
        let at = outcome.totals.intervals();
        vec![
            TableCell::text(outcome.label.clone()),
            TableCell::rounded(format, at.median, places),
            TableCell::range(format, (at.p80.low, at.p80.high), places),
            chance_cell(outcome, setup, format),
        ]
    };
    let rows = scenario_outcomes(setup, format)?.iter().map(row).collect();
    Ok(ChartTable::new(ScenarioOutcome::heads(format.words), rows))
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
        scenario: running_fan(setup, setup.paths(), format),
        baseline: running_fan(setup, base, format),
    }
}

/// Running totals of a path from the facts of the year on.
fn running_fan(setup: &ScenarioCase<'_>, paths: &Paths, format: Format) -> Fan {
    let (first, _) = setup.year.paths(setup.outlook);
    let places = setup.situation.places;
    let mut running: Vec<f64> = vec![setup.year.fact(); paths.count()];
    let mut steps: Vec<FanStep> = Vec::with_capacity(setup.year.missing.len());
    for month in &setup.year.missing {
        let place = months_to(first, *month) - 1;
        for (sum, path) in running.iter_mut().zip(paths.rows()) {
            *sum += path[place];
        }
        let step = |totals| step_of_sample(*month, &totals, format, places);
        steps.extend(Sample::of(running.clone()).map(step));
    }
    fan(steps, format, places)
}
