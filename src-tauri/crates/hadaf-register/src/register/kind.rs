//! What follows from the list of registers: their names, and the way from a name to the type of the entries.

use hadaf_model::Book;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, Entry, RegisterChoice, RegisterTab, known, register_name};

macro_rules! kinds {
    (() $(#[doc = $about:literal] $kind:ident = $word:literal of $entry:ident in $place:ident;)+) => {
        /// Which register.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum RegisterKind {
            $(#[doc = $about] $kind),+
        }

        impl RegisterKind {
            /// All, in the order of the screen.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The word for programs and for the catalogue.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $word),+
                }
            }

            /// What is in it, in a few words.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self {
                    $(Self::$kind => $about.trim_ascii()),+
                }
            }
        }
    };
}

/// Calls a function with the type of a register's entries.
#[macro_export]
macro_rules! of_kind {
    ($kind:expr, $call:ident $arguments:tt) => {
        hadaf_core::registers!([$crate::matched] ($kind) $call $arguments)
    };
}

/// The arms of [`of_kind!`](crate::of_kind); used by it alone.
#[doc(hidden)]
#[macro_export]
macro_rules! matched {
    ((($matched:expr) $call:ident $arguments:tt) $(#[doc = $about:literal] $kind:ident = $word:literal of $entry:ident in $place:ident;)+) => {
        match $matched {
            $($crate::register::RegisterKind::$kind => $call::<hadaf_core::$entry> $arguments),+
        }
    };
}

pub use {matched, of_kind};

hadaf_core::registers!([kinds]);

impl RegisterKind {
    /// Whether it has an entry of this number, to which another one may refer.
    pub(super) fn has_entry(self, book: &Book, id: &str) -> bool {
        of_kind!(self, is_entry(book, id))
    }

    /// It by its name.
    pub(super) fn tab(self, desk: &Desk<'_>) -> RegisterTab {
        let count = of_kind!(self, count_of(desk));
        RegisterTab {
            register: self,
            title: register_name(self, desk.format),
            count: u32::try_from(count).expect("nobody enters billions"),
        }
    }

    /// The number of the entry that a text names by its number or, where only one is called so, by its name.
    pub(super) fn entry_called(self, book: &Book, text: &str) -> Option<String> {
        if self.has_entry(book, text) {
            return Some(text.to_owned());
        }
        of_kind!(self, number_of(book, text))
    }

    /// Its entries as known on the desk's day, to choose one.
    pub(super) fn choices(self, desk: &Desk<'_>) -> Vec<RegisterChoice> {
        of_kind!(self, choices_of(desk))
    }

    /// What the entry of a number was called on the day of reading, if it was known.
    pub(super) fn entry_name(self, desk: &Desk<'_>, id: &str) -> Option<String> {
        of_kind!(self, name_of(desk, id))
    }
}

fn is_entry<E: Entry>(book: &Book, id: &str) -> bool {
    super::entry_of::<E>(book, id).is_ok_and(|entry| entry.earlier_of().is_none())
}

fn count_of<E: Entry>(desk: &Desk<'_>) -> usize {
    known::<E>(desk).len()
}

fn number_of<E: Entry>(book: &Book, name: &str) -> Option<String> {
    let is_called = |entry: &&E| entry.name().to_lowercase() == name.to_lowercase();
    let mut called = E::register(book).entries().iter().filter(is_called);
    let entry = called.next()?;
    called.next().is_none().then(|| entry.key().to_string())
}

fn choices_of<E: Entry>(desk: &Desk<'_>) -> Vec<RegisterChoice> {
    let choice = |entry: E| RegisterChoice {
        value: entry.key().to_string(),
        label: entry.name(),
    };
    known::<E>(desk).into_iter().map(choice).collect()
}

fn name_of<E: Entry>(desk: &Desk<'_>, id: &str) -> Option<String> {
    let entry = super::entry_of::<E>(desk.book, id).ok()?;
    let known = E::register(desk.book).known_of(entry.number(), desk.situation.as_of)?;
    Some(known.name())
}
