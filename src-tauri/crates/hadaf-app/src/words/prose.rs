//! Prose whose figures carry their sources: text with places for note numbers, which get their
//! numbers only where the prose is set, in the order of first use.

use fluent_bundle::FluentValue;
use hadaf_brief::{Piece, Text};
use hadaf_core::{Claim, FiscalYearTotal, Observation, Published, SourceId};
use hadaf_model::Situation;

use crate::words::{Notes, Words};

/// What backs a figure.
#[derive(Debug, Clone)]
pub(crate) enum Backing<'a> {
    /// A year's total.
    Total(&'a FiscalYearTotal),
    /// One observation, by number.
    Observation(&'a Observation),
    /// A claim.
    Claim(&'a Claim),
    /// An entry of a register.
    Entry(SourceId, Option<Published>),
}

/// A text and what backs it, note by note.
#[derive(Debug, Clone)]
pub(crate) struct Prose<'a> {
    /// The message, with a mark and the index of a backing where a note number goes.
    text: String,
    backings: Vec<Backing<'a>>,
}

/// Opens and closes the index of a backing. Control characters, which no message and no name in a
/// message can hold (see [`clean`]).
const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';

impl<'a> Prose<'a> {
    /// A message whose `n1`, `n2` ... stand where the notes of the backings go.
    pub(crate) fn say(words: &Words, id: &str, args: &[(&str, String)], backings: Vec<Backing<'a>>) -> Self {
        let marks: Vec<(String, String)> = (0..backings.len())
            .map(|index| (format!("n{}", index + 1), format!("{OPEN}{index}{CLOSE}")))
            .collect();
        let mut all: Vec<(&str, FluentValue<'_>)> = args
            .iter()
            .map(|(key, text)| (*key, FluentValue::from(clean(text))))
            .collect();
        all.extend(
            marks
                .iter()
                .map(|(key, mark)| (key.as_str(), FluentValue::from(mark.as_str()))),
        );
        Self {
            text: words.say(id, &all),
            backings,
        }
    }

    /// Without notes.
    pub(crate) fn plain(&self) -> String {
        self.parts().filter_map(Result::err).collect()
    }

    /// With the numbers of its notes.
    pub(crate) fn noted(&self, notes: &mut Notes<'_>, situation: &Situation<'_>) -> Text {
        let pieces = self.parts().filter_map(|part| match part {
            Err(run) => (!run.is_empty()).then(|| Piece::Run(run.to_owned())),
            Ok(index) => self
                .backings
                .get(index)
                .and_then(|backing| back(notes, situation, backing))
                .map(Piece::Note),
        });
        Text {
            pieces: pieces.collect(),
        }
    }

    /// Runs of text (`Err`) and indices of backings (`Ok`), in order.
    fn parts(&self) -> impl Iterator<Item = Result<usize, &str>> {
        self.text.split(OPEN).flat_map(|piece| match piece.split_once(CLOSE) {
            Some((index, run)) => [index.parse().map_err(|_| ""), Err(run)],
            None => [Err(piece), Err("")],
        })
    }
}

/// The number of the note that backs a figure.
pub(crate) fn back(notes: &mut Notes<'_>, situation: &Situation<'_>, backing: &Backing<'_>) -> Option<u32> {
    match backing {
        Backing::Total(total) => notes.total(situation, total),
        Backing::Observation(observation) => Some(notes.observation(observation)),
        Backing::Claim(claim) => Some(notes.claim(claim)),
        Backing::Entry(source, published) => Some(notes.entry(*source, published.as_ref())),
    }
}

/// Names and texts of a workspace may hold anything; control characters are no part of a page.
fn clean(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
    curly(&plain)
}

/// With the apostrophes that books have, where data has those of keyboards: "Prime Minister’s".
pub(crate) fn curly(text: &str) -> String {
    let mut before = ' ';
    text.chars()
        .map(|letter| {
            let is_apostrophe = letter == '\'' && before.is_alphanumeric();
            before = letter;
            if is_apostrophe { '\u{2019}' } else { letter }
        })
        .collect()
}
