//! The day and the source of several figures put right at once, as they are filled down in a spreadsheet.

use hadaf_core::Observation;
use hadaf_error::{Code, Result, refusal};
use hadaf_model::check_day;
use hadaf_words::say;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::publication::Publication;
use super::take_out::EntriesOfBlock;
use crate::session::{App, Changed};
use crate::view::GridBlock;

/// Gives the current figures of a block another day or source. What each said before is kept as a correction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AttributeFigures {
    /// Which.
    pub block: GridBlock,
    /// The day of all, as in [`SetObservation`](super::SetObservation); empty: each keeps its own.
    pub published: String,
    /// Title of the source of all; empty: each keeps its own.
    pub source: String,
}

impl App {
    /// Puts the day and the source of the current figures of a block right, as one change.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`], [`Code::Date`]; [`Code::Refused`] where nothing would change;
    /// [`Code::ReadOnly`].
    pub fn figures_attribute(&self, request: &AttributeFigures) -> Result<Changed> {
        let (book, format, today) = (self.book()?, self.format(), self.today());
        let publication = match request.published.trim() {
            "" => None,
            text => Some(Publication::read(text)?),
        };
        let source = request.source.trim();
        let mut changes: Vec<(&Observation, Observation)> = Vec::new();
        for wrong in EntriesOfBlock::of(&book, &request.block, false)?.going {
            let published = match publication {
                Some(publication) => publication.of(wrong.period, book.calendar(), today),
                None => wrong.published,
            };
            check_day(&book, wrong.period, published.date, today)?;
            let named = book.source(wrong.source).map_or("", |source| source.title.as_str());
            if published != wrong.published || !source.is_empty() && source != named {
                let right = Observation {
                    published,
                    ..wrong.clone()
                };
                changes.push((wrong, right));
            }
        }
        if changes.is_empty() {
            return Err(refusal!(Code::Refused, "attribute-nothing"));
        }
        let label = say!(format.words, "label-attribute", count = changes.len());
        self.change(&label, |change, author| {
            let named = match source {
                "" => None,
                title => Some(change.source_named(title)?),
            };
            for (wrong, right) in &changes {
                let right = Observation {
                    source: named.unwrap_or(wrong.source),
                    ..right.clone()
                };
                change.correct(wrong, &right, &author.name, author.at)?;
            }
            Ok(())
        })
    }
}
