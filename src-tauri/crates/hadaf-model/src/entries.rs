//! What was entered for one period, and which entry somebody means who says that one is wrong.

use hadaf_core::{Observation, ObservationId, Period, Published, Series, SourceId, Vintage};

use crate::book::Book;

/// What was entered for one period of a series.
pub struct Entries<'a> {
    book: &'a Book,
    entries: Vec<&'a Observation>,
}

impl<'a> Entries<'a> {
    /// All entries of a period.
    ///
    /// # Panics
    /// Where the book was read without the observations of the series.
    pub fn of(book: &'a Book, series: &Series, period: Period) -> Self {
        let of_period = |it: &&Observation| it.period == period && !it.basis.is_to_date();
        Self {
            book,
            entries: book.observations(&series.id).iter().filter(of_period).collect(),
        }
    }

    /// All of them, in the order of entry.
    pub fn all(&self) -> &[&'a Observation] {
        &self.entries
    }

    /// The entry of a number.
    pub fn numbered(&self, number: &str) -> Option<&'a Observation> {
        let id: Option<ObservationId> = number.trim().parse().ok();
        self.entries.iter().find(|it| Some(it.id) == id).copied()
    }

    /// The entry that is meant where none is numbered: that of the day and source; else the current one, or the newest
    /// where none is.
    pub fn meant(&self, published: Option<Published>, source: &str) -> Option<&'a Observation> {
        let fits = |it: &&&Observation| {
            let day = published.is_none_or(|published| published.date == it.published.date);
            day && (source.is_empty() || self.is_of(it.source, source))
        };
        let is_named = published.is_some() || !source.is_empty();
        let named = || self.entries.iter().rev().filter(|_| is_named).find(fits).copied();
        let history = Vintage::of(self.entries.iter().copied(), self.book.calendar(), self.book.now());
        let current = || {
            let reading = history.reading()?;
            self.entries.iter().find(|it| it.id == reading.observation).copied()
        };
        let newest = || history.roles().first().map(|it| it.observation);
        named().or_else(current).or_else(newest)
    }

    /// Whether a source has this title.
    pub fn is_of(&self, source: SourceId, title: &str) -> bool {
        self.book.source(source).is_some_and(|it| it.title == title)
    }
}
