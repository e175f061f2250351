//! Between columns and domain types: whatever has a canonical text is stored as that text, an exact
//! number as its digits and their places. A value that does not read back is reported as damage.

use std::error::Error as StdError;
use std::fmt;
use std::str::FromStr;

use hadaf_core::{
    Amount, Basis, ClaimId, ClaimKind, CostConcept, Currency, Decimal, FiscalCalendar, FiscalYear, Frequency, Holidays,
    JournalEntryId, LineageKind, Measure, Month, OutageKind, PartialDate, Period, Published, ScenarioId, SectorId,
    SeriesFormula, SeriesId, State, Status, Unit, YearNames,
};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::{FromSql, FromSqlError, Type, Value};
use rusqlite::{Error, Row};

/// A type that is kept in one or more columns of a table.
pub trait Stored: Sized {
    /// How many columns it takes.
    const WIDTH: usize = 1;

    /// Appends one value for each column.
    fn write(&self, values: &mut Vec<Value>);

    /// Takes as many cells as it has columns.
    ///
    /// # Errors
    /// When a cell holds something else than [`Stored::write`] puts there.
    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self>;

    /// One value for each column.
    fn values(&self) -> Vec<Value> {
        let mut values = Vec::with_capacity(Self::WIDTH);
        self.write(&mut values);
        values
    }
}

/// The cells of one row, taken from left to right.
#[derive(Debug)]
pub struct Cells<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl<'a> Cells<'a> {
    pub(crate) fn of(row: &'a Row<'a>) -> Self {
        Self { row, next: 0 }
    }

    /// The next cell as SQLite has it.
    fn plain<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        let value = self.row.get(self.next)?;
        self.next += 1;
        Ok(value)
    }

    /// The next cell, read from its text.
    pub(crate) fn text<T, E>(&mut self, read: impl FnOnce(&str) -> Result<T, E>) -> rusqlite::Result<T>
    where
        E: StdError + Send + Sync + 'static,
    {
        let cell = self.next;
        self.next += 1;
        let stored = self.row.get_ref(cell)?;
        let text = stored.as_str().map_err(|error| match error {
            FromSqlError::InvalidType => Error::InvalidColumnType(cell, self.column(cell), stored.data_type()),
            other => self.unreadable(cell, other),
        })?;
        read(text).map_err(|error| self.unreadable(cell, error))
    }

    /// The next cell, which holds the count of something.
    pub(crate) fn count(&mut self) -> rusqlite::Result<usize> {
        let count: i64 = self.plain()?;
        usize::try_from(count).map_err(|error| self.unreadable(self.next - 1, error))
    }

    /// What stands in a cell is no value of its type.
    fn unreadable(&self, cell: usize, error: impl StdError + Send + Sync + 'static) -> Error {
        let named = UnreadableCell {
            column: self.column(cell),
            error: Box::new(error),
        };
        Error::FromSqlConversionFailure(cell, Type::Text, Box::new(named))
    }

    fn column(&self, cell: usize) -> String {
        let name = self.row.as_ref().column_name(cell);
        name.map_or_else(|_| format!("number {cell}"), str::to_owned)
    }

    fn is_null(&self) -> rusqlite::Result<bool> {
        Ok(self.row.get_ref(self.next)?.data_type() == Type::Null)
    }
}

/// What stands in a cell and cannot be read.
#[derive(Debug)]
struct UnreadableCell {
    column: String,
    error: Box<dyn StdError + Send + Sync>,
}

impl fmt::Display for UnreadableCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "in the column {}: {}", self.column, self.error)
    }
}

impl StdError for UnreadableCell {}

/// Types that SQLite stores as they are.
macro_rules! as_is {
    ($($name:ty),+ $(,)?) => {$(
        impl Stored for $name {
            fn write(&self, values: &mut Vec<Value>) {
                values.push(self.to_owned().into());
            }

            fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
                cells.plain()
            }
        }
    )+};
}

