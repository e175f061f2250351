//! What the window is told of files that are about to be imported, and what it answers. Nothing is stored until it is
//! applied.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Files to be read: what was chosen in a dialog, or dropped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeOpen {
    /// Where they lie. All of them become one change.
    pub paths: Vec<PathBuf>,
}

/// What the clipboard holds, to be read as a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakePaste {
    /// Its text.
    pub text: String,
    /// Its page, which keeps merged cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub html: Option<String>,
}

/// How far reading has come. Asked again and again while files are being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeProgress {
    /// Files that are read, the one that is being read not counted.
    pub done: u32,
    /// All files; 0 where nothing is being read.
    pub of: u32,
    /// What is being done.
    pub stage: IntakeStage,
}

/// What is being done with files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeStage {
    /// Nothing.
    #[default]
    Idle,
    /// Their bytes become sheets.
    Reading,
    /// Tables are found in the sheets.
    Finding,
    /// Values are held against the workspace's.
    Comparing,
    /// Values are being stored.
    Storing,
}

/// All that a person said so far. It is sent whole each time; what is not said is as the file or the workspace has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IntakeRequest {
    /// Answers by the id of their question, each a choice's `value` or, where `free` is set, a text. Beside the questions
    /// there are the ids `source`, `publisher`, `address`: where the values were read.
    pub answers: BTreeMap<String, String>,
    /// What becomes of series, where that is not as proposed.
    pub mapping: Vec<IntakeMapping>,
    /// Regions whose values are left out by hand.
    pub left_out: Vec<IntakeRegion>,
}

/// What becomes of one series of the files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IntakeMapping {
    /// `IntakeSeries.label`.
    pub label: String,
    /// Id of a series of the workspace; empty for a new one; null to leave it out.
    pub series: Option<String>,
    /// Id of the new series; made of its title when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    /// Title of the new series; as the file names it when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub title: Option<String>,
    /// Unit of the new series, such as "USD million"; that of the file when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unit: Option<String>,
    /// "flow": months add up to a year; "stock": counted at the period's end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub measure: Option<String>,
}

