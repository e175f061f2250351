//! One published value.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Basis, CorrectionId, Decimal, FiscalCalendar, Month, ObservationId, Period, SeriesId, SourceId};

/// What an observation says about itself, or what the reading rules find it to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Status {
    /// The newest period of its publication.
    First,
    /// A later publication that gives another value than one published before.
    Revised,
    /// The publisher's own estimate, to be replaced.
    Estimate,
    /// Quoted beside a later period; whether it is a revision is unknown.
    Comparator,
    /// Published by nobody: calculated from published totals.
    Derived,
    /// A release that says there is no figure.
    Withdrawn,
}

crate::text::words!(Status, {
    First => "first", Revised => "revised", Estimate => "estimate", Comparator => "comparator", Derived => "derived",
    Withdrawn => "withdrawn",
});

/// When an observation became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Published {
    /// The page's own date; for one known only to the month, that month's last day.
    pub date: Option<Date>,
    /// `date` is known only to the month.
    pub approximate: bool,
    /// The day on which we saw it.
    pub seen: Date,
}

impl Published {
    /// Published on a known day.
    pub fn on(date: Date) -> Self {
        Self {
            date: Some(date),
            approximate: false,
            seen: date,
        }
    }

    /// Published about a month: counts from that month's last day.
    pub fn about(month: Month, seen: Date) -> Self {
        Self {
            date: Some(month.last_day()),
            approximate: true,
            seen,
        }
    }

    /// Published about a month after a period ended, as statistics are; no later than seen.
    pub fn after(period: Period, calendar: &FiscalCalendar, seen: Date) -> Self {
        let about = Self::about(Month::of(calendar.end_of(period)).next(), seen);
        Self {
            date: about.date.map(|day| day.min(seen)),
            ..about
        }
    }

    /// The page shows no date.
    pub fn undated(seen: Date) -> Self {
        Self {
            date: None,
            approximate: false,
            seen,
        }
    }

    /// From this day on the observation counts: its date, else the day on which we saw it.
    pub fn known_from(&self) -> Date {
        self.date.unwrap_or(self.seen)
    }
}

/// The days on which something came to be known, each once, in order.
pub fn known_days<'a>(observations: impl IntoIterator<Item = &'a Observation>) -> Vec<Date> {
    let mut days: Vec<Date> = observations
        .into_iter()
        .map(|observation| observation.published.known_from())
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// One value of a series for a period, as one source published it on one day. What comes later is another
/// observation; this one changes only where it was mistyped, which a [`Correction`] keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// Its number in the workspace.
    pub id: ObservationId,
    /// Of which series.
    pub series: SeriesId,
    /// For which period.
    pub period: Period,
    /// Whether it counts the period alone, or the fiscal year up to the end of this month.
    pub basis: Basis,
    /// The number in the series' unit, digit for digit as published; zero where it is withdrawn.
    pub value: Decimal,
    /// What it says about itself. None: it says nothing, and the reading rules decide by its day and source.
    pub status: Option<Status>,
    /// When it became known.
    pub published: Published,
    /// Where it was read.
    pub source: SourceId,
    /// Anything to know about it.
    pub note: String,
    /// Who entered it.
    pub entered_by: String,
    /// When it was entered.
    pub entered_at: Timestamp,
    /// Somebody preferred what its source says of the period ([`Preference`](crate::Preference)). It is no part of what was
    /// published: whoever reads a workspace marks it.
    #[serde(skip)]
    pub preferred: bool,
}

impl Observation {
    /// Whether it was published after its period was over, and not as an estimate. What is known earlier is an estimate,
    /// whatever it says about itself. One without a date is judged by the day on which it was seen: it was published no
    /// later.
    pub fn is_outturn(&self, calendar: &FiscalCalendar) -> bool {
        self.status != Some(Status::Estimate) && self.published.known_from() > calendar.end_of(self.period)
    }

    /// It says that there is no figure.
    pub fn is_withdrawn(&self) -> bool {
        self.status == Some(Status::Withdrawn)
    }
}

/// A typing error of ours that was put right. The wrong figure is read nowhere; only the history of the number tells of
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its number in the workspace.
    pub id: CorrectionId,
    /// Which observation was wrong.
    pub observation: ObservationId,
    /// What it said; none where it said that there was no figure.
    pub value: Option<Decimal>,
    /// The day that it bore.
    pub published: Published,
    /// The source that it named.
    pub source: SourceId,
    /// Who put it right.
    pub corrected_by: String,
    /// When.
    pub corrected_at: Timestamp,
}
