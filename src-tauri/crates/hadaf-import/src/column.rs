//! The columns of a long CSV.

use std::fmt;

/// A column that we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Series id. Needed unless the caller gives one for all rows.
    Series,
    /// The period, as people write it. Needed.
    Period,
    /// "yes": the value is the total from the fiscal year's start through the period's month.
    Through,
    /// The number in the series' unit. Needed.
    Value,
    /// first, revised, estimate, comparator or derived.
    Status,
    /// ISO date, or year and month; empty: no date is known.
    Published,
    /// "about": `published` is known only to the month.
    Dated,
    /// ISO date on which we saw it; the day of the import when absent.
    Seen,
    /// Title of the source. Needed unless the caller gives one for all rows.
    Source,
    /// Who published the source.
    Publisher,
    /// URL of the source.
    Address,
    /// Anything to know.
    Note,
    /// Title of the series, for a workspace that does not have it.
    Title,
    /// In what the series counts: that of the values of the row.
    Unit,
    /// flow or stock: whether the values of the series add up.
    Measure,
}

impl Column {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 15] = [
        Self::Series,
        Self::Period,
        Self::Through,
        Self::Value,
        Self::Status,
        Self::Published,
        Self::Dated,
        Self::Seen,
        Self::Source,
        Self::Publisher,
        Self::Address,
        Self::Note,
        Self::Title,
        Self::Unit,
        Self::Measure,
    ];

    /// Its name in the header.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Series => "series",
            Self::Period => "period",
            Self::Through => "through",
            Self::Value => "value",
            Self::Status => "status",
            Self::Published => "published",
            Self::Dated => "dated",
            Self::Seen => "seen",
            Self::Source => "source",
            Self::Publisher => "publisher",
            Self::Address => "address",
            Self::Note => "note",
            Self::Title => "title",
            Self::Unit => "unit",
            Self::Measure => "measure",
        }
    }

    /// By its name, whatever its letters' size.
    pub(crate) fn named(text: &str) -> Option<Self> {
        let name = text.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|column| column.as_str() == name)
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A column of the file and what we take it for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// Its name as the file writes it.
    pub name: String,
    /// What it means; none: it is not read.
    pub column: Option<Column>,
}
