//! Entering one value: a new print beside the older ones, never over them.

use hadaf_core::{Decimal, Frequency, Observation, Period, Published, Series, Status};
use hadaf_import::Mark;
use hadaf_model::{Book, Need};
use hadaf_store::Change;
use jiff::civil::Date;

use crate::session::{App, AppError, Author, Changed, Code, Result, number, parse_day, required};
use crate::view::SetObservation;
use crate::words::{Format, say};

impl App {
    /// Enters one value as a new print.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`], [`Code::Number`], [`Code::Date`] (also for a day that
    /// is still to come, or before the period has begun), [`Code::Word`] without a source,
    /// [`Code::ReadOnly`].
    pub fn observation_set(&self, request: &SetObservation) -> Result<Changed> {
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let entry = Entry::read(&book, series, request, self.today())?;
        let format = self.format();
        let (period, value) = (format.period_short(entry.period), format.exact(entry.value));
        let label = say!(
            format.words,
            "label-set",
            series = series.title.clone(),
            period = period,
            value = value
        );
        let source = required(&request.source, "source-missing")?;
        self.change(&label, |change, author| entry.write(change, &source, author))
    }
}

/// A value that was read and found possible.
pub(crate) struct Entry<'a> {
    pub(crate) series: &'a Series,
    pub(crate) period: Period,
    pub(crate) value: Decimal,
    pub(crate) status: Status,
    pub(crate) published: Date,
    pub(crate) note: String,
}

impl<'a> Entry<'a> {
    /// Reads what was typed.
    ///
    /// # Errors
    /// As [`App::observation_set`].
    pub(crate) fn read(book: &'a Book, series: &'a Series, typed: &SetObservation, today: Date) -> Result<Self> {
        let period = period_for(book, series, &typed.period)?;
        let (value, mark) = number(&typed.value)?;
        let published = published_on(book, period, &typed.published, today)?;
        let status = match typed.status.as_deref().map(str::trim) {
            None | Some("") => mark
                .and_then(Mark::status)
                .unwrap_or_else(|| status_for(book, series, period)),
            Some(word) => entered_status(word)?,
        };
        Ok(Self {
            series,
            period,
            value,
            status,
            published,
            note: typed.note.trim().to_owned(),
        })
    }

    /// Adds the print.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn write(&self, change: &Change<'_>, source: &str, author: &Author) -> Result<()> {
        let source = change.source_named(source)?;
        change.add(&Observation {
            id: 0,
            series: self.series.id.clone(),
            period: self.period,
            through: false,
            value: self.value,
            status: self.status,
            published: Published::on(self.published),
            source,
            note: self.note.clone(),
            entered_by: author.name.clone(),
            entered_at: author.at.clone(),
        })?;
        Ok(())
    }
}

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
    let (period, title) = (Format::of("en").period_short(period), series.title.as_str());
    Err(AppError::of(
        Code::Period,
        "period-kind",
        &[("period", &period), ("series", title)],
    ))
}

/// The day, if it is not to come and not before the period has begun.
///
/// # Errors
/// [`Code::Date`].
pub(crate) fn published_on(book: &Book, period: Period, text: &str, today: Date) -> Result<Date> {
    let day = parse_day(text)?;
    let format = Format::of("en");
    if day > today {
        let (day, today) = (format.day(day), format.day(today));
        return Err(AppError::of(
            Code::Date,
            "date-to-come",
            &[("day", &day), ("today", &today)],
        ));
    }
    if day < book.calendar().start_of(period).first_day() {
        let (day, period) = (format.day(day), format.period(period));
        return Err(AppError::of(
            Code::Date,
            "date-too-early",
            &[("day", &day), ("period", &period)],
        ));
    }
    Ok(day)
}

/// A first print where there is none yet, a revision where there is one.
pub(crate) fn status_for(book: &Book, series: &Series, period: Period) -> Status {
    let printed = |print: &&Observation| {
        print.period == period && !print.through && matches!(print.status, Status::First | Status::Revised)
    };
    if book.prints(&series.id).iter().any(|print| printed(&print)) {
        Status::Revised
    } else {
        Status::First
    }
}

/// A status that a person may enter.
///
/// # Errors
/// [`Code::Word`].
pub(crate) fn entered_status(word: &str) -> Result<Status> {
    match word {
        "first" => Ok(Status::First),
        "revised" => Ok(Status::Revised),
        "estimate" => Ok(Status::Estimate),
        other => Err(AppError::of(Code::Word, "status-unknown", &[("text", other)])),
    }
}
