//! The period that was typed, held against the series.

use hadaf_core::{Frequency, Period, Series};
use hadaf_error::{Code, Result, refusal};
use hadaf_import::{Mark, read_period, read_year};
use hadaf_model::{Book, check_entered};
use hadaf_words::{Format, say_of};

/// How a mark beside what was typed was read.
pub(super) fn mark_told(format: Format, mark: Mark) -> String {
    say_of!(format.words, "mark-{}", Mark, mark)
}

/// The period, if the series has values for such a one: its own kind, or a fiscal year; with the mark that stands behind it.
///
/// # Errors
/// [`Code::Period`]; [`Code::Refused`] for a series that is worked out from others.
pub(crate) fn period_for(book: &Book, series: &Series, text: &str) -> Result<(Period, Option<Mark>)> {
    check_entered(book, &series.id)?;
    let (period, mark) = match series.frequency {
        Frequency::FiscalYear => read_year(text, book.calendar()),
        Frequency::Month | Frequency::Quarter => read_period(text, book.calendar()),
    }?;
    if series.frequency.takes(period.frequency()) {
        return Ok((period, mark));
    }
    Err(refusal!(
        Code::Period,
        "period-kind",
        period = period,
        series = &series.title
    ))
}
