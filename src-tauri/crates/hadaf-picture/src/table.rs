//! The numbers behind a picture as a table: every cell is what it shows, what it is, and whose history it opens.

use std::fmt::Display;

use hadaf_core::{Chance, Decimal, FiscalYear, Month};
use hadaf_words::Format;
use serde::Serialize;
use ts_rs::TS;

use crate::history::HistoryRequest;

/// The numbers behind a chart.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct ChartTable {
    /// Column heads.
    pub columns: Vec<String>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<TableCell>>,
}

impl ChartTable {
    /// A table of rows that are as long as its head.
    pub fn new(columns: impl Into<Vec<String>>, rows: Vec<Vec<TableCell>>) -> Self {
        let columns = columns.into();
        debug_assert!(rows.iter().all(|row| row.len() == columns.len()), "{columns:?}");
        Self { columns, rows }
    }
}

/// One cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct TableCell {
    /// As shown; empty where there is nothing.
    pub text: String,
    /// Its number, exact where it is stored and rounded as shown where it was worked out; null where it is no number.
    #[ts(as = "Option<String>")]
    pub value: Option<Decimal>,
    /// The period or day that it names, in its canonical form, for other programs.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) date: Option<String>,
    /// The two numbers between which it lies, as `text` shows them: columns of their own for other programs.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) ends: Option<(Decimal, Decimal)>,
    /// It is a note of the workspace, which leaves only where somebody asks for it.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) is_note: bool,
    /// Whose history F2 opens; null where there is none.
    pub history: Option<HistoryRequest>,
}

impl TableCell {
    /// A note that a person wrote.
    pub fn note(text: impl Into<String>) -> Self {
        Self {
            is_note: true,
            ..Self::text(text)
        }
    }

    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A number as `text` shows it.
    pub fn number(value: Decimal, text: String) -> Self {
        Self {
            text,
            value: Some(value),
            ..Self::default()
        }
    }

    /// From one number to another, as `text` shows them.
    pub fn between(ends: Option<(Decimal, Decimal)>, text: String) -> Self {
        Self {
            text,
            ends,
            ..Self::default()
        }
    }

    /// From one number that was worked out to another, rounded to some places.
    pub fn range(format: Format, (low, high): (f64, f64), places: u8) -> Self {
        let rounded = |value| Decimal::rounded_from(value, places);
        let text = format.range(format.rounded(low, places), format.rounded(high, places));
        Self::between(rounded(low).zip(rounded(high)), text)
    }

    /// A whole number of things.
    pub fn count(count: usize) -> Self {
        let value = i32::try_from(count).expect("tables count what people wrote down");
        Self::number(value.into(), count.to_string())
    }

    /// A number that was worked out, rounded to some places.
    pub fn rounded(format: Format, value: f64, places: u8) -> Self {
        Self::worked_out(value, places, format.rounded(value, places))
    }

    /// The same with its sign.
    pub fn signed(format: Format, value: f64, places: u8) -> Self {
        Self::worked_out(value, places, format.signed(value, places))
    }

    /// A share of a hundred.
    pub fn percent(format: Format, value: f64, places: u8) -> Self {
        Self::worked_out(value, places, format.percent(value, places))
    }

    /// The same with its sign.
    pub fn signed_percent(format: Format, value: f64, places: u8) -> Self {
        Self::worked_out(value, places, format.signed_percent(value, places))
    }

    /// A number that was worked out, as `text` shows it to some places.
    pub fn worked_out(value: f64, places: u8, text: String) -> Self {
        Self {
            text,
            value: Decimal::rounded_from(value, places),
            ..Self::default()
        }
    }

    /// A chance, a share of one, as `text` shows it.
    pub fn chance(chance: Chance, text: String) -> Self {
        Self::worked_out(chance.value(), 3, text)
    }

    /// A month, as `text` shows it.
    pub fn month(month: Month, text: String) -> Self {
        Self::dated(month, text)
    }

    /// A fiscal year.
    pub fn year(format: Format, year: FiscalYear) -> Self {
        Self::dated(year, format.year(year))
    }

    /// A period or day, as `text` shows it.
    pub fn dated(date: impl Display, text: String) -> Self {
        Self {
            text,
            date: Some(date.to_string()),
            ..Self::default()
        }
    }

    /// The same, with a history behind it.
    pub fn with_history(self, history: impl Into<Option<HistoryRequest>>) -> Self {
        Self {
            history: history.into(),
            ..self
        }
    }
}
