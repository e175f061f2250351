//! The record of the method in words and tables.

use hadaf_core::Chance;
use hadaf_error::{AppError, Code, Result};
use hadaf_forecast::MethodRecord;
use hadaf_model::outlook::PastYear;
use hadaf_model::{Need, Outlook, Record, Situation};
use hadaf_picture::{ChartTable, TableCell};
use hadaf_words::{Format, Page, chance_view, held, past_year_outcome, record_finding, record_note, say, tested_note};
use serde::Serialize;
use ts_rs::TS;

use super::screen::{OutlookRequest, in_words};
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
    /// A past year a row, at the point at which the current year is: range, total, what was asked, chance, outcome.
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
        let outlook = Outlook::of(&self.fits, &situation, None).ok();
        match Record::of(&self.fits, &situation).map_err(AppError::from) {
            Ok(record) => Ok(view(&record, page, outlook.as_deref())),
            Err(refusal) if refusal.code == Code::Forecast => Ok(BacktestView {
                title: String::new(),
                note: String::new(),
                methods: ChartTable::default(),
                coverage: ChartTable::default(),
                chances: ChartTable::default(),
                chances_note: String::new(),
                public_record: public_record(page, outlook.as_deref()),
                refused: Some(in_words(&refusal, page.format)),
            }),
            Err(error) => Err(error),
        }
    }
}

fn view(record: &Record, page: Page<'_>, outlook: Option<&Outlook>) -> BacktestView {
    let format = page.format;
    BacktestView {
        title: record_finding(record, format),
        note: note(record, format),
        methods: methods(record, page),
        coverage: coverage(record, format),
        chances: years(record, page),
        chances_note: record_note(record, format),
        public_record: public_record(page, outlook),
        refused: None,
    }
}

/// On all public series, then on histories as long as this one.
fn public_record(page: Page<'_>, outlook: Option<&Outlook>) -> String {
    let (format, (series, held80, held95, off)) = (page.format, PUBLIC_RECORD);
    let all = say!(
        format.words,
        "record-public",
        series = series.to_string(),
        held80 = format.percent(held80, 1),
        held95 = format.percent(held95, 1),
        off = format.rounded(off, 0)
    );
    let alike = outlook.and_then(|outlook| tested_note(outlook, outlook.reach(), format));
    alike.map_or_else(|| all.clone(), |alike| format!("{all} {alike}"))
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

/// A past year a row: what was said of it then, and what it came to.
fn years(record: &Record, page: Page<'_>) -> ChartTable {
    let Page { situation, format } = page;
    let words = format.words;
    let columns = [
        say!(words, "column-past-year"),
        say!(words, "column-past-range", level = format.percent(80.0, 0)),
        say!(words, "column-past-total"),
        say!(words, "column-past-asked"),
        say!(words, "column-past-chance"),
        say!(words, "column-past-outcome"),
    ];
    let row = |year: &PastYear| {
        let number = |value| TableCell::rounded(format, value, situation.places);
        let [low, high] = format.apart([year.low80, year.high80], situation.places);
        vec![
            TableCell::text(format.year(year.year)),
            TableCell::text(format.range(low, high)),
            number(year.outturn),
            number(year.amount),
            Chance::new(year.said).map_or_else(TableCell::default, |said| {
                TableCell::chance(said, chance_view(format, said).percent)
            }),
            TableCell::text(past_year_outcome(year, format)),
        ]
    };
    ChartTable::new(columns, record.years.iter().map(row).collect())
}
