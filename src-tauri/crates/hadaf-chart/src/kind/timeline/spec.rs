//! What a timeline says.

use jiff::civil::Date;

use crate::axis::YearMark;
use crate::part::MonthPoint;
use crate::readout::Readout;

/// What the colour of a span stands for. Its label says the same in words or by a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It happened.
    Neutral,
    /// It was done, answered, mended.
    Good,
    /// It failed, is late, was overdue.
    Bad,
    /// It counts no more, or runs beside.
    Muted,
}

/// Something that lasted, or was to be done by a day.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineSpan {
    /// Its first day.
    pub start: Date,
    /// Its last day, which is part of it; `None`: it goes on, and its bar runs to today, or to the end of
    /// the axis, and ends in a point. An end that is merely unknown is another thing: give the last day
    /// of which something is known, with `end_about`.
    pub end: Option<Date>,
    /// Whether the first day is a guess: its end of the bar fades.
    pub start_about: bool,
    /// Whether the last day is a guess.
    pub end_about: bool,
    /// A day that it is due on: a mark.
    pub due: Option<Date>,
    /// Its colour.
    pub tone: Tone,
    /// Label lines, best first to be cut: the first stands alone where there is no room. Empty: none.
    pub label: Vec<String>,
    /// What is read out.
    pub readout: Readout,
}

/// Spans of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Its name, left of the lane.
    pub label: String,
    /// Its spans, in any order; overlapping ones stand below one another.
    pub items: Vec<TimelineSpan>,
}

/// What happened, or is due, when: lanes with spans to scale, a series below on the same axis.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelinePlot {
    /// First and last day of the axis; what lies outside is cut.
    pub span: (Date, Date),
    /// A day to mark, with its label ("today").
    pub today: Option<(Date, String)>,
    /// The lanes, from top to bottom.
    pub lanes: Vec<Lane>,
    /// Months, or quarters, of the series below; none: no lower panel.
    pub months: Vec<MonthPoint>,
    /// Months from one of them to the next: 1, or 3 of a series of quarters.
    pub apart: usize,
    /// Names the series below ("IT exports, US$ m a month").
    pub series_label: String,
    /// Fiscal years on the axis, in order.
    pub years: Vec<YearMark>,
    /// Month names of the axis, twelve from January ("Jan", ...).
    pub month_names: [String; 12],
}