as_is!(bool, i64, u8, String, Vec<u8>);

/// Types that are stored as their canonical text.
macro_rules! as_text {
    ($($name:ty),+ $(,)?) => {$(
        impl Stored for $name {
            fn write(&self, values: &mut Vec<Value>) {
                values.push(Value::Text(self.to_string()));
            }

            fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
                cells.text(<$name>::from_str)
            }
        }
    )+};
}

as_text!(
    ClaimId,
    ClaimKind,
    CostConcept,
    Currency,
    Date,
    FiscalYear,
    Frequency,
    Holidays,
    LineageKind,
    Measure,
    Month,
    OutageKind,
    PartialDate,
    Period,
    ScenarioId,
    SectorId,
    SeriesFormula,
    SeriesId,
    State,
    Status,
    Timestamp,
    Unit,
    YearNames,
);

/// Numbers that the workspace gives its records; `table!` asks for those of its tables.
macro_rules! as_number {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::codec::Stored for $name {
            fn write(&self, values: &mut Vec<rusqlite::types::Value>) {
                $crate::codec::Stored::write(&self.0, values);
            }

            fn read(cells: &mut $crate::codec::Cells<'_>) -> rusqlite::Result<Self> {
                Ok(Self($crate::codec::Stored::read(cells)?))
            }
        }
    )+};
}

pub(crate) use as_number;

as_number!(JournalEntryId);

/// Yes where it is to date.
impl Stored for Basis {
    fn write(&self, values: &mut Vec<Value>) {
        self.is_to_date().write(values);
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        bool::read(cells).map(Self::to_date_if)
    }
}

/// Missing is NULL in every column, and known by the first one.
impl<T: Stored> Stored for Option<T> {
    const WIDTH: usize = T::WIDTH;

    fn write(&self, values: &mut Vec<Value>) {
        match self {
            Some(value) => value.write(values),
            None => values.extend(std::iter::repeat_n(Value::Null, T::WIDTH)),
        }
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        if cells.is_null()? {
            cells.next += T::WIDTH;
            return Ok(None);
        }
        T::read(cells).map(Some)
    }
}

/// A key of two parts.
impl<A: Stored, B: Stored> Stored for (A, B) {
    const WIDTH: usize = A::WIDTH + B::WIDTH;

    fn write(&self, values: &mut Vec<Value>) {
        self.0.write(values);
        self.1.write(values);
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok((A::read(cells)?, B::read(cells)?))
    }
}

/// Digits and their places, so that `1234.50` stays `1234.50`.
impl Stored for Decimal {
    const WIDTH: usize = 2;

    fn write(&self, values: &mut Vec<Value>) {
        values.extend([self.mantissa().into(), self.places().into()]);
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        let (mantissa, places) = (cells.plain()?, cells.plain()?);
        Self::new(mantissa, places).map_err(|error| cells.unreadable(cells.next - Self::WIDTH, error))
    }
}

impl Stored for Amount {
    const WIDTH: usize = Decimal::WIDTH + Unit::WIDTH;

    fn write(&self, values: &mut Vec<Value>) {
        self.value.write(values);
        self.unit.write(values);
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self::new(Decimal::read(cells)?, Unit::read(cells)?))
    }
}

/// The first month of the fiscal year.
impl Stored for FiscalCalendar {
    fn write(&self, values: &mut Vec<Value>) {
        values.push(self.start_month().into());
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        let month = cells.plain()?;
        Self::new(month).map_err(|error| cells.unreadable(cells.next - 1, error))
    }
}

/// The columns that say when something became known.
impl Stored for Published {
    const WIDTH: usize = 3;

    fn write(&self, values: &mut Vec<Value>) {
        self.date.write(values);
        self.approximate.write(values);
        self.seen.write(values);
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            date: Stored::read(cells)?,
            approximate: Stored::read(cells)?,
            seen: Stored::read(cells)?,
        })
    }
}
