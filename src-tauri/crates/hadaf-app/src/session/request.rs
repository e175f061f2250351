//! What requests are written in: days, numbers, texts that must be given.

use hadaf_core::{AsOf, DayError, Decimal, FiscalCalendar, PartialDate, Period, read_day, read_partial_date};
use hadaf_import::{Cell, Mark, read_number, read_period};
use jiff::civil::Date;

use super::{App, AppError, Code, Result};
use crate::session::{check_known, refusal};

/// A day as people and programs write it: `2026-11-16`, `16 Nov 2026`, `16/11/2026`.
///
/// # Errors
/// [`Code::Date`], also where two days can be meant.
pub(crate) fn parse_day(text: &str) -> Result<Date> {
    Ok(read_day(text)?)
}

/// A period as people write it, whatever mark stands behind it.
///
/// # Errors
/// [`Code::Period`], also where two periods can be meant.
pub(crate) fn parse_period(text: &str, calendar: &FiscalCalendar) -> Result<Period> {
    Ok(read_period(text, calendar).map(|(period, _)| period)?)
}

/// A day, or only its month or calendar year, as people write them.
///
/// # Errors
/// [`Code::Date`] where two days can be meant, or there is none such; [`Code::Word`] for what is no day.
pub(crate) fn parse_partial_date(text: &str, calendar: &FiscalCalendar) -> Result<PartialDate> {
    match read_partial_date(text, calendar) {
        Ok(date) => Ok(date),
        Err(DayError::Unknown { .. }) => Ok(text.trim().parse()?),
        Err(_) => parse_day(text).map(PartialDate::Day),
    }
}

impl App {
    /// The day as of which a request is to be answered; without one, all that is known today. Every verb and every
    /// screen reads its day here.
    ///
    /// # Errors
    /// [`Code::Date`] for what is no day, or one that is still to come: nobody knows what will be known then.
    pub(crate) fn as_of(&self, text: Option<&str>) -> Result<AsOf> {
        let today = self.today();
        let given = text.map(str::trim).filter(|text| !text.is_empty());
        let day = given.map(parse_day).transpose()?;
        if let Some(day) = day {
            check_known(day, today)?;
        }
        Ok(AsOf::new(day, today))
    }
}

/// A text that must be given.
pub(crate) fn required(text: &str, missing: impl FnOnce() -> AppError) -> Result<String> {
    match text.trim() {
        "" => Err(missing()),
        text => Ok(text.to_owned()),
    }
}

/// The number that was typed, digit for digit, and the mark behind it.
///
/// # Errors
/// [`Code::Number`].
pub(crate) fn number(text: &str) -> Result<(Decimal, Option<Mark>)> {
    match read_number(text)? {
        Cell::Number { value, mark, .. } => Ok((value, mark)),
        Cell::Empty => Err(refusal!(Code::Number, "value-missing")),
    }
}
