//! Many series from a long table, without a workspace: tables in, tables out.

use std::path::{Path, PathBuf};

use hadaf_error::{AppError, Code, Result, file_name, no_forecast, refusal};
use hadaf_forecast::{ForecastError, TableError, TableGap, TableOptions, forecast_table};
use hadaf_model::outlook::PATHS;
use hadaf_store::Existing;
use serde::Serialize;

use crate::session::{App, Exported, same_place, to_be_written, write_whole};
use hadaf_words::{Format, say};

/// Seed of the paths. Each series is told alone, so that they may share it.
const SEED: u64 = 1;

/// What to forecast, and where to.
#[derive(Debug, Clone)]
pub struct TableForecastRequest {
    /// Columns `series_id`, `t`, `value` in the order of `t`; an empty value or a `t` left out is a missing period.
    pub csv: PathBuf,
    /// Periods in a season, 1 to 53.
    pub season: usize,
    /// Periods ahead, 1 to 120.
    pub horizon: usize,
    /// Where `series_id,h,mean,lo80,hi80,lo95,hi95` goes.
    pub out: PathBuf,
    /// Where `series_id,factor,p` goes: the chance that the next season sums to factor × the last one.
    pub annual: Option<PathBuf>,
}

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct TableForecast {
    /// How many series.
    pub series: usize,
    /// The table of forecasts.
    pub forecasts: Exported,
    /// The table of chances, when it was asked for.
    pub annual: Option<Exported>,
    /// What the table leaves out amid other periods of a series; it counts as missing.
    pub gaps: Vec<LeftOut>,
}

/// Periods that a table leaves out.
#[derive(Debug, Clone, Serialize)]
pub struct LeftOut {
    /// Of which series.
    pub series: String,
    /// The first `t`.
    pub from: i64,
    /// The last one.
    pub to: i64,
}

impl App {
    /// Forecasts every series of a long table. Nothing is written when one of them cannot be.
    ///
    /// # Errors
    /// [`Code::NotFound`], [`Code::Import`] when the table cannot be read, [`Code::Forecast`] for a series that
    /// is too short, [`Code::Number`] for a season or horizon that cannot be, [`Code::Exists`].
    pub fn forecast_table(&self, request: &TableForecastRequest, existing: Existing) -> Result<TableForecast> {
        for place in [Some(&request.out), request.annual.as_ref()].into_iter().flatten() {
            to_be_written(place, existing)?;
        }
        if let Some(annual) = request.annual.as_ref().filter(|it| same_place(it, &request.out)) {
            return Err(refusal!(
                Code::Word,
                "forecast-one-place",
                path = annual.display().to_string()
            ));
        }
        let options = TableOptions {
            season: request.season,
            horizon: request.horizon,
            paths: PATHS,
            seed: SEED,
        };
        let text = read(&request.csv)?;
        let tables = forecast_table(&text, &options).map_err(|error| told(&request.csv, error))?;
        // One line of headings, then `horizon` lines a series.
        let lines = tables.forecasts.lines().count().saturating_sub(1);
        if lines == 0 {
            return Err(refusal!(
                Code::Import,
                "forecast-table-empty",
                file = file_name(&request.csv)
            ));
        }
        Ok(TableForecast {
            series: lines / request.horizon.max(1),
            forecasts: write_whole(&request.out, tables.forecasts.as_bytes(), existing)?,
            annual: request
                .annual
                .as_ref()
                .map(|place| write_whole(place, tables.annual.as_bytes(), existing))
                .transpose()?,
            gaps: tables.gaps.into_iter().map(left_out).collect(),
        })
    }
}

impl TableForecast {
    /// For the eye.
    pub fn to_text(&self, format: Format) -> String {
        let words = format.words;
        let mut lines = vec![say!(
            words,
            "forecast-table",
            count = self.series,
            path = self.forecasts.path.clone()
        )];
        lines.extend(
            self.annual
                .iter()
                .map(|annual| say!(words, "forecast-table-annual", path = annual.path.clone())),
        );
        lines.extend(self.gaps.iter().map(|gap| {
            say!(
                words,
                "forecast-table-gap",
                series = &gap.series,
                kind = if gap.from == gap.to { "single" } else { "many-rows" },
                from = gap.from.to_string(),
                to = gap.to.to_string()
            )
        }));
        lines.join("\n")
    }
}

fn left_out(TableGap { series, first, last }: TableGap) -> LeftOut {
    LeftOut {
        series,
        from: first,
        to: last,
    }
}

/// The text without the mark that spreadsheets put in front.
fn read(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
    let text =
        String::from_utf8(bytes).map_err(|_| refusal!(Code::Import, "forecast-table-text", file = file_name(path)))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn told(path: &Path, error: TableError) -> AppError {
    let file = file_name(path);
    match error {
        TableError::Series { id, reason } => match reason {
            ForecastError::TooShort { .. } | ForecastError::NotFinite { .. } => no_forecast(&id, &reason).about(path),
            _ => no_forecast(&id, &reason),
        },
        TableError::Csv(_) => refusal!(Code::Import, "forecast-table-csv", file = file),
        TableError::Ragged { line, found, expected } => refusal!(
            Code::Import,
            "forecast-table-ragged",
            file = file,
            line = line.to_string(),
            found = found,
            expected = expected.to_string()
        ),
        TableError::Column(column) => refusal!(Code::Import, "forecast-table-column", file = file, column = column),
        TableError::Number { line, text } => refusal!(
            Code::Import,
            "forecast-table-number",
            file = file,
            line = line.to_string(),
            text = text
        ),
        TableError::Twice { first, line, id, t } => refusal!(
            Code::Import,
            "forecast-table-twice",
            file = file,
            first = first.to_string(),
            line = line.to_string(),
            series = id,
            t = t.to_string()
        ),
    }
}
