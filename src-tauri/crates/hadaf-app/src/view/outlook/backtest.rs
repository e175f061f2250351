//! The record of the method in words and tables.

use std::sync::Arc;

use hadaf_core::Chance;
use hadaf_forecast::MethodRecord;
use hadaf_model::outlook::ChanceBand;
use hadaf_model::{Need, Record, Situation};
use hadaf_words::{Format, chance_view, held, record_finding, record_note, say};

use super::screen::in_words;
use crate::chart::ChartTable;
use crate::session::{App, AppError, Code, Result};
use crate::view::{BacktestView, OutlookRequest};

/// How the method did on public series, with all their history: `BENCHMARKS.md`, "The forecast", which `make bench`
/// measures again. Number of series, percent that the 80 % interval held, percent that the 95 % interval held, and
/// how far chances of a year's total were off the outturn, in points (expected calibration error).
pub(crate) const PUBLIC_RECORD: (u32, f64, f64, f64) = (570, 81.6, 96.1, 2.0);

impl App {
    /// What the method would have said about a series from past months, beside the outturn. Where there is no record
    /// yet the view says why.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`].
    pub fn backtest(&self, request: &OutlookRequest) -> Result<BacktestView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let situation = Situation::read(&book, series, as_of)?;
        let format = self.format();
        match Record::of(&self.fits, &situation).map_err(AppError::from) {
            Ok(record) => Ok(view(&record, &situation, format)),
            Err(refusal) if refusal.code == Code::Forecast => Ok(BacktestView {
                title: String::new(),
                note: String::new(),
                methods: ChartTable::default(),
                coverage: ChartTable::default(),
                chances: ChartTable::default(),
                chances_note: String::new(),
                public_record: public_record(format),
                refused: Some(in_words(&refusal, format)),
            }),
            Err(error) => Err(error),
        }
    }
}

fn view(record: &Arc<Record>, situation: &Situation<'_>, format: Format) -> BacktestView {
    let teller = Teller {
        record,
        situation,
        format,
    };
    BacktestView {
        title: record_finding(record, format),
        note: teller.note(),
        methods: teller.methods(),
        coverage: teller.coverage(),
        chances: teller.chances(),
        chances_note: record_note(record, format),
        public_record: public_record(format),
        refused: None,
    }
}

fn public_record(format: Format) -> String {
    let (series, held80, held95, off) = PUBLIC_RECORD;
    say!(
        format.words,
        "record-public",
        series = series.to_string(),
        held80 = format.percent(held80, 1),
        held95 = format.percent(held95, 1),
        off = format.rounded(off, 0)
    )
}

struct Teller<'a> {
    record: &'a Record,
    situation: &'a Situation<'a>,
    format: Format,
}

impl Teller<'_> {
    fn note(&self) -> String {
        let origins = &self.record.backtest.origins;
        let last = |known: usize| self.format.month_short(self.record.month_after(known).prev());
        let (Some(first), Some(newest)) = (origins.first(), origins.last()) else {
            return String::new();
        };
        say!(
            self.format.words,
            "record-note",
            origins = origins.len(),
            first = last(first.known),
            last = last(newest.known)
        )
    }

    fn methods(&self) -> ChartTable {
        let words = self.format.words;
        let places = (self.situation.series.places + 1).min(9);
        let dash = || "\u{2013}".to_owned();
        let row = |method: &MethodRecord| {
            vec![
                match method.method {
                    "ETS" => say!(words, "record-method-ets"),
                    "theta" => say!(words, "record-method-theta"),
                    "seasonal naive" => say!(words, "record-method-seasonal-naive"),
                    _ => say!(words, "record-method-combination"),
                },
                self.format.rounded(method.mean_absolute_error, places),
                method.scaled_error.map_or_else(dash, |it| self.format.rounded(it, 2)),
                self.format.signed(method.bias, places),
                method
                    .total_error_percent
                    .map_or_else(dash, |it| self.format.percent(it, 1)),
            ]
        };
        let unit = self.format.unit_short(self.situation.series.unit);
        table(
            vec![
                say!(words, "column-method"),
                say!(words, "column-mean-error", unit = unit.clone()),
                say!(words, "column-scaled-error"),
                say!(words, "column-bias", unit = unit),
                say!(words, "column-total-error"),
            ],
            self.record.backtest.methods.iter().map(row).collect(),
        )
    }

    fn coverage(&self) -> ChartTable {
        let words = self.format.words;
        let row = |index: usize| {
            let coverage = self.record.backtest.coverage[index];
            let (held, of) = held(self.record, index);
            vec![
                self.format.percent(coverage.level * 100.0, 0),
                self.format.percent(coverage.covered * 100.0, 0),
                say!(words, "k-of-n", k = held, n = of),
            ]
        };
        table(
            vec![
                say!(words, "column-promised"),
                say!(words, "column-held"),
                say!(words, "column-of"),
            ],
            (0..self.record.backtest.coverage.len()).map(row).collect(),
        )
    }

    fn chances(&self) -> ChartTable {
        let words = self.format.words;
        let row = |band: &ChanceBand| {
            let (from, to) = (
                self.format.rounded(band.from * 100.0, 0),
                self.format.percent(band.to * 100.0, 0),
            );
            let share = band.happened as f64 / band.count as f64;
            vec![
                say!(words, "span", first = from, last = to),
                Chance::new(band.said).map_or_else(String::new, |said| chance_view(self.format, said).percent),
                self.format.percent(share * 100.0, 0),
                say!(words, "k-of-n", k = band.happened, n = band.count),
                self.format.rounded(band.brier, 2),
            ]
        };
        table(
            vec![
                say!(words, "column-band"),
                say!(words, "column-said"),
                say!(words, "column-happened"),
                say!(words, "column-of"),
                say!(words, "column-brier"),
            ],
            self.record.chances.iter().map(row).collect(),
        )
    }
}

/// A table of which no cell has a history.
fn table(columns: Vec<String>, rows: Vec<Vec<String>>) -> ChartTable {
    ChartTable {
        histories: rows.iter().map(|row| vec![None; row.len()]).collect(),
        columns,
        rows,
    }
}
