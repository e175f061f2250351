//! Data: months by series, fiscal years as groups, parts against their total.

mod block;
mod sheet;
mod together;

use std::collections::BTreeMap;

use hadaf_core::{
    AsOf, FiscalYearTotal, Frequency, MonthsTogether, ObservationId, PartialYear, Readings, Series, partial_years,
    totals,
};
use hadaf_error::Result;
use hadaf_model::Book;
use hadaf_words::{Keyword, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::block::{CopiedBlock, GridBlock, GridCopy, GridSum};
use self::sheet::GridSheet;
use crate::session::App;

/// Asks for the grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridRequest {
    /// All series, or those of the sector tree only.
    pub all: bool,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// "month", "quarter" or "fiscal_year": what the rows are; series of longer periods stand beside. Absent: as the first
    /// series has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub frequency: Option<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct GridColumn {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// Its unit.
    pub unit: String,
    /// Depth in the sector tree.
    pub depth: u32,
    /// Decimal places of its finest figure.
    pub places: u32,
    /// How it is worked out, in a sentence; null where its figures are entered. Nothing is entered into it.
    pub derived: Option<String>,
    /// How often it has a figure: a quarter's stands beside its three months.
    pub frequency: Keyword<Frequency>,
    /// Id of its sector.
    pub sector: String,
    /// The sector's name.
    pub sector_title: String,
    /// Its definition and caveats; may be empty.
    pub note: String,
}

/// A figure of several rows: of a quarter beside its months, or of months that are known together alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridSpan {
    /// The period that the figure is entered for and has its history; null for months that are known together alone, each
    /// of which can be entered.
    pub period: Option<String>,
    /// How many rows it spans.
    pub rows: usize,
    /// Which of them this is, from 0.
    pub row: usize,
    /// "2 months", "Q1 FY2026"; empty where the figure stands in the row of the year.
    pub note: String,
}

/// How a cell is marked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellMark {
    /// Confirmed, or nothing published.
    None,
    /// First release, not confirmed since.
    Provisional,
    /// An older observation exists.
    Revised,
    /// Calculated from published totals, or by the formula of its series.
    Derived,
    /// Of a year: its total so far, not of all its months.
    ToDate,
    /// Of a year: months of it are known, but no total.
    Partial,
    /// Published before its period was over.
    Estimate,
    /// Withdrawn by its publisher; there is none since.
    Withdrawn,
}

/// A value in the grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridCell {
    /// Formatted; empty when nothing is known.
    pub text: String,
    /// Exact; null when nothing is known.
    pub value: Option<String>,
    /// Of a year: the value is a sum or a total so far, and nobody gave the year a figure.
    pub summed: bool,
    /// Its mark.
    pub mark: CellMark,
    /// Spoken and shown on hover: status, published, source.
    pub hint: String,
    /// The rows that its figure spans, where these are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub span: Option<GridSpan>,
    /// The note of its figure, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A month, or a fiscal year's total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridRow {
    /// Canonical period.
    pub period: String,
    /// "Nov 2024" or "FY2025".
    pub label: String,
    /// For a year its months: "July 2024 to June 2025"; else empty.
    pub span: String,
    /// For a year: "11 of 12"; else empty.
    pub observed: String,
    /// One per column.
    pub cells: Vec<GridCell>,
    /// Parts less total, formatted; empty when not all parts are known.
    pub check: String,
    /// The difference is more than rounding.
    pub check_off: bool,
}

/// A fiscal year with its months.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridYear {
    /// The year itself.
    pub total: GridRow,
    /// Its months or quarters, first to last; none in a grid of fiscal years.
    pub months: Vec<GridRow>,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct GridView {
    /// Columns after the month.
    pub columns: Vec<GridColumn>,
    /// Oldest first.
    pub years: Vec<GridYear>,
    /// How often the series shown have a value.
    pub frequency: Keyword<Frequency>,
    /// How often the series of the workspace have one.
    pub frequencies: Vec<Keyword<Frequency>>,
    /// "Parts − total".
    pub check_title: String,
    /// "Parts against total: 2 of 12 months off ...".
    pub summary: String,
    /// Why cells cannot be edited; null when they can.
    pub editable: Option<String>,
}

impl App {
    /// The grid as of a day.
    ///
    /// # Errors
    /// [`crate::Code::Date`], sums that do not fit.
    pub fn grid(&self, request: &GridRequest) -> Result<GridView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book()?;
        let format = self.format();
        let editable = match (as_of.past(), self.workspace_view()?.and_then(|view| view.read_only)) {
            (Some(day), _) => Some(say!(format.words, "grid-as-of", day = format.day(day))),
            (None, read_only) => read_only,
        };
        let frequency = match request.frequency.as_deref() {
            Some(word) => word.parse()?,
            None => book.series.first().map_or(Frequency::Month, |first| first.frequency),
        };
        let columns = columns(&book, request.all, frequency, as_of)?;
        let sheet = GridSheet {
            book: &book,
            day: as_of.day(),
            format,
            frequency,
            columns: &columns,
        };
        Ok(sheet.view(editable))
    }
}

/// A series with its current figures.
struct SeriesColumn<'a> {
    series: &'a Series,
    readings: Readings,
    totals: Vec<FiscalYearTotal>,
    partial: Vec<PartialYear>,
    /// Months that are known together alone.
    together: Vec<MonthsTogether>,
    /// What was noted beside its figures.
    notes: BTreeMap<ObservationId, &'a str>,
}

impl<'a> SeriesColumn<'a> {
    /// # Errors
    /// Sums that do not fit.
    fn of(book: &'a Book, series: &'a Series, as_of: AsOf) -> Result<Self> {
        let readings = book.readings(series, as_of);
        let noted = book.observations(&series.id).iter().filter(|it| !it.note.is_empty());
        Ok(Self {
            series,
            totals: totals(&readings, book.calendar())?,
            partial: partial_years(&readings, book.calendar(), as_of.day())?,
            together: readings.together(book.calendar())?,
            notes: noted.map(|it| (it.id, it.note.as_str())).collect(),
            readings,
        })
    }
}

/// The series whose figures fit into rows of a kind: those that have them, and those of longer periods beside.
fn columns(book: &Book, all: bool, frequency: Frequency, as_of: AsOf) -> Result<Vec<SeriesColumn<'_>>> {
    let worked_on = || book.series.iter().filter(|series| !series.archived);
    let first = worked_on().find(|series| series.frequency == frequency);
    let shown = |series: &&Series| {
        let in_tree =
            first.is_some_and(|total| series.id == total.id || series.part_of_total && series.unit == total.unit);
        series.frequency >= frequency && (all || in_tree)
    };
    worked_on()
        .filter(shown)
        .map(|series| SeriesColumn::of(book, series, as_of))
        .collect()
}
