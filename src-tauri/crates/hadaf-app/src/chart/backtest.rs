//! What would have been said from past months, against the outturn.

use hadaf_chart::{BacktestNames, BacktestPlot, ChartSpec, OutturnPoint, PastLine, PastStep, Plot, YearMark};
use hadaf_core::{FiscalYear, Month};
use hadaf_forecast::PastForecast;
use hadaf_model::{Record, Situation};
use hadaf_words::{Format, record_finding, say};

use super::{ChartSheet, Wording, month_names, ticks};
use crate::chart::ChartTable;
use crate::session::history_of;

pub(super) fn sheet(situation: &Situation<'_>, record: &Record, format: Format) -> Option<ChartSheet> {
    let chart = BacktestChart {
        situation,
        record,
        format,
        wording: Wording { situation, format },
    };
    let words = format.words;
    let forecasts: Vec<PastLine> = record.backtest.origins.iter().map(|past| chart.line(past)).collect();
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
                readout: format!("{}: {}", format.month(month), chart.wording.value(value)),
            }
        })
        .collect();
    let last = outturns.last()?.month;
    let title = record_finding(record, format);
    let subtitle = say!(
        words,
        "chart-backtest-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit),
        ahead = format.count_word(hadaf_model::outlook::AHEAD)
    );
    let note = say!(words, "chart-backtest-note", count = forecasts.len());
    let months = outturns
        .iter()
        .map(|outturn| Some(history_of(situation, outturn.month)));
    Some(ChartSheet {
        histories: vec![months.collect(), vec![None; forecasts.len()]],
        table: chart.table(),
        spec: ChartSpec {
            frame: chart.wording.frame(title, subtitle, note.clone(), &note),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::Backtest(BacktestPlot {
                names: BacktestNames {
                    outturn: say!(words, "backtest-actual"),
                    forecast: say!(words, "backtest-forecast"),
                    range: format.percent(80.0, 0),
                    outside: say!(words, "backtest-outside"),
                },
                years: chart.years(first, last),
                outturns,
                forecasts,
                month_names: month_names(format),
            }),
        },
    })
}

struct BacktestChart<'a> {
    situation: &'a Situation<'a>,
    record: &'a Record,
    format: Format,
    wording: Wording<'a>,
}

impl BacktestChart<'_> {
    /// The months ahead of an origin that have come.
    fn steps(&self, past: &PastForecast) -> Vec<PastStep> {
        let first = self.record.month_after(past.known);
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

    fn line(&self, past: &PastForecast) -> PastLine {
        let origin = self.record.month_after(past.known).prev();
        let steps = self.steps(past);
        let known = past.actual.iter().zip(&past.bounds);
        let of: Vec<bool> = known
            .filter_map(|(actual, (low, high))| actual.map(|actual| (*low..=*high).contains(&actual)))
            .collect();
        let held = of.iter().filter(|held| **held).count();
        let readout = say!(
            self.format.words,
            "readout-backtest",
            origin = self.format.month(origin),
            level = self.format.percent(80.0, 0),
            held = held,
            of = of.len()
        );
        PastLine { origin, steps, readout }
    }

    fn years(&self, first: Month, last: Month) -> Vec<YearMark> {
        let calendar = self.situation.calendar();
        let (first, last) = (calendar.year_of(first), calendar.year_of(last));
        let mark = |year: FiscalYear| YearMark {
            fiscal_year: year,
            first_month: calendar.first_month(year),
            label: self.format.year(year),
            total: String::new(),
        };
        std::iter::successors(Some(first), |year| (*year < last).then(|| year.next()))
            .map(mark)
            .collect()
    }

    /// One past forecast of one month a row, the newest origin first.
    fn table(&self) -> ChartTable {
        let words = self.format.words;
        let number = |value: f64| self.format.rounded(value, self.situation.series.places);
        let mut table = ChartTable {
            columns: vec![
                say!(words, "column-origin"),
                say!(words, "column-month"),
                say!(words, "backtest-forecast"),
                say!(words, "column-band-low", level = self.format.percent(80.0, 0)),
                say!(words, "column-band-high", level = self.format.percent(80.0, 0)),
                say!(words, "backtest-actual"),
            ],
            ..ChartTable::default()
        };
        for past in self.record.backtest.origins.iter().rev() {
            let origin = self.format.month_short(self.record.month_after(past.known).prev());
            for (step, actual) in self.steps(past).iter().zip(&past.actual) {
                table.rows.push(vec![
                    origin.clone(),
                    self.format.month_short(step.month),
                    number(step.point),
                    number(step.low80),
                    number(step.high80),
                    actual.map_or_else(String::new, number),
                ]);
                let mut histories = vec![None; table.columns.len()];
                histories[5] = actual.map(|_| history_of(self.situation, step.month));
                table.histories.push(histories);
            }
        }
        table
    }
}
