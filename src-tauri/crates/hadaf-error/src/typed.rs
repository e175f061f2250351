//! What was typed: days, periods, numbers, texts that must be given.

use hadaf_core::{DayError, Decimal, FiscalCalendar, PartialDate, Period, is_to_come, read_day, read_partial_date};
use hadaf_import::{Cell, Mark, read_number, read_period};
use jiff::civil::Date;

use crate::{AppError, Code, Result, refusal};

/// A day as people and programs write it: `2026-11-16`, `16 Nov 2026`, `16/11/2026`.
///
/// # Errors
/// [`Code::Date`], also where two days can be meant.
pub fn parse_day(text: &str) -> Result<Date> {
    Ok(read_day(text)?)
}

/// A period as people write it, whatever mark stands behind it.
///
/// # Errors
/// [`Code::Period`], also where two periods can be meant.
pub fn parse_period(text: &str, calendar: &FiscalCalendar) -> Result<Period> {
    Ok(read_period(text, calendar).map(|(period, _)| period)?)
}

/// A day, or only its month or calendar year, as people write them.
///
/// # Errors
/// [`Code::Date`] where two days can be meant, or there is none such; [`Code::Word`] for what is no day.
pub fn parse_partial_date(text: &str, calendar: &FiscalCalendar) -> Result<PartialDate> {
    match read_partial_date(text, calendar) {
        Ok(date) => Ok(date),
        Err(DayError::Unknown { .. }) => Ok(text.trim().parse()?),
        Err(_) => parse_day(text).map(PartialDate::Day),
    }
}

/// A text that must be given, without blanks around it.
///
/// # Errors
/// What `missing` says, where there is none.
pub fn required(text: &str, missing: impl FnOnce() -> AppError) -> Result<String> {
    match text.trim() {
        "" => Err(missing()),
        text => Ok(text.to_owned()),
    }
}

/// The number that was typed, digit for digit, and the mark behind it.
///
/// # Errors
/// [`Code::Number`].
pub fn number(text: &str) -> Result<(Decimal, Option<Mark>)> {
    match read_number(text)? {
        Cell::Number { value, mark, .. } => Ok((value, mark)),
        Cell::Empty => Err(refusal!(Code::Number, "value-missing")),
    }
}

/// Refuses a day that is still to come.
///
/// # Errors
/// [`Code::Date`].
pub fn check_known(day: Date, today: Date) -> Result<()> {
    match is_to_come(day, today) {
        true => Err(refusal!(Code::Date, "date-to-come", day = day, today = today)),
        false => Ok(()),
    }
}
