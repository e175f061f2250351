//! Between a column and a domain type: whatever has a canonical text is stored as that text, an
//! exact number as its digits and their places. A value that does not read back is told as damage.

use std::fmt::Display;
use std::str::FromStr;

use hadaf_core::{Decimal, Published};
use rusqlite::types::{Type, Value};
use rusqlite::{Error, Row};

/// Columns of a row with their values, the key left out.
pub(crate) type Fields = Vec<(&'static str, Value)>;

/// A value as its canonical text.
pub(crate) fn text(value: impl Display) -> Value {
    Value::Text(value.to_string())
}

/// A value as its canonical text, or NULL.
pub(crate) fn text_opt(value: Option<impl Display>) -> Value {
    value.map_or(Value::Null, text)
}

/// The value of a text column.
pub(crate) fn parsed<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    let stored: String = row.get(column)?;
    stored.parse().map_err(|error| unreadable(row, column, error))
}

/// The value of a text column that may be NULL.
pub(crate) fn parsed_opt<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    match row.get::<_, Option<String>>(column)? {
        None => Ok(None),
        Some(_) => parsed(row, column).map(Some),
    }
}

/// The two columns of an exact number.
pub(crate) fn decimal(columns: [&'static str; 2], value: Decimal) -> Fields {
    decimal_opt(columns, Some(value))
}

/// The two columns of an exact number that may be missing.
pub(crate) fn decimal_opt([mantissa, places]: [&'static str; 2], value: Option<Decimal>) -> Fields {
    vec![
        (mantissa, value.map(Decimal::mantissa).into()),
        (places, value.map(Decimal::places).into()),
    ]
}

/// An exact number from its two columns, digit for digit.
pub(crate) fn read_decimal(row: &Row<'_>, columns: [&str; 2]) -> rusqlite::Result<Decimal> {
    let [mantissa, places] = columns;
    Decimal::new(row.get(mantissa)?, row.get(places)?).map_err(|error| unreadable(row, mantissa, error))
}

/// An exact number from its two columns, or none.
pub(crate) fn read_decimal_opt(row: &Row<'_>, columns: [&str; 2]) -> rusqlite::Result<Option<Decimal>> {
    match row.get::<_, Option<i64>>(columns[0])? {
        None => Ok(None),
        Some(_) => read_decimal(row, columns).map(Some),
    }
}

/// The columns that say when something became known.
pub(crate) fn published(value: &Published) -> Fields {
    vec![
        ("published", text_opt(value.date)),
        ("published_approximate", value.approximate.into()),
        ("seen", text(value.seen)),
    ]
}

/// When something became known.
pub(crate) fn read_published(row: &Row<'_>) -> rusqlite::Result<Published> {
    Ok(Published {
        date: parsed_opt(row, "published")?,
        approximate: row.get("published_approximate")?,
        seen: parsed(row, "seen")?,
    })
}

/// A stored value that is none.
pub(crate) fn unreadable(row: &Row<'_>, column: &str, error: impl std::error::Error + Send + Sync + 'static) -> Error {
    let index = row.as_ref().column_index(column).unwrap_or_default();
    Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}
