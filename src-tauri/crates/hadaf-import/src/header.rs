//! Which column of a long CSV means what.

use crate::ImportError;
use crate::column::{Column, ColumnUse};
use crate::long_sdmx::{self, SdmxColumns};
use crate::sheet::Row;

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
