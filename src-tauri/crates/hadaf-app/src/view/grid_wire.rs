//! Data: months by series.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridRequest {
    /// All series, or those of the sector tree only.
    pub all: bool,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridColumn {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// Its unit.
    pub unit: String,
    /// Depth in the sector tree.
    pub depth: u32,
    /// Decimal places shown.
    pub places: u32,
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
    /// Calculated from printed totals.
    Derived,
}

/// A value in the grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridCell {
    /// Formatted; empty when nothing is known.
    pub text: String,
    /// Exact; null when nothing is known.
    pub value: Option<String>,
    /// Its mark.
    pub mark: CellMark,
    /// Spoken and shown on hover: status, published, source.
    pub hint: String,
}

/// A month, or a fiscal year's total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridRow {
    /// Canonical period.
    pub period: String,
    /// "Nov 2024" or "FY2025".
    pub label: String,
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
    /// Its months, first to last; only those up to the newest known year.
    pub months: Vec<GridRow>,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridView {
    /// Columns after the month.
    pub columns: Vec<GridColumn>,
    /// Oldest first.
    pub years: Vec<GridYear>,
    /// "Parts − total".
    pub check_title: String,
    /// "Parts against total: 2 of 12 months off ...".
    pub summary: String,
    /// Why cells cannot be edited; null when they can.
    pub editable: Option<String>,
}

/// Enters one value as a new observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SetObservation {
    /// Series id.
    pub series: String,
    /// As people write it.
    pub period: String,
    /// As people write it.
    pub value: String,
    /// ISO date.
    pub published: String,
    /// Title of the source; created when new.
    pub source: String,
    /// "first", "revised" or "estimate"; null: first when there is none yet, else revised.
    pub status: Option<String>,
    /// May be empty.
    pub note: String,
}

/// A block copied from a spreadsheet, to be placed on the grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PasteRequest {
    /// The clipboard's text.
    pub text: String,
    /// Columns it falls on, from the anchor to the right.
    pub series: Vec<String>,
    /// Rows it falls on, from the anchor down.
    pub periods: Vec<String>,
    /// ISO date of all values.
    pub published: String,
    /// Title of the source.
    pub source: String,
}

/// What becomes of a value that is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PasteOutcome {
    /// The first of its period.
    New,
    /// As the one that is known.
    Same,
    /// Another than the one that is known.
    Revises,
    /// There is nothing in the cell.
    Empty,
    /// It cannot be entered.
    Invalid,
}

/// What would become of one pasted cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PasteCell {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// As it stood in the clipboard.
    pub raw: String,
    /// Exact value; null when it is no number.
    pub value: Option<String>,
    /// What would become of it.
    pub outcome: PasteOutcome,
    /// "324 → 310", or why it is invalid.
    pub message: String,
}

/// What a paste would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PastePreview {
    /// Row by row.
    pub cells: Vec<PasteCell>,
    /// One sentence.
    pub summary: String,
    /// How many figures would be entered: new ones and revisions.
    pub changes: usize,
    /// Nothing is invalid and something changes.
    pub ready: bool,
    /// The day of publication is one.
    pub dated: bool,
}
