//! Source notes, numbered in the order in which they are first used.

use hadaf_core::{Claim, FiscalYearTotal, Observation, Published, SourceId, TotalBasis, isolated};
use hadaf_model::{Book, Situation};

use crate::{Format, curly, derived_status, publisher, released, said, sentence_case, titled};

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Who published it, and when.
    pub text: String,
    /// Its address; may be empty.
    pub address: String,
}

/// The notes of one screen or page.
#[derive(Debug)]
pub struct Notes<'a> {
    book: &'a Book,
    format: Format,
    notes: Vec<Note>,
}

impl<'a> Notes<'a> {
    /// None yet.
    pub fn new(book: &'a Book, format: Format) -> Self {
        Self {
            book,
            format,
            notes: Vec::new(),
        }
    }

    /// The number of the note that backs an observation.
    pub fn observation(&mut self, observation: &Observation) -> u32 {
        let text = self.released(observation);
        let text = match observation.id.is_calculated() {
            true => sentence_case(&text),
            false => text,
        };
        self.number(text, observation.source)
    }

    /// Where it was published; of a figure that a formula gives how, and where the newest figure that it rests on was.
    fn released(&self, observation: &Observation) -> String {
        let place = released(self.book, self.format, observation.source, &observation.published);
        let series = self.book.series.iter().find(|series| series.id == observation.series);
        let formula = series.and_then(|series| series.formula.as_ref());
        match formula.filter(|_| observation.id.is_calculated()) {
            Some(formula) => {
                let what = derived_status(self.book, self.format, formula);
                say!(self.format.words, "derived-place", what = what, place = place)
            }
            None => place,
        }
    }

    /// The number of the note that backs a claim.
    pub fn claim(&mut self, claim: &Claim) -> u32 {
        let who = publisher(self.book, claim.source);
        let text = format!("{}, {}", isolated(&who), said(self.format, claim));
        self.number(text, claim.source)
    }

    /// The number of the note that backs an entry of a register.
    pub fn entry(&mut self, source: SourceId, published: Option<&Published>) -> u32 {
        let text = match published {
            Some(published) => released(self.book, self.format, source, published),
            None => titled(self.book, source),
        };
        self.number(text, source)
    }

    /// The number of the note that backs a year's total: its observation, or how many months it is the sum of
    /// and where the newest of them stands.
    pub fn total(&mut self, situation: &Situation<'_>, total: &FiscalYearTotal) -> Option<u32> {
        let newest = situation.observation(*total.observations.last()?)?;
        let number = total.observations.len();
        if matches!(total.basis, TotalBasis::Published | TotalBasis::Derived)
            || total.basis == TotalBasis::PublishedToDate && number == 1
        {
            return Some(self.observation(newest));
        }
        let words = self.format.words;
        let latest = self.released(newest);
        // Where a quarter stands beside months, they are figures of no one kind.
        let every = situation.readings.every();
        let is_of_one = usize::from(total.months) == number * usize::from(every.months());
        let of_one = total.basis == TotalBasis::Last || is_of_one;
        let text = match total.basis {
            TotalBasis::PublishedToDate => {
                say!(words, "note-to-date", every = every.as_str(), latest = latest)
            }
            _ => say!(
                words,
                "note-sum",
                number = number,
                count = self.format.count_word(number),
                every = if of_one { every.as_str() } else { "several" },
                latest = latest
            ),
        };
        Some(self.number(sentence_case(&text), newest.source))
    }

    /// All notes, from number 1.
    pub fn into_vec(self) -> Vec<Note> {
        self.notes
    }

    fn number(&mut self, text: String, source: SourceId) -> u32 {
        let address = self
            .book
            .source(source)
            .map_or_else(String::new, |source| source.address.clone());
        let text = curly(&text);
        let note = Note { text, address };
        let index = self.notes.iter().position(|known| *known == note).unwrap_or_else(|| {
            self.notes.push(note);
            self.notes.len() - 1
        });
        u32::try_from(index + 1).expect("a page has few notes")
    }
}
