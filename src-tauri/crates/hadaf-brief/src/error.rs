//! What can be wrong with a briefing or a chart that is to be set.

/// The result of this crate's functions.
pub type Result<T, E = BriefError> = std::result::Result<T, E>;

/// Why a document could not be set or written.
///
/// All but [`Typesetting`](Self::Typesetting) name something that the caller can put right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BriefError {
    /// A text that a reader of the tagged file depends on is empty.
    #[error("{place} is empty")]
    Empty {
        /// Where, as in the data: "title", "chart.alt".
        place: String,
    },

    /// A mark refers to a source note that is absent, or two notes share a number.
    #[error("source note {number} is {fault}")]
    Note {
        /// The number of the note.
        number: u32,
        /// "missing" or "there twice".
        fault: &'static str,
    },

    /// A file cannot be attached under this name or type.
    #[error("the file {name:?} cannot be attached: {fault}")]
    Attachment {
        /// The name as given.
        name: String,
        /// What is wrong with it.
        fault: &'static str,
    },

    /// The chart asks for a font family that the program does not carry. Typst would put another in
    /// its place without a word.
    #[error("the chart asks for the font {family:?}, which is not one of {known}")]
    ChartFont {
        /// The family as the SVG names it.
        family: String,
        /// The families there are.
        known: String,
    },

    /// Typst refused or warned: a defect of a template, or an SVG that is none.
    #[error("{0}")]
    Typesetting(String),
}