/// A region of a sheet; rows and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeRegion {
    /// Which file, from 0.
    pub file: u32,
    /// Which sheet of it, from 0.
    pub sheet: u32,
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// Files as they were read, held against the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeView {
    /// The files.
    pub files: Vec<IntakeFileView>,
    /// Their tables.
    pub tables: Vec<IntakeTable>,
    /// Their series, each once, whatever tables it stands in.
    pub series: Vec<IntakeSeries>,
    /// What is to be answered before it can be applied: when it was published first.
    pub questions: Vec<IntakeQuestion>,
    /// What was answered already, so that it can be changed.
    pub answered: Vec<IntakeQuestion>,
    /// Where the values were read.
    pub source: IntakeSource,
    /// How many values there are.
    pub counts: IntakeCounts,
    /// Totals of the files beside their parts, and figures that may not have been meant.
    pub checks: Vec<IntakeCheck>,
    /// What was not taken.
    pub left_out: Vec<IntakeRemark>,
    /// How much more was not taken than is listed.
    pub left_out_more: u32,
    /// What was assumed.
    pub assumed: Vec<IntakeRemark>,
    /// What cannot be entered, or is worth knowing.
    pub issues: Vec<IntakeRemark>,
    /// What applying does: "Adds 3 figures and revises 1; 9 are there already."
    pub summary: String,
    /// No question is open, nothing is wrong, and something would change.
    pub ready: bool,
    /// Why it cannot be applied; empty where it can.
    pub blocked: String,
    /// The series of the workspace, to choose from.
    pub targets: Vec<IntakeTarget>,
    /// The mapping is the one that was remembered for files of this layout.
    pub remembered: bool,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeFileView {
    /// Its name; empty for what was pasted.
    pub name: String,
    /// What it is: "Excel workbook", "Text with commas".
    pub kind: String,
    /// Its sheets; none where it cannot be read.
    pub sheets: Vec<IntakeSheet>,
    /// Why it cannot be read; null where it can.
    pub failure: Option<String>,
    /// What to do about that; null where there is nothing.
    pub hint: Option<String>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeSheet {
    /// Its name; may be empty.
    pub name: String,
    /// Its rows.
    pub rows: u32,
    /// Its columns.
    pub columns: u32,
    /// It is not shown in the spreadsheet.
    pub hidden: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeTable {
    /// Where it is.
    pub region: IntakeRegion,
    /// The same as people write it: `Monthly!A1:F8`.
    pub place: String,
    /// long, `periods_in_columns`, `periods_in_rows`, matrix.
    pub layout: String,
    /// How it was read, in one sentence, in parts.
    pub sentence: Vec<IntakePart>,
    /// Its series, by their places in `IntakeView.series`.
    pub series: Vec<u32>,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakePart {
    /// The text.
    pub text: String,
    /// What can be changed by it; null for plain words.
    pub about: Option<IntakeAbout>,
}

/// What a part of a sentence is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum IntakeAbout {
    /// A series.
    Series {
        /// Its place in `IntakeView.series`.
        series: u32,
    },
    /// A question, open or answered.
    Question {
        /// Its id.
        id: String,
    },
    /// What was left out.
    LeftOut,
    /// What was assumed.
    Assumed,
}

/// A series of the files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeSeries {
    /// Its name in the files; the same whenever they are read.
    pub label: String,
    /// Where it stands.
    pub place: String,
    /// Id of the series that takes its values; for a new one the id that it will have; null where it is left out.
    pub series: Option<String>,
    /// Title of that series.
    pub title: String,
    /// That series is made.
    pub new: bool,
    /// Unit of the file; null where it does not say.
    pub unit: Option<String>,
    /// Unit of the series, as programs write it.
    pub target_unit: Option<String>,
    /// What becomes of the numbers: "thousand to million: 354,000 becomes 354"; empty where they stay.
    pub scaled: String,
    /// month, quarter, `fiscal_year`.
    pub frequency: String,
    /// flow, stock.
    pub measure: String,
    /// How many values.
    pub values: u32,
    /// First period, in words.
    pub first: String,
    /// Last period, in words.
    pub last: String,
    /// Why it cannot be entered so; empty where it can.
    pub wrong: String,
}

/// A series of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeTarget {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its unit, as programs write it.
    pub unit: String,
    /// month, quarter, `fiscal_year`.
    pub frequency: String,
}

/// Something that the files do not say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeQuestion {
    /// Its name.
    pub id: String,
    /// published, unit, currency, `year_meaning`, `month_year`, `quarter_meaning`, `date_order`, `month_or_day`, spacing,
    /// `period_column`, `pair_meaning`, `mixed_periods`, `decimal_comma`, hidden, twice, series, source.
    pub kind: String,
    /// Where, as people write it.
    pub place: String,
    /// The same as a region; null where it is about all.
    pub region: Option<IntakeRegion>,
    /// The question: "When was it published?"
    pub text: String,
    /// Why it is asked; may be empty.
    pub why: String,
    /// What can be answered.
    pub choices: Vec<IntakeChoice>,
    /// A text that is none of the choices can be answered too: a day, a unit.
    pub free: bool,
    /// What was answered, or by what it is read for now.
    pub answer: String,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeChoice {
    /// What is sent back.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// Where values were read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeSource {
    /// Its title.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// Its address; may be empty.
    pub address: String,
}

/// How many values of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeCounts {
    /// All.
    pub values: u32,
    /// The workspace has none for their period.
    pub new: u32,
    /// As the workspace has them.
    pub same: u32,
    /// Others than the workspace has, which they replace.
    pub revises: u32,
    /// Others than the workspace has, which stay.
    pub conflicts: u32,
    /// They cannot be entered.
    pub refused: u32,
}

