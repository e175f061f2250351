//! What could become an observation: as it was typed, pasted or read from a file.

use crate::{Basis, Decimal, FiscalCalendar, Period, Published, SeriesId, Status};

/// A value that could become an observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Line of the file on which it starts.
    pub line: u64,
    /// Of which series.
    pub series: SeriesId,
    /// For which period.
    pub period: Period,
    /// Whether it counts the period alone, or the fiscal year up to the end of this month.
    pub basis: Basis,
    /// The number in the series' unit.
    pub value: Decimal,
    /// What the row says it is; none when it does not say.
    pub status: Option<Status>,
    /// When it became known.
    pub published: Published,
    /// Where it was read.
    pub source: SourceDraft,
    /// What the row says beside the number; may be empty.
    pub note: String,
}

/// A source as a row names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceDraft {
    /// Its title.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// URL; may be empty.
    pub address: String,
}

impl Draft {
    /// It was published before its period was over, and so is an estimate.
    pub fn is_early(&self, calendar: &FiscalCalendar) -> bool {
        self.published.known_from() <= calendar.end_of(self.period)
    }

    /// It is an estimate: it says so, or was published before its period was over.
    pub fn is_estimate(&self, calendar: &FiscalCalendar) -> bool {
        self.status == Some(Status::Estimate) || self.is_early(calendar)
    }

    /// It says that there is no figure.
    pub fn is_withdrawn(&self) -> bool {
        self.status == Some(Status::Withdrawn)
    }
}
