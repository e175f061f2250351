//! Why a text is no formula.

/// A text that cannot be read as a formula.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormulaError {
    /// Nothing was written.
    #[error("no formula was given")]
    Empty,
    /// It is longer than any that people write.
    #[error("a formula has at most {limit} characters")]
    TooLong {
        /// The most characters.
        limit: usize,
    },
    /// Something stands where nothing of its kind can.
    #[error("{found:?} cannot stand at character {at}")]
    Misplaced {
        /// What stands there; empty where the text ends.
        found: String,
        /// At which character, counted from 1.
        at: usize,
    },
    /// A name before a bracket that is none of the functions.
    #[error("there is no function {name}")]
    UnknownFunction {
        /// As it was written.
        name: String,
    },
    /// A function with another number of things in its brackets than it takes.
    #[error("{function} takes {takes}")]
    Takes {
        /// Which function.
        function: &'static str,
        /// How it is written, such as `share(part, whole)`.
        takes: &'static str,
    },
}
