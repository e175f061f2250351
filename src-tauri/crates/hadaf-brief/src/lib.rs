//! Sets what goes on paper: the one-page briefing and charts as PDF, and the pages of the preview.
//!
//! Typst is used as a library on a world that holds templates, fonts and data in memory
//! and nothing else. Every text and figure of a [`Briefing`] is ready to be set; the template only
//! gives it a place, and reads it as data (`json("briefing.json")`), never as markup. Start at
//! [`Document::compile`].

mod check;
mod document;
mod error;
mod fonts;
mod model;
mod pdf;
mod preview;
mod world;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use document::Document;
pub use error::{BriefError, Result};
pub use model::{
    Attachment, Briefing, ChartBlock, ChartText, Headline, Labels, PaceRow, Piece, QuestionBlock, SourceNote, Text,
    YearRow,
};
pub use pdf::{ChartPage, chart_pdf};
