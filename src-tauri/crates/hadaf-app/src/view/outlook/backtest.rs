//! The record of the method in words and tables.

use hadaf_core::Chance;
use hadaf_error::{AppError, Code, Result};
use hadaf_forecast::MethodRecord;
use hadaf_model::outlook::ChanceBand;
use hadaf_model::{Need, Record, Situation};
use hadaf_words::{Format, Page, chance_view, held, record_finding, record_note, say};
use serde::Serialize;
use ts_rs::TS;

use super::screen::{OutlookRequest, in_words};
use crate::chart::{ChartTable, TableCell};
use crate::session::App;

/// How the method did on public series, with all their history: `BENCHMARKS.md`, "The forecast", which `make bench`
/// measures again. Number of series, percent that the 80 % interval held, percent that the 95 % interval held, and
/// how far chances of a year's total were off the outturn, in points (expected calibration error).
pub(crate) const PUBLIC_RECORD: (u32, f64, f64, f64) = (570, 81.6, 96.1, 2.0);

/// The record of the method on the user's own series, from past days.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BacktestView {
    /// The finding: "Its 80 % band held 36 of 45 past outturns".
    pub title: String,
    /// From how many past months it was tried again, and what each knew.
    pub note: String,
    /// A method a row: mean error, bias, error of a year's total.
    pub methods: ChartTable,
    /// An interval a row: promised, held, of how many.
    pub coverage: ChartTable,
    /// Past chances beside what happened, a band a row: said, happened, of how many, Brier score.
    pub chances: ChartTable,
    /// The record of past chances in one sentence, to stand beside every chance.
    pub chances_note: String,
    /// How the same method did on public series, with its source.
    pub public_record: String,
    /// Why there is no record yet; null when there is one.
    pub refused: Option<String>,
}

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
        let page = Page::new(&situation, self.format());
        match Record::of(&self.fits, &situation).map_err(AppError::from) {
            Ok(record) => Ok(view(&record, page)),
            Err(refusal) if refusal.code == Code::Forecast => Ok(BacktestView {
                title: String::new(),
                note: String::new(),
                methods: ChartTable::default(),
                coverage: ChartTable::default(),
                chances: ChartTable::default(),
                chances_note: String::new(),
                public_record: public_record(page.format),
                refused: Some(in_words(&refusal, page.format)),
            }),
            Err(error) => Err(error),
        }
    }
}

fn view(record: &Record, page: Page<'_>) -> BacktestView {
    let format = page.format;
    BacktestView {
        title: record_finding(record, format),
        note: note(record, format),
        methods: methods(record, page),
        coverage: coverage(record, format),
        chances: chances(record, format),
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

/// From how many past months it was tried again, and what the first and the last of them knew.
fn note(record: &Record, format: Format) -> String {
    let origins = &record.backtest.origins;
    let last = |known: usize| format.month_short(record.month_after(known).prev());
    let (Some(first), Some(newest)) = (origins.first(), origins.last()) else {
        return String::new();
    };
    say!(
        format.words,
        "record-note",
        origins = origins.len(),
        first = last(first.known),
        last = last(newest.known)
    )
}

fn methods(record: &Record, page: Page<'_>) -> ChartTable {
    let Page { situation, format } = page;
    let words = format.words;
    let unit = format.unit_short(situation.series.unit);
    let columns = [
        say!(words, "column-method"),
        say!(words, "column-mean-error", unit = unit.clone()),
        say!(words, "column-scaled-error"),
        say!(words, "column-bias", unit = unit),
        say!(words, "column-total-error"),
    ];
    let places = (situation.places + 1).min(9);
    let dash = || TableCell::text("\u{2013}");
    let row = |method: &MethodRecord| {
        let name = match method.method {
            "ETS" => say!(words, "record-method-ets"),
            "theta" => say!(words, "record-method-theta"),
            "seasonal naive" => say!(words, "record-method-seasonal-naive"),
            _ => say!(words, "record-method-combination"),
        };
        vec![
            TableCell::text(name),
            TableCell::rounded(format, method.mean_absolute_error, places),
            method
                .scaled_error
                .map_or_else(dash, |it| TableCell::rounded(format, it, 2)),
            TableCell::signed(format, method.bias, places),
            method
                .total_error_percent
                .map_or_else(dash, |it| TableCell::percent(format, it, 1)),
        ]
    };
    ChartTable::new(columns, record.backtest.methods.iter().map(row).collect())
}

fn coverage(record: &Record, format: Format) -> ChartTable {
    let words = format.words;
    let columns = [
        say!(words, "column-promised"),
        say!(words, "column-held"),
        say!(words, "column-of"),
    ];
    let row = |index: usize| {
        let coverage = record.backtest.coverage[index];
        let (held, of) = held(record, index);
        vec![
            TableCell::percent(format, coverage.level * 100.0, 0),
            TableCell::percent(format, coverage.covered * 100.0, 0),
            TableCell::text(say!(words, "k-of-n", k = held, n = of)),
        ]
    };
    ChartTable::new(columns, (0..record.backtest.coverage.len()).map(row).collect())
}

fn chances(record: &Record, format: Format) -> ChartTable {
    let words = format.words;
    let columns = [
        say!(words, "column-band"),
        say!(words, "column-said"),
        say!(words, "column-happened"),
        say!(words, "column-of"),
        say!(words, "column-brier"),
    ];
    let row = |band: &ChanceBand| {
        let from = format.rounded(band.from * 100.0, 0);
        let to = format.percent(band.to * 100.0, 0);
        let share = band.happened as f64 / band.count as f64;
        vec![
            TableCell::text(format.range(from, to)),
            Chance::new(band.said).map_or_else(TableCell::default, |said| {
                TableCell::chance(said, chance_view(format, said).percent)
            }),
            TableCell::percent(format, share * 100.0, 0),
            TableCell::text(say!(words, "k-of-n", k = band.happened, n = band.count)),
            TableCell::rounded(format, band.brier, 2),
        ]
    };
    ChartTable::new(columns, record.chances.iter().map(row).collect())
}
