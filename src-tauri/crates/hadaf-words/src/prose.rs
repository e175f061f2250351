//! Prose whose figures carry their sources: text with places for note numbers, which get their
//! numbers only where the prose is set, in the order of first use.

use hadaf_core::{Claim, FiscalYearTotal, Observation, Published, SourceId};
use hadaf_model::Situation;

use crate::{Notes, Value, Words, curly};

/// What backs a figure.
#[derive(Debug, Clone)]
pub enum Backing<'a> {
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
pub struct Prose<'a> {
    /// The message, with a mark and the index of a backing where a note number goes.
    text: String,
    backings: Vec<Backing<'a>>,
}

/// A part of [`Prose`].
#[derive(Debug, Clone, Copy)]
pub enum ProsePiece<'a> {
    /// Text.
    Run(&'a str),
    /// The place of a note number, and what stands in that note.
    Backed(&'a Backing<'a>),
}

/// Opens and closes the index of a backing. Control characters, which no message and no name in a
/// message can hold (see [`clean`]).
const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';

impl<'a> Prose<'a> {
    /// A message whose `n1`, `n2` ... stand where the notes of the backings go.
    pub fn say(words: &Words, id: &str, args: &[(&str, String)], backings: Vec<Backing<'a>>) -> Self {
        let marks: Vec<(String, String)> = (0..backings.len())
            .map(|index| (format!("n{}", index + 1), format!("{OPEN}{index}{CLOSE}")))
            .collect();
        let mut all: Vec<(&str, Value<'_>)> = args
            .iter()
            .map(|(key, text)| (*key, Value::from(clean(text))))
            .collect();
        all.extend(
            marks
                .iter()
                .map(|(key, mark)| (key.as_str(), Value::from(mark.as_str()))),
        );
        Self {
            text: words.say(id, &all),
            backings,
        }
    }

    /// Without notes.
    pub fn plain(&self) -> String {
        self.pieces()
            .filter_map(|piece| match piece {
                ProsePiece::Run(run) => Some(run),
                ProsePiece::Backed(_) => None,
            })
            .collect()
    }

    /// Runs of text and what backs them, in order.
    pub fn pieces(&self) -> impl Iterator<Item = ProsePiece<'_>> {
        self.text.split(OPEN).flat_map(|piece| {
            let (index, run) = piece.split_once(CLOSE).unwrap_or(("", piece));
            let backing = index.parse().ok().and_then(|index: usize| self.backings.get(index));
            let run = (!run.is_empty()).then_some(ProsePiece::Run(run));
            backing.map(ProsePiece::Backed).into_iter().chain(run)
        })
    }
}

/// The number of the note that backs a figure.
pub fn back(notes: &mut Notes<'_>, situation: &Situation<'_>, backing: &Backing<'_>) -> Option<u32> {
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
