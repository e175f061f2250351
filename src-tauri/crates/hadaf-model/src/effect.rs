//! What becomes of one draft where it is entered.

use hadaf_core::{Decimal, Draft, Observation, Period, Published, Reading, SeriesId, SourceId, Status, is_to_come};
use jiff::civil::Date;

use crate::book::Book;

/// What becomes of one draft.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Nobody has given a figure for its period; a calculated one is nobody's.
    New,
    /// It takes the place of another current figure.
    Differs(Decimal),
    /// It takes the place of the current figure, as it is said to revise it, though that was published later.
    RevisesLater(Standing),
    /// It is another figure, and the current one stays: it was published before that one, or beside it.
    Beside(Standing),
    /// The same source said another thing on the same day: one of the two was mistyped, and the one entered later
    /// stands. None where that was a withdrawal.
    Corrects(Option<Decimal>),
    /// It says that there is no figure, and takes away what its source published.
    Withdraws(Withdraws),
    /// It says that there is no figure where none was known.
    WithdrawsNothing,
    /// It is the current figure.
    Repeats,
    /// The very same observation, from the same page, is there already, or stands further up among the drafts.
    Known,
    /// It cannot be entered.
    Refused(Refused),
}

/// Why a draft cannot be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such series.
    UnknownSeries {
        /// What it names.
        name: SeriesId,
        /// The ids that there are, in the order of the tree.
        known: Vec<SeriesId>,
    },
    /// Its series is worked out from others, and has no figures of its own.
    Derived {
        /// Title of the series.
        series: String,
        /// As it is worked out.
        formula: String,
    },
    /// Its day of publication is still to come.
    ToCome {
        /// That day.
        day: Date,
        /// The day of entry.
        today: Date,
    },
    /// Its day of publication is before the period began.
    TooEarly {
        /// That day.
        day: Date,
        /// The period.
        period: Period,
    },
    /// A month or a quarter of a series that has no such figures.
    OtherKind {
        /// Title of the series.
        series: String,
        /// The period.
        period: Period,
    },
    /// It withdraws a figure that its source never published.
    NotItsOwn {
        /// Title of the series.
        series: String,
        /// The period.
        period: Period,
        /// Who withdraws.
        source: String,
        /// Who published what stands on that day.
        publishers: Vec<String>,
    },
}

/// What a withdrawal takes away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Withdraws {
    /// The figure.
    pub figure: Decimal,
    /// The source that published it, whose withdrawal it is.
    pub source: SourceId,
    /// What somebody else published, and stays.
    pub stays: Option<Standing>,
}

/// The figure that stays current.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Its value.
    pub value: Decimal,
    /// When it was published.
    pub published: Published,
    /// It was published on a later day than what is entered; otherwise on the same one, elsewhere.
    pub is_later: bool,
}

/// One draft and what becomes of it.
#[derive(Debug)]
pub struct Step {
    /// What is to be entered.
    pub draft: Draft,
    /// What becomes of it.
    pub effect: Effect,
}

/// How the source of a draft is found among those of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceBy {
    /// A person named it: the newest one of this title.
    Title,
    /// A file described it: the one of this title and address.
    Document,
}

/// Whether a draft corrects an observation: the same source, on the same day, gave another figure, and the draft does not
/// say that it is anything else. What a file says about its figures is taken at its word.
pub fn is_corrected_by(there: &Observation, draft: &Draft, source: Option<SourceId>) -> bool {
    let is_figure = !matches!(there.status, Some(Status::Comparator | Status::Derived));
    let differs = there.is_withdrawn() || !there.value.same_value(draft.value);
    is_figure
        && differs
        && (draft.status.is_none() || draft.status == there.status && !there.is_withdrawn())
        && Some(there.source) == source
        && there.published.date == draft.published.date
        && there.published.known_from() == draft.published.known_from()
}

/// Refuses a series that is worked out from others, so that nothing can be entered into it or put right in it.
///
/// # Errors
/// [`Refused::Derived`].
pub fn check_entered(book: &Book, series: &SeriesId) -> Result<(), Refused> {
    let series = book.series.iter().find(|it| it.id == *series);
    match series.and_then(|series| Some((series, series.formula.as_ref()?))) {
        Some((series, formula)) => Err(Refused::Derived {
            series: series.title.clone(),
            formula: formula.to_string(),
        }),
        None => Ok(()),
    }
}

/// An entry with a mark where somebody preferred what its source says.
pub(crate) fn with_mark(book: &Book, observation: Observation) -> Observation {
    let decided = book.preference(&observation.series, observation.period);
    let preferred = decided.is_some_and(|it| it.is_for(&observation));
    Observation {
        preferred,
        ..observation
    }
}

/// Refuses a day of publication that is still to come, or before the period has begun.
///
/// # Errors
/// [`Refused`].
pub fn check_day(book: &Book, period: Period, day: Option<Date>, today: Date) -> Result<(), Refused> {
    match day {
        Some(day) if is_to_come(day, today) => Err(Refused::ToCome { day, today }),
        Some(day) if day < book.calendar().start_of(period).first_day() => Err(Refused::TooEarly { day, period }),
        _ => Ok(()),
    }
}

/// Refuses a month or a quarter of a series that has no such figures: what runs to date it has of any month.
///
/// # Errors
/// [`Refused::OtherKind`].
pub(crate) fn check_kind(book: &Book, draft: &Draft) -> Result<(), Refused> {
    let series = book.series.iter().find(|it| it.id == draft.series);
    match series.filter(|series| !series.frequency.takes(draft.period.frequency())) {
        Some(series) if !draft.basis.is_to_date() => Err(Refused::OtherKind {
            series: series.title.clone(),
            period: draft.period,
        }),
        _ => Ok(()),
    }
}

/// The figure that stays current beside a draft.
pub(crate) fn standing(reading: &Reading, draft: &Draft) -> Standing {
    Standing {
        value: reading.value,
        published: reading.published,
        is_later: reading.published.known_from() > draft.published.known_from(),
    }
}
