//! The units of a table: their words, put together from where they stand, and what remains to ask.

use hadaf_core::{Currency, Unit};

use super::out::Out;
use super::reading::{AssumedThat, QuestionKind, SheetPlace};
use super::unit_words::{UnitWords, country_currency};

/// The units that a table uses, each once.
pub(crate) struct Units {
    known: Vec<(UnitWords, Option<Unit>, i32)>,
    place: SheetPlace,
    around: Option<&'static str>,
}

impl Units {
    /// The words around the table say whose rupees are meant.
    pub(crate) fn new(place: SheetPlace, around: &[String]) -> Self {
        Self {
            known: Vec::new(),
            place,
            around: around.iter().find_map(|text| country_currency(text)),
        }
    }

    /// The number of a unit, the unit, and the shift of its numbers.
    pub(crate) fn of(&mut self, words: UnitWords, out: &mut Out<'_>) -> (usize, i32) {
        if let Some(index) = self.known.iter().position(|(known, ..)| *known == words) {
            return (index, self.known[index].2);
        }
        let currency = self.currency(words, out);
        let read = words.unit(currency);
        if let Some((_, shift, word)) = words.scale
            && shift != 0
        {
            out.assume(self.place.clone(), AssumedThat::CountedIn(word.into()));
        }
        let (unit, shift) = match read {
            Some((unit, shift)) => (Some(unit), shift),
            None => {
                let answer = out.ask(QuestionKind::Unit, self.place.clone(), &[], 0);
                let shift = words.scale.map_or(0, |(_, shift, _)| shift);
                match answer.parse::<Unit>() {
                    Ok(unit) => (Some(unit), shift),
                    Err(_) => (None, shift),
                }
            }
        };
        self.known.push((words, unit, shift));
        (self.known.len() - 1, shift)
    }

    /// Whose currency it is: the only one of the word, that of the country named around, the workspace's, or asked.
    fn currency(&self, words: UnitWords, out: &mut Out<'_>) -> Option<Currency> {
        let codes = words.currency?;
        if codes.len() == 1 {
            return codes[0].parse().ok();
        }
        let around = self.around.filter(|code| codes.contains(code));
        if let Some(code) = around {
            return code.parse().ok();
        }
        let usual = out
            .context
            .currency
            .filter(|currency| codes.contains(&currency.as_str()));
        usual.or_else(|| {
            out.ask(QuestionKind::Currency, self.place.clone(), codes, 0)
                .parse()
                .ok()
        })
    }

    pub(crate) fn unit(&self, index: usize) -> Option<Unit> {
        self.known[index].1
    }
}
