//! Which column of a long CSV means what.

use std::fmt;

use crate::ImportError;
use crate::long_sdmx::{self, SdmxColumns};
use crate::split::Row;

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

    fn named(text: &str) -> Option<Self> {
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

/// The first row, understood.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) columns: Vec<ColumnUse>,
    places: [Option<usize>; Column::ALL.len()],
    /// The columns of SDMX that it takes to read the others; none where the rows are our own.
    pub(crate) sdmx: Option<SdmxColumns>,
}

impl Header {
    /// Reads the names; `given` columns need not be there.
    pub(crate) fn read(names: &[String], given: &[Column]) -> Result<Self, ImportError> {
        let sdmx = SdmxColumns::of(names);
        let named = |name: &str| match sdmx {
            Some(_) => long_sdmx::column(name),
            None => Column::named(name),
        };
        let columns: Vec<ColumnUse> = names
            .iter()
            .map(|name| ColumnUse {
                name: name.trim().into(),
                column: named(name),
            })
            .collect();
        let mut places = [None; Column::ALL.len()];
        for (place, used) in columns.iter().enumerate() {
            let Some(column) = used.column else { continue };
            if places[column as usize].replace(place).is_some() {
                return Err(ImportError::TwiceInHeader { column });
            }
        }
        let header = Self { columns, places, sdmx };
        let needed = [Column::Series, Column::Period, Column::Value, Column::Source];
        let missing = |column: &Column| header.place(*column).is_none() && !given.contains(column);
        let missing: Vec<Column> = needed.into_iter().filter(missing).collect();
        match missing.is_empty() {
            true => Ok(header),
            false => Err(ImportError::NoHeader { missing }),
        }
    }

    /// How many of the names are ours: tells the separator.
    pub(crate) fn known(names: &[String]) -> usize {
        if SdmxColumns::of(names).is_some() {
            return names.len();
        }
        names.iter().filter(|name| Column::named(name).is_some()).count()
    }

    /// Where a column stands.
    pub(crate) fn place(&self, column: Column) -> Option<usize> {
        self.places[column as usize]
    }

    /// The trimmed text of a cell; empty when the file has no such column.
    pub(crate) fn cell<'r>(&self, row: Row<'r>, column: Column) -> &'r str {
        self.place(column)
            .and_then(|place| row.cells.get(place))
            .map_or("", trimmed)
    }
}

/// Without blanks at its ends. Most cells have none, which their first and last byte tell.
pub(crate) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [only] if only.is_ascii_graphic() => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}
