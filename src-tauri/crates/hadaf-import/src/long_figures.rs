//! The values of a file of ours, each with what its row says. What rows repeat is held once, so that a million of them fit
//! into memory.

use std::collections::HashMap;

use hadaf_core::{Basis, Decimal, Draft, Frequency, Period, Published, SeriesId, SourceDraft, Status};

/// What a row says of the day of its publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dating {
    /// The day, or the month; or the day on which it was seen.
    Said,
    /// Nothing.
    Unsaid,
    /// That nobody knows it.
    Unknown,
}

/// One value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LongFigure {
    pub(crate) line: u32,
    pub(crate) series: u32,
    pub(crate) source: u32,
    pub(crate) note: u32,
    pub(crate) period: Period,
    pub(crate) basis: Basis,
    pub(crate) value: Decimal,
    pub(crate) status: Option<Status>,
    pub(crate) published: Published,
    pub(crate) dating: Dating,
}

/// The values, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LongFigures {
    pub(crate) series: Vec<SeriesId>,
    pub(crate) sources: Vec<SourceDraft>,
    pub(crate) notes: Vec<String>,
    pub(crate) figures: Vec<LongFigure>,
}

impl LongFigures {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// None at all.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// The series that they are of, in the order in which they come up.
    pub fn series(&self) -> &[SeriesId] {
        &self.series
    }

    /// One of them as the draft that it is. A line beyond what is counted is the last that is.
    ///
    /// # Panics
    /// Beyond the last one.
    pub fn draft(&self, place: usize) -> Draft {
        let figure = self.figures[place];
        Draft {
            line: figure.line.into(),
            series: self.series[figure.series as usize].clone(),
            period: figure.period,
            basis: figure.basis,
            value: figure.value,
            status: figure.status,
            published: figure.published,
            source: self.sources[figure.source as usize].clone(),
            note: self.notes[figure.note as usize].clone(),
        }
    }

    /// All of them as drafts.
    pub fn drafts(&self) -> impl ExactSizeIterator<Item = Draft> {
        (0..self.len()).map(|place| self.draft(place))
    }

    /// What the row of one says of its day.
    ///
    /// # Panics
    /// Beyond the last one.
    pub fn dating(&self, place: usize) -> Dating {
        self.figures[place].dating
    }

    /// How many say nothing of their day.
    pub fn unsaid(&self) -> usize {
        let of = self.figures.iter().filter(|figure| figure.dating == Dating::Unsaid);
        of.count()
    }

    /// How often each series has a value, and the most decimal places of its values.
    pub fn frequencies(&self) -> Vec<(Frequency, u8)> {
        let mut found = vec![(Frequency::FiscalYear, 0); self.series.len()];
        for figure in &self.figures {
            let (frequency, places) = &mut found[figure.series as usize];
            *frequency = (*frequency).min(match figure.period {
                Period::Month(_) => Frequency::Month,
                Period::Quarter(_) => Frequency::Quarter,
                Period::FiscalYear(_) => Frequency::FiscalYear,
            });
            *places = (*places).max(figure.value.places());
        }
        found
    }

    /// The places of the values, series by series, each in the order of the file.
    pub fn by_series(&self) -> Vec<Vec<u32>> {
        let mut places = vec![Vec::new(); self.series.len()];
        for (place, figure) in (0_u32..).zip(&self.figures) {
            places[figure.series as usize].push(place);
        }
        places
    }
}

/// Holds what rows repeat once.
#[derive(Debug, Default)]
pub(crate) struct LongInterner {
    pub(crate) held: LongFigures,
    series: HashMap<String, u32>,
    sources: HashMap<SourceDraft, u32>,
    notes: HashMap<String, u32>,
}

impl LongInterner {
    /// The number of a series that came up before.
    pub(crate) fn known_series(&self, text: &str) -> Option<u32> {
        self.series.get(text).copied()
    }

    pub(crate) fn series(&mut self, text: &str, id: SeriesId) -> u32 {
        self.series.insert(text.to_owned(), number(self.held.series.len()));
        self.held.series.push(id);
        number(self.held.series.len() - 1)
    }

    pub(crate) fn source(&mut self, [title, publisher, address]: [&str; 3]) -> u32 {
        let is_it =
            |known: &SourceDraft| (&*known.title, &*known.publisher, &*known.address) == (title, publisher, address);
        // Rows mostly come from the document of the row above.
        let last = self.held.figures.last().map(|figure| figure.source);
        if let Some(last) = last.filter(|last| is_it(&self.held.sources[*last as usize])) {
            return last;
        }
        let draft = SourceDraft {
            title: title.into(),
            publisher: publisher.into(),
            address: address.into(),
        };
        let next = number(self.held.sources.len());
        *self.sources.entry(draft).or_insert_with_key(|draft| {
            self.held.sources.push(draft.clone());
            next
        })
    }

    pub(crate) fn note(&mut self, text: &str) -> u32 {
        if let Some(known) = self.notes.get(text) {
            return *known;
        }
        let next = number(self.held.notes.len());
        self.notes.insert(text.to_owned(), next);
        self.held.notes.push(text.to_owned());
        next
    }
}

/// What is counted in memory and was read within bounds.
fn number(count: usize) -> u32 {
    u32::try_from(count).ok().unwrap_or(u32::MAX)
}
