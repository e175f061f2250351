//! Prose whose figures carry their sources: text with places for note numbers, which get their
//! numbers only where the prose is set, in the order of first use.

use hadaf_core::{Claim, FiscalYearTotal, Observation, Published, SourceId};
use hadaf_model::Situation;

use crate::argument::text;
use crate::message::NOTES;
use crate::{Message, Notes, Value, Words, curly};

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
    /// A message whose `n1`, `n2` ... stand where the notes of the backings go; by [`prose!`](crate::prose!), which
    /// knows that it takes them.
    pub fn say(words: &Words, message: Message, args: &[(&'static str, String)], backings: Vec<Backing<'a>>) -> Self {
        let texts = args.iter().map(|(key, value)| match value.parse::<i64>() {
            Ok(number) if message.counts(key) => (*key, Value::from(number)),
            _ => (*key, text(clean(value).into())),
        });
        let mark = |(index, key): (usize, &&'static str)| (*key, Value::from(format!("{OPEN}{index}{CLOSE}")));
        let marks = NOTES.iter().take(backings.len()).enumerate().map(mark);
        Self {
            text: words.say(message, &texts.chain(marks).collect::<Vec<_>>()),
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

/// Prose whose figures carry notes, in the order of `n1`, `n2` ... of the message:
/// `prose!(words, "brief-grown", [Backing::Total(total)], year = text)`.
#[macro_export]
macro_rules! prose {
    ($words:expr, match $on:tt { $($case:pat => $id:literal),+ $(,)? } $($rest:tt)*) => {
        $crate::prose!(@each $words, $on, [$($case => $id),+], ($($rest)*))
    };
    (@each $words:expr, $on:tt, [$($case:pat => $id:literal),+], $rest:tt) => {
        match $on { $($case => $crate::prose!(@one $words, $id, $rest)),+ }
    };
    (@one $words:expr, $id:literal, ($($rest:tt)*)) => {
        $crate::prose!($words, $id $($rest)*)
    };
    ($words:expr, $id:literal, [$($backing:expr),* $(,)?] $(, $key:ident = $value:expr)* $(,)?) => {{
        const MESSAGE: $crate::Message =
            $crate::Message::of($id).takes(&[$(stringify!($key)),*], <[&str]>::len(&[$(stringify!($backing)),*]));
        $crate::Prose::say($words, MESSAGE, &[$((stringify!($key), $value)),*], Vec::<$crate::Backing<'_>>::from([$($backing),*]))
    }};
}

/// The number of the note that backs a figure.
pub fn back(notes: &mut Notes<'_>, situation: &Situation<'_>, backing: &Backing<'_>) -> Option<u32> {
    match backing {
        Backing::Total(total) => notes.total(situation, total),
        Backing::Observation(observation) => Some(notes.observation(observation)),
        Backing::Claim(claim) => Some(notes.claim(claim)),
        // What all could see has no page yet.
        Backing::Entry(source, published) => {
            (*source != SourceId::NEW).then(|| notes.entry(*source, published.as_ref()))
        }
    }
}

/// Names and texts of a workspace may hold anything; control characters are no part of a page.
fn clean(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
    curly(&plain)
}
