//! What follows from the list of registers: their names, and the way from a name to the type of the entries.

use hadaf_model::Book;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Entry;

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
    /// What the entry of a number is called, if there is one.
    pub(super) fn entry_name(self, book: &Book, id: &str) -> Option<String> {
        of_kind!(self, name_of(book, id))
    }
}

fn name_of<E: Entry>(book: &Book, id: &str) -> Option<String> {
    super::entry_of::<E>(book, id).ok().map(Entry::name)
}
