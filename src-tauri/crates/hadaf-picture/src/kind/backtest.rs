//! What would have been said from past months, against the outturn.

use hadaf_chart::{BacktestNames, BacktestPlot, ChartSpec, OutturnPoint, PastLine, PastStep, Plot, Readout, YearMark};
use hadaf_core::{FiscalYear, Month};
use hadaf_forecast::PastForecast;
use hadaf_model::Record;
use hadaf_words::{Page, record_finding, say};

use crate::history::history_of;
use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{frame, readout_of, ticks};

pub(crate) fn sheet(page: Page<'_>, record: &Record) -> Option<ChartSheet> {
    let Page { situation, format } = page;
    let words = format.words;
    let origins = &record.backtest.origins;
    let forecasts: Vec<PastLine> = origins.iter().map(|past| line(page, record, past)).collect();
    let first = forecasts.first()?.origin;
    let outturns: Vec<OutturnPoint> = situation
        .readings
        .months()
        .filter(|(month, _)| *month >= first)
        .map(|(month, reading)| {
            let value = reading.value.to_f64();
            OutturnPoint {
                month,
                value,
                readout: readout_of(page, month, value),
            }
        })
        .collect();
    let last = outturns.last()?.month;
    let subtitle = say!(
        words,
        "chart-backtest-subtitle",
        series = page.title(),
        unit = page.unit(),
        ahead = format.count_word(hadaf_model::outlook::AHEAD)
    );
    let note = say!(words, "chart-backtest-note", count = forecasts.len());
    let months = outturns
        .iter()
        .map(|outturn| Some(history_of(situation, outturn.month)));
    Some(ChartSheet {
        histories: vec![months.collect(), vec![None; forecasts.len()]],
        table: table(page, record),
        spec: ChartSpec {
            frame: frame(page, record_finding(record, format), subtitle, note.clone(), &note),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::Backtest(BacktestPlot {
                names: BacktestNames {
                    outturn: say!(words, "backtest-actual"),
                    forecast: say!(words, "backtest-forecast"),
                    range: format.percent(80.0, 0),
                    outside: say!(words, "backtest-outside"),
                },
                years: years(page, first, last),
                outturns,
                forecasts,
                month_names: format.month_short_names(),
            }),
        },
    })
}

/// The months ahead of an origin that have come.
fn steps(record: &Record, past: &PastForecast) -> Vec<PastStep> {
    let first = record.month_after(past.known);
    let ahead = past.points.iter().zip(&past.bounds).take(past.actual.len());
    (0..)
        .zip(ahead)
        .map(|(ahead, (point, (low80, high80)))| PastStep {
            month: first.plus(ahead),
            point: *point,
            low80: *low80,
            high80: *high80,
        })
        .collect()
}

fn line(page: Page<'_>, record: &Record, past: &PastForecast) -> PastLine {
    let words = page.words();
    let origin = record.month_after(past.known).prev();
    let known = past.actual.iter().zip(&past.bounds);
    let held: Vec<bool> = known
        .filter_map(|(actual, (low, high))| actual.map(|actual| (*low..=*high).contains(&actual)))
        .collect();
    PastLine {
        origin,
        steps: steps(record, past),
        readout: Readout::new(
            say!(words, "readout-backtest-head", origin = page.format.month(origin)),
            say!(
                words,
                "readout-backtest",
                level = page.format.percent(80.0, 0),
                held = held.iter().filter(|held| **held).count(),
                of = held.len()
            ),
        ),
    }
}

fn years(page: Page<'_>, first: Month, last: Month) -> Vec<YearMark> {
    let calendar = page.situation.calendar();
    let mark = |year: FiscalYear| YearMark {
        fiscal_year: year,
        first_month: calendar.first_month(year),
        label: page.format.year(year),
        total: String::new(),
    };
    FiscalYear::range(calendar.year_of(first)..=calendar.year_of(last))
        .map(mark)
        .collect()
}

/// One past forecast of one month a row, the newest origin first.
fn table(page: Page<'_>, record: &Record) -> ChartTable {
    let Page { situation, format } = page;
    let words = format.words;
    let columns = [
        say!(words, "column-origin"),
        say!(words, "column-month"),
        say!(words, "backtest-forecast"),
        say!(words, "column-band-low", level = format.percent(80.0, 0)),
        say!(words, "column-band-high", level = format.percent(80.0, 0)),
        say!(words, "backtest-actual"),
    ];
    let number = |value| TableCell::rounded(format, value, situation.places);
    let month = |month| TableCell::month(month, format.month_short(month));
    let rows_of = |past: &PastForecast| {
        let origin = record.month_after(past.known).prev();
        let row = |(step, actual): (PastStep, &Option<f64>)| {
            let outturn = actual.map(|actual| number(actual).with_history(history_of(situation, step.month)));
            vec![
                month(origin),
                month(step.month),
                number(step.point),
                number(step.low80),
                number(step.high80),
                outturn.unwrap_or_default(),
            ]
        };
        steps(record, past)
            .into_iter()
            .zip(&past.actual)
            .map(row)
            .collect::<Vec<_>>()
    };
    ChartTable::new(
        columns,
        record.backtest.origins.iter().rev().flat_map(rows_of).collect(),
    )
}
