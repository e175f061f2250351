//! The documents that a workspace rests on.

use hadaf_core::SourceId;
use hadaf_model::Book;
use jiff::civil::Date;

use crate::session::{App, Result, SourceItem, SourcesView, count};
use crate::words::{Format, say};

impl App {
    /// All sources by publisher and title, with what rests on each.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn sources(&self) -> Result<SourcesView> {
        let book = self.book()?;
        let format = self.format();
        let mut sources: Vec<SourceItem> = book
            .sources
            .values()
            .map(|source| SourceItem {
                id: u32::try_from(source.id.0).unwrap_or_default(),
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                address: source.address.clone(),
                dates: dates(&book, source.id, format),
                observations: count(
                    book.observations
                        .values()
                        .flatten()
                        .filter(|it| it.source == source.id)
                        .count(),
                ),
                claims: count(book.claims.iter().filter(|claim| claim.source == source.id).count()),
            })
            .collect();
        let key = |source: &SourceItem| (source.publisher.to_lowercase(), source.title.to_lowercase(), source.id);
        sources.sort_by_key(key);
        Ok(SourcesView { sources })
    }
}

/// First to last day on which a source gave something.
fn dates(book: &Book, source: SourceId, format: Format) -> String {
    let prints = book
        .observations
        .values()
        .flatten()
        .filter(|print| print.source == source);
    let claims = book.claims.iter().filter(|claim| claim.source == source);
    let budget = book.budget.iter().filter(|line| line.source == source);
    let days: Vec<Date> = prints
        .filter_map(|print| print.published.date)
        .chain(claims.filter_map(|claim| claim.announced))
        .chain(budget.filter_map(|line| line.published.date))
        .collect();
    match (days.iter().min(), days.iter().max()) {
        (Some(first), Some(last)) if first == last => format.day_short(*first),
        (Some(first), Some(last)) => {
            say!(
                format.words,
                "span",
                first = format.day_short(*first),
                last = format.day_short(*last)
            )
        }
        _ => say!(format.words, "day-none"),
    }
}
