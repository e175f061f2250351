//! The period that was typed, held against the series.

use hadaf_core::{Frequency, Period, Series};
use hadaf_model::Book;

use crate::session::{Code, Result, refusal};

/// The period, if the series has values for such a one: its own kind, or a fiscal year.
///
/// # Errors
/// [`Code::Period`].
pub(crate) fn period_for(book: &Book, series: &Series, text: &str) -> Result<Period> {
    let period = Period::parse(text, book.calendar())?;
    let fits = match (period, series.frequency) {
        (Period::Month(_), Frequency::Month)
        | (Period::Quarter(_), Frequency::Quarter)
        | (Period::FiscalYear(_), _) => true,
        (Period::Month(_) | Period::Quarter(_), _) => false,
    };
    if fits {
        return Ok(period);
    }
    Err(refusal!(
        Code::Period,
        "period-kind",
        period = period,
        series = &series.title
    ))
}