/// A check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeCheck {
    /// total; or the word of a doubt, as `DoubtView.kind` has it.
    pub kind: String,
    /// Of what: the series' title.
    pub label: String,
    /// For which period, in words.
    pub period: String,
    /// The total as stated; empty for a doubt.
    pub stated: String,
    /// What its parts come to; empty for a doubt.
    pub parts: String,
    /// By how much it is off, signed; empty where it agrees.
    pub difference: String,
    /// It is as it should be, but for rounding.
    pub agrees: bool,
    /// In a sentence.
    pub message: String,
    /// Where, as people write it.
    pub place: String,
    /// The cell; null where there is none.
    pub region: Option<IntakeRegion>,
}

/// Something about a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeRemark {
    /// A stable word.
    pub code: String,
    /// Where, as people write it; may be empty.
    pub place: String,
    /// The same as a region; null where it is about all.
    pub region: Option<IntakeRegion>,
    /// What stands there; may be empty.
    pub what: String,
    /// In words: why it was left out, what was assumed, what is wrong.
    pub text: String,
    /// It keeps the import out.
    pub blocks: bool,
}

/// Asks for cells of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeCellsRequest {
    /// Which cells: at most 500 rows and 60 columns are given.
    pub region: IntakeRegion,
}

/// Cells of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeCells {
    /// Which they are.
    pub region: IntakeRegion,
    /// Names of the columns: A, B, C.
    pub columns: Vec<String>,
    /// Row by row.
    pub rows: Vec<IntakeRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeRow {
    /// Its number, from 1.
    pub number: u32,
    /// It is not shown in the spreadsheet.
    pub hidden: bool,
    /// Its cells.
    pub cells: Vec<IntakeCell>,
}

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeCell {
    /// What stands in it.
    pub text: String,
    /// What it was taken for.
    pub role: IntakeRole,
    /// It holds a number.
    pub number: bool,
    /// Columns that it covers on the screen; 0 where another cell covers it.
    pub span: u32,
    /// What becomes of its value: new, same, revises, conflicts, refused; null where it holds none that is taken.
    pub outcome: Option<IntakeOutcome>,
}

/// What a cell was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeRole {
    /// Nothing stands in it.
    Empty,
    /// It names series, periods or units.
    Header,
    /// A value.
    Value,
    /// A total, used as a check.
    Check,
    /// It is not used.
    Ignored,
}

/// What becomes of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeOutcome {
    /// The workspace has none for its period.
    New,
    /// The workspace has the same.
    Same,
    /// It replaces another one.
    Revises,
    /// Another one stays beside it.
    Conflicts,
    /// It cannot be entered.
    Refused,
}

/// Asks for values beside the workspace's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeValuesRequest {
    /// Which; all for an empty list.
    pub outcomes: Vec<IntakeOutcome>,
    /// Of which series, by its place in `IntakeView.series`; null for all.
    pub series: Option<u32>,
    /// The first to give, from 0.
    pub from: u32,
    /// How many to give; at most 500.
    pub count: u32,
}

/// Values beside the workspace's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeValues {
    /// How many there are.
    pub of: u32,
    /// Those that were asked for.
    pub values: Vec<IntakeValue>,
}

/// A value beside the workspace's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeValue {
    /// Its series, by its place in `IntakeView.series`.
    pub series: u32,
    /// Title of the series that takes it.
    pub title: String,
    /// Its period, in words.
    pub period: String,
    /// It runs from the start of the fiscal year.
    pub to_date: bool,
    /// What the workspace has, formatted; empty where it has none.
    pub before: String,
    /// What the file has, formatted.
    pub value: String,
    /// The difference, signed, with its percentage; empty where there is none.
    pub difference: String,
    /// What becomes of it.
    pub outcome: IntakeOutcome,
    /// In words: "revises 324 → 310", or why it cannot be entered.
    pub message: String,
    /// Its cell.
    pub region: IntakeRegion,
}
