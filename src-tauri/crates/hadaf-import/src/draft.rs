//! What goes into reading a file, and what comes out.

use std::collections::{BTreeMap, BTreeSet};

pub use hadaf_core::{Draft, SourceDraft};
use hadaf_core::{FiscalCalendar, Measure, SeriesId, Unit};
use jiff::civil::Date;

use crate::sheet::bounds;
use crate::{ColumnUse, Issue, LongFigures, Severity};

/// What the file does not say by itself.
#[derive(Debug, Clone)]
pub struct Context {
    /// By which periods are read.
    pub calendar: FiscalCalendar,
    /// The day of the import: undated observations count from here.
    pub today: Date,
    /// Series of the rows that name none.
    pub series: Option<SeriesId>,
    /// Publication day of the rows that give none.
    pub published: Option<Date>,
    /// Title of the source of the rows that name none.
    pub source: Option<String>,
    /// Series that have figures for fiscal years alone.
    pub yearly: BTreeSet<SeriesId>,
    /// How much is read.
    pub limits: Limits,
}

impl Context {
    /// Nothing given but calendar and day.
    pub fn new(calendar: FiscalCalendar, today: Date) -> Self {
        Self {
            calendar,
            today,
            series: None,
            published: None,
            source: None,
            yearly: BTreeSet::new(),
            limits: Limits::default(),
        }
    }
}

/// How much is read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Rows after the header.
    pub rows: usize,
    /// Issues that are listed one by one.
    pub issues: usize,
    /// Characters of one cell.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: bounds::FILE_BYTES,
            rows: bounds::ROWS as usize,
            issues: 1_000,
            cell: 10_000,
        }
    }
}

/// What a file says that a series is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeriesDraft {
    /// As people call it; may be empty.
    pub title: String,
    /// In what its values count.
    pub unit: Option<Unit>,
    /// Whether they add up.
    pub measure: Option<Measure>,
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The columns and what each was taken for.
    pub columns: Vec<ColumnUse>,
    /// Rows with anything in them, after the header.
    pub rows: usize,
    /// The values that could be read, in the order of the file.
    pub figures: LongFigures,
    /// What it says that its series are, as far as it does.
    pub described: BTreeMap<SeriesId, SeriesDraft>,
    /// What is wrong or worth knowing, in the order of the file.
    pub issues: Vec<Issue>,
    /// Issues that were found beyond those listed.
    pub issues_left_off: usize,
}

impl Imported {
    /// Some row was left out.
    pub fn has_errors(&self) -> bool {
        self.issues_left_off > 0 || self.issues.iter().any(|issue| issue.severity() == Severity::Error)
    }
}
