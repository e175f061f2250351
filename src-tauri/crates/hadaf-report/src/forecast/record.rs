//! `hadaf forecast --backtest`: the record of the method on a series.

use hadaf_core::{Chance, Decimal, FiscalYear, Unit};
use hadaf_model::Record;
use hadaf_model::outlook::{AHEAD, PastYear};
use serde::Serialize;

use crate::number::six_digits;
use crate::text_table::table;
use hadaf_words::{Format, chance_view, held, held_finding, past_year_outcome, say};

/// What the method would have said from past months, each knowing only the months before it, beside the outturn.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastRecord {
    /// Past months that it was tried from.
    pub origins: usize,
    /// Months ahead each time.
    pub horizon: usize,
    /// Months foretold that have come.
    pub months: usize,
    /// The combination that is used, then each method on its own.
    pub methods: Vec<RecordMethod>,
    /// What the intervals promised and held.
    pub coverage: Vec<RecordCoverage>,
    /// The chances of past years, in bands.
    pub chances: Vec<RecordChances>,
    /// How many months the current year has to go; the chances of past years were told at the same point.
    pub months_to_go: usize,
    /// What would have been said of each past year at that point, oldest first.
    pub years: Vec<RecordYear>,
    /// How many outturns the interval of 80 % held, and of how many.
    #[serde(skip)]
    pub held: (usize, usize),
    /// What its numbers count.
    #[serde(skip)]
    pub unit: Unit,
}

/// Errors of one method.
#[derive(Debug, Clone, Serialize)]
pub struct RecordMethod {
    /// Its name.
    pub method: String,
    /// In units of the series.
    #[serde(serialize_with = "six_digits")]
    pub mean_absolute_error: f64,
    /// Over the mean change on the same month of the year before; null where nothing changed.
    #[serde(serialize_with = "six_digits")]
    pub scaled_error: Option<f64>,
    /// Actual less forecast, in units of the series.
    #[serde(serialize_with = "six_digits")]
    pub bias: f64,
    /// Of the sum of all months ahead, percent; null where none is wholly known.
    #[serde(serialize_with = "six_digits")]
    pub total_error_percent: Option<f64>,
}

/// One interval.
#[derive(Debug, Clone, Serialize)]
pub struct RecordCoverage {
    /// What it promised, 0 to 1.
    pub level: f64,
    /// What it held, 0 to 1.
    #[serde(serialize_with = "six_digits")]
    pub held: f64,
}

/// What would have been said of the total of a past year, and the outturn.
#[derive(Debug, Clone, Serialize)]
pub struct RecordYear {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// What it was asked to reach: the target that stood, else the year before grown as it had grown itself.
    #[serde(serialize_with = "six_digits")]
    pub amount: f64,
    /// It was a target.
    pub target: bool,
    /// The chance that it is met, by the rule that scores claims; 0 to 1.
    #[serde(serialize_with = "six_digits")]
    pub probability: f64,
    /// Whether it was met.
    pub met: bool,
    /// The middle of what was said of the total.
    #[serde(serialize_with = "six_digits")]
    pub median: f64,
    /// Lower end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub lo80: f64,
    /// Upper end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub hi80: f64,
    /// The total, as it stands.
    #[serde(serialize_with = "six_digits")]
    pub total: f64,
    /// The same for the eye.
    #[serde(skip)]
    pub past: PastYear,
}

/// Chances of about the same size.
#[derive(Debug, Clone, Serialize)]
pub struct RecordChances {
    /// From this chance on, 0 to 1.
    pub from: f64,
    /// To this one.
    pub to: f64,
    /// How many were told.
    pub count: usize,
    /// How many came true.
    pub happened: usize,
    /// Their mean, 0 to 1.
    #[serde(serialize_with = "six_digits")]
    pub said: f64,
    /// Mean squared distance of what was said from the outturn.
    #[serde(serialize_with = "six_digits")]
    pub brier: f64,
}

impl ForecastRecord {
    /// The record on a series that counts in `unit`.
    pub fn of(record: &Record, unit: Unit) -> Self {
        let methods = record.backtest.methods.iter().map(|method| RecordMethod {
            method: method.method.to_owned(),
            mean_absolute_error: method.mean_absolute_error,
            scaled_error: method.scaled_error,
            bias: method.bias,
            total_error_percent: method.total_error_percent,
        });
        let coverage = record.backtest.coverage.iter().map(|coverage| RecordCoverage {
            level: coverage.level,
            held: coverage.covered,
        });
        let chances = record.chances.iter().map(|band| RecordChances {
            from: band.from,
            to: band.to,
            count: band.count,
            happened: band.happened,
            said: band.said,
            brier: band.brier,
        });
        let years = record.years.iter().map(|past| RecordYear {
            fiscal_year: past.year,
            amount: past.amount,
            target: past.is_target,
            probability: past.said,
            met: past.happened,
            median: past.median,
            lo80: past.low80,
            hi80: past.high80,
            total: past.outturn,
            past: *past,
        });
        Self {
            months_to_go: record.months_to_go,
            years: years.collect(),
            origins: record.backtest.origins.len(),
            horizon: AHEAD,
            months: record.backtest.pairs,
            methods: methods.collect(),
            coverage: coverage.collect(),
            chances: chances.collect(),
            held: held(record, 1),
            unit,
        }
    }

    /// For the eye.
    pub fn to_text(&self, format: Format) -> String {
        let words = format.words;
        let unit = format.unit_short(self.unit);
        let percent = |share: f64| format.percent(share * 100.0, 0);
        let optional = |value: Option<f64>, places: u8| {
            value.map_or_else(|| "\u{2013}".to_owned(), |it| format.rounded(it, places))
        };
        let mut methods = vec![vec![
            say!(words, "column-method"),
            say!(words, "column-mean-error", unit = unit.clone()),
            say!(words, "column-scaled-error"),
            say!(words, "column-bias", unit = unit.clone()),
            say!(words, "column-total-error"),
        ]];
        methods.extend(self.methods.iter().map(|method| {
            vec![
                method.method.clone(),
                format.rounded(method.mean_absolute_error, 1),
                optional(method.scaled_error, 2),
                format.signed(method.bias, 1),
                optional(method.total_error_percent, 1),
            ]
        }));
        let mut years = vec![vec![
            say!(words, "column-past-year"),
            say!(words, "column-past-range", level = percent(0.8)),
            say!(words, "column-past-total"),
            say!(words, "column-past-asked"),
            say!(words, "column-past-chance"),
            say!(words, "column-past-outcome"),
        ]];
        years.extend(self.years.iter().map(|year| {
            let values = [year.total, year.lo80, year.hi80, year.amount];
            let [total, low, high, amount] = format.apart(values, Decimal::places_of(year.total));
            let said = Chance::new(year.probability).map(|chance| chance_view(format, chance).percent);
            vec![
                format.year(year.fiscal_year),
                format.range(low, high),
                total,
                amount,
                said.unwrap_or_default(),
                past_year_outcome(&year.past, format),
            ]
        }));
        let years = if self.years.is_empty() {
            String::new()
        } else {
            format!("\n\n{}", table(&years))
        };
        let finding = held_finding(self.held, format);
        format!("{finding}\n{}{years}", table(&methods))
    }
}
