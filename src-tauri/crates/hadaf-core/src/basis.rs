//! Whether a number is that of its period, or runs from the fiscal year's start to the period's end.

use serde::{Deserialize, Serialize};

/// What a number of a month counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The period alone.
    #[default]
    Period,
    /// Everything from the fiscal year's start to the end of the period.
    ToDate,
}

impl Basis {
    /// To date where that is so; files and tables have a yes or no.
    pub fn to_date_if(to_date: bool) -> Self {
        if to_date { Self::ToDate } else { Self::Period }
    }

    /// Whether it runs from the fiscal year's start.
    pub fn is_to_date(self) -> bool {
        self == Self::ToDate
    }
}
