//! What requests are written in: days, numbers, texts that must be given.

use hadaf_core::Decimal;
use hadaf_import::{Cell, Mark, read_number};
use jiff::civil::Date;

use super::{AppError, Code, Result};

/// A day as people and programs write it: ISO.
///
/// # Errors
/// [`Code::Date`].
pub(crate) fn parse_day(text: &str) -> Result<Date> {
    text.trim()
        .parse()
        .map_err(|_| AppError::of(Code::Date, "no-date", &[("text", text.trim())]))
}

/// An optional day of a request.
///
/// # Errors
/// [`Code::Date`].
pub(crate) fn parse_as_of(text: Option<&str>) -> Result<Option<Date>> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(parse_day)
        .transpose()
}

/// A text that must be given.
pub(crate) fn required(text: &str, error: &str) -> Result<String> {
    match text.trim() {
        "" => Err(AppError::of(Code::Word, error, &[])),
        text => Ok(text.to_owned()),
    }
}

/// The number that was typed, digit for digit, and the mark behind it.
///
/// # Errors
/// [`Code::Number`].
pub(crate) fn number(text: &str) -> Result<(Decimal, Option<Mark>)> {
    match read_number(text)? {
        Cell::Number { value, mark } => Ok((value, mark)),
        Cell::Empty => Err(AppError::of(Code::Number, "value-missing", &[])),
    }
}
