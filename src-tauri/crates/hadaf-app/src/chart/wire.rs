//! Charts as the window asks for them.

use hadaf_chart::Theme;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ChartKind;
use crate::session::HistoryRequest;

/// Colours of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartTheme {
    /// On a light screen.
    Light,
    /// On a dark screen.
    Dark,
    /// For paper.
    Print,
}

impl ChartTheme {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Light, Self::Dark, Self::Print];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    /// What it is like, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Self::Light => "White background",
            Self::Dark => "Dark background",
            Self::Print => "Black on white, for paper",
        }
    }
}

impl From<ChartTheme> for Theme {
    fn from(theme: ChartTheme) -> Self {
        match theme {
            ChartTheme::Light => Self::Light,
            ChartTheme::Dark => Self::Dark,
            ChartTheme::Print => Self::Print,
        }
    }
}

/// Asks for a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartRequest {
    /// Which chart.
    pub kind: ChartKind,
    /// Series id.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// Canvas width in CSS pixels.
    pub width: f64,
    /// Canvas height in CSS pixels.
    pub height: f64,
    /// Colours.
    pub theme: ChartTheme,
    /// With title, subtitle, note and source inside the picture (as exported); false: the page sets them.
    pub framed: bool,
    /// Id of the scenario, for the kinds that draw one; the empty scenario when absent.
    #[serde(default)]
    #[ts(optional)]
    pub scenario: Option<String>,
}

/// A point that the read-out can stand on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartPoint {
    /// Pixels from the canvas' left.
    pub x: f64,
    /// Pixels from its top.
    pub y: f64,
    /// Which line it belongs to: up and down change the lane, left and right the point.
    pub lane: u32,
    /// One line: period, value, status, comparison.
    pub readout: String,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// A chart with all its texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartView {
    /// The picture.
    pub svg: String,
    /// Canvas width.
    pub width: f64,
    /// Canvas height.
    pub height: f64,
    /// The finding.
    pub title: String,
    /// What is plotted.
    pub subtitle: String,
    /// Marks explained.
    pub note: String,
    /// Source line.
    pub source: String,
    /// Text alternative.
    pub alt: String,
    /// Top of the plot, for the read-out line.
    pub plot_top: f64,
    /// Bottom of the plot.
    pub plot_bottom: f64,
    /// In reading order.
    pub points: Vec<ChartPoint>,
    /// The same as a table.
    pub table: ChartTable,
}

/// The numbers behind a chart.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartTable {
    /// Column heads.
    pub columns: Vec<String>,
    /// Cells, formatted.
    pub rows: Vec<Vec<String>>,
    /// Whose history F2 opens, cell by cell as in `rows`; null where there is none.
    pub histories: Vec<Vec<Option<HistoryRequest>>>,
}

impl ChartTable {
    /// A table of texts, of which no cell has a history.
    pub(crate) fn of_texts(columns: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        Self {
            histories: rows.iter().map(|row| vec![None; row.len()]).collect(),
            columns,
            rows,
        }
    }
}

/// Asks to write a chart to a file; the format is the path's ending: svg, png or pdf, or csv for the
/// numbers behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartExport {
    /// Which chart.
    pub chart: ChartRequest,
    /// Where to.
    pub path: String,
}

/// The picture that a run draws with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioChart {
    /// Canvas width in CSS pixels.
    pub width: f64,
    /// Canvas height in CSS pixels.
    pub height: f64,
    /// Colours.
    pub theme: ChartTheme,
}
