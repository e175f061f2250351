//! Closed sets of words on the wire whose types lie below this crate, and know no TypeScript.

use std::path::PathBuf;

use hadaf_core::{ClaimKind, FactorGroup, Frequency, Measure, Outcome, VintageRole, YearNames};
use hadaf_model::ClaimGroup;
use serde::{Serialize, Serializer};
use ts_rs::{Config, TS};

/// A value that crosses the border as one word of a closed set: to TypeScript a union of these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keyword<T>(pub T);

/// A type whose values are words to programs.
pub trait Keywords: Copy + 'static {
    /// What TypeScript calls the union.
    const NAME: &'static str;
    /// What the words say, in a sentence.
    const ABOUT: &'static str;

    /// All words, in order.
    fn all() -> Vec<&'static str>;

    /// This value's.
    fn word(self) -> &'static str;
}

impl<T: Keywords> Keyword<T> {
    /// The word.
    pub fn as_str(self) -> &'static str {
        self.0.word()
    }
}

impl<T> From<T> for Keyword<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Keywords> Serialize for Keyword<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<T: Keywords> TS for Keyword<T> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn docs() -> Option<String> {
        Some(format!("/**\n * {}\n */\n", T::ABOUT))
    }

    fn name(_: &Config) -> String {
        T::NAME.into()
    }

    fn inline(_: &Config) -> String {
        let words: Vec<String> = T::all().iter().map(|word| format!("\"{word}\"")).collect();
        words.join(" | ")
    }

    fn decl(config: &Config) -> String {
        format!("type {} = {};", T::NAME, Self::inline(config))
    }

    fn decl_concrete(config: &Config) -> String {
        Self::decl(config)
    }

    fn output_path() -> Option<PathBuf> {
        Some(format!("{}.ts", T::NAME).into())
    }
}

macro_rules! keywords {
    ($($type:ident: $about:literal, $all:expr;)+) => {$(
        impl Keywords for $type {
            const NAME: &'static str = stringify!($type);
            const ABOUT: &'static str = $about;

            fn all() -> Vec<&'static str> {
                $all.iter().map(|value| value.as_str()).collect()
            }

            fn word(self) -> &'static str {
                self.as_str()
            }
        }
    )+};
}

keywords! {
    ClaimKind: "What kind of claim.", Self::ALL;
    ClaimGroup: "The group that a claim is listed in.", Self::ALL;
    FactorGroup: "Factors of one group stand together.", Self::ALL;
    Frequency: "How often a series has a value.", Self::ALL;
    Measure: "Whether the values of a series add up.", Self::ALL;
    YearNames: "Which of its two calendar years names a fiscal year.", Self::ALL;
    Outcome: "What became of a claim.", [
        Self::Met, Self::Missed, Self::TooClose, Self::ConditionNotMet, Self::Open, Self::Replaced,
        Self::NotScorable(hadaf_core::Reason::Stated),
    ];
    VintageRole: "What an observation is to the current figure.", Self::ALL;
}

/// A group of claims, or all of them.
impl Keywords for Option<ClaimGroup> {
    const NAME: &'static str = "ClaimTab";
    const ABOUT: &'static str = "A group of claims, or all of them.";

    fn all() -> Vec<&'static str> {
        [None]
            .into_iter()
            .chain(ClaimGroup::ALL.map(Some))
            .map(Self::word)
            .collect()
    }

    fn word(self) -> &'static str {
        self.map_or("all", ClaimGroup::as_str)
    }
}
