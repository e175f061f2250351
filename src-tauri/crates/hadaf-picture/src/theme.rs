//! The colours that a chart is asked for in.

use hadaf_chart::Theme;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
